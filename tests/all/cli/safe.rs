//! What the command line does with what is hostile: names, arguments, modes.

use std::ffi::OsString;
use std::fs;
use std::os::unix::ffi::OsStringExt as _;
use std::os::unix::fs::PermissionsExt as _;

use crate::support::command::{Place, clean, sample_data};

/// What would act upon a terminal: clear it, colour it, turn the direction, ring, feign a line, hide.
const HOSTILE: &str = "\u{1b}[2J\u{1b}]0;t\u{7}\u{9b}31m\u{202e}\u{200b}\u{8}\r\n伪";

#[track_caller]
fn is_tame(what: &str, text: &str) {
    let wild =
        |c: &char| (c.is_control() && *c != '\n') || matches!(c, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}');
    assert_eq!(text.chars().find(wild), None, "{what}: {text:?}");
    assert!(!text.lines().any(|line| line.starts_with('伪')), "{what}: {text:?}");
}

#[test]
fn nothing_hostile_in_arguments_and_names_reaches_the_terminal() {
    let place = Place::new();
    let report = clean("松溪县教育局", 2025).to_string();
    let bad = format!("in/坏{HOSTILE}.json");
    place.write(&bad, "{");
    place.write(&format!("in/好{HOSTILE}.json"), &report);
    place.write(&format!("in/表{HOSTILE}.docx"), "no archive");
    let named = |text: &str| text.replace('@', HOSTILE);
    let runs = [
        "check in",
        "check @",
        "check in --@",
        "check in -@",
        "check in --format @",
        "check in --fail-on=@",
        "check in --profile @",
        "check in --roster @",
        "read in --out out",
        "read in --out out --jobs @",
        "read in --out out --max-memory=@",
        "read in --out out --map @",
        "read --guess-map @",
        "read @ --out @",
        "journal @",
        "journal verify @",
        "journal merge @ --out merged",
        "rules --@",
        "completions @",
        "keys --keys @",
        "review @",
        "review in --theme @",
        "--lang @ check in",
        "generate --out in/@ --count @",
        "@",
        "--@",
        "check in extra@ --profile=p --@=1",
    ];
    for lang in ["zh", "en"] {
        for run in runs {
            let mut arguments: Vec<String> = run.split(' ').map(named).collect();
            arguments.extend(["--lang".to_owned(), lang.to_owned()]);
            let ran = place.run(&arguments);
            is_tame(run, &ran.err);
            is_tame(run, &ran.out);
            assert!(!ran.err.is_empty() || run == "check in" || run.starts_with("read in"), "{run}");
        }
    }
    let ran = place.run(["check", "in", "--format", "text"]);
    assert!(ran.err.contains("\\x1B[2J"), "{}", ran.err);
    let ran = place.run(["check", "in", "--\u{1b}[31m"]);
    is_tame("a colour", &ran.err);
    let ran = place.run(["check", "in", &named("--@")]);
    assert!(ran.err.contains("\\x1B[2J"), "{}", ran.err);
}

#[test]
fn arguments_that_are_no_text_are_quoted_too() {
    let place = Place::new();
    for bytes in [&b"--\xff\x1b[2J"[..], b"\xff\x1b[2J", b"-\xff\x1b"] {
        let output = place.command([OsString::from("check"), OsString::from_vec(bytes.to_vec())]).output().unwrap();
        assert_eq!(output.status.code(), Some(2));
        is_tame("bytes", &String::from_utf8(output.stderr).unwrap());
    }
}

