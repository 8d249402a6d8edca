use std::sync::atomic::AtomicBool;

use serde_json::{Value, json};

use super::*;
use crate::check::Basis;
use crate::journal::{Act, Decision, ReportRef, Review, Status, Target, Verdict};
use crate::library::Batch;
use crate::library::fixture::{Paper, Texts, paper};
use crate::library::season::Season;
use crate::library::seen;
use crate::output::export::Export;
use crate::report::Lean;
use crate::words::Lang;

const HOSTILE: &str = "</script><script>alert(1)</script><!--<img src=x onerror=alert(2)>\u{2028}&lt;\"'";

fn lean(paper: &Paper) -> Lean {
    crate::report::parse_lean(paper.json.to_string().as_bytes()).unwrap()
}

fn reference(paper: &Paper) -> ReportRef {
    let head = lean(paper).head;
    let (agency, region) = (head.agency.name.clone(), head.agency.region.to_vec());
    ReportRef { agency, region, year: head.year, ..ReportRef::default() }
}

fn season(papers: &[&Paper], acts: &[Act]) -> Season {
    let dir = tempfile::tempdir().unwrap();
    for paper in papers {
        std::fs::write(dir.path().join(format!("{}.json", paper.id)), paper.json.to_string()).unwrap();
    }
    let running = AtomicBool::new(false);
    let mut batch = Batch::new(&Texts, Basis::standard(), &running).keeps_texts(true);
    batch.add(dir.path(), &|_, _| (), &mut |_, _| ());
    Season::of(batch, &Review::new(acts.to_vec()), None, &[2024], &|| ()).0
}

fn export(season: &Season) -> Export<'_> {
    Export {
        season,
        lang: Lang::Zh,
        date: "2025-02-01".parse().unwrap(),
        years: "2024".to_owned(),
        filter: String::new(),
        for_agencies: false,
        names_reviewers: true,
        scores: None,
    }
}

/// The page, and what its script reads: the list, and the page of each agency by its name.
struct Written {
    text: String,
    list: Value,
}

