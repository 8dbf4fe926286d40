//! What the command needs from the world around it.

/// Files, streams and settings of the place where the command runs.
pub trait Host {
    /// The content of a file.
    ///
    /// # Errors
    ///
    /// Why it cannot be read, in words.
    fn read(&self, path: &str) -> Result<Vec<u8>, String>;

    /// Everything on standard input.
    ///
    /// # Errors
    ///
    /// Why it cannot be read, in words.
    fn read_input(&self) -> Result<Vec<u8>, String>;

    /// Replaces the content of a file.
    ///
    /// # Errors
    ///
    /// Why it cannot be written, in words.
    fn write(&self, path: &str, content: &[u8]) -> Result<(), String>;

    /// What a path leads to.
    fn kind(&self, path: &str) -> Kind;

    /// The names in a folder, in any order, without links to folders: those may lead in a circle.
    ///
    /// # Errors
    ///
    /// Why it cannot be listed, in words.
    fn list(&self, path: &str) -> Result<Vec<String>, String>;

    /// Whether the standard output is a terminal whose colours are wanted: `NO_COLOR` is unset or
    /// empty.
    fn wants_colors(&self) -> bool;
}

/// What a path leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A file, or something that can be read like one.
    File,
    /// A folder.
    Folder,
    /// Nothing.
    Missing,
}
