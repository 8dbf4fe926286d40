//! A description for a change ticket, in Markdown.

use alloc::borrow::Cow;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use cts_tracker::json::{Tree, parse};
use cts_tracker::{Kind, Locale, Member, Severity, StoredTracker, Text, TrackerType, check, diff};

use crate::note::{Note, texts, visible};
use crate::request::Request;
use crate::target::Target;

const fn text(en: &'static str, zh: &'static str) -> Text {
    Text { en, zh }
}

const TITLE_SYSTEM: Text = text("Change the management tracker", "修改管理类追踪器");
const TITLE_DATA: Text = text("Change the data tracker", "修改数据类追踪器");
const TITLE_OTHER: Text = text("Change a tracker", "修改追踪器");
const PROJECT: Text = text("Project", "项目");
const REGION: Text = text("Region", "区域");
const NOT_CHOSEN: Text = text("not chosen", "未选择");
const CHANGES: Text = text("What changes", "变更内容");
const SETTINGS: Text = text("What is set", "设置内容");
const NOTHING: Text = text(
    "Nothing: the tracker is configured like this already.",
    "无：追踪器已是此配置。",
);
const NOT_COMPARED: Text = text(
    "Not compared with the tracker as it is configured now.",
    "未与追踪器的当前配置进行比较。",
);
const MEMBER: Text = text("Setting", "设置项");
const BEFORE: Text = text("Now", "当前");
const AFTER: Text = text("After the change", "变更后");
const NOT_SET: Text = text("not set", "未设置");
const LEFT_OUT: Text = text("left out", "省略");
const EMPTY: Text = text("empty", "空");
const YES: Text = text("yes", "是");
const NO: Text = text("no", "否");
const ERRORS: Text = text("Errors", "错误");
const WARNINGS: Text = text("Warnings", "警告");
const REQUEST: Text = text("Request", "请求");
const BODY: Text = text("Request body", "请求体");

pub(crate) fn write(request: &Request<'_>, notes: &mut Vec<Note>) -> String {
    let target = Target::of(request, notes);
    let say = |text: Text| text.get(request.locale);
    // What is not chosen is said in the words of the ticket.
    notes.retain(|note| ![say(texts::NO_PROJECT), say(texts::NO_REGION)].contains(&&*note.text));
    let body = request.json();
    let name = request.draft.text(Member::TrackerName).unwrap_or_default();
    let title = match request.draft.tracker_type() {
        Some(TrackerType::System) => String::from(say(TITLE_SYSTEM)),
        Some(TrackerType::Data) => format!("{} {}", say(TITLE_DATA), code(name)),
        None => String::from(say(TITLE_OTHER)),
    };
    let chosen = |value: Option<&str>| {
        value.map_or_else(|| Cow::from(say(NOT_CHOSEN)), |value| code(value).into())
    };
    let mut out = format!("# {title}\n\n");
    for (label, value) in [
        (PROJECT, chosen(target.project.as_deref())),
        (REGION, chosen(target.region())),
    ] {
        add(
            &mut out,
            &format!("- {}{}{value}\n", say(label), colon(request.locale)),
        );
    }
    for note in &*notes {
        add(&mut out, &format!("- {}\n", plain(&note.text)));
    }
    changes(request, &body, &mut out);
    let given = request.given.unwrap_or(body.as_bytes());
    findings(request, given, &mut out);
    heading(say(REQUEST), &mut out);
    let project = target.project.as_deref().unwrap_or("{project_id}");
    let endpoint = target
        .endpoint()
        .unwrap_or("https://cts.{region}.myhuaweicloud.com");
    add(
        &mut out,
        &format!("`PUT {endpoint}/v3/{project}/tracker`\n"),
    );
    heading(say(BODY), &mut out);
    let fence = "`".repeat(longest_run(&body).max(2) + 1);
    add(&mut out, &format!("{fence}json\n{body}\n{fence}\n"));
    out
}

/// A table of what changes, or of what is set where nothing is known to compare with.
fn changes(request: &Request<'_>, body: &str, out: &mut String) {
    let locale = request.locale;
    let say = |text: Text| text.get(locale);
    let Some(stored) = stored(request) else {
        heading(say(SETTINGS), out);
        add(
            out,
            &format!(
                "{}\n\n| {} | {} |\n| --- | --- |\n",
                say(NOT_COMPARED),
                say(MEMBER),
                say(AFTER)
            ),
        );
        if let Ok(tree) = parse(body.as_bytes()) {
            rows(&tree, None, locale, out);
        }
        return;
    };
    heading(say(CHANGES), out);
    let changes = diff(stored, request.draft);
    if changes.is_empty() {
        add(out, &format!("{}\n", say(NOTHING)));
        return;
    }
    add(
        out,
        &format!(
            "| {} | {} | {} |\n| --- | --- | --- |\n",
            say(MEMBER),
            say(BEFORE),
            say(AFTER)
        ),
    );
    for change in changes {
        let value = |json: &Option<String>, missing: Text| {
            let tree = json.as_ref().and_then(|json| parse(json.as_bytes()).ok());
            tree.map_or_else(|| say(missing).into(), |tree| words(&tree, locale))
        };
        add(
            out,
            &format!(
                "| {} | {} | {} |\n",
                say(change.member.entry().label),
                value(&change.before, NOT_SET),
                value(&change.after, LEFT_OUT)
            ),
        );
    }
}

