//! What was probably meant.

/// How many edits may lie between a word and what was meant.
const FARTHEST: usize = 2;
/// Longer words are not compared: what is meant is always short.
const LONGEST: usize = 64;

/// A word with upper and lower case, `-` and `_` made the same. A byte stands for a character: candidates
/// are ASCII, and a character that is not is none of theirs.
struct Folded {
    characters: [u8; LONGEST],
    length: usize,
}

/// Stands for each character that is not ASCII.
const FOREIGN: u8 = 0xff;

impl Folded {
    fn of(word: &str) -> Option<Self> {
        let mut folded = Self {
            characters: [0; LONGEST],
            length: 0,
        };
        for character in word.chars() {
            *folded.characters.get_mut(folded.length)? = match u8::try_from(character) {
                Ok(b'-') => b'_',
                Ok(other) if other.is_ascii() => other.to_ascii_lowercase(),
                _ => FOREIGN,
            };
            folded.length += 1;
        }
        Some(folded)
    }

    fn characters(&self) -> &[u8] {
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
fn distance(one: &[u8], other: &[u8]) -> usize {
    // Three lines of the table are enough. Each takes the place of the one that is no longer looked at.
    let mut lines = [[0_u8; LONGEST + 1]; 3];
    for (cell, number) in lines[0].iter_mut().zip(0..) {
        *cell = number;
    }
    for (row, character) in one.iter().enumerate() {
        let [before, above, line] = [row + 2, row, row + 1].map(|line| line % 3);
        lines[line][0] = lines[above][0] + 1;
        for (column, candidate) in other.iter().enumerate() {
            let differs = u8::from(character != candidate);
            let mut best = (lines[above][column + 1] + 1)
                .min(lines[line][column] + 1)
                .min(lines[above][column] + differs);
            let is_swap = row > 0
                && column > 0
                && one[row - 1] == *candidate
                && other[column - 1] == *character;
            if is_swap {
                best = best.min(lines[before][column - 1] + 1);
            }
            lines[line][column + 1] = best;
        }
    }
    usize::from(lines[one.len() % 3][other.len()])
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
