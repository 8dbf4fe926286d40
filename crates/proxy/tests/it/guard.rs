//! Requests that another site could have made are refused, and nothing reaches the cloud.

use crate::site::{BODY, PROJECT, REGION, Site, list_target, request, update, update_target};

const FORM: (&str, &str) = ("x-cts-tracker-form", "1");
const JSON: (&str, &str) = ("content-type", "application/json");

#[tokio::test]
#[expect(clippy::too_many_lines, reason = "it is one table")]
async fn only_the_page_and_programs_get_through() {
    let site = Site::new().await;
    for (headers, status) in [
        // Programs.
        (&[FORM, JSON][..], 200),
        (
            &[FORM, ("content-type", "application/json; charset=utf-8")],
            200,
        ),
        (&[FORM, ("content-type", "Application/JSON")], 200),
        // The page.
        (&[FORM, JSON, ("sec-fetch-site", "same-origin")], 200),
        (&[FORM, JSON, ("origin", "http://127.0.0.1:8080")], 200),
        (
            &[
                FORM,
                JSON,
                ("host", "localhost:8080"),
                ("origin", "http://localhost:8080"),
            ],
            200,
        ),
        // Forms, images, scripts and links of others.
        (&[JSON], 403),
        (&[("x-cts-tracker-form", "2"), JSON], 403),
        (&[FORM, JSON, ("sec-fetch-site", "cross-site")], 403),
        (&[FORM, JSON, ("sec-fetch-site", "same-site")], 403),
        (&[FORM, JSON, ("sec-fetch-site", "none")], 403),
        (&[FORM, JSON, ("origin", "http://evil.example")], 403),
        (&[FORM, JSON, ("origin", "http://127.0.0.1:8081")], 403),
        (&[FORM, JSON, ("origin", "null")], 403),
        // Nobody sends these without an intention.
        (&[FORM, JSON, ("origin", "ftp://127.0.0.1:8080")], 403),
        (
            &[FORM, JSON, ("origin", "chrome-extension://127.0.0.1:8080")],
            403,
        ),
        (&[FORM, JSON, ("origin", "127.0.0.1:8080")], 403),
        (&[FORM, JSON, ("origin", "http://127.0.0.1:8080/")], 403),
        (&[FORM, JSON, ("origin", "http://evil@127.0.0.1:8080")], 403),
        (
            &[
                FORM,
                JSON,
                ("origin", "http://127.0.0.1:8080 http://evil.example"),
            ],
            403,
        ),
        (
            &[
                FORM,
                JSON,
                ("origin", "http://127.0.0.1:8080"),
                ("origin", "http://evil.example"),
            ],
            403,
        ),
        (
            &[
                FORM,
                JSON,
                ("origin", "http://evil.example"),
                ("origin", "http://127.0.0.1:8080"),
            ],
            403,
        ),
        (
            &[
                FORM,
                JSON,
                ("sec-fetch-site", "same-origin"),
                ("sec-fetch-site", "cross-site"),
            ],
            403,
        ),
        (&[FORM, FORM, JSON], 403),
        (&[FORM, ("x-cts-tracker-form", "0"), JSON], 403),
        (
            &[
                FORM,
                JSON,
                ("sec-fetch-site", "same-origin"),
                ("sec-fetch-mode", "navigate"),
            ],
            403,
        ),
        (
            &[
                FORM,
                JSON,
                ("sec-fetch-site", "same-origin"),
                ("sec-fetch-mode", "no-cors"),
            ],
            403,
        ),
        (
            &[
                FORM,
                JSON,
                ("sec-fetch-site", "same-origin"),
                ("sec-fetch-mode", "cors"),
            ],
            200,
        ),
        (&[FORM, JSON, ("content-type", "text/plain")], 415),
        (&[FORM], 415),
        (&[FORM, ("content-type", "text/plain")], 415),
        (
            &[FORM, ("content-type", "text/plain; application/json")],
            415,
        ),
        (
            &[FORM, ("content-type", "application/json-patch+json")],
            415,
        ),
    ] {
        let before = site.received();
        let answer = site
            .call(request("PUT", &update_target(), headers, BODY))
            .await;
        assert_eq!(answer.status, status, "{headers:?} {}", answer.text());
        assert_eq!(
            site.received() - before,
            u64::from(status == 200),
            "{headers:?}"
        );
        if status != 200 {
            assert_eq!(answer.code(), format!("PROXY.{status:04}"));
            assert_eq!(answer.header("x-cts-answer-from"), "proxy");
            assert_eq!(answer.json()["request_id"], answer.header("x-request-id"));
        }
    }
}

