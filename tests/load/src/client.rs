//! The client: so many connections, each of them sends the next request when it has the answer to the last one.

use std::cell::RefCell;
use std::io;
use std::rc::Rc;
use std::time::{Duration, Instant};

use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;
use tokio::task::LocalSet;
use tokio::time::timeout;

/// More than any answer takes here; one that takes longer has failed.
const PATIENCE: Duration = Duration::from_secs(30);

/// When to stop.
#[derive(Clone, Copy)]
pub(crate) enum Until {
    Time(Duration),
    /// This many requests in all.
    Count(u64),
}

/// What came of it.
#[derive(Default)]
pub(crate) struct Outcome {
    /// Of each request that was answered, in nanoseconds.
    pub(crate) latencies: Vec<u64>,
    pub(crate) answered: u64,
    pub(crate) failed: u64,
    /// What the first failure was.
    pub(crate) problem: Option<String>,
    pub(crate) time: Duration,
}

/// What the connections share.
struct Shared {
    requests: Vec<Vec<u8>>,
    start: Instant,
    until: Until,
    keeps_latencies: bool,
    sent: u64,
    outcome: Outcome,
}

/// Sends the requests in turn over `connections` connections to `address`.
pub(crate) async fn run(
    address: &str,
    connections: usize,
    requests: Vec<Vec<u8>>,
    until: Until,
) -> Outcome {
    let shared = Rc::new(RefCell::new(Shared {
        requests,
        start: Instant::now(),
        until,
        // A soak would fill the memory with them.
        keeps_latencies: matches!(until, Until::Time(_)),
        sent: 0,
        outcome: Outcome::default(),
    }));
    let all = LocalSet::new();
    for _ in 0..connections {
        let (shared, address) = (Rc::clone(&shared), address.to_owned());
        all.spawn_local(async move {
            while !ended(&shared) {
                let worked = connection(&address, &shared).await;
                if let Err(error) = worked {
                    let outcome = &mut shared.borrow_mut().outcome;
                    outcome.failed += 1;
                    outcome.problem.get_or_insert_with(|| error.to_string());
                    // A peer that is gone must not turn this into a busy loop.
                    if outcome.failed > 1_000 {
                        return;
                    }
                }
            }
        });
    }
    all.await;
    let mut shared = shared.borrow_mut();
    let time = shared.start.elapsed();
    let mut outcome = std::mem::take(&mut shared.outcome);
    outcome.time = time;
    outcome
}

fn ended(shared: &RefCell<Shared>) -> bool {
    let shared = shared.borrow();
    match shared.until {
        Until::Time(time) => shared.start.elapsed() >= time,
        Until::Count(count) => shared.sent >= count,
    }
}

/// Sends until it is time to stop. An error is that of one request.
async fn connection(address: &str, shared: &RefCell<Shared>) -> io::Result<()> {
    let mut stream = TcpStream::connect(address).await?;
    stream.set_nodelay(true)?;
    let mut buffer = vec![0; 16 * 1024];
    while !ended(shared) {
        let request = {
            let shared = &mut *shared.borrow_mut();
            let index = usize::try_from(shared.sent).unwrap_or(0) % shared.requests.len();
            shared.sent += 1;
            shared.requests[index].clone()
        };
        let start = Instant::now();
        let exchange = async {
            stream.write_all(&request).await?;
            answer(&mut stream, &mut buffer).await
        };
        timeout(PATIENCE, exchange)
            .await
            .map_err(|_| io::Error::from(io::ErrorKind::TimedOut))??;
        let took = u64::try_from(start.elapsed().as_nanos()).unwrap_or(u64::MAX);
        let shared = &mut *shared.borrow_mut();
        shared.outcome.answered += 1;
        if shared.keeps_latencies {
            shared.outcome.latencies.push(took);
        }
    }
    Ok(())
}

/// Reads one answer, which has to be 200 and to tell its length.
async fn answer(stream: &mut TcpStream, buffer: &mut [u8]) -> io::Result<()> {
    let mut filled = 0;
    loop {
        let count = stream.read(&mut buffer[filled..]).await?;
        if count == 0 {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        filled += count;
        let text = &buffer[..filled];
        let Some(end) = text.windows(4).position(|window| window == b"\r\n\r\n") else {
            continue;
        };
        let head = String::from_utf8_lossy(&text[..end]);
        if !head.starts_with("HTTP/1.1 200 ") {
            let all = String::from_utf8_lossy(text);
            return Err(io::Error::other(all.into_owned()));
        }
        let length = head
            .split("\r\n")
            .filter_map(|line| line.split_once(": "))
            .find(|(name, _)| name.eq_ignore_ascii_case("content-length"))
            .and_then(|(_, length)| length.parse::<usize>().ok())
            .ok_or_else(|| io::Error::other("the answer does not tell its length"))?;
        let mut left = (end + 4 + length).saturating_sub(filled);
        while left > 0 {
            let room = left.min(buffer.len());
            let count = stream.read(&mut buffer[..room]).await?;
            if count == 0 {
                return Err(io::ErrorKind::UnexpectedEof.into());
            }
            left -= count;
        }
        return Ok(());
    }
}
