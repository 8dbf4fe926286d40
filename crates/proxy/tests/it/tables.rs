//! The tables of the settings about the way to the cloud.

use std::time::Duration;

use cts_proxy::{CredentialSettings, ForwardProxy, Settings, Source};

use crate::site::{PROJECT, REGION};

fn with(lines: &str, region: &str) -> String {
    format!(
        "{lines}\n[[region]]\nid = \"{region}\"\n{}\
         [[project]]\nid = \"{PROJECT}\"\nname = \"Audit\"\nregion = \"{region}\"\n",
        if region == REGION {
            ""
        } else {
            "endpoint = \"https://cts.example.com\"\n"
        }
    )
}

#[test]
fn good_tables_are_read() {
    let text = "[upstream]\nbody_timeout_seconds = 7\ntimeout_seconds = 40\n\
                allow_addresses = [\"10.0.0.0/8\", \"fd00::1\"]\nca_file = \"ca.pem\"\n\
                proxy = \"http://proxy.example.com:3128\"\n\
                [stop]\ndelay_seconds = 0\n\
                [credential]\ncommand = [\"keys\", \"--json\"]\n";
    let settings = Settings::read(&with(text, REGION), true).expect("good settings");
    assert!(!settings.stand_in, "there is a credential");
    let upstream = &settings.upstream;
    assert_eq!(upstream.body, Duration::from_secs(7));
    let networks: Vec<_> = upstream
        .allow_addresses
        .iter()
        .map(ToString::to_string)
        .collect();
    assert_eq!(networks, ["10.0.0.0/8", "fd00::1/128"]);
    assert!(matches!(&upstream.proxy, ForwardProxy::Address(uri) if uri.port_u16() == Some(3128)));
    assert_eq!(
        settings.stop.grace,
        Duration::from_secs(45),
        "5 more than a call"
    );
    let shown = format!("{settings:?}");
    assert!(
        shown.contains("keys") && !shown.contains("--json"),
        "{shown}"
    );

    let text = with("[upstream]\nproxy = \"environment\"", REGION);
    let settings = Settings::read(&text, false).expect("good settings");
    assert_eq!(settings.upstream.proxy, ForwardProxy::Environment);
    assert_eq!(settings.stop.grace, Duration::from_secs(35));

    let user = "[credential]\nuser = \"u\"\ndomain = \"d\"\n";
    let settings = Settings::read(&with(user, REGION), true).expect("good settings");
    let Some(CredentialSettings::User { endpoint, .. }) = &settings.credential else {
        panic!("no user");
    };
    assert_eq!(endpoint.as_deref(), None, "the published one of the region");
    let source = Source::open(settings.credential.as_ref().expect("a table"), |_| None);
    assert_eq!(source.expect_err("no password").key(), "credential.user");
    let elsewhere = format!("{user}iam_endpoint = \"https://iam.example.com\"\n");
    assert!(Settings::read(&with(&elsewhere, "mars-1"), true).is_ok());
}

#[test]
#[expect(clippy::too_many_lines, reason = "it is one table")]
fn a_mistake_names_its_key_and_a_remedy() {
    let upstream = |line: &str| with(&format!("[upstream]\n{line}"), REGION);
    let credential = |lines: &str| with(&format!("[credential]\n{lines}"), REGION);
    for (text, key, part) in [
        (
            upstream("body_timeout_seconds = 0"),
            "upstream.body_timeout_seconds",
            "between 1 and 300",
        ),
        (
            upstream("allow_addresses = [\"internal\"]"),
            "upstream.allow_addresses",
            "not a network",
        ),
        (
            upstream("allow_addresses = [\"10.0.0.1/8\"]"),
            "upstream.allow_addresses",
            "Write \"10.0.0.0/8\"",
        ),
        (
            upstream("proxy = \"proxy.example.com:3128\""),
            "upstream.proxy",
            "http://",
        ),
        (
            upstream("proxy = \"https://proxy.example.com\""),
            "upstream.proxy",
            "does not begin with http://",
        ),
        (
            upstream("proxy = \"socks5://proxy.example.com\""),
            "upstream.proxy",
            "does not begin with http://",
        ),
        (
            upstream("proxy = \"http://proxy.example.com/x\""),
            "upstream.proxy",
            "has a path",
        ),
        (
            upstream("proxy = \"http://me:PLANTED@proxy.example.com\""),
            "upstream.proxy",
            "user name",
        ),
        (
            upstream("proxy = \"http://PLANTED PLANTED\""),
            "upstream.proxy",
            "not an address",
        ),
        (
            upstream("verify = false"),
            "settings file",
            "unknown field `verify`",
        ),
        (
            with("[stop]\ndelay_seconds = 601", REGION),
            "stop.delay_seconds",
            "between 0 and 600",
        ),
        (
            with("[stop]\ngrace_seconds = 601", REGION),
            "stop.grace_seconds",
            "between 0 and 600",
        ),
        (credential(""), "credential", "does not say where"),
        (
            credential("file = \"a\"\ncommand = [\"b\"]"),
            "credential",
            "several places",
        ),
        (
            credential("file = \"a\"\nuser = \"b\""),
            "credential",
            "several places",
        ),
        (
            credential("file = \"a\"\ndomain = \"b\""),
            "credential.domain",
            "belongs to a user",
        ),
        (
            credential("file = \"a\"\npassword_file = \"b\""),
            "credential.password_file",
            "belongs to a user",
        ),
        (
            credential("file = \"a\"\niam_endpoint = \"b\""),
            "credential.iam_endpoint",
            "belongs to a user",
        ),
        (
            credential("file = \"a\"\ncommand_timeout_seconds = 1"),
            "credential.command_timeout_seconds",
            "no command",
        ),
        (
            credential("command = []"),
            "credential.command",
            "no program",
        ),
        (
            credential("command = [\"\"]"),
            "credential.command",
            "no program",
        ),
        (
            credential("command = \"keys --token PLANTED\""),
            "settings file",
            "line 2: invalid type: a text, expected a sequence",
        ),
        (
            credential("command = [\"a\"]\ncommand_timeout_seconds = 61"),
            "credential.command_timeout_seconds",
            "between 1 and 60",
        ),
        (credential("user = \"a\""), "credential.domain", "missing"),
        (
            credential("user = \" \"\ndomain = \"b\""),
            "credential.user",
            "missing",
        ),
        (
            credential("user = \"a\"\ndomain = \"b\"\niam_endpoint = \"http://iam.example.com\""),
            "credential.iam_endpoint",
            "https://",
        ),
        (
            credential("user = \"a\"\ndomain = \"b\"\niam_endpoint = \"https://10.0.0.1\""),
            "credential.iam_endpoint",
            "upstream.allow_addresses",
        ),
        (
            with("[credential]\nuser = \"a\"\ndomain = \"b\"", "mars-1"),
            "credential.iam_endpoint",
            "not known",
        ),
        (
            credential("password = \"PLANTED\""),
            "settings file",
            "unknown field `password`",
        ),
        (
            credential("secret = \"PLANTED\""),
            "settings file",
            "unknown field `secret`",
        ),
    ] {
        let error = Settings::read(&text, true).expect_err(&text);
        assert_eq!(error.key(), key, "{text}: {error}");
        assert!(error.to_string().contains(part), "{text}: {error}");
        assert!(!error.to_string().contains("PLANTED"), "{error}");
    }
    let text = credential("file = \"a\"");
    let error = Settings::read(&text, false).expect_err("two credentials");
    assert_eq!(error.key(), "credential");
}
