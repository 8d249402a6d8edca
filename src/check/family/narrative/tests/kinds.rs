//! Sentences of clean reports by kinds of what tempts a rule, and beside them what is wrong all the same.

/// What is said, the numbers of the tables, and the rule that must speak; none where all is well. `@5` begins section five.
pub(super) struct Said(
    pub(super) &'static str,
    pub(super) &'static [(&'static str, &'static str)],
    pub(super) &'static str,
);

const TABLE_A: &[(&str, &str)] = &[("new", "12"), ("handled", "12")];
const TABLE_B: &[(&str, &str)] = &[("new", "88"), ("handled", "88"), ("granted", "39"), ("partial", "8")];
const TABLE_C: &[(&str, &str)] = &[
    ("litigation_direct/total", "6"),
    ("litigation_direct/pending", "2"),
    ("litigation_direct/upheld", "4"),
    ("litigation_after/total", "3"),
    ("litigation_after/pending", "1"),
    ("litigation_after/upheld", "2"),
];
const TABLE_D: &[(&str, &str)] = &[("new", "90"), ("handled", "90")];
const TABLE_E: &[(&str, &str)] = &[("new", "12"), ("handled", "12"), ("granted", "9"), ("declined.repeated", "3")];
const TABLE_F: &[(&str, &str)] = &[("new", "6"), ("carried_in", "1"), ("handled", "6"), ("carried_out", "1")];
const TABLE_G: &[(&str, &str)] = &[("new", "3"), ("handled", "3")];
const TABLE_H: &[(&str, &str)] = &[("new", "6"), ("handled", "6")];
const TABLE_I: &[(&str, &str)] = &[("reconsideration/total", "2"), ("reconsideration/upheld", "2")];
const TABLE_J: &[(&str, &str)] = &[("penalties/decisions", "11")];
const TABLE_K: &[(&str, &str)] = &[("normative/issued", "2"), ("normative/in_force", "9")];
const TABLE_L: &[(&str, &str)] = &[("new", "11"), ("handled", "11")];
const TABLE_M: &[(&str, &str)] =
    &[("reconsideration/total", "3"), ("reconsideration/upheld", "2"), ("reconsideration/corrected", "1")];
const TABLE_N: &[(&str, &str)] = &[("new", "12"), ("handled", "12"), ("granted", "10"), ("denied.third_party", "2")];
const TABLE_O: &[(&str, &str)] =
    &[("new", "11"), ("handled", "11"), ("granted", "8"), ("denied.internal", "2"), ("denied.third_party", "1")];
const TABLE_P: &[(&str, &str)] = &[("litigation_direct/total", "2"), ("litigation_direct/upheld", "2")];
const TABLE_Q: &[(&str, &str)] = &[("normative/issued", "2"), ("normative/repealed", "1"), ("normative/in_force", "9")];
const TABLE_R: &[(&str, &str)] = &[("licensing/decisions", "30")];

/// Granted in full or in part, as one number.
pub(super) const ANSWERED_IN_TWO_WAYS: &[Said] = &[
    Said(
        "全年办结申请88件，全部或者部分公开的47件，不予公开41件。",
        &[("new", "88"), ("handled", "88"), ("granted", "39"), ("partial", "8"), ("denied.internal", "41")],
        "",
    ),
    Said("办结申请88件，其中全部或部分公开47件。", TABLE_B, ""),
    Said("办结申请88件，部分或全部公开47件。", TABLE_B, ""),
    Said("办结申请88件，公开（含部分公开）47件。", TABLE_B, ""),
    Said("办结申请88件，提供或部分提供信息47件。", TABLE_B, ""),
    Said("办结申请88件，全部公开与部分公开合计47件。", TABLE_B, ""),
    Said("办结申请88件，给予全部、部分公开47件。", TABLE_B, ""),
    Said("办结申请八十八件，全部和部分公开四十七件。", TABLE_B, ""),
    Said("办结申请88件，作出全部公开、部分公开决定47件。", TABLE_B, ""),
    Said("办结申请88件，予以公开、部分公开的共47件。", TABLE_B, ""),
    Said("办结申请88件，部分公开9件。", TABLE_B, "N-05"),
];

