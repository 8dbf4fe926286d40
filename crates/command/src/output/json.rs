//! For programs: the diagnostics as the core writes them, for each request.

use core::fmt::Write as _;

use cts_tracker::Locale;
use serde_json::Value;

use crate::check::{Judged, counts};

/// Writes one JSON object: `requests`, each with `file`, `line` (or null), `valid` and
/// `diagnostics`, and `counts`.
pub(crate) fn write(judged: &[Judged], locale: Locale) -> String {
    let mut out = String::from("{\"requests\":[");
    for (index, one) in judged.iter().enumerate() {
        if index > 0 {
            out.push(',');
        }
        // Writing into a String does not fail.
        let _ = write!(
            out,
            "\n{{\"file\":{},\"line\":{},\"valid\":{},\"diagnostics\":{}}}",
            Value::from(one.source.name.as_str()),
            one.source.line.map_or(Value::Null, Value::from),
            !one.report.has_errors(),
            one.report.to_json(locale)
        );
    }
    let [errors, warnings, hints] = counts(judged);
    let _ = writeln!(
        out,
        "\n],\"counts\":{{\"error\":{errors},\"warning\":{warnings},\"info\":{hints}}}}}"
    );
    out
}
