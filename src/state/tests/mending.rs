//! Fixes: found by the module, shown at what they mend, applied and taken back.

use std::rc::Rc;

use cts_tracker::{Current, Locale, Member, Value};

use super::{Action, Draft, Effect, Explanation, Focus, Reply, Said, Scope, State, TrackerType};
use crate::fixes;
use crate::state::{Field, Mend, Step, is_harmless, parse_mended};

/// A state with an agency that nobody may name, in the review.
fn faulty() -> State {
    let mut state = State::default();
    let agency = Some(Value::Text("other".to_owned()));
    state.apply(Action::Choose(Member::AgencyName, agency));
    state.apply(Action::Choose(
        Member::IsLtsEnabled,
        Some(Value::Boolean(true)),
    ));
    state.apply(Action::Go(Step::Review));
    state
}

/// What the module says about a state.
fn found(state: &State) -> Vec<Mend> {
    Mend::parse(&fixes::find(&state.judged.emitted.text, &state.known()))
}

#[test]
fn a_fix_stands_at_what_it_mends_and_does_what_it_says() {
    let mut state = faulty();
    assert!(state.lacks_mends());
    let mends = found(&state);
    let judged = Rc::clone(&state.judged);
    state.apply(Action::Mends(judged, Rc::new(mends)));
    assert!(!state.lacks_mends());
    let finding = state
        .findings()
        .into_iter()
        .find(|finding| finding.field == Some(Field::Member(Member::AgencyName)))
        .expect("a finding");
    let mend = finding.mend.expect("a fix");
    assert!(mend.is_safe);
    assert_eq!(
        mend.title.get(Locale::English),
        "Replace with \"cts_admin_trust\""
    );
    assert_eq!(
        mend.title.get(Locale::SimplifiedChinese),
        "替换为 \"cts_admin_trust\""
    );

    let before = state.judged.emitted.text.clone();
    let field = Focus::Field(Field::Member(Member::AgencyName));
    state.apply(Action::Mend(mend.text.clone(), field));
    assert_eq!(state.effect.1, Effect::Focus(field));
    assert_eq!(state.judged.emitted.text, mend.text);
    assert_eq!(
        state.draft.text(Member::AgencyName),
        Some("cts_admin_trust")
    );
    state.apply(Action::Undo);
    assert_eq!(state.judged.emitted.text, before);
}

#[test]
fn fixes_of_an_earlier_text_are_not_shown() {
    let mut state = faulty();
    let mends = Rc::new(found(&state));
    let judged = Rc::clone(&state.judged);
    state.apply(Action::Choose(
        Member::AgencyName,
        Some(Value::Text("third".to_owned())),
    ));
    state.apply(Action::Mends(judged, mends));
    assert!(
        state
            .findings()
            .iter()
            .all(|finding| finding.mend.is_none())
    );
    assert!(state.lacks_mends(), "the later text wants its own");
}

#[test]
fn nothing_is_looked_for_before_something_is_shown() {
    let mut state = State::default();
    let agency = Some(Value::Text("other".to_owned()));
    state.draft.set(Member::AgencyName, agency);
    state.judge();
    assert!(!state.lacks_mends());
    state.apply(Action::Leave(Field::Member(Member::AgencyName)));
    assert!(state.lacks_mends());
    assert!(Mend::parse("{").is_empty());
    assert!(Mend::parse("[{}]").is_empty());
}

/// A body with fixes of every kind. The trackers of the project are those of `known`.
fn mend_all(text: &str, known: &fixes::Known) -> (String, usize) {
    parse_mended(&fixes::mend_all(text, known)).expect("what came of it")
}

#[test]
fn safe_fixes_are_applied_together_and_taken_back_together() {
    let mut state = faulty();
    let draft =
        br#"{"tracker_type":"system","tracker_name":"System","agency_name":"x","status":"Enabled",
        "obs_info":{"bucket_name":"Audit","is_obs_created":false},"is_support_validate":"true"}"#;
    state.draft = Draft::parse(draft).expect("a body");
    state.judge();
    let before = state.judged.emitted.text.clone();
    state.apply(Action::MendAll(Focus::Verdict));
    assert_eq!(state.effect.1, Effect::MendAll(Focus::Verdict));
    let (text, count) = mend_all(&before, &state.known());
    assert_eq!(count, 4, "{text}");
    let judged = Rc::clone(&state.judged);
    state.apply(Action::MendedAll((judged, text, count), Focus::Verdict));
    assert_eq!(state.said.1, Said::MendedAll(4));
    assert_eq!(state.effect.1, Effect::Focus(Focus::Verdict));
    let draft = &state.draft;
    assert_eq!(draft.text(Member::TrackerName), Some("system"));
    assert_eq!(draft.text(Member::Status), Some("enabled"));
    assert_eq!(draft.text(Member::AgencyName), Some("cts_admin_trust"));
    assert_eq!(draft.boolean(Member::IsSupportValidate), Some(true));
    assert_eq!(
        draft.text(Member::BucketName),
        Some("Audit"),
        "that is a guess"
    );
    assert_eq!(draft.get(Member::CompressType), None, "that is an advice");
    state.apply(Action::Undo);
    assert_eq!(state.judged.emitted.text, before);

    // What was found for another text changes nothing.
    let late = Rc::new(super::super::Judged::new(
        &state.draft,
        None,
        None,
        None,
        None,
    ));
    state.apply(Action::MendedAll(
        (late, "{}".to_owned(), 1),
        Focus::Verdict,
    ));
    assert_eq!(state.judged.emitted.text, before);
}

