//! Contradictions that are to be found, several wordings each, and beside them what is nearly one.

use super::kinds::Said;

const TABLE_A: &[(&str, &str)] = &[("new", "22"), ("handled", "22"), ("new/natural", "19"), ("new/business", "3")];
const TABLE_B: &[(&str, &str)] = &[("new", "101"), ("handled", "101")];
const TABLE_C: &[(&str, &str)] =
    &[("reconsideration/total", "4"), ("reconsideration/upheld", "3"), ("reconsideration/pending", "1")];
const TABLE_D: &[(&str, &str)] = &[("fees/amount", "0")];
const TABLE_E: &[(&str, &str)] =
    &[("new", "9"), ("handled", "9"), ("granted", "3"), ("denied.enforcement", "4"), ("denied.internal", "2")];
const TABLE_F: &[(&str, &str)] =
    &[("new", "44"), ("handled", "42"), ("granted", "21"), ("partial", "5"), ("denied.internal", "16")];
const TABLE_G: &[(&str, &str)] = &[("new", "33"), ("handled", "33")];
const TABLE_H: &[(&str, &str)] =
    &[("new", "11"), ("handled", "11"), ("granted", "7"), ("partial", "1"), ("unavailable.not_held", "3")];

/// Fees told of outside of section six, which says that there were none.
pub(super) const FEES_ELSEWHERE: &[Said] = &[
    Said("向1件申请的申请人发出收费通知，收取信息处理费320元。@6本年度未发出收费通知，未收取信息处理费。", &[], "N-16"),
    Said("对复制页数较多的申请，收取信息处理费三百二十元。@6全年没有收取信息处理费，也没有发出收费通知。", &[], "N-16"),
    Said("办理过程中收取信息处理费120元。@6本年度街道未向申请人收取信息处理费。", &[], "N-16"),
    Said(
        "办理过程中收取信息处理费120元。@6本年度发出收费通知1件，总金额120元，实际收取120元，未向其余申请人收取信息处理费。",
        &[],
        "",
    ),
    Said("2023年收取信息处理费320元，今年没有。@6本年度未发出收费通知，未收取信息处理费。", &[], ""),
    Said("城镇垃圾处理费年收费412.6万元。@6本年度未收取信息处理费。", &[], ""),
    Said("征收污水处理费90万元。@6本年度未发出收费通知，没有收取信息处理费。", &[], ""),
    Said("收取信息处理费320元。@6本年度发出收费通知1件，总金额320元，实际收取信息处理费320元。", &[], ""),
    Said("收费标准为每页10元。@6本年度没有收取信息处理费，没有发出收费通知。", &[], ""),
];

/// Done everywhere, and somewhere not.
pub(super) const DONE_EVERYWHERE: &[Said] = &[
    Said("全县18个镇街全部建成标准化政务公开专区。@5仍有5个镇街没有建成政务公开专区。", &[], "N-16"),
    Said("18个乡镇的政务公开专区均已设立。@5还有3个乡镇尚未设立政务公开专区，群众查询不便。", &[], "N-16"),
    Said("政务公开专区实现26个乡镇全覆盖。@5目前有4个乡镇还没有建成政务公开专区。", &[], "N-16"),
    Said("全县32家单位全部编制公开事项目录。@5仍有6家单位未编制公开事项目录。", &[], "N-16"),
    Said("32个村全部建立村级公开栏。@5尚有2个村没有建立村级公开栏。", &[], "N-16"),
    Said("全县18个镇街全部建成政务公开专区。@5年初仍有5个镇街没有建成政务公开专区。", &[], ""),
    Said("全县18个镇街全部建成政务公开专区。@5仍有5个镇街的政务公开专区使用率不高。", &[], ""),
    Said("全县18个镇街中13个建成政务公开专区。@5仍有5个镇街没有建成政务公开专区。", &[], ""),
    Said("计划2025年全部镇街建成政务公开专区。@5仍有5个镇街没有建成政务公开专区。", &[], ""),
    Said("全县18个镇街全部建成政务公开专区。@5仍有5个镇街没有配备专职人员。", &[], ""),
    Said("全县18个镇街全部建成政务公开专区。@5上年有5个镇街没有建成政务公开专区，今年已补齐。", &[], ""),
    Said("32个村全部建立村级公开栏。@5有2个村公开栏更新不及时。", &[], ""),
    Said("11个大队全部设立政务公开栏。@5目前仅有4个大队设立政务公开栏。", &[], "N-16"),
    Said("全县18个镇街全部建成政务公开专区。@5只有13个镇街建成政务公开专区。", &[], "N-16"),
    Said("政务公开专区实现26个乡镇全覆盖。@5仅20个乡镇建成了政务公开专区，进度不快。", &[], "N-16"),
    Said("全县18个镇街全部建成政务公开专区。@5年初仅有4个镇街建成政务公开专区。", &[], ""),
    Said("全县18个镇街全部建成政务公开专区。@5仅有4个镇街建成政务公开体验专区。", &[], ""),
    Said("全县18个镇街全部建成政务公开专区。@5仅有4个村建成政务公开专区。", &[], ""),
];

