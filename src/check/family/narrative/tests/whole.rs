//! Numbers of all requests, what is said of all of them, and changes and shares whose other number stands elsewhere.

use super::kinds::Said;

const TABLE: &[(&str, &str)] = &[
    ("new", "38"),
    ("carried_in", "2"),
    ("handled", "39"),
    ("carried_out", "1"),
    ("granted", "20"),
    ("denied.internal", "19"),
];
const SOME_LEFT: &[(&str, &str)] = &[("new", "13"), ("handled", "12"), ("carried_out", "1"), ("granted", "12")];
const CORRECTED: &[(&str, &str)] = &[("litigation_after/total", "1"), ("litigation_after/corrected", "1")];
const UPHELD: &[(&str, &str)] = &[("reconsideration/total", "1"), ("reconsideration/upheld", "1")];
const GROWN: &[(&str, &str)] = &[("new", "18"), ("carried_in", "2"), ("handled", "20")];
const NEW: &[(&str, &str)] =
    &[("new", "19"), ("carried_in", "1"), ("handled", "20"), ("new/natural", "15"), ("new/business", "4")];

/// A number without more words that is that of all of them hides nothing behind it.
const ALL_OF_THEM: &[Said] = &[
    Said("从办理情况看，40件中办结39件，其中予以公开19件。", TABLE, "N-05"),
    Said("共40件，其中予以公开21件。", TABLE, "N-05"),
    Said("40件申请中，办结39件，结转到下一年继续办理2件。", TABLE, "N-03"),
    Said("上述40件中，已办结39件，结转下年度2件。", TABLE, "N-03 N-04"),
    Said("40件中办结39件，其中不予公开17件。", TABLE, "N-05"),
    Said("全年共计40件，其中办结39件，尚有2件结转到下一年继续办理。", TABLE, "N-03"),
    Said("40件中办结39件，其中予以公开20件，尚有1件结转到下一年继续办理。", TABLE, ""),
    Said("新收申请38件，涉及征地拆迁的15件，其中予以公开6件。", TABLE, ""),
    Said("新收申请38件。土地类16件，其中予以公开6件、不予公开10件。", TABLE, ""),
    Said("上年结转2件，其中予以公开1件、不予公开1件。", TABLE, ""),
    Said("涉及征地拆迁的15件中，办结14件，结转下年度1件。", TABLE, ""),
    Said("信访转来8件，其中予以公开3件。", TABLE, ""),
];

/// All were dealt with, and the table has some left over.
const ALL_HANDLED: &[Said] = &[
    Said("@5我局收到的13件申请已全部办结。", SOME_LEFT, "N-02"),
    Said("@5全年收到申请13件，已全部办结。", SOME_LEFT, "N-02"),
    Said("@5新收申请13件，均已办结。", SOME_LEFT, "N-02"),
    Said("@5共收到申请13件，全部办理完毕。", SOME_LEFT, "N-02"),
    Said("@5收到政府信息公开申请13件，全部按时办结。", SOME_LEFT, "N-02"),
    Said("@5新收申请13件，均已办理完毕。", SOME_LEFT, "N-02"),
    Said("@5新收申请13件，办结12件。到期的均已办结。", SOME_LEFT, ""),
    Said("@5收到申请13件，除1件结转外全部办结。", SOME_LEFT, ""),
    Said("@5收到申请13件，除1件结转下年外均已办结。", SOME_LEFT, ""),
    Said("@5承办建议13件，已全部办结。", SOME_LEFT, ""),
    Said("@5收到申请13件，其中网上申请12件，已全部办结。", SOME_LEFT, ""),
    Said("@52023年收到申请13件，已全部办结。", SOME_LEFT, ""),
    Said("@5收到申请38件，已全部办结。", TABLE, ""),
];

const BY_A_COURT: &[Said] = &[
    Said("全年无一件被法院纠正。", CORRECTED, "N-08"),
    Said("没有被法院撤销的情形。", CORRECTED, "N-08"),
    Said("未发生被人民法院纠正的情况。", CORRECTED, "N-08"),
    Said("全年无一件被法院纠正。", UPHELD, ""),
    Said("法院对本机关的工作没有异议。", CORRECTED, ""),
];

/// 中 behind 在 says where, and not of which.
const IN_A_REVIEW: &[Said] = &[
    Said("@5本年度有1件答复因说理不足在行政复议中被纠正，暴露出审核把关不严。", UPHELD, "N-08"),
    Said("有1件答复在复议中被撤销。", UPHELD, "N-08"),
    Said("有2件答复在行政诉讼中被确认违法。", UPHELD, "N-08"),
    Said("有1件答复在行政复议中被维持。", UPHELD, ""),
    Said("上年有1件答复在行政复议中被纠正。", UPHELD, ""),
    Said(
        "梳理近年来在行政复议中被纠正的案例3件。",
        &[("reconsideration/total", "3"), ("reconsideration/corrected", "3")],
        "",
    ),
];

