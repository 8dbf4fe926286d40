//! Terraform as people write it.

use cts_samples::{Reading, Reason, Tool, Unread, read};

fn found(text: &str) -> Reading {
    match read(text) {
        Some(Ok(reading)) => reading,
        other => panic!("{other:?}: {text}"),
    }
}

fn unread(text: &str) -> Unread {
    match read(text) {
        Some(Err(unread)) => unread,
        other => panic!("{other:?}: {text}"),
    }
}

/// The body without white space.
fn body(reading: &Reading) -> String {
    let body: serde_json::Value = serde_json::from_str(&reading.body).expect("JSON");
    body.to_string()
}

fn left(reading: &Reading) -> Vec<(&str, Option<&str>, Reason)> {
    let left = reading.left.iter();
    left.map(|left| (left.place.as_str(), left.text.as_deref(), left.reason))
        .collect()
}

const FILE: &str = r#"
terraform {
  required_version = ">= 1.5"
}

provider "huaweicloud" {
  access_key = "TheAccessKey"
  secret_key = "TheSecretKey"
}

variable "bucket" {
  type    = string
  default = "audit-logs"
}

# The tracker of the project.
resource "huaweicloud_cts_tracker" "audit" {
  region          = "cn-north-4"
  bucket_name     = "audit-logs" // ours
  file_prefix     = <<-EOT
    cts
  EOT
  compress_type   = "gzip"
  validate_file   = "true"
  kms_id          = null
  exclude_service = ["KMS", /* not yet: "OBS" */]
  lts_enabled     = true
  enabled         = false
  status          = "disabled"
  tags = {
    owner = "security"
  }

  lifecycle {
    prevent_destroy = true
  }
}

resource "huaweicloud_cts_data_tracker" "orders" {
  for_each             = toset(var.buckets)
  name                 = "orders"
  data_bucket          = huaweicloud_obs_bucket.orders.bucket
  data_operation       = [var.operation]
  bucket_name          = "${var.bucket}-x"
  obs_retention_period = "30"
  compress_type        = true
  lts_enabled          = 7
  kms_id               = "k"
  enabled              = true
}

resource "huaweicloud_obs_bucket" "orders" {
  bucket = "orders"
}

module "other" {
  source = "./other"
}
"#;

#[test]
fn a_file_with_two_trackers_gives_both_and_names_the_rest() {
    let reading = found(&["\u{feff}", FILE].concat());
    assert_eq!(reading.tool, Tool::Terraform);
    let both: serde_json::Value = serde_json::from_str(&reading.body).expect("JSON");
    let expected = serde_json::json!([
        {
            "tracker_type": "system",
            "tracker_name": "system",
            "status": "disabled",
            "management_event_selector": { "exclude_service": ["KMS"] },
            "is_lts_enabled": true,
            "obs_info": { "bucket_name": "audit-logs", "file_prefix_name": "cts\n", "compress_type": "gzip" },
            "is_support_validate": true,
        },
        {
            "tracker_type": "data",
            "tracker_name": "orders",
            "status": "enabled",
            "obs_info": { "bucket_lifecycle": 30, "compress_type": "true" },
        },
    ]);
    assert_eq!(both, expected);
    let audit = "huaweicloud_cts_tracker.audit";
    let orders = "huaweicloud_cts_data_tracker.orders";
    let of = |resource: &str, argument: &str| [resource, ".", argument].concat();
    let expected = [
        ("terraform".to_owned(), None, Reason::ToolOnly),
        (
            "provider \"huaweicloud\"".to_owned(),
            None,
            Reason::ToolOnly,
        ),
        ("variable \"bucket\"".to_owned(), None, Reason::ToolOnly),
        (
            of(audit, "region"),
            Some("\"cn-north-4\""),
            Reason::ToolOnly,
        ),
        (of(audit, "status"), Some("\"disabled\""), Reason::Unknown),
        (
            of(audit, "tags"),
            Some("{\n    owner = \"security\"\n  }"),
            Reason::ToolOnly,
        ),
        (of(audit, "lifecycle"), None, Reason::ToolOnly),
        (
            of(orders, "for_each"),
            Some("toset(var.buckets)"),
            Reason::ToolOnly,
        ),
        (
            of(orders, "data_bucket"),
            Some("huaweicloud_obs_bucket.orders.bucket"),
            Reason::Computed,
        ),
        (
            of(orders, "data_operation"),
            Some("[var.operation]"),
            Reason::Computed,
        ),
        (
            of(orders, "bucket_name"),
            Some("\"${var.bucket}-x\""),
            Reason::Computed,
        ),
        (of(orders, "lts_enabled"), Some("7"), Reason::Value),
        (of(orders, "kms_id"), Some("\"k\""), Reason::Unknown),
        (
            "resource \"huaweicloud_obs_bucket\" \"orders\"".to_owned(),
            None,
            Reason::Other,
        ),
        ("module \"other\"".to_owned(), None, Reason::Other),
    ];
    let expected: Vec<_> = expected
        .iter()
        .map(|(place, text, reason)| (place.as_str(), *text, *reason))
        .collect();
    assert_eq!(left(&reading), expected);
    for secret in ["TheAccessKey", "TheSecretKey"] {
        assert!(!format!("{reading:?}").contains(secret));
    }
}

