//! Reports whose agency has no name, the second one of a file, and naming them, on the screen.

use std::fmt::Write as _;

use serde_json::json;

use crate::tui::fixture::{Desk, paper};
use crate::tui::msg::Msg;
use crate::words::Lang;

use super::picture;

fn pictures(name: &str, prepare: impl Fn(&mut Desk)) {
    let mut pictures = String::new();
    for (lang, tag) in [(Lang::Zh, "zh"), (Lang::En, "en")] {
        for (width, height) in [(80, 24), (120, 40), (40, 10)] {
            let mut desk = Desk::empty(lang, width, height);
            let mut papers = vec![
                paper("漪水县财政局/2024.txt", "未具名·0123abcd", 2024),
                paper("漪水县财政局/2024.txt#2", "未具名·0123abcd#2", 2024),
                paper("漪水县水利局", "漪水县水利局", 2023),
            ];
            papers.iter_mut().take(2).for_each(|paper| paper.json["agency"]["region"] = json!([]));
            desk.load(&papers).take(Msg::LoadingDone);
            prepare(&mut desk);
            write!(pictures, "{tag} {width}×{height}\n{}\n", picture(&desk)).unwrap();
        }
    }
    insta::assert_snapshot!(name, pictures);
}

#[test]
fn reports_without_a_name_and_the_second_one_of_a_file_are_told_apart() {
    pictures("unnamed", |desk| _ = desk.keys("g j j"));
}

#[test]
fn the_names_to_choose_from_and_the_one_being_written() {
    pictures("naming", |desk| _ = desk.keys("g j , r"));
    pictures("naming_written", |desk| _ = desk.keys("g j , r").typed("漪水县新局"));
    pictures("named", |desk| _ = desk.keys("g j p , r").typed("漪水县新局").keys("enter").saved());
}

#[test]
fn naming_fits_into_any_size() {
    for (width, height) in [(1, 1), (8, 3), (20, 5), (30, 8), (200, 60)] {
        let mut desk = Desk::empty(Lang::Zh, width, height);
        desk.load(&[paper("城关镇政府/2024.txt", "未具名·0123abcd", 2024)]).keys(", r").typed("很长的名称很长的名称");
        desk.buffer();
    }
}