#[test]
fn what_may_take_something_away_is_not_safe() {
    let known = fixes::Known::default();
    for (member, wrong) in [
        ("status", "\"Disabled\""),
        ("is_lts_enabled", "\"false\""),
        ("is_support_trace_files_encryption", "\"false\""),
        ("is_organization_tracker", "\"true\""),
        ("is_organization_tracker", "\"false\""),
    ] {
        let text = format!(
            r#"{{"tracker_type":"system","tracker_name":"system","agency_name":"cts_admin_trust","{member}":{wrong}}}"#
        );
        let mends = Mend::parse(&fixes::find(&text, &known));
        let pointer = format!("/{member}");
        let mend = mends.iter().find(|mend| mend.pointer == pointer);
        assert!(mend.is_some_and(|mend| !mend.is_safe), "{text}: {mends:?}");
        assert_eq!(mend_all(&text, &known), (text.clone(), 0));
    }
}

#[test]
fn what_the_tracker_has_already_takes_nothing_away() {
    let draft = |text: &str| Draft::parse(text.as_bytes()).expect("a body");
    let of_data = |members: &str| {
        draft(&format!(
            r#"{{"tracker_type":"data","tracker_name":"t"{members}}}"#
        ))
    };
    let days = |days: &str| {
        of_data(&format!(
            r#","obs_info":{{"bucket_name":"b","bucket_lifecycle":{days}}}"#
        ))
    };
    let current = Current::parse(
        br#"{"tracker_type":"data","tracker_name":"t","status":"disabled",
            "obs_info":{"bucket_name":"b","bucket_lifecycle":60},"lts":{"is_lts_enabled":true}}"#,
    )
    .expect("a tracker");
    let on = |member: &str| of_data(&format!(",\"is_lts_enabled\":true{member}"));
    let is_safe = |before: &Draft, after: &Draft| is_harmless(before, after, Some(&current));
    let (wrong, right) = (on(r#","status":"Disabled""#), on(r#","status":"disabled""#));
    assert!(is_safe(&wrong, &right));
    assert!(is_safe(&days("\"60\""), &days("60")));
    assert!(is_safe(&days("\"90\""), &days("90")));
    assert!(!is_safe(&days("\"30\""), &days("30")));
    assert!(!is_safe(&on(""), &of_data("")));
    // An unusable type hides which tracker is meant, and what the request leaves out of it.
    let unusable = draft(r#"{"tracker_type":"Data","tracker_name":"t"}"#);
    assert!(!is_safe(&unusable, &of_data("")));
    // Nobody knows what there is: the days may be fewer.
    assert!(!is_harmless(&days("\"60\""), &days("60"), None));
    let named = |name: &str| of_data(&format!(r#","obs_info":{{"bucket_name":{name}}}"#));
    assert!(is_harmless(&named("7"), &named("\"7\""), None));
    assert!(!is_harmless(&named("7"), &named("\"\""), None));
    let both = TrackerType::ALL.map(Draft::new);
    assert!(is_harmless(&both[0], &both[1], None));
}

#[test]
fn the_focus_goes_to_the_summary_as_long_as_there_is_one() {
    let mut state = faulty();
    state.gate_mut().submit_all();
    state.summary = Some(Scope::All);
    let mends = found(&state);
    state.apply(Action::Mend(mends[0].text.clone(), Focus::Summary));
    assert_eq!(
        state.effect.1,
        Effect::Focus(Focus::Heading),
        "nothing is left"
    );
    state.apply(Action::Undo);
    let draft = br#"{"tracker_type":"system","agency_name":"x","status":"Enabled"}"#;
    state.draft = Draft::parse(draft).expect("a body");
    state.judge();
    let mends = found(&state);
    state.apply(Action::Mend(mends[0].text.clone(), Focus::Summary));
    assert_eq!(state.effect.1, Effect::Focus(Focus::Summary));
}

#[test]
fn a_fix_leaves_what_the_cloud_said_of_other_values() {
    let refused = || {
        let mut state = faulty();
        let headers = vec![("x-request-id".to_owned(), "1".to_owned())];
        let body = br#"{"error_code":"CTS.0222","error_msg":"kms key not found"}"#;
        let json = crate::answers::explain(400, "x-request-id:1", body, false);
        let explanation = Explanation::parse(&json);
        let reply = Rc::new(Reply::new(400, headers, body, 12, explanation));
        state.apply(Action::Answered(reply));
        state
    };
    let marked = |state: &State| state.marks.iter().map(|mark| mark.0).collect::<Vec<_>>();
    let key = Field::Member(Member::KmsId);
    let mut state = refused();
    assert_eq!(marked(&state), [key]);
    let text = state
        .judged
        .emitted
        .text
        .replace("other", "cts_admin_trust");
    state.apply(Action::Mend(text, Focus::Verdict));
    assert_eq!(
        state.draft.text(Member::AgencyName),
        Some("cts_admin_trust")
    );
    assert_eq!(marked(&state), [key], "the key is the same");

    // So does what is typed into the text, also while it cannot be read.
    let mut state = refused();
    let text = state.judged.emitted.text.clone();
    state.apply(Action::OpenText(true));
    for typed in [text.replace("other", "ot"), text.replace("other\"", "ot")] {
        state.apply(Action::Write(typed, false));
        assert_eq!(marked(&state), [key]);
    }
    let other = text.replacen('{', "{\"kms_id\":\"k\",", 1);
    state.apply(Action::Write(other, false));
    assert_eq!(marked(&state), []);

    // With another value, or for another tracker, it does not stand.
    for text in [
        r#"{"tracker_type":"system","tracker_name":"system","kms_id":"k"}"#,
        r#"{"tracker_type":"data","tracker_name":"t"}"#,
    ] {
        let mut state = refused();
        state.apply(Action::Mend(text.to_owned(), Focus::Verdict));
        assert_eq!(marked(&state), []);
    }
}
