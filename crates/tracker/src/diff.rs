//! What a request changes of a tracker.

use alloc::string::String;
use alloc::vec::Vec;

use crate::current::StoredTracker;
use crate::draft::Draft;
use crate::json::write_string;
use crate::table::{Kind, Member};

/// A member that is not the same before and after.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The member.
    pub member: Member,
    /// Its value now, as JSON text; `None` when it is not set.
    pub before: Option<String>,
    /// The value that the request gives it, as JSON text; `None` when the request leaves it out.
    /// Whether it then keeps its value no source says for certain.
    pub after: Option<String>,
}

/// What a request changes of a tracker, member by member, in canonical order. Objects are looked
/// into; what is the same, and what neither has, is not listed.
#[must_use]
pub fn diff(stored: &StoredTracker, draft: &Draft) -> Vec<Change> {
    Member::ALL
        .into_iter()
        .filter(|member| member.kind() != Kind::Object)
        .filter_map(|member| {
            let before = stored.settings.json_of(member);
            let after = draft.json_of(member);
            (before != after).then_some(Change {
                member,
                before,
                after,
            })
        })
        .collect()
}

impl Change {
    /// The change as the text of a JSON object with `pointer`, `before` and `after`, which are
    /// JSON values, or left out where there is no value.
    #[must_use]
    pub fn to_json(&self) -> String {
        let mut out = String::from("{\"pointer\":");
        write_string(self.member.pointer(), &mut out);
        for (name, value) in [("before", &self.before), ("after", &self.after)] {
            if let Some(json) = value {
                out.push_str(",\"");
                out.push_str(name);
                out.push_str("\":");
                out.push_str(json);
            }
        }
        out.push('}');
        out
    }
}

#[cfg(test)]
mod tests {
    use super::{Change, diff};
    use crate::{Current, Draft, Member};

    #[test]
    fn every_difference_is_listed_once_and_in_order() {
        let current = Current::parse(
            br#"{"tracker_type":"system","tracker_name":"system","lts":{"is_lts_enabled":true},
            "obs_info":{"bucket_name":"audit","file_prefix_name":"p"},"agency_name":"cts_admin_trust"}"#,
        )
        .expect("a tracker");
        let draft = Draft::parse(
            br#"{"tracker_type":"system","tracker_name":"system","is_lts_enabled":false,
            "obs_info":{"bucket_name":"audit","compress_type":"json"},"agency_name":"cts_admin_trust"}"#,
        )
        .expect("a body");
        let changes = diff(&current.trackers()[0], &draft);
        let json = |text: &str| Some(text.to_owned());
        let expected = [
            Change {
                member: Member::IsLtsEnabled,
                before: json("true"),
                after: json("false"),
            },
            Change {
                member: Member::FilePrefixName,
                before: json("\"p\""),
                after: None,
            },
            Change {
                member: Member::CompressType,
                before: None,
                after: json("\"json\""),
            },
        ];
        assert_eq!(changes, expected);
        assert_eq!(
            changes[0].to_json(),
            r#"{"pointer":"/is_lts_enabled","before":true,"after":false}"#
        );
        assert_eq!(
            changes[1].to_json(),
            r#"{"pointer":"/obs_info/file_prefix_name","before":"p"}"#
        );
        assert!(diff(&current.trackers()[0], &current.trackers()[0].to_draft()).is_empty());
    }
}
