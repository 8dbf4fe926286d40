//! How the trace files are protected: verification, encryption, agency.

use cts_tracker::Member;
use yew::Html;

use super::members;
use crate::dom::all;
use crate::shell::Shell;
use crate::state::{Finding, State};

pub(crate) fn show(shell: &Shell, state: &State, open: &[Finding]) -> Html {
    let asked = [
        Member::IsSupportValidate,
        Member::IsSupportTraceFilesEncryption,
        Member::KmsId,
        Member::AgencyName,
    ];
    all(members(shell, state, open, &asked))
}
