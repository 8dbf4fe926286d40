//! A member with few values: leave out, or one of them.

use cts_tracker::{Kind, Member, Text, Value};

use super::Props;
use crate::components::radio::Group;
use crate::dom::{El, of};
use crate::state::Action;
use crate::texts::{steps, values};

impl Props {
    /// The button that leaves the member out.
    pub(super) fn leave_out(&self, group: &Group<'_>, checked: bool, action: Action) -> El {
        group.button(
            "omit",
            checked,
            self.shell.say(values::LEAVE_OUT),
            None,
            action,
        )
    }
}

pub(super) fn show(props: &Props) -> El {
    let (shell, member, id) = (&props.shell, props.member, props.id());
    let group = Group { shell, id: &id };
    let omitted = props.value.is_none();
    let mut row =
        of("div", "choices").with(props.leave_out(&group, omitted, Action::Choose(member, None)));
    let add = |name: &str, value: Value, words: &str, spelled: &str| {
        let checked = props.value.as_ref() == Some(&value);
        group
            .button(
                name,
                checked,
                words,
                Some(spelled),
                Action::Choose(member, Some(value)),
            )
            .done()
    };
    if member.entry().kind == Kind::Boolean {
        for (value, spelled) in [(true, "true"), (false, "false")] {
            let words = shell.say(truth(member, value));
            row = row.put(add(spelled, Value::Boolean(value), words, spelled));
        }
    } else {
        for value in member.entry().values {
            let words = words_of(value).map_or(*value, |words| shell.say(words));
            let quoted = ["\"", value, "\""].concat();
            row = row.put(add(value, Value::Text((*value).to_owned()), words, &quoted));
        }
    }
    row
}

/// A boolean in words.
pub(crate) const fn truth(member: Member, value: bool) -> Text {
    match (member, value) {
        (Member::IsObsCreated, true) => values::BUCKET_NEW,
        (Member::IsObsCreated, false) => values::BUCKET_EXISTING,
        (_, true) => values::YES,
        (_, false) => values::NO,
    }
}

/// A listed value in words.
pub(crate) fn words_of(value: &str) -> Option<Text> {
    Some(match value {
        "enabled" => values::ENABLED,
        "disabled" => values::DISABLED,
        "gzip" => values::GZIP,
        "json" => values::PLAIN_JSON,
        "READ" => values::READ,
        "WRITE" => values::WRITE,
        "cts_admin_trust" => values::AGENCY,
        "KMS" => values::KMS,
        "system" => steps::TYPE_SYSTEM,
        "data" => steps::TYPE_DATA,
        _ => return None,
    })
}
