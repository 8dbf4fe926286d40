//! Finds the tokens of a JSON text.
//!
//! The scanner goes over the bytes once and copies nothing: strings and numbers are handed out as
//! places in the text. Whoever reads a document asks it for one token after the other.

use super::string::decode;
use super::{MAXIMUM_DEPTH, SyntaxError, SyntaxErrorKind};

/// A part of the text, in bytes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Span {
    pub(crate) start: u32,
    pub(crate) end: u32,
}

impl Span {
    pub(crate) fn new(start: usize, end: usize) -> Self {
        #[expect(
            clippy::cast_possible_truncation,
            reason = "texts above 12 MB are refused before they are read, so a place always fits"
        )]
        let place = |at: usize| at as u32;
        Self {
            start: place(start),
            end: place(end),
        }
    }

    pub(crate) fn of(self, text: &str) -> &str {
        text.get(self.start as usize..self.end as usize)
            .unwrap_or_default()
    }
}

/// A string as it stands in the text.
#[derive(Clone, Copy, Debug)]
pub(crate) struct StringToken {
    /// The part between the quotes.
    pub(crate) inner: Span,
    /// Whether it holds an escape and has to be decoded.
    pub(crate) escaped: bool,
}

/// How a number is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Digits {
    /// With digits and a sign only.
    Whole,
    /// With a fraction or an exponent.
    Fraction,
}

/// What a value is, seen from its first byte.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Shape {
    Null,
    Boolean(bool),
    Number,
    Text,
    Array,
    Object,
}

/// The text stops being JSON; [`Scanner::error`] says where and why. Empty, so that a token and
/// the lack of one come back in a register: every byte passes through functions that may fail.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Failed;

/// Reads tokens from a text, front to back.
pub(crate) struct Scanner<'a> {
    text: &'a str,
    at: usize,
    depth: usize,
    error: SyntaxError,
}

type Result<T> = core::result::Result<T, Failed>;

/// What a scanner says that has not failed.
const NO_ERROR: SyntaxError = SyntaxError {
    kind: SyntaxErrorKind::UnexpectedEnd,
    offset: 0,
};

impl<'a> Scanner<'a> {
    /// Begins at the start of a text. It must be UTF-8 without a byte-order mark.
    pub(crate) fn new(bytes: &'a [u8]) -> core::result::Result<Self, SyntaxError> {
        let text = core::str::from_utf8(bytes).map_err(|error| SyntaxError {
            kind: SyntaxErrorKind::InvalidUtf8,
            offset: error.valid_up_to(),
        })?;
        if text.starts_with('\u{feff}') {
            return Err(SyntaxError {
                kind: SyntaxErrorKind::ByteOrderMark,
                offset: 0,
            });
        }
        Ok(Self::inside(text, 0))
    }

    /// Begins within a text that was read before.
    pub(crate) fn inside(text: &'a str, at: usize) -> Self {
        Self {
            text,
            at,
            depth: 0,
            error: NO_ERROR,
        }
    }

    /// What the last failure was about.
    pub(crate) fn error(&self) -> SyntaxError {
        self.error
    }

