//! The parts of the page, one in each file.

pub(crate) mod announcer;
pub(crate) mod answer;
pub(crate) mod dialog;
pub(crate) mod difference;
pub(crate) mod findings;
pub(crate) mod header;
pub(crate) mod history;
pub(crate) mod link;
pub(crate) mod member_field;
pub(crate) mod mend;
pub(crate) mod notices;
pub(crate) mod preview;
pub(crate) mod radio;
pub(crate) mod read_back;
pub(crate) mod select;
pub(crate) mod step_frame;
pub(crate) mod step_list;
pub(crate) mod summary;
pub(crate) mod text_editor;
pub(crate) mod text_input;
pub(crate) mod words;
