//! The parts of the page, one in each file.

mod announcer;
mod answer;
mod dialog;
mod findings;
mod header;
mod link;
mod member_field;
mod notices;
mod preview;
mod select;
mod step_frame;
mod step_list;
mod summary;
mod text_input;
mod words;

pub(crate) use announcer::Announcer;
pub(crate) use answer::AnswerPanel;
pub(crate) use dialog::AnyDialog;
pub(crate) use findings::{described_by, findings_at, has_error, show as show_findings};
pub(crate) use header::Header;
pub(crate) use link::FieldLink;
pub(crate) use member_field::{MemberField, choice, field_head};
pub(crate) use notices::Notices;
pub(crate) use preview::Preview;
pub(crate) use select::Select;
pub(crate) use step_frame::StepFrame;
pub(crate) use step_list::StepList;
pub(crate) use summary::Summary;
pub(crate) use text_input::TextInput;
pub(crate) use words::in_words;
