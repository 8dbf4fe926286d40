//! Which port to serve on.

use std::net::{Ipv4Addr, TcpListener};

use crate::failure::{Failure, Result};

/// How many ports are tried.
const TRIES: u16 = 100;

/// The first free port from `wanted` on. Somebody else may take it before we do; the proxy then says so.
pub(crate) fn free(wanted: u16) -> Result<u16> {
    (wanted..=wanted.saturating_add(TRIES))
        .find(|port| TcpListener::bind((Ipv4Addr::LOCALHOST, *port)).is_ok())
        .ok_or_else(|| {
            Failure::new(format!("no port from {wanted} on is free"))
                .remedy("Choose another one with --port.")
        })
}

#[cfg(test)]
mod tests {
    use std::net::{Ipv4Addr, TcpListener};

    use super::free;

    #[test]
    fn a_busy_port_is_passed_over() {
        let busy = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a port");
        let port = busy.local_addr().expect("bound").port();
        let found = free(port).expect("a free port");
        assert!(found > port, "{found} after {port}");
    }

    #[test]
    fn a_free_port_is_taken_as_it_is() {
        let probe = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a port");
        let port = probe.local_addr().expect("bound").port();
        drop(probe);
        assert_eq!(free(port).expect("free"), port);
    }
}
