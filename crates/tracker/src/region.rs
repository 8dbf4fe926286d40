//! The regions that have the service, with the addresses of CTS and of the identity service.

use crate::text::Locale;

mod data;

pub use data::REGIONS;

/// One region of the cloud.
///
/// Identifiers and addresses are those of the official SDKs (3.1.219), names those of the vendor's
/// endpoint pages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Region {
    /// The identifier, for instance `cn-north-4`.
    pub id: &'static str,
    /// The English name. Empty where no page of the vendor could be found that gives one.
    pub name: &'static str,
    /// The Chinese name. Empty where it is not known for certain.
    pub name_zh: &'static str,
    /// The address of CTS, without a slash at the end.
    pub cts_endpoint: &'static str,
    /// Another address of CTS which the SDKs try when the first one does not answer.
    pub cts_alternate: Option<&'static str>,
    /// The address of the identity service for this region. It is the global one for regions
    /// without one of their own.
    pub iam_endpoint: &'static str,
}

impl Region {
    /// The address of the identity service that all regions share.
    pub const GLOBAL_IAM: &'static str = "https://iam.myhuaweicloud.com";

    /// Regions that have an edition of the API reference of their own and no entry in the SDKs.
    /// Their addresses are not published there: whoever uses them has to give an address.
    pub const DOCUMENTED_ONLY: [&'static str; 2] = ["tr-central-201", "ally-visitor-1"];

    /// Addresses of clouds that partners run with the same API: Open Telekom Cloud, and its Swiss
    /// edition. Their pages know trackers of type `system` only.
    pub const PARTNER_ENDPOINTS: [&'static str; 2] = [
        "https://cts.eu-de.otc.t-systems.com",
        "https://cts.eu-ch2.sc.otc.t-systems.com",
    ];

    /// Finds a region by its identifier. Upper and lower case differ, as they do in host names
    /// that the cloud publishes.
    #[must_use]
    pub fn find(id: &str) -> Option<&'static Self> {
        REGIONS.iter().find(|region| region.id == id)
    }

    /// Whether a region has this identifier. Unlike [`Self::find`] it brings no names and addresses
    /// into a program.
    #[must_use]
    pub fn is_known(id: &str) -> bool {
        IDS.contains(&id)
    }

    /// What a person calls the region: its name in this language, else the English one, else the
    /// identifier.
    #[must_use]
    pub const fn label(&self, locale: Locale) -> &'static str {
        if matches!(locale, Locale::SimplifiedChinese) && !self.name_zh.is_empty() {
            self.name_zh
        } else if self.name.is_empty() {
            self.id
        } else {
            self.name
        }
    }

    /// Whether the identity service has an address of its own in this region.
    #[must_use]
    pub fn has_own_iam(&self) -> bool {
        self.iam_endpoint != Self::GLOBAL_IAM
    }

    /// Whether a text has the form of all 34 identifiers: `^[a-z]{2}-[a-z]+-[0-9]{1,3}$`.
    ///
    /// The form is inferred. [`Self::DOCUMENTED_ONLY`] shows that others occur, so a text of another
    /// form deserves a warning and no more.
    #[must_use]
    pub fn is_id(text: &str) -> bool {
        let mut parts = text.split('-');
        let (Some(area), Some(place), Some(number), None) =
            (parts.next(), parts.next(), parts.next(), parts.next())
        else {
            return false;
        };
        let lower = |part: &str| part.bytes().all(|byte| byte.is_ascii_lowercase());
        area.len() == 2
            && lower(area)
            && !place.is_empty()
            && lower(place)
            && (1..=3).contains(&number.len())
            && number.bytes().all(|byte| byte.is_ascii_digit())
    }
}

static IDS: [&str; REGIONS.len()] = {
    let mut ids = [""; REGIONS.len()];
    let mut index = 0;
    while index < ids.len() {
        ids[index] = REGIONS[index].id;
        index += 1;
    }
    ids
};

#[cfg(test)]
mod tests {
    use super::{REGIONS, Region};
    use crate::text::Locale;

    #[test]
    fn the_sdk_list_has_34_regions_each_once() {
        assert_eq!(REGIONS.len(), 34);
        for region in REGIONS {
            assert!(Region::is_id(region.id), "{}", region.id);
            assert_eq!(Region::find(region.id), Some(region));
            assert!(Region::is_known(region.id));
        }
    }

    #[test]
    fn addresses_name_their_region() {
        for region in REGIONS {
            let host = format!("https://cts.{}.myhuaweicloud.", region.id);
            let addresses = [Some(region.cts_endpoint), region.cts_alternate];
            for address in addresses.into_iter().flatten() {
                assert!(address.starts_with(&host), "{address}");
            }
            if region.has_own_iam() {
                let own = format!("https://iam.{}.myhuaweicloud.com", region.id);
                assert_eq!(region.iam_endpoint, own);
            }
        }
        let shared = REGIONS
            .iter()
            .filter(|region| region.iam_endpoint == Region::GLOBAL_IAM)
            .count();
        assert_eq!(
            shared, 7,
            "regions without an identity service of their own"
        );
        let dublin = Region::find("eu-west-101").expect("in the list");
        assert_eq!(
            dublin.cts_endpoint,
            "https://cts.eu-west-101.myhuaweicloud.eu"
        );
    }

    #[test]
    fn unknown_regions_and_other_spellings_are_not_found() {
        for id in [
            "",
            "cn-north-4 ",
            "CN-NORTH-4",
            "cn-north-44",
            "cn-north",
            Region::DOCUMENTED_ONLY[0],
        ] {
            assert_eq!(Region::find(id), None, "{id}");
        }
    }

    #[test]
    fn the_form_of_an_identifier_is_strict() {
        for id in ["tr-central-201", "aa-b-0"] {
            assert!(Region::is_id(id), "{id}");
        }
        for id in [
            "",
            "-",
            "--",
            "cn-north",
            "cn-north-",
            "cn-north-1234",
            "c-north-1",
            "cn--1",
            "CN-north-1",
            "cn-north-4-x",
            "cn-north-4-",
            "cn-nörth-1",
            "cn-north-x",
            "cn_north_4",
            "ally-visitor-1",
        ] {
            assert!(!Region::is_id(id), "{id}");
        }
    }

    #[test]
    fn labels_fall_back_to_english_and_to_the_identifier() {
        let label = |id, locale| Region::find(id).expect("in the list").label(locale);
        assert_eq!(label("cn-north-4", Locale::English), "CN North-Beijing4");
        assert_eq!(
            label("cn-north-4", Locale::SimplifiedChinese),
            "华北-北京四"
        );
        assert_eq!(label("ae-ad-1", Locale::SimplifiedChinese), "ME-Abu Dhabi");
        assert_eq!(label("ru-moscow-1", Locale::English), "ru-moscow-1");
        for region in REGIONS {
            for locale in Locale::ALL {
                assert!(!region.label(locale).is_empty(), "{}", region.id);
            }
        }
    }
}
