//! What is loaded only when it is needed: the module that knows what answers mean, and the one that
//! edits and mends the request as text.

use cts_tracker::Locale;
use js_sys::Array;
use wasm_bindgen::prelude::{Closure, wasm_bindgen};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::spawn_local;
use web_sys::Element;
use yew::Callback;

use super::fetch::Got;
use crate::fixes::Known;
use crate::state::{Action, Explanation, Mend, parse_mended};

/// The module that knows what answers mean.
const ANSWERS: &str = "answers";

/// The module that edits and mends the request as text.
const EDITOR: &str = "editor";

/// The module that writes the request for other tools.
const SAMPLES: &str = "samples";

/// The module that takes a request over from elsewhere.
const IMPORT: &str = "import";

#[wasm_bindgen]
extern "C" {
    /// The module, as the program `answers` of this crate exports it.
    type Answers;

    #[wasm_bindgen(method, catch)]
    fn explain(
        this: &Answers,
        status: u16,
        headers: &str,
        body: &[u8],
        listing: bool,
    ) -> Result<JsValue, JsValue>;

    /// The module, as the program `editor` of this crate exports it.
    pub(super) type Editor;

    #[wasm_bindgen(method, catch)]
    pub(super) fn open_text(
        this: &Editor,
        root: &Element,
        tell: &Closure<dyn FnMut(u32, String)>,
    ) -> Result<Option<TextEditor>, JsValue>;

    #[wasm_bindgen(method, catch)]
    fn find_fixes(
        this: &Editor,
        text: &str,
        project_id: Option<&str>,
        region: Option<&str>,
        current: Option<&str>,
    ) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(method, catch, js_name = mend_all)]
    fn mend_all(
        this: &Editor,
        text: &str,
        project_id: Option<&str>,
        region: Option<&str>,
        current: Option<&str>,
    ) -> Result<JsValue, JsValue>;

    /// The module, as the program `import` of this crate exports it.
    type Import;

    #[wasm_bindgen(method, catch)]
    fn open(
        this: &Import,
        locale: &str,
        system: &str,
        data: &str,
        tracker_type: &str,
        files: &Array,
        text: Option<String>,
        done: JsValue,
    ) -> Result<(), JsValue>;

    /// The module, as the program `samples` of this crate exports it.
    type Samples;

    #[wasm_bindgen(method, catch)]
    fn show(
        this: &Samples,
        locale: &str,
        text: &str,
        project_id: Option<&str>,
        region: Option<&str>,
        current: Option<&str>,
    ) -> Result<(), JsValue>;

    /// An open editor of text.
    #[derive(Debug)]
    pub(super) type TextEditor;

    /// Shows a text with what is wrong with it. One that stands there already is left alone, with
    /// its caret.
    #[wasm_bindgen(method)]
    pub(super) fn show(
        this: &TextEditor,
        text: &str,
        locale: &str,
        project_id: Option<&str>,
        region: Option<&str>,
        current: Option<&str>,
    );

    /// Goes to a place, in UTF-16 code units, or only to the text.
    #[wasm_bindgen(method)]
    pub(super) fn go_to(this: &TextEditor, offset: Option<u32>);

    /// Ends what the editor follows.
    #[wasm_bindgen(method)]
    pub(super) fn free(this: &TextEditor);

    /// The script that starts the page gives it this function. It takes the name of a program of
    /// this crate.
    #[wasm_bindgen(catch, js_name = loadLater)]
    async fn load(name: &str) -> Result<JsValue, JsValue>;

    /// Loads the part of this program that the first step does not need. The build also has it
    /// called, with `true`, where something of that part is called before it came.
    #[wasm_bindgen(catch, js_name = loadRest)]
    fn load_rest(at_once: bool) -> Result<(), JsValue>;

    /// Loads a part of this program. With `at_once` it is there when the call returns.
    #[wasm_bindgen(catch, js_name = loadPart)]
    fn load_part(part: &str, at_once: bool) -> Result<(), JsValue>;

    /// Loads a part of this program and waits for it.
    #[wasm_bindgen(catch, js_name = loadPart)]
    async fn wait_for(part: &str) -> Result<JsValue, JsValue>;
}

