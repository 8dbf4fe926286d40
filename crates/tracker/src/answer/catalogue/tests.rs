//! The catalogue against the published lists.

use super::{FAMILIES, Row, find};
use crate::answer::verdict::{Outcome, Retry};

/// Numbers of codes, and the status that goes with them.
type Listed = (&'static [u16], u16);

/// Codes of CTS and the status that goes with them, as the vendor and its partner list them.
const PUBLISHED_CTS: [Listed; 4] = [
    (
        &[
            1, 3, 56, 200, 201, 202, 203, 204, 205, 206, 207, 208, 209, 210, 211, 212, 213, 215,
            216, 217, 218, 219, 220, 221, 222, 225, 228, 229, 231, 300, 400, 401, 402, 404, 407,
            410, 411,
        ],
        400,
    ),
    (&[2, 12, 13], 403),
    (&[100, 214, 403], 404),
    (&[4, 5], 500),
];

/// Codes of the gateway.
const PUBLISHED_GATEWAY: [Listed; 12] = [
    (&[101, 101, 103], 404),
    (&[104, 105, 106, 201, 204, 602, 607, 1009], 400),
    (&[201], 413),
    (&[201], 414),
    (&[201], 494),
    (&[201, 610], 502),
    (&[201], 504),
    (&[201, 601, 605, 606, 608, 609, 611, 612, 705], 500),
    (&[301, 303, 305, 307, 311], 401),
    (&[302, 304, 306, 310, 401, 402, 404, 802], 403),
    (&[308], 429),
    (&[501, 502], 405),
];

/// Codes of the identity service.
const PUBLISHED_IDENTITY: [Listed; 7] = [
    (&[7, 11, 72, 73, 1100, 1101, 1109, 1117, 1118], 400),
    (&[1, 61, 62, 63, 64, 66, 67], 401),
    (&[2, 3, 80, 81, 82, 83], 403),
    (&[4], 404),
    (&[5], 409),
    (&[20], 410),
    (&[12], 429),
];

fn all() -> impl Iterator<Item = (&'static str, &'static Row)> {
    FAMILIES
        .iter()
        .flat_map(|family| family.prefixes.iter().map(move |prefix| (*prefix, family)))
        .flat_map(|(prefix, family)| family.rows.iter().map(move |row| (prefix, row)))
}

fn code(prefix: &str, number: u16) -> String {
    if prefix.is_empty() {
        format!("{number:04}")
    } else {
        format!("{prefix}.{number:04}")
    }
}

#[test]
fn every_published_code_is_known_with_its_status() {
    let lists: [(&str, &[Listed]); 5] = [
        ("CTS", &PUBLISHED_CTS),
        ("APIGW", &PUBLISHED_GATEWAY),
        ("APIG", &PUBLISHED_GATEWAY),
        ("IAM", &PUBLISHED_IDENTITY),
        ("cts", &[(&[1, 2, 3, 4, 5, 6, 7], 400)]),
    ];
    for (prefix, list) in lists {
        for (numbers, status) in list {
            for number in *numbers {
                let code = code(prefix, *number);
                let row = find(&code, *status, "").expect(&code);
                assert_eq!(row.status, *status, "{code}");
            }
        }
    }
    let rows = |index: usize| FAMILIES[index].rows.len();
    assert_eq!((rows(0), rows(1), rows(3)), (45, 43, 7));
    assert_eq!(
        PUBLISHED_CTS
            .iter()
            .map(|(numbers, _)| numbers.len())
            .sum::<usize>(),
        45
    );
}

#[test]
fn every_row_is_reachable() {
    for (prefix, row) in all() {
        for number in row.first..=row.last {
            if prefix.is_empty() && number < 1100 {
                continue;
            }
            let code = code(prefix, number);
            let found = find(&code, row.status, row.marker).expect(&code);
            assert!(std::ptr::eq(found, row), "{code} {}", row.status);
        }
    }
}

#[test]
fn every_text_exists_in_both_languages() {
    for (prefix, row) in all() {
        for part in [row.meaning.en, row.remedy.en] {
            assert!(part.ends_with('.'), "{prefix} {}: {part}", row.first);
            assert!(part.is_ascii(), "{prefix} {}: {part}", row.first);
        }
        for part in [row.meaning.zh, row.remedy.zh] {
            assert!(part.ends_with('。'), "{prefix} {}: {part}", row.first);
        }
    }
}

#[test]
fn no_look_up_folds_case_or_forgives_form() {
    let wrong = [
        "Cts.0003",
        "CTs.0003",
        "apigw.0101",
        "Apig.0101",
        "iam.0001",
        "proxy.0400",
        "CTS.3",
        "CTS.003",
        "CTS.00003",
        "CTS.+003",
        "CTS0003",
        "CTS:0003",
        " CTS.0003",
        "CTS.0003 ",
        "CTS.0003.",
        "XCTS.0003",
        ".0003",
        "0003",
        "",
        ".",
        "CTS.",
        "CTS.０００３",
        "X.1",
    ];
    for code in wrong {
        assert!(find(code, 400, "").is_none(), "{code:?}");
    }
    let body_is_wrong = find("CTS.0003", 400, "").expect("known");
    let project_is_empty = find("cts.0003", 400, "").expect("known");
    assert_ne!(body_is_wrong.meaning, project_is_empty.meaning);
}

#[test]
fn codes_without_published_meaning_are_not_invented() {
    for number in [0, 223, 224, 226, 227, 230, 999] {
        assert!(find(&code("CTS", number), 400, "").is_none());
    }
}

#[test]
fn the_gateway_code_with_two_meanings_is_told_apart_by_its_message() {
    let never = "The API does not exist or has not been published in the environment";
    let unpublished = find("APIGW.0101", 404, never).expect("known");
    let method = find("APIG.0101", 404, "The API does not exist.").expect("known");
    assert!(unpublished.meaning.en.contains("No published API"));
    assert!(method.meaning.en.contains("method"));
    // Another status than the published one does not make the code unknown.
    assert!(std::ptr::eq(
        find("APIGW.0101", 400, never).expect("known"),
        unpublished
    ));
    // But where the status is all that tells the meanings apart, nothing is guessed.
    assert!(find("APIGW.0201", 418, "").is_none());
}

#[test]
fn another_status_than_the_published_one_keeps_the_meaning() {
    // The product edition of the gateway answers 0103 with 500.
    let row = find("APIG.0103", 500, "").expect("known");
    assert_eq!(row.status, 404);
    assert_eq!(row.retry, Retry::AfterSupport);
    let row = find("CTS.0214", 400, "").expect("known");
    assert_eq!(row.outcome(400), Outcome::NotTaken);
}

#[test]
fn faults_of_the_service_mark_no_member() {
    for (prefix, row) in all() {
        if row.blames_the_service() {
            assert!(row.members.is_empty(), "{prefix} {}", row.first);
        }
    }
    for number in [1, 4, 5, 300] {
        let status = if matches!(number, 4 | 5) { 500 } else { 400 };
        assert!(
            find(&code("CTS", number), status, "")
                .expect("known")
                .blames_the_service()
        );
    }
}

#[test]
fn neither_401_nor_403_is_repeated_as_it_is() {
    for (prefix, row) in all() {
        if matches!(row.status, 401 | 403) {
            assert!(
                !matches!(row.retry, Retry::AfterWaiting | Retry::ReadBackFirst),
                "{prefix} {}",
                row.first
            );
        }
    }
}
