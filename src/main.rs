//! Starts the page.

fn main() {
    cts_tracker_form::start();
}
