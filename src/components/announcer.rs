//! What is said to people who cannot see that it happened.

use crate::dom::{El, el, icon, of};
use crate::shell::Shell;
use crate::state::Said;
use crate::texts::{
    count as tally, difference, drafts, fill, import, notices, sending, shell as texts, trackers,
};

/// A live region at the lower edge of the page. It is seen as well, for a few seconds.
pub(crate) fn show(shell: &Shell, (count, said): &(u32, Said)) -> El {
    let region = of("div", "announcer")
        .is("role", "status")
        .is("aria-live", "polite");
    let region = match words(shell, said) {
        // A new element for each saying, so that the same words can be said twice.
        Some(words) => {
            // What is seen elsewhere, at the field or above the form, is only heard here.
            let class = if matches!(
                said,
                Said::Errors(_)
                    | Said::Broken
                    | Said::Replaced
                    | Said::Listing
                    | Said::NotListed
                    | Said::TakenOver
                    | Said::NotTakenOver
                    | Said::NotReadBack
            ) {
                "hidden"
            } else {
                "toast"
            };
            region.with(of("p", class).key(count.to_string()).text(&words))
        }
        None => region,
    };
    // Seen while files are dragged over the page.
    let target = of("div", "drop-target")
        .is("aria-hidden", "true")
        .put(icon("download"))
        .text(shell.say(import::DROP));
    el("div").with(region).with(target)
}

fn words(shell: &Shell, said: &Said) -> Option<String> {
    let text = match said {
        Said::Nothing => return None,
        Said::Copied => texts::COPIED,
        Said::CopySelected => texts::COPY_SELECTED,
        Said::Downloaded(name) => {
            return Some(fill(shell.say(texts::DOWNLOADED), &[("name", name)]));
        }
        Said::DownloadFailed => texts::DOWNLOAD_FAILED,
        Said::Replaced => notices::REPLACED,
        Said::Undone => notices::UNDONE,
        Said::Redone => notices::REDONE,
        Said::Mended => notices::MENDED,
        Said::MendedAll(number) => {
            return Some(tally(
                *number,
                notices::MENDED,
                notices::MENDED_MANY,
                shell.locale,
            ));
        }
        Said::Broken => notices::TEXT_BROKEN,
        Said::Rewritten => notices::TEXT_REWRITTEN,
        Said::Sending => sending::SENDING,
        Said::Listing => trackers::LISTING,
        Said::Listed(number) => {
            return Some(tally(
                *number,
                trackers::LISTED_ONE,
                trackers::LISTED_MANY,
                shell.locale,
            ));
        }
        Said::NotListed => trackers::NOT_LISTED,
        Said::Loaded(name) => {
            return Some(fill(shell.say(trackers::LOADED), &[("name", name)]));
        }
        Said::Added => difference::ADDED,
        Said::TakenOver => difference::TAKEN_OVER,
        Said::NotTakenOver => difference::NOT_TAKEN_OVER,
        Said::NotReadBack => difference::UNAVAILABLE,
        Said::Kept => drafts::KEPT,
        Said::Dropped => drafts::DROPPED,
        Said::NoName => drafts::NO_NAME,
        Said::LinkCopied => texts::LINK_COPIED,
        Said::LinkInAddress => texts::LINK_IN_ADDRESS,
        Said::Imported => import::IMPORTED,
        Said::NotLoaded => import::NOT_LOADED,
        Said::Opened => texts::LINK_OPENED,
        Said::NotOpened => texts::LINK_UNUSABLE,
        Said::Forgotten => difference::FORGOTTEN,
        Said::Errors(0) => texts::NO_ERROR,
        Said::Errors(number) => {
            return Some(tally(
                *number,
                texts::ERROR_ONE,
                texts::ERROR_MANY,
                shell.locale,
            ));
        }
    };
    Some(shell.say(text).to_owned())
}