/// The part with what the first step does not need.
const REST: &str = "rest";

/// The part with the Chinese texts.
const CHINESE: &str = "chinese";

/// Loads what the first step does not need of this program. To be called when the page is there. A
/// page that was not built in parts has nothing to load.
pub(crate) fn load_ahead(act: &Callback<Action>) {
    let _ = load_rest(false);
    let act = act.clone();
    spawn_local(async move {
        // It is tried until it is there.
        let _ = wait_for(REST).await;
        act.emit(Action::RulesCame);
    });
    let _ = load_part(CHINESE, false);
}

/// Sees to it that the texts of a language are there. `false` when they could not be loaded.
pub(crate) fn speak(locale: Locale) -> bool {
    locale != Locale::SimplifiedChinese || load_part(CHINESE, true).is_ok()
}

/// Loads the module ahead of the answer, so that it is there when the server is not any more.
pub(crate) fn prefetch() {
    spawn_local(async {
        let _ = load(ANSWERS).await;
    });
}

/// Explains an answer. `None` when the module could not be loaded.
pub(super) async fn explain(got: &Got, listing: bool) -> Option<Explanation> {
    let mut headers = String::new();
    for (name, value) in &got.headers {
        headers.push_str(&[name, ":", value, "\n"].concat());
    }
    let answers: Answers = load(ANSWERS).await.ok()?.unchecked_into();
    let json = answers.explain(got.status, &headers, &got.body, listing);
    Explanation::parse(&json.ok()?.as_string()?)
}

/// Finds the changes that mend a text. `None` when the module could not be loaded.
pub(crate) async fn find_fixes(text: &str, known: &Known) -> Option<Vec<Mend>> {
    let editor = load_editor().await?;
    let [project_id, region, current] = known.parts();
    let json = editor.find_fixes(text, project_id, region, current);
    Some(Mend::parse(&json.ok()?.as_string()?))
}

/// Applies every safe fix to a text: the text afterwards and how many there were. `None` when the
/// module could not be loaded.
pub(crate) async fn mend_all(text: &str, known: &Known) -> Option<(String, usize)> {
    let editor: Editor = load(EDITOR).await.ok()?.unchecked_into();
    let [project_id, region, current] = known.parts();
    let json = editor.mend_all(text, project_id, region, current);
    parse_mended(&json.ok()?.as_string()?)
}

/// Opens the dialog of the module that imports; see [`crate::import::open`]. `false` when it could
/// not be loaded.
pub(super) async fn import(
    locale: &str,
    [system, data]: &[String; 2],
    tracker_type: &str,
    files: &Array,
    text: Option<String>,
    done: impl FnOnce(String) + 'static,
) -> bool {
    let Ok(module) = load(IMPORT).await else {
        return false;
    };
    let module: Import = module.unchecked_into();
    let done = Closure::once_into_js(done);
    let opened = module.open(locale, system, data, tracker_type, files, text, done);
    opened.is_ok()
}

/// Shows the request for other tools; see [`crate::samples::show`]. `false` when the module could not
/// be loaded.
pub(super) async fn show_samples(locale: Locale, text: &str, known: &Known) -> bool {
    let Ok(module) = load(SAMPLES).await else {
        return false;
    };
    let module: Samples = module.unchecked_into();
    let [project_id, region, current] = known.parts();
    let shown = module.show(locale.tag(), text, project_id, region, current);
    shown.is_ok()
}

/// Loads the module that edits the request as text. `None` when it could not be loaded.
pub(super) async fn load_editor() -> Option<Editor> {
    Some(load(EDITOR).await.ok()?.unchecked_into())
}
