//! An invented county: eighty agencies with their numbers, and the documents that they send in.

use std::fmt::Write as _;

use serde_json::{Value, json};

use crate::support::command::{clean, set};
use crate::support::formats;

pub(super) const REGION: [&str; 3] = ["澹川省", "骐昌市", "泠浦县"];
pub(super) const YEAR: u16 = 2025;
pub(super) const GOVERNMENT: &str = "泠浦县人民政府";

const OFFICES: &str = "教育 公安 民政 司法 财政 审计 统计 林业 水务 交通运输 农业农村 商务 文化 体育 卫生健康 应急管理 医疗保障 \
    市场监督管理 生态环境 自然资源 住房保障 城市管理 民族宗教 信访 机关事务 粮食 气象服务 档案 园林 渔业 畜牧 旅游 科技 人防 金融服务";
const TOWNS: &str = "青石 白塔 双桥 柳河 大坪 小坪 石门 龙泉 凤山 云岭 竹溪 梅岭 松岗 枫林 桃源 杏花 莲塘 荷塘 高桥 长桥 平桥 上河 \
    下河 东坡 西坡 南塘 北塘 新店 老店 金沙 银沙 红岩 黄岩 黑水 清水 浑水 三岔 五里 七星 九曲 太平 永安 长乐 福寿";

/// One unit of the county: what it has to report, and how well it does.
#[derive(Clone)]
pub(super) struct Unit {
    pub(super) number: usize,
    pub(super) name: String,
    pub(super) natural: i64,
    pub(super) firms: i64,
    pub(super) licences: i64,
    /// Of natural persons, not answered by the end of the year.
    pub(super) carried: i64,
    /// By so much its total of new requests is wrong.
    pub(super) slip: i64,
}

/// Its departments and towns.
pub(super) fn units() -> Vec<Unit> {
    let offices = OFFICES.split_whitespace().map(|name| format!("泠浦县{name}局"));
    let towns = TOWNS.split_whitespace().map(|name| format!("泠浦县{name}镇人民政府"));
    let units = (0..).zip(offices.chain(towns)).map(|(number, name)| {
        let figure = i64::try_from(number).unwrap();
        Unit {
            number,
            name,
            natural: 2 + figure % 7,
            firms: figure % 3,
            licences: 10 + figure,
            carried: i64::from(number % 11 == 4),
            slip: i64::from(number % 5 == 1),
        }
    });
    units.collect()
}

impl Unit {
    pub(super) fn new_requests(&self) -> i64 {
        self.natural + self.firms
    }

    /// Every cell that is not zero, as it stands in the report.
    pub(super) fn cells(&self) -> Vec<(&'static str, i64)> {
        let answered = self.natural - self.carried;
        vec![
            ("disclosure/licensing/decisions", self.licences),
            ("requests/new/natural", self.natural),
            ("requests/new/business", self.firms),
            ("requests/new/total", self.new_requests() + self.slip),
            ("requests/granted/natural", answered),
            ("requests/granted/total", answered),
            ("requests/partial/business", self.firms),
            ("requests/partial/total", self.firms),
            ("requests/handled/natural", answered),
            ("requests/handled/business", self.firms),
            ("requests/handled/total", answered + self.firms),
            ("requests/carried_out/natural", self.carried),
            ("requests/carried_out/total", self.carried),
        ]
    }

    /// As parsed: what a later year, or the county itself, reports.
    pub(super) fn report(&self, year: u16) -> Value {
        let mut report = clean(&self.name, year);
        report["agency"]["region"] = json!(REGION);
        for row in ["new", "granted", "handled"] {
            for column in ["natural", "total"] {
                set(&mut report, &format!("requests/{row}/{column}"), json!(0));
            }
        }
        for (cell, value) in self.cells() {
            set(&mut report, cell, json!(value));
        }
        report
    }

    /// The document that it sends in, in one of all formats.
    pub(super) fn document(&self) -> (String, Vec<u8>) {
        let formats = formats::all(&self.text());
        // Those that are read without another program's help; in a pdf every label has the room that it takes.
        let formats: Vec<_> =
            formats.into_iter().filter(|(ending, _)| !["odt", "ods", "rtf"].contains(ending)).collect();
        let (ending, bytes) = &formats[self.number % formats.len()];
        let bytes = if *ending == "pdf" { formats::wide_pdf(&self.text()) } else { bytes.clone() };
        (format!("{:03}.{ending}", self.number), bytes)
    }

