//! Reads the body in one pass.

use super::names::Names;
use super::{
    Body, Digits, Kind, Member, NoBody, Oddity, OddityKind, Scanner, Shape, Slot, Span,
    StringToken, SyntaxError, Value,
};
use crate::table::READ_ONLY;

/// Reads the value that begins here and everything behind it.
pub(super) fn read(mut scanner: Scanner<'_>) -> core::result::Result<Body<'_>, NoBody> {
    let text = scanner.text();
    let start = scanner.at();
    let body = Body {
        text,
        root: Span::default(),
        is_empty: false,
        slots: [Slot::default(); Member::COUNT],
        oddities: Vec::new(),
    };
    let mut reading = Reading { body };
    let shape = scanner.value()?;
    if shape == Shape::Object {
        let filled = reading.object(&mut scanner, None)?;
        reading.body.is_empty = !filled;
    } else {
        reading.skip(&mut scanner, shape)?;
    }
    let root = Span::new(start, scanner.at());
    scanner.finish()?;
    if shape != Shape::Object {
        return Err(NoBody::NotObject(root));
    }
    reading.body.root = root;
    Ok(reading.body)
}

type Result<T> = core::result::Result<T, SyntaxError>;

struct Reading<'a> {
    body: Body<'a>,
}

impl<'a> Reading<'a> {
    /// Reads the body or an object of the table. Returns whether it has content.
    fn object(&mut self, scanner: &mut Scanner<'a>, within: Option<Member>) -> Result<bool> {
        let mut others = Names::default();
        let filled = scanner.open(b'}')?;
        let mut more = filled;
        while more {
            let start = scanner.at();
            let token = scanner.name()?;
            let quoted = Span::new(start, token.inner.end as usize + 1);
            let name = self.body.decoded(token);
            if let Some(member) = find(within, &name) {
                if self.body.value(member) != Value::Absent {
                    self.note(OddityKind::Duplicate, within, quoted, quoted);
                    self.forget(member);
                }
                self.member(scanner, member)?;
            } else {
                let kind = kind_of_other(within, &name);
                let new = others.add(name);
                let index = self.body.oddities.len();
                self.note(
                    if new { kind } else { OddityKind::Duplicate },
                    within,
                    quoted,
                    quoted,
                );
                let value_start = scanner.at();
                let shape = scanner.value()?;
                self.skip(scanner, shape)?;
                self.body.oddities[index].value = Span::new(value_start, scanner.at());
            }
            more = scanner.next(b'}')?;
        }
        Ok(filled)
    }

    /// Reads the value of a member of the table into its slot.
    fn member(&mut self, scanner: &mut Scanner<'a>, member: Member) -> Result<()> {
        let start = scanner.at();
        let shape = scanner.value()?;
        let value = match (shape, member.entry().kind) {
            (Shape::Null, _) => Value::Null,
            (Shape::Boolean(boolean), Kind::Boolean) => Value::Boolean(boolean),
            (Shape::Text, Kind::Text) => {
                let StringToken { escaped, .. } = scanner.string()?;
                Value::Text { escaped }
            }
            (Shape::Number, Kind::Integer) => {
                let (_, digits) = scanner.number()?;
                Value::Number {
                    whole: digits == Digits::Whole,
                }
            }
            (Shape::Array, Kind::TextList) => Value::List {
                count: self.list(scanner)?,
            },
            (Shape::Object, Kind::Object) => {
                // Marked as there before its members are read, so that their places make sense.
                let empty = !self.object(scanner, Some(member))?;
                Value::Object { empty }
            }
            _ => {
                self.skip(scanner, shape)?;
                Value::WrongType
            }
        };
        self.body.slots[member as usize] = Slot {
            value,
            span: Span::new(start, scanner.at()),
        };
        Ok(())
    }

    /// Reads a list and counts its items. They are looked at later, in the text.
    fn list(&mut self, scanner: &mut Scanner<'a>) -> Result<u32> {
        let mut count = 0;
        let mut more = scanner.open(b']')?;
        while more {
            let shape = scanner.value()?;
            self.skip(scanner, shape)?;
            count += 1;
            more = scanner.next(b']')?;
        }
        Ok(count)
    }

    /// Goes over a value that no slot wants, and finds repeated names in it.
    fn skip(&mut self, scanner: &mut Scanner<'a>, shape: Shape) -> Result<()> {
        match shape {
            Shape::Null | Shape::Boolean(_) => {}
            Shape::Number => drop(scanner.number()?),
            Shape::Text => drop(scanner.string()?),
            Shape::Array => drop(self.list(scanner)?),
            Shape::Object => {
                let mut names = Names::default();
                let mut more = scanner.open(b'}')?;
                while more {
                    let start = scanner.at();
                    let token = scanner.name()?;
                    if !names.add(self.body.decoded(token)) {
                        let quoted = Span::new(start, token.inner.end as usize + 1);
                        self.note(OddityKind::Duplicate, None, quoted, quoted);
                    }
                    let shape = scanner.value()?;
                    self.skip(scanner, shape)?;
                    more = scanner.next(b'}')?;
                }
            }
        }
        Ok(())
    }

    fn note(&mut self, kind: OddityKind, within: Option<Member>, name: Span, value: Span) {
        self.body.oddities.push(Oddity {
            kind,
            within,
            name,
            value,
        });
    }

    /// Empties the slot of a member that is given again, and the slots in it: of several values
    /// the last one counts, as it does for most readers.
    fn forget(&mut self, member: Member) {
        self.body.slots[member as usize] = Slot::default();
        for inner in Member::within(Some(member)) {
            self.body.slots[inner as usize] = Slot::default();
        }
        let within = Some(member);
        self.body
            .oddities
            .retain(|oddity| oddity.within != within || oddity.kind == OddityKind::Duplicate);
    }
}

fn find(within: Option<Member>, name: &str) -> Option<Member> {
    Member::within(within).find(|member| member.name() == name)
}

fn kind_of_other(within: Option<Member>, name: &str) -> OddityKind {
    if READ_ONLY
        .iter()
        .any(|&(parent, known)| parent == within && known == name)
    {
        OddityKind::ReadOnly
    } else {
        OddityKind::Unknown
    }
}