/// Some of them, told of anew.
pub(super) const SOME_TOLD_ANEW: &[Said] = &[
    Said("办结申请90件。答复前反复请示，有13件申请的答复是在法定期限最后三日内作出的。", TABLE_D, ""),
    Said("办结申请90件。@5个别科室答复偏慢，有13件申请的答复是在最后几天作出的。", TABLE_D, ""),
    Said("办结申请90件。@5其中有4件申请的办理时间超过15日。", TABLE_D, ""),
    Said("办结申请90件。@5办理中反复沟通，这5件申请的答复均得到理解。", TABLE_D, ""),
    Said("办结申请90件。@5抽查发现有6件答复文书说理不充分，有2件收到投诉。", TABLE_D, ""),
    Said("办结申请90件。@5曾有3件申请因流转耽误，到第十八天才答复。", TABLE_D, ""),
    Said("办结申请90件。@5有七件申请答复时引用条款不准。", TABLE_D, ""),
    Said("办结申请90件。@5部分申请答复较慢，约有20件申请的答复用了15天以上。", TABLE_D, ""),
    Said("办结申请90件。@5还有4件已答复的申请，申请人又来电询问。", TABLE_D, ""),
];

/// A number that is named by what it is one of.
pub(super) const SOME_THAT_ARE_NAMED: &[Said] = &[
    Said("收到申请12件，提供信息的9件。9件提供信息的答复中，有4件是早已上网的。", TABLE_E, ""),
    Said("收到申请12件，全部办结。九件同意提供的答复中，四件附有说明。", TABLE_E, ""),
    Said("收到申请12件，全部办结。5件涉及征地的申请中，有的公开，有的不公开。", TABLE_E, ""),
    Said("收到申请12件，全部办结。在6件由律师代理的申请中，2件补正后办理。", TABLE_E, ""),
    Said("收到申请12件，全部办结。7件中有的部分公开、有的不予公开。", TABLE_E, ""),
    Said("收到申请12件，全部办结。4件征求过第三方意见的申请当中，全部同意公开。", TABLE_E, ""),
    Said("收到申请12件，全部办结。这8件答复中部分公开的较少。", TABLE_E, ""),
    Said("收到申请12件，全部办结。5件合同类申请处理中，未收到投诉。", TABLE_E, ""),
    Said("收到申请12件，全部办结。8件办结件的答复中引用了条例。", TABLE_E, ""),
];

/// What became of suits of both kinds.
pub(super) const SUITS_OF_BOTH_KINDS: &[Said] = &[
    Said("信息公开诉讼9件，直接起诉6件、复议后起诉3件，截至12月31日尚有3件未审结。", TABLE_C, ""),
    Said(
        "行政诉讼10件：直接起诉7件、复议后起诉3件，尚未审结2件，其余8件中判决驳回7件、裁定准许撤诉1件。",
        &[
            ("litigation_direct/total", "7"),
            ("litigation_direct/pending", "2"),
            ("litigation_direct/upheld", "5"),
            ("litigation_after/total", "3"),
            ("litigation_after/upheld", "2"),
            ("litigation_after/other", "1"),
        ],
        "",
    ),
    Said("未经复议直接起诉6件，复议后起诉3件，法院维持6件，3件未结。", TABLE_C, ""),
    Said("行政诉讼9件，其中复议后起诉3件、直接起诉6件；已维持6件，未审结3件。", TABLE_C, ""),
    Said("行政诉讼9件（直接起诉6件、复议后起诉3件），结果维持6件，尚未审结3件。", TABLE_C, ""),
    Said("直接起诉六件、复议后起诉三件。尚有三件未审结，六件维持。", TABLE_C, ""),
    Said("直接起诉6件，维持4件，未审结2件；复议后起诉3件，维持2件，未审结1件。", TABLE_C, ""),
    Said("直接起诉6件，维持4件，未审结2件；复议后起诉3件，维持1件，未审结1件。", TABLE_C, "N-09"),
    Said("信息公开诉讼9件，直接起诉6件、复议后起诉3件，尚有4件未审结。", TABLE_C, "N-09"),
    Said("信息公开行政诉讼9件，其中6件未经复议，3件经过复议，仍在审理的3件。", TABLE_C, ""),
    Said(
        "行政复议5件，维持5件；信息公开诉讼9件，经复议的3件、未经复议的6件。",
        &[
            ("reconsideration/total", "5"),
            ("reconsideration/upheld", "5"),
            ("litigation_direct/total", "6"),
            ("litigation_direct/pending", "2"),
            ("litigation_direct/upheld", "4"),
            ("litigation_after/total", "3"),
            ("litigation_after/pending", "1"),
            ("litigation_after/upheld", "2"),
        ],
        "",
    ),
    Said("被诉9件，6件没有经过复议，3件先经行政复议。", TABLE_C, ""),
    Said("因信息公开被申请行政复议2件，经复议维持2件。", TABLE_I, ""),
    Said(
        "信息公开行政诉讼9件，其中7件未经复议，2件经过复议。",
        &[
            ("litigation_direct/total", "6"),
            ("litigation_direct/upheld", "6"),
            ("litigation_after/total", "3"),
            ("litigation_after/upheld", "3"),
        ],
        "N-09",
    ),
];

