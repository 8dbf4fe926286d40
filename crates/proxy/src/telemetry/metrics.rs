//! The metrics.

use std::time::Duration;

use prometheus_client::encoding::EncodeLabelSet;
use prometheus_client::encoding::text::encode;
use prometheus_client::metrics::counter::Counter;
use prometheus_client::metrics::family::Family;
use prometheus_client::metrics::gauge::Gauge;
use prometheus_client::metrics::histogram::Histogram;
use prometheus_client::metrics::info::Info;
use prometheus_client::registry::{Registry, Unit};

use crate::audit::State as AuditState;

/// The upper bounds of durations, in seconds: from an answer of the proxy's own to the longest time-out of most.
const BOUNDS: [f64; 13] = [
    0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 10.0, 30.0,
];

/// All metrics. They outlive a reload of the settings.
pub(crate) struct Metrics {
    registry: Registry,
    requests: Family<Request, Counter>,
    durations: Family<Route, Histogram>,
    in_flight: Gauge,
    refused: Family<Refusal, Counter>,
    upstream: Family<Call, Histogram>,
    credentials: Family<Credential, Gauge>,
    audit_writable: Gauge,
}

/// A kind of address.
#[derive(Clone, Copy, Debug)]
pub(crate) enum RouteKind {
    /// The files of the page.
    Page,
    /// `config.json`.
    Config,
    /// An update.
    Update,
    /// A list.
    List,
    /// `healthz` and `readyz`.
    Probe,
    /// Addresses below that of the calls that are none.
    Unknown,
}

/// Whose answer it is.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Answerer {
    /// The cloud.
    Upstream,
    /// The proxy.
    Proxy,
}

/// What is asked of the cloud.
#[derive(Clone, Copy, Debug)]
pub(crate) enum CallKind {
    /// An update.
    Update,
    /// A list.
    List,
}

impl RouteKind {
    fn name(self) -> &'static str {
        match self {
            Self::Page => "page",
            Self::Config => "config",
            Self::Update => "update",
            Self::List => "list",
            Self::Probe => "probe",
            Self::Unknown => "unknown",
        }
    }
}

impl Answerer {
    fn name(self) -> &'static str {
        match self {
            Self::Upstream => "upstream",
            Self::Proxy => "proxy",
        }
    }
}

impl CallKind {
    fn name(self) -> &'static str {
        match self {
            Self::Update => "update",
            Self::List => "list",
        }
    }
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Request {
    route: &'static str,
    status: String,
    answer_from: &'static str,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Route {
    route: &'static str,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Refusal {
    code: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Call {
    call: &'static str,
    end: &'static str,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Credential {
    credential: String,
}

impl Metrics {
    /// Fresh metrics; those of the audit log are there when there is one.
    pub(crate) fn new(audit: Option<&AuditState>) -> Self {
        let histogram: fn() -> Histogram = || Histogram::new(BOUNDS);
        let mut registry = Registry::with_prefix("cts_proxy");
        let requests = Family::default();
        let durations = Family::new_with_constructor(histogram);
        let in_flight = Gauge::default();
        let refused = Family::default();
        let upstream = Family::new_with_constructor(histogram);
        let credentials = Family::default();
        let audit_writable = Gauge::default();
        registry.register(
            "requests",
            "Requests, by kind of address, status and whose answer it is",
            requests.clone(),
        );
        registry.register_with_unit(
            "request_duration",
            "How long requests took",
            Unit::Seconds,
            durations.clone(),
        );
        registry.register(
            "requests_in_flight",
            "Requests that are worked on",
            in_flight.clone(),
        );
        registry.register(
            "refused",
            "Answers of the proxy's own with an error, by code",
            refused.clone(),
        );
        registry.register_with_unit(
            "upstream_duration",
            "How long the cloud took",
            Unit::Seconds,
            upstream.clone(),
        );
        registry.register_with_unit(
            "credential_expiry_timestamp",
            "When a temporary credential ends, in seconds since 1970; 0 when it has ended and there is no new one",
            Unit::Seconds,
            credentials.clone(),
        );
        if let Some(audit) = audit {
            registry.register(
                "audit_writable",
                "1 when the audit log can be written, else 0",
                audit_writable.clone(),
            );
            registry.register("audit_lines", "Lines of the audit log", audit.lines.clone());
            registry.register(
                "audit_writes",
                "How often lines were brought to the disk, many at a time",
                audit.batches.clone(),
            );
            registry.register(
                "audit_failures",
                "How often the audit log could not be written",
                audit.failures.clone(),
            );
        }
        let build = Info::new(vec![("version", env!("CARGO_PKG_VERSION"))]);
        registry.register("build", "The program", build);
        Self {
            registry,
            requests,
            durations,
            in_flight,
            refused,
            upstream,
            credentials,
            audit_writable,
        }
    }

    /// A request begins; it is in flight until the guard is dropped.
    pub(super) fn begin(&self) -> InFlight {
        self.in_flight.inc();
        InFlight(self.in_flight.clone())
    }

    /// A request has ended.
    pub(super) fn end(
        &self,
        route: RouteKind,
        status: axum::http::StatusCode,
        answer_from: Answerer,
        duration: Duration,
    ) {
        // The cloud could answer any number; those without a name are counted together.
        let status = match status.canonical_reason() {
            Some(_) => status.as_str().to_owned(),
            None => "other".to_owned(),
        };
        let route = route.name();
        let labels = Request {
            route,
            status,
            answer_from: answer_from.name(),
        };
        self.requests.get_or_create(&labels).inc();
        let duration = duration.as_secs_f64();
        self.durations
            .get_or_create(&Route { route })
            .observe(duration);
    }

    /// The proxy has refused a request.
    pub(super) fn refused(&self, code: String) {
        self.refused.get_or_create(&Refusal { code }).inc();
    }

    /// A call to the cloud has ended.
    pub(crate) fn called(&self, call: CallKind, is_answered: bool, duration: Duration) {
        let end = if is_answered { "answered" } else { "failed" };
        let call = call.name();
        self.upstream
            .get_or_create(&Call { call, end })
            .observe(duration.as_secs_f64());
    }

    /// When a credential ends, which is looked at when somebody asks.
    pub(super) fn credential(&self, name: String, expiry: i64) {
        let labels = Credential { credential: name };
        self.credentials.get_or_create(&labels).set(expiry);
    }

    /// Credentials can go away with new settings.
    pub(super) fn forget_credentials(&self) {
        self.credentials.clear();
    }

    /// Whether the audit log can be written, which is looked at when somebody asks.
    pub(super) fn audit(&self, is_writable: bool) {
        self.audit_writable.set(i64::from(is_writable));
    }

    /// The text that Prometheus reads.
    pub(super) fn text(&self) -> String {
        let mut text = String::new();
        // Writing to a `String` cannot fail.
        let _ = encode(&mut text, &self.registry);
        text
    }
}

/// A request that is worked on.
pub(super) struct InFlight(Gauge);

impl Drop for InFlight {
    fn drop(&mut self) {
        self.0.dec();
    }
}
