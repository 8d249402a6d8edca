//! `gouji notice` and `gouji circular`: who is written to, what stands in it, where it goes; every number against a sum of
//! its own.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use gouji::journal::{Act, Journal, ReportRef, Seen, Status};
use gouji::report::{SafeText, parse_lean};
use serde_json::{Value, json};

use crate::support::command::{Place, Ran, clean, set};

/// A season of a county: three agencies with faults of different kinds, one in order, one that has not reported.
struct County {
    place: Place,
}

const NAMES: [&str; 4] = ["松溪县教育局", "松溪县公安局", "松溪县林业局", "松溪县水务局"];

impl County {
    fn new() -> Self {
        let county = Self { place: Place::new() };
        for (index, name) in NAMES.iter().enumerate() {
            county.submit(name, 1, index < 3);
        }
        county.place.write(
            "roster.csv",
            format!("名称,地区\n松溪县财政局,骐昌市\n{},骐昌市\n", NAMES.map(String::from).join(",骐昌市\n")),
        );
        county.place.write("profile.toml", "[office]\nname = \"松溪县人民政府办公室\"\ncontact = \"政务公开科\"\nnumber = \"松政公开审〔{year}〕{n}号\"\n");
        county
    }

    /// A version of a report; with a wrong total or without.
    fn submit(&self, name: &str, version: u32, wrong: bool) -> PathBuf {
        let mut report = clean(name, 2024);
        report["version"] = json!(version);
        if wrong {
            set(&mut report, "requests/new/total", json!(6));
        }
        self.write(name, version, &report)
    }

    fn write(&self, name: &str, version: u32, report: &Value) -> PathBuf {
        self.place.write(&format!("reports/{name}/{version}.json"), report.to_string())
    }

    /// A reviewer returns what an agency has reported in this version.
    fn send_back(&self, name: &str, version: u32, due: &str) {
        let lean = parse_lean(&fs::read(self.place.path(format!("reports/{name}/{version}.json"))).unwrap()).unwrap();
        let region = vec![SafeText::line("骐昌市")];
        let report = ReportRef { agency: SafeText::line(name), region, year: 2024, ..ReportRef::default() };
        let seen = Seen::cells(&lean.cells.digest(lean.form));
        let act = Act::status("李审核", report, Status::Returned, "有疑问找李审核", seen);
        let act = act.for_agency().with_due(due.parse().ok());
        let (mut journal, _) = Journal::open(&self.place.path("journal.jsonl")).unwrap();
        journal.append(&[act]).unwrap();
    }

    fn notices(&self, out: &str, more: &[&str]) -> Ran {
        let mut args = vec!["notice", "reports", "--out", out, "--journal", "journal.jsonl", "--roster", "roster.csv"];
        args.extend(["--profile", "profile.toml", "--date", "2025-02-01"]);
        args.extend(more);
        self.place.run(args)
    }

    fn files(&self, dir: &str) -> Vec<String> {
        let entries = fs::read_dir(self.place.path(dir)).unwrap();
        let mut names: Vec<String> = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }

    fn read(&self, name: &str) -> String {
        fs::read_to_string(self.place.path(name)).unwrap()
    }
}

