//! Whatever the bytes of the file are: nothing panics, what can be read is read, the next append works.

use std::fs;
use std::io::{self, Seek as _, Write as _};

use proptest::prelude::*;

use super::*;

/// Appends to a file of these bytes; the new act must be read, and its line must be sound.
fn append_to(bytes: &[u8]) {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("j");
    fs::write(&path, bytes).unwrap();
    let (mut journal, before) = Journal::open(&path).unwrap();
    let act = note("li", "新");
    let added = journal.append(std::slice::from_ref(&act)).unwrap();
    assert!(!added.reloaded);
    assert_eq!(added.acts.last(), Some(&act));
    assert!(fs::read(&path).unwrap().starts_with(bytes));
    let all: Vec<Act> = before.into_iter().chain(added.acts).collect();
    assert_eq!(read(&path), all, "reading anew says the same as following");
    let checked = verify(&path).unwrap();
    assert!(checked.problems.kept().iter().all(|problem| problem.line != checked.lines), "{checked:?}");
    for problem in checked.problems.kept() {
        assert!(!problem.describe(crate::words::ZH).chars().any(char::is_control));
    }
    let review = Review::new(all);
    let mut out = Vec::new();
    for row in rows(&review, true) {
        show_row(&mut out, &review, row, &describe_target(&row.act.target, crate::words::EN), crate::words::EN)
            .unwrap();
    }
    assert!(!String::from_utf8(out).unwrap().chars().any(|c| c.is_control() && c != '\n' && c != '\t'));
}

#[test]
fn known_monsters_do_no_harm() {
    let act = serde_json::json!({"id": "019bd000-0000-7000-8000-000000000000", "at": "2026-01-20T09:31:07+08:00",
        "by": "\u{1b}[2J", "act": "note", "text": "\u{202e}\u{7}", "report": {"agency": "\u{9b}", "year": 2025}});
    let deep = "[".repeat(100_000);
    let closed_deep = format!("{{\"seen\":{}{}}}", deep, "]".repeat(100_000));
    let monsters: Vec<Vec<u8>> = vec![
        vec![0; 4096],
        vec![b'\n'; 4096],
        vec![0xFF; 4096],
        "\u{FEFF}".into(),
        "\u{FEFF}\r\n\u{FEFF}{}\r\n".into(),
        act.to_string().into(),
        deep.clone().into(),
        (deep + "\n").into(),
        (closed_deep + "\n").into(),
        b"null\n5\n\"a\"\n[]\n{}\n{\"v\":{}}\n{\"id\":5}\n{\"v\":2,\"id\":5}".to_vec(),
        b"{\"chain\":\"0123456789abcdef\"}\n,\"chain\":\"0123456789abcdef\"}\n\"}\n".to_vec(),
        b"x,\"chain\":\"0123456789abcdef\"}".to_vec(),
        vec![b'a'; MAX_LINE + 1],
        [vec![b'a'; 5 * MAX_LINE], b",\"chain\":\"0123456789abcdef\"}".to_vec()].concat(),
        [vec![b'a'; 5 * MAX_LINE], b"\n\n".to_vec()].concat(),
    ];
    for bytes in monsters {
        append_to(&bytes);
    }
}

#[test]
fn a_hundred_megabytes_in_one_line_are_passed_over() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("j");
    // Sparse: no disk is filled for this. Zeros alone would be no line.
    let mut file = fs::File::create(&path).unwrap();
    file.write_all(b"a").unwrap();
    file.seek(io::SeekFrom::Start(100 << 20)).unwrap();
    file.write_all(b"b").unwrap();
    drop(file);
    let (mut journal, _) = Journal::open(&path).unwrap();
    journal.append(&[note("li", "新")]).unwrap();
    assert_eq!(texts(&read(&path)), ["新"]);
    assert_eq!(journal.problems().kept()[0].kind, ProblemKind::TooLong);
}

#[test]
fn lines_of_a_newer_version_are_kept_and_counted() {
    let id = |n: u8| format!("\"id\":\"019bd000-0000-7000-8000-0000000000{n:02}\"");
    let head = "\"at\":\"2026-01-20T09:31:07+08:00\",\"by\":\"li\",\"report\":{\"agency\":\"a\",\"year\":2025}";
    let lines = [
        format!("{{{},{head},\"act\":\"sign\"}}", id(1)),
        format!("{{{},{head},\"act\":\"note\",\"text\":\"x\",\"target\":{{\"table\":\"requests\"}}}}", id(2)),
        format!("{{{},{head},\"act\":\"status\",\"status\":\"archived\"}}", id(3)),
        format!(
            "{{{},{head},\"act\":\"verdict\",\"verdict\":{{\"decision\":\"x\"}},\"target\":{{\"finding\":\"f\"}}}}",
            id(4)
        ),
        format!("{{\"v\":2,{},\"at\":7,\"act\":[]}}", id(5)),
        format!("{{\"v\":1,{},{head},\"act\":\"note\",\"text\":\"旧\",\"colour\":\"red\"}}", id(6)),
    ];
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("j");
    let mut bytes = Vec::new();
    let mut link = chain::Link::SEED;
    for line in &lines {
        link = chain::close(&mut bytes, line.strip_suffix('}').unwrap().as_bytes(), link);
    }
    fs::write(&path, &bytes).unwrap();
    let checked = verify(&path).unwrap();
    assert!(checked.is_sound());
    assert_eq!((checked.problems.newer(), checked.problems.total()), (5, 5), "{checked:?}");
    assert_eq!(texts(&read(&path)), ["旧"]);
    append_to(&bytes);
}

