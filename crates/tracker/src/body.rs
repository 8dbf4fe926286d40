//! The body of a request, read from its text.
//!
//! Reading fills one slot a member with the place and the kind of its value. Nothing is copied:
//! a body in order costs no allocation, and whoever wants a value takes it from the text.

use alloc::vec::Vec;

use alloc::borrow::Cow;

use crate::json::{Digits, Failed, Scanner, Shape, Span, StringToken, SyntaxError, decode};
use crate::options::NameForm;
use crate::table::{Kind, Member, Members};

mod items;
mod reading;
mod repeats;

pub(crate) use repeats::repeats;

/// A body that is a JSON object.
pub(crate) struct Body<'a> {
    /// The whole text.
    pub(crate) text: &'a str,
    /// The object itself.
    pub(crate) root: Span,
    /// Whether the object has no member at all.
    pub(crate) is_empty: bool,
    slots: [Slot; Member::COUNT],
    /// The members that are given with any value but `null`.
    given: Members,
    /// The members that are `null` or of another type than the table says, items included.
    pub(crate) amiss: Members,
    /// What no slot can hold, in document order.
    pub(crate) oddities: Vec<Oddity>,
}

/// What stands where a member of the table is expected.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Slot {
    pub(crate) value: Value,
    /// The place of the value.
    pub(crate) span: Span,
}

/// The value of a member.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Value {
    /// The member is not there.
    #[default]
    Absent,
    /// It is `null`, which counts as not there.
    Null,
    /// It has another JSON type than the table says.
    WrongType,
    Boolean(bool),
    /// A string; `escaped` when it has to be decoded.
    Text {
        escaped: bool,
    },
    /// A number, and whether it is written as a whole one.
    Number {
        whole: bool,
    },
    /// A list with so many items, and whether all of them are strings.
    List {
        count: u32,
        all_texts: bool,
    },
    /// An object; `empty` when it is `{}`.
    Object {
        empty: bool,
    },
}

/// Something in the body that the table does not foresee.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Oddity {
    pub(crate) kind: OddityKind,
    /// The object of the table that holds it, `None` for the body itself or unknown objects.
    pub(crate) within: Option<Member>,
    /// The member name with its quotes.
    pub(crate) name: Span,
    /// The value.
    pub(crate) value: Span,
}

/// The kinds of [`Oddity`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum OddityKind {
    /// A member that no source lists.
    Unknown,
    /// A member that only answers have.
    ReadOnly,
    /// A member name that its object has already.
    Duplicate,
    /// A member of an object that is given again further on, where it counts.
    Superseded,
}

/// Why a text has no body.
pub(crate) enum NoBody {
    /// It is not JSON.
    Syntax(SyntaxError),
    /// It is JSON but not an object; the place of the value.
    NotObject(Span),
    /// There is nothing but white space.
    Blank,
}

impl From<SyntaxError> for NoBody {
    fn from(error: SyntaxError) -> Self {
        Self::Syntax(error)
    }
}

impl<'a> Body<'a> {
    /// Reads a text.
    pub(crate) fn read(text: &'a [u8]) -> Result<Self, NoBody> {
        Self::read_with(text, NameForm::Spelled)
    }

    /// Reads a text whose names are written so.
    pub(crate) fn read_with(text: &'a [u8], names: NameForm) -> Result<Self, NoBody> {
        let mut scanner = Scanner::new(text)?;
        if scanner.at_end() {
            return Err(NoBody::Blank);
        }
        let mut body = Self {
            text: scanner.text(),
            root: Span::default(),
            is_empty: false,
            slots: [Slot::default(); Member::COUNT],
            given: Members::default(),
            amiss: Members::default(),
            oddities: Vec::new(),
        };
        reading::read(scanner, names, &mut body)?;
        Ok(body)
    }

    pub(crate) fn slot(&self, member: Member) -> Slot {
        self.slots[member as usize]
    }

    pub(crate) fn value(&self, member: Member) -> Value {
        self.slot(member).value
    }

    /// Whether the member is given with any value but `null`.
    pub(crate) fn has(&self, member: Member) -> bool {
        self.given.has(member)
    }

    /// Whether any of these members is given with any value but `null`.
    pub(crate) fn has_any(&self, members: Members) -> bool {
        self.given.meets(members)
    }

    fn empty(&mut self, member: Member) {
        self.slots[member as usize] = Slot::default();
        self.given.remove(member);
        self.amiss.remove(member);
    }

    /// The text of a member that is a string.
    pub(crate) fn text_of(&self, member: Member) -> Option<Cow<'a, str>> {
        let Slot {
            value: Value::Text { escaped },
            span,
        } = self.slot(member)
        else {
            return None;
        };
        Some(self.decoded(StringToken {
            inner: Span {
                start: span.start + 1,
                end: span.end - 1,
            },
            escaped,
        }))
    }

    /// Whether a member is a string without a character.
    pub(crate) fn is_empty_text(&self, member: Member) -> bool {
        let Slot { value, span } = self.slot(member);
        matches!(value, Value::Text { .. }) && span.end - span.start == 2
    }

    /// The value of a member that is a boolean.
    pub(crate) fn boolean(&self, member: Member) -> Option<bool> {
        match self.value(member) {
            Value::Boolean(boolean) => Some(boolean),
            _ => None,
        }
    }

    fn decoded(&self, token: StringToken) -> Cow<'a, str> {
        let raw = token.inner.of(self.text);
        // The scanner has decoded every string with an escape once, so this does not fail.
        if token.escaped {
            decode(raw).unwrap_or(Cow::Borrowed(raw))
        } else {
            Cow::Borrowed(raw)
        }
    }
}
