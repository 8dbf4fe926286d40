//! What is needed rarely. Only in the module with the feature `tools`.

use cts_samples::{Request, Tool};
use cts_tracker::answer::{Answer, explain as explain_answer};
use cts_tracker::json::{self, Tree};
use cts_tracker::{Current, Draft, Locale, SchemaDraft, StoredTracker};
use wasm_bindgen::JsError;
use wasm_bindgen::prelude::wasm_bindgen;

use super::{MODULE, with_settings};

/// Judges as [`super::check`] does and returns the diagnostics as JSON text, fixes included.
#[wasm_bindgen]
#[must_use]
pub fn check_to_json(length: usize) -> String {
    MODULE.with_borrow(|module| {
        let text = module.input.get(..length).unwrap_or_default();
        let report = module.settings.check_with_fixes(text);
        report.to_json(module.settings.locale)
    })
}

/// Sets the trackers as they are configured now, for the calls that follow.
///
/// # Errors
///
/// When the text is not JSON or holds no tracker.
#[wasm_bindgen]
pub fn set_current(text: &str) -> Result<(), JsError> {
    Ok(with_settings(|settings| settings.set_current(text))?)
}

/// Applies every safe fix to the first bytes of what was written. The text comes back as bytes:
/// it need not be UTF-8.
#[wasm_bindgen]
#[must_use]
pub fn apply_fixes(length: usize) -> Vec<u8> {
    MODULE.with_borrow(|module| {
        module
            .settings
            .apply_fixes(module.input.get(..length).unwrap_or_default())
            .0
    })
}

/// The request that would leave a listed tracker as it is, as JSON text.
///
/// # Errors
///
/// When the text does not hold exactly one tracker.
#[wasm_bindgen]
pub fn from_tracker(text: &str) -> Result<String, JsError> {
    Ok(one(&Current::parse(text.as_bytes())?)?.to_draft().emit())
}

/// What a request changes of a tracker, as the text of a JSON array.
///
/// # Errors
///
/// When one text does not hold exactly one tracker, or the other holds no request.
#[wasm_bindgen]
pub fn diff(tracker: &str, request: &str) -> Result<String, JsError> {
    let current = Current::parse(tracker.as_bytes())?;
    let draft = read(request)?;
    let changes: Vec<_> = cts_tracker::diff(one(&current)?, &draft)
        .iter()
        .map(cts_tracker::Change::to_json)
        .collect();
    Ok(format!("[{}]", changes.join(",")))
}

/// A request written for the tool of this name, for the project and the region and in the language
/// that are set. An empty address stands for that of the region. Returns the text of a JSON object.
///
/// # Errors
///
/// When there is no such tool, or the text holds no request.
#[wasm_bindgen]
pub fn samples(request: &str, tool: &str, endpoint: &str) -> Result<String, JsError> {
    let tool = Tool::from_id(tool).ok_or_else(|| {
        let tools = Tool::ALL.map(Tool::id).join(", ");
        JsError::new(&format!("tool \"{tool}\" is unknown; there are {tools}"))
    })?;
    let (text, draft) = (request, read(request)?);
    Ok(MODULE.with_borrow(|module| {
        let settings = &module.settings;
        let project_id = settings.project_id.as_deref().unwrap_or_default();
        let region = settings.region.as_deref().unwrap_or_default();
        let request = Request {
            given: Some(text.as_bytes()),
            endpoint: (!endpoint.is_empty()).then_some(endpoint),
            current: settings.current(),
            locale: settings.locale,
            ..Request::new(&draft, project_id, region)
        };
        cts_samples::write(tool, &request).to_json()
    }))
}

fn read(request: &str) -> Result<Draft, JsError> {
    Draft::parse(request.as_bytes()).map_err(|report| {
        let first = report.diagnostics().first();
        JsError::new(&first.map_or_else(String::new, |first| first.message(Locale::English)))
    })
}

fn one(current: &Current) -> Result<&StoredTracker, JsError> {
    match current.trackers() {
        [tracker] => Ok(tracker),
        trackers => {
            let count = trackers.len();
            Err(JsError::new(&format!(
                "one tracker is needed; the text lists {count}"
            )))
        }
    }
}

/// A JSON text written again, indented by two spaces.
///
/// # Errors
///
/// When it is not JSON.
#[wasm_bindgen]
pub fn format(text: &str) -> Result<String, JsError> {
    Ok(json::format(text.as_bytes())?)
}

/// Explains an answer: its status, the JSON text of an array of pairs with its headers, its body
/// and the language tag of the explanation. Returns the text of a JSON object.
///
/// # Errors
///
/// When the language is not spoken or the headers are not such an array.
#[wasm_bindgen]
pub fn explain(status: u16, headers: &str, body: &str, tag: &str) -> Result<String, JsError> {
    let locale = spoken(tag)?;
    let headers = json::parse(headers.as_bytes())?;
    let Tree::Array(pairs) = &headers else {
        return Err(JsError::new("headers must be a list of pairs"));
    };
    let pairs: Option<Vec<_>> = pairs
        .iter()
        .map(|pair| match pair {
            Tree::Array(pair) => match pair.as_slice() {
                [Tree::Text(name), Tree::Text(value)] => Some((name.as_str(), value.as_str())),
                _ => None,
            },
            _ => None,
        })
        .collect();
    let headers = pairs.ok_or_else(|| JsError::new("headers must be a list of pairs"))?;
    let answer = Answer {
        status,
        headers: &headers,
        body: body.as_bytes(),
    };
    Ok(explain_answer(&answer).to_json(locale))
}

/// The request as a JSON Schema of the named edition, `2020-12` or `draft-07`, or the operation as
/// an `OpenAPI` document for `openapi-3.1`.
///
/// # Errors
///
/// When the edition or the language is unknown.
#[wasm_bindgen]
pub fn schema(edition: &str, tag: &str) -> Result<String, JsError> {
    let locale = spoken(tag)?;
    match edition {
        "2020-12" => Ok(cts_tracker::json_schema(SchemaDraft::Draft202012, locale)),
        "draft-07" => Ok(cts_tracker::json_schema(SchemaDraft::Draft07, locale)),
        "openapi-3.1" => Ok(cts_tracker::open_api(locale)),
        _ => Err(JsError::new(&format!(
            "schema \"{edition}\" is unknown; there are 2020-12, draft-07 and openapi-3.1"
        ))),
    }
}

fn spoken(tag: &str) -> Result<Locale, JsError> {
    Locale::from_tag(tag)
        .ok_or_else(|| JsError::new(&format!("\"{tag}\" is not spoken here; en and zh-CN are")))
}
