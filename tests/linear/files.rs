//! Work on every kind of file grows with its length, never with its square: more lines, cells, pages, entries, acts and
//! reports, once and twice as many. What is counted are allocations and their bytes, never time.

use std::fmt::Write as _;
use std::fs;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use crate::counted::{ALONE, doubled};
use gouji::check::{Basis, Profile};
use gouji::journal::{Journal, Review, verify};
use gouji::library::survey::{Member, survey};
use gouji::read;
use gouji::read::map::{Mapping, guess};
use gouji::report::{Report, Roster, parse};
use gouji::tui::read_keys;
use gouji::words::ZH;
use serde_json::json;

use crate::support::formats;

#[track_caller]
fn none(wrong: impl IntoIterator<Item = Option<String>>) {
    let wrong: Vec<String> = wrong.into_iter().flatten().collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// A report with so much more of something in section one.
fn document(more: &str, times: usize) -> String {
    format!(
        "松溪县教育局2024年政府信息公开工作年度报告\n一、总体情况\n{}\n三、收到和处理政府信息公开申请情况\n\
         一、本年新收政府信息公开申请数量\t5\t0\t0\t0\t0\t0\t5\n",
        more.repeat(times)
    )
}

/// Years as heads of columns, rows and tables, and what stands under them.
#[test]
fn years_side_by_side_grow_with_their_columns_rows_and_tables() {
    let _alone = ALONE.lock();
    let columns = |times: usize| {
        let heads = format!("信息内容{}{}", "\t2023年".repeat(times), "\t2022年".repeat(times));
        document(&format!("二、主动公开政府信息情况\n{heads}\n行政许可{}\n", "\t5".repeat(2 * times)), 1)
    };
    let turns = |times: usize| {
        let heads = format!("信息内容{}", "\t2023年\t2022年".repeat(times));
        document(&format!("二、主动公开政府信息情况\n{heads}\n行政许可{}\n", "\t5".repeat(2 * times)), 1)
    };
    let rows = |piece: &'static str| {
        move |times: usize| {
            let rows = piece.repeat(times);
            document(&format!("二、主动公开政府信息情况\n信息内容\t2023年\t2022年\n{rows}"), 1)
        }
    };
    let read = |text: &String| drop(read::read_all("a.txt", text.as_bytes()));
    none([
        doubled("columns", 300, columns, read),
        doubled("columns that take turns", 300, turns, read),
        doubled("rows", 300, rows("行政许可\t5\t6\n"), read),
        doubled("rows without a label", 300, rows("其余\t5\t6\n"), read),
        doubled("rows that are torn", 300, rows("行政许可\t件\t5\t6\n"), read),
        doubled("heads", 300, rows("信息内容\t2023年\t2022年\n"), read),
        doubled("heads above heads", 300, rows("信息内容\t数量\t数量\n信息内容\t2023年\t2022年\n"), read),
        doubled("years of rows", 300, rows("行政许可\t2023年\t5\n\t2022年\t6\n"), read),
        doubled("captions", 300, rows("2023年\n行政许可\t5\n2022年\n行政许可\t6\n"), read),
        doubled("lone years", 300, rows("2023年\n2022年\n"), read),
        doubled("lone values", 300, rows("行政许可\n5\n6\n"), read),
        doubled("words of lines", 300, rows("2023年 2022年\n行政许可 5 6\n"), read),
    ]);
}

#[test]
fn every_format_grows_with_its_paragraphs_and_rows() {
    let _alone = ALONE.lock();
    let pieces = [
        ("paragraphs", "本机关主动公开信息12条，同比增长5%。\n"),
        ("rows", "甲\t乙\t5\t0\t0\t0\t0\t5\n"),
        ("rows of labels", "（一）予以公开\t5\t0\t0\t0\t0\t0\t5\n"),
        ("headings", "（一）主动公开\n二、主动公开政府信息情况\n"),
        ("blanks", "\n　\n"),
    ];
    let read = |ending: &str, bytes: &[u8]| drop(read::read_all(&format!("a.{ending}"), bytes));
    for (number, (ending, _)) in formats::all("x").into_iter().enumerate() {
        let make = |piece: &'static str| move |times| formats::all(&document(piece, times)).swap_remove(number).1;
        none(
            pieces.map(|(what, piece)| {
                doubled(&format!("{ending}, {what}"), 150, make(piece), |bytes| read(ending, bytes))
            }),
        );
    }
}

