//! Keeps secrets out of what is shown.

use alloc::string::String;

/// The headers whose values must not be shown, in lower case.
const SECRET_HEADERS: [&str; 3] = ["x-security-token:", "x-auth-token:", "x-subject-token:"];

/// What stands in place of a secret.
const MASK: &str = "***";

/// Masks the values of headers that carry a credential.
///
/// After a signature failure the gateway repeats the request that it saw, with `|` in place of each
/// line break. That text holds the security token of temporary keys. Whoever shows or logs the text
/// of an answer passes it through here; [`super::explain`] has done so with its message.
#[must_use]
pub fn redact(text: &str) -> String {
    if !may_name_one(text.as_bytes()) {
        return String::from(text);
    }
    let lower = text.to_ascii_lowercase();
    let mut result = String::with_capacity(text.len());
    let mut done = 0;
    while let Some(start) = next_value(&lower[done..]) {
        let start = done + start;
        let rest = &text[start..];
        let end = start + rest.find(['|', '\n', '\r', '"']).unwrap_or(rest.len());
        result.push_str(&text[done..start]);
        if end > start {
            result.push_str(MASK);
        }
        done = end;
    }
    result.push_str(&text[done..]);
    result
}

/// Whether one of the names could be there: each ends with `token:`. Most texts have none.
fn may_name_one(text: &[u8]) -> bool {
    text.iter()
        .enumerate()
        .filter(|(_, byte)| **byte == b':')
        .any(|(colon, _)| {
            let name = &text[..colon];
            name.last_chunk::<5>()
                .is_some_and(|end| end.eq_ignore_ascii_case(b"token"))
        })
}

/// Where the next secret value begins.
fn next_value(lower: &str) -> Option<usize> {
    let ends = SECRET_HEADERS
        .iter()
        .filter_map(|name| Some(lower.find(name)? + name.len()));
    ends.min()
}

#[cfg(test)]
mod tests {
    use super::redact;

    #[test]
    fn values_of_secret_headers_are_masked_wherever_they_stand() {
        let cases = [
            ("", ""),
            (
                "PUT|/v3/p/tracker/||host:h||host|e3b0",
                "PUT|/v3/p/tracker/||host:h||host|e3b0",
            ),
            (
                "host:h|x-security-token:SECRET=+/ 1|x-sdk-date:d|",
                "host:h|x-security-token:***|x-sdk-date:d|",
            ),
            (
                "X-Auth-Token: SECRET\r\nHost: h",
                "X-Auth-Token:***\r\nHost: h",
            ),
            (
                "x-security-token:A|x-auth-token:B",
                "x-security-token:***|x-auth-token:***",
            ),
            (
                r#"{"a":"x-subject-token:S"}"#,
                r#"{"a":"x-subject-token:***"}"#,
            ),
            (
                "x-security-token:|host;x-security-token",
                "x-security-token:|host;x-security-token",
            ),
            (
                "\u{7b7e} X-SECURITY-TOKEN:\u{79d8}|\u{5b8c}",
                "\u{7b7e} X-SECURITY-TOKEN:***|\u{5b8c}",
            ),
        ];
        for (text, expected) in cases {
            assert_eq!(redact(text), expected);
        }
    }
}
