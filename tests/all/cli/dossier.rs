//! `gouji export --to X.html`: everything about a review on one page; its numbers against those of `gouji check`, and the page
//! opened, searched, walked through by keys and printed in a browser, where there is one.

use std::fs;
use std::process::Command;

use gouji::journal::{Act, Status, Target};
use serde_json::{Value, json};

use super::export::{NAMES, Office, installed};
use crate::support::command::{clean, set};

const HOSTILE: &str = "<img src=x onerror=top.hacked=1></script><script>top.hacked=1</script>县公安局";

/// What is in an element of the page that holds data.
fn held(page: &str, id: &str) -> Value {
    let (_, rest) = page.split_once(&format!("id=\"{id}\">")).unwrap();
    serde_json::from_str(rest.split_once("</script>").unwrap().0).unwrap()
}

fn written(office: &Office, to: &str, more: &[&str]) -> String {
    let ran = office.export(to, more);
    assert_eq!(ran.code, 0, "{}", ran.err);
    fs::read_to_string(office.place.path(to)).unwrap()
}

/// A season with a second round, and with an agency whose name, cells and notes would do harm.
fn season() -> Office {
    let office = Office::new();
    office.review();
    let mut hostile = clean(HOSTILE, 2024);
    set(&mut hostile, "disputes/reconsideration/pending", json!({ "raw": "<b onclick=top.hacked=1>1</b>" }));
    set(&mut hostile, "requests/new/total", json!(7));
    office.place.write("reports/hostile.json", hostile.to_string());
    office.append(&[Act::note(
        "<i>王</i>",
        Office::reference(HOSTILE),
        Target::Report,
        "<svg onload=top.hacked=1>",
        None,
    )]);
    office.submit(NAMES[0], 2, false);
    office
}

#[test]
fn the_page_has_the_numbers_that_check_gives() {
    let office = season();
    let page = written(&office, "out/审核档案.html", &[]);
    let list = held(&page, "data");
    let lines = list["agencies"].as_array().unwrap();
    let checked = office.place.run(["check", "reports", "--roster", "roster.csv", "--format", "json"]).json();
    let mut told = 0;
    for line in lines.iter().filter(|line| line["status"] != "missing") {
        let version = if line["name"] == NAMES[0] { "/2" } else { "" };
        let is_it = |report: &&Value| {
            report["agency"] == line["name"] && report["report"].as_str().is_some_and(|id| id.ends_with(version))
        };
        let report = checked.as_array().unwrap().iter().find(is_it).unwrap();
        assert_eq!((&line["errors"], &line["warnings"]), (&report["counts"]["error"], &report["counts"]["warning"]));
        let findings = held(&page, &format!("d-{}", line["key"].as_str().unwrap()));
        let texts = |value: &Value, name: &str| -> Vec<String> {
            let all = value["findings"].as_array().unwrap().iter().filter(|it| it.get("solved").is_none());
            all.map(|it| it[name].as_str().unwrap().to_owned()).collect()
        };
        let (mut shown, mut said) = (texts(&findings, "text"), texts(report, "message"));
        shown.sort();
        said.sort();
        assert_eq!(shown, said, "{line}");
        told += shown.len();
    }
    assert!(told > 5 && lines.len() == 7, "{told} {lines:?}");
    // The numbers at the top are the sums.
    let sum = |name: &str| lines.iter().filter_map(|line| line[name].as_u64()).sum::<u64>();
    for (name, count) in [("年报", 6), ("未报", 1), ("错误", sum("errors")), ("警告", sum("warnings"))] {
        assert!(page.contains(&format!("<dt>{name}</dt><dd>{count}</dd>")), "{name} {count}");
    }
}

#[test]
fn a_page_is_written_whole_or_not_at_all_and_only_where_it_may() {
    let office = Office::new();
    office.review();
    for (to, more, said) in [
        ("a.html", &["--what", "notes"][..], "不用 --what"),
        ("reports/a.html", &[], "从不写入"),
        ("roster.csv", &[], "已存在"),
    ] {
        let ran = office.export(to, more);
        assert!(ran.code == 2 && ran.err.contains(said), "{to} {more:?}: {}", ran.err);
    }
    written(&office, "a.html", &[]);
    assert_eq!(office.export("a.html", &[]).code, 2, "it is there");
    let english = written(&office, "a.html", &["--force", "--lang", "en", "--status", "returned"]);
    assert!(english.contains("<html lang=\"en\">") && english.contains("filters: --status returned"));
    assert_eq!(held(&english, "data")["agencies"].as_array().unwrap().len(), 2);
    let told = written(&office, "b.html", &["--for-agencies"]);
    for word in ["内部的话", "李审核", "王核对"] {
        assert!(!told.contains(word), "{word}");
    }
    assert!(told.contains("@SUM(1) 请核对"));
}

