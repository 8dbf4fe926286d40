//! A disk in memory that can be full, slow, or lose power.

use std::io;
use std::sync::{Arc, Mutex, MutexGuard};
use std::time::Duration;

use crate::audit::chain::Link;
use crate::audit::file::look;
use crate::audit::medium::{Medium, Opened};

/// A file in memory. Clones share it.
#[derive(Clone, Default)]
pub(super) struct Disk(Arc<Mutex<Content>>);

/// What is on the disk.
pub(super) struct Content {
    pub(super) bytes: Vec<u8>,
    /// How many bytes still fit.
    pub(super) room: usize,
    /// Whether what was written cannot be confirmed.
    pub(super) is_unsure: bool,
    pub(super) delay: Duration,
}

impl Default for Content {
    fn default() -> Self {
        Self {
            bytes: Vec::new(),
            room: usize::MAX,
            is_unsure: false,
            delay: Duration::ZERO,
        }
    }
}

impl Disk {
    pub(super) fn holding(bytes: &[u8]) -> Self {
        let disk = Self::default();
        disk.content().bytes = bytes.to_vec();
        disk
    }

    pub(super) fn content(&self) -> MutexGuard<'_, Content> {
        self.0.lock().expect("no panic")
    }

    pub(super) fn bytes(&self) -> Vec<u8> {
        self.content().bytes.clone()
    }

    pub(super) fn text(&self) -> String {
        String::from_utf8_lossy(&self.bytes()).into_owned()
    }
}

impl Medium for Disk {
    fn open(&mut self, known: Option<&Link>) -> io::Result<Opened> {
        look(&self.bytes(), known)
    }

    fn append(&mut self, lines: &[u8]) -> io::Result<()> {
        let mut content = self.content();
        let fits = lines.len().min(content.room);
        content.bytes.extend_from_slice(&lines[..fits]);
        content.room -= fits;
        let (is_unsure, delay) = (content.is_unsure, content.delay);
        drop(content);
        std::thread::sleep(delay);
        if fits < lines.len() {
            Err(io::ErrorKind::StorageFull.into())
        } else if is_unsure {
            Err(io::Error::other("not confirmed"))
        } else {
            Ok(())
        }
    }

    fn is_full(&self) -> bool {
        false
    }

    fn rotate(&mut self) -> io::Result<()> {
        Err(io::Error::other("it is never full"))
    }
}
