//! A file to which lines are appended, and the files before it.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, Read as _, Write as _};
use std::path::{Path, PathBuf};

use super::chain::Link;
use super::medium::{Medium, Opened};
use super::walk::Walk;

/// The file that is written, beside those that were full: their names have a number more, which only ever grows.
#[derive(Debug)]
pub(crate) struct LogFile {
    path: PathBuf,
    /// From how many bytes on the file is put aside.
    limit: u64,
    /// How many files are kept besides; 0 keeps all.
    keep: usize,
    file: Option<File>,
    size: u64,
}

impl LogFile {
    pub(crate) fn new(path: PathBuf, limit: u64, keep: usize) -> Self {
        Self {
            path,
            limit,
            keep,
            file: None,
            size: 0,
        }
    }

    /// The numbers of the files that were put aside, in order.
    fn aside(&self) -> io::Result<Vec<u64>> {
        let name = self.name()?;
        let mut numbers: Vec<u64> = Vec::new();
        for entry in fs::read_dir(self.folder())? {
            let entry = entry?.file_name();
            let number: Option<u64> = entry
                .to_str()
                .and_then(|entry| entry.strip_prefix(&name)?.strip_prefix('.')?.parse().ok());
            numbers.extend(number);
        }
        numbers.sort_unstable();
        Ok(numbers)
    }

    fn folder(&self) -> &Path {
        match self.path.parent() {
            Some(folder) if !folder.as_os_str().is_empty() => folder,
            _ => Path::new("."),
        }
    }

    fn name(&self) -> io::Result<String> {
        self.path
            .file_name()
            .and_then(|name| name.to_str())
            .map(str::to_owned)
            .ok_or_else(|| io::Error::other("the path does not end with the name of a file"))
    }

    fn aside_path(&self, number: u64) -> io::Result<PathBuf> {
        Ok(self.folder().join(format!("{}.{number:06}", self.name()?)))
    }

    /// A new name survives a loss of power only when the folder was written too.
    fn sync_folder(&self) -> io::Result<()> {
        File::open(self.folder())?.sync_all()
    }

    fn create(&self) -> io::Result<File> {
        let mut options = OpenOptions::new();
        options.read(true).append(true).create_new(true);
        own(&mut options);
        let file = options.open(&self.path)?;
        lock(&file)?;
        self.sync_folder()?;
        Ok(file)
    }

    /// The end of the chain in the files that were put aside.
    fn end_aside(&self, known: Option<&Link>) -> io::Result<Link> {
        let Some(last) = self.aside()?.last().copied() else {
            return Ok(Link::origin());
        };
        let path = self.aside_path(last)?;
        let opened = read(&mut File::open(&path)?, known).map_err(|error| at(&path, &error))?;
        if opened.torn.is_some() {
            return Err(at(&path, &io::Error::other("its end is cut off")));
        }
        Ok(opened.end)
    }
}

impl Medium for LogFile {
    fn open(&mut self, known: Option<&Link>) -> io::Result<Opened> {
        self.file = None;
        let mut options = OpenOptions::new();
        options.read(true).append(true);
        let mut file = match options.open(&self.path) {
            Ok(file) => file,
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                let end = self.end_aside(known)?;
                check_known(known, &end)?;
                self.file = Some(self.create()?);
                self.size = 0;
                return Ok(Opened::empty(end));
            }
            Err(error) => return Err(error),
        };
        let about = file.metadata()?;
        if !about.is_file() {
            return Err(io::Error::other("it is not an ordinary file"));
        }
        lock(&file)?;
        let mut opened = read(&mut file, known)?;
        if opened.is_empty {
            opened.end = self.end_aside(known)?;
            check_known(known, &opened.end)?;
        }
        self.size = about.len();
        self.file = Some(file);
        Ok(opened)
    }

    fn append(&mut self, lines: &[u8]) -> io::Result<()> {
        let Some(file) = &mut self.file else {
            return Err(io::Error::other("it is not open"));
        };
        file.write_all(lines)?;
        file.sync_data()?;
        self.size += lines.len() as u64;
        Ok(())
    }

    fn is_full(&self) -> bool {
        self.size >= self.limit
    }

    fn rotate(&mut self) -> io::Result<()> {
        self.file = None;
        let aside = self.aside()?;
        let number = aside.last().map_or(1, |last| last + 1);
        fs::rename(&self.path, self.aside_path(number)?)?;
        self.file = Some(self.create()?);
        self.size = 0;
        // The new file is there: what follows is no reason to stop writing.
        if self.keep > 0 {
            let surplus = (aside.len() + 1).saturating_sub(self.keep);
            for number in aside.into_iter().take(surplus) {
                if let Err(error) = fs::remove_file(self.aside_path(number)?) {
                    tracing::warn!(number, %error, "an old audit log cannot be removed");
                }
            }
        }
        Ok(())
    }
}

impl Opened {
    pub(super) fn empty(end: Link) -> Self {
        Self {
            end,
            is_empty: true,
            is_unended: false,
            torn: None,
        }
    }
}

/// Reads a file to its end and checks every line.
fn read(file: &mut File, known: Option<&Link>) -> io::Result<Opened> {
    let mut bytes = Vec::new();
    file.read_to_end(&mut bytes)?;
    look(&bytes, known)
}

/// Looks at what is there. Where there is no line at all the end of the chain is that of the files before.
pub(super) fn look(bytes: &[u8], known: Option<&Link>) -> io::Result<Opened> {
    let mut seen = known.is_none();
    let walked = Walk::new(bytes, &mut |sealed| {
        seen |= known.is_some_and(|known| sealed.link() == *known);
    })
    .run(None);
    if let Some(problem) = walked.problems.first() {
        return Err(io::Error::other(format!(
            "line {}: {}. Look at it with `cts-proxy audit verify`, keep the file elsewhere, and start again",
            problem.line, problem.fault
        )));
    }
    let torn = walked.tail.map(|(_, torn)| torn);
    // Where not even the first line was written, the files before tell where the chain ends.
    let Some(end) = walked.end else {
        return Ok(Opened {
            torn,
            ..Opened::empty(Link::origin())
        });
    };
    if !seen && walked.before.as_ref() != known {
        return Err(gone());
    }
    Ok(Opened {
        end,
        is_empty: false,
        is_unended: walked.is_unended,
        torn,
    })
}

pub(super) fn check_known(known: Option<&Link>, end: &Link) -> io::Result<()> {
    if known.is_none_or(|known| known == end) {
        Ok(())
    } else {
        Err(gone())
    }
}

fn gone() -> io::Error {
    io::Error::other("a line that was written is not there any more")
}

fn at(path: &Path, error: &io::Error) -> io::Error {
    io::Error::other(format!("{}: {error}", path.display()))
}

/// Two programs that write one file would tear the chain.
fn lock(file: &File) -> io::Result<()> {
    match file.try_lock() {
        Ok(()) => Ok(()),
        Err(TryLockError::WouldBlock) => Err(io::Error::other("another program writes it")),
        Err(TryLockError::Error(error)) => Err(error),
    }
}

/// Nobody else reads or writes the file.
#[cfg(unix)]
fn own(options: &mut OpenOptions) {
    use std::os::unix::fs::OpenOptionsExt as _;
    options.mode(0o600);
}

/// Nobody else reads or writes the file: what the folder says.
#[cfg(not(unix))]
fn own(_: &mut OpenOptions) {}
