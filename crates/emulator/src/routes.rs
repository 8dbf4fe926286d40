//! The calls that the stand-in knows.

use axum::Router;
use axum::body::{Body, Bytes, to_bytes};
use axum::extract::{ConnectInfo, Path, Query, Request, State};
use axum::http::request::Parts;
use axum::middleware::{Next, from_fn_with_state};
use axum::response::{IntoResponse as _, Response};
use axum::routing::{get, post, put};
use cts_tracker::{Context, Severity, TrackerType, check, json};
use serde_json::json;
use tokio::time::sleep;

use crate::answer::{Refusal, finish, json_answer};
use crate::authentication::authenticate;
use crate::gateway::BODY_LIMIT;
use crate::listen::Line;
use crate::{Emulator, FaultKind, Permission, control, fault, gateway, identity, random};

type Outcome = Result<Response, Refusal>;

pub(crate) fn router(emulator: Emulator) -> Router {
    let mut routes = Router::new()
        .route("/v3/auth/tokens", post(create_token))
        .route("/v3/{project_id}/tracker", put(update_tracker))
        .route("/v3/{project_id}/trackers", get(list_trackers))
        .fallback(unknown)
        .method_not_allowed_fallback(other_method)
        .layer(from_fn_with_state(emulator.clone(), around));
    if emulator.settings().control {
        // Beside the layer: these calls are not counted and meet no fault.
        routes = routes.merge(control::router());
    }
    routes.with_state(emulator)
}

/// Counts the request, lets a fault strike that was asked for, and gives the answer its headers and its id.
async fn around(State(emulator): State<Emulator>, request: Request, next: Next) -> Response {
    emulator.count_request();
    let id = random::hex(16);
    let fault = emulator.faults().take(request.method().as_str());
    let Some((kind, after_change)) = fault else {
        let answer = gateway(&emulator, request, next).await;
        return finish(answer, &id, emulator.now_milliseconds());
    };
    let line = request.extensions().get::<ConnectInfo<Line>>();
    let line = line.map(|ConnectInfo(line)| line.clone());
    if !after_change {
        if let FaultKind::Delay(time) = kind {
            sleep(time).await;
        }
        if let Some(answer) = fault::instead(&kind, line.as_ref()) {
            return finish(answer, &id, emulator.now_milliseconds());
        }
    }
    let mut answer = gateway(&emulator, request, next).await;
    if after_change {
        if let FaultKind::Delay(time) = kind {
            sleep(time).await;
        }
        answer = fault::instead(&kind, line.as_ref()).unwrap_or(answer);
    }
    let answer = finish(answer, &id, emulator.now_milliseconds());
    fault::broken(answer, &kind, line.as_ref()).await
}

/// What the gateway looks at before the service gets to see a request.
async fn gateway(emulator: &Emulator, request: Request, next: Next) -> Response {
    let (parts, body) = request.into_parts();
    let now = emulator.now_milliseconds();
    let throttle = emulator.settings().throttle;
    let outcome = gateway::sizes(&parts).and_then(|()| emulator.gateway().throttle(throttle, now));
    match outcome {
        Ok(()) => next.run(Request::from_parts(parts, body)).await,
        Err(refusal) => refusal.into_response(),
    }
}

async fn unknown() -> Refusal {
    let message = "The API does not exist or has not been published in the environment.";
    Refusal::gateway(404, "APIGW.0101", message)
}

/// A path that exists, with a method that it does not have.
async fn other_method() -> Refusal {
    Refusal::gateway(404, "APIGW.0101", "The API does not exist.")
}

async fn create_token(State(emulator): State<Emulator>, request: Request) -> Outcome {
    let (parts, body) = read(request).await?;
    identity::create_token(&emulator, &parts, &body)
}

async fn update_tracker(
    State(emulator): State<Emulator>,
    Path(project): Path<String>,
    request: Request,
) -> Outcome {
    let (parts, body) = read(request).await?;
    authenticate(&emulator, &parts, &body, &project)?;
    if emulator.settings().conditions.permission == Permission::ReadOnly {
        return Err(Refusal::service(Some("CTS.0013")));
    }
    let report = check(&body, &Context::default());
    if let Some(error) = report
        .diagnostics()
        .iter()
        .find(|d| d.severity() == Severity::Error)
    {
        // Where sources name several codes ("CTS.0228 or CTS.0229") the first one is as good as any.
        let code = error
            .server_code()
            .and_then(|codes| codes.split([' ', ',']).next());
        return Err(Refusal::service(code));
    }
    let tree = json::parse(&body).map_err(|_| Refusal::service(Some("CTS.0003")))?;
    let now = emulator.now_milliseconds();
    emulator
        .store()
        .update(&project, &tree, &emulator.settings().conditions, now)
        .map_err(|code| Refusal::service(Some(code)))?;
    Ok(Response::new(Body::empty()))
}

async fn list_trackers(
    State(emulator): State<Emulator>,
    Path(project): Path<String>,
    request: Request,
) -> Outcome {
    let (parts, body) = read(request).await?;
    authenticate(&emulator, &parts, &body, &project)?;
    let Query(filter) = Query::<Vec<(String, String)>>::try_from_uri(&parts.uri)
        .map_err(|_| Refusal::gateway(400, "APIGW.0201", "API request error."))?;
    let value = |name: &str| {
        let found = filter.iter().find(|pair| pair.0 == name);
        found
            .map(|pair| pair.1.as_str())
            .filter(|value| !value.is_empty())
    };
    let kind = value("tracker_type")
        .map(|kind| TrackerType::parse(kind).ok_or_else(|| Refusal::service(Some("CTS.0202"))))
        .transpose()?;
    let now = emulator.now_milliseconds();
    let trackers = emulator
        .store()
        .list(&project, kind, value("tracker_name"), now);
    Ok(json_answer(200, &json!({ "trackers": trackers })))
}

/// Reads the whole request.
async fn read(request: Request) -> Result<(Parts, Bytes), Refusal> {
    let (parts, body) = request.into_parts();
    let body = to_bytes(body, BODY_LIMIT)
        .await
        .map_err(|_| Refusal::gateway(413, "APIGW.0201", "Request entity too large."))?;
    Ok((parts, body))
}
