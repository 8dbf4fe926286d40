//! What crosses to JavaScript says the same as the report, and no option makes it panic.

use cts_tracker::json::{self, Tree};
use cts_tracker::{Diagnostic, Locale, Member, Param, Report, Rule, Segment, Severity};
use cts_tracker_wasm::lines;
use cts_tracker_wasm::options::Settings;
use cts_tracker_wasm::words::{
    BEGINNING, FREE, ITEM, MEMBER, NUMBER, TERM, TEXT, THIS_ITEM, THIS_NAME, VALUE,
    VALUE_BEGINNING, Words, terms,
};

/// Parts the options from the text. No JSON text holds this byte.
const SEPARATOR: u8 = 0x1e;

/// Reads the text behind the separator with the options before it, or without options.
pub(crate) fn hold(data: &[u8]) {
    let mut parts = data.splitn(2, |byte| *byte == SEPARATOR);
    let first = parts.next().unwrap_or_default();
    let (options, text) = match parts.next() {
        Some(text) => (std::str::from_utf8(first).unwrap_or_default(), text),
        None => ("{}", first),
    };
    let mut settings = settings(options);
    let report = settings.judge(text, |verdict| Report::from(verdict));
    assert_eq!(settings.is_valid(text), !report.has_errors());
    let mut words = Words::new();
    words.start(0);
    settings.judge(text, |verdict| words.verdict(verdict));
    let mut reader = Reader::new(&words);
    reader.report(&report, text, settings.locale);
    reader.end();
    as_lines(text, &settings);
    // Where names may be letters as well, that is no reason to panic.
    settings.set_letters(true);
    words.start(0);
    settings.judge(text, |verdict| words.verdict(verdict));
}

/// Sets what the options say, as `npm/src/api.js` does. What cannot be used is left out.
fn settings(options: &str) -> Settings {
    let mut settings = Settings::default();
    let Ok(Tree::Object(options)) = json::parse(options.as_bytes()) else {
        return settings;
    };
    let severity = |word: &str| {
        let all = Severity::ALL.iter();
        all.take_while(|known| known.as_str() != word).count()
    };
    for (name, value) in options {
        match (name.as_str(), value) {
            ("projectId", Tree::Text(id)) => settings.project_id = Some(id),
            ("region", Tree::Text(id)) => settings.region = Some(id),
            ("locale", Tree::Text(tag)) => {
                settings.locale = Locale::from_tag(&tag).unwrap_or_default();
            }
            ("level", Tree::Text(word)) => settings.set_level(severity(&word)),
            ("current", Tree::Text(text)) => {
                if let Err(error) = settings.set_current(&text) {
                    assert!(!error.to_string().is_empty());
                }
            }
            ("severities", Tree::Object(severities)) => {
                for (code, word) in severities {
                    let rule = Rule::ALL.iter().position(|rule| rule.code() == code);
                    let word = word.as_text().unwrap_or_default();
                    settings.set_severity(rule.unwrap_or(usize::MAX), severity(word));
                }
            }
            _ => {}
        }
    }
    settings
}

/// Each line is judged like a text of its own.
fn as_lines(text: &[u8], settings: &Settings) {
    let mut words = Words::new();
    lines::check(text, settings, 0, &mut words);
    let mut reader = Reader::new(&words);
    let (bodies, spoken, valid) = (reader.next(), reader.next(), reader.next());
    let (mut seen, mut said, mut good, mut at) = (0, 0, true, 0);
    for (index, line) in text.split(|byte| *byte == b'\n').enumerate() {
        let body = line.strip_suffix(b"\r").unwrap_or(line);
        if !body.trim_ascii().is_empty() {
            seen += 1;
            let report = settings.judge(body, |verdict| Report::from(verdict));
            if !report.diagnostics().is_empty() {
                said += 1;
                good &= !report.has_errors();
                assert_eq!(reader.next() as usize, index + 1);
                assert_eq!(reader.next() as usize, at);
                if let Ok(before) = std::str::from_utf8(&text[..at]) {
                    assert_eq!(reader.next() as usize, before.encode_utf16().count());
                } else {
                    reader.next();
                }
                assert_eq!(reader.next(), u32::from(!report.has_errors()));
                assert_eq!(reader.next() as usize, report.diagnostics().len());
                reader.report(&report, body, settings.locale);
            }
        }
        at += line.len() + 1;
    }
    assert_eq!((bodies, spoken, valid), (seen, said, u32::from(good)));
    reader.end();
}

/// Reads words as `npm/src/decode.js` does.
struct Reader<'a> {
    words: &'a [u32],
    text: Vec<u16>,
    at: usize,
    cut: usize,
}

impl<'a> Reader<'a> {
    fn new(words: &'a Words) -> Self {
        Self {
            words: words.words(),
            text: words.text().encode_utf16().collect(),
            at: 0,
            cut: 0,
        }
    }

    fn next(&mut self) -> u32 {
        self.at += 1;
        self.words[self.at - 1]
    }

