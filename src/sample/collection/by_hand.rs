//! Faults planted on purpose, one kind to a report: what the rules about texts, years and other agencies find.
//!
//! Each goes into a report that is in order otherwise, of an agency in whose reports nothing else is planted.

use crate::report::{SafeText, Value};

use crate::sample::Draft;
use crate::sample::random::Random;

/// One fault: the rules that speak of it, the agencies it fits, and what is done to the report of the last year.
pub(super) struct Case {
    pub(crate) rules: &'static [&'static str],
    /// The report of the last year.
    pub(crate) fits: fn(&Draft) -> bool,
    /// Changes it; the other is the same agency's report for the year before.
    pub(crate) edit: fn(&mut Draft, &Draft),
}

const fn case(rules: &'static [&'static str], fits: fn(&Draft) -> bool, edit: fn(&mut Draft, &Draft)) -> Case {
    Case { rules, fits, edit }
}

fn any(_: &Draft) -> bool {
    true
}

fn is_town(draft: &Draft) -> bool {
    draft.office.level == "town"
}

fn has_requests(draft: &Draft) -> bool {
    draft.int("requests/new/total") > 2 && draft.int("requests/granted/natural") > 0 && has_no_disputes(draft)
}

fn has_no_notice(draft: &Draft) -> bool {
    draft.int("requests/closed.fee_unpaid/total") == 0
}

fn has_no_requests(draft: &Draft) -> bool {
    is_town(draft) && draft.int("requests/new/total") + draft.int("requests/carried_in/total") == 0
}

fn has_no_disputes(draft: &Draft) -> bool {
    draft.text(1).contains("未发生因政府信息公开") || draft.text(1).contains("没有涉及政府信息公开的行政复议")
}

