//! The body that goes out.

use axum::body::Bytes;
use cts_tracker::json;
use tracing::error;

use crate::answer::Refusal;

/// Writes a body anew from the value that was judged and has no error, with the reader of the rules. Bytes of the caller
/// do not go out, so a text that another reader would take for something else cannot pass: there is one way to write each
/// value. What comes out has the same members with the same values in the same order, without white space. Numbers keep
/// their digits; of strings only what must be escaped is escaped. Members that the rules do not know are kept, as they are
/// a warning and not an error.
pub(crate) fn rebuild(body: &[u8]) -> Result<Bytes, Refusal> {
    let tree = json::parse(body).map_err(|problem| {
        // The rules have read the same text with the same reader.
        error!(?problem, "a body without errors cannot be read");
        Refusal::internal()
    })?;
    let mut text = String::with_capacity(body.len());
    json::write_compact(&tree, &mut text);
    Ok(Bytes::from(text))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rebuilt(text: &str) -> String {
        let body = rebuild(text.as_bytes()).expect("a body");
        String::from_utf8(body.to_vec()).expect("UTF-8")
    }

    #[test]
    fn one_way_to_write_each_value() {
        let odd = " {\r\n\t\"tracker_type\" : \"syst\\u0065m\", \"tracker_name\":\"sys\\/tem &é\" ,\
                   \"n\": [ 1.0e+2 , -0 , 12345678901234567890 ],\"\\u81ea\":null , \"z\":{ } }\n";
        let body = rebuilt(odd);
        let expected = r#"{"tracker_type":"system","tracker_name":"sys/tem &é","n":[1.0e+2,-0,12345678901234567890],"自":null,"z":{}}"#;
        assert_eq!(body, expected);
        assert_eq!(rebuilt(&body), expected);
    }
}
