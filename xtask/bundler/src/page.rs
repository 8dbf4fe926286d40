//! The build of the page from beginning to end.

use std::fs;
use std::path::{Path, PathBuf};

use crate::assets;
use crate::cli::BuildOptions;
use crate::error::{AtPath, Error, Result};
use crate::glue::{self, Glue};
use crate::markup::{self, Link};
use crate::names;
use crate::output::Output;
use crate::sheets::Sheets;
use crate::tools::{Aim, Language, Tools};
use crate::{hashed, shares, sizes, split};

/// Name of the page's files; the crate's own.
const NAME: &str = "cts-tracker-form";

/// Starts the page. It is a file of its own, because a strict content security policy refuses inline scripts, and it
/// tells the page's style sheet when starting failed: `data-start="failed"` on the root element.
const BOOTSTRAP: &str = include_str!("page/bootstrap.js");

/// Name of the part of the program that is loaded right after the page is there.
const REST: &str = "rest";

/// Name of the part with the Chinese texts.
const CHINESE: &str = "chinese";

/// Only in builds for users: registers the service worker, and says when there is a newer version. Loaded later.
const KEEP: &str = include_str!("page/keep.js");

/// Only in builds for users: says when there is no network, and loads the script that registers the service worker.
const OFFLINE: &str = include_str!("page/offline.js");

/// Keeps the page for when there is no network.
const SERVICE_WORKER: &str = include_str!("page/service-worker.js");

/// Only in fast builds: takes the place of the service worker of a build for users, and goes away.
const RETIRE: &str = include_str!("page/retire.js");

/// What is loaded when the page broke.
const RECOVERY: &str = include_str!("page/recovery.js");

/// Only in fast builds: reloads the page when a newer build lies beside it.
const RELOAD: &str = include_str!("page/reload.js");

/// Makes the page.
pub(crate) fn build(options: &BuildOptions) -> Result<()> {
    let work = WorkFolder::new()?;
    let tools = Tools::new(&options.tools);
    let (mut glue, parts) = program(&options.wasm, &tools, options.fast, &work.0)?;
    if options.watch {
        glue.wasm = split::watch(&glue.wasm)?;
    }
    let later = options
        .later
        .iter()
        .map(|wasm| {
            let name = wasm.file_stem().unwrap_or_default().to_string_lossy();
            let folder = work.0.join(&*name);
            Ok((
                name.clone().into_owned(),
                module(wasm, &tools, options.fast, &folder)?,
            ))
        })
        .collect::<Result<Vec<_>>>()?;
    let html = fs::read_to_string(&options.html).at(&options.html)?;
    let source = options.html.parent().unwrap_or(Path::new("."));
    let minifier = (!options.fast).then_some(&tools);
    let mut sheets = Sheets::gather(&html, source, minifier)?;
    let mut output = Output::open(&options.out, !options.fast)?;
    let late_sheet = sheets.write_late(&mut output)?;
    let mut started = false;
    let page = markup::rewrite(&html, !options.fast, |link| {
        if link.rel == "rust" {
            if started {
                return Err(Error::new(
                    "index.html: only one link of rel=\"rust\" is known to this build",
                ));
            }
            started = true;
            start(
                &glue,
                parts.as_ref(),
                &later,
                late_sheet.as_deref(),
                &tools,
                options.fast,
                &mut output,
            )
        } else if Sheets::holds(link) {
            sheets.place(link, &mut output)
        } else {
            assets::place(link, source, minifier, &mut output)
        }
    })?;
    if !started {
        return Err(Error::new(
            "index.html: <link data-trunk rel=\"rust\"> is missing, so nothing would start",
        ));
    }
    if options.fast {
        let modules: Vec<&Glue> = later.iter().map(|(_, glue)| glue).chain([&glue]).collect();
        output.write_plain("build.json", build_mark(&page, &modules).as_bytes())?;
        output.write_plain("service-worker.js", RETIRE.as_bytes())?;
    }
    output.write("index.html", page.as_bytes())?;
    if !options.fast {
        let worker = service_worker(&page, &output.names());
        let worker = tools.minify(worker.as_bytes(), Language::JavaScript)?;
        output.write("service-worker.js", &worker)?;
    }
    output.finish()?;
    if !options.fast {
        sizes::print(&options.out)?;
    }
    Ok(())
}

