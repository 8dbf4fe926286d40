//! What was probably meant.

use cts_tracker::{Context, check};

#[path = "support/bodies.rs"]
mod support;

use support::{obs, system};

/// What is proposed for a member that the table does not know.
fn meant(text: &str) -> Option<&'static str> {
    let report = check(text.as_bytes(), &Context::default());
    let found = report
        .diagnostics()
        .iter()
        .find(|found| found.code() == "unknown-member");
    found.expect("an unknown member").suggestion()
}

#[test]
fn up_to_two_slips_are_forgiven() {
    for (written, expected) in [
        // One slip: a letter too many, too few, another one, two that changed places.
        ("statuss", Some("status")),
        ("xstatus", Some("status")),
        ("tatus", Some("status")),
        ("statu", Some("status")),
        ("stadus", Some("status")),
        ("tsatus", Some("status")),
        ("stauts", Some("status")),
        ("statsu", Some("status")),
        // Two of them.
        ("tsatsu", Some("status")),
        ("aegncy_nmae", Some("agency_name")),
        ("aegncy_nam", Some("agency_name")),
        ("gaency_namee", Some("agency_name")),
        ("agencyname2", Some("agency_name")),
        ("kms_di", Some("kms_id")),
        ("is_support_validat", Some("is_support_validate")),
        ("is_lts_enbaled", Some("is_lts_enabled")),
        // How it is written does not count.
        ("STATUS", Some("status")),
        ("Is-Lts-Enabeld", Some("is_lts_enabled")),
        // Three slips, or as many as half of the letters, are another word.
        ("tsatsux", None),
        ("gaency_nameee", None),
        ("kmsdi", Some("kms_id")),
        ("km_d", None),
        ("ageny_nmae", Some("agency_name")),
        ("kms", None),
        ("sta", None),
        ("追踪器类型", None),
    ] {
        assert_eq!(
            meant(&system(&format!("\"{written}\":1"))),
            expected,
            "{written}"
        );
    }
}

#[test]
fn only_members_of_the_same_object_are_proposed() {
    assert_eq!(meant(&obs("\"bucketname\":1")), Some("bucket_name"));
    assert_eq!(meant(&obs("\"stauts\":1")), None);
    assert_eq!(meant(&system("\"bucketname\":1")), None);
}
