use std::path::{Path, PathBuf};

use anyhow::Result;

use super::{
    browsers::install,
    installed::{from_debian, is_on_path, not_installed},
};
use crate::command::output;

/// What the plugin and WordPress need of PHP, and the Debian packages that have it.
const EXTENSIONS: [&str; 3] = ["dom", "mbstring", "mysqli"];
const PHP: [&str; 4] = ["php-cli", "php-mbstring", "php-mysql", "php-xml"];

/// The database, without the package that starts it, and what setting one up takes: since 10.11.19 that is in another package,
/// which the first does not ask for. Debian puts servers where only root looks.
const DATABASE: [&str; 2] = ["mariadb-server-core", "mariadb-client-core"];
const DATABASE_PROGRAMS: [&str; 3] = ["mariadbd", "mariadb-install-db", "my_print_defaults"];
const SERVERS: &str = "/usr/sbin";

/// WordPress, a theme of blocks, a classic one, and what it shares with other packages.
const WORDPRESS: [&str; 6] = [
    "wordpress",
    "wordpress-theme-twentytwentyone",
    "wordpress-theme-twentytwentythree",
    "php-getid3",
    "libjs-cropper",
    "libjs-underscore",
];

/// Installs PHP if it is missing.
pub fn php() -> Result<()> {
    let modules = output("php", &["-m"]).unwrap_or_default();
    if EXTENSIONS.iter().all(|extension| modules.lines().any(|line| line == *extension)) {
        return Ok(());
    }
    println!("Installing {} with apt-get: the plugin for WordPress is tested with it.", PHP.join(", "));
    install(&PHP).map_err(|error| {
        let remedy = format!("Install PHP with {}.", EXTENSIONS.join(", "));
        not_installed("PHP", &error, &remedy)
    })
}

/// Installs PHP and MariaDB if they are missing and unpacks WordPress. Returns the folder that stands for `/` around it.
pub fn wordpress() -> Result<PathBuf> {
    php()?;
    let is_there = |program: &&str| is_on_path(program) || Path::new(SERVERS).join(program).is_file();
    if !DATABASE_PROGRAMS.iter().all(is_there) {
        println!("Installing {} with apt-get: WordPress keeps its posts there.", DATABASE.join(", "));
        install(&DATABASE).map_err(|error| {
            let remedy = format!("Install MariaDB with {}.", DATABASE_PROGRAMS.join(", "));
            not_installed("MariaDB", &error, &remedy)
        })?;
    }
    from_debian(&WORDPRESS, "usr/share/wordpress/wp-load.php", "the plugin is tested in it")
}
