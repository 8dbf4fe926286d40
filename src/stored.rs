//! What is kept between visits, as it is written down.

use cts_tracker::{Draft, Locale, Member, TrackerType};
use serde::{Deserialize, Serialize};

use crate::state::{State, Step, Target, Theme};

/// The version of this shape. What has another one is not read.
const VERSION: u32 = 1;

/// What is kept between visits. It has no place for a credential.
#[derive(Debug, Default, Deserialize, PartialEq, Serialize)]
#[serde(default)]
pub(crate) struct Stored {
    version: u32,
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
}

impl Stored {
    /// What is to be kept of a state.
    pub(crate) fn of(state: &State) -> Self {
        let body = |tracker_type| {
            let mut draft = state.draft.clone();
            draft.set_tracker_type(tracker_type);
            draft.emit()
        };
        Self {
            version: VERSION,
            locale: state.locale_decided.then(|| state.locale.tag().to_owned()),
            theme: state.theme.as_str().to_owned(),
            step: state.step.index(),
            region: state.target.region.clone(),
            types_region: state.target.types_region,
            project_id: state.target.project_id.clone(),
            types_project: state.target.types_project,
            tracker_type: state.tracker_type().as_str().to_owned(),
            system: body(TrackerType::System),
            data: body(TrackerType::Data),
        }
    }

    /// Puts what was kept into a state. What cannot be read is left as it is.
    pub(crate) fn restore(self, state: &mut State) {
        if self.version != VERSION {
            return;
        }
        if let Some(locale) = self.locale.as_deref().and_then(Locale::from_tag) {
            state.locale = locale;
            state.locale_decided = true;
        }
        state.theme = Theme::parse(&self.theme).unwrap_or_default();
        let tracker_type = TrackerType::parse(&self.tracker_type).unwrap_or(TrackerType::System);
        let mut draft = Draft::new(TrackerType::System);
        for text in [&self.system, &self.data] {
            let Ok(read) = Draft::parse(text.as_bytes()) else {
                continue;
            };
            let Some(side) = read.tracker_type() else {
                continue;
            };
            draft.set_tracker_type(side);
            // The table lists an object before its members, so that those replace it.
            for member in Member::ALL {
                if member != Member::TrackerType {
                    draft.set(member, read.get(member).cloned());
                }
            }
        }
        draft.set_tracker_type(tracker_type);
        let target = Target {
            region: self.region,
            types_region: self.types_region,
            project_id: self.project_id,
            types_project: self.types_project,
        };
        let step = Step::ALL.get(self.step).copied().unwrap_or_default();
        state.restore(draft, target, step);
    }
}

#[cfg(test)]
mod tests {
    use cts_tracker::{Draft, Sample, TrackerType};

    use super::Stored;
    use crate::state::{Action, State, Step};

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
    fn another_version_and_junk_change_nothing() {
        let mut other = Stored::of(&state_with_both_samples());
        other.version = 2;
        let mut state = State::default();
        other.restore(&mut state);
        assert_eq!(state, State::default());

        let junk = Stored {
            version: 1,
            theme: "pink".to_owned(),
            step: 99,
            tracker_type: "x".to_owned(),
            system: "{".to_owned(),
            ..Stored::default()
        };
        junk.restore(&mut state);
        assert_eq!(state.judged.emitted.text, Draft::default().emit());
        assert_eq!(state.step, Step::Target);
    }
}
