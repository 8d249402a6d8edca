//! Makes names of the rules' ids, so that a rule that is named wrongly does not compile. The catalogue is the only place
//! where they are written.

use std::io::{self, Write};
use std::path::Path;
use std::{env, fs};

const CATALOGUE: &str = "src/check/rule/catalogue";

/// Its files, in the order of the rules.
const PARTS: [&str; 11] = [
    "identity",
    "sections",
    "tables",
    "plausible",
    "narrative",
    "fees",
    "years",
    "region",
    "similar",
    "text",
    "reading",
];

fn main() -> io::Result<()> {
    writeln!(io::stdout(), "cargo::rerun-if-changed={CATALOGUE}\ncargo::rerun-if-changed=build.rs")?;
    let mut texts = Vec::new();
    for part in PARTS {
        texts.push(fs::read_to_string(format!("{CATALOGUE}/{part}.toml"))?);
    }
    let names: Vec<String> = texts.iter().flat_map(|text| text.lines().filter_map(id)).map(name).collect();
    let out = env::var_os("OUT_DIR").unwrap_or_default();
    fs::write(Path::new(&out).join("rules.rs"), format!("ids! {{ {} }}\n{}", names.join(" "), files()))
}

/// The id of a rule, in the line that gives it.
fn id(line: &str) -> Option<&str> {
    line.strip_prefix("id = \"")?.strip_suffix('"')
}

/// `T3_01` for the rule `T3-01`.
fn name(id: &str) -> String {
    id.replace('-', "_")
}

/// The texts of the catalogue, for the program to read.
fn files() -> String {
    let include = |part| format!("include_str!(concat!(env!(\"CARGO_MANIFEST_DIR\"), \"/{CATALOGUE}/{part}.toml\"))");
    let all: Vec<String> = PARTS.iter().map(include).collect();
    format!("pub(super) const FILES: [&str; {}] = [{}];\n", all.len(), all.join(", "))
}
