//! A real WordPress with our plugin, its database and a source of facts, each on a port or socket of its own. All tests of a
//! program share it: to have it takes some ten seconds. Whatever runs ends with the test program.

use std::{
    env, fs,
    io::Write,
    path::{Path, PathBuf},
    process::{Command, Stdio},
    time::{Instant, SystemTime},
};

use fact_cards_site::{BaseUrl, SharePictures, Site, Target};
use tokio::sync::OnceCell;

use crate::{
    driver::{ChildGuard, POLL_INTERVAL, TIMEOUT},
    folder::{Folder, copy, in_project},
    get::{Answer, get},
    port,
    published::built_engine,
};

/// The plugin, and what the tests need around it.
const PLUGIN: &str = "integrations/wordpress/fact-cards";
const TESTS: &str = "integrations/wordpress/tests";

/// How many requests PHP's own server answers at a time.
const WORKERS: &str = "4";

static SHARED: OnceCell<WordPress> = OnceCell::const_new();

/// A running WordPress.
pub struct WordPress {
    port: u16,
    source_port: u16,
    folder: PathBuf,
    // They end with the test program, the database last, which removes the folder.
    #[allow(dead_code, reason = "they end when this does")]
    processes: Vec<ChildGuard>,
}

impl WordPress {
    /// That of this test program.
    pub async fn shared() -> &'static Self {
        SHARED.get_or_init(Self::start).await
    }

    /// Its address, without a slash at the end.
    #[must_use]
    pub fn url(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// The address of the facts under a name: those of one name can go wrong while others are there.
    #[must_use]
    pub fn source(&self, name: &str) -> String {
        format!("http://127.0.0.1:{}/{name}/", self.source_port)
    }

    /// Lets the source of that name go wrong: `gone`, `broken` and what else `source.php` knows. Nothing is wrong with `""`.
    pub fn fault(&self, name: &str, fault: &str) {
        fs::write(self.folder.join("faults").join(name), fault).expect("a temporary file can be written");
    }

    /// How often the source of that name was asked for something.
    #[must_use]
    pub fn times_asked(&self, name: &str) -> usize {
        let asked = fs::read_to_string(self.folder.join("asked")).unwrap_or_default();
        asked.lines().filter(|path| path.starts_with(&format!("/{name}/"))).count()
    }

    /// What WordPress has logged of our plugin: there should be nothing.
    #[must_use]
    pub fn notices(&self) -> Vec<String> {
        let log = fs::read_to_string(self.folder.join("log")).unwrap_or_default();
        log.lines().filter(|line| line.contains("/plugins/fact-cards/")).map(str::to_owned).collect()
    }

    /// Requests a page, with these headers; follows WordPress to the page's own address.
    pub async fn get(&self, path: &str, headers: &[(&str, &str)]) -> Answer {
        let mut path = path.to_owned();
        loop {
            let answer = get(self.port, &path, headers).await.expect("WordPress answers");
            match answer.header("Location").filter(|_| answer.status == 301) {
                Some(next) => next.trim_start_matches(&self.url()).clone_into(&mut path),
                None => return answer,
            }
        }
    }

    /// Runs PHP inside WordPress, as that user or as nobody. Returns what it prints.
    #[must_use]
    pub fn run(&self, user: &str, code: &str) -> String {
        self.run_with(&[], user, code)
    }

    /// The same for what prints nothing.
    pub fn act(&self, user: &str, code: &str) {
        self.act_with(&[], user, code);
    }

    /// The same with other environment variables.
    pub fn act_with(&self, variables: &[(&str, &str)], user: &str, code: &str) {
        let said = self.run_with(variables, user, code);
        assert!(said.is_empty(), "PHP says something: {said}");
    }

    /// Runs PHP inside WordPress with other environment variables.
    #[must_use]
    pub fn run_with(&self, variables: &[(&str, &str)], user: &str, code: &str) -> String {
        let mut php = self.php("inside.php");
        php.envs(variables.iter().copied());
        if !user.is_empty() {
            php.arg(user);
        }
        let mut php =
            php.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("there is PHP");
        php.stdin.take().and_then(|mut stdin| stdin.write_all(code.as_bytes()).ok()).expect("PHP reads");
        let output = php.wait_with_output().expect("PHP ends");
        let (said, errors) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
        assert!(output.status.success(), "PHP fails: {said}{errors}");
        said.into_owned()
    }

    /// Installs WordPress once more in the same database, behind another prefix.
    pub fn install(&self, prefix: &str) {
        let mut php = self.php("install.php");
        let output = php
            .arg(format!("http://127.0.0.1:{}/", self.source_port))
            .env("WORDPRESS_PREFIX", prefix)
            .output()
            .expect("there is PHP");
        let said = String::from_utf8_lossy(&output.stdout);
        assert!(
            said.ends_with("installed\n"),
            "WordPress cannot be installed: {said}{}",
            String::from_utf8_lossy(&output.stderr)
        );
    }

    /// A script of the tests with the folder of WordPress as its first argument.
    fn php(&self, script: &str) -> Command {
        let mut php = Command::new("php");
        php.arg(in_project(TESTS).join(script)).arg(self.folder.join("wordpress"));
        self.set_variables(&mut php);
        php
    }

    fn set_variables(&self, php: &mut Command) {
        php.env("WORDPRESS_SOCKET", self.folder.join("socket"));
        php.env("WORDPRESS_URL", self.url());
        php.env("WORDPRESS_ALLOWS_LOCAL", "1");
        php.env("WORDPRESS_LOG", self.folder.join("log"));
        php.env("PHP_CLI_SERVER_WORKERS", WORKERS);
    }

    async fn start() -> Self {
        let (folder, port, source_port) = (Folder::new("wordpress"), port::free(), port::free());
        let path = folder.path().to_owned();
        copy(&unpacked().join("usr/share/wordpress"), &path.join("wordpress")).expect("WordPress can be copied");
        lay(&path).expect("the plugin can be copied");

        let made = Command::new("mariadb-install-db")
            .args(["--no-defaults", "--auth-root-authentication-method=normal", "--skip-test-db"])
            .args(database_user())
            .arg(format!("--datadir={}", path.join("database").display()))
            .output()
            .expect("`cargo xtask test wordpress` installs MariaDB");
        assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stdout));
        let mut database = Command::new(server());
        database.args(["--no-defaults", "--skip-networking", "--skip-log-bin", "--innodb-flush-log-at-trx-commit=0"]);
        database.args(database_user()).arg(format!("--datadir={}", path.join("database").display()));
        database.arg(format!("--socket={}", path.join("socket").display()));
        let database = ChildGuard::start_in(&database, folder);
        until(&path, "the database does not start", async || path.join("socket").exists()).await;

        let mut wordpress = Self { port, source_port, folder: path.clone(), processes: Vec::new() };
        let base: BaseUrl = wordpress.source("site").parse().expect("this is an address");
        let site = Site::of_story(&in_project("seeds"), SystemTime::now()).expect("the story has no mistakes");
        let target = Target {
            folder: &path.join("site"),
            base_url: Some(&base),
            compressed: false,
            share_pictures: SharePictures::No,
        };
        site.write(&built_engine(), target).expect("the site can be written");
        wordpress.install("");

        let mut servers = vec![
            serving(source_port, &path.join("site"), "source.php"),
            serving(port, &path.join("wordpress"), "router.php"),
        ];
        for server in &mut servers {
            wordpress.set_variables(server);
            server.env("SOURCE_FOLDER", &path);
        }
        wordpress.processes = servers.iter().map(ChildGuard::start).collect();
        wordpress.processes.push(database);
        for port in [source_port, port] {
            until(&path, "PHP's server does not start", async || get(port, "/site/index.html", &[]).await.is_some())
                .await;
        }
        // Tests begin at the same time; whoever asks while somebody else does has a link first.
        let site = wordpress.source("site");
        wordpress.act("", &format!("FactCards\\facts('{site}', 'en', 30); FactCards\\facts('{site}', '', 30);"));
        wordpress
    }
}

