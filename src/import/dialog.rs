//! The dialog in which something is imported.

use cts_samples::{Reading, Unread};
use cts_tracker::{Draft, Locale};
use gloo_events::EventListener;
use js_sys::Function;
use web_sys::{File, HtmlDialogElement, HtmlInputElement, HtmlTextAreaElement};
use yew::virtual_dom::ListenerKind;
use yew::{Callback, Component, Context, Event, Html, NodeRef, Properties};

use super::outcome::{self, FAULT};
use super::read::{Fault, Found, for_tool, read};
use super::{Given, end, files};
use crate::dom::{El, el, nothing, of};
use crate::share;
use crate::shell::Shell;
use crate::texts::{import as texts, shell as frame};

/// The files that may hold something to import.
const FILES: &str = ".json,.sh,.bat,.cmd,.ps1,.tf,.txt,application/json,text/plain";

/// What the dialog starts with.
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct Props {
    pub(crate) locale: Locale,
    pub(crate) form: Draft,
    pub(crate) given: Given,
    pub(crate) done: Function,
}

/// What can happen in the dialog.
pub(crate) enum Message {
    Give(Given),
    /// The text was changed by hand; with `true` by pasting, which is done at once.
    Typed(bool),
    /// The text was left.
    Left,
    /// A file was read.
    Took(Result<String, Fault>),
    /// A tracker of the list was chosen.
    Chosen(usize),
    /// The text from this unit of UTF-16 on is to be looked at.
    GoTo(u32),
    Replace,
    Cancel,
}

/// The dialog.
pub(crate) struct Import {
    dialog: NodeRef,
    text: NodeRef,
    outcome: Result<Found, Fault>,
    /// Whether what is wrong may be said. It waits until a text that is typed was left.
    is_told: bool,
    chosen: usize,
    /// The text that the outcome is of.
    judged: String,
    /// What a text for another tool said, whose body stands in its place now.
    reading: Option<Reading>,
    composed: Option<EventListener>,
}

impl Component for Import {
    type Message = Message;
    type Properties = Props;

    fn create(_: &Context<Self>) -> Self {
        Self {
            dialog: NodeRef::default(),
            text: NodeRef::default(),
            outcome: Err(Fault::Nothing),
            is_told: false,
            chosen: 0,
            judged: String::new(),
            reading: None,
            composed: None,
        }
    }

    fn update(&mut self, context: &Context<Self>, message: Message) -> bool {
        match message {
            Message::Give(Given::Nothing) => {}
            Message::Give(Given::Text(text)) => self.take(context, Ok(text)),
            Message::Give(Given::Files(given)) => {
                let read = async { Message::Took(files::text(given).await) };
                context.link().send_future(read);
            }
            Message::Took(text) => self.take(context, text),
            Message::Typed(at_once) => {
                // What was said of an empty text is not said of the first letters.
                let was_told = self.is_told && self.outcome != Err(Fault::Nothing);
                if at_once {
                    self.reduce();
                }
                self.judge(context);
                self.is_told = self.outcome != Err(Fault::Nothing) && (was_told || at_once);
            }
            Message::Left => {
                self.reduce();
                self.judge_again(context);
                self.is_told |= self.outcome != Err(Fault::Nothing);
            }
            Message::Chosen(number) => self.chosen = number,
            Message::GoTo(place) => {
                if let Some(text) = self.text.cast::<HtmlTextAreaElement>() {
                    let _ = text.focus();
                    let _ = text.set_selection_range(place, place + 1);
                }
            }
            Message::Replace => self.replace(context),
            Message::Cancel => self.leave(context, ""),
        }
        true
    }

