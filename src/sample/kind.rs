//! What kinds of agencies there are and how much each has to do in a year.

/// A kind of agency. The numbers are yearly averages of a county department; 0 means: not its business.
#[derive(Debug)]
pub(super) struct Kind {
    /// Last part of the name.
    pub(crate) name: &'static str,
    /// What it calls itself.
    pub(crate) own: &'static str,
    /// Its field of work, for the prose.
    pub(crate) field: &'static str,
    /// Requests for information.
    pub(crate) requests: u64,
    /// Normative documents in force.
    pub(crate) normative: u64,
    pub(crate) licensing: u64,
    pub(crate) penalties: u64,
    /// Coercive measures.
    pub(crate) coercion: u64,
    /// Fees, in yuan.
    pub(crate) fees: u64,
}

const fn kind(name: &'static str, own: &'static str, field: &'static str, yearly: [u64; 6]) -> Kind {
    let [requests, normative, licensing, penalties, coercion, fees] = yearly;
    Kind { name, own, field, requests, normative, licensing, penalties, coercion, fees }
}

/// Found in every city and every county.
pub(super) const OFFICES: [Kind; 12] = [
    kind("人民政府办公室", "我办", "政策文件与会议公开", [9, 24, 0, 0, 0, 0]),
    kind("发展和改革委员会", "我委", "项目审批与价格管理", [4, 6, 130, 0, 0, 0]),
    kind("教育局", "我局", "招生入学与学校管理", [4, 5, 16, 1, 0, 380_000]),
    kind("公安局", "我局", "户籍、出入境与交通管理", [6, 4, 5200, 3100, 240, 910_000]),
    kind("民政局", "我局", "社会救助与养老服务", [2, 5, 18, 2, 0, 0]),
    kind("财政局", "我局", "预算决算与政府采购监管", [3, 4, 9, 3, 0, 0]),
    kind("人力资源和社会保障局", "我局", "就业创业与社会保险", [3, 4, 90, 12, 0, 52_000]),
    kind("自然资源局", "我局", "土地征收与不动产登记", [14, 7, 460, 35, 2, 1_640_000]),
    kind("生态环境局", "我局", "环境影响评价与排污监管", [4, 3, 62, 44, 6, 0]),
    kind("住房和城乡建设局", "我局", "房屋征收与物业管理", [10, 8, 210, 28, 0, 260_000]),
    kind("交通运输局", "我局", "道路运输与公路建设", [3, 4, 720, 260, 31, 0]),
    kind("市场监督管理局", "我局", "市场准入与食品安全", [6, 4, 6400, 340, 22, 0]),
];

/// A government itself; it has no numbers of its own.
#[cfg(test)]
pub(super) const GOVERNMENT: Kind = kind("人民政府", "各单位", "政策落实与民生实事", [0; 6]);

/// Found in counties only.
pub(super) const COUNTY_ONLY: [Kind; 14] = [
    kind("农业农村局", "我局", "惠农补贴与农产品质量", [3, 5, 140, 20, 1, 0]),
    kind("水利局", "我局", "取水许可与河道治理", [2, 3, 44, 9, 2, 730_000]),
    kind("文化和旅游局", "我局", "文化市场与公共文化服务", [1, 2, 36, 8, 0, 0]),
    kind("卫生健康委员会", "我委", "医疗机构与公共卫生监督", [3, 3, 580, 66, 3, 0]),
    kind("应急管理局", "我局", "安全生产与防灾减灾", [2, 4, 95, 52, 4, 0]),
    kind("审计局", "我局", "预算执行审计结果公开", [1, 2, 0, 0, 0, 0]),
    kind("统计局", "我局", "统计数据与普查公报", [1, 1, 0, 0, 0, 0]),
    kind("医疗保障局", "我局", "医保待遇与基金监管", [1, 3, 0, 14, 0, 0]),
    kind("城市管理综合执法局", "我局", "市容秩序与违法建设查处", [6, 3, 310, 870, 65, 420_000]),
    kind("司法局", "我局", "法律援助与人民调解", [2, 3, 12, 1, 0, 0]),
    kind("工业和信息化局", "我局", "惠企政策与工业运行", [1, 3, 4, 1, 0, 0]),
    kind("商务局", "我局", "商贸流通与促进消费", [1, 2, 22, 3, 0, 0]),
    kind("林业局", "我局", "林木采伐与森林防火", [2, 3, 120, 18, 2, 96_000]),
    kind("退役军人事务局", "我局", "优抚安置与就业帮扶", [1, 2, 0, 0, 0, 0]),
];

pub(super) const TOWN: Kind = kind("镇人民政府", "我镇", "村务财务与惠农资金", [3, 0, 26, 7, 1, 0]);
pub(super) const TOWNSHIP: Kind = kind("乡人民政府", "我乡", "村务财务与惠农资金", [2, 0, 14, 4, 1, 0]);
pub(super) const SUBDISTRICT: Kind = kind("街道办事处", "我街道", "社区服务与征收补偿", [3, 0, 19, 9, 1, 0]);
