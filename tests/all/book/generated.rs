//! What the program writes of the book: keys, rules, usage.

use crate::support::command::Place;
use crate::support::docs::assert_told;

use super::page::BOOKS;

/// Names of columns, in the language of a book.
fn head(book: &str, names: [(&str, &str); 4]) -> String {
    let names = names.map(|(chinese, english)| if book == "zh" { chinese } else { english });
    format!("| {} |\n|---|---|---|---|\n", names.join(" | "))
}

/// What a command writes, in the language of a book.
fn written(locale: &str, arguments: &[&str]) -> String {
    let output = Place::new().command(arguments).env("LANG", locale).output().unwrap();
    assert!(output.status.success(), "{arguments:?}");
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn rules_are_those_that_there_are() {
    for (book, locale) in BOOKS {
        let mut table = head(
            book,
            [("规则", "rule"), ("级别", "level"), ("看什么", "looks at"), ("名称和所需", "name, and what it needs")],
        );
        for line in written(locale, &["rules"]).lines() {
            let fields: Vec<&str> = line.split('\t').filter(|field| !field.is_empty()).collect();
            let [id, level, scope, name, rest @ ..] = &fields[..] else { panic!("no rule: {line:?}") };
            let needs: String = rest.iter().map(|field| format!("  {field}")).collect();
            table += &format!("| {id} | {level} | {scope} | {name}{needs} |\n");
        }
        assert_told(&format!("docs/book/{book}/rules.md"), "rules", &(table + "\n"));
    }
}

#[test]
fn usage_is_what_help_says() {
    let commands: [&[&str]; 21] = [
        &["review"],
        &["demo"],
        &["check"],
        &["survey"],
        &["read"],
        &["notice"],
        &["circular"],
        &["export"],
        &["summary"],
        &["score"],
        &["journal", "show"],
        &["journal", "verify"],
        &["journal", "merge"],
        &["journal", "import"],
        &["journal", "settle"],
        &["rules"],
        &["keys"],
        &["doctor"],
        &["schema"],
        &["completions"],
        &["man"],
    ];
    for (book, locale) in BOOKS {
        let mut all = String::new();
        for command in commands {
            let help = written(locale, &[command, &["--help"]].concat());
            all += &format!("\n## gouji {}\n\n```text\n{}```\n", command.join(" "), trimmed(&help));
        }
        assert_told(&format!("docs/book/{book}/commands.md"), "usage", &(all + "\n"));
    }
}

/// Without blanks at the ends of lines.
fn trimmed(text: &str) -> String {
    text.lines().map(|line| line.trim_end().to_owned() + "\n").collect()
}

#[test]
fn no_command_is_missing() {
    let help = written("en_US.UTF-8", &["--help"]);
    let named = help.lines().skip_while(|line| *line != "Commands:").skip(1).take_while(|line| !line.is_empty());
    let page = std::fs::read_to_string(super::page::folder("en").join("commands.md")).unwrap();
    for name in named.filter_map(|line| line.split_whitespace().next()) {
        assert!(page.contains(&format!("## gouji {name}")), "{name}");
    }
}
