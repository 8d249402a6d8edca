//! Only regular files, no link below a directory under review, and nobody waits for a disk that does not answer.

use std::fs;
use std::process::Command;
use std::time::Instant;

use super::*;

fn fifo(path: &Path) {
    assert!(Command::new("mkfifo").arg(path).status().unwrap().success());
}

#[test]
fn only_regular_files_of_a_certain_size_are_read_and_nothing_is_waited_for() {
    let begun = Instant::now();
    let dir = tempfile::tempdir().unwrap();
    let path = |name: &str| dir.path().join(name);
    fs::write(path("a"), "勾稽").unwrap();
    fifo(&path("pipe"));
    std::os::unix::fs::symlink(path("pipe"), path("link")).unwrap();
    assert_eq!(read(&path("a"), 6).unwrap(), "勾稽".as_bytes());
    assert!(matches!(read(&path("a"), 5), Err(Refused::TooLarge)));
    for name in ["pipe", "link", "."] {
        assert!(matches!(read(&path(name), 9), Err(Refused::NotAFile)), "{name}");
    }
    // What was a file when it was listed, and is a pipe when it is opened.
    assert!(matches!(read_listed(&path("pipe"), 9, &Pulse::default()), Err(Refused::NotAFile)));
    assert!(read(&path("none"), 9).unwrap_err().is_missing());
    assert!(matches!(read_text(&path("b"), 9), Err(Refused::Io(_))));
    assert!(begun.elapsed() < PATIENCE);
}

#[test]
fn files_larger_than_a_piece_come_whole() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("a");
    let length = usize::try_from(PIECE).unwrap() * 2;
    fs::write(&path, vec![7; length]).unwrap();
    assert_eq!(read(&path, PIECE * 2).unwrap().len(), length);
    assert!(matches!(read(&path, PIECE * 2 - 1), Err(Refused::TooLarge)));
}

/// Between the listing of a directory and the opening of its files others may put links there.
#[test]
fn below_a_directory_under_review_no_link_is_followed() {
    use std::os::unix::fs::symlink;
    let dir = tempfile::tempdir().unwrap();
    let path = |name: &str| dir.path().join(name);
    fs::create_dir_all(path("elsewhere")).unwrap();
    fs::create_dir_all(path("real/below")).unwrap();
    fs::write(path("elsewhere/secret"), "secret").unwrap();
    fs::write(path("real/below/a"), "a").unwrap();
    symlink(path("elsewhere/secret"), path("real/link")).unwrap();
    symlink(path("elsewhere"), path("real/away")).unwrap();
    symlink("below", path("real/around")).unwrap();
    // The directory that was named may be reached by a link, and so may a file.
    symlink("real", path("root")).unwrap();
    symlink("elsewhere/secret", path("named")).unwrap();
    stay_below(&path("root"));
    stay_below(&path("named"));
    assert_eq!(read(&path("root/below/a"), 9).unwrap(), b"a");
    assert_eq!(read(&path("named"), 9).unwrap(), b"secret");
    for name in ["root/link", "root/away/secret", "root/around/a", "root/below/../link", "root/below", "root/none"] {
        assert!(read(&path(name), 9).is_err(), "{name}");
        let Some(Read::Done(result)) = read_each(vec![path(name)], 9).next() else { panic!("{name}") };
        assert!(result.is_err(), "{name}");
    }
    assert!(matches!(read(&path("root/link"), 9), Err(Refused::NotAFile)));
    fifo(&path("real/pipe"));
    assert!(matches!(read(&path("root/pipe"), 9), Err(Refused::NotAFile)));
    // What nobody named is read as ever.
    assert_eq!(read(&path("real/link"), 9).unwrap(), b"secret");
}

#[test]
fn many_come_in_order_with_those_that_cannot_be_read() {
    let dir = tempfile::tempdir().unwrap();
    let path = |number: usize| dir.path().join(number.to_string());
    for number in (0..100).filter(|number| number % 7 != 0) {
        fs::write(path(number), number.to_string()).unwrap();
    }
    fifo(&path(7));
    let read = read_each((0..100).map(path).collect(), 10);
    for (number, read) in read.enumerate() {
        let Read::Done(result) = read else { panic!("{number} is late") };
        match result {
            Ok(bytes) => assert_eq!(bytes, number.to_string().as_bytes()),
            Err(refused) => assert!(number == 7 || refused.is_missing(), "{number} {refused:?}"),
        }
    }
}

/// Reads a file, unless its name says that the disk does not answer: for a while, or ever.
fn hanging(path: &Path, most: u64, progress: &Pulse) -> Result<Vec<u8>, Refused> {
    let name = path.file_name().unwrap().to_string_lossy();
    match name.strip_prefix("stuck") {
        Some("ever") => thread::sleep(PATIENCE * 10),
        Some(_) => thread::sleep(ASIDE * 3),
        None => {}
    }
    read_listed(path, most, progress)
}

#[test]
fn what_does_not_come_holds_up_no_other_and_comes_late_or_never() {
    let dir = tempfile::tempdir().unwrap();
    let name = |number: usize| match number {
        5 => "stuck5".to_owned(),
        6 => "stuckever".to_owned(),
        40 => "stuck40".to_owned(),
        _ => number.to_string(),
    };
    let path = |number: usize| dir.path().join(name(number));
    (0..60).for_each(|number| fs::write(path(number), number.to_string()).unwrap());
    let begun = Instant::now();
    let mut late = Vec::new();
    for (number, read) in read_each_by(hanging, (0..60).map(path).collect(), 10).enumerate() {
        match read {
            Read::Done(result) => assert_eq!(result.unwrap(), number.to_string().as_bytes()),
            Read::Late(one) => late.push((number, one)),
        }
    }
    assert!(begun.elapsed() < PATIENCE, "{:?}", begun.elapsed());
    assert_eq!(late.iter().map(|(number, _)| *number).collect::<Vec<_>>(), [5, 6, 40]);
    for (number, one) in late {
        match one.wait(&|| true) {
            Ok(bytes) => assert_eq!(bytes, number.to_string().as_bytes()),
            Err(refused) => assert!(number == 6 && matches!(refused, Refused::Stuck), "{number} {refused:?}"),
        }
    }
    assert!(begun.elapsed() < PATIENCE * 3, "{:?}", begun.elapsed());
}
