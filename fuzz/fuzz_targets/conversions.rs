//! Feeds whatever libFuzzer thinks of to the property of the same name.
#![no_main]

#[path = "../properties/conversions.rs"]
mod conversions;

libfuzzer_sys::fuzz_target!(|data: &[u8]| conversions::hold(data));
