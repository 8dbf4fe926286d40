//! For people: each diagnostic with the place in the source, as the Rust compiler shows it.

use annotate_snippets::{AnnotationKind, Level, Renderer, Snippet};
use cts_tracker::{Diagnostic, Locale, Severity, Text};

use crate::check::{Judged, counts};

/// Writes every diagnostic and a last line that counts them.
pub(crate) fn write(judged: &[Judged], locale: Locale, colors: bool) -> String {
    let renderer = if colors {
        Renderer::styled()
    } else {
        Renderer::plain()
    };
    let mut out = String::new();
    for one in judged {
        // Bytes that are not UTF-8 are a diagnostic; for showing them each becomes a mark.
        let text = String::from_utf8_lossy(&one.source.text);
        for diagnostic in one.report.diagnostics() {
            out.push_str(&excerpt(&renderer, one, &text, diagnostic, locale));
            out.push_str("\n\n");
        }
    }
    out.push_str(&summary(judged, locale));
    out.push('\n');
    out
}

fn excerpt(
    renderer: &Renderer,
    judged: &Judged,
    text: &str,
    diagnostic: &Diagnostic,
    locale: Locale,
) -> String {
    let message = diagnostic.message(locale);
    let title = level(diagnostic.severity(), locale)
        .primary_title(message)
        .id(diagnostic.code());
    let Some(range) = diagnostic.range() else {
        return renderer.render(&[title.element(Level::NOTE.no_name().message(format!(
            "{}: {}",
            judged.source.name,
            diagnostic.pointer()
        )))]);
    };
    let start = boundary(text, range.start.byte as usize);
    let end = boundary(text, range.end.byte as usize).max(start);
    let snippet = Snippet::source(text)
        .line_start(judged.source.line.unwrap_or(1) as usize)
        .path(judged.source.name.as_str())
        .annotation(AnnotationKind::Primary.span(start..end));
    renderer.render(&[title.element(snippet)])
}

/// The nearest place before that is between two characters.
fn boundary(text: &str, offset: usize) -> usize {
    text.floor_char_boundary(offset.min(text.len()))
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

fn number(count: usize, noun: &str) -> String {
    format!("{count} {noun}{}", if count == 1 { "" } else { "s" })
}
