//! `cts-tracker explain CODE`.

use core::fmt::Write as _;

use cts_tracker::answer::{FAMILIES, Row};
use cts_tracker::{Evidence, Locale, Options, Rule, Text};

use crate::Outcome;

/// Explains a code of a rule, such as `kms-key-required`, or of the cloud, such as `CTS.0231`.
pub(crate) fn run(code: &str, locale: Locale) -> Result<Outcome, String> {
    if let Some(rule) = Rule::from_code(code) {
        return Ok(Outcome::good(of_rule(rule, locale)));
    }
    let known = rows(code);
    if known.is_empty() {
        // The core knows what was probably meant.
        let problem = Options::default().severity(code, None).err();
        return Err(problem.map_or_else(String::new, |error| error.to_string()));
    }
    let texts: Vec<_> = known
        .into_iter()
        .map(|row| of_answer(code, row, locale))
        .collect();
    Ok(Outcome::good(texts.join("\n")))
}

/// The rows of the catalogue for a code such as `CTS.0231`; several when its message tells more.
fn rows(code: &str) -> Vec<&'static Row> {
    let Some((prefix, digits)) = code.rsplit_once('.') else {
        return Vec::new();
    };
    let Some(number) = (digits.len() == 4).then(|| digits.parse().ok()).flatten() else {
        return Vec::new();
    };
    FAMILIES
        .iter()
        .filter(|family| family.prefixes.contains(&prefix))
        .flat_map(|family| family.rows)
        .filter(|row| (row.numbers().0..=row.numbers().1).contains(&number))
        .collect()
}

fn of_rule(rule: Rule, locale: Locale) -> String {
    let entry = rule.entry();
    let mut out = format!("{} ({})\n\n", entry.code, entry.severity.as_str());
    // Writing into a String does not fail.
    let _ = writeln!(out, "{}", entry.message.get(locale));
    let _ = writeln!(out, "\n{}", evidence(entry.evidence).get(locale));
    if !entry.server_codes.is_empty() {
        let expected = Text {
            en: "Expected answer of the cloud",
            zh: "预计云端返回",
        };
        let _ = writeln!(
            out,
            "{}: {}",
            expected.get(locale),
            entry.server_codes.join(", ")
        );
    }
    out
}

fn of_answer(code: &str, row: &Row, locale: Locale) -> String {
    let mut out = format!("{code} (HTTP {})\n\n", row.status);
    // Writing into a String does not fail.
    let _ = writeln!(out, "{}", row.meaning.get(locale));
    let _ = writeln!(out, "{}", row.remedy.get(locale));
    let _ = writeln!(out, "{}", row.retry.text().get(locale));
    for member in row.members {
        let _ = writeln!(out, "{}", member.pointer());
    }
    out
}

/// How well a rule is founded, as a sentence.
const fn evidence(evidence: Evidence) -> Text {
    match evidence {
        Evidence::Documented => Text {
            en: "A page of the vendor states it.",
            zh: "官方文档有明确说明。",
        },
        Evidence::ErrorTable => Text {
            en: "The error table of the vendor has a code for it.",
            zh: "官方错误码表中有对应的错误码。",
        },
        Evidence::Sdk => Text {
            en: "It is in the schemas of the official SDKs or of the API definition.",
            zh: "来自官方 SDK 或 API 定义中的模型。",
        },
        Evidence::Client => Text {
            en: "Another official or partner client behaves so.",
            zh: "其他官方或合作伙伴的客户端如此处理。",
        },
        Evidence::Report => Text {
            en: "Users reported it.",
            zh: "来自用户反馈。",
        },
        Evidence::Inference => Text {
            en: "It is inferred; no outside source states it.",
            zh: "由推断得出，没有外部来源。",
        },
    }
}
