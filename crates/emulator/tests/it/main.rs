//! The stand-in as its callers see it.

mod authentication;
mod call;
mod codes;
mod control;
mod faults;
mod gateway;
mod list;
mod tokens;
mod update;
