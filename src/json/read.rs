//! The reader: one pass from the left to the right.

use super::{Json, Unreadable, Value};

/// How deep lists and objects may lie in each other. Nothing that we read comes near it; the stack must not run out.
const DEEPEST: u8 = 32;

/// The one value that `json` is.
pub(super) fn whole(json: &str) -> Result<Json<'_>, Unreadable> {
    let mut reader = Reader { json, at: 0 };
    let value = reader.value(0)?;
    reader.skip_space();
    if reader.next().is_none() { Ok(value) } else { Err(Unreadable) }
}

/// The count that a JSON number comes to, cut off and kept within 64 bits.
pub(super) fn count(number: &str) -> u64 {
    let (mantissa, exponent) = number.split_once(['e', 'E']).unwrap_or((number, "0"));
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    if whole.starts_with('-') {
        return 0;
    }
    let is_small = exponent.starts_with('-');
    let exponent = exponent.trim_start_matches(['+', '-']).parse::<usize>().unwrap_or(usize::MAX);
    let digits = [whole, fraction].concat();
    // Where the decimal point lies once the exponent has moved it.
    let length = if is_small { whole.len().saturating_sub(exponent) } else { whole.len().saturating_add(exponent) };
    let zeros = std::iter::repeat(b'0');
    // More than these cannot be counted, unless they are zeros in front.
    let counted = digits.bytes().chain(zeros).take(length.min(digits.len().saturating_add(20)));
    counted.fold(0, |count: u64, digit| count.saturating_mul(10).saturating_add(u64::from(digit - b'0')))
}

struct Reader<'a> {
    json: &'a str,
    at: usize,
}

impl<'a> Reader<'a> {
    fn next(&self) -> Option<u8> {
        self.json.as_bytes().get(self.at).copied()
    }

    fn since(&self, start: usize) -> Result<&'a str, Unreadable> {
        self.json.get(start..self.at).ok_or(Unreadable)
    }

    /// Steps over `wanted`, if it comes next.
    fn skip(&mut self, wanted: &[u8]) -> bool {
        let comes = self.next().is_some_and(|next| wanted.contains(&next));
        self.at += usize::from(comes);
        comes
    }

    fn skip_space(&mut self) {
        while self.skip(b" \t\n\r") {}
    }

    fn must(&mut self, wanted: u8) -> Result<(), Unreadable> {
        self.skip_space();
        if self.skip(&[wanted]) { Ok(()) } else { Err(Unreadable) }
    }

    fn value(&mut self, depth: u8) -> Result<Json<'a>, Unreadable> {
        self.skip_space();
        let start = self.at;
        let value = match self.next() {
            _ if depth > DEEPEST => return Err(Unreadable),
            Some(b'"') => Value::Text(self.text()?),
            Some(b'[') => self.list(depth)?,
            Some(b'{') => self.object(depth)?,
            Some(b'-' | b'0'..=b'9') => self.number()?,
            _ => {
                while self.skip(b"aeflnrstu") {}
                match self.since(start)? {
                    "null" => Value::Null,
                    "true" => Value::Flag(true),
                    "false" => Value::Flag(false),
                    _ => return Err(Unreadable),
                }
            }
        };
        Ok(Json { raw: self.since(start)?, value })
    }

    fn list(&mut self, depth: u8) -> Result<Value<'a>, Unreadable> {
        let mut list = vec![];
        self.must(b'[')?;
        self.skip_space();
        while !self.skip(b"]") {
            if !list.is_empty() {
                self.must(b',')?;
            }
            list.push(self.value(depth + 1)?);
            self.skip_space();
        }
        Ok(Value::List(list))
    }

    fn object(&mut self, depth: u8) -> Result<Value<'a>, Unreadable> {
        let mut fields: Vec<(String, Json)> = vec![];
        self.must(b'{')?;
        self.skip_space();
        while !self.skip(b"}") {
            if !fields.is_empty() {
                self.must(b',')?;
            }
            self.skip_space();
            let name = self.text()?;
            // What such an object means, its readers do not agree on (RFC 8259 §4).
            if fields.iter().any(|(known, _)| *known == name) {
                return Err(Unreadable);
            }
            self.must(b':')?;
            fields.push((name, self.value(depth + 1)?));
            self.skip_space();
        }
        Ok(Value::Object(fields))
    }

    fn number(&mut self) -> Result<Value<'a>, Unreadable> {
        self.skip(b"-");
        if !self.skip(b"0") {
            self.digits()?;
        }
        if self.skip(b".") {
            self.digits()?;
        }
        if self.skip(b"eE") {
            self.skip(b"+-");
            self.digits()?;
        }
        Ok(Value::Number)
    }

    fn digits(&mut self) -> Result<(), Unreadable> {
        let start = self.at;
        while self.skip(b"0123456789") {}
        if self.at > start { Ok(()) } else { Err(Unreadable) }
    }

    fn text(&mut self) -> Result<String, Unreadable> {
        let mut text = String::new();
        if !self.skip(b"\"") {
            return Err(Unreadable);
        }
        loop {
            let start = self.at;
            while self.next().is_some_and(|next| next >= b' ' && !matches!(next, b'"' | b'\\')) {
                self.at += 1;
            }
            text.push_str(self.since(start)?);
            if self.skip(b"\"") {
                return Ok(text);
            }
            // The end of everything, or a control character, which may not stand for itself.
            if !self.skip(b"\\") {
                return Err(Unreadable);
            }
            text.push(self.escaped()?);
        }
    }

    fn escaped(&mut self) -> Result<char, Unreadable> {
        let kind = self.next().ok_or(Unreadable)?;
        self.at += 1;
        Ok(match kind {
            b'"' | b'\\' | b'/' => char::from(kind),
            b'b' => '\u{8}',
            b'f' => '\u{c}',
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            b'u' => self.unicode()?,
            _ => return Err(Unreadable),
        })
    }

    /// A character by its number in UTF-16, which takes two of them for some.
    fn unicode(&mut self) -> Result<char, Unreadable> {
        let first = self.hexadecimal()?;
        let second = if (0xd800..0xdc00).contains(&first) && self.skip(b"\\") && self.skip(b"u") {
            Some(self.hexadecimal()?)
        } else {
            None
        };
        let mut decoded = char::decode_utf16([first].into_iter().chain(second));
        match (decoded.next(), decoded.next()) {
            (Some(Ok(character)), None) => Ok(character),
            _ => Err(Unreadable),
        }
    }

    fn hexadecimal(&mut self) -> Result<u16, Unreadable> {
        let start = self.at;
        while self.at - start < 4 && self.skip(b"0123456789abcdefABCDEF") {}
        let digits = self.since(start)?;
        if digits.len() == 4 { u16::from_str_radix(digits, 16).map_err(|_| Unreadable) } else { Err(Unreadable) }
    }
}
