//! A socket that lets a head through only when it was seen whole and checked.

use std::io;
use std::pin::Pin;
use std::task::{Context, Poll, ready};
use std::time::Duration;

use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::time::{Instant, Sleep, sleep_until};

use super::Patience;
use super::flaw::Flaw;
use super::head;

/// How much is read at a time while a head is awaited.
const CHUNK: usize = 8 * 1024;

/// How long, and how much, is read and thrown away after a refusal. A connection that is closed while the caller still
/// sends can lose the answer on the way.
const LINGER: Duration = Duration::from_secs(1);
const LINGER_LIMIT: usize = 1024 * 1024;

/// What comes next from the other side.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Place {
    /// A head.
    Head,
    /// A body of which this much is left.
    Body(u64),
    /// Nothing that is read: a head had a flaw.
    Refused,
}

/// The socket. It hands on one message at a time: a head with a flaw, and all that follows it, is never handed on. The
/// head of [`Flaw::head`] takes its place.
pub(super) struct Checked<S> {
    stream: S,
    patience: Patience,
    place: Place,
    /// What was read and not handed on yet. Up to `released` it was checked.
    held: Vec<u8>,
    given: usize,
    released: usize,
    /// How much of the next head was looked at.
    seen: usize,
    /// When anything went in or out last, and when the next head began.
    active: Instant,
    began: Option<Instant>,
    reading: Alarm,
    writing: Alarm,
    /// Since when the other side takes nothing.
    stalled: Option<Instant>,
    /// After a refusal: until when, and how much, was read and thrown away.
    linger: Option<Instant>,
    drained: usize,
}

impl<S: AsyncRead + AsyncWrite + Unpin> Checked<S> {
    pub(super) fn new(stream: S, patience: Patience) -> Self {
        Self {
            stream,
            patience,
            place: Place::Head,
            held: Vec::new(),
            given: 0,
            released: 0,
            seen: 0,
            active: Instant::now(),
            began: None,
            reading: Alarm::default(),
            writing: Alarm::default(),
            stalled: None,
            linger: None,
            drained: 0,
        }
    }

    /// Hands on what was checked.
    fn give(&mut self, out: &mut ReadBuf<'_>) {
        let count = out.remaining().min(self.released - self.given);
        out.put_slice(&self.held[self.given..self.given + count]);
        self.given += count;
        if self.given == self.released {
            self.held.drain(..self.given);
            self.given = 0;
            self.released = 0;
        }
    }

    /// Looks at what is held of the next head. Whether something can be handed on now.
    fn look(&mut self) -> bool {
        let outcome = head::end(&self.held, self.seen).and_then(|end| {
            end.map(|end| Ok((end, head::check(&self.held[..end])?)))
                .transpose()
        });
        self.seen = self.held.len();
        match outcome {
            Ok(None) => {
                if self.began.is_none() && !self.held.is_empty() {
                    self.began = Some(Instant::now());
                }
                return false;
            }
            Ok(Some((end, length))) => {
                self.released = end;
                self.after_head(length);
            }
            Err(flaw) => self.refuse(flaw),
        }
        true
    }

    fn after_head(&mut self, length: u64) {
        self.seen = 0;
        self.began = None;
        self.place = if length == 0 {
            Place::Head
        } else {
            Place::Body(length)
        };
    }

    /// Puts our own head in the place of all that is held.
    fn refuse(&mut self, flaw: Flaw) {
        self.place = Place::Refused;
        self.held = flaw.head().into_bytes();
        self.given = 0;
        self.released = self.held.len();
    }

    /// A piece of the body, from what is held or right from the socket.
    fn body(
        &mut self,
        left: u64,
        context: &mut Context<'_>,
        out: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        let limit = usize::try_from(left).unwrap_or(usize::MAX);
        let count = if self.held.is_empty() {
            let room = limit.min(out.remaining());
            let mut part = ReadBuf::new(out.initialize_unfilled_to(room));
            ready!(Pin::new(&mut self.stream).poll_read(context, &mut part))?;
            let count = part.filled().len();
            out.advance(count);
            self.active = Instant::now();
            count
        } else {
            self.released = limit.min(self.held.len()).min(out.remaining());
            let count = self.released;
            self.give(out);
            count
        };
        self.place = match left - count as u64 {
            0 => Place::Head,
            left => Place::Body(left),
        };
        Poll::Ready(Ok(()))
    }

