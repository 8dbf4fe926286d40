//! The catalogue: what each code and each status means and what to do about it.
//!
//! Sources are the vendor's error-code pages of CTS and of the API gateway in their editions up to
//! 2025, the partner documentation of Open Telekom Cloud, and the status codes of the page
//! `UpdateTracker`. Meanings and remedies are in words of this project.

use super::verdict::{Outcome, Retry};
use crate::table::Member;
use crate::text::Text;

mod authentication;
mod cts;
mod gateway;
mod identity;
mod legacy;
mod noted;
mod proxy;
mod status;

pub(super) use authentication::detail;
pub(super) use noted::noted;
pub(super) use status::{BODY_OF_STRANGER, CONTRADICTION, DONE, LISTED, LISTING_FAILED, by_status};

/// One line of the catalogue: a code, or several neighbouring ones with the same meaning.
#[derive(Debug)]
pub struct Row {
    first: u16,
    last: u16,
    /// The status that goes with the code.
    pub status: u16,
    /// A part of the message that tells this row from others with the same code and status.
    /// Empty for most.
    marker: &'static str,
    /// What the code means.
    pub meaning: Text,
    /// What to do about it.
    pub remedy: Text,
    /// The members that it concerns.
    pub members: &'static [Member],
    /// When to send the request again.
    pub retry: Retry,
    untaken: bool,
}

impl Row {
    /// The numbers that the row stands for, first and last. They follow the prefix and a full
    /// stop with four digits, as in `CTS.0214`.
    #[must_use]
    pub const fn numbers(&self) -> (u16, u16) {
        (self.first, self.last)
    }

    /// Whether the change was made, when the answer has this status.
    pub(super) const fn outcome(&self, status: u16) -> Outcome {
        if self.untaken {
            Outcome::NotTaken
        } else {
            Outcome::of_status(status)
        }
    }

    /// Whether the row blames the service and not the request, so that no member may be marked.
    pub(super) const fn blames_the_service(&self) -> bool {
        matches!(
            self.retry,
            Retry::AfterWaiting | Retry::AfterSupport | Retry::ReadBackFirst
        )
    }

    const fn to(mut self, last: u16) -> Self {
        self.last = last;
        self
    }

    const fn on(mut self, members: &'static [Member]) -> Self {
        self.members = members;
        self
    }

    const fn marked(mut self, marker: &'static str) -> Self {
        self.marker = marker;
        self
    }

    const fn retry(mut self, retry: Retry) -> Self {
        self.retry = retry;
        self
    }

    /// Says that the cause lies before the service, so that nothing can have been changed
    /// whatever the status. This is inferred from the meaning of the code.
    const fn untaken(mut self) -> Self {
        self.untaken = true;
        self
    }
}

/// A row with the advice that its status gives.
const fn row(number: u16, status: u16, meaning: Text, remedy: Text) -> Row {
    Row {
        first: number,
        last: number,
        status,
        marker: "",
        meaning,
        remedy,
        members: &[],
        retry: Retry::of_status(status),
        untaken: false,
    }
}

/// The codes of one service.
#[derive(Debug)]
pub struct Family {
    /// What stands before the full stop of a code. Upper and lower case differ: `cts` is not
    /// `CTS`.
    pub prefixes: &'static [&'static str],
    /// The rows, by number.
    pub rows: &'static [Row],
}

/// Every code that is known, by service.
pub static FAMILIES: [Family; 5] = [
    Family {
        prefixes: &["CTS"],
        rows: &cts::ROWS,
    },
    // The product edition of the gateway numbers its codes alike.
    Family {
        prefixes: &["APIGW", "APIG"],
        rows: &gateway::ROWS,
    },
    // Parameter errors of identity calls are written without prefix.
    Family {
        prefixes: &["IAM", ""],
        rows: &identity::ROWS,
    },
    Family {
        prefixes: &["cts"],
        rows: &legacy::ROWS,
    },
    Family {
        prefixes: &["PROXY"],
        rows: &proxy::ROWS,
    },
];

/// Finds what is known about a code. Neither case nor form is forgiven.
pub(super) fn find(code: &str, status: u16, message: &str) -> Option<&'static Row> {
    let (prefix, digits) = code.split_once('.').unwrap_or(("", code));
    if digits.len() != 4 || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let number: u16 = digits.parse().ok()?;
    // Without a prefix only the parameter errors of identity calls are codes.
    if prefix.is_empty() && (number < 1100 || code.starts_with('.')) {
        return None;
    }
    let family = FAMILIES
        .iter()
        .find(|family| family.prefixes.contains(&prefix))?;
    let same = || {
        family
            .rows
            .iter()
            .filter(|row| (row.first..=row.last).contains(&number))
    };
    let marked = |row: &&Row| !row.marker.is_empty() && message.contains(row.marker);
    let unmarked = |row: &&Row| row.marker.is_empty();
    let fits = || same().filter(|row| row.status == status);
    if let Some(row) = fits().find(marked).or_else(|| fits().find(unmarked)) {
        return Some(row);
    }
    // The code came with another status than the published one. That is still its meaning, unless
    // the status is what tells its meanings apart.
    let first = same().next()?;
    let one_meaning = same().all(|row| row.status == first.status);
    one_meaning
        .then(|| same().find(marked).or_else(|| same().find(unmarked)))
        .flatten()
}

#[cfg(test)]
mod tests;
