//! Several writers at once.

use std::process::Command;
use std::thread;

use super::*;

const WRITERS: usize = 4;
const ACTS: usize = 50;

fn write_many(path: &Path, by: &str, acts: usize) {
    let (mut journal, _) = Journal::open(path).unwrap();
    for number in 0..acts {
        journal.append(&[note(by, &format!("{by} {number}"))]).unwrap();
    }
}

fn assert_all_there(path: &Path, writers: &[String], acts: usize) {
    let all = read(path);
    for by in writers {
        let theirs: Vec<Act> = all.iter().filter(|act| act.by.as_str() == by).cloned().collect();
        let expected: Vec<String> = (0..acts).map(|number| format!("{by} {number}")).collect();
        assert_eq!(texts(&theirs), expected, "in the order they were written");
    }
    let checked = verify(path).unwrap();
    assert_eq!((checked.problems.total(), checked.acts), (0, (writers.len() * acts) as u64));
}

#[test]
fn threads_with_handles_of_their_own_lose_nothing() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("j");
    let writers: Vec<String> = (0..WRITERS).map(|number| format!("w{number}")).collect();
    let (mut follower, _) = Journal::open(&path).unwrap();
    let mut followed = 0;
    thread::scope(|scope| {
        let running: Vec<_> = writers.iter().map(|by| scope.spawn(|| write_many(&path, by, ACTS))).collect();
        while !running.iter().all(thread::ScopedJoinHandle::is_finished) {
            followed += follower.poll().unwrap().acts.len();
        }
    });
    followed += follower.poll().unwrap().acts.len();
    assert_eq!(followed, WRITERS * ACTS);
    assert_eq!(follower.problems().total(), 0);
    assert_all_there(&path, &writers, ACTS);
}

/// Does nothing unless the test below starts it in a process of its own.
#[test]
fn child() {
    let (Some(path), Ok(by)) = (std::env::var_os("GOUJI_TEST_JOURNAL"), std::env::var("GOUJI_TEST_BY")) else { return };
    write_many(Path::new(&path), &by, ACTS);
}

#[test]
fn processes_lose_nothing() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("j");
    let writers = ["一".to_owned(), "二".to_owned()];
    let children: Vec<_> = writers
        .iter()
        .map(|by| {
            Command::new(std::env::current_exe().unwrap())
                .args(["--exact", "journal::tests::concurrent::child"])
                .env("GOUJI_TEST_JOURNAL", &path)
                .env("GOUJI_TEST_BY", by)
                .stdout(std::process::Stdio::null())
                .spawn()
                .unwrap()
        })
        .collect();
    for mut child in children {
        assert!(child.wait().unwrap().success());
    }
    assert_all_there(&path, &writers, ACTS);
}