    fn text(&self) -> String {
        let name = &self.name;
        let short = name.trim_start_matches("泠浦县");
        let mut text = format!(
            "{name}\n{YEAR}年政府信息公开工作年度报告\n\n一、总体情况\n\n\
             {YEAR}年，{short}按照《中华人民共和国政府信息公开条例》做好公开工作，统计期限为{YEAR}年1月1日至{YEAR}年12月31日。\n\
             （一）主动公开。公开{short}的政策文件，办理行政许可{}件。\n\
             （二）依申请公开。全年收到政府信息公开申请{}件。\n\
             （三）政府信息管理。由专人审核。\n（四）平台建设。维护门户网站专栏。\n（五）监督保障。组织学习条例，接受社会监督。\n\n",
            self.licences,
            self.new_requests(),
        );
        text += "二、主动公开政府信息情况\n\n第二十条第（一）项\n信息内容\t本年制发件数\t本年废止件数\t现行有效件数\n规章\t0\t0\t0\n行政规范性文件\t0\t0\t0\n";
        text += "第二十条第（五）项\n信息内容\t本年处理决定数量\n";
        writeln!(text, "行政许可\t{}", self.licences).unwrap();
        text += "第二十条第（六）项\n信息内容\t本年处理决定数量\n行政处罚\t0\n行政强制\t0\n";
        text += "第二十条第（八）项\n信息内容\t本年收费金额（单位：万元）\n行政事业性收费\t0\n\n";
        text += &self.requests();
        text += "四、政府信息公开行政复议、行政诉讼情况\n\n行政复议\t\t\t\t\t行政诉讼\t\t\t\t\t\t\t\t\t\n";
        text += "结果维持\t结果纠正\t其他结果\t尚未审结\t总计\t未经复议直接起诉\t\t\t\t\t复议后起诉\t\t\t\t\n";
        let results = "结果维持\t结果纠正\t其他结果\t尚未审结\t总计";
        writeln!(text, "\t\t\t\t\t{results}\t{results}\n{}\n", ["0"; 15].join("\t")).unwrap();
        text += "五、存在的主要问题及改进情况\n\n存在的主要问题：公开内容不够丰富。改进措施：加强信息梳理。\n\n";
        text + "六、其他需要报告的事项\n\n本年度未收取信息处理费。\n"
    }

    fn requests(&self) -> String {
        let mut text = "三、收到和处理政府信息公开申请情况\n\n\
            （本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）\t\t\t申请人情况\t\t\t\t\t\t\n\
            \t\t\t自然人\t法人或其他组织\t\t\t\t\t总计\n\t\t\t\t商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他\t\n"
            .to_owned();
        let mut row = |labels: [&str; 3], natural: i64, firms: i64, slip: i64| {
            let total = natural + firms + slip;
            writeln!(text, "{}\t{natural}\t{firms}\t0\t0\t0\t0\t{total}", labels.join("\t")).unwrap();
        };
        let answered = self.natural - self.carried;
        row(["一、本年新收政府信息公开申请数量", "", ""], self.natural, self.firms, self.slip);
        row(["二、上年结转政府信息公开申请数量", "", ""], 0, 0, 0);
        row(["三、本年度办理结果", "（一）予以公开", ""], answered, 0, 0);
        row(["", "（二）部分公开（区分处理的，只计这一情形，不计其他情形）", ""], 0, self.firms, 0);
        let groups: [(&str, &[&str]); 4] = [
            (
                "（三）不予公开",
                &[
                    "属于国家秘密",
                    "其他法律行政法规禁止公开",
                    "危及“三安全一稳定”",
                    "保护第三方合法权益",
                    "属于三类内部事务信息",
                    "属于四类过程性信息",
                    "属于行政执法案卷",
                    "属于行政查询事项",
                ],
            ),
            ("（四）无法提供", &["本机关不掌握相关政府信息", "没有现成信息需要另行制作", "补正后申请内容仍不明确"]),
            (
                "（五）不予处理",
                &[
                    "信访举报投诉类申请",
                    "重复申请",
                    "要求提供公开出版物",
                    "无正当理由大量反复申请",
                    "要求行政机关确认或重新出具已获取信息",
                ],
            ),
            (
                "（六）其他处理",
                &[
                    "申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请",
                    "申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请",
                    "其他",
                ],
            ),
        ];
        for (group, names) in groups {
            for (number, name) in (1..).zip(names) {
                row(["", group, &format!("{number}.{name}")], 0, 0, 0);
            }
        }
        row(["", "（七）总计", ""], answered, self.firms, 0);
        row(["四、结转下年度继续办理", "", ""], self.carried, 0, 0);
        text + "\n"
    }
}
