//! The properties that the fuzz targets hold, on the shared corpus and on every input that once
//! broke one (`fuzz/regressions`). So what fuzzing has found stays found without fuzzing.

#[path = "../../../fuzz/properties/conversions.rs"]
mod conversions;
#[path = "../../../tests/corpus/corpus.rs"]
mod corpus;
#[path = "../../../fuzz/properties/fixes.rs"]
mod fixes;
#[path = "../../../fuzz/properties/reader.rs"]
mod reader;
#[path = "../../../fuzz/properties/rules.rs"]
mod rules;

/// Replays everything for one target.
fn replay(target: &str, hold: fn(&[u8])) {
    for input in corpus::inputs(target) {
        // A panic does not say which input it was; the test's output does.
        eprintln!("{}", input.name);
        hold(&input.bytes);
    }
}

#[test]
fn reader_holds() {
    replay("reader", reader::hold);
}

#[test]
fn rules_hold() {
    replay("rules", rules::hold);
}

#[test]
fn fixes_hold() {
    replay("fixes", fixes::hold);
}

#[test]
fn conversions_hold() {
    replay("conversions", conversions::hold);
}
