use std::path::Path;
use std::sync::atomic::AtomicBool;

use serde_json::json;

use super::*;
use crate::check::Basis;
use crate::journal::{Act, Decision, ReportRef, Review, Verdict};
use crate::library::Batch;
use crate::library::fixture::{self, Paper, Texts};
use crate::library::season::Season;
use crate::library::seen;
use crate::report::Lean;
use crate::report::roster::Roster;

const AGENCY: &str = "松溪县教育局";

/// A report in order that has tables only: nothing is said of texts.
fn paper(id: &str, agency: &str, year: u16) -> Paper {
    fixture::paper(id, agency, year).with("sections", json!([]))
}

fn head() -> Letterhead {
    Letterhead {
        lang: Lang::Zh,
        office: "松溪县人民政府办公室".into(),
        contact: "政务公开科 0000-1234567".into(),
        number: "松政公开审〔{year}〕{n}号".into(),
        date: Date::constant(2025, 2, 1),
        due: None,
        names_reviewers: true,
    }
}

fn season(papers: &[Paper], acts: &[Act], roster: Option<&Roster>) -> Season {
    let dir = tempfile::tempdir().unwrap();
    for paper in papers {
        std::fs::write(dir.path().join(format!("{}.json", paper.id)), paper.json.to_string()).unwrap();
    }
    checked(dir.path(), acts, roster)
}

fn checked(dir: &Path, acts: &[Act], roster: Option<&Roster>) -> Season {
    let running = AtomicBool::new(false);
    let mut batch = Batch::new(&Texts, Basis::standard().with_roster(roster), &running);
    batch.add(dir, &|_, _| (), &mut |_, _| ());
    Season::of(batch, &Review::new(acts.to_vec()), roster, &[2024], &|| ()).0
}

fn notice(papers: &[Paper], acts: &[Act]) -> AgencyNotice {
    let season = season(papers, acts, None);
    assert_eq!(season.submissions.len(), 1);
    AgencyNotice::of(&season.submissions[0], 7, &head())
}

/// One cell is wrong, and three relations say so: five requests came in, six are reported.
fn wrong_total(id: &str) -> Paper {
    paper(id, AGENCY, 2024).set("requests/new/total", json!(6))
}

fn lean(paper: &Paper) -> Lean {
    crate::report::parse_lean(paper.json.to_string().as_bytes()).unwrap()
}

fn reference() -> ReportRef {
    let region = vec!["骐昌市".into(), "松溪县".into()];
    ReportRef { agency: AGENCY.into(), region, year: 2024, ..ReportRef::default() }
}

fn returned(paper: &Paper) -> Act {
    Act::status("李", reference(), Status::Returned, "", seen::of_report(&lean(paper)))
}

fn fingerprint(paper: &Paper, rule: &str) -> String {
    let outcome = crate::check::check(&lean(paper), crate::check::Profile::standard());
    outcome.findings.iter().find(|finding| &*finding.rule.id == rule).unwrap().fingerprint.to_string()
}

fn verdict(paper: &Paper, rule: &str, decision: Decision) -> Act {
    let verdict = Verdict { decision, reason: "内部理由".into() };
    Act::verdict("李", reference(), &fingerprint(paper, rule), verdict, None)
}

#[test]
fn one_cause_is_one_item_in_the_forms_own_words_and_should_be_stands_only_where_nothing_else_can() {
    let report = wrong_total("a");
    let notice = notice(std::slice::from_ref(&report), &[returned(&report).with_due("2025-02-20".parse().ok())]);
    assert_eq!((notice.kind, notice.round, notice.number.as_str()), (NoticeKind::Return, 1, "松政公开审〔2024〕7号"));
    assert_eq!(notice.due_line, "请于2025年2月20日前更正并重新报送。");
    let [item] = notice.must.as_slice() else { panic!("{:#?}", notice.must) };
    let cell = "表三“一、本年新收政府信息公开申请数量”行“总计”列";
    assert_eq!((item.place.as_str(), item.filed.as_str()), (cell, "6"));
    assert_eq!(item.ask, format!("{cell}应为5，现填6，请核实后更正"));
    assert_eq!(item.rules, ["T3-01", "T3-03"]);
    assert_eq!(item.wrong.len(), 2, "{:?}", item.wrong);
    assert!(item.wrong.iter().all(|line| line.contains('6') && line.contains('5')), "{:?}", item.wrong);
    assert!(notice.explain.is_empty() && notice.solved.is_empty() && notice.unasked.is_empty());
    assert!(notice.result.contains("须更正1处") && notice.result.contains("第1轮"), "{}", notice.result);
}

