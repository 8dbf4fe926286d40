//! Which addresses may be dialled.
//!
//! The name of an endpoint stands in the settings, but what it resolves to is decided elsewhere. A name that
//! suddenly leads to this machine, to its metadata service or into the internal network would get signed
//! requests, so only public addresses are dialled unless the settings allow others.

use std::error::Error;
use std::fmt;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use ipnet::{IpNet, Ipv4Net, Ipv6Net};

/// Hosts that mean this machine. An endpoint with one of them is meant to be on loopback.
const LOCAL: [&str; 3] = ["localhost", "127.0.0.1", "[::1]"];

/// Whether a host of an endpoint says by itself that it is this machine.
pub(crate) fn is_local(host: &str) -> bool {
    LOCAL.contains(&host)
}

/// The host of an endpoint as an address, when it is one.
pub(crate) fn literal(host: &str) -> Option<IpAddr> {
    let inner = host
        .strip_prefix('[')
        .and_then(|host| host.strip_suffix(']'));
    inner.unwrap_or(host).parse().ok()
}

/// The addresses that may be dialled: public ones and those that the settings add.
#[derive(Clone, Debug, Default)]
pub(crate) struct Addresses {
    allowed: Vec<IpNet>,
}

impl Addresses {
    pub(crate) fn new(allowed: Vec<IpNet>) -> Self {
        Self { allowed }
    }

    /// Whether the host of an endpoint may be reached at this address.
    pub(crate) fn check(&self, host: &str, address: IpAddr) -> Result<(), AddressRefused> {
        let address = embedded(address);
        let allowed = is_public(address)
            || (is_local(host) && address.is_loopback())
            || self
                .allowed
                .iter()
                .any(|network| network.contains(&address));
        if allowed {
            Ok(())
        } else {
            Err(AddressRefused {
                host: host.to_owned(),
                address,
            })
        }
    }
}

/// A host leads to an address that must not be dialled.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct AddressRefused {
    host: String,
    address: IpAddr,
}

impl fmt::Display for AddressRefused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { host, address } = self;
        write!(
            f,
            "{host} leads to {address}, which is not a public address and not in upstream.allow_addresses"
        )
    }
}

impl Error for AddressRefused {}

/// The IPv4 address that an IPv6 address stands for: mapped (`::ffff:0:0/96`), or translated by the network
/// (`64:ff9b::/96`).
fn embedded(address: IpAddr) -> IpAddr {
    let IpAddr::V6(six) = address else {
        return address;
    };
    let [first, second, rest @ ..] = six.segments();
    let translated = [first, second] == [0x64, 0xff9b] && rest[..4] == [0; 4];
    let [.., a, b, c, d] = six.octets();
    let four = six
        .to_ipv4_mapped()
        .or(translated.then_some(Ipv4Addr::new(a, b, c, d)));
    four.map_or(address, IpAddr::V4)
}

/// Networks of the registries of special-purpose addresses that no public service has (RFC 6890 and its
/// successors): this network, private, shared by carriers, loopback, link-local (metadata services), protocol
/// assignments, documentation, relays, benchmarks, multicast, reserved.
const SPECIAL_FOUR: [(Ipv4Addr, u8); 15] = [
    (Ipv4Addr::UNSPECIFIED, 8),
    (Ipv4Addr::new(10, 0, 0, 0), 8),
    (Ipv4Addr::new(100, 64, 0, 0), 10),
    (Ipv4Addr::new(127, 0, 0, 0), 8),
    (Ipv4Addr::new(169, 254, 0, 0), 16),
    (Ipv4Addr::new(172, 16, 0, 0), 12),
    (Ipv4Addr::new(192, 0, 0, 0), 24),
    (Ipv4Addr::new(192, 0, 2, 0), 24),
    (Ipv4Addr::new(192, 88, 99, 0), 24),
    (Ipv4Addr::new(192, 168, 0, 0), 16),
    (Ipv4Addr::new(198, 18, 0, 0), 15),
    (Ipv4Addr::new(198, 51, 100, 0), 24),
    (Ipv4Addr::new(203, 0, 113, 0), 24),
    (Ipv4Addr::new(224, 0, 0, 0), 4),
    (Ipv4Addr::new(240, 0, 0, 0), 4),
];

/// All public IPv6 addresses lie in here.
const GLOBAL_SIX: (Ipv6Addr, u8) = (Ipv6Addr::new(0x2000, 0, 0, 0, 0, 0, 0, 0), 3);

