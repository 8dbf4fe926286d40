//! Reads the body of a request, up to a limit.

use std::time::Duration;

use axum::body::{Body, Bytes};
use http_body_util::BodyExt as _;
use tokio::time::timeout;

use crate::BODY_LIMIT;
use crate::answer::Refusal;

/// How long a body may take to arrive.
const TIMEOUT: Duration = Duration::from_secs(15);

/// How much of a body that is too large is read and thrown away. A connection that is closed while the caller
/// still sends can lose the answer on the way; the page would then report a broken connection.
const DRAIN_LIMIT: usize = 16 * 1024 * 1024;

/// The body, when it has at most [`BODY_LIMIT`] bytes and arrives whole and in time.
pub(crate) async fn read(body: Body) -> Result<Bytes, Refusal> {
    timeout(TIMEOUT, collect(body))
        .await
        .unwrap_or_else(|_| Err(Refusal::broken_body()))
}

async fn collect(mut body: Body) -> Result<Bytes, Refusal> {
    let mut kept = Vec::new();
    let mut seen = 0;
    while let Some(frame) = body.frame().await {
        let frame = frame.map_err(|_| Refusal::broken_body())?;
        let Some(data) = frame.data_ref() else {
            continue;
        };
        seen += data.len();
        if seen <= BODY_LIMIT {
            kept.extend_from_slice(data);
        } else if seen > DRAIN_LIMIT {
            break;
        }
    }
    if seen > BODY_LIMIT {
        Err(Refusal::too_large())
    } else {
        Ok(Bytes::from(kept))
    }
}
