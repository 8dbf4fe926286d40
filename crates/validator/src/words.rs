//! A report as 32-bit words and one text.
//!
//! Making JavaScript objects one member at a time from here would cost more than the verdict. So a
//! report becomes a list of numbers, which JavaScript reads as a `Uint32Array`, and one UTF-8
//! text, which it decodes once and cuts into pieces. `npm/src/decode.js` reads what is written
//! here; the tests of the package hold both ends against the JSON of the core.
//!
//! Each diagnostic is, in order:
//!
//! - a head: the number of the rule (bits 0 to 7), the severity (8 and 9), whether there is a range
//!   (10), the kind of path (11 and 12), whether a suggestion follows (13) and the number of params
//!   (16 and up);
//! - the path: of kind [`MEMBER`] the number of the member; of kind [`ITEM`] that and the number of
//!   the item; of kind [`FREE`] the number of segments and then, for each, twice the length of its
//!   name in the text, or twice the number of the item plus one;
//! - the range, if there is one: byte, UTF-16 unit, line and column of its start and of its end;
//! - the params, in the order of the message: for each its name (bits 0 to 3), its kind (4 to 7) and,
//!   according to the kind, a length in the text or a [number of a term](terms) (8 and up); a
//!   [`NUMBER`] follows in a word of its own;
//! - if a suggestion follows, its length.
//!
//! Messages are put together by who reads this: their texts are in the module, each asked for once.
//!
//! Fixes are not in the words: they are asked for rarely, and then the report crosses as JSON text.
//!
//! Where no words are wanted, only the head and the path of each are written.
//!
//! All lengths are in UTF-16 units, and the texts follow each other in the same order.

use cts_tracker::json::SyntaxErrorKind;
use cts_tracker::{Breach, Expected, Locale, Segment, Shown, Verdict};

/// The path is that of a member of the table.
pub const MEMBER: u32 = 0;
/// The path is that of an item of a list of the table.
pub const ITEM: u32 = 1;
/// The path is spelled out.
pub const FREE: u32 = 2;

/// The param is a text.
pub const TEXT: u32 = 0;
/// The param is the beginning of a text, behind which an ellipsis belongs.
pub const BEGINNING: u32 = 1;
/// The param is a number.
pub const NUMBER: u32 = 2;
/// The param is one of the [terms].
pub const TERM: u32 = 3;
/// The param is the item that the path leads to.
pub const THIS_ITEM: u32 = 4;
/// The param is the name that the path ends with.
pub const THIS_NAME: u32 = 5;
/// The param is what stands at the range.
pub const VALUE: u32 = 6;
/// The param is the beginning of what stands at the range, of so many UTF-16 units, behind which an ellipsis belongs.
pub const VALUE_BEGINNING: u32 = 7;

/// What a param can be besides what stands in the text: a name for machines and, in one language, a
/// part of a sentence. What was expected comes first, then the reasons why a text is not JSON.
pub fn terms(locale: Locale) -> impl Iterator<Item = (&'static str, &'static str)> {
    let expected = Expected::ALL.into_iter();
    let reasons = SyntaxErrorKind::ALL.into_iter();
    expected
        .map(move |expected| (expected.name(), expected.describe(locale)))
        .chain(reasons.map(move |reason| (reason.name(), reason.describe(locale))))
}

/// Words and text for JavaScript. Kept between calls, so that the memory is asked for once.
#[derive(Debug, Default)]
pub struct Words {
    numbers: Vec<u32>,
    text: String,
}

impl Words {
    /// Nothing yet.
    #[must_use]
    pub const fn new() -> Self {
        Self {
            numbers: Vec::new(),
            text: String::new(),
        }
    }

    /// Empties it and leaves room for `head` words that are filled in at the end.
    pub fn start(&mut self, head: usize) {
        self.numbers.clear();
        self.numbers.resize(head, 0);
        self.text.clear();
    }

    /// Fills in a word.
    pub fn set(&mut self, index: usize, word: u32) {
        if let Some(place) = self.numbers.get_mut(index) {
            *place = word;
        }
    }

    /// Adds a word.
    pub fn push(&mut self, word: u32) {
        self.numbers.push(word);
    }

    /// Adds what stands before the diagnostics of a line.
    pub(crate) fn line(&mut self, place: [usize; 3], valid: bool, count: usize) {
        self.numbers.extend(place.map(small));
        self.numbers.extend([u32::from(valid), small(count)]);
    }

    /// The words so far.
    #[must_use]
    pub fn words(&self) -> &[u32] {
        &self.numbers
    }

    /// The text so far.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Adds everything that is found.
    pub fn verdict(&mut self, verdict: &Verdict<'_>) {
        verdict.each(|breach| self.breach(breach));
    }

    /// Adds everything that is found, of each the head and the path and nothing else.
    pub fn brief(&mut self, verdict: &Verdict<'_>) {
        verdict.each_brief(|breach| {
            self.numbers.push(head(breach));
            self.place(breach);
        });
    }

    fn breach(&mut self, breach: &Breach<'_>) {
        let at = self.numbers.len();
        self.numbers.push(head(breach));
        self.place(breach);
        if let Some(range) = breach.range() {
            for place in [range.start, range.end] {
                self.numbers
                    .extend([place.byte, place.utf16, place.line, place.column]);
            }
        }
        let mut params = 0;
        for (name, value) in breach.values() {
            params += 1;
            self.param(small(name), value);
        }
        let suggestion = breach.suggestion();
        if let Some(suggestion) = suggestion {
            let length = self.write(suggestion);
            self.numbers.push(length);
        }
        self.numbers[at] |= u32::from(breach.range().is_some()) << 10
            | u32::from(suggestion.is_some()) << 13
            | params << 16;
    }

