//! The rules, one file a topic. Each looks at a body that was read and adds what it finds.

use alloc::vec::Vec;

use alloc::borrow::Cow;

use crate::body::{Body, Value, repeats};
use crate::current::Current;
use crate::json::{Span, SyntaxErrorKind};
use crate::order::in_order;
use crate::rule::{Rule, Severity};
use crate::table::Member;
use crate::tracker_type::TrackerType;

mod bucket_name;
mod data_bucket;
mod delivery;
mod encryption;
mod exclude_service;
mod identity;
mod lifecycle;
mod status;
mod structure;
mod transfer;
mod whole;

pub(crate) mod context;
pub(crate) mod current;

/// Up to this many findings are put in order by moving each to its place.
const FEW: usize = 32;

/// How many findings of each severity are kept. A text of some megabytes can have millions, and
/// whoever is to mend them has enough with these. Warnings never take the place of an error.
const MOST_FINDINGS: usize = 10_000;

/// One breach of one rule.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Finding {
    pub(crate) rule: Rule,
    pub(crate) severity: Severity,
    pub(crate) place: Place,
}

/// Where a finding stands.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Place {
    /// Not in the text: a part of the context, by its pointer.
    Context(&'static str),
    /// The body as a whole.
    Body(Span),
    /// The place where the text stops being JSON.
    Syntax(SyntaxErrorKind, Span),
    /// A member: its value, or the object that lacks it.
    Member(Member, Span),
    /// An item of a list.
    Item(Member, u32, Span),
    /// A member that the table does not know, or a repeated name: the name with its quotes.
    Name(Span),
}

/// What the rules have found so far.
pub(crate) struct Findings {
    found: Found,
    /// How many are kept, by severity.
    kept: [usize; Severity::ALL.len()],
    /// What is less grave than this is not kept.
    level: Severity,
}

/// Everything the rules have found.
#[derive(Debug, Default)]
pub(crate) struct Found {
    /// In the order of the document, [`MOST_FINDINGS`] of each severity at most.
    pub(crate) list: Vec<Finding>,
    /// How many more there are, by severity.
    pub(crate) omitted: [usize; Severity::ALL.len()],
}

impl Findings {
    pub(crate) fn new(level: Severity) -> Self {
        Self {
            found: Found::default(),
            kept: [0; Severity::ALL.len()],
            level,
        }
    }

    pub(crate) fn push(&mut self, finding: Finding) {
        if finding.severity > self.level {
            return;
        }
        let kept = &mut self.kept[finding.severity as usize];
        if *kept < MOST_FINDINGS {
            *kept += 1;
            self.found.list.push(finding);
        } else {
            self.found.omitted[finding.severity as usize] += 1;
        }
    }

    pub(crate) fn has(&self, rule: Rule) -> bool {
        self.found.list.iter().any(|finding| finding.rule == rule)
    }

    pub(crate) fn len(&self) -> usize {
        self.found.list.len()
    }

    /// The findings in the order of the document.
    pub(crate) fn into_sorted(self) -> Found {
        let Found { mut list, omitted } = self.found;
        let key = |finding: &Finding| (finding.start(), finding.rule);
        if list.len() > FEW {
            let key = |at: usize| (key(&list[at]), at);
            let order = in_order(list.len(), &|one, other| key(one) < key(other));
            let list = order.into_iter().map(|at| list[at]).collect();
            return Found { list, omitted };
        }
        for end in 1..list.len() {
            let mut at = end;
            while at > 0 && key(&list[at - 1]) > key(&list[at]) {
                list.swap(at - 1, at);
                at -= 1;
            }
        }
        Found { list, omitted }
    }
}

impl Finding {
    pub(crate) fn new(rule: Rule, place: Place) -> Self {
        Self {
            rule,
            severity: rule.severity(),
            place,
        }
    }
}

/// What the rules judge.
pub(crate) struct Subject<'a> {
    pub(crate) body: &'a Body<'a>,
    /// The tracker type, when it is exactly one of the two. Rules for one type are silent without.
    pub(crate) tracker_type: Option<TrackerType>,
}

