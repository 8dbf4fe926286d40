//! What was probably meant.

/// How many edits may lie between a word and what was meant.
const FARTHEST: usize = 2;
/// Longer words are not compared: what is meant is always short.
const LONGEST: usize = 64;

/// A word with upper and lower case, `-` and `_` made the same.
struct Folded {
    characters: [char; LONGEST],
    length: usize,
}

impl Folded {
    fn of(word: &str) -> Option<Self> {
        let mut folded = Self {
            characters: ['\0'; LONGEST],
            length: 0,
        };
        for character in word.chars() {
            *folded.characters.get_mut(folded.length)? = match character {
                '-' => '_',
                other => other.to_ascii_lowercase(),
            };
            folded.length += 1;
        }
        Some(folded)
    }

    fn characters(&self) -> &[char] {
        self.characters.get(..self.length).unwrap_or_default()
    }
}

/// The candidate that a word is probably a misspelling of. Upper and lower case, `-` and `_`
/// count as the same. Two edits are the limit, and fewer than half of the letters.
///
/// ```
/// let codes = ["kms-key-required", "kms-key-format"];
/// assert_eq!(cts_tracker::nearest("kms-key-requird", codes), Some("kms-key-required"));
/// assert_eq!(cts_tracker::nearest("bucket", codes), None);
/// ```
#[must_use]
pub fn nearest<'c>(word: &str, candidates: impl IntoIterator<Item = &'c str>) -> Option<&'c str> {
    if word.is_empty() {
        return None;
    }
    let word = Folded::of(word)?;
    let mut best = None;
    let mut least = FARTHEST.min(word.length.saturating_sub(1) / 2) + 1;
    for candidate in candidates {
        // All candidates are ASCII. One of quite another length is not near.
        if candidate.len().abs_diff(word.length) < least
            && let Some(folded) = Folded::of(candidate)
        {
            let distance = distance(word.characters(), folded.characters());
            if distance < least {
                (best, least) = (Some(candidate), distance);
            }
        }
    }
    best
}

/// The number of insertions, deletions, replacements and swaps of neighbours between two words,
/// of at most [`LONGEST`] characters.
fn distance(one: &[char], other: &[char]) -> usize {
    let mut before = [0; LONGEST + 1];
    let mut above: [usize; LONGEST + 1] = core::array::from_fn(|index| index);
    for (row, character) in one.iter().enumerate() {
        let mut line = [0; LONGEST + 1];
        line[0] = row + 1;
        for (column, candidate) in other.iter().enumerate() {
            let differs = usize::from(character != candidate);
            let mut best = (above[column + 1] + 1)
                .min(line[column] + 1)
                .min(above[column] + differs);
            let is_swap = row > 0
                && column > 0
                && one[row - 1] == *candidate
                && other[column - 1] == *character;
            if is_swap {
                best = best.min(before[column - 1] + 1);
            }
            line[column + 1] = best;
        }
        (before, above) = (above, line);
    }
    above[other.len()]
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