#[test]
fn a_key_switches_encryption_on() {
    let with = |key: &str| {
        let text = format!("resource \"huaweicloud_cts_tracker\" \"a\" {{ kms_id = \"{key}\" }}");
        body(&found(&text))
    };
    assert_eq!(
        with("k"),
        r#"{"is_support_trace_files_encryption":true,"kms_id":"k","tracker_name":"system","tracker_type":"system"}"#
    );
    assert_eq!(
        with(""),
        r#"{"kms_id":"","tracker_name":"system","tracker_type":"system"}"#
    );
}

#[test]
fn an_import_without_its_resource_gives_the_name() {
    let system = r#"{"tracker_name":"system","tracker_type":"system"}"#;
    let data = r#"{"tracker_name":"orders","tracker_type":"data"}"#;
    for (text, expected) in [
        (
            "terraform import huaweicloud_cts_tracker.audit system",
            system,
        ),
        (
            "$ terraform import -var-file=x.tfvars 'huaweicloud_cts_data_tracker.a' orders\n",
            data,
        ),
        (
            "import {\n  to = huaweicloud_cts_data_tracker.a\n  id = \"orders\"\n}",
            data,
        ),
    ] {
        let reading = found(text);
        assert_eq!(body(&reading), expected, "{text}");
        assert_eq!(left(&reading), [], "{text}");
    }
    let both = "resource \"huaweicloud_cts_tracker\" \"a\" {}\nterraform import huaweicloud_cts_tracker.a system\n\
                import {\n  to = huaweicloud_cts_tracker.a\n  id = \"system\"\n}\n";
    let reading = found(both);
    assert_eq!(body(&reading), system);
    assert_eq!(
        left(&reading),
        [
            (
                "terraform import huaweicloud_cts_tracker.a system",
                None,
                Reason::ToolOnly
            ),
            ("import", None, Reason::ToolOnly)
        ]
    );
}

#[test]
fn what_holds_no_tracker_and_what_is_no_terraform_is_told() {
    for text in [
        "resource \"opentelekomcloud_cts_tracker_v3\" \"a\" {\n  bucket_name = \"b\"\n}",
        "resource \"huaweicloud_cts_notification\" \"a\" {}",
        "terraform import huaweicloud_cts_notification.a b",
    ] {
        assert_eq!(unread(text), Unread::NoTracker, "{text}");
    }
    let broken =
        "# 审计😀\nresource \"huaweicloud_cts_tracker\" \"a\" {\n  /* 审😀 */ 7 = \"b\"\n}";
    let Unread::Syntax(place) = unread(broken) else {
        panic!("it was read");
    };
    assert_eq!((place.line, place.column, place.utf16), (3, 12, 60));
    assert_eq!(&broken[place.byte as usize..][..1], "7");
    for text in [
        "the resource \"a\"",
        "import huaweicloud_cts_tracker",
        "# resource \"huaweicloud_cts_tracker\" \"a\" {}",
        "{\"resource\": \"huaweicloud_cts_tracker\"}",
    ] {
        assert_eq!(read(text), None, "{text}");
    }
}
