//! Feeds whatever libFuzzer thinks of to the property of the same name.
#![no_main]

#[path = "../properties/boundary.rs"]
mod boundary;

libfuzzer_sys::fuzz_target!(|data: &[u8]| boundary::hold(data));