/// What the number of the whole year is on average.
pub(super) const AVERAGES: &[Said] = &[
    Said("公众号全年发布信息730条，平均每天发布5条。", &[], "N-14"),
    Said("公众号全年推送图文365篇，日均推送3篇。", &[], "N-14"),
    Said("网站全年更新信息1200条，平均每月更新30条。", &[], "N-14"),
    Said("网站2024年发布信息520条，平均每周发布25条。", &[], "N-14"),
    Said("公众号全年发布信息730条，平均每天发布2条。", &[], ""),
    Said("公众号全年发布信息1200条，每个工作日约5条，平均每天发布3条。", &[], ""),
    Said("公众号累计发布信息730条，平均每天发布5条。", &[], ""),
    Said("公众号6月上线，全年发布信息730条，平均每天发布4条。", &[], ""),
    Said("网站全年更新信息1200条，月均100条。", &[], ""),
    Said("全年接待群众730人次，平均每天5人次。", &[], "N-14"),
    Said("全年短信730条，平均每条50字。", &[], ""),
    Said("上半年发布信息730条，平均每天发布4条。", &[], ""),
    Said("网站全年更新信息1200条，平均每月更新100余条。", &[], ""),
];

/// All in time, and some late.
pub(super) const IN_TIME: &[Said] = &[
    Said(
        "（二）依申请公开。全年收到申请101件，按期答复率100%。@5本年度有2件申请超过法定期限才作出答复。",
        TABLE_B,
        "N-16",
    ),
    Said("收到申请101件，按时办结率为100%。@5个别申请超期答复，有1件申请逾期答复。", TABLE_B, "N-16"),
    Said("收到申请101件，按期办结率达到百分之百。@5有2件申请未在法定期限内答复。", TABLE_B, "N-16"),
    Said("收到申请101件，按期答复率100%。@5有2件申请依法延期答复。", TABLE_B, ""),
    Said("收到申请101件，按期答复率98.0%。@5有2件申请超过法定期限才答复。", TABLE_B, ""),
    Said("建议提案按期答复率100%。@5有2件申请超过法定期限才答复。", &[], ""),
    Said("收到申请101件，按期答复率100%。@5抽查40个项目，有6个超过规定期限公布。", TABLE_B, ""),
    Said("收到申请101件，按期答复率100%。@5上年有2件申请超期答复，今年没有再发生。", TABLE_B, ""),
];

/// The fees of table 2.
pub(super) const ADMINISTRATIVE_FEES: &[Said] = &[
    Said("收取行政事业性收费36.8万元。", TABLE_D, "N-08"),
    Said("全年行政事业性收费36.8万元，均已上缴国库。", TABLE_D, "N-08"),
    Said("全年征收行政事业性收费12.5万元。", TABLE_D, "N-08"),
    Said("收取公路路产损坏赔偿类行政事业性收费36.8万元，已全额上缴国库。", TABLE_D, "N-08"),
    Said("征收水资源费等行政事业性收费421.6万元。", &[("fees/amount", "412.6")], "N-11"),
    Said("收取行政事业性收费4126万元。", &[("fees/amount", "412.6")], "N-11"),
    Said("征收水资源费等行政事业性收费331.6万元。", &[("fees/amount", "412.6")], ""),
    Said("征收水资源费等行政事业性收费412.6万元。", &[("fees/amount", "412.6")], ""),
    Said("规范涉企行政事业性收费，惠及资金36.8万元。", TABLE_D, ""),
    Said("清理规范后减轻企业负担，返还行政事业性收费36.8万元。", TABLE_D, ""),
    Said("为企业减免行政事业性收费36.8万元。", TABLE_D, ""),
    Said("上年行政事业性收费36.8万元，今年取消。", TABLE_D, ""),
    Said("全年收取行政事业性收费36.8万元。", &[("fees/amount", "12.5")], "N-11"),
    Said("全年收取行政事业性收费368000元。", &[("fees/amount", "36.8")], ""),
    Said("全年收取行政事业性收费36.8万元，其中检测费12.5万元。", &[("fees/amount", "12.5")], ""),
];

