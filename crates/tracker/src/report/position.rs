//! Places in a text, in every unit that people and programs count in.

use crate::json::Span;
use crate::rules::{Finding, Place};

/// A part of the text, its end not included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Range {
    /// Where it begins.
    pub start: Position,
    /// Where it ends.
    pub end: Position,
}

/// A place in the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Position {
    /// UTF-8 bytes before it.
    pub byte: u32,
    /// UTF-16 code units before it: the offset in a JavaScript string.
    pub utf16: u32,
    /// The line, from 1. Lines end with a line feed.
    pub line: u32,
    /// The column, from 1, in characters (Unicode scalar values).
    pub column: u32,
}

impl Finding {
    pub(super) fn span(&self) -> Option<Span> {
        match self.place {
            Place::Context(_) => None,
            Place::Body(span)
            | Place::Syntax(_, span)
            | Place::Member(_, span)
            | Place::Item(_, _, span)
            | Place::Name(span) => Some(span),
        }
    }

    /// The key of the document order: what is not in the text comes first.
    pub(super) fn start(&self) -> (bool, u32) {
        self.span().map_or((false, 0), |span| (true, span.start))
    }
}

/// The range of each finding, counted in one pass over the text.
pub(super) fn all(text: &[u8], findings: &[Finding]) -> Vec<Option<Range>> {
    let spans: Vec<_> = findings.iter().map(Finding::span).collect();
    let mut offsets: Vec<u32> = spans
        .iter()
        .flatten()
        .flat_map(|span| [span.start, span.end])
        .collect();
    offsets.sort_unstable();
    offsets.dedup();
    let positions = positions(text, &offsets);
    let find = |offset: u32| {
        offsets
            .binary_search(&offset)
            .ok()
            .map(|index| positions[index])
    };
    spans
        .into_iter()
        .map(|span| {
            let span = span?;
            Some(Range {
                start: find(span.start)?,
                end: find(span.end)?,
            })
        })
        .collect()
}

fn positions(text: &[u8], offsets: &[u32]) -> Vec<Position> {
    let mut here = Position {
        byte: 0,
        utf16: 0,
        line: 1,
        column: 1,
    };
    let mut positions = Vec::with_capacity(offsets.len());
    for &offset in offsets {
        for &byte in &text[here.byte as usize..(offset as usize).min(text.len())] {
            // The bytes that continue a character do not count; they are none of a line feed.
            match byte {
                b'\n' => {
                    here.line += 1;
                    here.column = 1;
                    here.utf16 += 1;
                }
                0x80..=0xbf => {}
                0xf0.. => {
                    here.column += 1;
                    here.utf16 += 2;
                }
                _ => {
                    here.column += 1;
                    here.utf16 += 1;
                }
            }
        }
        here.byte = offset;
        positions.push(here);
    }
    positions
}
