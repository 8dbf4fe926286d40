//! Secrets in files that nobody else may read.

use std::fs::File;
use std::io::Read as _;
use std::path::Path;
use std::time::Duration;

use super::Issued;
use super::keys::{LIMIT, read};
use super::slot::{Fetched, Life, Problem};

/// How often a file with keys that name no end is looked at again.
const LOOK_AGAIN: Duration = Duration::from_mins(1);

/// The keys in a file.
pub(super) fn keys(path: &Path) -> Result<Fetched<Issued>, Problem> {
    let text = secret(path)?;
    read(&text, Life::Open(LOOK_AGAIN)).map_err(|problem| Problem {
        text: format!("{}: {}", path.display(), problem.text),
        ..problem
    })
}

/// What a file holds that nobody else may read. The rights are those of the file that was opened.
pub(super) fn secret(path: &Path) -> Result<Vec<u8>, Problem> {
    let shown = path.display();
    let unreadable =
        |error: std::io::Error| Problem::passing(format!("{shown} cannot be read: {error}"));
    let file = File::open(path).map_err(unreadable)?;
    private(&file, path)?;
    let mut text = Vec::new();
    file.take(LIMIT + 1)
        .read_to_end(&mut text)
        .map_err(unreadable)?;
    if text.len() as u64 > LIMIT {
        return Err(Problem::refused(format!("{shown} is larger than 64 KiB")));
    }
    Ok(text)
}

#[cfg(unix)]
fn private(file: &File, path: &Path) -> Result<(), Problem> {
    use std::os::unix::fs::MetadataExt as _;

    let shown = path.display();
    let about = file
        .metadata()
        .map_err(|error| Problem::passing(format!("{shown} cannot be read: {error}")))?;
    if !about.is_file() {
        return Err(Problem::refused(format!("{shown} is not a file")));
    }
    let rights = about.mode() & 0o777;
    if rights & 0o077 != 0 {
        return Err(Problem::refused(format!(
            "{shown} has the rights {rights:o}, so that others than its owner can use it; take them away \
             with chmod 600"
        )));
    }
    Ok(())
}

/// Rights are kept in another way there, which is up to whoever sets the program up.
#[cfg(not(unix))]
fn private(_: &File, _: &Path) -> Result<(), Problem> {
    Ok(())
}

#[cfg(all(test, unix))]
mod tests {
    use std::fs;
    use std::os::unix::fs::PermissionsExt as _;

    use tempfile::TempDir;

    use super::*;

    #[test]
    fn only_a_private_file_is_read() {
        let folder = TempDir::new().expect("a folder");
        let path = folder.path().join("keys.json");
        fs::write(&path, r#"{"access":"AK","secret":"SK"}"#).expect("a file");
        for (mode, taken) in [
            (0o600, true),
            (0o400, true),
            (0o640, false),
            (0o604, false),
            (0o660, false),
            (0o622, false),
            (0o644, false),
        ] {
            fs::set_permissions(&path, fs::Permissions::from_mode(mode)).expect("rights");
            let outcome = keys(&path);
            assert_eq!(outcome.is_ok(), taken, "{mode:o}");
            if let Err(problem) = outcome {
                assert!(problem.text.contains("chmod 600"), "{}", problem.text);
            }
        }
        let problem = |path: &Path| keys(path).err().expect("a problem").text;
        assert!(problem(&folder.path().join("none")).contains("cannot be read"));
        assert!(problem(folder.path()).contains("not a file"));
        fs::set_permissions(&path, fs::Permissions::from_mode(0o600)).expect("rights");
        fs::write(&path, vec![b' '; 70_000]).expect("a file");
        assert!(problem(&path).contains("larger than 64 KiB"));
        fs::write(&path, "PLANTED").expect("a file");
        let text = problem(&path);
        assert!(text.contains("keys.json: it is not JSON") && !text.contains("PLANTED"));
    }
}