#[test]
fn structures_of_documents_grow_with_their_number() {
    let _alone = ALONE.lock();
    let paragraph = |text: &str| format!("<w:p><w:r><w:t>{text}</w:t></w:r></w:p>");
    type Shape = (&'static str, fn(usize) -> String);
    let shapes: [Shape; 5] = [
        ("runs", |times| format!("<w:p>{}</w:p>", "<w:r><w:t>公开5件</w:t></w:r>".repeat(times))),
        ("cells", |times| {
            format!("<w:tbl><w:tr>{}</w:tr></w:tbl>", "<w:tc><w:p><w:r><w:t>5</w:t></w:r></w:p></w:tc>".repeat(times))
        }),
        ("tables", |times| "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>5</w:t></w:r></w:p></w:tc></w:tr></w:tbl>".repeat(times)),
        ("tables within tables", |times| {
            let depth = times.min(40);
            "<w:tbl><w:tr><w:tc>".repeat(depth) + "<w:p/>" + &"</w:tc></w:tr></w:tbl>".repeat(depth)
        }),
        ("deletions", |times| "<w:p><w:del><w:r><w:delText>5</w:delText></w:r></w:del></w:p>".repeat(times)),
    ];
    let read = |name: &str, bytes: &[u8]| drop(read::document(name, bytes));
    none(shapes.map(|(what, shape)| {
        let make = |times| formats::docx_of(&(paragraph("年报") + &shape(times)));
        doubled(&format!("docx, {what}"), 300, make, |bytes| read("a.docx", bytes))
    }));
    let row = |cells: usize| (0..cells).map(|_| "5").collect::<Vec<&str>>();
    none([
        doubled("xlsx, rows", 200, |times| formats::xlsx(&vec![row(8); times]), |bytes| read("a.xlsx", bytes)),
        doubled("xlsx, columns", 80, |times| formats::xlsx(&[row(times)]), |bytes| read("a.xlsx", bytes)),
        doubled(
            "pdf, pages",
            3,
            |times| formats::pdf(&"公开信息12条\t5\t5\n".repeat(40 * times)),
            |bytes| read("a.pdf", bytes),
        ),
        doubled(
            "pdf, glyphs in a line",
            200,
            |times| formats::pdf(&"公开".repeat(times)),
            |bytes| read("a.pdf", bytes),
        ),
        doubled(
            "pdf, columns",
            20,
            |times| formats::pdf(&("5\t".repeat(times) + "\n").repeat(5)),
            |bytes| read("a.pdf", bytes),
        ),
    ]);
}

#[test]
fn rosters_grow_with_their_lines_and_fields() {
    let _alone = ALONE.lock();
    let head = "名称,别名,地区,前身\n";
    let lines = |times: usize| {
        (0..times)
            .fold(head.to_owned(), |text, number| text + &format!("某局{number},某单位{number},某省/某市/某县,\n"))
    };
    let aliases = |times: usize| {
        format!("{head}某局,{},某省,\n", (0..times).map(|n| format!("别名{n}")).collect::<Vec<_>>().join("；"))
    };
    let parse = |text: &String| drop(Roster::parse(text.as_bytes()));
    let settle = |text: &String| {
        let roster = Roster::parse(text.as_bytes()).unwrap();
        for number in 0..roster.entries().len() {
            let _ = roster.lookup(&format!("某局{number}"), &[]);
        }
    };
    let sheet = |times: usize| {
        let names: Vec<String> = (0..times).map(|number| format!("某局{number}")).collect();
        let rows: Vec<Vec<&str>> =
            std::iter::once(vec!["名称"]).chain(names.iter().map(|name| vec![name.as_str()])).collect();
        formats::xlsx(&rows)
    };
    none([
        doubled("roster, lines", 2_000, lines, parse),
        doubled("roster, aliases", 2_000, aliases, parse),
        doubled("roster, one name and the same", 2_000, |times| head.to_owned() + &"某局,,,\n".repeat(times), parse),
        doubled("roster, look-ups", 1_000, lines, settle),
        doubled("roster, workbook", 500, sheet, |bytes| drop(Roster::parse(bytes))),
    ]);
}

#[test]
fn what_an_office_sets_grows_with_its_lines() {
    let _alone = ALONE.lock();
    let dir = tempfile::tempdir().unwrap();
    let profile = |text: &String| {
        let path = dir.path().join("profile.toml");
        fs::write(&path, text).unwrap();
        drop(Profile::load(&path));
    };
    let words = |times: usize| (0..times).map(|number| format!("\"词{number}\"")).collect::<Vec<_>>().join(", ");
    let times_of = |piece: fn(usize) -> String| move |times: usize| (0..times).map(piece).collect::<String>();
    none([
        doubled(
            "profile, words",
            1_000,
            |times| format!("[lists.T2-10.bodies]\nextend = [{}]\n", words(times)),
            profile,
        ),
        doubled("profile, reasons", 1_000, |times| format!("reasons = [{}]\n", words(times)), profile),
        doubled("profile, levels", 300, times_of(|n| format!("levels.\"X-{n}\" = \"error\"\n")), profile),
        doubled(
            "profile, rules",
            200,
            times_of(|n| {
                format!("[[rule]]\nid = \"OWN-{n}\"\nzh = \"名\"\nleft = [\"requests/new/total\"]\nright = [\"1\"]\n")
            }),
            profile,
        ),
        doubled(
            "profile, templates",
            300,
            times_of(|n| format!("[[template]]\nname = \"{n}\"\ntext = \"{{agency}}\"\n")),
            profile,
        ),
        doubled("keys, unknown commands", 300, times_of(|n| format!("zzz{n} = \"x\"\n")), |text: &String| {
            read_keys(text);
        }),
        doubled(
            "keys, one command",
            300,
            |times| format!("note = [{}]\n", vec!["\"f2\""; times].join(", ")),
            |text: &String| {
                read_keys(text);
            },
        ),
        doubled(
            "mapping, cells",
            300,
            |times| {
                let head = "shape = \"wide\"\n[report]\nagency = \"a\"\nyear = 2024\n[cells]\n".to_owned();
                (0..times).fold(head, |text, number| text + &format!("\"requests/new/x{number}\" = \"x\"\n"))
            },
            |text: &String| drop(Mapping::from_toml(text)),
        ),
    ]);
}

#[test]
fn data_of_other_programs_grow_with_their_rows() {
    let _alone = ALONE.lock();
    let mapping = |shape: &str, key: &str| {
        let text = format!(
            "shape = \"{shape}\"\n[report]\nagency = \"{key}名称\"\nyear = \"{key}年度\"\n[cells]\n\"requests/new/total\" = \"{key}数\"\n"
        );
        Mapping::from_toml(&text).unwrap()
    };
    let (wide, objects) = (mapping("wide", ""), mapping("json", "/"));
    let rows = |times: usize| {
        (0..times).fold("名称,年度,数\n".to_owned(), |text, number| text + &format!("某局{number},2024,5\n"))
    };
    let columns = |times: usize| {
        let names: String = (0..times).map(|number| format!(",列{number}")).collect();
        format!("名称,年度,数{names}\n某局,2024,5{}\n", ",1".repeat(times))
    };
    let items = |times: usize| {
        let items: Vec<_> =
            (0..times).map(|number| json!({ "名称": format!("某局{number}"), "年度": 2024, "数": 5 })).collect();
        json!(items).to_string()
    };
    let nested = |times: usize| {
        let depth = times.min(60);
        format!("{}{}", "{\"a\":".repeat(depth), "1".to_owned() + &"}".repeat(depth))
    };
    none([
        doubled("csv, rows", 500, rows, |text: &String| drop(wide.read("a.csv", text.as_bytes()))),
        doubled("csv, columns", 100, columns, |text: &String| drop(wide.read("a.csv", text.as_bytes()))),
        doubled("json, items", 300, items, |text: &String| drop(objects.read("a.json", text.as_bytes()))),
        doubled("json, depth", 30, nested, |text: &String| drop(objects.read("a.json", text.as_bytes()))),
        doubled("a guess, rows", 300, rows, |text: &String| drop(guess(text.as_bytes(), ZH))),
        doubled("a guess, columns", 60, columns, |text: &String| drop(guess(text.as_bytes(), ZH))),
        doubled("a guess, items", 200, items, |text: &String| drop(guess(text.as_bytes(), ZH))),
    ]);
}

#[test]
fn journals_grow_with_their_acts() {
    let _alone = ALONE.lock();
    let dir = tempfile::tempdir().unwrap();
    let line = |number: usize, act: &str| {
        format!(
            "{{\"id\":\"019bd000-0000-7000-8000-{number:012}\",\"at\":\"2026-01-20T09:31:07+08:00\",\"by\":\"li\",{act},\
             \"report\":{{\"agency\":\"某局\",\"year\":2024}}}}\n"
        )
    };
    let of = |name: &'static str, act: fn(usize) -> String| {
        let dir = dir.path();
        move |times: usize| -> PathBuf {
            let path = dir.join(format!("{name}-{times}.jsonl"));
            let text = (0..times).fold(String::new(), |mut text, number| {
                text.write_str(&line(number, &act(number))).unwrap();
                text
            });
            fs::write(&path, text).unwrap();
            path
        }
    };
    let work = |path: &PathBuf| {
        let (_, acts) = Journal::open(path).unwrap();
        drop((Review::new(acts), verify(path)));
    };
    none([
        doubled("journal, notes", 1_000, of("notes", |_| "\"act\":\"note\",\"text\":\"批注\"".to_owned()), work),
        doubled(
            "journal, states",
            1_000,
            of("states", |_| "\"act\":\"status\",\"status\":\"returned\"".to_owned()),
            work,
        ),
        doubled(
            "journal, retractions of one",
            1_000,
            of("retract", |_| "\"act\":\"retract\",\"of\":\"019bd000-0000-7000-8000-000000000000\"".to_owned()),
            work,
        ),
        doubled(
            "journal, retractions of retractions",
            1_000,
            of("chain", |n| {
                format!("\"act\":\"retract\",\"of\":\"019bd000-0000-7000-8000-{:012}\"", n.saturating_sub(1))
            }),
            work,
        ),
        doubled(
            "journal, edits of one",
            1_000,
            of("edits", |_| {
                "\"act\":\"edit\",\"of\":\"019bd000-0000-7000-8000-000000000000\",\"text\":\"改\"".to_owned()
            }),
            work,
        ),
        doubled("journal, broken lines", 1_000, of("broken", |_| "\"act\":5".to_owned()), work),
    ]);
}

