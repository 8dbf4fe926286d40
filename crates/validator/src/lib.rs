//! What JavaScript sees of `cts-tracker`.
//!
//! No rule and no message lives here. There are two doors. The quick one takes a text that was
//! written straight into the memory of the module and answers with a number: zero when there is
//! nothing to say, else the place of a few 32-bit [`words`]. The other one carries what is asked
//! once, such as options and explanations, as JSON text: the core reads and writes that already,
//! and a second way to make values would more than double what a browser loads.
//!
//! Two modules are made of it. The one that browsers load judges. The feature `tools` adds what is
//! needed rarely: fixes, conversions, explanations, schemas and the command.
//!
//! All but [`boundary`](self) also compiles natively, where it is tested and where the
//! TypeScript declarations are written from it.
#![forbid(unsafe_code)]
#![deny(missing_docs)]

#[cfg(target_arch = "wasm32")]
pub mod boundary;
#[cfg(not(target_arch = "wasm32"))]
mod catalogue;
pub mod lines;
pub mod options;
#[cfg(not(target_arch = "wasm32"))]
pub mod types;
#[cfg(not(target_arch = "wasm32"))]
pub mod view;
pub mod words;

#[cfg(not(target_arch = "wasm32"))]
pub use catalogue::tables_script;
