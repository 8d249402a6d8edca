use super::*;

fn scheme(text: &str) -> &'static ScoreScheme {
    profile(text).score().unwrap()
}

fn of(id: &str, scheme: &ScoreScheme) -> (String, Option<String>) {
    let rule = rule(id).unwrap();
    let points = scheme.points(rule, rule.level);
    (points.each.to_string(), points.most.map(|most| most.to_string()))
}

#[test]
fn what_is_said_of_a_rule_goes_before_its_group_its_aspect_and_its_level() {
    let own = scheme(
        "[score]\nerror = 2\nwarning = 0.5\n[score.rules]\nT4 = 7\n\"T3-01\" = { each = 1.25, most = 5 }\n\
         [[score.aspect]]\nname = \"表三\"\npoints = 30\nrules = [\"T3\"]\nerror = 3\n\
         [[score.aspect]]\nname = \"总计\"\npoints = 10\nrules = [\"T3-03\"]\n",
    );
    assert_eq!(of("T3-01", own), ("1.25".to_owned(), Some("5".to_owned())));
    assert_eq!(of("T3-02", own), ("3".to_owned(), None));
    assert_eq!(of("T3-03", own), ("2".to_owned(), None));
    assert_eq!(of("T4-01", own).0, "7");
    let hint = own.points(rule("T3-02").unwrap(), Severity::Info);
    assert_eq!(hint.each.to_string(), "0", "a hint costs nothing whatever is set");
    let aspect = |id| own.aspect(rule(id).unwrap()).map(|at| own.aspects[at].name.to_string());
    assert_eq!((aspect("T3-03"), aspect("T3-01"), aspect("SEC-01")), (Some("总计".into()), Some("表三".into()), None));
    assert_eq!(own.full.to_string(), "100");
    assert!(profile("").score().is_none());
}

#[test]
fn days_of_delay_have_a_limit_of_their_own() {
    let counted = |text: &str, id: &str| scheme(text).counted_as(rule(id).unwrap()).to_owned();
    let own = "[score]\n[score.rules]\nDOC = { each = 1, most = 2 }\n";
    assert_eq!(counted(own, "DOC-11"), counted(own, "DOC-01"));
    let late = "[score]\n[score.rules]\nDOC = { each = 1, most = 2 }\n[score.late]\neach = 1\nmost = 6\n";
    assert_ne!(counted(late, "DOC-11"), counted(late, "DOC-01"));
}

#[test]
fn wrong_points_are_named_with_line_key_and_what_may_be_meant() {
    shape::says(
        "[score]\nfull = 50\nleast = 60\nerrors = 1\nwarning = -1\nasked = \"yes\"\n[score.rules]\n\"T3-1\" = 1\n\
         \"EXT-04\" = 1\n\"T3-02\" = { most = 1 }\n\"T3-03\" = \"2\"\n[score.bonus]\nclan = 1\n[score.grades]\n\"优秀\" = 0.00001\n\
         [[score.aspect]]\nname = \"甲\"\npoints = 10\nrules = [\"T3\", \"T33\"]\n[[score.aspect]]\nname = \"甲\"\nrules = [\"T3\"]\npoints = 20000\n",
        &[
            "第 3 行，score.least：最低分不能高于满分",
            "第 4 行，score.errors：没有这一项，是不是 error？",
            "第 5 行，score.warning：分值应在 0 至 10000 之间，至多三位小数",
            "第 6 行，score.asked：应为 true 或 false，实为文本“yes”",
            "第 8 行，score.rules.\"T3-1\"：没有这条规则，是不是 T3-01？",
            "第 9 行，score.rules.\"EXT-04\"：这条规则自己不出问题，设了不起作用",
            "第 10 行，score.rules.\"T3-02\"：缺少键 `each`",
            "第 11 行，score.rules.\"T3-03\"：应为数字，实为文本“2”",
            "第 13 行，score.bonus.clan：没有这一项，是不是 clean？",
            "第 15 行，score.grades.\"优秀\"：分值应在 0 至 10000 之间，至多三位小数",
            "第 19 行，score.aspect \"甲\".rules：没有这条规则，是不是 T3？",
            "第 21 行，score.aspect.name：另一项指标也叫这个名称",
            "第 22 行，score.aspect \"甲\".rules：另一项指标已有这条规则",
            "第 23 行，score.aspect \"甲\".points：分值应在 0 至 10000 之间，至多三位小数",
        ],
    );
}
