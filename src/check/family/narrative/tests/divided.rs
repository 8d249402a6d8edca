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

pub(super) const ALL: &[&[Said]] = &[IN_ANOTHER_SENTENCE, NO_MORE, THOUSANDS, IN_QUOTES, WHO_ANSWERED];
