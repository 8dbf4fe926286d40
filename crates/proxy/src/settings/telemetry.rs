//! The table `[telemetry]`.

use std::net::SocketAddr;

use axum::http::Uri;
use serde::Deserialize;

use super::error::SettingsError;

/// What the proxy tells about itself.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct TelemetrySettings {
    /// Where metrics can be read.
    pub metrics: Option<SocketAddr>,
    /// Where traces go.
    pub traces: Option<TraceSettings>,
}

/// Where traces go.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct TraceSettings {
    /// The address of the collector (OTLP over HTTP), with its path.
    pub endpoint: Uri,
    /// Which part of the requests is traced, 0 to 1.
    pub ratio: f64,
    /// Whether the trace of a caller goes on here.
    pub is_parent_trusted: bool,
    /// Whether the trace goes on in the cloud.
    pub is_forwarded: bool,
}

impl TelemetrySettings {
    /// Whether metrics can be read on this machine only.
    pub(crate) fn is_on_loopback(&self) -> bool {
        self.metrics
            .is_none_or(|address| address.ip().is_loopback())
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct TelemetryTable {
    metrics: Option<String>,
    #[serde(default)]
    metrics_beyond_loopback: bool,
    traces: Option<String>,
    ratio: Option<f64>,
    #[serde(default)]
    trust_traceparent: bool,
    #[serde(default)]
    forward_traceparent: bool,
}

impl TelemetryTable {
    pub(super) fn read(self) -> Result<TelemetrySettings, SettingsError> {
        let metrics = self.metrics.as_deref().map(address).transpose()?;
        if let Some(address) = metrics
            && !address.ip().is_loopback()
            && !self.metrics_beyond_loopback
        {
            return Err(SettingsError::new(
                "telemetry.metrics",
                format!(
                    "{address} can be reached from other machines, and nobody is asked for a name there"
                ),
                "Use 127.0.0.1 or [::1], or set metrics_beyond_loopback = true where the network keeps others out.",
            ));
        }
        let ratio = self.ratio.unwrap_or(1.0);
        if !(0.0..=1.0).contains(&ratio) {
            return Err(SettingsError::new(
                "telemetry.ratio",
                format!("{ratio} is not between 0 and 1"),
                "Leave it out to trace every request.",
            ));
        }
        let traces = self
            .traces
            .as_deref()
            .map(|text| {
                Ok(TraceSettings {
                    endpoint: endpoint(text)?,
                    ratio,
                    is_parent_trusted: self.trust_traceparent,
                    is_forwarded: self.forward_traceparent,
                })
            })
            .transpose()?;
        Ok(TelemetrySettings { metrics, traces })
    }
}

fn address(text: &str) -> Result<SocketAddr, SettingsError> {
    text.parse().map_err(|_| {
        SettingsError::new(
            "telemetry.metrics",
            format!("{text:?} is not an address with a port"),
            "Write it like \"127.0.0.1:9464\".",
        )
    })
}

/// Spans say when which project was changed, so they do not cross a network in the open.
fn endpoint(text: &str) -> Result<Uri, SettingsError> {
    let wrong = |problem: &str| {
        SettingsError::new(
            "telemetry.traces",
            format!("{text:?} {problem}"),
            "Write it like \"http://127.0.0.1:4318/v1/traces\".",
        )
    };
    let uri: Uri = text.parse().map_err(|_| wrong("is not an address"))?;
    let authority = uri.authority().ok_or_else(|| wrong("has no host"))?;
    if authority.as_str().contains('@') {
        return Err(wrong(
            "holds a user name, which does not belong into a settings file",
        ));
    }
    let local = matches!(authority.host(), "localhost" | "127.0.0.1" | "[::1]");
    match uri.scheme_str() {
        Some("https") => Ok(uri),
        Some("http") if local => Ok(uri),
        _ => Err(wrong("does not begin with https://")),
    }
}
