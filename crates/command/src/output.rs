//! The forms in which verdicts are shown.

pub(crate) mod github;
pub(crate) mod json;
pub(crate) mod people;
pub(crate) mod sarif;
