//! What is found in reports: rules by rule, and how often it is right.

mod claims;
mod copies;
mod localise;
mod plausible;
mod precision;
mod rows;
mod sections;
mod similar;
