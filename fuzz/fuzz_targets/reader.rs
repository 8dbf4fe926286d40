//! Feeds whatever libFuzzer thinks of to the property of the same name.
#![no_main]

#[path = "../properties/reader.rs"]
mod reader;

libfuzzer_sys::fuzz_target!(|data: &[u8]| reader::hold(data));
