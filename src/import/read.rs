//! From what was given to the requests in it, or to what is wrong with it.

use cts_samples::{Left, Reading, Tool, Unread};
use cts_tracker::json::{Tree, parse};
use cts_tracker::{Context, Draft, Locale, Member, Position, check};

use super::candidate::Candidate;

/// The longest text that is read, in bytes: 1 MiB.
pub(crate) const MOST: usize = 1 << 20;

/// What a text holds.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Found {
    /// At least one.
    pub(crate) candidates: Vec<Candidate>,
    /// How many entries of a list are no trackers.
    pub(crate) unusable: usize,
    /// The tool that the text was written for.
    pub(crate) tool: Option<Tool>,
    /// What the text for that tool says besides.
    pub(crate) left: Vec<Left>,
}

impl Found {
    /// The number of the tracker that a draft is of, or of the first one.
    pub(crate) fn same_as(&self, draft: &Draft) -> usize {
        let name = draft.text(Member::TrackerName).unwrap_or_default();
        let is_same = |candidate: &Candidate| {
            draft.tracker_type() == Some(candidate.tracker_type()) && candidate.name() == name
        };
        let place = self.candidates.iter().position(is_same);
        place.unwrap_or_default()
    }
}

/// Why nothing can be taken over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Fault {
    /// There is no text.
    Nothing,
    /// It is not JSON: what the rules say, and where.
    Syntax(String, Position),
    /// A command that holds no body.
    NoBody,
    /// A command whose request is in the file of this name.
    File(String),
    /// A command of `KooCLI` for something else.
    OtherOperation,
    /// Terraform without a tracker.
    NoResource,
    /// What stands at this place is no Terraform.
    Language(Position),
    /// It is longer than [`MOST`].
    TooLarge,
    /// It is JSON, but neither a request nor a list of trackers.
    Shape,
    /// An object without members.
    NoMember,
    /// A list without a tracker.
    NoTracker,
    /// So many files at once.
    Files(usize),
    /// The browser could not read this file.
    Unreadable(String),
    /// This file is no text.
    Binary(String),
}

impl From<Unread> for Fault {
    fn from(unread: Unread) -> Self {
        match unread {
            Unread::NoBody => Self::NoBody,
            Unread::File(name) => Self::File(name),
            Unread::OtherOperation => Self::OtherOperation,
            Unread::NoTracker => Self::NoResource,
            Unread::Syntax(place) => Self::Language(place),
        }
    }
}

/// Reads a text: a request body, a tracker as the cloud lists it, a list of trackers, a command with
/// one of these in it, or Terraform.
pub(crate) fn read(text: &str, locale: Locale) -> Result<Found, Fault> {
    let text = text.trim_start_matches('\u{feff}');
    if text.trim().is_empty() {
        return Err(Fault::Nothing);
    }
    if text.len() > MOST {
        return Err(Fault::TooLarge);
    }
    let Some(reading) = for_tool(text) else {
        return request(text, locale);
    };
    let Reading { tool, body, left } = reading?;
    let found = request(&body, locale)?;
    Ok(Found {
        tool: Some(tool),
        left,
        ..found
    })
}

/// What a text for another tool says. `None` when it is JSON of another kind, or something else.
pub(crate) fn for_tool(text: &str) -> Option<Result<Reading, Unread>> {
    (text.len() <= MOST)
        .then(|| cts_samples::read(text))
        .flatten()
}

/// Reads JSON text.
fn request(text: &str, locale: Locale) -> Result<Found, Fault> {
    let tree = parse(text.as_bytes()).map_err(|_| syntax(text, locale))?;
    let one = |tree| {
        let candidate = Candidate::read(tree, false).ok_or(Fault::NoMember)?;
        Ok(Found {
            candidates: vec![candidate],
            unusable: 0,
            tool: None,
            left: Vec::new(),
        })
    };
    match (&tree, tree.get("trackers")) {
        (Tree::Object(_), Some(Tree::Array(items))) => several(items, true),
        (Tree::Object(_), Some(Tree::Object(_))) => several(tree.get("trackers"), true),
        (Tree::Object(_), _) => one(&tree),
        (Tree::Array(items), _) => several(items, false),
        _ => Err(Fault::Shape),
    }
}

fn several<'t>(items: impl IntoIterator<Item = &'t Tree>, listed: bool) -> Result<Found, Fault> {
    let mut candidates = Vec::new();
    let mut unusable = 0;
    for item in items {
        match Candidate::read(item, listed) {
            Some(candidate) => candidates.push(candidate),
            None => unusable += 1,
        }
    }
    if candidates.is_empty() {
        return Err(Fault::NoTracker);
    }
    Ok(Found {
        candidates,
        unusable,
        tool: None,
        left: Vec::new(),
    })
}

/// What the rules say about text that is not JSON.
fn syntax(text: &str, locale: Locale) -> Fault {
    let report = check(text.as_bytes(), &Context::default());
    let found = report.diagnostics().first();
    let place = found.and_then(|found| Some((found.message(locale), found.range()?.start)));
    place.map_or(Fault::Shape, |(message, start)| {
        Fault::Syntax(message, start)
    })
}

/// The text of a file. A byte-order mark tells UTF-16 apart, in which some shells of Windows write;
/// everything else is UTF-8.
pub(crate) fn decode(bytes: &[u8], name: &str) -> Result<String, Fault> {
    let from_utf16 = |rest: &[u8], unit: fn([u8; 2]) -> u16| {
        let units = rest.chunks_exact(2).map(|pair| unit([pair[0], pair[1]]));
        let whole = rest.len().is_multiple_of(2);
        let text: Result<String, _> = char::decode_utf16(units).collect();
        text.ok().filter(|_| whole)
    };
    let text = match bytes {
        [0xff, 0xfe, rest @ ..] => from_utf16(rest, u16::from_le_bytes),
        [0xfe, 0xff, rest @ ..] => from_utf16(rest, u16::from_be_bytes),
        [0xef, 0xbb, 0xbf, rest @ ..] | rest => String::from_utf8(rest.to_vec()).ok(),
    };
    text.ok_or_else(|| Fault::Binary(name.to_owned()))
}
