//! A real web server for a folder, configured as in our example for newsrooms.

use std::{
    env, fs,
    path::{Path, PathBuf},
    process::Command,
    sync::atomic::{AtomicUsize, Ordering},
    time::Instant,
};

use serde::Deserialize;

use crate::{
    driver::{ChildGuard, POLL_INTERVAL, TIMEOUT},
    folder::{Folder, in_project},
    get::{Answer, get},
};

const EXAMPLE: &str = "docs/nginx.conf";

/// The lines of the example that differ from place to place.
const LISTEN: &str = "listen 80;";
/// The line with the server's name.
const NAME: &str = "server_name cards.example;";
const LOCATION: &str = "location / {";
const ROOT: &str = "root /var/www/fact-cards;";

/// What a comment in the example says to write instead where the site is in a subfolder.
const LOCATION_BELOW: &str = "location /cards/ {";
const ROOT_BELOW: &str = "alias /var/www/fact-cards/;";

/// A running nginx, stopped on drop.
pub struct Nginx {
    port: u16,
    /// How many lines of the log have been read.
    read: AtomicUsize,
    // It must end before its folder is removed.
    _process: ChildGuard,
    folder: Folder,
}

/// One logged request.
#[derive(Clone, Debug, Deserialize)]
pub struct Sent {
    /// The requested path with its query.
    pub path: String,
    /// The status of the answer.
    pub status: u16,
    /// The bytes of the body as sent.
    pub body: usize,
    /// The bytes of the whole answer, with headers.
    pub all: usize,
    /// The content encoding; empty if not compressed.
    pub encoding: String,
}

impl Nginx {
    /// Serves a folder, which may still be empty, on that port of this machine.
    pub async fn start(port: u16, root: &Path, place: SiteRoot) -> Self {
        let folder = Folder::new(&format!("nginx-{port}"));
        let configuration = folder.path().join("nginx.conf");
        let site = folder.path().join("site.conf");
        fs::write(&site, example(port, root, place)).expect("a temporary file can be written");
        fs::write(&configuration, around(folder.path())).expect("a temporary file can be written");

        let errors = folder.path().join("errors");
        let mut command = Command::new(unpacked().join("usr/sbin/nginx"));
        command.arg("-e").arg(&errors).arg("-p").arg(folder.path()).arg("-c").arg(&configuration);
        let nginx = Self { port, read: AtomicUsize::new(0), _process: ChildGuard::start(&command), folder };
        let started = Instant::now();
        let mut again = tokio::time::interval(POLL_INTERVAL);
        while get(port, "/", &[]).await.is_none() {
            let told = fs::read_to_string(&errors).unwrap_or_default();
            assert!(started.elapsed() < TIMEOUT, "nginx does not start with the libraries of this system: {told}");
            again.tick().await;
        }
        nginx.sent().await;
        nginx
    }

    /// Requests an address.
    pub async fn get(&self, address: &str, headers: &[(&str, &str)]) -> Answer {
        get(self.port, address, headers).await.expect("nginx answers")
    }

    /// What was sent since the last call, in order.
    pub async fn sent(&self) -> Vec<Sent> {
        // There is a single worker process, so this request is logged after all earlier ones.
        const LAST: &str = "/what-was-sent";
        self.get(LAST, &[]).await;
        let started = Instant::now();
        let mut again = tokio::time::interval(POLL_INTERVAL);
        loop {
            let log = fs::read_to_string(self.folder.path().join("log")).expect("nginx writes a log");
            let lines = log.lines().skip(self.read.load(Ordering::Relaxed));
            // The last line may still be incomplete.
            let mut sent: Vec<Sent> = lines.map_while(|line| serde_json::from_str(line).ok()).collect();
            if let Some(last) = sent.iter().position(|sent| sent.path == LAST) {
                self.read.fetch_add(last + 1, Ordering::Relaxed);
                sent.truncate(last);
                return sent;
            }
            assert!(started.elapsed() < TIMEOUT, "nginx does not write down what it sends: {log}");
            again.tick().await;
        }
    }
}

/// Where a site lives on its host.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SiteRoot {
    /// At the root.
    Top,
    /// In the folder `/cards/`.
    Below,
}

impl SiteRoot {
    /// The path of the site on its host.
    #[must_use]
    pub const fn path(self) -> &'static str {
        match self {
            Self::Top => "/",
            Self::Below => "/cards/",
        }
    }
}

/// The example with its port and folder replaced.
fn example(port: u16, root: &Path, place: SiteRoot) -> String {
    let mut example = fs::read_to_string(in_project(EXAMPLE)).expect("there is an example for nginx");
    let root = root.display();
    let changes = match place {
        SiteRoot::Top => vec![(ROOT, format!("root {root};"))],
        SiteRoot::Below => {
            for line in [LOCATION_BELOW, ROOT_BELOW] {
                assert!(example.contains(&format!(" {line}\n")), "a comment of {EXAMPLE} has the line `{line}`");
            }
            vec![(LOCATION, LOCATION_BELOW.to_owned()), (ROOT, format!("alias {root}/;"))]
        }
    };
    for (from, to) in
        [vec![(LISTEN, format!("listen 127.0.0.1:{port};")), (NAME, "server_name 127.0.0.1;".to_owned())], changes]
            .concat()
    {
        assert_eq!(example.matches(from).count(), 1, "`{from}` is in {EXAMPLE}, once");
        example = example.replace(from, &to);
    }
    example
}

/// The configuration around the example: a single process that writes nothing outside that folder, with the file
/// settings of Debian's own configuration.
fn around(folder: &Path) -> String {
    let module = unpacked().join("usr/lib/nginx/modules/ngx_http_brotli_static_module.so");
    let (module, folder) = (module.display(), folder.display());
    format!(
        r#"load_module "{module}";
daemon off;
master_process off;
pid "{folder}/pid";
error_log "{folder}/errors";
events {{}}
http {{
    client_body_temp_path "{folder}/body";
    proxy_temp_path "{folder}/proxy";
    fastcgi_temp_path "{folder}/fastcgi";
    scgi_temp_path "{folder}/scgi";
    uwsgi_temp_path "{folder}/uwsgi";
    log_format sent escape=json '{{"path":"$request_uri","status":$status,"body":$body_bytes_sent,"all":$bytes_sent,"encoding":"$sent_http_content_encoding"}}';
    access_log "{folder}/log" sent;
    default_type application/octet-stream;
    gzip on;
    include "{folder}/site.conf";
}}
"#
    )
}

/// The folder that serves as nginx's `/`.
fn unpacked() -> PathBuf {
    env::var_os("FACT_CARDS_NGINX").expect("`cargo xtask test browser` unpacks nginx and says where").into()
}
