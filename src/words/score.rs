//! Points, and what they are taken off for.

texts! {
    /// Points, and what they are taken off for.
    ScoreWords
    title(year) { zh: "{year}年政府信息公开工作年度报告评分", en: "Scores of the annual reports on government disclosure for {year}" }
    sheet_ranking { zh: "评分", en: "Scores" }
    sheet_taken { zh: "扣分明细", en: "Taken off" }
    sheet_not_taken { zh: "不扣分事项", en: "Not taken off" }
    sheet_spread { zh: "分布", en: "Spread" }
    sheet_scheme { zh: "说明", en: "About" }
    rank { zh: "名次", en: "Place" }
    rank_in_region { zh: "地区内名次", en: "Place in its region" }
    total { zh: "得分", en: "Score" }
    grade { zh: "等次", en: "Grade" }
    /// What is taken off under an aspect that has so many points.
    off_under(name, points) { zh: "{name}（{points}分）扣分", en: "{name} ({points}): taken off" }
    off_other { zh: "其他扣分", en: "Taken off otherwise" }
    off { zh: "扣分合计", en: "Taken off in all" }
    bonus { zh: "加分", en: "Added" }
    points { zh: "分值", en: "Points" }
    deducted { zh: "扣分", en: "Taken off" }
    reasons { zh: "失分原因", en: "Why" }
    /// A place and what was taken off for it.
    reason(place, points) { zh: "{place}（-{points}）", en: "{place} (-{points})" }
    costs(name, points) { zh: "{name}，扣 {points} 分", en: ["{name}: {points} {of_points}"; of_points(points): "point" / "points"] }
    costs_days(name, days, points) { zh: "{name} {days} 天，扣 {points} 分", en: ["{name} by {days} {of_days}: {points} {of_points}"; of_days(days): "day" / "days", of_points(points): "point" / "points"] }
    capped(reason) { zh: "{reason}；此项已扣到上限", en: "{reason}; no more is taken off here" }
    after_return(reason) { zh: "{reason}（退回后已更正）", en: "{reason} (corrected after the return)" }
    nothing_off(name, why) { zh: "{name}，不扣分：{why}", en: "{name}, nothing is taken off: {why}" }
    same_cause { zh: "同一原因，只扣一次", en: "the same cause costs once" }
    no_points { zh: "口径未设分值", en: "the office has set no points for it" }
    hint { zh: "只是提示", en: "it is a hint" }
    not_a_problem { zh: "审核人认为不是问题", en: "a reviewer found it no problem" }
    settled { zh: "审核人已接受说明", en: "a reviewer accepted it with a reason" }
    reading { zh: "读取有疑点，未经核对", en: "it rests on a doubtful reading that nobody has looked up" }
    undecided { zh: "审核人尚未处理", en: "no reviewer has decided" }
    asked { zh: "待机关说明", en: "the agency is to explain it first" }
    no_days { zh: "迟报天数不明", en: "by how many days it was late is not known" }
    band { zh: "分数段", en: "Band" }
    reports { zh: "份数", en: "Reports" }
    share { zh: "占比", en: "Share" }
    from(least) { zh: "{least} 分及以上", en: "{least} and more" }
    between(least, above) { zh: "{least} 分至不足 {above} 分", en: "{least} to less than {above}" }
    below(above) { zh: "不足 {above} 分", en: "less than {above}" }
    band_of_grade(grade, band) { zh: "{grade}（{band}）", en: "{grade} ({band})" }
    mean { zh: "平均分", en: "mean" }
    median { zh: "中位数", en: "median" }
    highest { zh: "最高分", en: "highest" }
    lowest { zh: "最低分", en: "lowest" }
    full { zh: "满分", en: "Points to begin with" }
    least { zh: "最低分", en: "Points left in any case" }
    principle { zh: "扣分原则", en: "Principle" }
    principle_text {
        zh: "没有依据不扣分：未能检查的、提示、读取疑点、审核人判为不是问题的和无人处理的警告都不扣分；同一原因只扣一次",
        en: "no points without evidence: not for what could not be checked, hints, doubtful readings, findings that are no problem or that nobody decided on; one cause costs once",
    }
    accepted { zh: "已接受说明的也扣分", en: "What was accepted costs too" }
    explain { zh: "须说明的也扣分", en: "What is to be explained costs too" }
    corrected { zh: "退回后已更正的也扣分", en: "What was corrected after the return costs too" }
    yes { zh: "是", en: "yes" }
    no { zh: "否", en: "no" }
    ending(path) { zh: "{path}：只能写成 xlsx 或 csv", en: "{path}: it can be xlsx or csv" }
    no_scheme {
        zh: "没有评分办法：分值由本机关在口径文件（--profile）的 [score] 中定，写法见 docs/profile.md",
        en: "no scheme: the office says in [score] of its profile (--profile) what costs how many points; see docs/profile.md",
    }
    nothing { zh: "没有可评分的年报", en: "there is no report to be scored" }
    written(path, reports) { zh: "已写到 {path}：{reports} 份年报的评分", en: ["written to {path}: the scores of {reports} {of_reports}"; of_reports(reports): "report" / "reports"] }
}

impl ScoreWords {
    #[must_use]
    pub(crate) fn yes_or_no(self, is_so: bool) -> &'static str {
        if is_so { self.yes() } else { self.no() }
    }
}
