//! What is noted down when the page breaks.

use std::panic::PanicHookInfo;

use super::page;

/// The attribute of the section `broken` in `index.html` that says what happened.
const WHAT: &str = "data-what";

/// Notes where the page panicked, and why if that is a fixed text: one that was put together could
/// hold a value of the draft. A panic ends in a trap, and the script that started the page then
/// shows what can still be done. The draft is in the storage of the browser.
pub(crate) fn install() {
    yew::set_custom_panic_hook(Box::new(|info: &PanicHookInfo<'_>| {
        let place = info.location().map(ToString::to_string);
        let reason = info.payload().downcast_ref::<&str>().copied();
        if let Some(section) = page::element("broken") {
            let place = place.unwrap_or_default();
            let what = [place.as_str(), ": ", reason.unwrap_or_default()].concat();
            let _ = section.set_attribute(WHAT, &what);
            let _ = section.remove_attribute("hidden");
        }
        web_sys::console::error_1(&info.to_string().into());
    }));
}
