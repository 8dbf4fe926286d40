//! What an update does to the stored trackers, and when it cannot be done.

use std::collections::HashSet;

use cts_tracker::TrackerType;
use cts_tracker::json::Tree;

use super::tracker::{DataBucket, ObsInfo, Tracker};
use crate::{Conditions, Organization};

/// Buckets that somebody has, so that they cannot be made again (CTS.0215).
pub const TAKEN_BUCKETS: [&str; 3] = ["audit-archive", "test-data-tracker", "tracked-bucket"];

/// A bucket whose name begins like this does not exist (CTS.0211).
pub const MISSING_BUCKET: &str = "missing-";

/// A bucket whose name begins like this cannot be made (CTS.0216).
pub const FORBIDDEN_BUCKET: &str = "forbidden-";

/// A retention cannot be set for a bucket whose name begins like this (CTS.0217).
pub const LOCKED_BUCKET: &str = "locked-";

/// The ids of the keys that exist and are switched on; any other one answers CTS.0222.
pub const KMS_KEYS: [&str; 2] = [
    "0d0466b0-e727-4d9c-b35d-f84bb474a37f",
    "bb6a3d22-dc93-47ac-b5bd-88df7ad35f1e",
];

/// Members that a body may have and still only switch the status.
const STATUS_ONLY: [&str; 5] = [
    "tracker_type",
    "tracker_name",
    "status",
    "agency_name",
    "data_bucket",
];

/// Applies a body that has no error by itself.
///
/// # Errors
/// The code for what does not go with the state; nothing is changed then.
pub(crate) fn apply(
    trackers: &mut [Tracker],
    buckets: &mut HashSet<String>,
    body: &Tree,
    conditions: &Conditions,
) -> Result<(), &'static str> {
    let kind = text(body, "tracker_type")
        .and_then(TrackerType::parse)
        .ok_or("CTS.0202")?;
    let name = text(body, "tracker_name").ok_or("CTS.0203")?;
    let index = trackers
        .iter()
        .position(|tracker| tracker.kind == kind && tracker.name == name)
        .ok_or("CTS.0214")?;
    let next = changed(&trackers[index], body)?;
    records_alone(trackers, index, &next)?;
    if let Some(info) = member(body, "obs_info") {
        transfer_bucket(trackers, &next, info, buckets)?;
    }
    circumstances(&trackers[index], &next, conditions)?;
    if next.is_encrypted
        && !next
            .kms_id
            .as_deref()
            .is_some_and(|id| KMS_KEYS.contains(&id))
    {
        return Err("CTS.0222");
    }
    if let Some(info) = next
        .obs_info
        .as_ref()
        .filter(|info| !info.bucket_name.is_empty())
    {
        buckets.insert(info.bucket_name.clone());
    }
    trackers[index] = next;
    Ok(())
}

/// What the region, the log service and the organization do not allow to be switched on.
fn circumstances(
    old: &Tracker,
    next: &Tracker,
    conditions: &Conditions,
) -> Result<(), &'static str> {
    if next.is_encrypted && conditions.no_encryption {
        return Err("CTS.0220");
    }
    if next.is_lts_enabled && !old.is_lts_enabled && conditions.no_log_service {
        return Err("CTS.0056");
    }
    match conditions.organization {
        Organization::NotTrusted if next.is_organization => Err("CTS.0228"),
        Organization::HasTracker if next.is_organization => Err("CTS.0229"),
        _ => Ok(()),
    }
}

/// The tracker with the body applied; see the policy at the top of the crate.
fn changed(old: &Tracker, body: &Tree) -> Result<Tracker, &'static str> {
    let mut next = old.clone();
    if let Some(status) = text(body, "status") {
        status.clone_into(&mut next.status);
    }
    if let Some(agency) = text(body, "agency_name") {
        next.agency_name = Some(agency.to_owned());
    }
    if let Some(bucket) = member(body, "data_bucket") {
        next.data_bucket = Some(data_bucket(old.data_bucket.as_ref(), bucket)?);
    }
    if is_status_only(body) {
        return Ok(next);
    }
    next.is_lts_enabled = boolean(body, "is_lts_enabled").unwrap_or(false);
    next.is_organization = boolean(body, "is_organization_tracker").unwrap_or(false);
    next.is_support_validate = boolean(body, "is_support_validate").unwrap_or(false);
    next.is_encrypted = boolean(body, "is_support_trace_files_encryption").unwrap_or(false);
    if let Some(key) = text(body, "kms_id") {
        next.kms_id = (!key.is_empty()).then(|| key.to_owned());
    }
    if let Some(selector) = member(body, "management_event_selector") {
        next.exclude_service = list(selector, "exclude_service").unwrap_or_default();
    }
    if let Some(info) = member(body, "obs_info") {
        next.obs_info = Some(obs_info(info));
    }
    Ok(next)
}

