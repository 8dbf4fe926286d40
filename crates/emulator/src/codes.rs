//! The codes the stand-in answers with: status and published message (error tables of the API reference and
//! of the API signing guide).

/// A row: code, HTTP status, message in the current wording.
pub(crate) type Row = (&'static str, u16, &'static str);

/// Codes of CTS.
pub(crate) const CTS: [Row; 45] = [
    ("CTS.0001", 400, "The IAM or OBS service is abnormal."),
    (
        "CTS.0002",
        403,
        "Authentication failed or you do not have the permissions required.",
    ),
    ("CTS.0003", 400, "The message body is empty or invalid."),
    ("CTS.0004", 500, "Failed to write data."),
    ("CTS.0005", 500, "Failed to read data."),
    (
        "CTS.0012",
        403,
        "Invalid project ID. Check whether the project ID is correct.",
    ),
    ("CTS.0013", 403, "No permission, Please check roles."),
    ("CTS.0056", 400, "Failed to create lts trace analysis."),
    (
        "CTS.0100",
        404,
        "API version query is not supported in CTS.",
    ),
    (
        "CTS.0200",
        400,
        "The number of trackers has reached the upper limit.",
    ),
    ("CTS.0201", 400, "A management tracker has been created."),
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
    ("CTS.0208", 400, "The tracker already exists."),
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
    ("CTS.0300", 400, "Query failed."),
    ("CTS.0400", 400, "NotificationV3 name is existed already."),
    (
        "CTS.0401",
        400,
        "Invalid message body. The operations parameter value is invalid.",
    ),
    ("CTS.0402", 400, "The Smn topic does not exist."),
    ("CTS.0403", 404, "The notification does not exist."),
    (
        "CTS.0404",
        400,
        "State setting failed, check if topicId exists.",
    ),
    (
        "CTS.0407",
        400,
        "The quantity has exceeded the maximum quantity limit.",
    ),
    ("CTS.0410", 400, "The notification_type must be smn."),
    ("CTS.0411", 400, "The notification_name invalid."),
];

/// Codes of the gateway. Some stand for several statuses.
pub(crate) const GATEWAY: [Row; 43] = [
    (
        "APIGW.0101",
        404,
        "The API does not exist or has not been published in the environment.",
    ),
    ("APIGW.0101", 404, "The API does not exist."),
    ("APIGW.0103", 404, "The backend does not exist."),
    ("APIGW.0104", 400, "The plug-ins do not exist."),
    (
        "APIGW.0105",
        400,
        "The backend configurations do not exist.",
    ),
    ("APIGW.0106", 400, "Orchestration error."),
    ("APIGW.0201", 400, "API request error."),
    ("APIGW.0201", 413, "Request entity too large."),
    ("APIGW.0201", 414, "Request URI too large."),
    ("APIGW.0201", 494, "Request headers too large."),
    ("APIGW.0201", 502, "Backend unavailable."),
    ("APIGW.0201", 504, "Backend timeout."),
    ("APIGW.0201", 500, "An unexpected error occurred"),
    ("APIGW.0204", 400, "SSL protocol is not supported: TLSv1.1"),
    (
        "APIGW.0301",
        401,
        "Incorrect IAM authentication information.",
    ),
    (
        "APIGW.0302",
        403,
        "The IAM user is not authorized to access the API.",
    ),
    (
        "APIGW.0303",
        401,
        "Incorrect app authentication information.",
    ),
    (
        "APIGW.0304",
        403,
        "The app is not authorized to access the API.",
    ),
    ("APIGW.0305", 401, "Incorrect authentication information."),
    ("APIGW.0306", 403, "API access denied."),
    ("APIGW.0307", 401, "The token must be updated."),
    (
        "APIGW.0308",
        429,
        "The throttling threshold has been reached.",
    ),
    ("APIGW.0310", 403, "The project is unavailable."),
    (
        "APIGW.0311",
        401,
        "Incorrect debugging authentication information.",
    ),
    ("APIGW.0401", 403, "Unknown client IP address."),
    (
        "APIGW.0402",
        403,
        "The IP address is not authorized to access the API.",
    ),
    (
        "APIGW.0404",
        403,
        "Access to the backend IP address has been denied.",
    ),
    ("APIGW.0501", 405, "The app quota has been used up."),
    ("APIGW.0502", 405, "The app has been frozen."),
    ("APIGW.0601", 500, "Internal server error."),
    ("APIGW.0602", 400, "Bad request."),
    ("APIGW.0605", 500, "Domain name resolution failed."),
    ("APIGW.0606", 500, "Failed to load the API configurations."),
    (
        "APIGW.0607",
        400,
        "The following protocol is supported: {xxx}",
    ),
    ("APIGW.0608", 500, "Failed to obtain the admin token."),
    ("APIGW.0609", 500, "The VPC backend does not exist."),
    ("APIGW.0610", 502, "No backend available."),
    ("APIGW.0611", 500, "The backend port does not exist."),
    ("APIGW.0612", 500, "An API cannot call itself."),
    (
        "APIGW.0613",
        503,
        "The IAM service is currently unavailable.",
    ),
    ("APIGW.0705", 500, "Backend signature calculation failed."),
    (
        "APIGW.0802",
        403,
        "The IAM user is forbidden in the currently selected region",
    ),
    ("APIGW.1009", 400, "AppKey or AppSecret is invalid"),
];

/// The row of a code of CTS.
pub(crate) fn cts(code: &str) -> Option<Row> {
    CTS.into_iter().find(|row| row.0 == code)
}

/// The row of a code of the gateway, the first one unless a status is given.
pub(crate) fn gateway(code: &str, status: Option<u16>) -> Option<Row> {
    GATEWAY
        .into_iter()
        .find(|row| row.0 == code && status.is_none_or(|status| status == row.1))
}