/// How those that were dealt with had come.
pub(super) const HOW_THEY_HAD_COME: &[Said] = &[
    Said("新收申请6件，上年结转1件，办结6件，结转1件。办结的6件包括上年结转的1件和本年新收的5件。", TABLE_F, ""),
    Said("新收申请6件，上年结转1件，办结6件。办结件中，本年新收的5件、上年转来的1件。", TABLE_F, ""),
    Said(
        "新收申请6件，上年结转2件，全年办结6件（本年新收4件、上年结转2件），结转2件。",
        &[("new", "6"), ("carried_in", "2"), ("handled", "6"), ("carried_out", "2")],
        "",
    ),
    Said(
        "新收申请26件，上年结转2件，办结25件，其中当年新收24件、上年结转1件，结转3件。",
        &[("new", "26"), ("carried_in", "2"), ("handled", "25"), ("carried_out", "3")],
        "",
    ),
    Said("新收申请6件。年内办结6件，含上年结转1件、当年新收5件，另1件结转。", TABLE_F, ""),
    Said("新收申请6件。办结的六件由上年的一件和本年新收的五件组成。", TABLE_F, ""),
    Said("新收申请6件。办结6件，其中5件为本年新收、1件为上年结转。", TABLE_F, ""),
    Said("新收申请6件。结转的1件系12月新收的1件。", TABLE_F, ""),
    Said("新收申请6件。其中四季度新收的2件已答复。", TABLE_F, ""),
    Said("新收申请6件，年末新收的1件结转，其余新收的5件与上年结转的1件均已办结。", TABLE_F, ""),
];

/// Units that nobody counts requests in.
pub(super) const OTHER_UNITS: &[Said] = &[
    Said("收到申请6件，办结6件。居民委员会收到的查询账目要求17次，由居委会处理。", TABLE_H, ""),
    Said("要点46项任务完成45项，1项需要跨年推进。", &[("new", "6"), ("handled", "6"), ("carried_out", "3")], ""),
    Said(
        "收到申请6件，办结3件，结转3件。重点任务12项，办结11项，1项结转下年。",
        &[("new", "6"), ("handled", "3"), ("carried_out", "3")],
        "",
    ),
    Said("收到申请6件，办结6件。村委会受理账目查询9次。", TABLE_H, ""),
    Said("收到申请6件，办结6件。全年接收来信14封，答复14封。", TABLE_H, ""),
    Said("收到申请6件，办结6件。出具补正告知书2份、不予公开决定书1份、延期答复书1份。", TABLE_H, ""),
    Said(
        "收到申请6件，办结6件。承办重点工作8项，已办结7项，其余1项跨年办理。",
        &[("new", "6"), ("handled", "6"), ("carried_out", "0")],
        "",
    ),
    Said("收到申请6件，办结6件。回复网民提问31个，答复群众来访12次。", TABLE_H, ""),
    Said("收到申请6件，办结6件。收到社区书面反映4份，办理4份。", TABLE_H, ""),
    Said("收到申请6件，办结6件。受理查询档案62人次，办理42人次。", TABLE_H, ""),
];

