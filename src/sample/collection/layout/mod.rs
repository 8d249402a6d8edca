//! Reports as the raw documents that offices send: the same numbers in five shapes of text.
//!
//! The shapes are those that real documents have once their text is taken out of PDF files, web pages and word
//! processors. Labels come from the form; only what the printed form says around its labels is written here.

mod lines;
mod printed;
mod tabbed;
mod wrapped;

use crate::form::FormSection;
use crate::report::Report;

use printed::Printed;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub(crate) enum TextShape {
    /// Text out of a PDF: lines cut at the width of the page, long labels cut over several lines.
    Wrapped {
        /// Where the numbers of a cut label stand.
        values: Beside,
    },
    /// A row per line with tabs between the cells, empty fields for merged cells, some labels one column too far left.
    Tabbed,
    /// As [`TextShape::Tabbed`], with headings marked by `#`.
    Headings,
    /// As [`TextShape::Headings`], with the page's header in the middle of the table and moved columns after it.
    PageBreak {
        /// Do the rows after the page break have one value too many, a 0?
        extra_value: bool,
    },
    /// A cell per line behind a tab, an empty one for a merged cell.
    Lines,
}

/// Where the numbers of a label stand that is cut over several lines.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub(crate) enum Beside {
    /// Below its last line.
    #[default]
    After,
    /// Below its first line.
    Between,
    /// Above its first line.
    Before,
}

impl TextShape {
    /// Every layout, in every variant.
    pub(crate) const ALL: [Self; 8] = [
        Self::Wrapped { values: Beside::After },
        Self::Wrapped { values: Beside::Between },
        Self::Wrapped { values: Beside::Before },
        Self::Tabbed,
        Self::Headings,
        Self::PageBreak { extra_value: false },
        Self::PageBreak { extra_value: true },
        Self::Lines,
    ];
}

/// The report as a document.
#[must_use]
pub(crate) fn render(report: &Report, layout: TextShape) -> String {
    let printed = Printed::new(report);
    match layout {
        TextShape::Wrapped { values } => wrapped::render(&printed, values),
        TextShape::Tabbed => tabbed::render(&printed, &tabbed::PLAIN),
        TextShape::Headings => tabbed::render(&printed, &tabbed::HEADINGS),
        TextShape::PageBreak { extra_value } => tabbed::render(&printed, &tabbed::page_break(extra_value)),
        TextShape::Lines => lines::render(&printed),
    }
}

/// The heading of a section as the report has it, or as the form has it.
fn heading(printed: &Printed<'_>, section: &FormSection) -> String {
    let own = printed.section(section.number).map(|own| own.heading.to_string());
    own.filter(|own| !own.is_empty()).unwrap_or_else(|| format!("{}、{}", section.numeral, section.label.zh))
}

#[cfg(test)]
mod tests;