    fn view(&self, context: &Context<Self>) -> Html {
        let shell = &Shell::new(context.props().locale, Callback::noop());
        let way = |class: &'static str, text, message: fn() -> Message| {
            let told = context.link().callback(move |_: Event| message());
            el("button")
                .when(!class.is_empty(), "class", class)
                .is("type", "button")
                .on(ListenerKind::onclick, told)
                .text(shell.say(text))
        };
        let ways = of("div", "ways")
            .with(way("", frame::CANCEL, || Message::Cancel))
            .with(way("primary", texts::REPLACE, || Message::Replace));
        let cancel = context.link().callback(|event: Event| {
            // The dialog closes itself when it is done.
            event.prevent_default();
            Message::Cancel
        });
        of("dialog", "dialog import")
            .is("id", "import")
            .is("aria-labelledby", "import-title")
            .node(&self.dialog)
            .on(ListenerKind::oncancel, cancel)
            .with(
                el("h2")
                    .is("id", "import-title")
                    .text(shell.say(texts::TITLE)),
            )
            .with(of("p", "hint").text(shell.say(texts::INTRO)))
            .with(self.source(context, shell))
            .with(
                of("div", "hidden")
                    .is("role", "status")
                    .text(&self.heard(context, shell)),
            )
            .put(self.shown(context, shell))
            .with(ways)
            .done()
    }

    fn rendered(&mut self, context: &Context<Self>, first: bool) {
        if let Some(text) = self.text.cast::<HtmlTextAreaElement>().filter(|_| first) {
            let link = context.link().clone();
            let composed = move |_: &Event| link.send_message(Message::Typed(false));
            self.composed = Some(EventListener::new(&text, "compositionend", composed));
        }
        if let Some(dialog) = self.dialog.cast::<HtmlDialogElement>().filter(|_| first) {
            let _ = dialog.show_modal();
            let given = context.props().given.clone();
            context.link().send_message(Message::Give(given));
        }
    }
}

impl Import {
    /// The text and the file to import.
    fn source(&self, context: &Context<Self>, shell: &Shell) -> El {
        let typed = context.link().batch_callback(|event: Event| {
            use wasm_bindgen::JsCast;
            let event = event.dyn_ref::<web_sys::InputEvent>()?;
            let kind = event.input_type();
            // A composition is read when it ends, of which another event tells.
            (!event.is_composing())
                .then(|| Message::Typed(matches!(&*kind, "insertFromPaste" | "insertFromDrop")))
        });
        let left = context.link().callback(|_: Event| Message::Left);
        let wrong = self.is_told && self.outcome.is_err();
        let text = of("textarea", "line")
            .is("id", "import-text")
            .is("rows", "7")
            .is("spellcheck", "false")
            .is("autocomplete", "off")
            .is("autocapitalize", "none")
            .is("translate", "no")
            .when(wrong, "aria-invalid", "true")
            .when(wrong, "aria-describedby", FAULT)
            .node(&self.text)
            .on(ListenerKind::oninput, typed)
            .on(ListenerKind::onchange, left);
        let chosen = context.link().batch_callback(|event: Event| {
            use wasm_bindgen::JsCast;
            let input = event.target()?.dyn_into::<HtmlInputElement>().ok()?;
            let files = input.files()?;
            let files: Vec<File> = (0..files.length())
                .filter_map(|place| files.item(place))
                .collect();
            // So that the same file can be chosen again after it was mended.
            input.set_value("");
            (!files.is_empty()).then_some(Message::Give(Given::Files(files)))
        });
        let file = el("input")
            .is("id", "import-file")
            .is("type", "file")
            .is("accept", FILES)
            .on(ListenerKind::onchange, chosen);
        of("div", "field")
            .with(
                of("label", "field-label")
                    .is("for", "import-text")
                    .text(shell.say(texts::TEXT)),
            )
            .with(text)
            .with(
                of("p", "file")
                    .with(
                        el("label")
                            .is("for", "import-file")
                            .text(shell.say(texts::FILE)),
                    )
                    .with(file),
            )
    }

    /// What those hear who do not see what was found.
    fn heard(&self, context: &Context<Self>, shell: &Shell) -> String {
        match &self.outcome {
            Ok(found) => outcome::heard(shell, &context.props().form, found, self.chosen),
            Err(fault) if self.is_told => outcome::words(shell, fault),
            Err(_) => String::new(),
        }
    }

