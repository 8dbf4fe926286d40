//! The two calls that are forwarded.

use std::time::Instant;

use axum::body::{Body, Bytes};
use axum::extract::rejection::PathRejection;
use axum::extract::{Extension, Path, Query, Request, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, Uri, header};
use axum::response::Response;
use cts_tracker::{Context, Current, Locale, Severity, check, is_valid};
use sdk_hmac_sha256::query_string;
use tracing::{Instrument as _, Span, info, warn};

use crate::answer::Refusal;
use crate::audit::Entry;
use crate::caller::Caller;
use crate::current::{Before, Update};
use crate::policy::{Policies, Target};
use crate::rebuild::rebuild;
use crate::settings::Region;
use crate::upstream::{Answer, Call, NOTES};
use crate::{ANSWER_FROM, BASE, Proxy, body, guard, random, telemetry};

/// The headers of an answer of the cloud that are passed on.
const PASSED: [HeaderName; 3] = [
    header::CONTENT_TYPE,
    header::RETRY_AFTER,
    HeaderName::from_static("x-request-id"),
];

/// What the list can be filtered by.
const FILTERS: [&str; 2] = ["tracker_name", "tracker_type"];

/// Region and project id in the path; a path that is not UTF-8 names neither.
type Place = Result<Path<(String, String)>, PathRejection>;

/// `PUT {base}/{region}/v3/{project_id}/tracker`: judges the body, writes its value anew, signs and sends that.
pub(crate) async fn update(
    State(proxy): State<Proxy>,
    Extension(caller): Extension<Caller>,
    place: Place,
    request: Request,
) -> Response {
    let detached = proxy.lasting().detached().clone();
    let work = async move {
        let job = Job::new(&proxy, caller, place, Method::PUT);
        let span = job.span("PUT tracker", request.headers());
        let work = async {
            let outcome = job.audited(request).await;
            job.finish(outcome)
        };
        work.instrument(span).await
    };
    detached.run(work).await
}

/// `GET {base}/{region}/v3/{project_id}/trackers`: the trackers as they are configured now.
pub(crate) async fn list(
    State(proxy): State<Proxy>,
    Extension(caller): Extension<Caller>,
    place: Place,
    headers: HeaderMap,
    uri: Uri,
) -> Response {
    let job = Job::new(&proxy, caller, place, Method::GET);
    let span = job.span("GET trackers", &headers);
    let work = async {
        let outcome = job.list(&headers, &uri).await;
        job.finish(outcome)
    };
    work.instrument(span).await
}

/// One request on its way through.
struct Job<'a> {
    proxy: &'a Proxy,
    caller: Caller,
    region: String,
    project: String,
    method: Method,
    /// Names the request in the log and in answers of the proxy.
    id: String,
    start: Instant,
}

impl<'a> Job<'a> {
    fn new(proxy: &'a Proxy, caller: Caller, place: Place, method: Method) -> Self {
        let (region, project) = place.map(|Path(place)| place).unwrap_or_default();
        Self {
            proxy,
            caller,
            region,
            project,
            method,
            id: random::hex(16),
            start: Instant::now(),
        }
    }

    /// The span of this request.
    fn span(&self, name: &'static str, headers: &HeaderMap) -> Span {
        telemetry::request(self.proxy.traces(), name, &self.id, headers)
    }

    /// The update, with its lines in the audit log.
    async fn audited(&self, request: Request) -> Result<Answer, Refusal> {
        let audit = self.proxy.lasting().audit();
        let place = (self.region.as_str(), self.project.as_str());
        let mut entry = Entry::new(audit, &self.id, &self.caller, place, self.start);
        let outcome = self.update(request, &mut entry).await;
        entry.finish(&outcome);
        outcome
    }

    async fn update(&self, request: Request, entry: &mut Entry<'_>) -> Result<Answer, Refusal> {
        guard::same_origin(request.headers())?;
        guard::json(request.headers())?;
        let _place = self.proxy.limiter().admit(&self.caller)?;
        let region = self.allowed()?;
        let locale = locale(request.headers());
        let body = body::read(request.into_body()).await?;
        self.judge(&body, locale, None)?;
        let mut update = Update::new(&body).ok_or_else(Refusal::internal)?;
        // A refusal is told with what was asked for.
        entry.about(&update);
        let policies = self
            .policies()
            .update(&self.caller, self.target(Some(update.tracker_name())))
            .map_err(|denial| Refusal::denied(&denial))?;
        let policy_needs_current = policies.needs_current(update.asked());
        if policy_needs_current || self.proxy.settings().reads_before_update() {
            update.read(self.proxy, region, &self.project).await;
            entry.about(&update);
            self.judge(&body, locale, update.current())?;
        }
        if let (true, Before::Unknown(why)) = (policy_needs_current, update.before()) {
            return Err(Refusal::unread(why));
        }
        policies
            .allow(update.asked(), update.stored())
            .map_err(|denial| Refusal::denied(&denial))?;
        let body = rebuild(&body)?;
        let span = telemetry::audit(self.proxy.traces());
        entry.intend().instrument(span).await?;
        let outcome = self.send(region, "tracker", String::new(), body).await;
        outcome.map_err(|refusal| {
            if refusal.is_unsure() {
                refusal.reading_back(format!("{}?{}", self.list_address(), update.filter()))
            } else {
                refusal
            }
        })
    }

