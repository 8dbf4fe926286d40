//! What is said to people who cannot see that it happened.

use yew::{Html, Properties, component, html};

use crate::shell::{Shell, use_shell};
use crate::state::Said;
use crate::texts::{fill, notices, sending, shell};

/// What the announcer needs.
#[derive(Properties, PartialEq)]
pub(crate) struct Props {
    pub(crate) said: (u32, Said),
}

/// A live region at the lower edge of the page. It is seen as well, for a few seconds.
#[component]
pub(crate) fn Announcer(props: &Props) -> Html {
    let shell = use_shell();
    let (count, said) = &props.said;
    // A new element for each saying, so that the same words are said twice when they are meant twice.
    html! {
        <div class="announcer" role="status" aria-live="polite">
            if let Some(text) = words(said, &shell) {
                <p key={*count} class="toast">{ text }</p>
            }
        </div>
    }
}

fn words(said: &Said, shell: &Shell) -> Option<String> {
    let text = match said {
        Said::Nothing => return None,
        Said::Copied => shell::COPIED,
        Said::CopySelected => shell::COPY_SELECTED,
        Said::Downloaded(name) => {
            return Some(fill(shell.say(shell::DOWNLOADED), &[("name", name)]));
        }
        Said::DownloadFailed => shell::DOWNLOAD_FAILED,
        Said::Replaced => notices::REPLACED,
        Said::Undone => notices::UNDONE,
        Said::Sending => sending::SENDING,
    };
    Some(shell.say(text).to_owned())
}
