//! The functions of the module. Compiled for wasm32 only.

use std::cell::RefCell;

use cts_tracker::{Locale, Report, Rule};
use wasm_bindgen::prelude::wasm_bindgen;

use crate::lines;
use crate::options::Settings;
use crate::words::{Words, small, terms};

#[cfg(feature = "tools")]
pub mod command;
#[cfg(feature = "tools")]
pub mod failure;
#[cfg(feature = "tools")]
pub mod tools;

/// Room at the start of the words: where the text is and how long, then what the call adds.
const HEAD: usize = 2;

/// What is kept between calls.
struct Module {
    /// The text to judge; JavaScript writes here.
    input: Vec<u8>,
    words: Words,
    settings: Settings,
}

fn with_settings<T>(change: impl FnOnce(&mut Settings) -> T) -> T {
    MODULE.with_borrow_mut(|module| change(&mut module.settings))
}

thread_local! {
    static MODULE: RefCell<Module> = const {
        RefCell::new(Module {
            input: Vec::new(),
            words: Words::new(),
            settings: Settings::new(),
        })
    };
}

/// Makes room for a text of so many bytes and returns where it begins. What was written before
/// stays. 0 when there is not that much memory.
#[wasm_bindgen]
#[must_use]
pub fn reserve(length: usize) -> *mut u8 {
    MODULE.with_borrow_mut(|module| {
        let input = &mut module.input;
        let more = length.saturating_sub(input.len());
        if input.try_reserve_exact(more).is_err() {
            return std::ptr::null_mut();
        }
        if more > 0 {
            input.resize(length, 0);
        }
        input.as_mut_ptr()
    })
}

/// Judges the first bytes of what was written; `letters` says whether [names are
/// letters](cts_tracker::NameForm). 0 when there is nothing to say; else where the words are. They
/// begin with place and length of the text, the counts of errors, warnings and hints, and the number
/// of diagnostics.
#[wasm_bindgen]
#[must_use]
pub fn check(length: usize, letters: bool) -> *const u32 {
    judge(length, letters, |text, settings, words| {
        #[cfg(feature = "probe")]
        assert!(text != b"panic", "asked to");
        settings.judge(text, |verdict| {
            words.start(HEAD + 4);
            for (index, severity) in cts_tracker::Severity::ALL.into_iter().enumerate() {
                words.set(HEAD + index, small(verdict.count(severity)));
            }
            words.set(HEAD + 3, small(verdict.len()));
            words.verdict(verdict);
            !verdict.is_empty()
        })
    })
}

/// Judges as [`check`] does and leaves out the words. What is found is described by a count and by
/// the words that [`Words::brief`] writes.
#[wasm_bindgen]
#[must_use]
pub fn check_brief(length: usize, letters: bool) -> *const u32 {
    judge(length, letters, |text, settings, words| {
        settings.judge(text, |verdict| {
            words.start(HEAD + 1);
            words.set(HEAD, small(verdict.len()));
            words.brief(verdict);
            !verdict.is_empty()
        })
    })
}

/// Whether the first bytes of what was written have no error.
#[wasm_bindgen]
#[must_use]
pub fn is_valid(length: usize, letters: bool) -> bool {
    MODULE.with_borrow_mut(|module| {
        let text = module.input.get(..length).unwrap_or_default();
        module.settings.set_letters(letters);
        module.settings.is_valid(text)
    })
}

/// Judges each line of the first bytes of what was written. The words begin with place and length
/// of the text; [`lines::check`] tells the rest.
#[wasm_bindgen]
#[must_use]
pub fn check_lines(length: usize) -> *const u32 {
    judge(length, false, |text, settings, words| {
        lines::check(text, settings, HEAD, words);
        true
    })
}

/// Judges as [`check_lines`] does and leaves out the words.
#[wasm_bindgen]
#[must_use]
pub fn check_lines_brief(length: usize) -> *const u32 {
    judge(length, false, |text, settings, words| {
        lines::check_brief(text, settings, HEAD, words);
        true
    })
}

/// Lets the first bytes of what was written be judged. Returns where the words are, or 0 when there
/// are none.
fn judge(
    length: usize,
    letters: bool,
    work: impl FnOnce(&[u8], &Settings, &mut Words) -> bool,
) -> *const u32 {
    MODULE.with_borrow_mut(|module| {
        module.settings.set_letters(letters);
        let text = module.input.get(..length).unwrap_or_default();
        if work(text, &module.settings, &mut module.words) {
            place(&mut module.words)
        } else {
            std::ptr::null()
        }
    })
}

/// Fills in where the text is and returns where the words are.
fn place(words: &mut Words) -> *const u32 {
    // Addresses have 32 bits on this target.
    let address = small(words.text().as_ptr() as usize);
    let length = small(words.text().len());
    words.set(0, address);
    words.set(1, length);
    words.words().as_ptr()
}

/// Forgets all options.
#[wasm_bindgen]
pub fn reset() {
    with_settings(|settings| *settings = Settings::default());
}

/// Sets the project whose tracker is changed.
#[wasm_bindgen]
pub fn set_project_id(id: String) {
    with_settings(|settings| settings.project_id = Some(id));
}

/// Sets the region of the project.
#[wasm_bindgen]
pub fn set_region(id: String) {
    with_settings(|settings| settings.region = Some(id));
}

/// Sets the language by its tag. Returns its number, or -1 when it is not spoken.
#[wasm_bindgen]
#[must_use]
pub fn set_locale(tag: &str) -> i32 {
    Locale::from_tag(tag).map_or(-1, |locale| {
        with_settings(|settings| settings.locale = locale);
        locale as i32
    })
}

/// Sets what is left out, by the number of the least grave severity that is not.
#[wasm_bindgen]
pub fn set_level(level: usize) {
    with_settings(|settings| settings.set_level(level));
}

/// Makes a rule as grave as a severity, by their numbers; a number too large silences it.
#[wasm_bindgen]
pub fn set_severity(rule: usize, severity: usize) {
    with_settings(|settings| settings.set_severity(rule, severity));
}

/// What was probably meant by a word: one of the candidates, which are lines of a text, or nothing.
#[wasm_bindgen]
#[must_use]
pub fn nearest(word: &str, candidates: &str) -> String {
    let nearest = cts_tracker::nearest(word, candidates.split('\n'));
    nearest.unwrap_or_default().to_owned()
}

/// The message of a rule as it is written in the catalogue, by their numbers in the tables.
#[wasm_bindgen]
#[must_use]
pub fn message(rule: usize, locale: usize) -> String {
    match (Rule::ALL.get(rule), Locale::ALL.get(locale)) {
        (Some(rule), Some(locale)) => rule.message().get(*locale).to_owned(),
        _ => String::new(),
    }
}

/// What one of the [terms] is called in a sentence, by its number and that of the language.
#[wasm_bindgen]
#[must_use]
pub fn term(number: usize, locale: usize) -> String {
    let locale = Locale::ALL.get(locale).copied().unwrap_or_default();
    let term = terms(locale).nth(number);
    term.map(|(_, part)| part.to_owned()).unwrap_or_default()
}

/// The sentence about what was probably meant, by the number of the language.
#[wasm_bindgen]
#[must_use]
pub fn suggestion(locale: usize) -> String {
    let locale = Locale::ALL.get(locale).copied().unwrap_or_default();
    Report::SUGGESTION.get(locale).to_owned()
}
