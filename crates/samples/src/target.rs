//! Where a sample sends the request.

use alloc::borrow::ToOwned as _;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use cts_tracker::{Locale, Region, Text};

use crate::note::{Note, texts};
use crate::request::Request;

/// The variable of the environment with the access key.
pub(crate) const ACCESS_KEY: &str = "CLOUD_SDK_AK";
/// The variable with the secret key.
pub(crate) const SECRET_KEY: &str = "CLOUD_SDK_SK";
/// The variable with the security token that belongs to temporary keys.
pub(crate) const SECURITY_TOKEN: &str = "CLOUD_SDK_SECURITY_TOKEN";
/// The variable with a token of the identity service.
pub(crate) const TOKEN: &str = "X_AUTH_TOKEN";
/// The variable with the project id, where none is chosen.
pub(crate) const PROJECT_ID: &str = "CLOUD_SDK_PROJECT_ID";
/// The variable with the region id, where none is chosen.
pub(crate) const REGION: &str = "CLOUD_SDK_REGION";

/// What a program calls a region of which only the address is known: the SDKs want a name for it.
pub(crate) const NAMELESS: &str = "custom";

/// Where a sample sends the request. Every text in it is harmless in any language: letters,
/// digits, `-`, `_`, full stops and colons only, apart from `https://`.
pub(crate) struct Target {
    /// The project id; `None` when it has to come from the environment.
    pub(crate) project: Option<String>,
    pub(crate) place: Place,
    /// Whether the address is one that was given, and not that of the region.
    pub(crate) has_own_address: bool,
}

/// The region with its address.
pub(crate) enum Place {
    /// A region that the SDKs know under this id.
    Listed(&'static Region),
    /// Another place, with its address. `id` is `None` when no region is chosen.
    Other {
        id: Option<String>,
        endpoint: String,
    },
    /// It has to come from the environment.
    Unknown,
}

impl Target {
    /// Finds out where a request goes. What is missing or cannot be used is noted.
    pub(crate) fn of(request: &Request<'_>, notes: &mut Vec<Note>) -> Self {
        let is_name = |text: &str| {
            !text.is_empty()
                && text
                    .bytes()
                    .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'))
        };
        let project = is_name(request.project_id).then(|| request.project_id.to_owned());
        if project.is_none() {
            notes.push(Note::plain(texts::NO_PROJECT, request.locale));
        }
        let place = place(request, is_name(request.region), notes);
        let has_own_address =
            matches!(place, Place::Other { .. }) && given_address(request).is_some();
        Self {
            project,
            place,
            has_own_address,
        }
    }

    /// Notes, for a tool that knows the addresses of its regions and takes no other, that the
    /// address that was given is not used.
    pub(crate) fn note_own_address(&self, text: Text, locale: Locale, notes: &mut Vec<Note>) {
        if self.has_own_address {
            notes.push(Note::plain(text, locale));
        }
    }

    /// The address of CTS, without a slash at the end; `None` when it depends on the environment.
    pub(crate) fn endpoint(&self) -> Option<&str> {
        match &self.place {
            Place::Listed(region) => Some(region.cts_endpoint),
            Place::Other { endpoint, .. } => Some(endpoint),
            Place::Unknown => None,
        }
    }

    /// The region id; `None` when it has to come from the environment.
    pub(crate) fn region(&self) -> Option<&str> {
        match &self.place {
            Place::Listed(region) => Some(region.id),
            Place::Other { id, .. } => id.as_deref(),
            Place::Unknown => None,
        }
    }