/// Of others, or of another thing about requests.
pub(super) const OTHER_BODIES: &[Said] = &[
    Said("县政府系统全年新收申请96件，我局收到12件，办结12件。", TABLE_A, ""),
    Said("局机关收到申请5件，所属单位收到7件，共12件，均已办结。", TABLE_A, ""),
    Said("全年收到申请12件，比上年多4件；上年收到的8件全部办结。", TABLE_A, ""),
    Said("全年收到申请12件。指导乡镇办理申请21件。", TABLE_A, ""),
    Said("全年收到申请12件。协助县政府答复申请3件。", TABLE_A, ""),
    Said("全年收到申请12件。代拟县政府答复7件。", TABLE_A, ""),
    Said("收到申请12件，涉及23个事项，逐项答复23项。", TABLE_A, ""),
    Said("收到申请12件，来自9人，其中1人提出4件。", TABLE_A, ""),
    Said("收到申请12件，向第三方征求意见5件，同意公开3件、不同意公开2件。", TABLE_N, ""),
    Said("收到申请12件，申请人满意的10件、基本满意的2件。", TABLE_N, ""),
    Said("收到申请12件，5个工作日内答复6件，10个工作日内答复4件，其余2件延期后答复。", TABLE_N, ""),
    Said("收到申请12件，上半年收到7件、下半年收到5件。", TABLE_A, ""),
    Said("一季度收到申请3件，二季度4件，三季度3件，四季度2件。", TABLE_A, ""),
    Said("收到申请12件，平均办理时间11个工作日，最长的1件用了20个工作日。", TABLE_A, ""),
    Said("收到申请12件，邮寄答复8件、当面送达4件。", TABLE_A, ""),
    Said("收到申请12件，其中2件先撤回后重新提交，按1件登记。", TABLE_A, ""),
    Said("全年登记申请13件，其中1件属于咨询，不作为申请处理，实际受理12件。", TABLE_A, ""),
    Said("受理申请12件；误投我局、当场退回的3件没有登记。", TABLE_A, ""),
    Said("收到申请12件，其中涉及规划的5件，涉及征地的4件，其他3件。", TABLE_A, ""),
    Said(
        "收到申请12件，办结11件，剩余1件经申请人同意延长至2025年1月答复。",
        &[("new", "12"), ("handled", "11"), ("carried_out", "1")],
        "",
    ),
    Said(
        "收到申请12件，其中11件已办结，1件尚未到答复期限。",
        &[("new", "12"), ("handled", "11"), ("carried_out", "1")],
        "",
    ),
    Said(
        "2024年办结的12件中，2023年收到的2件，2024年收到的10件。",
        &[("new", "11"), ("carried_in", "2"), ("handled", "12"), ("carried_out", "1")],
        "",
    ),
    Said(
        "今年收到的11件申请，年底前办完10件。",
        &[("new", "11"), ("carried_in", "2"), ("handled", "12"), ("carried_out", "1")],
        "",
    ),
    Said(
        "收到申请11件，对其中6件作了公开答复，2件公开了部分内容。",
        &[("new", "11"), ("handled", "11"), ("granted", "6"), ("partial", "2"), ("denied.internal", "3")],
        "",
    ),
    Said(
        "收到申请11件，予以公开6件（其中主动公开过的2件），部分公开2件，不予公开3件。",
        &[("new", "11"), ("handled", "11"), ("granted", "6"), ("partial", "2"), ("denied.internal", "3")],
        "",
    ),
    Said("收到申请11件，不予公开3件，其中涉及个人隐私1件、内部事务2件。", TABLE_O, ""),
    Said("不予公开的3件申请，申请人均表示理解。", TABLE_O, ""),
    Said("拟不予公开的5件经会审，2件改为公开，3件维持不公开意见。", TABLE_O, ""),
    Said("政府信息公开申请11件，答复后申请人又来函追问的3件。", TABLE_L, ""),
    Said("依申请公开目录外的申请3件，目录内的8件。", TABLE_L, ""),
    Said("全年依申请公开信息35条，办结申请11件。", TABLE_L, ""),
    Said(
        "依申请公开件中属于投诉举报的4件转信访办理。",
        &[("new", "11"), ("handled", "11"), ("declined.petition", "2")],
        "",
    ),
    Said(
        "年内撤回申请2件，视为放弃1件，实际答复8件。",
        &[("new", "11"), ("handled", "11"), ("closed.other", "3"), ("granted", "8")],
        "",
    ),
    Said("全年答复申请11件，另答复县长信箱咨询46件、12345工单230件。", TABLE_L, ""),
];

/// Other disputes, and the same told twice.
pub(super) const DISPUTES: &[Said] = &[
    Said("全年办理行政复议案件45件，其中涉及信息公开的2件，均维持。", TABLE_I, ""),
    Said("被申请行政复议6件，其中信息公开类2件，维持2件。", TABLE_I, ""),
    Said("信息公开行政复议2件，维持2件；其他行政复议7件，维持5件、撤销2件。", TABLE_I, ""),
    Said("县政府收到以我局为被申请人的复议2件，均作出维持决定。", TABLE_I, ""),
    Said("上年未审结的1件复议于2月维持，本年新收的1件复议年底前维持。", TABLE_I, ""),
    Said(
        "复议2件，1件维持，1件经调解撤回。",
        &[("reconsideration/total", "2"), ("reconsideration/upheld", "1"), ("reconsideration/other", "1")],
        "",
    ),
    Said("行政诉讼2件，一审判决驳回2件，其中1件上诉后二审维持。", TABLE_P, ""),
    Said("行政诉讼2件，一审均胜诉，1件二审正在审理。", TABLE_P, ""),
    Said("诉讼案件2件，出庭应诉2件次，负责人出庭1件。", TABLE_P, ""),
    Said(
        "信息公开复议3件、诉讼1件，复议维持2件、纠正1件，诉讼驳回1件。",
        &[
            ("reconsideration/total", "3"),
            ("reconsideration/upheld", "2"),
            ("reconsideration/corrected", "1"),
            ("litigation_after/total", "1"),
            ("litigation_after/upheld", "1"),
        ],
        "",
    ),
    Said("被纠正的1件复议系答复超期，已重新答复。", TABLE_M, ""),
    Said("复议机关纠正1件，另有1件责令补正材料后维持。", TABLE_M, ""),
    Said("不服本局答复提出复议3件，其中2件针对同一答复。", TABLE_M, ""),
    Said("行政复议3件，涉及申请人2人；行政诉讼没有发生。", TABLE_M, ""),
    Said("未发生因信息公开引起的诉讼，另有3件征收补偿诉讼与信息公开无关。", &[("reconsideration/total", "0")], ""),
    Said(
        "没有被纠正的复议案件，复议3件全部维持。",
        &[("reconsideration/total", "3"), ("reconsideration/upheld", "3")],
        "",
    ),
    Said(
        "收到行政复议答复通知书3份，提交答复材料3份。",
        &[("reconsideration/total", "3"), ("reconsideration/upheld", "3")],
        "",
    ),
];

