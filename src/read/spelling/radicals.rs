//! Radicals that stand for characters: `⼈⺠` for 人民, as the text of many PDFs has it.
//!
//! They look the same and are others, so that no label and no name would be found. Those of the block Kangxi Radicals
//! are folded by Unicode (NFKC), those of the supplement by the table here.

use unicode_normalization::UnicodeNormalization as _;

/// The supplement, as far as whole characters stand for it.
const SUPPLEMENT: &str = "⺁厂⺎兀⺐尢⺒巳⺓幺⺕彐⺛旡⺜日⺝月⺞歹⺟母⺠民⺬示⺯糹⺱网⺶羊⺷羊⺸羊⺻聿⺼肉⺽臼\
    ⻁虎⻄西⻅见⻆角⻇角⻉贝⻊足⻋车⻑長⻓长⻔门⻕阜⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻞食⻡首⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾\
    ⻬齐⻮齿⻰龙⻱龟⻲亀⻳龟";

fn is_radical(c: char) -> bool {
    matches!(c, '\u{2E80}'..='\u{2FDF}')
}

/// The text with characters where radicals stood.
pub(in crate::read) fn fold(text: &mut String) {
    if text.contains(is_radical) {
        *text = text.chars().map(character).collect();
    }
}

fn character(c: char) -> char {
    match c {
        '\u{2E80}'..='\u{2EFF}' => {
            let mut rest = SUPPLEMENT.chars().skip_while(|other| *other != c).skip(1);
            rest.next().unwrap_or(c)
        }
        '\u{2F00}'..='\u{2FDF}' => std::iter::once(c).nfkc().next().unwrap_or(c),
        _ => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn radicals_become_the_characters_that_they_look_like() {
        let mut text = "漪水县⼈⺠政府⾏政复议、⻔户⽹站⻓期⻅⻋⻚".to_owned();
        fold(&mut text);
        assert_eq!(text, "漪水县人民政府行政复议、门户网站长期见车页");
        assert_eq!(SUPPLEMENT.chars().count() % 2, 0);
        for (at, c) in SUPPLEMENT.chars().enumerate() {
            assert_eq!(is_radical(c), at % 2 == 0, "{c}");
        }
    }
}
