//! Orders of several columns and saved filters, by keys.

use crate::check::Profile;
use crate::report::SafeText;
use crate::terminal::glyphs::SAFE;
use crate::tui::fixture::{Desk, said};
use crate::tui::kept::filters::File;
use crate::tui::model::{Overlay, Saved, Setting};
use crate::tui::msg::{Effect, Keep, Msg};
use crate::words::{Lang, ZH};

/// Writes what was to be written, as `run` does.
fn keep(desk: &mut Desk, file: &mut File) {
    for effect in desk.effects() {
        let Effect::Keep(keep) = effect else { continue };
        let name = match &keep {
            Keep::Put(saved) => {
                file.put(saved);
                Some(saved.name.clone())
            }
            Keep::Remove(name) => {
                file.remove(name);
                None
            }
        };
        desk.take(Msg::Filters(Ok((file.filters(Profile::standard()), name))));
    }
}

fn names(desk: &Desk) -> Vec<&str> {
    desk.model.filters.list.iter().map(|saved| saved.name.as_str()).collect()
}

#[test]
fn columns_are_set_one_after_the_other_and_the_list_follows_at_once() {
    let mut desk = Desk::new();
    desk.keys("S").typed("状态").keys("enter ctrl-u").typed("错误").keys("tab tab");
    assert!(matches!(desk.model.overlay, Some(Overlay::Picker(_))));
    assert_eq!(desk.listed(), ["d", "a/new", "c", "b"]);
    said(&desk, "排序：错误▾");
    desk.keys("backspace backspace").typed("机关").keys("enter");
    said(&desk, "排序：错误▾ 机关▴");
    desk.keys("enter enter");
    said(&desk, "排序：错误▾");
    desk.keys("ctrl-u");
    said(&desk, "排序：文件");
    desk.keys("esc S").typed("year").keys("enter esc");
    assert_eq!(desk.listed(), ["a/new", "b", "c", "d"], "what cannot be read has no year");
    assert!(desk.screen()[1].contains("排序 年度▴"), "{}", desk.screen()[1]);
    desk.keys("s");
    assert_eq!(desk.model.list.order.usual(), Some(0));
}

#[test]
fn one_key_turns_the_order_around_and_back() {
    let mut desk = Desk::new();
    let files = desk.listed();
    desk.keys("r");
    said(&desk, "排序：文件▾");
    assert!(desk.listed().iter().eq(files.iter().rev()), "{:?}", desk.listed());
    desk.keys("r");
    said(&desk, "排序：文件");
    assert_eq!(desk.listed(), files);
    desk.keys("s");
    said(&desk, "排序：问题");
    desk.keys("r");
    said(&desk, "排序：错误▴ 警告▴");
    desk.keys("r");
    assert_eq!(desk.model.list.order.usual(), Some(0));
}

#[test]
fn a_filter_is_saved_applied_removed_and_restored() {
    let (mut desk, mut file) = (Desk::new(), File::default());
    desk.keys(", s");
    assert_eq!((desk.notice(), desk.model.overlay.is_none()), (ZH.find.nothing_to_save(), true));
    desk.keys("F");
    assert_eq!(desk.notice(), ZH.find.no_filters(", s"));
    desk.keys("f")
        .typed("警告")
        .keys("enter s / ")
        .typed("白石")
        .keys("enter , s")
        .typed("  镇\u{202e}里 ")
        .keys("enter");
    keep(&mut desk, &mut file);
    said(&desk, "镇\\u{202E}里");
    let setting = desk.model.list.setting();
    desk.keys("esc esc s s s s s");
    assert_ne!(desk.model.list.setting(), setting);
    desk.keys("F enter");
    assert_eq!((desk.model.list.setting(), desk.listed()), (setting, vec!["c".to_owned()]));
    said(&desk, "已套用筛选");
    desk.keys("F delete");
    keep(&mut desk, &mut file);
    assert!(names(&desk).is_empty() && file.filters(Profile::standard()).is_empty());
    desk.keys("enter backspace");
    keep(&mut desk, &mut file);
    assert_eq!(names(&desk), ["镇\\u{202E}里"]);
    assert!(matches!(desk.model.overlay, Some(Overlay::Picker(_))), "it stays open");
    desk.keys("enter");
    said(&desk, "已套用筛选");
}