    /// The list of the same project, as a path of the proxy.
    fn list_address(&self) -> String {
        let Self {
            region, project, ..
        } = self;
        format!("{BASE}/{region}/v3/{project}/trackers")
    }

    async fn list(&self, headers: &HeaderMap, uri: &Uri) -> Result<Answer, Refusal> {
        guard::same_origin(headers)?;
        let _place = self.proxy.limiter().admit(&self.caller)?;
        let region = self.allowed()?;
        let other =
            || Refusal::not_found("The list has the filters tracker_name and tracker_type.");
        let Query(pairs) =
            Query::<Vec<(String, String)>>::try_from_uri(uri).map_err(|_| other())?;
        if pairs
            .iter()
            .any(|(name, _)| !FILTERS.contains(&name.as_str()))
        {
            return Err(other());
        }
        let mut names = pairs.iter().filter(|(name, _)| name == "tracker_name");
        let tracker = match (names.next(), names.next()) {
            (Some((_, tracker)), None) => Some(tracker.as_str()),
            // Which of two counts only the cloud knows.
            _ => None,
        };
        self.policies()
            .read(&self.caller, self.target(tracker))
            .map_err(|denial| Refusal::denied(&denial))?;
        self.send(region, "trackers", query_string(&pairs), Bytes::new())
            .await
    }

    fn policies(&self) -> &Policies {
        &self.proxy.settings().policies
    }

    fn target<'p>(&'p self, tracker: Option<&'p str>) -> Target<'p> {
        Target {
            region: &self.region,
            project: &self.project,
            tracker,
        }
    }

    /// The configured region, when the project may be reached there.
    fn allowed(&self) -> Result<&Region, Refusal> {
        let settings = self.proxy.settings();
        let region = settings
            .regions
            .iter()
            .find(|region| region.id == self.region)
            .ok_or_else(|| {
                Refusal::not_found("The region is not one of the settings; nothing was sent.")
            })?;
        let known = settings
            .projects
            .iter()
            .any(|project| project.id == self.project && project.region == region.id);
        if known {
            Ok(region)
        } else {
            let message =
                "The project is not one of this region in the settings; nothing was sent.";
            Err(Refusal::not_found(message))
        }
    }

    /// Nothing with an error is signed. The same function runs in the page. Rules that compare with the tracker as
    /// it is configured now run once that is known.
    fn judge(&self, body: &[u8], locale: Locale, current: Option<&Current>) -> Result<(), Refusal> {
        let context = Context {
            project_id: Some(&self.project),
            region: Some(&self.region),
            current,
            ..Context::default()
        };
        // Most bodies are in order; nothing has to be said about them.
        if is_valid(body, &context) {
            return Ok(());
        }
        let report = check(body, &context);
        let errors = report.count(Severity::Error);
        let first = report
            .diagnostics()
            .iter()
            .find(|found| found.severity() == Severity::Error);
        let Some(first) = first else { return Ok(()) };
        let message = format!(
            "Errors in the body: {errors}; nothing was sent. {}",
            first.message(locale)
        );
        Err(Refusal::judged(message, report.to_json(locale)))
    }

    async fn send(
        &self,
        region: &Region,
        call: &str,
        query: String,
        body: Bytes,
    ) -> Result<Answer, Refusal> {
        let path = format!("/v3/{}/{call}", self.project);
        let call = Call {
            region,
            project: &self.project,
            method: self.method.clone(),
            path,
            query,
            body,
            traceparent: None,
        };
        self.proxy.call(call).await
    }

    /// Writes the line of the log and the answer.
    fn finish(&self, outcome: Result<Answer, Refusal>) -> Response {
        let duration = self.start.elapsed().as_millis();
        let Self { method, id, .. } = self;
        // Debug writes line breaks and quotes as escapes, so that a path cannot forge a line.
        let (region, project, caller) = (&self.region, &self.project, self.caller.name());
        let end = outcome.as_ref().map(|answer| answer.status.as_u16());
        telemetry::ended(&Span::current(), end.map_err(Refusal::code));
        match outcome {
            Ok(answer) => {
                let status = answer.status.as_u16();
                let upstream_id = answer
                    .headers
                    .get("x-request-id")
                    .and_then(|id| id.to_str().ok())
                    .unwrap_or("");
                info!(?caller, %method, ?region, ?project, status, upstream_id, duration, id, "forwarded");
                pass(answer)
            }
            Err(refusal) => {
                let (code, status) = (refusal.code(), refusal.status().as_u16());
                warn!(?caller, %method, ?region, ?project, status, code, duration, id, "refused");
                refusal.answer(id)
            }
        }
    }
}

/// The answer of the cloud, as it is, with the headers that the page needs.
fn pass(answer: Answer) -> Response {
    let mut response = Response::new(Body::from(answer.body));
    *response.status_mut() = answer.status;
    let headers = response.headers_mut();
    for name in PASSED.into_iter().chain(NOTES) {
        if let Some(value) = answer.headers.get(&name) {
            headers.insert(name, value.clone());
        }
    }
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    headers.insert(ANSWER_FROM, HeaderValue::from_static("upstream"));
    response
}

/// The language that the caller asks for first, if the messages exist in it.
fn locale(headers: &HeaderMap) -> Locale {
    let value = headers
        .get(header::ACCEPT_LANGUAGE)
        .and_then(|value| value.to_str().ok());
    let first = value
        .and_then(|value| value.split([',', ';']).next())
        .unwrap_or_default();
    Locale::from_tag(first.trim()).unwrap_or_default()
}
