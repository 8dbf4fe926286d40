//! For people: each diagnostic with the place in the source, as the Rust compiler shows it.

use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};
use cts_tracker::{Diagnostic, Locale, Severity, Text};

use crate::check::{Judged, counts};

mod excerpt;

/// Writes every diagnostic and a last line that counts them.
pub(crate) fn write(judged: &[Judged], locale: Locale, colors: bool) -> String {
    let renderer = if colors {
        Renderer::styled()
    } else {
        Renderer::plain()
    };
    let mut out = String::new();
    for one in judged {
        for diagnostic in one.report.diagnostics() {
            let group = located(one, diagnostic, locale);
            let group = advised(group, diagnostic, locale);
            out.push_str(&renderer.render(&[group]));
            out.push_str("\n\n");
        }
    }
    out.push_str(&summary(judged, locale));
    out.push('\n');
    out.push_str(&further(judged, locale));
    out
}

/// The message and the place.
fn located<'a>(judged: &'a Judged, diagnostic: &Diagnostic, locale: Locale) -> Group<'a> {
    let title = level(diagnostic.severity(), locale)
        .primary_title(diagnostic.message(locale))
        .id(diagnostic.code());
    let name = judged.source.name.as_str();
    let (Some(range), Some([(line, column), _])) = (diagnostic.range(), judged.lines(diagnostic))
    else {
        return title.element(
            Level::NOTE
                .no_name()
                .message(format!("{name}: {}", diagnostic.pointer())),
        );
    };
    let excerpt = excerpt::around(
        &judged.source.text,
        range.start.byte as usize..range.end.byte as usize,
    );
    let snippet = Snippet::source(excerpt.text)
        .line_start(line as usize)
        .annotation(AnnotationKind::Primary.span(excerpt.marked));
    if excerpt.is_whole_before {
        return title.element(snippet.path(name));
    }
    // The column is not that of the excerpt, which begins in the middle of the line.
    let origin = Origin::path(name)
        .line(line as usize)
        .char_column(column as usize);
    title.element(origin).element(snippet)
}

/// What the cloud would say and what would mend it, where sending is pointless or likely not meant.
fn advised<'a>(mut group: Group<'a>, diagnostic: &Diagnostic, locale: Locale) -> Group<'a> {
    if diagnostic.severity() == Severity::Error
        && let Some(code) = diagnostic.server_code()
    {
        let [name, words] = match locale {
            Locale::English => ["note", "the cloud would most likely answer "],
            Locale::SimplifiedChinese => ["注", "云端很可能返回 "],
        };
        group = group.element(
            Level::NOTE
                .with_name(name)
                .message(format!("{words}{code}")),
        );
    }
    if diagnostic.severity() != Severity::Info
        && let Some(fix) = diagnostic.fix()
    {
        let name = match locale {
            Locale::English => "help",
            Locale::SimplifiedChinese => "建议",
        };
        group = group.element(Level::HELP.with_name(name).message(fix.title(locale)));
    }
    group
}

fn level(severity: Severity, locale: Locale) -> Level<'static> {
    let (level, name) = match severity {
        Severity::Error => (
            Level::ERROR,
            Text {
                en: "error",
                zh: "错误",
            },
        ),
        Severity::Warning => (
            Level::WARNING,
            Text {
                en: "warning",
                zh: "警告",
            },
        ),
        Severity::Info => (
            Level::INFO,
            Text {
                en: "info",
                zh: "提示",
            },
        ),
    };
    level.with_name(name.get(locale))
}

fn summary(judged: &[Judged], locale: Locale) -> String {
    let [errors, warnings, hints] = counts(judged);
    match locale {
        Locale::English => format!(
            "{}: {}, {}, {}",
            number(judged.len(), "request"),
            number(errors, "error"),
            number(warnings, "warning"),
            number(hints, "hint")
        ),
        Locale::SimplifiedChinese => format!(
            "{} 个请求：{errors} 个错误，{warnings} 个警告，{hints} 个提示",
            judged.len()
        ),
    }
}

/// Where to go from here.
fn further(judged: &[Judged], locale: Locale) -> String {
    let all = || judged.iter().flat_map(|one| one.report.diagnostics());
    let is_fixed = |one: &&Diagnostic| one.fix().is_some_and(cts_tracker::Fix::is_safe);
    let fixable = all().filter(is_fixed).count();
    let mends = match (fixable, locale) {
        (0, _) => String::new(),
        (_, Locale::English) => format!("`cts-tracker fix` mends {fixable} of them.\n"),
        (_, Locale::SimplifiedChinese) => {
            format!("`cts-tracker fix` 可以修复其中 {fixable} 个。\n")
        }
    };
    let gravest = all()
        .filter(|one| one.severity() != Severity::Info)
        .min_by_key(|one| one.severity());
    let explains = match (gravest.map(Diagnostic::code), locale) {
        (None, _) => String::new(),
        (Some(code), Locale::English) => {
            format!("For more about a code, try `cts-tracker explain {code}`.\n")
        }
        (Some(code), Locale::SimplifiedChinese) => {
            format!("要了解某个代码，请运行 `cts-tracker explain {code}`。\n")
        }
    };
    mends + &explains
}

fn number(count: usize, noun: &str) -> String {
    format!("{count} {noun}{}", if count == 1 { "" } else { "s" })
}