/// The parts of the program that are loaded when the page is there.
struct Later {
    /// What the first step does not need.
    rest: Vec<u8>,
    /// The Chinese texts. Who reads them loads them with the page.
    chinese: Vec<u8>,
}

/// The program of the page with its script, and what the first step does not need of it. Where it has to be there fast
/// it stays whole.
fn program(wasm: &Path, tools: &Tools, fast: bool, work: &Path) -> Result<(Glue, Option<Later>)> {
    fs::create_dir_all(work).at(work)?;
    let mut glue = glue::make(wasm, work, fast)?;
    if fast {
        return Ok((glue, None));
    }
    let parts = split::split(&glue.wasm, &script(&glue)?)?;
    let first = tools.optimise(&parts.first, Aim::Size, work)?;
    let rest = tools.optimise(&parts.rest, Aim::Size, work)?;
    println!("{:<44} {:>9} {:>9}", "code by crate", "first", "rest");
    let rests = shares::by_crate(&rest)?;
    for (name, size) in shares::by_crate(&first)? {
        let late = rests.iter().find(|(other, _)| *other == name);
        println!(
            "{name:<44} {size:>9} {:>9}",
            late.map_or(0, |(_, size)| *size)
        );
    }
    glue.wasm = shares::without_names(&first)?;
    glue.script = tools.minify(parts.script.as_bytes(), Language::JavaScript)?;
    let rest = shares::without_names(&rest)?;
    let chinese = parts.chinese;
    Ok((glue, Some(Later { rest, chinese })))
}

/// A module with its script, small unless it has to be there fast.
fn module(wasm: &Path, tools: &Tools, fast: bool, work: &Path) -> Result<Glue> {
    fs::create_dir_all(work).at(work)?;
    let mut glue = glue::make(wasm, work, fast)?;
    if !fast {
        let (wasm, script) = names::in_both(&glue.wasm, &script(&glue)?)?;
        glue.wasm = shares::without_names(&tools.optimise(&wasm, Aim::Size, work)?)?;
        glue.script = tools.minify(script.as_bytes(), Language::JavaScript)?;
    }
    Ok(glue)
}

/// The script of a module as text.
fn script(glue: &Glue) -> Result<String> {
    String::from_utf8(glue.script.clone())
        .map_err(|error| Error::new(format!("the script of a module is not text: {error}")))
}

/// Writes what starts the page and returns the markup that loads it. The preloads ask with the same credentials mode
/// as the later requests do, else browsers would load the files twice: a module script goes without `crossorigin`, a
/// `fetch` from a script matches `crossorigin`.
fn start(
    glue: &Glue,
    parts: Option<&Later>,
    later: &[(String, Glue)],
    late_sheet: Option<&str>,
    tools: &Tools,
    fast: bool,
    output: &mut Output,
) -> Result<String> {
    let (script, wasm) = write(NAME, glue, output)?;
    let mut names = Vec::with_capacity(later.len());
    for (name, glue) in later {
        let (script, wasm) = write(name, glue, output)?;
        names.push(format!("{name}: [\"./{script}\", \"./{wasm}\"]"));
    }
    let mut part_names = Vec::new();
    if let Some(parts) = parts {
        for (part, wasm) in [(REST, &parts.rest), (CHINESE, &parts.chinese)] {
            let name = hashed::name(&format!("{part}.wasm"), wasm);
            output.write(&name, wasm)?;
            part_names.push(format!("{part}: \"./{name}\""));
        }
    }
    let mut recovery = RECOVERY.as_bytes().to_vec();
    if !fast {
        recovery = tools.minify(&recovery, Language::JavaScript)?;
    }
    let recovery_name = hashed::name("recovery.js", &recovery);
    output.write(&recovery_name, &recovery)?;
    let mut bootstrap = BOOTSTRAP
        .replace("RECOVERY", &recovery_name)
        .replace("VERSION", env!("CARGO_PKG_VERSION"))
        .replace("SHEET", late_sheet.unwrap_or_default())
        .replace("LATER", &names.join(", "))
        .replace("PARTS", &part_names.join(", "))
        .replace("GLUE", &script)
        .replace("WASM", &wasm)
        .into_bytes();
    if fast {
        bootstrap.extend_from_slice(RELOAD.as_bytes());
    } else {
        let keep = tools.minify(KEEP.as_bytes(), Language::JavaScript)?;
        let keep_name = hashed::name("keep.js", &keep);
        output.write(&keep_name, &keep)?;
        bootstrap.extend_from_slice(OFFLINE.replace("KEEP", &keep_name).as_bytes());
        bootstrap = tools.minify(&bootstrap, Language::JavaScript)?;
    }
    let start = hashed::name("start.js", &bootstrap);
    output.write(&start, &bootstrap)?;
    Ok(format!(
        "<link rel=\"modulepreload\" href=\"./{script}\">\n\
         <link rel=\"preload\" href=\"./config.json\" as=\"fetch\" crossorigin>\n\
         <link rel=\"preload\" href=\"./{wasm}\" as=\"fetch\" type=\"application/wasm\" crossorigin>\n\
         <script type=\"module\" src=\"./{start}\"></script>"
    ))
}

