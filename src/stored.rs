//! What is kept between visits, as it is written down.

use cts_tracker::json::{Tree, parse};
use cts_tracker::{Draft, Locale, TrackerType};
use serde::Serialize;

use crate::state::{State, Step, Target, Theme};

/// The version of this shape. What has another one is not read.
const VERSION: usize = 1;

/// What is kept between visits. Nothing in it asks for a credential.
#[derive(Debug, Default, PartialEq, Serialize)]
pub(crate) struct Stored {
    version: usize,
    locale: Option<String>,
    theme: String,
    step: usize,
    region: String,
    types_region: bool,
    project_id: String,
    types_project: bool,
    tracker_type: String,
    /// The body of each type, as text.
    system: String,
    data: String,
    /// The text that somebody wrote, be it broken.
    text: Option<String>,
    /// Whether it was being edited.
    edits_text: bool,
}

impl Stored {
    /// What is to be kept of a state.
    pub(crate) fn of(state: &State) -> Self {
        let [system, data] = state.bodies();
        let locale = state.missed.unwrap_or(state.locale);
        Self {
            version: VERSION,
            locale: state.locale_decided.then(|| locale.tag().to_owned()),
            theme: state.theme.as_str().to_owned(),
            step: state.step.index(),
            region: state.target.region.clone(),
            types_region: state.target.types_region,
            project_id: state.target.project_id.clone(),
            types_project: state.target.types_project,
            tracker_type: state.tracker_type().as_str().to_owned(),
            system,
            data,
            text: state.written.as_ref().map(|written| written.text.clone()),
            edits_text: state.desk.is_open,
        }
    }

    /// Reads what was written down. What has another version or another shape is nothing.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let tree = parse(text.as_bytes()).ok()?;
        let number = |name: &str| match tree.get(name)? {
            Tree::Number(digits) => digits.parse::<usize>().ok(),
            _ => None,
        };
        let text = |name: &str| tree.get(name)?.as_text().map(str::to_owned);
        let is = |name: &str| tree.get(name) == Some(&Tree::Boolean(true));
        Some(Self {
            version: number("version").filter(|version| *version == VERSION)?,
            locale: text("locale"),
            theme: text("theme")?,
            step: number("step")?,
            region: text("region")?,
            types_region: is("types_region"),
            project_id: text("project_id")?,
            types_project: is("types_project"),
            tracker_type: text("tracker_type")?,
            system: text("system")?,
            data: text("data")?,
            text: text("text"),
            edits_text: is("edits_text"),
        })
    }

    /// Puts what was kept into a state. What cannot be read is left as it is.
    pub(crate) fn restore(self, state: &mut State) {
        if let Some(locale) = self.locale.as_deref().and_then(Locale::from_tag) {
            state.locale = locale;
            state.locale_decided = true;
        }
        state.theme = Theme::parse(&self.theme).unwrap_or_default();
        let tracker_type = TrackerType::parse(&self.tracker_type).unwrap_or(TrackerType::System);
        let (open, other) = match tracker_type {
            TrackerType::System => (&self.system, &self.data),
            TrackerType::Data => (&self.data, &self.system),
        };
        let read = |text: &String| Draft::parse(text.as_bytes()).ok();
        let draft = read(open)
            .filter(|draft| draft.tracker_type() == Some(tracker_type))
            .unwrap_or_else(|| Draft::new(tracker_type));
        let draft = draft.beside(&read(other).unwrap_or_default());
        let target = Target {
            region: self.region,
            types_region: self.types_region,
            project_id: self.project_id,
            types_project: self.types_project,
        };
        let step = Step::ALL.get(self.step).copied().unwrap_or_default();
        state.restore(draft, target, step);
        if self.text.is_some() || self.edits_text {
            state.restore_text(self.text, self.edits_text);
        }
    }
}

#[cfg(test)]
mod tests {
    use cts_tracker::{Draft, Locale, Sample, TrackerType};

    use super::Stored;
    use crate::state::{Action, State, Step, Target};

