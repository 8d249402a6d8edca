//! Opening, following and appending.

use std::fs::{self, OpenOptions};
use std::io::Write as _;
use std::time::Duration;

use super::*;

fn add(path: &Path, bytes: &[u8]) {
    OpenOptions::new().append(true).open(path).unwrap().write_all(bytes).unwrap();
}

#[test]
fn a_journal_that_does_not_exist_is_empty_and_is_made_by_the_first_append() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("新/目录/journal.jsonl");
    let (mut journal, acts) = Journal::open(&path).unwrap();
    assert!(acts.is_empty() && !path.exists(), "looking leaves no trace");
    assert_eq!(journal.poll().unwrap(), Update::default());
    let act = note("li", "请核对上年结转");
    assert_eq!(journal.append(std::slice::from_ref(&act)).unwrap().acts, std::slice::from_ref(&act));
    assert_eq!(read(&path), [act]);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o007, 0, "not for everybody's eyes");
    }
}

#[test]
fn a_batch_is_written_in_order_and_repeating_it_writes_nothing() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("j");
    let (mut journal, _) = Journal::open(&path).unwrap();
    let batch = [note("li", "一"), verdict("li", "f1", Decision::Return), status("li", Status::Returned)];
    journal.append(&batch).unwrap();
    let bytes = fs::read(&path).unwrap();
    assert_eq!(journal.append(&batch).unwrap(), Update::default());
    assert_eq!(journal.append(&[]).unwrap(), Update::default());
    assert_eq!(fs::read(&path).unwrap(), bytes);
    assert_eq!(read(&path), batch);
    assert!(verify(&path).unwrap().is_sound());
}

#[test]
fn what_others_append_arrives_once_and_in_order() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("j");
    let (mut li, _) = Journal::open(&path).unwrap();
    let (mut wang, _) = Journal::open(&path).unwrap();
    li.append(&[note("li", "1")]).unwrap();
    wang.append(&[note("wang", "2")]).unwrap();
    assert_eq!(texts(&li.poll().unwrap().acts), ["2"]);
    assert_eq!(li.poll().unwrap(), Update::default());
    li.append(&[note("li", "3")]).unwrap();
    assert_eq!(texts(&wang.append(&[note("wang", "4")]).unwrap().acts), ["3", "4"], "others' acts first");
    assert_eq!(texts(&li.poll().unwrap().acts), ["4"]);
    assert_eq!(texts(&read(&path)), ["1", "2", "3", "4"]);
}

#[test]
fn a_line_is_read_when_it_is_whole() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("j");
    let (mut journal, _) = Journal::open(&path).unwrap();
    journal.append(&[note("li", "1"), note("li", "2")]).unwrap();
    let bytes = fs::read(&path).unwrap();
    let end = bytes.len() - 30;
    fs::write(&path, &bytes[..end]).unwrap();
    let (mut reader, acts) = Journal::open(&path).unwrap();
    assert_eq!(texts(&acts), ["1"]);
    assert!(reader.unfinished() > 0);
    assert_eq!(reader.poll().unwrap(), Update::default());
    add(&path, &bytes[end..]);
    assert_eq!(texts(&reader.poll().unwrap().acts), ["2"]);
    assert_eq!((reader.unfinished(), reader.problems().total()), (0, 0));
}

#[test]
fn a_torn_line_stays_as_a_line_of_its_own() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("j");
    Journal::open(&path).unwrap().0.append(&[note("li", "1"), note("li", "2")]).unwrap();
    let bytes = fs::read(&path).unwrap();
    let torn = &bytes[..bytes.len() - 30];
    fs::write(&path, torn).unwrap();
    let (mut journal, _) = Journal::open(&path).unwrap();
    assert_eq!(texts(&journal.append(&[note("li", "3")]).unwrap().acts), ["3"]);
    assert!(fs::read(&path).unwrap().starts_with(torn), "nothing is cut or rewritten");
    let problems: Vec<_> = journal.problems().kept().iter().map(|p| (p.line, p.kind.clone())).collect();
    assert_eq!(problems, [(2, ProblemKind::Torn)]);
    let checked = verify(&path).unwrap();
    assert!(checked.is_sound() && checked.acts == 2 && checked.lines == 3, "{checked:?}");
}