    pub(crate) fn text(&self) -> &'a str {
        self.text
    }

    pub(crate) fn at(&self) -> usize {
        self.at
    }

    /// The bytes behind the quote that stands here; none where something else stands.
    #[inline]
    pub(crate) fn behind_quote(&self) -> &'a [u8] {
        match self.text.as_bytes().get(self.at..) {
            Some([b'"', rest @ ..]) => rest,
            _ => &[],
        }
    }

    /// The byte that stands here.
    #[inline]
    pub(crate) fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    /// Fails here.
    #[cold]
    fn fail<T>(&mut self, kind: SyntaxErrorKind) -> Result<T> {
        let kind = if self.at >= self.text.len() {
            SyntaxErrorKind::UnexpectedEnd
        } else {
            kind
        };
        self.fail_at(kind, self.at)
    }

    #[cold]
    fn fail_at<T>(&mut self, kind: SyntaxErrorKind, offset: usize) -> Result<T> {
        self.error = SyntaxError { kind, offset };
        Err(Failed)
    }

    /// The error for something that should not stand here, in the words that help most.
    #[cold]
    fn unexpected<T>(&mut self, otherwise: SyntaxErrorKind) -> Result<T> {
        self.fail(match self.peek() {
            Some(b'/' | b'#') => SyntaxErrorKind::Comment,
            Some(b'\'') => SyntaxErrorKind::SingleQuotes,
            _ => otherwise,
        })
    }

    #[inline]
    pub(crate) fn skip_space(&mut self) {
        while let Some(b' ' | b'\n' | b'\r' | b'\t') = self.peek() {
            self.at += 1;
        }
    }

    /// Whether nothing but white space is left.
    pub(crate) fn at_end(&mut self) -> bool {
        self.skip_space();
        self.at == self.text.len()
    }

    /// Checks that nothing follows.
    pub(crate) fn finish(&mut self) -> Result<()> {
        if self.at_end() {
            Ok(())
        } else {
            self.unexpected(SyntaxErrorKind::TrailingContent)
        }
    }

    /// Tells what value begins here. Words are consumed, everything else is left to its reader.
    #[inline]
    pub(crate) fn value(&mut self) -> Result<Shape> {
        match self.peek() {
            Some(b'"') => Ok(Shape::Text),
            Some(b'{') => Ok(Shape::Object),
            Some(b'[') => Ok(Shape::Array),
            Some(b'-' | b'0'..=b'9') => Ok(Shape::Number),
            Some(b't') => self.word(b"true", Shape::Boolean(true)),
            Some(b'f') => self.word(b"false", Shape::Boolean(false)),
            Some(b'n') => self.word(b"null", Shape::Null),
            Some(b'+' | b'.') => self.fail(SyntaxErrorKind::InvalidNumber),
            Some(byte) if byte.is_ascii_alphabetic() || byte == b'_' => {
                self.fail(SyntaxErrorKind::InvalidWord)
            }
            _ => self.unexpected(SyntaxErrorKind::ValueExpected),
        }
    }

    /// Reads `true` or `false`; its first letter stands here.
    #[inline]
    pub(crate) fn boolean(&mut self) -> Result<bool> {
        let shape = if self.peek() == Some(b't') {
            self.word(b"true", Shape::Boolean(true))
        } else {
            self.word(b"false", Shape::Boolean(false))
        };
        Ok(shape? == Shape::Boolean(true))
    }

    #[inline]
    fn word<const LENGTH: usize>(&mut self, word: &[u8; LENGTH], shape: Shape) -> Result<Shape> {
        let rest = &self.text.as_bytes()[self.at..];
        let continues = rest.get(LENGTH).is_some_and(u8::is_ascii_alphanumeric);
        if rest.first_chunk() == Some(word) && !continues {
            self.at += LENGTH;
            return Ok(shape);
        }
        if word.starts_with(rest) {
            self.at = self.text.len();
        }
        self.fail(SyntaxErrorKind::InvalidWord)
    }

    /// Reads a string; its opening quote stands here. Returns whether it holds an escape and has to
    /// be decoded.
    #[inline]
    pub(crate) fn string(&mut self) -> Result<bool> {
        let end = ordinary_bytes(self.text.as_bytes(), self.at + 1);
        if self.text.as_bytes().get(end) == Some(&b'"') {
            self.at = end + 1;
            return Ok(false);
        }
        self.unusual_string(end)
    }

    /// Reads the string that begins here, from the first byte on that may be an escape.
    #[cold]
    fn unusual_string(&mut self, mut at: usize) -> Result<bool> {
        let bytes = self.text.as_bytes();
        loop {
            match bytes.get(at) {
                Some(b'"') => break,
                Some(b'\\') => at = ordinary_bytes(bytes, at + 2),
                Some(_) => return self.fail_at(SyntaxErrorKind::ControlCharacter, at),
                None => return self.fail_at(SyntaxErrorKind::UnclosedString, self.at),
            }
        }
        let start = self.at + 1;
        // Decoding now finds bad escapes, and every later decoding is known to succeed.
        if let Err(error) = decode(Span::new(start, at).of(self.text)) {
            return self.fail_at(error.kind, start + error.offset);
        }
        self.at = at + 1;
        Ok(true)
    }

    /// Reads a number; its sign or first digit stands here.
    pub(crate) fn number(&mut self) -> Result<Digits> {
        let mut digits = Digits::Whole;
        self.accept(b'-');
        if !self.accept(b'0') {
            self.digits()?;
        }
        if self.accept(b'.') {
            digits = Digits::Fraction;
            self.digits()?;
        }
        if self.accept(b'e') || self.accept(b'E') {
            digits = Digits::Fraction;
            if !self.accept(b'+') {
                self.accept(b'-');
            }
            self.digits()?;
        }
        if let Some(b'0'..=b'9' | b'a'..=b'z' | b'A'..=b'Z' | b'.' | b'_' | b'+' | b'-') =
            self.peek()
        {
            return self.fail(SyntaxErrorKind::InvalidNumber);
        }
        Ok(digits)
    }

    #[inline]
    fn accept(&mut self, byte: u8) -> bool {
        let here = self.peek() == Some(byte);
        self.at += usize::from(here);
        here
    }

    fn digits(&mut self) -> Result<()> {
        let start = self.at;
        while let Some(b'0'..=b'9') = self.peek() {
            self.at += 1;
        }
        if self.at == start {
            self.fail(SyntaxErrorKind::InvalidNumber)
        } else {
            Ok(())
        }
    }

    /// Enters an array or object; its opening bracket stands here. Returns whether it has content.
    pub(crate) fn open(&mut self, closing: u8) -> Result<bool> {
        if self.depth == MAXIMUM_DEPTH {
            return self.fail(SyntaxErrorKind::TooDeep);
        }
        self.depth += 1;
        self.at += 1;
        self.skip_space();
        if self.peek() == Some(closing) {
            self.at += 1;
            self.depth -= 1;
            return Ok(false);
        }
        Ok(true)
    }

    /// Goes on behind a value. Returns whether another one follows before the closing bracket.
    #[inline]
    pub(crate) fn next(&mut self, closing: u8) -> Result<bool> {
        // Text from programs has no white space here.
        if let Some([b',', byte @ b'!'..=b'~', ..]) = self.text.as_bytes().get(self.at..)
            && *byte != closing
        {
            self.at += 1;
            return Ok(true);
        }
        self.skip_space();
        if self.accept(b',') {
            self.skip_space();
            if self.peek() == Some(closing) {
                return self.fail(SyntaxErrorKind::TrailingComma);
            }
            return Ok(true);
        }
        if self.accept(closing) {
            self.depth -= 1;
            return Ok(false);
        }
        self.unexpected(SyntaxErrorKind::CommaExpected)
    }

    /// Reads a member name and its colon; the value follows.
    #[inline]
    pub(crate) fn name(&mut self) -> Result<StringToken> {
        if self.peek() != Some(b'"') {
            return self.unexpected(SyntaxErrorKind::NameExpected);
        }
        let start = self.at + 1;
        let escaped = self.string()?;
        let inner = Span::new(start, self.at - 1);
        self.colon()?;
        Ok(StringToken { inner, escaped })
    }

    /// Goes on behind a member name of so many bytes, quotes included, that begins here and was
    /// looked at in another way.
    #[inline]
    pub(crate) fn pass_name(&mut self, length: usize) -> Result<()> {
        self.at += length;
        self.colon()
    }

    /// Goes on behind a byte that stands for a member name and its colon.
    pub(crate) fn pass_letter(&mut self) {
        self.at += 1;
    }

    #[inline]
    fn colon(&mut self) -> Result<()> {
        // Text from programs has no white space here.
        if let Some([b':', b'!'..=b'~', ..]) = self.text.as_bytes().get(self.at..) {
            self.at += 1;
            return Ok(());
        }
        self.skip_space();
        if !self.accept(b':') {
            return self.fail(SyntaxErrorKind::ColonExpected);
        }
        self.skip_space();
        Ok(())
    }
}

