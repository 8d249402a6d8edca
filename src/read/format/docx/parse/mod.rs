//! From the steps through `document.xml` to a story.

mod table;

use crate::read::document::error::ReadError;
use crate::read::document::{Line, MAX_LINES};
use crate::read::format::shared::looks::{self, Look};
use crate::read::format::shared::numbering::Numbering;
use crate::read::format::shared::story::{Paragraph, StoryPart, join};
use crate::read::format::shared::xml::attribute;

use super::styles::{Properties as RunProperties, Styles, Under, is_shaded};
use super::xml::{Name, Step, Steps, number};

/// The lines of a workbook within a document, by the name of its relation; `None` if it cannot be read.
pub(super) type Objects<'o> = &'o mut dyn FnMut(&str) -> Option<Vec<Line>>;

/// The story of a document.
///
/// # Errors
/// If the XML is broken, or larger than any report.
pub(super) fn story(
    steps: Steps<'_>,
    numbering: Numbering,
    styles: &Styles,
    objects: Objects<'_>,
) -> Result<Vec<StoryPart>, ReadError> {
    let under = Under::default();
    let mut parser = Parser { steps, numbering, styles, under, objects, breaks: 0, paragraphs: 0, cells: 0 };
    let story = parser.story(None)?;
    let has_pages = parser.breaks > 0;
    Ok(if has_pages { story } else { without_pages(story) })
}

/// Only Word writes down where its pages ended. Without that everything would be on page 1.
fn without_pages(mut story: Vec<StoryPart>) -> Vec<StoryPart> {
    for part in &mut story {
        match part {
            StoryPart::Paragraph(paragraph) => paragraph.page = None,
            StoryPart::Picture(page) => *page = None,
            StoryPart::Lines(_) => {}
            StoryPart::Table(table) => {
                for cell in table.rows.iter_mut().flatten() {
                    cell.parts = without_pages(std::mem::take(&mut cell.parts));
                }
            }
        }
    }
    story
}

struct Parser<'x, 's> {
    steps: Steps<'x>,
    numbering: Numbering,
    styles: &'s Styles,
    /// What the styles of the table and paragraph at hand say.
    under: Under,
    objects: Objects<'s>,
    /// Page breaks so far.
    breaks: u32,
    paragraphs: usize,
    cells: usize,
}

/// What of a paragraph's properties matters here.
#[derive(Default)]
struct Properties {
    style: Option<String>,
    number: Option<i64>,
    level: Option<i64>,
    /// The mark at its end is deleted: the next paragraph goes on here.
    goes_on: bool,
    is_shaded: bool,
}

/// A paragraph on the way.
#[derive(Default)]
struct Draft {
    text: String,
    /// The page of its first character.
    page: Option<u32>,
    /// The stories of the text boxes in it, and other things that stand in it and are no text.
    boxes: Vec<StoryPart>,
}

impl Parser<'_, '_> {
    /// Everything up to the end of the element that holds it.
    fn story(&mut self, holder: Option<Name>) -> Result<Vec<StoryPart>, ReadError> {
        let mut parts = Vec::new();
        let mut goes_on = false;
        loop {
            match self.steps.next()? {
                Step::Open(Name::Paragraph, _) => goes_on = self.paragraph(&mut parts, goes_on)?,
                Step::Open(Name::Table, _) => parts.push(StoryPart::Table(self.table()?)),
                Step::Open(Name::Deleted, _) => self.steps.skip()?,
                Step::Close(name) if Some(name) == holder => return Ok(parts),
                Step::End => return Ok(parts),
                _ => {}
            }
        }
    }

