//! What is known of each rule besides its message: where it speaks, who says so, and a wrong and a
//! right example.
//!
//! It stands here and not in the core, which browsers load. A test judges every example.

use cts_tracker::{Rule, Text};

/// Bodies to start from. `status` is given, so that nothing is said about its absence.
macro_rules! system {
    ($($more:literal)?) => {
        concat!(r#"{"tracker_type":"system","tracker_name":"system","status":"enabled""#, $(",", $more,)? "}")
    };
}

/// A data tracker that records a bucket.
macro_rules! data {
    ($($more:literal)?) => {
        concat!(
            r#"{"tracker_type":"data","tracker_name":"orders","status":"enabled","#,
            $($more, ",",)?
            r#""data_bucket":{"data_bucket_name":"orders","data_event":["READ"]}}"#
        )
    };
}

/// A data tracker with this `data_bucket`.
macro_rules! tracked {
    ($members:literal) => {
        concat!(
            r#"{"tracker_type":"data","tracker_name":"orders","status":"enabled","data_bucket":{"#,
            $members,
            "}}"
        )
    };
}

/// A management tracker with a transfer bucket of this name. Everything that goes with a bucket is
/// given, so that nothing is said about its absence.
macro_rules! bucket {
    ($name:literal $(, $more:literal)?) => {
        concat!(
            r#"{"tracker_type":"system","tracker_name":"system","status":"enabled","agency_name":"cts_admin_trust","#,
            r#""obs_info":{"bucket_name":""#,
            $name,
            r#"","is_obs_created":false,"compress_type":"gzip","is_sort_by_service":false"#,
            $(",", $more,)?
            "}}"
        )
    };
}

/// A data tracker with a transfer bucket and this retention.
macro_rules! days {
    ($number:literal) => {
        concat!(
            r#"{"tracker_type":"data","tracker_name":"orders","status":"enabled","agency_name":"cts_admin_trust","#,
            r#""data_bucket":{"data_bucket_name":"orders","data_event":["READ"]},"#,
            r#""obs_info":{"bucket_name":"audit-logs","is_obs_created":false,"compress_type":"gzip","is_sort_by_service":false,"#,
            r#""bucket_lifecycle":"#,
            $number,
            "}}"
        )
    };
}

mod body;
mod bucket_name;
mod context;
mod current;
mod data_bucket;
mod delivery;
mod encryption;
mod example;
mod identity;
mod lifecycle;
mod source;
mod transfer;

pub(crate) use example::{Body, Example, indented};
pub(crate) use source::{Source, of_evidence};

/// What is known of a rule.
#[derive(Debug)]
pub(crate) struct Guide {
    pub(crate) rule: Rule,
    /// Where it speaks, as JSON Pointers. The empty one stands for the body as a whole, `*` for any
    /// member.
    pub(crate) places: &'static [&'static str],
    /// Who says so, the weightiest first.
    pub(crate) sources: &'static [Source],
    /// Where sources contradict each other, or what else is worth knowing about them.
    pub(crate) note: Option<Text>,
    /// A request that breaks the rule.
    pub(crate) wrong: Example,
    /// The request mended. None for the rule that speaks about every request.
    pub(crate) right: Option<Example>,
}

/// Every guide, a topic after the other.
const TOPICS: [&[Guide]; 10] = [
    context::GUIDES,
    body::GUIDES,
    identity::GUIDES,
    delivery::GUIDES,
    encryption::GUIDES,
    bucket_name::GUIDES,
    transfer::GUIDES,
    lifecycle::GUIDES,
    data_bucket::GUIDES,
    current::GUIDES,
];

/// The guide of a rule. A test holds that each rule has one.
pub(crate) fn of(rule: Rule) -> Option<&'static Guide> {
    all().find(|guide| guide.rule == rule)
}

fn all() -> impl Iterator<Item = &'static Guide> {
    TOPICS.into_iter().flatten()
}

/// A guide without a note.
const fn guide(
    rule: Rule,
    places: &'static [&'static str],
    sources: &'static [Source],
    wrong: Example,
    right: Example,
) -> Guide {
    Guide {
        rule,
        places,
        sources,
        note: None,
        wrong,
        right: Some(right),
    }
}

impl Guide {
    /// Adds a note, in English and Chinese.
    const fn note(mut self, en: &'static str, zh: &'static str) -> Self {
        self.note = Some(Text { en, zh });
        self
    }
}

#[cfg(test)]
mod tests;