    /// What was found, or what is wrong.
    fn shown(&self, context: &Context<Self>, shell: &Shell) -> Html {
        match &self.outcome {
            Ok(found) => {
                let chosen = context.link().callback(Message::Chosen);
                outcome::found(shell, &context.props().form, found, self.chosen, &chosen)
            }
            Err(fault) if self.is_told => {
                let go = context.link().callback(Message::GoTo);
                outcome::fault(shell, fault, &go)
            }
            Err(_) => nothing(),
        }
    }

    /// Takes a text that was read or pasted. What cannot be read leaves the text as it is.
    fn take(&mut self, context: &Context<Self>, text: Result<String, Fault>) {
        let unread = |text: &String| match for_tool(text) {
            // It is mended in the text.
            Some(Err(Unread::Syntax(_))) | None => None,
            Some(reading) => reading.err(),
        };
        let text = text.and_then(|text| match unread(&text) {
            // It may hold a token, which nobody needs to see.
            Some(unread) => Err(unread.into()),
            None => Ok(text),
        });
        match text {
            Ok(text) => {
                if let Some(area) = self.text.cast::<HtmlTextAreaElement>() {
                    area.set_value(&text);
                }
                self.reduce();
                self.judge(context);
            }
            Err(fault) => self.outcome = Err(fault),
        }
        self.is_told = true;
    }

    /// Leaves only the request of a text for another tool, which then is the text that faults name
    /// places in. A token in a command is gone.
    fn reduce(&mut self) {
        let Some(area) = self.text.cast::<HtmlTextAreaElement>() else {
            return;
        };
        if let Some(Ok(reading)) = for_tool(&area.value()) {
            area.set_value(&reading.body);
            // The browser has line feeds only.
            let body = area.value();
            self.reading = Some(Reading { body, ..reading });
        }
    }

    /// What stands in the text.
    fn typed(&self) -> String {
        let text = self.text.cast::<HtmlTextAreaElement>();
        text.map(|text| text.value()).unwrap_or_default()
    }

    /// Reads what stands in the text. Of several trackers the one that the form has is chosen.
    fn judge(&mut self, context: &Context<Self>) {
        let Props { locale, form, .. } = context.props();
        self.judged = self.typed();
        self.outcome = read(&self.judged, *locale);
        if let Ok(found) = &mut self.outcome {
            self.chosen = found.same_as(form);
            let reading = self.reading.as_ref();
            if let Some(reading) = reading.filter(|reading| reading.body == self.judged) {
                found.tool = Some(reading.tool);
                found.left.clone_from(&reading.left);
            }
        }
    }

    /// Reads what stands in the text if it is another one by now, and says whether it is. Else the
    /// tracker stays that somebody chose.
    fn judge_again(&mut self, context: &Context<Self>) -> bool {
        let is_other = self.typed() != self.judged;
        if is_other {
            self.judge(context);
        }
        is_other
    }

    fn replace(&mut self, context: &Context<Self>) {
        // What nobody has seen yet is shown first.
        if self.judge_again(context) {
            self.is_told = true;
            return;
        }
        let chosen = self.outcome.as_ref().ok();
        if let Some(candidate) = chosen.and_then(|found| found.candidates.get(self.chosen)) {
            let fragment = share::write("", "", &candidate.draft);
            self.leave(context, &fragment);
            return;
        }
        self.is_told = true;
        if let Some(text) = self.text.cast::<HtmlTextAreaElement>() {
            let _ = text.focus();
        }
    }

    /// Closes the dialog, so that the focus goes back to where it was.
    fn leave(&self, context: &Context<Self>, fragment: &str) {
        if let Some(dialog) = self.dialog.cast::<HtmlDialogElement>() {
            dialog.close();
        }
        end(&context.props().done, fragment);
    }
}
