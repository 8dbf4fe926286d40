//! Blocks of Terraform, and the command that imports a resource.
//!
//! What a block does not say stays out: defaults of the provider are not filled in.

use alloc::borrow::ToOwned as _;
use alloc::string::String;
use alloc::vec::Vec;

use cts_tracker::json::Tree;
use cts_tracker::{Kind, Member, Position, TrackerType};

use super::body::{number, put, written};
use super::hcl::{Attribute, Block, Failed, Item, Value, parse};
use super::{Left, Reading, Reason, Unread};
use crate::terraform::{member, resource};
use crate::tool::Tool;

/// What only Terraform needs of a resource: where it is and how it is treated.
const OF_TOOL: [&str; 10] = [
    "region",
    "tags",
    "delete_tracker",
    "count",
    "for_each",
    "provider",
    "depends_on",
    "lifecycle",
    "timeouts",
    "enterprise_project_id",
];

/// The blocks that are no resources and not needed for a request.
const BLOCKS: [&str; 9] = [
    "terraform",
    "provider",
    "variable",
    "locals",
    "output",
    "import",
    "moved",
    "removed",
    "check",
];

/// How the names of the resources begin.
pub(super) const TRACKERS: &str = "huaweicloud_cts_";

/// Whether a line begins a resource, or an import in a text that names one of a tracker.
pub(super) fn begins(line: &str, has_tracker: bool) -> bool {
    let line = line.trim_start();
    let line = line.strip_prefix("$ ").unwrap_or(line);
    let imports = ["import {", "terraform import "];
    line.starts_with("resource \"")
        || has_tracker && imports.iter().any(|import| line.starts_with(import))
}

pub(super) fn read(text: &str) -> Result<Reading, Unread> {
    let items = parse(text).map_err(|Failed(place)| Unread::Syntax(position(text, place)))?;
    let mut found = Found::default();
    let addresses: Vec<_> = items.iter().filter_map(address).collect();
    for item in &items {
        found.item(item, &addresses);
    }
    let Found { mut bodies, left } = found;
    let body = match bodies.len() {
        0 => return Err(Unread::NoTracker),
        1 => bodies.remove(0),
        _ => Tree::Array(bodies),
    };
    Ok(Reading {
        tool: Tool::Terraform,
        body: written(&body),
        left,
    })
}

fn position(text: &str, place: usize) -> Position {
    let before = text.get(..place).unwrap_or(text);
    let line = before.rsplit('\n').next().unwrap_or_default();
    let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
    Position {
        byte: count(before.len()),
        utf16: count(before.encode_utf16().count()),
        line: count(before.matches('\n').count() + 1),
        column: count(line.chars().count() + 1),
    }
}

/// The type of the tracker that a resource stands for.
fn tracker_type(kind: &str) -> Option<TrackerType> {
    let types = [TrackerType::System, TrackerType::Data];
    types.into_iter().find(|one| resource(*one) == kind)
}

/// The address of the tracker that an item of a file is.
fn address(item: &Item<'_>) -> Option<String> {
    match item {
        Item::Block(block) if block.kind == "resource" => match block.labels.as_slice() {
            [kind, name] if tracker_type(kind).is_some() => Some([kind, ".", name].concat()),
            _ => None,
        },
        _ => None,
    }
}

#[derive(Default)]
struct Found {
    bodies: Vec<Tree>,
    left: Vec<Left>,
}

impl Found {
    fn item(&mut self, item: &Item<'_>, addresses: &[String]) {
        let (place, reason) = match item {
            Item::Attribute(attribute) => (attribute.name.to_owned(), Reason::Other),
            Item::Command(command) => {
                let mut words = command.split_whitespace().skip(2);
                let words = words.by_ref().filter(|word| !word.starts_with('-'));
                let words: Vec<_> = words.map(|word| word.trim_matches(['\'', '"'])).collect();
                if let [to, id] = words.as_slice()
                    && self.imported(to, id, addresses)
                {
                    return;
                }
                ((*command).to_owned(), Reason::ToolOnly)
            }
            Item::Block(block) => {
                let name = address(item);
                if let (Some(name), Some(kind)) = (name, block.labels.first()) {
                    return self.tracker(block, &name, kind);
                }
                let is_import = block.kind == "import";
                if is_import && self.imported(source(block, "to"), &text(block, "id"), addresses) {
                    return;
                }
                (heading(block), reason_of(block))
            }
        };
        self.leave(place, None, reason);
    }

    /// Takes a tracker of which only the name is known; `false` when it is there as a block.
    fn imported(&mut self, to: &str, id: &str, addresses: &[String]) -> bool {
        let kind = to.split('.').next().and_then(tracker_type);
        let Some(kind) = kind.filter(|_| addresses.iter().all(|address| address != to)) else {
            return false;
        };
        let mut body = empty(kind);
        if kind == TrackerType::Data {
            put(&mut body, Member::TrackerName, Tree::Text(id.to_owned()));
        }
        self.bodies.push(body);
        true
    }

