//! The transfer, the tracked bucket, and texts with an empty form of their own.

use super::*;

#[test]
fn the_transfer_is_left_out_set_or_stopped() {
    let mut state = State::default();
    assert_eq!(state.transfer(), Transfer::LeaveOut);
    state.apply(Action::ChooseTransfer(Transfer::Bucket));
    assert_eq!(state.transfer(), Transfer::Bucket);
    assert!(
        body(&state).contains("\"obs_info\": {}"),
        "{}",
        body(&state)
    );
    assert!(
        state
            .open_findings()
            .iter()
            .all(|found| found.severity != Severity::Error)
    );
    run(
        &mut state,
        [
            typed(Member::BucketName, "audit-logs"),
            choose(Member::CompressType, text("json")),
            Action::ChooseTransfer(Transfer::Stop),
        ],
    );
    assert!(body(&state).contains("\"bucket_name\": \"\""));
    assert!(body(&state).contains("\"compress_type\": \"json\""));
    state.apply(Action::ChooseTransfer(Transfer::LeaveOut));
    assert!(!body(&state).contains("obs_info"));
    state.apply(Action::ChooseTransfer(Transfer::Bucket));
    assert!(
        body(&state).contains("\"bucket_name\": \"audit-logs\""),
        "what was typed is back"
    );
    assert!(body(&state).contains("\"compress_type\": \"json\""));
}

#[test]
fn an_emptied_bucket_name_does_not_stop_the_transfer() {
    let mut state = State::default();
    run(
        &mut state,
        [
            Action::ChooseTransfer(Transfer::Bucket),
            typed(Member::BucketName, "a"),
            typed(Member::BucketName, ""),
        ],
    );
    assert_eq!(state.transfer(), Transfer::Bucket);
    assert!(!body(&state).contains("bucket_name"));
    assert_eq!(
        errors_at(&state, member(Member::ObsInfo)),
        0,
        "still typing"
    );
    state.apply(Action::Leave(member(Member::BucketName)));
    assert_eq!(errors_at(&state, member(Member::ObsInfo)), 1);
}

#[test]
fn the_tracked_bucket_comes_back_as_it_was() {
    let mut state = State::default();
    run(
        &mut state,
        [
            Action::SetType(TrackerType::Data),
            Action::SendDataBucket(true),
            typed(Member::DataBucketName, "orders"),
            choose(Member::DataEvent, Value::List(vec!["READ".to_owned()])),
            Action::SendDataBucket(false),
        ],
    );
    assert!(!body(&state).contains("data_bucket"));
    state.apply(Action::SendDataBucket(true));
    assert!(body(&state).contains("\"data_bucket_name\": \"orders\""));
    assert!(body(&state).contains("\"READ\""));
}

#[test]
fn a_text_is_left_out_set_or_empty() {
    let mut state = State::default();
    state.apply(Action::ChooseText(Member::KmsId, TextChoice::Set));
    assert!(!body(&state).contains("kms_id"), "nothing is typed yet");
    assert!(state.memory().is_asked(Member::KmsId));
    run(
        &mut state,
        [
            typed(Member::KmsId, "13a4207c"),
            Action::ChooseText(Member::KmsId, TextChoice::Empty),
        ],
    );
    assert!(body(&state).contains("\"kms_id\": \"\""));
    state.apply(Action::ChooseText(Member::KmsId, TextChoice::LeaveOut));
    assert!(!body(&state).contains("kms_id"));
    state.apply(Action::ChooseText(Member::KmsId, TextChoice::Set));
    assert!(body(&state).contains("\"kms_id\": \"13a4207c\""));
}

#[test]
fn another_number_is_typed_as_it_is() {
    let mut state = State::default();
    run(
        &mut state,
        [
            Action::SetType(TrackerType::Data),
            Action::ChooseTransfer(Transfer::Bucket),
            typed(Member::BucketName, "audit-logs"),
            Action::ChooseOther(Member::BucketLifecycle),
        ],
    );
    assert!(!body(&state).contains("bucket_lifecycle"));
    state.apply(typed(Member::BucketLifecycle, "45"));
    assert!(body(&state).contains("\"bucket_lifecycle\": 45"));
    assert!(
        state.memory().is_asked(Member::BucketLifecycle)
            || state.draft.get(Member::BucketLifecycle).is_some()
    );
    state.apply(typed(Member::BucketLifecycle, "4x"));
    assert!(
        body(&state).contains("\"bucket_lifecycle\": \"4x\""),
        "the rules see what was typed"
    );
    state.apply(Action::Leave(member(Member::BucketLifecycle)));
    assert_eq!(errors_at(&state, member(Member::BucketLifecycle)), 1);
}
