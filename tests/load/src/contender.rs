//! The ways to the stand-in, and the requests that each is sent.

use std::env;
use std::fs;
use std::net::TcpListener;
use std::path::Path;
use std::process::Command;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use sdk_hmac_sha256::{Credentials, Request, SdkDate, sign};
use tempfile::TempDir;

use crate::Result;
use crate::program::Program;

const ACCESS_KEY: &str = "EXAMPLEACCESSKEY0001";
const SECRET_KEY: &str = "ExampleSecretKey00000000000000000000001";
const PROJECT: &str = "0123456789abcdef0123456789abcdef";
const REGION: &str = "cn-north-4";

/// An update that is in order. It says what the tracker is set to already, so that each one does the same.
const BODY: &str = r#"{"tracker_type":"system","tracker_name":"system","agency_name":"cts_admin_trust","status":"enabled","is_organization_tracker":false,"management_event_selector":{"exclude_service":["KMS"]},"is_lts_enabled":true,"obs_info":{"bucket_name":"audit-archive","file_prefix_name":"management","is_obs_created":false,"compress_type":"gzip","is_sort_by_service":true},"is_support_trace_files_encryption":false,"is_support_validate":true}"#;

/// Which way a request takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Way {
    Direct,
    Nginx,
    Ours,
}

impl Way {
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Direct => "direct",
            Self::Nginx => "nginx",
            Self::Ours => "cts-proxy",
        }
    }
}

/// What is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Call {
    Update,
    List,
}

impl Call {
    pub(crate) const ALL: [Self; 2] = [Self::Update, Self::List];

    fn method(self) -> &'static str {
        match self {
            Self::Update => "PUT",
            Self::List => "GET",
        }
    }

    fn path(self) -> String {
        match self {
            Self::Update => format!("/v3/{PROJECT}/tracker"),
            Self::List => format!("/v3/{PROJECT}/trackers"),
        }
    }

    fn body(self) -> &'static str {
        match self {
            Self::Update => BODY,
            Self::List => "",
        }
    }
}

/// The running programs.
pub(crate) struct Contenders {
    emulator: (Program, String),
    nginx: Option<(Program, String)>,
    ours: (Program, String),
    /// How many tasks wanted a processor, on average over the minute before the start.
    pub(crate) load_before: f64,
    /// What nginx says about itself.
    pub(crate) nginx_version: String,
    /// Dropped last: the programs write into it.
    _folder: TempDir,
}

impl Contenders {
    /// Starts the stand-in and the proxies in front of it.
    pub(crate) fn start() -> Result<Self> {
        let load = fs::read_to_string("/proc/loadavg").unwrap_or_default();
        let load_before = load.split(' ').next().unwrap_or_default();
        let load_before = load_before.parse().unwrap_or(0.0);
        let folder = tempfile::tempdir()?;
        let program =
            |name: &str| env::var_os(name).ok_or_else(|| format!("{name} does not name a program"));
        let mut command = Command::new(program("CTS_EMULATOR")?);
        keys(&mut command);
        let emulator = Program::listening(&mut command, &folder.path().join("emulator.log"))?;
        let ours = ours(
            &mut Command::new(program("CTS_PROXY")?),
            folder.path(),
            &emulator.1,
        )?;
        let (nginx, nginx_version) = match env::var_os("NGINX") {
            Some(name) => {
                let told = Command::new(&name).arg("-v").output()?;
                let version = String::from_utf8_lossy(&told.stderr).trim().to_owned();
                let version = version.replace("nginx version: ", "").replace('/', " ");
                let mut command = Command::new(name);
                (
                    Some(nginx(&mut command, folder.path(), &emulator.1)?),
                    version,
                )
            }
            None => (None, String::new()),
        };
        Ok(Self {
            emulator,
            nginx,
            ours,
            load_before,
            nginx_version,
            _folder: folder,
        })
    }

    /// The ways that there are.
    pub(crate) fn ways(&self) -> Vec<Way> {
        match self.nginx {
            Some(_) => vec![Way::Direct, Way::Nginx, Way::Ours],
            None => vec![Way::Direct, Way::Ours],
        }
    }

    /// Where to connect for a way.
    pub(crate) fn address(&self, way: Way) -> &str {
        match (way, &self.nginx) {
            (Way::Nginx, Some((_, address))) => address,
            (Way::Ours, _) => &self.ours.1,
            _ => &self.emulator.1,
        }
    }

    /// The program in the middle; the stand-in itself for the direct way.
    pub(crate) fn program(&self, way: Way) -> &Program {
        match (way, &self.nginx) {
            (Way::Nginx, Some((program, _))) => program,
            (Way::Ours, _) => &self.ours.0,
            _ => &self.emulator.0,
        }
    }

