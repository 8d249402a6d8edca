//! The two languages have the same chapters with the same code.

use super::page::{Page, blocks, chapters, pages};

/// What must be alike: kinds of blocks in their order, and all of them but what the program says in its language.
fn code(page: &Page) -> Vec<(String, String)> {
    let in_words = |kind: &str| kind == "text";
    let kept = |kind: &str, text: String| if in_words(kind) { String::new() } else { text };
    blocks(&page.text).into_iter().map(|block| (block.kind.clone(), kept(&block.kind, block.text))).collect()
}

#[test]
fn both_languages_have_the_same_chapters_and_the_same_code() {
    let own = |book| chapters(book).into_iter().filter(|name| !name.starts_with("reference/")).collect::<Vec<_>>();
    assert_eq!(own("zh"), own("en"));
    for (chinese, english) in pages("zh").iter().zip(&pages("en")) {
        assert_eq!(code(chinese), code(english), "{}", chinese.name);
        let headings = |page: &Page| page.text.lines().filter(|line| line.starts_with("## ")).count();
        assert_eq!(headings(chinese), headings(english), "{}: headings", chinese.name);
    }
}
