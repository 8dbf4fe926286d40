//! A `KooCLI` command, and the file that one reads its request from.

use alloc::borrow::ToOwned as _;
use alloc::string::String;
use alloc::vec::Vec;

use cts_tracker::json::{Tree, parse};
use cts_tracker::{Kind, Member};

use super::body::{number, put, written};
use super::shell::{Dialect, Word, commands, words};
use super::{Left, Reading, Reason, Unread, document};
use crate::tool::Tool;

/// The command.
pub(super) const NAMES: &[&str] = &["hcloud"];

/// The option with the name of a file.
const INPUT: &str = "cli-jsonInput";

/// What the file of a request has beside the body:
/// <https://support.huaweicloud.com/intl/en-us/usermanual-hcli/hcli_05_12.html>.
const BESIDE: [&str; 5] = ["header", "path", "query", "formData", "cookie"];

/// Reads the first command in a text that updates a tracker.
pub(super) fn read(text: &str) -> Result<Reading, Unread> {
    let commands = commands(text, NAMES);
    let mut commands = commands
        .iter()
        .map(|command| words(Dialect::of(command), command));
    let command = commands.find_map(|words| operation(&words).map(|first| words[first..].to_vec()));
    let command = command.ok_or(Unread::OtherOperation)?;
    let mut found = Found {
        body: Tree::Object(Vec::new()),
        lists: Vec::new(),
        left: Vec::new(),
    };
    let mut tool = Tool::KooCli;
    if let Some(name) = input(&command) {
        tool = Tool::KooCliFile;
        let content = document::find(text, name).ok_or_else(|| Unread::File(name.to_owned()))?;
        let read = file(&content).ok_or(Unread::NoBody)?;
        found.left = read.left;
        // It was written from a tree a moment ago.
        found.body = parse(read.body.as_bytes()).unwrap_or(found.body);
    }
    found.options(&command);
    let Found {
        mut body,
        lists,
        mut left,
    } = found;
    for (member, items) in lists {
        let items = items.into_iter().map(|item| Tree::Text(item.1)).collect();
        if !put(&mut body, member, Tree::Array(items)) {
            left.push(Left {
                place: option_of(member),
                text: None,
                reason: Reason::Repeated,
            });
        }
    }
    if matches!(&body, Tree::Object(members) if members.is_empty()) {
        return Err(Unread::NoBody);
    }
    Ok(Reading {
        tool,
        body: written(&body),
        left,
    })
}

/// Reads the file of a request: an object with the body and what goes beside it. `None` when a text
/// is something else.
pub(super) fn file(text: &str) -> Option<Reading> {
    let tree = parse(text.as_bytes()).ok()?;
    let Tree::Object(members) = &tree else {
        return None;
    };
    let is_part = |name: &str| name == "body" || BESIDE.contains(&name);
    let body = tree.get("body")?;
    if !matches!(body, Tree::Object(_)) || !members.iter().all(|member| is_part(&member.0)) {
        return None;
    }
    let beside = members.iter().filter(|(name, value)| {
        let is_empty = matches!(value, Tree::Object(members) if members.is_empty());
        name != "body" && !is_empty
    });
    let left = beside.map(|(name, _)| Left {
        place: name.clone(),
        text: None,
        reason: Reason::Target,
    });
    Some(Reading {
        tool: Tool::KooCliFile,
        body: written(body),
        left: left.collect(),
    })
}

/// Where the options begin, if the words of a command are those of an update.
fn operation(words: &[Word]) -> Option<usize> {
    let is_name = |word: &&Word| !word.text.starts_with('-');
    let mut names = words.iter().filter(is_name);
    let service = &names.next()?.text;
    let operation = &names.next()?.text;
    let operation = operation.split('/').next().unwrap_or_default();
    let is_update =
        service.eq_ignore_ascii_case("CTS") && operation.eq_ignore_ascii_case("UpdateTracker");
    let place = words.iter().position(|word| &word.text == service)?;
    is_update.then_some(place + 2)
}

/// The name of the file with the request.
fn input(words: &[Word]) -> Option<&str> {
    let mut options = words.iter().filter_map(|word| word.text.strip_prefix("--"));
    options.find_map(|option| option.strip_prefix(INPUT)?.strip_prefix('='))
}

/// What the options of a command say.
struct Found {
    body: Tree,
    /// The items of lists with their numbers.
    lists: Vec<(Member, Vec<(u32, String)>)>,
    left: Vec<Left>,
}

