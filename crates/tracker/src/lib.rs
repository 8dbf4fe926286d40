//! The update request of a Huawei Cloud CTS tracker, `PUT /v3/{project_id}/tracker`.
//!
//! This crate knows everything about the request and nothing about where it runs: no browser, no
//! network, no clock. [`check()`] judges a text. [`Draft`] is what a form edits. [`answer::explain`]
//! reads what the cloud answers. All of them read one table of members, [`Member::entry`].
#![cfg_attr(not(test), no_std)]
#![forbid(unsafe_code)]
#![deny(missing_docs)]

extern crate alloc;

pub mod answer;
mod body;
mod check;
mod context;
mod current;
mod diff;
mod draft;
mod fix;
pub mod json;
mod options;
mod order;
mod region;
mod report;
mod rule;
mod rules;
mod schema;
mod suggest;
mod table;
mod text;
mod tracker_type;

pub use check::{
    check, check_brief, check_brief_with, check_with, is_valid, is_valid_with, verdict,
};
pub use context::{Authentication, Context};
pub use current::{Current, CurrentError, StoredTracker};
pub use diff::{Change, diff};
pub use draft::{Draft, Emitted, Sample, Unknown, Value, same_setting};
pub use fix::{Fix, Operation, apply_fixes};
pub use options::{NameForm, Options, UnknownCode};
pub use region::{REGIONS, Region};
pub use report::{
    Breach, Brief, Diagnostic, Expected, Param, Position, Range, Report, Segment, Shown, Verdict,
};
pub use rule::{Evidence, Rule, RuleEntry, Severity};
pub use schema::{SchemaDraft, json_schema, open_api};
pub use suggest::nearest;
pub use table::{Entry, Kind, Member, Required, Trackers};
pub use text::{Locale, Text};
pub use tracker_type::TrackerType;