    fn param(&mut self, name: u32, value: Shown<'_>) {
        let (kind, number) = match value {
            Shown::Text(text) => (TEXT, self.write(text)),
            Shown::Beginning(text) => (BEGINNING, self.write(text)),
            Shown::Number(_) => (NUMBER, 0),
            Shown::Expected(expected) => (TERM, small(expected.number())),
            Shown::Reason(reason) => (TERM, small(Expected::ALL.len()) + reason as u32),
            Shown::Item(..) => (THIS_ITEM, 0),
            Shown::Name(_) => (THIS_NAME, 0),
            Shown::Value(_) => (VALUE, 0),
            Shown::ValueBeginning(value) => (VALUE_BEGINNING, small(units(value.as_bytes()))),
        };
        self.numbers.push(name | kind << 4 | number << 8);
        if let Shown::Number(number) = value {
            self.numbers.push(number);
        }
    }

    fn place(&mut self, breach: &Breach<'_>) {
        match breach.member() {
            Some(member) => {
                self.numbers.push(member as u32);
                self.numbers.extend(breach.item());
            }
            None => self.path(&breach.path()),
        }
    }

    fn path(&mut self, path: &[Segment]) {
        self.numbers.push(small(path.len()));
        for segment in path {
            let word = match segment {
                Segment::Name(name) => self.write(name) << 1,
                Segment::Index(index) => index << 1 | 1,
            };
            self.numbers.push(word);
        }
    }

    /// Adds to the text and returns how many UTF-16 units that were.
    fn write(&mut self, text: &str) -> u32 {
        self.text.push_str(text);
        small(units(text.as_bytes()))
    }
}

/// The head as far as it is the same for everybody.
fn head(breach: &Breach<'_>) -> u32 {
    let kind = match (breach.member(), breach.item()) {
        (Some(_), None) => MEMBER,
        (Some(_), Some(_)) => ITEM,
        (None, _) => FREE,
    };
    breach.rule() as u32 | (breach.severity() as u32) << 8 | kind << 11
}

/// UTF-16 units of UTF-8 text. Bytes that continue a character count nothing, those that begin one
/// of four bytes count two.
pub(crate) fn units(text: &[u8]) -> usize {
    if text.is_ascii() {
        return text.len();
    }
    let continuing = text
        .iter()
        .filter(|byte| (0x80..0xc0).contains(*byte))
        .count();
    let long = text.iter().filter(|byte| **byte >= 0xf0).count();
    text.len() - continuing + long
}

/// A length or number that is small by nature.
pub(crate) fn small(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use cts_tracker::{Context, Expected, Locale, Member, Options, Rule, verdict};

    use super::{FREE, ITEM, MEMBER, TERM, Words, terms};

    fn words(text: &[u8]) -> Words {
        let mut words = Words::new();
        words.start(0);
        let context = Context::default();
        words.verdict(&verdict(text, &context, &Options::new()));
        words
    }

    #[test]
    fn a_missing_member_is_a_few_numbers() {
        let words = words(br#" {"tracker_type":"system"}"#);
        let head = Rule::TrackerNameRequired as u32 | 1 << 10 | MEMBER << 11;
        let expected = [head, Member::TrackerName as u32, 1, 1, 1, 2, 2, 2, 1, 3];
        assert!(words.words().starts_with(&expected), "{:?}", words.words());
    }

    #[test]
    fn texts_are_counted_in_utf16_units() {
        let words = words("{\"\u{1f600}/\":1}".as_bytes());
        let unknown = words.words().iter().position(|word| {
            word & 0xff == Rule::UnknownMember as u32 && word >> 11 & 3 == FREE && word >> 16 == 1
        });
        let at = unknown.expect("the unknown member");
        assert_eq!(words.words()[at + 1..at + 3], [1, 3 << 1]);
        assert!(words.text().contains("\u{1f600}/"));
    }

    #[test]
    fn a_param_can_be_a_term() {
        let words = words(br#"{"tracker_type":"system","tracker_name":1}"#);
        let head = |word: &&u32| **word & 0xff == Rule::WrongJsonType as u32;
        let at = words
            .words()
            .iter()
            .position(|word| head(&word))
            .expect("the type");
        let expected = words.words()[at + 10..at + 12]
            .iter()
            .find(|word| *word >> 4 & 15 == TERM);
        let number = expected.expect("a term") >> 8;
        assert_eq!(number as usize, Expected::ALL[0].number());
        let (name, _) = terms(Locale::English)
            .nth(number as usize)
            .expect("it exists");
        assert_eq!(name, "string");
        assert!(terms(Locale::SimplifiedChinese).all(|(_, part)| !part.is_empty()));
    }

    #[test]
    fn items_have_their_number() {
        let words = words(br#"{"tracker_type":"data","data_bucket":{"data_event":["READ","X"]}}"#);
        let at = words
            .words()
            .iter()
            .position(|word| word & 0xff == Rule::DataEventEnum as u32 && word >> 11 & 3 == ITEM);
        let at = at.expect("the item");
        assert_eq!(words.words()[at + 1..at + 3], [Member::DataEvent as u32, 1]);
    }
}
