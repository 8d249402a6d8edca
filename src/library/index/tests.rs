use std::path::PathBuf;

use super::*;
use crate::form;
use crate::report::Cells;
use crate::report::Lean;

pub(crate) fn item(id: &str, name: &str, year: u16, version: Option<u32>, errors: u32) -> Item {
    let form = form::newest();
    let agency = Agency { name: SafeText::line(name), ..Agency::default() };
    let lean = Lean { head: Head { agency, year, version }, form, cells: Cells::missing(form), remarks: 0 };
    let mut sheet = Sheet::new(lean, Vec::new());
    sheet.counts.error = errors;
    Item { id: SafeText::line(id), path: PathBuf::from(id), body: Ok(sheet) }
}

fn shown(library: &Library, year: Option<u16>) -> Vec<&str> {
    let shown = library.in_order().iter().filter(|&&item| library.is_shown(item, year));
    shown.map(|&item| library.get(item).unwrap().id.as_str()).collect()
}

#[test]
fn a_report_is_found_by_its_id() {
    let mut library = Library::default();
    for id in ["c", "a", "b"] {
        library.add(item(id, "甲", 2024, None, 0));
    }
    library.settle();
    assert_eq!(["a", "b", "c", "d"].map(|id| library.find(id)), [Some(1), Some(2), Some(0), None]);
}

#[test]
fn reports_of_one_place_share_its_region_and_those_of_one_agency_its_sound() {
    let at = |id: &str, name: &str, year| {
        let mut item = item(id, name, year, None, 0);
        let sheet = item.body.as_mut().unwrap();
        Arc::get_mut(&mut sheet.lean).unwrap().head.agency.region =
            ["甲市", "乙县"].map(SafeText::line).into_iter().collect();
        item
    };
    let mut library = Library::default();
    for item in [at("a", "教育局", 2024), at("b", "教育局", 2023), at("c", "公安局", 2024)] {
        library.add(item);
    }
    let region = |item| &library.sheet(item).unwrap().lean.head.agency.region;
    assert!(Arc::ptr_eq(region(0), region(1)) && Arc::ptr_eq(region(0), region(2)));
    let [first, second, other] = [0, 1, 2].map(|item| library.sounds(item).unwrap());
    assert!(std::ptr::eq(first, second) && first != other);
}

#[test]
fn a_replaced_item_keeps_its_number_and_belongs_where_it_now_says() {
    let mut library = Library::default();
    for item in [item("a", "甲", 2024, None, 1), item("b", "甲", 2023, None, 0), item("c", "乙", 2024, None, 0)] {
        library.add(item);
    }
    library.settle();
    assert_eq!(shown(&library, None), ["a", "c"]);
    // The file of 甲 for 2024 turns out to be 乙's for 2025.
    library.replace(0, item("a", "乙", 2025, None, 4));
    assert_eq!(library.find("a"), Some(0));
    assert_eq!(shown(&library, None), ["a", "b"]);
    assert_eq!(library.sheet(0).unwrap().counts.error, 4);
    assert_eq!(library.reports_of(&[], "甲", 2024).count(), 0);
    assert_eq!(library.reports_of(&[], "乙", 2025).collect::<Vec<_>>(), [0]);
    assert_eq!(library.years(), [2025, 2024, 2023]);
    library.replace(0, Item { id: "a".into(), path: PathBuf::new(), body: Err("half".into()) });
    assert_eq!(shown(&library, None), ["a", "b", "c"], "what cannot be read is always shown");
    library.replace(0, item("a", "甲", 2024, None, 1));
    assert_eq!(shown(&library, None), ["a", "c"]);
}

#[test]
fn a_removed_item_stays_but_belongs_to_nothing_until_its_file_is_back() {
    let mut library = Library::default();
    for item in [item("a", "甲", 2024, None, 0), item("b", "甲", 2023, None, 0)] {
        library.add(item);
    }
    library.settle();
    library.remove(0);
    library.remove(7);
    assert!(library.is_gone(0) && !library.is_gone(1) && !library.is_gone(7));
    assert_eq!(shown(&library, None), ["b"], "the year before stands for the agency now");
    assert!(library.sheet(0).is_some(), "whoever looks at it still can");
    assert_eq!((library.find("a"), library.years()), (Some(0), vec![2023]));
    assert_eq!(library.reports_of(&[], "甲", 2024).count(), 0);
    library.replace(0, item("a", "甲", 2024, None, 0));
    assert_eq!((library.is_gone(0), shown(&library, None)), (false, vec!["a"]));
}

#[test]
fn an_agency_counts_once_and_what_cannot_be_read_is_none() {
    let mut library = Library::default();
    for item in [
        item("a/1", "甲", 2024, None, 0),
        item("a/2", "甲", 2024, None, 0),
        item("b", "乙", 2024, None, 0),
        Item { id: "x".into(), path: PathBuf::new(), body: Err("bad".into()) },
    ] {
        library.add(item);
    }
    assert_eq!(library.agencies_among(&[0, 1, 2, 3]), 2);
    assert_eq!(library.agencies_among(&[]), 0);
}

#[test]
fn the_latest_year_and_the_latest_version_stand_for_an_agency() {
    let mut library = Library::default();
    for item in [
        item("b/2", "乙", 2024, Some(2), 0),
        item("b/1", "乙", 2024, Some(1), 0),
        item("a/23", "甲", 2023, None, 0),
        item("a/24", "甲", 2024, None, 0),
        item("c/copy", "丙", 2024, None, 0),
        item("c/one", "丙", 2024, None, 0),
        Item { id: "x".into(), path: PathBuf::new(), body: Err("bad".into()) },
    ] {
        library.add(item);
    }
    library.settle();
    assert_eq!(shown(&library, None), ["a/24", "b/2", "c/copy", "c/one", "x"]);
    assert_eq!(shown(&library, Some(2023)), ["a/23", "x"]);
    assert_eq!(library.years(), [2024, 2023]);
    let found: Vec<ItemId> = library.reports_of(&[], "乙", 2024).collect();
    assert_eq!(found, [0, 1]);
}

#[test]
fn a_file_that_goes_and_comes_back_takes_no_other_of_its_folder_away() {
    let mut library = Library::default();
    for id in ["a/1", "a/2", "b/1"] {
        library.add(item(id, "甲", 2024, None, 0));
    }
    library.settle();
    for _ in 0..2 {
        library.remove(0);
        assert_eq!([1, 2].map(|item| library.folder(item)), [Some("a"), Some("b")]);
        library.replace(0, item("a/1", "甲", 2024, None, 0));
    }
    library.remove(2);
    assert!(!library.has_namesakes(), "all that are there lie in one folder");
}
