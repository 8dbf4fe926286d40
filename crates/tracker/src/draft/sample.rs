//! The two requests that the vendor's page shows as examples.

use alloc::borrow::ToOwned as _;
use alloc::vec;

use super::{Draft, Value};
use crate::table::Member;
use crate::tracker_type::TrackerType;

/// A published example (page `UpdateTracker`, "example requests").
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sample {
    /// The management tracker, delivered to an existing bucket.
    Management,
    /// A data tracker with an empty bucket name, delivered to LTS.
    Data,
}

impl Draft {
    /// A draft with the values of a published example.
    #[must_use]
    pub fn sample(sample: Sample) -> Self {
        let text = |value: &str| Value::Text(value.to_owned());
        let (tracker_type, values) = match sample {
            Sample::Management => (
                TrackerType::System,
                vec![
                    (Member::AgencyName, text("cts_admin_trust")),
                    (Member::Status, text("enabled")),
                    (Member::IsLtsEnabled, Value::Boolean(false)),
                    (Member::BucketName, text("test-data-tracker")),
                    (Member::FilePrefixName, text("11")),
                    (Member::IsObsCreated, Value::Boolean(false)),
                    (Member::IsSupportTraceFilesEncryption, Value::Boolean(false)),
                    (Member::KmsId, text("")),
                    (Member::IsSupportValidate, Value::Boolean(false)),
                ],
            ),
            Sample::Data => (
                TrackerType::Data,
                vec![
                    (Member::TrackerName, text("data-tracker-name")),
                    (Member::AgencyName, text("cts_admin_trust")),
                    (Member::IsLtsEnabled, Value::Boolean(true)),
                    (Member::BucketName, text("")),
                    (Member::FilePrefixName, text("")),
                    (Member::IsObsCreated, Value::Boolean(false)),
                    (Member::BucketLifecycle, Value::Number("60".to_owned())),
                    (
                        Member::DataEvent,
                        Value::List(vec!["READ".to_owned(), "WRITE".to_owned()]),
                    ),
                ],
            ),
        };
        let mut draft = Self::new(tracker_type);
        for (member, value) in values {
            draft.set(member, Some(value));
        }
        draft
    }
}
