//! What an answer means, as text that can go from one module to another.

use cts_tracker::Locale;
use cts_tracker::answer::{self, Answer};

/// Explains an answer to an update, or with `listing` to a call that lists trackers.
///
/// `request_id` and `retry_after` are the values of the headers `X-Request-Id` and `Retry-After`,
/// empty when there is none. The explanation is the text of a JSON object: `shape_is_error`, and
/// for each language by its tag what `Explanation::to_json` of the core gives, and under
/// `retry:` with the tag when to try again in words.
#[must_use]
pub fn explain(
    status: u16,
    request_id: &str,
    retry_after: &str,
    body: &[u8],
    listing: bool,
) -> String {
    let answer = Answer {
        status,
        headers: &[("X-Request-Id", request_id), ("Retry-After", retry_after)],
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
