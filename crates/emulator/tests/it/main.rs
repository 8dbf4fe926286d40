//! The stand-in as its callers see it.

mod authentication;
mod call;
mod list;
mod tokens;
mod update;
