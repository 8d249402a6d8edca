//! Reports on a disk that does not answer, in real terminals: the others are read, notes are saved, the desk ends at once,
//! and after a while the stuck ones are told as what they are.
//!
//! Another program holds the files on lease (`fcntl(F_SETLEASE)`), which is how a file server lends one out: until it
//! gives them back, or 45 seconds have passed, no opening of them comes to an end. Leases take the system's call by its
//! number, so perl does it; where there is none, or the file system lends nothing out, that is said and nothing tried.

use std::fs;
use std::io::Read as _;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use crate::support::command::{Place, broken};
use crate::support::desk::*;

/// A read that is stuck may hold up quitting and keys so long at most, on a busy machine.
const SOON: Duration = Duration::from_secs(3);
const STUCK: usize = 3;

/// A program that holds files on lease.
struct Lease(Child);

impl Drop for Lease {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// Two reports of the usual kind and some more, of which these are on a disk that does not answer.
fn stuck(place: &Place) -> Option<Lease> {
    const HOLD: &str = r#"
        $SIG{IO} = "IGNORE";
        my @held;
        for (@ARGV) { open(my $file, "+<", $_) or exit 1; fcntl($file, 1024, 1) or exit 1; push @held, $file; }
        $| = 1;
        print "held";
        sleep 120;
    "#;
    reports(place);
    let names: Vec<_> = (0..STUCK)
        .map(|number| {
            place.write(&format!("in/zstuck{number}.json"), broken(&format!("松溪县第{number}局"), 2024).to_string())
        })
        .collect();
    let holder = Command::new("perl").arg("-e").arg(HOLD).args(&names).stdout(Stdio::piped()).spawn();
    let Ok(mut child) = holder else {
        eprintln!("no perl: nothing tried");
        return None;
    };
    let mut told = [0; 4];
    let is_held = child.stdout.as_mut().unwrap().read_exact(&mut told).is_ok();
    let lease = Lease(child);
    if !is_held {
        eprintln!("nothing is lent out here: nothing tried");
    }
    is_held.then_some(lease)
}

#[test]
fn a_desk_on_a_disk_that_does_not_answer_reads_the_rest_saves_notes_and_ends_at_once() {
    let place = Place::new();
    let Some(lease) = stuck(&place) else { return };
    let begun = Instant::now();
    let mut pty = start(&place, &["in", "--journal", "j.jsonl", "--reviewer", "li"]).spawn();
    pty.wait_text("松溪县教育局").wait_text("松溪县公安局");
    write_note(&mut pty, "磁盘没有响应时写下的");
    assert!(begun.elapsed() < SOON * 2, "the others and the note waited: {:?}", begun.elapsed());
    assert!(pty.screen().contains("正在读取"), "{}", pty.screen());
    assert!(fs::read_to_string(place.path("j.jsonl")).unwrap().contains("磁盘没有响应时写下的"));
    let left = Instant::now();
    quit(pty);
    assert!(left.elapsed() < SOON, "it waited for the disk: {:?}", left.elapsed());
    drop(lease);
}

#[test]
fn reports_that_did_not_come_are_told_and_come_when_the_disk_answers_again() {
    let place = Place::new();
    let Some(lease) = stuck(&place) else { return };
    let mut pty = start(&place, &["in", "--journal", "j.jsonl", "--reviewer", "li"]).spawn();
    loaded(&pty);
    assert!(!pty.screen().contains("松溪县第0局"), "{}", pty.screen());
    assert_eq!(pty.screen().matches("zstuck").count(), STUCK, "they are in the list: {}", pty.screen());
    write_note(&mut pty, "还有几份没有读到");
    drop(lease);
    quit(pty);
    let pty = desk(&place, "li");
    assert!(pty.screen().contains("松溪县第0局"), "{}", pty.screen());
    quit(pty);
}

#[test]
fn a_check_on_a_disk_that_does_not_answer_goes_on_without_and_says_so() {
    let place = Place::new();
    let Some(_lease) = stuck(&place) else { return };
    let begun = Instant::now();
    let ran = place.run(["check", "in", "--format", "jsonl", "--lang", "en"]);
    assert_eq!(ran.code, 1, "{}", ran.err);
    assert!(begun.elapsed() < Duration::from_secs(30), "{:?}", begun.elapsed());
    assert_eq!(ran.err.matches("the disk does not answer").count(), STUCK, "{}", ran.err);
    assert!(ran.json_lines().iter().any(|line| line["report"] == "a" && line["rule"].is_string()), "{}", ran.out);
}
