//! Bodies to start from.
#![allow(dead_code, reason = "each test binary uses a part of it")]

/// A management tracker with more members.
pub(crate) fn system(more: &str) -> String {
    format!(
        r#"{{"tracker_type":"system","tracker_name":"system"{}{more}}}"#,
        comma(more)
    )
}

/// A data tracker with more members.
pub(crate) fn data(more: &str) -> String {
    format!(
        r#"{{"tracker_type":"data","tracker_name":"orders"{}{more}}}"#,
        comma(more)
    )
}

/// A management tracker with members of `obs_info`.
pub(crate) fn obs(members: &str) -> String {
    system(&format!(r#""obs_info":{{{members}}}"#))
}

/// A data tracker with members of `obs_info`.
pub(crate) fn data_obs(members: &str) -> String {
    data(&format!(r#""obs_info":{{{members}}}"#))
}

/// A management tracker with this transfer bucket.
pub(crate) fn bucket(name: &str) -> String {
    obs(&format!(r#""bucket_name":"{name}""#))
}

/// A data tracker with this number of days.
pub(crate) fn days(number: &str) -> String {
    data_obs(&format!(
        r#""bucket_name":"audit-logs","bucket_lifecycle":{number}"#
    ))
}

/// A data tracker with members of `data_bucket`, switched on.
pub(crate) fn tracked(members: &str) -> String {
    data(&format!(
        r#""status":"enabled","data_bucket":{{{members}}}"#
    ))
}

fn comma(more: &str) -> &'static str {
    if more.is_empty() { "" } else { "," }
}
