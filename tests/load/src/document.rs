//! The document: how it was measured and what came out.

use std::fmt::Write as _;
use std::fs;
use std::thread::available_parallelism;

use crate::contender::{Call, Contenders, Way};
use crate::measure::{CONNECTIONS, Cell, Measured, Plan, Soak};

/// The most of nginx's added time that ours may add.
const BAR: f64 = 1.5;

pub(crate) fn write(contenders: &Contenders, plan: &Plan, measured: &Measured) -> String {
    let mut text = String::new();
    head(&mut text, contenders, plan);
    for call in Call::ALL {
        let title = match call {
            Call::Update => "An update: judged, signed, sent",
            Call::List => "The list of trackers: signed, sent, two kilobytes back",
        };
        let cells: Vec<_> = measured
            .cells
            .iter()
            .filter(|cell| cell.call == call)
            .collect();
        put(&mut text, &format!("\n## {title}\n\n"));
        put(
            &mut text,
            "| connections | way | p50 µs | p99 µs | added p50 µs | requests a second | processor µs | memory MiB |\n\
             | ---: | --- | ---: | ---: | ---: | ---: | ---: | ---: |\n",
        );
        for cell in &cells {
            row(&mut text, cell);
        }
        put(&mut text, "\n");
        for connections in CONNECTIONS {
            verdict(&mut text, &cells, connections);
        }
    }
    requests(&mut text, measured);
    if let Some(soak) = &measured.soak {
        soaked(&mut text, soak);
    }
    text
}

fn head(text: &mut String, contenders: &Contenders, plan: &Plan) {
    let processors = available_parallelism().map_or(1, usize::from);
    let model = fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let model = model
        .lines()
        .find_map(|line| line.strip_prefix("model name"))
        .and_then(|rest| rest.split_once(": "))
        .map_or("unknown", |(_, name)| name.trim());
    let nginx = match contenders.nginx_version.as_str() {
        "" => "nginx was not there".to_owned(),
        version => version.to_owned(),
    };
    let busy = if contenders.load_before < 0.5 {
        "Nothing else ran.".to_owned()
    } else {
        format!(
            "The machine was not quiet: before the start {:.1} other tasks wanted a processor on average.",
            contenders.load_before
        )
    };
    let _ = write!(
        text,
        "# How fast the proxy is\n\n\
         `cargo xtask bench proxy --write` measures and writes this page. All ways take turns in one run on one machine; read how\n\
         they compare, more than the times.\n\n\
         ## How it is measured\n\n\
         - **Machine:** {processors} processors ({model}), {nginx}. Client, proxy and stand-in of the cloud share them.\n\
        \x20 {busy}\n\
         - **Ways:** from a client in one thread to `cts-emulator`, which verifies the signature and judges the body each time:\n\
        \x20 directly and through nginx with requests that were signed before, and through `cts-proxy`, which judges and signs\n\
        \x20 them itself. nginx is a plain reverse proxy with as many workers as processors and connections that are kept. Both\n\
        \x20 write a line a request to a file.\n\
         - **Load:** each connection sends the next request when it has its answer. *Processor* is the time of\n\
        \x20 a processor that the proxy itself spends on a request, memory what lies in RAM, workers included. In the lines of the\n\
        \x20 direct way both are those of the stand-in.\n\
         - **Numbers:** medians of {} rounds of {} s each. *Added* is the median of the differences within the rounds. With 50 and\n\
        \x20 500 connections all processors are busy, so times there are those of a queue.\n\
         - **Bar:** ours adds at most {BAR} times what nginx adds, and no request fails.\n",
        plan.rounds,
        plan.time.as_secs(),
    );
}

fn row(text: &mut String, cell: &Cell) {
    let added = match cell.way {
        Way::Direct => String::new(),
        _ => format!("{:.0}", cell.added),
    };
    let _ = writeln!(
        text,
        "| {} | {} | {:.0} | {:.0} | {added} | {:.0} | {:.1} | {:.1} |",
        cell.connections,
        cell.way.name(),
        cell.half,
        cell.most,
        cell.per_second,
        cell.processor,
        mebibytes(cell.memory),
    );
}

/// How ours compares with nginx.
fn verdict(text: &mut String, cells: &[&Cell], connections: usize) {
    let of = |way: Way| {
        cells
            .iter()
            .find(|cell| cell.way == way && cell.connections == connections)
    };
    let (Some(nginx), Some(ours)) = (of(Way::Nginx), of(Way::Ours)) else {
        return;
    };
    let ratio = ours.added / nginx.added;
    let word = if ratio <= BAR {
        "within the bar"
    } else {
        "**the bar is missed**"
    };
    let _ = writeln!(
        text,
        "- {connections} {}: {ratio:.2} times what nginx adds, {word}; {:.2} times its requests a second.",
        if connections == 1 {
            "connection"
        } else {
            "connections"
        },
        ours.per_second / nginx.per_second,
    );
}

fn requests(text: &mut String, measured: &Measured) {
    let answered: u64 = measured.cells.iter().map(|cell| cell.answered).sum();
    let failed: u64 = measured.cells.iter().map(|cell| cell.failed).sum();
    let _ = write!(
        text,
        "\n## Requests that failed\n\n{failed} of {} in the tables above.\n",
        answered + failed
    );
}

fn soaked(text: &mut String, soak: &Soak) {
    let memory: Vec<_> = soak
        .memory
        .iter()
        .map(|memory| format!("{:.1}", mebibytes(*memory)))
        .collect();
    let _ = write!(
        text,
        "\n## A long run\n\n\
         Updates and lists in turn through `cts-proxy` over 50 connections: {} answered, {} failed, {:.0} a second.\n\
         Memory before, and after each tenth, in MiB: {}.\n",
        soak.answered,
        soak.failed,
        soak.per_second,
        memory.join(", "),
    );
}

#[expect(clippy::cast_precision_loss, reason = "memory is far below 2^52")]
fn mebibytes(kibibytes: u64) -> f64 {
    kibibytes as f64 / 1024.0
}

fn put(text: &mut String, more: &str) {
    text.push_str(more);
}
