//! What the page says about its own state, above everything else.

use crate::config::{Config, Fault};
use crate::dom::{El, button, code, el, icon, nothing, of};
use crate::shell::Shell;
use crate::state::Action;
use crate::texts::{fill, notices as texts};

/// The least that connects a proxy.
const EXAMPLE: &str = "{ \"proxy\": { \"base\": \"/api\" } }";

/// Practice mode, preview mode, broken settings, and a way back after the form was replaced.
pub(crate) fn show(shell: &Shell, config: &Config, was_replaced: bool) -> El {
    let when = |condition: bool, notice: fn(&Shell, &Config) -> El| {
        if condition {
            notice(shell, config).done()
        } else {
            nothing()
        }
    };
    of("section", "notices")
        .is("aria-label", shell.say(texts::NOTICES))
        .put(when(config.stand_in, practice))
        .put(when(config.fault.is_some(), broken))
        .put(when(config.settled && config.base.is_none(), preview))
        .put(when(was_replaced, replaced))
}

fn practice(shell: &Shell, _: &Config) -> El {
    of("p", "notice practice")
        .put(icon("practice"))
        .with(el("span").text(shell.say(texts::STAND_IN)))
}

fn broken(shell: &Shell, config: &Config) -> El {
    let reason = match config.fault {
        Some(Fault::Status(status)) => fill(
            shell.say(texts::BROKEN_STATUS),
            &[("status", &status.to_string())],
        ),
        Some(fault @ Fault::Shape(member)) => fill(shell.say(fault.text()), &[("member", member)]),
        Some(fault) => shell.say(fault.text()).to_owned(),
        None => String::new(),
    };
    let words = fill(shell.say(texts::BROKEN), &[("reason", &reason)]);
    of("p", "notice warning")
        .is("role", "alert")
        .put(icon("warning"))
        .with(el("span").text(&words))
}

fn preview(shell: &Shell, _: &Config) -> El {
    let how = el("details")
        .with(el("summary").text(shell.say(texts::PREVIEW_HOW_TITLE)))
        .with(el("p").text(shell.say(texts::PREVIEW_HOW)))
        .with(of("pre", "snippet").put(code(EXAMPLE)))
        .with(el("p").text(shell.say(texts::PREVIEW_HOW_END)));
    let words = el("div")
        .with(el("p").text(shell.say(texts::PREVIEW_ONLY)))
        .with(how);
    of("div", "notice").put(icon("info")).with(words)
}

fn replaced(shell: &Shell, _: &Config) -> El {
    of("p", "notice")
        .put(icon("info"))
        .with(el("span").text(shell.say(texts::REPLACED)))
        .with(button(shell, "quiet", Action::Undo).text(shell.say(texts::UNDO)))
}
