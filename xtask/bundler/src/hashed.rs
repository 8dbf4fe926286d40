//! File names that change with their content, so that browsers may keep them for ever.

use std::fmt::Write as _;

use sha2::{Digest, Sha256};

/// Puts the first 16 hexadecimal digits of the content's SHA-256 before the extension:
/// `style.css` becomes `style-0123456789abcdef.css`. `cts-proxy` knows immutable files by this pattern.
pub(crate) fn name(plain: &str, content: &[u8]) -> String {
    let digest = Sha256::digest(content);
    let mut hash = String::with_capacity(16);
    for byte in digest.iter().take(8) {
        // Writing into a String cannot fail.
        let _ = write!(hash, "{byte:02x}");
    }
    match plain.rsplit_once('.') {
        Some((stem, extension)) => format!("{stem}-{hash}.{extension}"),
        None => format!("{plain}-{hash}"),
    }
}

/// Splits a name made by [`name`] into the plain name and the hash; nothing for other names.
pub(crate) fn split(hashed: &str) -> Option<(String, &str)> {
    let (stem, extension) = hashed.rsplit_once('.')?;
    let (plain, hash) = stem.rsplit_once('-')?;
    let is_hash = hash.len() == 16
        && hash
            .bytes()
            .all(|byte| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte));
    is_hash.then(|| (format!("{plain}.{extension}"), hash))
}

#[cfg(test)]
mod tests {
    use super::{name, split};

    #[test]
    fn name_holds_the_sha_256_of_the_content() {
        // SHA-256 of the empty text begins with e3b0c44298fc1c14.
        assert_eq!(name("style.css", b""), "style-e3b0c44298fc1c14.css");
        assert_eq!(name("a-b.min.js", b""), "a-b.min-e3b0c44298fc1c14.js");
        assert_ne!(name("style.css", b"a"), name("style.css", b"b"));
    }

    #[test]
    fn only_names_of_the_pattern_are_split() {
        assert_eq!(
            split("a-b-e3b0c44298fc1c14.css"),
            Some(("a-b.css".to_owned(), "e3b0c44298fc1c14"))
        );
        for other in [
            "style.css",
            "style-e3b0c442.css",
            "style-E3B0C44298FC1C14.css",
            "icon",
        ] {
            assert_eq!(split(other), None, "{other}");
        }
    }
}
