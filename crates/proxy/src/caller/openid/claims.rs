//! What a token says of the caller.

use serde_json::{Map, Value};

use crate::caller::Caller;
use crate::caller::identify::Unknown;
use crate::settings::OpenIdConnect;

/// The caller whom these claims name.
pub(super) fn caller(
    claims: &Map<String, Value>,
    settings: &OpenIdConnect,
) -> Result<Caller, Unknown> {
    // The library takes a list with the issuer in it as well.
    if claims.get("iss").and_then(Value::as_str) != Some(&settings.issuer) {
        return Err(Unknown::Wrong("the token is of another issuer"));
    }
    let name = find(claims, &settings.name_claim)
        .and_then(Value::as_str)
        .ok_or(Unknown::Wrong("the token lacks the claim with the name"))?;
    let groups = match settings
        .groups_claim
        .as_deref()
        .and_then(|claim| find(claims, claim))
    {
        None | Some(Value::Null) => Vec::new(),
        Some(Value::String(group)) => vec![group.clone()],
        Some(Value::Array(groups)) => groups
            .iter()
            .map(|group| group.as_str().map(str::to_owned))
            .collect::<Option<_>>()
            .ok_or(Unknown::Wrong(
                "the claim with the groups has something else than texts",
            ))?,
        Some(_) => {
            return Err(Unknown::Wrong(
                "the claim with the groups is no list of texts",
            ));
        }
    };
    Caller::new(name, groups).ok_or(Unknown::Wrong(
        "the name or a group in the token is no name",
    ))
}

/// A claim by its name, or by a JSON Pointer when it begins with a slash. A name with a slash in front stays a name when
/// there is such a claim.
fn find<'a>(claims: &'a Map<String, Value>, claim: &str) -> Option<&'a Value> {
    let direct = claims.get(claim);
    if direct.is_some() || !claim.starts_with('/') {
        return direct;
    }
    let mut segments = claim[1..]
        .split('/')
        .map(|segment| segment.replace("~1", "/").replace("~0", "~"));
    let first = claims.get(&segments.next()?)?;
    segments.try_fold(first, |value, segment| value.get(segment))
}
