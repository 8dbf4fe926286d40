//! What only a browser can do. Nothing in here decides anything about the request.

pub(crate) mod clipboard;
pub(crate) mod desk;
pub(crate) mod download;
pub(crate) mod effects;
mod fetch;
pub(crate) mod focus;
pub(crate) mod import;
pub(crate) mod languages;
pub(crate) mod later;
pub(crate) mod page;
pub(crate) mod panic;
pub(crate) mod samples;
pub(crate) mod send;
pub(crate) mod settings;
pub(crate) mod storage;