#[test]
fn wrong_types_are_named_by_key() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("j");
    let mut act = serde_json::json!({"id": "019bd000-0000-7000-8000-000000000000", "at": "2026-01-20T09:31:07+08:00",
        "by": "li", "act": "note", "text": "x", "report": {"agency": "a", "year": "2025"}});
    let first = act.to_string();
    act["report"]["year"] = 2025.into();
    act["at"] = "gestern".into();
    let second = act.to_string();
    act["at"] = "2026-01-20T09:31:07+08:00".into();
    act.as_object_mut().unwrap().remove("text");
    fs::write(&path, format!("{first}\n{second}\n{act}\n")).unwrap();
    let problems: Vec<String> =
        verify(&path).unwrap().problems.kept().iter().map(|p| p.describe(crate::words::EN)).collect();
    assert!(problems[0].starts_with("line 1: wrong value of key `report.year`"), "{problems:?}");
    // What is expected is said as well.
    let at =
        "line 2: wrong value of key `at`; not read: expected a time with offset (2026-01-20T09:31:07+08:00), found";
    assert!(problems[1].starts_with(at) && problems[1].contains("gestern"), "{problems:?}");
    assert_eq!(problems[2], "line 3: key `text` is missing; not read");
}

fn journal_bytes(count: usize) -> (Vec<Act>, Vec<u8>) {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("j");
    let acts: Vec<Act> = (0..count).map(|number| note("li", &format!("第{number}条\n二"))).collect();
    Journal::open(&path).unwrap().0.append(&acts).unwrap();
    (acts, fs::read(&path).unwrap())
}

/// Every cut, not a sample.
#[test]
fn cutting_the_file_anywhere_loses_at_most_the_last_line() {
    let (acts, bytes) = journal_bytes(3);
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("j");
    for cut in 0..=bytes.len() {
        fs::write(&path, &bytes[..cut]).unwrap();
        let whole = bytes[..cut].iter().filter(|&&byte| byte == b'\n').count();
        let (mut journal, before) = Journal::open(&path).unwrap();
        assert_eq!(before, acts[..whole]);
        let added = journal.append(&[note("li", "新")]).unwrap();
        // The line whose line break alone was cut off comes back.
        assert!(matches!(added.acts.len(), 1 | 2) && added.acts.last().unwrap().text.as_str() == "新", "{cut}");
        let checked = verify(&path).unwrap();
        assert!(checked.is_sound(), "cut at {cut}: {checked:?}");
    }
}

fn shreds() -> impl Strategy<Value = Vec<u8>> {
    let (_, bytes) = journal_bytes(3);
    let lines: Vec<Vec<u8>> = bytes.split_inclusive(|&byte| byte == b'\n').map(<[u8]>::to_vec).collect();
    let piece = prop_oneof![
        any::<Vec<u8>>(),
        prop::sample::select(lines.clone()),
        (prop::sample::select(lines), any::<prop::sample::Index>())
            .prop_map(|(line, at)| line[at.index(line.len())..].to_vec()),
        Just(b",\"chain\":\"0123456789abcdef\"}".to_vec()),
        Just(b"\n".to_vec()),
    ];
    prop::collection::vec(piece, 0..6).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn any_bytes_can_be_appended_to(bytes in any::<Vec<u8>>()) {
        append_to(&bytes);
    }

    #[test]
    fn shreds_of_a_journal_can_be_appended_to(bytes in shreds()) {
        append_to(&bytes);
    }

    /// Two handles, each appending, polling or failing half way through a line, in any order.
    #[test]
    fn two_handles_in_any_order_lose_nothing(steps in prop::collection::vec((0..2usize, 0..3u8), 0..30)) {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("j");
        let mut handles = [Journal::open(&path).unwrap().0, Journal::open(&path).unwrap().0];
        let mut followed = [Vec::new(), Vec::new()];
        let mut written = Vec::new();
        for (who, what) in steps {
            match what {
                0 => followed[who].extend(handles[who].poll().unwrap().acts),
                1 => {
                    let act = note("li", &written.len().to_string());
                    followed[who].extend(handles[who].append(std::slice::from_ref(&act)).unwrap().acts);
                    written.push(act);
                }
                _ => {
                    let mut file = fs::OpenOptions::new().append(true).create(true).open(&path).unwrap();
                    file.write_all(b"{\"id\":\"019b").unwrap();
                }
            }
        }
        for (handle, followed) in handles.iter_mut().zip(&mut followed) {
            followed.extend(handle.poll().unwrap().acts);
            prop_assert_eq!(&*followed, &written);
        }
        prop_assert_eq!(read(&path), written);
        if path.exists() {
            let problems = verify(&path).unwrap().problems;
            let is_chain = |kind: &ProblemKind| matches!(kind, ProblemKind::NoChain | ProblemKind::BrokenChain);
            prop_assert!(!problems.kept().iter().any(|problem| is_chain(&problem.kind)));
        }
    }
}
