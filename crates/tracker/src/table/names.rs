//! Finds a member by the bytes of its name, where they stand in a text.
//!
//! Names are looked up more often than anything else is done. So the first bytes behind the quote
//! choose the one or two members that it can be, and those are compared eight bytes at a time: the
//! end of the name need not be looked for.

use super::{Member, Members};

/// The names of the members of one object of the body.
pub(crate) struct Names([[Option<Member>; ALIKE]; SLOTS]);

/// How many bits of the product choose a slot.
const BITS: u32 = 4;
const SLOTS: usize = 1 << BITS;
/// How many members of one object have the same slot, at most.
const ALIKE: usize = 2;
/// Every name has so many bytes at least.
const SHORTEST: usize = 6;
/// Multiplied with the first bytes of a name it spreads the members over the slots.
const FACTOR: u64 = 0x9d64_3c25_fbb2_30bb;

static TOP: Names = Names::of(None);
static SELECTOR: Names = Names::of(Some(Member::ManagementEventSelector));
static TRANSFER: Names = Names::of(Some(Member::ObsInfo));
static TRACKED: Names = Names::of(Some(Member::DataBucket));

impl Names {
    /// The names in one object of the body, in the body itself for `None`. A member that is no
    /// object has those of the body, which nobody asks for.
    pub(crate) fn within(parent: Option<Member>) -> &'static Self {
        match parent {
            Some(Member::ManagementEventSelector) => &SELECTOR,
            Some(Member::ObsInfo) => &TRANSFER,
            Some(Member::DataBucket) => &TRACKED,
            _ => &TOP,
        }
    }

    /// The member whose name, and the quote behind it, these bytes begin with. `None` says nothing:
    /// the name may be written with escapes, or stand too near to the end of the text.
    #[inline]
    pub(crate) fn at_start_of(&self, text: &[u8]) -> Option<Member> {
        let [first, second] = self.0[slot(u64::from_le_bytes(*text.first_chunk()?))];
        let stands = |member: &Member| begins(text, member.name().as_bytes());
        first.filter(stands).or_else(|| second.filter(stands))
    }

    /// Does not compile when more members than foreseen have one slot.
    const fn of(parent: Option<Member>) -> Self {
        let members = Members::within(parent, Members::of(&[]));
        let mut slots = [[None; ALIKE]; SLOTS];
        let mut index = 1;
        while index < Member::COUNT {
            let member = Member::ALL[index];
            if members.has(member) {
                let alike = &mut slots[slot(first_bytes(member.name().as_bytes()))];
                let mut place = 0;
                while alike[place].is_some() {
                    place += 1;
                }
                alike[place] = Some(member);
            }
            index += 1;
        }
        Self(slots)
    }
}

const fn first_bytes(name: &[u8]) -> u64 {
    let mut bytes = [0; 8];
    let mut at = 0;
    while at < SHORTEST {
        bytes[at] = name[at];
        at += 1;
    }
    u64::from_le_bytes(bytes)
}

const fn slot(first: u64) -> usize {
    let few = first & ((1 << (8 * SHORTEST)) - 1);
    (few.wrapping_mul(FACTOR) >> (u64::BITS - BITS)) as usize
}

/// Whether a text begins with a name and a quote.
#[inline]
fn begins(text: &[u8], name: &[u8]) -> bool {
    match text.get(..=name.len()) {
        Some([found @ .., b'"']) => alike(found, name),
        _ => false,
    }
}

/// Whether two runs of bytes of the same length, four at least, are the same. The comparison that
/// the compiler calls on wasm32 goes byte by byte; this one looks at eight, and at the last ones
/// together with some before them.
#[inline]
fn alike(one: &[u8], other: &[u8]) -> bool {
    let (Some(last), Some(other_last)) = (one.last_chunk::<8>(), other.last_chunk::<8>()) else {
        return one.first_chunk::<4>() == other.first_chunk::<4>()
            && one.last_chunk::<4>() == other.last_chunk::<4>();
    };
    last == other_last
        && one
            .as_chunks::<8>()
            .0
            .iter()
            .zip(other.as_chunks::<8>().0)
            .all(|(eight, others)| eight == others)
}

#[cfg(test)]
mod tests {
    use super::Names;
    use crate::table::Member;

    #[test]
    fn every_name_is_found_in_its_object_and_nowhere_else() {
        let objects = [
            None,
            Some(Member::ManagementEventSelector),
            Some(Member::ObsInfo),
            Some(Member::DataBucket),
        ];
        for member in Member::ALL.into_iter().skip(1) {
            for object in objects {
                let text = [member.name(), "\":1}        "].concat();
                let expected = (member.parent() == object).then_some(member);
                let found = Names::within(object).at_start_of(text.as_bytes());
                assert_eq!(found, expected, "{text} in {object:?}");
            }
        }
    }

    #[test]
    fn a_name_that_differs_in_one_byte_is_another_one() {
        for member in Member::ALL.into_iter().skip(1) {
            let text = [member.name(), "\":1}        "].concat();
            for at in 0..=member.name().len() {
                let mut bytes = text.clone().into_bytes();
                bytes[at] ^= 1;
                let found = Names::within(member.parent()).at_start_of(&bytes);
                assert_eq!(found, None, "{}", String::from_utf8_lossy(&bytes));
            }
        }
    }
}
