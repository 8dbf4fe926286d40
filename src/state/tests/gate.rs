//! When mistakes are shown, and when they go away.

use super::*;
use crate::state::Rules;

const NAME: Member = Member::TrackerName;

fn data_tracker() -> State {
    let mut state = State::default();
    state.apply(Action::SetType(TrackerType::Data));
    state
}

#[test]
fn nothing_is_wrong_before_somebody_did_anything() {
    let mut state = data_tracker();
    assert!(
        state
            .findings()
            .iter()
            .any(|found| found.severity == Severity::Error)
    );
    for step in Step::ALL {
        state.apply(Action::Go(step));
        assert!(
            state
                .open_findings()
                .iter()
                .all(|found| found.severity != Severity::Error)
        );
        assert!(state.summarised(&state.open_findings()).is_empty());
    }
}

#[test]
fn a_mistake_appears_when_the_field_is_left_and_goes_on_the_keystroke_that_mends_it() {
    let mut state = data_tracker();
    run(&mut state, [Action::Enter(member(NAME)), typed(NAME, "-x")]);
    assert_eq!(errors_at(&state, member(NAME)), 0, "while typing");
    state.apply(Action::Leave(member(NAME)));
    assert_eq!(errors_at(&state, member(NAME)), 1, "after leaving");
    state.apply(typed(NAME, "-xy"));
    assert_eq!(errors_at(&state, member(NAME)), 1, "still wrong");
    state.apply(typed(NAME, "xy"));
    assert_eq!(errors_at(&state, member(NAME)), 0, "mended");
    state.apply(typed(NAME, "xy!"));
    assert_eq!(
        errors_at(&state, member(NAME)),
        0,
        "a new mistake waits until the field is left"
    );
    state.apply(Action::Leave(member(NAME)));
    assert_eq!(errors_at(&state, member(NAME)), 1);
}

#[test]
fn next_with_a_mistake_shows_the_summary_and_stays() {
    let mut state = data_tracker();
    state.apply(Action::Next);
    assert_eq!(state.step, Step::Target);
    assert_eq!(state.effect.1, Effect::Focus(Focus::Summary));
    let open = state.open_findings();
    let listed = state.summarised(&open);
    let at_field: Vec<_> = open
        .iter()
        .filter(|found| found.field == Some(member(NAME)))
        .collect();
    assert_eq!(listed.len(), 1);
    assert_eq!(
        listed[0].message, at_field[0].message,
        "the same words in both places"
    );
    state.apply(typed(NAME, "name"));
    assert!(state.summarised(&state.open_findings()).is_empty());
    assert_eq!(state.said.1, Said::Errors(0), "who cannot see it hears it");
    state.apply(Action::Next);
    assert_eq!(state.step, Step::Recording);
    assert_eq!(state.effect.1, Effect::Focus(Focus::Heading));
}

#[test]
fn a_summary_of_one_step_does_not_follow_to_the_next() {
    let mut state = data_tracker();
    run(&mut state, [Action::Next, Action::Go(Step::Transfer)]);
    assert_eq!(state.summary, None);
    assert_eq!(state.step, Step::Transfer);
}

#[test]
fn a_chosen_value_is_judged_at_once() {
    let mut state = State::default();
    state.apply(choose(
        Member::IsSupportTraceFilesEncryption,
        Value::Boolean(true),
    ));
    state.apply(Action::ChooseText(Member::KmsId, TextChoice::Empty));
    assert_eq!(errors_at(&state, member(Member::KmsId)), 1);
    state.apply(choose(
        Member::IsSupportTraceFilesEncryption,
        Value::Boolean(false),
    ));
    assert_eq!(errors_at(&state, member(Member::KmsId)), 0);
}

#[test]
fn the_project_is_asked_for_only_where_something_can_be_sent() {
    let project = member(Member::ProjectId);
    let mut state = State::default();
    run(&mut state, [Action::Leave(project), Action::Next]);
    assert_eq!(
        (errors_at(&state, project), state.step),
        (0, Step::Recording)
    );
    let mut state = connected();
    run(
        &mut state,
        [Action::SelectProject(None), Action::Leave(project)],
    );
    assert_eq!(errors_at(&state, project), 1);
    run(
        &mut state,
        [Action::SelectRegion(Some(String::new())), Action::Next],
    );
    assert_eq!(errors_at(&state, Field::Region), 1);
    assert_eq!(state.step, Step::Target);
}

#[test]
fn every_field_has_an_id_and_a_bit_of_its_own() {
    let mut ids: Vec<String> = Member::ALL.iter().map(|&one| member(one).id()).collect();
    ids.push(Field::Region.id());
    ids.sort();
    ids.dedup();
    assert_eq!(ids.len(), Member::COUNT + 1);
    assert!(ids.contains(&"field-obs_info-bucket_name".to_owned()));
    let bits = Member::ALL
        .iter()
        .fold(Field::Region.bit(), |bits, &one| bits | member(one).bit());
    assert_eq!(bits.count_ones() as usize, Member::COUNT + 1);
    let listed = Field::ALL.iter().fold(0, |bits, field| bits | field.bit());
    let hidden = member(Member::ManagementEventSelector).bit();
    assert_eq!(
        listed,
        bits & !hidden,
        "each field has its place in the form"
    );
    let steps: Vec<usize> = Field::ALL
        .iter()
        .map(|field| field.step().index())
        .collect();
    assert!(steps.is_sorted());
}

#[test]
fn the_summary_lists_in_the_order_of_the_page_which_asks_for_the_place_first_where_one_can_send() {
    let fields = |state: &State| -> Vec<Field> {
        let listed = state.summarised(&state.open_findings());
        listed.iter().filter_map(|found| found.field).collect()
    };
    let mut preview = data_tracker();
    preview.apply(Action::Next);
    assert_eq!(fields(&preview).first(), Some(&member(NAME)));
    let mut connected = data_tracker();
    connected.apply(Action::Configured(Rc::new(Config {
        base: Some("/api".to_owned()),
        settled: true,
        ..Config::default()
    })));
    connected.apply(Action::Next);
    let wanted = [Field::Region, member(Member::ProjectId), member(NAME)];
    assert_eq!(fields(&connected), wanted);
}

#[test]
fn what_is_wrong_is_shown_when_the_rules_have_come() {
    let mut state = data_tracker();
    state.rules = Rules::Coming;
    run(&mut state, [typed(NAME, "-x"), Action::Leave(member(NAME))]);
    assert_eq!(errors_at(&state, member(NAME)), 0, "not yet");
    state.apply(Action::RulesCame);
    assert_eq!(errors_at(&state, member(NAME)), 1, "they are there");
    state.rules = Rules::Coming;
    state.apply(Action::Next);
    assert_eq!(errors_at(&state, member(NAME)), 1, "who goes on waits");
}
