//! Copying, sending, and what comes back.

use super::*;

fn reply(status: u16, headers: Vec<(String, String)>, body: &[u8]) -> Rc<Reply> {
    let id = headers.first().map_or("", |(_, value)| value.as_str());
    let json = crate::answers::explain(status, &["x-request-id:", id].concat(), body, false);
    let explanation = Explanation::parse(&json);
    assert!(explanation.is_some());
    Rc::new(Reply::new(status, headers, body, 12, explanation))
}

fn refusal() -> Rc<Reply> {
    let body = br#"{"error_code":"CTS.0222","error_msg":"kms key not found"}"#;
    let headers = vec![("x-request-id".to_owned(), "0123456789abcdef".to_owned())];
    reply(400, headers, body)
}

#[test]
fn what_has_no_error_is_copied_at_once() {
    let mut state = State::default();
    state.apply(Action::Take(Take::Copy));
    assert_eq!(state.effect.1, Effect::Take(Take::Copy));
    let count = state.effect.0;
    state.apply(Action::Take(Take::Copy));
    assert_ne!(state.effect.0, count, "a second copy is a second effect");
}

#[test]
fn what_has_errors_is_copied_after_one_question_that_counts_them() {
    let mut state = State::default();
    run(
        &mut state,
        [Action::SetType(TrackerType::Data), Action::Take(Take::Copy)],
    );
    assert_eq!(state.dialog, Some(Dialog::Anyway(Take::Copy, 1)));
    let mut other = state.clone();
    state.apply(Action::Confirm);
    assert_eq!(
        (&state.dialog, &state.effect.1),
        (&None, &Effect::Take(Take::Copy))
    );
    other.apply(Action::Dismiss);
    assert_eq!(other.dialog, None);
    assert_eq!(other.summary, Some(Scope::All));
    assert_eq!(other.effect.1, Effect::Focus(Focus::Summary));
}

#[test]
fn the_project_is_no_part_of_what_is_copied() {
    let mut state = connected();
    run(
        &mut state,
        [Action::SelectProject(None), Action::Take(Take::Download)],
    );
    assert_eq!(state.effect.1, Effect::Take(Take::Download));
}

#[test]
fn a_request_with_errors_is_not_sent() {
    let mut state = connected();
    run(
        &mut state,
        [
            Action::SetType(TrackerType::Data),
            Action::Go(Step::Review),
            Action::Send,
        ],
    );
    assert_eq!((&state.dialog, state.summary), (&None, Some(Scope::All)));
    assert_eq!(state.effect.1, Effect::Focus(Focus::Summary));
}

#[test]
fn without_a_proxy_nothing_is_sent() {
    let mut state = State::default();
    let before = state.clone();
    state.apply(Action::Send);
    assert_eq!(state, before);
}

#[test]
fn exactly_the_preview_is_sent_to_the_configured_address() {
    let mut state = connected();
    state.apply(Action::Send);
    let Some(Dialog::Send(question)) = state.dialog.clone() else {
        panic!("no question before sending");
    };
    assert_eq!(question.dangers, []);
    let request = question.request;
    assert_eq!(request.body, body(&state));
    assert_eq!(
        request.address,
        "/api/cn-north-4/v3/0123456789abcdef0123456789abcdef/tracker"
    );
    state.apply(Action::Confirm);
    assert_eq!(state.sending, Sending::Waiting(Rc::clone(&request)));
    assert_eq!(state.effect.1, Effect::Send(request));
    state.apply(Action::StopWaiting);
    assert_eq!(state.effect.1, Effect::Abort);
}

#[test]
fn an_error_of_the_cloud_stays_at_its_field_until_it_is_edited() {
    let mut state = connected();
    run(
        &mut state,
        [Action::Send, Action::Confirm, Action::Answered(refusal())],
    );
    assert_eq!(errors_at(&state, member(Member::KmsId)), 1);
    let listed = state.summarised(&state.open_findings());
    assert!(listed.len() == 1 && listed[0].from_cloud);
    assert!(
        listed[0].message.starts_with("CTS.0222: "),
        "{}",
        listed[0].message
    );
    assert_eq!(state.effect.1, Effect::Focus(Focus::Answer));
    state.apply(Action::Follow(member(Member::KmsId)));
    assert_eq!(state.step, Step::Protection);
    state.apply(typed(Member::KmsId, "1"));
    assert_eq!(errors_at(&state, member(Member::KmsId)), 0);
    assert!(
        matches!(state.sending, Sending::Answered(_)),
        "the answer itself stays"
    );
}

#[test]
fn an_old_error_of_the_cloud_does_not_keep_from_sending_again() {
    let mut state = connected();
    run(
        &mut state,
        [
            Action::Send,
            Action::Confirm,
            Action::Answered(refusal()),
            Action::Send,
        ],
    );
    assert!(matches!(state.dialog, Some(Dialog::Send(_))));
    state.apply(Action::Confirm);
    assert!(state.summarised(&state.open_findings()).is_empty());
}

#[test]
fn a_success_marks_nothing() {
    let mut state = connected();
    let reply = reply(200, Vec::new(), b"");
    assert_eq!(reply.outcome(), Outcome::Taken);
    state.apply(Action::Answered(reply));
    assert!(state.summarised(&state.open_findings()).is_empty());
}

#[test]
fn the_draft_survives_every_failure() {
    for failure in [
        Failure::Lost,
        Failure::TimedOut,
        Failure::Stopped,
        Failure::Cut(502),
    ] {
        let mut state = connected();
        state.apply(choose(Member::Status, text("enabled")));
        let before = body(&state).to_owned();
        run(
            &mut state,
            [Action::Send, Action::Confirm, Action::Failed(failure)],
        );
        assert_eq!(body(&state), before);
        assert_eq!(state.sending, Sending::Failed(failure));
    }
}

#[test]
fn an_answer_marks_no_field_that_the_tracker_type_does_not_have() {
    let body = br#"{"error_code":"CTS.0211","error_msg":"The data bucket does not exist."}"#;
    let reply = reply(400, Vec::new(), body);
    let mut state = connected();
    state.apply(Action::Answered(Rc::clone(&reply)));
    assert!(state.marks.is_empty() && state.summary.is_none());
    assert_eq!(reply.concerned(TrackerType::System).count(), 0);
    let tracked = Field::Member(Member::DataBucketName);
    assert!(reply.concerned(TrackerType::Data).eq([tracked]));
}

#[test]
fn an_edit_ends_the_notice_that_the_form_was_replaced() {
    let mut state = connected();
    state.apply(choose(Member::Status, text("enabled")));
    state.apply(Action::Start(Some(Sample::Management)));
    assert!(state.replaced);
    state.apply(Action::Choose(Member::IsLtsEnabled, None));
    assert!(!state.replaced);
}

#[test]
fn an_answer_that_nobody_explained_leaves_the_outcome_open() {
    let headers = vec![("x-request-id".to_owned(), "req-1".to_owned())];
    let reply = Rc::new(Reply::new(200, headers, b"", 5, None));
    assert_eq!(reply.outcome(), Outcome::Unknown);
    assert_eq!(reply.request_id(), Some("req-1"));
    let mut state = connected();
    state.apply(Action::Answered(reply));
    assert!(matches!(state.sending, Sending::Answered(_)));
    assert!(state.summarised(&state.open_findings()).is_empty());
}
