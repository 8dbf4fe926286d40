//! The paths of findings.

use alloc::borrow::ToOwned as _;
use alloc::string::String;
use alloc::string::ToString as _;
use alloc::vec::Vec;

use crate::json::{Scanner, Shape, SyntaxError, decode, skip};
use crate::rules::{Finding, Place};
use crate::table::Member;

/// A step of a path into the body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Segment {
    /// The name of a member.
    Name(String),
    /// The number of an item, from 0.
    Index(u32),
}

/// The path of each finding. They are in the order of the document.
pub(super) fn all(text: &[u8], findings: &[Finding]) -> Vec<Vec<Segment>> {
    let names: Vec<u32> = findings
        .iter()
        .filter_map(|finding| match finding.place {
            Place::Name(span) => Some(span.start),
            _ => None,
        })
        .collect();
    let found = if names.is_empty() {
        Vec::new()
    } else {
        paths_of_names(text, &names)
    };
    let mut found = found.into_iter();
    findings
        .iter()
        .map(|finding| match finding.place {
            Place::Context(pointer) => segments(pointer),
            Place::Body(_) | Place::Syntax(..) => Vec::new(),
            Place::Member(member, _) => segments(member.pointer()),
            Place::Item(member, index, _) => {
                let mut path = segments(member.pointer());
                path.push(Segment::Index(index));
                path
            }
            Place::Name(_) => found.next().unwrap_or_default(),
        })
        .collect()
}

/// Writes a path as a JSON Pointer.
pub(super) fn pointer(path: &[Segment]) -> String {
    let mut pointer = String::new();
    for segment in path {
        pointer.push('/');
        match segment {
            Segment::Index(index) => pointer.push_str(&index.to_string()),
            Segment::Name(name) => {
                for character in name.chars() {
                    match character {
                        '~' => pointer.push_str("~0"),
                        '/' => pointer.push_str("~1"),
                        _ => pointer.push(character),
                    }
                }
            }
        }
    }
    pointer
}

/// The segments of a pointer of the table, none of which needs an escape.
fn segments(pointer: &str) -> Vec<Segment> {
    debug_assert!(
        Member::ALL
            .iter()
            .all(|member| !member.pointer().contains('~'))
    );
    pointer
        .split('/')
        .skip(1)
        .map(|name| Segment::Name(name.to_owned()))
        .collect()
}

/// The paths of the member names that begin at these places, which are in order. Found in one
/// walk over the text, however many they are.
fn paths_of_names(text: &[u8], names: &[u32]) -> Vec<Vec<Segment>> {
    let mut walk = Walk {
        names,
        path: Vec::new(),
        found: Vec::with_capacity(names.len()),
    };
    if let Ok(mut scanner) = Scanner::new(text) {
        scanner.skip_space();
        // The text has been read once, so the walk does not fail.
        let _ = walk.value(&mut scanner);
    }
    walk.found
}

struct Walk<'n> {
    names: &'n [u32],
    path: Vec<Segment>,
    found: Vec<Vec<Segment>>,
}

impl Walk<'_> {
    fn value(&mut self, scanner: &mut Scanner<'_>) -> Result<(), SyntaxError> {
        let shape = scanner.value()?;
        if !matches!(shape, Shape::Array | Shape::Object) {
            return skip(scanner, shape);
        }
        let closing = if shape == Shape::Array { b']' } else { b'}' };
        let mut index = 0;
        let mut more = scanner.open(closing)?;
        while more {
            if shape == Shape::Object {
                let start = scanner.at();
                let token = scanner.name()?;
                let name = decode(token.inner.of(scanner.text()))?.into_owned();
                self.path.push(Segment::Name(name));
                if self
                    .names
                    .get(self.found.len())
                    .is_some_and(|&at| at as usize == start)
                {
                    self.found.push(self.path.clone());
                }
            } else {
                self.path.push(Segment::Index(index));
                index += 1;
            }
            self.value(scanner)?;
            self.path.pop();
            more = scanner.next(closing)?;
        }
        Ok(())
    }
}