/// Runs Chromium on a page; what it says.
fn chromium(office: &Office, args: &[&str], page: &str) -> String {
    let profile = format!("--user-data-dir={}", office.place.path("chromium").display());
    let mut command = Command::new("chromium");
    command.args(["--headless", "--no-sandbox", "--disable-gpu", "--allow-file-access-from-files", &profile]);
    command.args(["--virtual-time-budget=20000"]).args(args).arg(format!("file://{page}"));
    let output = command.envs(office.place.environment()).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

/// Opens the page in a frame so wide, does something there, and gives back what that comes to. `key` presses a key, `type`
/// writes into the search, `count` counts what is shown, `text` is what stands there.
fn driven(office: &Office, page: &str, width: u32, more: &[&str], steps: &str) -> Value {
    driven_in(office, page, &format!("width=\"{width}\""), more, steps)
}

/// The same in a frame with these attributes.
fn driven_in(office: &Office, page: &str, frame: &str, more: &[&str], steps: &str) -> Value {
    let driver = format!(
        r##"<!DOCTYPE html><meta charset="utf-8"><body><iframe {frame} height="800" src="{page}"></iframe><pre id="out"></pre>
<script>
const frame = document.querySelector("iframe");
const wait = (ms) => new Promise((then) => setTimeout(then, ms || 50));
frame.onload = async () => {{
  const win = frame.contentWindow, doc = frame.contentDocument;
  const broken = [];
  doc.addEventListener("securitypolicyviolation", (it) => broken.push(it.violatedDirective));
  win.addEventListener("error", (it) => broken.push(it.message));
  const all = (what) => [...doc.querySelectorAll(what)].filter((it) => it.offsetParent !== null);
  const count = (what) => all(what).length;
  const text = (what) => all(what).map((it) => it.textContent).join("|");
  const key = async (name) => {{
    doc.activeElement.dispatchEvent(new win.KeyboardEvent("keydown", {{ key: name, bubbles: true, cancelable: true }}));
    await wait();
  }};
  const type = async (words) => {{
    const field = doc.querySelector("input");
    field.value = words;
    field.dispatchEvent(new win.Event("input"));
    await wait(300);
  }};
  const go = async (hash) => {{ win.location.hash = hash; await wait(100); }};
  const out = {{}};
  try {{
    await wait(100);
    {steps}
  }} catch (error) {{ broken.push(String(error)); }}
  out.broken = broken;
  out.hacked = window.hacked === undefined ? false : true;
  document.getElementById("out").textContent = JSON.stringify(out).replace(/[<>&]/g, "_");
}};
</script>"##
    );
    let path = office.place.write("driver.html", driver);
    let dom = chromium(office, &[more, &["--dump-dom"]].concat(), path.to_str().unwrap());
    let (_, rest) = dom.split_once("<pre id=\"out\">").unwrap();
    let out: Value = serde_json::from_str(rest.split_once("</pre>").unwrap().0).unwrap();
    assert_eq!((&out["broken"], &out["hacked"]), (&json!([]), &json!(false)), "{out}");
    out
}

fn is_there() -> bool {
    installed("chromium", &["--version"])
}

#[test]
fn a_browser_finds_narrows_and_opens_by_keys_and_by_address() {
    if !is_there() {
        return;
    }
    let office = season();
    written(&office, "a.html", &[]);
    let steps = r##"
    out.rows = count("#list tbody tr");
    await type("财政");
    out.name = text("#list tbody .name a");
    await type("@sum（1）");
    out.note = text("#list tbody .name a");
    await type("新收 差");
    out.finding = count("#list tbody tr");
    out.met = count("#list .met mark") > 0;
    await type("");
    await go("#status=returned");
    out.returned = text("#list tbody .name a");
    await go("#rule=T3-01&region=" + encodeURIComponent("骐昌市"));
    out.rule = count("#list tbody tr");
    await go("#");
    await key("j");
    await key("j");
    out.chosen = text("#list tr.chosen .name a");
    await key("Enter");
    out.opened = text("#page h2");
    out.address = win.location.hash.startsWith("#a=");
    await key("j");
    out.mark = count("#page .finding.chosen");
    out.sides = [count("#page td.left"), count("#page td.right")];
    await key("]");
    out.next = text("#page h2");
    await key("Escape");
    out.back = count("#list tbody tr");
    await key("/");
    out.field = doc.activeElement.tagName;
    "##;
    let out = driven(&office, "a.html", 1280, &[], steps);
    assert_eq!((&out["rows"], &out["name"], &out["note"]), (&json!(7), &json!("松溪县财政局"), &json!(NAMES[0])));
    assert!(out["finding"].as_u64().is_some_and(|count| (1..6).contains(&count)) && out["met"] == true, "{out}");
    assert_eq!(out["returned"], NAMES[1]);
    assert!(out["rule"].as_u64().is_some_and(|count| (2..6).contains(&count)), "{out}");
    assert_eq!(out["chosen"], out["opened"], "{out}");
    assert_eq!((&out["address"], &out["mark"]), (&json!(true), &json!(1)), "{out}");
    assert!(out["next"] != out["opened"] && out["back"] == 7 && out["field"] == "INPUT", "{out}");
}

#[test]
fn in_a_browser_foreign_text_does_nothing() {
    if !is_there() {
        return;
    }
    let office = season();
    let page = written(&office, "a.html", &[]);
    let list = held(&page, "data");
    let line = list["agencies"].as_array().unwrap().iter().find(|line| line["name"] == HOSTILE).unwrap();
    let steps = format!(
        r##"
    await type("onerror");
    await go("#a={}&f=1");
    out.name = text("#page h2");
    out.cell = text("#page td.raw");
    out.tags = doc.querySelectorAll("img, svg[onload], b[onclick]").length;
    await go("#v=pages&q=" + encodeURIComponent("<img src=x onerror=top.hacked=1>"));
    await go("#a=" + encodeURIComponent("<img src=x onerror=top.hacked=1>") + "&has=constructor&sort=__proto__&f=NaN");
    out.none = text("#page");
    "##,
        line["key"].as_str().unwrap()
    );
    let out = driven(&office, "a.html", 1280, &[], &steps);
    assert_eq!(out["name"], HOSTILE.replace(['<', '>'], "_"), "{out}");
    assert_eq!(out["tags"], 0, "{out}");
    assert!(out["none"].as_str().unwrap().contains("没有这个机关"), "{out}");
}

#[test]
fn a_phone_and_the_dark_have_everything_too() {
    if !is_there() {
        return;
    }
    let office = season();
    let page = written(&office, "a.html", &[]);
    let list = held(&page, "data");
    let key = list["agencies"][1]["key"].as_str().unwrap();
    let steps = format!(
        r##"
    const wide = () => doc.documentElement.scrollWidth;
    out.list = wide();
    await go("#a={key}");
    out.page = wide();
    out.shown = count("#page .finding") > 0 && count("#page table.form") === 3;
    out.paper = win.getComputedStyle(doc.body).backgroundColor;
    "##
    );
    let light = driven(&office, "a.html", 390, &[], &steps);
    assert!(light["list"].as_u64() <= Some(390) && light["page"].as_u64() <= Some(390), "nothing is cut off: {light}");
    assert_eq!((&light["shown"], &light["paper"]), (&json!(true), &json!("rgb(255, 255, 255)")));
    let dark = driven(&office, "a.html", 390, &["--blink-settings=preferredColorScheme=0"], &steps);
    assert_ne!(dark["paper"], light["paper"]);
}

#[test]
fn on_paper_every_agency_begins_a_page() {
    if !is_there() {
        return;
    }
    let office = season();
    written(&office, "a.html", &[]);
    let pages = |hash: &str| {
        let to = office.place.path("a.pdf");
        let print = format!("--print-to-pdf={}", to.display());
        chromium(&office, &[&print], &format!("{}{hash}", office.place.path("a.html").display()));
        let text = String::from_utf8_lossy(&fs::read(to).unwrap()).into_owned();
        text.matches("/Type /Page\n").count()
    };
    let (list, one, all) = (pages(""), pages("#v=pages&status=accepted"), pages("#v=pages"));
    assert!(list >= 1 && one >= 1 && all >= 6 && all > one, "{list} {one} {all}");
}

#[test]
fn without_scripts_there_is_a_list() {
    if !is_there() {
        return;
    }
    let office = season();
    written(&office, "a.html", &[]);
    let steps = r##"
    out.list = text("noscript");
    out.overview = count("#overview svg") > 3;
    out.ready = doc.documentElement.dataset.ready || "";
    "##;
    // A frame that may run no script.
    let out = driven_in(&office, "a.html", "width=\"390\" sandbox=\"allow-same-origin\"", &[], steps);
    let list = out["list"].as_str().unwrap();
    for name in NAMES.into_iter().chain(["松溪县财政局", "没有运行脚本"]) {
        assert!(list.contains(name), "{name}: {list}");
    }
    assert_eq!((&out["overview"], &out["ready"]), (&json!(true), &json!("")), "{out}");
}

#[test]
fn a_report_that_is_returned_again_shows_both_versions() {
    let office = season();
    let seen = office.seen(NAMES[0]);
    office.append(&[Act::status("王核对", Office::reference(NAMES[0]), Status::Returned, "再请核对", seen)]);
    let page = written(&office, "a.html", &[]);
    let list = held(&page, "data");
    let line = list["agencies"].as_array().unwrap().iter().find(|line| line["name"] == NAMES[0]).unwrap();
    let agency = held(&page, &format!("d-{}", line["key"].as_str().unwrap()));
    let steps: Vec<&str> = agency["steps"].as_array().unwrap().iter().map(|it| it["text"].as_str().unwrap()).collect();
    assert_eq!(steps, ["", "再请核对"]);
    let changed = agency["versions"][0]["cells"].as_array().unwrap();
    assert_eq!((changed.len(), agency["versions"].as_array().unwrap().len()), (2, 2), "{changed:?}");
}
