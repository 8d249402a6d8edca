use super::fixture::{raised, report};
