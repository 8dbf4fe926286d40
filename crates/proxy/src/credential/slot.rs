//! A value that ends and is shared: fetched once however many ask for it, and renewed ahead of its end.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, SystemTime};

use tokio::sync::OwnedMutexGuard;
use tokio::time::Instant;
use tracing::{info, warn};

/// A value is renewed when a fifth of its life is left, but at most this long ahead.
const AHEAD_AT_MOST: Duration = Duration::from_mins(30);

/// And at least so long ahead: ends are told in whole seconds, and a request takes its time.
const AHEAD_AT_LEAST: Duration = Duration::from_secs(2);

/// How soon after it was fetched a value may be given up because the cloud refused it. Should the cloud refuse
/// every value, this bounds how often a new one is asked for.
const GIVE_UP_AFTER: Duration = Duration::from_mins(1);

/// Why there is no value. The text is for people and holds no secret.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Problem {
    /// What is wrong, as a sentence without its full stop.
    pub(crate) text: String,
    /// Whether somebody said no. That is asked again later than what could not be reached: an account is
    /// locked after a few wrong passwords.
    pub(crate) refused: bool,
    /// When it makes sense to try again.
    pub(crate) wait: Duration,
}

impl Problem {
    /// Something that passes by itself.
    pub(crate) fn passing(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            refused: false,
            wait: Duration::ZERO,
        }
    }

    /// Something that a person has to put right.
    pub(crate) fn refused(text: impl Into<String>) -> Self {
        Self {
            refused: true,
            ..Self::passing(text)
        }
    }

    /// How long to leave the source alone after this many failures in a row.
    fn pause(&self, failures: u32) -> Duration {
        let (first, last) = if self.refused { (30, 900) } else { (1, 60) };
        let doubled = 2_u64.saturating_pow(failures.saturating_sub(1));
        Duration::from_secs(doubled.saturating_mul(first).min(last))
    }
}

/// A value as it was fetched.
pub(crate) struct Fetched<T> {
    pub(crate) value: T,
    pub(crate) life: Life,
}

/// How long a value is good.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Life {
    /// Until this time, for this long from now on.
    Until(SystemTime, Duration),
    /// As long as nobody says otherwise; looked at again after this time.
    Open(Duration),
    /// As long as the program runs.
    Forever,
}

/// The place of one value. Clones share it.
pub(crate) struct Slot<T> {
    inner: Arc<Inner<T>>,
}

struct Inner<T> {
    /// Names the value in the log.
    name: String,
    state: Mutex<State<T>>,
    /// Whoever holds it may fetch.
    turn: Arc<tokio::sync::Mutex<()>>,
}

struct State<T> {
    held: Option<Held<T>>,
    failure: Option<Failure>,
}

struct Held<T> {
    value: Arc<T>,
    since: Instant,
    renew: Option<SystemTime>,
    end: Option<SystemTime>,
}

struct Failure {
    problem: Problem,
    count: u32,
    until: Instant,
}

/// What there is at a moment.
enum Found<T> {
    Good(Arc<T>),
    Ageing(Arc<T>),
    Failed(Problem),
    Nothing,
}

impl<T> Clone for Slot<T> {
    fn clone(&self) -> Self {
        Self {
            inner: self.inner.clone(),
        }
    }
}

