//! What every proof needs: the drafts, the stand-in, a place for files, and the count.

use std::fmt;
use std::path::{Path, PathBuf};

use cts_samples::{Request, Sample, Tool, write};
use cts_tracker::json::{Tree, parse};
use cts_tracker::{Locale, Member};

use crate::body::{expected, is_same};
use crate::cloud::{Arrived, Cloud};
use crate::drafts::{Case, all};

/// The region that the samples name; the SDKs let the environment say where it is.
pub(crate) const REGION: &str = "cn-north-4";
/// Its host.
pub(crate) const HOST: &str = "cts.cn-north-4.myhuaweicloud.com";

/// How many proofs were good, and how many were not.
#[derive(Default)]
pub(crate) struct Tally {
    passed: u64,
    pub(crate) failed: u64,
    ignored: u64,
}

impl Tally {
    /// Counts an outcome, and prints a failure.
    pub(crate) fn count(&mut self, what: &str, outcome: Result<(), String>) {
        match outcome {
            Ok(()) => self.passed += 1,
            Err(problem) => {
                self.failed += 1;
                println!("{what} ... FAILED: {problem}");
            }
        }
    }

    /// Counts what cannot be proven here. Where `CI` is set, that is a failure.
    pub(crate) fn skip(&mut self, what: &str, missing: &str) {
        if std::env::var_os("CI").is_some() {
            self.count(what, Err(format!("{missing} is missing")));
        } else {
            self.ignored += 1;
            println!("{what} ... skipped: {missing} is missing");
        }
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            passed,
            failed,
            ignored,
        } = self;
        write!(
            formatter,
            "{passed} passed, {failed} failed, {ignored} ignored"
        )
    }
}

/// The drafts with what they are sent to.
pub(crate) struct Proof {
    pub(crate) cases: Vec<Case>,
    pub(crate) cloud: Cloud,
    /// A token for the project of each draft.
    pub(crate) tokens: Vec<String>,
    /// Where files are written.
    pub(crate) work: PathBuf,
    /// Where the programs that run samples are.
    pub(crate) drivers: PathBuf,
    /// The certificate of the stand-in.
    pub(crate) certificate: PathBuf,
}

impl Proof {
    /// Starts the stand-in. Every draft has a project of its own, by which its requests are told
    /// from others.
    pub(crate) async fn start() -> Result<Self, String> {
        let folder = |name: &str| {
            std::env::var_os(name)
                .map(PathBuf::from)
                .ok_or_else(|| format!("{name} is not set; run `cargo xtask test --only samples`"))
        };
        let (work, drivers) = (folder("PROOF_WORK")?, folder("PROOF_DRIVERS")?);
        let certificate = work.join("certificate.pem");
        let cloud = Cloud::start(&[HOST], &certificate)
            .await
            .map_err(|error| error.to_string())?;
        let cases = all()?;
        let mut tokens = Vec::with_capacity(cases.len());
        for index in 0..cases.len() {
            tokens.push(cloud.token(&project(index)).await?);
        }
        Ok(Self {
            cases,
            cloud,
            tokens,
            work,
            drivers,
            certificate,
        })
    }

    /// A draft written for a tool.
    pub(crate) fn sample(&self, tool: Tool, index: usize) -> Sample {
        let case = &self.cases[index];
        let project = project(index);
        let (project, region) = if case.is_open {
            ("", "")
        } else {
            (project.as_str(), REGION)
        };
        // Chinese notes are comments too.
        let locale = Locale::ALL[index % Locale::ALL.len()];
        write(
            tool,
            &Request {
                locale,
                ..Request::new(&case.draft, project, region)
            },
        )
    }

    /// The body of the HTTP message, with everything that cannot be seen as an escape.
    pub(crate) fn json(&self, index: usize) -> Result<String, String> {
        let text = self.sample(Tool::Http, index).text;
        let (_, body) = text.split_once("\r\n\r\n").ok_or("there is no head")?;
        Ok(body.to_owned())
    }

    /// Writes every draft for a tool into a file of its own and returns their paths.
    pub(crate) fn files(&self, tool: Tool) -> Result<Vec<PathBuf>, String> {
        (0..self.cases.len())
            .map(|index| {
                let folder = self.work.join(tool.id()).join(format!("draft{index:02}"));
                let path = folder.join(tool.file_name());
                save(&path, &self.sample(tool, index).text)?;
                Ok(path)
            })
            .collect()
    }

    /// Says about what a proof is.
    pub(crate) fn what(&self, tool: Tool, index: usize) -> String {
        format!("{}: {}", tool.id(), self.cases[index].name)
    }

    /// Looks at what a sample has sent: once, with the value of the draft, and with a credential
    /// that was accepted.
    pub(crate) fn arrived(&self, tool: Tool, index: usize) -> Result<Arrived, String> {
        let mut arrived = self.cloud.take(&project(index));
        let one = match (arrived.pop(), arrived.len()) {
            (Some(one), 0) => one,
            (None, _) => return Err("nothing arrived".into()),
            (Some(_), more) => return Err(format!("{} requests arrived", more + 1)),
        };
        if one.method != "PUT" {
            return Err(format!("{} arrived", one.method));
        }
        if matches!(one.status, 401 | 403) {
            return Err(format!("the credential was refused with {}", one.status));
        }
        self.compare(tool, index, &one.body)?;
        Ok(one)
    }

    /// Compares a body with the draft, as values.
    pub(crate) fn compare(&self, tool: Tool, index: usize, body: &[u8]) -> Result<(), String> {
        let sample = self.sample(tool, index);
        let left_out: Vec<_> = sample
            .notes
            .iter()
            .filter_map(|note| note.left_out.as_deref())
            .collect();
        let mut wanted = expected(&self.cases[index].draft.emit(), &left_out)?;
        if let (Tool::Go, Tree::Object(members)) = (tool, &mut wanted) {
            // The notes say that this SDK sends them always.
            for member in [Member::TrackerType, Member::TrackerName] {
                if !members.iter().any(|(name, _)| name == member.name()) {
                    members.push((member.name().to_owned(), Tree::Text(String::new())));
                }
            }
        }
        let got = parse(body).map_err(|error| format!("the body is not JSON: {error}"))?;
        if is_same(&wanted, &got) {
            Ok(())
        } else {
            Err(format!(
                "another body arrived: {}",
                String::from_utf8_lossy(body)
            ))
        }
    }
}

/// The project of a draft.
pub(crate) fn project(index: usize) -> String {
    format!("{:032x}", 0x00c0_ffee_0000 + index)
}

/// Writes a file with the folders that it needs.
pub(crate) fn save(path: &Path, text: &str) -> Result<(), String> {
    let folder = path.parent().unwrap_or(Path::new("."));
    std::fs::create_dir_all(folder)
        .and_then(|()| std::fs::write(path, text))
        .map_err(|error| format!("{}: {error}", path.display()))
}
