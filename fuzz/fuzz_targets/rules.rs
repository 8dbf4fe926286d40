//! Feeds whatever libFuzzer thinks of to the property of the same name.
#![no_main]

#[path = "../properties/rules.rs"]
mod rules;

libfuzzer_sys::fuzz_target!(|data: &[u8]| rules::hold(data));
