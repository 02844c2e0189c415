use std::{
    ffi::OsStr,
    process::{Child, ChildStdout, Command, Stdio},
};

use crate::folder::Folder;

/// Runs a program with all that it starts in a group of processes, and ends the group when nobody holds the other end of
/// its input any more: also when the test program itself was stopped. Afterwards the folder goes that the first word names.
const GUARD: &str = r#"home=$1; shift
setsid "$@" </dev/null & exec >/dev/null
cat
kill -TERM "-$!"; wait
[ -z "$home" ] || { kill -KILL "-$!"; rm -rf -- "$home"; }"#;

/// A program that ends with this, and with it all that it started.
pub struct ChildGuard(Child);

impl ChildGuard {
    /// Starts a program; what it prints can be read from [`ChildGuard::output`].
    pub fn start(command: &Command) -> Self {
        Self(guarded(command, OsStr::new("")).spawn().expect("there is a shell"))
    }

    /// The same where its temporary files are in a folder that goes with it: those that are kept until the test program
    /// ends leave nothing behind either.
    pub fn start_in(command: &Command, folder: Folder) -> Self {
        let folder = folder.hand_over();
        Self(guarded(command, folder.as_os_str()).env("TMPDIR", &folder).spawn().expect("there is a shell"))
    }

    /// What the program prints, once.
    pub fn output(&mut self) -> ChildStdout {
        self.0.stdout.take().expect("its output is piped and nobody has asked for it")
    }
}

impl Drop for ChildGuard {
    fn drop(&mut self) {
        drop(self.0.stdin.take());
        // Whatever the shell says, the group has ended.
        let _ = self.0.wait();
    }
}

/// Lets the test programs tell what they do in JSON. What they start must not have it: cargo would compile everything anew.
pub const UNSTABLE_OPTIONS: &str = "RUSTC_BOOTSTRAP";

/// The program under its guard, with the environment of the test program and what it has besides.
fn guarded(command: &Command, home: &OsStr) -> Command {
    let mut guarded = Command::new("sh");
    guarded.args(["-c", GUARD, "guard"]).arg(home).arg(command.get_program()).args(command.get_args());
    guarded.env_remove(UNSTABLE_OPTIONS);
    for (name, value) in command.get_envs() {
        match value {
            Some(value) => guarded.env(name, value),
            None => guarded.env_remove(name),
        };
    }
    guarded.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
    guarded
}

#[cfg(test)]
mod tests {
    use std::{
        io::{BufRead, BufReader, Read},
        process::Command,
    };

    use super::ChildGuard;
    use crate::folder::Folder;

    #[test]
    fn what_a_program_started_ends_with_it_and_so_does_its_folder() {
        let folder = Folder::new("guard");
        let path = folder.path().to_owned();
        let mut command = Command::new("sh");
        command.args(["-c", r#"sleep 1000 & touch "$TMPDIR/file"; echo started; wait"#]);
        let mut program = ChildGuard::start_in(&command, folder);
        let mut output = BufReader::new(program.output());
        let mut line = String::new();
        output.read_line(&mut line).unwrap();
        assert_eq!(line, "started\n");
        assert!(path.join("file").is_file());

        drop(program);
        // All who could write to it are gone.
        assert_eq!(output.read_to_end(&mut Vec::new()).unwrap(), 0);
        assert!(!path.exists());
    }
}
