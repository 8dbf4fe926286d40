//! Every message in both languages, held as a snapshot.

use std::fmt::Write as _;

use cts_tracker::{Context, Locale, Member, Rule, Severity, check};

#[test]
fn templates() {
    let mut all = String::new();
    for rule in Rule::ALL {
        let entry = rule.entry();
        let _ = writeln!(all, "{} ({})", entry.code, entry.severity.as_str());
        for locale in Locale::ALL {
            let _ = writeln!(all, "  {:5} {}", locale.tag(), entry.message.get(locale));
        }
    }
    insta::assert_snapshot!(all);
}

#[test]
fn codes_are_unique_and_placeholders_agree() {
    let names = |text: &str| {
        let mut names: Vec<_> = text
            .split('{')
            .skip(1)
            .filter_map(|part| part.split('}').next())
            .map(str::to_owned)
            .collect();
        names.sort_unstable();
        names
    };
    for (index, rule) in Rule::ALL.iter().enumerate() {
        assert_eq!(Rule::from_code(rule.code()), Some(*rule));
        assert!(
            Rule::ALL[..index]
                .iter()
                .all(|other| other.code() != rule.code())
        );
        let message = rule.entry().message;
        assert_eq!(names(message.en), names(message.zh), "{}", rule.code());
        assert!(
            !message.en.is_empty() && !message.zh.is_ascii(),
            "{}",
            rule.code()
        );
    }
    assert_eq!(Rule::from_code("KMS-KEY-REQUIRED"), None);
    assert!(Severity::Error < Severity::Warning && Severity::Warning < Severity::Info);
}

/// Chinese text has Chinese punctuation.
#[test]
fn chinese_is_set_as_chinese() {
    let is_han = |character: char| ('\u{4e00}'..='\u{9fff}').contains(&character);
    let messages = Rule::ALL.iter().map(|rule| rule.entry().message);
    let members = Member::ALL.iter().map(|member| member.entry());
    let texts = members.flat_map(|entry| [Some(entry.label), Some(entry.help), entry.risk]);
    for text in messages.chain(texts.flatten()) {
        let characters: Vec<_> = text.zh.chars().collect();
        for pair in characters.windows(2) {
            let narrow = |character: char| ",:;?!()".contains(character);
            let wrong =
                (is_han(pair[0]) && narrow(pair[1])) || (narrow(pair[0]) && is_han(pair[1]));
            assert!(!wrong, "{}", text.zh);
        }
    }
}

/// Messages with every kind of param, as people see them.
#[test]
fn rendered() {
    let long = "x".repeat(70);
    let texts = [
        "{\"tracker_type\": \"sys\ttem\"}".to_owned(),
        r#"{"tracker_type": "sy\nstem", "status": 1, "is_lts_enabled": "", "obs_info": 0, "data_bucket": {"data_event": [5, "x"], "data_bucket_name": []}}"#.to_owned(),
        format!(r#"{{"tracker_type":"data","tracker_name":"{long}","na/me~":1,"tracker_name":"","obs_info":{{"bucket_lifecycle":"7","bucket_name":"{long}","compress_type":"{long}"}}}}"#),
        r#"{"tracker_type":"data","tracker_name":"订单","data_bucket":{"data_event":["READ","WRITE","WRITE"]},"obs_info":{"bucket_name":"审计","bucket_lifecycle":7}}"#.to_owned(),
    ];
    let context = Context {
        region: Some("mars-1"),
        project_id: Some("{project_id}"),
        ..Context::default()
    };
    let mut all = String::new();
    for text in texts {
        let _ = writeln!(all, "{text}");
        for diagnostic in check(text.as_bytes(), &context).diagnostics() {
            let place = diagnostic.range().map_or_else(String::new, |range| {
                format!("{}:{}", range.start.line, range.start.column)
            });
            let _ = writeln!(
                all,
                "  {} {} {place}",
                diagnostic.code(),
                diagnostic.pointer()
            );
            for locale in Locale::ALL {
                let _ = writeln!(all, "    {}", diagnostic.message(locale));
            }
        }
    }
    insta::assert_snapshot!(all);
}
