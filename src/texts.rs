//! The words of the page, in both languages. What is said about members, rules and answers comes
//! from the core; here is only what the page itself says.

use cts_tracker::Text;

/// Declares texts, and for the test a list of them.
macro_rules! texts {
    ($($name:ident $en:literal $zh:literal;)*) => {
        $(pub(crate) const $name: cts_tracker::Text = cts_tracker::Text { en: $en, zh: $zh };)*

        #[cfg(test)]
        pub(crate) const ALL: &[(&str, cts_tracker::Text)] = &[$((stringify!($name), $name)),*];
    };
}

pub(crate) mod difference;
pub(crate) mod drafts;
pub(crate) mod editor;
pub(crate) mod import;
pub(crate) mod notices;
pub(crate) mod review;
pub(crate) mod samples;
pub(crate) mod sending;
pub(crate) mod shell;
pub(crate) mod steps;
pub(crate) mod trackers;
pub(crate) mod values;

/// Puts values into a text: each `{name}` is replaced.
pub(crate) fn fill(text: &str, values: &[(&str, &str)]) -> String {
    let mut filled = text.to_owned();
    for (name, value) in values {
        filled = filled.replace(&["{", name, "}"].concat(), value);
    }
    filled
}

/// Chooses between two texts by a count and puts the count in for `{count}`.
pub(crate) fn count(number: usize, one: Text, many: Text, locale: cts_tracker::Locale) -> String {
    let text = if number == 1 { one } else { many };
    fill(text.get(locale), &[("count", &number.to_string())])
}

#[cfg(test)]
mod tests {
    use super::{
        difference, drafts, editor, fill, import, notices, review, samples, sending, shell, steps,
        trackers, values,
    };

    /// Every text of the page with its name.
    fn everything() -> impl Iterator<Item = (&'static str, cts_tracker::Text)> {
        [
            difference::ALL,
            drafts::ALL,
            editor::ALL,
            import::ALL,
            notices::ALL,
            review::ALL,
            samples::ALL,
            sending::ALL,
            shell::ALL,
            steps::ALL,
            trackers::ALL,
            values::ALL,
        ]
        .into_iter()
        .flatten()
        .copied()
    }

    #[test]
    fn each_text_exists_in_both_languages_with_the_same_placeholders() {
        for (name, text) in everything() {
            assert!(
                !text.en.trim().is_empty() && !text.zh.trim().is_empty(),
                "{name}"
            );
            assert_eq!(placeholders(text.en), placeholders(text.zh), "{name}");
        }
    }

    #[test]
    fn chinese_texts_are_chinese_unless_they_are_names() {
        for (name, text) in everything() {
            let has_chinese = text.zh.chars().any(|character| character > '\u{2e80}');
            assert!(has_chinese || text.zh == text.en, "{name}: {}", text.zh);
        }
    }

    #[test]
    fn chinese_texts_have_chinese_punctuation() {
        let is_chinese = |character: &char| ('\u{4e00}'..='\u{9fff}').contains(character);
        for (name, text) in everything() {
            let characters: Vec<char> = text.zh.chars().collect();
            for pair in characters
                .windows(2)
                .filter(|pair| pair.iter().any(is_chinese))
            {
                let narrow = pair.iter().any(|character| ",:;?!()".contains(*character));
                assert!(!narrow, "{name}: {}", text.zh);
            }
        }
    }

    #[test]
    fn placeholders_are_replaced_wherever_they_stand() {
        assert_eq!(
            fill("{a} and {b} and {a}", &[("a", "1"), ("b", "{c}")]),
            "1 and {c} and 1"
        );
    }

    fn placeholders(text: &str) -> Vec<&str> {
        let mut names: Vec<&str> = text
            .split('{')
            .skip(1)
            .filter_map(|rest| rest.split_once('}').map(|(name, _)| name))
            .collect();
        names.sort_unstable();
        names.dedup();
        names
    }
}