#[test]
fn of_several_explanations_that_are_as_good_it_is_asked_which() {
    // One request more in a total of a row alone: the entry, or the total.
    let report = paper("a", AGENCY, 2024).set("disputes/reconsideration/total", json!(1));
    let notice = notice(&[report], &[]);
    let [item] = notice.must.as_slice() else { panic!("{:#?}", notice.must) };
    assert!(item.ask.starts_with("以下各处都可能有误") && item.ask.contains("（2）"), "{}", item.ask);
    assert!(!item.ask.contains("列、表四"), "a row is named once: {}", item.ask);
    assert!(!item.ask.contains("应为"), "{}", item.ask);
    assert_eq!((notice.kind, notice.title.contains("退回")), (NoticeKind::Findings, false), "nobody has returned it");
}

#[test]
fn what_is_put_aside_or_is_nobodys_error_stays_out_and_then_nothing_should_be_anything() {
    let report = wrong_total("a");
    let acts = [returned(&report), verdict(&report, "T3-01", Decision::Accept)];
    let notice = notice(std::slice::from_ref(&report), &acts);
    let rules: Vec<&str> = notice.must.iter().flat_map(|item| &item.rules).map(String::as_str).collect();
    assert_eq!(rules, ["T3-03"]);
    assert!(
        !notice.must[0].ask.contains("应为"),
        "a reviewer holds the other relation for right: {}",
        notice.must[0].ask
    );
    let text = serde_json::to_string(&notice).unwrap();
    assert!(!text.contains("内部理由") && !text.contains("T3-01"), "{text}");
}

#[test]
fn warnings_are_asked_only_where_a_reviewer_has_kept_them() {
    // A blank cell is a warning.
    let report = paper("a", AGENCY, 2024).set("disclosure/penalties/decisions", json!(null));
    let print = fingerprint(&report, "T2-01");
    let note = Act::note("李", reference(), Target::Finding(print.as_str().into()), "请说明是否没有发生", None);
    let lists = |acts: &[Act]| {
        let notice = notice(std::slice::from_ref(&report), acts);
        let texts =
            |items: &[NoticeItem]| items.iter().flat_map(|item| item.rules.clone()).collect::<Vec<_>>().join(" ");
        (
            texts(&notice.must),
            texts(&notice.explain),
            notice.explain.iter().flat_map(|item| item.words.clone()).collect::<Vec<_>>(),
        )
    };
    let none = Vec::<String>::new;
    assert_eq!(lists(&[]), (String::new(), String::new(), none()));
    assert_eq!(
        lists(std::slice::from_ref(&note)),
        (String::new(), String::new(), none()),
        "words that are not for the agency"
    );
    let out = vec!["请说明是否没有发生".to_owned()];
    assert_eq!(lists(&[note.clone().for_agency()]), (String::new(), "T2-01".to_owned(), out));
    assert_eq!(lists(&[verdict(&report, "T2-01", Decision::ToVerify)]), (String::new(), "T2-01".to_owned(), none()));
    assert_eq!(lists(&[verdict(&report, "T2-01", Decision::Return)]), ("T2-01".to_owned(), String::new(), none()));
}

