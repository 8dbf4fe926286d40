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
//!   (10), the kind of path (11 and 12), whether the message follows (13), whether a suggestion does
//!   (14) and the number of params (16 and up);
//! - the path: of kind [`MEMBER`] the number of the member; of kind [`ITEM`] that and the number of
//!   the item; of kind [`FREE`] the number of segments and then, for each, twice the length of its
//!   name in the text, or twice the number of the item plus one;
//! - the range, if there is one: byte, UTF-16 unit, line and column of its start and of its end;
//! - the params: for each its number, then a text's length times two or a number times two plus one;
//! - if a suggestion follows, its length;
//! - if the message follows, its length. Messages that are always the same are in the tables.
//!
//! Fixes are not in the words: they are asked for rarely, and then the report crosses as JSON text.
//!
//! Where no words are wanted, only the head and the path of each are written.
//!
//! All lengths are in UTF-16 units, and the texts follow each other in the same order.

use cts_tracker::{Brief, Diagnostic, Locale, Param, Report, Rule, Segment};

/// The path is that of a member of the table.
pub const MEMBER: u32 = 0;
/// The path is that of an item of a list of the table.
pub const ITEM: u32 = 1;
/// The path is spelled out.
pub const FREE: u32 = 2;

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

    /// Adds every diagnostic of a report.
    pub fn report(&mut self, report: &Report, locale: Locale) {
        for diagnostic in report.diagnostics() {
            self.diagnostic(diagnostic, locale);
        }
    }

    /// Adds what is found in a text, of each the head and the path and nothing else. Names that the
    /// table does not know are spelled out by the report, which is only made for them.
    pub fn brief(&mut self, found: &[Brief], report: impl FnOnce() -> Report) {
        let is_spelled = |brief: &Brief| brief.member.is_none() && !is_about_the_body(brief.rule);
        let report = found.iter().any(is_spelled).then(report);
        for (index, brief) in found.iter().enumerate() {
            let kind = match (brief.member, brief.item) {
                (Some(_), None) => MEMBER,
                (Some(_), Some(_)) => ITEM,
                (None, _) => FREE,
            };
            self.numbers
                .push(brief.rule as u32 | (brief.severity as u32) << 8 | kind << 11);
            if let Some(member) = brief.member {
                self.numbers.push(member as u32);
                self.numbers.extend(brief.item);
            } else {
                let diagnostics = report.as_ref().map_or(&[][..], Report::diagnostics);
                let path = diagnostics.get(index).map(Diagnostic::path);
                self.path(&path.unwrap_or_default());
            }
        }
    }

    fn diagnostic(&mut self, diagnostic: &Diagnostic, locale: Locale) {
        let params = diagnostic.params();
        let suggestion = diagnostic.suggestion();
        let has_message = suggestion.is_some() || !params.is_empty();
        let kind = match (diagnostic.member(), diagnostic.item()) {
            (Some(_), None) => MEMBER,
            (Some(_), Some(_)) => ITEM,
            (None, _) => FREE,
        };
        let head = diagnostic.rule() as u32
            | (diagnostic.severity() as u32) << 8
            | u32::from(diagnostic.range().is_some()) << 10
            | kind << 11
            | u32::from(has_message) << 13
            | u32::from(suggestion.is_some()) << 14
            | small(params.len()) << 16;
        self.numbers.push(head);
        if let Some(member) = diagnostic.member() {
            self.numbers.push(member as u32);
            self.numbers.extend(diagnostic.item());
        } else {
            self.path(&diagnostic.path());
        }
        if let Some(range) = diagnostic.range() {
            for place in [range.start, range.end] {
                self.numbers
                    .extend([place.byte, place.utf16, place.line, place.column]);
            }
        }
        for (name, param) in params {
            let name = Report::PARAM_NAMES.iter().position(|known| known == name);
            self.numbers.push(small(name.unwrap_or_default()));
            let word = match param {
                Param::Text(text) => self.write(text) << 1,
                Param::Number(number) => number << 1 | 1,
                Param::Expected(expected) => self.write(expected.name()) << 1,
                Param::Reason(kind) => self.write(kind.name()) << 1,
            };
            self.numbers.push(word);
        }
        if let Some(suggestion) = suggestion {
            let length = self.write(suggestion);
            self.numbers.push(length);
        }
        if has_message {
            let length = self.write(&diagnostic.message(locale));
            self.numbers.push(length);
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
        small(text.chars().map(char::len_utf16).sum())
    }
}

/// Whether a rule speaks of the body as a whole, whose path is empty.
fn is_about_the_body(rule: Rule) -> bool {
    matches!(
        rule,
        Rule::BodySyntax
            | Rule::BodyNotObject
            | Rule::BodyEmpty
            | Rule::BodyTooLarge
            | Rule::StatusOnlyBody
            | Rule::IdentityOnlyBody
            | Rule::TakesEffectAtOnce
            | Rule::NoChange
    )
}

/// A length or number that is small by nature.
pub(crate) fn small(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use cts_tracker::{Context, Locale, Member, Rule, check};

    use super::{FREE, ITEM, MEMBER, Words};

    #[test]
    fn a_missing_member_is_a_few_numbers() {
        let report = check(br#" {"tracker_type":"system"}"#, &Context::default());
        let mut words = Words::new();
        words.start(0);
        words.report(&report, Locale::English);
        let head = Rule::TrackerNameRequired as u32 | 1 << 10 | MEMBER << 11;
        let expected = [head, Member::TrackerName as u32, 1, 1, 1, 2, 2, 2, 1, 3];
        assert!(words.words().starts_with(&expected), "{:?}", words.words());
    }

    #[test]
    fn texts_are_counted_in_utf16_units() {
        let report = check("{\"\u{1f600}/\":1}".as_bytes(), &Context::default());
        let mut words = Words::new();
        words.start(0);
        words.report(&report, Locale::English);
        let unknown = words.words().iter().position(|word| {
            word & 0xff == Rule::UnknownMember as u32 && word >> 11 & 3 == FREE && word >> 16 == 1
        });
        let at = unknown.expect("the unknown member");
        assert_eq!(words.words()[at + 1..at + 3], [1, 3 << 1]);
        assert!(words.text().contains("\u{1f600}/"));
    }

    #[test]
    fn items_have_their_number() {
        let text = br#"{"tracker_type":"data","data_bucket":{"data_event":["READ","X"]}}"#;
        let report = check(text, &Context::default());
        let mut words = Words::new();
        words.start(0);
        words.report(&report, Locale::English);
        let at = words
            .words()
            .iter()
            .position(|word| word & 0xff == Rule::DataEventEnum as u32 && word >> 11 & 3 == ITEM);
        let at = at.expect("the item");
        assert_eq!(words.words()[at + 1..at + 3], [Member::DataEvent as u32, 1]);
    }
}
