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

/// The database, without the package that starts it. Debian puts servers where only root looks.
const DATABASE: &str = "mariadb-server-core";
const SERVER: &str = "mariadbd";
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
    if !is_on_path(SERVER) && !Path::new(SERVERS).join(SERVER).is_file() {
        println!("Installing {DATABASE} with apt-get: WordPress keeps its posts there.");
        install(&[DATABASE]).map_err(|error| not_installed("MariaDB", &error, "Install MariaDB."))?;
    }
    from_debian(&WORDPRESS, "usr/share/wordpress/wp-load.php", "the plugin is tested in it")
}
