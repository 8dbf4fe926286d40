//! Tokens of an issuer, which the test makes itself: its own keys, its own signatures.

mod issuer;

use std::time::Duration;

use serde_json::{Value, json};

use self::issuer::{Issuer, Key};
use super::{is_unknown, list_as, update_as};
use crate::site::{Answer, BODY, Site};

const PEER: &str = "10.0.0.1:1";

/// A proxy that trusts this issuer, with these lines more.
async fn site(issuer: &Issuer, more: &str) -> Site {
    let text = format!(
        "[callers.openid]\nissuer = \"{}\"\naudience = \"cts-proxy\"\nkey_interval_seconds = 1\n{more}\n",
        issuer.address
    );
    Site::with(&text).await
}

async fn ask(site: &Site, token: &str) -> Answer {
    list_as(site, PEER, &[("authorization", &format!("Bearer {token}"))]).await
}

fn refused(answer: &Answer) {
    is_unknown(
        answer,
        "Bearer realm=\"cts-proxy\", error=\"invalid_token\"",
    );
}

/// The claims of a good token with these in place of their own; `null` takes one away.
fn claims(issuer: &Issuer, other: &Value) -> Value {
    let mut claims = json!({
        "iss": issuer.address, "aud": "cts-proxy", "sub": "alice", "exp": issuer::now() + 300, "iat": issuer::now(),
    });
    for (name, value) in other.as_object().expect("an object") {
        if value.is_null() {
            claims.as_object_mut().expect("an object").remove(name);
        } else {
            claims[name] = value.clone();
        }
    }
    claims
}

#[tokio::test]
async fn a_token_of_the_issuer_opens() {
    let keys = [Key::curve("one"), Key::edwards("two"), Key::rsa("three")];
    let issuer = Issuer::new(&keys).await;
    let site = site(
        &issuer,
        "algorithms = [\"RS256\", \"PS256\", \"ES256\", \"EdDSA\"]",
    )
    .await;
    let claims = claims(&issuer, &json!({}));
    for (key, algorithm) in [(0, "ES256"), (1, "EdDSA"), (2, "RS256"), (2, "PS256")] {
        let token = keys[key].sign(algorithm, &claims);
        assert_eq!(ask(&site, &token).await.status, 200, "{algorithm}");
        let headers = [("authorization", &*format!("Bearer {token}"))];
        assert_eq!(update_as(&site, PEER, &headers, BODY).await.status, 200);
    }
    assert_eq!(issuer.asked(), 2, "configuration and keys, once");
    is_unknown(
        &list_as(&site, PEER, &[]).await,
        "Bearer realm=\"cts-proxy\"",
    );
}

#[tokio::test]
async fn what_a_token_has_to_say() {
    let key = Key::curve("one");
    let issuer = Issuer::new(std::slice::from_ref(&key)).await;
    let site = site(&issuer, "groups_claim = \"/realm/roles\"").await;
    let now = issuer::now();
    for good in [
        json!({"aud": ["other", "cts-proxy"]}),
        json!({"exp": now - 30}),
        json!({"nbf": now + 30}),
        json!({"realm": {"roles": ["a", "b"]}}),
        json!({"realm": {"roles": "a"}}),
        json!({"realm": {}}),
    ] {
        let answer = ask(&site, &key.sign("ES256", &claims(&issuer, &good))).await;
        assert_eq!(answer.status, 200, "{good}");
    }
    let before = site.received();
    for bad in [
        json!({"exp": now - 90}),
        json!({"exp": null}),
        json!({"exp": "tomorrow"}),
        json!({"nbf": now + 90}),
        json!({"nbf": "yesterday"}),
        json!({"aud": "another"}),
        json!({"aud": ["another"]}),
        json!({"aud": []}),
        json!({"aud": null}),
        json!({"aud": 7}),
        json!({"iss": "https://evil.example"}),
        json!({"iss": format!("{}/", issuer.address)}),
        json!({"iss": [issuer.address]}),
        json!({"iss": null}),
        json!({"sub": null}),
        json!({"sub": ""}),
        json!({"sub": 7}),
        json!({"sub": "a\u{0}"}),
        json!({"realm": {"roles": 7}}),
        json!({"realm": {"roles": ["a", 7]}}),
        json!({"realm": {"roles": [""]}}),
    ] {
        refused(&ask(&site, &key.sign("ES256", &claims(&issuer, &bad))).await);
    }
    assert_eq!(site.received(), before);
}

