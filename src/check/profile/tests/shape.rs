//! What is wrong with the shape of a profile, or cannot mean anything, is said as exactly as everything else, all at once.

use super::*;

/// What is said of a text, without the name of its file.
fn said(text: &str, words: &'static crate::words::Words) -> Vec<String> {
    let error = ProfileError::new(Path::new("p"), build::from_text(text).unwrap_err());
    error.lines(words).into_iter().map(|line| line.trim_start_matches(['p', ' ', ',']).to_owned()).collect()
}

pub(super) fn says(text: &str, expected: &[&str]) {
    let found = said(text, ZH);
    assert_eq!(found, expected, "{text}");
    for line in said(text, EN).iter().chain(&found) {
        for word in ["struct", "Data", "i64", "u8", "sequence", "enum", "expected a map", "Spanned"] {
            assert!(!line.contains(word), "{line}");
        }
    }
}

#[test]
fn wrong_types_and_unknown_keys_are_named_all_at_once_beside_what_is_wrong_otherwise() {
    says(
        "name = 3\nreasons = \"口径调整\"\n[level]\n\"T3-01\" = \"off\"\n[levels]\n\"T3-1\" = \"off\"\n\"T3-02\" = 1\n\
         [numbers.T3-08]\nleast = \"5\"\npercent = 2.5\n[wording.T4-05]\nnone = \"甲\"\n[dates]\ndepartments = 2025-01-31\n\
         [lists.T3-08]\nexplained = [\"甲\"]\n[rule]\nid = \"A\"\n",
        &[
            "第 1 行，name：应为文本（写在引号里），实为 3",
            "第 2 行，reasons：应为文本的列表（如 [\"甲\", \"乙\"]），实为文本“口径调整”",
            "第 3 行，level：没有这一项，是不是 levels？",
            "第 6 行，levels.\"T3-1\"：没有这条规则，是不是 T3-01？",
            "第 7 行，levels.\"T3-02\"：应为文本（写在引号里），实为 1",
            "第 9 行，numbers.\"T3-08\".least：应为整数，实为文本“5”",
            "第 10 行，numbers.\"T3-08\".percent：应为整数，实为 2.5",
            "第 12 行，wording.\"T4-05\".none：应为若干项（名称 = 值），实为文本“甲”",
            "第 14 行，dates.departments：应为文本（写在引号里），实为 2025-01-31",
            "第 16 行，lists.\"T3-08\".explained：应为若干项（名称 = 值），实为列表 […]",
            "第 17 行，rule：应为若干节（每节以 [[rule]] 开头），实为对象 {…}",
        ],
    );
}

#[test]
fn rules_templates_and_required_words_that_lack_something_are_named() {
    says(
        "[[rule]]\nid = \"A-1\"\nzh = \"甲\"\nleft = \"requests/new/total\"\n\
         [[rule]]\nid = \"A-2\"\nzh = \"\"\nscoop = \"years\"\nleft = [\"requests/new/total\"]\nright = [true]\n\
         [[template]]\nname = \"甲\"\n[[require]]\nid = \"P-1\"\nzh = \"乙\"\nsection = \"一\"\nany = [\"\"]\n",
        &[
            "第 1 行，rule \"A-1\"：缺少键 `right`",
            "第 4 行，rule \"A-1\".left：应为项的列表（如 [\"requests/new/total\", 5]），实为文本“requests/new/total”",
            "第 7 行，rule \"A-2\".zh：不能为空",
            "第 8 行，rule \"A-2\".scoop：没有这一项，是不是 scope？",
            "第 10 行，rule \"A-2\".right：应为单元格（写在引号里）或数字，实为true",
            "第 10 行，rule \"A-2\".right：两边都要有项",
            "第 11 行，template \"甲\"：缺少键 `text`",
            "第 16 行，require \"P-1\".section：应为整数，实为文本“一”",
        ],
    );
}

