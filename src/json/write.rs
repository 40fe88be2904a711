//! The writer: objects, which is all that we send.

/// A JSON object that is being written. It may hold secrets, so it has no `Debug`.
#[derive(Default)]
pub struct Object(String);

impl Object {
    /// With a text.
    #[must_use]
    pub fn text(mut self, name: &str, text: &str) -> Self {
        self.name(name);
        self.quote(text);
        self
    }

    /// With a text, if there is one.
    #[must_use]
    pub fn text_if(self, name: &str, text: Option<&str>) -> Self {
        match text {
            Some(text) => self.text(name, text),
            None => self,
        }
    }

    /// With an object.
    #[must_use]
    pub fn object(mut self, name: &str, object: Self) -> Self {
        self.name(name);
        self.0.push_str(&object.json());
        self
    }

    /// With a value that is JSON already.
    #[must_use]
    pub fn raw(mut self, name: &str, json: &str) -> Self {
        self.name(name);
        self.0.push_str(json);
        self
    }

    /// It as JSON.
    #[must_use]
    pub fn json(self) -> String {
        ["{", &self.0, "}"].concat()
    }

    fn name(&mut self, name: &str) {
        if !self.0.is_empty() {
            self.0.push(',');
        }
        self.quote(name);
        self.0.push(':');
    }

    /// Only what must be is escaped (RFC 8259 §7); control characters by their number.
    fn quote(&mut self, text: &str) {
        self.0.push('"');
        for character in text.chars() {
            match character {
                '"' | '\\' => self.0.extend(['\\', character]),
                '\0'..' ' => {
                    let digit = |number: u32| char::from_digit(number, 16).unwrap_or('0');
                    let number = u32::from(character);
                    self.0.push_str("\\u00");
                    self.0.extend([digit(number / 16), digit(number % 16)]);
                }
                _ => self.0.push(character),
            }
        }
        self.0.push('"');
    }
}