/// A directory as the survey sees it: all reports, some alike.
#[test]
fn a_survey_grows_with_its_reports() {
    let _alone = ALONE.lock();
    let report = |number: usize, text: &str, agency: &str, year: u16| {
        let json = json!({
            "schema": "gouji/report/1", "agency": { "name": agency, "region": ["东岭省", format!("第{}县", number / 20)] },
            "year": year, "form": "2021",
            "sections": [{ "number": 1, "heading": "一、总体情况", "text": text }],
            "tables": { "requests": { "new": { "natural": 5, "total": 5 } } },
        });
        parse(json.to_string().as_bytes()).unwrap()
    };
    let own = |number: usize| {
        (0..40).map(|part| format!("第{}号文件公开第{part}项工作。", number * 41 + part)).collect::<String>()
    };
    let same = "本机关高度重视政府信息公开工作，持续加强组织领导，不断完善制度机制。".repeat(8);
    let shapes: [(&str, &dyn Fn(usize) -> Report); 3] = [
        ("of their own", &|number| report(number, &own(number), &format!("第{number}局"), 2024)),
        ("copied from one", &|number| report(number, &same, &format!("第{number}局"), 2024)),
        ("of one agency", &|number| report(0, &own(number), "某局", u16::try_from(2000 + number % 90).unwrap())),
    ];
    let work = |reports: &Vec<Report>| {
        let members: Vec<Member> = reports
            .iter()
            .enumerate()
            .map(|(number, report)| Member {
                id: format!("{number}").as_str().into(),
                lean: Arc::new(report.lean.clone()),
                digest: None,
            })
            .collect();
        let open = |position: usize| reports.get(position).cloned();
        let found = survey(&members, &open, &Basis::standard(), &AtomicBool::new(false), &|found| drop(found));
        drop(found);
    };
    none(
        shapes.map(|(what, shape)| {
            doubled(&format!("survey, {what}"), 60, |times| (0..times).map(shape).collect(), work)
        }),
    );
}
