//! Loading a tracker, what the request changes of it, and reading it back.

use cts_tracker::Current;

use super::*;
use crate::state::{
    Comparison, Danger, Inquiry, Listed, Listing, Purpose, ReadBack, Refusal, read_history,
    write_history,
};

const LISTED: &str = r#"{"trackers":[
    {"tracker_type":"system","tracker_name":"system","status":"enabled","agency_name":"cts_admin_trust",
     "lts":{"is_lts_enabled":true},"is_support_trace_files_encryption":true,"kms_id":"key-1",
     "is_organization_tracker":true,"is_support_validate":true,"enterprise_project_id":"0",
     "obs_info":{"bucket_name":"audit","file_prefix_name":"p","is_obs_created":true,"bucket_lifecycle":0}},
    {"tracker_type":"data","tracker_name":"orders","status":"disabled","agency_name":"cts_admin_trust",
     "lts":{"is_lts_enabled":false},"obs_info":{"bucket_name":"audit","bucket_lifecycle":180},
     "data_bucket":{"data_bucket_name":"orders","data_event":["READ","WRITE"]}}]}"#;

const ADDRESS: &str = "/api/cn-north-4/v3/0123456789abcdef0123456789abcdef/trackers";

fn list(text: &str) -> Rc<Listed> {
    Rc::new(Listed {
        address: ADDRESS.to_owned(),
        text: text.into(),
        current: Current::parse(text.as_bytes()).expect("a list"),
    })
}

/// A page with the trackers listed.
fn listed() -> State {
    let mut state = connected();
    state.apply(Action::List);
    let asked = Inquiry {
        purpose: Purpose::Choose,
        address: ADDRESS.to_owned(),
    };
    assert_eq!(state.inquiry, (1, asked));
    assert_eq!(state.listing, Listing::Waiting);
    state.apply(Action::Inquired(Purpose::Choose, Ok(list(LISTED))));
    assert_eq!(state.listing, Listing::Idle);
    state
}

fn changed(state: &State) -> Vec<Member> {
    let difference = state.judged.difference.as_ref().expect("a difference");
    difference.changed().map(|change| change.member).collect()
}

fn left_out(state: &State) -> Vec<Member> {
    let difference = state.judged.difference.as_ref().expect("a difference");
    difference.left_out(&state.draft).collect()
}

/// Sends what is in the form and takes a success for an answer.
fn sent(state: &mut State) {
    state.apply(Action::Send);
    for danger in state.dangers() {
        state.apply(Action::Agree(danger, true));
    }
    let reply = Reply::new(
        200,
        vec![("x-request-id".to_owned(), "req-1".to_owned())],
        b"",
        5,
        Explanation::parse(&crate::answers::explain(
            200,
            "x-request-id:req-1",
            b"",
            false,
        )),
    );
    run(
        state,
        [
            Action::Confirm,
            Action::Departed("2026-01-02T03:04:05.678Z".to_owned()),
            Action::Answered(Rc::new(reply)),
        ],
    );
}

#[test]
fn a_list_needs_a_place_to_ask() {
    let mut state = connected();
    run(&mut state, [Action::SelectProject(None), Action::List]);
    assert_eq!(state.inquiry.0, 0);
    let project = member(Member::ProjectId);
    assert_eq!(errors_at(&state, project), 1);
    assert_eq!(state.effect.1, Effect::Focus(Focus::Field(project)));
}

#[test]
fn a_loaded_tracker_is_sent_whole_and_changes_nothing() {
    let mut state = listed();
    state.apply(Action::Load(0));
    assert_eq!(changed(&state), []);
    assert_eq!(left_out(&state), []);
    assert!(body(&state).contains("\"enterprise_project_id\": \"0\""));
    assert!(!body(&state).contains("bucket_lifecycle"));
    assert_eq!(state.draft.boolean(Member::IsObsCreated), Some(false));
    assert!(!state.replaced && state.trail.can_undo());
    assert_eq!(state.said.1, Said::Loaded("system".to_owned()));
    state.apply(Action::Undo);
    assert_eq!(body(&state), Draft::default().emit());
}