#[test]
fn three_rounds_are_written_and_every_number_is_that_of_the_reports() {
    let county = County::new();
    county.send_back(NAMES[0], 1, "2025-02-20");
    county.send_back(NAMES[1], 1, "2025-02-21");
    let ran = county.notices("first", &["--format", "md"]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert!(ran.out.contains("写出通知 2 份、催报 0 份"), "{}", ran.out);
    assert_eq!(
        county.files("first"),
        ["00_目录_2025-02-01.md", "松溪县公安局_2024_第1轮.md", "松溪县教育局_2024_第1轮.md"]
    );
    let text = county.read("first/松溪县教育局_2024_第1轮.md");
    for part in [
        "松政公开审〔2024〕1号",
        "松溪县教育局：",
        "须更正1处，现予退回",
        "表三“一、本年新收政府信息公开申请数量”行“总计”列应为5，现填6",
        "请于2025年2月20日前更正并重新报送",
        "联系方式：政务公开科",
        "审核人：李审核",
        "T3-01、T3-03",
    ] {
        assert!(text.contains(part), "{part}: {text}");
    }
    // The list has the roster's order and adds up.
    let list = county.read("first/00_目录_2025-02-01.md");
    let (one, two) = (list.find(NAMES[0]).unwrap(), list.find(NAMES[1]).unwrap());
    assert!(one < two && list.contains("| | 合计 | | | 2 | 0 | | |"), "{list}");

    // One is corrected, one changes what nobody asked for and stays wrong.
    county.submit(NAMES[1], 2, false);
    let mut silent = clean(NAMES[0], 2024);
    silent["version"] = json!(2);
    set(&mut silent, "requests/new/total", json!(6));
    set(&mut silent, "disclosure/penalties/decisions", json!(12));
    county.write(NAMES[0], 2, &silent);
    let ran = county.notices("between", &["--format", "md"]);
    assert_eq!(ran.code, 2, "both were reported anew: nothing is returned");
    assert!(ran.err.contains("没有符合条件的退回的年报"), "{}", ran.err);
    county.send_back(NAMES[0], 2, "2025-03-01");
    let ran = county.notices("second", &["--format", "md", "--round", "2", "--no-reviewers"]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    let text = county.read("second/松溪县教育局_2024_第2轮.md");
    for part in [
        "经第2轮审核，须更正1处",
        "上一轮已指出，仍未更正",
        "“行政处罚”行“本年处理决定数量”列 | 0 | 12 |",
        "2025年3月1日",
    ] {
        assert!(text.contains(part), "{part}: {text}");
    }
    assert!(!text.contains("李审核") && text.contains("有疑问找审核人"), "{text}");
    assert!(ran.err.contains("处审核人姓名，已改为“审核人”"), "{}", ran.err);

    // All of it, held against what `check` says by itself.
    county.submit(NAMES[0], 3, false);
    let ran = county.notices("all", &["--format", "txt", "--only", "all", "--due", "2025-03-31"]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert!(ran.out.contains("写出通知 4 份、催报 1 份"), "{}", ran.out);
    let checked = county.place.run(["check", "reports", "--roster", "roster.csv", "--format", "json"]).json();
    let current = checked.as_array().unwrap().iter().filter(|report| {
        let last = [(NAMES[0], "/3"), (NAMES[1], "/2"), (NAMES[2], "/1"), (NAMES[3], "/1")];
        last.iter().any(|(name, end)| report["report"].as_str() == Some(&format!("{name}{end}")))
    });
    let errors: u64 = current.map(|report| report["counts"]["error"].as_u64().unwrap()).sum();
    assert_eq!(errors, 2, "two relations of one report do not hold");
    let list = county.read("all/00_目录_2025-02-01.txt");
    assert!(list.contains("合计：须更正 1"), "they have one cause: {list}");
    let reminder = county.read("all/松溪县财政局_2024_催报.txt");
    assert!(
        reminder.contains("截至2025年2月1日，尚未收到") && reminder.contains("请于2025年3月31日前报送"),
        "{reminder}"
    );
    assert!(list.find("松溪县财政局").unwrap() < list.find(NAMES[0]).unwrap(), "it is the first of the roster: {list}");
}

#[test]
fn nothing_is_written_among_the_reports_nor_over_what_is_there_unless_that_is_asked_for() {
    let county = County::new();
    county.send_back(NAMES[0], 1, "2025-02-20");
    std::os::unix::fs::symlink(county.place.path("reports"), county.place.path("link")).unwrap();
    for out in ["reports", "reports/new", "link/new"] {
        let ran = county.notices(out, &[]);
        assert_eq!(ran.code, 2, "{out}");
        assert!(ran.err.contains("从不写入"), "{}", ran.err);
    }
    assert_eq!(county.files("reports").len(), NAMES.len());
    assert_eq!(county.notices("out", &["--format", "html"]).code, 0);
    let name = "out/松溪县教育局_2024_第1轮.html";
    fs::write(county.place.path(name), "别人的").unwrap();
    let ran = county.notices("out", &["--format", "html"]);
    assert_eq!((ran.code, county.read(name)), (2, "别人的".to_owned()), "{}", ran.err);
    assert!(ran.err.contains("等 2 个文件已存在"), "{}", ran.err);
    assert_eq!(county.notices("out", &["--format", "html", "--force"]).code, 0);
    assert!(county.read(name).starts_with("<!DOCTYPE html>"));
    let circular = ["circular", "reports", "--to", "link/a.html"];
    assert_eq!(county.place.run(circular).code, 2);
}

#[test]
fn whatever_agencies_are_called_each_has_a_file_of_its_own_and_a_name_is_only_a_name() {
    let place = Place::new();
    let long = "长".repeat(200);
    let names = [
        "../../甲局",
        "乙局\u{1b}[31m",
        "<script>{{ title }}</script>{% for a in b %}",
        long.as_str(),
        "教育局",
        "教育局",
    ];
    for (index, name) in names.iter().enumerate() {
        let mut report = clean(name, 2024);
        report["agency"]["region"] = json!(["骐昌市", format!("第{index}县")]);
        place.write(&format!("reports/{index}.json"), report.to_string());
    }
    for format in ["html", "md", "txt", "docx"] {
        let ran = place.run(["notice", "reports", "--out", format, "--format", format, "--only", "all"]);
        assert_eq!(ran.code, 0, "{}", ran.err);
        let files: Vec<PathBuf> =
            fs::read_dir(place.path(format)).unwrap().map(|entry| entry.unwrap().path()).collect();
        assert_eq!(files.len(), names.len() + 1, "{files:?}");
        let is_tame = |file: &PathBuf| !file.to_str().unwrap().contains(['\u{1b}', '<', '{']) && file.is_file();
        assert!(files.iter().all(is_tame), "{files:?}");
        let of_one_name = files.iter().filter(|file| file.to_str().unwrap().contains("县教育局_2024"));
        assert_eq!(of_one_name.count(), 2, "{files:?}");
        if format == "html" {
            let texts = files.iter().map(|file| fs::read_to_string(file).unwrap());
            let texts: Vec<String> = texts.filter(|text| text.contains("{{ title }}")).collect();
            assert_eq!(texts.len(), 2, "the notice and the list");
            assert!(texts.iter().all(|text| !text.contains("<script>") && text.contains("&lt;script&gt;")));
        }
    }
    assert_eq!(fs::read_dir(place.path("reports")).unwrap().count(), names.len());
}

#[test]
fn what_is_asked_for_wrongly_is_said_with_the_nearest() {
    let county = County::new();
    for (args, said) in [
        (&["--status", "退会"][..], "没有审核状态 退会"),
        (&["--status", "returnedd"], "是不是 returned"),
        (&["--rule", "T3-1"], "是不是 T3-01"),
        (&["--region", "骐昌县"], "是不是 骐昌市"),
        (&["--reviewer", "王"], "没有审核人 王"),
        (&["--year", "2019"], "没有 2019 年的年报，有：2024"),
        (&["--due", "明天"], "“明天”不是日期"),
        (&["--template", "a.odt"], "不是 docx、md、html 或 txt"),
        (&["--template", "profile.md"], "profile.md"),
    ] {
        let ran = county.notices("out", args);
        assert_eq!(ran.code, 2, "{args:?}");
        // Without a journal it is said that there is none.
        county.send_back(NAMES[0], 1, "2025-02-20");
        let ran = county.notices("out", args);
        assert!(ran.code == 2 && ran.err.contains(said), "{args:?}: {}", ran.err);
    }
    let ran = county.place.run(["notice", "reports", "--out", "out", "--journal", "none.jsonl"]);
    assert!(ran.code == 2 && ran.err.contains("none.jsonl"), "{}", ran.err);
}

#[test]
fn filters_in_words_leave_what_fits() {
    let county = County::new();
    county.send_back(NAMES[0], 1, "2025-02-20");
    let written = |args: &[&str]| {
        let out = format!("out{}", args.join(""));
        let out = out.replace(['/', '-'], "");
        let ran = county.notices(&out, &[&["--format", "txt", "--only", "all"], args].concat());
        assert_eq!(ran.code, 0, "{args:?}: {}", ran.err);
        county.files(&out).len() - 1
    };
    for (args, expected) in [
        (&[][..], 5),
        (&["--status", "退回"], 1),
        (&["--status", "unreviewed,returned"], 4),
        (&["--rule", "T3"], 3),
        (&["--rule", "列勾稽：一＋二＝三＋四"], 3),
        (&["--reviewer", "李审核"], 1),
        (&["--region", "骐昌市"], 5),
        (&["--year", "2024"], 5),
    ] {
        assert_eq!(written(args), expected, "{args:?}");
    }
}

#[test]
fn a_circular_counts_agencies_and_findings_by_kind() {
    let county = County::new();
    let args = ["circular", "reports", "--to", "out/通报.md", "--journal", "journal.jsonl", "--date", "2025-02-01"];
    county.send_back(NAMES[0], 1, "2025-02-20");
    let ran = county.place.run(args);
    assert_eq!(ran.code, 0, "{}", ran.err);
    let text = county.read("out/通报.md");
    let findings = county.place.run(["check", "reports", "--format", "jsonl"]).findings();
    let errors: Vec<&Value> = findings.iter().filter(|finding| finding["severity"] == "error").collect();
    // Each of the three reports has one wrong number, which breaks two relations: one problem, of the first of its kinds.
    let sentence = "本次共审核年度报告4份，其中3份存在须更正或说明的问题，共3处。现将";
    assert!(text.contains(sentence), "{sentence}: {text}");
    let of = |rule: &str| errors.iter().filter(|finding| finding["rule"] == rule).count();
    assert_eq!((of("T3-01"), of("T3-03")), (3, 3));
    assert_eq!(text.matches("| 3 | 75.0% | 3 |").count(), 1, "{text}");
    assert!(!NAMES.iter().any(|name| text.contains(name)), "nobody is named unless that is asked for: {text}");
    let listed = county.place.run([&args[..], &["--roster", "roster.csv", "--force"]].concat());
    assert_eq!(listed.code, 0);
    assert!(county.read("out/通报.md").contains("；未报1家"), "only a roster says who is missing");
    let named = county.place.run([&args[..], &["--named", "--force"]].concat());
    assert_eq!(named.code, 0);
    assert!(county.read("out/通报.md").contains(NAMES[0]));
}

#[test]
fn the_list_has_a_template_of_its_own() {
    let county = County::new();
    county.send_back(NAMES[0], 1, "2025-02-20");
    let write = |more: &[&str]| {
        let args =
            ["notice", "reports", "--out", "通知", "--journal", "journal.jsonl", "--date", "2025-02-01", "--force"];
        county.place.run([&args[..], more].concat())
    };
    county.place.write("目录.md", "{{ office }}{{ title }}\n{% for line in lines %}{{ line.no }}|{{ line.agency }}|{{ line.must }}\n{% endfor %}共{{ must }}处");
    let ran = write(&["--format", "md", "--cover-template", "目录.md"]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    let list = county.read("通知/00_目录_2025-02-01.md");
    assert!(list.contains(&format!("1|{}|1\n", NAMES[0])) && list.ends_with("共1处"), "{list}");
    county.place.write("错.md", "{{ titles }}");
    let ran = write(&["--format", "md", "--cover-template", "错.md"]);
    assert!(ran.code == 2 && ran.err.contains("title"), "{}", ran.err);
    let ran = write(&["--format", "docx", "--cover-template", "目录.md"]);
    assert!(ran.code == 2 && ran.err.contains("（docx）"), "{}", ran.err);
    // What is printed can be given back.
    for format in ["md", "html", "txt", "docx"] {
        let printed = county.place.command(["notice", "--print-cover-template", "--format", format]).output().unwrap();
        county.place.write(&format!("印.{format}"), &printed.stdout);
        let ran = write(&["--format", format, "--cover-template", &format!("印.{format}")]);
        assert_eq!(ran.code, 0, "{format}: {}", ran.err);
    }
}

/// A program of somebody else's; where it is not installed, a test says that it is skipped.
fn installed(program: &str, args: &[&str]) -> bool {
    let found = Command::new(program).args(args).output().is_ok_and(|output| output.status.success());
    if !found {
        println!("skipped: {program} {} is not installed here", args.join(" "));
    }
    found
}

fn python(script: &str, file: &Path) -> String {
    let output = Command::new("python3").args(["-c", script]).arg(file).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn python_docx_reads_what_was_written() {
    if !installed("python3", &["-c", "import docx"]) {
        return;
    }
    let county = County::new();
    county.send_back(NAMES[0], 1, "2025-02-20");
    assert_eq!(county.notices("out", &[]).code, 0);
    let script = "import docx, sys\nd = docx.Document(sys.argv[1])\nprint([p.text for p in d.paragraphs if p.text])\nprint([[c.text for c in r.cells] for t in d.tables for r in t.rows])\ns = d.sections[0]\nprint(round(s.page_width.mm), round(s.page_height.mm), round(s.top_margin.mm), round(s.bottom_margin.mm), round(s.left_margin.mm), round(s.right_margin.mm))";
    let text = python(script, &county.place.path("out/松溪县教育局_2024_第1轮.docx"));
    for part in ["松溪县教育局：", "现予退回", "应为5，现填6", "整改情况", "2025年2月1日", "210 297 37 35 28 26"]
    {
        assert!(text.contains(part), "{part}: {text}");
    }
    let list = python(script, &county.place.path("out/00_目录_2025-02-01.docx"));
    assert!(list.contains("'松溪县教育局', '退回', '第1轮', '1', '0', '2025年2月20日'"), "{list}");
}

#[test]
fn libreoffice_makes_pages_of_every_docx() {
    if !installed("soffice", &["--version"]) {
        return;
    }
    let county = County::new();
    county.send_back(NAMES[0], 1, "2025-02-20");
    assert_eq!(county.notices("out", &["--only", "all"]).code, 0);
    assert_eq!(county.place.run(["circular", "reports", "--to", "out/通报.docx"]).code, 0);
    let profile = format!("-env:UserInstallation=file://{}", county.place.path("office").display());
    let mut soffice = Command::new("soffice");
    soffice.args([&profile, "--headless", "--convert-to", "pdf", "--outdir"]).arg(county.place.path("pdf"));
    let documents = county.files("out").into_iter().map(|name| county.place.path("out").join(name));
    let output = soffice.args(documents).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let pages = county.files("pdf");
    assert_eq!(pages.len(), county.files("out").len(), "{pages:?}");
    for page in pages {
        assert!(fs::read(county.place.path("pdf").join(page)).unwrap().starts_with(b"%PDF"));
    }
}

/// What an office program makes of the template: other runs, other names of styles, a part more or less.
#[test]
fn a_template_that_an_office_program_has_saved_again_says_the_same() {
    if !installed("soffice", &["--version"]) || !installed("python3", &["-c", "import docx"]) {
        return;
    }
    let county = County::new();
    county.send_back(NAMES[0], 1, "2025-02-20");
    let printed = county.place.command(["notice", "--print-template"]).output().unwrap();
    fs::write(county.place.path("模板.docx"), printed.stdout).unwrap();
    let profile = format!("-env:UserInstallation=file://{}", county.place.path("office").display());
    for (from, to) in [("模板.docx", "odt"), ("again/模板.odt", "docx:MS Word 2007 XML")] {
        let mut soffice = Command::new("soffice");
        soffice.args([&profile, "--headless", "--convert-to", to, "--outdir"]).arg(county.place.path("again"));
        assert!(soffice.arg(county.place.path(from)).output().unwrap().status.success());
    }
    assert_eq!(county.notices("own", &[]).code, 0);
    let ran = county.notices("given", &["--template", "again/模板.docx"]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    let script = "import docx, sys\nd = docx.Document(sys.argv[1])\nprint([p.text for p in d.paragraphs if p.text])\nprint([[c.text for c in r.cells] for t in d.tables for r in t.rows])";
    let [own, given] =
        ["own", "given"].map(|dir| python(script, &county.place.path(dir).join("松溪县教育局_2024_第1轮.docx")));
    assert_eq!(own, given);
    assert!(own.contains("应为5，现填6"), "{own}");
}

#[test]
fn the_printed_template_is_one_that_can_be_given_back() {
    let county = County::new();
    county.send_back(NAMES[0], 1, "2025-02-20");
    for format in ["docx", "md", "html", "txt"] {
        let printed = county.place.command(["notice", "--print-template", "--format", format]).output().unwrap();
        assert!(printed.status.success());
        let name = format!("模板.{format}");
        fs::write(county.place.path(&name), printed.stdout).unwrap();
        let (own, given) = (format!("own-{format}"), format!("given-{format}"));
        assert_eq!(county.notices(&own, &["--format", format]).code, 0);
        let ran = county.notices(&given, &["--template", &name]);
        assert_eq!(ran.code, 0, "{format}: {}", ran.err);
        assert_eq!(county.files(&own), county.files(&given));
        let letter = format!("松溪县教育局_2024_第1轮.{format}");
        if format != "docx" {
            assert_eq!(county.read(&format!("{own}/{letter}")), county.read(&format!("{given}/{letter}")));
        }
    }
    county.place.write("错.md", "# {{ title }}\n\n{{ agenzy }}\n");
    let ran = county.notices("out", &["--template", "错.md"]);
    assert!(ran.code == 2 && ran.err.contains("第 3 行") && ran.err.contains("agency"), "{}", ran.err);
    assert!(!county.place.path("out").join("松溪县教育局_2024_第1轮.md").exists());
}

#[test]
fn nobody_is_reminded_whose_report_lies_there_and_no_letter_asks_for_a_day_that_is_over() {
    let county = County::new();
    county.place.write("journal.jsonl", "");
    county.place.write(
        "roster.csv",
        "名称,地区\n松溪县教育局,北溪省骐昌市松溪县\n松溪县公安局,松西县\n松溪县财政局,北溪省骐昌市松溪县\n",
    );
    let ran = county.notices("out", &["--format", "txt", "--only", "missing"]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert_eq!(county.files("out"), ["00_目录_2025-02-01.txt", "松溪县财政局_2024_催报.txt"]);
    assert!(ran.err.contains("松溪县教育局在名册中；2024 年有同名年报"), "{}", ran.err);
    let ran = county.notices("late", &["--only", "missing", "--due", "2025-01-31"]);
    assert_eq!(ran.code, 2, "{}", ran.err);
    assert!(ran.err.contains("2025-01-31 早于通知日期 2025-02-01"), "{}", ran.err);
}
