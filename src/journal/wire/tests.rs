use super::*;
use proptest::prelude::*;

use crate::journal::problem::JournalProblem;
use crate::journal::tests::{note, status, verdict};
use crate::words::{EN, ZH};

fn round(act: &Act) -> String {
    let mut line = body(act).unwrap();
    line.push(b'}');
    let Ok(Decoded::Act(read)) = decode(&line) else { panic!("{}", String::from_utf8_lossy(&line)) };
    assert_eq!(&*read, act);
    String::from_utf8(line).unwrap()
}

/// The example of the design, word for word.
#[test]
fn a_note_is_written_as_designed() {
    let mut act = note("li", "请核对上年结转");
    act.id = Uuid::try_parse("019bd000-0000-7000-8000-000000000001").unwrap();
    act.at = When::parse("2026-01-20T09:31:07+08:00").unwrap();
    act.report.region.clear();
    act.report.sha256 = Some("ab".into());
    assert_eq!(
        round(&act),
        "{\"id\":\"019bd000-0000-7000-8000-000000000001\",\"at\":\"2026-01-20T09:31:07+08:00\",\"by\":\"li\",\
         \"act\":\"note\",\"text\":\"请核对上年结转\",\
         \"report\":{\"agency\":\"卢氏县\",\"year\":2025,\"id\":\"2025/卢氏县\",\"sha256\":\"ab\"},\
         \"target\":{\"cell\":\"requests/carried_in/total\"},\"seen\":{\"value\":3}}"
    );
}

#[test]
fn every_act_comes_back_as_it_went() {
    let first = note("li", "一行\n\t二行\"\\");
    for decision in Decision::ALL {
        let line = round(&verdict("li", "f1", decision));
        assert!(line.contains(&format!("\"verdict\":{{\"decision\":\"{}\"", decision.id())), "{line}");
    }
    for word in Status::ALL {
        assert!(round(&status("li", word)).contains(&format!("\"status\":\"{}\"", word.id())));
    }
    let edit = Act::edit("li", &first, "", None);
    assert!(round(&edit).contains(&format!("\"of\":\"{}\",\"text\":\"\"", first.id)));
    round(&Act::retract("li", &edit));
    for target in [Target::Report, Target::Section(3), Target::Finding("f".into())] {
        round(&Act { target, ..note("li", "x") });
    }
    for (reading, word) in [(Comparison::Confirmed, "confirm"), (Comparison::Corrected, "correct")] {
        let act = |target| Act::reading("li", note("li", "x").report, target, reading, "51", Seen::value(57));
        let line = round(&act(Target::Cell("requests/new/total".into())));
        assert!(line.contains(&format!("\"act\":\"{word}\",\"text\":\"51\"")), "{line}");
        round(&act(Target::Report));
    }
    let assigned = round(&Act::assign("li", note("li", "x").report, Some(" 王芳\n")));
    assert!(assigned.contains("\"act\":\"assign\",\"to\":\"王芳\",\"report\""), "{assigned}");
    assert!(!round(&Act::assign("li", note("li", "x").report, None)).contains("\"to\""));
    let named = round(&Act::name("li", note("li", "x").report, Some(" 临江县示例局\n")));
    assert!(named.contains("\"act\":\"name\",\"to\":\"临江县示例局\",\"report\""), "{named}");
    assert!(!round(&Act::name("li", note("li", "x").report, Some(" "))).contains("\"to\""));
    assert!(round(&status("li", Status::Accepted)).contains("\"target\":{\"report\":\"2025/卢氏县\"}"));
}

#[test]
fn a_due_date_and_a_batch_are_added_keys_that_come_back_as_they_went() {
    let due = "2026-01-27".parse().ok();
    let mut acts = [status("li", Status::Returned).with_due(due), note("li", "x")];
    assert!(!round(&acts[0]).contains("batch"));
    Act::unite(&mut acts[..1]);
    assert_eq!(acts[0].batch, None, "one act is no batch");
    Act::unite(&mut acts);
    assert!(acts[0].batch.is_some() && acts[0].batch == acts[1].batch);
    let line = round(&acts[0]);
    assert!(line.contains("\"due\":\"2026-01-27\",\"batch\":\""), "{line}");
    round(&acts[1]);
    for (more, key) in [(",\"due\":\"soon\"", "due"), (",\"batch\":\"b\"", "batch")] {
        let error = read_as("retract", &format!("{more},\"of\":\"019bd000000070008000000000000002\"")).err();
        assert!(matches!(&error, Some(ProblemKind::WrongType { key: named, .. }) if **named == *key), "{error:?}");
    }
}

