//! The bytes of rich text as braces, control words and characters.

/// A control word's name is no longer.
const MAX_NAME: usize = 32;

/// One piece of rich text.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Token<'a> {
    Open,
    Close,
    /// `\par`, `\b0`: a name and the number behind it.
    Word(&'a str, Option<i32>),
    /// `\~`, `\*`: a sign.
    Sign(u8),
    /// `\'b5`, or a character as it stands.
    Byte(u8),
}

/// The pieces, one after the other.
pub(super) struct Tokens<'a> {
    bytes: &'a [u8],
}

impl<'a> Tokens<'a> {
    pub(crate) fn new(bytes: &'a [u8]) -> Self {
        Self { bytes }
    }

    /// Passes over bytes that are no rich text: those of a picture.
    pub(crate) fn pass(&mut self, count: usize) {
        self.bytes = self.bytes.get(count..).unwrap_or_default();
    }

    fn word(&mut self, first: u8) -> Token<'a> {
        if first == b'\'' {
            let code = self.bytes.get(1..3).and_then(|code| std::str::from_utf8(code).ok());
            self.pass(3);
            return Token::Byte(code.and_then(|code| u8::from_str_radix(code, 16).ok()).unwrap_or(b'?'));
        }
        if !first.is_ascii_alphabetic() {
            self.pass(1);
            return Token::Sign(first);
        }
        let length = self.bytes.iter().take(MAX_NAME).take_while(|byte| byte.is_ascii_alphabetic()).count();
        let (name, rest) = self.bytes.split_at_checked(length).unwrap_or((self.bytes, &[]));
        let sign = usize::from(rest.first() == Some(&b'-'));
        let digits = rest.iter().skip(sign).take(10).take_while(|byte| byte.is_ascii_digit()).count();
        let end = if digits > 0 { sign + digits } else { 0 };
        let number =
            rest.get(..end).and_then(|number| std::str::from_utf8(number).ok()).and_then(|number| number.parse().ok());
        // A space behind a control word is part of it.
        self.bytes = rest.get(end..).unwrap_or_default();
        self.bytes = self.bytes.strip_prefix(b" ").unwrap_or(self.bytes);
        Token::Word(std::str::from_utf8(name).unwrap_or_default(), number)
    }
}

impl<'a> Iterator for Tokens<'a> {
    type Item = Token<'a>;

    fn next(&mut self) -> Option<Token<'a>> {
        loop {
            let (&byte, rest) = self.bytes.split_first()?;
            self.bytes = rest;
            return Some(match byte {
                b'{' => Token::Open,
                b'}' => Token::Close,
                b'\r' | b'\n' | 0 => continue,
                b'\\' => match rest.first() {
                    Some(&first) => self.word(first),
                    None => return None,
                },
                byte => Token::Byte(byte),
            });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_signs_and_bytes() {
        let tokens: Vec<Token<'_>> = Tokens::new(b"{\\b0 a\\'b5\\~\\u-123?\r\n\\par}\\").collect();
        let expected = [
            Token::Open,
            Token::Word("b", Some(0)),
            Token::Byte(b'a'),
            Token::Byte(0xB5),
            Token::Sign(b'~'),
            Token::Word("u", Some(-123)),
            Token::Byte(b'?'),
            Token::Word("par", None),
            Token::Close,
        ];
        assert_eq!(tokens, expected);
        assert_eq!(Tokens::new(b"\\'").collect::<Vec<_>>(), [Token::Byte(b'?')]);
        assert_eq!(Tokens::new(b"\\a99999999999").next(), Some(Token::Word("a", None)));
    }
}
