use super::{checksums, has_section};

#[test]
fn a_version_is_announced_by_its_heading() {
    let text = "# Changelog\n\n## [0.2.0] - unreleased\n\n## [0.1.0] - 2026-01-01\n";
    assert!(has_section(text, "0.2.0") && has_section(text, "0.1.0"));
    assert!(!has_section(text, "0.3.0"));
    assert!(!has_section("mentions ## [0.3.0]", "0.3.0"));
}

#[test]
fn hashes_are_those_of_the_files() {
    let file = std::env::temp_dir().join(format!("cts-tracker-release-{}", std::process::id()));
    std::fs::write(&file, "abc").expect("written");
    let sums = checksums(&[&file]);
    std::fs::remove_file(&file).expect("removed");
    // FIPS 180-4, example of SHA-256.
    let expected = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad  ";
    assert!(sums.expect("hashed").starts_with(expected));
}

const RELEASE: &str = include_str!("../../../.github/workflows/release.yml");
const CI: &str = include_str!("../../../.github/workflows/ci.yml");

/// The text of a job: from its name to the next one.
fn job(name: &str) -> String {
    let jobs = RELEASE.split("\njobs:\n").nth(1).expect("jobs");
    let mut lines = jobs
        .lines()
        .skip_while(|line| *line != format!("  {name}:"));
    let first = lines.next().expect("the job");
    let rest = lines.take_while(|line| line.is_empty() || line.starts_with("    "));
    std::iter::once(first)
        .chain(rest)
        .collect::<Vec<_>>()
        .join("\n")
}

#[test]
fn actions_are_named_by_hash_and_version() {
    let uses: Vec<_> = [RELEASE, CI]
        .iter()
        .flat_map(|text| text.lines())
        .filter_map(|line| line.trim().trim_start_matches("- ").strip_prefix("uses: "))
        .collect();
    assert!(uses.len() >= 8, "{uses:?}");
    for one in uses {
        let (_, rest) = one.split_once('@').expect("a hash");
        let (hash, version) = rest.split_once(" # v").expect("a version");
        assert!(
            hash.len() == 40 && hash.bytes().all(|byte| byte.is_ascii_hexdigit()),
            "{one}"
        );
        assert_eq!(version.split('.').count(), 3, "{one}");
    }
}

#[test]
fn nothing_is_published_unless_somebody_says_so() {
    assert!(RELEASE.contains("\non:\n  workflow_dispatch:\n    inputs:\n      publish:\n"));
    assert!(RELEASE.contains("        type: boolean\n        default: false\n"));
    assert!(RELEASE.contains("\npermissions: {}\n"));
    let publishes = |text: &str| {
        let lines = text.lines().filter(|line| line.contains("npm publish"));
        lines.filter(|line| !line.contains("--dry-run")).count()
    };
    assert_eq!((publishes(RELEASE), publishes(CI)), (1, 0));
    let publish = job("publish");
    assert_eq!(publishes(&publish), 1);
    assert!(publish.contains("if: ${{ inputs.publish && github.ref == 'refs/heads/main' }}"));
    assert!(publish.contains("--provenance"));
    // Only that job may ask for an identity, and it runs nothing of this repository.
    assert_eq!(RELEASE.matches("id-token: write").count(), 1);
    assert!(publish.contains("id-token: write") && !publish.contains("checkout"));
    assert!(job("dry-run").contains("if: ${{ !inputs.publish }}"));
    assert!(!RELEASE.contains("secrets.") && !CI.contains("secrets."));
}

#[test]
fn the_whole_run_is_that_of_the_project() {
    assert!(CI.contains("      - run: .ci/run\n"));
}