/// Where bytes were to come when the power went, a disk may leave zeros: nothing that was said to be saved is missing.
#[test]
fn zeros_that_a_power_cut_left_are_told_and_harm_nothing() {
    let kinds = |path: &Path| {
        let checked = verify(path).unwrap();
        assert!(checked.is_sound(), "{checked:?}");
        checked.problems.kept().iter().map(|p| (p.line, p.kind.clone())).collect::<Vec<_>>()
    };
    for count in [1, 4096, 3 << 20] {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("j");
        let zeros = vec![0; count];
        Journal::open(&path).unwrap().0.append(&[note("li", "1"), note("li", "2")]).unwrap();
        let bytes = fs::read(&path).unwrap();
        // Behind the last line.
        add(&path, &zeros);
        assert_eq!(kinds(&path), [(3, ProblemKind::Unfinished)]);
        let (mut journal, acts) = Journal::open(&path).unwrap();
        assert_eq!(texts(&acts), ["1", "2"]);
        assert_eq!(texts(&journal.append(&[note("li", "3")]).unwrap().acts), ["3"]);
        assert_eq!(kinds(&path), [(3, ProblemKind::Zeros)]);
        // In the place of the end of a line, of its line break only, and before a line that another program wrote.
        for (cut, acts) in [(30, &["1", "3"][..]), (1, &["1", "2", "3"])] {
            fs::write(&path, &bytes[..bytes.len() - cut]).unwrap();
            add(&path, &zeros);
            let (mut journal, _) = Journal::open(&path).unwrap();
            journal.append(&[note("li", "3")]).unwrap();
            assert_eq!(texts(&read(&path)), acts);
            assert!(kinds(&path).contains(&(2, ProblemKind::Zeros)));
        }
        let first = bytes.iter().position(|byte| *byte == b'\n').unwrap() + 1;
        fs::write(&path, [&bytes[..first], &zeros, &bytes[first..]].concat()).unwrap();
        assert_eq!(texts(&read(&path)), ["1", "2"]);
        assert_eq!(kinds(&path), [(2, ProblemKind::Zeros)]);
        // In the midst of a line it is another matter: that one was whole, and is lost.
        let mut hole = bytes.clone();
        hole[first + 20..first + 40].fill(0);
        fs::write(&path, &hole).unwrap();
        assert!(!verify(&path).unwrap().is_sound());
    }
}

/// The line is whole and only its line break is missing: nothing is lost, and the next line follows it.
#[test]
fn a_line_that_lacks_only_its_line_break_counts() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("j");
    let act = note("li", "1");
    Journal::open(&path).unwrap().0.append(std::slice::from_ref(&act)).unwrap();
    let bytes = fs::read(&path).unwrap();
    fs::write(&path, bytes.trim_ascii_end()).unwrap();
    let (mut journal, acts) = Journal::open(&path).unwrap();
    assert!(acts.is_empty());
    assert_eq!(texts(&journal.append(&[note("li", "2")]).unwrap().acts), ["1", "2"]);
    assert_eq!(verify(&path).unwrap().problems.total(), 0);
}

#[test]
fn a_replaced_or_cut_file_is_read_anew() {
    let dir = tempfile::tempdir().unwrap();
    let (path, other) = (dir.path().join("j"), dir.path().join("other"));
    let (mut journal, _) = Journal::open(&path).unwrap();
    journal.append(&[note("li", "1"), note("li", "2")]).unwrap();
    let mut review = Review::new(read(&path));

    Journal::open(&other).unwrap().0.append(&[note("wang", "a"), note("wang", "b"), note("wang", "c")]).unwrap();
    fs::rename(&other, &path).unwrap();
    let update = journal.poll().unwrap();
    assert!(update.reloaded);
    assert_eq!(texts(&update.acts), ["a", "b", "c"]);
    review.update(update);
    assert_eq!(review.acts().count(), 3);

    let bytes = fs::read(&path).unwrap();
    let first = bytes.iter().position(|&b| b == b'\n').unwrap() + 1;
    fs::write(&path, &bytes[..first]).unwrap();
    let update = journal.append(&[note("li", "d")]).unwrap();
    assert!(update.reloaded);
    assert_eq!(texts(&update.acts), ["a", "d"]);

    // The same file under the same name with other content of the same length.
    let changed = String::from_utf8(fs::read(&path).unwrap()).unwrap().replace("wang", "zhao");
    fs::write(&path, changed.clone() + &changed).unwrap();
    assert!(!journal.poll().unwrap().acts.is_empty() || journal.problems().total() > 0);
}

