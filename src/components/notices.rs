//! What the page says about its own state, above everything else.

use std::rc::Rc;

use yew::{Html, Properties, component, html};

use crate::config::{Config, Fault};
use crate::shell::{Shell, use_shell};
use crate::state::Action;
use crate::texts::{fill, notices};

/// The least that connects a proxy.
const EXAMPLE: &str = "{ \"proxy\": { \"base\": \"/api\" } }";

/// What the notices need.
#[derive(Properties, PartialEq)]
pub(crate) struct Props {
    pub(crate) config: Rc<Config>,
    pub(crate) undo: bool,
}

/// Practice mode, preview mode, broken settings, and a way back after the form was replaced.
#[component]
pub(crate) fn Notices(props: &Props) -> Html {
    let shell = use_shell();
    let config = &props.config;
    html! {
        <div class="notices">
            if config.stand_in {
                <p class="notice practice">
                    <span class="icon icon-practice" aria-hidden="true" />
                    <span>{ shell.say(notices::STAND_IN) }</span>
                </p>
            }
            if let Some(fault) = config.fault {
                <p class="notice warning" role="alert">
                    <span class="icon icon-warning" aria-hidden="true" />
                    <span>{ reason(&shell, fault) }</span>
                </p>
            }
            if config.settled && config.base.is_none() {
                <div class="notice">
                    <span class="icon icon-info" aria-hidden="true" />
                    <div>
                        <p>{ shell.say(notices::PREVIEW_ONLY) }</p>
                        { how(&shell) }
                    </div>
                </div>
            }
            if props.undo {
                <p class="notice">
                    <span class="icon icon-info" aria-hidden="true" />
                    <span>{ shell.say(notices::REPLACED) }</span>
                    <button type="button" class="quiet" onclick={shell.on(Action::Undo)}>
                        { shell.say(notices::UNDO) }
                    </button>
                </p>
            }
        </div>
    }
}

fn how(shell: &Shell) -> Html {
    html! {
        <details>
            <summary>{ shell.say(notices::PREVIEW_HOW_TITLE) }</summary>
            <p>{ shell.say(notices::PREVIEW_HOW) }</p>
            <pre class="snippet"><code translate="no">{ EXAMPLE }</code></pre>
            <p>{ shell.say(notices::PREVIEW_HOW_END) }</p>
        </details>
    }
}

fn reason(shell: &Shell, fault: Fault) -> String {
    let reason = shell.say(fault.text());
    let reason = match fault {
        Fault::Status(status) => fill(reason, &[("status", &status.to_string())]),
        _ => reason.to_owned(),
    };
    fill(shell.say(notices::BROKEN), &[("reason", &reason)])
}
