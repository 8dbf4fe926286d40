//! Which letters a text is made of.

/// The kinds of letters in a text, found in one pass however many are asked for.
#[derive(Clone, Copy)]
pub(crate) struct Letters(u8);

impl Letters {
    /// The digits from a to f.
    pub(crate) const HEXADECIMAL: u8 = 1;
    pub(crate) const UPPER_CASE: u8 = 2;
    pub(crate) const DIGIT: u8 = 4;
    pub(crate) const HYPHEN: u8 = 8;
    pub(crate) const FULL_STOP: u8 = 16;
    pub(crate) const UNDERSCORE: u8 = 32;
    const FROM_G: u8 = 64;
    /// Everything else.
    const OTHER: u8 = 128;
    pub(crate) const LOWER_CASE: u8 = Self::HEXADECIMAL | Self::FROM_G;
    pub(crate) const ALPHANUMERIC: u8 = Self::LOWER_CASE | Self::UPPER_CASE | Self::DIGIT;

    pub(crate) fn of(text: &str) -> Self {
        let kinds = text
            .bytes()
            .fold(0, |kinds, byte| kinds | KINDS[usize::from(byte)]);
        Self(kinds)
    }

    /// Whether all letters are of these kinds.
    pub(crate) const fn are_only(self, kinds: u8) -> bool {
        self.0 & !kinds == 0
    }

    /// Whether a letter is of one of these kinds.
    pub(crate) const fn have(self, kinds: u8) -> bool {
        self.0 & kinds != 0
    }
}

static KINDS: [u8; 256] = {
    let mut kinds = [Letters::OTHER; 256];
    let mut byte = 0;
    while byte < 128 {
        #[expect(clippy::cast_possible_truncation, reason = "the loop ends before")]
        let letter = byte as u8;
        kinds[byte] = match letter {
            b'a'..=b'f' => Letters::HEXADECIMAL,
            b'g'..=b'z' => Letters::FROM_G,
            b'A'..=b'Z' => Letters::UPPER_CASE,
            b'0'..=b'9' => Letters::DIGIT,
            b'-' => Letters::HYPHEN,
            b'.' => Letters::FULL_STOP,
            b'_' => Letters::UNDERSCORE,
            _ => Letters::OTHER,
        };
        byte += 1;
    }
    kinds
};