    /// Adds a paragraph and the text boxes in it; tells whether the next paragraph goes on with it.
    fn paragraph(&mut self, parts: &mut Vec<StoryPart>, goes_on: bool) -> Result<bool, ReadError> {
        self.paragraphs += 1;
        if self.paragraphs > MAX_LINES {
            return Err(ReadError::TooLarge);
        }
        let mut draft = Draft::default();
        let mut properties = Properties::default();
        let above = self.under;
        self.under.paragraph = self.styles.of_paragraph(None);
        loop {
            match self.steps.next()? {
                Step::Open(Name::ParagraphProperties, _) => {
                    properties = self.properties()?;
                    self.under.paragraph = self.styles.of_paragraph(properties.style.as_deref());
                    self.under.shaded |= properties.is_shaded;
                }
                Step::Open(Name::Run, _) => self.run(&mut draft)?,
                Step::Open(Name::Formula, _) => self.formula(&mut draft)?,
                Step::Open(Name::TextBox, _) => draft.boxes.extend(self.boxed()?),
                Step::Open(Name::Deleted, _) => self.steps.skip()?,
                Step::Close(Name::Paragraph) | Step::End => break,
                _ => {}
            }
        }
        self.under = above;
        let page = draft.page;
        let mut text = self.label(&properties).filter(|_| !looks::is_blank(&draft.text)).unwrap_or_default();
        join(&mut text, &draft.text);
        match parts.last_mut() {
            Some(StoryPart::Paragraph(last)) if goes_on => last.text.push_str(&draft.text),
            _ => parts.push(StoryPart::Paragraph(Paragraph { text, page })),
        }
        // A text box that hangs on a paragraph would part it from what goes on.
        parts.append(&mut draft.boxes);
        Ok(properties.goes_on)
    }

    fn label(&mut self, properties: &Properties) -> Option<String> {
        self.numbering.label(properties.number, properties.level, properties.style.as_deref())
    }

    fn properties(&mut self) -> Result<Properties, ReadError> {
        let mut found = Properties::default();
        let mut in_mark = false;
        loop {
            match self.steps.next()? {
                Step::Open(Name::Style, start) => found.style = attribute(&start, "val"),
                Step::Open(Name::NumberId, start) => found.number = number(&start),
                Step::Open(Name::Level, start) => found.level = number(&start),
                Step::Open(Name::Shading, start) if !in_mark => found.is_shaded = is_shaded(&start),
                Step::Open(Name::RunProperties, _) => in_mark = true,
                Step::Close(Name::RunProperties) => in_mark = false,
                Step::Open(Name::Deleted, _) => found.goes_on |= in_mark,
                Step::Close(Name::ParagraphProperties) | Step::End => return Ok(found),
                _ => {}
            }
        }
    }

    /// What stands in a text box: its paragraphs are under styles of their own.
    fn boxed(&mut self) -> Result<Vec<StoryPart>, ReadError> {
        let above = std::mem::take(&mut self.under);
        let story = self.story(Some(Name::TextBox));
        self.under = above;
        story
    }

    fn run(&mut self, draft: &mut Draft) -> Result<(), ReadError> {
        // How it looks; nothing of it is read if it is hidden.
        let mut look = self.styles.look(RunProperties::default(), None, &self.under);
        loop {
            match self.steps.next()? {
                Step::Open(Name::RunProperties, _) => look = self.look()?,
                Step::Open(Name::Text, _) => {
                    let text = self.text(Name::Text)?;
                    if let Some(look) = look.filter(|_| !text.is_empty()) {
                        draft.page.get_or_insert(self.breaks + 1);
                        looks::push(&mut draft.text, look, &text);
                    }
                }
                Step::Open(Name::Tab, _) => draft.text.push('\t'),
                Step::Open(Name::Break | Name::CarriageReturn, _) => draft.text.push('\n'),
                Step::Open(Name::Hyphen, _) => draft.text.push('-'),
                Step::Open(Name::PageBreak, _) => self.breaks = self.breaks.saturating_add(1),
                Step::Open(Name::TextBox, _) => draft.boxes.extend(self.boxed()?),
                Step::Open(Name::Object, _) => self.object(draft)?,
                Step::Open(Name::Picture, _) if look.is_some() => {
                    draft.boxes.push(StoryPart::Picture(Some(self.breaks + 1)));
                }
                Step::Open(Name::Formula, _) => self.formula(draft)?,
                // The base of a ruby has runs of its own.
                Step::Open(Name::Run, _) => self.run(draft)?,
                Step::Open(Name::Deleted, _) => self.steps.skip()?,
                Step::Close(Name::Run) | Step::End => return Ok(()),
                _ => {}
            }
        }
    }

