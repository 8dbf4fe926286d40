//! The codes the stand-in answers with: status and published message (error tables of the API reference and
//! of the API signing guide).

/// Codes of CTS: code, HTTP status, message in the current wording.
const CTS: [(&str, u16, &str); 29] = [
    (
        "CTS.0002",
        403,
        "Authentication failed or you do not have the permissions required.",
    ),
    ("CTS.0003", 400, "The message body is empty or invalid."),
    (
        "CTS.0012",
        403,
        "Invalid project ID. Check whether the project ID is correct.",
    ),
    (
        "CTS.0202",
        400,
        "The value of the tracker_type parameter is incorrect.",
    ),
    (
        "CTS.0203",
        400,
        "The value of tracker_name parameter is in an incorrect format.",
    ),
    (
        "CTS.0204",
        400,
        "The tracker_name parameter of a management tracker can only be set to system.",
    ),
    (
        "CTS.0205",
        400,
        "The status parameter can only be set to enabled or disabled.",
    ),
    (
        "CTS.0206",
        400,
        "The data_bucket parameter cannot be included in the message body for a management tracker.",
    ),
    (
        "CTS.0207",
        400,
        "Invalid message body. The tracker_name value cannot be system or system-trace.",
    ),
    (
        "CTS.0209",
        400,
        "A type of operations on an OBS bucket can be tracked by only one tracker.",
    ),
    ("CTS.0210", 400, "The OBS bucket to track cannot be empty."),
    ("CTS.0211", 400, "The tracked OBS bucket does not exist."),
    (
        "CTS.0212",
        400,
        "The tracked OBS bucket cannot be modified.",
    ),
    (
        "CTS.0213",
        400,
        "The OBS bucket used for trace transfer cannot be a tracked OBS bucket.",
    ),
    ("CTS.0214", 404, "The tracker does not exist."),
    ("CTS.0215", 400, "The OBS bucket already exists."),
    ("CTS.0216", 400, "Failed to create a bucket."),
    (
        "CTS.0217",
        400,
        "Failed to set a lifecycle rule for the OBS bucket.",
    ),
    (
        "CTS.0218",
        400,
        "The value of file_prefix_name is in an incorrect format.",
    ),
    ("CTS.0219", 400, "The operation type cannot be empty."),
    ("CTS.0220", 400, "KMS is not supported."),
    ("CTS.0221", 400, "The KMS ID is empty."),
    ("CTS.0222", 400, "KMS verification failed."),
    (
        "CTS.0225",
        400,
        "Only WRITE and/or READ operations on the OBS bucket can be tracked.",
    ),
    ("CTS.0228", 400, "The CTS service is not trusted."),
    ("CTS.0229", 400, "The organization tracker already exists."),
    (
        "CTS.0231",
        400,
        "Invalid bucket name. A bucket name must be a string of 3 to 63 characters, including only \
         lowercase letters, digits, hyphens (-), or periods (.). It must start with a digit or a \
         lowercase letter.",
    ),
    // Only for completeness of what a first error may name; see `answer::Refusal::service`.
    ("CTS.0056", 400, "Failed to create lts trace analysis."),
    ("CTS.0001", 400, "The IAM or OBS service is abnormal."),
];

/// Status and message of a code of CTS.
pub(crate) fn cts(code: &str) -> Option<(&'static str, u16, &'static str)> {
    CTS.into_iter().find(|row| row.0 == code)
}
