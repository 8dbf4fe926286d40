//! What was probably meant.

use alloc::vec;
use alloc::vec::Vec;

/// How many edits may lie between a word and what was meant.
const FARTHEST: usize = 2;
/// Longer words are not compared: what is meant is always short.
const LONGEST: usize = 64;

/// The candidate that a word is probably a misspelling of. Upper and lower case, `-` and `_`
/// count as the same. Two edits are the limit, and fewer than half of the letters.
pub(crate) fn nearest<'c>(
    word: &str,
    candidates: impl IntoIterator<Item = &'c str>,
) -> Option<&'c str> {
    if word.is_empty() || word.len() > LONGEST {
        return None;
    }
    let word = folded(word);
    candidates
        .into_iter()
        .filter_map(|candidate| {
            let distance = distance(&word, &folded(candidate));
            (distance <= FARTHEST && distance * 2 < word.len()).then_some((distance, candidate))
        })
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate)
}

fn folded(word: &str) -> Vec<char> {
    word.chars()
        .map(|character| {
            if character == '-' {
                '_'
            } else {
                character.to_ascii_lowercase()
            }
        })
        .collect()
}

/// The number of insertions, deletions, replacements and swaps of neighbours between two words.
fn distance(one: &[char], other: &[char]) -> usize {
    let mut rows = vec![vec![0; other.len() + 1]; one.len() + 1];
    for (index, row) in rows.iter_mut().enumerate() {
        row[0] = index;
    }
    for (index, cell) in rows[0].iter_mut().enumerate() {
        *cell = index;
    }
    for i in 1..=one.len() {
        for j in 1..=other.len() {
            let differs = usize::from(one[i - 1] != other[j - 1]);
            let mut best = (rows[i - 1][j] + 1)
                .min(rows[i][j - 1] + 1)
                .min(rows[i - 1][j - 1] + differs);
            if i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1] {
                best = best.min(rows[i - 2][j - 2] + 1);
            }
            rows[i][j] = best;
        }
    }
    rows[one.len()][other.len()]
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn misspellings_are_recognised_and_other_words_are_not() {
        let names = ["agency_name", "status", "kms_id", "data_bucket"];
        for (word, meant) in [
            ("aegncy_name", Some("agency_name")),
            ("Agency-Name", Some("agency_name")),
            ("agencyname", Some("agency_name")),
            ("Status", Some("status")),
            ("stats", Some("status")),
            ("kmsid", Some("kms_id")),
            ("databuckets", Some("data_bucket")),
            ("name", None),
            ("id", None),
            ("", None),
        ] {
            assert_eq!(nearest(word, names), meant, "{word}");
        }
        assert_eq!(nearest(&"x".repeat(100_000), names), None);
    }
}
