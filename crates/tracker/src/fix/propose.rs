//! Which change might mend a diagnostic.

use alloc::borrow::ToOwned as _;
use alloc::format;
use alloc::string::String;
use alloc::string::ToString as _;
use alloc::vec;
use alloc::vec::Vec;

use alloc::borrow::Cow;

use super::{Fix, Operation};
use crate::body::{Body, Value};
use crate::context::Context;
use crate::current::StoredTracker;
use crate::json::write_string;
use crate::report::{Diagnostic, Report};
use crate::rule::Rule;
use crate::table::{Kind, Member};
use crate::tracker_type::TrackerType;

/// A proposal for each diagnostic of a report, not yet tried.
pub(super) fn all(text: &str, context: &Context<'_>, report: &Report) -> Vec<Option<Fix>> {
    let Ok(body) = Body::read(text.as_bytes()) else {
        return vec![None; report.diagnostics().len()];
    };
    let stored = stored(&body, context);
    report
        .diagnostics()
        .iter()
        .map(|diagnostic| {
            let (operations, is_safe) = one(&body, stored, diagnostic)?;
            Some(Fix {
                operations,
                is_safe,
            })
        })
        .collect()
}

fn stored<'c>(body: &Body<'_>, context: &Context<'c>) -> Option<&'c StoredTracker> {
    let tracker_type = TrackerType::parse(&body.text_of(Member::TrackerType)?)?;
    context
        .current?
        .find(tracker_type, &body.text_of(Member::TrackerName)?)
}

const SAFE: bool = true;
const GUESS: bool = false;

fn one(
    body: &Body<'_>,
    stored: Option<&StoredTracker>,
    diagnostic: &Diagnostic,
) -> Option<(Vec<Operation>, bool)> {
    let here = diagnostic.pointer();
    let set = |value: &str| vec![put(body, &here, diagnostic.member(), value)];
    let remove = || vec![Operation::Remove { path: here.clone() }];
    let proposal = match diagnostic.rule() {
        Rule::TrackerTypeEnum
        | Rule::StatusEnum
        | Rule::CompressTypeEnum
        | Rule::DataEventEnum
        | Rule::ExcludeServiceEnum => (set(&quoted(diagnostic.suggestion()?)), SAFE),
        Rule::AgencyNameEnum | Rule::AgencyNameMissing => (set("\"cts_admin_trust\""), SAFE),
        Rule::TrackerNameSystem => (set("\"system\""), SAFE),
        Rule::TrackerNameRequired if body.text_of(Member::TrackerType)? == "system" => {
            (set("\"system\""), SAFE)
        }
        Rule::TrackerNameTypeMismatch => (
            vec![put(body, Member::TrackerType.pointer(), None, "\"system\"")],
            GUESS,
        ),
        Rule::UnknownMember => {
            let parent = here.rsplit_once('/')?.0;
            let path = format!("{parent}/{}", diagnostic.suggestion()?);
            (vec![Operation::Move { from: here, path }], GUESS)
        }
        Rule::ReadOnlyMember
        | Rule::NullMember
        | Rule::ExcludeServiceDuplicate
        | Rule::DataEventDuplicate
        | Rule::ObsInfoEmptyObject => (remove(), SAFE),
        Rule::OrganizationOnData
        | Rule::SelectorOnData
        | Rule::LifecycleOnSystem
        | Rule::DataBucketOnSystem
        | Rule::FilePrefixWithoutBucket
        | Rule::LifecycleWithoutBucket => (remove(), GUESS),
        Rule::EncryptionOnData => (encryption_members(body), GUESS),
        Rule::WrongJsonType => (set(&of_right_type(body, diagnostic)?), SAFE),
        Rule::NumberNotInteger => (set(&whole(value(body, diagnostic)?)?), SAFE),
        Rule::KmsKeyPadding => (set(&quoted(text(body, diagnostic)?.trim())), SAFE),
        Rule::KmsKeyFormat | Rule::ObsBucketNameCharset | Rule::DataBucketNameFormat => (
            set(&quoted(&text(body, diagnostic)?.to_ascii_lowercase())),
            GUESS,
        ),
        Rule::ObsCreateExisting => (set("false"), GUESS),
        Rule::ObsCreateOmitted => (set("false"), SAFE),
        Rule::CompressDefault | Rule::SortByServiceDefault => {
            (set(diagnostic.member()?.entry().default?), SAFE)
        }
        Rule::LtsOff => (with_agency(body, set("true")), GUESS),
        Rule::DataBucketImmutable => (set(&stored?.settings.json_of(diagnostic.member()?)?), GUESS),
        Rule::OmittedMembersReset => {
            let member = diagnostic.member()?;
            let operations = set(&stored?.settings.json_of(member)?);
            let is_agency = member == Member::AgencyName;
            (
                if is_agency {
                    operations
                } else {
                    with_agency(body, operations)
                },
                GUESS,
            )
        }
        _ => return None,
    };
    Some(proposal)
}

