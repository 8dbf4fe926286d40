//! Whatever the settings say, what is taken is safe to start with.

use cts_proxy::{Callers, Settings};

/// Holds the reader of the settings to what the rest of the proxy relies on.
pub(crate) fn hold(data: &[u8]) {
    let Ok(text) = std::str::from_utf8(data) else {
        return;
    };
    // Reading opens the files that are named; a fuzzer must not.
    if ["file", "page", "command"]
        .iter()
        .any(|key| text.contains(key))
    {
        return;
    }
    for stand_in in [false, true] {
        let Ok(settings) = Settings::read(text, stand_in) else {
            continue;
        };
        let asks = !matches!(settings.callers, Callers::Nobody);
        assert!(
            settings.listen.ip().is_loopback() || asks,
            "reachable by everybody"
        );
        assert!(!settings.regions.is_empty() && !settings.projects.is_empty());
        for region in &settings.regions {
            let endpoint = region.endpoint.as_str();
            let local = ["http://localhost", "http://127.0.0.1", "http://[::1]"];
            assert!(
                endpoint.starts_with("https://")
                    || local.iter().any(|start| endpoint.starts_with(start)),
                "{endpoint}"
            );
            assert!(
                !endpoint.contains('@') && endpoint.matches('/').count() == 2,
                "{endpoint}"
            );
        }
        for project in &settings.projects {
            assert!(
                settings
                    .regions
                    .iter()
                    .any(|region| region.id == project.region)
            );
            assert!(project.id.len() == 32);
        }
        assert!((1..=100_000).contains(&settings.limits.in_flight));
        let again = Settings::read(text, stand_in).expect("the same text");
        assert_eq!(format!("{settings:?}"), format!("{again:?}"));
    }
}
