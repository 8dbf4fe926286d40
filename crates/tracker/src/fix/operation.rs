//! The operations of a patch.

use alloc::format;
use alloc::string::String;

use crate::json::write_string;
use crate::text::Locale;

/// An operation of JSON Patch (RFC 6902). Paths are JSON Pointers, values JSON text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Operation {
    /// Adds a member to an object.
    Add {
        /// Where it will stand.
        path: String,
        /// Its value.
        value: String,
    },
    /// Removes a member or an item.
    Remove {
        /// Where it stands.
        path: String,
    },
    /// Gives a member or an item another value.
    Replace {
        /// Where it stands.
        path: String,
        /// Its new value.
        value: String,
    },
    /// Gives a member another name in the same object.
    Move {
        /// Where it stands.
        from: String,
        /// Where it will stand.
        path: String,
    },
}

impl Operation {
    pub(super) fn to_json(&self) -> String {
        let (name, path, other) = match self {
            Self::Add { path, value } => ("add", path, Some(("value", value.clone()))),
            Self::Remove { path } => ("remove", path, None),
            Self::Replace { path, value } => ("replace", path, Some(("value", value.clone()))),
            Self::Move { from, path } => ("move", path, Some(("from", quoted(from)))),
        };
        let other = other.map_or_else(String::new, |(name, json)| format!(",\"{name}\":{json}"));
        format!("{{\"op\":\"{name}\",\"path\":{}{other}}}", quoted(path))
    }

    pub(super) fn describe(&self, locale: Locale) -> String {
        match (self, locale) {
            (Self::Add { path, value }, Locale::English) => format!("Add {}: {value}", last(path)),
            (Self::Add { path, value }, Locale::SimplifiedChinese) => {
                format!("添加 {}：{value}", last(path))
            }
            (Self::Remove { path }, Locale::English) => format!("Remove {}", last(path)),
            (Self::Remove { path }, Locale::SimplifiedChinese) => format!("删除 {}", last(path)),
            (Self::Replace { value, .. }, Locale::English) => format!("Replace with {value}"),
            (Self::Replace { value, .. }, Locale::SimplifiedChinese) => format!("替换为 {value}"),
            (Self::Move { path, .. }, Locale::English) => format!("Rename to {}", last(path)),
            (Self::Move { path, .. }, Locale::SimplifiedChinese) => {
                format!("改名为 {}", last(path))
            }
        }
    }
}

/// What a path ends with, as people read it: a member name, or a list with the number of an item.
fn last(path: &str) -> String {
    let mut segments = path.rsplit('/');
    let end = segments.next().unwrap_or_default();
    let name = end.replace("~1", "/").replace("~0", "~");
    if !end.is_empty() && end.bytes().all(|byte| byte.is_ascii_digit()) {
        format!("{}[{name}]", segments.next().unwrap_or_default())
    } else {
        name
    }
}

fn quoted(text: &str) -> String {
    let mut out = String::new();
    write_string(text, &mut out);
    out
}
