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
    while let Some((eight, others)) = rest.split_first_chunk() {
        count_eight(*eight, &mut here);
        rest = others;
    }
    for byte in rest {
        count(*byte, &mut here);
    }
    here.byte = offset;
    here
}

fn count_eight(eight: [u8; 8], here: &mut Position) {
    const ONES: u64 = u64::from_ne_bytes([1; 8]);
    const HIGHEST: u64 = ONES << 7;
    let word = u64::from_le_bytes(eight);
    if word & HIGHEST != 0 {
        for byte in eight {
            count(byte, here);
        }
        return;
    }
    // Of ASCII, only what is 0 after the exclusive or does not reach the highest bit.
    let others = (word ^ (ONES * u64::from(b'\n'))) + (HIGHEST - ONES);
    let line_feeds = !others & HIGHEST;
    here.utf16 += 8;
    if line_feeds == 0 {
        here.column += 8;
    } else {
        here.line += line_feeds.count_ones();
        // The bytes behind the last line feed are at the high end.
        here.column = 1 + line_feeds.leading_zeros() / 8;
    }
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

#[cfg(test)]
mod tests {
    use super::{Position, advance};

    #[test]
    fn places_are_those_of_a_count_one_by_one() {
        let text =
            "{\n\n  \"a\": \"0123456789\",\r\n \"é😀\": 1,\n\n\n\n\n\n\n\n\n \u{7f}\u{b}\n}\n";
        let ends = (0..=text.len()).filter(|end| text.is_char_boundary(*end));
        for (end, start) in ends
            .clone()
            .flat_map(|end| ends.clone().map(move |start| (end, start)))
        {
            if start > end {
                continue;
            }
            let count = |end: usize| {
                let before = &text[..end];
                let line = before.rsplit('\n').next().unwrap_or_default();
                [
                    before.len(),
                    before.encode_utf16().count(),
                    before.matches('\n').count() + 1,
                    line.chars().count() + 1,
                ]
            };
            let offset = |offset: usize| u32::try_from(offset).expect("it is short");
            let here = advance(Position::START, text.as_bytes(), offset(start));
            let found = advance(here, text.as_bytes(), offset(end));
            let found = [found.byte, found.utf16, found.line, found.column];
            assert_eq!(found, count(end).map(offset), "{start} to {end}");
        }
    }
}
