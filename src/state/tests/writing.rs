//! The request as text: the form follows it, and changes it.

use cts_tracker::{Member, Sample, Severity, TrackerType, Value};

use super::{Action, State};
use crate::state::{Dialog, Effect, Field, Focus, Scope, Take};
use crate::stored::Stored;

const OWN: &str = "{ \"status\" : \"enabled\",\n\"tag\":[ 1 ],\"tracker_type\":\"system\", \"tracker_name\":\"system\",\"agency_name\":\"cts_admin_trust\" }\n";

/// A state with a text that somebody wrote.
fn written(text: &str) -> State {
    let mut state = State::default();
    state.apply(Action::OpenText(true));
    state.apply(Action::Write(text.to_owned(), false));
    state.apply(Action::Rest);
    state
}

fn text(state: &State) -> &str {
    &state.judged.emitted.text
}

fn choose(state: &mut State, member: Member, value: &str) {
    let value = Some(Value::Text(value.to_owned()));
    state.apply(Action::Choose(member, value));
}

#[test]
fn what_is_typed_fills_the_form_and_stays_as_it_is() {
    let state = written(OWN);
    assert_eq!(text(&state), OWN);
    assert_eq!(state.draft.text(Member::Status), Some("enabled"));
    assert_eq!(state.draft.unknown().len(), 1);
    assert!(!state.is_broken());
    let places = &state.judged.emitted.places;
    let (_, status) = places
        .iter()
        .find(|(member, _)| *member == Member::Status)
        .expect("there");
    assert_eq!(&OWN[status.clone()], "\"status\" : \"enabled\"");
}

#[test]
fn a_change_in_the_form_changes_its_member_only() {
    let mut state = written(OWN);
    choose(&mut state, Member::Status, "disabled");
    assert_eq!(text(&state), OWN.replace("enabled", "disabled"));
    state.apply(Action::Choose(Member::Status, None));
    assert_eq!(
        text(&state),
        OWN.replace(" \"status\" : \"enabled\",\n", " ")
    );
    state.apply(Action::Undo);
    state.apply(Action::Undo);
    assert_eq!(text(&state), OWN);
    state.apply(Action::Redo);
    assert_eq!(text(&state), OWN.replace("enabled", "disabled"));
    // The place of the request is not in the text.
    state.apply(Action::SelectRegion(Some("eu-de".to_owned())));
    assert_eq!(text(&state), OWN.replace("enabled", "disabled"));
}

#[test]
fn a_text_as_the_form_writes_it_is_that_of_the_form() {
    let mut state = written(OWN);
    let own = state.draft.emit();
    state.apply(Action::Write(own.clone(), false));
    assert_eq!(state.written, None);
    assert_eq!(text(&state), own);
}

#[test]
fn while_the_text_is_broken_the_form_keeps_what_it_had_and_nothing_is_sent() {
    let mut state = super::connected();
    state.apply(Action::Start(Some(Sample::Management)));
    let draft = state.draft.clone();
    let broken = text(&state).replace("\"enabled\"", "\"enabled");
    state.apply(Action::OpenText(true));
    state.apply(Action::Write(broken.clone(), false));
    assert!(
        state.is_broken() && !state.desk.tells_broken,
        "nothing is said while somebody types"
    );
    assert_eq!(state.draft, draft);
    assert_eq!(text(&state), broken);
    state.apply(Action::Rest);
    assert!(state.desk.tells_broken);

    state.apply(Action::Send);
    assert_eq!(state.dialog, None);
    assert_eq!(state.summary, Some(Scope::All));
    assert_eq!(state.effect.1, Effect::Focus(Focus::Summary));
    let listed = state.summarised(&state.open_findings());
    assert_eq!(listed[0].field, None);
    assert!(listed[0].place.is_some(), "{listed:?}");

    // It can be taken along after a question, as it is.
    state.apply(Action::Take(Take::Copy));
    assert_eq!(state.dialog, Some(Dialog::Anyway(Take::Copy, 1)));
    state.apply(Action::Dismiss);

    // The form goes on from what it had; the broken text can be brought back.
    choose(&mut state, Member::Status, "disabled");
    assert_eq!(state.written, None);
    assert_eq!(text(&state), state.draft.emit());
    assert!(!state.desk.tells_broken);
    state.apply(Action::Undo);
    assert_eq!(text(&state), broken);
    assert!(state.desk.tells_broken);
    assert_eq!(state.draft, draft);

    // An object without a member is no request either.
    state.apply(Action::Write("{}".to_owned(), false));
    assert!(state.is_broken());
    assert_eq!(state.draft, draft);
}

#[test]
fn a_burst_of_typing_is_one_change() {
    let mut state = written(OWN);
    for (number, end) in ["1", "12", "123"].into_iter().enumerate() {
        let next = OWN.replace("1 ]", &[end, " ]"].concat());
        state.apply(Action::Write(next, number > 0));
    }
    state.apply(Action::Undo);
    assert_eq!(text(&state), OWN);
    state.apply(Action::Redo);
    assert_eq!(text(&state), OWN.replace("1 ]", "123 ]"));
    // After a rest another one begins.
    state.apply(Action::Write(OWN.replace("1 ]", "4 ]"), false));
    state.apply(Action::Undo);
    assert_eq!(text(&state), OWN.replace("1 ]", "123 ]"));
}

