//! What was probably meant where a name or a value is none of those listed.

use super::path::Segment;
use crate::json::decode;
use crate::rule::Rule;
use crate::rules::{Finding, Place};
use crate::suggest::nearest;
use crate::table::Member;

pub(super) fn of(finding: &Finding, text: &[u8], path: &[Segment]) -> Option<&'static str> {
    match (finding.rule, finding.place) {
        (Rule::UnknownMember, _) => {
            let (last, parents) = path.split_last()?;
            let Segment::Name(name) = last else {
                return None;
            };
            let parent = match parents {
                [] => None,
                [Segment::Name(parent)] => Some(Member::named(parent, None)?),
                _ => return None,
            };
            nearest(name, Member::within(parent).map(Member::name))
        }
        (
            Rule::TrackerTypeEnum
            | Rule::StatusEnum
            | Rule::CompressTypeEnum
            | Rule::DataEventEnum
            | Rule::ExcludeServiceEnum,
            Place::Member(member, span) | Place::Item(member, _, span),
        ) => {
            let raw = text.get(span.start as usize + 1..(span.end as usize).checked_sub(1)?)?;
            let value = decode(core::str::from_utf8(raw).ok()?).ok()?;
            nearest(&value, member.values().iter().copied())
        }
        _ => None,
    }
}
