//! Loading `config.json`.

use std::rc::Rc;

use gloo_net::http::Method;
use wasm_bindgen_futures::spawn_local;
use yew::Callback;

use super::fetch::{Ask, fetch};
use crate::config::{Config, Fault};

/// Where the settings are, beside the page.
const ADDRESS: &str = "config.json";

/// Loads the settings. A page without the file is a preview.
pub(crate) fn load(loaded: Callback<Rc<Config>>) {
    spawn_local(async move {
        let config = read().await.unwrap_or_else(Config::broken);
        loaded.emit(Rc::new(config));
    });
}

async fn read() -> Result<Config, Fault> {
    let ask = Ask {
        method: Method::GET,
        address: ADDRESS,
        ..Ask::default()
    };
    let got = fetch(ask).await.map_err(|_| Fault::Network)?;
    match got.status {
        200 => {}
        404 | 410 => return Ok(Config::absent()),
        status => return Err(Fault::Status(status)),
    }
    Config::parse(&got.body)
}
