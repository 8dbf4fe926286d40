//! The program: options, variables, the printed address, the stop.
#![cfg(unix)]

use std::fs;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::process::{Child, Command, ExitStatus, Output, Stdio};
use std::time::{Duration, Instant};

use tempfile::TempDir;

use crate::site::{BODY, PROJECT, REGION};

pub(crate) fn command(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_cts-proxy"));
    command
        .args(arguments)
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    for variable in [
        "CLOUD_SDK_AK",
        "CLOUD_SDK_SK",
        "CLOUD_SDK_SECURITY_TOKEN",
        "CLOUD_SDK_PASSWORD",
        "CTS_PROXY_LOG",
    ] {
        command.env_remove(variable);
    }
    command
}

/// How long a program may take to end.
const PATIENCE: Duration = Duration::from_secs(20);

/// Waits for the end of a program; kills one that does not end.
fn ended(child: &mut Child) -> ExitStatus {
    let start = Instant::now();
    loop {
        if let Some(status) = child.try_wait().expect("a child") {
            return status;
        }
        if start.elapsed() > PATIENCE {
            child.kill().expect("killed");
            child.wait().expect("a child");
            panic!("the program does not end");
        }
        std::thread::sleep(Duration::from_millis(20));
    }
}

pub(crate) fn fails(command: &mut Command) -> String {
    let mut child = command.spawn().expect("the program starts");
    assert!(!ended(&mut child).success());
    let Output { stdout, stderr, .. } = child.wait_with_output().expect("its output");
    assert_eq!(stdout, b"");
    String::from_utf8(stderr).expect("UTF-8")
}

/// A running proxy; killed when dropped.
pub(crate) struct Running {
    child: Child,
    address: String,
}

impl Running {
    pub(crate) fn start(command: &mut Command) -> Self {
        let mut child = command.spawn().expect("the program starts");
        let mut line = String::new();
        let stdout = child.stdout.as_mut().expect("a pipe");
        BufReader::new(stdout).read_line(&mut line).expect("a line");
        Self::at(child, &line)
    }

    /// The same where standard output is something else, so that standard error tells the address.
    pub(crate) fn start_telling_errors(command: &mut Command) -> Self {
        let mut child = command.spawn().expect("the program starts");
        let stderr = child.stderr.as_mut().expect("a pipe");
        let line = BufReader::new(stderr)
            .lines()
            .map(|line| line.expect("a line"))
            .find(|line| line.starts_with("listening"));
        Self::at(child, &line.expect("an address"))
    }

    fn at(child: Child, line: &str) -> Self {
        let address = line
            .trim_end()
            .strip_prefix("listening on http://")
            .map(str::to_owned);
        Self {
            child,
            address: address.expect(line),
        }
    }

    /// Sends a request and reads the whole answer.
    pub(crate) fn send(&self, head: &str, body: &str) -> String {
        Self::end(self.begin(head, body))
    }

    /// Sends a request.
    pub(crate) fn begin(&self, head: &str, body: &str) -> TcpStream {
        let mut stream = TcpStream::connect(&self.address).expect("a connection");
        stream
            .set_read_timeout(Some(Duration::from_secs(20)))
            .expect("a limit");
        let text = format!(
            "{head}\r\nHost: {}\r\nConnection: close\r\nContent-Length: {}\r\n\r\n{body}",
            self.address,
            body.len()
        );
        stream.write_all(text.as_bytes()).expect("sent");
        stream
    }

    /// Reads the whole answer.
    pub(crate) fn end(mut stream: TcpStream) -> String {
        let mut answer = String::new();
        stream.read_to_string(&mut answer).expect("an answer");
        answer
    }

    /// The same; nothing when the program goes away meanwhile.
    pub(crate) fn try_send(&self, head: &str, body: &str) -> Option<String> {
        let mut stream = TcpStream::connect(&self.address).ok()?;
        let text = format!(
            "{head}\r\nHost: {}\r\nConnection: close\r\nContent-Length: {}\r\n\r\n{body}",
            self.address,
            body.len()
        );
        stream.write_all(text.as_bytes()).ok()?;
        let mut answer = String::new();
        stream.read_to_string(&mut answer).ok()?;
        (!answer.is_empty()).then_some(answer)
    }

    /// Kills the program, which cannot do anything about it.
    pub(crate) fn kill(&self) {
        let id = self.child.id().to_string();
        let killed = Command::new("kill").args(["-KILL", &id]).status();
        assert!(killed.expect("kill").success());
    }

    /// Whether it takes connections.
    pub(crate) fn accepts(&self) -> bool {
        TcpStream::connect(&self.address).is_ok()
    }

    /// Sends it a signal.
    pub(crate) fn signal(&self, signal: &str) {
        let id = self.child.id().to_string();
        let sent = Command::new("kill").args([signal, &id]).status();
        assert!(sent.expect("kill").success());
    }

    /// Asks the program to stop and returns what it wrote to standard error.
    pub(crate) fn stop(self, signal: &str) -> String {
        self.signal(signal);
        let (status, text) = self.ended();
        assert!(status.success(), "{status}");
        text
    }

