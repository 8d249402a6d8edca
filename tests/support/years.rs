//! A report of two years side by side, written in every way that people have, and what its cells are.

/// How the years stand.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Way {
    /// All columns of one year, then all of the other, under the years.
    Groups,
    /// Both years under each column.
    Pairs,
    /// The year is part of each column's header.
    Headers,
    /// Each row stands twice, the year before its numbers.
    Rows,
    /// Each table stands twice, the year above it.
    Captions,
    /// The years with what changed between them.
    Changes,
    /// Whole tables with their labels, one beside the other.
    Whole,
}

pub const WAYS: [Way; 7] = [Way::Groups, Way::Pairs, Way::Headers, Way::Rows, Way::Captions, Way::Changes, Way::Whole];

/// A part of a table: its headers (label columns and the columns' names) and its rows, with the ids of their cells.
pub struct Part {
    pub labels: usize,
    pub heads: Vec<Vec<&'static str>>,
    pub rows: Vec<(Vec<&'static str>, &'static str, Vec<&'static str>)>,
}

pub const SEVEN: [&str; 7] = ["natural", "business", "research", "welfare", "legal", "other", "total"];
pub const FIVE: [&str; 5] = ["upheld", "corrected", "other", "pending", "total"];

pub fn disclosure() -> Vec<Part> {
    let one =
        |head: &'static str, name: &'static str, rows: &[(&'static str, &'static str)], column: &'static str| Part {
            labels: 1,
            heads: vec![vec![head, "", "", ""], vec!["信息内容", name, "", ""]],
            rows: rows.iter().map(|&(label, id)| (vec![label], id, vec![column])).collect(),
        };
    let three = vec!["issued", "repealed", "in_force"];
    vec![
        Part {
            labels: 1,
            heads: vec![
                vec!["第二十条第（一）项", "", "", ""],
                vec!["信息内容", "本年制发件数", "本年废止件数", "现行有效件数"],
            ],
            rows: vec![
                (vec!["规章"], "disclosure/regulations", three.clone()),
                (vec!["行政规范性文件"], "disclosure/normative", three),
            ],
        },
        one("第二十条第（五）项", "本年处理决定数量", &[("行政许可", "disclosure/licensing")], "decisions"),
        one(
            "第二十条第（六）项",
            "本年处理决定数量",
            &[("行政处罚", "disclosure/penalties"), ("行政强制", "disclosure/coercion")],
            "decisions",
        ),
        one("第二十条第（八）项", "本年收费金额（单位：万元）", &[("行政事业性收费", "disclosure/fees")], "amount"),
    ]
}

pub fn requests() -> Part {
    let row = |a: &'static str, b: &'static str, c: &'static str, id: &'static str| (vec![a, b, c], id, SEVEN.to_vec());
    Part {
        labels: 3,
        heads: vec![
            vec![
                "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）",
                "",
                "",
                "申请人情况",
                "",
                "",
                "",
                "",
                "",
                "",
            ],
            vec!["", "", "", "自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"],
        ],
        rows: vec![
            row("一、本年新收政府信息公开申请数量", "", "", "requests/new"),
            row("二、上年结转政府信息公开申请数量", "", "", "requests/carried_in"),
            row("三、本年度办理结果", "（一）予以公开", "", "requests/granted"),
            row("", "（二）部分公开（区分处理的，只计这一情形，不计其他情形）", "", "requests/partial"),
            row("", "（三）不予公开", "1.属于国家秘密", "requests/denied.secret"),
            row("", "", "2.其他法律行政法规禁止公开", "requests/denied.prohibited"),
            row("", "", "3.危及“三安全一稳定”", "requests/denied.stability"),
            row("", "", "4.保护第三方合法权益", "requests/denied.third_party"),
            row("", "", "5.属于三类内部事务信息", "requests/denied.internal"),
            row("", "", "6.属于四类过程性信息", "requests/denied.process"),
            row("", "", "7.属于行政执法案卷", "requests/denied.enforcement"),
            row("", "", "8.属于行政查询事项", "requests/denied.inquiry"),
            row("", "（四）无法提供", "1.本机关不掌握相关政府信息", "requests/unavailable.not_held"),
            row("", "", "2.没有现成信息需要另行制作", "requests/unavailable.not_compiled"),
            row("", "", "3.补正后申请内容仍不明确", "requests/unavailable.unclear"),
            row("", "（五）不予处理", "1.信访举报投诉类申请", "requests/declined.petition"),
            row("", "", "2.重复申请", "requests/declined.repeated"),
            row("", "", "3.要求提供公开出版物", "requests/declined.publication"),
            row("", "", "4.无正当理由大量反复申请", "requests/declined.excessive"),
            row("", "", "5.要求行政机关确认或重新出具已获取信息", "requests/declined.confirmation"),
            row(
                "",
                "（六）其他处理",
                "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请",
                "requests/closed.not_corrected",
            ),
            row(
                "",
                "",
                "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请",
                "requests/closed.fee_unpaid",
            ),
            row("", "", "3.其他", "requests/closed.other"),
            row("", "（七）总计", "", "requests/handled"),
            row("四、结转下年度继续办理", "", "", "requests/carried_out"),
        ],
    }
}

