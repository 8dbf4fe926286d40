//! Files and inputs that a script brings along itself, as documents between two marks.

use alloc::string::String;

use super::shell::{Dialect, MOST, words};

/// What a script writes into a file of this name; for `-`, what it gives to its first command that
/// reads a document.
pub(super) fn find(text: &str, file: &str) -> Option<String> {
    let mut place = 0;
    let mut count = 0;
    for line in text.split_inclusive('\n') {
        place += line.len();
        if !line.contains("<<") {
            continue;
        }
        count += 1;
        if count > MOST {
            break;
        }
        let words = words(Dialect::Posix, line);
        let mut words = words.iter().map(|word| word.text.as_str());
        let (mut mark, mut is_target) = (None, file == "-");
        while let Some(word) = words.next() {
            if let Some(name) = word.strip_prefix("<<") {
                mark = if name.is_empty() {
                    words.next()
                } else {
                    Some(name)
                };
            } else if let Some(name) = word.strip_prefix('>') {
                let name = if name.is_empty() {
                    words.next()
                } else {
                    Some(name)
                };
                is_target |= name == Some(file);
            }
        }
        if let (Some(mark), true) = (mark, is_target) {
            return Some(until(&text[place..], mark));
        }
    }
    None
}

/// The lines before the one with the mark. With a hyphen before the mark, tabs at the beginning of
/// lines do not count.
fn until(text: &str, mark: &str) -> String {
    let (mark, is_indented) = match mark.strip_prefix('-') {
        Some(mark) => (mark, true),
        None => (mark, false),
    };
    let mut content = String::new();
    for line in text.split_inclusive('\n') {
        let line = if is_indented {
            line.trim_start_matches('\t')
        } else {
            line
        };
        if line.trim_end_matches(['\r', '\n']) == mark {
            break;
        }
        content.push_str(line);
    }
    content
}