    fn piece(&mut self, length: u32) -> String {
        let start = self.cut;
        self.cut += length as usize;
        String::from_utf16(&self.text[start..self.cut]).expect("no pair is cut")
    }

    /// A number, or a piece of the text.
    fn value(&mut self) -> Result<u32, String> {
        let word = self.next();
        if word & 1 == 1 {
            Ok(word >> 1)
        } else {
            Err(self.piece(word >> 1))
        }
    }

    fn report(&mut self, report: &Report, body: &[u8], locale: Locale) {
        for found in report.diagnostics() {
            self.diagnostic(found, body, locale);
        }
    }

    fn diagnostic(&mut self, found: &Diagnostic, body: &[u8], locale: Locale) {
        let head = self.next();
        let rule = Rule::ALL[(head & 0xff) as usize];
        assert_eq!(rule, found.rule());
        assert_eq!(Severity::ALL[(head >> 8 & 3) as usize], found.severity());
        self.path(head >> 11 & 3, found);
        assert_eq!(head & 0x400 != 0, found.range().is_some());
        if let Some(range) = found.range() {
            for place in [range.start, range.end] {
                let words = [self.next(), self.next(), self.next(), self.next()];
                assert_eq!(words, [place.byte, place.utf16, place.line, place.column]);
            }
        }
        assert_eq!((head >> 16) as usize, found.params().len());
        let mut parts = rule.message().get(locale).split(['{', '}']);
        let mut said = parts.next().unwrap_or_default().to_owned();
        for (name, param) in found.params() {
            let word = self.next();
            assert_eq!(Report::PARAM_NAMES[(word & 15) as usize], *name);
            let (value, shown) = self.param(word, found, body, locale);
            let expected = match param {
                Param::Text(text) => text.clone(),
                Param::Number(number) => number.to_string(),
                Param::Expected(expected) => expected.name().to_owned(),
                Param::Reason(kind) => kind.name().to_owned(),
            };
            assert_eq!(value, expected);
            // What stands before a value that is not there is said without it.
            while parts.next().is_some_and(|part| part != *name) {
                said.push_str(parts.next().unwrap_or_default());
            }
            said.push_str(&shown);
            said.push_str(parts.next().unwrap_or_default());
        }
        while parts.next().is_some() {
            said.push_str(parts.next().unwrap_or_default());
        }
        let suggestion = (head & 0x2000 != 0)
            .then(|| self.next())
            .map(|length| self.piece(length));
        assert_eq!(suggestion.as_deref(), found.suggestion());
        if let Some(suggestion) = suggestion {
            said.push_str(&Report::SUGGESTION.get(locale).replace("{}", &suggestion));
        }
        assert_eq!(said, found.message(locale));
    }

    /// A param for machines and as it is shown.
    fn param(
        &mut self,
        word: u32,
        found: &Diagnostic,
        body: &[u8],
        locale: Locale,
    ) -> (String, String) {
        let number = word >> 8;
        let judged = || {
            let range = found.range().expect("a value has a place");
            let bytes = &body[range.start.byte as usize..range.end.byte as usize];
            std::str::from_utf8(bytes).expect("what is shown is text")
        };
        let path = found.path();
        let name = |segment: &Segment| match segment {
            Segment::Name(name) => name.clone(),
            Segment::Index(index) => format!("[{index}]"),
        };
        let value = match word >> 4 & 15 {
            TEXT => self.piece(number),
            BEGINNING => format!("{}…", self.piece(number)),
            NUMBER => self.next().to_string(),
            TERM => {
                let (value, shown) = terms(locale).nth(number as usize).expect("a term");
                return (value.to_owned(), shown.to_owned());
            }
            THIS_ITEM => path[path.len() - 2..].iter().map(name).collect(),
            THIS_NAME => path.last().map(name).unwrap_or_default(),
            VALUE => judged().to_owned(),
            VALUE_BEGINNING => {
                let units: Vec<u16> = judged().encode_utf16().take(number as usize).collect();
                format!("{}…", String::from_utf16(&units).expect("no pair is cut"))
            }
            kind => panic!("there is no param of kind {kind}"),
        };
        (value.clone(), value)
    }

    fn path(&mut self, kind: u32, found: &Diagnostic) {
        let number = self.next();
        let pointer = |number: u32| Member::ALL[number as usize].pointer().to_owned();
        match kind {
            MEMBER => assert_eq!(pointer(number), found.pointer()),
            ITEM => assert_eq!(
                format!("{}/{}", pointer(number), self.next()),
                found.pointer()
            ),
            FREE => {
                assert_eq!(number as usize, found.path().len());
                for segment in found.path() {
                    let expected = match segment {
                        Segment::Name(name) => Err(name),
                        Segment::Index(index) => Ok(index),
                    };
                    assert_eq!(self.value(), expected);
                }
            }
            _ => panic!("there is no path of kind {kind}"),
        }
    }

    /// Everything was read.
    fn end(&self) {
        assert_eq!((self.at, self.cut), (self.words.len(), self.text.len()));
    }
}
