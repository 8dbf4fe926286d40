//! The properties that the fuzz targets of the proxy hold, on the texts that they start from and on every input that once
//! broke one. So what fuzzing has found stays found without fuzzing.

use std::fs;
use std::path::Path;

#[path = "../../../fuzz/properties/policy.rs"]
mod policy;
#[path = "../../../fuzz/properties/routes.rs"]
mod routes;
#[path = "../../../fuzz/properties/settings.rs"]
mod settings;
#[path = "../../../fuzz/properties/tokens.rs"]
mod tokens;

/// Replays everything for one target.
fn replay(target: &str, hold: fn(&[u8])) {
    let fuzz = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fuzz");
    let mut count = 0;
    for kind in ["seeds", "regressions"] {
        let Ok(files) = fs::read_dir(fuzz.join(kind).join(target)) else {
            // Nothing was found yet.
            assert_eq!(kind, "regressions");
            continue;
        };
        for file in files {
            let path = file.expect("a file").path();
            // A panic does not say which input it was; the test's output does.
            eprintln!("{}", path.display());
            hold(&fs::read(path).expect("it can be read"));
            count += 1;
        }
    }
    assert!(count > 2, "the seeds are there");
}

#[test]
fn settings_hold() {
    replay("settings", settings::hold);
}

#[test]
fn tokens_hold() {
    replay("tokens", tokens::hold);
}

#[test]
fn policy_holds() {
    replay("policy", policy::hold);
}

#[test]
fn routes_hold() {
    replay("routes", routes::hold);
}
