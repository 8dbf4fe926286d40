//! The audit log: who changed which tracker, from what to what, and what became of it.
//!
//! Each update leaves two lines: the intent, which is on the disk before anything is sent, and the outcome. Lines are
//! chained by hashes ([`chain`]), so that a line that was altered, removed or moved is found ([`verify`]). No line
//! holds a header or any part of a credential: a record is made of the settings, of the members of a body that was
//! judged to be in order, and of status and request id of the answer.

mod chain;
mod entry;
mod file;
mod medium;
mod output;
mod record;
#[cfg(test)]
mod tests;
mod verify;
mod walk;
mod writer;

use std::io;
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::thread;
use std::time::Duration;

use tokio::sync::mpsc::{UnboundedSender, unbounded_channel};
use tokio::sync::oneshot;
use tokio::time::timeout;

pub(crate) use self::entry::Entry;
use self::file::LogFile;
use self::medium::Medium;
use self::output::Output;
use self::record::Record;
use self::record::{Event, Outcome, Request, Tracker};
pub use self::verify::{AUDIT_HELP, command};
pub(crate) use self::writer::State;
use self::writer::{Command, Writer};
use crate::settings::{AuditPlace, AuditSettings, SettingsError};

/// How long an update waits for its line.
const PATIENCE: Duration = Duration::from_secs(5);

/// The way to the writer. Clones share it.
#[derive(Clone)]
pub(crate) struct Audit {
    commands: UnboundedSender<Command>,
    state: Arc<State>,
}

/// An intent is not on the disk, so nothing may be sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Unwritten;

impl Audit {
    /// Opens the log and writes its first line.
    pub(crate) fn open(settings: &AuditSettings) -> Result<Self, SettingsError> {
        let wrong = |place: &str, error: &io::Error| {
            SettingsError::new(
                "audit",
                format!("{place} cannot be written: {error}"),
                "Without its audit log the proxy does not start.",
            )
        };
        match &settings.place {
            AuditPlace::File(path) => {
                let log = LogFile::new(path.clone(), settings.limit, settings.keep);
                Self::start(log).map_err(|error| wrong(&path.display().to_string(), &error))
            }
            AuditPlace::Output => {
                Self::start(Output::default()).map_err(|error| wrong("standard output", &error))
            }
        }
    }

    /// Starts the thread that writes.
    fn start(medium: impl Medium) -> io::Result<Self> {
        let state = Arc::new(State::default());
        let writer = Writer::open(medium, state.clone())?;
        let (commands, receiver) = unbounded_channel();
        thread::Builder::new()
            .name("audit".to_owned())
            .spawn(move || writer.run(receiver))?;
        Ok(Self { commands, state })
    }

    /// Writes the intent of an update and waits until it would survive a loss of power. Gives the hash of its line.
    ///
    /// # Errors
    /// When that is not certain: then nothing may be sent.
    pub(crate) async fn intent(&self, request: Request) -> Result<String, Unwritten> {
        let id = request.id.clone();
        let (reply, answer) = oneshot::channel();
        let record = Record::now(Event::Intent(Box::new(request)));
        let sent = self.commands.send(Command::Write(record, Some(reply)));
        if sent.is_err() {
            return Err(Unwritten);
        }
        match timeout(PATIENCE, answer).await {
            Ok(Ok(Some(hash))) => Ok(hash),
            Ok(_) => Err(Unwritten),
            Err(_) => {
                // The line may still be written, when the disk wakes up.
                self.note(Outcome::not_sent(&id, None));
                Err(Unwritten)
            }
        }
    }

    /// Writes something that has happened. It is written with the next lines, as soon as that is possible.
    pub(crate) fn note(&self, event: Event) {
        // The writer ends after everybody else.
        let _ = self.commands.send(Command::Write(Record::now(event), None));
    }

    /// Whether the log can be written; tries again when it could not.
    pub(crate) async fn is_writable(&self) -> bool {
        if self.state.is_writable.load(Ordering::Relaxed) {
            return true;
        }
        let (reply, answer) = oneshot::channel();
        let asked = self.commands.send(Command::Probe(reply));
        asked.is_ok() && matches!(timeout(PATIENCE, answer).await, Ok(Ok(true)))
    }

    /// Waits until everything that was noted is written, as far as that is possible.
    pub(crate) async fn close(&self) {
        let (reply, answer) = oneshot::channel();
        if self.commands.send(Command::Close(reply)).is_ok() {
            // Without an answer in time the disk hangs, and there is nothing to wait for.
            let _ = timeout(PATIENCE, answer).await;
        }
    }

    /// What was counted.
    pub(crate) fn state(&self) -> &State {
        &self.state
    }
}
