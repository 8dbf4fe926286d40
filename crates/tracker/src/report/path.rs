//! The paths of findings.

use alloc::borrow::ToOwned as _;
use alloc::string::String;
use alloc::string::ToString as _;
use alloc::vec::Vec;

use crate::json::{Failed, Scanner, Shape, decode, skip};
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

/// Where a diagnostic stands. What the table knows is spelled out only when somebody asks.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Path {
    /// A place with a fixed JSON Pointer; the empty one is that of the body.
    Fixed(&'static str),
    /// An item of a list of the table.
    Item(Member, u32),
    /// Anywhere in the body.
    Free(Vec<Segment>),
}

impl Path {
    pub(super) fn segments(&self) -> Vec<Segment> {
        match self {
            Self::Fixed(pointer) => segments(pointer),
            Self::Item(list, index) => {
                let mut path = segments(list.pointer());
                path.push(Segment::Index(*index));
                path
            }
            Self::Free(path) => path.clone(),
        }
    }

    pub(super) fn pointer(&self) -> String {
        match self {
            Self::Fixed(pointer) => (*pointer).to_owned(),
            Self::Item(..) => pointer(&self.segments()),
            Self::Free(path) => pointer(path),
        }
    }
}

/// The paths of those findings that stand at a name, in the order of the findings, which is that of
/// the document.
pub(super) fn of_names(text: &[u8], findings: &[Finding]) -> Vec<Vec<Segment>> {
    let names: Vec<u32> = findings
        .iter()
        .filter_map(|finding| match finding.place {
            Place::Name(span) => Some(span.start),
            _ => None,
        })
        .collect();
    if names.is_empty() {
        Vec::new()
    } else {
        paths_of_names(text, &names)
    }
}

/// Writes a path as a JSON Pointer.
fn pointer(path: &[Segment]) -> String {
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

/// Reads a name, which may be [a letter](crate::NameForm::Letters): nothing else can stand there as
/// one, as the text has been read.
fn name(scanner: &mut Scanner<'_>) -> Result<String, Failed> {
    if let Some(member) = scanner.peek().and_then(Member::of_letter) {
        scanner.pass_letter();
        return Ok(member.name().to_owned());
    }
    let token = scanner.name()?;
    let name = decode(token.inner.of(scanner.text()));
    Ok(name.unwrap_or_default().into_owned())
}

struct Walk<'n> {
    names: &'n [u32],
    path: Vec<Segment>,
    found: Vec<Vec<Segment>>,
}

impl Walk<'_> {
    fn value(&mut self, scanner: &mut Scanner<'_>) -> Result<(), Failed> {
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
                self.path.push(Segment::Name(name(scanner)?));
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
