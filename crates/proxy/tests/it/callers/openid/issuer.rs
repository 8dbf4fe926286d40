//! An issuer on loopback.

use std::sync::{Arc, Mutex};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use axum::Router;
use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use axum::routing::get;
use base64::Engine as _;
use base64::prelude::{BASE64_STANDARD, BASE64_URL_SAFE_NO_PAD};
use ring::hmac;
use ring::rand::SystemRandom;
use ring::rsa::PublicKeyComponents;
use ring::signature::{
    ECDSA_P256_SHA256_FIXED_SIGNING, EcdsaKeyPair, Ed25519KeyPair, KeyPair as _, RSA_PKCS1_SHA256,
    RSA_PSS_SHA256, RsaKeyPair,
};
use serde_json::{Value, json};
use tokio::net::TcpListener;

/// A key that was made for these tests and is used nowhere else; `ring` can make the other kinds by itself.
const RSA: &str = include_str!("rsa-key-for-tests.txt");

/// Seconds since 1970.
pub(super) fn now() -> u64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH);
    since.expect("a clock after 1970").as_secs()
}

fn encoded(bytes: impl AsRef<[u8]>) -> String {
    BASE64_URL_SAFE_NO_PAD.encode(bytes)
}

/// A pair of keys with a name.
#[derive(Clone)]
pub(super) struct Key {
    id: String,
    pair: Pair,
}

#[derive(Clone)]
enum Pair {
    Curve(Arc<EcdsaKeyPair>),
    Edwards(Arc<Ed25519KeyPair>),
    Rsa(Arc<RsaKeyPair>),
}

impl Key {
    pub(super) fn curve(id: &str) -> Self {
        let (kind, random) = (&ECDSA_P256_SHA256_FIXED_SIGNING, SystemRandom::new());
        let pair = EcdsaKeyPair::generate_pkcs8(kind, &random).expect("a key");
        let pair = EcdsaKeyPair::from_pkcs8(kind, pair.as_ref(), &random).expect("a key");
        Self {
            id: id.to_owned(),
            pair: Pair::Curve(Arc::new(pair)),
        }
    }

    pub(super) fn edwards(id: &str) -> Self {
        let pair = Ed25519KeyPair::generate_pkcs8(&SystemRandom::new()).expect("a key");
        let pair = Ed25519KeyPair::from_pkcs8(pair.as_ref()).expect("a key");
        Self {
            id: id.to_owned(),
            pair: Pair::Edwards(Arc::new(pair)),
        }
    }

    pub(super) fn rsa(id: &str) -> Self {
        let text: String = RSA.split_whitespace().collect();
        let pair =
            RsaKeyPair::from_pkcs8(&BASE64_STANDARD.decode(text).expect("base64")).expect("a key");
        Self {
            id: id.to_owned(),
            pair: Pair::Rsa(Arc::new(pair)),
        }
    }

    /// The public key as the issuer publishes it.
    fn public(&self) -> Value {
        let mut key = match &self.pair {
            Pair::Curve(pair) => {
                let (x, y) = pair.public_key().as_ref()[1..].split_at(32);
                json!({"kty": "EC", "crv": "P-256", "x": encoded(x), "y": encoded(y), "alg": "ES256"})
            }
            Pair::Edwards(pair) => {
                json!({"kty": "OKP", "crv": "Ed25519", "x": encoded(pair.public_key())})
            }
            Pair::Rsa(pair) => {
                let parts = PublicKeyComponents::<Vec<u8>>::from(pair.public());
                json!({"kty": "RSA", "n": encoded(parts.n), "e": encoded(parts.e), "use": "sig"})
            }
        };
        key["kid"] = json!(self.id);
        key
    }

    fn signature(&self, algorithm: &str, message: &[u8]) -> Vec<u8> {
        let random = SystemRandom::new();
        match &self.pair {
            Pair::Curve(pair) => pair
                .sign(&random, message)
                .expect("signed")
                .as_ref()
                .to_vec(),
            Pair::Edwards(pair) => pair.sign(message).as_ref().to_vec(),
            Pair::Rsa(pair) => {
                let mut signature = vec![0; pair.public().modulus_len()];
                let padding: &dyn ring::signature::RsaEncoding = match algorithm {
                    "PS256" => &RSA_PSS_SHA256,
                    _ => &RSA_PKCS1_SHA256,
                };
                pair.sign(padding, &random, message, &mut signature)
                    .expect("signed");
                signature
            }
        }
    }

    pub(super) fn sign(&self, algorithm: &str, claims: &Value) -> String {
        self.sign_with(algorithm, &json!({}), claims)
    }

    /// A token whose header has these members more.
    pub(super) fn sign_with(&self, algorithm: &str, more: &Value, claims: &Value) -> String {
        let message = message(algorithm, &self.id, more, claims);
        let signature = self.signature(algorithm, message.as_bytes());
        format!("{message}.{}", encoded(signature))
    }

