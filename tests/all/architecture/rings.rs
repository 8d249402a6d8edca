//! No ring of more than four files: what can be read only together is one thing, and too large.
//!
//! Of every file it is worked out which files define what it names. A name that a `mod.rs` only passes on leads to the
//! file that has it; tests are left out.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

/// More files than these in one ring are too many.
const MOST: usize = 4;

/// The floors of a top module: each knows those before it, and itself.
const FLOORS: [(&str, &[&str]); 2] = [
    ("check", &["rule", "profile", "finding", "facts", "family", "localise"]),
    (
        "read",
        &[
            "document",
            "spelling",
            "format",
            "label",
            "section",
            "row",
            "mend",
            "table",
            "who",
            "recognise",
            "several",
            "map",
        ],
    ),
];

pub(super) type Names = Vec<String>;

/// The files of the library by their modules: `["check", "rule"]`.
pub(super) struct Tree {
    pub(super) files: BTreeMap<Names, Source>,
}

pub(super) struct Source {
    pub(super) name: String,
    code: String,
    /// What a name of the file stands for: imports, and modules declared in it.
    names: BTreeMap<String, Names>,
    /// Names that are imported for others only.
    passed_on: BTreeSet<String>,
}

/// A path that begins with a letter, or a tree of them: `a::{b, c::d as e}` is `a::b` and `a::c::d`, the latter as `e`.
fn paths(text: &str) -> (Vec<(Names, String)>, usize) {
    let mut found = Vec::new();
    let mut path: Names = Vec::new();
    let mut at = 0;
    loop {
        let rest = &text[at..];
        if let Some(inner) = rest.strip_prefix('{') {
            let start = at + 1;
            let end = closing(inner).map_or(text.len(), |end| start + end);
            for part in split(&text[start..end]) {
                let (inner, _) = paths(part.trim());
                found.extend(inner.into_iter().map(|(rest, name)| {
                    let whole: Names =
                        path.iter().cloned().chain(rest.into_iter().filter(|name| name != "self")).collect();
                    let name = if name == "self" { path.last().cloned().unwrap_or_default() } else { name };
                    (whole, name)
                }));
            }
            return (found, (end + 1).min(text.len()));
        }
        let length = rest.find(|c: char| !(c.is_alphanumeric() || c == '_')).unwrap_or(rest.len());
        if length == 0 {
            break;
        }
        path.push(rest[..length].to_owned());
        at += length;
        match text[at..].strip_prefix("::") {
            Some(_) => at += 2,
            None => break,
        }
    }
    let alias = text[at..].strip_prefix(" as ").map(|rest| rest.trim_start());
    let alias = alias.map(|rest| rest.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect::<String>());
    let name = alias.or_else(|| path.last().cloned()).unwrap_or_default();
    if !path.is_empty() {
        found.push((path, name));
    }
    (found, at.max(1).min(text.len()))
}

/// Where the bracket closes that is open already.
fn closing(text: &str) -> Option<usize> {
    let mut depth = 0_usize;
    text.char_indices().find_map(|(at, c)| match c {
        '{' => {
            depth += 1;
            None
        }
        '}' if depth == 0 => Some(at),
        '}' => {
            depth -= 1;
            None
        }
        _ => None,
    })
}

/// The parts between the commas that stand in no bracket.
fn split(text: &str) -> Vec<&str> {
    let (mut parts, mut depth, mut start) = (Vec::new(), 0_i32, 0);
    for (at, c) in text.char_indices() {
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            ',' if depth == 0 => {
                parts.push(&text[start..at]);
                start = at + 1;
            }
            _ => {}
        }
    }
    parts.push(&text[start..]);
    parts
}

/// The code of a file, without comments and tests.
fn code(text: &str) -> String {
    let text = text.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default();
    let mut lines = text.lines().filter(|line| !line.trim_start().starts_with("//"));
    let mut code = String::new();
    while let Some(line) = lines.next() {
        if line.trim() == "#[cfg(test)]" {
            let next = lines.next().unwrap_or_default();
            if next.trim_end().ends_with(';') {
                continue;
            }
            code.push_str(next);
        } else {
            code.push_str(line);
        }
        code.push('\n');
    }
    code
}

