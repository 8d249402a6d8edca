//! What the rules look for, one folder or file for each group of the catalogue.
//!
//! | here | groups |
//! |---|---|
//! | `arithmetic`, `faults` | T2, T3, T4: the relations of the tables, and single cells |
//! | `plausible` | T2, T3, T4: numbers that can hardly be |
//! | `identity` | DOC: who reports on which year, in which form |
//! | `sections` | SEC: what each section must speak of |
//! | `narrative` | N: numbers of the text against the tables and each other |
//! | `fees` | FEE: the 信息处理费 |
//! | `text` | TXT, SIM-03: careless and copied words |
//! | `similar` | SIM, Y-10: copied passages |
//! | `years` | Y: the year before |
//! | `region` | R, DOC-09, DOC-10: several agencies; `stated` what their texts say to each other, `written` the same as data |
//! | `reading` | EXT: our own reading |
//! | `given` | what is known from elsewhere: ledgers, dates, a frozen roll-up, what was published |
//! | `own` | the rules of an office's own |

pub(in crate::check) mod arithmetic;
pub(in crate::check) mod faults;
pub(in crate::check) mod fees;
pub(in crate::check) mod given;
pub(in crate::check) mod identity;
pub(in crate::check) mod narrative;
pub(in crate::check) mod own;
pub(in crate::check) mod plausible;
pub(in crate::check) mod reading;
pub mod region;
pub(in crate::check) mod sections;
pub mod similar;
pub(in crate::check) mod stated;
pub(in crate::check) mod text;
pub(in crate::check) mod written;
pub(in crate::check) mod years;
