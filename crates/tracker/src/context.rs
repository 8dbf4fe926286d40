//! What is known besides the text.

use crate::current::Current;

/// What is known about a request besides its body. What it does not carry is not judged.
#[derive(Clone, Copy, Debug, Default)]
pub struct Context<'a> {
    /// The project id for the path, if it is chosen already. `Some("")` means that it is missing.
    pub project_id: Option<&'a str>,
    /// The region id, for instance `cn-north-4`.
    pub region: Option<&'a str>,
    /// The trackers as they are configured now. Rules that compare with them are silent without.
    pub current: Option<&'a Current>,
    /// What is known about the credential, for whoever holds one.
    pub authentication: Option<Authentication<'a>>,
}

/// What is known about the credential and the clock of whoever sends the request.
///
/// Times are seconds since 1970. Nothing in here appears in a diagnostic.
#[derive(Clone, Copy, Default)]
pub struct Authentication<'a> {
    /// The token, when the request carries one.
    pub token: Option<&'a str>,
    /// When the token ends.
    pub token_expires_at: Option<i64>,
    /// When the request is made.
    pub now: Option<i64>,
    /// When the request was signed.
    pub signed_at: Option<i64>,
    /// The time of the gateway.
    pub gateway_time: Option<i64>,
    /// How many signatures of this access key were refused in a row.
    pub failed_signatures: u32,
}

impl core::fmt::Debug for Authentication<'_> {
    /// Leaves the token out, so that it cannot reach a log.
    fn fmt(&self, formatter: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        formatter
            .debug_struct("Authentication")
            .field("token", &self.token.map(|_| "…"))
            .field("token_expires_at", &self.token_expires_at)
            .field("now", &self.now)
            .field("signed_at", &self.signed_at)
            .field("gateway_time", &self.gateway_time)
            .field("failed_signatures", &self.failed_signatures)
            .finish()
    }
}
