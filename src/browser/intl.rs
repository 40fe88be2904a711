//! The rules of languages, as the browser knows them (ECMA-402, `Intl`). None of their data enters the WASM.

use crate::domain::moment::{Seconds, Unit};
use crate::domain::timestamp::Timestamp;
use crate::i18n::pack::LanguageRules;
use js_sys::{Array, Function, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};

/// The rules of one language.
pub struct Intl {
    tag: String,
}

impl Intl {
    /// The rules of the language `tag` (BCP 47).
    #[must_use]
    pub fn of(tag: &str) -> Self {
        Self { tag: tag.to_owned() }
    }

    /// Makes an `Intl` object of the class `class` and calls its method `method` with `argument`. `None` if the browser
    /// does not know the class, the language or an option.
    fn call(&self, class: &str, options: &[(&str, &str)], method: &str, argument: &JsValue) -> Option<String> {
        let intl = Reflect::get(&js_sys::global(), &"Intl".into()).ok()?;
        let class: Function = Reflect::get(&intl, &class.into()).ok()?.dyn_into().ok()?;
        let settings = Object::new();
        for (name, value) in options {
            Reflect::set(&settings, &(*name).into(), &(*value).into()).ok()?;
        }
        let made = Reflect::construct(&class, &Array::of2(&self.tag.as_str().into(), &settings)).ok()?;
        let method: Function = Reflect::get(&made, &method.into()).ok()?.dyn_into().ok()?;
        method.call1(&made, argument).ok()?.as_string()
    }
}

impl LanguageRules for Intl {
    fn plural_category(&self, number: u32) -> String {
        self.call("PluralRules", &[], "select", &number.into()).unwrap_or_default()
    }

    fn number(&self, number: u32) -> String {
        self.call("NumberFormat", &[], "format", &number.into()).unwrap_or_else(|| number.to_string())
    }

    fn time(&self, time: Seconds) -> String {
        let (number, unit) = time.in_words();
        let unit = match unit {
            Unit::Second => "second",
            Unit::Minute => "minute",
            Unit::Hour => "hour",
        };
        let options = [("style", "unit"), ("unit", unit), ("unitDisplay", "long")];
        self.call("NumberFormat", &options, "format", &number.into()).unwrap_or_else(|| number.to_string())
    }

    fn date_time(&self, at: &Timestamp) -> String {
        let options = [("dateStyle", "long"), ("timeStyle", "short")];
        let date = js_sys::Date::new(&at.as_str().into());
        self.call("DateTimeFormat", &options, "format", &date).unwrap_or_else(|| at.as_str().to_owned())
    }

    fn language_name(&self, tag: &str) -> String {
        self.call("DisplayNames", &[("type", "language")], "of", &tag.into()).unwrap_or_else(|| tag.to_owned())
    }
}
