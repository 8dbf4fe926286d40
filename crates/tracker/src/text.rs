//! Languages, and texts that exist in each of them.

/// A language in which the crate can speak.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Locale {
    /// English.
    #[default]
    English,
    /// Simplified Chinese.
    SimplifiedChinese,
}

impl Locale {
    /// All languages, in the order in which a menu should list them.
    pub const ALL: [Self; 2] = [Self::English, Self::SimplifiedChinese];

    /// The language tag after BCP 47: `en` or `zh-CN`.
    #[must_use]
    pub const fn tag(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::SimplifiedChinese => "zh-CN",
        }
    }

    /// Reads a language tag such as `zh-Hans-SG`, `zh_CN` or `en-GB`, whatever its case.
    ///
    /// Every kind of Chinese is answered with Simplified Chinese, the only one there is.
    /// `None` for a language that the crate does not speak.
    #[must_use]
    pub fn from_tag(tag: &str) -> Option<Self> {
        let language = tag.split(['-', '_']).next().unwrap_or_default();
        if language.eq_ignore_ascii_case("zh") {
            Some(Self::SimplifiedChinese)
        } else if language.eq_ignore_ascii_case("en") {
            Some(Self::English)
        } else {
            None
        }
    }
}

/// The same text in every language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Text {
    /// English.
    pub en: &'static str,
    /// Simplified Chinese.
    pub zh: &'static str,
}

impl Text {
    /// The text in one language.
    #[must_use]
    pub const fn get(&self, locale: Locale) -> &'static str {
        match locale {
            Locale::English => self.en,
            Locale::SimplifiedChinese => self.zh,
        }
    }
}

mod letters;

pub(crate) use letters::Letters;

/// The number of characters (Unicode scalar values). A tenth of the code of what the standard library
/// does for long texts; these are short.
pub(crate) fn count_characters(text: &str) -> usize {
    let continues = |byte: &u8| byte & 0xc0 == 0x80;
    text.len()
        - text
            .as_bytes()
            .iter()
            .filter(|byte| continues(byte))
            .count()
}

/// Whether a text has more than so many characters. Most are so short that nothing need be counted.
pub(crate) fn is_longer(text: &str, characters: usize) -> bool {
    text.len() > characters && count_characters(text) > characters
}

/// Short for a [`Text`] in the tables of this crate.
pub(crate) const fn text(en: &'static str, zh: &'static str) -> Text {
    Text { en, zh }
}

#[cfg(test)]
mod tests {
    use super::Locale;

    #[test]
    fn tags_are_read_whatever_their_case_and_script() {
        for tag in ["zh", "zh-CN", "zh_Hans_CN", "ZH-TW"] {
            assert_eq!(
                Locale::from_tag(tag),
                Some(Locale::SimplifiedChinese),
                "{tag}"
            );
        }
        for tag in ["en", "EN-gb", "en_US.UTF-8"] {
            assert_eq!(Locale::from_tag(tag), Some(Locale::English), "{tag}");
        }
        for tag in ["", "fr", "english", "-"] {
            assert_eq!(Locale::from_tag(tag), None, "{tag}");
        }
    }
}