/// So many things, and the names of them.
pub(super) const NAMES: &[Said] = &[
    Said("围绕群众关注的重点设置5个专栏，分别是“稳就业”“社保”“技能”“根治欠薪”，集中发布政策。", &[], "N-04"),
    Said("新设4个专题，分别为“乡村振兴”“征地信息”“惠农补贴”“防汛抗旱”“安全生产”。", &[], "N-04"),
    Said("开设三个栏目，分别是政策解读、办事指南。", &[], "N-04"),
    Said("设置4个栏目，分别是政策解读、办事指南和通知公告、热点回应。", &[], ""),
    Said("开设三个栏目，分别是“政策解读”“办事指南”和“通知公告”。", &[], ""),
    Said("开设两个平台，分别为网站和公众号。", &[], ""),
    Said("开设5个专栏，分别是“政策解读”“办事指南”等。", &[], ""),
    Said("召开新闻发布会3场，分别为4月、7月、11月。", &[], ""),
    Said("培训3期，分别为51人、42人、30人。", &[], ""),
    Said("开设3个专栏，分别由办公室、法规科和信息中心维护。", &[], ""),
    Said("设置3个专区，分别是政务大厅、图书馆、档案馆。", &[], ""),
    Said("编制4类目录，分别是社会救助、养老服务和儿童福利、殡葬服务。", &[], ""),
];

/// All of a group for one reason.
pub(super) const ONE_REASON: &[Said] = &[
    Said("办结申请9件，不予公开6件，均因申请内容属于行政执法案卷。", TABLE_E, "N-05"),
    Said(
        "办结申请9件，无法提供6件，均为本机关不掌握。",
        &[
            ("new", "9"),
            ("handled", "9"),
            ("granted", "3"),
            ("unavailable.not_held", "4"),
            ("unavailable.unclear", "2"),
        ],
        "N-05",
    ),
    Said(
        "办结申请9件，不予处理6件，全部属于重复申请。",
        &[("new", "9"), ("handled", "9"), ("granted", "3"), ("declined.repeated", "4"), ("declined.petition", "2")],
        "N-05",
    ),
    Said(
        "办结申请9件，不予公开6件，均属于行政查询事项。",
        &[("new", "9"), ("handled", "9"), ("granted", "3"), ("denied.inquiry", "5"), ("denied.internal", "1")],
        "N-05",
    ),
    Said(
        "办结申请9件，不予公开6件，均因申请内容属于行政执法案卷。",
        &[("new", "9"), ("handled", "9"), ("granted", "3"), ("denied.enforcement", "6")],
        "",
    ),
    Said("办结申请9件，不予公开6件，均因属于行政执法案卷或者内部事务信息。", TABLE_E, ""),
    Said("办结申请9件，不予公开6件，均说明了理由，其中行政执法案卷4件。", TABLE_E, ""),
    Said("办结申请9件，不予公开6件，均因行政执法案卷等原因。", TABLE_E, ""),
    Said("办结申请9件，不予公开6件，主要是行政执法案卷。", TABLE_E, ""),
    Said(
        "办结申请9件，无法提供6件，均告知申请人向哪个部门查询。",
        &[
            ("new", "9"),
            ("handled", "9"),
            ("granted", "3"),
            ("unavailable.not_held", "4"),
            ("unavailable.unclear", "2"),
        ],
        "",
    ),
];

