use std::{
    ffi::OsStr,
    process::{Child, ChildStdout, Command, Stdio},
};

use crate::folder::Folder;

/// A shell script that runs a program in its own process group and kills the group when its standard input is closed,
/// so also when the test program itself is killed. Then it removes the folder given as its first argument.
const GUARD: &str = r#"home=$1; shift
setsid "$@" </dev/null & exec >/dev/null
cat
kill -TERM "-$!"; wait
[ -z "$home" ] || { kill -KILL "-$!"; rm -rf -- "$home"; }"#;

/// A child process guard: when it is dropped, the program and everything it started end.
pub struct ChildGuard(Child);

impl ChildGuard {
    /// Starts a program; read its output with [`ChildGuard::output`].
    pub fn start(command: &Command) -> Self {
        Self(guarded(command, OsStr::new("")).spawn().expect("there is a shell"))
    }

    /// The same, with the folder as the program's temporary directory. The folder is removed when the program ends,
    /// even if the test program is killed.
    pub fn start_in(command: &Command, folder: Folder) -> Self {
        let folder = folder.hand_over();
        Self(guarded(command, folder.as_os_str()).env("TMPDIR", &folder).spawn().expect("there is a shell"))
    }

    /// The program's standard output; can be taken once.
    pub fn output(&mut self) -> ChildStdout {
        self.0.stdout.take().expect("its output is piped and nobody has asked for it")
    }
}

impl Drop for ChildGuard {
    fn drop(&mut self) {
        drop(self.0.stdin.take());
        // Whatever the shell's exit status, the group has ended.
        let _ = self.0.wait();
    }
}

/// Lets the test programs report in JSON. It must not be inherited by what they start, or cargo would recompile
/// everything.
pub const UNSTABLE_OPTIONS: &str = "RUSTC_BOOTSTRAP";

/// The program under its guard: the environment of the test program plus the command's own variables and
/// folder.
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
    if let Some(folder) = command.get_current_dir() {
        guarded.current_dir(folder);
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
    fn dropping_the_guard_ends_all_child_processes_and_removes_the_folder() {
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
        // Nobody who could write to it is left.
        assert_eq!(output.read_to_end(&mut Vec::new()).unwrap(), 0);
        assert!(!path.exists());
    }
}