    /// How a run looks by its properties and styles; `None` if it is hidden.
    fn look(&mut self) -> Result<Option<Look>, ReadError> {
        let (mut own, mut style) = (RunProperties::default(), None);
        loop {
            match self.steps.next()? {
                Step::Open(Name::RunStyle, start) => style = attribute(&start, "val"),
                Step::Open(name, start) => own.apply(name, &start),
                Step::Close(Name::RunProperties) | Step::End => {
                    return Ok(self.styles.look(own, style.as_deref(), &self.under));
                }
                _ => {}
            }
        }
    }

    /// A workbook within the document is the table it stands for; of any other object there is only a picture.
    fn object(&mut self, draft: &mut Draft) -> Result<(), ReadError> {
        let mut found = None;
        let mut shown = Vec::new();
        loop {
            match self.steps.next()? {
                Step::Open(Name::TextBox, _) => shown.extend(self.boxed()?),
                Step::Open(Name::ObjectLink, start) => {
                    let is_book = attribute(&start, "ProgID").is_some_and(|kind| is_workbook(&kind));
                    let link = attribute(&start, "id").filter(|_| is_book);
                    found = link.and_then(|link| (self.objects)(&link));
                }
                Step::Open(Name::Picture, _) => shown.push(StoryPart::Picture(Some(self.breaks + 1))),
                Step::Close(Name::Object) | Step::End => break,
                _ => {}
            }
        }
        match found {
            Some(lines) => draft.boxes.push(StoryPart::Lines(lines)),
            None => draft.boxes.append(&mut shown),
        }
        Ok(())
    }

    /// What a formula says, in one line: a number that was typed as one, most often.
    fn formula(&mut self, draft: &mut Draft) -> Result<(), ReadError> {
        let mut look = self.styles.look(RunProperties::default(), None, &self.under);
        let (mut depth, mut scripts) = (1_usize, 0_usize);
        loop {
            match self.steps.next()? {
                Step::Open(Name::Formula, _) => depth += 1,
                Step::Open(Name::Script, _) => scripts += 1,
                Step::Close(Name::Script) => scripts = scripts.saturating_sub(1),
                Step::Open(Name::Denominator, _) => draft.text.push('/'),
                Step::Open(Name::RunProperties, _) => look = self.look()?,
                Step::Open(Name::Deleted, _) => self.steps.skip()?,
                Step::Open(name @ (Name::FormulaText | Name::Text), _) => {
                    let text = self.text(name)?;
                    if let Some(look) = look {
                        draft.page.get_or_insert(self.breaks + 1);
                        looks::push(&mut draft.text, if scripts > 0 { Look::Raised } else { look }, &text);
                    }
                }
                Step::Close(Name::Run) => look = self.styles.look(RunProperties::default(), None, &self.under),
                Step::Close(Name::Formula) => {
                    depth -= 1;
                    if depth == 0 {
                        return Ok(());
                    }
                }
                Step::End => return Ok(()),
                _ => {}
            }
        }
    }

    fn text(&mut self, holder: Name) -> Result<String, ReadError> {
        let mut text = String::new();
        loop {
            match self.steps.next()? {
                Step::Text(piece) => text.push_str(&piece.replace(['\n', '\r', '\t'], " ")),
                Step::Close(name) if name == holder => return Ok(text),
                Step::End => return Ok(text),
                _ => {}
            }
        }
    }
}

/// The programs whose objects are workbooks.
fn is_workbook(program: &str) -> bool {
    let program = program.to_ascii_lowercase();
    ["excel.", "et.", "ket.", "wps.et"].iter().any(|start| program.starts_with(start))
}
