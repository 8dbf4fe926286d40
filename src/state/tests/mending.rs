//! Fixes: found by the module, shown at what they mend, applied and taken back.

use std::rc::Rc;

use cts_tracker::{Locale, Member, Value};

use super::{Action, State};
use crate::fixes;
use crate::state::{Field, Mend, Step};

/// A state with an agency that nobody may name, in the review.
fn faulty() -> State {
    let mut state = State::default();
    let agency = Some(Value::Text("other".to_owned()));
    state.apply(Action::Choose(Member::AgencyName, agency));
    state.apply(Action::Choose(
        Member::IsLtsEnabled,
        Some(Value::Boolean(true)),
    ));
    state.apply(Action::Go(Step::Review));
    state
}

/// What the module says about a state.
fn found(state: &State) -> Vec<Mend> {
    Mend::parse(&fixes::find(&state.judged.emitted.text, &state.known()))
}

#[test]
fn a_fix_stands_at_what_it_mends_and_does_what_it_says() {
    let mut state = faulty();
    assert!(state.lacks_mends());
    let mends = found(&state);
    let judged = Rc::clone(&state.judged);
    state.apply(Action::Mends(judged, Rc::new(mends)));
    assert!(!state.lacks_mends());
    let finding = state
        .findings()
        .into_iter()
        .find(|finding| finding.field == Some(Field::Member(Member::AgencyName)))
        .expect("a finding");
    let mend = finding.mend.expect("a fix");
    assert!(mend.is_safe);
    assert_eq!(
        mend.title.get(Locale::English),
        "Replace with \"cts_admin_trust\""
    );
    assert_eq!(
        mend.title.get(Locale::SimplifiedChinese),
        "替换为 \"cts_admin_trust\""
    );

    let before = state.judged.emitted.text.clone();
    state.apply(Action::Mend(mend.text.clone()));
    assert_eq!(state.judged.emitted.text, mend.text);
    assert_eq!(
        state.draft.text(Member::AgencyName),
        Some("cts_admin_trust")
    );
    state.apply(Action::Undo);
    assert_eq!(state.judged.emitted.text, before);
}

#[test]
fn fixes_of_an_earlier_text_are_not_shown() {
    let mut state = faulty();
    let mends = Rc::new(found(&state));
    let judged = Rc::clone(&state.judged);
    state.apply(Action::Choose(
        Member::AgencyName,
        Some(Value::Text("third".to_owned())),
    ));
    state.apply(Action::Mends(judged, mends));
    assert!(
        state
            .findings()
            .iter()
            .all(|finding| finding.mend.is_none())
    );
    assert!(state.lacks_mends(), "the later text wants its own");
}

#[test]
fn nothing_is_looked_for_before_something_is_shown() {
    let mut state = State::default();
    let agency = Some(Value::Text("other".to_owned()));
    state.draft.set(Member::AgencyName, agency);
    state.judge();
    assert!(!state.lacks_mends());
    state.apply(Action::Leave(Field::Member(Member::AgencyName)));
    assert!(state.lacks_mends());
    assert!(Mend::parse("{").is_empty());
    assert!(Mend::parse("[{}]").is_empty());
}
