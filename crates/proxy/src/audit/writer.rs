//! The one thread that writes.
//!
//! While it waits for the disk, more lines arrive; they are written together, so that many updates at once wait for
//! the disk once.

use std::collections::VecDeque;
use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use prometheus_client::metrics::counter::Counter;
use tokio::sync::mpsc::UnboundedReceiver;
use tokio::sync::oneshot;
use tracing::{error, info};

use super::chain::{Link, Torn};
use super::medium::Medium;
use super::record::{Event, Outcome, Record};

/// How many lines are written together at most.
const BATCH: usize = 256;

/// How many lines are kept for later while nothing can be written.
const OWED: usize = 10_000;

/// How long to wait after a failure before the next attempt.
const PAUSE: Duration = Duration::from_millis(if cfg!(test) { 20 } else { 1000 });

/// What the writer is asked.
pub(super) enum Command {
    /// Write this. Whoever waits gets the hash of the line when it would survive a loss of power.
    Write(Record, Option<oneshot::Sender<Option<String>>>),
    /// Try again if nothing could be written, and say whether something can.
    Probe(oneshot::Sender<bool>),
    /// Write what came before, and end.
    Close(oneshot::Sender<()>),
}

/// What others may know.
#[derive(Debug, Default)]
pub(crate) struct State {
    pub(crate) is_writable: AtomicBool,
    pub(crate) lines: Counter,
    pub(crate) batches: Counter,
    pub(crate) failures: Counter,
}

/// The writer: its medium, and where the chain ends.
pub(super) struct Writer<M> {
    medium: M,
    state: Arc<State>,
    /// The last line that would survive a loss of power.
    end: Option<Link>,
    /// Lines that are due as soon as something can be written.
    owed: VecDeque<Record>,
    /// Intents that may stand in the file although their callers were told otherwise: numbers and request ids.
    void: Vec<(u64, String)>,
    failed: Option<Instant>,
}

impl<M: Medium> Writer<M> {
    /// Opens the medium and writes the first line of this run.
    pub(super) fn open(medium: M, state: Arc<State>) -> io::Result<Self> {
        let mut writer = Self {
            medium,
            state,
            end: None,
            owed: VecDeque::new(),
            void: Vec::new(),
            failed: None,
        };
        writer.resume()?;
        Ok(writer)
    }

    /// Writes until it is told to close, or nobody is left who could.
    pub(super) fn run(mut self, mut commands: UnboundedReceiver<Command>) {
        while let Some(first) = commands.blocking_recv() {
            let mut batch = vec![first];
            while batch.len() < BATCH {
                let Ok(next) = commands.try_recv() else { break };
                batch.push(next);
            }
            let mut lines = Vec::new();
            let mut probes = Vec::new();
            let mut closing = None;
            for command in batch {
                match command {
                    Command::Write(record, reply) => lines.push((record, reply)),
                    Command::Probe(reply) => probes.push(reply),
                    Command::Close(reply) => closing = Some(reply),
                }
            }
            if !lines.is_empty() {
                self.commit(lines);
            }
            for probe in probes {
                // Nobody listens any more when the one who asked went away.
                let _ = probe.send(self.is_ready());
            }
            if let Some(closing) = closing {
                self.tell("the audit log is closed");
                // Whoever waits may open the file next.
                drop(self);
                let _ = closing.send(());
                return;
            }
        }
    }

    /// Whether lines can be written; tries to mend it when they cannot.
    fn is_ready(&mut self) -> bool {
        let Some(failed) = self.failed else {
            return true;
        };
        if failed.elapsed() < PAUSE {
            return false;
        }
        match self.resume() {
            Ok(()) => true,
            Err(error) => {
                self.fail(&error);
                false
            }
        }
    }

