//! What a report says of its own blanks: where it says that a blank or a dash stands for zero, that is what it is.

use crate::form::Form;
use crate::read::document::block::Block;
use crate::read::document::doubt::{Doubt, Doubts, quote};
use crate::report::{Cells, Number, Value};

/// What says that something is as good as zero.
const VERBS: [&str; 9] = ["表示", "代表", "即为", "视为", "视同", "均为", "记为", "计为", "就是"];
/// How zero is written.
const ZEROS: [char; 4] = ['0', '０', '零', '〇'];
/// The subject stands right before, in so many characters.
const SUBJECT: usize = 14;
/// What ends a clause.
const STOPS: &str = "。；;，,：:！!？?\n";
/// Whoever is told to fill in zero has not been told that a blank is one.
const ORDERS: [&str; 8] = ["不得", "不能", "不可", "不要", "不应", "严禁", "请填", "应填"];

/// Which marks stand for zero.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Meant {
    blank: bool,
    mark: bool,
}

/// Makes the blanks of a report zero where it says that they are; a remark says so.
pub(in crate::read) fn apply(form: &Form, blocks: &[Block<'_>], cells: &mut Cells, doubts: &mut Doubts) {
    let mut said = blocks.iter().filter(|block| !block.is_row()).filter_map(|block| {
        let text = block.text();
        Some((meant(&text)?, text, block.line))
    });
    let Some((meant, text, line)) = said.next() else { return };
    let is_zero = |value: Value<'_>| match value {
        Value::Blank => meant.blank,
        value @ Value::Raw(_) => meant.mark && value.is_blank_mark(),
        _ => false,
    };
    let mut count = 0;
    for cell in form.cells() {
        if is_zero(cells.get(cell)) {
            cells.set(cell, Value::Number(Number::ZERO));
            count += 1;
        }
    }
    if count > 0 {
        doubts.add(Doubt::BlankIsZero, "", line, &[("text", &quote(&text)), ("count", &count)]);
    }
}

/// What a text says; one without a word for blanks or marks, as nearly all are, says nothing.
fn meant(text: &str) -> Option<Meant> {
    if !text.contains(|c| matches!(c, '空' | '填' | '横' | '斜') || is_mark(c)) {
        return None;
    }
    let bare: String = text.chars().filter(|c| !c.is_whitespace() && !"“”\"‘’'「」《》（）()".contains(*c)).collect();
    let all = VERBS.iter().flat_map(|verb| bare.match_indices(verb));
    let mut found = all.filter_map(|(at, verb)| {
        let behind = bare.get(at + verb.len()..)?.trim_start_matches(['数', '值', '为']);
        let after = behind.strip_prefix(ZEROS)?;
        if after.starts_with(|c: char| c.is_ascii_digit() || c == '.') {
            return None;
        }
        let before: Vec<char> =
            bare.get(..at)?.chars().rev().take(SUBJECT).take_while(|c| !STOPS.contains(*c)).collect();
        let subject: String = before.into_iter().rev().collect();
        let is_order = ORDERS.iter().any(|order| subject.contains(order));
        let blank = ["空", "未填", "不填", "没有填"].iter().any(|word| subject.contains(word));
        let mark =
            subject.contains(is_mark) || ["横线", "横杠", "斜线", "斜杠"].iter().any(|word| subject.contains(word));
        ((blank || mark) && !is_order).then_some(Meant { blank, mark })
    });
    found.next()
}

/// Marks that may stand for zero.
fn is_mark(c: char) -> bool {
    matches!(c, '-' | '—' | '–' | '－' | '/' | '／')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_said_of_blanks_is_told_from_what_is_asked_for() {
        for (text, blank, mark) in [
            ("注：表中空白表示0", true, false),
            ("说明：空格视为“０”。", true, false),
            ("（未填的栏目均为零）", true, false),
            ("注：1.单位为件；2.“—”表示0。", false, true),
            ("空白或“/”代表 0", true, true),
        ] {
            assert_eq!(meant(text), Some(Meant { blank, mark }), "{text}");
        }
        for text in [
            "没有的请填0，不得空白",
            "空白处请填写0",
            "无则填0",
            "不得空着，没有的视为0",
            "空格表示0.5",
            "空格表示05",
            "数据均为0",
            "空白表示没有数据",
            "空气质量数据，公开件数均为0",
        ] {
            assert_eq!(meant(text), None, "{text}");
        }
    }
}