/// All cases. Those that few agencies fit stand first.
pub(super) const CASES: [Case; 28] = [
    case(
        &["N-09"],
        |d| d.int("disputes/reconsideration/total") > 1,
        |d, _| {
            let reviews = d.int("disputes/reconsideration/total");
            let text = ["行政复议", "行政复议共", "行政复议案件"].iter().fold(d.text(1), |text, before| {
                text.replace(&format!("{before}{reviews}件"), &format!("{before}{}件", reviews + 3))
            });
            d.write(1, &text);
        },
    ),
    case(
        &["N-03"],
        |d| d.int("requests/carried_out/total") > 0 && has_requests(d),
        |d, _| {
            let (new, after) = (d.int("requests/new/total"), d.int("requests/carried_out/total"));
            let text = format!("本年新收政府信息公开申请{new}件。年末结转下年度继续办理{}件。", after + 2);
            d.on_request(&(text + "未发生因政府信息公开引起的行政复议和行政诉讼。"));
        },
    ),
    case(
        &["Y-03"],
        |d| d.office.name.ends_with("医疗保障局"),
        |d, _| {
            d.set("disclosure/penalties/decisions", 168);
        },
    ),
    case(&["T2-06"], is_town, |d, _| d.set("disclosure/fees/amount", 186_400)),
    case(&["T4-05"], has_no_requests, |d, _| {
        d.set("disputes/reconsideration/upheld", 1);
        d.set("disputes/reconsideration/total", 1);
        d.on_request("本年度未收到政府信息公开申请。因政府信息公开引起的行政复议1件，结果为维持；没有行政诉讼。");
    }),
    case(&["T3-08"], has_no_requests, |d, _| {
        for row in ["new", "closed.other", "handled"] {
            d.set(&format!("requests/{row}/natural"), 6);
            d.set(&format!("requests/{row}/total"), 6);
        }
        d.on_request("本年新收政府信息公开申请6件，办结6件。未发生因政府信息公开引起的行政复议和行政诉讼。");
    }),
    case(&["T2-08", "Y-02"], is_town, |d, _| {
        d.set("disclosure/normative/issued", 2);
        let text = d.text(1).replace("（二）", "本年制发行政规范性文件2件，废止0件，现行有效0件。\n（二）");
        d.write(1, &text.replace("。\n本年制发", "。本年制发"));
    }),
    case(
        &["SEC-03", "SEC-06"],
        |d| is_town(d) && has_no_disputes(d),
        |d, _| {
            let text = d.text(1);
            let kept: Vec<&str> = text.lines().filter(|line| !line.starts_with("（二）")).collect();
            d.write(1, &kept.join("\n"));
        },
    ),
    case(&["SIM-01"], has_no_requests, |d, before| {
        let mut text = before.text(1);
        for (own, label) in [("licensing", "许可"), ("penalties", "处罚")] {
            let id = format!("disclosure/{own}/decisions");
            for between in ["", "决定"] {
                let with = |count: i64| format!("{label}{between}{count}件");
                text = text.replace(&with(before.int(&id)), &with(d.int(&id)));
            }
        }
        let text = text.replace(&before.year.to_string(), &d.year.to_string());
        d.write(1, &text);
        d.on_request("本年度未收到政府信息公开申请。未发生因政府信息公开引起的行政复议和行政诉讼。");
    }),
    case(&["T4-08"], has_requests, |d, _| {
        d.set("disputes/reconsideration/corrected", 1);
        d.set("disputes/reconsideration/total", 1);
        d.on_request(&d.request_numbers());
    }),
    case(&["Y-01", "Y-01"], has_requests, |d, _| {
        for column in ["natural", "total"] {
            for row in ["carried_in", "granted", "handled"] {
                let id = format!("requests/{row}/{column}");
                d.set(&id, d.int(&id) + 1);
            }
        }
        let text = d.request_numbers();
        d.on_request(&format!("{text}未发生因政府信息公开引起的行政复议和行政诉讼。"));
    }),
    case(&["N-01"], has_requests, |d, _| {
        let new = d.int("requests/new/total");
        let handled = d.int("requests/handled/total");
        let none = "未发生因政府信息公开引起的行政复议和行政诉讼。";
        d.on_request(&format!("本年新收政府信息公开申请{}件。其中办结{handled}件。{none}", new + 4));
    }),
    case(
        &["N-04", "N-08"],
        |d| d.int("requests/carried_out/total") == 0 && has_requests(d),
        |d, _| {
            let text = d.request_numbers().replace("结转下年度0件", "结转下年度2件");
            d.on_request(&format!("{text}未发生因政府信息公开引起的行政复议和行政诉讼。"));
        },
    ),
    case(&["N-08"], has_requests, |d, _| {
        d.on_request("本年度未收到政府信息公开申请。未发生因政府信息公开引起的行政复议和行政诉讼。");
    }),
    case(&["FEE-05"], has_requests, |d, _| {
        for column in ["natural", "total"] {
            d.move_one(&format!("requests/granted/{column}"), &format!("requests/closed.fee_unpaid/{column}"));
        }
        let text = d.request_numbers();
        d.on_request(&format!("{text}未发生因政府信息公开引起的行政复议和行政诉讼。"));
        d.write(6, &format!("{}年发出信息处理费收费通知0件，通知收取总金额0元，实际收取总金额0元。", d.year));
    }),
    case(
        &["N-10"],
        |d| d.int("disclosure/normative/in_force") > 1,
        |d, _| {
            let count = d.int("disclosure/normative/in_force");
            let text = ["现行有效", "现行有效的行政规范性文件"].iter().fold(d.text(1), |text, before| {
                text.replace(&format!("{before}{count}件"), &format!("{before}{}件", count + 5))
            });
            d.write(1, &text);
        },
    ),
    case(
        &["Y-02"],
        |d| d.int("disclosure/normative/in_force") > 1,
        |d, _| {
            let count = d.int("disclosure/normative/in_force");
            d.set("disclosure/normative/in_force", count + 3);
            let text = ["现行有效", "现行有效的行政规范性文件"].iter().fold(d.text(1), |text, before| {
                text.replace(&format!("{before}{count}件"), &format!("{before}{}件", count + 3))
            });
            d.write(1, &text);
        },
    ),
    case(&["DOC-01"], any, |d, _| d.title = d.title.replace("工作年度报告", "年度报告")),
    case(&["DOC-03"], any, |d, before| {
        d.title = d.title.replace(&d.year.to_string(), &before.year.to_string());
    }),
    case(&["DOC-04"], any, |d, _| d.write(1, &d.text(1).replace("12月31日", "11月30日"))),
    case(&["DOC-06"], any, |d, _| d.append(1, "本报告的格式依据国办公开办函〔2019〕60号。")),
    case(&["DOC-13"], any, |d, _| d.append(6, "联系电话请见某某局网站。")),
    case(&["SEC-01"], any, |d, _| d.sections.retain(|section| section.number != 5)),
    case(&["SEC-11"], any, |d, _| d.write(5, "无。")),
    case(&["SEC-12"], any, |d, _| {
        let text = d.text(5);
        let list = |line: usize| Some(text.lines().nth(line)?.split_once("一是")?.1);
        let (problems, measures) = (list(1).unwrap_or_default(), list(2).unwrap_or_default());
        let (kept, _) = measures.rsplit_once("；三是").unwrap_or_default();
        let done = text.lines().next().unwrap_or_default();
        let next = d.year + 1;
        let all = format!("{done}\n目前存在的主要问题：一是{problems}\n{next}年的改进措施：一是{kept}。");
        d.write(5, &all);
    }),
    case(&["FEE-01"], has_no_notice, |d, _| d.write(6, "无。")),
    case(&["FEE-02"], has_no_notice, |d, _| d.write(6, "本年度发出信息处理费收费通知0件。")),
    case(&["Y-10"], any, |d, before| {
        let (now, last) = (d.text(5), before.text(5));
        let mut lines: Vec<&str> = now.lines().collect();
        if let (Some(line), Some(old)) = (lines.get_mut(1), last.lines().nth(1)) {
            *line = old;
        }
        d.write(5, &lines.join("\n"));
    }),
];

