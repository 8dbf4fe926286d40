//! Which parts of a sample are shown in another colour. The colours say nothing that the text does
//! not.

use cts_samples::Tool;

/// What a part of a sample is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    Plain,
    Comment,
    /// A text in quotes.
    Text,
    /// A number, or a word that stands for a value.
    Value,
}

const VALUES: [&str; 6] = ["true", "false", "null", "True", "False", "None"];

/// Cuts a sample into parts, which make up the whole text again.
pub(super) fn parts(tool: Tool, text: &str) -> Vec<(Part, &str)> {
    let comment = match tool {
        Tool::Markdown | Tool::Http => return vec![(Part::Plain, text)],
        Tool::Java | Tool::Go | Tool::Node | Tool::DotNet | Tool::Php => "//",
        _ => "#",
    };
    // In single quotes a shell knows no escapes.
    let is_shell = tool.media_type() == "text/x-shellscript";
    let mut parts = Vec::new();
    let mut rest = text;
    let mut plain = 0;
    let mut at_start = true;
    while plain < rest.len() {
        let here = &rest[plain..];
        let found = if at_start && here.starts_with(comment) {
            let end = here.find('\n').unwrap_or(here.len());
            Some((Part::Comment, end))
        } else if here.starts_with(['"', '\'']) {
            Some((Part::Text, quoted(here, is_shell)))
        } else if at_start || !ends_with_word(&rest[..plain]) {
            value(here).map(|end| (Part::Value, end))
        } else {
            None
        };
        let Some((part, end)) = found else {
            let character = here.chars().next().map_or(1, char::len_utf8);
            at_start = here.starts_with([' ', '\t', '\n']) && (at_start || here.starts_with('\n'));
            plain += character;
            continue;
        };
        if plain > 0 {
            parts.push((Part::Plain, &rest[..plain]));
        }
        parts.push((part, &here[..end]));
        rest = &here[end..];
        plain = 0;
        at_start = false;
    }
    if !rest.is_empty() {
        parts.push((Part::Plain, rest));
    }
    parts
}

/// How long the text in quotes is that begins here. One that does not end is one character long.
fn quoted(text: &str, is_shell: bool) -> usize {
    let mut characters = text.char_indices();
    let quote = characters.next().map(|(_, quote)| quote);
    let escapes = !(is_shell && quote == Some('\''));
    while let Some((index, character)) = characters.next() {
        if Some(character) == quote {
            return index + 1;
        }
        if character == '\\' && escapes {
            characters.next();
        }
    }
    1
}

fn ends_with_word(text: &str) -> bool {
    text.ends_with(|character: char| {
        character.is_alphanumeric() || matches!(character, '_' | '-' | '.')
    })
}

/// How long the value is that begins here, if one does.
fn value(text: &str) -> Option<usize> {
    let end = text
        .find(|character: char| !character.is_alphanumeric() && !matches!(character, '_' | '.'))
        .unwrap_or(text.len());
    let word = &text[..end];
    let is_number = !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit());
    (is_number || VALUES.contains(&word)).then_some(end)
}

#[cfg(test)]
mod tests {
    use cts_samples::{Request, Tool, write};
    use cts_tracker::{Draft, Sample};

    use super::{Part, parts};

    fn of(tool: Tool, text: &str, wanted: Part) -> Vec<&str> {
        let found = parts(tool, text).into_iter();
        found
            .filter(|part| part.0 == wanted)
            .map(|part| part.1)
            .collect()
    }

    #[test]
    fn the_parts_make_up_the_sample() {
        let hostile =
            br#"{"tracker_type":"data","tracker_name":"'\"\\ # // \n\ud83d\ude00 7","x":[1,true]}"#;
        let drafts = [
            Draft::sample(Sample::Management),
            Draft::parse(hostile).expect("a request"),
        ];
        for draft in &drafts {
            for tool in Tool::ALL {
                let sample = write(tool, &Request::new(draft, "0123", "cn-north-4"));
                let whole: String = parts(tool, &sample.text)
                    .into_iter()
                    .map(|part| part.1)
                    .collect();
                assert_eq!(whole, sample.text, "{}", tool.id());
            }
        }
    }

    #[test]
    fn comments_texts_and_values_are_told_apart() {
        let python = "# it's\nname = \"a # \\\" b\"  # no\nx2 = [True, 60, 'q']\n";
        assert_eq!(of(Tool::Python, python, Part::Comment), ["# it's"]);
        assert_eq!(
            of(Tool::Python, python, Part::Text),
            ["\"a # \\\" b\"", "'q'"]
        );
        assert_eq!(of(Tool::Python, python, Part::Value), ["True", "60"]);
        let shell = "#!/bin/sh\nx='a\\' \"$y\" 7 a.7 é7\n";
        assert_eq!(of(Tool::Curl, shell, Part::Comment), ["#!/bin/sh"]);
        assert_eq!(of(Tool::Curl, shell, Part::Text), ["'a\\'", "\"$y\""]);
        assert_eq!(of(Tool::Curl, shell, Part::Value), ["7"]);
        assert_eq!(of(Tool::Go, "\"open", Part::Text), ["\""]);
    }
}
