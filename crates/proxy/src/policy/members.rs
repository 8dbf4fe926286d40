//! Which members an update changes, and whether it may.

use cts_tracker::{Draft, Kind, Member, same_setting};

/// Whether the update changes only these members; else which ones it changes besides.
///
/// A member that the tracker has and the request leaves out counts as one that changes: no source says that the cloud
/// then keeps its value. It passes when the request gives it with the value it has.
pub(super) fn change(
    allowed: &[Member],
    draft: &Draft,
    stored: Option<&Draft>,
) -> Result<(), String> {
    let (mut set, mut left_out) = (Vec::new(), Vec::new());
    for member in Member::ALL {
        let names_the_tracker = matches!(
            member,
            Member::ProjectId | Member::TrackerType | Member::TrackerName
        );
        if names_the_tracker || allowed.contains(&member) {
            continue;
        }
        let (before, after) = (
            stored.and_then(|stored| stored.get(member)),
            draft.get(member),
        );
        // Members inside are looked at by themselves; an object counts only when it is given empty or as something else.
        let is_open_object = member.kind() == Kind::Object && after.is_none();
        if is_open_object || same_setting(member, before, after) {
            continue;
        }
        let list = if after.is_some() {
            &mut set
        } else {
            &mut left_out
        };
        list.push(member.pointer());
    }
    if !set.is_empty() {
        return Err(format!("it does not let {} change", set.join(", ")));
    }
    if !left_out.is_empty() {
        return Err(format!(
            "the request leaves out {}, which the cloud may then change; give each with the value it has now",
            left_out.join(", ")
        ));
    }
    Ok(())
}
