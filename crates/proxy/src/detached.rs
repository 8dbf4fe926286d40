//! Updates that go on when whoever asked goes away.
//!
//! A server drops the work for a connection that is closed. An update must not end between the line of its intent and
//! that of its outcome, nor between its head and its body on the way to the cloud.

use axum::response::{IntoResponse as _, Response};
use tokio_util::task::TaskTracker;
use tracing::error;
use tracing::instrument::WithSubscriber as _;

use crate::answer::Refusal;

/// The updates that run. Clones share them.
#[derive(Clone, Debug, Default)]
pub(crate) struct Detached(TaskTracker);

impl Detached {
    /// Does this to its end, whoever waits for it.
    pub(crate) async fn run(
        &self,
        work: impl Future<Output = Response> + Send + 'static,
    ) -> Response {
        let task = self.0.spawn(work.with_current_subscriber());
        task.await.unwrap_or_else(|error| {
            error!(%error, "an update failed");
            Refusal::bad_gateway(
                "The proxy failed. The change may have been made: read the tracker back before you try again.",
            )
            .into_response()
        })
    }

    /// Waits until nothing runs any more. What is asked for later still runs, and is not waited for.
    pub(crate) async fn finished(&self) {
        self.0.close();
        self.0.wait().await;
    }
}