/// `crate`, `super` and `self` resolved from a module; `None` for a path that begins otherwise.
fn absolute(module: &[String], path: &[String]) -> Option<Names> {
    let mut base = match path.first()?.as_str() {
        "crate" => Vec::new(),
        "self" => module.to_vec(),
        "super" => module[..module.len() - 1].to_vec(),
        _ => return None,
    };
    let mut rest = &path[1..];
    while rest.first().is_some_and(|name| name == "super") {
        base.pop();
        rest = &rest[1..];
    }
    base.extend(rest.iter().cloned());
    Some(base)
}

impl Tree {
    fn of(top: &Path) -> Self {
        let mut found = Vec::new();
        super::sources(top, &mut found).unwrap();
        let mut files = BTreeMap::new();
        for path in found {
            let name = path.strip_prefix(top).unwrap().to_string_lossy().into_owned();
            let is_test = |part: &str| ["tests", "fixture", "main", "lib"].contains(&part);
            let mut module: Names = name.trim_end_matches(".rs").split('/').map(str::to_owned).collect();
            if module.last().is_some_and(|last| last == "mod") {
                module.pop();
            }
            if module.iter().any(|part| is_test(part)) {
                continue;
            }
            let code = code(&fs::read_to_string(&path).unwrap());
            let (names, passed_on) = (BTreeMap::new(), BTreeSet::new());
            files.insert(module, Source { name, code, names, passed_on });
        }
        let mut tree = Self { files };
        tree.fill();
        tree
    }

    /// Works out the names of each file.
    fn fill(&mut self) {
        let modules: Vec<Names> = self.files.keys().cloned().collect();
        for module in &modules {
            let (names, passed_on) = self.names(module);
            let file = self.files.get_mut(module).unwrap();
            (file.names, file.passed_on) = (names, passed_on);
        }
    }

    /// The names that a file gets from its `use` lines and from the modules below it.
    fn names(&self, module: &Names) -> (BTreeMap<String, Names>, BTreeSet<String>) {
        let file = &self.files[module];
        let below = |name: &str| {
            let mut below = module.clone();
            below.push(name.to_owned());
            below
        };
        let mut names: BTreeMap<String, Names> = self
            .files
            .keys()
            .filter(|other| other.len() == module.len() + 1 && other.starts_with(module))
            .map(|other| (other.last().unwrap().clone(), other.clone()))
            .collect();
        let mut passed_on = BTreeSet::new();
        for statement in file.code.split("use ").skip(1) {
            let at = statement.as_ptr() as usize - file.code.as_ptr() as usize;
            let before = file.code[..at - 4].rsplit('\n').next().unwrap_or_default();
            let is_public = before.trim_start().starts_with("pub");
            if !(before.trim().is_empty() || is_public) {
                continue;
            }
            let tree = statement.split(';').next().unwrap_or_default().replace('\n', " ");
            for (path, name) in paths(tree.trim()).0 {
                let is_below = |first: &String| self.files.contains_key(&below(first));
                let whole = absolute(module, &path)
                    .or_else(|| path.first().is_some_and(is_below).then(|| [&module[..], &path].concat()));
                let Some(whole) = whole else { continue };
                if is_public {
                    passed_on.insert(name.clone());
                }
                names.insert(name, whole);
            }
        }
        (names, passed_on)
    }

    /// The file that defines what a path leads to; `None` where it is a module as such.
    fn resolve(&self, path: &[String], depth: usize) -> Option<&Names> {
        let mut module: Names = Vec::new();
        for name in path {
            let mut below = module.clone();
            below.push(name.clone());
            if self.files.contains_key(&below) {
                module = below;
                continue;
            }
            let (known, file) = self.files.get_key_value(&module)?;
            return match file.names.get(name).filter(|_| depth < 8) {
                Some(further) => self.resolve(further, depth + 1),
                None => Some(known),
            };
        }
        None
    }

    /// The files that define what a file names.
    pub(super) fn used(&self, module: &Names) -> BTreeSet<&Names> {
        let file = &self.files[module];
        let mut used = BTreeSet::new();
        for (_, path) in file.names.iter().filter(|(name, _)| !file.passed_on.contains(*name)) {
            used.extend(self.resolve(path, 0));
        }
        let mut at = 0;
        while let Some(mark) = file.code[at..].find("::") {
            let end = at + mark;
            let word = file.code[..end].rfind(|c: char| !(c.is_alphanumeric() || c == '_'));
            let start = word.map_or(0, |word| word + file.code[word..].chars().next().map_or(1, char::len_utf8));
            let is_first = !file.code[..start].ends_with("::") && start < end;
            let (found, length) = paths(&file.code[start..]);
            at = if is_first { start + length.max(end + 2 - start) } else { end + 2 };
            for (path, _) in found.into_iter().filter(|_| is_first) {
                let whole = absolute(module, &path);
                let known = || Some([&file.names.get(path.first()?)?[..], &path[1..]].concat());
                if let Some(whole) = whole.or_else(known).filter(|_| path.len() > 1) {
                    let line = file.code[..start].rsplit('\n').next().unwrap_or_default();
                    if !line.trim_start().starts_with("pub") || !line.contains("use ") {
                        used.extend(self.resolve(&whole, 0));
                    }
                }
            }
        }
        used.remove(module);
        used
    }

