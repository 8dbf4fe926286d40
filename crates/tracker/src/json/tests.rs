use super::{MAXIMUM_DEPTH, SyntaxErrorKind, Tree, format, parse, write_compact};
use crate::text::Locale;

fn kind(text: &str) -> (SyntaxErrorKind, usize) {
    let error = parse(text.as_bytes()).expect_err(text);
    (error.kind, error.offset)
}

#[test]
fn each_kind_of_error_is_found_at_its_place() {
    use SyntaxErrorKind as Kind;
    let table: &[(&str, Kind, usize)] = &[
        ("", Kind::UnexpectedEnd, 0),
        ("[1", Kind::UnexpectedEnd, 2),
        ("tru", Kind::UnexpectedEnd, 3),
        ("[,1]", Kind::ValueExpected, 1),
        ("{a:1}", Kind::NameExpected, 1),
        ("{\"a\" 1}", Kind::ColonExpected, 5),
        ("[1 2]", Kind::CommaExpected, 3),
        ("[1,]", Kind::TrailingComma, 3),
        ("{\"a\":1,}", Kind::TrailingComma, 7),
        ("{} {}", Kind::TrailingContent, 3),
        ("[1] // end", Kind::Comment, 4),
        ("# no", Kind::Comment, 0),
        ("['a']", Kind::SingleQuotes, 1),
        ("{'a':1}", Kind::SingleQuotes, 1),
        ("[\"a]", Kind::UnclosedString, 1),
        ("[\"a\\\"]", Kind::UnclosedString, 1),
        ("\"a\nb\"", Kind::ControlCharacter, 2),
        ("\"\\x\"", Kind::InvalidEscape, 1),
        ("\"ab\\u12g4\"", Kind::InvalidEscape, 3),
        ("\"\\ud83d\"", Kind::LoneSurrogate, 1),
        ("\"\\ude00\\ud83d\"", Kind::LoneSurrogate, 1),
        ("01", Kind::InvalidNumber, 1),
        ("[1.]", Kind::InvalidNumber, 3),
        ("+1", Kind::InvalidNumber, 0),
        ("True", Kind::InvalidWord, 0),
        ("nulls", Kind::InvalidWord, 0),
        ("\u{feff}{}", Kind::ByteOrderMark, 0),
    ];
    for (text, expected, offset) in table {
        assert_eq!(kind(text), (*expected, *offset), "{text:?}");
    }
    let error = parse(b"\"\xff\"").expect_err("not UTF-8");
    assert_eq!((error.kind, error.offset), (Kind::InvalidUtf8, 1));
}

#[test]
fn values_are_read_and_written_alike() {
    for text in [
        "null",
        "[true,false,null,-0,1e400,123456789012345678901234567890]",
        r#"{"":{},"a":[[]],"a":"\"\\\n\t\r\b\f\u001f/日本😀"}"#,
    ] {
        let tree = parse(text.as_bytes()).expect(text);
        let mut written = String::new();
        write_compact(&tree, &mut written);
        assert_eq!(written, text);
    }
    assert_eq!(
        parse(br#" "\ud83d\ude00\u0041\/" "#),
        Ok(Tree::Text("😀A/".to_owned()))
    );
}

#[test]
fn nesting_ends_at_the_stated_depth() {
    let nested = |depth: usize| format!("{}{}", "[".repeat(depth), "]".repeat(depth));
    assert!(parse(nested(MAXIMUM_DEPTH).as_bytes()).is_ok());
    assert_eq!(kind(&nested(MAXIMUM_DEPTH + 1)).0, SyntaxErrorKind::TooDeep);
    assert_eq!(kind(&"[".repeat(100_000)).0, SyntaxErrorKind::TooDeep);
}

#[test]
fn every_kind_has_a_name_of_its_own_and_words_in_both_languages() {
    for (index, kind) in SyntaxErrorKind::ALL.into_iter().enumerate() {
        assert!(
            SyntaxErrorKind::ALL[..index]
                .iter()
                .all(|other| other.name() != kind.name())
        );
        assert_ne!(
            kind.describe(Locale::English),
            kind.describe(Locale::SimplifiedChinese)
        );
    }
}

#[test]
fn formatting_changes_white_space_only() {
    let text = br#"{"b":[1e2,{}, []],"a":{"\u0061":"\/","a":null}}"#;
    let expected = "{\n  \"b\": [\n    1e2,\n    {},\n    []\n  ],\n  \"a\": {\n    \"a\": \"/\",\n    \"a\": null\n  }\n}";
    assert_eq!(format(text).as_deref(), Ok(expected));
    assert_eq!(format(expected.as_bytes()).as_deref(), Ok(expected));
    assert!(format(b"{").is_err());
}
