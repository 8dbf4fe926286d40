//! Writes what each fuzz target starts from into a folder: `seeds FOLDER`.

use std::path::PathBuf;

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
    Ok(())
}
