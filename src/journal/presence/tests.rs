//! Desks that see each other, and what others put beside a journal.

use std::fs;
use std::os::unix::fs::symlink;

use super::*;

fn report(agency: &str) -> ReportRef {
    ReportRef {
        agency: agency.into(),
        year: 2025,
        id: format!("2025/{agency}").as_str().into(),
        ..ReportRef::default()
    }
}

fn foreign(directory: &Path, name: &str, text: &str) {
    fs::create_dir_all(directory).unwrap();
    fs::write(directory.join(name), text).unwrap();
}

const WANG: &str = "王_芳-elsewhere-1.json";

fn wang(agency: &str) -> String {
    format!(
        "{{\"reviewer\":\"王\\u001b芳\",\"host\":\"elsewhere\",\"process\":1,\"agency\":\"{agency}\",\"year\":2025,\
         \"report\":\"2025/{agency}\",\"since\":\"2026-01-20T09:31:07+08:00\",\"later\":{{}}}}"
    )
}

#[test]
fn a_desk_writes_itself_down_and_does_not_see_itself() {
    let dir = tempfile::tempdir().unwrap();
    let journal = dir.path().join("j.jsonl");
    let mut here = Here::beside(&journal, &"li/../x".into());
    assert_eq!(here.poll(), None, "nobody else, which is nothing new");
    here.look_at(Some(report("卢氏县")));
    here.poll();
    let files: Vec<PathBuf> =
        fs::read_dir(dir.path().join("j.jsonl.here")).unwrap().map(|file| file.unwrap().path()).collect();
    assert_eq!(files.len(), 1, "{files:?}");
    assert!(files[0].file_name().unwrap().to_string_lossy().starts_with("li____x-"), "{files:?}");
    let wire: Wire = serde_json::from_slice(&fs::read(&files[0]).unwrap()).unwrap();
    assert_eq!((wire.reviewer.as_str(), wire.report.as_str()), ("li/../x", "2025/卢氏县"));
    here.leave();
    assert!(!dir.path().join("j.jsonl.here").exists());
}

#[test]
fn others_are_seen_once_made_safe_and_only_while_they_are_there() {
    let dir = tempfile::tempdir().unwrap();
    let (journal, place) = (dir.path().join("j.jsonl"), dir.path().join("j.jsonl.here"));
    foreign(&place, WANG, &wang("卢氏县"));
    for (name, text) in [
        ("broken-a-1.json", "{"),
        ("_--0.json", "{\"reviewer\":\" \",\"since\":\"2026-01-20T09:31:07+08:00\"}"),
        ("x--0.json", "{\"reviewer\":\"x\"}"),
        ("long-a-1.json", &format!("{{\"reviewer\":\"{}\"}}", "x".repeat(5000))),
        ("王_芳-elsewhere-2.json", &wang("别处")),
        ("other.txt", &wang("别处")),
    ] {
        foreign(&place, name, text);
    }
    fs::create_dir(place.join("directory-a-1.json")).unwrap();
    let mut here = Here::beside(&journal, &"li".into());
    let others = here.poll().unwrap();
    assert_eq!(others.len(), 1, "{others:?}");
    assert_eq!(others[0].by.as_str(), "王\\x1B芳");
    assert_eq!(others[0].report, Some(report("卢氏县")));
    here.read = None;
    assert_eq!(here.poll(), None, "nothing new");
    let path = place.join(WANG);
    let old = |age| fs::File::options().write(true).open(&path).unwrap().set_modified(SystemTime::now() - age).unwrap();
    old(STALE * 2);
    here.read = None;
    assert_eq!(here.poll(), Some(Vec::new()), "killed a while ago");
    old(LITTER * 2);
    here.read = None;
    here.poll();
    assert!(!path.exists(), "cleared away");
}

#[test]
fn a_desk_killed_on_this_machine_is_not_there() {
    let dir = tempfile::tempdir().unwrap();
    let here = Here::beside(&dir.path().join("j"), &"li".into());
    let wire = |process| Wire { host: host(), space: space(), process, ..Wire::default() };
    assert!(here.lives(&wire(std::process::id())));
    // Of another user, whom we may send nothing, and whom a hidden `/proc` would not show.
    assert!(here.lives(&wire(1)));
    assert!(!here.lives(&wire(i32::MAX as u32)));
    assert!(here.lives(&Wire { space: "another".into(), ..wire(i32::MAX as u32) }));
    assert!(here.lives(&Wire { host: "elsewhere".into(), ..wire(u32::MAX) }));
}

#[test]
fn through_a_link_nothing_is_read_written_or_removed() {
    let dir = tempfile::tempdir().unwrap();
    let (journal, theirs) = (dir.path().join("j"), dir.path().join("theirs"));
    let old = || {
        for name in [WANG, "letter.txt", ".hidden"] {
            foreign(&theirs, name, &wang("卢氏县"));
            let file = fs::File::options().write(true).open(theirs.join(name)).unwrap();
            file.set_modified(SystemTime::now() - LITTER * 2).unwrap();
        }
    };
    old();
    symlink(&theirs, dir.path().join("j.here")).unwrap();
    let mut here = Here::beside(&journal, &"li".into());
    assert_eq!(here.poll(), None);
    here.leave();
    // Swapped for one while the desk is there.
    fs::remove_file(dir.path().join("j.here")).unwrap();
    let mut here = Here::beside(&journal, &"li".into());
    here.poll();
    fs::rename(dir.path().join("j.here"), dir.path().join("moved")).unwrap();
    symlink(&theirs, dir.path().join("j.here")).unwrap();
    here.read = None;
    here.poll();
    here.look_at(Some(report("卢氏县")));
    here.read = None;
    here.poll();
    here.leave();
    assert_eq!(fs::read_dir(&theirs).unwrap().count(), 3);
}

#[test]
fn what_a_desk_did_not_write_stays_however_old_it_is() {
    let dir = tempfile::tempdir().unwrap();
    let (journal, place) = (dir.path().join("j"), dir.path().join("j.here"));
    let names = ["notes.txt", "a-b-1.json", "王_芳-elsewhere-7.json", "x.json"];
    for name in names {
        foreign(&place, name, &wang("卢氏县"));
        let file = fs::File::options().write(true).open(place.join(name)).unwrap();
        file.set_modified(SystemTime::now() - LITTER * 2).unwrap();
    }
    let mut here = Here::beside(&journal, &"li".into());
    here.poll();
    here.leave();
    assert_eq!(fs::read_dir(&place).unwrap().count(), names.len());
}

#[test]
fn where_nothing_can_be_written_nobody_is_here_and_nothing_is_said() {
    let mut here = Here::beside(Path::new("/proc/nowhere/j.jsonl"), &"li".into());
    here.look_at(Some(report("卢氏县")));
    assert_eq!(here.poll(), None);
    here.leave();
}