#[test]
fn a_name_is_one_line_and_an_empty_one_saves_nothing() {
    let mut desk = Desk::new();
    desk.keys("s , s").paste("甲\n乙").keys("alt-enter ctrl-j");
    let Some(Overlay::Prompt(prompt)) = &desk.model.overlay else { panic!() };
    assert_eq!(prompt.text, "甲");
    desk.keys("ctrl-u").typed(&"长".repeat(500));
    let Some(Overlay::Prompt(prompt)) = &desk.model.overlay else { panic!() };
    assert_eq!(prompt.text.chars().count(), crate::tui::overlay::prompt::MAX_NAME);
    desk.keys("ctrl-u").typed("  ").keys("enter");
    assert_eq!((desk.notice(), desk.model.overlay.is_none()), (ZH.desk.nothing_written(), true));
    desk.keys(", s").typed("甲").keys("esc");
    assert!(desk.effects().iter().all(|effect| !matches!(effect, Effect::Keep(_))));
}

#[test]
fn what_could_not_be_saved_is_said() {
    let mut desk = Desk::new();
    desk.take(Msg::Filters(Err("磁盘已满".to_owned())));
    said(&desk, "磁盘已满");
}

#[test]
fn a_condition_that_means_nothing_here_is_shown_and_fits_nothing() {
    let text = r#"{ "schema": "gouji/filters/1", "filters": [
        { "name": "旧", "chips": [{ "rule": "X-99" }, { "status": "returned" }, { "region": ["骐昌市", "别县"] },
          { "region": ["骐昌市"] }] } ] }"#;
    let file = File::parse(text).unwrap();
    let mut desk = Desk::new();
    desk.take(Msg::Filters(Ok((file.filters(Profile::standard()), None))));
    desk.keys("F");
    assert!(
        desk.screen().concat().contains("旧  [X-99（未知）] [退回] [别县（未知）] [骐昌市]"),
        "{}",
        desk.screen().join("\n")
    );
    desk.keys("enter");
    assert!(desk.listed().is_empty());
    assert!(desk.screen()[1].contains("[X-99（未知）]"), "{}", desk.screen()[1]);
    desk.keys("esc esc esc esc");
    assert_eq!(desk.listed().len(), 4);
}

#[test]
fn a_filter_saved_since_is_not_overwritten_by_a_restored_one() {
    let mut desk = Desk::new();
    let saved = |filter: &str| Saved {
        name: SafeText::line("甲"),
        setting: Setting { filter: filter.to_owned(), ..Setting::default() },
    };
    desk.take(Msg::Filters(Ok((vec![saved("旧")], None)))).keys("F delete");
    desk.effects();
    desk.take(Msg::Filters(Ok((vec![saved("新")], None)))).keys("backspace");
    assert!(desk.effects().is_empty());
    assert_eq!(desk.model.filters.list, [saved("新")]);
}

#[test]
fn enter_after_tab_does_not_take_the_chip_away_again() {
    let mut desk = Desk::new();
    desk.keys("f").typed("错误").keys("tab enter");
    assert_eq!((desk.model.list.chips.iter().count(), desk.model.overlay.is_none()), (1, true));
    desk.keys("f").typed("错误").keys("enter");
    assert_eq!(desk.model.list.chips.iter().count(), 0, "without tab, enter takes it away");
}

#[test]
fn a_list_says_when_nothing_fits_what_was_typed() {
    for key in ["enter", "tab"] {
        let mut desk = Desk::new();
        desk.keys("f").typed("没有这个").keys(key);
        assert_eq!(desk.notice(), ZH.find.nothing_fits());
        assert!(desk.model.overlay.is_some());
    }
}

#[test]
fn esc_gives_a_search_up_and_the_cursor_stays_on_what_was_found() {
    let mut desk = Desk::new();
    desk.keys("/").typed("白石").keys("esc");
    assert_eq!(desk.listed().len(), Desk::new().listed().len());
    let sheet = desk.model.current_sheet().unwrap();
    assert_eq!(sheet.lean.head.agency.name.as_str(), "白石镇人民政府");
}

#[test]
fn a_small_screen_shows_what_can_be_chosen() {
    let mut desk = Desk::of(Lang::Zh, 24, 6);
    for keys in ["f", "esc S", "esc :"] {
        desk.keys(keys);
        let screen = desk.screen();
        assert!(screen.iter().any(|line| line.contains(SAFE.marker) && line.starts_with("╎")), "{screen:?}");
    }
}

#[test]
fn columns_give_way_until_agencies_can_be_told_apart() {
    for (lang, width) in [(Lang::Zh, 24), (Lang::Zh, 40), (Lang::En, 40), (Lang::En, 60)] {
        let screen = Desk::of(lang, width, 12).screen();
        for name in ["松溪县教育", "松溪县公安"] {
            assert!(screen.iter().any(|line| line.contains(name)), "{width}: {screen:?}");
        }
    }
}
