//! A header of a front proxy.

use super::{from, is_unknown, list_as, update_as};
use crate::site::{BODY, Site, request};

const SETTINGS: &str = "[callers.header]\npeers = [\"10.1.0.0/16\", \"fd00::7/128\"]\n\
                        name = \"X-User\"\ngroups = \"X-User-Groups\"\n";

#[tokio::test]
async fn only_the_front_proxy_names_callers() {
    let site = Site::with(SETTINGS).await;
    let alice = [("x-user", "alice"), ("x-user-groups", "ops, audit")];
    for peer in ["10.1.2.3:555", "[fd00::7]:1", "[::ffff:10.1.2.3]:9"] {
        assert_eq!(list_as(&site, peer, &alice).await.status, 200, "{peer}");
    }
    assert_eq!(
        update_as(&site, "10.1.2.3:1", &[("x-user", "王芳")], BODY)
            .await
            .status,
        200
    );
    assert_eq!(site.received(), 4);
    for peer in ["10.2.0.1:555", "127.0.0.1:1", "[fd00::8]:1", "[::1]:1"] {
        is_unknown(&list_as(&site, peer, &alice).await, "Front-Proxy");
        is_unknown(&update_as(&site, peer, &alice, BODY).await, "Front-Proxy");
    }
    // Nobody can tell where this one comes from.
    let nowhere = request("GET", "/config.json", &alice, "");
    is_unknown(&site.call(nowhere).await, "Front-Proxy");
    assert_eq!(site.received(), 4);
}

#[tokio::test]
async fn nothing_can_be_slipped_past_the_front_proxy() {
    let site = Site::with(SETTINGS).await;
    let long = "x".repeat(257);
    for headers in [
        &[][..],
        &[("x-user", "alice"), ("x-user", "root")],
        &[("x-user", "alice"), ("x_user", "root")],
        &[("x_user", "root")],
        &[("X_User", "root")],
        &[
            ("x-user", "alice"),
            ("x-user-groups", "a"),
            ("x-user-groups", "b"),
        ],
        &[("x-user", "alice"), ("x_user-groups", "root")],
        &[("x-user", "alice"), ("x-user_groups", "root")],
        &[("x-user", "alice"), ("x_user_groups", "root")],
        &[("x-user", " ")],
        &[("x-user", "a\tb")],
        &[("x-user", &long)],
    ] {
        is_unknown(&list_as(&site, "10.1.0.1:1", headers).await, "Front-Proxy");
    }
    let mut binary = request("GET", "/config.json", &[], "");
    let value = axum::http::HeaderValue::from_bytes(b"al\xffice").expect("a value");
    binary.headers_mut().insert("x-user", value);
    is_unknown(&site.call(from("10.1.0.1:1", binary)).await, "Front-Proxy");
    assert_eq!(site.received(), 0);
}

#[tokio::test]
async fn what_the_page_has_to_know_is_for_known_callers_only() {
    let site = Site::with(SETTINGS).await;
    let config = |headers| from("10.1.0.1:1", request("GET", "/config.json", headers, ""));
    is_unknown(&site.call(config(&[])).await, "Front-Proxy");
    assert_eq!(site.call(config(&[("x-user", "alice")])).await.status, 200);
    // Probes have no name, and learn nothing.
    let probe = request("GET", "/healthz", &[], "");
    assert_eq!(site.call(probe).await.status, 200);
}

/// In another mode the header means nothing, whoever sends it.
#[tokio::test]
async fn without_the_setting_the_header_is_not_read() {
    let site = Site::new().await;
    let answer = list_as(
        &site,
        "127.0.0.1:1",
        &[("x-user", "alice"), ("x_user", "root")],
    )
    .await;
    assert_eq!(answer.status, 200);
}

/// The program itself knows where a connection comes from.
#[cfg(unix)]
#[test]
fn the_program_looks_at_the_address_of_the_other_end() {
    use crate::program::{Running, command};
    for (peers, status) in [("127.0.0.1/32", "200"), ("127.0.0.2/32", "401")] {
        let folder = tempfile::TempDir::new().expect("a folder");
        let file = folder.path().join("proxy.toml");
        let text = format!("[callers.header]\npeers = [\"{peers}\"]\nname = \"X-User\"\n");
        std::fs::write(&file, text).expect("a file");
        let file = file.display().to_string();
        let proxy = Running::start(&mut command(&[
            "--config",
            &file,
            "--listen",
            "127.0.0.1:0",
        ]));
        let head = format!(
            "GET {} HTTP/1.1\r\nX-CTS-Tracker-Form: 1\r\nX-User: \"al ice\"",
            crate::site::list_target()
        );
        let answer = proxy.send(&head, "");
        assert!(
            answer.starts_with(&format!("HTTP/1.1 {status} ")),
            "{answer}"
        );
        let log = proxy.stop("-TERM");
        let expected = match status {
            "200" => r#"caller="\"al ice\"""#,
            _ => "reason=\"the address is not that of a front proxy\"",
        };
        assert!(log.contains(expected), "{log}");
    }
}
