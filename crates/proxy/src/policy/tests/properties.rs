//! What holds for all policies, callers and requests.

use proptest::prelude::*;
use proptest::sample::{Index, select, subsequence};

use super::*;

const STORED: &str = r#"{"tracker_type":"system","tracker_name":"system","status":"enabled","obs_info":{"bucket_name":"audit"}}"#;

/// The text of a policy, so that what is tested is what people write.
fn any_policy() -> impl Strategy<Value = String> {
    let names = |list: &'static [&'static str]| subsequence(list, 0..=list.len());
    let whom = (names(&["alice", "bob"]), names(&["ops", "dev"]));
    let places = (
        proptest::option::of(names(&["cn-north-4", "ap-southeast-3"])),
        proptest::option::of(names(&[PROJECT, OTHER_PROJECT])),
        proptest::option::of(names(&["system", "other"])),
    );
    let what = (
        any::<bool>(),
        proptest::option::of(names(&[
            "is_lts_enabled",
            "status",
            "/obs_info/bucket_name",
            "obs_info",
        ])),
        proptest::option::of(names(&["enabled", "disabled"])),
    );
    (any::<u64>(), whom, places, what).prop_map(
        |(number, (callers, groups), (regions, projects, trackers), what)| {
            let (read_only, members, status) = what;
            let mut lines = vec![format!("[[policy]]\nname = \"p{number}\"")];
            lines.push(if callers.is_empty() && groups.is_empty() {
                "everyone = true".to_owned()
            } else {
                format!("callers = {callers:?}\ngroups = {groups:?}")
            });
            let lists = [
                ("regions", regions),
                ("projects", projects),
                ("trackers", trackers),
            ];
            let lists = lists
                .into_iter()
                .chain((!read_only).then_some(("members", members)));
            lines.extend(lists.filter_map(|(key, list)| Some(format!("{key} = {:?}", list?))));
            match status {
                _ if read_only => lines.push("read_only = true".to_owned()),
                Some(status) => lines.push(format!("values = {{ status = {status:?} }}")),
                None => {}
            }
            lines.join("\n") + "\n"
        },
    )
}

fn any_caller() -> impl Strategy<Value = Caller> {
    (
        select(&["alice", "bob", "carol"][..]),
        subsequence(&["ops", "dev"][..], 0..=2),
    )
        .prop_map(|(name, groups)| caller(name, &groups))
}

fn any_target() -> impl Strategy<Value = Target<'static>> {
    (
        select(&["cn-north-4", "ap-southeast-3"][..]),
        select(&[PROJECT, OTHER_PROJECT][..]),
        proptest::option::of(select(&["system", "other"][..])),
    )
        .prop_map(|(region, project, tracker)| Target {
            region,
            project,
            tracker,
        })
}

fn any_body() -> impl Strategy<Value = String> {
    let members = [
        "\"status\":\"enabled\"",
        "\"is_lts_enabled\":true",
        "\"obs_info\":{\"bucket_name\":\"audit\"}",
        "\"agency_name\":\"cts_admin_trust\"",
        "\"more\":1",
    ];
    (subsequence(members.to_vec(), 0..=5), any::<bool>()).prop_map(|(members, off)| {
        let all = members.join(",");
        let all = if off {
            all.replace("enabled\"", "disabled\"")
                .replace("is_lts_disabled", "is_lts_enabled")
        } else {
            all
        };
        let comma = if all.is_empty() { "" } else { "," };
        format!("{{\"tracker_type\":\"system\",\"tracker_name\":\"system\"{comma}{all}}}")
    })
}

proptest! {
    /// What several policies allow, one of them allows alone; and what one allows, more do not take away.
    #[test]
    fn together_they_allow_what_one_of_them_allows(
        texts in proptest::collection::vec(any_policy(), 1..5),
        caller in any_caller(),
        target in any_target(),
        body in any_body(),
        is_stored in any::<bool>(),
    ) {
        let stored = is_stored.then_some(STORED);
        let unique: std::collections::BTreeSet<_> = texts.iter().cloned().collect();
        let all = policies(&texts.concat());
        let alone: Vec<_> = unique.iter().map(|text| policies(text)).collect();
        let expected = alone.iter().any(|one| updates(one, &caller, target, &body, stored).is_ok());
        prop_assert_eq!(updates(&all, &caller, target, &body, stored).is_ok(), expected);
        let expected = alone.iter().any(|one| one.read(&caller, target).is_ok());
        prop_assert_eq!(all.read(&caller, target).is_ok(), expected);
        // Whoever may change a tracker may read it.
        if updates(&all, &caller, target, &body, stored).is_ok() {
            prop_assert!(all.read(&caller, target).is_ok());
        }
    }

    /// In whatever order they stand they allow the same, and a refusal names the same ones.
    #[test]
    fn their_order_means_nothing(
        texts in proptest::collection::vec(any_policy(), 2..5),
        by in any::<Index>(),
        caller in any_caller(),
        target in any_target(),
        body in any_body(),
    ) {
        let mut other = texts.clone();
        other.rotate_left(by.index(texts.len()));
        other.swap(0, 1);
        let named = |texts: &[String]| {
            let outcome = updates(&policies(&texts.concat()), &caller, target, &body, Some(STORED));
            outcome.map_err(|denial| {
                let mut names = denial.names().to_vec();
                names.sort();
                names
            })
        };
        prop_assert_eq!(named(&texts), named(&other));
    }

    /// Whatever the policies say, read_only stops every change and no reading.
    #[test]
    fn read_only_is_above_all(
        texts in proptest::collection::vec(any_policy(), 0..4),
        caller in any_caller(),
        target in any_target(),
        body in any_body(),
    ) {
        let (free, fixed) = (policies(&texts.concat()), policies(&format!("read_only = true\n{}", texts.concat())));
        prop_assert!(updates(&fixed, &caller, target, &body, Some(STORED)).is_err());
        prop_assert_eq!(free.read(&caller, target), fixed.read(&caller, target));
    }
}