    /// The host of the address with its port, and `unknown` where it depends on the environment.
    pub(crate) fn host<'a>(&'a self, unknown: &'a str) -> &'a str {
        self.endpoint().map_or(unknown, |endpoint| {
            endpoint.strip_prefix("https://").unwrap_or(endpoint)
        })
    }
}

fn place(request: &Request<'_>, is_region: bool, notes: &mut Vec<Note>) -> Place {
    let locale = request.locale;
    let listed = Region::find(request.region);
    if let Some(endpoint) = given_address(request) {
        return match listed {
            Some(region) if region.cts_endpoint == endpoint => Place::Listed(region),
            _ => Place::Other {
                id: is_region.then(|| request.region.to_owned()),
                endpoint: endpoint.to_owned(),
            },
        };
    }
    if request.endpoint.is_some() {
        notes.push(Note::plain(texts::BAD_ENDPOINT, locale));
    }
    if let Some(region) = listed {
        return Place::Listed(region);
    }
    if is_region {
        notes.push(Note::plain(texts::INFERRED_ENDPOINT, locale));
        return Place::Other {
            id: Some(request.region.to_owned()),
            endpoint: format!("https://cts.{}.myhuaweicloud.com", request.region),
        };
    }
    notes.push(Note::plain(texts::NO_REGION, locale));
    Place::Unknown
}

/// The address that was given, when it is one.
fn given_address<'a>(request: &Request<'a>) -> Option<&'a str> {
    let endpoint = request.endpoint?.trim_end_matches('/');
    is_address(endpoint).then_some(endpoint)
}

/// `https://`, a host, and perhaps a port.
fn is_address(endpoint: &str) -> bool {
    endpoint.strip_prefix("https://").is_some_and(|host| {
        !host.is_empty()
            && host
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b':'))
    })
}

#[cfg(test)]
mod tests {
    use cts_tracker::Draft;

    use super::Target;
    use crate::request::Request;

    fn target(project: &str, region: &str, endpoint: Option<&str>) -> (Target, usize) {
        let draft = Draft::default();
        let request = Request {
            endpoint,
            ..Request::new(&draft, project, region)
        };
        let mut notes = Vec::new();
        let target = Target::of(&request, &mut notes);
        (target, notes.len())
    }

    #[test]
    fn a_region_of_the_table_has_its_own_address() {
        let (known, notes) = target("0123", "eu-west-101", None);
        assert_eq!(
            known.endpoint(),
            Some("https://cts.eu-west-101.myhuaweicloud.eu")
        );
        assert_eq!(known.host(""), "cts.eu-west-101.myhuaweicloud.eu");
        assert_eq!(notes, 0);
        let (inferred, notes) = target("0123", "tr-central-201", None);
        assert_eq!(
            inferred.endpoint(),
            Some("https://cts.tr-central-201.myhuaweicloud.com")
        );
        assert_eq!(notes, 1);
    }

    #[test]
    fn what_could_change_the_meaning_of_a_sample_is_not_taken() {
        for bad in ["", "a'b", "$HOME", "../x", "a b", "项目", "a\nb"] {
            let (target, notes) = target(bad, bad, None);
            assert_eq!(target.project, None, "{bad}");
            assert_eq!(target.endpoint(), None, "{bad}");
            assert_eq!(notes, 2, "{bad}");
        }
        for bad in [
            "http://a",
            "https://",
            "https://a/b",
            "https://a b",
            "https://u@h",
        ] {
            let (target, notes) = target("0123", "cn-north-4", Some(bad));
            assert_eq!(
                target.endpoint(),
                Some("https://cts.cn-north-4.myhuaweicloud.com"),
                "{bad}"
            );
            assert_eq!(notes, 1, "{bad}");
        }
        let (other, notes) = target("0123", "", Some("https://cts.eu-de.otc.t-systems.com/"));
        assert_eq!(
            other.endpoint(),
            Some("https://cts.eu-de.otc.t-systems.com")
        );
        assert_eq!((other.region(), notes), (None, 0));
        assert!(other.has_own_address);
        let same = Some("https://cts.cn-north-4.myhuaweicloud.com/");
        let (same, notes) = target("0123", "cn-north-4", same);
        assert_eq!((same.has_own_address, notes), (false, 0));
    }
}