/// A body with a status and nothing else that could change.
fn is_status_only(body: &Tree) -> bool {
    let Tree::Object(members) = body else {
        return false;
    };
    let known = |(name, value): &(String, Tree)| {
        *value == Tree::Null || STATUS_ONLY.contains(&name.as_str())
    };
    text(body, "status").is_some() && members.iter().all(known)
}

/// The tracked bucket: its name is fixed, its events are taken when they are there.
fn data_bucket(old: Option<&DataBucket>, body: &Tree) -> Result<DataBucket, &'static str> {
    let given = text(body, "data_bucket_name").filter(|name| !name.is_empty());
    let name = match (old, given) {
        (Some(old), Some(given)) if old.name != given => return Err("CTS.0212"),
        (Some(old), _) => old.name.clone(),
        (None, Some(given)) if given.starts_with(MISSING_BUCKET) => return Err("CTS.0211"),
        (None, Some(given)) => given.to_owned(),
        (None, None) => return Err("CTS.0210"),
    };
    let kept = || old.map(|old| old.events.clone());
    let events = list(body, "data_event").or_else(kept).ok_or("CTS.0219")?;
    Ok(DataBucket { name, events })
}

fn obs_info(body: &Tree) -> ObsInfo {
    let unset = ObsInfo::default();
    let owned = |name: &str| text(body, name).map(str::to_owned);
    ObsInfo {
        bucket_name: owned("bucket_name").unwrap_or_default(),
        file_prefix_name: owned("file_prefix_name").unwrap_or_default(),
        is_obs_created: boolean(body, "is_obs_created").unwrap_or(false),
        bucket_lifecycle: number(body, "bucket_lifecycle").unwrap_or(0),
        compress_type: owned("compress_type").unwrap_or(unset.compress_type),
        is_sort_by_service: boolean(body, "is_sort_by_service").unwrap_or(unset.is_sort_by_service),
    }
}

/// One operation on one bucket is recorded by one tracker; a tracker that is off records nothing.
fn records_alone(trackers: &[Tracker], index: usize, next: &Tracker) -> Result<(), &'static str> {
    let Some(bucket) = next
        .data_bucket
        .as_ref()
        .filter(|_| next.status == "enabled")
    else {
        return Ok(());
    };
    let taken = trackers.iter().enumerate().any(|(other, tracker)| {
        other != index
            && tracker.status == "enabled"
            && tracker.data_bucket.as_ref().is_some_and(|held| {
                held.name == bucket.name && held.events.iter().any(|e| bucket.events.contains(e))
            })
    });
    if taken { Err("CTS.0209") } else { Ok(()) }
}

/// Whether records can be transferred to the bucket that a body names.
fn transfer_bucket(
    trackers: &[Tracker],
    next: &Tracker,
    info: &Tree,
    buckets: &HashSet<String>,
) -> Result<(), &'static str> {
    let name = text(info, "bucket_name").unwrap_or_default();
    let others = trackers
        .iter()
        .filter(|tracker| (tracker.kind, &tracker.name) != (next.kind, &next.name));
    let mut tracked = others
        .chain([next])
        .filter_map(|tracker| tracker.data_bucket.as_ref());
    if name.is_empty() {
        Ok(())
    } else if tracked.any(|bucket| bucket.name == name) {
        Err("CTS.0213")
    } else if name.starts_with(LOCKED_BUCKET) && number(info, "bucket_lifecycle").is_some() {
        Err("CTS.0217")
    } else if boolean(info, "is_obs_created") != Some(true) {
        if name.starts_with(MISSING_BUCKET) {
            Err("CTS.0211")
        } else {
            Ok(())
        }
    } else if name.starts_with(FORBIDDEN_BUCKET) {
        Err("CTS.0216")
    } else if TAKEN_BUCKETS.contains(&name) || buckets.contains(name) {
        Err("CTS.0215")
    } else {
        Ok(())
    }
}

/// A member that is there; `null` counts as absent.
fn member<'a>(body: &'a Tree, name: &str) -> Option<&'a Tree> {
    body.get(name).filter(|value| **value != Tree::Null)
}

fn text<'a>(body: &'a Tree, name: &str) -> Option<&'a str> {
    body.get(name).and_then(Tree::as_text)
}

fn boolean(body: &Tree, name: &str) -> Option<bool> {
    match body.get(name) {
        Some(Tree::Boolean(value)) => Some(*value),
        _ => None,
    }
}

fn number(body: &Tree, name: &str) -> Option<i32> {
    match body.get(name) {
        Some(Tree::Number(digits)) => digits.parse().ok(),
        _ => None,
    }
}

fn list(body: &Tree, name: &str) -> Option<Vec<String>> {
    match body.get(name) {
        Some(Tree::Array(items)) => Some(
            items
                .iter()
                .filter_map(Tree::as_text)
                .map(str::to_owned)
                .collect(),
        ),
        _ => None,
    }
}
