//! Orders, saved filters, and findings that the list is not narrowed to.

use crate::check::{Profile, Severity};
use crate::tui::fixture::{Desk, papers};
use crate::tui::kept::filters::File;
use crate::tui::model::{Model, Overlay};
use crate::tui::msg::Msg;
use crate::tui::plain::Plain;
use crate::words::Lang;

use super::{Shown, assert_harmless, picture, reach};

const FILTERS: &str = r#"{ "schema": "gouji/filters/1", "filters": [
    { "name": "县直退回", "chips": [{ "status": "returned" }, { "region": ["骐昌市", "松溪县"] }], "year": 2024 },
    { "name": "表三有错", "search": "教育", "chips": [{ "part": "requests" }, { "severity": "error" }],
      "order": ["-errors", "agency"] },
    { "name": "旧口径", "chips": [{ "rule": "X-99" }, { "reviewer": "wang" }] } ] }"#;

/// Every screen, by its name, and the keys that lead to it; what comes after `#` is typed.
const SCREENS: [(&str, &str); 5] = [
    ("order", "S down down down down tab tab up up up up tab"),
    ("save_filter", "f #T3-01 enter s , s #表三"),
    ("save_filter_again", "f #T3-01 enter , s #表三有错"),
    ("filters", "F down"),
    ("findings_narrowed", "f #警告 enter enter j"),
];

fn desk(lang: Lang, width: u16, height: u16) -> Desk {
    let mut desk = Desk::of(lang, width, height);
    let filters = File::parse(FILTERS).unwrap().filters(Profile::standard());
    desk.take(Msg::Filters(Ok((filters, None))));
    desk
}

/// These screens in a language.
pub(super) fn screens(lang: Lang) -> Shown {
    // What is searched for is a text of the desk's.
    let warnings = if lang == Lang::Zh { "警告" } else { "warning" };
    let reach = |keys: &str| reach(desk(lang, 80, 24), &keys.replace("警告", warnings));
    SCREENS.into_iter().map(|(name, keys)| (name, reach(keys))).collect()
}

#[test]
fn orders_and_filters_look_as_they_should() {
    for (name, desk) in screens(Lang::Zh) {
        insta::assert_snapshot!(name, picture(&desk));
    }
}

#[test]
fn a_hostile_filter_is_harmless() {
    let hostile = FILTERS.replace("旧口径", "\\u001b[2J\\u202e").replace("X-99", "\\u009b31m\\u2066");
    let filters = File::parse(&hostile).unwrap().filters(Profile::standard());
    let mut desk = Desk::new();
    desk.take(Msg::Filters(Ok((filters, None)))).keys("F");
    assert_harmless(&desk, "filters");
    for keys in ["enter", ", s", "esc F down enter", "F down down enter"] {
        desk.keys(keys);
        assert_harmless(&desk, keys);
    }
    desk.typed("\u{202e}").keys("esc , s").typed("\u{202e}\u{9b}");
    assert_harmless(&desk, "a name");
}

#[test]
fn findings_outside_the_filter_are_told_apart_without_colour() {
    let desk = reach(desk(Lang::Zh, 80, 24), "f #警告 enter enter");
    let open = desk.open();
    for line in desk.screen().iter().filter(|line| line.contains(" T")) {
        let sign = line.chars().take(2).any(|c| c == '◦');
        let finding = open.outcome.findings.iter().find(|finding| line.contains(&format!(" {} ", finding.rule.id)));
        if let Some(finding) = finding.filter(|_| line.contains("  T") || line.contains('◦')) {
            assert_eq!(sign, finding.severity == Severity::Warning, "{line}");
        }
    }
    assert!(desk.screen().iter().any(|line| line.starts_with(" ◦")), "{}", desk.screen().join("\n"));
}

fn spoken(model: &Model) -> String {
    Plain::default().next(model)
}

#[test]
fn orders_filters_and_names_are_spoken_too() {
    let mut desk = desk(Lang::Zh, 80, 24);
    desk.keys("S enter");
    assert!(spoken(&desk.model).contains("机关") && spoken(&desk.model).contains("1▴ 升序"), "{}", spoken(&desk.model));
    desk.keys("esc F");
    assert!(spoken(&desk.model).contains("[退回]"), "{}", spoken(&desk.model));
    desk.keys("esc , s").typed("甲");
    assert!(matches!(desk.model.overlay, Some(Overlay::Prompt(_))));
    assert!(spoken(&desk.model).contains("筛选的名称") && spoken(&desk.model).ends_with('甲'));
    let mut desk = Desk::new();
    desk.load(&papers()[..0]).keys("f").typed("警告").keys("enter enter");
    assert!(spoken(&desk.model).contains("不在筛选之内"), "{}", spoken(&desk.model));
}
