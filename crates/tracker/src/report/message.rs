//! Messages made from a text and its params.

use alloc::string::String;
use alloc::string::ToString as _;

use super::Param;
use crate::text::Locale;

/// Puts the params into a text. `{name}` stands for the param of that name.
pub(super) fn render(
    text: &str,
    params: &[(&'static str, Param)],
    suggestion: Option<&str>,
    locale: Locale,
) -> String {
    let mut message = String::with_capacity(text.len() + 16);
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        message.push_str(before);
        let (name, behind) = after.split_once('}').unwrap_or((after, ""));
        if let Some((_, param)) = params.iter().find(|(known, _)| *known == name) {
            push(param, locale, &mut message);
        }
        rest = behind;
    }
    message.push_str(rest);
    if let Some(suggestion) = suggestion {
        let (before, behind) = match locale {
            Locale::English => (" Did you mean ", "?"),
            Locale::SimplifiedChinese => ("您是不是要写 ", "？"),
        };
        message.push_str(before);
        message.push_str(suggestion);
        message.push_str(behind);
    }
    message
}

fn push(param: &Param, locale: Locale, message: &mut String) {
    match param {
        Param::Text(text) => message.push_str(text),
        Param::Number(number) => message.push_str(&number.to_string()),
        Param::Expected(expected) => message.push_str(expected.describe(locale)),
        Param::Reason(kind) => message.push_str(kind.describe(locale)),
    }
}
