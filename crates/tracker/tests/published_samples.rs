//! The two requests that the vendor's page shows as examples.

use cts_tracker::{Context, Draft, Sample, Severity, check};

/// The examples with the values and the member order of the page.
const MANAGEMENT: &str = include_str!("data/sample-management.json");
const DATA: &str = include_str!("data/sample-data.json");

fn codes(text: &str, severity: Severity) -> Vec<&'static str> {
    check(text.as_bytes(), &Context::default())
        .diagnostics()
        .iter()
        .filter(|diagnostic| diagnostic.severity() == severity)
        .map(cts_tracker::Diagnostic::code)
        .collect()
}

#[test]
fn neither_has_an_error_and_warnings_say_what_is_odd() {
    assert_eq!(codes(MANAGEMENT, Severity::Error), [""; 0]);
    assert_eq!(codes(MANAGEMENT, Severity::Warning), [""; 0]);
    let mut info = codes(MANAGEMENT, Severity::Info);
    info.sort_unstable();
    assert_eq!(
        info,
        [
            "compress-default",
            "obs-bucket-other-account",
            "obs-bucket-region",
            "sort-by-service-default",
            "takes-effect-at-once",
        ]
    );
    assert_eq!(codes(DATA, Severity::Error), [""; 0]);
    let mut warnings = codes(DATA, Severity::Warning);
    warnings.sort_unstable();
    assert_eq!(
        warnings,
        [
            "data-bucket-name-required",
            "lifecycle-whole-bucket",
            "lifecycle-without-bucket",
            "obs-bucket-empty-stops-transfer",
        ]
    );
}

#[test]
fn the_drafts_of_the_samples_are_the_samples() {
    for (sample, text) in [(Sample::Management, MANAGEMENT), (Sample::Data, DATA)] {
        let draft = Draft::sample(sample);
        let emitted: serde_json::Value = serde_json::from_str(&draft.emit()).expect("JSON");
        let published: serde_json::Value = serde_json::from_str(text).expect("JSON");
        assert_eq!(emitted, published);
        assert_eq!(
            Draft::parse(text.as_bytes()).expect("a body").emit(),
            draft.emit()
        );
    }
}