#[test]
fn words_for_the_agency_go_out_wherever_they_were_written_and_all_others_never_do() {
    let report = wrong_total("a");
    let target = |target, text| Act::note("李", reference(), target, text, None);
    let acts = [
        target(Target::Report, "整份：请加盖公章").for_agency(),
        target(Target::Section(6), "章节：请补充").for_agency(),
        target(Target::Cell("requests/new/total".into()), "单元格：请核对台账").for_agency(),
        target(Target::Cell("disclosure/fees/amount".into()), "无问题的格：请附票据，电话13812345678").for_agency(),
        target(Target::Report, "内部：此局去年也如此"),
        target(Target::Cell("requests/new/total".into()), "内部：可能是笔误"),
        Act::status("李", reference(), Status::Returned, "请一并说明原因", seen::of_report(&lean(&report)))
            .for_agency(),
    ];
    let notice = notice(std::slice::from_ref(&report), &acts);
    assert_eq!(notice.words, ["请一并说明原因", "整份：请加盖公章", "第六部分“其他需要报告的事项”：章节：请补充"]);
    assert_eq!(notice.must[0].words, ["单元格：请核对台账"]);
    let [item] = notice.explain.as_slice() else { panic!("{:#?}", notice.explain) };
    assert_eq!(item.words, ["无问题的格：请附票据，电话138******78"]);
    assert!(item.place.contains("表二") && item.rules.is_empty(), "{item:?}");
    let text = serde_json::to_string(&notice).unwrap();
    assert!(!text.contains("内部"), "{text}");
    assert_eq!(notice.reviewer, "李");
    let season = season(std::slice::from_ref(&report), &acts, None);
    let nameless = AgencyNotice::of(&season.submissions[0], 1, &Letterhead { names_reviewers: false, ..head() });
    assert!(!serde_json::to_string(&nameless).unwrap().contains('李'));
}

#[test]
fn a_second_round_says_what_is_solved_what_is_open_and_what_nobody_asked_for() {
    let [first, second] = versions(
        wrong_total("").set("disputes/reconsideration/total", json!(1)),
        paper("", AGENCY, 2024)
            .set("disputes/reconsideration/total", json!(1))
            .set("disclosure/penalties/decisions", json!(12)),
    );
    let note = Act::note(
        "李",
        reference(),
        Target::Cell("requests/new/total".into()),
        "第一轮：请核对总计",
        seen::of_id("requests/new/total", &lean(&first)),
    );
    let acts = [note.for_agency(), returned(&first), returned(&second)];
    let notice = notice(&[first, second], &acts);
    assert_eq!(notice.round, 2);
    assert_eq!(notice.solved, "1处：表三“一、本年新收政府信息公开申请数量”行“总计”列。");
    let [open] = notice.must.as_slice() else { panic!("{:#?}", notice.must) };
    assert!(open.is_open && open.place.contains("表四"), "{open:?}");
    let unasked: Vec<(&str, &str)> =
        notice.unasked.iter().map(|cell| (cell.before.as_str(), cell.now.as_str())).collect();
    assert_eq!(unasked, [("0", "12")]);
    let text = serde_json::to_string(&notice).unwrap();
    assert!(!text.contains("第一轮："), "it went out with the first return, and was answered: {text}");
}

#[test]
fn numbers_of_people_in_a_cell_are_hidden_wherever_it_is_told() {
    let raw = |text: &str| json!({ "raw": text });
    let [first, second] = versions(
        wrong_total("").set("disclosure/penalties/decisions", raw("见13812345678")),
        wrong_total("").set("disclosure/penalties/decisions", raw("见13912345678")),
    );
    let cell = || Target::Cell("disclosure/penalties/decisions".into());
    let acts =
        [returned(&first), Act::note("李", reference(), cell(), "请填数字", None).for_agency(), returned(&second)];
    let notice = notice(&[first, second], &acts);
    let text = serde_json::to_string(&notice).unwrap();
    assert!(text.contains("139******78") && !text.contains("12345678"), "{text}");
}

#[test]
fn who_has_not_reported_is_reminded_and_a_report_that_lies_elsewhere_is_no_reason_to() {
    let text = "名称,地区\n松溪县水务局,骐昌市/松溪县\n松溪县教育局,骐昌市/松溪县\n";
    let roster = Roster::parse(text.as_bytes()).unwrap();
    let season = season(&[paper("a", AGENCY, 2024)], &[], Some(&roster));
    let [absent] = season.absent.as_slice() else { panic!("one is missing") };
    assert!(!absent.is_elsewhere());
    let due = Some(Date::constant(2025, 2, 10));
    let notice = AgencyNotice::reminder(absent, 1, &Letterhead { due, ..head() });
    assert_eq!(notice.salutation, "松溪县水务局：");
    assert_eq!(notice.result, "截至2025年2月1日，尚未收到你单位2024年政府信息公开工作年度报告，请尽快报送。");
    assert_eq!(notice.due_line, "请于2025年2月10日前报送。");
    assert!(notice.is_reminder && notice.must.is_empty());
}

