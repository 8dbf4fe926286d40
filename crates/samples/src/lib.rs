//! A tracker update written for the tools that people send it with, and read back from them.
//!
//! [`write()`] takes a draft and where it is to go, and writes it for one [`Tool`]: a command, a
//! program with an official SDK, a Terraform resource, a plain HTTP message, or a change ticket.
//! What a sample cannot say stands in its notes. Everything comes from the table of members and
//! from the draft; the body that a sample sends has the value of [`cts_tracker::Draft::emit`].
#![cfg_attr(not(test), no_std)]
#![forbid(unsafe_code)]
#![deny(missing_docs)]

extern crate alloc;

mod body;
mod comment;
mod foreign;
mod lines;
mod name;
mod note;
mod quote;
mod read;
mod render;
mod request;
mod sample;
mod target;
mod terraform;
mod tool;

pub use note::Note;
pub use read::{Left, Reading, Reason, Unread, is_for_tool, read};
pub use request::Request;
pub use sample::{Sample, write};
pub use tool::Tool;