/// Sets a member or an item: replaces what is there, or adds what is not.
fn put(body: &Body<'_>, path: &str, member: Option<Member>, value: &str) -> Operation {
    let missing = member.is_some_and(|member| body.value(member) == Value::Absent);
    let (path, value) = (path.to_owned(), value.to_owned());
    if missing {
        Operation::Add { path, value }
    } else {
        Operation::Replace { path, value }
    }
}

/// Adds the agency to a change that may switch something on which needs it.
fn with_agency(body: &Body<'_>, mut operations: Vec<Operation>) -> Vec<Operation> {
    let agency = Member::AgencyName;
    if !body.has(agency) {
        operations.push(put(
            body,
            agency.pointer(),
            Some(agency),
            "\"cts_admin_trust\"",
        ));
    }
    operations
}

fn encryption_members(body: &Body<'_>) -> Vec<Operation> {
    [Member::IsSupportTraceFilesEncryption, Member::KmsId]
        .into_iter()
        .filter(|&member| body.has(member))
        .map(|member| Operation::Remove {
            path: member.pointer().to_owned(),
        })
        .collect()
}

/// The JSON text of the value that a diagnostic points at.
fn value<'b>(body: &Body<'b>, diagnostic: &Diagnostic) -> Option<&'b str> {
    let range = diagnostic.range()?;
    body.text
        .get(range.start.byte as usize..range.end.byte as usize)
}

fn text<'b>(body: &Body<'b>, diagnostic: &Diagnostic) -> Option<Cow<'b, str>> {
    body.text_of(diagnostic.member()?)
}

/// What a value of the wrong type was certainly meant to be.
fn of_right_type(body: &Body<'_>, diagnostic: &Diagnostic) -> Option<String> {
    let raw = value(body, diagnostic)?;
    let inner = raw
        .strip_prefix('"')
        .and_then(|rest| rest.strip_suffix('"'));
    match (diagnostic.member()?.kind(), inner) {
        (Kind::Boolean, Some(word)) => ["true", "false"]
            .into_iter()
            .find(|known| word.eq_ignore_ascii_case(known))
            .map(str::to_owned),
        (Kind::Integer, Some(digits)) => {
            digits.parse::<i32>().ok().map(|number| number.to_string())
        }
        (Kind::TextList, Some(_)) if body.value(diagnostic.member()?) == Value::WrongType => {
            Some(format!("[{raw}]"))
        }
        _ => None,
    }
}

/// A number with a fraction or an exponent, written as the whole number it is.
fn whole(raw: &str) -> Option<String> {
    // Digits are moved instead of reading a floating-point number: that would link tables and
    // code which weigh more than all the rules.
    let (mantissa, exponent) = raw.split_once(['e', 'E']).unwrap_or((raw, "0"));
    let exponent: i32 = exponent.parse().ok().filter(|e| (-64..=64).contains(e))?;
    let (sign, digits) = mantissa
        .strip_prefix('-')
        .map_or(("", mantissa), |rest| ("-", rest));
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let places = i32::try_from(fraction.len()).ok()? - exponent;
    let mut all = [whole, fraction].concat();
    if places < 0 {
        all.extend(core::iter::repeat_n('0', usize::try_from(-places).ok()?));
    } else {
        let cut = all.len().saturating_sub(usize::try_from(places).ok()?);
        if all[cut..].bytes().any(|digit| digit != b'0') {
            return None;
        }
        all.truncate(cut);
    }
    let trimmed = all.trim_start_matches('0');
    let number: i32 = if trimmed.is_empty() {
        0
    } else {
        [sign, trimmed].concat().parse().ok()?
    };
    Some(number.to_string())
}

fn quoted(text: &str) -> String {
    let mut out = String::new();
    write_string(text, &mut out);
    out
}
