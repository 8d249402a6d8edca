//! Writing out, by keys: what is asked for, shown, and said.

use std::path::PathBuf;

use crate::journal::ReportKey;
use crate::tui::fixture::Desk;
use crate::tui::msg::{Effect, Intent, Msg, OutJob};
use crate::tui::outgoing::{OutFile, OutPreview, Outgoing};

fn desk() -> Desk {
    let mut desk = Desk::new();
    desk.model.out.place = Some("/home/li/文档/gouji/2024".into());
    desk
}

fn preview() -> OutPreview {
    OutPreview { texts: vec!["松溪县教育局：\n请更正".to_owned()], letters: 1, said: Vec::new() }
}

fn text(desk: &Desk) -> String {
    desk.screen().join("\n")
}

fn job(desk: &mut Desk) -> OutJob {
    let jobs =
        desk.effects().into_iter().filter_map(|effect| if let Effect::Out(job) = effect { Some(job) } else { None });
    let jobs: Vec<OutJob> = jobs.collect();
    let [job] = jobs.as_slice() else { panic!("{jobs:?}") };
    job.clone()
}

#[test]
fn a_notice_is_shown_before_it_is_written_and_its_path_is_copied() {
    let mut desk = desk();
    desk.keys("W n");
    let OutJob::Show(order) = job(&mut desk) else { panic!("written unseen") };
    assert!(matches!(&order.what, Outgoing::Notices(keys) if keys.len() == 1));
    desk.take(Msg::OutTold(2, 4));
    assert!(text(&desk).contains("2/4"), "{}", text(&desk));
    desk.take(Msg::OutShown(Ok(preview())));
    assert!(text(&desk).contains("请更正") && text(&desk).contains("文档/gouji"), "{}", text(&desk));
    desk.keys("enter");
    assert_eq!(job(&mut desk), OutJob::Write(order));
    let path = PathBuf::from("/home/li/a.docx");
    let (text_of_it, said) = ("已写出".to_owned(), vec!["另".to_owned()]);
    desk.take(Msg::OutWritten(Ok(OutFile { path, text: text_of_it, reminded: Vec::new(), said })));
    assert_eq!(desk.notice(), "已写出");
    assert!(desk.effects().contains(&Effect::CopyBeside("/home/li/a.docx".to_owned())));
    assert!(desk.model.overlay.is_none() && desk.model.out.running.is_none());
    desk.keys("j");
    assert_eq!(desk.notice(), "另", "what is beside is said with the next key");
}

#[test]
fn what_is_written_goes_on_behind_and_what_is_only_shown_does_not() {
    let mut desk = desk();
    desk.keys("W n");
    job(&mut desk);
    desk.keys("esc");
    assert_eq!(job(&mut desk), OutJob::Cancel);
    desk.take(Msg::OutShown(Err("已取消".to_owned())));
    desk.keys("W l");
    assert!(matches!(job(&mut desk), OutJob::Write(order) if order.what == Outgoing::Ledger));
    desk.keys("esc");
    assert!(desk.notice().contains("在后台继续"), "{}", desk.notice());
    desk.keys("W x");
    assert_eq!(job(&mut desk), OutJob::Cancel, "its progress is shown by the same key");
}

#[test]
fn who_leaves_while_something_is_written_is_asked_and_waited_for() {
    let mut desk = desk();
    desk.keys("W l esc").effects();
    desk.keys("q");
    assert!(text(&desk).contains("写完即退出"), "{}", text(&desk));
    desk.keys("q ctrl-c enter");
    assert!(desk.effects().is_empty(), "once too often ends nothing");
    desk.keys("esc");
    desk.keys("q x");
    assert_eq!(desk.effects(), [Effect::Out(OutJob::Cancel), Effect::Quit]);
    desk.keys("W l esc").effects();
    desk.keys("q");
    let (path, done) = (PathBuf::from("/home/li/台账.xlsx"), "已写出台账".to_owned());
    desk.take(Msg::OutWritten(Ok(OutFile { path, text: done, reminded: Vec::new(), said: Vec::new() })));
    assert_eq!(desk.effects().last(), Some(&Effect::Quit));
    assert_eq!(desk.model.out.last.as_deref(), Some("已写出台账"), "said when the terminal is given back");
    desk.keys("W l esc /").effects();
    desk.keys("ctrl-c").take(Msg::OutWritten(Err("磁盘已满".to_owned())));
    assert!(desk.effects().is_empty() && desk.notice().contains("磁盘已满"), "what has failed keeps the desk open");
    desk.keys("ctrl-c");
    assert_eq!(desk.effects(), [Effect::Quit]);
}