    fn commit(&mut self, lines: Vec<(Record, Option<oneshot::Sender<Option<String>>>)>) {
        let outcome = if self.is_ready() {
            self.write(&lines)
        } else {
            Err(None)
        };
        match outcome {
            Ok(hashes) => {
                for ((_, reply), hash) in lines.into_iter().zip(hashes) {
                    if let Some(reply) = reply {
                        // Who went away is told by the outcome.
                        let _ = reply.send(Some(hash));
                    }
                }
            }
            Err(error) => {
                if let Some(error) = error {
                    self.fail(&error);
                }
                for (record, reply) in lines {
                    match reply {
                        Some(reply) => drop(reply.send(None)),
                        None if self.owed.len() < OWED => self.owed.push_back(record),
                        None => error!("a line of the audit log is lost: too many wait"),
                    }
                }
            }
        }
    }

    /// Writes lines behind those that are owed.
    fn write<R>(&mut self, lines: &[(Record, R)]) -> Result<Vec<String>, Option<io::Error>> {
        let mut link = self.end.clone().unwrap_or_else(Link::origin);
        let mut text = String::new();
        let mut count = 0;
        if self.medium.is_full() {
            self.medium.rotate()?;
            let first = first_line(&link, None);
            add(&mut text, &mut link, &first);
            count += 1;
        }
        for record in &self.owed {
            add(&mut text, &mut link, record);
        }
        let mut hashes = Vec::with_capacity(lines.len());
        let mut void = Vec::new();
        for (record, _) in lines {
            add(&mut text, &mut link, record);
            hashes.push(link.hash.clone());
            void.extend(record.intent().map(|id| (link.number, id.to_owned())));
        }
        count += self.owed.len() + lines.len();
        if let Err(error) = self.medium.append(text.as_bytes()) {
            self.void.append(&mut void);
            return Err(Some(error));
        }
        self.written(link, count);
        Ok(hashes)
    }

    /// Opens the medium, says what was left unfinished, and writes what is owed.
    fn resume(&mut self) -> io::Result<()> {
        let opened = self.medium.open(self.end.as_ref())?;
        let mut link = opened.end;
        for (number, id) in std::mem::take(&mut self.void) {
            if number <= link.number && !opened.is_empty {
                self.owed
                    .push_back(Record::now(Outcome::not_sent(&id, None)));
            }
        }
        // An intent that was written and an outcome that was written too, but not confirmed, stand there twice; the
        // request id tells.
        let mut text = String::new();
        if opened.is_unended || opened.torn.is_some() {
            text.push('\n');
        }
        let is_unfinished = opened.torn.is_some();
        let (in_file, in_start) = if opened.is_empty {
            (opened.torn, None)
        } else {
            (None, opened.torn)
        };
        let mut count = 1 + self.owed.len();
        if opened.is_empty {
            let first = first_line(&link, in_file);
            add(&mut text, &mut link, &first);
            count += 1;
        }
        add(
            &mut text,
            &mut link,
            &Record::now(Event::Start { torn: in_start }),
        );
        for record in &self.owed {
            add(&mut text, &mut link, record);
        }
        self.medium.append(text.as_bytes())?;
        self.failed = None;
        self.written(link, count);
        if is_unfinished {
            error!(
                "the last line of the audit log was not written to its end; the next one says so"
            );
        }
        self.tell("the audit log goes on");
        Ok(())
    }

    fn written(&mut self, end: Link, count: usize) {
        self.end = Some(end);
        self.owed.clear();
        self.state.lines.inc_by(count as u64);
        self.state.batches.inc();
        self.state.is_writable.store(true, Ordering::Relaxed);
    }

    fn fail(&mut self, error: &io::Error) {
        error!(%error, "the audit log cannot be written: no update is sent");
        self.failed = Some(Instant::now());
        self.state.failures.inc();
        self.state.is_writable.store(false, Ordering::Relaxed);
    }

    /// Puts the end of the chain into the log, so that it stands in another place too.
    fn tell(&self, what: &'static str) {
        if let Some(Link { number, hash }) = &self.end {
            info!(number, hash, "{what}");
        }
    }
}

fn add(text: &mut String, link: &mut Link, record: &Record) {
    text.push_str(&link.seal(&record.time(), &record.members()));
    text.push('\n');
}

/// The first line of a file behind this line.
fn first_line(link: &Link, torn: Option<Torn>) -> Record {
    Record::now(Event::File {
        previous: link.hash.clone(),
        version: env!("CARGO_PKG_VERSION"),
        torn,
    })
}
