//! What of the project the package takes in from outside its own folder. By itself cargo notes where such files were when the
//! package was compiled; what is said from here on stays right where the checkout is moved or copied.

fn main() {
    for file in ["LICENSE-APACHE", "LICENSE-MIT", "styles/icon.svg"] {
        println!("cargo::rerun-if-changed=../../{file}");
    }
}
