//! What holds for every text and every sequence of edits.

use cts_tracker::{
    Context, Draft, Kind, Locale, Member, Severity, TrackerType, Value, check, check_brief,
    is_valid, json,
};
use proptest::prelude::*;
use proptest::test_runner::FileFailurePersistence;

/// Text that looks like a body, with members and values mixed up.
fn body_like() -> impl Strategy<Value = String> {
    let names: Vec<&str> = Member::ALL
        .iter()
        .map(|member| member.name())
        .chain([
            "lts",
            "id",
            "unknown",
            "__proto__",
            "is_authorized_bucket",
            "\\u0069d",
            "",
        ])
        .collect();
    let leaf = prop_oneof![
        Just("null".to_owned()),
        any::<bool>().prop_map(|boolean| boolean.to_string()),
        any::<i32>().prop_map(|number| number.to_string()),
        Just("6e1".to_owned()),
        proptest::sample::select(vec![
            "system",
            "data",
            "enabled",
            "disabled",
            "cts_admin_trust",
            "KMS",
            "READ",
            "WRITE",
            "gzip",
            "audit-logs",
            "1.2.3.4",
            "",
            " ",
            "审计😀",
            "a\\nb",
        ])
        .prop_map(|text| format!("\"{text}\"")),
        any::<String>().prop_map(|text| serde_json::to_string(&text).expect("a string")),
    ];
    leaf.prop_recursive(4, 40, 8, move |inner| {
        let member = (proptest::sample::select(names.clone()), inner.clone());
        prop_oneof![
            proptest::collection::vec(inner, 0..6)
                .prop_map(|items| format!("[{}]", items.join(","))),
            proptest::collection::vec(member, 0..10).prop_map(|members| {
                let members: Vec<_> = members
                    .iter()
                    .map(|(name, value)| format!("\"{name}\": {value}"))
                    .collect();
                format!("{{{}}}", members.join(",\n"))
            }),
        ]
    })
}

fn value_for(kind: Kind) -> BoxedStrategy<Value> {
    let text = prop_oneof![
        any::<String>(),
        Just(String::new()),
        Just("audit-logs".to_owned())
    ];
    match kind {
        Kind::Boolean => any::<bool>().prop_map(Value::Boolean).boxed(),
        Kind::Integer => any::<i64>()
            .prop_map(|number| Value::Number(number.to_string()))
            .boxed(),
        Kind::TextList => proptest::collection::vec(text, 0..4)
            .prop_map(Value::List)
            .boxed(),
        Kind::Text => text.prop_map(Value::Text).boxed(),
        Kind::Object => Just(Value::Json("{}".to_owned())).boxed(),
    }
}

#[derive(Clone, Debug)]
enum Edit {
    Type(TrackerType),
    Set(Member, Option<Value>),
}

fn member_edit() -> impl Strategy<Value = Edit> {
    proptest::sample::select(Member::ALL[2..].to_vec()).prop_flat_map(|member| {
        proptest::option::weighted(0.8, value_for(member.entry().kind))
            .prop_map(move |value| Edit::Set(member, value))
    })
}

fn edits() -> impl Strategy<Value = Vec<Edit>> {
    let tracker_type = proptest::sample::select(TrackerType::ALL.to_vec()).prop_map(Edit::Type);
    proptest::collection::vec(prop_oneof![1 => tracker_type, 6 => member_edit()], 0..40)
}

fn apply(draft: &mut Draft, edits: &[Edit]) {
    for edit in edits {
        match edit.clone() {
            Edit::Type(tracker_type) => draft.set_tracker_type(tracker_type),
            Edit::Set(member, value) => draft.set(member, value),
        }
    }
}

/// The names in a text with a dot between levels.
fn names(text: &str) -> Vec<String> {
    let value: serde_json::Value = serde_json::from_str(text).expect("JSON");
    let mut found = Vec::new();
    for (name, value) in value.as_object().expect("an object") {
        found.push(format!("/{name}"));
        if let Some(inner) = value.as_object() {
            found.extend(inner.keys().map(|inner| format!("/{name}/{inner}")));
        }
    }
    found
}

/// A thousand cases. What fails is written beside this file and tried first from then on; commit it.
fn thousand() -> ProptestConfig {
    ProptestConfig {
        cases: 1_000,
        failure_persistence: Some(Box::new(FileFailurePersistence::WithSource("regressions"))),
        ..ProptestConfig::default()
    }
}

