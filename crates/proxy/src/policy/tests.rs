//! What policies allow.

mod properties;

use cts_tracker::{Current, Draft};

use super::*;
use crate::settings::Settings;

const PROJECT: &str = "0123456789abcdef0123456789abcdef";
const OTHER_PROJECT: &str = "fedcba9876543210fedcba9876543210";

fn policies(text: &str) -> Policies {
    let callers = "[callers.header]\npeers = [\"10.0.0.0/8\"]\nname = \"X-User\"\n";
    Settings::read(&format!("{text}\n{callers}"), true)
        .expect(text)
        .policies
}

fn caller(name: &str, groups: &[&str]) -> Caller {
    Caller::new(name, groups.iter().map(|&group| group.to_owned()).collect()).expect("a caller")
}

fn target<'a>(region: &'a str, project: &'a str, tracker: &'a str) -> Target<'a> {
    Target {
        region,
        project,
        tracker: Some(tracker),
    }
}

fn draft(text: &str) -> Draft {
    Draft::parse(text.as_bytes()).expect(text)
}

/// The whole way of an update.
fn updates(
    policies: &Policies,
    caller: &Caller,
    target: Target<'_>,
    body: &str,
    stored: Option<&str>,
) -> Result<(), Denial> {
    let current = stored.map(|text| Current::parse(text.as_bytes()).expect("a tracker"));
    let stored = current
        .as_ref()
        .and_then(|current| current.trackers().first());
    let draft = draft(body);
    let stray = stray(body.as_bytes(), &draft);
    let asked = Asked {
        draft: &draft,
        stray: stray.as_deref(),
    };
    let updating = policies.update(caller, target)?;
    let stored = stored.filter(|_| updating.needs_current(asked));
    updating.allow(asked, stored)
}

const HERE: Target<'_> = Target {
    region: "cn-north-4",
    project: PROJECT,
    tracker: Some("system"),
};
const ON: &str = r#"{"tracker_type":"system","tracker_name":"system","status":"enabled"}"#;
const OFF: &str = r#"{"tracker_type":"system","tracker_name":"system","status":"disabled"}"#;

#[test]
fn without_a_policy_everything_is_allowed_and_with_one_nothing_else() {
    let none = policies("");
    assert_eq!(none.update(&Caller::anonymous(), HERE).map(drop), Ok(()));
    assert_eq!(
        none.read(
            &Caller::anonymous(),
            Target {
                tracker: None,
                ..HERE
            }
        ),
        Ok(())
    );
    let one = policies("[[policy]]\nname = \"ops\"\ncallers = [\"alice\"]\ngroups = [\"ops\"]\n");
    for (caller, allowed) in [
        (caller("alice", &[]), true),
        (caller("bob", &["x", "ops"]), true),
        (caller("bob", &["alice"]), false),
        (caller("ops", &[]), false),
        (caller("Alice", &["OPS"]), false),
        (Caller::anonymous(), false),
    ] {
        assert_eq!(one.update(&caller, HERE).is_ok(), allowed, "{caller:?}");
        assert_eq!(one.read(&caller, HERE).is_ok(), allowed, "{caller:?}");
    }
    let denial = one.update(&caller("bob", &[]), HERE).expect_err("nobody");
    assert_eq!(
        denial.message(),
        "No policy is about this caller; nothing was changed."
    );
}

