//! The command, with files and streams of whoever runs JavaScript.

use cts_tracker_command::{Host, Kind, run};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast as _, JsValue};

#[wasm_bindgen]
extern "C" {
    /// What the script gives: the functions below, which throw an `Error` when they fail.
    pub type Machine;

    #[wasm_bindgen(method, catch)]
    fn read(this: &Machine, path: &str) -> Result<Vec<u8>, JsValue>;
    #[wasm_bindgen(method, catch, js_name = readInput)]
    fn read_input(this: &Machine) -> Result<Vec<u8>, JsValue>;
    #[wasm_bindgen(method, catch)]
    fn write(this: &Machine, path: &str, content: &[u8]) -> Result<(), JsValue>;
    #[wasm_bindgen(method)]
    fn kind(this: &Machine, path: &str) -> String;
    #[wasm_bindgen(method, catch)]
    fn list(this: &Machine, path: &str) -> Result<Vec<String>, JsValue>;
    #[wasm_bindgen(method, js_name = wantsColors)]
    fn wants_colors(this: &Machine) -> bool;
    /// An error of JavaScript.
    type Error;
    #[wasm_bindgen(method, getter)]
    fn message(this: &Error) -> String;
}

/// The command's side of what the script gives.
struct Script(Machine);

impl Host for Script {
    fn read(&self, path: &str) -> Result<Vec<u8>, String> {
        self.0.read(path).map_err(described)
    }

    fn read_input(&self) -> Result<Vec<u8>, String> {
        self.0.read_input().map_err(described)
    }

    fn write(&self, path: &str, content: &[u8]) -> Result<(), String> {
        self.0.write(path, content).map_err(described)
    }

    fn kind(&self, path: &str) -> Kind {
        match self.0.kind(path).as_str() {
            "file" => Kind::File,
            "folder" => Kind::Folder,
            _ => Kind::Missing,
        }
    }

    fn list(&self, path: &str) -> Result<Vec<String>, String> {
        self.0.list(path).map_err(described)
    }

    fn wants_colors(&self) -> bool {
        self.0.wants_colors()
    }
}

fn described(error: JsValue) -> String {
    error.unchecked_into::<Error>().message()
}

/// What the command has to say, and how it ended.
#[wasm_bindgen(getter_with_clone)]
pub struct Outcome {
    /// The exit status.
    pub status: u8,
    /// For the standard output.
    pub output: Vec<u8>,
    /// For the standard error stream.
    pub complaint: String,
}

/// Runs the command with the arguments that follow its name.
#[wasm_bindgen]
#[must_use]
pub fn run_command(arguments: Vec<String>, machine: Machine) -> Outcome {
    let outcome = run(arguments, &Script(machine));
    Outcome {
        status: outcome.status,
        output: outcome.output,
        complaint: outcome.complaint,
    }
}
