//! Command line to exit code, nothing else.

use std::process::ExitCode;

fn main() -> ExitCode {
    gouji::cli::main()
}
