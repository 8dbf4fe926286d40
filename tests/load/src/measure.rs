//! What is measured, and how the numbers are made.

use std::time::Duration;

use crate::Result;
use crate::client::{Until, run};
use crate::contender::{Call, Contenders, Way};

/// How many connections are open at a time.
pub(crate) const CONNECTIONS: [usize; 3] = [1, 50, 500];

/// How much is measured.
pub(crate) struct Plan {
    /// How often the ways take turns.
    pub(crate) rounds: usize,
    /// How long each turn takes.
    pub(crate) time: Duration,
    /// How many requests the soak has; none when 0.
    pub(crate) soak: u64,
    /// Only this number of connections, to look at one thing quickly.
    pub(crate) connections: Option<usize>,
}

/// One way under one load; medians of the rounds.
pub(crate) struct Cell {
    pub(crate) call: Call,
    pub(crate) connections: usize,
    pub(crate) way: Way,
    /// Microseconds.
    pub(crate) half: f64,
    pub(crate) most: f64,
    /// Microseconds more than the direct way had in the same round.
    pub(crate) added: f64,
    pub(crate) per_second: f64,
    /// Microseconds of a processor for each request, in the program in the middle.
    pub(crate) processor: f64,
    /// KiB, after the last round.
    pub(crate) memory: u64,
    pub(crate) answered: u64,
    pub(crate) failed: u64,
}

/// Many requests through our proxy.
pub(crate) struct Soak {
    pub(crate) answered: u64,
    pub(crate) failed: u64,
    pub(crate) per_second: f64,
    /// KiB, before and after each tenth.
    pub(crate) memory: Vec<u64>,
}

/// Everything.
pub(crate) struct Measured {
    pub(crate) cells: Vec<Cell>,
    pub(crate) soak: Option<Soak>,
}

/// Measures all ways under all loads.
pub(crate) async fn all(contenders: &Contenders, plan: &Plan) -> Result<Measured> {
    let mut cells = Vec::new();
    for call in Call::ALL {
        for connections in CONNECTIONS {
            if plan.connections.is_some_and(|only| only != connections) {
                continue;
            }
            eprintln!("proxy-load: {call:?} over {connections} connections");
            cells.extend(load(contenders, plan, call, connections).await?);
        }
    }
    let soak = match plan.soak {
        0 => None,
        count => Some(soak(contenders, count).await?),
    };
    Ok(Measured { cells, soak })
}

/// What a way came to in one round.
#[derive(Default)]
struct Rounds {
    half: Vec<f64>,
    most: Vec<f64>,
    added: Vec<f64>,
    per_second: Vec<f64>,
    processor: Vec<f64>,
    answered: u64,
    failed: u64,
}

async fn load(
    contenders: &Contenders,
    plan: &Plan,
    call: Call,
    connections: usize,
) -> Result<Vec<Cell>> {
    let ways = contenders.ways();
    let mut rounds: Vec<_> = ways.iter().map(|_| Rounds::default()).collect();
    // The first round only opens connections and warms up.
    for round in 0..=plan.rounds {
        let mut direct = 0.0;
        for (way, rounds) in ways.iter().zip(&mut rounds) {
            let request = contenders.request(*way, call)?;
            let time = if round == 0 { plan.time / 4 } else { plan.time };
            let address = contenders.address(*way);
            let until = Until::Time(time);
            let before = contenders.program(*way).processor();
            let mut outcome = run(address, connections, vec![request], until).await;
            if let Some(problem) = outcome.problem {
                eprintln!("proxy-load: {}: {problem}", way.name());
            }
            rounds.answered += outcome.answered;
            rounds.failed += outcome.failed;
            if round == 0 {
                continue;
            }
            let spent = contenders.program(*way).processor() - before;
            rounds
                .processor
                .push(spent * 1e6 / as_f64(outcome.answered.max(1)));
            outcome.latencies.sort_unstable();
            let half = quantile(&outcome.latencies, 50);
            if *way == Way::Direct {
                direct = half;
            }
            rounds.half.push(half);
            rounds.added.push(half - direct);
            rounds.most.push(quantile(&outcome.latencies, 99));
            rounds
                .per_second
                .push(as_f64(outcome.answered) / outcome.time.as_secs_f64());
        }
    }
    let sum_up = |(way, rounds): (&Way, Rounds)| Cell {
        call,
        connections,
        way: *way,
        half: median(rounds.half),
        most: median(rounds.most),
        added: median(rounds.added),
        per_second: median(rounds.per_second),
        processor: median(rounds.processor),
        memory: contenders.program(*way).memory(),
        answered: rounds.answered,
        failed: rounds.failed,
    };
    Ok(ways.iter().zip(rounds).map(sum_up).collect())
}

/// Updates and lists in turn over 50 connections, in ten parts.
async fn soak(contenders: &Contenders, count: u64) -> Result<Soak> {
    let mut soak = Soak {
        answered: 0,
        failed: 0,
        per_second: 0.0,
        memory: vec![contenders.program(Way::Ours).memory()],
    };
    let mut time = Duration::ZERO;
    for part in 1..=10 {
        let requests = vec![
            contenders.request(Way::Ours, Call::Update)?,
            contenders.request(Way::Ours, Call::List)?,
        ];
        let address = contenders.address(Way::Ours);
        let outcome = run(address, 50, requests, Until::Count(count.div_ceil(10))).await;
        if let Some(problem) = outcome.problem {
            eprintln!("proxy-load: soak: {problem}");
        }
        soak.answered += outcome.answered;
        soak.failed += outcome.failed;
        time += outcome.time;
        soak.memory.push(contenders.program(Way::Ours).memory());
        eprintln!(
            "proxy-load: soak: {part} of 10, {} answered, {} failed, {} KiB",
            soak.answered,
            soak.failed,
            contenders.program(Way::Ours).memory()
        );
    }
    soak.per_second = as_f64(soak.answered) / time.as_secs_f64();
    Ok(soak)
}

/// The value that so many of a hundred are not above, in microseconds.
fn quantile(sorted: &[u64], percent: usize) -> f64 {
    let index = (sorted.len() * percent).div_ceil(100).saturating_sub(1);
    as_f64(sorted.get(index).copied().unwrap_or(0)) / 1_000.0
}

fn median(mut values: Vec<f64>) -> f64 {
    values.sort_unstable_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or(0.0)
}

#[expect(clippy::cast_precision_loss, reason = "counts here are far below 2^52")]
fn as_f64(count: u64) -> f64 {
    count as f64
}

#[cfg(test)]
mod tests {
    use super::{median, quantile};

    #[test]
    fn quantiles_and_medians() {
        let values: Vec<_> = (1..=100).map(|value| value * 1_000).collect();
        assert!((quantile(&values, 50) - 50.0).abs() < 1e-9);
        assert!((quantile(&values, 99) - 99.0).abs() < 1e-9);
        assert!((quantile(&values[..1], 99) - 1.0).abs() < 1e-9);
        assert!(quantile(&[], 50).abs() < 1e-9);
        assert!((median(vec![3.0, 1.0, 2.0]) - 2.0).abs() < 1e-9);
    }
}
