//! Tokens of the proxy.

use std::fs;

use axum::body::Body;
use axum::http::Request;
use cts_proxy::NewToken;
use tempfile::TempDir;

use super::{from, is_unknown, list_as, update_as};
use crate::site::{BODY, Site, list_target, request};

/// A site that knows these tokens. The folder is kept for as long as the settings are read.
async fn site(entries: &[&str]) -> Site {
    let folder = TempDir::new().expect("a folder");
    let file = folder.path().join("tokens.toml");
    fs::write(&file, entries.concat()).expect("a file");
    Site::with(&format!(
        "[callers.tokens]\nfile = {:?}\n",
        file.display().to_string()
    ))
    .await
}

fn token(name: &str, expires: Option<&str>) -> NewToken {
    NewToken::new(name, &["ops".to_owned()], expires).expect("a token")
}

fn bearer(token: &str) -> String {
    format!("Bearer {token}")
}

const PEER: &str = "10.0.0.1:1";

#[tokio::test]
async fn a_token_opens_and_nothing_else_does() {
    let (alice, bob) = (
        token("alice", None),
        token("bob", Some("2099-01-01T00:00:00Z")),
    );
    let site = site(&[&alice.entry, &bob.entry]).await;
    for token in [&alice.token, &bob.token] {
        let headers = [("authorization", &*bearer(token))];
        assert_eq!(list_as(&site, PEER, &headers).await.status, 200);
        assert_eq!(update_as(&site, PEER, &headers, BODY).await.status, 200);
    }
    assert_eq!(site.received(), 4);
    is_unknown(
        &list_as(&site, PEER, &[]).await,
        "Bearer realm=\"cts-proxy\"",
    );
    // The id of one with the secret of the other.
    let mixed = format!("{}{}", &alice.token[..22], &bob.token[22..]);
    let nobody = token("carol", None).token;
    let mut wrong = alice.token.clone();
    let last = if wrong.ends_with('0') { "1" } else { "0" };
    wrong.replace_range(wrong.len() - 1.., last);
    for token in [
        &mixed,
        &nobody,
        &wrong,
        "ctsp_",
        "x",
        &alice.token.to_uppercase(),
        &format!("{}0", alice.token),
    ] {
        let headers = [("authorization", &*bearer(token))];
        is_unknown(
            &list_as(&site, PEER, &headers).await,
            "Bearer realm=\"cts-proxy\", error=\"invalid_token\"",
        );
        is_unknown(&update_as(&site, PEER, &headers, BODY).await, "Bearer");
    }
    let twice = [
        ("authorization", &*bearer(&alice.token)),
        ("authorization", &*bearer(&alice.token)),
    ];
    is_unknown(&list_as(&site, PEER, &twice).await, "Bearer");
    let basic = [("authorization", "Basic YWxpY2U6eA==")];
    is_unknown(&list_as(&site, PEER, &basic).await, "Bearer");
    // Addresses end in logs.
    let target = format!("{}?access_token={}", list_target(), alice.token);
    is_unknown(
        &site
            .call(from(
                PEER,
                request("GET", &target, &[("x-cts-tracker-form", "1")], ""),
            ))
            .await,
        "Bearer",
    );
    assert_eq!(site.received(), 4);
}

#[tokio::test]
async fn a_token_ends() {
    let old = token("old", Some("2020-01-01T00:00:00Z"));
    let site = site(&[&old.entry]).await;
    // The second one is remembered to be right, and has ended nevertheless.
    for _ in 0..2 {
        is_unknown(
            &list_as(&site, PEER, &[("authorization", &*bearer(&old.token))]).await,
            "Bearer",
        );
    }
    assert_eq!(site.received(), 0);
}

/// Whoever guesses gets ten attempts, and takes them from nobody else.
#[tokio::test]
async fn guessing_is_slowed_down() {
    let alice = token("alice", None);
    let site = site(&[&alice.entry]).await;
    let guess = |number: usize| format!("{}{number:04}", &alice.token[..alice.token.len() - 4]);
    let mut refused = 0;
    for number in 0..14 {
        let answer = list_as(
            &site,
            "[fd00::1]:1",
            &[("authorization", &*bearer(&guess(number)))],
        )
        .await;
        if answer.status == 429 {
            assert_eq!(answer.code(), "PROXY.0429");
            let wait: u64 = answer.header("retry-after").parse().expect("seconds");
            assert!((1..=60).contains(&wait), "{wait}");
            refused += 1;
        } else if answer.status != 200 {
            is_unknown(&answer, "Bearer");
        }
    }
    assert!((3..=4).contains(&refused), "{refused}");
    // The same network is the same guesser.
    let neighbour = list_as(
        &site,
        "[fd00::2]:1",
        &[("authorization", &*bearer(&guess(99)))],
    )
    .await;
    assert_eq!(neighbour.status, 429);
    let right = [("authorization", &*bearer(&alice.token))];
    assert_eq!(list_as(&site, PEER, &right).await.status, 200);
    // Now the token is remembered, whoever guesses.
    assert_eq!(list_as(&site, "[fd00::1]:1", &right).await.status, 200);
}

