use super::{Command, Lint, ServeOptions, Subject, Suite, read};
use crate::help::Topic;

fn command(line: &str) -> Command {
    read(lexopt::Parser::from_args(line.split_whitespace())).expect("a known command line")
}

fn refusal(line: &str) -> String {
    read(lexopt::Parser::from_args(line.split_whitespace()))
        .expect_err("an unknown command line")
        .to_string()
}

#[test]
fn nothing_lists_the_commands() {
    assert_eq!(command(""), Command::Help(Topic::All));
    assert_eq!(command("--help"), Command::Help(Topic::All));
    assert_eq!(command("help"), Command::Help(Topic::All));
}

#[test]
fn each_command_has_help() {
    for (name, topic) in [
        ("setup", Topic::Setup),
        ("build", Topic::Build),
        ("serve", Topic::Serve),
        ("test", Topic::Test),
        ("check", Topic::Check),
        ("sizes", Topic::Sizes),
        ("fuzz", Topic::Fuzz),
        ("mutants", Topic::Mutants),
        ("clean", Topic::Clean),
    ] {
        assert_eq!(command(&format!("{name} --help")), Command::Help(topic));
        assert_eq!(command(&format!("{name} -h")), Command::Help(topic));
    }
}

#[test]
fn serve_builds_for_users_unless_it_watches() {
    let options = |line: &str| match command(line) {
        Command::Serve(options) => options,
        other => panic!("{other:?}"),
    };
    let plain = ServeOptions {
        port: 8080,
        config: None,
        watch: false,
        release: true,
    };
    assert_eq!(options("serve"), plain);
    assert_eq!(options("serve --release"), plain);
    let watch = options("serve --watch --port 9000 --config a.toml");
    assert_eq!(
        watch,
        ServeOptions {
            port: 9000,
            config: Some("a.toml".into()),
            watch: true,
            release: false,
        }
    );
    assert!(options("serve --watch --release").release);
}

#[test]
fn parts_are_chosen_by_name() {
    assert_eq!(command("test"), Command::Test { only: None });
    let only = Some(Suite::Sdk);
    assert_eq!(command("test --only sdk"), Command::Test { only });
    let only = Some(Lint::Deny);
    assert_eq!(command("check --only deny"), Command::Check { only });
    assert!(refusal("test --only all").contains("native, page, browser, sdk"));
}

#[test]
fn a_measurement_names_its_subject() {
    for (name, subject) in [
        ("validator", Subject::Validator),
        ("page", Subject::Page),
        ("proxy", Subject::Proxy),
    ] {
        for (option, write) in [("", false), (" --write", true)] {
            let line = format!("bench {name}{option}");
            let soak = None;
            let wanted = Command::Bench {
                subject,
                write,
                soak,
            };
            assert_eq!(command(&line), wanted);
        }
    }
    let soak = Command::Bench {
        subject: Subject::Proxy,
        write: false,
        soak: Some(1_000),
    };
    assert_eq!(command("bench proxy --soak 1000"), soak);
    assert!(refusal("bench proxy --soak 0").contains("--soak cannot be"));
    assert!(refusal("bench page --soak 1").contains("only the proxy"));
    assert!(refusal("package --write").contains("--write"));
    assert!(refusal("bench").contains("validator, page or proxy"));
    assert!(refusal("bench emulator").contains("what to measure"));
    assert_eq!(command("package"), Command::Package);
    assert_eq!(command("release"), Command::Release);
    assert!(refusal("release --publish").contains("--publish"));
}

#[test]
fn mistakes_are_named_with_their_remedy() {
    assert!(refusal("biuld").contains("\"biuld\""));
    assert!(refusal("build --port 1").contains("--port"));
    for port in ["0", "65536", "http"] {
        assert!(refusal(&format!("serve --port {port}")).contains(port));
    }
    assert!(refusal("serve --port").contains("--port"));
    assert!(refusal("biuld").contains("remedy: "));
}

#[test]
fn fuzzing_and_mutants_have_their_options() {
    let fuzz = |only, seconds| Command::Fuzz { only, seconds };
    assert_eq!(command("fuzz"), fuzz(None, 60));
    assert_eq!(
        command("fuzz --seconds 5 --only rules"),
        fuzz(Some("rules"), 5)
    );
    assert!(refusal("fuzz --seconds 0").contains("--seconds cannot be"));
    assert!(refusal("fuzz --only page").contains("reader, rules"));
    let file = Some("crates/tracker/src/rules.rs".to_owned());
    assert_eq!(command("mutants"), Command::Mutants { file: None });
    let line = "mutants --file crates/tracker/src/rules.rs";
    assert_eq!(command(line), Command::Mutants { file });
}
