//! The property that the fuzz target of the boundary holds, on the shared corpus and on every input
//! that once broke it (`fuzz/regressions`).

#[path = "../../../fuzz/properties/boundary.rs"]
mod boundary;
#[path = "../../../tests/corpus/corpus.rs"]
mod corpus;

#[test]
fn boundary_holds() {
    for input in corpus::inputs("boundary") {
        // A panic does not say which input it was; the test's output does.
        eprintln!("{}", input.name);
        boundary::hold(&input.bytes);
    }
}
