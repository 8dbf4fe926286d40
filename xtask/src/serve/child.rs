//! The proxy as a child of ours.

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::mpsc;
use std::time::{Duration, Instant};

use crate::failure::{About, Failure, Result};

/// What the proxy prints, before its address, when it takes requests.
const READY: &str = "listening on ";

/// How long it may take to start and to stop.
const PATIENCE: Duration = Duration::from_secs(15);

/// A running proxy. It is stopped when this is dropped, so no error path leaves one behind.
pub(crate) struct Proxy {
    child: Child,
    address: String,
}

impl Proxy {
    /// Starts the program and waits until it says its address. What else it prints is passed on.
    pub(crate) fn start(command: &mut Command) -> Result<Self> {
        command.stdin(Stdio::null()).stdout(Stdio::piped());
        // A process group of its own: Ctrl-C then reaches only us, and we stop the proxy in order.
        #[cfg(unix)]
        std::os::unix::process::CommandExt::process_group(command, 0);
        let mut child = command.spawn().about(command.get_program().display())?;
        let stdout = child.stdout.take();
        let mut proxy = Self {
            child,
            address: String::new(),
        };
        let (send, receive) = mpsc::channel();
        std::thread::spawn(move || {
            for line in stdout
                .map(BufReader::new)
                .into_iter()
                .flat_map(BufRead::lines)
            {
                let Ok(line) = line else { break };
                match line.strip_prefix(READY) {
                    // Nobody listens any more after the first one, which is no harm.
                    Some(address) => drop(send.send(address.trim().to_owned())),
                    None => println!("{line}"),
                }
            }
        });
        // The sender goes away with the child's output, so an early end is noticed at once.
        match receive.recv_timeout(PATIENCE) {
            Ok(address) => {
                proxy.address = address;
                Ok(proxy)
            }
            Err(_) => Err(Failure::new(
                "the proxy did not start; its message is above",
            )),
        }
    }

    /// Where it listens, as it said.
    pub(crate) fn address(&self) -> &str {
        &self.address
    }

    /// How it ended, if it did.
    pub(crate) fn ended(&mut self) -> Result<Option<ExitStatus>> {
        self.child.try_wait().about("the proxy")
    }

    /// Asks it to stop and waits; ends it when it does not.
    pub(crate) fn stop(&mut self) {
        if matches!(self.child.try_wait(), Ok(Some(_))) {
            return;
        }
        self.ask();
        let start = Instant::now();
        while start.elapsed() < PATIENCE {
            if matches!(self.child.try_wait(), Ok(Some(_)) | Err(_)) {
                return;
            }
            std::thread::sleep(Duration::from_millis(50));
        }
        eprintln!("xtask: the proxy did not stop when asked; ending it");
        // An error here means that it has just ended.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }

    #[cfg(unix)]
    fn ask(&self) {
        use nix::sys::signal::{Signal, kill};
        use nix::unistd::Pid;

        if let Ok(id) = i32::try_from(self.child.id()) {
            // An error here means that it has just ended.
            let _ = kill(Pid::from_raw(id), Signal::SIGTERM);
        }
    }

    #[cfg(not(unix))]
    fn ask(&mut self) {
        let _ = self.child.kill();
    }
}

impl Drop for Proxy {
    fn drop(&mut self) {
        self.stop();
    }
}

#[cfg(all(test, unix))]
mod tests {
    use std::process::Command;

    use super::Proxy;

    fn shell(script: &str) -> Command {
        let mut command = Command::new("sh");
        command.args(["-c", script]);
        command
    }

    #[test]
    fn the_address_is_what_the_program_says() {
        let mut proxy = Proxy::start(&mut shell(
            "echo hello; echo listening on http://x:1; exec sleep 60",
        ))
        .expect("started");
        assert_eq!(proxy.address(), "http://x:1");
        assert!(proxy.ended().expect("known").is_none());
        proxy.stop();
        assert!(proxy.ended().expect("known").is_some());
    }

    #[test]
    fn a_program_that_ends_early_is_noticed() {
        assert!(Proxy::start(&mut shell("exit 3")).is_err());
    }
}
