//! Drafts that are kept by name.

use super::*;
use crate::state::{read_drafts, write_drafts};

#[test]
fn a_draft_is_kept_opened_replaced_and_deleted() {
    let mut state = connected();
    state.apply(Action::Start(Some(Sample::Management)));
    let sample = body(&state).to_owned();
    run(
        &mut state,
        [
            Action::Keep(" ".to_owned()),
            Action::Keep(" first ".to_owned()),
            choose(Member::Status, text("disabled")),
            Action::Keep("second".to_owned()),
        ],
    );
    let changed = body(&state).to_owned();
    let names: Vec<&str> = state.drafts.iter().map(|kept| kept.name.as_str()).collect();
    assert_eq!(names, ["second", "first"]);
    state.apply(Action::TakeUp(1));
    assert_eq!(body(&state), sample);
    assert_eq!(state.said.1, Said::Opened);
    state.apply(Action::Undo);
    assert_eq!(body(&state), changed);

    let text = write_drafts(&state.drafts);
    assert_eq!(read_drafts(&text), *state.drafts);
    assert_eq!(read_drafts("{"), []);
    assert_eq!(read_drafts(r#"[{"name":"x","link":"junk"}]"#), []);

    state.apply(Action::Keep("first".to_owned()));
    assert_eq!(state.drafts.len(), 2);
    assert_eq!(state.drafts[0].name, "first");
    run(&mut state, [Action::Drop(0), Action::Drop(7)]);
    assert_eq!(state.drafts.len(), 1);
    assert_eq!(body(&state), changed, "the form keeps what it has");
    assert_eq!(state.effect.1, Effect::Focus(Focus::Draft(0)));
}

#[test]
fn after_deleting_a_draft_the_next_one_has_the_focus_or_the_one_before() {
    let mut state = connected();
    for name in ["third", "second", "first"] {
        state.apply(Action::Keep(name.to_owned()));
    }
    for (dropped, next) in [(0, 0), (1, 0), (0, 0)] {
        state.apply(Action::Drop(dropped));
        assert_eq!(state.effect.1, Effect::Focus(Focus::Draft(next)));
    }
    assert!(state.drafts.is_empty());
}
