//! The reader never panics and takes what another reader takes, apart from listed differences.

use cts_tracker::json::{SyntaxErrorKind, format, parse};
use serde_json::Value;

/// Holds the reader against `serde_json`.
///
/// They may differ in three points: ours ends at a depth of 64 and theirs at 128; ours keeps
/// numbers as they are written and theirs refuses those beyond a double.
pub(crate) fn hold(data: &[u8]) {
    let theirs = serde_json::from_slice::<Value>(data);
    match parse(data) {
        Err(error) => {
            assert!(error.offset <= data.len(), "{error:?}");
            let deep = error.kind == SyntaxErrorKind::TooDeep;
            assert!(deep || theirs.is_err(), "only we refuse it: {error:?}");
        }
        Ok(tree) => match theirs {
            Err(error) => {
                let reason = error.to_string();
                assert!(
                    reason.starts_with("number out of range"),
                    "only we take it: {reason}"
                );
            }
            Ok(value) => {
                let written = format(data).expect("what was read can be written");
                let again: Value =
                    serde_json::from_str(&written).expect("what was written is JSON");
                assert_eq!(again, value, "the same value");
                assert_eq!(
                    parse(written.as_bytes()).as_ref(),
                    Ok(&tree),
                    "nothing is lost"
                );
                assert_eq!(format(written.as_bytes()).as_deref(), Ok(written.as_str()));
            }
        },
    }
}