    /// A token that says it was signed otherwise than it was.
    pub(super) fn sign_as(&self, said: &str, algorithm: &str, claims: &Value) -> String {
        let message = message(said, &self.id, &json!({}), claims);
        let signature = self.signature(algorithm, message.as_bytes());
        format!("{message}.{}", encoded(signature))
    }

    /// A token that brings the key to verify it.
    pub(super) fn sign_and_attach(&self, algorithm: &str, claims: &Value) -> String {
        self.sign_with(algorithm, &json!({"jwk": self.public()}), claims)
    }

    /// A token signed with what everybody can read.
    pub(super) fn sign_with_its_public_key(&self, algorithm: &str, claims: &Value) -> String {
        let public = match &self.pair {
            Pair::Curve(pair) => pair.public_key().as_ref().to_vec(),
            Pair::Edwards(pair) => pair.public_key().as_ref().to_vec(),
            Pair::Rsa(pair) => PublicKeyComponents::<Vec<u8>>::from(pair.public()).n,
        };
        let message = message(algorithm, &self.id, &json!({}), claims);
        let key = hmac::Key::new(hmac::HMAC_SHA256, &public);
        format!(
            "{message}.{}",
            encoded(hmac::sign(&key, message.as_bytes()))
        )
    }

    /// A token that says it needs no signature.
    pub(super) fn unsigned(algorithm: &str, claims: &Value) -> String {
        format!("{}.", message(algorithm, "one", &json!({}), claims))
    }
}

fn message(algorithm: &str, id: &str, more: &Value, claims: &Value) -> String {
    let mut header = json!({"alg": algorithm, "typ": "JWT", "kid": id});
    for (name, value) in more.as_object().expect("an object") {
        if value.is_null() {
            header.as_object_mut().expect("an object").remove(name);
        } else {
            header[name] = value.clone();
        }
    }
    format!(
        "{}.{}",
        encoded(header.to_string()),
        encoded(claims.to_string())
    )
}

/// An issuer that publishes keys, counts questions, and fails on demand. It ends with the runtime of the test.
pub(super) struct Issuer {
    pub(super) address: String,
    state: Arc<Mutex<Published>>,
}

#[derive(Default)]
struct Published {
    address: String,
    keys: Vec<Value>,
    fault: String,
    asked: usize,
}

impl Issuer {
    pub(super) async fn new(keys: &[Key]) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let address = format!("http://{}", listener.local_addr().expect("an address"));
        let state = Arc::new(Mutex::new(Published {
            address: address.clone(),
            ..Published::default()
        }));
        let routes = Router::new()
            .route("/.well-known/openid-configuration", get(configuration))
            .route("/keys", get(key_set))
            .with_state(state.clone());
        tokio::spawn(async move { axum::serve(listener, routes).await });
        let issuer = Self { address, state };
        issuer.publish(keys);
        issuer
    }

    pub(super) fn publish(&self, keys: &[Key]) {
        let mut all: Vec<_> = keys.iter().map(Key::public).collect();
        // Kinds that nobody here knows stand beside the others, as they do at real issuers.
        all.push(json!({"kty": "post-quantum", "kid": "new"}));
        all.push(json!({"kty": "oct", "k": "AAAA", "kid": "one", "alg": "HS256"}));
        self.state.lock().expect("no panic").keys = all;
    }

    pub(super) fn fail(&self, fault: &str) {
        fault.clone_into(&mut self.state.lock().expect("no panic").fault);
    }

    /// How many questions came.
    pub(super) fn asked(&self) -> usize {
        self.state.lock().expect("no panic").asked
    }
}

async fn configuration(State(state): State<Arc<Mutex<Published>>>) -> Response {
    let (address, fault) = {
        let mut state = state.lock().expect("no panic");
        state.asked += 1;
        (state.address.clone(), state.fault.clone())
    };
    let mut configuration = json!({"issuer": address, "jwks_uri": format!("{address}/keys")});
    match &*fault {
        "500" => return StatusCode::INTERNAL_SERVER_ERROR.into_response(),
        "html" => return "<html>".into_response(),
        "redirect" => return (StatusCode::FOUND, [(header::LOCATION, "/keys")]).into_response(),
        "slow" => tokio::time::sleep(Duration::from_secs(30)).await,
        "other issuer" => configuration["issuer"] = json!("https://evil.example"),
        "http keys" => configuration["jwks_uri"] = json!("http://evil.example/keys"),
        _ => {}
    }
    configuration.to_string().into_response()
}

async fn key_set(State(state): State<Arc<Mutex<Published>>>) -> Response {
    let mut state = state.lock().expect("no panic");
    state.asked += 1;
    match &*state.fault {
        "no keys" => "{}".into_response(),
        _ => json!({"keys": state.keys}).to_string().into_response(),
    }
}