#[test]
fn what_was_read_with_a_doubt_is_nobodys_error_until_a_reviewer_says_so() {
    let doubt =
        json!([{ "kind": "chosen-values", "cell": "requests/new/total", "message": "按勾稽关系选取", "line": 9 }]);
    let report = wrong_total("a").with("remarks", doubt);
    let rules = |acts: &[Act]| {
        let notice = notice(std::slice::from_ref(&report), acts);
        let of = |items: &[NoticeItem]| items.iter().flat_map(|item| item.rules.clone()).collect::<Vec<_>>();
        (of(&notice.must), of(&notice.explain))
    };
    assert_eq!(rules(&[]), (vec![], vec![]));
    let confirm = |cell: &str| {
        let target = Target::Cell(cell.into());
        Act::reading("李", reference(), target, crate::journal::Comparison::Confirmed, "", None)
    };
    let (must, explain) = rules(&[confirm("requests/new/total")]);
    assert!(must.is_empty() && !explain.is_empty(), "{explain:?}");
    assert!(explain.iter().all(|rule| !rule.starts_with("EXT")), "{explain:?}");
}

#[test]
fn who_was_never_told_of_anything_is_not_said_to_have_left_it_as_it_was() {
    let versions = versions(
        wrong_total("").set("disputes/reconsideration/total", json!(1)),
        wrong_total("").set("disclosure/penalties/decisions", json!(12)),
    );
    let notice = notice(&versions, &[]);
    assert!(notice.solved.is_empty() && notice.unasked.is_empty(), "{notice:#?}");
    assert!(notice.must.iter().all(|item| !item.is_open), "{:#?}", notice.must);
}

/// Two versions, the second of which stands.
fn versions(first: Paper, second: Paper) -> [Paper; 2] {
    let version = |number: u32, paper: Paper| Paper { id: number.to_string(), ..paper.with("version", json!(number)) };
    [version(1, first), version(2, second)]
}

#[test]
fn the_first_round_is_held_against_nothing_though_there_was_a_version_before() {
    let wrong = || wrong_total("").set("disputes/reconsideration/total", json!(1));
    let versions =
        versions(wrong(), wrong().set("requests/new/total", json!(5)).set("disclosure/penalties/decisions", json!(12)));
    for seen in [returned(&versions[1]), Act { seen: None, ..returned(&versions[1]) }] {
        let notice = notice(&versions, &[seen]);
        assert_eq!((notice.round, notice.must.len()), (1, 1), "{notice:#?}");
        assert!(notice.solved.is_empty() && notice.unasked.is_empty(), "{notice:#?}");
        assert!(!notice.must[0].is_open, "{:#?}", notice.must);
    }
}

#[test]
fn only_what_went_out_with_the_last_return_was_named_then() {
    let blank = || paper("", AGENCY, 2024).set("disclosure/penalties/decisions", json!(null));
    let versions = versions(blank().set("requests/new/total", json!(6)), blank());
    let [first, second] = &versions;
    let decided = verdict(second, "T2-01", Decision::Return);
    let is_open = |acts: &[Act]| {
        let notice = notice(&versions, acts);
        let [item] = notice.must.as_slice() else { panic!("{:#?}", notice.must) };
        assert_eq!((notice.round, item.rules.as_slice()), (2, &["T2-01".to_owned()][..]));
        item.is_open
    };
    assert!(is_open(&[decided.clone(), returned(first), returned(second)]));
    assert!(!is_open(&[returned(first), decided.clone(), returned(second)]), "nobody had asked for it");
    let aside = verdict(first, "T2-01", Decision::Accept);
    let back = Act::retract(&SafeText::line("李"), &aside);
    assert!(!is_open(&[decided, aside, returned(first), back, returned(second)]), "it was put aside then");
}

