//! The screens of the desk, each with its state, what it does and its picture in a folder of its own.

pub(crate) mod agencies;
pub(crate) mod cell;
pub(crate) mod doubts;
pub(crate) mod findings;
pub(crate) mod notes;
pub(crate) mod opening;
pub(crate) mod show;
pub(crate) mod source;
pub(crate) mod table;
pub(crate) mod text;
pub(crate) mod versions;
pub(crate) mod walk;
pub(crate) mod years;

use show::Show;

use super::model::Screen;

pub(crate) fn of(screen: Screen) -> &'static dyn Show {
    match screen {
        Screen::Agencies => &agencies::AgenciesScreen,
        Screen::Findings => &findings::FindingsScreen,
        Screen::Table => &table::TableScreen,
        Screen::Cell => &cell::CellScreen,
        Screen::Text => &text::TextScreen,
        Screen::Notes => &notes::NotesScreen,
        Screen::Source => &source::SourceScreen,
        Screen::Doubts => &doubts::DoubtsScreen,
        Screen::Years => &years::YearsScreen,
        Screen::Versions => &versions::VersionsScreen,
    }
}