    /// Reads more of a head. `false` at the end of the stream, or when nothing came for too long.
    fn more(&mut self, context: &mut Context<'_>) -> Poll<io::Result<bool>> {
        let before = self.held.len();
        self.held.resize(before + CHUNK, 0);
        let mut part = ReadBuf::new(&mut self.held[before..]);
        let read = Pin::new(&mut self.stream).poll_read(context, &mut part);
        let count = part.filled().len();
        self.held.truncate(before + count);
        match read {
            Poll::Ready(Ok(())) => {
                self.active = Instant::now();
                Poll::Ready(Ok(count > 0))
            }
            Poll::Ready(Err(error)) => Poll::Ready(Err(error)),
            Poll::Pending => {
                let deadline = match self.began {
                    Some(began) => began + self.patience.head,
                    None => self.active + self.patience.idle,
                };
                ready!(self.reading.poll(context, deadline));
                if self.began.is_some() {
                    self.refuse(Flaw::Slow);
                    return Poll::Ready(Ok(true));
                }
                Poll::Ready(Ok(false))
            }
        }
    }

    /// What a write came to, unless the other side has taken nothing for too long.
    fn written<T>(
        &mut self,
        outcome: Poll<io::Result<T>>,
        context: &mut Context<'_>,
    ) -> Poll<io::Result<T>> {
        if outcome.is_ready() {
            self.stalled = None;
            self.active = Instant::now();
            return outcome;
        }
        let since = *self.stalled.get_or_insert_with(Instant::now);
        ready!(self.writing.poll(context, since + self.patience.write));
        Poll::Ready(Err(io::ErrorKind::TimedOut.into()))
    }
}

impl<S: AsyncRead + AsyncWrite + Unpin> AsyncRead for Checked<S> {
    fn poll_read(
        self: Pin<&mut Self>,
        context: &mut Context<'_>,
        out: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        let this = self.get_mut();
        if out.remaining() == 0 {
            return Poll::Ready(Ok(()));
        }
        loop {
            if this.given < this.released {
                this.give(out);
                return Poll::Ready(Ok(()));
            }
            match this.place {
                Place::Body(left) => return this.body(left, context, out),
                // An end of the stream could break off the answer; the answer ends the connection.
                Place::Refused => return Poll::Pending,
                Place::Head => {}
            }
            if this.held.len() > this.seen && this.look() {
                continue;
            }
            if !ready!(this.more(context))? {
                return Poll::Ready(Ok(()));
            }
        }
    }
}

impl<S: AsyncRead + AsyncWrite + Unpin> AsyncWrite for Checked<S> {
    fn poll_write(
        self: Pin<&mut Self>,
        context: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        let this = self.get_mut();
        let outcome = Pin::new(&mut this.stream).poll_write(context, bytes);
        this.written(outcome, context)
    }

    fn poll_write_vectored(
        self: Pin<&mut Self>,
        context: &mut Context<'_>,
        bytes: &[io::IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        let this = self.get_mut();
        let outcome = Pin::new(&mut this.stream).poll_write_vectored(context, bytes);
        this.written(outcome, context)
    }

    fn is_write_vectored(&self) -> bool {
        self.stream.is_write_vectored()
    }

    fn poll_flush(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.get_mut().stream).poll_flush(context)
    }

    fn poll_shutdown(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        let this = self.get_mut();
        let Some(until) = this.linger else {
            ready!(Pin::new(&mut this.stream).poll_shutdown(context))?;
            if this.place == Place::Head {
                return Poll::Ready(Ok(()));
            }
            this.linger = Some(Instant::now() + LINGER);
            context.waker().wake_by_ref();
            return Poll::Pending;
        };
        let mut waste = [0; 4096];
        while this.drained < LINGER_LIMIT {
            let mut part = ReadBuf::new(&mut waste);
            match Pin::new(&mut this.stream).poll_read(context, &mut part) {
                Poll::Ready(Ok(())) if !part.filled().is_empty() => {
                    this.drained += part.filled().len();
                }
                Poll::Ready(_) => break,
                Poll::Pending => {
                    ready!(this.reading.poll(context, until));
                    break;
                }
            }
        }
        Poll::Ready(Ok(()))
    }
}

/// A timer that is set anew only when it has to ring earlier, or rings too early. Setting it is dearer than the rest of
/// a request's bookkeeping.
#[derive(Default)]
struct Alarm {
    sleep: Option<Pin<Box<Sleep>>>,
}

impl Alarm {
    /// Ready once `deadline` is past.
    fn poll(&mut self, context: &mut Context<'_>, deadline: Instant) -> Poll<()> {
        let sleep = self
            .sleep
            .get_or_insert_with(|| Box::pin(sleep_until(deadline)));
        if sleep.deadline() > deadline {
            sleep.as_mut().reset(deadline);
        }
        loop {
            ready!(sleep.as_mut().poll(context));
            if Instant::now() >= deadline {
                return Poll::Ready(());
            }
            sleep.as_mut().reset(deadline);
        }
    }
}

#[cfg(test)]
mod tests;