#[test]
fn who_changed_what_was_asked_about_is_not_said_to_have_changed_it_unasked() {
    let blank = paper("", AGENCY, 2024).set("disclosure/penalties/decisions", json!(null));
    let told = versions(blank, paper("", AGENCY, 2024).set("disclosure/penalties/decisions", json!(12)));
    let acts = [verdict(&told[0], "T2-01", Decision::ToVerify), returned(&told[0]), returned(&told[1])];
    assert_eq!(notice(&told, &acts).unasked.len(), 0, "it was asked whether nothing had happened");
    // Asked about in the first round; what it was changed to is held for right in the second.
    let wrong = versions(wrong_total(""), wrong_total("").set("requests/new/total", json!(7)));
    let accepted = ["T3-01", "T3-03"].map(|rule| verdict(&wrong[1], rule, Decision::Accept));
    let acts: Vec<Act> = [returned(&wrong[0])].into_iter().chain(accepted).chain([returned(&wrong[1])]).collect();
    assert_eq!(notice(&wrong, &acts).unasked.len(), 0);
}

#[test]
fn who_was_accepted_is_asked_for_nothing_but_what_a_reviewer_wrote_to_it() {
    let report = wrong_total("a");
    let accepted = Act::status("李", reference(), Status::Accepted, "", seen::of_report(&lean(&report)));
    let told = notice(std::slice::from_ref(&report), std::slice::from_ref(&accepted));
    assert_eq!((told.kind, told.must.len(), told.explain.len()), (NoticeKind::Accepted, 0, 0), "{told:#?}");
    let note = Act::note("李", reference(), Target::Cell("disclosure/fees/amount".into()), "请附票据", None);
    let told = notice(std::slice::from_ref(&report), &[note.for_agency(), accepted]);
    assert!(told.must.is_empty() && told.explain[0].words == ["请附票据"], "{told:#?}");
    assert_eq!(told.explain[0].no, 1);
}

#[test]
fn as_long_as_nobody_has_accepted_a_report_it_is_not_said_to_be_in_order() {
    let notice = notice(&[paper("a", AGENCY, 2024)], &[]);
    assert_eq!(notice.kind, NoticeKind::Clean);
    assert!(notice.result.contains("正在审核，目前没有"), "{}", notice.result);
}

#[test]
fn how_the_office_calls_its_files_stays_in_the_office() {
    let season = season(&[paper("内部七", AGENCY, 2024), wrong_total("内部八")], &[], None);
    let texts: Vec<String> = season
        .submissions
        .iter()
        .map(|submission| serde_json::to_string(&AgencyNotice::of(submission, 1, &head())).unwrap())
        .collect();
    assert!(texts.iter().any(|text| text.contains("DOC-09")), "{texts:?}");
    assert!(texts.iter().all(|text| !text.contains("内部")), "{texts:?}");
}

fn with_text(paper: Paper, text: &str) -> Paper {
    paper.with("sections", json!([{ "number": 1, "heading": "一、总体情况", "text": text }]))
}

#[test]
fn a_text_that_gives_what_a_cell_should_be_is_no_cause_of_its_own() {
    let report = with_text(wrong_total("a"), "本年新收政府信息公开申请5件，上年结转0件。");
    let told = notice(&[report], &[]);
    let item = told.must.iter().find(|item| item.rules.iter().any(|rule| rule == "T3-03")).unwrap();
    assert!(item.rules.iter().any(|rule| rule == "N-01") && item.ask.contains("应为5"), "{:#?}", told.must);
    let apart = with_text(wrong_total("a"), "本年新收政府信息公开申请7件，上年结转0件。");
    let other = notice(&[apart], &[]);
    let item = other.must.iter().find(|item| item.rules.iter().any(|rule| rule == "N-01")).unwrap();
    assert_eq!(item.rules, ["N-01"], "the text gives another number");
}

#[test]
fn where_two_passages_do_not_agree_both_are_shown() {
    let report = with_text(paper("a", AGENCY, 2024), "全年作出行政处罚18件。\n行政处罚19件均已公开。");
    let notice = notice(&[report], &[]);
    let item = notice.must.iter().chain(&notice.explain).find(|item| item.rules == ["N-16"]);
    let item = item.unwrap_or_else(|| panic!("{notice:#?}"));
    assert!(item.filed.contains("18件") && item.filed.contains("19件"), "{item:#?}");
}
