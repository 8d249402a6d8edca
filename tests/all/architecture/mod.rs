//! Guards the direction of the arrows: which module of ours may name which.

mod desk;
mod names;
mod rings;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use crate::support::docs::assert_told;

/// A module, and the modules of ours that it may use. `words` says what texts say and may be used by all but `terminal`.
const ARROWS: [(&str, &[&str]); 13] = [
    ("base", &[]),
    ("words", &[]),
    ("terminal", &[]),
    ("form", &["words"]),
    ("report", &["base", "words", "form"]),
    ("read", &["base", "words", "form", "report"]),
    ("check", &["base", "words", "form", "report"]),
    // The journal knows ids, not tables.
    ("journal", &["base", "words", "report"]),
    ("library", &["base", "words", "form", "report", "check", "journal"]),
    ("sample", &["base", "words", "form", "report"]),
    ("output", &["base", "words", "form", "report", "check", "journal", "library"]),
    ("tui", &["base", "words", "form", "report", "check", "journal", "library", "terminal"]),
    (
        "cli",
        &[
            "base", "words", "form", "report", "read", "check", "journal", "library", "sample", "output", "terminal",
            "tui",
        ],
    ),
];

fn sources(dir: &Path, found: &mut Vec<PathBuf>) -> std::io::Result<()> {
    for entry in fs::read_dir(dir)? {
        let path = entry?.path();
        if path.is_dir() {
            sources(&path, found)?;
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            found.push(path);
        }
    }
    Ok(())
}

/// The modules of ours that a file names, in `use` lines and in paths.
fn named(text: &str) -> Vec<String> {
    let code: String = text.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n");
    let mut names = Vec::new();
    for rest in code.split("crate::").skip(1) {
        if let Some(list) = rest.strip_prefix('{') {
            let list = list.split("};").next().unwrap_or_default();
            names.extend(list.split(',').map(|item| item.trim().split("::").next().unwrap_or_default().to_owned()));
        } else {
            names.push(rest.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect());
        }
    }
    names
}

#[test]
fn arrows_run_one_way() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut wrong = Vec::new();
    let mut seen = 0;
    for (module, allowed) in ARROWS {
        let mut files = Vec::new();
        sources(&src.join(module), &mut files).unwrap();
        assert!(!files.is_empty(), "{module} has no files");
        for file in files {
            let text = fs::read_to_string(&file).unwrap();
            for name in named(&text) {
                seen += 1;
                let is_module = ARROWS.iter().any(|(known, _)| *known == name);
                if is_module && name != module && !allowed.contains(&name.as_str()) {
                    wrong.push(format!("{} uses {name}", file.display()));
                }
            }
        }
    }
    assert!(seen > 200, "only {seen} names found: is the test still reading the code?");
    assert_eq!(wrong, Vec::<String>::new());
}

/// All that the journal asks `report` for: whether a name names an agency, the list of places, and how what a parser says
/// is put. Each is written once for all.
const ASKED_BY_THE_JOURNAL: [&str; 3] = ["is_unnamed", "parser", "places"];

#[test]
fn the_journal_knows_names_and_no_report() {
    let mut files = Vec::new();
    sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src/journal"), &mut files).unwrap();
    let mut asked = BTreeSet::new();
    for file in files {
        let text = fs::read_to_string(&file).unwrap();
        let names = text.split("crate::report").skip(1);
        asked.extend(names.map(|rest| rest.trim_start_matches(':').split([':', ';', '(']).next().unwrap().to_owned()));
    }
    assert_eq!(asked.iter().map(String::as_str).collect::<Vec<_>>(), ASKED_BY_THE_JOURNAL);
}

#[test]
fn every_module_of_the_library_has_its_arrows() {
    let lib = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("src/lib.rs")).unwrap();
    let modules: Vec<&str> = lib.lines().filter_map(|line| line.strip_prefix("pub mod ")?.strip_suffix(';')).collect();
    assert_eq!(modules.len(), ARROWS.len());
    for module in modules {
        assert!(ARROWS.iter().any(|(known, _)| *known == module), "{module}");
    }
}

/// The floors: each module stands above all that it uses, the higher the more stands below it.
fn floors() -> Vec<Vec<&'static str>> {
    let mut floors: Vec<Vec<&'static str>> = Vec::new();
    let mut left = ARROWS.to_vec();
    while !left.is_empty() {
        let below: Vec<&str> = floors.concat();
        let (now, later): (Vec<_>, Vec<_>) =
            left.into_iter().partition(|(_, uses)| uses.iter().all(|used| below.contains(used)));
        assert!(!now.is_empty(), "{later:?} use each other");
        floors.push(now.into_iter().map(|(module, _)| module).collect());
        left = later;
    }
    floors
}