    /// Waits for its end and returns what it wrote to standard error.
    pub(crate) fn ended(mut self) -> (ExitStatus, String) {
        let status = ended(&mut self.child);
        let mut text = String::new();
        self.child
            .stderr
            .take()
            .expect("a pipe")
            .read_to_string(&mut text)
            .expect("UTF-8");
        (status, text)
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        // Fails when it has ended already, which is what most tests want.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

pub(crate) fn update_head() -> String {
    format!(
        "PUT /api/{REGION}/v3/{PROJECT}/tracker HTTP/1.1\r\nX-CTS-Tracker-Form: 1\r\n\
         Content-Type: application/json"
    )
}

#[test]
fn without_a_credential_it_starts_the_stand_in_and_says_so() {
    let folder = TempDir::new().expect("a folder");
    fs::write(folder.path().join("index.html"), "the page").expect("a file");
    let page = folder.path().display().to_string();
    let proxy = Running::start(&mut command(&["--listen", "127.0.0.1:0", "--page", &page]));
    assert!(
        proxy
            .send("GET / HTTP/1.1", "")
            .ends_with("\r\n\r\nthe page")
    );
    assert!(
        proxy
            .send("GET /config.json HTTP/1.1", "")
            .contains("\"standIn\":true")
    );
    let answer = proxy.send(&update_head(), BODY);
    assert!(answer.starts_with("HTTP/1.1 200 OK\r\n"), "{answer}");
    // Held open on purpose: an idle connection must not keep the program from stopping.
    let _idle = TcpStream::connect(&proxy.address).expect("a connection");
    let log = proxy.stop("-TERM");
    assert!(log.contains("no cloud is touched"), "{log}");
    assert!(
        log.contains("forwarded") && log.contains("stopping"),
        "{log}"
    );
}

/// Over a real connection the refusal must arrive although the caller sends far more than is taken.
#[test]
fn a_body_that_is_too_large_gets_its_answer() {
    let proxy = Running::start(&mut command(&["--listen", "127.0.0.1:0"]));
    let answer = proxy.send(&update_head(), &" ".repeat(8_000_000));
    assert!(
        answer.starts_with("HTTP/1.1 413 ") && answer.contains("PROXY.0413"),
        "{answer}"
    );
}

#[test]
fn stops_on_an_interrupt_too() {
    let log = Running::start(&mut command(&["--listen", "127.0.0.1:0"])).stop("-INT");
    assert!(log.contains("stopping"), "{log}");
}

#[test]
fn the_log_of_the_program_holds_no_secret() {
    let folder = TempDir::new().expect("a folder");
    let file = folder.path().join("proxy.toml");
    let text = format!(
        "listen = \"127.0.0.1:0\"\n[upstream]\ntimeout_seconds = 2\n\
         [[region]]\nid = \"{REGION}\"\nendpoint = \"http://127.0.0.1:9\"\n\
         [[project]]\nid = \"{PROJECT}\"\nname = \"Test\"\nregion = \"{REGION}\"\n"
    );
    fs::write(&file, text).expect("a file");
    let file = file.display().to_string();
    let mut command = command(&["--config", &file]);
    command
        .env("CLOUD_SDK_AK", "PLANTED-AK")
        .env("CLOUD_SDK_SK", "PLANTED-SK")
        .env("CLOUD_SDK_SECURITY_TOKEN", "PLANTED-ST")
        .env("CTS_PROXY_LOG", "trace");
    let proxy = Running::start(&mut command);
    let config = proxy.send("GET /config.json HTTP/1.1", "");
    assert!(config.contains("\"standIn\":false"), "{config}");
    let answer = proxy.send(&update_head(), BODY);
    assert!(answer.starts_with("HTTP/1.1 502"), "{answer}");
    let log = proxy.stop("-TERM");
    assert!(log.contains("TRACE") && log.contains("no answer"), "{log}");
    for text in [config, answer, log] {
        assert!(!text.contains("PLANTED"), "{text}");
    }
}

#[test]
fn wrong_options_and_settings_stop_it_before_it_listens() {
    let folder = TempDir::new().expect("a folder");
    let file = folder.path().join("proxy.toml");
    fs::write(&file, "[[region]]\nid = \"cn-north-4\"\n").expect("a file");
    let file = file.display().to_string();
    let empty = folder.path().display().to_string();
    for (arguments, part) in [
        (
            &["--listen", "0.0.0.0:0"][..],
            "listen: 0.0.0.0:0 can be reached from other machines",
        ),
        (&["--listen", "8080"], "8080"),
        (&["--page", &empty], "cargo xtask build"),
        (
            &["--config", "/nonexistent"],
            "--config: /nonexistent cannot be read",
        ),
        (&["--config", &file], "project: no project is set"),
        (
            &["--config", &file, "--check-config"],
            "project: no project is set",
        ),
        (&["--no-verify"], "--no-verify"),
        (&["extra"], "extra"),
    ] {
        let error = fails(&mut command(arguments));
        assert!(
            error.starts_with("cts-proxy: ") && error.contains(part),
            "{arguments:?}: {error}"
        );
    }
    let half = fails(command(&[]).env("CLOUD_SDK_AK", "PLANTED"));
    assert!(
        half.contains("CLOUD_SDK_SK") && !half.contains("PLANTED"),
        "{half}"
    );
    let no_file = fails(
        command(&[])
            .env("CLOUD_SDK_AK", "a")
            .env("CLOUD_SDK_SK", "b"),
    );
    assert!(
        no_file.contains("region") && no_file.contains("--config"),
        "{no_file}"
    );
}

#[test]
fn a_busy_port_is_named() {
    let busy = TcpListener::bind("127.0.0.1:0").expect("a port");
    let address = busy.local_addr().expect("an address").to_string();
    let error = fails(&mut command(&["--listen", &address]));
    assert!(
        error.contains(&address) && error.contains("--listen"),
        "{error}"
    );
}

#[test]
fn settings_can_be_checked_without_starting() {
    let output = command(&["--check-config"])
        .output()
        .expect("the program starts");
    assert!(output.status.success());
    assert_eq!(output.stdout, b"The settings are valid.\n");
}
