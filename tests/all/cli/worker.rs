//! The helper that reads documents, spoken to as the program does: its limits are real, and it never outlives its input.

use std::fs;
use std::io::{Read as _, Write as _};
use std::os::unix::process::ExitStatusExt as _;
use std::process::{Child, ExitStatus, Stdio};
use std::time::{Duration, Instant};

use crate::support::command::{Place, sample_data};
use crate::support::pty::{PATIENCE, Start};

const GREETING: &[u8] = b"gouji read-one 1\n";
const ABORTED: i32 = 6;
const CPU_EXCEEDED: i32 = 24;

fn helper(memory: &str, cpu: &str) -> Child {
    let mut command = Place::new().command(["read-one", "--memory", memory, "--cpu", cpu]);
    // The place is gone by now; a helper needs no directory.
    command.current_dir("/").stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    let mut greeting = vec![0; GREETING.len()];
    child.stdout.as_mut().unwrap().read_exact(&mut greeting).unwrap();
    assert_eq!(greeting, GREETING);
    child
}

fn ask(child: &mut Child, kind: u8, name: &str, bytes: &[u8]) {
    let lengths = [&u32::try_from(name.len()).unwrap().to_le_bytes()[..], &(bytes.len() as u64).to_le_bytes()].concat();
    let frame = [&[kind], lengths.as_slice(), name.as_bytes(), bytes].concat();
    // It may end before it has read everything.
    let _ = child.stdin.as_mut().unwrap().write_all(&frame);
}

fn answer(child: &mut Child) -> (u8, Vec<u8>) {
    let mut head = [0; 5];
    child.stdout.as_mut().unwrap().read_exact(&mut head).unwrap();
    let mut payload = vec![0; u32::from_le_bytes(head[1..].try_into().unwrap()) as usize];
    child.stdout.as_mut().unwrap().read_exact(&mut payload).unwrap();
    (head[0], payload)
}

fn wait(child: &mut Child, limit: Duration) -> ExitStatus {
    let begun = Instant::now();
    loop {
        if let Some(status) = child.try_wait().unwrap() {
            return status;
        }
        assert!(begun.elapsed() < limit, "still running");
        std::thread::sleep(Duration::from_millis(5));
    }
}

/// A document over which the reader takes long: rows and rows of a table.
fn long() -> Vec<u8> {
    let row = "（一）予以公开\t1\t2\t3\t4\t5\t6\t21\n二、上年结转政府信息公开申请数量\t0\t0\t0\t0\t0\t0\t0\n";
    row.repeat(400_000).into_bytes()
}

#[test]
fn one_helper_answers_reports_lines_and_errors_in_turn() {
    let mut child = helper("1024", "30");
    let text = fs::read(sample_data().join("documents/0103-06.txt")).unwrap();
    for _ in 0..3 {
        ask(&mut child, b'r', "0103-06.txt", &text);
        let (status, json) = answer(&mut child);
        assert_eq!(status, b'k');
        assert_eq!(serde_json::from_slice::<serde_json::Value>(&json).unwrap()[0]["source"]["format"], "text");
        ask(&mut child, b'l', "0103-06.txt", &text);
        let (status, json) = answer(&mut child);
        let lines: Vec<gouji::report::SourceLine> = serde_json::from_slice(&json).unwrap();
        assert_eq!(status, b'k');
        assert!(lines.len() > 30 && lines.iter().any(|line| line.fields.len() > 5));
        ask(&mut child, b'r', "a.txt", b"\xff\xfe\0\0");
        let (status, told) = answer(&mut child);
        let told: serde_json::Value = serde_json::from_slice(&told).unwrap();
        assert!(status == b'e' && told["zh"].is_string() && told["en"].is_string());
    }
    drop(child.stdin.take());
    assert!(wait(&mut child, Duration::from_secs(20)).success());
}

#[test]
fn more_memory_than_allowed_ends_the_helper_and_it_says_why() {
    // Too little for the document, whatever the program itself takes.
    let mut child = helper("100", "300");
    ask(&mut child, b'r', "a.txt", &vec![b'a'; 60 << 20]);
    let status = wait(&mut child, Duration::from_secs(120));
    let mut words = String::new();
    child.stderr.take().unwrap().read_to_string(&mut words).unwrap();
    assert_eq!(status.signal(), Some(ABORTED), "{status} {words}");
    assert!(words.contains("memory allocation of"), "{words}");
}

#[test]
fn more_processor_time_than_allowed_ends_the_helper() {
    let mut child = helper("2048", "0");
    ask(&mut child, b'r', "a.txt", &long());
    assert_eq!(wait(&mut child, Duration::from_secs(120)).signal(), Some(CPU_EXCEEDED));
}

#[test]
fn a_helper_does_not_read_to_the_end_when_nobody_listens_any_more() {
    let mut child = helper("2048", "3000");
    ask(&mut child, b'r', "a.txt", &long());
    std::thread::sleep(Duration::from_millis(100));
    assert!(child.try_wait().unwrap().is_none(), "still reading");
    drop(child.stdin.take());
    assert!(wait(&mut child, Duration::from_secs(5)).success());
}

#[test]
fn nonsense_on_its_input_ends_it() {
    let mut child = helper("1024", "30");
    child.stdin.as_mut().unwrap().write_all(b"hello").unwrap();
    wait(&mut child, Duration::from_secs(20));
}

#[test]
fn helpers_are_not_for_users() {
    let place = Place::new();
    for args in [&["--help"][..], &["man"], &["completions", "bash"]] {
        assert!(!place.run(args).out.contains("read-one"), "{args:?}");
    }
}

#[test]
fn a_document_that_takes_too_much_is_given_up_and_the_others_are_read() {
    let place = Place::new();
    place.write("long/long.txt", long());
    place.write("large/large.txt", vec![b'a'; 60 << 20]);
    // One limit at a time: which of two is met first depends on the machine.
    for (name, limits, said) in [
        ("long", ["--max-seconds", "1", "--max-memory", "2048"], "long.txt: reading it took longer than 1 s"),
        ("large", ["--max-seconds", "60", "--max-memory", "100"], "large.txt: reading it took more than 100 MiB"),
    ] {
        let good = fs::read(sample_data().join("documents/0103-06.txt")).unwrap();
        place.write(&format!("{name}/good.txt"), good);
        let ran = place.run(["read", name, "--out", &format!("{name}-out"), "--lang", "en"].iter().chain(&limits));
        assert_eq!(ran.code, 0, "{}{}", ran.out, ran.err);
        let lines: Vec<&str> = ran.err.lines().collect();
        assert_eq!(lines.len(), 1, "{}", ran.err);
        assert!(lines[0].contains(said), "{}", lines[0]);
        assert!(place.path(format!("{name}-out/good.json")).is_file());
    }
}

#[test]
fn leaving_the_desk_does_not_wait_for_the_documents_that_are_being_read() {
    let place = Place::new();
    for index in 0..8 {
        place.write(&format!("in/{index}.txt"), long());
    }
    let start = Start::new(env!("CARGO_BIN_EXE_gouji")).args(["in", "--journal", "j.jsonl", "--lang", "en"]);
    let start =
        place.environment().into_iter().fold(start.cwd(place.path("")), |start, (name, value)| start.env(name, value));
    let mut pty = start.spawn();
    pty.wait_for("a first screen", |screen| !screen.trim().is_empty());
    let begun = Instant::now();
    pty.send("q");
    assert_eq!(pty.wait_exit(PATIENCE).exit_code(), 0);
    assert!(begun.elapsed() < Duration::from_secs(5), "{:?}", begun.elapsed());
}