impl Found {
    fn options(&mut self, words: &[Word]) {
        let mut words = words.iter().peekable();
        while let Some(word) = words.next() {
            let Some(option) = word.text.strip_prefix("--") else {
                self.stray(&word.text);
                continue;
            };
            if let Some((name, value)) = option.split_once('=') {
                self.option(name, value, word.is_computed);
                continue;
            }
            // The value of another way to write it, which is no secret when it is one of a member.
            let is_value = |word: &&Word| !word.text.starts_with(['-', '>', '<']);
            match words.next_if(is_value) {
                Some(value) => self.option(option, &value.text, value.is_computed),
                None => self.leave(option, None, reason_of(option)),
            }
        }
    }

    /// A word that is no option. Where the output goes has nothing to do with the request.
    fn stray(&mut self, word: &str) {
        let is_redirection = word.trim_start_matches(|digit: char| digit.is_ascii_digit());
        if !is_redirection.starts_with(['>', '<']) {
            self.left.push(Left {
                place: word.to_owned(),
                text: None,
                reason: Reason::Unknown,
            });
        }
    }

    fn option(&mut self, name: &str, value: &str, is_computed: bool) {
        if name == INPUT {
            return;
        }
        let Some((member, number)) = place(name) else {
            let is_open = ["cli-region", "region", "project_id"].contains(&name);
            return self.leave(name, is_open.then_some(value), reason_of(name));
        };
        if is_computed {
            return self.leave(name, Some(value), Reason::Computed);
        }
        let is_new = match number {
            Some(number) => self.item(member, number, value),
            None if member.kind() == Kind::TextList && value != "[]" => {
                return self.leave(name, Some(value), Reason::Value);
            }
            None => put(&mut self.body, member, leaf(member, value)),
        };
        if !is_new {
            self.leave(name, Some(value), Reason::Repeated);
        }
    }

    fn item(&mut self, member: Member, number: u32, value: &str) -> bool {
        let known = self.lists.iter().position(|list| list.0 == member);
        let place = known.unwrap_or(self.lists.len());
        if known.is_none() {
            self.lists.push((member, Vec::new()));
        }
        let items = &mut self.lists[place].1;
        let is_new = items.iter().all(|item| item.0 != number);
        if is_new {
            let later = items.iter().position(|item| item.0 > number);
            let later = later.unwrap_or(items.len());
            items.insert(later, (number, value.to_owned()));
        }
        is_new
    }

    fn leave(&mut self, name: &str, text: Option<&str>, reason: Reason) {
        self.left.push(Left {
            place: ["--", name].concat(),
            text: text.map(str::to_owned),
            reason,
        });
    }
}

/// Why an option is not in the body. The command has its own for region, credentials and output, in
/// an older form without their beginning as well.
fn reason_of(name: &str) -> Reason {
    let own = [
        "project_id",
        "region",
        "access-key",
        "secret-key",
        "security-token",
        "domain-id",
        "project-id",
        "profile",
        "mode",
        "dryrun",
        "debug",
        "skeleton",
        "help",
        "interactive",
        "X-Auth-Token",
        "Content-Type",
    ];
    if name.starts_with("cli-") || own.contains(&name) {
        Reason::Target
    } else {
        Reason::Unknown
    }
}

/// The member that an option leads to, and the number of the item if it is one of a list. Full stops
/// lead into objects, and lists count from 1.
fn place(name: &str) -> Option<(Member, Option<u32>)> {
    let (mut parent, mut rest) = (None, name);
    loop {
        let (first, more) = match rest.split_once('.') {
            Some((first, more)) => (first, Some(more)),
            None => (rest, None),
        };
        let member = Member::within(parent).find(|member| member.name() == first)?;
        match (member.kind(), more) {
            (_, None) => return Some((member, None)),
            (Kind::Object, Some(more)) => (parent, rest) = (Some(member), more),
            (Kind::TextList, Some(number)) => {
                return Some((member, Some(number.parse().ok()?)));
            }
            _ => return None,
        }
    }
}

fn option_of(member: Member) -> String {
    let path = member.pointer().trim_start_matches('/').replace('/', ".");
    ["--", &path].concat()
}

/// The value of an option with the type of its member. What the member cannot be stays a text, and
/// the rules speak of it.
fn leaf(member: Member, value: &str) -> Tree {
    let text = || Tree::Text(value.to_owned());
    match (member.kind(), value) {
        (Kind::Boolean, "true") => Tree::Boolean(true),
        (Kind::Boolean, "false") => Tree::Boolean(false),
        (Kind::Integer, _) => number(value).unwrap_or_else(text),
        (Kind::TextList, _) => Tree::Array(Vec::new()),
        (Kind::Object, "{}") => Tree::Object(Vec::new()),
        _ => text(),
    }
}
