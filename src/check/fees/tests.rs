use crate::check::narrative::fixture::{raised, report};