#[test]
fn loading_keeps_the_draft_of_the_other_type() {
    let mut state = listed();
    run(
        &mut state,
        [
            choose(Member::IsSupportValidate, Value::Boolean(false)),
            Action::Load(1),
        ],
    );
    assert_eq!(state.tracker_type(), TrackerType::Data);
    state.apply(Action::SetType(TrackerType::System));
    assert_eq!(state.draft.boolean(Member::IsSupportValidate), Some(false));
}

#[test]
fn the_rules_that_need_the_tracker_run() {
    let mut state = listed();
    let codes = |state: &State| -> Vec<&'static str> {
        let found = state.report().diagnostics().iter();
        found.map(cts_tracker::Diagnostic::code).collect()
    };
    state.apply(Action::Load(1));
    state.apply(typed(Member::DataBucketName, "invoices"));
    assert!(codes(&state).contains(&"data-bucket-immutable"));
    // Of another project nothing is known.
    state.apply(Action::Type(
        member(Member::ProjectId),
        "fedcba9876543210fedcba9876543210".to_owned(),
    ));
    assert!(!codes(&state).contains(&"data-bucket-immutable"));
    assert!(state.listed().is_none() && state.judged.difference.is_none());
}

#[test]
fn a_change_is_listed_and_what_is_left_out_can_be_added_at_once() {
    let mut state = listed();
    state.apply(Action::Load(0));
    run(
        &mut state,
        [
            choose(Member::IsSupportValidate, Value::Boolean(false)),
            Action::Choose(Member::KmsId, None),
            Action::Choose(Member::IsLtsEnabled, None),
            Action::ChooseTransfer(Transfer::LeaveOut),
        ],
    );
    assert_eq!(changed(&state), [Member::IsSupportValidate]);
    let lost = [
        Member::IsLtsEnabled,
        Member::BucketName,
        Member::FilePrefixName,
        Member::KmsId,
    ];
    assert_eq!(left_out(&state), lost);
    state.apply(Action::AddLeftOut);
    assert_eq!(left_out(&state), []);
    assert_eq!(changed(&state), [Member::IsSupportValidate]);
    assert_eq!(state.draft.text(Member::BucketName), Some("audit"));
    assert!(body(&state).contains("enterprise_project_id"));
}

#[test]
fn whoever_ends_the_transfer_is_not_asked_to_send_what_belongs_to_it() {
    let mut state = listed();
    state.apply(Action::Load(0));
    run(
        &mut state,
        [
            Action::ChooseTransfer(Transfer::Stop),
            Action::Choose(Member::FilePrefixName, None),
            Action::Choose(Member::KmsId, None),
        ],
    );
    assert_eq!(left_out(&state), [Member::KmsId]);
    state.apply(Action::AddLeftOut);
    assert_eq!(state.draft.text(Member::BucketName), Some(""));
    assert_eq!(state.draft.get(Member::FilePrefixName), None);
    assert_eq!(state.draft.text(Member::KmsId), Some("key-1"));
}

#[test]
fn only_switching_sends_what_the_other_clients_send() {
    let mut state = listed();
    state.apply(Action::Switch(1));
    let expected = r#"{
  "tracker_type": "data",
  "tracker_name": "orders",
  "agency_name": "cts_admin_trust",
  "status": "enabled",
  "data_bucket": {
    "data_bucket_name": "orders",
    "data_event": [
      "READ",
      "WRITE"
    ]
  }
}"#;
    assert_eq!(body(&state), expected);
    assert_eq!(state.step, Step::Review);
    state.apply(Action::Switch(0));
    assert_eq!(state.draft.text(Member::Status), Some("disabled"));
    assert_eq!(changed(&state), [Member::Status]);
    let dangers = [
        Danger::Recording,
        Danger::Lts,
        Danger::Encryption,
        Danger::OrganizationOff,
    ];
    assert_eq!(state.dangers(), dangers);
}