/// Faults of wording that fit every report.
pub(super) const WORDINGS: [Case; 2] = [
    case(&["TXT-01"], any, |d, _| d.append(1, "上级的要求都已贯切落实。")),
    case(&["TXT-05"], any, |d, _| d.append(1, "一名申请人（身份证号999999190001010015）当面领取了答复书。")),
];

/// Plants every case, each into an agency of its own.
pub(super) fn plant(drafts: &mut [Draft], random: &mut Random) {
    for case in CASES.iter().chain(&WORDINGS) {
        let Some([before, now]) = free(drafts, case.fits, random) else { continue };
        let last = drafts.get(before).cloned();
        for index in [before, now] {
            if let Some(draft) = drafts.get_mut(index) {
                draft.by_hand = true;
            }
        }
        if let Some((draft, last)) = drafts.get_mut(now).zip(last) {
            (case.edit)(draft, &last);
            draft.marks.extend(case.rules);
        }
    }
    copied(drafts, random);
}

/// An agency in whose reports nothing is planted: where its two reports stand.
fn free(drafts: &[Draft], fits: fn(&Draft) -> bool, random: &mut Random) -> Option<[usize; 2]> {
    let pairs: Vec<[usize; 2]> = drafts
        .chunks_exact(2)
        .enumerate()
        .filter(|(_, pair)| pair.iter().all(|draft| !draft.by_hand && draft.slips.is_empty()))
        .filter(|(_, pair)| pair.last().is_some_and(fits))
        .map(|(at, _)| [2 * at, 2 * at + 1])
        .collect();
    random.pick(&pairs).copied()
}

/// Section five of one town word for word in the report of another.
fn copied(drafts: &mut [Draft], random: &mut Random) {
    let mut pair = Vec::new();
    for _ in 0..2 {
        let Some([before, now]) = free(drafts, is_town, random) else { return };
        for index in [before, now] {
            if let Some(draft) = drafts.get_mut(index) {
                draft.by_hand = true;
            }
        }
        pair.push(now);
    }
    let Some(text) = pair.first().and_then(|&from| drafts.get(from)).map(|draft| draft.text(5)) else { return };
    for index in pair {
        if let Some(draft) = drafts.get_mut(index) {
            draft.write(5, &text);
            draft.marks.push("SIM-02");
        }
    }
}

impl Draft {
    fn int(&self, id: &str) -> i64 {
        let number = self.form.cell(id).and_then(|cell| self.cells.get(cell).number());
        number.and_then(crate::report::Number::as_int).unwrap_or_default()
    }

    fn set(&mut self, id: &str, value: i64) {
        if let Some(cell) = self.form.cell(id) {
            self.cells.set(cell, Value::int(value));
        }
    }

    fn move_one(&mut self, from: &str, to: &str) {
        self.set(from, self.int(from) - 1);
        self.set(to, self.int(to) + 1);
    }

    fn text(&self, number: u8) -> String {
        let section = self.sections.iter().find(|section| section.number == number);
        section.map(|section| section.text.to_string()).unwrap_or_default()
    }

    fn write(&mut self, number: u8, text: &str) {
        if let Some(section) = self.sections.iter_mut().find(|section| section.number == number) {
            section.text = SafeText::lines(text);
        }
    }

    fn append(&mut self, number: u8, sentence: &str) {
        let text = self.text(number) + sentence;
        self.write(number, &text);
    }

    /// Another text about requests.
    fn on_request(&mut self, text: &str) {
        let whole = self.text(1);
        let lines = whole.lines().map(|line| match line.starts_with("（二）") {
            true => format!("（二）依申请公开。{text}"),
            false => line.to_owned(),
        });
        let lines: Vec<String> = lines.collect();
        self.write(1, &lines.join("\n"));
    }

    /// The numbers of requests as they stand in the table.
    fn request_numbers(&self) -> String {
        let [new, before, handled, after] =
            ["new", "carried_in", "handled", "carried_out"].map(|row| self.int(&format!("requests/{row}/total")));
        format!("本年新收政府信息公开申请{new}件，上年结转{before}件，年内办结{handled}件，结转下年度{after}件。")
    }
}
