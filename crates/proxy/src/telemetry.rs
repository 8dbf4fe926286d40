//! What the proxy tells about itself: metrics for Prometheus, traces for OpenTelemetry.
//!
//! Neither holds names of callers or trackers, nor anything of a body or a credential. Labels have few values each,
//! whatever is asked.

mod export;
mod metrics;
mod observe;
mod span;

pub use self::export::Traces;
pub(crate) use self::metrics::{CallKind, Metrics};
pub(crate) use self::observe::{Refused, observe, router};
pub use self::span::SPANS;
pub(crate) use self::span::{audit, call, ended, request, traceparent};
