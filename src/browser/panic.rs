//! What people see when the page breaks.

use std::panic::PanicHookInfo;

use super::page;

/// Shows the section `broken` of `index.html` when the page panics. The draft is in the storage
/// of the browser, so that reloading brings it back.
pub(crate) fn install() {
    yew::set_custom_panic_hook(Box::new(|info: &PanicHookInfo<'_>| {
        if let Some(section) = page::element("broken") {
            let _ = section.remove_attribute("hidden");
        }
        web_sys::console::error_1(&info.to_string().into());
    }));
}
