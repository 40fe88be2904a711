//! The rules of languages on the machine that builds the site (Unicode CLDR), where there is no browser to ask.

use std::sync::OnceLock;

use anyhow::{Context, bail};
use icu_decimal::DecimalFormatter;
use icu_decimal::input::Decimal;
use icu_locale_core::Locale;
use icu_plurals::{PluralCategory, PluralRules};
use partner_recovery::domain::moment::Seconds;
use partner_recovery::domain::timestamp::Timestamp;
use partner_recovery::i18n::pack::LanguageRules;

/// The rules of one language. Whatever a page needs beyond them is noted, so that no page is written wrong in silence.
pub(crate) struct Rules {
    plurals: PluralRules,
    numbers: DecimalFormatter,
    missing: OnceLock<&'static str>,
}

impl Rules {
    /// The rules of the language `tag` (BCP 47).
    ///
    /// # Errors
    /// When CLDR does not know the language.
    pub(crate) fn of(tag: &str) -> anyhow::Result<Self> {
        let locale: Locale = tag.parse().with_context(|| format!("{tag} is no language tag"))?;
        Ok(Self {
            plurals: PluralRules::try_new((&locale).into(), Default::default())?,
            numbers: DecimalFormatter::try_new((&locale).into(), Default::default())?,
            missing: OnceLock::new(),
        })
    }

    /// # Errors
    /// When a page needed something else than plurals and numbers.
    pub(crate) fn check(&self) -> anyhow::Result<()> {
        match self.missing.get() {
            Some(what) => bail!("a page that is written when the site is built says {what}, which only browsers can"),
            None => Ok(()),
        }
    }

    fn miss(&self, what: &'static str) -> String {
        let _ = self.missing.set(what);
        String::new()
    }
}

impl LanguageRules for Rules {
    fn plural_category(&self, number: u32) -> String {
        match self.plurals.category_for(number) {
            PluralCategory::Zero => "zero",
            PluralCategory::One => "one",
            PluralCategory::Two => "two",
            PluralCategory::Few => "few",
            PluralCategory::Many => "many",
            PluralCategory::Other => "other",
        }
        .to_owned()
    }

    fn number(&self, number: u32) -> String {
        self.numbers.format(&Decimal::from(number)).to_string()
    }

    fn time(&self, _: Seconds) -> String {
        self.miss("a length of time")
    }

    fn date_time(&self, _: &Timestamp) -> String {
        self.miss("a date")
    }

    fn language_name(&self, _: &str) -> String {
        self.miss("the name of a language")
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn numbers_and_plurals_are_those_of_the_language() {
        let english = Rules::of("en").unwrap();
        assert_eq!((english.plural_category(1).as_str(), english.number(1234).as_str()), ("one", "1,234"));
        let japanese = Rules::of("ja").unwrap();
        assert_eq!((japanese.plural_category(1).as_str(), japanese.number(5).as_str()), ("other", "5"));
        assert_eq!(Rules::of("ar-EG").unwrap().number(5), "٥");
        assert!(english.check().is_ok());
        english.time(Seconds::ZERO);
        assert!(english.check().is_err());
    }
}
