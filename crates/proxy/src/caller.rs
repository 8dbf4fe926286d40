//! Who makes a request.
//!
//! The settings say how callers are known (`[callers]`): not at all, by a header of a front proxy, by bearer tokens of
//! this proxy, or by tokens of an OpenID Connect issuer. Whatever the way, a request of somebody unknown ends here.

pub(crate) mod bearer;
mod header;
mod identify;
mod openid;
mod token;
mod tokens;

use std::sync::Arc;

pub(crate) use self::identify::{Identity, identify};
pub use self::token::NewToken;
pub(crate) use self::token::{is_id as is_token_id, parts as token_parts};

/// The longest name of a caller or a group, in bytes.
const NAME_LIMIT: usize = 256;

/// Most groups of a caller; tokens of some issuers carry hundreds.
const GROUP_LIMIT: usize = 1024;

/// Somebody who may make requests: a person or a program. Clones share the texts.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Caller {
    name: Arc<str>,
    groups: Arc<[String]>,
}

impl Caller {
    /// Whoever calls when the settings do not ask for a name.
    pub(crate) fn anonymous() -> Self {
        Self {
            name: "anonymous".into(),
            groups: Arc::default(),
        }
    }

    /// A caller with this name in these groups; `None` when one of the names could not be written into a log or a
    /// policy without doubt.
    pub(crate) fn new(name: &str, groups: Vec<String>) -> Option<Self> {
        let good = is_name(name)
            && groups.len() <= GROUP_LIMIT
            && groups.iter().all(|group| is_name(group));
        good.then(|| Self {
            name: name.into(),
            groups: groups.into(),
        })
    }

    /// The name by which log, audit log and policies know the caller.
    pub(crate) fn name(&self) -> &str {
        &self.name
    }

    /// The groups of the caller, in the order in which they were told.
    pub(crate) fn groups(&self) -> &[String] {
        &self.groups
    }
}

/// Whether a text can be the name of a caller or a group: not empty, not too long, no white space at its ends and no
/// control characters.
pub(crate) fn is_name(text: &str) -> bool {
    !text.is_empty()
        && text.len() <= NAME_LIMIT
        && text.trim() == text
        && !text.chars().any(char::is_control)
}

#[cfg(test)]
mod tests {
    use super::Caller;

    #[test]
    fn names_that_could_deceive_are_no_names() {
        for good in [
            "alice",
            "alice@example.com",
            "审计 组",
            "a b",
            &"x".repeat(256),
        ] {
            assert_eq!(
                Caller::new(good, vec![good.into()]).expect("good").name(),
                good
            );
        }
        for bad in [
            "",
            " alice",
            "alice ",
            "a\nb",
            "a\0",
            "\u{85}",
            "\u{3000}x",
            &"x".repeat(257),
        ] {
            assert!(Caller::new(bad, vec![]).is_none(), "{bad:?}");
            assert!(
                Caller::new("alice", vec!["g".into(), bad.into()]).is_none(),
                "{bad:?}"
            );
        }
        assert!(Caller::new("alice", vec!["g".into(); 1025]).is_none());
    }
}