pub fn disputes() -> Part {
    let names = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"];
    let heads = vec![
        vec!["行政复议", "", "", "", "", "行政诉讼", "", "", "", "", "", "", "", "", ""],
        [&names[..], &["未经复议直接起诉", "", "", "", "", "复议后起诉", "", "", "", ""]].concat(),
        [&[""; 5][..], &names, &names].concat(),
    ];
    Part { labels: 0, heads, rows: vec![(vec![], "disputes", vec![""; 15])] }
}

/// The value of a cell in one of the years: rows add up in both.
pub fn value(id: &str, column: usize, width: usize, year: usize) -> usize {
    let seed = id.bytes().fold(7 + year * 31, |sum, byte| (sum * 33 + usize::from(byte)) % 9973);
    let one = |at: usize| (seed / (at * 3 + 1) + at * (year + 2)) % 7;
    let within = column % 5;
    match width {
        7 if column == 6 => (0..6).map(one).sum(),
        15 if within == 4 => (column - 4..column).map(one).sum(),
        _ => one(column),
    }
}

/// The fields of a row that has these for each year, after its labels.
pub fn row(way: Way, labels: &[&str], years: [Vec<String>; 2], is_head: bool) -> Vec<String> {
    let [one, other] = years;
    let labels: Vec<String> = labels.iter().map(ToString::to_string).collect();
    let change: Vec<String> =
        one.iter().map(|text| if is_head || text.is_empty() { String::new() } else { "1".into() }).collect();
    match way {
        Way::Pairs => [labels, one.into_iter().zip(other).flat_map(|(one, other)| [one, other]).collect()].concat(),
        Way::Changes => [labels, one, other, change].concat(),
        Way::Whole => [labels.clone(), one, labels, other].concat(),
        _ => [labels, one, other].concat(),
    }
}

pub fn part(way: Way, part: &Part, heads: [&str; 2]) -> Vec<Vec<String>> {
    let mut rows: Vec<Vec<String>> = Vec::new();
    let width = part.heads[0].len() - part.labels;
    let columns = |head: &[&str]| -> Vec<String> { head[part.labels..].iter().map(ToString::to_string).collect() };
    let blank = || vec![String::new(); width];
    let values = |id: &str, ids: &[&str], year: usize| -> Vec<String> {
        let mut all: Vec<String> = (0..ids.len()).map(|at| value(id, at, ids.len(), year).to_string()).collect();
        all.resize(width, String::new());
        all
    };
    let first = |text: &str| -> Vec<String> {
        let mut all = blank();
        all[0] = text.to_owned();
        all
    };
    if matches!(way, Way::Rows | Way::Captions) {
        let year = |row: &[&str], year: &str| -> Vec<String> {
            let (labels, rest) = row.split_at(part.labels);
            let year = (way == Way::Rows).then_some(year);
            labels.iter().copied().chain(year).chain(rest.iter().copied()).map(ToOwned::to_owned).collect()
        };
        let each = |at: usize, rows: &mut Vec<Vec<String>>, only: Option<usize>| {
            for (labels, id, ids) in &part.rows {
                for other in (0..2).filter(|year| only.is_none_or(|only| only == *year)) {
                    let labels = if other > 0 && only.is_none() { vec![""; labels.len()] } else { labels.clone() };
                    let values = values(id, ids, other);
                    let values: Vec<&str> = values.iter().map(String::as_str).collect();
                    rows.push(year(&[labels, values].concat(), heads[other]));
                }
            }
            at
        };
        if way == Way::Rows {
            rows.extend(part.heads.iter().map(|head| year(head, "")));
            each(0, &mut rows, None);
        } else {
            for (at, name) in heads.iter().enumerate() {
                rows.push(vec![(*name).to_owned()]);
                rows.extend(part.heads.iter().map(|head| year(head, "")));
                each(at, &mut rows, Some(at));
            }
        }
        return rows;
    }
    let labels = vec![""; part.labels];
    match way {
        Way::Groups | Way::Changes | Way::Whole => {
            let mut years = row(way, &labels, [first(heads[0]), first(heads[1])], true);
            if way == Way::Changes {
                years[part.labels + width * 2] = "增减".into();
            }
            if way == Way::Whole && part.labels > 0 {
                years.fill(String::new());
                years[0] = heads[0].into();
                years[part.labels + width] = heads[1].into();
            }
            rows.push(years);
        }
        _ => {}
    }
    for head in &part.heads {
        let other = if way == Way::Pairs { blank() } else { columns(head) };
        rows.push(row(way, &head[..part.labels], [columns(head), other], true));
    }
    if way == Way::Headers {
        // Heads over all columns name no year, but those of a table without labels.
        let from = if part.labels > 0 { part.heads.len() - 1 } else { 0 };
        for row in &mut rows[from..] {
            for (at, text) in row.iter_mut().enumerate().skip(part.labels).filter(|(_, text)| !text.is_empty()) {
                *text = format!("{}{text}", heads[usize::from(at >= part.labels + width)]);
            }
        }
    }
    if way == Way::Pairs {
        let each = |year: &str| vec![year.to_owned(); width];
        rows.push(row(way, &labels, [each(heads[0]), each(heads[1])], true));
    }
    for (labels, id, ids) in &part.rows {
        rows.push(row(way, labels, [values(id, ids, 0), values(id, ids, 1)], false));
    }
    rows
}

