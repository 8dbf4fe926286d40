//! Texts as literals of each language.

use alloc::format;
use alloc::string::String;

use crate::note::is_visible;

/// A word of a POSIX shell: as it is when it is harmless, else in single quotes. It must not hold
/// a NUL, which no shell can hand over.
pub(crate) fn shell(text: &str) -> String {
    let harmless = |byte: u8| byte.is_ascii_alphanumeric() || b"-_./:@%+=,".contains(&byte);
    if text.bytes().all(harmless) {
        return text.into();
    }
    shell_quoted(text)
}

/// A text in single quotes, in which a POSIX shell changes nothing.
pub(crate) fn shell_quoted(text: &str) -> String {
    format!("'{}'", text.replace('\'', "'\\''"))
}

/// JSON text with everything in its strings that cannot be seen as an escape. The value stays the
/// same: outside of strings the text may have line feeds and spaces only.
pub(crate) fn json(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        if character == '\n' || is_visible(character) {
            out.push(character);
        } else {
            out.push_str(&utf16(character));
        }
    }
    out
}

/// A literal of Python. Like Black it uses double quotes unless single ones need fewer escapes.
pub(crate) fn python(text: &str) -> String {
    quoted(text, preferred_quote(text), |character| match character {
        '\n' => "\\n".into(),
        '\r' => "\\r".into(),
        '\t' => "\\t".into(),
        _ => match u32::from(character) {
            code @ ..=0xff => format!("\\x{code:02x}"),
            code @ ..=0xffff => format!("\\u{code:04x}"),
            code => format!("\\U{code:08x}"),
        },
    })
}

/// A literal of JavaScript. Like Prettier it uses double quotes unless single ones need fewer
/// escapes.
pub(crate) fn javascript(text: &str) -> String {
    quoted(text, preferred_quote(text), |character| match character {
        '\n' => "\\n".into(),
        '\r' => "\\r".into(),
        '\t' => "\\t".into(),
        _ => utf16(character),
    })
}

/// A literal of Java. Controls are octal: their `\u` escapes would be read before the literal is.
pub(crate) fn java(text: &str) -> String {
    quoted(text, '"', |character| match character {
        '\n' => "\\n".into(),
        '\r' => "\\r".into(),
        '\t' => "\\t".into(),
        '\0'..='\x7f' => format!("\\{:03o}", u32::from(character)),
        _ => utf16(character),
    })
}

/// A literal of Go.
pub(crate) fn go(text: &str) -> String {
    quoted(text, '"', |character| match character {
        '\n' => "\\n".into(),
        '\r' => "\\r".into(),
        '\t' => "\\t".into(),
        _ => scalar(character),
    })
}

/// A literal of C#.
pub(crate) fn csharp(text: &str) -> String {
    go(text)
}

/// A literal of PHP: in single quotes where everything can be seen, else in double quotes.
pub(crate) fn php(text: &str) -> String {
    if text.chars().all(is_visible) {
        return quoted(text, '\'', |_| String::new());
    }
    let mut out = String::from("\"");
    for character in text.chars() {
        match character {
            '"' | '\\' | '$' => out.extend(['\\', character]),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            _ if is_visible(character) => out.push(character),
            // PHP 5.6 knows no escapes for characters, only for bytes.
            _ => out.extend(
                character
                    .encode_utf8(&mut [0; 4])
                    .bytes()
                    .map(|byte| format!("\\x{byte:02X}")),
            ),
        }
    }
    out.push('"');
    out
}

/// A literal of HCL, the language of Terraform, without interpolation.
pub(crate) fn hcl(text: &str) -> String {
    let literal = quoted(text, '"', |character| match character {
        '\n' => "\\n".into(),
        '\r' => "\\r".into(),
        '\t' => "\\t".into(),
        _ => scalar(character),
    });
    literal.replace("${", "$${").replace("%{", "%%{")
}

/// A literal in these quotes. `escape` writes what cannot be seen.
fn quoted(text: &str, quote: char, escape: impl Fn(char) -> String) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push(quote);
    for character in text.chars() {
        if character == quote || character == '\\' {
            out.push('\\');
            out.push(character);
        } else if is_visible(character) {
            out.push(character);
        } else {
            out.push_str(&escape(character));
        }
    }
    out.push(quote);
    out
}

/// The quote that needs fewer escapes, the double one when both need the same.
fn preferred_quote(text: &str) -> char {
    let count = |quote| text.matches(quote).count();
    if count('"') > count('\'') { '\'' } else { '"' }
}

fn utf16(character: char) -> String {
    let mut units = [0; 2];
    match character.encode_utf16(&mut units) {
        [high, low] => format!("\\u{high:04x}\\u{low:04x}"),
        one => format!("\\u{:04x}", one[0]),
    }
}

fn scalar(character: char) -> String {
    let code = u32::from(character);
    if code > 0xffff {
        format!("\\U{code:08x}")
    } else {
        format!("\\u{code:04x}")
    }
}

#[cfg(test)]
mod tests {
    use super::{csharp, go, hcl, java, javascript, json, php, python, shell};

    const HOSTILE: &str = "a'\"$x`\\\n\0审\u{202e}😀${v}%{v}\u{e0041}";

    #[test]
    fn each_language_has_its_own_escapes() {
        assert_eq!(shell("a.b-c_1"), "a.b-c_1");
        assert_eq!(shell("$(x) 'y'"), r"'$(x) '\''y'\'''");
        assert_eq!(
            python(HOSTILE),
            r#""a'\"$x`\\\n\x00审\u202e😀${v}%{v}\U000e0041""#
        );
        assert_eq!(
            javascript(HOSTILE),
            r#""a'\"$x`\\\n\u0000审\u202e😀${v}%{v}\udb40\udc41""#
        );
        assert_eq!(
            java(HOSTILE),
            r#""a'\"$x`\\\n\000审\u202e😀${v}%{v}\udb40\udc41""#
        );
        assert_eq!(
            go(HOSTILE),
            r#""a'\"$x`\\\n\u0000审\u202e😀${v}%{v}\U000e0041""#
        );
        assert_eq!(csharp(HOSTILE), go(HOSTILE));
        assert_eq!(
            php(HOSTILE),
            r#""a'\"\$x`\\\n\x00审\xE2\x80\xAE😀\${v}%{v}\xF3\xA0\x81\x81""#
        );
        assert_eq!(php("it's $x \\"), r"'it\'s $x \\'");
        assert_eq!(
            hcl(HOSTILE),
            r#""a'\"$x`\\\n\u0000审\u202e😀$${v}%%{v}\U000e0041""#
        );
    }

    #[test]
    fn json_keeps_its_value() {
        let text = "{\n  \"\u{202e}\": \"审\u{7f}\u{3164}\\n😀\u{e0041}\"\n}";
        let escaped = json(text);
        assert_eq!(
            escaped,
            "{\n  \"\\u202e\": \"审\\u007f\\u3164\\n😀\\udb40\\udc41\"\n}"
        );
        let read = |text: &str| cts_tracker::json::parse(text.as_bytes()).expect("JSON");
        assert_eq!(read(&escaped), read(text));
    }

    #[test]
    fn the_quote_with_fewer_escapes_is_taken_where_formatters_do() {
        assert_eq!(python("\"\"'"), r#"'""\''"#);
        assert_eq!(python("\"'"), r#""\"'""#);
        assert_eq!(javascript("\"a\""), r#"'"a"'"#);
    }
}
