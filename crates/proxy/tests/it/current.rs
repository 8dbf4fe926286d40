//! The tracker is read before an update when that is wanted.

use crate::cloud::Cloud;
use crate::site::{BODY, Site, call, update};

const READING: &str = "read_before_update = true\n";

#[tokio::test]
async fn the_tracker_is_read_only_when_that_is_wanted() {
    let site = Site::new().await;
    assert_eq!(site.call(update(BODY)).await.status, 200);
    assert_eq!(site.received(), 1);
    let site = Site::with(READING).await;
    assert_eq!(site.call(update(BODY)).await.status, 200);
    assert_eq!(site.received(), 2);
    let broken = site.call(update("{}")).await;
    assert_eq!(broken.status, 400);
    assert_eq!(site.received(), 2, "what is wrong in itself costs no call");
}

/// Rules that need the tracker as it is configured now run here as they do in the page.
#[tokio::test]
async fn rules_that_compare_with_the_tracker_are_kept() {
    let body = r#"{"tracker_type":"data","tracker_name":"data-tracker-name",
        "data_bucket":{"data_bucket_name":"another-bucket"}}"#;
    let site = Site::with(READING).await;
    let answer = site.call(update(body)).await;
    assert_eq!((answer.status, answer.code()), (400, "PROXY.0400".into()));
    let found = answer.json()["diagnostics"].to_string();
    assert!(found.contains("data-bucket-immutable"), "{found}");
    assert_eq!(site.received(), 1, "the list alone");
}

/// Without the list the update still goes out, unless somebody needs to know what it changes.
#[tokio::test]
async fn an_update_does_not_depend_on_the_list() {
    let cloud = Cloud::new(|method| match method {
        "GET" => "HTTP/1.1 403 Forbidden\r\nContent-Length: 2\r\n\r\n{}",
        _ => "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n",
    })
    .await;
    let routes = cloud.proxy(READING);
    assert_eq!(call(&routes, update(BODY)).await.status, 200);
    assert_eq!(cloud.seen(), ["GET", "PUT"]);
}
