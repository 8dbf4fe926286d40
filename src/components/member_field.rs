//! A member of the request, asked for.

use cts_tracker::{Kind, Member, Required, Value};
use yew::Html;

use super::findings;
use crate::dom::{El, all, code, el, join, nothing, of};
use crate::shell::Shell;
use crate::state::{Field, Finding};
use crate::texts::{fill, shell as frame, values};

mod choices;
mod list;
mod number;
mod text;

pub(crate) use choices::{truth, words_of};

/// What a field needs.
pub(crate) struct Props {
    pub(crate) shell: Shell,
    pub(crate) member: Member,
    pub(crate) value: Option<Value>,
    /// Whether the member was asked to be set although it has no value yet.
    pub(crate) asked: bool,
    pub(crate) findings: Vec<Finding>,
}

impl Props {
    fn id(&self) -> String {
        Field::Member(self.member).id()
    }

    fn text(&self) -> &str {
        match &self.value {
            Some(Value::Text(text) | Value::Number(text)) => text,
            _ => "",
        }
    }
}

/// A member of the request with its label, its help, what is wrong with it, and the control that
/// suits its type. Every optional member can be left out. The key keeps it apart from others in
/// its place.
pub(crate) fn show(props: &Props, key: String) -> Html {
    let entry = props.member.entry();
    let (role, controls) = match entry.kind {
        Kind::Text if matches!(props.member, Member::FilePrefixName | Member::KmsId) => {
            ("radiogroup", text::with_empty(props))
        }
        Kind::Text if entry.values.is_empty() => return text::plain(props).key(key).done(),
        Kind::Text | Kind::Boolean => ("radiogroup", choices::show(props).done()),
        Kind::Integer => ("radiogroup", number::show(props)),
        Kind::TextList => ("group", list::show(props)),
        // Objects have no control of their own; their members have.
        Kind::Object => return nothing(),
    };
    let id = props.id();
    group(&id, role, &props.findings)
        .with(el("legend").put(head(&props.shell, props.member)))
        .with(help(&props.shell, &id, props.member))
        .put(findings::show(&props.shell, &id, &props.findings))
        .put(controls)
        .key(key)
        .done()
}

/// The frame around the controls of one member.
pub(crate) fn group(id: &str, role: &'static str, found: &[Finding]) -> El {
    let wrong = findings::has_error(found);
    of("fieldset", if wrong { "field wrong" } else { "field" })
        .set("id", id.to_owned())
        .is("role", role)
        .set("aria-describedby", findings::described_by(id, found))
        .when(wrong && role == "radiogroup", "aria-invalid", "true")
}

/// The label of a member with the name it has in the interface, and whether it is required or what
/// holds without it.
pub(crate) fn head(shell: &Shell, member: Member) -> Html {
    let entry = member.entry();
    let default = entry
        .default
        .map(|value| fill(shell.say(values::DEFAULT_IS), &[("value", value)]));
    let remark = match entry.required {
        Required::Always => Some(shell.say(values::REQUIRED)),
        _ => default.as_deref(),
    };
    labelled(entry.label.get(shell.locale), Some(entry.name), remark)
}

/// A label, a name in the interface, and a remark.
#[inline(never)]
pub(crate) fn labelled(label: &str, name: Option<&str>, remark: Option<&str>) -> Html {
    let mut parts = vec![of("span", "field-label").text(label).done()];
    parts.extend(name.map(code));
    parts.extend(remark.map(|remark| of("span", "tag").text(remark).done()));
    all(parts)
}

/// What a member does, its bounds and its risk.
fn help(shell: &Shell, id: &str, member: Member) -> El {
    let entry = member.entry();
    let help = of("div", "help")
        .set("id", join(id, "-help"))
        .with(el("p").text(entry.help.get(shell.locale)));
    match &entry.risk {
        Some(risk) => help.with(
            of("p", "risk")
                .with(el("strong").text(shell.say(values::RISK)))
                .text(shell.say(frame::COLON))
                .text(risk.get(shell.locale)),
        ),
        None => help,
    }
}
