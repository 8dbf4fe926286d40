//! A report as JSON text.

use alloc::string::String;
use alloc::string::ToString as _;

use super::{Diagnostic, Param, Position, Report, Segment};
use crate::json::write_string;
use crate::text::Locale;

pub(super) fn write(report: &Report, locale: Locale) -> String {
    let mut out = String::from("[");
    for (index, diagnostic) in report.diagnostics.iter().enumerate() {
        if index > 0 {
            out.push(',');
        }
        write_diagnostic(diagnostic, locale, &mut out);
    }
    out.push(']');
    out
}

fn write_diagnostic(diagnostic: &Diagnostic, locale: Locale, out: &mut String) {
    out.push_str("{\"code\":");
    write_string(diagnostic.code(), out);
    out.push_str(",\"severity\":");
    write_string(diagnostic.severity.as_str(), out);
    out.push_str(",\"pointer\":");
    write_string(&diagnostic.pointer(), out);
    out.push_str(",\"path\":[");
    for (index, segment) in diagnostic.path().iter().enumerate() {
        if index > 0 {
            out.push(',');
        }
        match segment {
            Segment::Name(name) => write_string(name, out),
            Segment::Index(index) => out.push_str(&index.to_string()),
        }
    }
    out.push_str("],\"range\":");
    match &diagnostic.range {
        Some(range) => {
            out.push_str("{\"start\":");
            write_position(&range.start, out);
            out.push_str(",\"end\":");
            write_position(&range.end, out);
            out.push('}');
        }
        None => out.push_str("null"),
    }
    out.push_str(",\"params\":{");
    for (index, (name, param)) in diagnostic.params.iter().enumerate() {
        if index > 0 {
            out.push(',');
        }
        write_string(name, out);
        out.push(':');
        match param {
            Param::Text(text) => write_string(text, out),
            Param::Number(number) => out.push_str(&number.to_string()),
            Param::Expected(expected) => write_string(expected.name(), out),
            Param::Reason(kind) => write_string(kind.name(), out),
        }
    }
    out.push_str("},\"suggestion\":");
    write_optional(diagnostic.suggestion(), out);
    out.push_str(",\"server_code\":");
    write_optional(diagnostic.server_code(), out);
    out.push_str(",\"fix\":");
    match diagnostic.fix() {
        Some(fix) => {
            out.push_str("{\"title\":");
            write_string(&fix.title(locale), out);
            out.push_str(if fix.is_safe() {
                ",\"safe\":true"
            } else {
                ",\"safe\":false"
            });
            out.push_str(",\"patch\":");
            out.push_str(&fix.to_json());
            out.push('}');
        }
        None => out.push_str("null"),
    }
    out.push_str(",\"message\":");
    write_string(&diagnostic.message(locale), out);
    out.push('}');
}

fn write_optional(text: Option<&str>, out: &mut String) {
    match text {
        Some(text) => write_string(text, out),
        None => out.push_str("null"),
    }
}

fn write_position(position: &Position, out: &mut String) {
    let units = [
        ("{\"byte\":", position.byte),
        (",\"utf16\":", position.utf16),
        (",\"line\":", position.line),
        (",\"column\":", position.column),
    ];
    for (name, number) in units {
        out.push_str(name);
        out.push_str(&number.to_string());
    }
    out.push('}');
}
