use std::sync::atomic::{AtomicU32, Ordering};

use tokio::time::{advance, sleep};

use super::*;

/// Counts how often it is asked, and gives what it is told to.
#[derive(Clone, Default)]
struct Well {
    asked: Arc<AtomicU32>,
}

impl Well {
    fn asked(&self) -> u32 {
        self.asked.load(Ordering::SeqCst)
    }

    async fn give(&self, slot: &Slot<u32>, life: Life) -> Result<Arc<u32>, Problem> {
        let asked = self.asked.clone();
        let fetch = async move || {
            sleep(Duration::from_millis(50)).await;
            let value = asked.fetch_add(1, Ordering::SeqCst) + 1;
            Ok(Fetched { value, life })
        };
        slot.get(move || async move { fetch().await }).await
    }

    async fn fail(&self, slot: &Slot<u32>, problem: Problem) -> Result<Arc<u32>, Problem> {
        let asked = self.asked.clone();
        slot.get(move || async move {
            asked.fetch_add(1, Ordering::SeqCst);
            Err(problem)
        })
        .await
    }
}

/// For this many seconds from now on.
fn for_seconds(seconds: i32) -> Life {
    let length = Duration::from_secs(100);
    let now = SystemTime::now();
    let end = match u64::try_from(seconds) {
        Ok(seconds) => now + Duration::from_secs(seconds),
        Err(_) => now - Duration::from_secs(u64::from(seconds.unsigned_abs())),
    };
    Life::Until(end, length)
}

#[tokio::test(start_paused = true)]
async fn many_who_ask_at_once_cause_one_fetch() {
    let (slot, well) = (Slot::new("test"), Well::default());
    let asking: Vec<_> = (0..200)
        .map(|_| {
            let (slot, well) = (slot.clone(), well.clone());
            tokio::spawn(async move { well.give(&slot, Life::Forever).await })
        })
        .collect();
    for task in asking {
        let value = task.await.expect("no panic").expect("a value");
        assert_eq!(*value, 1);
    }
    assert_eq!(well.asked(), 1);
}

#[tokio::test(start_paused = true)]
async fn whoever_goes_away_does_not_break_it_off_for_the_others() {
    let (slot, well) = (Slot::new("test"), Well::default());
    let first = {
        let (slot, well) = (slot.clone(), well.clone());
        tokio::spawn(async move { well.give(&slot, Life::Forever).await })
    };
    sleep(Duration::from_millis(10)).await;
    first.abort();
    assert_eq!(well.give(&slot, Life::Forever).await.as_deref(), Ok(&1));
    assert_eq!(well.asked(), 1);
}

#[tokio::test(start_paused = true)]
async fn one_whose_end_is_near_is_given_out_while_it_is_renewed() {
    let (slot, well) = (Slot::new("test"), Well::default());
    let near = for_seconds(10);
    assert_eq!(well.give(&slot, near).await.as_deref(), Ok(&1));
    for _ in 0..50 {
        let value = well.give(&slot, for_seconds(90)).await;
        assert_eq!(value.as_deref(), Ok(&1), "nobody waits");
    }
    sleep(Duration::from_millis(100)).await;
    assert_eq!(well.give(&slot, near).await.as_deref(), Ok(&2));
    sleep(Duration::from_millis(100)).await;
    assert_eq!(well.asked(), 2, "the new one is far from its end");
}

#[tokio::test(start_paused = true)]
async fn one_that_has_ended_is_not_given_out() {
    let (slot, well) = (Slot::new("test"), Well::default());
    assert_eq!(well.give(&slot, for_seconds(-1)).await.as_deref(), Ok(&1));
    assert!(slot.peek().0.is_none());
    assert_eq!(well.give(&slot, for_seconds(90)).await.as_deref(), Ok(&2));
    assert!(slot.peek().0.is_some());
}

#[tokio::test(start_paused = true)]
async fn a_renewal_that_fails_leaves_the_old_one_in_place() {
    let (slot, well) = (Slot::new("test"), Well::default());
    assert_eq!(well.give(&slot, for_seconds(10)).await.as_deref(), Ok(&1));
    for _ in 0..50 {
        let value = well.fail(&slot, Problem::passing("no")).await;
        assert_eq!(value.as_deref(), Ok(&1));
        tokio::task::yield_now().await;
    }
    assert_eq!(well.asked(), 2, "it is left alone for a while");
    assert_eq!(slot.peek().1.expect("a problem").text, "no");
}

#[tokio::test(start_paused = true)]
async fn a_source_that_fails_is_left_alone_longer_each_time() {
    for (problem, pauses) in [
        (Problem::passing("no"), [1, 2, 4, 8, 16, 32, 60, 60]),
        (
            Problem::refused("no"),
            [30, 60, 120, 240, 480, 900, 900, 900],
        ),
    ] {
        let (slot, well) = (Slot::new("test"), Well::default());
        for (round, pause) in (1..).zip(pauses) {
            let told = well.fail(&slot, problem.clone()).await.expect_err("none");
            assert_eq!(told.wait, Duration::from_secs(pause), "round {round}");
            for _ in 0..100 {
                let told = well.fail(&slot, problem.clone()).await.expect_err("none");
                assert_eq!(told.text, "no");
                assert!(told.wait <= Duration::from_secs(pause));
            }
            assert_eq!(well.asked(), round);
            advance(Duration::from_secs(pause)).await;
        }
        let value = well.give(&slot, Life::Forever).await;
        assert!(value.is_ok());
        assert!(slot.peek().1.is_none(), "all is forgotten");
    }
}

#[tokio::test(start_paused = true)]
async fn a_value_that_was_refused_is_replaced_but_not_all_the_time() {
    let (slot, well) = (Slot::new("test"), Well::default());
    let first = well.give(&slot, Life::Forever).await.expect("a value");
    slot.give_up(&first);
    assert_eq!(well.give(&slot, Life::Forever).await.as_deref(), Ok(&1));
    advance(GIVE_UP_AFTER).await;
    slot.give_up(&first);
    let second = well.give(&slot, Life::Forever).await.expect("a value");
    assert_eq!(*second, 2);
    advance(GIVE_UP_AFTER).await;
    slot.give_up(&first);
    assert_eq!(well.give(&slot, Life::Forever).await.as_deref(), Ok(&2));
}

#[tokio::test(start_paused = true)]
async fn a_fetch_that_panics_is_a_problem_and_not_the_end() {
    let slot: Slot<u32> = Slot::new("test");
    let outcome = slot.get(|| async { panic!("PLANTED") }).await;
    assert!(!outcome.expect_err("a problem").text.contains("PLANTED"));
    let well = Well::default();
    assert_eq!(well.give(&slot, Life::Forever).await.as_deref(), Ok(&1));
}
