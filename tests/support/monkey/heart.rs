//! How much of a time the machine gave to others: what the kernel says that threads had to wait for a processor.

use std::fs;
use std::time::Duration;

/// How long the threads that bring a key to the screen have waited so far: two of the desk, and all of this program.
/// Nothing where the kernel does not tell.
pub fn waited(desk: u32) -> Duration {
    let ours = threads(std::process::id()).map(|(_, waited)| waited).sum::<Duration>();
    let own_name = |name: &str| name == "input" || name == "gouji";
    ours + threads(desk).filter(|(name, _)| own_name(name.trim())).map(|(_, waited)| waited).sum::<Duration>()
}

/// The threads of a process by name, each with the time it was ready to run and did not.
fn threads(process: u32) -> impl Iterator<Item = (String, Duration)> {
    let tasks = fs::read_dir(format!("/proc/{process}/task")).into_iter().flatten().flatten();
    tasks.filter_map(|task| {
        let name = fs::read_to_string(task.path().join("comm")).ok()?;
        let told = fs::read_to_string(task.path().join("schedstat")).ok()?;
        Some((name, Duration::from_nanos(told.split(' ').nth(1)?.parse().ok()?)))
    })
}