/// What has grown stands in another sentence, or in the table.
const GROWN_ELSEWHERE: &[Said] = &[
    Said("新收申请18件。与2023年新收24件相比，减少6件，下降33.3%。", GROWN, "N-13"),
    Said("比上年的24件减少6件，下降20%。", GROWN, "N-13"),
    Said("@5申请数量上升较快，与上年的10件相比增长50%。", GROWN, "N-13"),
    Said("依申请公开数量较上年的12件增长60%，办理人手紧张。", GROWN, "N-13"),
    Said("网站公开信息3206条，其中动态371条。2024年主动公开信息量较2023年的3052条增长7.8%。", &[], "N-13"),
    Said("全年发布信息150条。信息发布量比上年的100条增长40%。", &[], "N-13"),
    Said("新收申请18件，较2023年（12件）增长45%。", GROWN, "N-13"),
    Said("新收申请18件，较2023年（12件）增长50%。", GROWN, ""),
    Said("与2023年新收24件相比，减少6件，下降25%。", GROWN, ""),
    Said("申请数量上升较快，与上年的12件相比增长50%。", GROWN, ""),
    Said("申请数量上升较快，与上年的16件相比增长25%。", GROWN, ""),
    Said("其中涉及征地的申请与上年的10件相比增长50%。", GROWN, ""),
    Said("网站公开信息3206条，公众号推送1206条。信息量较2023年的1000条增长20.6%。", &[], ""),
    Said("网站访问量较上年的3万次增长50%。", &[], ""),
    Said("上半年申请数量与上年的10件相比增长50%。", GROWN, ""),
    Said("接听咨询与上年的10件相比增长50%。", GROWN, ""),
];

/// All there are, by the columns that the table has any in; and how many there are in all.
const EVERYONE: &[Said] = &[
    Said("新收申请27件，自然人22件、商业企业3件、法律服务机构1件。", KINDS, "N-04"),
    Said("新收申请27件（自然人22件、商业企业3件、法律服务机构1件）。", KINDS, "N-04"),
    Said("新收申请27件，自然人22件、企业4件。", KINDS, ""),
    Said("新收申请27件，自然人23件、商业企业3件、法律服务机构1件。", KINDS, ""),
    Said("政府信息公开申请总量为29件。", KINDS, "N-01"),
    Said("全年申请总数29件。", KINDS, "N-01"),
    Said("申请总量为27件。", KINDS, ""),
    Said("涉及征地的占申请总数的29%。", KINDS, ""),
    Said("申请总量比上年的29件有所下降。", KINDS, ""),
];
const KINDS: &[(&str, &str)] = &[
    ("new", "27"),
    ("handled", "26"),
    ("carried_out", "1"),
    ("new/natural", "23"),
    ("new/business", "3"),
    ("new/legal", "1"),
    ("handled/natural", "22"),
    ("handled/business", "3"),
    ("handled/legal", "1"),
];

/// To be answered when the next year has come.
const LEFT_OVER: &[Said] = &[
    Said("新收申请27件，办结26件，其余3件将于2025年1月底前答复。", KINDS, "N-03 N-04"),
    Said("新收申请27件，尚有3件将于2025年1月答复。", KINDS, "N-03"),
    Said("新收申请27件，另有3件计划2025年办结。", KINDS, "N-03"),
    Said("新收申请27件，办结26件，其余1件将于2025年1月底前答复。", KINDS, ""),
    Said("新收申请27件，1件将于2025年办结。", KINDS, ""),
    Said("新收申请27件。2025年将进一步提高答复质量，3件典型答复汇编成册。", KINDS, ""),
];

/// Of those received in the year, and of no others.
const OF_THE_NEW: &[Said] = &[
    Said("新收申请19件，上年结转1件，共应办理20件。涉及医疗纠纷的共15件，占新收申请的75%。", NEW, "N-14"),
    Said("自然人申请占新收总数的74.6%。", NEW, "N-14"),
    Said("自然人占新收申请总数的80%。", NEW, "N-14"),
    Said("新收申请19件，涉及医疗纠纷的共15件，占新收申请的78.9%。", NEW, ""),
    Said("自然人申请占新收总数的78.9%。", NEW, ""),
    Said("涉及医疗纠纷的共15件，占全部申请的75%。共应办理20件。", NEW, ""),
];

pub(super) const WHOLE: &[&[Said]] =
    &[ALL_OF_THEM, ALL_HANDLED, BY_A_COURT, IN_A_REVIEW, GROWN_ELSEWHERE, OF_THE_NEW, EVERYONE, LEFT_OVER];
