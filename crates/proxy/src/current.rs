//! The tracker as it is configured now, read before an update.
//!
//! Rules that compare a request with the tracker, policies about members and the audit log need it. It costs one
//! more call, so it is read only for those who need it.

use axum::body::Bytes;
use axum::http::Method;
use cts_tracker::{Change, Current, Draft, Member, StoredTracker, TrackerType, diff};
use sdk_hmac_sha256::query_string;
use serde_json::json;
use tracing::warn;

use crate::Proxy;
use crate::policy::{Asked, stray};
use crate::settings::Region;
use crate::upstream::Call;

/// What is known of the tracker before the update.
#[derive(Clone, Debug)]
pub(crate) enum Before {
    /// Nobody needs it.
    NotRead,
    /// The list of the cloud, which need not hold the tracker.
    Read(Current),
    /// It should have been read and could not be; why not, for the caller.
    Unknown(String),
}

/// An update that was judged, beside what is known of its tracker.
#[derive(Clone, Debug)]
pub(crate) struct Update {
    draft: Draft,
    /// A member of the body that the draft does not hold.
    stray: Option<String>,
    before: Before,
}

impl Update {
    /// Takes a body that was judged to be in order.
    pub(crate) fn new(body: &[u8]) -> Option<Self> {
        let draft = Draft::parse(body).ok()?;
        let stray = stray(body, &draft);
        let before = Before::NotRead;
        Some(Self {
            draft,
            stray,
            before,
        })
    }

    /// Reads the tracker through the same way that the update will take. Only this one is asked for: the rules that
    /// look at the other trackers warn, and a warning stops no update.
    pub(crate) async fn read(&mut self, proxy: &Proxy, region: &Region, project: &str) {
        let call = Call {
            region,
            project,
            method: Method::GET,
            path: format!("/v3/{project}/trackers"),
            query: self.filter(),
            body: Bytes::new(),
            traceparent: None,
        };
        self.before = match proxy.call(call).await {
            Ok(answer) if answer.status.is_success() => match Current::parse(&answer.body) {
                Ok(current) => Before::Read(current),
                Err(_) => Before::Unknown("the list of the cloud could not be read".to_owned()),
            },
            Ok(answer) => {
                let status = answer.status.as_u16();
                Before::Unknown(format!("the cloud answered {status} when it was asked"))
            }
            Err(refusal) => Before::Unknown(format!("there was no answer ({})", refusal.code())),
        };
        if let Before::Unknown(why) = &self.before {
            warn!(
                region = region.id,
                project, why, "the tracker before the update is not known"
            );
        }
    }

    /// The query with which a list shows this tracker.
    pub(crate) fn filter(&self) -> String {
        query_string(&[
            ("tracker_name", self.tracker_name()),
            (
                "tracker_type",
                self.tracker_type().map_or("", TrackerType::as_str),
            ),
        ])
    }

    /// The request, for policies.
    pub(crate) fn asked(&self) -> Asked<'_> {
        Asked {
            draft: &self.draft,
            stray: self.stray.as_deref(),
        }
    }

    /// The type of the tracker.
    pub(crate) fn tracker_type(&self) -> Option<TrackerType> {
        self.draft.tracker_type()
    }

    /// The name of the tracker.
    pub(crate) fn tracker_name(&self) -> &str {
        self.draft.text(Member::TrackerName).unwrap_or_default()
    }

    /// What is known of the tracker before the update.
    pub(crate) fn before(&self) -> &Before {
        &self.before
    }

    /// The trackers for the rules that compare with them.
    pub(crate) fn current(&self) -> Option<&Current> {
        match &self.before {
            Before::Read(current) => Some(current),
            Before::NotRead | Before::Unknown(_) => None,
        }
    }

    /// The tracker as it is configured now, when it was read and is there.
    pub(crate) fn stored(&self) -> Option<&StoredTracker> {
        self.current()?
            .find(self.tracker_type()?, self.tracker_name())
    }

    /// The members that the request changes, with their values before and after. Where the values before are not
    /// known, these are all members that it sets.
    pub(crate) fn changes(&self) -> Vec<Change> {
        if let Some(stored) = self.stored() {
            return diff(stored, &self.draft);
        }
        let bare = json!({
            "tracker_type": self.tracker_type().map(TrackerType::as_str),
            "tracker_name": self.tracker_name(),
        });
        Current::parse(bare.to_string().as_bytes())
            .ok()
            .and_then(|bare| Some(diff(bare.trackers().first()?, &self.draft)))
            .unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn update(before: Before) -> Update {
        let body = br#"{"tracker_type":"data","tracker_name":"d","is_lts_enabled":true}"#;
        Update {
            before,
            ..Update::new(body).expect("a body")
        }
    }

    fn changes(update: &Update) -> Vec<String> {
        update.changes().iter().map(Change::to_json).collect()
    }

    #[test]
    fn the_filter_is_encoded() {
        let body = " {\"tracker_type\":\"syst\\u0065m\",\"tracker_name\":\"sys\\/tem &é\"}";
        let update = Update::new(body.as_bytes()).expect("a body");
        assert_eq!(
            update.filter(),
            "tracker_name=sys%2Ftem%20%26%C3%A9&tracker_type=system"
        );
    }

    #[test]
    fn changes_are_those_against_the_tracker_of_this_type_and_name() {
        let list = br#"{"trackers":[
            {"tracker_type":"system","tracker_name":"system","lts":{"is_lts_enabled":true}},
            {"tracker_type":"data","tracker_name":"other","lts":{"is_lts_enabled":true}},
            {"tracker_type":"data","tracker_name":"d","lts":{"is_lts_enabled":false},"agency_name":"a"}]}"#;
        let read = update(Before::Read(Current::parse(list).expect("a list")));
        assert!(read.stored().is_some());
        assert_eq!(
            changes(&read),
            [
                r#"{"pointer":"/agency_name","before":"a"}"#,
                r#"{"pointer":"/is_lts_enabled","before":false,"after":true}"#
            ]
        );
    }

    #[test]
    fn without_the_values_before_all_that_is_set_counts() {
        let empty = Current::parse(br#"{"trackers":[]}"#).expect("a list");
        for before in [
            Before::NotRead,
            Before::Unknown(String::new()),
            Before::Read(empty),
        ] {
            let unknown = update(before);
            assert!(unknown.stored().is_none());
            assert_eq!(
                changes(&unknown),
                [r#"{"pointer":"/is_lts_enabled","after":true}"#]
            );
        }
    }
}
