//! The resources of the official Terraform provider, as `terraform fmt` formats them.
//!
//! Arguments and what the provider does with them are those of the provider's published pages and
//! source.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use cts_tracker::{Member, Text, TrackerType};

use super::typed;
use crate::body::{Body, Content};
use crate::comment::comments;
use crate::note::{Note, texts};
use crate::quote::hcl;
use crate::request::Request;
use crate::target::Target;
use crate::terraform::{self, argument};

/// The retention periods that the provider accepts. 0 stands for no end.
const PERIODS: [i32; 6] = [0, 30, 60, 90, 180, 1095];

pub(crate) fn write(request: &Request<'_>, notes: &mut Vec<Note>) -> String {
    // Project and address are never part of a resource, so that nothing is to be said when they are
    // missing or inferred.
    let target = Target::of(request, notes);
    notes.retain(|note| {
        ![
            texts::NO_PROJECT,
            texts::NO_REGION,
            texts::INFERRED_ENDPOINT,
        ]
        .iter()
        .any(|text| note.text == text.get(request.locale))
    });
    target.note_own_address(texts::PROVIDER_ADDRESS, request.locale, notes);
    notes.push(Note::plain(texts::WHOLE, request.locale));
    notes.push(Note::plain(texts::PROVIDER_PROJECT, request.locale));
    let body = typed::body(request, notes);
    let Some(tracker_type) = body.text(Member::TrackerType).and_then(TrackerType::parse) else {
        let pointer = Member::TrackerType.pointer();
        notes.push(Note::about(texts::WRONG_TYPE, pointer, request.locale));
        return comments(notes, "#");
    };
    let mut resource = Resource {
        request,
        notes,
        body: &body,
        arguments: Vec::new(),
        variables: String::new(),
    };
    if let Some(region) = target.region() {
        resource.arguments.push(("region", hcl(region)));
    }
    let kind = terraform::resource(tracker_type);
    let id = match tracker_type {
        TrackerType::System => resource.management(),
        TrackerType::Data => resource.data(),
    };
    let Resource {
        arguments,
        variables,
        ..
    } = resource;

    let width = arguments.iter().map(|(name, _)| name.len()).max();
    let width = width.unwrap_or_default();
    let lines: Vec<_> = arguments
        .iter()
        .map(|(name, value)| format!("  {name:width$} = {value}\n"))
        .collect();
    let block = lines.concat();
    let id = hcl(&id);
    format!(
        "{}terraform {{
  required_providers {{
    huaweicloud = {{
      source = \"huaweicloud/huaweicloud\"
    }}
  }}
}}
{variables}
resource \"{kind}\" \"tracker\" {{
{block}}}

import {{
  to = {kind}.tracker
  id = {id}
}}
",
        comments(notes, "#")
    )
}

/// A resource while its arguments are collected.
struct Resource<'a> {
    request: &'a Request<'a>,
    notes: &'a mut Vec<Note>,
    body: &'a Body,
    arguments: Vec<(&'static str, String)>,
    variables: String,
}

