//! The bearer token of a request (RFC 6750).

use axum::http::{HeaderMap, header};

use super::identify::Unknown;

/// The longest token that is looked at, in bytes. Tokens of issuers have some kilobytes when they carry many groups.
const LIMIT: usize = 16 * 1024;

/// The token in the header `Authorization`. Tokens in an address or a body are not looked for: those end in logs.
pub(crate) fn token(headers: &HeaderMap) -> Result<&str, Unknown> {
    let mut values = headers.get_all(header::AUTHORIZATION).iter();
    let value = values.next().ok_or(Unknown::Missing)?;
    if values.next().is_some() {
        return Err(Unknown::Wrong("the header Authorization is there twice"));
    }
    let value = value
        .to_str()
        .map_err(|_| Unknown::Wrong("the header Authorization is not ASCII"))?;
    match value.split_once(' ') {
        Some((scheme, token)) if scheme.eq_ignore_ascii_case("bearer") => match token
            .trim_start_matches(' ')
        {
            "" => Err(Unknown::Wrong("there is no token after Bearer")),
            token if token.len() > LIMIT => Err(Unknown::Wrong("the token is longer than 16 KiB")),
            token => Ok(token),
        },
        _ => Err(Unknown::Wrong(
            "the header Authorization has no bearer token",
        )),
    }
}

#[cfg(test)]
mod tests {
    use super::{LIMIT, token};
    use axum::http::{HeaderMap, HeaderValue, header::AUTHORIZATION};

    #[test]
    fn one_token_in_one_header() {
        let read = |values: &[&str]| {
            let mut headers = HeaderMap::new();
            for value in values {
                headers.append(
                    AUTHORIZATION,
                    HeaderValue::from_str(value).expect("a value"),
                );
            }
            token(&headers).ok().map(str::to_owned)
        };
        for good in ["Bearer abc", "bearer abc", "BEARER  abc"] {
            assert_eq!(read(&[good]).as_deref(), Some("abc"), "{good}");
        }
        for bad in [
            "",
            "Bearer",
            "Bearer ",
            "Basic abc",
            "abc",
            "Bearer\tabc",
            "Bearerabc",
        ] {
            assert_eq!(read(&[bad]), None, "{bad}");
        }
        assert_eq!(read(&[]), None);
        assert_eq!(read(&["Bearer abc", "Bearer abc"]), None);
        assert!(read(&[&format!("Bearer {}", "x".repeat(LIMIT))]).is_some());
        assert_eq!(read(&[&format!("Bearer {}", "x".repeat(LIMIT + 1))]), None);
    }
}