/// The service worker for a page with these files. It keeps those that are named by their content, and the page.
fn service_worker(page: &str, names: &[String]) -> String {
    let hashed_names: Vec<String> = names
        .iter()
        .filter(|name| hashed::split(name).is_some())
        .map(|name| format!("\"./{name}\""))
        .collect();
    let of_page = hashed::name("page.", page.as_bytes());
    let version = hashed::split(&of_page).map_or("", |(_, hash)| hash);
    SERVICE_WORKER
        .replace("FILE_NAMES", &format!("[{}]", hashed_names.join(", ")))
        .replace("PAGE_HASH", version)
}

/// Writes a module and returns the names of its script and of itself.
fn write(name: &str, glue: &Glue, output: &mut Output) -> Result<(String, String)> {
    for (path, content) in &glue.snippets {
        output.write(path, content)?;
    }
    let script = hashed::name(&format!("{name}.js"), &glue.script);
    let wasm = hashed::name(&format!("{name}.wasm"), &glue.wasm);
    output.write(&script, &glue.script)?;
    output.write(&wasm, &glue.wasm)?;
    Ok((script, wasm))
}

/// A text that differs whenever the page differs.
fn build_mark(page: &str, modules: &[&Glue]) -> String {
    let mut all = page.as_bytes().to_vec();
    for module in modules {
        all.extend_from_slice(&module.wasm);
    }
    format!("{{\"build\":\"{}\"}}\n", hashed::name("", &all))
}

/// The markup of a link that stays in the page, with the attributes it came with.
pub(crate) fn link_markup(rel: &str, href: &str, link: &Link) -> String {
    format!("<link rel=\"{rel}\" href=\"./{href}\"{}>", attributes(link))
}

/// The attributes that a link came with, each after a space.
pub(crate) fn attributes(link: &Link) -> String {
    use std::fmt::Write as _;
    let mut markup = String::new();
    for (name, value) in &link.kept {
        // Writing into a String cannot fail. The value comes from our own index.html, still encoded.
        let _ = write!(markup, " {name}=\"{value}\"");
    }
    markup
}

/// A folder for what lies between two tools; removed at the end, also after an error.
pub(crate) struct WorkFolder(PathBuf);

impl WorkFolder {
    pub(crate) fn path(&self) -> &Path {
        &self.0
    }

    pub(crate) fn new() -> Result<Self> {
        let path = std::env::temp_dir().join(format!("page-bundler-{}", std::process::id()));
        fs::create_dir_all(&path).at(&path)?;
        Ok(Self(path))
    }
}

impl Drop for WorkFolder {
    fn drop(&mut self) {
        // A folder left in the system's temporary folder harms nobody.
        let _ = fs::remove_dir_all(&self.0);
    }
}
