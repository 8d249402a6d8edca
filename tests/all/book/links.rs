//! Links and pictures lead to something, and within the book.

use std::fs;

use super::page::{BOOKS, chapters, folder, prose, targets, whole};

/// The ids of the headings of a page, as mdBook makes them.
fn ids(text: &str) -> Vec<String> {
    let headings = text.lines().filter(|line| line.starts_with('#'));
    headings
        .map(|line| {
            let title = line.trim_start_matches('#').trim().to_lowercase();
            title
                .chars()
                .filter(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_'))
                .collect::<String>()
                .replace(' ', "-")
        })
        .collect()
}

#[test]
fn links_and_pictures_lead_to_something_in_the_books() {
    let books = fs::canonicalize(folder("")).unwrap();
    let docs = fs::canonicalize(folder("..")).unwrap();
    let mut wrong = Vec::new();
    for (book, _) in BOOKS {
        for chapter in chapters(book) {
            let path = folder(book).join(&chapter);
            for (target, _) in targets(&whole(&path)) {
                let (file, id) = target.split_once('#').map_or((&*target, None), |(file, id)| (file, Some(id)));
                let to = if file.is_empty() { path.clone() } else { path.parent().unwrap().join(file) };
                let is_outside = !to.starts_with(folder("")) || file.contains("://");
                let lost = match fs::canonicalize(&to) {
                    Ok(real) => !(real.starts_with(&books) || real.starts_with(&docs)) || is_outside,
                    Err(_) => true,
                };
                if lost {
                    wrong.push(format!("{book}/{chapter}: {target}"));
                } else if let Some(id) = id
                    && to.extension().is_some_and(|ending| ending == "md")
                    && !ids(&whole(&to)).iter().any(|known| known == id)
                {
                    wrong.push(format!("{book}/{chapter}: {target}: no such heading"));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn every_page_is_in_the_summary_and_leads_to_the_other_language() {
    for ((book, _), (other, name)) in BOOKS.into_iter().zip([("en", "English"), ("zh", "中文")]) {
        let chapters = chapters(book);
        for entry in fs::read_dir(folder(book)).unwrap() {
            let file = entry.unwrap().file_name().into_string().unwrap();
            if file.ends_with(".md") && file != "SUMMARY.md" {
                assert!(chapters.contains(&file), "{book}/{file} is not in the summary");
                let text = fs::read_to_string(folder(book).join(&file)).unwrap();
                let first = prose(&text).lines().next().unwrap_or_default().to_owned();
                assert_eq!(first, format!("[{name}](../{other}/{file})"), "{book}/{file}");
            }
        }
    }
}