impl Resource<'_> {
    /// The management tracker.
    fn management(&mut self) -> String {
        self.transfer();
        self.validation();
        self.encryption();
        if let Some(Content::List(items)) = self.body.get(Member::ExcludeService) {
            self.argument(Member::ExcludeService, list(items));
        }
        self.boolean(Member::IsLtsEnabled);
        self.boolean(Member::IsOrganizationTracker);
        self.status();
        let name = self.body.text(Member::TrackerName);
        if name.is_some_and(|name| name != TrackerType::System.as_str()) {
            self.leave_out(texts::SYSTEM_NAME, Member::TrackerName);
        }
        "system".into()
    }

    /// A data tracker.
    fn data(&mut self) -> String {
        let name = self.body.text(Member::TrackerName).unwrap_or_default();
        if name.is_empty() {
            self.note(texts::NAME_NEEDED, Member::TrackerName);
        }
        self.argument(Member::TrackerName, hcl(name));
        if let Some(bucket) = self.body.text(Member::DataBucketName) {
            self.argument(Member::DataBucketName, hcl(bucket));
        } else {
            self.note(texts::TRACKED_BUCKET, Member::DataBucketName);
            self.variables = "\nvariable \"data_bucket\" {\n  type = string\n}\n".into();
            self.argument(Member::DataBucketName, "var.data_bucket".into());
        }
        if let Some(Content::List(items)) = self.body.get(Member::DataEvent) {
            let accepted = items.len() <= 2
                && items
                    .iter()
                    .all(|item| Member::DataEvent.values().contains(&item.as_str()));
            if accepted && !items.is_empty() {
                self.argument(Member::DataEvent, list(items));
            } else {
                self.leave_out(texts::PROVIDER_REFUSES, Member::DataEvent);
            }
        }
        self.transfer();
        if let Some(Content::Integer(days)) = self.body.get(Member::BucketLifecycle) {
            if !PERIODS.contains(days) {
                self.leave_out(texts::PROVIDER_REFUSES, Member::BucketLifecycle);
            } else if self.with_bucket(Member::BucketLifecycle) {
                self.argument(Member::BucketLifecycle, format!("{days}"));
            }
        }
        self.validation();
        self.boolean(Member::IsLtsEnabled);
        self.status();
        name.into()
    }

    fn transfer(&mut self) {
        if let Some(bucket) = self.body.text(Member::BucketName) {
            self.argument(Member::BucketName, hcl(bucket));
        }
        // An empty prefix is what the provider sends when it has none; it refuses one that is given.
        if let Some(prefix) = self
            .body
            .text(Member::FilePrefixName)
            .filter(|prefix| !prefix.is_empty())
        {
            let accepted = prefix.len() <= 64
                && prefix
                    .bytes()
                    .all(|byte| byte.is_ascii_alphanumeric() || b"-_.".contains(&byte));
            if !accepted {
                self.leave_out(texts::PROVIDER_REFUSES, Member::FilePrefixName);
            } else if self.with_bucket(Member::FilePrefixName) {
                self.argument(Member::FilePrefixName, hcl(prefix));
            }
        }
        if let Some(kind) = self.body.text(Member::CompressType) {
            if !Member::CompressType.values().contains(&kind) {
                self.leave_out(texts::PROVIDER_REFUSES, Member::CompressType);
            } else if self.with_bucket(Member::CompressType) {
                self.argument(Member::CompressType, hcl(kind));
            }
        }
        if self.is_set(Member::IsSortByService) && self.with_bucket(Member::IsSortByService) {
            self.boolean(Member::IsSortByService);
        }
        if self.is_set(Member::IsObsCreated) {
            self.leave_out(texts::NO_ARGUMENT, Member::IsObsCreated);
        }
        // The provider sends the only value there is.
        let agency = self.body.text(Member::AgencyName);
        if agency.is_some_and(|agency| !Member::AgencyName.values().contains(&agency)) {
            self.leave_out(texts::NO_ARGUMENT, Member::AgencyName);
        }
    }

    fn validation(&mut self) {
        if self.is_set(Member::IsSupportValidate) && self.with_bucket(Member::IsSupportValidate) {
            self.boolean(Member::IsSupportValidate);
        }
    }

    /// The provider encrypts when there is a key, and has no switch.
    fn encryption(&mut self) {
        let key = self.body.text(Member::KmsId).filter(|key| !key.is_empty());
        let on = match self.body.get(Member::IsSupportTraceFilesEncryption) {
            Some(Content::Boolean(on)) => Some(*on),
            _ => None,
        };
        match (key, on) {
            (Some(key), Some(true)) => {
                if self.with_bucket(Member::KmsId) {
                    self.argument(Member::KmsId, hcl(key));
                }
            }
            (Some(_), _) => self.leave_out(texts::KEY_IS_SWITCH, Member::KmsId),
            (None, Some(true)) => {
                self.leave_out(texts::KEY_IS_SWITCH, Member::IsSupportTraceFilesEncryption);
            }
            (None, _) => {}
        }
    }

    fn status(&mut self) {
        match self.body.text(Member::Status) {
            Some("enabled") => self.argument(Member::Status, "true".into()),
            Some("disabled") => self.argument(Member::Status, "false".into()),
            Some(_) => self.leave_out(texts::PROVIDER_REFUSES, Member::Status),
            None => {}
        }
    }

    fn is_set(&self, member: Member) -> bool {
        self.body.get(member).is_some()
    }

    /// Whether there is the bucket that the provider wants beside a member.
    fn with_bucket(&mut self, member: Member) -> bool {
        let has = self.is_set(Member::BucketName);
        if !has {
            self.leave_out(texts::NEEDS_BUCKET, member);
        }
        has
    }

    fn boolean(&mut self, member: Member) {
        if let Some(Content::Boolean(boolean)) = self.body.get(member) {
            self.argument(member, format!("{boolean}"));
        }
    }

    fn argument(&mut self, member: Member, value: String) {
        self.arguments.push((argument(member), value));
    }

    fn note(&mut self, text: Text, member: Member) {
        let pointer = member.pointer();
        self.notes
            .push(Note::about(text, pointer, self.request.locale));
    }

    fn leave_out(&mut self, text: Text, member: Member) {
        let pointer = member.pointer();
        self.notes
            .push(Note::left_out(text, pointer, self.request.locale));
    }
}

fn list(items: &[String]) -> String {
    let items: Vec<_> = items.iter().map(|item| hcl(item)).collect();
    format!("[{}]", items.join(", "))
}
