//! What the app says, for comparison with what is seen: the catalogues with the rules that the browser has by itself.

use partner_recovery::domain::moment::{Seconds, Unit};
use partner_recovery::domain::timestamp::Timestamp;
use partner_recovery::i18n::Message;
use partner_recovery::i18n::pack::{LanguageRules, Pack};
use partner_recovery::i18n::packs::PACKS;

/// A language that the tests know the rules of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Language {
    English,
    Japanese,
}

impl Language {
    pub const ALL: [Self; 2] = [Self::English, Self::Japanese];

    /// The tag (BCP 47), which is also the first part of the paths.
    pub const fn tag(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::Japanese => "ja",
        }
    }

    /// The language to switch to.
    pub const fn other(self) -> Self {
        match self {
            Self::English => Self::Japanese,
            Self::Japanese => Self::English,
        }
    }

    /// What `message` says.
    pub fn say(self, message: &Message) -> String {
        let pack = PACKS.iter().find(|pack| pack.tag == self.tag()).expect("there is a catalogue");
        Pack::of(pack.texts.iter().map(|&text| text.to_owned()).collect()).say(message, &self)
    }
}

impl LanguageRules for Language {
    fn plural_category(&self, number: u32) -> String {
        match (self, number) {
            (Self::English, 1) => "one",
            _ => "other",
        }
        .to_owned()
    }

    fn number(&self, number: u32) -> String {
        assert!(number < 1000, "larger numbers are grouped, which is not known here");
        number.to_string()
    }

    fn time(&self, time: Seconds) -> String {
        let (number, unit) = time.in_words();
        match (self, unit) {
            (Self::English, Unit::Second) => format!("{number} second{}", plural(number)),
            (Self::English, Unit::Minute) => format!("{number} minute{}", plural(number)),
            (Self::English, Unit::Hour) => format!("{number} hour{}", plural(number)),
            (Self::Japanese, Unit::Second) => format!("{number} 秒"),
            (Self::Japanese, Unit::Minute) => format!("{number} 分"),
            (Self::Japanese, Unit::Hour) => format!("{number} 時間"),
        }
    }

    fn date_time(&self, at: &Timestamp) -> String {
        panic!("how a browser writes {} depends on where it is; look at the element's datetime", at.as_str())
    }

    fn language_name(&self, tag: &str) -> String {
        match (self, tag) {
            (Self::English, "en") => "English",
            (Self::English, "ja") => "Japanese",
            (Self::Japanese, "en") => "英語",
            (Self::Japanese, "ja") => "日本語",
            _ => panic!("no name of {tag} is known here"),
        }
        .to_owned()
    }
}

const fn plural(number: u32) -> &'static str {
    if number == 1 { "" } else { "s" }
}
