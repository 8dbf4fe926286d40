//! The corpus that all ways to a verdict share, through the proxy: a body with an error is refused
//! with the expected diagnostics, every other one goes to the cloud.

use axum::body::Body;
use cts_proxy::BODY_LIMIT;

use crate::site::{Site, update};

#[path = "../../../../tests/corpus/corpus.rs"]
mod shared;

use shared::{LOCALES, cases, expected};

#[tokio::test]
async fn bodies_with_errors_are_refused_with_the_expected_diagnostics() {
    let site = Site::new().await;
    for locale in LOCALES {
        let (mut refused, mut sent) = (0, 0);
        // The proxy knows its own project and region, and not how the trackers are configured now.
        let all = cases().into_iter().zip(expected(locale));
        for (case, (name, diagnostics)) in all.filter(|(case, _)| case.is_body_only()) {
            let is_large = case.text.len() > BODY_LIMIT;
            let has_error = diagnostics.contains("\"severity\":\"error\"");
            let mut request = update("");
            *request.body_mut() = Body::from(case.text);
            let language = locale.parse().expect("a value of a header");
            request.headers_mut().insert("accept-language", language);
            let before = site.received();
            let answer = site.call(request).await;
            if is_large {
                assert_eq!(answer.code(), "PROXY.0413", "{name}");
            } else if has_error {
                refused += 1;
                assert_eq!(
                    (answer.status, answer.code()),
                    (400, "PROXY.0400".into()),
                    "{name}"
                );
                let end = format!(",\"diagnostics\":{diagnostics}}}");
                assert!(answer.text().ends_with(&end), "{name}: {}", answer.text());
            } else {
                sent += 1;
                assert_eq!(answer.header("x-cts-answer-from"), "upstream", "{name}");
            }
            assert_eq!(site.received() - before, u64::from(!has_error), "{name}");
        }
        assert!(refused > 50 && sent > 30, "{refused} {sent}");
    }
}