/// Documents and decisions beside those of the table.
pub(super) const DECISIONS: &[Said] = &[
    Said("制发行政规范性文件2件，其中以县政府名义印发1件。", TABLE_K, ""),
    Said("制发行政规范性文件2件；转发上级规范性文件5件不计入。", TABLE_K, ""),
    Said("代县政府起草行政规范性文件3件，本局制发2件。", TABLE_K, ""),
    Said("公开行政规范性文件11件，其中本年制发2件。", TABLE_K, ""),
    Said("现行有效行政规范性文件9件，较上年末的8件增加1件。", TABLE_Q, ""),
    Said("清理行政规范性文件10件，拟废止3件，已废止1件，继续有效9件。", TABLE_Q, ""),
    Said("废止行政规范性文件1件，修改2件，宣布失效0件。", TABLE_Q, ""),
    Said("本年制发的2件行政规范性文件均配发解读，共解读4篇。", TABLE_K, ""),
    Said("作出行政许可决定30件，公示30件，受理许可申请33件，不予许可1件。", TABLE_R, ""),
    Said("作出行政处罚11件，其中简易程序4件、普通程序7件；罚没款3.2万元。", TABLE_J, ""),
    Said("受理行政许可申请46件，作出准予许可决定30件。", TABLE_R, ""),
    Said("行政许可事项23项，全年办理行政许可30件。", TABLE_R, ""),
    Said("立案14件，作出行政处罚11件，未结3件。", TABLE_J, ""),
    Said("移送公安机关行政处罚线索2件，作出行政处罚11件。", TABLE_J, ""),
    Said("信用平台公示行政处罚9件，另2件不满公示条件。", TABLE_J, ""),
    Said("全县作出行政处罚1,204件，其中我局11件。", TABLE_J, ""),
    Said("委托乡镇实施行政处罚3件，本局作出行政处罚11件。", TABLE_J, ""),
    Said("行政强制2件，均为查封；申请法院强制执行3件。", &[("coercion/decisions", "2")], ""),
];

/// Of one kind there was nothing.
pub(super) const NOTHING_OF_A_KIND: &[Said] = &[
    Said("没有上年结转的申请，也没有结转下年的申请。", TABLE_G, ""),
    Said("没有通过传真提交的申请。", TABLE_G, ""),
    Said("没有企业提出延期申请。", &[("new", "3"), ("handled", "3"), ("new/business", "2")], ""),
    Said("没有申请人要求复制纸质件。", TABLE_G, ""),
    Said(
        "未收到法律服务机构的申请，企业申请2件。",
        &[("new", "3"), ("handled", "3"), ("new/business", "2"), ("new/natural", "1")],
        "",
    ),
    Said("自11月起没有再收到申请。", TABLE_G, ""),
    Said("县直部门没有收到申请的有4家。", TABLE_G, ""),
    Said("下半年没有收到申请。", TABLE_G, ""),
    Said("申请办理中没有发生超期，没有引起投诉。", TABLE_G, ""),
    Said("未对申请人收取任何费用。", TABLE_G, ""),
];

pub(super) const ALL: &[&[Said]] = &[
    ANSWERED_IN_TWO_WAYS,
    SOME_TOLD_ANEW,
    SOME_THAT_ARE_NAMED,
    SUITS_OF_BOTH_KINDS,
    HOW_THEY_HAD_COME,
    OTHER_UNITS,
    OTHER_BODIES,
    DISPUTES,
    DECISIONS,
    NOTHING_OF_A_KIND,
];