    fn tracker(&mut self, block: &Block<'_>, address: &str, kind: &str) {
        let Some(kind) = tracker_type(kind) else {
            return;
        };
        let mut body = empty(kind);
        for item in &block.items {
            match item {
                Item::Attribute(attribute) => self.argument(attribute, address, kind, &mut body),
                Item::Block(inner) => {
                    let reason = if OF_TOOL.contains(&inner.kind) {
                        Reason::ToolOnly
                    } else {
                        Reason::Unknown
                    };
                    self.leave([address, ".", &heading(inner)].concat(), None, reason);
                }
                Item::Command(_) => {}
            }
        }
        self.bodies.push(body);
    }

    fn argument(
        &mut self,
        attribute: &Attribute<'_>,
        address: &str,
        kind: TrackerType,
        body: &mut Tree,
    ) {
        let Attribute {
            name,
            value,
            source,
        } = attribute;
        // The provider takes it for an argument that is not there.
        if *value == Value::Null {
            return;
        }
        let reason = match member(name, kind) {
            _ if OF_TOOL.contains(name) => Reason::ToolOnly,
            None => Reason::Unknown,
            Some(_) if *value == Value::Computed => Reason::Computed,
            Some(member) => match converted(member, value) {
                None => Reason::Value,
                Some(tree) => {
                    // The provider encrypts when there is a key, and has no switch.
                    let is_key = member == Member::KmsId && tree != Tree::Text(String::new());
                    if put(body, member, tree) {
                        if is_key {
                            let switch = Member::IsSupportTraceFilesEncryption;
                            put(body, switch, Tree::Boolean(true));
                        }
                        return;
                    }
                    Reason::Repeated
                }
            },
        };
        let place = [address, ".", name].concat();
        self.leave(place, Some((*source).to_owned()), reason);
    }

    fn leave(&mut self, place: String, text: Option<String>, reason: Reason) {
        self.left.push(Left {
            place,
            text,
            reason,
        });
    }
}

/// A body with the type, and with the name of the management tracker.
fn empty(kind: TrackerType) -> Tree {
    let mut body = Tree::Object(Vec::new());
    let mut text = |member, text: &str| put(&mut body, member, Tree::Text(text.to_owned()));
    text(Member::TrackerType, kind.as_str());
    if kind == TrackerType::System {
        text(Member::TrackerName, kind.as_str());
    }
    body
}

/// A value with the type of its member. Terraform takes texts for the numbers and booleans that they
/// spell, and the other way round.
fn converted(member: Member, value: &Value) -> Option<Tree> {
    let boolean = match value {
        Value::Boolean(boolean) => Some(*boolean),
        Value::Text(text) => text.parse().ok(),
        _ => None,
    };
    match (member.kind(), value) {
        _ if member == Member::Status => {
            let status = if boolean? { "enabled" } else { "disabled" };
            Some(Tree::Text(status.to_owned()))
        }
        (Kind::Boolean, _) => boolean.map(Tree::Boolean),
        (Kind::Integer, Value::Number(text) | Value::Text(text)) => number(text),
        (Kind::Text, value) => plain(value),
        (Kind::TextList, Value::List(items)) => {
            let items: Option<_> = items.iter().map(plain).collect();
            items.map(Tree::Array)
        }
        _ => None,
    }
}

fn plain(value: &Value) -> Option<Tree> {
    let text = match value {
        Value::Text(text) | Value::Number(text) => text,
        Value::Boolean(true) => "true",
        Value::Boolean(false) => "false",
        _ => return None,
    };
    Some(Tree::Text(text.to_owned()))
}

/// The beginning of a block.
fn heading(block: &Block<'_>) -> String {
    let mut heading = block.kind.to_owned();
    for label in &block.labels {
        heading.push_str(&[" \"", label, "\""].concat());
    }
    heading
}

fn reason_of(block: &Block<'_>) -> Reason {
    if BLOCKS.contains(&block.kind) {
        Reason::ToolOnly
    } else {
        Reason::Other
    }
}

fn attribute<'b, 't>(block: &'b Block<'t>, name: &str) -> Option<&'b Attribute<'t>> {
    block.items.iter().find_map(|item| match item {
        Item::Attribute(attribute) if attribute.name == name => Some(attribute),
        _ => None,
    })
}

/// An expression of a block, as it is written.
fn source<'t>(block: &Block<'t>, name: &str) -> &'t str {
    attribute(block, name).map_or("", |attribute| attribute.source)
}

fn text(block: &Block<'_>, name: &str) -> String {
    match attribute(block, name).map(|attribute| &attribute.value) {
        Some(Value::Text(text)) => text.clone(),
        _ => String::new(),
    }
}