/// The house from the roof down, and what each module may use.
fn drawing() -> String {
    let mut drawing = "```text\n".to_owned();
    for floor in floors().iter().rev() {
        let names: Vec<String> = floor.iter().map(|module| format!(" {module:<9}")).collect();
        let border = vec!["─".repeat(10); floor.len()].join("┬");
        drawing += &format!("┌{border}┐\n│{}│\n", names.join("│"));
    }
    let widest = floors().iter().map(Vec::len).max().unwrap_or(0);
    drawing += &format!("{}\n```\n\n| module | may use |\n|---|---|\n", "▔".repeat(widest * 11 + 1));
    for (module, uses) in ARROWS {
        let uses: Vec<String> = uses.iter().map(|used| format!("`{used}`")).collect();
        drawing +=
            &format!("| `{module}` | {} |\n", if uses.is_empty() { "nothing".to_owned() } else { uses.join(", ") });
    }
    drawing
}

#[test]
fn the_house_is_drawn_as_it_stands() {
    assert_told("docs/architecture.md", "floors", &drawing());
}

#[test]
fn a_forbidden_arrow_would_be_seen() {
    assert_eq!(
        named("use crate::{check, tui::view};\n// crate::read\nlet x = crate::journal::Act;"),
        ["check", "tui", "journal"]
    );
}

/// The texts of a file's code that are written as a rule's id is.
fn rule_ids(code: &str) -> Vec<&str> {
    let is_id = |text: &&str| {
        text.split_once('-').is_some_and(|(group, number)| {
            let is_group = group.starts_with(|c: char| c.is_ascii_uppercase()) && group.len() <= 4;
            let mut rest = group.chars();
            let is_number = number.len() == 2 && number.parse::<u8>().is_ok();
            is_group && is_number && rest.all(|c| c.is_ascii_uppercase() || c.is_ascii_digit())
        })
    };
    code.split('"').filter(is_id).collect()
}

#[test]
fn a_rule_is_named_by_its_constant() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    sources(&src, &mut files).unwrap();
    let mut wrong = Vec::new();
    for file in files {
        let name = file.strip_prefix(&src).unwrap().to_string_lossy().into_owned();
        if ["tests", "trial", "fixture"].iter().any(|part| name.contains(part)) {
            continue;
        }
        let code = code(&fs::read_to_string(&file).unwrap());
        // Invented reports know no rules; what they say of them must be true all the same.
        let is_sample = name.starts_with("sample/");
        let ids = rule_ids(&code).into_iter().filter(|id| !is_sample || gouji::check::rule(id).is_none());
        wrong.extend(ids.map(|id| format!("{name}: {id}")));
    }
    assert_eq!(wrong, Vec::<String>::new());
    assert_eq!(rule_ids(r#"found.say("T3-01", "broken"); "T3"; "UTF-8"; "SIM-02""#), ["T3-01", "SIM-02"]);
}

/// Who touches files, with what, and why: everybody else reads through `base::file` and writes through the journal's
/// `replace`. What is made, changed or removed where is in `docs/safety.md`.
const FILES: [(&str, &[&str], &str); 16] = [
    ("base/file/mod.rs", &["OpenOptions"], "the door"),
    ("base/file/below.rs", &["openat(", "fs::open(", "File::from"], "the door, below a directory that was named"),
    (
        "base/whole.rs",
        &["fs::create_dir", "fs::remove_dir", "tempfile::"],
        "what is written for others, whole or not at all",
    ),
    ("base/dir.rs", &["File::from", "openat(", "renameat(", "unlinkat("], "a directory of our own, by its descriptor"),
    (
        "journal/disk.rs",
        &["OpenOptions", "fs::rename", "fs::remove_file", "fs::remove_dir", "fs::create_dir", "fs::read_dir"],
        "all calls of the journal, so that a test can let each fail",
    ),
    ("journal/handle.rs", &["OpenOptions"], "how the journal and small files of ours are made"),
    ("journal/draft.rs", &["OpenOptions"], "the text that is lent to the reviewer's editor, made new"),
    ("journal/merge.rs", &["OpenOptions"], "a journal is made anew, never over another"),
    ("terminal/tty.rs", &["File::open", "File::from"], "/dev/tty, and handles of our own"),
    ("terminal/handover.rs", &["fs::read_to_string"], "/proc of our own family"),
    ("library/follow/watch.rs", &["fs::read_to_string"], "/proc/self/mounts"),
    ("cli/forms.rs", &["fs::read_dir"], "which files are in the directory of forms; they are read through `file`"),
    ("cli/worker/limits.rs", &["fs::read_to_string"], "/proc/self/statm"),
    (
        "sample/",
        &["File::create_new", "fs::read_dir", "fs::create_dir", "fs::write", "fs::remove_dir", "fs::read_to_string"],
        "`gouji generate` and the demo, into a directory that is new or empty; the repository's own samples",
    ),
    ("cli/read/others.rs", &["fs::create_dir", "fs::read_dir", "fs::write", "tempfile::"], "a directory of our own"),
    ("cli/review.rs", &["tempfile::"], "the data of the demo"),
];

/// What opens, makes, changes or removes a file.
const TOUCHES: [&str; 22] = [
    "File::open",
    "File::create",
    "File::options",
    "File::from",
    "OpenOptions",
    "fs::read(",
    "fs::read_to_string",
    "fs::read_dir",
    "fs::write",
    "fs::copy",
    "fs::rename",
    "fs::remove_file",
    "fs::remove_dir",
    "fs::create_dir",
    "fs::hard_link",
    "set_permissions",
    "tempfile::",
    "openat(",
    "renameat(",
    "unlinkat(",
    "fs::open(",
    "fs::unlink(",
];

/// The code of a file: without its tests, comments and `use` lines.
fn code(text: &str) -> String {
    let code = text.split("#[cfg(test)]").next().unwrap_or_default();
    let is_code = |line: &&str| {
        let line = line.trim_start();
        !(line.starts_with("//") || line.starts_with("use "))
    };
    // Reading from memory has the same name.
    code.lines().filter(is_code).collect::<Vec<_>>().join("\n").replace("CompoundFile::", "")
}

#[test]
fn files_are_touched_in_few_places_only_and_each_has_its_reason() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    sources(&src, &mut files).unwrap();
    let mut wrong = Vec::new();
    let mut seen = 0;
    for file in files {
        let name = file.strip_prefix(&src).unwrap().to_string_lossy().into_owned();
        if name.contains("tests/") || name.ends_with("tests.rs") || name.contains("/fixture") {
            continue;
        }
        let code = code(&fs::read_to_string(&file).unwrap());
        let allowed: Vec<&str> = FILES
            .iter()
            .filter(|(place, ..)| name.starts_with(place))
            .flat_map(|(_, touches, _)| *touches)
            .copied()
            .collect();
        for touch in TOUCHES.into_iter().filter(|touch| code.contains(touch)) {
            seen += 1;
            if !allowed.iter().any(|allowed| touch.starts_with(allowed) || allowed.starts_with(touch)) {
                wrong.push(format!("{name}: {touch}"));
            }
        }
    }
    assert!(seen > 20, "only {seen} found: is the test still reading the code?");
    assert_eq!(wrong, Vec::<String>::new());
    assert!(FILES.iter().all(|(.., reason)| !reason.is_empty()));
}