    #[test]
    fn a_language_that_could_not_be_loaded_is_asked_for_again() {
        let mut state = State::default();
        state.apply(Action::Speak(Locale::SimplifiedChinese));
        state.miss(Locale::English);
        assert_eq!(state.locale, Locale::English);
        assert_eq!(Stored::of(&state).locale.as_deref(), Some("zh-CN"));
        let mut next = State::default();
        Stored::of(&state).restore(&mut next);
        assert_eq!(next.locale, Locale::SimplifiedChinese);
        // Until somebody chooses the one that is there.
        state.apply(Action::Speak(Locale::English));
        assert_eq!(Stored::of(&state).locale.as_deref(), Some("en"));
    }

    fn state_with_both_samples() -> State {
        let mut state = State::default();
        state.apply(Action::Start(Some(Sample::Management)));
        let mut draft = Draft::sample(Sample::Data);
        draft.set_tracker_type(TrackerType::Data);
        state.apply(Action::SetType(TrackerType::Data));
        for member in cts_tracker::Member::ALL {
            if draft.get(member).is_some() {
                state.apply(Action::Choose(member, draft.get(member).cloned()));
            }
        }
        state
    }

    #[test]
    fn both_drafts_come_back() {
        let mut state = state_with_both_samples();
        state.apply(Action::Go(Step::Transfer));
        let mut restored = State::default();
        Stored::of(&state).restore(&mut restored);
        assert_eq!(
            restored.judged.emitted.text,
            Draft::sample(Sample::Data).emit()
        );
        assert_eq!(restored.step, Step::Transfer);
        restored.apply(Action::SetType(TrackerType::System));
        assert_eq!(
            restored.judged.emitted.text,
            Draft::sample(Sample::Management).emit()
        );
    }

    #[test]
    fn members_that_no_source_lists_come_back_with_the_open_type() {
        let text = r#"{"tracker_type":"system","tracker_name":"system","tag":["x"]}"#;
        let mut state = state_with_both_samples();
        state.draft = Draft::parse(text.as_bytes()).expect("a body");
        let mut restored = State::default();
        Stored::of(&state).restore(&mut restored);
        assert_eq!(restored.draft.emit(), state.draft.emit());
        assert!(restored.draft.emit().contains("\"tag\""));
    }

    #[test]
    fn members_that_no_source_lists_come_back_with_the_other_type_as_well() {
        let text = r#"{"tracker_type":"system","tracker_name":"system","tag":["x"],
            "obs_info":{"region":"r"}}"#;
        let mut state = State::default();
        let draft = Draft::parse(text.as_bytes()).expect("a body");
        state.restore(draft, Target::default(), Step::Target);
        let system = state.draft.emit();
        state.apply(Action::SetType(TrackerType::Data));
        let mut restored = State::default();
        Stored::of(&state).restore(&mut restored);
        restored.apply(Action::SetType(TrackerType::System));
        assert_eq!(restored.draft.emit(), system);
        assert!(system.contains("\"tag\"") && system.contains("\"region\""));
    }

    #[test]
    fn what_is_written_is_read_again() {
        let stored = Stored::of(&state_with_both_samples());
        let text = serde_json::to_string(&stored).expect("JSON");
        assert_eq!(Stored::parse(&text), Some(stored));
    }

    #[test]
    fn another_version_and_junk_change_nothing() {
        let text = serde_json::to_string(&Stored::of(&State::default())).expect("JSON");
        for other in [
            text.replace("\"version\":1", "\"version\":2"),
            text.replace("\"theme\":", "\"other\":"),
            String::new(),
            "[]".to_owned(),
        ] {
            assert_eq!(Stored::parse(&other), None, "{other}");
        }

        let junk = Stored {
            version: 1,
            theme: "pink".to_owned(),
            step: 99,
            tracker_type: "x".to_owned(),
            system: "{".to_owned(),
            ..Stored::default()
        };
        let mut state = State::default();
        junk.restore(&mut state);
        assert_eq!(state.judged.emitted.text, Draft::default().emit());
        assert_eq!(state.step, Step::Target);
    }
}
