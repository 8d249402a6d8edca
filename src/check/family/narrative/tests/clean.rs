//! Sentences as clean reports have them, each with something that tempts a rule, and some that are wrong all the same.

use super::kinds::Said;

const TABLE_A: &[(&str, &str)] = &[("reconsideration/total", "4"), ("reconsideration/upheld", "4")];
const TABLE_B: &[(&str, &str)] = &[("new", "48"), ("handled", "48")];
const TABLE_C: &[(&str, &str)] = &[("new", "48"), ("handled", "48"), ("granted", "48")];
const TABLE_D: &[(&str, &str)] = &[("litigation_direct/total", "3"), ("litigation_direct/upheld", "3")];
const TABLE_E: &[(&str, &str)] = &[("penalties/decisions", "57")];
const TABLE_F: &[(&str, &str)] =
    &[("normative/issued", "3"), ("normative/repealed", "1"), ("normative/in_force", "14")];
const TABLE_G: &[(&str, &str)] = &[("new", "48"), ("handled", "46"), ("carried_out", "2")];
const TABLE_H: &[(&str, &str)] = &[("new", "48"), ("handled", "48"), ("granted", "42"), ("denied.third_party", "6")];

pub(super) const CLEAN: &[Said] = &[
    Said(
        "全年共受理政府信息公开申请48件，较上年减少6件；其中有3件系同一申请人就同一事项提出，经告知后合并办理。",
        TABLE_B,
        "",
    ),
    Said("截至年末，48件申请已办结46件，其余2件依法中止办理。", TABLE_G, ""),
    Said(
        "新收申请48件，加上年结转的2件，全年在办50件，已结47件，3件待结。",
        &[("new", "48"), ("carried_in", "2"), ("handled", "47"), ("carried_out", "3")],
        "",
    ),
    Said(
        "办结47件（含上年转入2件），按结果分：予以公开20件、部分公开5件、不予公开6件、无法提供10件、不予处理4件、其他2件。",
        &[
            ("new", "48"),
            ("carried_in", "2"),
            ("handled", "47"),
            ("carried_out", "3"),
            ("granted", "20"),
            ("partial", "5"),
            ("denied.process", "6"),
            ("unavailable.not_held", "10"),
            ("declined.petition", "4"),
            ("closed.other", "2"),
        ],
        "",
    ),
    Said(
        "予以公开的20件中，12件当场提供，8件邮寄提供。",
        &[("new", "48"), ("handled", "48"), ("granted", "20"), ("denied.process", "28")],
        "",
    ),
    Said(
        "不掌握的10件均告知了掌握机关的名称和联系方式，其中4件由我局协助转交。",
        &[("new", "48"), ("handled", "48"), ("unavailable.not_held", "10"), ("granted", "38")],
        "",
    ),
    Said("申请人对答复不满意、要求重新答复的2件，经沟通后撤回。", TABLE_C, ""),
    Said("因系统故障重复登记2件，已核销，实际收到48件。", TABLE_C, ""),
    Said("网络申请30件（其中2件同时寄来纸质件），信函申请16件，当面申请2件。", TABLE_C, ""),
    Said(
        "自然人申请41件，涉及31人；企业申请7件，涉及5家。",
        &[("new", "48"), ("handled", "48"), ("granted", "48"), ("new/natural", "41"), ("new/business", "7")],
        "",
    ),
    Said("48件申请中，本地申请人提出39件，外省申请人提出9件。", TABLE_C, ""),
    Said("申请内容涉及财政的11件、规划的20件、其他17件。", TABLE_C, ""),
    Said("收到的48件申请中，有17件通过电话沟通后申请人明确了诉求。", TABLE_C, ""),
    Said("全市收到申请1,206件，本局占48件。", TABLE_C, ""),
    Said("全系统收到申请206件，其中市局机关48件，分局158件。", TABLE_C, ""),
    Said("县级部门转来申请5件，经审查属于本机关职责的3件已并入48件之中。", TABLE_C, ""),
    Said("近三年共收到申请163件，年均54件。", TABLE_C, ""),
    Said("自2019年以来累计受理申请320件，全部按期答复。", TABLE_C, ""),
    Said("12月收到的6件申请中，4件在年内办结，2件结转。", TABLE_G, ""),
    Said("第三季度收到19件，为全年最多；第一季度6件，为全年最少。", TABLE_B, ""),
    Said("办理时限方面，10日内办结的20件，11至20日办结的25件，延期办结的3件。", TABLE_B, ""),
    Said(
        "对涉及第三方的5件申请征求了意见，第三方同意的3件，不同意的2件，其中1件经审查仍决定公开。",
        &[("new", "48"), ("handled", "48"), ("granted", "47"), ("denied.third_party", "1")],
        "",
    ),
    Said("作出不予公开决定前，法制审核11件，提出修改意见4件。", TABLE_H, ""),
    Said("拟不予公开11件，审核后维持6件，改为公开5件。", TABLE_H, ""),
    Said(
        "另有3件材料不全，至年底仍在补正，未计入办结数。",
        &[("new", "48"), ("handled", "45"), ("carried_out", "3")],
        "",
    ),
    Said("告知申请人自行查询已公开网址的7件，计入予以公开。", TABLE_H, ""),
    Said(
        "申请人撤回2件、视为放弃1件，均列其他处理。",
        &[("new", "48"), ("handled", "48"), ("granted", "45"), ("closed.other", "3")],
        "",
    ),
    Said("全年新发生行政复议3件，连同上年未结1件，共审结4件，均维持。", TABLE_A, ""),
    Said("行政复议4件，其中3件为本年提出，1件为上年提出；维持4件。", TABLE_A, ""),
    Said("以我局为被申请人的行政复议案件共15件，其中信息公开类4件，占26.7%。", TABLE_A, ""),
    Said("复议4件涉及3名申请人，均由市政府受理并维持。", TABLE_A, ""),
    Said("市政府共审理涉及我局的行政复议9件，政府信息公开方面4件，其他5件。", TABLE_A, ""),
    Said("行政诉讼3件，1件系2022年立案、本年宣判，2件系本年立案。", TABLE_D, ""),
    Said("行政诉讼3件，分别由甲区法院、乙县法院、铁路法院审理，均判决驳回。", TABLE_D, ""),
    Said("一审审结3件，二审审结2件，再审1件。", TABLE_D, ""),
    Said("全年参加复议听证2次，出庭应诉3次，主要负责人出庭1次。", TABLE_D, ""),
    Said("复议机关作出维持决定4份，我局收到送达文书4份。", TABLE_A, ""),
    Said("4件复议全部维持，无一纠正；上年为3件，其中1件被纠正。", TABLE_A, ""),
    Said("我局作为复议机关办理下级机关信息公开复议7件，维持5件、撤销2件；以我局为被申请人的4件，均维持。", TABLE_A, ""),
    Said("信息公开复议4件，全部维持；因行政处罚引起的复议11件，撤销1件。", TABLE_A, ""),
    Said(
        "没有败诉案件，行政诉讼3件中2件判决驳回、1件准予撤诉。",
        &[("litigation_direct/total", "3"), ("litigation_direct/upheld", "2"), ("litigation_direct/other", "1")],
        "",
    ),
    Said(
        "行政复议4件，维持2件，另2件经调解达成和解后终止。",
        &[("reconsideration/total", "4"), ("reconsideration/upheld", "2"), ("reconsideration/other", "2")],
        "",
    ),
    Said(
        "行政复议4件：2件维持，1件驳回复议申请（计入其他结果），1件在审。",
        &[
            ("reconsideration/total", "4"),
            ("reconsideration/upheld", "2"),
            ("reconsideration/other", "1"),
            ("reconsideration/pending", "1"),
        ],
        "",
    ),
    Said("行政许可受理1,320件，办结1,300件，准予1,285件，不予许可15件。", &[("licensing/decisions", "1300")], ""),
    Said("作出行政处罚决定57件，其中警告20件、罚款37件，涉案金额118万元。", TABLE_E, ""),
    Said("查处案件63件，作出行政处罚57件，不予处罚6件。", TABLE_E, ""),
    Said("适用首违不罚11件，作出处罚57件。", TABLE_E, ""),
    Said("处罚57件中被申请复议2件、诉讼1件，均与信息公开无关。", TABLE_E, ""),
    Said("规范性文件备案5件，制发3件，现行有效14件（上年末12件）。", TABLE_F, ""),
    Said("本年制发行政规范性文件3件、其他文件126件，公开其他文件88件。", TABLE_F, ""),
    Said("废止1件系2016年印发，修改2件系2020年印发，现行有效14件。", TABLE_F, ""),
    Said("牵头制定3件，联合其他部门制定2件（由牵头部门登记）。", TABLE_F, ""),
    Said("全县12个乡镇全部设立公开专区。@5个别专区使用率不高，有3个专区月接待不足10人次。", &[], ""),
    Said("公开栏全部更新。@5仍有个别村没有及时更新公开栏。", &[], ""),
    Said(
        "@6全年发出收费通知3件，总金额960元，其中1件逾期未缴，实际收取2件640元。",
        &[("closed.fee_unpaid", "1"), ("new", "5"), ("handled", "5"), ("granted", "4")],
        "",
    ),
    Said("@6发出收费通知2件，金额分别为640元、300元，合计940元，均已缴清。", &[], ""),
    Said("@6信息处理费方面，通知3件、应收960元、实收960元。", &[], ""),
    Said("@6收费通知4件，总额1,120元，撤回1件280元，实收3件840元。", &[], ""),
    Said("收到申请48件，比上年的54件减少6件，降幅11.1%。", TABLE_B, ""),
    Said("发布信息2,316条，同比增长5.2%（上年2,201条）。", &[], ""),
    Said("满意率由92.1%提高到95.3%，提高3.2个百分点。", &[], ""),
    Said("网络申请30件，占62.5%；信函16件，占33.3%；当面2件，占4.2%。", TABLE_B, ""),
    Said("培训3期120人次，较上年多1期40人次。", &[], ""),
    Said("近两年共受理申请102件，其中2024年48件。", TABLE_B, ""),
    Said("2022年至2024年共收到申请163件，均按期答复。", TABLE_B, ""),
    Said("过去五年累计办结申请260件。", TABLE_B, ""),
    Said("12月份新收的6件中，2件结转。", TABLE_G, ""),
    Said("截至12月31日，收到申请47件。", TABLE_B, "N-01"),
    Said("截至12月底办结申请47件。", TABLE_B, "N-02"),
    Said("1月至12月收到申请47件。", TABLE_B, "N-01"),
    Said("十二月收到的6件申请仍在办理期限内。", &[("new", "48"), ("handled", "42"), ("carried_out", "6")], ""),
    Said(
        "行政复议4件，维持3件、驳回1件（列入其他结果）。",
        &[("reconsideration/total", "4"), ("reconsideration/upheld", "3"), ("reconsideration/other", "1")],
        "",
    ),
    Said(
        "行政诉讼3件，判决驳回2件，裁定驳回起诉1件（计入其他结果）。",
        &[("litigation_direct/total", "3"), ("litigation_direct/upheld", "2"), ("litigation_direct/other", "1")],
        "",
    ),
    Said("信息公开复议4件，全部维持；因征收补偿引起的复议6件，维持4件、撤销2件。", TABLE_A, ""),
    Said(
        "行政复议4件，被撤销2件。",
        &[("reconsideration/total", "4"), ("reconsideration/upheld", "3"), ("reconsideration/corrected", "1")],
        "N-09",
    ),
    Said("全年新发生行政复议3件，维持3件。", TABLE_A, "N-09"),
    Said(
        "全年没有信息公开行政复议，也没有行政诉讼；同一时期因缴存争议产生的行政诉讼3件，与信息公开无关。",
        &[("reconsideration/total", "0")],
        "",
    ),
    Said("信息公开复议5件，均维持；另有工伤认定复议7件，与信息公开无关。", TABLE_A, "N-09"),
];
