use std::process::{Child, Command, Stdio};

/// Runs a program with all that it starts in a group of processes, and ends the group when nobody holds the other end of
/// its input any more: also when the test program itself was stopped.
const LEASH: &str = r#"setsid "$@" </dev/null & exec >/dev/null; cat; kill -TERM "-$!"; wait"#;

/// A program that ends with this, and with it all that it started.
pub struct Leashed(Child);

impl Leashed {
    /// Starts a program; what it prints can be read from [`Leashed::output`].
    pub fn start(command: &Command) -> Self {
        let mut leash = Command::new("sh");
        leash.args(["-c", LEASH, "leash"]).arg(command.get_program()).args(command.get_args());
        for (name, value) in command.get_envs() {
            match value {
                Some(value) => leash.env(name, value),
                None => leash.env_remove(name),
            };
        }
        let child = leash.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null()).spawn();
        Self(child.expect("there is a shell"))
    }

    /// What the program prints, once.
    pub fn output(&mut self) -> std::process::ChildStdout {
        self.0.stdout.take().expect("its output is piped and nobody has asked for it")
    }
}

impl Drop for Leashed {
    fn drop(&mut self) {
        drop(self.0.stdin.take());
        // Whatever the shell says, the group has ended.
        let _ = self.0.wait();
    }
}
