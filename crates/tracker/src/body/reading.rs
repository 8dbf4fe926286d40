//! Reads the body in one pass.

use alloc::borrow::Cow;
use alloc::vec::Vec;
use core::ops::Range;

use super::repeats::repeats;
use super::{
    Body, Digits, Failed, Kind, Member, NoBody, Oddity, OddityKind, Scanner, Shape, Slot, Span,
    Value,
};
use crate::options::NameForm;
use crate::table::{Names, READ_ONLY};

/// Reads the value that begins here and everything behind it.
pub(super) fn read<'a>(
    mut scanner: Scanner<'a>,
    names: NameForm,
    body: &mut Body<'a>,
) -> core::result::Result<(), NoBody> {
    let mut reading = Reading {
        body,
        names,
        inside: Vec::new(),
    };
    match reading.root(&mut scanner) {
        Err(Failed) => Err(NoBody::Syntax(scanner.error())),
        Ok(false) => Err(NoBody::NotObject(body.root)),
        Ok(true) => Ok(()),
    }
}

type Result<T> = core::result::Result<T, Failed>;

struct Reading<'b, 'a> {
    body: &'b mut Body<'a>,
    names: NameForm,
    /// For each object of the table that holds oddities, which of them.
    inside: Vec<(Member, Range<usize>)>,
}

/// The members of an object that the table does not have.
#[derive(Default)]
struct Others<'a> {
    names: Vec<Cow<'a, str>>,
    /// The numbers of their oddities.
    numbers: Vec<usize>,
}

impl<'a> Reading<'_, 'a> {
    /// Reads the whole text. Returns whether it is an object.
    fn root(&mut self, scanner: &mut Scanner<'a>) -> Result<bool> {
        let start = scanner.at();
        let shape = scanner.value()?;
        if shape == Shape::Object {
            self.body.is_empty = !self.object(scanner, None)?;
        } else {
            self.skip(scanner, shape)?;
        }
        self.body.root = Span::new(start, scanner.at());
        scanner.finish()?;
        Ok(shape == Shape::Object)
    }

    /// Reads the body or an object of the table. Returns whether it has content.
    fn object(&mut self, scanner: &mut Scanner<'a>, within: Option<Member>) -> Result<bool> {
        let names = Names::within(within);
        let mut others = Others::default();
        let filled = scanner.open(b'}')?;
        let mut more = filled;
        while more {
            let start = scanner.at();
            let found = match names.at_start_of(scanner.behind_quote()) {
                Some(member) => {
                    scanner.pass_name(member.name().len() + 2)?;
                    Some(member)
                }
                None => self.spelled(scanner, within, &mut others)?,
            };
            if let Some(member) = found {
                if self.body.value(member) != Value::Absent {
                    self.forget(scanner, member, start);
                }
                self.member(scanner, member)?;
            }
            more = scanner.next(b'}')?;
        }
        if !others.names.is_empty() {
            self.mark_repeats(&others);
        }
        Ok(filled)
    }

    #[cold]
    fn mark_repeats(&mut self, others: &Others<'_>) {
        for repeat in repeats(&others.names) {
            self.body.oddities[others.numbers[repeat]].kind = OddityKind::Duplicate;
        }
    }

    /// Reads a name that is a letter, or has to be looked at as a whole. Returns the member if the
    /// table has it, and reads the value as well if not.
    #[inline(never)]
    fn spelled(
        &mut self,
        scanner: &mut Scanner<'a>,
        within: Option<Member>,
        others: &mut Others<'a>,
    ) -> Result<Option<Member>> {
        if self.names == NameForm::Letters
            && let Some(member) = scanner.peek().and_then(Member::of_letter)
            && member.parent() == within
        {
            scanner.pass_letter();
            return Ok(Some(member));
        }
        let start = scanner.at();
        let token = scanner.name()?;
        let name = self.body.decoded(token);
        let member = Member::named(&name, within);
        if member.is_none() {
            let quoted = Span::new(start, token.inner.end as usize + 1);
            let index = self.body.oddities.len();
            others.numbers.push(index);
            self.note(kind_of_other(within, &name), within, quoted, quoted);
            others.names.push(name);
            let value_start = scanner.at();
            let shape = scanner.value()?;
            self.skip(scanner, shape)?;
            self.body.oddities[index].value = Span::new(value_start, scanner.at());
        }
        Ok(member)
    }

    /// Reads the value of a member of the table into its slot.
    #[inline]
    fn member(&mut self, scanner: &mut Scanner<'a>, member: Member) -> Result<()> {
        let start = scanner.at();
        self.body.given.add(member);
        // What most values are comes first, with as little in between as can be.
        let value = match (member.kind(), scanner.peek()) {
            (Kind::Text, Some(b'"')) => Value::Text {
                escaped: scanner.string()?,
            },
            (Kind::Boolean, Some(b't' | b'f')) => Value::Boolean(scanner.boolean()?),
            (kind, _) => self.value(scanner, member, kind)?,
        };
        let span = Span::new(start, scanner.at());
        self.body.slots[member as usize] = Slot { value, span };
        Ok(())
    }

    /// Reads a value of any shape for a member of this kind.
    fn value(&mut self, scanner: &mut Scanner<'a>, member: Member, kind: Kind) -> Result<Value> {
        let value = match (scanner.value()?, kind) {
            (Shape::Null, _) => {
                self.body.given.remove(member);
                Value::Null
            }
            (Shape::Number, Kind::Integer) => Value::Number {
                whole: scanner.number()? == Digits::Whole,
            },
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
            (shape, _) => {
                self.skip(scanner, shape)?;
                Value::WrongType
            }
        };
        let is_amiss = match value {
            Value::Null | Value::WrongType => true,
            Value::List { all_texts, .. } => !all_texts,
            _ => false,
        };
        if is_amiss {
            self.body.amiss.add(member);
        }
        Ok(value)
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

    /// Empties the slot of a member that is given again, its name from `start` on, and the slots in
    /// it: of several values the last one counts, as it does for most readers.
    #[cold]
    fn forget(&mut self, scanner: &Scanner<'a>, member: Member, start: usize) {
        let mut name = Scanner::inside(scanner.text(), start);
        // It was read just now, so this does not fail.
        let _ = name.string();
        let quoted = Span::new(start, name.at());
        self.note(OddityKind::Duplicate, member.parent(), quoted, quoted);
        self.body.empty(member);
        for inner in Member::within(Some(member)) {
            self.body.empty(inner);
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
