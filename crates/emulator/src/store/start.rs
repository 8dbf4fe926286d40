//! What a project has when it is seen for the first time.

use cts_tracker::TrackerType;

use super::tracker::{DataBucket, ObsInfo, Tracker};
use crate::random;

/// One management tracker and two data trackers. The names are those of the published examples, so that
/// these can be sent as they are.
pub(crate) fn trackers(now: u64) -> Vec<Tracker> {
    let system = Tracker {
        exclude_service: vec!["KMS".to_owned()],
        is_lts_enabled: true,
        is_support_validate: true,
        obs_info: Some(transfer("audit-archive", "management", 0)),
        ..Tracker::new(TrackerType::System, "system", now)
    };
    let data = Tracker {
        is_lts_enabled: true,
        obs_info: Some(transfer("audit-archive", "data", 180)),
        data_bucket: Some(tracked(&["READ", "WRITE"])),
        ..Tracker::new(TrackerType::Data, "data-tracker-name", now)
    };
    let archive = Tracker {
        status: "disabled".to_owned(),
        data_bucket: Some(tracked(&["READ"])),
        ..Tracker::new(TrackerType::Data, "data-archive", now)
    };
    vec![system, data, archive]
}

fn transfer(bucket: &str, prefix: &str, days: i32) -> ObsInfo {
    ObsInfo {
        bucket_name: bucket.to_owned(),
        file_prefix_name: prefix.to_owned(),
        bucket_lifecycle: days,
        ..ObsInfo::default()
    }
}

fn tracked(events: &[&str]) -> DataBucket {
    DataBucket {
        name: "tracked-bucket".to_owned(),
        events: events.iter().map(|event| (*event).to_owned()).collect(),
    }
}

impl Tracker {
    fn new(kind: TrackerType, name: &str, now: u64) -> Self {
        Self {
            id: random::uuid(),
            created: now,
            group_id: random::uuid(),
            stream_id: random::uuid(),
            kind,
            name: name.to_owned(),
            status: "enabled".to_owned(),
            agency_name: Some("cts_admin_trust".to_owned()),
            kms_id: None,
            is_organization: false,
            is_lts_enabled: false,
            is_encrypted: false,
            is_support_validate: false,
            exclude_service: Vec::new(),
            obs_info: None,
            data_bucket: None,
        }
    }
}