impl<T: Send + Sync + 'static> Slot<T> {
    pub(crate) fn new(name: impl Into<String>) -> Self {
        let state = State {
            held: None,
            failure: None,
        };
        Self {
            inner: Arc::new(Inner {
                name: name.into(),
                state: Mutex::new(state),
                turn: Arc::default(),
            }),
        }
    }

    /// The value. The first who needs it fetches it, the others wait for that. One whose end is near is given
    /// out while somebody fetches the next one.
    pub(crate) async fn get<F, P>(&self, fetch: F) -> Result<Arc<T>, Problem>
    where
        F: FnOnce() -> P + Send + 'static,
        P: Future<Output = Result<Fetched<T>, Problem>> + Send + 'static,
    {
        match self.look() {
            Found::Good(value) => return Ok(value),
            Found::Ageing(value) => {
                if let Ok(turn) = self.inner.turn.clone().try_lock_owned() {
                    tokio::spawn(self.clone().fetch(turn, fetch));
                }
                return Ok(value);
            }
            Found::Failed(problem) => return Err(problem),
            Found::Nothing => {}
        }
        let turn = self.inner.turn.clone().lock_owned().await;
        // Whoever had the turn before has left a value or a failure.
        match self.look() {
            Found::Good(value) | Found::Ageing(value) => return Ok(value),
            Found::Failed(problem) => return Err(problem),
            Found::Nothing => {}
        }
        // A task of its own, so that a caller who goes away does not break it off for the others.
        let fetching = tokio::spawn(self.clone().fetch(turn, fetch));
        fetching
            .await
            .unwrap_or_else(|_| Err(Problem::passing("fetching it failed inside the proxy")))
    }

    /// Gives a value up that the cloud refused, so that the next request fetches another one.
    pub(crate) fn give_up(&self, value: &Arc<T>) {
        let mut state = self.state();
        let is_old = state.held.as_ref().is_some_and(|held| {
            Arc::ptr_eq(&held.value, value) && held.since.elapsed() >= GIVE_UP_AFTER
        });
        if is_old {
            state.held = None;
        }
    }

    /// The value if there is one that has not ended, and the latest problem.
    pub(crate) fn peek(&self) -> (Option<Arc<T>>, Option<Problem>) {
        let value = match self.look() {
            Found::Good(value) | Found::Ageing(value) => Some(value),
            Found::Failed(_) | Found::Nothing => None,
        };
        let state = self.state();
        let problem = state
            .failure
            .as_ref()
            .map(|failure| failure.problem.clone());
        (value, problem)
    }

    fn look(&self) -> Found<T> {
        let now = SystemTime::now();
        let state = self.state();
        let pausing = state
            .failure
            .as_ref()
            .filter(|failure| Instant::now() < failure.until);
        let held = state
            .held
            .as_ref()
            .filter(|held| held.end.is_none_or(|end| now < end));
        match (held, pausing) {
            (Some(held), None) if held.renew.is_some_and(|renew| now >= renew) => {
                Found::Ageing(held.value.clone())
            }
            (Some(held), _) => Found::Good(held.value.clone()),
            (None, Some(failure)) => {
                let wait = failure.until.saturating_duration_since(Instant::now());
                Found::Failed(Problem {
                    wait,
                    ..failure.problem.clone()
                })
            }
            (None, None) => Found::Nothing,
        }
    }

    async fn fetch<F, P>(self, turn: OwnedMutexGuard<()>, fetch: F) -> Result<Arc<T>, Problem>
    where
        F: FnOnce() -> P + Send + 'static,
        P: Future<Output = Result<Fetched<T>, Problem>> + Send + 'static,
    {
        let outcome = self.keep(fetch().await);
        // Not before the outcome is there to be seen.
        drop(turn);
        outcome
    }

    fn keep(&self, outcome: Result<Fetched<T>, Problem>) -> Result<Arc<T>, Problem> {
        let name = &self.inner.name;
        let mut state = self.state();
        match outcome {
            Ok(Fetched { value, life }) => {
                let now = SystemTime::now();
                let (renew, end) = match life {
                    Life::Until(end, length) => {
                        let ahead = (length / 5).clamp(AHEAD_AT_LEAST, AHEAD_AT_MOST);
                        (end.checked_sub(ahead), Some(end))
                    }
                    Life::Open(pause) => (now.checked_add(pause), None),
                    Life::Forever => (None, None),
                };
                let value = Arc::new(value);
                state.failure = None;
                state.held = Some(Held {
                    value: value.clone(),
                    since: Instant::now(),
                    renew,
                    end,
                });
                info!(name, "credential fetched");
                Ok(value)
            }
            Err(mut problem) => {
                let count = state.failure.as_ref().map_or(0, |failure| failure.count) + 1;
                problem.wait = problem.pause(count);
                warn!(
                    name,
                    problem = problem.text,
                    failures = count,
                    again_in_seconds = problem.wait.as_secs(),
                    "no credential"
                );
                state.failure = Some(Failure {
                    problem: problem.clone(),
                    count,
                    until: Instant::now() + problem.wait,
                });
                Err(problem)
            }
        }
    }

    /// A panic cannot leave it half changed.
    fn state(&self) -> MutexGuard<'_, State<T>> {
        self.inner
            .state
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests;
