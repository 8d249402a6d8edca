//! The parent's side with helpers that are shell scripts: what a pool does when one misbehaves.

use std::sync::atomic::Ordering;
use std::time::Instant;

use super::*;
use crate::words::{Describe as _, EN};

const GREET: &str = "printf 'gouji read-one 1\\n'; ";
/// A reply: two bytes of JSON.
const ANSWER: &str = "printf 'k\\002\\000\\000\\000{}'";

fn pool(script: &str, limits: Limits) -> Pool {
    let program = Program { path: "/bin/sh".into(), args: vec!["-c".into(), script.into()] };
    Pool::new(program, limits, Arc::default())
}

fn quick() -> Limits {
    Limits { time: Duration::from_millis(400), ..Limits::default() }
}

/// A request for the document `x` with the name `n` is 15 bytes long.
fn ask(pool: &Pool) -> Result<Vec<u8>, String> {
    pool.read(Want::Report, "n", b"x").map_err(|error| error.describe(EN))
}

fn one_after_the_other(body: &str) -> String {
    format!("{GREET} while head -c 15 | grep -q .; do {body}; done")
}

#[test]
fn one_helper_reads_many_documents_and_is_replaced_after_so_many() {
    let dir = tempfile::tempdir().unwrap();
    let log = dir.path().join("starts");
    let script = format!("echo start >> {}; {}", log.display(), one_after_the_other(ANSWER));
    let pool = pool(&script, Limits { documents: 3, ..Limits::default() });
    for _ in 0..7 {
        assert_eq!(ask(&pool).unwrap(), b"{}");
    }
    assert_eq!(std::fs::read_to_string(&log).unwrap().lines().count(), 3, "3 + 3 + 1 documents");
}

#[test]
fn a_document_that_ends_its_helper_is_an_error_and_the_next_one_is_read() {
    let dir = tempfile::tempdir().unwrap();
    let flag = dir.path().join("died");
    let body = format!("if [ -e {0} ]; then {ANSWER}; else touch {0}; echo oops >&2; exit 3; fi", flag.display());
    let pool = pool(&one_after_the_other(&body), Limits::default());
    assert_eq!(
        ask(&pool).unwrap_err(),
        "reading it ended the reader (oops): open it with the program that made it, save it again and read that"
    );
    assert_eq!(ask(&pool).unwrap(), b"{}");
}

#[test]
fn what_an_old_helper_dies_of_is_tried_once_more_with_a_new_one() {
    let script = format!("{GREET} head -c 15 >/dev/null; {ANSWER}; head -c 15 >/dev/null; exit 1");
    let pool = pool(&script, Limits::default());
    for _ in 0..3 {
        assert_eq!(ask(&pool).unwrap(), b"{}");
    }
}

#[test]
fn no_memory_is_told_from_no_time_and_both_from_other_deaths() {
    let no_memory =
        format!("{GREET} head -c 15 >/dev/null; echo 'memory allocation of 99 bytes failed' >&2; kill -ABRT $$");
    let error = ask(&pool(&no_memory, Limits { memory: 77, ..Limits::default() })).unwrap_err();
    assert!(error.contains("more than 77 MiB"), "{error}");
    let no_time = format!("{GREET} head -c 15 >/dev/null; kill -XCPU $$");
    let error = ask(&pool(&no_time, Limits { cpu: 11, ..Limits::default() })).unwrap_err();
    assert!(error.contains("longer than 11 s"), "{error}");
    let killed = format!("{GREET} head -c 15 >/dev/null; kill -SEGV $$");
    let error = ask(&pool(&killed, Limits::default())).unwrap_err();
    assert!(error.contains("ended the reader (signal: 11"), "{error}");
}

#[test]
fn a_helper_that_hangs_is_left_in_time_whatever_it_has_done_so_far() {
    let begun = Instant::now();
    for hanging in ["exec sleep 100", "head -c 15 >/dev/null; printf 'k\\002'; exec sleep 100", "sleep 100 & wait"] {
        let error = ask(&pool(&format!("{GREET} {hanging}"), quick())).unwrap_err();
        assert!(error.contains("longer than"), "{hanging}: {error}");
    }
    assert!(begun.elapsed() < Duration::from_secs(20));
}

#[test]
fn answers_without_end_and_answers_that_are_none_are_refused() {
    for flood in ["yes", "printf 'k\\377\\377\\377\\377'; yes", "printf 'q\\000\\000\\000\\000'; sleep 9"] {
        let begun = Instant::now();
        let error = ask(&pool(&format!("{GREET} head -c 15 >/dev/null; {flood}"), Limits::default())).unwrap_err();
        assert!(error.contains("ended the reader"), "{flood}: {error}");
        assert!(begun.elapsed() < Duration::from_secs(8), "{flood}");
    }
}

#[test]
fn another_program_is_not_taken_for_a_helper() {
    for script in ["echo hello; exec sleep 9", "exit 0", "echo 'no such command' >&2; exit 2"] {
        let error = ask(&pool(script, Limits::default())).unwrap_err();
        assert!(error.starts_with("no process to read it in"), "{script}: {error}");
    }
    let missing = Program { path: "/nowhere/gouji".into(), args: Vec::new() };
    assert!(ask(&Pool::new(missing, Limits::default(), Arc::default())).unwrap_err().contains("No such file"));
}

#[test]
fn calling_off_leaves_what_is_being_read_and_refuses_the_rest() {
    let pool = pool(&format!("{GREET} exec sleep 100"), Limits::default());
    let begun = Instant::now();
    std::thread::scope(|scope| {
        let reading = scope.spawn(|| ask(&pool).unwrap_err());
        std::thread::sleep(Duration::from_millis(100));
        pool.cancel.store(true, Ordering::Relaxed);
        assert!(reading.join().unwrap().contains("cancelled"));
    });
    assert!(ask(&pool).unwrap_err().contains("cancelled"));
    assert!(begun.elapsed() < Duration::from_secs(20));
}

#[test]
fn documents_are_read_at_once_by_several_helpers_and_idle_ones_can_go() {
    let pool = pool(&one_after_the_other(&format!("sleep 0.05; {ANSWER}")), Limits::default());
    std::thread::scope(|scope| {
        for _ in 0..3 {
            scope.spawn(|| {
                for _ in 0..4 {
                    assert_eq!(ask(&pool).unwrap(), b"{}");
                }
            });
        }
    });
    let idle = pool.idle().len();
    assert!((1..=3).contains(&idle), "{idle}");
    pool.rest();
    assert_eq!(pool.idle().len(), 0);
    assert_eq!(ask(&pool).unwrap(), b"{}");
}
