//! TLS to others: whose certificates are trusted.

use std::path::Path;
use std::sync::Arc;

use rustls::crypto::ring;
use rustls::pki_types::CertificateDer;
use rustls::pki_types::pem::PemObject as _;
use rustls::{ClientConfig, RootCertStore};

use crate::settings::SettingsError;

/// A file with certificates, and the key of the settings that names it.
pub(crate) struct Authorities<'a> {
    pub(crate) key: &'static str,
    pub(crate) file: Option<&'a Path>,
    /// Whether those that the machine trusts count as well.
    pub(crate) of_machine: bool,
}

impl Authorities<'_> {
    /// The settings of a client. Certificates are verified always.
    ///
    /// # Errors
    /// When the file cannot be used, or when the machine should have certificates and has none.
    pub(crate) fn client(&self) -> Result<ClientConfig, SettingsError> {
        let builder = ClientConfig::builder_with_provider(Arc::new(ring::default_provider()))
            .with_safe_default_protocol_versions()
            .map_err(|error| {
                SettingsError::new("TLS", error.to_string(), "This is a fault in cts-proxy.")
            })?;
        Ok(builder
            .with_root_certificates(self.roots()?)
            .with_no_client_auth())
    }

    fn roots(&self) -> Result<RootCertStore, SettingsError> {
        let mut roots = RootCertStore::empty();
        if let Some(file) = self.file {
            read(file, &mut roots).map_err(|problem| {
                let problem = format!("{} {problem}", file.display());
                SettingsError::new(
                    self.key,
                    problem,
                    "Name a file with certificates in PEM form.",
                )
            })?;
        }
        if self.of_machine {
            roots.add_parsable_certificates(rustls_native_certs::load_native_certs().certs);
            if roots.is_empty() {
                return Err(SettingsError::new(
                    "SSL_CERT_FILE",
                    "this machine has no trusted certificates, so nobody can be verified",
                    format!(
                        "Install the package ca-certificates, or name a file with {}.",
                        self.key
                    ),
                ));
            }
        }
        Ok(roots)
    }
}

/// Adds the certificates of a file.
fn read(file: &Path, roots: &mut RootCertStore) -> Result<(), String> {
    let unreadable = |error| format!("cannot be read: {error}");
    for certificate in CertificateDer::pem_file_iter(file).map_err(unreadable)? {
        roots
            .add(certificate.map_err(unreadable)?)
            .map_err(|error| format!("has a wrong certificate: {error}"))?;
    }
    if roots.is_empty() {
        return Err("holds no certificate".to_owned());
    }
    Ok(())
}
