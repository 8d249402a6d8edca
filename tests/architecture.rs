//! Guards the direction of the arrows: which module of ours may name which.

use std::fs;
use std::path::{Path, PathBuf};

/// A module, and the modules of ours that it may use. `words` says what texts say and may be used by all but `terminal`.
const ARROWS: [(&str, &[&str]); 12] = [
    ("base", &[]),
    ("words", &[]),
    ("terminal", &[]),
    ("form", &["words"]),
    ("report", &["base", "words", "form"]),
    ("read", &["base", "words", "form", "report"]),
    ("check", &["base", "words", "form", "report"]),
    // Safe text only: the journal knows ids, not tables.
    ("journal", &["base", "words", "report"]),
    ("sample", &["base", "words", "form", "report"]),
    ("output", &["base", "words", "form", "report", "check", "journal"]),
    ("tui", &["base", "words", "form", "report", "check", "journal", "terminal"]),
    ("cli", &["base", "words", "form", "report", "read", "check", "journal", "sample", "output", "terminal", "tui"]),
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

#[test]
fn every_module_of_the_library_has_its_arrows() {
    let lib = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("src/lib.rs")).unwrap();
    let modules: Vec<&str> = lib.lines().filter_map(|line| line.strip_prefix("pub mod ")?.strip_suffix(';')).collect();
    assert_eq!(modules.len(), ARROWS.len());
    for module in modules {
        assert!(ARROWS.iter().any(|(known, _)| *known == module), "{module}");
    }
}

#[test]
fn a_forbidden_arrow_would_be_seen() {
    assert_eq!(
        named("use crate::{check, tui::view};\n// crate::read\nlet x = crate::journal::Act;"),
        ["check", "tui", "journal"]
    );
}
