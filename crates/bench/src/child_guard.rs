//! Child processes that end with the bench, however it ends.

use std::{
    io,
    process::{Child, ChildStderr, ChildStdout, Command, Stdio},
};

/// Runs a program in a process group of its own, and ends the group when the other end of its input is closed, even if the bench
/// was killed.
const GUARD: &str = r#"setsid "$@" </dev/null & exec >/dev/null 2>&1; cat; kill -TERM "-$!"; wait"#;

/// A child process. Dropping this ends it and its own children.
pub struct ChildGuard(Child);

impl ChildGuard {
    /// Starts a program. Its output can be taken once.
    pub fn start(command: &Command) -> io::Result<Self> {
        let mut guarded = Command::new("sh");
        guarded.args(["-c", GUARD, "guard"]).arg(command.get_program()).args(command.get_args());
        guarded.envs(command.get_envs().filter_map(|(name, value)| Some((name, value?))));
        if let Some(folder) = command.get_current_dir() {
            guarded.current_dir(folder);
        }
        guarded.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().map(Self)
    }

    /// Its standard output.
    pub fn output(&mut self) -> Option<ChildStdout> {
        self.0.stdout.take()
    }

    /// Its standard error.
    pub fn errors(&mut self) -> Option<ChildStderr> {
        self.0.stderr.take()
    }
}

impl Drop for ChildGuard {
    fn drop(&mut self) {
        drop(self.0.stdin.take());
        // Whatever the shell returns, the group has ended.
        let _ = self.0.wait();
    }
}
