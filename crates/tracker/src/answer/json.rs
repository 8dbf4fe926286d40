//! An explanation as JSON text.

use alloc::borrow::ToOwned as _;
use alloc::format;
use alloc::string::String;
use alloc::string::ToString as _;
use alloc::vec::Vec;

use super::Explanation;
use crate::json::write_string;
use crate::text::Locale;

impl Explanation {
    /// The explanation as the text of a JSON object, with its texts in one language: `status`,
    /// `success`, `outcome`, `code`, `message`, `request_id`, `encoded_authorization_message`,
    /// `shape`, `known`, `meaning`, `remedy`, `detail` (or null, with `meaning` and `remedy`),
    /// `members` (JSON Pointers), `retry` and `retry_after` (seconds, or null).
    #[must_use]
    pub fn to_json(&self, locale: Locale) -> String {
        let mut out = Writer(String::from("{"));
        out.raw("status", &self.status.to_string());
        out.raw("success", if self.success { "true" } else { "false" });
        out.text("outcome", Some(self.outcome.as_str()));
        out.text("code", self.code.as_deref());
        out.text("message", self.message.as_deref());
        out.text("request_id", self.request_id.as_deref());
        out.text(
            "encoded_authorization_message",
            self.encoded_authorization_message.as_deref(),
        );
        out.text("shape", Some(self.shape.as_str()));
        out.raw("known", if self.known { "true" } else { "false" });
        out.text("meaning", Some(self.meaning.get(locale)));
        out.text("remedy", Some(self.remedy.get(locale)));
        let detail = self.detail.map_or_else(
            || "null".to_owned(),
            |(meaning, remedy)| {
                let mut detail = Writer(String::from("{"));
                detail.text("meaning", Some(meaning.get(locale)));
                detail.text("remedy", Some(remedy.get(locale)));
                detail.0 + "}"
            },
        );
        out.raw("detail", &detail);
        let pointers: Vec<_> = self
            .members
            .iter()
            .map(|member| format!("\"{}\"", member.pointer()))
            .collect();
        out.raw("members", &format!("[{}]", pointers.join(",")));
        out.text("retry", Some(self.retry.as_str()));
        let seconds = self.retry_after.map(|seconds| seconds.to_string());
        out.raw("retry_after", seconds.as_deref().unwrap_or("null"));
        out.0 + "}"
    }
}

struct Writer(String);

impl Writer {
    fn raw(&mut self, name: &str, json: &str) {
        if !self.0.ends_with('{') {
            self.0.push(',');
        }
        write_string(name, &mut self.0);
        self.0.push(':');
        self.0.push_str(json);
    }

    fn text(&mut self, name: &str, text: Option<&str>) {
        let mut json = String::new();
        match text {
            Some(text) => write_string(text, &mut json),
            None => json.push_str("null"),
        }
        self.raw(name, &json);
    }
}

#[cfg(test)]
mod tests {
    use crate::answer::{Answer, explain};
    use crate::text::Locale;

    #[test]
    fn it_is_json_with_every_member() {
        let answer = Answer {
            status: 401,
            headers: &[("X-Request-Id", "0f")],
            body: br#"{"error_code":"APIGW.0301","error_msg":"Incorrect IAM authentication information: signature expired \"x\""}"#,
        };
        for locale in Locale::ALL {
            let text = explain(&answer).to_json(locale);
            let value: serde_json::Value = serde_json::from_str(&text).expect(&text);
            assert_eq!(value["request_id"], "0f");
            assert_eq!(value["code"], "APIGW.0301");
            assert_eq!(value["members"], serde_json::json!([]));
            assert!(value["detail"]["remedy"].is_string());
            assert_eq!(value.as_object().map(serde_json::Map::len), Some(15));
        }
    }
}