    /// The rings among the files of one top module, the largest first.
    fn rings(&self, top: &str) -> Vec<Vec<&str>> {
        let files: Vec<&Names> = self.files.keys().filter(|module| module[0] == top).collect();
        let arrows: BTreeMap<&Names, BTreeSet<&Names>> = files.iter().map(|file| (*file, self.used(file))).collect();
        let reached: BTreeMap<&Names, BTreeSet<&Names>> =
            files.iter().map(|file| (*file, reached(file, &arrows))).collect();
        let mut rings: BTreeSet<Vec<&str>> = BTreeSet::new();
        for file in &files {
            let ring = files.iter().filter(|other| reached[*file].contains(*other) && reached[**other].contains(*file));
            let ring: Vec<&str> = ring.map(|other| self.files[*other].name.as_str()).collect();
            if ring.len() > 1 {
                rings.insert(ring);
            }
        }
        let mut rings: Vec<Vec<&str>> = rings.into_iter().collect();
        rings.sort_by_key(|ring| std::cmp::Reverse(ring.len()));
        rings
    }
}

/// All that can be reached from a file.
pub(super) fn reached<'t>(from: &'t Names, arrows: &BTreeMap<&'t Names, BTreeSet<&'t Names>>) -> BTreeSet<&'t Names> {
    let (mut seen, mut open) = (BTreeSet::new(), vec![from]);
    while let Some(file) = open.pop() {
        open.extend(arrows.get(file).into_iter().flatten().filter(|next| seen.insert(**next)).copied());
    }
    seen
}

pub(super) fn library() -> Tree {
    Tree::of(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"))
}

#[test]
fn no_ring_has_more_than_four_files() {
    let tree = library();
    let tops: BTreeSet<&str> = tree.files.keys().map(|module| module[0].as_str()).collect();
    let mut wrong = Vec::new();
    for top in tops {
        let larger = tree.rings(top).into_iter().filter(|ring| ring.len() > MOST);
        wrong.extend(larger.map(|ring| format!("{top}: {} files, at most {MOST}: {ring:?}", ring.len())));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn floors_know_those_below_only() {
    let tree = library();
    for (top, floors) in FLOORS {
        let floor = |module: &Names| floors.iter().position(|floor| module.get(1).is_some_and(|name| name == floor));
        let mut wrong = Vec::new();
        let mut seen = 0;
        for module in tree.files.keys().filter(|module| module[0] == top) {
            let Some(own) = floor(module) else {
                assert_eq!(module.len(), 1, "{module:?} is on no floor");
                continue;
            };
            for used in tree.used(module).into_iter().filter(|used| used[0] == top) {
                seen += 1;
                if floor(used).is_none_or(|below| below > own) {
                    wrong.push(format!("{} uses {}", tree.files[module].name, tree.files[used].name));
                }
            }
        }
        assert!(seen > 100, "{top}: only {seen} arrows found: is the test still reading the code?");
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }
}

#[test]
fn a_ring_would_be_seen() {
    let file = |name: &str, code: &str| {
        let module: Names = name.split('/').map(str::to_owned).collect();
        let source =
            Source { name: name.to_owned(), code: code.to_owned(), names: BTreeMap::new(), passed_on: BTreeSet::new() };
        (module, source)
    };
    // `a` passes on what `b` has; `b` and `c` need each other, one by a path and one under another name.
    let files = [
        file("a", "mod b;\nmod c;\npub use b::One;\n"),
        file("a/b", "use super::c::{self, Two};\npub struct One(Two);\n"),
        file("a/c", "use crate::a::One as Other;\npub struct Two(Box<Other>);\n"),
        file("a/d", "fn f() -> super::One { crate::a::c::two() }\n"),
    ];
    let mut tree = Tree { files: files.into_iter().collect() };
    tree.fill();
    assert_eq!(tree.rings("a"), [["a/b", "a/c"]]);
}