#[tokio::test]
async fn only_the_keys_and_algorithms_that_are_allowed_count() {
    let (curve, rsa) = (Key::curve("one"), Key::rsa("two"));
    let issuer = Issuer::new(&[curve.clone(), rsa.clone()]).await;
    let site = site(&issuer, "algorithms = [\"ES256\", \"RS256\"]").await;
    let good = claims(&issuer, &json!({}));
    assert_eq!(ask(&site, &curve.sign("ES256", &good)).await.status, 200);
    let stranger = Key::curve("one");
    let token = curve.sign("ES256", &good);
    let (head, signature) = token.rsplit_once('.').expect("three parts");
    let other = curve.sign("ES256", &claims(&issuer, &json!({"sub": "root"})));
    let payload = other.split('.').nth(1).expect("three parts");
    for bad in [
        // No signature, under every spelling of it.
        Key::unsigned("none", &good),
        Key::unsigned("None", &good),
        Key::unsigned("NONE", &good),
        format!("{head}."),
        head.to_owned(),
        // The public key as a shared secret.
        rsa.sign_with_its_public_key("HS256", &good),
        curve.sign_with_its_public_key("HS256", &good),
        // An algorithm that is not allowed, and one that is not the key's.
        rsa.sign("PS256", &good),
        curve.sign_as("RS256", "ES256", &good),
        rsa.sign_as("ES256", "RS256", &good),
        // Somebody else's key under the same name, and an unknown one.
        stranger.sign("ES256", &good),
        Key::curve("three").sign("ES256", &good),
        // The key in the token itself.
        stranger.sign_and_attach("ES256", &good),
        // An extension that has to be understood.
        curve.sign_with("ES256", &json!({"crit": ["exp"]}), &good),
        curve.sign_with("ES256", &json!({"b64": false, "crit": ["b64"]}), &good),
        curve.sign_with("ES256", &json!({"b64": false}), &good),
        // Which of the two?
        curve.sign_with("ES256", &json!({"kid": 7}), &good),
        format!(
            "{}.{payload}.{signature}",
            head.split('.').next().expect("a head")
        ),
        format!("{token}.{token}"),
        format!("{token}A"),
        "a.b.c".to_owned(),
        "..".to_owned(),
    ] {
        refused(&ask(&site, &bad).await);
    }
    // Each key fits one algorithm here, so a token need not name it.
    assert_eq!(
        ask(
            &site,
            &curve.sign_with("ES256", &json!({"kid": null}), &good)
        )
        .await
        .status,
        200
    );
}

#[tokio::test]
async fn keys_are_replaced_and_strangers_cannot_make_the_proxy_ask_often() {
    let old = Key::curve("old");
    let issuer = Issuer::new(std::slice::from_ref(&old)).await;
    let site = site(&issuer, "").await;
    let good = claims(&issuer, &json!({}));
    assert_eq!(ask(&site, &old.sign("ES256", &good)).await.status, 200);
    let new = Key::curve("new");
    issuer.publish(std::slice::from_ref(&new));
    // Within a second of the last time the issuer is not asked again.
    for _ in 0..20 {
        refused(&ask(&site, &new.sign("ES256", &good)).await);
    }
    assert_eq!(issuer.asked(), 2);
    tokio::time::sleep(Duration::from_millis(1100)).await;
    assert_eq!(ask(&site, &new.sign("ES256", &good)).await.status, 200);
    assert_eq!(issuer.asked(), 4);
    refused(&ask(&site, &old.sign("ES256", &good)).await);
}

#[tokio::test]
async fn without_the_issuer_nobody_is_let_in_and_nobody_is_called_wrong() {
    let key = Key::curve("one");
    let issuer = Issuer::new(std::slice::from_ref(&key)).await;
    let good = key.sign("ES256", &claims(&issuer, &json!({})));
    for fault in [
        "500",
        "html",
        "other issuer",
        "http keys",
        "no keys",
        "slow",
        "redirect",
    ] {
        issuer.fail(fault);
        let site = site(&issuer, "").await;
        let answer = ask(&site, &good).await;
        assert_eq!(
            (answer.status, answer.code()),
            (503, "PROXY.0503".into()),
            "{fault}"
        );
        assert_eq!(answer.header("x-cts-answer-from"), "proxy");
        assert!(!answer.header("retry-after").is_empty());
        assert_eq!(site.received(), 0, "{fault}");
    }
    // Once it is back, so are the callers; and keys that are there outlast the issuer.
    issuer.fail("");
    let site = site(&issuer, "").await;
    assert_eq!(ask(&site, &good).await.status, 200);
    issuer.fail("500");
    tokio::time::sleep(Duration::from_millis(1100)).await;
    refused(
        &ask(
            &site,
            &Key::curve("two").sign("ES256", &claims(&issuer, &json!({}))),
        )
        .await,
    );
    assert_eq!(ask(&site, &good).await.status, 200);
}

#[tokio::test]
async fn nobody_listens_at_the_address_of_the_issuer() {
    let text = "[callers.openid]\nissuer = \"http://127.0.0.1:9\"\naudience = \"a\"\n";
    let site = Site::with(text).await;
    let key = Key::curve("one");
    let claims = json!({"iss": "http://127.0.0.1:9", "aud": "a", "sub": "alice", "exp": issuer::now() + 300});
    let answer = ask(&site, &key.sign("ES256", &claims)).await;
    assert_eq!((answer.status, answer.code()), (503, "PROXY.0503".into()));
    assert_eq!(site.received(), 0);
}

#[tokio::test]
async fn many_callers_at_the_start_ask_the_issuer_once() {
    let key = Key::curve("one");
    let issuer = Issuer::new(std::slice::from_ref(&key)).await;
    let site = site(&issuer, "").await;
    let calls = (0..50).map(|number| {
        let token = key.sign(
            "ES256",
            &claims(&issuer, &json!({"sub": format!("caller {number}")})),
        );
        let headers = [
            ("x-cts-tracker-form", "1"),
            ("authorization", &*format!("Bearer {token}")),
        ];
        let request = super::from(
            PEER,
            crate::site::request("GET", &crate::site::list_target(), &headers, ""),
        );
        let routes = site.routes.clone();
        tokio::spawn(async move { crate::site::call(&routes, request).await.status })
    });
    for call in calls.collect::<Vec<_>>() {
        assert_eq!(call.await.expect("an answer"), 200);
    }
    assert_eq!(issuer.asked(), 2);
}
