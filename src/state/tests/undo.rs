//! Taking changes back and making them again.

use super::*;

#[test]
fn every_change_is_taken_back_and_made_again_in_order() {
    let mut state = connected();
    let mut bodies = vec![(body(&state).to_owned(), state.target.clone())];
    for action in [
        choose(Member::Status, text("enabled")),
        Action::ChooseTransfer(Transfer::Bucket),
        typed(Member::BucketName, "audit"),
        Action::SetType(TrackerType::Data),
        Action::Tick(Member::DataEvent, "READ", true),
        Action::SelectRegion(Some("eu-west-101".to_owned())),
        Action::Start(Some(Sample::Data)),
        Action::ChooseText(Member::FilePrefixName, TextChoice::LeaveOut),
    ] {
        state.apply(action);
        bodies.push((body(&state).to_owned(), state.target.clone()));
    }
    let last = bodies.len() - 1;
    for (text, target) in bodies[..last].iter().rev() {
        state.apply(Action::Undo);
        assert_eq!((body(&state), &state.target), (text.as_str(), target));
    }
    assert!(!state.trail.can_undo() && state.trail.can_redo());
    state.apply(Action::Undo);
    for (text, target) in &bodies[1..] {
        state.apply(Action::Redo);
        assert_eq!((body(&state), &state.target), (text.as_str(), target));
    }
    assert!(state.trail.can_undo() && !state.trail.can_redo());
}

#[test]
fn the_keystrokes_in_one_field_are_one_change_until_it_is_left() {
    let mut state = connected();
    state.apply(Action::SetType(TrackerType::Data));
    let name = |text: &str| typed(Member::TrackerName, text);
    run(&mut state, [name("o"), name("or"), name("ord")]);
    run(
        &mut state,
        [Action::Leave(member(Member::TrackerName)), name("orders")],
    );
    state.apply(Action::Undo);
    assert_eq!(state.draft.text(Member::TrackerName), Some("ord"));
    state.apply(Action::Undo);
    assert_eq!(state.draft.text(Member::TrackerName), None);
}

#[test]
fn a_change_after_going_back_forgets_the_way_forth_and_looking_around_does_not() {
    let mut state = connected();
    run(
        &mut state,
        [
            choose(Member::Status, text("enabled")),
            Action::Undo,
            Action::Go(Step::Review),
            choose_none(Member::Status),
        ],
    );
    assert!(
        state.trail.can_redo(),
        "choosing what is so already is no change"
    );
    state.apply(choose(Member::IsLtsEnabled, Value::Boolean(true)));
    assert!(!state.trail.can_redo());
}

#[test]
fn what_was_left_out_is_remembered_as_it_was() {
    let mut state = connected();
    run(
        &mut state,
        [
            Action::ChooseTransfer(Transfer::Bucket),
            typed(Member::BucketName, "audit"),
            Action::ChooseTransfer(Transfer::LeaveOut),
            Action::Undo,
            Action::ChooseTransfer(Transfer::Stop),
            Action::ChooseTransfer(Transfer::Bucket),
        ],
    );
    assert_eq!(state.draft.text(Member::BucketName), Some("audit"));
}

fn choose_none(member: Member) -> Action {
    Action::Choose(member, None)
}
