//! Totals that another sentence divides, what has not become more, and blanks between thousands.

use super::kinds::Said;

const TABLE: &[(&str, &str)] = &[
    ("new", "96"),
    ("handled", "96"),
    ("new/natural", "92"),
    ("new/business", "4"),
    ("granted", "54"),
    ("denied.internal", "42"),
];
const MORE: &[(&str, &str)] = &[("new", "174"), ("handled", "174")];
const PENALTIES: &[(&str, &str)] = &[("penalties/decisions", "1268")];

/// By applicants or by channels, behind a result or a channel.
const IN_ANOTHER_SENTENCE: &[Said] = &[
    Said("新收申请96件，办结96件，予以公开54件，不予公开42件。从申请人看，自然人92件，企业4件。", TABLE, ""),
    Said("新收申请96件。网上提交70件，邮寄21件，当面递交5件。按申请人分，自然人92件，商业企业4件。", TABLE, ""),
    Said("办结申请96件。予以公开54件，不予公开42件。按提交方式分，网络提交70件，信函26件。", TABLE, ""),
    Said("新收申请96件，当面提交5件。从结果看，予以公开54件，不予公开42件。", TABLE, ""),
    Said("新收申请96件。本级收到20件，县级收到76件。按提交方式分，网络提交70件，信函26件。", TABLE, ""),
    Said("收到申请96件。按申请人分，自然人92件，商业企业5件。", TABLE, "N-06 N-04"),
];

const NO_MORE: &[Said] = &[
    Said("收到申请174件。@5申请激增，承办力量没有增加。", MORE, ""),
    Said("收到申请174件。@5申请较多，人员没有增加，办理压力大。", MORE, ""),
    Said("收到申请174件，总量没有下降。", MORE, ""),
    Said("收到申请174件。全年没有收到申请。", MORE, "N-08 N-16"),
];

const THOUSANDS: &[Said] = &[
    Said("全年作出行政处罚决定1 268件。", PENALTIES, ""),
    Said("全年作出行政处罚决定1 286件。", PENALTIES, "N-11"),
    Said("全年发布信息1 187条，比上年的1 042条下降13.9%。", PENALTIES, "N-13"),
    Said("全年发布信息1 187条，比上年的1 042条增长13.9%。", PENALTIES, ""),
];

const OF_BOTH: &[(&str, &str)] =
    &[("new", "96"), ("handled", "96"), ("granted", "23"), ("partial", "8"), ("denied.internal", "65")];

const IN_QUOTES: &[Said] = &[
    Said("办结申请96件，答复结果为“公开”和“部分公开”的共31件，不予公开65件。", OF_BOTH, ""),
    Said("办结申请96件，“予以公开”“部分公开”共31件，不予公开65件。", OF_BOTH, ""),
    Said("办结申请96件，结果为“部分公开”的9件。", OF_BOTH, "N-05"),
];

const WHO_ANSWERED: &[Said] = &[
    Said("办结申请96件，其中以区人民政府为答复主体的58件，其余由部门办理。", OF_BOTH, ""),
    Said("办结申请96件，区政府作为答复机关的58件。", OF_BOTH, ""),
];

const PAPERS: &[(&str, &str)] = &[("normative/issued", "2"), ("normative/in_force", "11")];
const SEVERAL: &[(&str, &str)] =
    &[("new", "24"), ("handled", "24"), ("denied.third_party", "1"), ("denied.inquiry", "1"), ("granted", "22")];
const SITES: &[(&str, &str)] = &[("new", "13"), ("handled", "13")];

const OTHER_PAPERS: &[Said] = &[
    Said("制定规范性文件2件，年底有效的规范性文件共11件。全年印发公文197份，主动公开46份。", PAPERS, ""),
    Said("制发行政规范性文件2件，现行有效11件。全年以局名义制发文件197件。", PAPERS, ""),
    Said("制发行政规范性文件3件，现行有效11件。", PAPERS, "N-10"),
];

const FOR_A_REASON: &[Said] = &[
    Said("办结申请24件：予以公开22件；因第三方不同意公开，不予公开1件；属于查询事项的1件。", SEVERAL, ""),
    Said("办结申请24件，其中13件在一周内办结。", SEVERAL, ""),
    Said("办结申请24件，予以公开22件，不予公开1件。", SEVERAL, "N-05"),
];

const THROUGH_SITES: &[Said] = &[
    Said("受理政府信息公开申请13件。通过网站受理11件，通过信函受理2件。", SITES, ""),
    Said("受理政府信息公开申请13件。通过政府网站收到11件，信函收到2件。", SITES, ""),
    Said("受理政府信息公开申请11件。", SITES, "N-01"),
];

const FEES: &[(&str, &str)] = &[("fees/amount", "36.8")];

/// What a reader of the rules found that they would have accused.
const NORMAL: &[Said] = &[
    Said("全年开放日接待群众520人，日均130人。", SITES, ""),
    Said("全年接待群众520人次，其中宣传周日均130人次。", SITES, ""),
    Said("建设3个城区改造二期项目，分别是甲、乙、丙。", SITES, ""),
    Said("聚焦两大领域，分别为教育、医疗和社会救助、养老。", SITES, ""),
    Said("各部门均已建立政务公开工作制度。@5仍有2个部门未建立信息发布工作制度。", SITES, ""),
    Said("乡镇全部设置村务公开栏。@5仍有2个村没有设置公开栏。", SITES, ""),
    Said("公布目录清单，清单之外无行政事业性收费。", FEES, ""),
    Said("依申请公开工作未收取行政事业性收费。", FEES, ""),
    Said("对小微企业不收取行政事业性收费。", FEES, ""),
    Said("全年无行政事业性收费。", FEES, "N-08"),
    Said("全年发布信息300条，其中上半年转载政策20条、下半年转载政策30条。", SITES, ""),
    Said(
        "收到政府信息公开申请13件。政务大厅受理行政许可申请1.2万件，按时办结率100%。@5个别信息公开申请答复超期，有1件。",
        SITES,
        "",
    ),
];

pub(super) const ALL: &[&[Said]] = &[
    IN_ANOTHER_SENTENCE,
    NO_MORE,
    THOUSANDS,
    IN_QUOTES,
    WHO_ANSWERED,
    OTHER_PAPERS,
    FOR_A_REASON,
    THROUGH_SITES,
    NORMAL,
];