/// A preflight gets no permission, so no browser sends what comes after it.
#[tokio::test]
async fn a_preflight_is_not_answered() {
    let site = Site::new().await;
    let headers = [
        ("origin", "http://evil.example"),
        ("access-control-request-method", "PUT"),
        (
            "access-control-request-headers",
            "content-type,x-cts-tracker-form",
        ),
        ("access-control-request-private-network", "true"),
    ];
    for target in [
        update_target(),
        list_target(),
        "/config.json".to_owned(),
        "/".to_owned(),
    ] {
        let answer = site.call(request("OPTIONS", &target, &headers, "")).await;
        assert_eq!(
            (answer.status, answer.code()),
            (405, "PROXY.0405".into()),
            "{target}"
        );
        let allows = answer
            .headers
            .keys()
            .find(|name| name.as_str().starts_with("access-control-"));
        assert_eq!(allows, None, "{target}");
    }
    assert_eq!(site.received(), 0);
}

#[tokio::test]
async fn the_list_is_guarded_too() {
    let site = Site::new().await;
    for headers in [
        &[][..],
        &[FORM, ("sec-fetch-site", "cross-site")],
        &[FORM, ("origin", "null")],
    ] {
        let answer = site.call(request("GET", &list_target(), headers, "")).await;
        assert_eq!(
            (answer.status, answer.code()),
            (403, "PROXY.0403".into()),
            "{headers:?}"
        );
    }
    assert_eq!(site.received(), 0);
}

#[tokio::test]
async fn no_answer_under_another_name() {
    let site = Site::with("hosts = [\"Audit.Example.com\"]").await;
    for (host, known) in [
        ("localhost", true),
        ("LOCALHOST:9000", true),
        ("127.0.0.1:8080", true),
        ("[::1]:8080", true),
        ("audit.example.com", true),
        ("audit.example.com:443", true),
        ("evil.example", false),
        ("127.0.0.1.evil.example", false),
        ("localhost.", false),
        ("localhost:evil.example", false),
        ("127.0.0.1:8080@evil.example", false),
        ("audit.example.com.", false),
        ("xn--localhost", false),
        ("evil.example:8080", false),
        ("10.0.0.1", false),
        ("[::2]:8080", false),
    ] {
        for target in ["/config.json", "/", &list_target()] {
            let answer = site
                .call(request("GET", target, &[("host", host), FORM], ""))
                .await;
            assert_eq!(answer.status != 421, known, "{host} {target}");
            if !known {
                assert_eq!(answer.code(), "PROXY.0421");
            }
        }
    }
    // A probe comes by address.
    let probe = site
        .call(request("GET", "/healthz", &[("host", "10.0.0.1")], ""))
        .await;
    assert_eq!((probe.status, probe.text()), (200, "{\"status\":\"ok\"}"));
}

#[tokio::test]
async fn a_missing_or_contradicting_host_is_refused() {
    let site = Site::new().await;
    let none = request("GET", "/config.json", &[("host", "")], "");
    assert_eq!(site.call(none).await.status, 421);
    let absolute = request("GET", "http://evil.example/config.json", &[], "");
    assert_eq!(site.call(absolute).await.status, 421);
    let mut twice = request("GET", "/config.json", &[], "");
    twice
        .headers_mut()
        .append("host", "evil.example".parse().expect("a value"));
    assert_eq!(site.call(twice).await.status, 421);
}

#[tokio::test]
async fn only_what_is_configured_can_be_reached() {
    let site = Site::new().await;
    let other = "00000000000000000000000000000000";
    for target in [
        format!("/api/{REGION}/v3/{other}/tracker"),
        format!("/api/cn-east-3/v3/{PROJECT}/tracker"),
        format!("/api/nowhere-1/v3/{PROJECT}/tracker"),
        format!("/api/{REGION}/v3/{PROJECT}%2F../tracker"),
        format!("/api/{REGION}/v3/%FF/tracker"),
        format!("/api/{REGION}/v1.0/{PROJECT}/tracker"),
        format!("/api/{REGION}/v3/{PROJECT}/tracker/"),
        format!("/api/{REGION}/v3/{PROJECT}/tracker/system"),
        format!("/api//v3/{PROJECT}/tracker"),
        "/api/".to_owned(),
        "/api".to_owned(),
    ] {
        let answer = site
            .call(request("PUT", &target, &[FORM, JSON], BODY))
            .await;
        assert!(
            matches!(answer.status, 404 | 405),
            "{target} {}",
            answer.status
        );
        assert_eq!(
            answer.code(),
            format!("PROXY.{:04}", answer.status),
            "{target}"
        );
    }
    for (method, target) in [
        ("DELETE", list_target()),
        ("POST", update_target()),
        ("GET", update_target()),
        ("PUT", list_target()),
        ("POST", "/config.json".to_owned()),
        ("DELETE", "/index.html".to_owned()),
    ] {
        let answer = site
            .call(request(method, &target, &[FORM, JSON], BODY))
            .await;
        assert_eq!(
            (answer.status, answer.code()),
            (405, "PROXY.0405".into()),
            "{method} {target}"
        );
    }
    assert_eq!(site.received(), 0);
    assert_eq!(site.call(update(BODY)).await.status, 200);
}
