//! Both published samples, by hand and from the button, and the way back.

use super::*;

#[test]
fn the_management_sample_can_be_built_by_hand() {
    let mut state = State::default();
    run(
        &mut state,
        [
            choose(Member::Status, text("enabled")),
            choose(Member::IsLtsEnabled, Value::Boolean(false)),
            Action::ChooseTransfer(Transfer::Bucket),
            typed(Member::BucketName, "test-data-tracker"),
            choose(Member::IsObsCreated, Value::Boolean(false)),
            Action::ChooseText(Member::FilePrefixName, TextChoice::Set),
            typed(Member::FilePrefixName, "11"),
            choose(Member::IsSupportValidate, Value::Boolean(false)),
            choose(Member::IsSupportTraceFilesEncryption, Value::Boolean(false)),
            Action::ChooseText(Member::KmsId, TextChoice::Empty),
            choose(Member::AgencyName, text("cts_admin_trust")),
        ],
    );
    assert_eq!(body(&state), Draft::sample(Sample::Management).emit());
}

#[test]
fn the_data_sample_can_be_built_by_hand() {
    let mut state = State::default();
    run(
        &mut state,
        [
            Action::SetType(TrackerType::Data),
            typed(Member::TrackerName, "data-tracker-name"),
            Action::SendDataBucket(true),
            choose(Member::DataEvent, Value::List(Vec::new())),
            Action::Tick(Member::DataEvent, "WRITE", true),
            Action::Tick(Member::DataEvent, "READ", true),
            choose(Member::IsLtsEnabled, Value::Boolean(true)),
            Action::ChooseTransfer(Transfer::Stop),
            choose(Member::IsObsCreated, Value::Boolean(false)),
            choose(Member::BucketLifecycle, Value::Number("60".to_owned())),
            Action::ChooseText(Member::FilePrefixName, TextChoice::Empty),
            choose(Member::AgencyName, text("cts_admin_trust")),
        ],
    );
    assert_eq!(body(&state), Draft::sample(Sample::Data).emit());
}

#[test]
fn an_untouched_form_is_replaced_without_a_notice() {
    let mut state = State::default();
    state.apply(Action::Start(Some(Sample::Data)));
    assert!(!state.replaced);
    assert_eq!(body(&state), Draft::sample(Sample::Data).emit());
    state.apply(Action::Start(Some(Sample::Management)));
    assert!(
        !state.replaced,
        "a sample that nobody changed is no work of anybody"
    );
}

#[test]
fn replaced_work_can_be_brought_back() {
    let mut state = State::default();
    state.apply(choose(Member::Status, text("enabled")));
    let before = body(&state).to_owned();
    state.apply(Action::Start(Some(Sample::Data)));
    assert!(state.replaced);
    state.apply(Action::Undo);
    assert_eq!(body(&state), before);
    assert!(!state.replaced);
}

#[test]
fn a_file_name_says_what_is_in_the_file() {
    let mut state = State::default();
    assert_eq!(state.file_name(), "update-tracker-system-system.json");
    run(
        &mut state,
        [
            Action::SetType(TrackerType::Data),
            typed(Member::TrackerName, "../a b/é_1"),
        ],
    );
    assert_eq!(state.file_name(), "update-tracker-data-ab_1.json");
    state.apply(typed(Member::TrackerName, ""));
    assert_eq!(state.file_name(), "update-tracker-data-tracker.json");
}
