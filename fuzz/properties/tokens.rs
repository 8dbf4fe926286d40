//! What callers send to be known, and the file that it is compared with.

use cts_proxy::fuzzing::{bearer_token, parts, tokens};

/// Holds the readers of tokens: nothing but the one form passes, and nothing panics.
pub(crate) fn hold(data: &[u8]) {
    if let Some(token) = bearer_token(data) {
        let is_ascii = |byte: &u8| (b' '..=b'~').contains(byte) || *byte == b'\t';
        assert!(
            !token.is_empty()
                && token.len() <= 16 * 1024
                && token.bytes().all(|byte| is_ascii(&byte))
        );
        assert!(data.ends_with(token.as_bytes()));
        if let Some((id, secret)) = parts(&token) {
            assert_eq!((id.len(), secret.len()), (16, 64));
            assert_eq!(format!("ctsp_{id}_{secret}"), token, "one way to write it");
        }
    }
    if let Ok(text) = std::str::from_utf8(data) {
        let found = tokens(text);
        assert!(found.is_none_or(|count| count <= text.matches("argon2id").count()));
    }
}
