//! The proxy as browsers and programs see it.

mod audit;
mod callers;
mod cloud;
mod corpus;
mod current;
mod explained;
mod faults;
mod forward;
mod guard;
mod identity;
mod limits;
mod page;
mod planted;
mod policy;
mod program;
mod raw;
mod recorder;
mod reload;
mod secrets;
mod sent;
mod settings;
mod site;
mod tables;
mod telemetry;
mod tls;
mod way;
