//! Sets of members.

use super::Member;

/// A set of members, one bit each.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Members(u32);

impl Members {
    /// These members.
    pub(crate) const fn of(members: &[Member]) -> Self {
        let mut set = Self(0);
        let mut index = 0;
        while index < members.len() {
            set.0 |= 1 << members[index] as u32;
            index += 1;
        }
        set
    }

    /// The members of one object of the body, of the body itself for `None`, without some.
    pub(crate) const fn within(parent: Option<Member>, without: Self) -> Self {
        let mut set = Self(0);
        let mut index = 1;
        while index < Member::COUNT {
            let member = Member::ALL[index];
            let belongs = match (member.parent(), parent) {
                (None, None) => true,
                (Some(one), Some(other)) => one as usize == other as usize,
                _ => false,
            };
            if belongs && !without.has(member) {
                set.0 |= 1 << member as u32;
            }
            index += 1;
        }
        set
    }

    pub(crate) const fn has(self, member: Member) -> bool {
        self.0 >> member as u32 & 1 == 1
    }

    /// Whether both have a member.
    pub(crate) const fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    pub(crate) const fn is_empty(self) -> bool {
        self.0 == 0
    }

    pub(crate) const fn add(&mut self, member: Member) {
        self.0 |= 1 << member as u32;
    }

    pub(crate) const fn remove(&mut self, member: Member) {
        self.0 &= !(1 << member as u32);
    }
}

const _: () = assert!(Member::COUNT <= u32::BITS as usize);