#[test]
fn what_is_on_the_screen_is_written_as_a_text_that_says_where_and_of_what() {
    let mut desk = desk();
    let written = |desk: &mut Desk| match job(desk) {
        OutJob::Write(order) => match order.what {
            Outgoing::Text(text) => text,
            other => panic!("{other:?}"),
        },
        other => panic!("{other:?}"),
    };
    desk.keys("/").typed("教育").keys("enter W v");
    let list = written(&mut desk);
    assert!(
        list.text.contains("教育局") && !list.text.contains("公安局") && list.text.contains("教育]"),
        "{}",
        list.text
    );
    desk.take(Msg::OutWritten(Err("没有".to_owned()))).keys("W o");
    let overview = written(&mut desk);
    assert!(overview.text.contains("未审") && overview.text.lines().count() > 8, "{}", overview.text);
    desk.take(Msg::OutWritten(Err("没有".to_owned()))).keys("enter W v");
    let findings = written(&mut desk);
    assert!(findings.name.contains("教育局") && findings.text.contains("教育局"), "{findings:?}");
}

#[test]
fn what_there_is_not_says_what_would_be_needed_and_the_menu_stays() {
    let mut desk = desk();
    desk.keys("W r");
    assert!(desk.notice().contains("先用 R 退回"), "{}", desk.notice());
    desk.keys("m");
    assert!(desk.notice().contains("空格选择"), "{}", desk.notice());
    desk.keys("esc");
    assert!(desk.model.overlay.is_none());
    desk.model.out.place = None;
    desk.keys("W p");
    assert!(desk.notice().contains("output"), "{}", desk.notice());
}

#[test]
fn after_a_return_its_notice_is_offered_and_one_key_shows_it() {
    let mut desk = desk();
    desk.keys("R enter").saved();
    assert!(desk.notice().contains("W 写通知书"), "{}", desk.notice());
    desk.keys("u").saved();
    desk.effects();
    desk.keys("R ctrl-n").saved();
    assert!(matches!(job(&mut desk), OutJob::Show(_)));
}

#[test]
fn a_notice_that_was_wanted_does_not_come_over_what_is_being_written() {
    let mut desk = desk();
    desk.keys("R ctrl-n a").typed("请核对");
    desk.effects();
    desk.saved();
    assert_eq!(desk.editor().text(), "请核对");
    assert!(desk.notice().contains("W 写通知书"), "{}", desk.notice());
    desk.keys("esc y u").saved();
    desk.keys("R ctrl-n /").typed("教").saved();
    assert!(desk.model.overlay.is_none() && desk.notice().contains("W 写通知书"), "{}", desk.notice());
    desk.keys("esc").keys("j a").typed("另").keys("enter").saved();
    assert!(!desk.effects().iter().any(|effect| matches!(effect, Effect::Out(_))), "nor does it come later");
}

#[test]
fn those_are_noted_as_reminded_to_whom_a_letter_was_written() {
    let mut desk = desk();
    desk.without_reports(&["松溪县水利局", "松溪县林业局"]).keys("W u");
    assert!(matches!(job(&mut desk), OutJob::Show(_)));
    desk.take(Msg::OutShown(Ok(preview()))).keys("enter");
    job(&mut desk);
    // The list shows others by now, and of the agencies one has reported.
    desk.keys("/").typed("教育").keys("enter");
    let to = ReportKey { region: Vec::new(), agency: "松溪县林业局".into(), year: 2024 };
    let (path, text) = (PathBuf::from("/home/li/a.docx"), "已写出".to_owned());
    desk.take(Msg::OutWritten(Ok(OutFile { path, text, reminded: vec![to], said: Vec::new() })));
    let recorded = desk.recorded();
    let agencies = recorded.iter().map(|intent| match intent {
        Intent::About { report, .. } => report.agency.as_str(),
        other => panic!("{other:?}"),
    });
    assert_eq!(agencies.collect::<Vec<_>>(), ["松溪县林业局"]);
}

#[test]
fn a_return_is_not_done_again_on_an_agency_that_has_not_reported() {
    let mut desk = desk();
    desk.without_reports(&["松溪县水利局"]);
    desk.keys("R enter").saved().keys("/").typed("水利").keys("enter").effects();
    desk.keys(".");
    assert!(matches!(job(&mut desk), OutJob::Show(order) if matches!(order.what, Outgoing::Reminders(_))));
    assert!(desk.take_pending().is_empty() && !desk.notice().contains("重复"), "{}", desk.notice());
}
