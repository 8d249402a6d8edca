//! The rules, one by one: what `gouji rules --explain` says.

texts! {
    /// The rules, one by one.
    RulesWords
    scope(scope) { zh: "看什么    {scope}", en: "looks at    {scope}" }
    level(level) { zh: "级别      {level}", en: "level       {level}" }
    /// Behind the level: which of its wordings have another.
    level_of_case(case, level) { zh: "，{case} 为 {level}", en: ", {case}: {level}" }
    /// Behind a level that the office has set.
    set_level { zh: "（口径文件所设）", en: " (set by the profile)" }
    basis(basis) { zh: "依据      {basis}", en: "rests on    {basis}" }
    ask(ask) { zh: "要求      {ask}", en: "asks        {ask}" }
    /// What each of its findings costs where the office scores.
    points(points) { zh: "扣分      每处 {points} 分", en: ["costs       {points} {of_points} each"; of_points(points): "point" / "points"] }
    points_most(most) { zh: "，至多 {most} 分", en: ", {most} at most" }
    points_aspect(name, points) { zh: "；属{name}（{points} 分）", en: "; under {name} ({points})" }
    points_late(points) { zh: "；知道迟报天数的按天扣，每天 {points} 分", en: "; {points} for each day where the days are known" }
    needs(needs) { zh: "需要      {needs}", en: "needs       {needs}" }
    lines(table, lines) { zh: "{table}：{lines}", en: "{table}: {lines}" }
    equations { zh: "勾稽关系", en: "equations" }
    relation { zh: "关系", en: "relation" }
    /// What a section must have: one of some words, or a word.
    required(section, words) { zh: "第{section}部分应写到：{words}", en: "section {section} must have: {words}" }
    numbers(id) { zh: "阈值（[numbers.{id}] 可改）", en: "thresholds (to be set under [numbers.{id}])" }
    number(name, value, meaning) { zh: "{name} = {value}  {meaning}", en: "{name} = {value}  {meaning}" }
    /// Behind a value that the office has set: the one that ships.
    shipped(value) { zh: "（原为 {value}）", en: " (ships with {value})" }
    lists(id) { zh: "词表（[lists.{id}.名称] 可加可换）", en: "word lists (to be extended or replaced under [lists.{id}.NAME])" }
    list(name, count) { zh: "{name}（{count} 个）", en: "{name} ({count})" }
    list_set(name, count) { zh: "{name}（{count} 个，口径文件所设）", en: "{name} ({count}, set by the profile)" }
    wordings(id) { zh: "措辞（[wording.{id}.名称] 可换）", en: "wordings (to be replaced under [wording.{id}.NAME])" }
    placeholders(names) { zh: "占位符：{names}", en: "placeholders: {names}" }
    set_wording { zh: "口径文件所设", en: "set by the profile" }
    /// A wording that is only said where the rule has a level in the profile.
    only_with_level { zh: "设了级别才说", en: "said only where the profile sets a level" }
    no_rule(id) { zh: "没有规则 {id}（全部规则见 gouji rules）", en: "there is no rule {id}; gouji rules lists them" }
    none_fits(words) { zh: "没有符合“{words}”的规则", en: "no rule has “{words}”" }
    /// What the thresholds of the rules are, by rule and name.
    thresholds [
        "DOC-05.from" { zh: "自这一年度起应用现行格式", en: "from this year on the form in force is to be used" }
        "DOC-06.from" { zh: "自这一年度起旧文件不能作依据", en: "from this year on the old documents are no basis" }
        "SEC-07.from" { zh: "自这一年度起要写规范性文件数", en: "from this year on normative documents are to be counted" }
        "SEC-08.wanted" { zh: "1 为要求写明平台数量，0 为不要求", en: "1 where numbers of platforms are wanted, else 0" }
        "SEC-09.limit" { zh: "总体情况至多这么多字", en: "so many characters in section one at most" }
        "SEC-10.limit" { zh: "总体情况至少这么多字", en: "so many characters in section one at least" }
        "SEC-11.limit" { zh: "第五部分少于这么多字的，看是否只写了“无”", en: "with fewer characters section five may say nothing but “none”" }
        "SEC-14.from" { zh: "自这一年度起第六部分要报告收费", en: "from this year on section six reports the fee" }
        "SEC-15.sentences" { zh: "总体情况中至少这么多句与公开无关", en: "so many sentences of section one on other matters at least" }
        "T2-06.large" { zh: "县级一家机关的收费超过这么多万元即存疑", en: "fees of one agency of a county beyond this (10 000 yuan) are doubtful" }
        "T2-06.large_city" { zh: "市级的同一界限（万元）", en: "the same for one of a city (10 000 yuan)" }
        "T2-06.large_province" { zh: "省级和级别不明的同一界限（万元）", en: "the same for one of a province or of no known level" }
        "T2-06.yuan" { zh: "不小于此数且以 00 结尾的整数像是以元计", en: "a whole number from here on that ends in 00 looks like yuan" }
        "T2-06.times" { zh: "与上年相差这么多倍即请核对单位", en: "so many times as much as last year: is the unit right?" }
        "T2-11.many" { zh: "处理决定达到这么多件才问", en: "so many decisions at least" }
        "T3-08.least" { zh: "“其他处理”中的“其他”至少这么多件", en: "so many closed for other reasons at least" }
        "T3-08.percent" { zh: "且至少占办结总数的百分之这么多", en: "and so many per cent of all that were handled" }
        "T3-12.few" { zh: "新收申请少于这么多件时，“大量反复申请”存疑", en: "with fewer new requests excessive ones are doubtful" }
        "T3-13.least" { zh: "全部申请都归入“其他”，且至少这么多件", en: "all requests, and so many at least, by “others”" }
        "T3-13.town" { zh: "乡镇、街道收到科研、公益、法律服务机构等的申请至少这么多件", en: "a town with so many requests from research, welfare, legal and other bodies at least" }
        "T3-14.least" { zh: "结转下年至少这么多件", en: "so many carried over at least" }
        "T3-14.percent" { zh: "且至少占应办的百分之这么多", en: "and so many per cent of what was to be handled" }
        "T3-15.least" { zh: "上年至少有这么多件申请，本年全零才问", en: "so many requests last year at least, and none now" }
        "T3-16.cells" { zh: "相同的非零数据至少这么多个", en: "so many numbers other than zero are the same at least" }
        "T3-16.least" { zh: "且新收申请至少这么多件", en: "and so many new requests at least" }
        "T4-07.since" { zh: "自这一年度起复议前置", en: "since this year reconsideration goes first" }
        "N-18.sample" { zh: "同类单位至少这么多家", en: "so many peers at least" }
        "N-18.times" { zh: "是同类中位数的这么多倍（或几分之一）", en: "so many times the median of the peers, or as small a part of it" }
        "N-18.least" { zh: "且与中位数至少相差这么多", en: "and so far away from it at least" }
        "FEE-01.from" { zh: "自这一年度起要报告信息处理费", en: "from this year on the fee is to be reported" }
        "FEE-02.from" { zh: "自这一年度起要报告信息处理费的要素", en: "from this year on its elements are to be reported" }
        "FEE-03.large_yuan" { zh: "信息处理费超过这么多元，像是另一种收费", en: "a fee beyond so many yuan looks like another one" }
        "FEE-04.step_yuan" { zh: "按量收费的一档（元）", en: "one step of the tariff by pages (yuan)" }
        "FEE-04.item_step_yuan" { zh: "按件收费的一档（元）", en: "one step of the tariff by requests (yuan)" }
        "Y-03.times" { zh: "比上年多到（或少到）这么多倍", en: "so many times as many as last year, or as few" }
        "Y-03.base" { zh: "上年至少为此数", en: "so many last year at least" }
        "Y-04.least" { zh: "上年至少为此数，本年为零", en: "so many last year at least, and none now" }
        "Y-07.cells" { zh: "与上年相同的非零数据至少这么多个", en: "so many numbers other than zero are those of last year at least" }
        "Y-10.letters" { zh: "短于这么多字的不算一条问题", en: "a clause of fewer characters is no problem of its own" }
        "Y-10.share" { zh: "本年问题中百分之这么多与上年逐字相同", en: "so many per cent of the problems stand word for word in last year's" }
        "Y-10.passages" { zh: "至多列出这么多处", en: "so many passages are shown at most" }
        "R-01.units" { zh: "至少这么多家单位才比较", en: "sums are compared from so many units on" }
        "R-01.percent" { zh: "非零数据中至少百分之这么多相符，才看作汇总", en: "so many per cent of the numbers agree, else it is taken for no sum" }
        "R-05.cells" { zh: "相同的非零数据至少这么多个", en: "so many numbers other than zero are the same at least" }
        "R-06.shown" { zh: "至多列出这么多家", en: "so many names are shown at most" }
        "R-07.shown" { zh: "至多列出这么多家", en: "so many names are shown at most" }
        "R-08.least" { zh: "移送、转办等至少这么多件", en: "so many passed on at least" }
        "R-08.percent" { zh: "且至少占新收的百分之这么多", en: "and so many per cent of the new requests" }
        "R-09.sample" { zh: "同类单位至少这么多家", en: "so many peers at least" }
        "R-09.times" { zh: "偏离超过中位偏差的这么多倍", en: "further away than so many times the median deviation" }
        "R-09.least" { zh: "且与中位数至少相差这么多", en: "and so far away from the median at least" }
        "SIM-01.section_1" { zh: "第一部分相似度达到百分之这么多", en: "section one is so many per cent the same" }
        "SIM-01.section_5" { zh: "第五部分相似度达到百分之这么多", en: "section five is so many per cent the same" }
        "SIM-01.passages" { zh: "至多列出这么多处", en: "so many passages are shown at most" }
        "SIM-02.section_1" { zh: "第一部分相似度达到百分之这么多", en: "section one is so many per cent the same" }
        "SIM-02.section_5" { zh: "第五部分相似度达到百分之这么多", en: "section five is so many per cent the same" }
        "SIM-02.letters" { zh: "少于这么多字的部分不比较", en: "a section of fewer characters is not compared" }
        "SIM-02.passage" { zh: "短于这么多字的相同不算", en: "shorter runs of the same characters are chance" }
        "SIM-02.template" { zh: "与多于这么多家相似的，看作同一模板", en: "like more agencies than this it follows a template" }
        "SIM-02.partners" { zh: "至少与最相似的这么多家比较", en: "so many of the most alike are compared at least" }
        "SIM-02.passages" { zh: "至多列出这么多处", en: "so many passages are shown at most" }
        "TXT-01.blanks" { zh: "词中空格多于这么多处的，看作排版所致", en: "with more blanks within words the text was spaced out" }
        "TXT-07.share" { zh: "套话占百分之这么多", en: "so many per cent of it are set phrases" }
        "TXT-07.least" { zh: "少于这么多句的不看", en: "texts of fewer sentences are not looked at" }
    ]
}
