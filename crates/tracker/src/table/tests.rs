use super::{Kind, Member};
use crate::text::Locale;
use crate::tracker_type::TrackerType;

#[test]
fn entries_stand_at_the_index_of_their_member() {
    for (index, member) in Member::ALL.into_iter().enumerate() {
        assert_eq!(member as usize, index);
        assert_eq!(member.entry().member, member);
    }
}

#[test]
fn pointers_follow_from_names_and_parents() {
    for member in Member::ALL.into_iter().skip(1) {
        let parent = member.parent().map_or("", Member::pointer);
        assert_eq!(member.pointer(), format!("{parent}/{}", member.name()));
        assert_eq!(Member::from_pointer(member.pointer()), Some(member));
        assert!(
            member
                .parent()
                .is_none_or(|parent| parent.entry().kind == Kind::Object)
        );
    }
    assert_eq!(
        Member::from_pointer("/data_bucket/data_event/1"),
        Some(Member::DataEvent)
    );
    assert_eq!(Member::from_pointer("/status/1"), None);
    assert_eq!(Member::from_pointer("/unknown"), None);
}

#[test]
fn a_member_of_an_object_belongs_to_no_type_that_lacks_the_object() {
    for member in Member::ALL {
        for tracker_type in TrackerType::ALL {
            let parent_belongs = member.parent().is_none_or(|p| p.belongs_to(tracker_type));
            assert!(
                parent_belongs || !member.belongs_to(tracker_type),
                "{member:?}"
            );
        }
    }
}

#[test]
fn every_member_has_texts_in_every_language() {
    for member in Member::ALL {
        let entry = member.entry();
        for locale in Locale::ALL {
            for text in [Some(entry.label), Some(entry.help), entry.risk]
                .into_iter()
                .flatten()
            {
                assert!(!text.get(locale).trim().is_empty(), "{member:?}");
            }
        }
        assert_ne!(entry.help.en, entry.help.zh, "{member:?}");
    }
}
