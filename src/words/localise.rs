//! Which cell is wrong.

texts! {
    /// Which cell is wrong.
    LocaliseWords
    proven { zh: "由勾稽关系推出", en: "follows from the relations" }
    /// One repair, and no other was found.
    only { zh: "唯一解释", en: "the only explanation found" }
    /// One repair, far likelier than others.
    likely { zh: "最可能", en: "most likely" }
    equal { zh: "几种同样可能", en: "one of several, equally likely" }
    /// One repair, but others cannot be excluded.
    possible { zh: "可能，不排除其他解释", en: "possible, others cannot be excluded" }
    change(cell, from, to) { zh: "{cell} {from}→{to}", en: "{cell} {from}→{to}" }
    change_blank(cell, to) { zh: "{cell} 填为 {to}", en: "{cell} is filled with {to}" }
    separator { zh: "、", en: "; " }
    and_more(list, count) { zh: "{list} 等 {count} 格", en: ["{list} … {count} {cells} in all"; cells(count)] }
    repair_made(changes, count) {
        zh: "若 {changes}，{count} 条关系全部成立",
        en: ["if {changes}, {all} {count} {relations_hold}"; all(count): "the" / "all", relations_hold(count): "relation holds" / "relations hold"],
    }
    /// What a repair that fills gaps would do.
    repair_filled(changes) { zh: "若 {changes}，勾稽关系全部成立", en: "if {changes}, all relations hold" }
    note(changes, count) {
        zh: "请核对：{changes}，影响 {count} 条勾稽关系",
        en: ["Please check: {changes}; {count} {relations_depend} on it"; relations_depend(count): "relation depends" / "relations depend"],
    }
    note_filled(changes) { zh: "请核对：{changes}", en: "Please check: {changes}" }
    note_change(cell, to, from) {
        zh: "{cell} 应为 {to}，填报为 {from}",
        en: "{cell} should be {to}, reported as {from}",
    }
    note_blank(cell, to) {
        zh: "{cell} 应为 {to}，未填有效数字",
        en: "{cell} should be {to}, no usable number was given",
    }
    located(certainty, kind, repair) { zh: "{certainty}（{kind}）：{repair}", en: "{certainty} ({kind}): {repair}" }
    ambiguous(count, kind, repair) {
        zh: "{count} 种同样可能的解释，例如（{kind}）：{repair}",
        en: ["{count} equally good {repairs}, for instance ({kind}): {repair}"; repairs(count)],
    }
    unexplained(table) { zh: "{table}：没有找到改动很少的解释", en: "{table}: no small explanation found" }
    limits {
        zh: "勾稽关系查不出的错误：四格成矩形同增同减、两个办理结果行整行互换、一件申请连同各级总计一起填错行。没有发现问题不等于全部正确。",
        en: "What the relations cannot show: four cells in a rectangle changed by the same amount, two outcome rows exchanged as a whole, a request entered in the wrong row together with its totals. That nothing was found does not mean that everything is right.",
    }
    repair { zh: "订正", en: "repair" }
    note_separator { zh: "；", en: "; " }
}

texts! {
    /// The names of slips, one for each kind of repair.
    SlipWords
    blank { zh: "没有有效数字", en: "no usable number" }
    single { zh: "一格有误", en: "one cell wrong" }
    transposed { zh: "数字颠倒", en: "digits transposed" }
    digit_replaced { zh: "错一位数字", en: "one digit wrong" }
    digit_added { zh: "多一位数字", en: "one digit too many" }
    digit_omitted { zh: "少一位数字", en: "one digit too few" }
    wrong_column { zh: "填错列", en: "value in the wrong column" }
    columns_swapped { zh: "两列互换", en: "two columns of a row swapped" }
    wrong_row { zh: "填错行", en: "value in the wrong row" }
    rows_swapped { zh: "同列两格互换", en: "two rows of a column swapped" }
    entry_and_row_total { zh: "分项与行总计同时有误", en: "an entry and its row total wrong" }
    /// An entry and its column total wrong.
    entry_and_column_total { zh: "分项与列总计同时有误", en: "an entry and its column total wrong" }
    /// An entry and all its totals wrong.
    entry_and_totals { zh: "分项及各级总计同时有误", en: "an entry and all its totals wrong" }
    /// A column total not brought up to date.
    stale_total { zh: "列总计未更新", en: "a column total not brought up to date" }
    stale_totals { zh: "分项更正后总计未更新", en: "totals not brought up to date" }
    row_shifted { zh: "整行错位一列", en: "a row shifted by one column" }
    row_empty { zh: "整行漏填", en: "a row left empty" }
    row_duplicated { zh: "整行重复填写", en: "a row written twice" }
    row_wrong { zh: "整行多列有误", en: "a row wrong in several columns" }
    rows_exchanged { zh: "两行互换", en: "two rows exchanged" }
    block_shifted { zh: "连续几行错位一行", en: "several rows shifted by one row" }
    several { zh: "多处有误", en: "several slips" }
}
