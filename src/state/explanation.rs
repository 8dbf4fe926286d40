//! What an answer means, as the module that knows the codes says it.

use cts_tracker::answer::Outcome;
use cts_tracker::json::{Tree, parse};
use cts_tracker::{Locale, Member};

/// A text of the module in both languages, so that the page can be switched while it is shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Words([String; Locale::ALL.len()]);

impl Words {
    pub(super) fn each(text: impl FnMut(Locale) -> String) -> Self {
        Self(Locale::ALL.map(text))
    }

    pub(crate) fn get(&self, locale: Locale) -> &str {
        let place = Locale::ALL.iter().position(|known| *known == locale);
        &self.0[place.unwrap_or_default()]
    }
}

/// An answer explained.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Explanation {
    /// Whether the service did what it was asked for.
    pub(crate) success: bool,
    /// Whether the change was made.
    pub(crate) outcome: Outcome,
    pub(crate) code: Option<String>,
    /// The message of an error in a known shape.
    pub(crate) message: Option<String>,
    pub(crate) request_id: Option<String>,
    pub(crate) meaning: Words,
    pub(crate) remedy: Words,
    /// A closer meaning and remedy.
    pub(crate) detail: Option<(Words, Words)>,
    /// The members that the answer concerns.
    pub(crate) members: Vec<Member>,
    /// When to send again, in words.
    pub(crate) retry: Words,
    /// How many seconds the answer asks to wait.
    pub(crate) retry_after: Option<String>,
}

impl Explanation {
    /// Reads what [`crate::answers::explain`] wrote. `None` when it is something else.
    pub(crate) fn parse(json: &str) -> Option<Self> {
        let tree = parse(json.as_bytes()).ok()?;
        let first = tree.get(Locale::ALL[0].tag())?;
        let text = |name: &str| first.get(name).and_then(Tree::as_text).map(str::to_owned);
        let words = |path: &[&str]| {
            Words::each(|locale| {
                let start = tree.get(locale.tag());
                let found = path.iter().fold(start, |tree, name| tree?.get(name));
                found.and_then(Tree::as_text).unwrap_or_default().to_owned()
            })
        };
        let outcome = text("outcome")?;
        let members = match first.get("members")? {
            Tree::Array(pointers) => pointers
                .iter()
                .filter_map(|pointer| Member::from_pointer(pointer.as_text()?))
                .collect(),
            _ => Vec::new(),
        };
        let is_error = tree.get("shape_is_error") == Some(&Tree::Boolean(true));
        let has_detail = matches!(first.get("detail"), Some(Tree::Object(_)));
        Some(Self {
            success: first.get("success") == Some(&Tree::Boolean(true)),
            outcome: [Outcome::Taken, Outcome::NotTaken, Outcome::Unknown]
                .into_iter()
                .find(|known| known.as_str() == outcome)?,
            code: text("code"),
            // Without an error in a known shape it is the beginning of the body.
            message: text("message").filter(|_| is_error),
            request_id: text("request_id"),
            meaning: words(&["meaning"]),
            remedy: words(&["remedy"]),
            detail: has_detail
                .then(|| (words(&["detail", "meaning"]), words(&["detail", "remedy"]))),
            members,
            retry: Words(Locale::ALL.map(|locale| {
                let name = ["retry:", locale.tag()].concat();
                let words = tree.get(&name).and_then(Tree::as_text);
                words.unwrap_or_default().to_owned()
            })),
            retry_after: match first.get("retry_after") {
                Some(Tree::Number(seconds)) => Some(seconds.clone()),
                _ => None,
            },
        })
    }
}

#[cfg(test)]
mod tests {
    use cts_tracker::answer::{Answer, Outcome, Retry, explain};
    use cts_tracker::{Locale, Member, Text};

    use super::{Explanation, Words};
    use crate::answers;

    fn same(words: &Words, text: Text) -> bool {
        Locale::ALL
            .into_iter()
            .all(|locale| words.get(locale) == text.get(locale))
    }

    #[test]
    fn what_the_module_says_is_what_the_core_says() {
        for (status, id, after, body) in [
            (200, "", "", &b""[..]),
            (400, "req-1", "", br#"{"error_code":"CTS.0222","error_msg":"a \"key\""}"#),
            (401, "", "7", br#"{"error_code":"APIGW.0301","error_msg":"Incorrect IAM authentication information: x"}"#),
            (502, "", "", b"<html>"),
            (200, "", "", br#"{"error_code":"CTS.0200","error_msg":"failed"}"#),
        ] {
            let headers = [("x-request-id", id), ("retry-after", after)];
            let core = explain(&Answer { status, headers: &headers, body });
            let lines = ["x-request-id:", id, "\nretry-after:", after, "\n"].concat();
            let json = answers::explain(status, &lines, body, false);
            let page = Explanation::parse(&json).expect("an explanation");
            assert_eq!(page.success, core.success);
            assert_eq!(page.outcome, core.outcome);
            assert_eq!(page.code, core.code);
            assert_eq!(page.request_id, core.request_id);
            assert_eq!(page.members, core.members);
            assert_eq!(page.retry_after, core.retry_after.map(|seconds| seconds.to_string()));
            assert_eq!(page.message.is_some(), core.shape.is_error());
            assert!(same(&page.meaning, core.meaning) && same(&page.remedy, core.remedy));
            assert!(same(&page.retry, core.retry.text()));
            assert_eq!(page.detail.is_some(), core.detail.is_some());
            if let (Some(page), Some(core)) = (page.detail, core.detail) {
                assert!(same(&page.0, core.0) && same(&page.1, core.1));
            }
        }
    }

    #[test]
    fn the_words_of_the_advice_need_no_escapes() {
        for retry in [
            Retry::NotNeeded,
            Retry::AfterMending,
            Retry::AfterAccess,
            Retry::AfterSupport,
            Retry::AfterWaiting,
            Retry::ReadBackFirst,
            Retry::OnRequest,
        ] {
            let Text { en, zh } = retry.text();
            let plain =
                |text: &str| !text.contains(['"', '\\']) && !text.contains(char::is_control);
            assert!(plain(en) && plain(zh), "{en}");
        }
    }

    #[test]
    fn a_listing_is_explained_as_one() {
        let json = answers::explain(500, "", b"", true);
        let page = Explanation::parse(&json).expect("an explanation");
        assert_eq!(page.outcome, Outcome::NotTaken);
        let json = answers::explain(
            400,
            "",
            br#"{"error_code":"CTS.0222","error_msg":"x"}"#,
            false,
        );
        let page = Explanation::parse(&json).expect("an explanation");
        assert_eq!(page.members, [Member::KmsId]);
        assert_eq!(Explanation::parse("{}"), None);
    }
}