#[test]
fn a_text_of_another_form_is_told_in_words_of_the_user_and_shown_as_it_stands() {
    for (found, shown) in [("soon", "soon"), ("\\\"5\\\"", "\"5\""), ("x`, expected y", "x`, expected y")] {
        let error = read_as("note", &format!(",\"text\":\"a\",\"due\":\"{found}\""));
        let problem = JournalProblem { line: 7, kind: error.err().unwrap() };
        for (words, expected) in [(ZH, ZH.parser.date()), (EN, EN.parser.date())] {
            let text = problem.describe(words);
            assert!(text.contains(expected) && text.contains("due") && text.contains(shown), "{text}");
            assert!(!text.contains("invalid") && !text.contains("string"), "{text}");
        }
    }
}

#[test]
fn what_others_write_is_made_safe_on_the_way_in() {
    let line = "{\"id\":\"019bd000000070008000000000000001\",\"at\":\"2026-01-20T09:31:07Z\",\"by\":\"\\u001b[2J\",\
                \"act\":\"note\",\"text\":\"\\u202e\\nb\",\"report\":{\"agency\":\"a\\nb\",\"year\":2025},\"x\":{}}";
    let Ok(Decoded::Act(act)) = decode(line.as_bytes()) else { panic!() };
    assert_eq!((act.by.as_str(), act.text.as_str()), ("\\x1B[2J", "\\u{202E}\nb"));
    assert_eq!((act.report.agency.as_str(), act.target), ("a\\nb", Target::Report));
}

/// A line of another program or a later version: what it is to us.
fn read_as(act: &str, more: &str) -> Result<Decoded, ProblemKind> {
    let line = format!(
        "{{\"id\":\"019bd000000070008000000000000001\",\"at\":\"2026-01-20T09:31:07Z\",\"by\":\"li\",\"act\":\"{act}\",\
         \"report\":{{\"agency\":\"a\",\"year\":2025}}{more}}}"
    );
    decode(line.as_bytes())
}

#[test]
fn a_comparison_with_the_document_is_about_a_cell_or_the_report_and_a_correction_says_what_is_right() {
    let cell = ",\"target\":{\"cell\":\"requests/new/total\"}";
    assert!(matches!(read_as("confirm", cell), Ok(Decoded::Act(_))));
    assert!(matches!(read_as("confirm", ""), Ok(Decoded::Act(_))), "about the report");
    assert_eq!(read_as("correct", cell).err(), Some(ProblemKind::MissingKey("text")));
    let finding = ",\"text\":\"5\",\"target\":{\"finding\":\"f\"}";
    assert_eq!(read_as("correct", finding).err(), Some(ProblemKind::MissingKey("target.cell")));
    assert!(matches!(read_as("compare", cell), Ok(Decoded::Newer { .. })), "an act of a later version is kept");
}

proptest! {
    #[test]
    fn any_words_of_a_reading_come_back_as_they_went(value in any::<String>(), cell in any::<String>(), is_right in any::<bool>()) {
        let reading = Comparison::ALL[usize::from(is_right)];
        let target = Target::Cell(SafeText::line(&cell));
        round(&Act::reading("li", note("li", "x").report, target, reading, &value, Seen::doubt(&cell, Some(1), None, &value)));
    }
}

#[test]
fn words_go_to_the_agency_only_where_the_line_says_so() {
    let act = note("li", "请核对");
    let inside = round(&act);
    assert!(!inside.contains("\"for\""), "{inside}");
    let outside = round(&act.clone().for_agency());
    assert!(outside.contains("\"text\":\"请核对\",\"for\":\"agency\",\"report\""), "{outside}");
    let newer = outside.replace("\"agency\",\"report\"", "\"public\",\"report\"");
    let Ok(Decoded::Act(read)) = decode(newer.as_bytes()) else { panic!("{newer}") };
    assert_eq!(read.audience, Audience::Internal, "a word that nobody knows lets nothing out");
    let edit = Act::edit("wang", &act.clone().for_agency(), "请再核对", None);
    assert_eq!(edit.audience, Audience::Agency, "other words, for the same reader");
    assert_eq!(Act::edit("wang", &act, "请再核对", None).audience, Audience::Internal);
}
