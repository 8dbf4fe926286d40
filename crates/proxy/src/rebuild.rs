//! The body that goes out.

use axum::body::Bytes;
use cts_tracker::json::{self, Tree};
use sdk_hmac_sha256::query_string;
use tracing::error;

use crate::answer::Refusal;

/// A body written anew from the value that was judged. Bytes of the caller do not go out, so a text that another
/// reader would take for something else cannot pass: there is one way to write each value.
pub(crate) struct Rebuilt {
    /// The same members with the same values in the same order, without white space. Numbers keep their digits;
    /// of strings only what must be escaped is escaped. Members that the rules do not know are kept, as they are
    /// a warning and not an error.
    pub(crate) body: Bytes,
    /// The query with which a list shows the tracker that the body names.
    pub(crate) filter: String,
}

impl Rebuilt {
    /// Reads a body that was judged and has no error, with the same reader.
    pub(crate) fn from(body: &[u8]) -> Result<Self, Refusal> {
        let tree = json::parse(body).map_err(|problem| {
            // The rules have read the same text with the same reader.
            error!(?problem, "a body without errors cannot be read");
            Refusal::internal()
        })?;
        let mut text = String::with_capacity(body.len());
        json::write_compact(&tree, &mut text);
        let pairs: Vec<(String, String)> = ["tracker_name", "tracker_type"]
            .iter()
            .filter_map(|&name| {
                let value = tree.get(name).and_then(Tree::as_text)?;
                Some((name.to_owned(), value.to_owned()))
            })
            .collect();
        Ok(Self {
            body: Bytes::from(text),
            filter: query_string(&pairs),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rebuilt(text: &str) -> (String, String) {
        let Rebuilt { body, filter } = Rebuilt::from(text.as_bytes()).expect("a body");
        (String::from_utf8(body.to_vec()).expect("UTF-8"), filter)
    }

    #[test]
    fn one_way_to_write_each_value() {
        let odd = " {\r\n\t\"tracker_type\" : \"syst\\u0065m\", \"tracker_name\":\"sys\\/tem &é\" ,\
                   \"n\": [ 1.0e+2 , -0 , 12345678901234567890 ],\"\\u81ea\":null , \"z\":{ } }\n";
        let (body, filter) = rebuilt(odd);
        let expected = r#"{"tracker_type":"system","tracker_name":"sys/tem &é","n":[1.0e+2,-0,12345678901234567890],"自":null,"z":{}}"#;
        assert_eq!(body, expected);
        assert_eq!(rebuilt(&body).0, expected);
        assert_eq!(
            filter,
            "tracker_name=sys%2Ftem%20%26%C3%A9&tracker_type=system"
        );
    }
}
