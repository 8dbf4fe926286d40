//! A request as both sides of the signature see it.

/// The parts of an HTTP request that the signature covers.
///
/// It has no `Debug`: headers and body may hold secrets.
#[derive(Clone, Copy)]
pub struct Request<'a> {
    /// The method in capitals, for instance `PUT`.
    pub method: &'a str,
    /// The path as it goes over the wire, for instance `/v3/{project_id}/tracker`.
    pub path: &'a str,
    /// The query as it goes over the wire, without the question mark; empty when there is none.
    pub query: &'a str,
    /// Names, in any case, and values. `Host` belongs here too.
    pub headers: &'a [(String, String)],
    /// The exact bytes of the body; empty when there is none.
    pub body: &'a [u8],
}

impl<'a> Request<'a> {
    /// The values of a header, its name compared without case.
    pub(crate) fn values(&self, name: &str) -> impl Iterator<Item = &'a str> {
        let headers = self.headers;
        headers
            .iter()
            .filter(move |(other, _)| other.eq_ignore_ascii_case(name))
            .map(|(_, value)| value.trim())
    }

    /// The first value of a header.
    pub(crate) fn value(&self, name: &str) -> Option<&'a str> {
        self.values(name).next()
    }

    /// Whether the scheme hashes this body: no media type, or one that starts with JSON or BSON.
    pub(crate) fn signs_body(&self) -> bool {
        self.value(crate::header::CONTENT_TYPE).is_none_or(|kind| {
            kind.is_empty()
                || kind.starts_with("application/json")
                || kind.starts_with("application/bson")
        })
    }
}
