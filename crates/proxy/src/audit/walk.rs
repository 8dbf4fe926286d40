//! Goes through the lines of a file, and says what is amiss.

use std::fmt;

use super::chain::{Link, Sealed, Torn, is_whole, sha256};

/// Something amiss, and in which line, counted from 1 as editors do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Problem {
    pub(crate) line: usize,
    pub(crate) fault: Fault,
}

/// What is amiss with a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Fault {
    /// It is not a line of an audit log.
    Unreadable,
    /// The first line of a file, which names the file before, is not there.
    NoBeginning,
    /// It, or the hash of the line before, is not as it was written.
    Altered,
    /// Lines are missing before it: the first and the last number.
    Missing(u64, u64),
    /// It stands behind a line with this number, which is not lower than its own.
    OutOfPlace(u64),
    /// The file ends within it.
    Cut,
}

/// What a file holds.
#[derive(Debug, Default)]
pub(crate) struct Walked {
    /// What stands before the first line, as that line says.
    pub(crate) before: Option<Link>,
    /// The end of the chain.
    pub(crate) end: Option<Link>,
    /// What is amiss, the end of the file excepted.
    pub(crate) problems: Vec<Problem>,
    /// Lines that were not written to their end and were marked as such: where, and how many bytes.
    pub(crate) marked: Vec<(usize, u64)>,
    /// Bytes at the end that are no whole line and are not marked, and their line.
    pub(crate) tail: Option<(usize, Torn)>,
    /// Whether the last line is whole but for its line break.
    pub(crate) is_unended: bool,
}

/// How to go through a file.
pub(super) struct Walk<'a, 'v> {
    bytes: &'a [u8],
    /// Whether a new chain may begin within the file.
    may_restart: bool,
    visit: &'v mut dyn FnMut(&Sealed<'a>),
    walked: Walked,
    /// Whether a line of ours was there.
    has_begun: bool,
    offset: usize,
    line: usize,
}

impl<'a, 'v> Walk<'a, 'v> {
    pub(super) fn new(bytes: &'a [u8], visit: &'v mut dyn FnMut(&Sealed<'a>)) -> Self {
        Self {
            bytes,
            may_restart: false,
            visit,
            walked: Walked::default(),
            has_begun: false,
            offset: 0,
            line: 0,
        }
    }

    /// Lets new chains begin within the file.
    pub(super) fn restarting(mut self, may_restart: bool) -> Self {
        self.may_restart = may_restart;
        self
    }

    /// Goes through all lines. `before` is the end of the file before, where that is known.
    pub(super) fn run(mut self, before: Option<&Link>) -> Walked {
        self.walked.end = before.cloned();
        while self.offset < self.bytes.len() && self.walked.tail.is_none() {
            self.line += 1;
            let (line, next) = self.line_at(self.offset);
            match Sealed::read(line) {
                Some(sealed) => {
                    self.sealed(&sealed);
                    self.walked.is_unended = next.is_none();
                    self.offset = next.unwrap_or(self.bytes.len());
                }
                None => self.unsealed(next),
            }
        }
        self.walked
    }

    /// The line at an offset without its line break, and where the next one begins.
    fn line_at(&self, offset: usize) -> (&'a [u8], Option<usize>) {
        let rest = &self.bytes[offset..];
        match rest.iter().position(|byte| *byte == b'\n') {
            Some(end) => (&rest[..end], Some(offset + end + 1)),
            None => (rest, None),
        }
    }

    fn sealed(&mut self, sealed: &Sealed<'a>) {
        let members = &sealed.members;
        let stated = (members.event == "file").then(|| Link {
            number: members.number.saturating_sub(1),
            hash: members.previous.clone().unwrap_or_default(),
        });
        if !self.has_begun {
            self.has_begun = true;
            self.walked.before.clone_from(&stated);
            if stated.is_none() {
                self.problem(Fault::NoBeginning);
            }
        }
        let starts_anew = self.may_restart && stated.as_ref().is_some_and(Link::is_origin);
        if starts_anew || self.walked.end.is_none() {
            self.walked.end.clone_from(&stated);
        }
        let fault = match &self.walked.end {
            // Nothing to compare with: that the beginning is missing is said already.
            None => None,
            Some(end) if sealed.follows(end) => {
                let states_another = stated.is_some_and(|stated| stated != *end);
                states_another.then_some(Fault::Altered)
            }
            Some(end) if members.number > end.number + 1 => {
                Some(Fault::Missing(end.number + 1, members.number - 1))
            }
            Some(end) if members.number <= end.number => Some(Fault::OutOfPlace(end.number)),
            Some(_) => Some(Fault::Altered),
        };
        if let Some(fault) = fault {
            self.problem(fault);
        }
        self.walked.end = Some(sealed.link());
        (self.visit)(sealed);
    }

    /// A line that is not one of ours: marked by a later line, or the end of the file, or amiss.
    fn unsealed(&mut self, next: Option<usize>) {
        if let Some((length, marking)) = self.marked() {
            self.walked.marked.push((self.line, length));
            let piece = &self.bytes[self.offset..marking];
            // The loop counts the line that marks it.
            self.line += piece.split(|byte| *byte == b'\n').count() - 2;
            self.offset = marking;
            return;
        }
        let rest = &self.bytes[self.offset..];
        if is_torn(rest) {
            let torn = Torn {
                offset: self.offset as u64,
                length: rest.len() as u64,
                sha256: sha256(&[rest]),
            };
            self.walked.tail = Some((self.line, torn));
            return;
        }
        self.problem(Fault::Unreadable);
        self.offset = next.unwrap_or(self.bytes.len());
    }

    /// The length of the piece that begins here, and where the line begins that marks it as torn.
    fn marked(&self) -> Option<(u64, usize)> {
        let mut at = self.line_at(self.offset).1?;
        loop {
            let (line, next) = self.line_at(at);
            let torn = Sealed::read(line).and_then(|sealed| sealed.members.torn);
            if let Some(torn) = torn {
                let piece = &self.bytes[self.offset..at - 1];
                let fits = torn.offset == self.offset as u64
                    && torn.length == piece.len() as u64
                    && torn.sha256 == sha256(&[piece]);
                if fits {
                    return Some((torn.length, at));
                }
            }
            at = next?;
        }
    }

    fn problem(&mut self, fault: Fault) {
        let line = self.line;
        self.walked.problems.push(Problem { line, fault });
    }
}

/// Whether a piece at the end of a file is what an interrupted write leaves: no whole line in it, or blocks that were
/// never written. Anything else was changed afterwards.
fn is_torn(piece: &[u8]) -> bool {
    piece.contains(&0)
        || piece
            .split(|byte| *byte == b'\n')
            .all(|line| !is_whole(line))
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unreadable => f.write_str("this is not a line of an audit log"),
            Self::NoBeginning => f.write_str("the first line of the file is missing"),
            Self::Altered => f.write_str("this line is not as it was written"),
            Self::Missing(first, last) if first == last => {
                write!(f, "the line with number {first} is missing before this one")
            }
            Self::Missing(first, last) => {
                write!(
                    f,
                    "the lines with numbers {first} to {last} are missing before this one"
                )
            }
            Self::OutOfPlace(before) => write!(
                f,
                "this line is out of place: the one before has number {before}"
            ),
            Self::Cut => f.write_str("the file ends within this line"),
        }
    }
}