#[test]
fn each_danger_is_found_and_nothing_else() {
    let off = || Value::Boolean(false);
    for (number, action, dangers) in [
        (0, choose(Member::IsSupportValidate, off()), vec![]),
        (
            0,
            choose(Member::Status, text("disabled")),
            vec![Danger::Recording],
        ),
        (1, choose(Member::Status, text("disabled")), vec![]),
        (
            0,
            Action::ChooseTransfer(Transfer::Stop),
            vec![Danger::Transfer],
        ),
        (0, choose(Member::IsLtsEnabled, off()), vec![Danger::Lts]),
        (
            0,
            Action::Choose(Member::IsLtsEnabled, None),
            vec![Danger::Lts],
        ),
        (
            1,
            typed(Member::BucketLifecycle, "179"),
            vec![Danger::Retention(179)],
        ),
        (1, typed(Member::BucketLifecycle, "181"), vec![]),
        (1, typed(Member::BucketLifecycle, "0"), vec![]),
        (
            0,
            choose(Member::IsSupportTraceFilesEncryption, off()),
            vec![Danger::Encryption],
        ),
        (
            0,
            choose(Member::IsOrganizationTracker, off()),
            vec![Danger::OrganizationOff],
        ),
    ] {
        let mut state = listed();
        run(&mut state, [Action::Load(number), action.clone()]);
        assert_eq!(state.dangers(), dangers, "{action:?}");
    }
}

#[test]
fn without_the_tracker_only_what_says_so_itself_is_dangerous() {
    let mut state = connected();
    state.apply(Action::Start(Some(Sample::Management)));
    assert_eq!(state.dangers(), []);
    run(
        &mut state,
        [
            choose(Member::Status, text("disabled")),
            choose(Member::IsOrganizationTracker, Value::Boolean(true)),
            Action::ChooseTransfer(Transfer::Stop),
        ],
    );
    let all = [Danger::Recording, Danger::Transfer, Danger::OrganizationOn];
    assert_eq!(state.dangers(), all);
}

#[test]
fn a_retention_where_there_was_none_deletes_files() {
    let mut state = listed();
    let without = LISTED.replace("180", "0");
    run(
        &mut state,
        [
            Action::Inquired(Purpose::Choose, Ok(list(&without))),
            Action::Load(1),
            typed(Member::BucketLifecycle, "1095"),
        ],
    );
    assert_eq!(state.dangers(), [Danger::Retention(1095)]);
}

#[test]
fn nothing_dangerous_is_sent_before_every_box_is_ticked() {
    let mut state = listed();
    state.apply(Action::Switch(0));
    run(&mut state, [Action::Send, Action::Confirm]);
    assert_eq!(state.effect.1, Effect::Focus(Focus::Danger(0)));
    run(
        &mut state,
        [Action::Agree(Danger::Recording, true), Action::Confirm],
    );
    assert_eq!(state.effect.1, Effect::Focus(Focus::Danger(1)));
    assert_eq!(state.sending, Sending::Idle);
    run(
        &mut state,
        [
            Action::Agree(Danger::Lts, true),
            Action::Agree(Danger::Encryption, true),
            Action::Agree(Danger::OrganizationOff, true),
            Action::Confirm,
        ],
    );
    assert!(matches!(state.sending, Sending::Waiting(_)));
}

#[test]
fn what_was_sent_is_read_back_and_noted() {
    let mut state = listed();
    run(
        &mut state,
        [
            Action::Load(0),
            choose(Member::IsSupportValidate, Value::Boolean(false)),
        ],
    );
    sent(&mut state);
    assert_eq!(state.read_back, ReadBack::Waiting);
    assert_eq!(state.inquiry.1.purpose, Purpose::ReadBack);
    assert_eq!(state.inquiry.1.address, ADDRESS);
    let entry = &state.history[0];
    assert_eq!(entry.at, "2026-01-02T03:04:05.678Z");
    assert_eq!(
        (entry.status.as_deref(), entry.request_id.as_deref()),
        (Some("200"), Some("req-1"))
    );
    assert_eq!((entry.outcome.as_str(), entry.changes.len()), ("taken", 1));
    assert_eq!(entry.read_back, None);

    let after = LISTED.replacen(
        "\"is_support_validate\":true",
        "\"is_support_validate\":false",
        1,
    );
    state.apply(Action::Inquired(Purpose::ReadBack, Ok(list(&after))));
    let ReadBack::Compared(found) = &state.read_back else {
        panic!("not compared");
    };
    assert!(found.is_clean());
    assert_eq!(state.history[0].read_back.as_deref(), Some("taken-over"));
    assert_eq!(changed(&state), [], "the list is the new one");
}