impl Written {
    fn of(season: &Season, change: impl FnOnce(&mut Export<'_>)) -> Self {
        let mut export = export(season);
        change(&mut export);
        let mut out = Vec::new();
        write_dossier(&mut out, &Gathered::of(&export), &|| false).unwrap();
        let text = String::from_utf8(out).unwrap();
        let list = held(&text, "data");
        Self { text, list }
    }

    fn agency(&self, name: &str) -> (Value, Value) {
        let line = self.list["agencies"].as_array().unwrap().iter().find(|line| line["name"] == name).unwrap();
        (line.clone(), held(&self.text, &format!("d-{}", line["key"].as_str().unwrap())))
    }
}

fn held(text: &str, id: &str) -> Value {
    let (_, rest) = text.split_once(&format!("id=\"{id}\">")).unwrap();
    serde_json::from_str(rest.split_once("</script>").unwrap().0).unwrap()
}

fn wrong(id: &str, name: &str) -> Paper {
    paper(id, name, 2024).set("requests/new/total", json!(6)).with("sections", json!([]))
}

#[test]
fn foreign_text_is_never_markup() {
    let report = wrong("a", HOSTILE).set("disputes/reconsideration/pending", json!({ "raw": HOSTILE }));
    let note = Act::note(HOSTILE, reference(&report), Target::Report, HOSTILE, None).for_agency();
    let returned = Act::status(HOSTILE, reference(&report), Status::Returned, HOSTILE, None).for_agency();
    let page = Written::of(&season(&[&report], &[note, returned]), |export| export.filter = HOSTILE.to_owned());
    for tag in ["<script>alert", "<img", "<!--"] {
        assert!(!page.text.contains(tag), "{tag}");
    }
    let (_, code) = page.text.split_once("<script").unwrap();
    assert!(!code.contains('\u{2028}'), "old engines end a line there, within a string");
    // Two of data, one of code, and what ends them: nobody has opened or closed one.
    assert_eq!((page.text.matches("<script").count(), page.text.matches("</script").count()), (3, 3));
    let name = page.list["agencies"][0]["name"].as_str().unwrap();
    assert!(name.contains("</script><script>alert(1)"), "it is told all the same: {name}");
    let (_, agency) = page.agency(name);
    assert!(agency["notes"][0]["text"].as_str().unwrap().starts_with("</script>"));
    assert!(agency["cells"].as_array().unwrap().iter().any(|cell| cell["text"].is_string()));
}

#[test]
fn the_page_takes_nothing_but_its_own_script_and_style() {
    let page = Written::of(&season(&[&wrong("a", "松溪县教育局")], &[]), |_| ());
    let policy = "default-src 'none'; script-src 'sha256-";
    assert!(page.text.contains(policy) && page.text.contains("base-uri 'none'; form-action 'none'"));
    for outside in ["http:", "https:", "url(", "@import", "src=", "<link", "style=\"", "onclick"] {
        assert!(!page.text.contains(outside), "{outside}");
    }
    for way in ["innerHTML", "outerHTML", "insertAdjacent", "document.write", "eval(", "Function(", "setAttribute(\"on"]
    {
        assert!(!page::SCRIPT.contains(way), "{way} makes markup of text");
    }
}

#[test]
fn a_page_has_both_sides_of_an_equation_the_verdict_and_the_words() {
    let report = wrong("a", "松溪县教育局");
    let checked = season(&[&report], &[]);
    let print = checked.submissions[0].now.findings().next().unwrap().0.fingerprint.to_string();
    let verdict = Verdict { decision: Decision::Return, reason: "与上年口径不同".into() };
    let seen = || seen::of_report(&lean(&report));
    let acts = [
        Act::verdict("李审核", reference(&report), &print, verdict, None),
        Act::note("王核对", reference(&report), Target::Finding(print.as_str().into()), "内部的话", None),
        Act::note("王核对", reference(&report), Target::Report, "请联系我们", None).for_agency(),
        Act::status("李审核", reference(&report), Status::Returned, "请更正", seen()).for_agency(),
    ];
    let judged = season(&[&report], &acts);
    let page = Written::of(&judged, |_| ());
    let (line, agency) = page.agency("松溪县教育局");
    assert_eq!((&line["status"], &line["round"], &line["notes"]), (&json!("returned"), &json!(1), &json!(2)));
    let counts = checked.submissions[0].now.checked.outcome.counts();
    assert_eq!((&line["errors"], &line["warnings"]), (&json!(counts.error), &json!(counts.warning)));
    let form = crate::form::newest();
    let index = |id: &str| json!(form.cell(id).unwrap().index());
    let finding = &agency["findings"][0];
    let left = finding["left"].as_array().unwrap();
    assert!(left.contains(&index("requests/new/total")) && !finding["right"].as_array().unwrap().is_empty());
    assert_eq!(agency["cells"][form.cell("requests/new/total").unwrap().index()], json!("6"));
    assert_eq!((&finding["reason"], &finding["by"]), (&json!("与上年口径不同"), &json!("李审核")));
    assert_eq!((&finding["state"], &finding["notes"]), (&json!("须更正"), &json!([0])));
    assert_eq!((&agency["steps"][0]["status"], &agency["steps"][0]["text"]), (&json!("returned"), &json!("请更正")));
    let anonymous = Written::of(&judged, |export| export.names_reviewers = false);
    assert!(!anonymous.text.contains("李审核") && !anonymous.text.contains("王核对"));
}

#[test]
fn what_goes_to_agencies_has_no_word_of_the_office() {
    let report = wrong("a", "松溪县教育局");
    let print = season(&[&report], &[]).submissions[0].now.findings().next().unwrap().0.fingerprint.to_string();
    let verdict = Verdict { decision: Decision::Return, reason: "内部理由".into() };
    let acts = [
        Act::verdict("李审核", reference(&report), &print, verdict, None),
        Act::note("王核对", reference(&report), Target::Report, "内部的话", None),
        Act::note("王核对", reference(&report), Target::Report, "告机关的话", None).for_agency(),
        Act::status("李审核", reference(&report), Status::Returned, "退回的内部说明", None),
    ];
    let page = Written::of(&season(&[&report], &acts), |export| export.for_agencies = true);
    for word in ["李审核", "王核对", "内部理由", "内部的话", "退回的内部说明"] {
        assert!(!page.text.contains(word), "{word}");
    }
    let (line, agency) = page.agency("松溪县教育局");
    assert!(page.text.contains("告机关的话") && line.get("open").is_none());
    for kept in ["doubtful", "repairs", "remarks", "gaps"] {
        assert_eq!(agency[kept], json!([]), "{kept}");
    }
}

#[test]
fn versions_are_told_with_what_changed_between_them() {
    let first = wrong("1", "松溪县教育局").with("version", json!(1));
    let second = paper("2", "松溪县教育局", 2024)
        .with("sections", json!([]))
        .with("version", json!(2))
        .set("disclosure/penalties/decisions", json!(12));
    let returned = Act::status("李", reference(&first), Status::Returned, "", seen::of_report(&lean(&first)));
    let page = Written::of(&season(&[&first, &second], &[returned]), |_| ());
    let (_, agency) = page.agency("松溪县教育局");
    let versions = agency["versions"].as_array().unwrap();
    assert_eq!(
        versions.iter().map(|it| it["name"].as_str().unwrap()).collect::<Vec<_>>(),
        ["第2次报送（现行）", "第1次报送"]
    );
    let cells = versions[0]["cells"].as_array().unwrap();
    let told: Vec<(&str, &str, bool)> = cells
        .iter()
        .map(|it| (it["before"].as_str().unwrap(), it["now"].as_str().unwrap(), it.get("unasked").is_some()))
        .collect();
    assert_eq!(told, [("0", "12", true), ("6", "5", false)]);
    assert!(!versions[0]["solved"].as_array().unwrap().is_empty());
    let solved = agency["findings"].as_array().unwrap().iter().filter(|it| it["solved"] == json!(true)).count();
    assert!(solved > 0, "what was asked for and is gone is there too");
}

#[test]
fn personal_data_that_was_found_is_hidden_in_every_version() {
    let private = json!({ "raw": "13812345678" });
    let first = wrong("1", "松溪县教育局").with("version", json!(1)).set("disclosure/fees/amount", private.clone());
    let second = wrong("2", "松溪县教育局").with("version", json!(2));
    let page = Written::of(&season(&[&first, &second], &[]), |_| ());
    assert!(!page.text.contains("13812345678") && page.text.contains("138******78"));
}

#[test]
fn words_about_an_earlier_version_hide_whom_it_named() {
    let text = json!([{ "number": 1, "heading": "一、总体情况", "text": "申请人李小明不服答复。" }]);
    let first = wrong("1", "松溪县教育局").with("version", json!(1)).with("sections", text);
    let second = wrong("2", "松溪县教育局").with("version", json!(2));
    let words = "请删去李小明的姓名";
    let acts = [
        Act::note("王", reference(&first), Target::Report, words, None).for_agency(),
        Act::status("李", reference(&first), Status::Returned, words, seen::of_report(&lean(&first))).for_agency(),
    ];
    let season = season(&[&first, &second], &acts);
    let page = Written::of(&season, |export| export.for_agencies = true);
    let (_, agency) = page.agency("松溪县教育局");
    let told = [&agency["notes"][0]["text"], &agency["steps"][0]["text"]];
    assert_eq!(told, [&json!("请删去李某某的姓名"); 2]);
    assert!(!page.text.contains("李小明"));
}

#[test]
fn the_text_of_a_report_stands_on_its_page_with_the_passages_that_findings_quote() {
    let said = "申请人李小明不服答复。全年收到申请999件。<b>𠮷</b>";
    let text =
        json!([{ "number": 1, "heading": "一、总体情况", "text": said }, { "number": 2, "heading": "", "text": " " }]);
    let page = Written::of(&season(&[&wrong("a", "松溪县教育局").with("sections", text)], &[]), |_| ());
    let (_, agency) = page.agency("松溪县教育局");
    let [section] = agency["texts"].as_array().unwrap().as_slice() else { panic!("{}", agency["texts"]) };
    assert_eq!(section["text"], json!("申请人李某某不服答复。全年收到申请999件。<b>𠮷</b>"));
    assert!(!page.text.contains("<b>") && !page.text.contains("李小明"));
    let letters: Vec<char> = said.chars().collect();
    let marks = section["marks"].as_array().unwrap();
    let quoted = |mark: &Value| {
        let at = |index: usize| usize::try_from(mark[index].as_u64().unwrap()).unwrap();
        (letters[at(0)..at(1)].iter().collect::<String>(), at(2))
    };
    let told: Vec<(String, usize)> = marks.iter().map(quoted).collect();
    let findings = agency["findings"].as_array().unwrap();
    assert!(told.iter().any(|(passage, _)| passage.contains("999")), "{told:?}");
    for (passage, finding) in told {
        let filed = findings[finding]["filed"].to_string();
        assert!(passage.contains("李小明") || filed.contains(&passage), "{passage} {filed}");
    }
}

#[test]
fn a_page_that_is_stopped_says_so_to_whoever_writes_it() {
    let season = season(&[&wrong("a", "松溪县教育局")], &[]);
    let error = write_dossier(&mut Vec::new(), &Gathered::of(&export(&season)), &|| true).unwrap_err();
    assert_eq!(error.kind(), std::io::ErrorKind::Interrupted);
}
