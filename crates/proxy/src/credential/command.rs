//! Keys that a command prints, for instance the client of a store of secrets.

use std::process::Stdio;
use std::time::Duration;

use tokio::io::AsyncReadExt as _;
use tokio::process::Command;
use tokio::time::timeout;

use super::Issued;
use super::keys::{LIMIT, read};
use super::slot::{Fetched, Life, Problem};

/// Runs the command, without a shell, and reads keys from its standard output. What it writes to standard
/// error is not kept, as nobody knows what is in there.
pub(super) async fn keys(
    command: Vec<String>,
    limit: Duration,
) -> Result<Fetched<Issued>, Problem> {
    let program = command.first().cloned().unwrap_or_default();
    let named = |problem: &str| format!("the command {program} {problem}");
    let outcome = timeout(limit, printed(&command)).await;
    let seconds = limit.as_secs();
    let text = outcome
        .map_err(|_| Problem::passing(named(&format!("did not end within {seconds} s"))))?
        .map_err(|problem| Problem::passing(named(&problem)))?;
    // Keys without an end are those that the command would print again.
    read(&text, Life::Forever).map_err(|problem| Problem {
        text: named(&format!("printed something else: {}", problem.text)),
        ..problem
    })
}

/// What the command printed. Dropping the future ends the command.
async fn printed(command: &[String]) -> Result<Vec<u8>, String> {
    let (program, arguments) = command.split_first().ok_or_else(|| "is empty".to_owned())?;
    let mut child = Command::new(program)
        .args(arguments)
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .kill_on_drop(true)
        .spawn()
        .map_err(|error| format!("cannot be started: {error}"))?;
    let mut text = Vec::new();
    if let Some(output) = child.stdout.take() {
        output
            .take(LIMIT + 1)
            .read_to_end(&mut text)
            .await
            .map_err(|error| format!("cannot be read: {error}"))?;
    }
    if text.len() as u64 > LIMIT {
        return Err("printed more than 64 KiB".to_owned());
    }
    let status = child
        .wait()
        .await
        .map_err(|error| format!("cannot be waited for: {error}"))?;
    if status.success() {
        Ok(text)
    } else {
        Err(format!("failed: {status}"))
    }
}

#[cfg(all(test, unix))]
mod tests {
    use std::time::Instant;

    use super::*;

    async fn run(command: &[&str]) -> Result<Fetched<Issued>, String> {
        let command = command.iter().map(|&word| word.to_owned()).collect();
        let outcome = keys(command, Duration::from_secs(1)).await;
        outcome.map_err(|problem| problem.text)
    }

    #[tokio::test]
    async fn keys_are_read_from_its_output() {
        let keys = run(&["printf", "%s", r#"{"access":"AK","secret":"$HOME `x`"}"#]).await;
        // White space is no part of a key: the text came through without a shell.
        assert!(
            keys.err()
                .is_some_and(|text| text.contains("secret is empty"))
        );
        let keys = run(&["printf", "%s", r#"{"access":"$AK","secret":"`SK`"}"#]).await;
        assert_eq!(keys.expect("keys").life, Life::Forever);
    }

    #[tokio::test]
    async fn what_goes_wrong_is_named_without_its_output() {
        for (command, part) in [
            (&["/nonexistent"][..], "cannot be started"),
            (&["sh", "-c", "echo PLANTED; exit 3"], "exit status: 3"),
            (&["sh", "-c", "echo PLANTED"], "printed something else"),
            (&["sh", "-c", "echo PLANTED >&2; kill -9 $$"], "signal: 9"),
            (&["sh", "-c", "yes PLANTED"], "more than 64 KiB"),
            (&["true"], "printed something else"),
        ] {
            let problem = run(command).await.err().expect("a problem");
            assert!(problem.contains(part), "{command:?}: {problem}");
            assert!(!problem.contains("PLANTED"), "{problem}");
        }
    }

    #[tokio::test]
    async fn a_command_that_does_not_end_is_ended() {
        let folder = tempfile::TempDir::new().expect("a folder");
        let mark = folder.path().join("mark");
        let script = format!("sleep 2; touch {}", mark.display());
        let start = Instant::now();
        let problem = run(&["sh", "-c", &script]).await.err().expect("a problem");
        assert!(problem.contains("within 1 s"), "{problem}");
        assert!(start.elapsed() < Duration::from_secs(2));
        tokio::time::sleep(Duration::from_millis(1500)).await;
        assert!(!mark.exists(), "it went on");
    }
}