/// Of one kind of applicants nobody asked.
pub(super) const NO_APPLICANTS: &[Said] = &[
    Said("新收申请22件，没有法人或其他组织提出申请。", TABLE_A, "N-08"),
    Said("新收申请22件，未收到企业申请。", TABLE_A, "N-08"),
    Said("新收申请22件，无法人或者其他组织申请。", TABLE_A, "N-08"),
    Said(
        "新收申请22件，没有收到法律服务机构提出的申请。",
        &[("new", "22"), ("handled", "22"), ("new/natural", "19"), ("new/legal", "3")],
        "N-08",
    ),
    Said(
        "新收申请22件，没有企业提出申请。",
        &[("new", "22"), ("handled", "22"), ("new/natural", "19"), ("new/legal", "3")],
        "",
    ),
    Said("下半年没有企业提出申请。", TABLE_A, ""),
    Said("没有企业因答复不满提起复议。", TABLE_A, ""),
    Said("没有法人或其他组织撤回申请。", TABLE_A, ""),
    Said("没有科研机构和公益组织申请。", TABLE_A, ""),
    Said("没有法人或其他组织通过网络提交申请。", TABLE_A, ""),
];

/// None of the disputes is pending.
pub(super) const SETTLED: &[Said] = &[
    Said(
        "信息公开行政诉讼3件，其中直接起诉1件、复议后起诉2件，截至年底均已审结。",
        &[
            ("litigation_direct/total", "1"),
            ("litigation_direct/upheld", "1"),
            ("litigation_after/total", "2"),
            ("litigation_after/upheld", "1"),
            ("litigation_after/pending", "1"),
        ],
        "N-08",
    ),
    Said("行政复议4件，已全部审结。", TABLE_C, "N-08"),
    Said("被申请行政复议4件，年内均已结案。", TABLE_C, "N-08"),
    Said("行政复议4件，已审结的均维持。", TABLE_C, ""),
    Said("行政复议4件，上年提起的均已审结。", TABLE_C, ""),
    Said("行政复议4件，上半年受理的均已审结。", TABLE_C, ""),
    Said("行政复议4件，均已审结。", &[("reconsideration/total", "4"), ("reconsideration/upheld", "4")], ""),
    Said("上年未审结的2件复议均已审结，本年新收4件，1件尚未审结。", TABLE_C, ""),
    Said("行政处罚听证4件，均已结案。行政复议4件，1件未审结。", TABLE_C, ""),
];

/// Halves and quarters of a year.
pub(super) const PARTS_OF_THE_YEAR: &[Said] = &[
    Said("新收申请33件，其中上半年收到19件，下半年收到11件。", TABLE_G, "N-04"),
    Said("新收申请33件，其中上半年19件、下半年11件。", TABLE_G, "N-04"),
    Said("培训96人次，其中一季度20人次、二季度30人次、三季度22人次、四季度20人次。", &[], "N-04"),
    Said("新收申请33件，其中上半年收到19件，下半年收到14件。", TABLE_G, ""),
    Said("召开座谈会2次，上半年到会9人，下半年到会12人。", &[], ""),
    Said(
        "新收申请33件，上年结转2件，其中上半年办结19件，下半年办结16件。",
        &[("new", "33"), ("carried_in", "2"), ("handled", "35")],
        "",
    ),
    Said("检查4次，其中上半年发现问题8个，下半年发现问题6个。", &[], ""),
];

/// Shares of those dealt with.
pub(super) const SHARES: &[Said] = &[
    Said("办结42件。在办结的申请中，予以公开21件，占60.0%；部分公开5件。", TABLE_F, "N-14"),
    Said("办结42件，予以公开21件，占50%。", TABLE_F, ""),
    Said("新收44件，予以公开21件，占47.7%。", TABLE_F, ""),
    Said("不予公开16件，占办结数的36.4%。", TABLE_F, ""),
    Said("办结42件，予以公开21件，占比60%。", TABLE_F, "N-14"),
];

/// All granted.
pub(super) const GRANTED: &[Said] = &[
    Said("11件申请均在20个工作日内办结，并全部予以公开。", TABLE_H, "N-05"),
    Said("收到申请11件，全部按时答复，其中应当公开的全部公开。", TABLE_H, ""),
    Said("收到申请11件，均已办结，答复内容可以公开的均已公开。", TABLE_H, ""),
];

pub(super) const FOUND: &[&[Said]] = &[
    FEES_ELSEWHERE,
    DONE_EVERYWHERE,
    AVERAGES,
    IN_TIME,
    ADMINISTRATIVE_FEES,
    NAMES,
    ONE_REASON,
    NO_APPLICANTS,
    SETTLED,
    PARTS_OF_THE_YEAR,
    SHARES,
    GRANTED,
];
