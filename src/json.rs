//! JSON (RFC 8259), read and written.
//!
//! In the app this takes the place of `serde_json`, which would be 17 to 22 kB of what a visitor waits for
//! (docs/performance.md); the tests hold it to `serde_json`'s reading, text by text.

mod read;
mod write;

pub use write::Object;

/// A JSON value, as it came and as it is understood.
#[derive(Debug)]
pub struct Json<'a> {
    raw: &'a str,
    value: Value<'a>,
}

#[derive(Debug)]
enum Value<'a> {
    Null,
    Flag(bool),
    Number,
    Text(String),
    List(Vec<Json<'a>>),
    Object(Vec<(String, Json<'a>)>),
}

/// It is no JSON, or a value is of another kind than it must be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unreadable;

impl<'a> Json<'a> {
    /// Reads a whole text.
    ///
    /// # Errors
    /// [`Unreadable`] if it is no JSON, has two fields of one name, or is nested absurdly deep.
    pub fn read(json: &'a [u8]) -> Result<Self, Unreadable> {
        read::whole(std::str::from_utf8(json).map_err(|_| Unreadable)?)
    }

    /// It as it came.
    #[must_use]
    pub fn raw(&self) -> &'a str {
        self.raw
    }

    /// The field with this name; `None` if it is missing or null.
    ///
    /// # Errors
    /// [`Unreadable`] if this is no object.
    pub fn get(&self, name: &str) -> Result<Option<&Self>, Unreadable> {
        let Value::Object(fields) = &self.value else { return Err(Unreadable) };
        let field = fields.iter().find(|(known, _)| known == name);
        Ok(field.map(|(_, json)| json).filter(|json| !matches!(json.value, Value::Null)))
    }

    /// It as a text.
    ///
    /// # Errors
    /// [`Unreadable`] if it is none.
    pub fn text(&self) -> Result<&str, Unreadable> {
        if let Value::Text(text) = &self.value { Ok(text) } else { Err(Unreadable) }
    }

    /// It as a list.
    ///
    /// # Errors
    /// [`Unreadable`] if it is none.
    pub fn list(&self) -> Result<&[Self], Unreadable> {
        if let Value::List(list) = &self.value { Ok(list) } else { Err(Unreadable) }
    }

    /// It as a whole number that is not negative.
    ///
    /// # Errors
    /// [`Unreadable`] if it is none, or too large for 64 bits.
    pub fn whole(&self) -> Result<u64, Unreadable> {
        if matches!(self.value, Value::Number) { self.raw.parse().map_err(|_| Unreadable) } else { Err(Unreadable) }
    }

    /// It as a list of texts.
    ///
    /// # Errors
    /// [`Unreadable`] if it is none.
    pub fn texts(&self) -> Result<Vec<String>, Unreadable> {
        self.list()?.iter().map(|json| json.text().map(str::to_owned)).collect()
    }

    /// The field with this name as a text.
    ///
    /// # Errors
    /// [`Unreadable`] if it is there and none, or this is no object.
    pub fn text_at(&self, name: &str) -> Result<Option<&str>, Unreadable> {
        self.get(name)?.map(Self::text).transpose()
    }

    /// The field with this name as true or false.
    ///
    /// # Errors
    /// [`Unreadable`] if it is there and neither, or this is no object.
    pub fn flag_at(&self, name: &str) -> Result<Option<bool>, Unreadable> {
        match self.get(name)? {
            None => Ok(None),
            Some(Self { value: Value::Flag(flag), .. }) => Ok(Some(*flag)),
            Some(_) => Err(Unreadable),
        }
    }

    /// The field with this name as a count: any number, brought within reason, so that an absurd one does not make the rest
    /// of an answer unreadable. A fraction is cut off, a negative number counts as 0.
    ///
    /// # Errors
    /// [`Unreadable`] if it is there and no number, or this is no object.
    pub fn count_at(&self, name: &str) -> Result<Option<u64>, Unreadable> {
        match self.get(name)? {
            None => Ok(None),
            Some(Self { value: Value::Number, raw }) => Ok(Some(read::count(raw))),
            Some(_) => Err(Unreadable),
        }
    }

    /// The field with this name as a list; an empty one if it is not there.
    ///
    /// # Errors
    /// [`Unreadable`] if it is there and none, or this is no object.
    pub fn list_at(&self, name: &str) -> Result<&[Self], Unreadable> {
        self.get(name)?.map_or(Ok(&[]), Self::list)
    }
}

#[cfg(test)]
mod tests;
