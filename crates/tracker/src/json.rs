//! JSON text after RFC 8259, read strictly and with positions.
//!
//! No comments, no trailing commas, no byte-order mark, nothing but the four white-space
//! characters. Text that is not UTF-8 and escapes that stand for half a surrogate pair are
//! refused, so every string that was read is a proper string. Values may be nested
//! [`MAXIMUM_DEPTH`] deep.

mod scanner;
mod string;
mod syntax_error;
mod tree;
mod write;

pub(crate) use scanner::{Digits, Failed, Scanner, Shape, Span, StringToken, skip};
pub(crate) use string::decode;
pub use syntax_error::{SyntaxError, SyntaxErrorKind};
pub use tree::{Tree, format, parse};
pub(crate) use write::write_pretty;
pub use write::{write_compact, write_string};

/// How deep arrays and objects may be nested.
pub const MAXIMUM_DEPTH: usize = 64;

#[cfg(test)]
mod tests;
