//! The proxy as browsers and programs see it.

mod callers;
mod cloud;
mod corpus;
mod current;
mod faults;
mod forward;
mod guard;
mod limits;
mod page;
mod program;
mod raw;
mod secrets;
mod settings;
mod site;
mod tls;
