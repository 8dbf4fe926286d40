//! A draft in the fragment of an address, which browsers send to nobody.
//!
//! `#d1=` and then, as base64 for addresses (RFC 4648, section 5) without padding, three lines:
//! region, project id, and the body as JSON. The number is that of this shape. There is no place
//! for a credential in it.

use cts_tracker::Draft;

const PREFIX: &str = "#d1=";

const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// What an address brings along.
#[derive(Debug, PartialEq)]
pub(crate) struct Shared {
    pub(crate) region: String,
    pub(crate) project_id: String,
    pub(crate) draft: Draft,
}

/// Whether a fragment is meant for this page, in whatever version.
pub(crate) fn is_one(fragment: &str) -> bool {
    let rest = fragment.strip_prefix("#d");
    let number = rest.and_then(|rest| rest.split_once('='));
    number.is_some_and(|(number, _)| number.parse::<u32>().is_ok())
}

/// The fragment that holds a draft.
pub(crate) fn write(region: &str, project_id: &str, draft: &Draft) -> String {
    let mut text = [region, "\n", project_id, "\n"].concat();
    // A line break inside of a text is an escape, so these are only those between members.
    for line in draft.emit().lines() {
        text.push_str(line.trim_start());
    }
    PREFIX.to_owned() + &encode(text.as_bytes())
}

/// Reads a fragment. `None` when it is cut off, changed, or of a version that is not known.
pub(crate) fn read(fragment: &str) -> Option<Shared> {
    let text = String::from_utf8(decode(fragment.strip_prefix(PREFIX)?)?).ok()?;
    let (region, rest) = text.split_once('\n')?;
    let (project_id, body) = rest.split_once('\n')?;
    let draft = Draft::parse(body.as_bytes()).ok()?;
    draft.tracker_type()?;
    Some(Shared {
        region: region.to_owned(),
        project_id: project_id.to_owned(),
        draft,
    })
}

fn encode(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len() * 4 / 3 + 3);
    for group in bytes.chunks(3) {
        let mut bits = 0_usize;
        for place in 0..3 {
            bits = bits << 8 | usize::from(group.get(place).copied().unwrap_or_default());
        }
        for place in 0..=group.len() {
            text.push(char::from(DIGITS[bits >> (18 - 6 * place) & 63]));
        }
    }
    text
}

fn decode(text: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::with_capacity(text.len() * 3 / 4);
    for group in text.as_bytes().chunks(4) {
        let mut bits = 0_usize;
        for place in 0..4 {
            let digit = group.get(place).copied().unwrap_or(DIGITS[0]);
            bits = bits << 6 | DIGITS.iter().position(|known| *known == digit)?;
        }
        for place in 0..group.len().checked_sub(1)? {
            bytes.push(u8::try_from(bits >> (16 - 8 * place) & 255).ok()?);
        }
    }
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use cts_tracker::{Draft, Member, Sample, Value};

    use super::{PREFIX, Shared, decode, encode, is_one, read, write};

    #[test]
    fn a_draft_comes_back_exactly_and_its_address_is_short() {
        for sample in [Sample::Management, Sample::Data] {
            let mut draft = Draft::sample(sample);
            draft.set(Member::KmsId, Some(Value::Text("\"}\n密钥\\".to_owned())));
            draft.set(
                Member::BucketLifecycle,
                Some(Value::Number("30.50".to_owned())),
            );
            let fragment = write("eu-de", "", &draft);
            assert!(fragment.len() < 2_000, "{}", fragment.len());
            assert!(is_one(&fragment));
            let shared = read(&fragment).expect("a draft");
            assert_eq!(shared.region, "eu-de");
            assert_eq!(shared.project_id, "");
            assert_eq!(shared.draft.emit(), draft.emit());
        }
    }

    #[test]
    fn an_address_of_the_first_version_still_opens() {
        let shared = read(
            "#d1=ZXUtZGUKcAp7InRyYWNrZXJfdHlwZSI6InN5c3RlbSIsInRyYWNrZXJfbmFtZSI6InN5c3RlbSIsInRhZyI6WyJ4Il19",
        );
        let text = r#"{"tracker_type":"system","tracker_name":"system","tag":["x"]}"#;
        let expected = Shared {
            region: "eu-de".to_owned(),
            project_id: "p".to_owned(),
            draft: Draft::parse(text.as_bytes()).expect("a body"),
        };
        assert_eq!(shared, Some(expected));
    }

    #[test]
    fn what_is_cut_off_or_of_another_version_is_told_apart_from_other_fragments() {
        let whole = write("", "", &Draft::default());
        for broken in [
            &whole[..whole.len() - 3],
            "#d1=",
            "#d1=****",
            "#d2=e30",
            "#d1=e30",
        ] {
            assert!(is_one(broken), "{broken}");
            assert_eq!(read(broken), None, "{broken}");
        }
        for other in ["", "#", "#step-heading", "#field-status", "#d=", "#dx=1"] {
            assert!(!is_one(other), "{other}");
        }
        assert!(PREFIX.starts_with('#'));
    }

    #[test]
    fn base64_is_that_of_the_standard() {
        for (bytes, text) in [
            (&b""[..], ""),
            (b"f", "Zg"),
            (b"fo", "Zm8"),
            (b"foo", "Zm9v"),
            (b"foob", "Zm9vYg"),
            (&[0xfb, 0xff, 0xfe], "-__-"),
        ] {
            assert_eq!(encode(bytes), text);
            assert_eq!(decode(text).as_deref(), Some(bytes));
        }
    }
}