#[test]
fn what_the_form_cannot_hold_stays_in_the_text_and_is_said() {
    let odd = r#"{"tracker_type":"system","status":"x","data_bucket":{"data_event":["READ"]},"status":5,"tracker_name":"system"}"#;
    let mut state = written(odd);
    let codes = |state: &State| -> Vec<&str> {
        let found = state.report().diagnostics().iter();
        found
            .filter(|found| found.severity() == Severity::Error)
            .map(cts_tracker::Diagnostic::code)
            .collect()
    };
    assert_eq!(
        codes(&state),
        [
            "data-bucket-on-system",
            "body-duplicate-member",
            "wrong-json-type"
        ]
    );
    let foreign = &state.findings()[..];
    let foreign = foreign
        .iter()
        .filter(|found| found.severity == Severity::Error);
    let fields: Vec<_> = foreign.map(|found| found.field).collect();
    assert_eq!(fields, [None, None, Some(Field::Member(Member::Status))]);
    choose(&mut state, Member::AgencyName, "cts_admin_trust");
    assert!(
        text(&state).starts_with(&odd[..odd.len() - 1]),
        "{}",
        text(&state)
    );

    // For the other type it counts.
    state.apply(Action::SetType(TrackerType::Data));
    assert!(text(&state).contains("data_bucket"));
    assert_eq!(
        state.draft.list(Member::DataEvent),
        Some(&["READ".to_owned()][..])
    );
    assert!(!codes(&state).contains(&"data-bucket-on-system"));
    state.apply(Action::Undo);
    state.apply(Action::Undo);
    assert_eq!(text(&state), odd);
}

#[test]
fn an_unusable_type_keeps_its_values_when_one_is_chosen() {
    let mut state = written(&OWN.replace("type\":\"system", "type\":\"System"));
    assert_eq!(state.draft.tracker_type(), None);
    assert_eq!(state.draft.text(Member::Status), Some("enabled"));
    state.apply(Action::SetType(TrackerType::System));
    assert_eq!(text(&state), OWN);
    assert_eq!(state.draft.text(Member::Status), Some("enabled"));
    assert_eq!(state.draft.unknown().len(), 1);
}

#[test]
fn changed_members_may_show_what_is_wrong_after_a_rest() {
    let mut state = written(OWN);
    let wrong = OWN.replace("enabled", "Enabled");
    let field = Field::Member(Member::Status);
    state.apply(Action::Write(wrong, false));
    assert!(!state.shows_error(field));
    state.apply(Action::Rest);
    assert!(state.shows_error(field));
    state.apply(Action::Write(OWN.to_owned(), false));
    assert!(!state.shows_error(field));
}

#[test]
fn whoever_closes_the_text_at_once_is_told_what_a_rest_would_have_said() {
    let mut state = State::default();
    state.apply(Action::OpenText(true));
    state.apply(Action::Write("{".to_owned(), false));
    assert!(!state.desk.tells_broken);
    state.apply(Action::OpenText(false));
    assert!(state.desk.tells_broken);
}

#[test]
fn what_replaces_the_form_replaces_the_text() {
    let mut state = written(OWN);
    state.apply(Action::Start(Some(Sample::Data)));
    assert_eq!(
        text(&state),
        cts_tracker::Draft::sample(Sample::Data).emit()
    );
    assert!(state.desk.is_open);
    state.apply(Action::Undo);
    assert_eq!(text(&state), OWN);
}

#[test]
fn the_text_comes_back_be_it_broken() {
    for kept in [
        OWN,
        "{\"status\": ",
        " ",
        "{\"tracker_type\":\"system\",\"data_bucket\":{}}",
    ] {
        let mut state = written(OWN);
        state.apply(Action::Write(kept.to_owned(), false));
        let json = serde_json::to_string(&Stored::of(&state)).expect("JSON");
        let mut again = State::default();
        Stored::parse(&json)
            .expect("what was stored")
            .restore(&mut again);
        assert_eq!(text(&again), kept);
        assert_eq!(
            again.draft.text(Member::Status),
            state.draft.text(Member::Status)
        );
        assert_eq!(again.is_broken(), state.is_broken());
        assert_eq!(again.desk.tells_broken, state.is_broken());
        assert!(again.desk.is_open);
    }
    let state = State::default();
    let json = serde_json::to_string(&Stored::of(&state)).expect("JSON");
    let mut again = State::default();
    Stored::parse(&json)
        .expect("what was stored")
        .restore(&mut again);
    assert_eq!(again.written, None);
}

#[test]
fn the_editor_is_loaded_again_after_a_failure() {
    let mut state = State::default();
    state.apply(Action::OpenText(true));
    state.apply(Action::DeskLoaded(false));
    assert_eq!(state.desk.loading, crate::state::Loading::Failed);
    state.apply(Action::OpenText(true));
    assert_eq!(state.desk.loading, crate::state::Loading::Waiting);
    state.apply(Action::DeskLoaded(true));
    state.apply(Action::OpenText(false));
    assert!(!state.desk.is_open);
    assert_eq!(state.effect.1, Effect::Focus(Focus::EditText));
}