/// Parts of it that are no public services: protocol assignments with tunnels, documentation twice, and 6to4,
/// which reaches any IPv4 address.
const SPECIAL_SIX: [(Ipv6Addr, u8); 4] = [
    (Ipv6Addr::new(0x2001, 0, 0, 0, 0, 0, 0, 0), 23),
    (Ipv6Addr::new(0x2001, 0xdb8, 0, 0, 0, 0, 0, 0), 32),
    (Ipv6Addr::new(0x2002, 0, 0, 0, 0, 0, 0, 0), 16),
    (Ipv6Addr::new(0x3fff, 0, 0, 0, 0, 0, 0, 0), 20),
];

fn is_public(address: IpAddr) -> bool {
    let within_six = |(network, length): (Ipv6Addr, u8), address: &Ipv6Addr| {
        Ipv6Net::new_assert(network, length).contains(address)
    };
    match address {
        IpAddr::V4(address) => !SPECIAL_FOUR
            .iter()
            .any(|(network, length)| Ipv4Net::new_assert(*network, *length).contains(&address)),
        IpAddr::V6(address) => {
            within_six(GLOBAL_SIX, &address)
                && !SPECIAL_SIX
                    .iter()
                    .any(|special| within_six(*special, &address))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn allows(allowed: &[&str], host: &str, address: &str) -> bool {
        let allowed = allowed.iter().map(|net| net.parse().expect("a network"));
        let addresses = Addresses::new(allowed.collect());
        addresses
            .check(host, address.parse().expect("an address"))
            .is_ok()
    }

    #[test]
    fn public_addresses_are_dialled() {
        for address in [
            "1.1.1.1",
            "100.63.255.255",
            "100.128.0.0",
            "172.15.255.255",
            "172.32.0.0",
            "192.0.1.0",
            "223.255.255.255",
            "2400:cb00::1",
            "2001:200::1",
            "2606:4700::1111",
            "64:ff9b::1.1.1.1",
        ] {
            assert!(allows(&[], "cts.example.com", address), "{address}");
        }
    }

    #[test]
    fn others_are_not_whatever_their_spelling() {
        for address in [
            "0.0.0.0",
            "0.1.2.3",
            "10.0.0.1",
            "100.64.0.1",
            "100.127.255.255",
            "127.0.0.1",
            "127.255.255.254",
            "169.254.169.254",
            "172.16.0.1",
            "172.31.255.255",
            "192.0.0.8",
            "192.0.2.1",
            "192.88.99.1",
            "192.168.1.1",
            "198.18.0.1",
            "198.19.255.255",
            "198.51.100.1",
            "203.0.113.1",
            "224.0.0.1",
            "239.255.255.255",
            "240.0.0.1",
            "255.255.255.255",
            "::",
            "::1",
            "::7f00:1",
            "::ffff:127.0.0.1",
            "::ffff:10.0.0.1",
            "::ffff:169.254.169.254",
            "64:ff9b::10.0.0.1",
            "64:ff9b:1::1",
            "100::1",
            "2001::1",
            "2001:20::1",
            "2001:db8::1",
            "2002:7f00:1::",
            "3fff::1",
            "5f00::1",
            "fc00::1",
            "fd00:ec2::254",
            "fe80::1",
            "fec0::1",
            "ff02::1",
        ] {
            assert!(!allows(&[], "cts.example.com", address), "{address}");
            assert!(!allows(&[], "localhost.example.com", address), "{address}");
        }
    }

    #[test]
    fn a_local_endpoint_reaches_this_machine_only() {
        for host in ["localhost", "127.0.0.1", "[::1]"] {
            assert!(allows(&[], host, "127.0.0.1"), "{host}");
            assert!(allows(&[], host, "::1"), "{host}");
            assert!(!allows(&[], host, "10.0.0.1"), "{host}");
            assert!(!allows(&[], host, "169.254.169.254"), "{host}");
        }
        assert!(!allows(&[], "127.0.0.2", "127.0.0.2"));
    }

    #[test]
    fn the_settings_add_networks_and_nothing_beside_them() {
        let allowed = ["10.1.0.0/16", "fd00::/8"];
        for (address, expected) in [
            ("10.1.255.1", true),
            ("::ffff:10.1.0.1", true),
            ("10.2.0.1", false),
            ("fd12::1", true),
            ("fe80::1", false),
            ("127.0.0.1", false),
        ] {
            let found = allows(&allowed, "cts.example.com", address);
            assert_eq!(found, expected, "{address}");
        }
    }

    #[test]
    fn literals_are_read_with_and_without_brackets() {
        assert_eq!(literal("[::1]"), Some(IpAddr::V6(Ipv6Addr::LOCALHOST)));
        assert_eq!(literal("127.0.0.1"), Some(IpAddr::V4(Ipv4Addr::LOCALHOST)));
        for host in ["2130706433", "0x7f.1", "127.1", "localhost", "[::1"] {
            assert_eq!(literal(host), None, "{host}");
        }
    }
}
