//! A stored tracker, and how the list shows it.

use cts_tracker::TrackerType;
use serde_json::{Value, json};

/// The id of the account; 32 characters as in recorded answers.
const DOMAIN_ID: &str = "5a1d0c0ffee04cafe8bad0f00dba5e00";

/// A tracker as it is configured.
#[derive(Clone, Debug)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "these are the switches that the API has"
)]
pub(crate) struct Tracker {
    pub id: String,
    /// Milliseconds since 1970.
    pub created: u64,
    pub group_id: String,
    pub stream_id: String,
    pub kind: TrackerType,
    pub name: String,
    pub status: String,
    pub agency_name: Option<String>,
    pub kms_id: Option<String>,
    pub is_organization: bool,
    pub is_lts_enabled: bool,
    pub is_encrypted: bool,
    pub is_support_validate: bool,
    pub exclude_service: Vec<String>,
    pub obs_info: Option<ObsInfo>,
    pub data_bucket: Option<DataBucket>,
}

/// Where the records go.
#[derive(Clone, Debug)]
pub(crate) struct ObsInfo {
    pub bucket_name: String,
    pub file_prefix_name: String,
    pub is_obs_created: bool,
    pub bucket_lifecycle: i32,
    pub compress_type: String,
    pub is_sort_by_service: bool,
}

impl Default for ObsInfo {
    /// The documented defaults.
    fn default() -> Self {
        Self {
            bucket_name: String::new(),
            file_prefix_name: String::new(),
            is_obs_created: false,
            bucket_lifecycle: 0,
            compress_type: "gzip".to_owned(),
            is_sort_by_service: true,
        }
    }
}

/// What a data tracker records.
#[derive(Clone, Debug)]
pub(crate) struct DataBucket {
    pub name: String,
    pub events: Vec<String>,
}

impl Tracker {
    /// The object of the list, which differs from the request: the switch for LTS stands in `lts`, some
    /// members exist only here, unset texts are left out and an unset retention is 0.
    pub(crate) fn to_json(&self, project: &str) -> Value {
        let topic = match self.kind {
            TrackerType::System => "system-trace",
            TrackerType::Data => &self.name,
        };
        let mut object = json!({
            "id": self.id,
            "create_time": self.created,
            "tracker_type": self.kind.as_str(),
            "tracker_name": self.name,
            "status": self.status,
            "domain_id": DOMAIN_ID,
            "project_id": project,
            "is_support_validate": self.is_support_validate,
            "is_organization_tracker": self.is_organization,
            "is_support_trace_files_encryption": self.is_encrypted,
            "lts": {
                "is_lts_enabled": self.is_lts_enabled,
                "log_group_name": "CTS",
                "log_topic_name": topic,
            },
        });
        if let Some(agency) = &self.agency_name {
            object["agency_name"] = json!(agency);
        }
        if let Some(key) = &self.kms_id {
            object["kms_id"] = json!(key);
        }
        if self.is_lts_enabled {
            object["group_id"] = json!(self.group_id);
            object["stream_id"] = json!(self.stream_id);
        }
        if self.kind == TrackerType::System {
            object["management_event_selector"] =
                json!({ "exclude_service": self.exclude_service });
        }
        if let Some(info) = &self.obs_info {
            object["obs_info"] = info.to_json();
        }
        if let Some(bucket) = &self.data_bucket {
            object["data_bucket"] = json!({
                "data_bucket_name": bucket.name,
                "search_enabled": self.is_lts_enabled,
                "data_event": bucket.events,
            });
        }
        object
    }
}

impl ObsInfo {
    fn to_json(&self) -> Value {
        json!({
            "bucket_name": self.bucket_name,
            "file_prefix_name": self.file_prefix_name,
            "is_obs_created": self.is_obs_created,
            "is_authorized_bucket": !self.bucket_name.is_empty(),
            "bucket_lifecycle": self.bucket_lifecycle,
            "compress_type": self.compress_type,
            "is_sort_by_service": self.is_sort_by_service,
        })
    }
}