fn stored<'a>(request: &Request<'a>) -> Option<&'a StoredTracker> {
    let name = request.draft.text(Member::TrackerName)?;
    request.current?.find(request.draft.tracker_type()?, name)
}

/// A row for each member that is set. Those that the table does not know go by their names.
fn rows(tree: &Tree, parent: Option<Member>, locale: Locale, out: &mut String) {
    let Tree::Object(members) = tree else {
        return;
    };
    for (name, value) in members {
        let member = Member::within(parent).find(|member| member.name() == name);
        let is_object = member.is_some_and(|member| member.kind() == Kind::Object);
        if is_object && matches!(value, Tree::Object(inner) if !inner.is_empty()) {
            rows(value, member, locale, out);
            continue;
        }
        let label = member.map_or_else(
            || cell(name),
            |member| member.entry().label.get(locale).into(),
        );
        add(out, &format!("| {label} | {} |\n", words(value, locale)));
    }
}

/// A value in words where there are any, else as code.
fn words(tree: &Tree, locale: Locale) -> String {
    match tree {
        Tree::Boolean(true) => YES.get(locale).into(),
        Tree::Boolean(false) => NO.get(locale).into(),
        Tree::Text(text) if text.is_empty() => EMPTY.get(locale).into(),
        Tree::Array(items) if items.is_empty() => EMPTY.get(locale).into(),
        Tree::Object(members) if members.is_empty() => EMPTY.get(locale).into(),
        Tree::Text(text) => cell(text),
        Tree::Number(digits) => cell(digits),
        Tree::Null => cell("null"),
        Tree::Array(items) => {
            let between = match locale {
                Locale::English => ", ",
                Locale::SimplifiedChinese => "、",
            };
            let items: Vec<_> = items.iter().map(|item| words(item, locale)).collect();
            items.join(between)
        }
        // What an unknown member holds is shown in the body.
        Tree::Object(_) => cell("{…}"),
    }
}

/// What the rules say, the errors first. Mere information is left out of a ticket.
fn findings(request: &Request<'_>, given: &[u8], out: &mut String) {
    let report = check(given, &request.context());
    for (severity, title) in [(Severity::Error, ERRORS), (Severity::Warning, WARNINGS)] {
        let found: Vec<_> = report
            .diagnostics()
            .iter()
            .filter(|diagnostic| diagnostic.severity() == severity)
            .collect();
        if found.is_empty() {
            continue;
        }
        heading(title.get(request.locale), out);
        for diagnostic in found {
            let message = plain(&diagnostic.message(request.locale));
            let open = if request.locale == Locale::English {
                " ("
            } else {
                "（"
            };
            let close = if request.locale == Locale::English {
                ")"
            } else {
                "）"
            };
            add(
                out,
                &format!("- {message}{open}`{}`{close}\n", diagnostic.code()),
            );
        }
    }
}

/// Adds to the end of a text.
fn add(out: &mut String, more: &str) {
    out.push_str(more);
}

fn heading(title: &str, out: &mut String) {
    add(out, &format!("\n## {title}\n\n"));
}

const fn colon(locale: Locale) -> &'static str {
    match locale {
        Locale::English => ": ",
        Locale::SimplifiedChinese => "：",
    }
}

/// Text as code within a table, where a bar would end the cell.
fn cell(text: &str) -> String {
    code(text).replace('|', "\\|")
}

/// Text as code. What cannot be seen is shown by its number.
fn code(text: &str) -> String {
    let text = visible(text);
    if text.is_empty() {
        return String::from("``");
    }
    let fence = "`".repeat(longest_run(&text) + 1);
    // A space keeps a backtick at either end apart, and spaces at both ends from being dropped.
    let pad = if text.starts_with(['`', ' ']) || text.ends_with(['`', ' ']) {
        " "
    } else {
        ""
    };
    format!("{fence}{pad}{text}{pad}{fence}")
}

/// Text as words, in which nothing is taken for formatting.
fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in visible(text).chars() {
        if matches!(
            character,
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|' | '~' | '&'
        ) {
            out.push('\\');
        }
        out.push(character);
    }
    out
}

/// How many backticks stand beside each other at most.
fn longest_run(text: &str) -> usize {
    text.split(|character| character != '`')
        .map(str::len)
        .max()
        .unwrap_or_default()
}