/// An append must never go to a file that has no name any more.
#[test]
fn a_removed_file_is_reported_and_made_again() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("j");
    let (mut journal, _) = Journal::open(&path).unwrap();
    journal.append(&[note("li", "1")]).unwrap();
    fs::remove_file(&path).unwrap();
    for _ in 0..2 {
        assert_eq!(journal.poll().unwrap_err().kind, JournalErrorKind::Missing);
    }
    let update = journal.append(&[note("li", "2")]).unwrap();
    assert!(update.reloaded);
    assert_eq!(texts(&update.acts), ["2"]);
    assert_eq!(texts(&read(&path)), ["2"]);
    assert!(verify(&path).unwrap().is_sound());
}

#[test]
fn what_is_no_file_is_refused() {
    let dir = tempfile::tempdir().unwrap();
    assert_eq!(Journal::open(dir.path()).unwrap_err().kind, JournalErrorKind::NotAFile);
    #[cfg(unix)]
    {
        assert_eq!(Journal::open(Path::new("/dev/zero")).unwrap_err().kind, JournalErrorKind::NotAFile);
        let inside = dir.path().join("file/j");
        fs::write(dir.path().join("file"), "").unwrap();
        let error = Journal::open(&inside).map(|(mut journal, _)| journal.append(&[note("li", "1")]));
        assert!(matches!(error, Err(_) | Ok(Err(_))));
    }
}

#[test]
fn a_held_lock_is_waited_for_and_then_reported() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("j");
    let (mut journal, _) = Journal::open(&path).unwrap();
    journal.append(&[note("li", "1")]).unwrap();
    let holder = OpenOptions::new().append(true).open(&path).unwrap();
    holder.lock().unwrap();
    journal.set_patience(Duration::from_millis(30));
    let act = note("li", "2");
    let error = journal.append(std::slice::from_ref(&act)).unwrap_err();
    assert_eq!(error.kind, JournalErrorKind::Locked);
    assert_eq!(texts(&read(&path)), ["1"], "reading does not wait");
    holder.unlock().unwrap();
    assert_eq!(texts(&journal.append(&[act]).unwrap().acts), ["2"]);
}

/// A lock that is given back in time is no error.
#[test]
fn a_short_lock_only_delays() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("j");
    let (mut journal, _) = Journal::open(&path).unwrap();
    journal.append(&[note("li", "1")]).unwrap();
    let holder = OpenOptions::new().append(true).open(&path).unwrap();
    holder.lock().unwrap();
    let release = std::thread::spawn(move || {
        std::thread::sleep(Duration::from_millis(50));
        drop(holder);
    });
    journal.append(&[note("li", "2")]).unwrap();
    release.join().unwrap();
}

#[cfg(unix)]
#[test]
fn a_read_only_journal_can_be_read_and_says_why_it_cannot_be_written() {
    use std::os::unix::fs::PermissionsExt as _;
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("j");
    Journal::open(&path).unwrap().0.append(&[note("li", "1")]).unwrap();
    fs::set_permissions(&path, fs::Permissions::from_mode(0o400)).unwrap();
    let (mut journal, acts) = Journal::open(&path).unwrap();
    assert_eq!(texts(&acts), ["1"]);
    if !journal.is_read_only() {
        return; // Permissions do not bind this user.
    }
    let error = journal.append(&[note("li", "2")]).unwrap_err();
    assert_eq!(error.kind, JournalErrorKind::ReadOnly);
    assert!(journal.is_read_only() && journal.poll().is_ok());
}

#[test]
fn errors_are_told_apart_and_described_in_both_languages() {
    use std::io::{Error, ErrorKind};
    for (kind, expected) in [
        (ErrorKind::StorageFull, JournalErrorKind::Full),
        (ErrorKind::QuotaExceeded, JournalErrorKind::Full),
        (ErrorKind::ReadOnlyFilesystem, JournalErrorKind::ReadOnly),
        (ErrorKind::PermissionDenied, JournalErrorKind::ReadOnly),
    ] {
        let error = JournalError::write(Path::new("a\u{1b}[31m"), &Error::from(kind));
        assert_eq!(error.kind, expected);
        for words in [crate::words::ZH, crate::words::EN] {
            let text = error.describe(words);
            assert!(text.contains("a\\x1B[31m") && !text.contains('{'), "{text}");
        }
    }
}

#[test]
fn an_act_that_is_too_long_is_refused_before_anything_is_written() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("j");
    let (mut journal, _) = Journal::open(&path).unwrap();
    journal.append(&[note("li", "1")]).unwrap();
    let long = note("li", &"长".repeat(MAX_LINE / 3));
    assert_eq!(journal.append(&[note("li", "2"), long]).unwrap_err().kind, JournalErrorKind::ActTooLong);
    assert_eq!(texts(&read(&path)), ["1"]);
    journal.append(&[note("li", "3")]).unwrap();
    assert_eq!(texts(&read(&path)), ["1", "3"]);
}