/// Goes over the bytes of a string that mean themselves, eight at a time, and returns where it
/// ends or what stands there is a quote, a backslash or a control character.
#[inline]
fn ordinary_bytes(bytes: &[u8], mut at: usize) -> usize {
    const ONES: u64 = u64::from_ne_bytes([1; 8]);
    const HIGHEST: u64 = ONES << 7;
    while let Some(eight) = bytes.get(at..).and_then(<[u8]>::first_chunk) {
        let word = u64::from_le_bytes(*eight);
        // Subtracting borrows from the highest bit of each byte that is less. What is wrong behind
        // the first such byte does not matter.
        let below = |word: u64, least: u8| word.wrapping_sub(ONES * u64::from(least)) & !word;
        let quote = below(word ^ (ONES * u64::from(b'"')), 1);
        let backslash = below(word ^ (ONES * u64::from(b'\\')), 1);
        let found = (quote | backslash | below(word, 0x20)) & HIGHEST;
        if found != 0 {
            return at + found.trailing_zeros() as usize / 8;
        }
        at += 8;
    }
    while let Some(0x20..=0x21 | 0x23..=0x5b | 0x5d..) = bytes.get(at) {
        at += 1;
    }
    at
}

/// Goes over the value that begins here, whose shape is known.
pub(crate) fn skip(scanner: &mut Scanner<'_>, shape: Shape) -> Result<()> {
    match shape {
        Shape::Null | Shape::Boolean(_) => {}
        Shape::Number => drop(scanner.number()?),
        Shape::Text => drop(scanner.string()?),
        Shape::Array | Shape::Object => {
            let closing = if shape == Shape::Array { b']' } else { b'}' };
            let mut more = scanner.open(closing)?;
            while more {
                if shape == Shape::Object {
                    scanner.name()?;
                }
                let inner = scanner.value()?;
                skip(scanner, inner)?;
                more = scanner.next(closing)?;
            }
        }
    }
    Ok(())
}