#[test]
fn what_cannot_mean_anything_is_refused() {
    says(
        "name = \" \"\nreasons = [\"甲\", \"\"]\n[levels]\n\"EXT-04\" = \"error\"\n[numbers]\nR-09.sample = 0\nY-03.times = -1\nT3-08.percent = 900\nT4-07.since = 24\n\
         [wording.T4-05.none]\nzh = \"\"\n[lists]\nT3-08.explained.replace = []\nY-03.metrics.extend = [\"requests/new/totl\"]\nT2-07.levels.replace = [\"provnce\"]\n\
         TXT-01.own.extend = [\"甲\"]\nTXT-04.late.extend = [\"甲→乙\"]\n",
        &[
            "第 1 行，name：不能为空",
            "第 2 行，reasons：“”不行，应为文字，不能是空的",
            "第 4 行，levels.\"EXT-04\"：这条规则自己不出问题，设了不起作用",
            "第 6 行，numbers.\"R-09\".sample：应在 1 至 1000000000000 之间",
            "第 7 行，numbers.\"Y-03\".times：应在 1 至 1000000000000 之间",
            "第 8 行，numbers.\"T3-08\".percent：应在 1 至 100 之间",
            "第 9 行，numbers.\"T4-07\".since：应在 1990 至 2099 之间",
            "第 11 行，wording.\"T4-05\".none.zh：不能为空",
            "第 13 行，lists.\"T3-08\".explained.replace：词表不能为空；不要这条规则时，在 [levels] 中写 off",
            "第 14 行，lists.\"Y-03\".metrics.extend：“requests/new/totl”不行，应为表式中的单元格（表/行/列），是不是 requests/new/total？",
            "第 15 行，lists.\"T2-07\".levels.replace：“provnce”不行，应为 province、city、county 或 town，是不是 province？",
            "第 16 行，lists.\"TXT-01\".own.extend：“甲”不行，应为“写作→应为”",
            "第 17 行，lists.\"TXT-04\".late.extend：“甲→乙”不行，应为“说法→年份”",
        ],
    );
    says(
        "[[template]]\nname = \"甲\"\ntext = \"一\"\n[[template]]\nname = \"甲\"\ntext = \"{why}\"\n",
        &[
            "第 5 行，template.name：另一个模板也叫这个名称",
            "第 6 行，template \"甲\".text：此处没有占位符 {why}，可用：{agency}、{year}、{cell}、{value}、{rule}、{left}、{right}、{difference}、{due}",
        ],
    );
}

fn rule(left: &str, right: &str) -> String {
    format!("[[rule]]\nid = \"A\"\nzh = \"甲\"\nleft = {left}\nright = {right}\n")
}

#[test]
fn a_relation_that_always_holds_is_refused() {
    let same = "第 5 行，rule \"A\".right：两边相同，永远成立";
    says(&rule("[\"requests/new/total\", 1]", "[1, \"表三/本年新收/总计\"]"), &[same]);
    let text =
        rule("[\"requests/new/total\"]", "[\"last:requests/new/total\"]").replace("zh =", "scope = \"years\"\nzh =");
    assert!(build::from_text(&text).is_ok());
}

#[test]
fn cells_may_be_called_by_their_names_on_the_form() {
    let (names, ids) = (
        profile(&rule("[\"表三/本年新收/总计\"]", "[\"2*表三/不予公开*/总计\", 0.5]")),
        profile(&rule("[\"requests/new/total\"]", "[\"2*requests/denied.*/total\", \"0.5\"]")),
    );
    let sides = |profile: &Profile| {
        let form = crate::form::newest();
        format!("{:?}", profile.own[0].sides(form).unwrap())
    };
    assert_eq!(sides(names), sides(ids));
    assert_eq!(names.own[0].written(), "表三/本年新收/总计 ＝ 2*表三/不予公开*/总计 + 0.5");
    says(
        &rule("[\"表三/新收的/总计\"]", "[\"表三/其他/总计\"]"),
        &[
            "第 4 行，rule \"A\".left：表式中没有这样的单元格（应为 表/行/列，如 表三/本年新收/总计）",
            "第 5 行，rule \"A\".right：可以是几个单元格：requests/denied.prohibited/total、requests/closed/total",
        ],
    );
}
