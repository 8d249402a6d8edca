//! What goes over the pipes between the program and its helpers.
//!
//! The helper says [`GREETING`] once. Then, in turns, numbers little-endian:
//!
//! | request | bytes | | reply | bytes |
//! |---|---|---|---|---|
//! | kind: `r` report, `l` lines | 1 | | status: `k` done, `e` error, `p` panic | 1 |
//! | length of the name | 4 | | length of the payload | 4 |
//! | length of the document | 8 | | payload: a JSON array of the reports, the lines' JSON, [`Described`], nothing | … |
//! | name (UTF-8), document | … | | | |

use std::io::{self, Read, Write};

use serde::{Deserialize, Serialize};

use crate::report::MAX_BYTES;
use crate::words::{Describe, EN, Words, ZH};

/// What a helper says when it is ready: no other program is taken for one.
pub(super) const GREETING: &[u8] = b"gouji read-one 1\n";
/// Names are shorter than this.
const MAX_NAME: u32 = 1 << 16;
/// No payload is longer.
const MAX_PAYLOAD: u64 = MAX_BYTES;
/// Status and length.
const REPLY_HEAD: usize = 5;

/// What is wanted of a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::cli) enum Want {
    Report,
    Lines,
}

/// One document to be read.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Request {
    pub(crate) want: Want,
    pub(crate) name: String,
    pub(crate) bytes: Vec<u8>,
}

#[derive(Debug, PartialEq, Eq)]
pub(super) enum Reply {
    /// JSON: of the reports, or of the lines.
    Done(Vec<u8>),
    /// What is wrong with the document.
    Error(Described),
    /// Reading it ended in a panic.
    Panic,
}

/// An error in every language: the helper does not know which will be asked for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(in crate::cli) struct Described {
    zh: String,
    en: String,
}

impl Described {
    pub(crate) fn of(error: &dyn Describe) -> Self {
        Self { zh: error.describe(ZH), en: error.describe(EN) }
    }
}

impl Describe for Described {
    fn describe(&self, words: &Words) -> String {
        words.lang.pick(&self.zh, &self.en).to_owned()
    }
}

pub(super) fn request(want: Want, name: &str, bytes: &[u8]) -> Vec<u8> {
    let kind = match want {
        Want::Report => b'r',
        Want::Lines => b'l',
    };
    // File names are far shorter; should one not be, its beginning names the document as well.
    let name = name.as_bytes().get(..MAX_NAME as usize).unwrap_or(name.as_bytes());
    let mut frame = Vec::with_capacity(13 + name.len() + bytes.len());
    frame.push(kind);
    frame.extend_from_slice(&u32::try_from(name.len()).unwrap_or(0).to_le_bytes());
    frame.extend_from_slice(&(bytes.len() as u64).to_le_bytes());
    frame.extend_from_slice(name);
    frame.extend_from_slice(bytes);
    frame
}

/// The next request; `None` at the end of the input.
///
/// # Errors
/// If this is no request, or the input ends within it.
pub(super) fn read_request(input: &mut dyn Read) -> io::Result<Option<Request>> {
    let mut kind = [0];
    if input.read(&mut kind)? == 0 {
        return Ok(None);
    }
    let want = match &kind {
        b"r" => Want::Report,
        b"l" => Want::Lines,
        _ => return Err(io::ErrorKind::InvalidData.into()),
    };
    let (mut name, mut length) = ([0; 4], [0; 8]);
    input.read_exact(&mut name)?;
    input.read_exact(&mut length)?;
    let (name, length) = (u32::from_le_bytes(name), u64::from_le_bytes(length));
    if name > MAX_NAME || length > MAX_BYTES {
        return Err(io::ErrorKind::InvalidData.into());
    }
    let name = String::from_utf8_lossy(&read_exactly(input, name.into())?).into_owned();
    let bytes = read_exactly(input, length)?;
    Ok(Some(Request { want, name, bytes }))
}

fn read_exactly(input: &mut dyn Read, length: u64) -> io::Result<Vec<u8>> {
    let mut bytes = vec![0; usize::try_from(length).map_err(io::Error::other)?];
    input.read_exact(&mut bytes)?;
    Ok(bytes)
}

/// Writes a reply.
///
/// # Errors
/// If nobody listens any more.
pub(super) fn write_reply(out: &mut dyn Write, reply: &Reply) -> io::Result<()> {
    let (status, payload) = match reply {
        Reply::Done(json) if json.len() as u64 <= MAX_PAYLOAD => (b'k', json.clone()),
        Reply::Done(_) => (b'e', to_json(&Described::of(&crate::read::ReadError::TooLarge))),
        Reply::Error(told) => (b'e', to_json(told)),
        Reply::Panic => (b'p', Vec::new()),
    };
    out.write_all(&[status])?;
    out.write_all(&u32::try_from(payload.len()).unwrap_or(u32::MAX).to_le_bytes())?;
    out.write_all(&payload)?;
    out.flush()
}

