//! Messages made from a text and its params.

use alloc::string::String;

use super::params::{NAMES, Shown};
use crate::rule::Rule;
use crate::text::{Locale, Text, text};

/// What follows a message when it is known what was probably meant.
pub(super) const SUGGESTION: Text = text(" Did you mean {}?", "您是不是要写 {}？");

/// Writes the message of a rule with its values, which are in the order of the message, and what was
/// probably meant.
pub(super) fn write<'v>(
    rule: Rule,
    values: impl Iterator<Item = (usize, Shown<'v>)>,
    suggestion: Option<&str>,
    locale: Locale,
    out: &mut String,
) {
    let mut values = values.peekable();
    let mut rest = rule.message().get(locale);
    while let Some((before, after)) = rest.split_once('{') {
        out.push_str(before);
        let (name, behind) = after.split_once('}').unwrap_or((after, ""));
        if let Some((_, value)) = values.next_if(|(number, _)| NAMES[*number] == name) {
            value.describe(locale, out);
        }
        rest = behind;
    }
    out.push_str(rest);
    if let Some(suggestion) = suggestion {
        let sentence = SUGGESTION.get(locale);
        let (before, behind) = sentence.split_once("{}").unwrap_or((sentence, ""));
        out.push_str(before);
        out.push_str(suggestion);
        out.push_str(behind);
    }
}

#[cfg(test)]
mod tests {
    use crate::rule::Rule;

    #[test]
    fn messages_name_their_values_in_one_order() {
        let names = |text: &'static str| -> Vec<&str> {
            let behind = text.split('{').skip(1);
            behind.filter_map(|part| part.split('}').next()).collect()
        };
        for rule in Rule::ALL {
            let message = rule.message();
            assert_eq!(names(message.en), names(message.zh), "{}", rule.code());
        }
    }
}
