//! Points in time that a person reads: in a history, or on paper.

/// A date and a time with its zone (RFC 3339), as an API gives it. It is shown and never calculated with: what the app
/// does depends on lengths of time only, because people's clocks are wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Timestamp(String);

impl Timestamp {
    /// Takes `text` if it has the form of RFC 3339, §5.6, such as `2026-11-25T03:21:11Z`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let has_form = |form: &str, text: &str| {
            form.len() == text.len()
                && form.bytes().zip(text.bytes()).all(|(form, byte)| match form {
                    b'0' => byte.is_ascii_digit(),
                    other => byte == other,
                })
        };
        let (start, rest) = text.split_at_checked("0000-00-00T00:00:00".len())?;
        let is_digit = |c: char| c.is_ascii_digit();
        let zone = match rest.strip_prefix('.') {
            Some(fraction) if fraction.starts_with(is_digit) => fraction.trim_start_matches(is_digit),
            Some(_) => return None,
            None => rest,
        };
        let is_zone = ["Z", "+00:00", "-00:00"].iter().any(|form| has_form(form, zone));
        (has_form("0000-00-00T00:00:00", start) && is_zone).then(|| Self(text.to_owned()))
    }

    /// The text, for programs.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_form_of_the_standard_is_taken() {
        for good in ["2026-11-25T03:21:11Z", "2026-11-25T03:21:11.123456Z", "2026-11-25T03:21:11+09:00"] {
            assert!(Timestamp::parse(good).is_some(), "{good}");
        }
        for bad in
            ["", "2026-11-25", "2026-11-25 03:21:11Z", "2026-11-25T03:21:11", "2026-11-25T03:21:11.Z", "1764040871"]
        {
            assert!(Timestamp::parse(bad).is_none(), "{bad}");
        }
    }
}
