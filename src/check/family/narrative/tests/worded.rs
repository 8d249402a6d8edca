//! How many there were, in words that are not those of the form: against the tables.

use super::kinds::Said;

const REQUESTS: &[(&str, &str)] = &[
    ("new", "22"),
    ("handled", "21"),
    ("carried_out", "1"),
    ("granted", "9"),
    ("partial", "4"),
    ("unavailable.not_held", "8"),
    ("normative/in_force", "1"),
    ("penalties/decisions", "138"),
    ("fees/amount", "12.5"),
];

/// Some contradict the table, the others say what it says, or speak of something else.
pub(super) const WORDED: &[Said] = &[
    Said("全年共收到群众书面申请公开政府信息25件。", REQUESTS, "N-01"),
    Said("全年收到书面申请25件，均为政府信息公开申请。", REQUESTS, "N-01"),
    Said("全年登记政府信息公开申请25件。", REQUESTS, "N-01"),
    Said("今年以来共收悉政府信息公开申请25份。", REQUESTS, "N-01"),
    Said("2024年政府信息公开申请件数为25件。", REQUESTS, "N-01"),
    Said("全年政府信息公开申请共25件。", REQUESTS, "N-02"),
    Said("全年共有25件政府信息公开申请。", REQUESTS, "N-02"),
    Said("通过网站收到政府信息公开申请25件。", REQUESTS, "N-01"),
    Said("全年共收到群众书面申请公开政府信息22件。", REQUESTS, ""),
    Said("全年收到书面申请20件，均为政府信息公开申请。", REQUESTS, ""),
    Said("全年政府信息公开申请共22件。", REQUESTS, ""),
    Said("全年共有22件政府信息公开申请。", REQUESTS, ""),
    Said("有5件政府信息公开申请涉及征地。", REQUESTS, ""),
    Said("涉及征地的政府信息公开申请共5件。", REQUESTS, ""),
    Said("收到政府信息公开申请22件，其中涉及征地的政府信息公开申请共5件。", REQUESTS, ""),
    Said("上年政府信息公开申请共25件。", REQUESTS, ""),
    Said("通过网站收到政府信息公开申请5件。", REQUESTS, ""),
    Said("通过网站收到咨询25件。", REQUESTS, ""),
    Said("严格执行行政规范性文件合法性审核和备案制度，本年制发行政规范性文件2件。", REQUESTS, "N-08"),
    Said("落实备案工作制度，全年制发行政规范性文件2件，现行有效1件。", REQUESTS, "N-08"),
    Said("严格执行行政规范性文件备案制度，现行有效行政规范性文件1件。", REQUESTS, ""),
    Said("全年备案行政规范性文件12件。", REQUESTS, ""),
    Said("依法作出审计行政处罚决定13件。", REQUESTS, "N-11"),
    Said("全年下达行政处罚决定书183份。", REQUESTS, "N-11"),
    Said("全年下达行政处罚决定书138份。", REQUESTS, ""),
    Said("全年公开行政处罚决定书183份。", REQUESTS, ""),
    Said("全年行政事业性收费金额为21.5万元。", REQUESTS, "N-11"),
    Said("全年行政事业性收费金额为12.5万元。", REQUESTS, ""),
];
