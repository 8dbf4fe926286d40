//! Every example is judged by the core.

use std::collections::BTreeSet;

use cts_tracker::{Current, Diagnostic, Evidence, Rule};

use super::{Example, Guide, Source, all, of};

/// The codes of everything said, apart from what is said about every request.
fn codes(example: &Example) -> BTreeSet<&'static str> {
    let mut codes: BTreeSet<_> = example
        .judge()
        .diagnostics()
        .iter()
        .map(Diagnostic::code)
        .collect();
    codes.remove(Rule::TakesEffectAtOnce.code());
    codes
}

/// The codes that an example names itself.
fn named(example: &Example) -> BTreeSet<&'static str> {
    example.also.iter().map(|rule| rule.code()).collect()
}

#[test]
fn every_rule_has_one_guide() {
    for rule in Rule::ALL {
        let count = all().filter(|guide| guide.rule == *rule).count();
        assert_eq!(count, 1, "{}", rule.code());
        assert!(
            of(*rule).is_some_and(|guide| !guide.sources.is_empty() && !guide.places.is_empty())
        );
    }
    assert_eq!(all().count(), Rule::ALL.len());
}

#[test]
fn a_wrong_example_gives_its_rule_and_the_companions_it_names() {
    let mut failures = Vec::new();
    for guide in all().filter(|guide| guide.right.is_some()) {
        let mut expected = named(&guide.wrong);
        assert!(
            expected.insert(guide.rule.code()),
            "{} accompanies itself",
            guide.rule.code()
        );
        let found = codes(&guide.wrong);
        if found != expected {
            failures.push(format!(
                "{}: {found:?}, not {expected:?}",
                guide.rule.code()
            ));
        }
    }
    assert!(failures.is_empty(), "{failures:#?}");
}

#[test]
fn a_right_example_gives_only_the_companions_it_names() {
    let mut failures = Vec::new();
    for guide in all() {
        let Some(right) = &guide.right else { continue };
        let (found, expected) = (codes(right), named(right));
        if found != expected || found.contains(guide.rule.code()) {
            failures.push(format!(
                "{}: {found:?}, not {expected:?}",
                guide.rule.code()
            ));
        }
        if right.judge().has_errors() {
            failures.push(format!(
                "{}: an error in the right example",
                guide.rule.code()
            ));
        }
    }
    assert!(failures.is_empty(), "{failures:#?}");
}

#[test]
fn only_the_rule_that_always_speaks_has_no_right_example() {
    let always: Vec<_> = all()
        .filter(|guide| guide.right.is_none())
        .map(|guide| guide.rule)
        .collect();
    assert_eq!(always, [Rule::TakesEffectAtOnce]);
    for right in all().filter_map(|guide| guide.right.as_ref()) {
        let report = right.judge();
        assert!(
            report
                .diagnostics()
                .iter()
                .any(|found| found.rule() == Rule::TakesEffectAtOnce)
        );
    }
}

#[test]
fn a_rule_speaks_where_its_guide_says() {
    for guide in all() {
        for found in guide.wrong.judge().diagnostics() {
            let pointer = found.pointer();
            let covers = |place: &&str| {
                *place == "*"
                    || pointer == *place
                    || (!place.is_empty() && pointer.starts_with(&format!("{place}/")))
            };
            assert!(
                found.rule() != guide.rule || guide.places.iter().any(covers),
                "{}: {pointer}",
                guide.rule.code()
            );
        }
    }
}

#[test]
fn every_list_of_trackers_is_one() {
    let lists = |guide: &Guide| {
        [
            guide.wrong.current,
            guide.right.and_then(|right| right.current),
        ]
    };
    let mut count = 0;
    for text in all().flat_map(lists).flatten() {
        assert!(Current::parse(text.as_bytes()).is_ok(), "{text}");
        count += 1;
    }
    assert!(count > 0);
}

#[test]
fn notes_are_in_both_languages_with_the_punctuation_of_each() {
    let notes = all().filter_map(|guide| guide.note);
    let sources = all()
        .flat_map(|guide| guide.sources)
        .map(|source| source.text());
    let mut count = 0;
    for text in notes.chain(sources) {
        assert!(text.en.is_ascii() && !text.en.is_empty(), "{}", text.en);
        assert!(!text.zh.is_ascii(), "{}", text.zh);
        assert!(
            !text.zh.contains([',', ';', ':', '(', ')', '!', '?']),
            "{}",
            text.zh
        );
        count += 1;
    }
    assert!(count > 0);
}

#[test]
fn the_strength_of_evidence_fits_the_sources() {
    for guide in all() {
        let fits = |source: &Source| match guide.rule.entry().evidence {
            Evidence::Documented => matches!(
                source,
                Source::Page | Source::UserGuide | Source::Obs | Source::Gateway
            ),
            Evidence::ErrorTable => matches!(source, Source::Errors),
            Evidence::Sdk => matches!(
                source,
                Source::Definition | Source::Sdk | Source::SdkBounds | Source::Kms
            ),
            Evidence::Client => matches!(
                source,
                Source::Terraform | Source::OpenTelekomCloud | Source::Custodian
            ),
            Evidence::Report => matches!(source, Source::OpenTelekomCloud),
            Evidence::Inference => matches!(source, Source::Own),
        };
        assert!(guide.sources.iter().any(fits), "{}", guide.rule.code());
    }
}
