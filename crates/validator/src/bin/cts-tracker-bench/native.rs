//! The cells and the clock.

use std::error::Error;
use std::fs;
use std::hint::black_box;
use std::path::PathBuf;
use std::time::{Duration, Instant};

use cts_tracker::{Context, Locale, Options, Severity, check_with, is_valid};
use serde_json::{Map, Value, json};

/// So many bodies are judged over and over in a hot cell.
const HOT: usize = 16;
/// Stretches after the warm-up; the middle one counts.
const STRETCHES: u32 = 5;

/// Judges a text and returns how many diagnostics there are.
type Judge = fn(&[u8]) -> usize;

/// Reads the command line and the corpus, measures and prints.
pub(crate) fn run() -> Result<(), Box<dyn Error>> {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let [variant, folder, milliseconds] = words.as_slice() else {
        return Err("cts-tracker-bench check|valid FOLDER MILLISECONDS".into());
    };
    let judge: Judge = match variant.as_str() {
        "check" => count,
        "valid" => |text| usize::from(!is_valid(text, &Context::default())),
        other => return Err(format!("there is no variant {other}").into()),
    };
    let time = Duration::from_millis(milliseconds.parse()?);
    let folder = PathBuf::from(folder);
    let corpus: Value = serde_json::from_slice(&fs::read(folder.join("corpus.json"))?)?;
    let lines = fs::read(folder.join("corpus.ndjson"))?;

    let mut times = Map::new();
    for kind in ["valid", "invalid"] {
        let texts = texts(&corpus[kind]).ok_or("corpus.json has another form")?;
        // Speed means nothing without agreement.
        if let Some(text) = texts
            .iter()
            .find(|text| (judge(text) > 0) != (kind == "invalid"))
        {
            let text = String::from_utf8_lossy(text);
            return Err(format!("{variant} does not find it {kind}: {text}").into());
        }
        let hot = &texts[..HOT.min(texts.len())];
        for (set, texts) in [("diverse", texts.as_slice()), ("hot", hot)] {
            let pass = || texts.iter().map(|text| judge(text)).sum();
            times.insert(
                format!("text, {set} {kind}"),
                measure(pass, texts.len(), time)?,
            );
        }
    }
    if variant == "check" {
        let bodies = lines.split(|byte| *byte == b'\n').count() - 1;
        let pass = || lines.split(|byte| *byte == b'\n').map(judge).sum();
        times.insert("lines, bytes".to_owned(), measure(pass, bodies, time)?);
        let eight = corpus["eight"]
            .as_str()
            .ok_or("corpus.json has no text with eight faults")?;
        for (name, locale) in [
            ("English", Locale::English),
            ("Chinese", Locale::SimplifiedChinese),
        ] {
            let pass = || (0..32).map(|_| report(eight, locale)).sum();
            times.insert(format!("report, {name}"), measure(pass, 32, time)?);
        }
    }
    println!("{}", json!({ "times": times, "named": {} }));
    Ok(())
}

fn texts(list: &Value) -> Option<Vec<&[u8]>> {
    list.as_array()?
        .iter()
        .map(|item| item["text"].as_str().map(str::as_bytes))
        .collect()
}

fn errors() -> Options {
    Options::default().level(Severity::Error)
}

fn count(text: &[u8]) -> usize {
    black_box(check_with(text, &Context::default(), &errors()))
        .diagnostics()
        .len()
}

/// A report with all its words; returns how long these are.
fn report(text: &str, locale: Locale) -> usize {
    check_with(text.as_bytes(), &Context::default(), &errors())
        .diagnostics()
        .iter()
        .map(|diagnostic| diagnostic.message(locale).len() + diagnostic.pointer().len())
        .sum()
}

/// Microseconds for one of `count` bodies: the median of some stretches after a warm-up.
fn measure(
    pass: impl Fn() -> usize,
    count: usize,
    time: Duration,
) -> Result<Value, Box<dyn Error>> {
    let stretch = |time: Duration| -> Result<f64, Box<dyn Error>> {
        let (start, used) = (Instant::now(), processor_time()?);
        let mut bodies = 0_u32;
        while bodies == 0 || start.elapsed() < time {
            black_box(pass());
            bodies += u32::try_from(count)?;
        }
        let used = processor_time()?.saturating_sub(used);
        Ok(used.as_secs_f64() * 1e6 / f64::from(bodies))
    };
    stretch(time)?;
    let mut found = (0..STRETCHES)
        .map(|_| stretch(time / STRETCHES))
        .collect::<Result<Vec<_>, _>>()?;
    found.sort_by(f64::total_cmp);
    Ok(found[found.len() / 2].into())
}

/// Processor time that this thread has had. Where the system does not tell (it is Linux that does), the time on the
/// wall, which is the same on a machine with nothing else to do.
fn processor_time() -> Result<Duration, Box<dyn Error>> {
    use std::sync::OnceLock;

    static START: OnceLock<Instant> = OnceLock::new();
    match fs::read_to_string("/proc/thread-self/schedstat") {
        Ok(text) => {
            let nanoseconds = text.split(' ').next().unwrap_or_default().parse()?;
            Ok(Duration::from_nanos(nanoseconds))
        }
        Err(_) => Ok(START.get_or_init(Instant::now).elapsed()),
    }
}
