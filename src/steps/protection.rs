//! How the trace files are protected: verification, encryption, agency.

use cts_tracker::Member;
use yew::Html;

use super::members;
use crate::state::{Finding, State};

pub(crate) fn show(state: &State, open: &[Finding]) -> Html {
    members(
        state,
        open,
        &[
            Member::IsSupportValidate,
            Member::IsSupportTraceFilesEncryption,
            Member::KmsId,
            Member::AgencyName,
        ],
    )
}
