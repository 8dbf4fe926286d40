//! JSON text made from values.

use alloc::string::String;

use super::Tree;

/// Writes a string with its quotes to the end of a text. Only what must be escaped is escaped.
pub fn write_string(text: &str, out: &mut String) {
    out.push('"');
    for character in text.chars() {
        match character {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            '\u{8}' => out.push_str("\\b"),
            '\u{c}' => out.push_str("\\f"),
            '\0'..='\u{1f}' => {
                let code = character as u32;
                out.push_str("\\u00");
                for nibble in [code >> 4, code & 15] {
                    out.extend(char::from_digit(nibble, 16));
                }
            }
            _ => out.push(character),
        }
    }
    out.push('"');
}

/// Writes a value without any white space.
pub fn write_compact(tree: &Tree, out: &mut String) {
    match tree {
        Tree::Null => out.push_str("null"),
        Tree::Boolean(boolean) => out.push_str(if *boolean { "true" } else { "false" }),
        Tree::Number(digits) => out.push_str(digits),
        Tree::Text(text) => write_string(text, out),
        Tree::Array(items) => {
            out.push('[');
            for (index, item) in items.iter().enumerate() {
                if index > 0 {
                    out.push(',');
                }
                write_compact(item, out);
            }
            out.push(']');
        }
        Tree::Object(members) => {
            out.push('{');
            for (index, (name, value)) in members.iter().enumerate() {
                if index > 0 {
                    out.push(',');
                }
                write_string(name, out);
                out.push(':');
                write_compact(value, out);
            }
            out.push('}');
        }
    }
}

/// Writes a value with line breaks, indented by two spaces from this depth on.
pub(crate) fn write_pretty(tree: &Tree, depth: usize, out: &mut String) {
    let break_line = |depth: usize, out: &mut String| {
        out.push('\n');
        out.extend(core::iter::repeat_n("  ", depth));
    };
    match tree {
        Tree::Array(items) if !items.is_empty() => {
            out.push('[');
            for (index, item) in items.iter().enumerate() {
                if index > 0 {
                    out.push(',');
                }
                break_line(depth + 1, out);
                write_pretty(item, depth + 1, out);
            }
            break_line(depth, out);
            out.push(']');
        }
        Tree::Object(members) if !members.is_empty() => {
            out.push('{');
            for (index, (name, value)) in members.iter().enumerate() {
                if index > 0 {
                    out.push(',');
                }
                break_line(depth + 1, out);
                write_string(name, out);
                out.push_str(": ");
                write_pretty(value, depth + 1, out);
            }
            break_line(depth, out);
            out.push('}');
        }
        plain => write_compact(plain, out),
    }
}
