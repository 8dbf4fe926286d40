//! curl with a signature made by a POSIX shell and OpenSSL.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use crate::comment::comments;
use crate::note::Note;
use crate::quote::shell_quoted;
use crate::request::Request;
use crate::target::{ACCESS_KEY, PROJECT_ID, REGION, SECRET_KEY, SECURITY_TOKEN, Target};

/// The part that is the same for every request.
///
/// HMAC is made of two plain hashes, and the key goes through pipes: `openssl` takes keys as
/// arguments only, which every user of the machine can see.
const SIGN: &str = r#"
date=$(date -u +%Y%m%dT%H%M%SZ)
headers="content-type:application/json
host:$host
x-sdk-date:$date"
signed='content-type;host;x-sdk-date'
if [ -n "${SECURITY_TOKEN-}" ]; then
  headers="$headers
x-security-token:$SECURITY_TOKEN"
  signed="$signed;x-security-token"
fi

hash() { openssl dgst -sha256 -r | cut -d ' ' -f 1; }

# The secret key, each byte combined with $1, filled up to 64 bytes.
key_with() {
  count=0
  for byte in $key; do
    printf '%b' "\\0$(printf '%03o' $((byte ^ $1)))"
    count=$((count + 1))
  done
  while [ $((count += 1)) -le 64 ]; do
    printf '%b' "\\0$(printf '%03o' "$1")"
  done
}

if [ "${#SECRET_KEY}" -gt 64 ]; then
  echo 'the secret key is longer than any that is known' >&2
  exit 1
fi
key=$(printf '%s' "$SECRET_KEY" | od -A n -v -t u1)
canonical="PUT
$path/

$headers

$signed
$(printf '%s' "$body" | hash)"
text="SDK-HMAC-SHA256
$date
$(printf '%s' "$canonical" | hash)"
signature=$({
  key_with 92
  {
    key_with 54
    printf '%s' "$text"
  } | openssl dgst -sha256 -binary
} | hash)

printf '%s\n' "$headers" \
  "authorization: SDK-HMAC-SHA256 Access=$ACCESS_KEY, SignedHeaders=$signed, Signature=$signature" |
  curl --request PUT --silent --show-error --fail-with-body \
    --header @- --data-raw "$body" "https://$host$path"
"#;

pub(crate) fn write(request: &Request<'_>, notes: &mut Vec<Note>) -> String {
    let target = Target::of(request, notes);
    let notes = comments(notes, "#");
    let host = target.host("").to_lowercase();
    let host = if host.is_empty() {
        format!("\"cts.${{{REGION}:?}}.myhuaweicloud.com\"")
    } else {
        shell_quoted(&host)
    };
    let path = target.project.as_ref().map_or_else(
        || format!("\"/v3/${{{PROJECT_ID}:?}}/tracker\""),
        |project| shell_quoted(&format!("/v3/{project}/tracker")),
    );
    let body = shell_quoted(&request.json());
    let sign = SIGN
        .replace("SECURITY_TOKEN", SECURITY_TOKEN)
        .replace("SECRET_KEY", SECRET_KEY)
        .replace("ACCESS_KEY", ACCESS_KEY);
    format!(
        "#!/bin/sh
{notes}set -eu
: \"${{{ACCESS_KEY}:?}}\" \"${{{SECRET_KEY}:?}}\"
host={host}
path={path}
body={body}
{sign}"
    )
}
