//! The shape of a difference.

use serde::Deserialize;
use serde_json::Value;
use ts_rs::TS;

/// A member that a request changes of a tracker.
#[derive(Clone, Debug, PartialEq, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Change {
    /// The JSON Pointer of the member.
    pub pointer: String,
    /// Its value now; left out when it is not set.
    #[serde(default)]
    #[ts(type = "unknown", optional)]
    pub before: Option<Value>,
    /// The value that the request gives it; left out when the request leaves it out. Whether it
    /// then keeps its value no source says for certain.
    #[serde(default)]
    #[ts(type = "unknown", optional)]
    pub after: Option<Value>,
}

#[cfg(test)]
mod tests {
    use cts_tracker::{Current, Draft, diff};

    use super::Change;

    #[test]
    fn differences_have_this_shape() {
        let stored = br#"{"tracker_type":"system","tracker_name":"system","status":"enabled"}"#;
        let wanted = br#"{"tracker_type":"system","tracker_name":"system","kms_id":"k"}"#;
        let current = Current::parse(stored).expect("a tracker");
        let draft = Draft::parse(wanted).expect("a body");
        let changes: Vec<Change> = diff(&current.trackers()[0], &draft)
            .iter()
            .map(|change| serde_json::from_str(&change.to_json()).expect("the shape"))
            .collect();
        assert_eq!(changes.len(), 2);
        assert_eq!(changes[0].before, Some("enabled".into()));
        assert_eq!(changes[1].after, Some("k".into()));
    }
}
