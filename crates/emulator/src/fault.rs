//! Faults on demand: what the cloud, and the network before it, can do to a request.

mod strike;

use std::collections::VecDeque;
use std::time::Duration;

pub(crate) use self::strike::{broken, instead};

/// A fault and when it strikes. Faults strike in the order in which they were asked for, each the next requests that
/// it fits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    kind: FaultKind,
    method: Option<String>,
    times: u32,
    after_change: bool,
}

/// What goes wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum FaultKind {
    /// The answer comes later.
    Delay(Duration),
    /// The connection is reset instead of an answer. Without a socket the answer is [`FaultKind::HalfAnswer`].
    Reset,
    /// The connection ends in the middle of the answer. The request itself is carried out.
    HalfAnswer,
    /// The answer is shorter than its `Content-Length` says. The request itself is carried out.
    WrongLength,
    /// A page of something in between: 502 with HTML.
    HtmlPage,
    /// A code of the error tables, in the shape of whoever uses it.
    Code {
        /// For instance `CTS.0004` or `APIGW.0308`.
        code: String,
        /// Which of several statuses of the code; the first of the table when `None`.
        status: Option<u16>,
    },
    /// Exactly this.
    Answer {
        /// The status.
        status: u16,
        /// Headers; the id of the request is added when none is among them.
        headers: Vec<(String, String)>,
        /// The body.
        body: String,
    },
}

impl Fault {
    /// Strikes the next request.
    #[must_use]
    pub fn new(kind: FaultKind) -> Self {
        Self {
            kind,
            method: None,
            times: 1,
            after_change: false,
        }
    }

    /// An answer with a code, for instance `Fault::code("APIGW.0308")` for 429.
    #[must_use]
    pub fn code(code: impl Into<String>) -> Self {
        Self::new(FaultKind::Code {
            code: code.into(),
            status: None,
        })
    }

    /// 504 of the gateway although the change was made: what makes a read-back necessary.
    #[must_use]
    pub fn late_timeout() -> Self {
        let kind = FaultKind::Code {
            code: "APIGW.0201".to_owned(),
            status: Some(504),
        };
        Self::new(kind).after_change().on("PUT")
    }

    /// Strikes that many requests instead of one.
    #[must_use]
    pub fn times(self, times: u32) -> Self {
        Self { times, ..self }
    }

    /// Strikes requests with this method only, for instance `PUT`.
    #[must_use]
    pub fn on(self, method: impl Into<String>) -> Self {
        Self {
            method: Some(method.into()),
            ..self
        }
    }

    /// Strikes after the request was carried out, instead of before.
    #[must_use]
    pub fn after_change(self) -> Self {
        Self {
            after_change: true,
            ..self
        }
    }
}

/// The faults that are still to come.
#[derive(Default)]
pub(crate) struct Faults {
    queue: VecDeque<Fault>,
}

impl Faults {
    pub(crate) fn add(&mut self, fault: Fault) {
        if fault.times > 0 {
            self.queue.push_back(fault);
        }
    }

    pub(crate) fn clear(&mut self) {
        self.queue.clear();
    }

    /// How many requests will still be struck.
    pub(crate) fn pending(&self) -> u64 {
        self.queue.iter().map(|fault| u64::from(fault.times)).sum()
    }

    /// The fault for a request, and whether it strikes after the request was carried out.
    pub(crate) fn take(&mut self, method: &str) -> Option<(FaultKind, bool)> {
        let fits = |fault: &Fault| {
            fault
                .method
                .as_deref()
                .is_none_or(|wanted| wanted == method)
        };
        let index = self.queue.iter().position(fits)?;
        let fault = self.queue.get_mut(index)?;
        fault.times -= 1;
        let struck = (fault.kind.clone(), fault.after_change);
        if fault.times == 0 {
            self.queue.remove(index);
        }
        Some(struck)
    }
}
