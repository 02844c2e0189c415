//! Programs that end with the bench, however that ends.

use std::{
    io,
    process::{Child, ChildStderr, ChildStdout, Command, Stdio},
};

/// Runs a program with all that it starts in a group of processes, and ends the group when nobody holds the other end of
/// its input any more: also when the bench itself was stopped.
const GUARD: &str = r#"setsid "$@" </dev/null & exec >/dev/null 2>&1; cat; kill -TERM "-$!"; wait"#;

/// A program that ends with this, and with it all that it started.
pub struct ChildGuard(Child);

impl ChildGuard {
    /// Starts a program. What it prints can be read once.
    pub fn start(command: &Command) -> io::Result<Self> {
        let mut guarded = Command::new("sh");
        guarded.args(["-c", GUARD, "guard"]).arg(command.get_program()).args(command.get_args());
        guarded.envs(command.get_envs().filter_map(|(name, value)| Some((name, value?))));
        if let Some(folder) = command.get_current_dir() {
            guarded.current_dir(folder);
        }
        guarded.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().map(Self)
    }

    /// What it prints.
    pub fn output(&mut self) -> Option<ChildStdout> {
        self.0.stdout.take()
    }

    /// What it prints of errors.
    pub fn errors(&mut self) -> Option<ChildStderr> {
        self.0.stderr.take()
    }
}

impl Drop for ChildGuard {
    fn drop(&mut self) {
        drop(self.0.stdin.take());
        // Whatever the shell says, the group has ended.
        let _ = self.0.wait();
    }
}