fn to_json(told: &Described) -> Vec<u8> {
    // Two texts cannot fail to serialise.
    serde_json::to_vec(told).unwrap_or_default()
}

/// Puts a reply together from the pieces in which it comes.
#[derive(Default)]
pub(super) struct Incoming(Vec<u8>);

/// What the pieces are so far.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Progress {
    Incomplete,
    Complete,
    Nonsense,
}

impl Incoming {
    pub(crate) fn take(&mut self, bytes: &[u8]) -> Progress {
        self.0.extend_from_slice(bytes);
        match self.length() {
            Some(length) if length > MAX_PAYLOAD => Progress::Nonsense,
            Some(length) => match (self.0.len() as u64).cmp(&(length + REPLY_HEAD as u64)) {
                std::cmp::Ordering::Less => Progress::Incomplete,
                std::cmp::Ordering::Equal => Progress::Complete,
                std::cmp::Ordering::Greater => Progress::Nonsense,
            },
            None => Progress::Incomplete,
        }
    }

    fn length(&self) -> Option<u64> {
        let bytes = self.0.get(1..REPLY_HEAD)?.try_into().ok()?;
        Some(u32::from_le_bytes(bytes).into())
    }

    /// The reply, once complete; `None` if it is none.
    pub(crate) fn finish(mut self) -> Option<Reply> {
        let status = *self.0.first()?;
        match status {
            b'k' => {
                self.0.drain(..REPLY_HEAD.min(self.0.len()));
                Some(Reply::Done(self.0))
            }
            b'e' => Some(Reply::Error(serde_json::from_slice(self.0.get(REPLY_HEAD..)?).ok()?)),
            b'p' => Some(Reply::Panic),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::ReadError;

    #[test]
    fn a_request_arrives_as_it_was_sent() {
        let frame = [request(Want::Report, "a年.docx", b"PK\0"), request(Want::Lines, "", b"")].concat();
        let mut input = frame.as_slice();
        let first = read_request(&mut input).unwrap().unwrap();
        assert_eq!(first, Request { want: Want::Report, name: "a年.docx".to_owned(), bytes: b"PK\0".to_vec() });
        assert_eq!(read_request(&mut input).unwrap().unwrap().want, Want::Lines);
        assert_eq!(read_request(&mut input).unwrap(), None);
    }

    #[test]
    fn what_is_no_request_is_an_error_and_allocates_nothing() {
        for bytes in
            [&b"x"[..], b"r\x01", b"r\xff\xff\xff\xff\0\0\0\0\0\0\0\0", b"r\0\0\0\0\xff\xff\xff\xff\xff\xff\xff\xff"]
        {
            let mut input = bytes;
            assert!(read_request(&mut input).is_err(), "{bytes:?}");
        }
    }

    fn send(reply: &Reply, piece: usize) -> Option<Reply> {
        let mut bytes = Vec::new();
        write_reply(&mut bytes, reply).unwrap();
        let mut incoming = Incoming::default();
        let mut last = Progress::Incomplete;
        for piece in bytes.chunks(piece) {
            assert_eq!(last, Progress::Incomplete);
            last = incoming.take(piece);
        }
        assert_eq!(last, Progress::Complete);
        incoming.finish()
    }

    #[test]
    fn a_reply_arrives_in_pieces_and_an_error_in_every_language() {
        let told = Described::of(&ReadError::NotText);
        for reply in [Reply::Done(b"{}".to_vec()), Reply::Done(Vec::new()), Reply::Error(told.clone()), Reply::Panic] {
            for piece in [1, 3, 100] {
                assert_eq!(send(&reply, piece).as_ref(), Some(&reply));
            }
        }
        assert_eq!(told.describe(ZH), ReadError::NotText.describe(ZH));
        assert_eq!(told.describe(EN), ReadError::NotText.describe(EN));
    }

    #[test]
    fn a_reply_that_is_none_is_refused() {
        let mut too_long = Incoming::default();
        assert_eq!(too_long.take(b"k\xff\xff\xff\xff"), Progress::Nonsense);
        let mut more_than_said = Incoming::default();
        assert_eq!(more_than_said.take(b"k\x01\0\0\0ab"), Progress::Nonsense);
        for bytes in [&b"z\0\0\0\0"[..], b"e\x01\0\0\0{"] {
            let mut incoming = Incoming::default();
            assert_eq!(incoming.take(bytes), Progress::Complete);
            assert_eq!(incoming.finish(), None);
        }
    }
}