#[test]
fn what_was_not_taken_over_and_what_strayed_is_named() {
    let mut state = listed();
    run(
        &mut state,
        [
            Action::Load(0),
            choose(Member::IsSupportValidate, Value::Boolean(false)),
            Action::Choose(Member::IsLtsEnabled, None),
        ],
    );
    sent(&mut state);
    let after = LISTED.replacen("\"is_lts_enabled\":true", "\"is_lts_enabled\":false", 1);
    state.apply(Action::Inquired(Purpose::ReadBack, Ok(list(&after))));
    let ReadBack::Compared(found) = &state.read_back else {
        panic!("not compared");
    };
    let Comparison {
        not_taken, strayed, ..
    } = &**found;
    assert_eq!(not_taken, &[Member::IsSupportValidate]);
    assert_eq!(strayed, &[Member::IsLtsEnabled]);
    let entry = &state.history[0];
    assert_eq!(entry.read_back.as_deref(), Some("differs"));
    assert_eq!(entry.differing, ["/is_support_validate", "/is_lts_enabled"]);
}

#[test]
fn a_tracker_that_cannot_be_read_back_says_so() {
    let mut state = listed();
    state.apply(Action::Load(0));
    sent(&mut state);
    let lost = || Err(Refusal::Failure(Failure::Lost));
    state.apply(Action::Inquired(Purpose::ReadBack, lost()));
    assert_eq!(state.read_back, ReadBack::Unavailable);
    assert!(state.listed().is_some(), "what was listed stays");
    state.apply(Action::ReadBack);
    assert_eq!(state.read_back, ReadBack::Waiting);
    let other = r#"{"trackers":[]}"#;
    state.apply(Action::Inquired(Purpose::ReadBack, Ok(list(other))));
    assert_eq!(state.read_back, ReadBack::Missing);
    assert_eq!(state.history.len(), 1);
}

#[test]
fn a_lost_answer_is_read_back_and_a_refusal_is_not() {
    let mut state = listed();
    state.apply(Action::Load(0));
    let asked = state.inquiry.0;
    run(&mut state, [Action::Send, Action::Confirm]);
    let json = crate::answers::explain(400, "", b"{}", false);
    let refusal = Reply::new(400, Vec::new(), b"{}", 5, Explanation::parse(&json));
    let mut refused = state.clone();
    refused.apply(Action::Answered(Rc::new(refusal)));
    assert_eq!(
        (refused.inquiry.0, &refused.read_back),
        (asked, &ReadBack::Idle)
    );
    assert_eq!(refused.history[0].outcome, "not-taken");
    state.apply(Action::Failed(Failure::TimedOut));
    assert_eq!(state.inquiry.0, asked + 1);
    assert_eq!(
        (
            state.history[0].status.as_deref(),
            state.history[0].outcome.as_str()
        ),
        (None, "unknown")
    );
}

#[test]
fn what_is_kept_is_read_again_and_can_be_deleted() {
    let mut state = listed();
    state.apply(Action::Load(1));
    state.apply(typed(Member::BucketLifecycle, "365"));
    sent(&mut state);
    let text = write_history(&state.history);
    assert_eq!(read_history(&text), *state.history);
    assert_eq!(read_history("{"), []);
    assert_eq!(read_history("[{}, 1]"), []);
    run(&mut state, [Action::Forget, Action::Confirm]);
    assert!(state.history.is_empty());
}

#[test]
fn a_list_that_fails_leaves_the_form_as_it_is() {
    let mut state = listed();
    state.apply(Action::Load(0));
    let before = body(&state).to_owned();
    state.apply(Action::List);
    let failure = Err(Refusal::Failure(Failure::TimedOut));
    state.apply(Action::Inquired(Purpose::Choose, failure));
    assert_eq!(state.listing, Listing::Failed(Failure::TimedOut));
    assert_eq!(body(&state), before);
    assert!(state.judged.difference.is_some());
}

#[test]
fn what_becomes_known_while_the_question_is_open_is_asked_as_well() {
    let mut state = connected();
    run(
        &mut state,
        [
            choose(Member::Status, text("disabled")),
            Action::Send,
            Action::Agree(Danger::Recording, true),
            Action::Inquired(Purpose::Choose, Ok(list(LISTED))),
        ],
    );
    let Some(Dialog::Send(question)) = &state.dialog else {
        panic!("no question");
    };
    assert_eq!(question.dangers[0], (Danger::Recording, true));
    assert_eq!(question.dangers[1], (Danger::Lts, false));
    state.apply(Action::Confirm);
    assert_eq!(state.effect.1, Effect::Focus(Focus::Danger(1)));
}
