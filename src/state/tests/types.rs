//! Switching the tracker type.

use super::*;

#[test]
fn each_type_keeps_its_draft_and_its_mistakes() {
    let mut state = State::default();
    run(
        &mut state,
        [
            choose(Member::Status, text("enabled")),
            choose(Member::IsOrganizationTracker, Value::Boolean(true)),
        ],
    );
    let system = body(&state).to_owned();
    run(
        &mut state,
        [
            Action::SetType(TrackerType::Data),
            typed(Member::TrackerName, "!"),
            Action::Leave(member(Member::TrackerName)),
        ],
    );
    assert_eq!(errors_at(&state, member(Member::TrackerName)), 1);
    let data = body(&state).to_owned();
    assert!(!data.contains("is_organization_tracker"));
    state.apply(Action::SetType(TrackerType::System));
    assert_eq!(body(&state), system);
    assert_eq!(errors_at(&state, member(Member::TrackerName)), 0);
    state.apply(Action::SetType(TrackerType::Data));
    assert_eq!(body(&state), data);
    assert_eq!(errors_at(&state, member(Member::TrackerName)), 1);
}

#[test]
fn no_edit_puts_a_member_of_the_other_type_into_the_body() {
    for kind in TrackerType::ALL {
        let mut state = State::default();
        state.apply(Action::SetType(kind));
        for one in Member::ALL.into_iter().skip(2) {
            run(
                &mut state,
                [
                    choose(one, Value::Boolean(true)),
                    typed(one, "x"),
                    Action::Tick(one, "READ", true),
                    Action::ChooseText(one, TextChoice::Empty),
                ],
            );
        }
        run(
            &mut state,
            [
                Action::SendDataBucket(true),
                Action::ChooseTransfer(Transfer::LeaveOut),
                Action::ChooseTransfer(Transfer::Bucket),
            ],
        );
        for (one, _) in &state.judged.emitted.places {
            assert!(
                one.belongs_to(kind),
                "{} with {}",
                one.name(),
                kind.as_str()
            );
        }
    }
}
