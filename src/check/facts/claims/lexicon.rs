//! The words that say what a number is about, from `words.toml`, and finding them in a text.

use std::collections::HashMap;
use std::sync::LazyLock;

use serde::{Deserialize, Serialize};

use crate::words::Lang;

/// What is spoken of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(in crate::check) enum Topic {
    Request,
    /// 申请 alone: of this kind only where the text around it speaks of such requests.
    MaybeRequest,
    Reconsideration,
    Litigation,
    LitigationDirect,
    LitigationAfter,
    Normative,
    Regulations,
    Licensing,
    Penalties,
    Coercion,
    Fees,
    Processing,
    Publication,
    /// Reviews and suits as one number.
    Disputes,
    /// Counted, but not in the tables.
    Foreign,
    /// The same, and it takes applications of its own.
    Service,
}

impl Topic {
    pub(crate) fn is_dispute(self) -> bool {
        self.is_suit() || matches!(self, Self::Reconsideration | Self::Disputes)
    }

    pub(crate) fn is_suit(self) -> bool {
        matches!(self, Self::Litigation | Self::LitigationDirect | Self::LitigationAfter)
    }

    pub(crate) fn is_decision(self) -> bool {
        matches!(self, Self::Licensing | Self::Penalties | Self::Coercion)
    }

    /// Is it nothing that the tables count?
    pub(crate) fn is_foreign(self) -> bool {
        matches!(self, Self::Foreign | Self::Service)
    }
}

/// The column of the requests.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Who {
    /// 自然人.
    Natural,
    /// 法人或其他组织, all kinds together.
    Organisation,
    /// 商业企业.
    Business,
    /// 科研机构.
    Research,
    /// 社会公益组织.
    Welfare,
    /// 法律服务机构.
    Legal,
}

impl Who {
    /// All of them.
    pub(super) const ALL: [Self; 6] =
        [Self::Natural, Self::Organisation, Self::Business, Self::Research, Self::Welfare, Self::Legal];

    /// Part of a finding's place.
    #[must_use]
    pub(crate) fn id(self) -> &'static str {
        match self {
            Self::Natural => "natural",
            Self::Organisation => "organisation",
            Self::Business => "business",
            Self::Research => "research",
            Self::Welfare => "welfare",
            Self::Legal => "legal",
        }
    }

    #[must_use]
    pub(crate) fn name(self, lang: Lang) -> &'static str {
        match self {
            Self::Natural => lang.pick("自然人", "natural persons"),
            Self::Organisation => lang.pick("法人或其他组织", "organisations"),
            Self::Business => lang.pick("商业企业", "businesses"),
            Self::Research => lang.pick("科研机构", "research institutes"),
            Self::Welfare => lang.pick("社会公益组织", "welfare organisations"),
            Self::Legal => lang.pick("法律服务机构", "legal services"),
        }
    }

    /// The columns it may mean, likeliest first; each a sum.
    pub(super) fn columns(self) -> &'static [&'static [&'static str]] {
        const ALL: &[&str] = &["business", "research", "welfare", "legal", "other"];
        match self {
            Self::Natural => &[&["natural"]],
            Self::Organisation => &[ALL],
            Self::Business => &[&["business"], ALL],
            Self::Research => &[&["research"]],
            Self::Welfare => &[&["welfare"]],
            Self::Legal => &[&["legal"]],
        }
    }
}

/// What a word does to the numbers near it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(in crate::check) enum Mark {
    Skip,
    Filler,
    Part,
    Total,
    Each,
    None,
    All,
    Region,
    Own,
    Subset,
    Filed,
    Fresh,
    Concluded,
    Including,
    Cumulative,
    LastYear,
    Versus,
    Period,
    Condition,
    Up,
    Down,
    Rate,
    Share,
    Spoil,
    Info,
    Publish,
    Channel,
    Medium,
    Etc,
    About,
    /// 公民: with organisations behind it, all applicants.
    Citizens,
    /// 公文: what has an attribute, not a result.
    Document,
    /// 含部分公开.
    WithPartial,
    /// 正在.
    Ongoing,
    /// 其余.
    Rest,
    /// 县政府办公室.
    Office,
    /// Disputes about other matters.
    Kinds,
    /// 告知.
    Told,
    /// 公开 alone.
    Disclose,
    /// 依据: made public about decisions.
    Matter,
    /// 费用.
    Money,
    /// 其他: the rest of a list.
    Others,
    /// 占: a share that can be added to others, also marked as a share.
    Portion,
    /// 按期办结率: of those that were due, also marked as a share.
    Timely,
    /// 上半年, 截至6月底: a part of the year, also marked as a period.
    Span,
    /// 全年, 年末: the year again.
    Yearly,
    /// 类: of one kind.
    Sort,
    /// 两项合计: two numbers together.
    Both,
    /// 中, behind a number: parts of it follow.
    Among,
    /// 增至: before the number that another one became.
    Becomes,
    /// 年初: when the year began.
    Opening,
    /// 提前, 到期的: of some of them only.
    Few,
    /// 未计入表内, 不属于政府信息公开案件: the tables do not count it.
    Outside,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Word {
    pub(crate) topic: Option<Topic>,
    /// What happened: a name that the metrics know.
    pub(crate) act: Option<&'static str>,
    pub(crate) who: Option<Who>,
    pub(crate) mark: Option<Mark>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    topic: Option<Topic>,
    act: Option<String>,
    who: Option<Who>,
    mark: Option<Mark>,
    says: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    word: Vec<Entry>,
}

/// All words, by their first character.
pub(super) struct Lexicon {
    /// For each character of the basic plane: one more than the position in `groups`, or 0.
    first: Box<[u16]>,
    /// The words that begin so.
    groups: Vec<Group>,
    /// With which two characters a longer one may begin.
    pairs: Box<[u64]>,
}

