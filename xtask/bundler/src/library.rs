//! The module of the npm package: wasm-bindgen for any environment, then wasm-opt.

use std::fs;
use std::path::Path;

use wasm_bindgen_cli_support::Bindgen;

use crate::cli::LibraryOptions;
use crate::compress;
use crate::error::{AtPath, Error, Result};
use crate::page::WorkFolder;
use crate::tools::{Aim, Tools};
use crate::{panics, shares};

/// Writes `NAME.js` and `NAME.wasm` into the folder.
///
/// The script is an ES module that loads nothing by itself: the entry files of the package know
/// where the module is. It can be made again from the compiled module, which is how the package
/// recovers from a panic.
pub(crate) fn make(options: &LibraryOptions) -> Result<()> {
    let name = &options.name;
    let work = WorkFolder::new()?;
    let glue = work.path().join("glue");
    let mut bindgen = Bindgen::new();
    let mut output = bindgen
        .input_path(&options.wasm)
        .out_name(name)
        .web(true)
        .and_then(|bindgen| {
            bindgen
                .typescript(false)
                .omit_default_module_path(true)
                .reset_state_function(true)
                // Panics are known by their names; wasm-opt removes all names.
                .remove_name_section(!options.trap)
                .remove_producers_section(true)
                .generate_output()
        })
        .map_err(about_bindgen)?;
    if options.trap {
        panics::cut(output.wasm_mut())?;
    }
    output.emit(&glue).map_err(about_bindgen)?;
    let module = glue.join(format!("{name}_bg.wasm"));
    let wasm = Tools::new(&options.tools).optimise(
        &fs::read(&module).at(&module)?,
        Aim::Speed,
        work.path(),
    )?;
    let wasm = shares::without_names(&wasm)?;
    fs::create_dir_all(&options.out).at(&options.out)?;
    let script = glue.join(format!("{name}.js"));
    write(
        &options.out.join(format!("{name}.js")),
        &fs::read(&script).at(&script)?,
    )?;
    write(&options.out.join(format!("{name}.wasm")), &wasm)
}

fn about_bindgen(error: impl std::fmt::Display) -> Error {
    Error::new(format!("wasm-bindgen: {error:#}"))
}

fn write(path: &Path, content: &[u8]) -> Result<()> {
    fs::write(path, content).at(path)
}

/// Prints what files weigh as they are, as gzip and as brotli, and fails above the budget.
pub(crate) fn weigh(files: &[std::path::PathBuf], budget: u64) -> Result<()> {
    let mut total = 0;
    for path in files {
        let content = fs::read(path).at(path)?;
        let (gzip, brotli) = (
            compress::gzip(&content)?.len(),
            compress::brotli(&content)?.len(),
        );
        total += brotli as u64;
        let name = path.file_name().unwrap_or_default().display().to_string();
        println!("{name:<24} {:>9} {gzip:>9} {brotli:>9}", content.len());
    }
    println!(
        "{:<24} {:>9} {:>9} {total:>9} of {budget}",
        "together", "", ""
    );
    if total > budget {
        return Err(Error::new(format!(
            "{total} bytes (brotli) are more than {budget}"
        )));
    }
    Ok(())
}
