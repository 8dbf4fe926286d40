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
    pub(crate) fn span(&self) -> Option<Span> {
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
    pub(crate) fn start(&self) -> (bool, u32) {
        self.span().map_or((false, 0), |span| (true, span.start))
    }
}

impl Position {
    /// The start of a text.
    pub(super) const START: Self = Self {
        byte: 0,
        utf16: 0,
        line: 1,
        column: 1,
    };
}

impl Range {
    /// The range of a span. Where it begins is counted from `here`, which moves there: spans in the
    /// order of the document take one pass over the text.
    pub(super) fn counted(text: &[u8], span: Span, here: &mut Position) -> Self {
        *here = advance(*here, text, span.start);
        Self {
            start: *here,
            end: advance(*here, text, span.end),
        }
    }
}

/// The position of an offset, counted from an earlier one.
fn advance(from: Position, text: &[u8], offset: u32) -> Position {
    let mut here = from;
    let mut rest = text
        .get(from.byte as usize..offset as usize)
        .unwrap_or_default();
    while let Some((first, others)) = rest.split_first() {
        if let Some((_, others)) = rest
            .split_first_chunk()
            .filter(|(eight, _)| is_plain(**eight))
        {
            here.column += 8;
            here.utf16 += 8;
            rest = others;
            continue;
        }
        count(*first, &mut here);
        rest = others;
    }
    here.byte = offset;
    here
}

/// Whether eight bytes are eight characters of one line.
fn is_plain(eight: [u8; 8]) -> bool {
    const ONES: u64 = u64::from_ne_bytes([1; 8]);
    const HIGHEST: u64 = ONES << 7;
    let word = u64::from_le_bytes(eight);
    // Subtracting borrows from the highest bit of a byte that is 0, here of a line feed.
    let line_feeds = (word ^ (ONES * u64::from(b'\n'))).wrapping_sub(ONES);
    (word | line_feeds) & HIGHEST == 0
}

fn count(byte: u8, here: &mut Position) {
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
