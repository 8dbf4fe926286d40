//! JSON text that the page writes: what it keeps and what it exports. A few lines that do just
//! this are a fraction of what a serializer adds to the first load.

use cts_tracker::json::write_string;

/// An object while it is written.
pub(crate) struct Object(String);

impl Object {
    pub(crate) fn new() -> Self {
        Self("{".to_owned())
    }

    /// Adds a member whose value is JSON text already.
    #[inline(never)]
    pub(crate) fn json(mut self, name: &str, json: &str) -> Self {
        if self.0.len() > 1 {
            self.0.push(',');
        }
        write_string(name, &mut self.0);
        self.0.push(':');
        self.0.push_str(json);
        self
    }

    pub(crate) fn text(self, name: &str, text: &str) -> Self {
        self.maybe(name, Some(text))
    }

    /// Adds a text, or `null`.
    #[inline(never)]
    pub(crate) fn maybe(self, name: &str, text: Option<&str>) -> Self {
        let mut json = String::new();
        match text {
            Some(text) => write_string(text, &mut json),
            None => json.push_str("null"),
        }
        self.json(name, &json)
    }

    pub(crate) fn flag(self, name: &str, value: bool) -> Self {
        self.json(name, if value { "true" } else { "false" })
    }

    pub(crate) fn done(self) -> String {
        self.0 + "}"
    }
}

/// An array of values that are JSON text already.
pub(crate) fn array(items: &[String]) -> String {
    ["[", &items.join(","), "]"].concat()
}

/// A string with its quotes.
pub(crate) fn quoted(text: &str) -> String {
    let mut json = String::new();
    write_string(text, &mut json);
    json
}

#[cfg(test)]
mod tests {
    use cts_tracker::json::{Tree, parse};

    use super::{Object, array, quoted};

    #[test]
    fn what_is_written_is_read_again() {
        let every: String = (0..0x300).filter_map(char::from_u32).collect();
        let json = Object::new()
            .text("a\"b\\", &every)
            .maybe("none", None)
            .flag("yes", true)
            .flag("no", false)
            .json("list", &array(&[quoted("一"), "2".to_owned()]))
            .done();
        let tree = parse(json.as_bytes()).expect("JSON");
        assert_eq!(tree.get("a\"b\\"), Some(&Tree::Text(every)));
        assert_eq!(tree.get("none"), Some(&Tree::Null));
        assert_eq!(tree.get("yes"), Some(&Tree::Boolean(true)));
        assert_eq!(tree.get("no"), Some(&Tree::Boolean(false)));
        let list = vec![Tree::Text("一".to_owned()), Tree::Number("2".to_owned())];
        assert_eq!(tree.get("list"), Some(&Tree::Array(list)));
        assert_eq!(Object::new().done(), "{}");
        assert_eq!(array(&[]), "[]");
    }
}