    /// The bytes of a request. Signed ones are good for a quarter of an hour.
    pub(crate) fn request(&self, way: Way, call: Call) -> Result<Vec<u8>> {
        let (method, body) = (call.method(), call.body());
        let lines = match way {
            Way::Ours => {
                let path = call.path();
                let host = &self.ours.1;
                format!(
                    "{method} /api/{REGION}{path} HTTP/1.1\r\nHost: {host}\r\nX-CTS-Tracker-Form: 1\r\n\
                     Content-Type: application/json\r\n"
                )
            }
            Way::Direct | Way::Nginx => self.signed(call)?,
        };
        let length = match call {
            Call::Update => format!("Content-Length: {}\r\n", body.len()),
            Call::List => String::new(),
        };
        Ok(format!("{lines}{length}\r\n{body}").into_bytes())
    }

    fn signed(&self, call: Call) -> Result<String> {
        let path = call.path();
        let headers = vec![
            ("Host".to_owned(), self.emulator.1.clone()),
            ("Content-Type".to_owned(), "application/json".to_owned()),
            ("X-Project-Id".to_owned(), PROJECT.to_owned()),
        ];
        let request = Request {
            method: call.method(),
            path: &path,
            query: "",
            headers: &headers,
            body: call.body().as_bytes(),
        };
        let seconds = SystemTime::now().duration_since(UNIX_EPOCH)?.as_secs();
        let date = SdkDate::from_unix(i64::try_from(seconds)?).ok_or("no date")?;
        let credentials = Credentials::new(ACCESS_KEY, SECRET_KEY);
        let added = sign(&request, &credentials, date)?.into_headers();
        let lines: String = headers
            .iter()
            .chain(&added)
            .flat_map(|(name, value)| [name.as_str(), ": ", value.as_str(), "\r\n"])
            .collect();
        Ok(format!("{} {path} HTTP/1.1\r\n{lines}", call.method()))
    }
}

fn keys(command: &mut Command) {
    command
        .env("CLOUD_SDK_AK", ACCESS_KEY)
        .env("CLOUD_SDK_SK", SECRET_KEY)
        .env_remove("CLOUD_SDK_SECURITY_TOKEN");
}

fn ours(command: &mut Command, folder: &Path, upstream: &str) -> Result<(Program, String)> {
    let settings = folder.join("proxy.toml");
    let text = format!(
        "listen = \"127.0.0.1:0\"\n[limits]\nin_flight = 2000\n\
         [[region]]\nid = \"{REGION}\"\nendpoint = \"http://{upstream}\"\n\
         [[project]]\nid = \"{PROJECT}\"\nname = \"Load\"\nregion = \"{REGION}\"\n"
    );
    fs::write(&settings, text)?;
    keys(command);
    command.arg("--config").arg(&settings);
    Program::listening(command, &folder.join("proxy.log"))
}

/// nginx as a plain reverse proxy that keeps its connections, with its log switched on as ours is.
fn nginx(command: &mut Command, folder: &Path, upstream: &str) -> Result<(Program, String)> {
    // A free port: nginx cannot tell which one it got.
    let port = TcpListener::bind("127.0.0.1:0")?.local_addr()?.port();
    let address = format!("127.0.0.1:{port}");
    let place = folder.display();
    let text = format!(
        "daemon off;\npid {place}/nginx.pid;\nerror_log {place}/nginx-error.log;\nworker_processes auto;\n\
         events {{ worker_connections 4096; }}\n\
         http {{\n  access_log {place}/nginx-access.log;\n\
         \x20 client_body_temp_path {place}/body;\n  proxy_temp_path {place}/proxy;\n\
         \x20 fastcgi_temp_path {place}/fastcgi;\n  uwsgi_temp_path {place}/uwsgi;\n  scgi_temp_path {place}/scgi;\n\
         \x20 keepalive_requests 100000000;\n\
         \x20 upstream cloud {{ server {upstream}; keepalive 512; keepalive_requests 100000000; }}\n\
         \x20 server {{\n    listen {address} backlog=4096;\n    location / {{\n      proxy_pass http://cloud;\n\
         \x20     proxy_http_version 1.1;\n      proxy_set_header Connection \"\";\n\
         \x20     proxy_set_header Host $http_host;\n    }}\n  }}\n}}\n"
    );
    let settings = folder.join("nginx.conf");
    fs::write(&settings, text)?;
    command.arg("-p").arg(folder).arg("-c").arg(&settings);
    let program = Program::silent(command, &folder.join("nginx.log"))?;
    for _ in 0..100 {
        if std::net::TcpStream::connect(&address).is_ok() {
            return Ok((program, address));
        }
        std::thread::sleep(Duration::from_millis(50));
    }
    Err("nginx does not listen".into())
}
