//! The command lines of the book: what is followed by its output is run on the sample data and compared; of the rest the
//! program takes every argument.

use std::ffi::OsString;
use std::fs;
use std::path::Path;
use std::process::Stdio;

use rayon::prelude::*;

use crate::support::command::Place;
use crate::support::docs::is_updating;

use super::page::{BOOKS, Block, Page, blocks, pages};

/// The command lines of a block, each as one line.
fn lines(block: &Block) -> Vec<String> {
    block.text.replace("\\\n", " ").lines().map(str::to_owned).collect()
}

/// The arguments of a command line of `gouji`, as far as it has any: up to what a shell takes for itself.
fn arguments(line: &str) -> Option<Vec<String>> {
    let mut words = line.split_whitespace().skip_while(|word| *word == "sudo" || word.contains('='));
    if words.next()?.rsplit('/').next() != Some("gouji") {
        return None;
    }
    let of_the_shell = ["|", ">", ">>", "2>&1", "&&", "||", ";", "&"];
    Some(words.take_while(|word| !of_the_shell.contains(word)).map(|word| word.replace(['"', '\''], "")).collect())
}

/// Does an output stand behind this block?
fn has_output(all: &[Block], at: usize) -> bool {
    all.get(at + 1).is_some_and(|next| next.kind == "text" && next.follows)
}

#[test]
fn every_command_line_is_one_that_the_program_takes() {
    let place = Place::new();
    let (mut wrong, mut count) = (Vec::new(), 0);
    for page in BOOKS.iter().flat_map(|(book, _)| pages(book)) {
        let all = blocks(&page.text);
        // What is run shows by its output what the program thinks of it.
        let told = |at: &usize| all[*at].kind == "sh" && !has_output(&all, *at);
        for at in (0..all.len()).filter(told) {
            for line in lines(&all[at]) {
                let Some(mut arguments) = arguments(&line) else { continue };
                count += 1;
                // With `gouji DIR` the help would be that of the program.
                if arguments.first().is_some_and(|first| first.contains('/')) {
                    arguments.insert(0, "review".to_owned());
                }
                arguments.push("--help".to_owned());
                let ran = place.run(&arguments);
                if ran.code != 0 || !(ran.out.contains("Usage: gouji") || line.ends_with("gouji --version")) {
                    wrong.push(format!("{}: {line}: {}", page.path.display(), ran.err));
                }
            }
        }
    }
    assert!(wrong.is_empty() && count > 30, "{count}: {wrong:#?}");
}

#[test]
fn every_output_is_what_the_program_says() {
    let pages: Vec<Page> = BOOKS.iter().flat_map(|(book, _)| pages(book)).collect();
    let differ: Vec<String> = pages.par_iter().flat_map_iter(held).collect();
    assert!(is_updating() || differ.is_empty(), "run with GOUJI_UPDATE_DOCS=1:\n{}", differ.join("\n"));
}

/// What differs on a page; with `GOUJI_UPDATE_DOCS` it is written anew.
fn held(page: &Page) -> Vec<String> {
    let mut differ = Vec::new();
    if let Some(text) = with_outputs(page, &mut differ)
        && is_updating()
    {
        fs::write(&page.path, text).unwrap();
    }
    differ
}

/// The page with the outputs that there are now; nothing if none is another.
fn with_outputs(page: &Page, differ: &mut Vec<String>) -> Option<String> {
    let all = blocks(&page.text);
    let to_run: Vec<usize> = (0..all.len()).filter(|at| all[*at].kind == "sh" && has_output(&all, *at)).collect();
    if to_run.is_empty() {
        return None;
    }
    let place = Place::new();
    if !page.text.contains("gouji demo --out demo") {
        assert_eq!(place.run(["demo", "--out", "demo"]).code, 0);
    }
    let mut text = page.text.clone();
    let mut outputs = Vec::new();
    for at in to_run {
        let told = &all[at + 1];
        let said = said(&place, page, &all[at].text);
        if said != told.text {
            differ.push(format!("{}: {}is now\n{said}", page.path.display(), all[at].text));
            outputs.push((told.at.clone(), said));
        }
    }
    for (at, said) in outputs.iter().rev() {
        text.replace_range(at.clone(), said);
    }
    (!outputs.is_empty()).then_some(text)
}

/// What a shell shows of a block, errors among it.
fn said(place: &Place, page: &Page, block: &str) -> String {
    let program = Path::new(env!("CARGO_BIN_EXE_gouji")).parent().unwrap();
    let paths: Vec<_> = std::iter::once(program.to_owned())
        .chain(std::env::split_paths(&std::env::var_os("PATH").unwrap_or_default()))
        .collect();
    let path: OsString = std::env::join_paths(paths).unwrap();
    let script = place.write("block.sh", format!("exec 2>&1\n{block}"));
    let mut shell = std::process::Command::new("sh");
    shell.arg(script).current_dir(place.path("")).envs(place.environment()).env("LANG", page.locale);
    let output = shell.env("PATH", path).stdin(Stdio::null()).output().unwrap();
    let said = String::from_utf8(output.stdout).unwrap();
    let home = place.path("").to_string_lossy().into_owned();
    assert!(!said.contains(home.trim_end_matches('/')), "{block}names where it was run: {said}");
    said.lines().map(|line| line.trim_end().to_owned() + "\n").collect()
}
