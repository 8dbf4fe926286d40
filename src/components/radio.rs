//! Radio buttons, alone and as cards.

use cts_tracker::Text;
use yew::virtual_dom::ListenerKind;

use crate::dom::{El, code, el, join, of};
use crate::shell::Shell;
use crate::state::Action;

/// The buttons of one group.
pub(crate) struct Group<'a> {
    pub(crate) shell: &'a Shell,
    /// The id of the field; the buttons have the same name.
    pub(crate) id: &'a str,
}

impl Group<'_> {
    fn input(&self, name: &str, checked: bool, action: Action) -> El {
        el("input")
            .is("type", "radio")
            .set("name", self.id.to_owned())
            .set("id", [self.id, "-", name].concat())
            .checked(checked)
            .act(ListenerKind::onchange, self.shell, action)
    }

    /// A button with its words, and the value as the interface spells it.
    #[inline(never)]
    pub(crate) fn button(
        &self,
        name: &str,
        checked: bool,
        words: &str,
        value: Option<&str>,
        action: Action,
    ) -> El {
        let label = of("label", "choice")
            .with(self.input(name, checked, action))
            .with(el("span").text(words));
        match value {
            Some(value) => label.put(code(value)),
            None => label,
        }
    }

    /// A button as a card with an explanation.
    #[inline(never)]
    pub(crate) fn card(
        &self,
        name: &str,
        checked: bool,
        title: Text,
        help: Text,
        action: Action,
    ) -> El {
        let id = [self.id, "-", name].concat();
        let help_id = join(&id, "-help");
        of("div", "card")
            .with(
                self.input(name, checked, action)
                    .set("aria-describedby", help_id.clone()),
            )
            .with(el("label").set("for", id).text(self.shell.say(title)))
            .with(el("p").set("id", help_id).text(self.shell.say(help)))
    }
}