impl<'a> Subject<'a> {
    pub(crate) fn new(body: &'a Body<'a>) -> Self {
        let tracker_type = body
            .text_of(Member::TrackerType)
            .and_then(|value| TrackerType::parse(&value));
        Self { body, tracker_type }
    }

    fn is(&self, tracker_type: TrackerType) -> bool {
        self.tracker_type == Some(tracker_type)
    }

    fn has(&self, member: Member) -> bool {
        self.body.has(member)
    }

    fn is_true(&self, member: Member) -> bool {
        self.body.boolean(member) == Some(true)
    }

    fn text(&self, member: Member) -> Option<Cow<'a, str>> {
        self.body.text_of(member)
    }

    /// The text of a member that is a string with at least one character.
    fn filled(&self, member: Member) -> Option<Cow<'a, str>> {
        self.text(member).filter(|value| !value.is_empty())
    }

    /// Whether a text member is missing or empty. One of the wrong type is neither, nor is one in
    /// an object of the wrong type: nothing is known about it.
    fn lacks_text(&self, member: Member) -> bool {
        let hidden = member
            .parent()
            .is_some_and(|parent| self.body.value(parent) == Value::WrongType);
        !hidden && (!self.has(member) || self.body.is_empty_text(member))
    }

    /// Whether a member is a string with at least one character.
    fn is_filled(&self, member: Member) -> bool {
        matches!(self.body.value(member), Value::Text { .. }) && !self.body.is_empty_text(member)
    }

    /// Whether the request names a bucket that receives the trace files.
    fn has_transfer_bucket(&self) -> bool {
        self.is_filled(Member::BucketName)
    }

    /// The items of a list that are strings.
    fn text_items(&self, member: Member) -> impl Iterator<Item = (Place, Cow<'a, str>)> {
        self.body.items(member).filter_map(move |item| {
            let place = Place::Item(member, item.index, item.span);
            item.text.map(|text| (place, text))
        })
    }

    /// Adds a finding for each item that stands in the list already.
    fn judge_repeats(&self, rule: Rule, member: Member, findings: &mut Findings) {
        if !matches!(self.body.value(member), Value::List { count: 2.., .. }) {
            return;
        }
        if let Value::List { count: 2, .. } = self.body.value(member) {
            // Nearly every list has two at most, and to put those side by side takes no memory.
            let mut items = self.text_items(member);
            if let (Some((_, first)), Some((place, second))) = (items.next(), items.next())
                && first == second
            {
                findings.push(Finding::new(rule, place));
            }
            return;
        }
        let (places, texts): (Vec<_>, Vec<_>) = self.text_items(member).unzip();
        for repeat in repeats(&texts) {
            findings.push(Finding::new(rule, places[repeat]));
        }
    }

    /// The place of a member: its value, or the brace that opens the object which lacks it.
    fn place(&self, member: Member) -> Place {
        let slot = self.body.slot(member);
        if slot.value != Value::Absent {
            return Place::Member(member, slot.span);
        }
        let holder = member
            .parent()
            .map(|parent| self.body.slot(parent))
            .filter(|slot| matches!(slot.value, Value::Object { .. }))
            .map_or(self.body.root, |slot| slot.span);
        Place::Member(
            member,
            Span {
                start: holder.start,
                end: holder.start + 1,
            },
        )
    }

    fn found(&self, rule: Rule, member: Member) -> Finding {
        Finding::new(rule, self.place(member))
    }

    /// Adds a breach at a member. Most of what there is to say is less grave than what most ask
    /// for, so its place is not even looked for then.
    fn add(&self, rule: Rule, member: Member, findings: &mut Findings) {
        if rule.severity() <= findings.level {
            findings.push(self.found(rule, member));
        }
    }
}

/// Runs every rule about the body.
pub(crate) fn judge(subject: &Subject<'_>, current: Option<&Current>, findings: &mut Findings) {
    structure::judge(subject, findings);
    identity::judge(subject, findings);
    status::judge(subject, findings);
    delivery::judge(subject, findings);
    exclude_service::judge(subject, findings);
    transfer::judge(subject, findings);
    lifecycle::judge(subject, findings);
    encryption::judge(subject, findings);
    data_bucket::judge(subject, findings);
    whole::judge(subject, findings);
    if let Some(current) = current {
        current.judge(subject, findings);
    }
}
