//! Any JSON value as a tree, for texts that need no positions.

use alloc::borrow::ToOwned as _;
use alloc::string::String;
use alloc::vec::Vec;

use super::{Failed, Scanner, Shape, Span, SyntaxError, decode, write_pretty};

/// A JSON value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Tree {
    /// `null`.
    Null,
    /// `true` or `false`.
    Boolean(bool),
    /// A number, as it was written.
    Number(String),
    /// A string, decoded.
    Text(String),
    /// An array.
    Array(Vec<Tree>),
    /// An object. Members keep their order; one that is given twice is there twice.
    Object(Vec<(String, Tree)>),
}

impl Tree {
    /// The value of a member, if this is an object that has it. Of several the last one counts.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&Self> {
        match self {
            Self::Object(members) => members
                .iter()
                .rev()
                .find(|member| member.0 == name)
                .map(|member| &member.1),
            _ => None,
        }
    }

    /// The text, if this is a string.
    #[must_use]
    pub fn as_text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }
}

/// Reads a text that holds one JSON value.
///
/// # Errors
///
/// The first place at which the text is not JSON as this module reads it.
pub fn parse(text: &[u8]) -> Result<Tree, SyntaxError> {
    let mut scanner = Scanner::new(text)?;
    scanner.skip_space();
    whole(&mut scanner).map_err(|Failed| scanner.error())
}

fn whole(scanner: &mut Scanner<'_>) -> Result<Tree, Failed> {
    let tree = value(scanner)?;
    scanner.finish()?;
    Ok(tree)
}

/// Writes a JSON text again, indented by two spaces, with its members in the same order and
/// nothing left out. Numbers stay as they are written; strings lose needless escapes.
///
/// # Errors
///
/// The first place at which the text is not JSON as this module reads it.
pub fn format(text: &[u8]) -> Result<String, SyntaxError> {
    let mut out = String::with_capacity(text.len());
    write_pretty(&parse(text)?, 0, &mut out);
    Ok(out)
}

/// Reads the value that begins here.
pub(crate) fn value(scanner: &mut Scanner<'_>) -> Result<Tree, Failed> {
    Ok(match scanner.value()? {
        Shape::Null => Tree::Null,
        Shape::Boolean(boolean) => Tree::Boolean(boolean),
        Shape::Number => {
            let start = scanner.at();
            scanner.number()?;
            let digits = Span::new(start, scanner.at()).of(scanner.text());
            Tree::Number(digits.to_owned())
        }
        Shape::Text => {
            let start = scanner.at() + 1;
            scanner.string()?;
            Tree::Text(owned(scanner, Span::new(start, scanner.at() - 1)))
        }
        Shape::Array => {
            let mut items = Vec::new();
            let mut more = scanner.open(b']')?;
            while more {
                items.push(value(scanner)?);
                more = scanner.next(b']')?;
            }
            Tree::Array(items)
        }
        Shape::Object => {
            let mut members = Vec::new();
            let mut more = scanner.open(b'}')?;
            while more {
                let token = scanner.name()?;
                let name = owned(scanner, token.inner);
                members.push((name, value(scanner)?));
                more = scanner.next(b'}')?;
            }
            Tree::Object(members)
        }
    })
}

/// The text between two quotes. The scanner has decoded it once, so this does not fail.
fn owned(scanner: &Scanner<'_>, inner: Span) -> String {
    decode(inner.of(scanner.text()))
        .unwrap_or_default()
        .into_owned()
}