/// Lines that are counted from the beginning of a text at each place in it take the square of its length, and no
/// allocation that another test could count.
#[test]
fn the_line_of_a_place_is_found_in_one_place_only() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    sources(&src, &mut files).unwrap();
    let counts = |text: &str| {
        let code: String = code(text).split_whitespace().collect();
        ["b'\\n').count()", "matches('\\n').count()"].iter().any(|way| code.contains(way))
    };
    assert!(counts("let line = text.bytes().take(at).filter(|byte| *byte == b'\\n').count();"));
    let is_counted = |file: &&PathBuf| !file.ends_with("base/lines.rs") && counts(&fs::read_to_string(file).unwrap());
    let is_test = |file: &&PathBuf| file.to_string_lossy().contains("tests");
    let wrong: Vec<&PathBuf> = files.iter().filter(|file| !is_test(file)).filter(is_counted).collect();
    assert_eq!(wrong, Vec::<&PathBuf>::new());
}

#[test]
fn a_file_touched_elsewhere_would_be_seen() {
    let text =
        "use std::fs::File;\n// File::open\nlet file = std::fs::read(path);\n#[cfg(test)]\nmod tests { fs::write(); }";
    assert_eq!(TOUCHES.into_iter().filter(|touch| code(text).contains(touch)).collect::<Vec<_>>(), ["fs::read("]);
}

/// May the code of a module have a folder beside it: one for its tests alone, or for data?
fn is_for_tests(folder: &Path) -> bool {
    let mut files = Vec::new();
    sources(folder, &mut files).unwrap();
    let is_tests = |file: &PathBuf| {
        let inside = file.strip_prefix(folder).unwrap();
        inside.starts_with("tests") || inside == Path::new("tests.rs")
    };
    folder.ends_with("tests") || files.iter().all(is_tests)
}

#[test]
fn a_module_with_parts_stands_in_its_folder() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    sources(&src, &mut files).unwrap();
    let folders = files.iter().map(|file| (file, file.with_extension(""))).filter(|(_, folder)| folder.is_dir());
    let beside: Vec<&PathBuf> = folders.filter(|(_, folder)| !is_for_tests(folder)).map(|(file, _)| file).collect();
    assert_eq!(beside, Vec::<&PathBuf>::new(), "foo.rs beside foo/: it is foo/mod.rs");
}
