//! Feeds whatever libFuzzer thinks of to the property of the same name.
#![no_main]

#[path = "../properties/routes.rs"]
mod routes;

libfuzzer_sys::fuzz_target!(|data: &[u8]| routes::hold(data));
