//! The HTTP message and the change ticket.

use std::io::{Read as _, Write as _};
use std::net::TcpStream;

use cts_samples::Tool;

use crate::proof::{HOST, Proof, REGION, Tally, project};

pub(super) fn prove(proof: &Proof, tally: &mut Tally) {
    for index in 0..proof.cases.len() {
        tally.count(&proof.what(Tool::Http, index), http(proof, index));
        tally.count(&proof.what(Tool::Markdown, index), markdown(proof, index));
    }
}

/// Sends the message as it is, with its variables filled in.
fn http(proof: &Proof, index: usize) -> Result<(), String> {
    let text = proof.sample(Tool::Http, index).text;
    let (head, body) = text.split_once("\r\n\r\n").ok_or("there is no head")?;
    if head.replace("\r\n", "").contains(['\r', '\n']) {
        return Err("a line of the head ends otherwise".into());
    }
    let head = head
        .replace("$X_AUTH_TOKEN", &proof.tokens[index])
        .replace("$CLOUD_SDK_PROJECT_ID", &project(index))
        .replace("$CLOUD_SDK_REGION", REGION);
    if !head.contains(&format!("\r\nHost: {HOST}\r\n")) {
        return Err("another host is named".into());
    }
    let mut stream =
        TcpStream::connect(("127.0.0.1", proof.cloud.plain)).map_err(|error| error.to_string())?;
    let message = format!("{head}\r\nConnection: close\r\n\r\n{body}");
    let mut answer = Vec::new();
    stream
        .write_all(message.as_bytes())
        .and_then(|()| stream.read_to_end(&mut answer))
        .map_err(|error| error.to_string())?;
    let arrived = proof.arrived(Tool::Http, index)?;
    if arrived.body == body.as_bytes() {
        Ok(())
    } else {
        Err("other bytes arrived".into())
    }
}

/// The last block of code is the request.
fn markdown(proof: &Proof, index: usize) -> Result<(), String> {
    let text = proof.sample(Tool::Markdown, index).text;
    let (before, rest) = text.rsplit_once("json\n").ok_or("there is no JSON")?;
    let fence = before.rsplit('\n').next().unwrap_or_default();
    if fence.len() < 3 || !fence.bytes().all(|byte| byte == b'`') {
        return Err("the JSON is no block of code".into());
    }
    let body = rest
        .strip_suffix(&format!("\n{fence}\n"))
        .ok_or("the block does not end")?;
    if body.contains(fence) {
        return Err("the block ends too early".into());
    }
    proof.compare(Tool::Markdown, index, body.as_bytes())
}
