//! Policies allow no more with a limit than without it.

use cts_proxy::Settings;
use cts_proxy::fuzzing::allows;

const CALLERS: &str = "[callers.header]\npeers = [\"10.0.0.0/8\"]\nname = \"X-User\"\n";

/// Takes policies, a body and a stored tracker, each after a line of `----`.
pub(crate) fn hold(data: &[u8]) {
    let Ok(text) = std::str::from_utf8(data) else {
        return;
    };
    let mut parts = text.splitn(3, "\n----\n");
    let (Some(policies), Some(body), Some(stored)) = (parts.next(), parts.next(), parts.next())
    else {
        return;
    };
    if ["file", "page", "command"]
        .iter()
        .any(|key| policies.contains(key))
    {
        return;
    }
    let Ok(settings) = Settings::read(&format!("{policies}\n{CALLERS}"), true) else {
        return;
    };
    let judge =
        |settings: &Settings| allows(settings, "alice", "ops", body.as_bytes(), stored.as_bytes());
    let Some(allowed) = judge(&settings) else {
        return;
    };
    // A policy more about somebody else changes nothing.
    let more = format!(
        "{policies}\n[[policy]]\nname = \"of the fuzzer\"\ncallers = [\"nobody\"]\n{CALLERS}"
    );
    let has_policies = policies.contains("policy");
    if has_policies && let Ok(more) = Settings::read(&more, true) {
        let has_some = Settings::read(&format!("{policies}\n{CALLERS}"), true).is_ok();
        assert!(has_some);
        // Without any policy everything is allowed, and the first one ends that.
        if !everything(&settings) {
            assert_eq!(judge(&more), Some(allowed));
        }
    }
    // And read_only is above all.
    if let Ok(fixed) = Settings::read(&format!("read_only = true\n{policies}\n{CALLERS}"), true) {
        assert_eq!(judge(&fixed), Some(false));
    }
}

/// Whether there is no policy: then somebody whom no policy names is allowed whatever they send.
fn everything(settings: &Settings) -> bool {
    let body = br#"{"tracker_type":"system","tracker_name":"system"}"#;
    allows(settings, "a stranger", "no group", body, body) == Some(true)
}