/// What is left of a word, and what it means.
type Rest = (Box<[char]>, Word);

/// The words with one first character.
#[derive(Default)]
struct Group {
    /// The character alone.
    alone: Option<Word>,
    /// By second character: what comes after it, longest first.
    longer: Vec<(char, Vec<Rest>)>,
}

impl Group {
    fn add(&mut self, rest: &[char], word: Word) {
        let Some((second, rest)) = rest.split_first() else {
            self.alone = Some(word);
            return;
        };
        let place = match self.longer.binary_search_by_key(second, |(known, _)| *known) {
            Ok(place) => place,
            Err(place) => {
                self.longer.insert(place, (*second, Vec::new()));
                place
            }
        };
        if let Some((_, words)) = self.longer.get_mut(place) {
            words.push((rest.into(), word));
            words.sort_by_key(|(rest, _)| std::cmp::Reverse(rest.len()));
        }
    }

    /// The longest word, and how many characters it has after the first.
    fn at(&self, rest: &[char]) -> Option<(Word, usize)> {
        let longer = rest.split_first().and_then(|(second, rest)| {
            let place = self.longer.binary_search_by_key(second, |(known, _)| *known).ok()?;
            let (_, words) = self.longer.get(place)?;
            let begins = |word: &[char]| word.first().is_none_or(|third| rest.first() == Some(third));
            words
                .iter()
                .find(|(word, _)| begins(word) && rest.starts_with(word))
                .map(|(word, what)| (*what, word.len() + 1))
        });
        longer.or_else(|| self.alone.map(|word| (word, 0)))
    }
}

const TEXT: &str = include_str!("words.toml");
const BASIC_PLANE: usize = 0x1_0000;

// That the embedded file loads is proved by the test `the_words_load`.
static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| toml::from_str::<File>(TEXT).map(Lexicon::of).unwrap_or_default());

impl Default for Lexicon {
    fn default() -> Self {
        Self { first: vec![0; BASIC_PLANE].into(), groups: Vec::new(), pairs: vec![0; PAIRS / 64].into() }
    }
}

impl Lexicon {
    pub(crate) fn get() -> &'static Self {
        &LEXICON
    }

    fn of(file: File) -> Self {
        let mut lexicon = Self::default();
        let mut places: HashMap<char, usize> = HashMap::new();
        for entry in file.word {
            // Acts are names in an embedded file: they live as long as the program.
            let act = entry.act.map(|act| &*Box::leak(act.into_boxed_str()));
            let word = Word { topic: entry.topic, act, who: entry.who, mark: entry.mark };
            for text in entry.says {
                let mut chars = text.chars();
                let Some(first) = chars.next() else { continue };
                let place = *places.entry(first).or_insert_with(|| {
                    lexicon.groups.push(Group::default());
                    lexicon.groups.len() - 1
                });
                if let Some(second) = chars.clone().next() {
                    let (number, bit) = pair(first, second);
                    if let Some(word) = lexicon.pairs.get_mut(number) {
                        *word |= bit;
                    }
                }
                if let Some(group) = lexicon.groups.get_mut(place) {
                    group.add(&chars.collect::<Vec<char>>(), word);
                }
            }
        }
        for (first, place) in places {
            if let (Some(slot), Ok(number)) = (lexicon.first.get_mut(first as usize), u16::try_from(place + 1)) {
                *slot = number;
            }
        }
        lexicon
    }

    /// Does no word begin with this character, for certain?
    pub(crate) fn is_idle(&self, first: char) -> bool {
        self.first.get(first as usize).is_some_and(|group| *group == 0)
    }

    /// The longest word at the beginning of `chars`, and its length.
    pub(crate) fn at(&self, chars: &[char]) -> Option<(Word, usize)> {
        let (first, rest) = chars.split_first()?;
        let place = usize::from(*self.first.get(*first as usize)?).checked_sub(1)?;
        let group = self.groups.get(place)?;
        let begins = |second: &char| {
            let (number, bit) = pair(*first, *second);
            self.pairs.get(number).is_some_and(|word| word & bit != 0)
        };
        match rest.first().is_some_and(begins) {
            true => group.at(rest).map(|(word, length)| (word, length + 1)),
            false => group.alone.map(|word| (word, 1)),
        }
    }
}

/// Bits by which it is known with which two characters words begin.
const PAIRS: usize = 1 << 15;

fn pair(first: char, second: char) -> (usize, u64) {
    let slot = (u32::from(first) as usize).wrapping_mul(0x9E37_79B1).wrapping_add(u32::from(second) as usize) % PAIRS;
    (slot / 64, 1 << (slot % 64))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_load() {
        let file: File = toml::from_str(TEXT).unwrap();
        assert!(file.word.len() > 50);
    }

    #[test]
    fn no_word_stands_twice() {
        let file: File = toml::from_str(TEXT).unwrap();
        let mut all: Vec<String> = file.word.into_iter().flat_map(|entry| entry.says).collect();
        all.sort();
        let twice: Vec<&String> = all.windows(2).filter(|pair| pair[0] == pair[1]).map(|pair| &pair[0]).collect();
        assert_eq!(twice, Vec::<&String>::new());
    }

    #[test]
    fn the_longest_word_counts() {
        let at = |text: &str| Lexicon::get().at(&text.chars().collect::<Vec<char>>());
        assert_eq!(at("上年结转申请三件").map(|(word, length)| (word.act, length)), Some((Some("carried_in"), 6)));
        assert_eq!(at("不予公开").and_then(|(word, _)| word.act), Some("denied"));
        assert_eq!(at("星期"), None);
    }
}