/// Puts plugin, configuration and what else belongs there into a WordPress.
fn lay(path: &Path) -> std::io::Result<()> {
    let content = path.join("wordpress/wp-content");
    copy(&in_project(PLUGIN), &content.join("plugins/fact-cards"))?;
    fs::create_dir_all(content.join("mu-plugins"))?;
    fs::create_dir_all(content.join("uploads"))?;
    fs::create_dir_all(path.join("faults"))?;
    let tests = in_project(TESTS);
    fs::copy(tests.join("must-use.php"), content.join("mu-plugins/must-use.php"))?;
    fs::copy(tests.join("wp-config.php"), path.join("wordpress/wp-config.php"))?;
    Ok(())
}

/// PHP's own server for a folder, with a script that is asked first.
fn serving(port: u16, root: &Path, script: &str) -> Command {
    let mut php = Command::new("php");
    php.args(["-d", "opcache.enable_cli=0", "-S"]).arg(format!("127.0.0.1:{port}")).arg("-t").arg(root);
    php.arg(in_project(TESTS).join(script));
    php
}

/// MariaDB runs as root only where that is said.
fn database_user() -> Option<&'static str> {
    let is_root = Command::new("id").arg("-u").output().is_ok_and(|id| id.stdout == b"0\n");
    is_root.then_some("--user=root")
}

/// Debian puts servers where only root looks.
fn server() -> PathBuf {
    let path = env::var_os("PATH").unwrap_or_default();
    let places = env::split_paths(&path).chain([PathBuf::from("/usr/sbin")]);
    let mut servers = places.map(|place| place.join("mariadbd"));
    servers.find(|file| file.is_file()).expect("`cargo xtask test wordpress` installs MariaDB")
}

/// The folder that stands for `/` around WordPress.
fn unpacked() -> PathBuf {
    env::var_os("FACT_CARDS_WORDPRESS").expect("`cargo xtask test wordpress` unpacks WordPress and says where").into()
}

async fn until(folder: &Path, complaint: &str, is_there: impl AsyncFn() -> bool) {
    let started = Instant::now();
    let mut again = tokio::time::interval(POLL_INTERVAL);
    while !is_there().await {
        assert!(started.elapsed() < 2 * TIMEOUT, "{complaint} in {}", folder.display());
        again.tick().await;
    }
}
