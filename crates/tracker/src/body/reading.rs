//! Reads the body in one pass.

use alloc::borrow::Cow;
use alloc::vec::Vec;
use core::ops::Range;

use super::repeats::repeats;
use super::{
    Body, Digits, Kind, Member, NoBody, Oddity, OddityKind, Scanner, Shape, Slot, Span,
    StringToken, SyntaxError, Value,
};
use crate::table::READ_ONLY;

/// Reads the value that begins here and everything behind it.
pub(super) fn read<'a>(
    mut scanner: Scanner<'a>,
    body: &mut Body<'a>,
) -> core::result::Result<(), NoBody> {
    let start = scanner.at();
    let shape = scanner.value()?;
    let mut reading = Reading {
        body,
        inside: Vec::new(),
    };
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
    body.root = root;
    Ok(())
}

type Result<T> = core::result::Result<T, SyntaxError>;

struct Reading<'b, 'a> {
    body: &'b mut Body<'a>,
    /// For each object of the table that holds oddities, which of them.
    inside: Vec<(Member, Range<usize>)>,
}

impl<'a> Reading<'_, 'a> {
    /// Reads the body or an object of the table. Returns whether it has content.
    fn object(&mut self, scanner: &mut Scanner<'a>, within: Option<Member>) -> Result<bool> {
        let mut others = Vec::new();
        let mut numbers = Vec::new();
        let filled = scanner.open(b'}')?;
        let mut more = filled;
        while more {
            let start = scanner.at();
            let token = scanner.name()?;
            let name = self.body.decoded(token);
            if let Some(member) = Member::named(&name, within) {
                if self.body.value(member) != Value::Absent {
                    let quoted = Span::new(start, token.inner.end as usize + 1);
                    self.note(OddityKind::Duplicate, within, quoted, quoted);
                    self.forget(member);
                }
                self.member(scanner, member)?;
            } else {
                let quoted = Span::new(start, token.inner.end as usize + 1);
                let kind = kind_of_other(within, &name);
                others.push(name);
                numbers.push(self.body.oddities.len());
                let value_start = scanner.at();
                self.note(kind, within, quoted, quoted);
                let index = self.body.oddities.len() - 1;
                let shape = scanner.value()?;
                self.skip(scanner, shape)?;
                self.body.oddities[index].value = Span::new(value_start, scanner.at());
            }
            more = scanner.next(b'}')?;
        }
        for repeat in repeats(&others) {
            self.body.oddities[numbers[repeat]].kind = OddityKind::Duplicate;
        }
        Ok(filled)
    }

    /// Reads the value of a member of the table into its slot.
    fn member(&mut self, scanner: &mut Scanner<'a>, member: Member) -> Result<()> {
        let start = scanner.at();
        let shape = scanner.value()?;
        let value = match (shape, member.kind()) {
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
            (Shape::Array, Kind::TextList) => self.list(scanner)?,
            (Shape::Object, Kind::Object) => {
                let before = self.body.oddities.len();
                let empty = !self.object(scanner, Some(member))?;
                let behind = self.body.oddities.len();
                if behind > before {
                    self.inside.push((member, before..behind));
                }
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
    fn list(&mut self, scanner: &mut Scanner<'a>) -> Result<Value> {
        let mut count = 0;
        let mut all_texts = true;
        let mut more = scanner.open(b']')?;
        while more {
            let shape = scanner.value()?;
            all_texts &= shape == Shape::Text;
            self.skip(scanner, shape)?;
            count += 1;
            more = scanner.next(b']')?;
        }
        Ok(Value::List { count, all_texts })
    }

    /// Goes over a value that no slot wants, and finds repeated names in it.
    fn skip(&mut self, scanner: &mut Scanner<'a>, shape: Shape) -> Result<()> {
        match shape {
            Shape::Null | Shape::Boolean(_) => {}
            Shape::Number => drop(scanner.number()?),
            Shape::Text => drop(scanner.string()?),
            Shape::Array => drop(self.list(scanner)?),
            Shape::Object => self.unknown_object(scanner)?,
        }
        Ok(())
    }

    fn unknown_object(&mut self, scanner: &mut Scanner<'a>) -> Result<()> {
        let mut names: Vec<Cow<'a, str>> = Vec::new();
        let mut places = Vec::new();
        let mut more = scanner.open(b'}')?;
        while more {
            let start = scanner.at();
            let token = scanner.name()?;
            names.push(self.body.decoded(token));
            places.push(Span::new(start, token.inner.end as usize + 1));
            let shape = scanner.value()?;
            self.skip(scanner, shape)?;
            more = scanner.next(b'}')?;
        }
        for repeat in repeats(&names) {
            self.note(OddityKind::Duplicate, None, places[repeat], places[repeat]);
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
    #[cold]
    fn forget(&mut self, member: Member) {
        self.body.slots[member as usize] = Slot::default();
        for inner in Member::within(Some(member)) {
            self.body.slots[inner as usize] = Slot::default();
        }
        // Taken out, so that each oddity is looked at once however often the member is given.
        let known = self.inside.iter().position(|(known, _)| *known == member);
        if let Some((_, range)) = known.map(|at| self.inside.swap_remove(at)) {
            for oddity in &mut self.body.oddities[range] {
                if oddity.within == Some(member) && oddity.kind != OddityKind::Duplicate {
                    oddity.kind = OddityKind::Superseded;
                }
            }
        }
    }
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
