//! The encryption switch and `kms_id`.

use crate::support::{data, system};
use crate::tables;

const KEY: &str = "13a4207c-7abe-4b68-8510-16b84c3b5504";

fn key(switch: &str, key: &str) -> String {
    system(&format!(
        r#""is_support_trace_files_encryption":{switch},"kms_id":"{key}""#
    ))
}

tables! {
    KmsKeyRequired kms_key_required {
        system(r#""is_support_trace_files_encryption":true"#) => ["/kms_id"],
        key("true", "") => ["/kms_id"],
        key("true", KEY) => [],
        key("false", "") => [],
        system(r#""is_support_trace_files_encryption":true,"kms_id":1"#) => [],
        data(r#""is_support_trace_files_encryption":true"#) => [],
    }
    KmsKeyWithoutSwitch kms_key_without_switch {
        key("false", KEY) => ["/kms_id"],
        system(&format!(r#""kms_id":"{KEY}""#)) => ["/kms_id"],
        key("true", KEY) => [],
        key("\"true\"", KEY) => [],
        key("false", "") => [],
        data(&format!(r#""kms_id":"{KEY}""#)) => [],
    }
    KmsKeyFormat kms_key_format {
        key("true", "alias/audit") => ["/kms_id"],
        key("true", &KEY.to_uppercase()) => ["/kms_id"],
        key("true", &KEY[1..]) => ["/kms_id"],
        key("true", &format!("{KEY}-0000")) => ["/kms_id"],
        key("true", KEY) => [],
        key("true", "") => [],
        key("true", &"x".repeat(201)) => [],
    }
    KmsKeyTooLong kms_key_too_long {
        key("true", &"x".repeat(201)) => ["/kms_id"],
        key("false", &"é".repeat(201)) => ["/kms_id"],
        key("true", &"é".repeat(200)) => [],
    }
    KmsKeyPadding kms_key_padding {
        key("true", &format!(" {KEY}")) => ["/kms_id"],
        key("true", &format!("{KEY}\\n")) => ["/kms_id"],
        key("true", "  ") => ["/kms_id"],
        key("true", KEY) => [],
        key("true", "a b") => [],
    }
    EncryptionOnData encryption_on_data {
        data(r#""is_support_trace_files_encryption":true"#) => ["/is_support_trace_files_encryption"],
        data(r#""kms_id":"x""#) => ["/kms_id"],
        data(r#""is_support_trace_files_encryption":true,"kms_id":"x""#)
            => ["/is_support_trace_files_encryption"],
        data(r#""is_support_trace_files_encryption":false,"kms_id":"""#) => [],
        key("true", KEY) => [],
        r#"{"is_support_trace_files_encryption":true}"# => [],
    }
    EncryptionWithoutBucket encryption_without_bucket {
        key("true", KEY) => ["/is_support_trace_files_encryption"],
        key("true", KEY).replace('}', r#","obs_info":{"bucket_name":"abc"}}"#) => [],
        key("false", KEY) => [],
        data(r#""is_support_trace_files_encryption":true"#) => [],
    }
}
