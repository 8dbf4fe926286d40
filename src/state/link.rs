//! A draft in an address: to give it away, and to open it.

use super::{Effect, Said, State, Target};
use crate::share;

impl State {
    /// The draft and its target as a fragment.
    pub(super) fn link(&self) -> String {
        let (region, project) = (self.target.region.trim(), self.target.project_id.trim());
        share::write(region, project, &self.draft)
    }

    pub(super) fn share(&mut self) {
        let fragment = self.link();
        self.run(Effect::Share(fragment));
    }

    /// Takes the draft of a fragment and says where it came from. What was in the form can be
    /// brought back.
    pub(super) fn open(&mut self, fragment: &str, said: Said) {
        if !share::is_one(fragment) {
            return;
        }
        let Some(shared) = share::read(fragment) else {
            self.say(Said::NotOpened);
            return;
        };
        let mut target = Target::default();
        // An address without a place leaves the one that is chosen.
        for (given, chosen, place) in [
            (shared.region, &self.target.region, &mut target.region),
            (
                shared.project_id,
                &self.target.project_id,
                &mut target.project_id,
            ),
        ] {
            *place = if given.is_empty() {
                chosen.clone()
            } else {
                given
            };
        }
        self.replace(shared.draft, target);
        self.say(said);
    }
}