#[test]
fn outputs_keep_the_umask() {
    for (umask, wanted) in [("077", 0o600), ("027", 0o640), ("022", 0o644), ("002", 0o664)] {
        let place = Place::new();
        let document = sample_data().join("documents/0103-04.txt");
        let run = |arguments: &str| {
            let script = format!("umask {umask}; exec \"$0\" {arguments}");
            let mut command = place.command::<&str>([]);
            let program = command.get_program().to_owned();
            let mut shell = std::process::Command::new("sh");
            shell.args(["-c", &script]).arg(program).arg(&document).current_dir(place.path("."));
            shell.envs(command.envs([("A", "")]).get_envs().filter_map(|(name, value)| Some((name, value?))));
            let output = shell.output().unwrap();
            assert!(output.status.success(), "{arguments}: {}", String::from_utf8_lossy(&output.stderr));
        };
        run("read \"$1\" --out out");
        run("read \"$1\" --out out --force");
        run("generate --out made --count 1");
        let mode = |name: &str| fs::metadata(place.path(name)).unwrap().permissions().mode() & 0o777;
        assert_eq!(mode("out/0103-04.json"), wanted, "{umask}");
        for entry in walkdir::WalkDir::new(place.path("made")).into_iter().map(Result::unwrap) {
            if entry.file_type().is_file() {
                let mode = entry.metadata().unwrap().permissions().mode() & 0o777;
                assert_eq!(mode, wanted, "{umask} {}", entry.path().display());
            }
        }
    }
}

#[test]
fn pipes_and_devices_are_named_and_never_waited_for() {
    let place = Place::new();
    let fifo = std::process::Command::new("mkfifo").arg(place.path("pipe")).status().unwrap();
    assert!(fifo.success());
    std::os::unix::fs::symlink("pipe", place.path("link.json")).unwrap();
    std::os::unix::fs::symlink("/dev/tty", place.path("tty.txt")).unwrap();
    for name in ["pipe", "link.json", "tty.txt", "/dev/zero", "/dev/null"] {
        for arguments in [&["check", name][..], &["read", name, "--out", "out"], &["journal", "show", name]] {
            let mut child = place.command(arguments).stderr(std::process::Stdio::null()).spawn().unwrap();
            let until = std::time::Instant::now() + std::time::Duration::from_secs(20);
            let status = loop {
                if let Some(status) = child.try_wait().unwrap() {
                    break status;
                }
                assert!(std::time::Instant::now() < until, "{arguments:?} hangs");
                std::thread::sleep(std::time::Duration::from_millis(10));
            };
            assert_eq!(status.code(), Some(2), "{arguments:?}");
        }
    }
}

#[test]
fn what_a_browser_saved_beside_a_page_and_what_links_lead_to_is_not_read() {
    let place = Place::new();
    let report = clean("松溪县教育局", 2025).to_string();
    place.write("in/好.json", &report);
    place.write("in/年报.html", "<p>x</p>");
    place.write("in/年报_files/frame.json", &report);
    place.write("away/secret.json", &report);
    std::os::unix::fs::symlink("../away", place.path("in/link")).unwrap();
    std::os::unix::fs::symlink("../away/secret.json", place.path("in/link.json")).unwrap();
    let ran = place.run(["check", "in", "--format", "json", "--fail-on", "never"]);
    let names: Vec<String> = ran.json().as_array().unwrap().iter().map(|one| one["path"].to_string()).collect();
    assert!(names.iter().all(|name| name.contains("好") || name.contains("年报.html")), "{names:?}");
    let ran = place.run(["read", "in", "--out", "out"]);
    assert!(!ran.err.contains("frame") && !ran.err.contains("link"), "{}", ran.err);
    // A mapping takes every JSON that it finds: not those.
    place.write("map.toml", "shape = \"json\"\n[report]\nagency = \"/名称\"\nyear = \"/年度\"\n");
    place.write("data/a.json", "[{\"名称\":\"松溪县教育局\",\"年度\":2025}]");
    place.write("away/secret.json", "[{\"名称\":\"漪水县水利局\",\"年度\":2025}]");
    std::os::unix::fs::symlink("../away/secret.json", place.path("data/link.json")).unwrap();
    let ran = place.run(["read", "data", "--out", "mapped", "--map", "map.toml"]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert_eq!(fs::read_dir(place.path("mapped")).unwrap().count(), 1, "{}", ran.err);
}