/// The report as text with tabs.
pub fn text(way: Way, heads: [&str; 2], title: &str) -> String {
    let mut lines: Vec<String> = vec![title.into(), "一、总体情况".into(), "全年平稳。".into()];
    let tables: [(&str, Vec<Part>); 3] = [
        ("二、主动公开政府信息情况", disclosure()),
        ("三、收到和处理政府信息公开申请情况", vec![requests()]),
        ("四、因政府信息公开工作被申请行政复议、提起行政诉讼情况", vec![disputes()]),
    ];
    for (heading, parts) in tables {
        lines.push(heading.into());
        if way == Way::Captions {
            // All parts of a table of one year stand under one caption.
            for year in 0..2 {
                lines.push(heads[year].into());
                for one in &parts {
                    let rows = part(way, one, heads);
                    let half = rows.len() / 2;
                    lines.extend(rows[year * half + 1..(year + 1) * half].iter().map(|row| row.join("\t")));
                }
            }
        } else {
            lines.extend(parts.iter().flat_map(|one| part(way, one, heads)).map(|row| row.join("\t")));
        }
    }
    lines.extend(["五、存在的主要问题及改进情况", "无。", "六、其他需要报告的事项", "无。"].map(ToOwned::to_owned));
    lines.join("\n")
}

/// Every cell of the form and what it has in one of the years.
pub fn truth(year: usize) -> Vec<(String, usize)> {
    let mut all = Vec::new();
    for part in disclosure().into_iter().chain([requests(), disputes()]) {
        for (_, id, ids) in &part.rows {
            for (at, column) in ids.iter().enumerate() {
                let suits = ["reconsideration", "litigation_direct", "litigation_after"];
                let name = if column.is_empty() {
                    format!("{id}/{}/{}", suits[at / 5], FIVE[at % 5])
                } else {
                    format!("{id}/{column}")
                };
                all.push((name, value(id, at, ids.len(), year)));
            }
        }
    }
    all
}

/// A report of one year, as text with tabs: its first section says this, and more stands behind the tables of others.
pub fn alone(title: &str, first: &str, behind: &[(&str, &str)]) -> String {
    let more = |heading: &str| -> Vec<String> {
        behind.iter().filter(|(at, _)| *at == heading).map(|(_, text)| (*text).to_owned()).collect()
    };
    let mut lines: Vec<String> = vec![title.into(), "一、总体情况".into(), first.into()];
    lines.extend(more("一"));
    let tables: [(&str, &str, Vec<Part>); 3] = [
        ("二", "二、主动公开政府信息情况", disclosure()),
        ("三", "三、收到和处理政府信息公开申请情况", vec![requests()]),
        ("四", "四、因政府信息公开工作被申请行政复议、提起行政诉讼情况", vec![disputes()]),
    ];
    for (at, heading, parts) in tables {
        lines.push(heading.into());
        for part in parts {
            let width = part.heads[0].len() - part.labels;
            lines.extend(part.heads.iter().map(|head| head.join("\t")));
            for (labels, id, ids) in &part.rows {
                let mut values: Vec<String> =
                    (0..ids.len()).map(|at| value(id, at, ids.len(), 0).to_string()).collect();
                values.resize(width, String::new());
                let labels = labels.iter().map(ToString::to_string);
                lines.push(labels.chain(values).collect::<Vec<_>>().join("\t"));
            }
        }
        lines.extend(more(at));
    }
    lines.push("五、存在的主要问题及改进情况".into());
    lines.push("无。".into());
    lines.extend(more("五"));
    lines.push("六、其他需要报告的事项".into());
    lines.push("无。".into());
    lines.extend(more("六"));
    lines.join("\n")
}
