//! Feeds whatever libFuzzer thinks of to the property of the same name.
#![no_main]

#[path = "../properties/fixes.rs"]
mod fixes;

libfuzzer_sys::fuzz_target!(|data: &[u8]| fixes::hold(data));