#[test]
fn places_are_limited() {
    let policies = policies(&format!(
        "[[policy]]\nname = \"here\"\neveryone = true\nregions = [\"cn-north-4\"]\nprojects = [\"{PROJECT}\"]\n\
         trackers = [\"system\", \"a\"]\n"
    ));
    let anyone = caller("x", &[]);
    for (place, allowed) in [
        (HERE, true),
        (target("cn-north-4", PROJECT, "a"), true),
        (target("cn-north-4", PROJECT, "A"), false),
        (target("cn-north-4", PROJECT, ""), false),
        (target("cn-north-4", OTHER_PROJECT, "a"), false),
        (target("ap-southeast-3", PROJECT, "a"), false),
        (
            Target {
                tracker: None,
                ..HERE
            },
            false,
        ),
    ] {
        assert_eq!(policies.read(&anyone, place).is_ok(), allowed, "{place:?}");
        assert_eq!(
            policies.update(&anyone, place).is_ok(),
            allowed,
            "{place:?}"
        );
    }
    let projects = Settings::read("", true).expect("defaults").projects;
    let shown: Vec<_> = projects
        .iter()
        .filter(|project| policies.shows(&anyone, project))
        .collect();
    assert_eq!(shown.len(), 1);
    assert_eq!(shown[0].id, PROJECT);
}

#[test]
fn who_only_reads_changes_nothing() {
    let anyone = caller("x", &[]);
    let one = policies("[[policy]]\nname = \"look\"\neveryone = true\nread_only = true\n");
    assert_eq!(one.read(&anyone, HERE), Ok(()));
    let denial = one.update(&anyone, HERE).expect_err("read-only");
    assert_eq!(denial.names(), ["look"]);
    assert!(
        denial.message().contains("\"look\": it is read_only."),
        "{}",
        denial.message()
    );
    for more in ["", "[[policy]]\nname = \"all\"\neveryone = true\n"] {
        let all = policies(&format!("read_only = true\n{more}"));
        assert_eq!(all.read(&anyone, HERE), Ok(()));
        let denial = all.update(&anyone, HERE).expect_err("read-only");
        assert!(denial.message().contains("policy"), "{}", denial.message());
    }
}

#[test]
fn a_tracker_may_be_switched_on_and_not_off() {
    let policies = policies(
        "[[policy]]\nname = \"on\"\neveryone = true\nvalues = { status = [\"enabled\"] }\n",
    );
    let anyone = caller("x", &[]);
    let outcome = |body: &str| updates(&policies, &anyone, HERE, body, None);
    assert_eq!(outcome(ON), Ok(()));
    assert_eq!(
        outcome(r#"{"tracker_type":"system","tracker_name":"system","is_lts_enabled":true}"#),
        Ok(())
    );
    let denial = outcome(OFF).expect_err("disabled");
    assert!(
        denial
            .message()
            .contains("\"on\": it does not let /status have this value."),
        "{}",
        denial.message()
    );
    for body in [
        r#"{"tracker_type":"system","tracker_name":"system","status":null}"#,
        r#"{"tracker_type":"system","tracker_name":"system","status":["enabled"]}"#,
        r#"{"tracker_type":"system","tracker_name":"system","Status":"disabled"}"#,
        r#"{"tracker_type":"system","tracker_name":"system","obs_info":{"x":1}}"#,
    ] {
        assert!(outcome(body).is_err(), "{body}");
    }
}

#[test]
fn only_some_members_may_change() {
    let policies =
        policies("[[policy]]\nname = \"lts\"\neveryone = true\nmembers = [\"is_lts_enabled\"]\n");
    let anyone = caller("x", &[]);
    let stored = r#"{"tracker_type":"system","tracker_name":"system","status":"enabled","lts":{"is_lts_enabled":false},
        "obs_info":{"bucket_name":"audit","file_prefix_name":"p"},"agency_name":"cts_admin_trust"}"#;
    let rest = r#""status":"enabled","agency_name":"cts_admin_trust""#;
    let bucket = r#""obs_info":{"bucket_name":"audit","file_prefix_name":"p"}"#;
    let outcome = |members: &str| {
        let body = format!("{{\"tracker_type\":\"system\",\"tracker_name\":\"system\",{members}}}");
        updates(&policies, &anyone, HERE, &body, Some(stored)).map_err(|denial| denial.message())
    };
    assert_eq!(
        outcome(&format!("\"is_lts_enabled\":true,{rest},{bucket}")),
        Ok(())
    );
    assert_eq!(
        outcome(&format!("{rest},{bucket}")),
        Ok(()),
        "nothing changes"
    );
    // Off, empty and not there are the same.
    assert_eq!(
        outcome(&format!(
            "\"is_organization_tracker\":false,{rest},{bucket}"
        )),
        Ok(())
    );
    let members = format!(
        "\"is_lts_enabled\":true,{},{bucket}",
        rest.replace("enabled", "disabled")
    );
    let message = outcome(&members).expect_err("status");
    assert!(
        message.ends_with(" \"lts\": it does not let /status change."),
        "{message}"
    );
    let members = format!(
        "\"is_lts_enabled\":true,{rest},{}",
        bucket.replace("audit", "mine")
    );
    assert!(
        outcome(&members)
            .expect_err("a bucket")
            .contains("/obs_info/bucket_name")
    );
    let message = outcome(&format!("\"is_lts_enabled\":true,{rest}")).expect_err("no bucket");
    assert!(
        message.contains("leaves out /obs_info/bucket_name, /obs_info/file_prefix_name"),
        "{message}"
    );
    for bad in [
        format!("\"is_lts_enabled\":true,{rest},\"obs_info\":{{}}"),
        format!("\"is_lts_enabled\":true,{rest},{bucket},\"obs_infos\":1"),
        format!("\"is_lts_enabled\":true,{rest},{bucket},\"data_bucket\":null"),
        format!("\"is_organization_tracker\":true,{rest},{bucket}"),
    ] {
        assert!(outcome(&bad).is_err(), "{bad}");
    }
    // A tracker that is not there yet has nothing.
    assert!(updates(&policies, &anyone, HERE, ON, None).is_err());
    let body = r#"{"tracker_type":"system","tracker_name":"system","is_lts_enabled":true}"#;
    assert_eq!(updates(&policies, &anyone, HERE, body, None), Ok(()));
}

