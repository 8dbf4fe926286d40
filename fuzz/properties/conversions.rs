//! Drafts and stored trackers survive being written and read again.

use cts_tracker::{Current, Draft, Member, TrackerType, diff};
use serde_json::Value;

/// Takes the text as a body and as what the cloud lists.
pub(crate) fn hold(data: &[u8]) {
    if let Ok(draft) = Draft::parse(data) {
        survives(&draft);
        switches(draft);
    }
    if let Ok(current) = Current::parse(data) {
        for stored in current.trackers() {
            let draft = stored.to_draft();
            assert!(
                diff(stored, &draft).is_empty(),
                "the request that changes nothing"
            );
            survives(&draft);
            for change in diff(stored, &Draft::new(TrackerType::Data)) {
                assert_ne!(change.before, change.after);
                let json: Value = serde_json::from_str(&change.to_json()).expect("JSON");
                assert_eq!(json["pointer"], change.member.pointer());
            }
        }
    }
}

/// What is written is JSON and is read back the same.
fn survives(draft: &Draft) {
    let emitted = draft.emit_with_places();
    for (member, place) in &emitted.places {
        let part = &emitted.text[place.clone()];
        assert!(
            part.starts_with(&format!("\"{}\": ", member.name())),
            "{part}"
        );
    }
    match Draft::parse(emitted.text.as_bytes()) {
        Ok(again) => {
            assert_eq!(again.emit(), emitted.text);
            for member in Member::ALL {
                assert_eq!(again.get(member), draft.get(member), "{member:?}");
            }
        }
        Err(report) => {
            let codes: Vec<_> = report
                .diagnostics()
                .iter()
                .map(cts_tracker::Diagnostic::code)
                .collect();
            assert_eq!(codes, ["body-empty"], "{}", emitted.text);
        }
    }
}

/// A switch to the other type and back forgets nothing, and no type has members of the other.
fn switches(mut draft: Draft) {
    let Some(kind) = draft.tracker_type() else {
        return;
    };
    let before = draft.emit();
    for other in TrackerType::ALL {
        draft.set_tracker_type(other);
        for (member, _) in draft.emit_with_places().places {
            assert!(member.belongs_to(other), "{member:?}");
        }
    }
    draft.set_tracker_type(kind);
    assert_eq!(draft.emit(), before);
}
