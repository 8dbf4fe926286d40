//! The request body, as it is copied, saved and sent.

use std::rc::Rc;

use cts_tracker::Member;
use yew::{Html, Properties, component, html};

use crate::browser::clipboard::PREVIEW_ID;
use crate::shell::use_shell;
use crate::state::{Action, Judged, Take};
use crate::texts::shell as texts;

/// What the preview needs.
#[derive(Properties, PartialEq)]
pub(crate) struct Props {
    pub(crate) judged: Rc<Judged>,
    pub(crate) editing: Option<Member>,
}

/// The text of the request, in which the member that is being edited is marked.
#[component]
pub(crate) fn Preview(props: &Props) -> Html {
    let shell = use_shell();
    html! {
        <section class="preview" aria-labelledby="preview-title">
            <div class="preview-head">
                <h2 id="preview-title">{ shell.say(texts::PREVIEW) }</h2>
                <div class="buttons">
                    <button type="button" onclick={shell.on(Action::Take(Take::Copy))}>
                        <span class="icon icon-copy" aria-hidden="true" />{ shell.say(texts::COPY) }
                    </button>
                    <button type="button" onclick={shell.on(Action::Take(Take::Download))}>
                        <span class="icon icon-download" aria-hidden="true" />{ shell.say(texts::DOWNLOAD) }
                    </button>
                </div>
            </div>
            <pre id={PREVIEW_ID} class="body" tabindex="0" aria-labelledby="preview-title" translate="no">
                { marked(&props.judged, props.editing) }
            </pre>
            <p class="hint">{ shell.say(texts::PREVIEW_HINT) }</p>
        </section>
    }
}

/// The text with the edited member in a mark. Nothing but the text is in it, so that selecting all
/// of it gives exactly the body.
fn marked(judged: &Judged, editing: Option<Member>) -> Html {
    let text = judged.emitted.text.as_str();
    let place = judged.emitted.places.iter().find(|(member, _)| Some(*member) == editing);
    let (start, end) = place.map_or((0, 0), |(_, range)| (range.start, range.end));
    html! {
        <code>
            { &text[..start] }
            if start < end {
                <mark>{ &text[start..end] }</mark>
            }
            { &text[end..] }
        </code>
    }
}