#[test]
fn an_object_stands_for_all_that_is_in_it() {
    let policies =
        policies("[[policy]]\nname = \"obs\"\neveryone = true\nmembers = [\"obs_info\"]\n");
    let anyone = caller("x", &[]);
    let stored =
        r#"{"tracker_type":"system","tracker_name":"system","obs_info":{"bucket_name":"audit"}}"#;
    for (body, allowed) in [
        (
            r#"{"tracker_type":"system","tracker_name":"system","obs_info":{"bucket_name":"b","compress_type":"json"}}"#,
            true,
        ),
        (r#"{"tracker_type":"system","tracker_name":"system"}"#, true),
        (
            r#"{"tracker_type":"system","tracker_name":"system","obs_info":{},"status":"enabled"}"#,
            false,
        ),
    ] {
        assert_eq!(
            updates(&policies, &anyone, HERE, body, Some(stored)).is_ok(),
            allowed,
            "{body}"
        );
    }
}

/// The tracker is read only when that can make a difference.
#[test]
fn what_is_stored_is_asked_for_only_when_it_matters() {
    let anyone = caller("x", &[]);
    let lts = "[[policy]]\nname = \"lts\"\neveryone = true\nmembers = [\"is_lts_enabled\"]\n";
    let on = "[[policy]]\nname = \"on\"\neveryone = true\nvalues = { status = [\"enabled\"] }\n";
    for (text, body, expected) in [
        ("", OFF, false),
        (on, OFF, false),
        (lts, OFF, true),
        (&format!("{lts}{on}"), ON, false),
        (&format!("{lts}{on}"), OFF, true),
    ] {
        let policies = policies(text);
        let updating = policies.update(&anyone, HERE).expect("in place");
        let draft = draft(body);
        let asked = Asked {
            draft: &draft,
            stray: None,
        };
        assert_eq!(updating.needs_current(asked), expected, "{text} {body}");
    }
}
