//! The request as text to edit: lines to type into over a layer that shows the same text with colours,
//! line numbers and marks.
//!
//! The lines are those of the browser, so that caret, selection, input methods and assistive
//! technology work as everywhere. This is part of the module `editor`; the page tells it the text
//! and what is known besides, and is told what was typed.

mod caret;
mod desk;
mod lines;
mod parts;
mod problems;
mod tokens;

pub use desk::{Desk, Told};
