//! How much is taken of a caller, and of all together.

use std::time::Duration;

use crate::callers::{from, list_as};
use crate::cloud::Cloud;
use crate::site::{Site, call, list};

#[tokio::test]
async fn a_caller_who_asks_too_often_has_to_wait() {
    let settings = "[callers.header]\npeers = [\"10.0.0.0/8\"]\nname = \"X-User\"\n\
                    [limits]\nrequests_per_minute = 3\n";
    let site = Site::with(settings).await;
    for user in ["alice", "bob"] {
        let headers = [("x-user", user)];
        for _ in 0..3 {
            assert_eq!(list_as(&site, "10.0.0.1:1", &headers).await.status, 200);
        }
        let answer = list_as(&site, "10.0.0.1:1", &headers).await;
        assert_eq!((answer.status, answer.code()), (429, "PROXY.0429".into()));
        assert_eq!(answer.header("x-cts-answer-from"), "proxy");
        let wait: u64 = answer.header("retry-after").parse().expect("seconds");
        assert!((1..=20).contains(&wait), "{wait}");
    }
    assert_eq!(site.received(), 6);
}

/// All of this machine are one caller, and that one is not limited unless the settings say so.
#[tokio::test]
async fn without_callers_there_is_no_rate_by_default() {
    let site = Site::new().await;
    for _ in 0..700 {
        assert_eq!(list_as(&site, "127.0.0.1:1", &[]).await.status, 200);
    }
    let site = Site::with("[limits]\nrequests_per_minute = 1\n").await;
    assert_eq!(list_as(&site, "127.0.0.1:1", &[]).await.status, 200);
    assert_eq!(list_as(&site, "127.0.0.1:1", &[]).await.status, 429);
}

#[tokio::test]
async fn what_is_too_much_at_a_time_is_sent_away_and_places_come_free_again() {
    // It never answers.
    let cloud = Cloud::new(|_| "").await;
    let routes = cloud.proxy("[limits]\nin_flight = 2\n[upstream]\ntimeout_seconds = 2\n");
    let busy: Vec<_> = (0..2)
        .map(|_| {
            let routes = routes.clone();
            tokio::spawn(async move { call(&routes, from("127.0.0.1:1", list(""))).await.status })
        })
        .collect();
    while cloud.heads().len() < 2 {
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    let answer = call(&routes, list("")).await;
    assert_eq!((answer.status, answer.code()), (503, "PROXY.0503".into()));
    assert_eq!(answer.header("x-cts-answer-from"), "proxy");
    assert_eq!(answer.header("retry-after"), "1");
    assert_eq!(cloud.heads().len(), 2, "nothing was sent");
    for call in busy {
        assert_eq!(call.await.expect("an answer"), 504);
    }
    assert_eq!(call(&routes, list("")).await.status, 504, "it was sent");
}