proptest! {
    #![proptest_config(thousand())]

    #[test]
    fn no_bytes_make_it_panic(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
        let report = check(&bytes, &Context::default());
        prop_assert!(!report.diagnostics().is_empty());
        prop_assert!(report.to_json(Locale::SimplifiedChinese).len() > 2);
        let _ = Draft::parse(&bytes);
    }

    #[test]
    fn every_diagnostic_of_any_body_is_in_order_and_in_bounds(text in body_like()) {
        let report = check(text.as_bytes(), &Context::default());
        let mut last = 0;
        for diagnostic in report.diagnostics() {
            let range = diagnostic.range().expect("it is about the text");
            prop_assert!(last <= range.start.byte && range.start.byte <= range.end.byte);
            prop_assert!(text.get(range.start.byte as usize..range.end.byte as usize).is_some());
            let before = &text[..range.start.byte as usize];
            prop_assert_eq!(range.start.utf16 as usize, before.encode_utf16().count());
            prop_assert_eq!(range.start.line as usize, before.matches('\n').count() + 1);
            let line = before.rsplit('\n').next().unwrap_or_default();
            prop_assert_eq!(range.start.column as usize, line.chars().count() + 1);
            for locale in Locale::ALL {
                prop_assert!(!diagnostic.message(locale).is_empty());
            }
            last = range.start.byte;
        }
        let written: serde_json::Value =
            serde_json::from_str(&report.to_json(Locale::English)).expect("JSON");
        prop_assert_eq!(written.as_array().expect("an array").len(), report.diagnostics().len());
    }

    #[test]
    fn the_short_ways_to_a_verdict_say_the_same(text in body_like()) {
        let report = check(text.as_bytes(), &Context::default());
        prop_assert_eq!(is_valid(text.as_bytes(), &Context::default()), !report.has_errors());
        for level in Severity::ALL {
            let brief = check_brief(text.as_bytes(), &Context::default(), level);
            let long = report.diagnostics().iter().filter(|diagnostic| diagnostic.severity() <= level);
            let long: Vec<_> = long
                .map(|diagnostic| {
                    let bytes = diagnostic.range().map(|range| (range.start.byte, range.end.byte));
                    (diagnostic.rule(), diagnostic.severity(), diagnostic.member(), bytes)
                })
                .collect();
            let brief: Vec<_> = brief
                .iter()
                .map(|brief| (brief.rule, brief.severity, brief.member, brief.bytes))
                .collect();
            prop_assert_eq!(brief, long);
        }
    }

    #[test]
    fn pointers_lead_to_what_they_speak_of(text in body_like()) {
        let Ok(value) = serde_json::from_str::<serde_json::Value>(&text) else { return Ok(()) };
        let report = check(text.as_bytes(), &Context::default());
        // The other reader forgets all but one of the members that share a name.
        prop_assume!(report.diagnostics().iter().all(|found| found.code() != "body-duplicate-member"));
        for diagnostic in report.diagnostics() {
            if matches!(diagnostic.code(), "unknown-member" | "read-only-member") {
                prop_assert!(value.pointer(&diagnostic.pointer()).is_some(), "{}", diagnostic.pointer());
            }
        }
    }

    #[test]
    fn the_reader_agrees_with_another_one(text in body_like()) {
        let other = serde_json::from_str::<serde_json::Value>(&text);
        prop_assert_eq!(json::parse(text.as_bytes()).is_ok(), other.is_ok());
    }

    #[test]
    fn no_edit_brings_in_a_member_of_the_other_type(edits in edits()) {
        let mut draft = Draft::default();
        apply(&mut draft, &edits);
        let tracker_type = draft.tracker_type().expect("a type");
        for pointer in names(&draft.emit()) {
            let member = Member::from_pointer(&pointer).expect("a member of the table");
            prop_assert!(member.belongs_to(tracker_type), "{pointer}");
        }
    }

    #[test]
    fn a_return_to_a_type_finds_its_values_again(first in edits(), second in proptest::collection::vec(member_edit(), 0..20)) {
        let mut draft = Draft::default();
        apply(&mut draft, &first);
        let tracker_type = draft.tracker_type().expect("a type");
        let before = draft.emit();
        for other in TrackerType::ALL.into_iter().filter(|&other| other != tracker_type) {
            draft.set_tracker_type(other);
            apply(&mut draft, &second);
        }
        draft.set_tracker_type(tracker_type);
        prop_assert_eq!(draft.emit(), before);
    }

    #[test]
    fn what_is_emitted_is_read_back_the_same(
        tracker_type in proptest::sample::select(TrackerType::ALL.to_vec()),
        edits in proptest::collection::vec(member_edit(), 0..30),
    ) {
        let mut draft = Draft::new(tracker_type);
        apply(&mut draft, &edits);
        let text = draft.emit();
        let read = Draft::parse(text.as_bytes()).expect("what was emitted is a body");
        prop_assert_eq!(read.emit(), text);
        for member in Member::ALL {
            prop_assert_eq!(read.get(member), draft.get(member), "{:?}", member);
        }
    }

    #[test]
    fn an_edit_made_in_any_text_says_what_the_draft_says(text in body_like(), edit in member_edit()) {
        let Ok(before) = Draft::parse(text.as_bytes()) else {
            return Ok(());
        };
        let mut after = before.clone();
        apply(&mut after, &[edit]);
        // An object that is replaced as a whole comes back with all that is in it.
        let Some(revised) = after.revise(&before, &text) else {
            return Ok(());
        };
        let again = Draft::parse(revised.as_bytes()).expect("a body");
        prop_assert_eq!(again.emit(), after.emit(), "{}", revised);
        if before.emit() == after.emit() {
            prop_assert_eq!(revised, text);
        }
    }

    #[test]
    fn a_draft_of_any_body_is_stable_and_its_places_are_right(text in body_like()) {
        let Ok(draft) = Draft::parse(text.as_bytes()) else { return Ok(()) };
        let emitted = draft.emit_with_places();
        for (member, place) in &emitted.places {
            let part = &emitted.text[place.clone()];
            prop_assert!(part.starts_with(&format!("\"{}\": ", member.name())), "{part}");
            json::parse(&part.as_bytes()[member.name().len() + 4..]).expect("a value");
        }
        if let Ok(read) = Draft::parse(emitted.text.as_bytes()) {
            prop_assert_eq!(read.emit(), emitted.text);
        }
    }
}
