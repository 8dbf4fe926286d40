//! A member that is typed.

use cts_tracker::{Member, Value};
use yew::Html;

use super::{Props, head, help};
use crate::components::findings;
use crate::components::radio::Group;
use crate::components::text_input::{self, TextInput};
use crate::dom::{El, all, component, join, nothing, of};
use crate::state::{Action, Field, TextChoice};
use crate::texts::values;

/// A member that is left out as long as nothing is typed.
pub(super) fn plain(props: &Props) -> El {
    let id = props.id();
    let wrong = findings::has_error(&props.findings);
    of("div", if wrong { "field wrong" } else { "field" })
        .with(
            of("label", "head")
                .set("for", id.clone())
                .put(head(&props.shell, props.member)),
        )
        .with(help(&props.shell, &id, props.member))
        .put(findings::show(&props.shell, &id, &props.findings))
        .put(line(props, &id, id.clone(), None, false))
}

/// A member whose empty text has a meaning of its own: leave out, set, or empty.
pub(super) fn with_empty(props: &Props) -> Html {
    let (shell, member, id) = (&props.shell, props.member, props.id());
    let now = match &props.value {
        Some(Value::Text(text)) if text.is_empty() => TextChoice::Empty,
        None if !props.asked => TextChoice::LeaveOut,
        _ => TextChoice::Set,
    };
    let empty = match member {
        Member::FilePrefixName => values::EMPTY_PREFIX,
        Member::KmsId => values::EMPTY_KEY,
        _ => values::EMPTY,
    };
    let group = Group { shell, id: &id };
    let action = |choice| Action::ChooseText(member, choice);
    let is_set = now == TextChoice::Set;
    let is_empty = now == TextChoice::Empty;
    let row = of("div", "choices")
        .with(props.leave_out(
            &group,
            now == TextChoice::LeaveOut,
            action(TextChoice::LeaveOut),
        ))
        .with(group.button(
            "set",
            is_set,
            shell.say(values::SET_TO),
            None,
            action(TextChoice::Set),
        ))
        .with(group.button(
            "empty",
            is_empty,
            shell.say(empty),
            Some("\"\""),
            action(TextChoice::Empty),
        ));
    all(vec![
        row.done(),
        if is_set {
            typed(props, &id, false)
        } else {
            nothing()
        },
    ])
}

/// The line below the buttons of a group.
pub(super) fn typed(props: &Props, id: &str, numeric: bool) -> Html {
    let label = if numeric {
        props.shell.say(values::OTHER_NUMBER_LABEL)
    } else {
        props.member.entry().label.get(props.shell.locale)
    };
    // There is always something after the line, so that the line is the same element, with the focus
    // in it, whether or not the hint is there.
    let hint = if props.value.is_none() {
        of("p", "hint")
            .text(props.shell.say(values::NOTHING_TYPED))
            .done()
    } else {
        nothing()
    };
    of("div", "reveal")
        .put(line(props, id, join(id, "-text"), Some(label), numeric))
        .put(hint)
        .done()
}

fn line(
    props: &Props,
    field_id: &str,
    id: String,
    label: Option<&'static str>,
    numeric: bool,
) -> Html {
    component::<TextInput>(
        text_input::Props {
            shell: props.shell.clone(),
            id,
            field: Field::Member(props.member),
            value: props.text().to_owned(),
            described_by: findings::described_by(field_id, &props.findings),
            label,
            invalid: findings::has_error(&props.findings),
            numeric,
        },
        None,
    )
}
