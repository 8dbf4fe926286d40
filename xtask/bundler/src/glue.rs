//! wasm-bindgen as a library: from the module cargo made to the module and the script a browser takes.

use std::path::{Path, PathBuf};

use wasm_bindgen_cli_support::Bindgen;

use crate::error::{AtPath, Error, Result};
use crate::panics;

/// What wasm-bindgen made.
pub(crate) struct Glue {
    /// An ES module whose default export starts the page.
    pub(crate) script: Vec<u8>,
    /// The module that goes with it.
    pub(crate) wasm: Vec<u8>,
    /// Scripts that crates brought along: path as the glue imports it, below the page's folder, and content.
    pub(crate) snippets: Vec<(PathBuf, Vec<u8>)>,
}

/// Runs wasm-bindgen for browsers (`--target web`). With `keep_names` the module keeps the names of functions, which
/// makes stacks readable and the file larger.
pub(crate) fn make(wasm: &Path, work: &Path, keep_names: bool) -> Result<Glue> {
    let out = work.join("glue");
    let made = (|| {
        let mut bindgen = Bindgen::new();
        let mut output = bindgen
            .input_path(wasm)
            .out_name("page")
            .web(true)?
            .typescript(false)
            // The bootstrap names the module; a second, unhashed name in the glue would only mislead.
            .omit_default_module_path(true)
            .remove_producers_section(!keep_names)
            .generate_output()?;
        if !keep_names {
            // wasm-opt removes the names, by which these functions are known.
            panics::silence(output.wasm_mut());
        }
        output.emit(&out)
    })();
    made.map_err(|error| Error::new(format!("wasm-bindgen: {error:#}")))?;
    let script = out.join("page.js");
    let module = out.join("page_bg.wasm");
    let mut snippets = Vec::new();
    collect(&out.join("snippets"), &out, &mut snippets)?;
    Ok(Glue {
        script: std::fs::read(&script).at(&script)?,
        wasm: std::fs::read(&module).at(&module)?,
        snippets,
    })
}

fn collect(dir: &Path, root: &Path, found: &mut Vec<(PathBuf, Vec<u8>)>) -> Result<()> {
    if !dir.is_dir() {
        return Ok(());
    }
    for entry in std::fs::read_dir(dir).at(dir)? {
        let path = entry.at(dir)?.path();
        if path.is_dir() {
            collect(&path, root, found)?;
        } else {
            let name = path.strip_prefix(root).at(&path)?.to_path_buf();
            found.push((name, std::fs::read(&path).at(&path)?));
        }
    }
    Ok(())
}
