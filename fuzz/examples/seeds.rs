//! Writes what each fuzz target starts from into a folder: `seeds FOLDER`.

use std::path::{Path, PathBuf};

#[path = "../../tests/corpus/corpus.rs"]
mod corpus;

fn main() -> std::io::Result<()> {
    let Some(folder) = std::env::args_os().nth(1).map(PathBuf::from) else {
        return Err(std::io::Error::other("seeds needs a folder"));
    };
    for target in ["reader", "rules", "fixes", "conversions", "boundary"] {
        let folder = folder.join(target);
        std::fs::create_dir_all(&folder)?;
        for (number, input) in corpus::inputs(target).iter().enumerate() {
            std::fs::write(folder.join(format!("{number:03}")), &input.bytes)?;
        }
    }
    // The targets of the proxy start from texts of their own.
    let own = Path::new(env!("CARGO_MANIFEST_DIR"));
    for target in ["settings", "tokens", "policy", "routes"] {
        let folder = folder.join(target);
        std::fs::create_dir_all(&folder)?;
        for kind in ["seeds", "regressions"] {
            // Git keeps no empty folder, and there are no regressions as long as nothing was found.
            let Ok(files) = std::fs::read_dir(own.join(kind).join(target)) else {
                continue;
            };
            for file in files {
                let file = file?;
                std::fs::copy(file.path(), folder.join(file.file_name()))?;
            }
        }
    }
    Ok(())
}
