//! What stands besides the body: project, region, credential.

use super::{Finding, Findings, Place};
use crate::context::{Authentication, Context};
use crate::region::Region;
use crate::rule::Rule;

/// Shorter than this no token is (vendor tokens have several thousand characters).
const SHORTEST_TOKEN: usize = 100;
/// How far the clock may be off, in seconds (signing guide).
const CLOCK_TOLERANCE: u64 = 15 * 60;

/// The pointer of the region, which is no member of the request.
pub(crate) const REGION: &str = "/region";
const PROJECT_ID: &str = "/path/project_id";
const TOKEN: &str = "/auth/token";

pub(crate) fn judge(context: &Context<'_>, findings: &mut Findings) {
    let mut add = |rule, pointer| findings.push(Finding::new(rule, Place::Context(pointer)));
    if let Some(project_id) = context.project_id {
        let bare = project_id.trim();
        if bare.is_empty() || (bare.starts_with('{') && bare.ends_with('}')) {
            add(Rule::ProjectIdRequired, PROJECT_ID);
        } else if !is_project_id(project_id) {
            add(Rule::ProjectIdFormat, PROJECT_ID);
        }
    }
    if context
        .region
        .is_some_and(|region| !Region::is_known(region))
    {
        add(Rule::RegionKnown, REGION);
    }
    if let Some(authentication) = &context.authentication {
        judge_authentication(authentication, &mut add);
    }
}

fn judge_authentication(known: &Authentication<'_>, add: &mut impl FnMut(Rule, &'static str)) {
    if known
        .token
        .is_some_and(|token| token.len() < SHORTEST_TOKEN || token.contains(char::is_whitespace))
    {
        add(Rule::TokenShape, TOKEN);
    }
    if known
        .token_expires_at
        .zip(known.now)
        .is_some_and(|(end, now)| end <= now)
    {
        add(Rule::TokenExpired, TOKEN);
    }
    if known
        .signed_at
        .zip(known.gateway_time)
        .is_some_and(|(signed, gateway)| signed.abs_diff(gateway) > CLOCK_TOLERANCE)
    {
        add(Rule::ClockSkew, "/auth/time");
    }
    if known.failed_signatures > 0 {
        add(Rule::SignatureRetry, "/auth");
    }
}

fn is_project_id(text: &str) -> bool {
    text.len() == 32
        && text
            .bytes()
            .all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
}
