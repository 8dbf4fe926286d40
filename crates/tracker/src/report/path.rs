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

    /// The name at its end, if it ends with one.
    pub(super) fn name(&self) -> Option<&str> {
        match self {
            Self::Fixed(pointer) => pointer.rsplit_once('/').map(|(_, name)| name),
            Self::Item(..) => None,
            Self::Free(path) => match path.last()? {
                Segment::Name(name) => Some(name),
                Segment::Index(_) => None,
            },
        }
    }
}

/// The path of each finding. They are in the order of the document.
pub(super) fn all(text: &[u8], findings: &[Finding]) -> impl Iterator<Item = Path> {
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
    findings.iter().map(move |finding| match finding.place {
        Place::Context(pointer) => Path::Fixed(pointer),
        Place::Body(_) | Place::Syntax(..) => Path::Fixed(""),
        Place::Member(member, _) => Path::Fixed(member.pointer()),
        Place::Item(member, index, _) => Path::Item(member, index),
        Place::Name(_) => Path::Free(found.next().unwrap_or_default()),
    })
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
                let token = scanner.name()?;
                let name = decode(token.inner.of(scanner.text()))
                    .unwrap_or_default()
                    .into_owned();
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
