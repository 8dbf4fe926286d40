//! The proxy as browsers and programs see it.

mod corpus;
mod faults;
mod forward;
mod guard;
mod page;
mod program;
mod secrets;
mod settings;
mod site;
mod tls;