/// Many requests with one token that nobody has seen yet cost one hash, not one each.
#[tokio::test(flavor = "multi_thread")]
async fn many_requests_share_one_look() {
    let alice = token("alice", None);
    let site = site(&[&alice.entry]).await;
    let call = || -> Request<Body> {
        let headers = [
            ("x-cts-tracker-form", "1"),
            ("authorization", &*bearer(&alice.token)),
        ];
        from(PEER, request("GET", &list_target(), &headers, ""))
    };
    let calls: Vec<_> = (0..100)
        .map(|_| {
            let (routes, request) = (site.routes.clone(), call());
            tokio::spawn(async move { crate::site::call(&routes, request).await.status })
        })
        .collect();
    for call in calls {
        // With a hash each, the eleventh would be one attempt too many.
        assert_eq!(call.await.expect("an answer"), 200);
    }
}

#[test]
fn mistakes_in_the_file_are_named() {
    let folder = TempDir::new().expect("a folder");
    let file = folder.path().join("tokens.toml");
    let settings = format!(
        "[callers.tokens]\nfile = {:?}\n",
        file.display().to_string()
    );
    let read = || cts_proxy::Settings::read(&settings, true).map(|_| ());
    assert_eq!(read().expect_err("no file").key(), "callers.tokens.file");
    let good = token("alice", None).entry;
    let hash = &good[good.find("$argon2id").expect("a hash")..good.len() - 2];
    for (text, key) in [
        (good.clone() + &good, "token.id"),
        (good.replace("id = \"", "id = \"X"), "token.id"),
        (good.replace("alice", " alice"), "token.name"),
        (good.replace("\"ops\"", "\"\""), "token.name"),
        (good.replace("hash", "secret"), "callers.tokens.file"),
        (good.clone() + "expires = 2030-01-01", "token.expires"),
        (
            good.clone() + "expires = 2030-01-01T00:00:00",
            "token.expires",
        ),
        (
            good.clone() + "expires = \"tomorrow\"",
            "callers.tokens.file",
        ),
        (good.replace("argon2id", "argon2i"), "token.hash"),
        (good.replace("m=19456", "m=8"), "token.hash"),
        (good.replace("m=19456", "m=4000000"), "token.hash"),
        (good.replace("t=2", "t=100"), "token.hash"),
        (good.replace("p=1", "p=64"), "token.hash"),
        (good.replace(hash, "plain"), "token.hash"),
        (
            good.replace(hash, hash.rsplit_once('$').expect("parts").0),
            "token.hash",
        ),
    ] {
        fs::write(&file, &text).expect("a file");
        let error = read().expect_err(&text);
        assert_eq!(error.key(), key, "{text}: {error}");
    }
    fs::write(&file, good).expect("a file");
    read().expect("a good file");
}

/// What the command prints is what the settings take, and the token is on standard error only.
#[cfg(unix)]
#[test]
fn the_command_makes_tokens() {
    use crate::program::{Running, command};
    let folder = TempDir::new().expect("a folder");
    let made = command(&["token", "deploy bot", "--group", "ci", "--days", "30"])
        .output()
        .expect("it runs");
    assert!(made.status.success());
    let said = String::from_utf8(made.stderr).expect("UTF-8");
    let token = said.lines().last().expect("a line").to_owned();
    let entry = String::from_utf8(made.stdout).expect("UTF-8");
    assert!(!entry.contains(&token[22..]), "{entry}");
    fs::write(folder.path().join("tokens.toml"), entry).expect("a file");
    let file = folder.path().join("proxy.toml");
    let tokens = folder.path().join("tokens.toml");
    fs::write(
        &file,
        format!(
            "[callers.tokens]\nfile = {:?}\n",
            tokens.display().to_string()
        ),
    )
    .expect("a file");
    let file = file.display().to_string();
    let mut command_line = command(&["--config", &file, "--listen", "127.0.0.1:0"]);
    let proxy = Running::start(command_line.env("CTS_PROXY_LOG", "trace"));
    let head = format!(
        "GET {} HTTP/1.1\r\nX-CTS-Tracker-Form: 1\r\nAuthorization: Bearer {token}",
        list_target()
    );
    let answer = proxy.send(&head, "");
    assert!(answer.starts_with("HTTP/1.1 200 "), "{answer}");
    let wrong = proxy.send(&head.replace('_', "_0"), "");
    assert!(wrong.starts_with("HTTP/1.1 401 "), "{wrong}");
    let log = proxy.stop("-TERM");
    assert!(log.contains(r#"caller="deploy bot""#), "{log}");
    assert!(!log.contains(&token[22..]), "the log holds the secret");
    for (arguments, part) in [
        (&["token"][..], "NAME is missing"),
        (&["token", "a", "b"], "\"b\""),
        (&["token", "a", "--days", "0"], "--days"),
        (&["token", "a", "--days", "3651"], "--days"),
        (&["token", " a"], "no name"),
        (&["token", "a", "--group", ""], "no name"),
    ] {
        let output = command(arguments).output().expect("it runs");
        let said = String::from_utf8(output.stderr).expect("UTF-8");
        assert!(
            !output.status.success() && said.contains(part),
            "{arguments:?}: {said}"
        );
    }
}
