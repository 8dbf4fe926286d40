//! What an answer means, as text that can go from one module to another.

use cts_tracker::Locale;
use cts_tracker::answer::{self, Answer};

/// Explains an answer to an update, or with `listing` to a call that lists trackers.
///
/// `headers` has one line for each, its name and value with a colon between them. The explanation is the text of a JSON object: `shape_is_error`, and
/// for each language by its tag what `Explanation::to_json` of the core gives, and under
/// `retry:` with the tag when to try again in words.
#[must_use]
pub fn explain(status: u16, headers: &str, body: &[u8], listing: bool) -> String {
    let headers: Vec<_> = headers
        .lines()
        .filter_map(|line| line.split_once(':'))
        .collect();
    let answer = Answer {
        status,
        headers: &headers,
        body,
    };
    let explanation = if listing {
        answer::explain_listing(&answer)
    } else {
        answer::explain(&answer)
    };
    let is_error = explanation.shape.is_error();
    let mut text = [
        "{\"shape_is_error\":",
        if is_error { "true" } else { "false" },
    ]
    .concat();
    for locale in Locale::ALL {
        // The words of the advice need no escapes.
        text.push_str(
            &[
                ",\"",
                locale.tag(),
                "\":",
                &explanation.to_json(locale),
                ",\"retry:",
                locale.tag(),
                "\":\"",
                explanation.retry.text().get(locale),
                "\"",
            ]
            .concat(),
        );
    }
    text.push('}');
    text
}