/// What an append read of others' acts before it failed is handed over by the next call.
#[test]
fn a_failed_append_swallows_nothing_that_others_wrote() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("j");
    let (mut li, _) = Journal::open(&path).unwrap();
    Journal::open(&path).unwrap().0.append(&[note("wang", "1")]).unwrap();
    li.append(&[note("li", &"长".repeat(MAX_LINE))]).unwrap_err();
    assert_eq!(texts(&li.poll().unwrap().acts), ["1"]);
}

/// An editor on Windows may add a mark and carriage returns: annoying, harmless.
#[test]
fn a_mark_and_carriage_returns_do_not_matter() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("j");
    let (mut journal, _) = Journal::open(&path).unwrap();
    journal.append(&[note("li", "1"), note("li", "2")]).unwrap();
    let text = fs::read_to_string(&path).unwrap().replace('\n', "\r\n");
    fs::write(&path, format!("\u{FEFF}{text}")).unwrap();
    let update = journal.append(&[note("li", "3")]).unwrap();
    assert!(update.reloaded);
    assert_eq!(texts(&update.acts), ["1", "2", "3"]);
    assert_eq!(verify(&path).unwrap().problems.total(), 0);
}

#[test]
fn an_altered_removed_or_added_line_is_named_by_its_number() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("j");
    let acts: Vec<Act> = ["甲", "乙", "丙", "丁"].map(|text| note("li", text)).into();
    Journal::open(&path).unwrap().0.append(&acts).unwrap();
    let text = fs::read_to_string(&path).unwrap();
    let lines: Vec<&str> = text.lines().collect();
    let broken = |lines: &[&str]| {
        fs::write(&path, lines.join("\n") + "\n").unwrap();
        let checked = verify(&path).unwrap();
        assert_eq!(checked.is_sound(), checked.problems.total() == 0);
        checked.problems.kept().iter().map(|p| (p.line, p.kind.clone())).collect::<Vec<_>>()
    };
    let altered = lines[1].replace('乙', "改");
    assert_eq!(broken(&lines), []);
    assert_eq!(broken(&[lines[0], &altered, lines[2], lines[3]]), [(2, ProblemKind::BrokenChain)]);
    assert_eq!(broken(&[lines[0], lines[2], lines[3]]), [(2, ProblemKind::BrokenChain)]);
    assert_eq!(broken(&lines[1..]), [(1, ProblemKind::BrokenChain)]);
    let foreign = lines[2].split(",\"chain\"").next().unwrap().replace('丙', "添") + "}";
    let added = [lines[0], lines[1], &foreign, lines[3]];
    assert_eq!(broken(&added), [(3, ProblemKind::NoChain), (4, ProblemKind::BrokenChain)]);
    assert_eq!(texts(&read(&path)), ["甲", "乙", "添", "丁"], "no note is lost for a checksum");
}

/// On a disk that is really full: `GOUJI_TEST_SMALL_DISK=<an empty file system of about 100 KiB>`, as CI makes one.
#[test]
fn a_full_disk_loses_nothing_and_is_got_over() {
    let Some(disk) = std::env::var_os("GOUJI_TEST_SMALL_DISK") else {
        #[expect(clippy::print_stderr, reason = "a test that could not run says so")]
        {
            eprintln!("skipped: GOUJI_TEST_SMALL_DISK names no small file system");
        }
        return;
    };
    let (path, ballast) = (Path::new(&disk).join("j"), Path::new(&disk).join("ballast"));
    fs::write(&ballast, vec![0; 40 << 10]).unwrap();
    let (mut journal, _) = Journal::open(&path).unwrap();
    let mut saved = Vec::new();
    let failed = loop {
        let act = note("li", &"满".repeat(500));
        match journal.append(std::slice::from_ref(&act)) {
            Ok(_) => saved.push(act),
            Err(error) => {
                assert_eq!(error.kind, JournalErrorKind::Full);
                break act;
            }
        }
    };
    assert_eq!(read(&path), saved);
    assert!(journal.append(std::slice::from_ref(&failed)).is_err());
    fs::remove_file(&ballast).unwrap();
    assert_eq!(journal.append(std::slice::from_ref(&failed)).unwrap().acts, std::slice::from_ref(&failed));
    saved.push(failed);
    assert_eq!(read(&path), saved);
    assert!(verify(&path).unwrap().is_sound());
}
