//! Copying on a machine without a screen: the terminal's own clipboard, tmux, a file; and saying which.

use std::env;
use std::io::{self, Write};
use std::path::PathBuf;
use std::process::{Command, Stdio};

/// The longest OSC 52 payload that terminals take, in base64 bytes.
const LIMIT: usize = 74_994;

/// Where a text went.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Copied {
    /// To the terminal (OSC 52). Whether it took it, no terminal says.
    Terminal,
    /// To the terminal and to the tmux buffer.
    TerminalAndTmux,
    /// To the tmux buffer only: too long for the terminal.
    Tmux,
    File(PathBuf),
}

/// Copies a text. `out` is the terminal, `save` takes what no clipboard takes, and says where it is.
///
/// # Errors
/// If neither took it.
pub(crate) fn copy(
    text: &str,
    out: &mut impl Write,
    save: impl FnOnce(&str) -> io::Result<PathBuf>,
) -> io::Result<Copied> {
    copy_where(text, out, save, env::var_os("TMUX").is_some_and(|tmux| !tmux.is_empty()))
}

fn copy_where(
    text: &str,
    out: &mut impl Write,
    save: impl FnOnce(&str) -> io::Result<PathBuf>,
    inside_tmux: bool,
) -> io::Result<Copied> {
    let tmux = inside_tmux && load_tmux(text).is_ok();
    let encoded = base64(text.as_bytes());
    if encoded.len() <= LIMIT {
        out.write_all(format!("\x1b]52;c;{encoded}\x07").as_bytes())?;
        out.flush()?;
        return Ok(if tmux { Copied::TerminalAndTmux } else { Copied::Terminal });
    }
    if tmux {
        return Ok(Copied::Tmux);
    }
    save(text).map(Copied::File)
}

/// The program's own words must not reach the screen.
fn load_tmux(text: &str) -> io::Result<()> {
    let mut command = Command::new("tmux");
    command.args(["load-buffer", "-"]).stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::null());
    let mut tmux = command.spawn()?;
    let fed = tmux.stdin.take().map_or(Ok(()), |mut stdin| stdin.write_all(text.as_bytes()));
    let status = tmux.wait()?;
    fed?;
    if status.success() { Ok(()) } else { Err(io::Error::other("tmux load-buffer")) }
}

fn base64(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut out = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for chunk in bytes.chunks(3) {
        let bits = (0..3).fold(0u32, |bits, i| bits << 8 | u32::from(chunk.get(i).copied().unwrap_or(0)));
        for digit in 0..4 {
            let value = usize::try_from(bits >> (18 - 6 * digit) & 63).unwrap_or(0);
            let sign = DIGITS.get(value).map_or('=', |sign| char::from(*sign));
            out.push(if digit <= chunk.len() { sign } else { '=' });
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn encodes() {
        for (plain, coded) in [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("勾稽", "5Yu+56i9")] {
            assert_eq!(base64(plain.as_bytes()), coded);
        }
    }

    #[test]
    fn short_texts_go_to_the_terminal_and_long_ones_to_a_file() {
        let mut saved = String::new();
        let mut out = Vec::new();
        assert_eq!(copy_where("foo", &mut out, |_| unreachable!(), false).unwrap(), Copied::Terminal);
        assert_eq!(out, b"\x1b]52;c;Zm9v\x07");
        let long = "稽".repeat(LIMIT);
        let save = |text: &str| {
            text.clone_into(&mut saved);
            Ok(PathBuf::from("f"))
        };
        assert_eq!(copy_where(&long, &mut Vec::new(), save, false).unwrap(), Copied::File("f".into()));
        assert_eq!(saved, long);
    }
}
