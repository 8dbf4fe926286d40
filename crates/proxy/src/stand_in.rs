//! The embedded stand-in of the cloud.

use std::io;
use std::net::{Ipv4Addr, SocketAddr};

use cts_emulator::{Emulator, serve};
use sdk_hmac_sha256::Credentials;
use tokio::net::TcpListener;
use tokio::sync::oneshot;

use crate::random;
use crate::settings::Settings;

/// A stand-in on a free port of loopback, with keys of its own. It ends when this is dropped.
pub struct StandIn {
    address: SocketAddr,
    credentials: Credentials,
    emulator: Emulator,
    /// Dropping it lets the server stop.
    _stop: oneshot::Sender<()>,
}

impl StandIn {
    /// Starts the stand-in.
    ///
    /// # Errors
    /// When no port of loopback can be had.
    pub async fn start() -> io::Result<Self> {
        let credentials = Credentials::new(random::hex(10).to_uppercase(), random::hex(20));
        let emulator = Emulator::new(cts_emulator::Settings {
            keys: vec![credentials.clone()],
            ..cts_emulator::Settings::default()
        });
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await?;
        let address = listener.local_addr()?;
        let (stop, stopped) = oneshot::channel::<()>();
        let server = serve(listener, emulator.clone(), async {
            // Either way it is time to stop.
            let _ = stopped.await;
        });
        tokio::spawn(async move {
            if let Err(error) = server.await {
                tracing::error!(%error, "the stand-in stopped");
            }
        });
        Ok(Self {
            address,
            credentials,
            emulator,
            _stop: stop,
        })
    }

    /// Lets every region of the settings lead to the stand-in.
    pub fn redirect(&self, settings: &mut Settings) {
        for region in &mut settings.regions {
            region.endpoint = format!("http://{}", self.address);
        }
    }

    /// The keys it accepts, made for this run.
    #[must_use]
    pub fn credentials(&self) -> &Credentials {
        &self.credentials
    }

    /// The stand-in itself, for tests that look at what arrived.
    #[must_use]
    pub fn emulator(&self) -> &Emulator {
        &self.emulator
    }
}
