//! What people really type: full-width forms, invisible marks, look-alike hyphens, digits of other scripts.
//!
//! The tables are explicit, because Unicode's NFKC is both too weak here (it keeps `。`, `−` and zero-width marks) and
//! too broad (it turns `①` into `1`). Passwords never pass through here.

/// Marks that cannot be seen and come along with copied text: zero-width, bidirectional and soft-hyphen characters.
fn is_invisible(c: char) -> bool {
    matches!(c,
        '\u{00AD}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}')
}

/// Whether every character of `text` can be seen; a plain space counts as seen.
pub(super) fn is_visible(text: &str) -> bool {
    text.chars().all(|c| c == ' ' || !(c.is_whitespace() || c.is_control() || is_invisible(c)))
}

/// The plain form of a full-width character, an ideographic full stop, a look-alike hyphen or a wide space.
fn narrow(c: char) -> char {
    match c {
        // U+FF01–U+FF5E stand in the order of ASCII, 0xFEE0 higher.
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(c as u32 - 0xFEE0).unwrap_or(c),
        '\u{3000}' | '\u{00A0}' => ' ',
        '。' | '｡' => '.',
        '\u{2010}'..='\u{2015}' | '\u{2212}' => '-',
        _ => c,
    }
}

/// First characters of the blocks of decimal digits (general category Nd) that living scripts use.
const ZEROS: [char; 30] = [
    '\u{0660}', '\u{06F0}', '\u{07C0}', '\u{0966}', '\u{09E6}', '\u{0A66}', '\u{0AE6}', '\u{0B66}', '\u{0BE6}',
    '\u{0C66}', '\u{0CE6}', '\u{0D66}', '\u{0DE6}', '\u{0E50}', '\u{0ED0}', '\u{0F20}', '\u{1040}', '\u{1090}',
    '\u{17E0}', '\u{1810}', '\u{1946}', '\u{19D0}', '\u{1B50}', '\u{1BB0}', '\u{1C40}', '\u{1C50}', '\u{A620}',
    '\u{A8D0}', '\u{A9D0}', '\u{ABF0}',
];

fn ascii_digit(c: char) -> char {
    ZEROS
        .iter()
        .find_map(|&zero| (c as u32).checked_sub(zero as u32).filter(|offset| *offset < 10))
        .and_then(|value| char::from_digit(value, 10))
        .unwrap_or(c)
}

/// An identifier such as an e-mail address: narrow forms, no invisible marks, no white space around it.
///
/// The case stays as it is: the part before `@` may be case-sensitive (RFC 5321 §2.4).
#[must_use]
pub fn identifier(typed: &str) -> String {
    let visible: Vec<char> = typed.chars().filter(|c| !is_invisible(*c)).map(narrow).collect();
    let mut plain = String::with_capacity(typed.len());
    for (at, &c) in visible.iter().enumerate() {
        let is_ascii_at = |at: Option<usize>| at.and_then(|at| visible.get(at)).is_some_and(char::is_ascii_graphic);
        // The Japanese long-vowel mark is a hyphen only where it stands between ASCII characters.
        let hyphen = c == 'ー' && is_ascii_at(at.checked_sub(1)) && is_ascii_at(at.checked_add(1));
        plain.push(if hyphen { '-' } else { c });
    }
    plain.trim().to_owned()
}

/// A code that was read from a message or a picture: as [`identifier`], with digits of every script as ASCII digits,
/// and without spaces, hyphens and full stops, which people and messages put in between.
#[must_use]
pub fn code(typed: &str) -> String {
    typed
        .chars()
        .filter(|c| !is_invisible(*c))
        .map(narrow)
        .map(ascii_digit)
        .filter(|c| !c.is_whitespace() && !matches!(c, '-' | '.'))
        .collect()
}

/// `text` from outside without the marks that reorder what stands around it (Unicode UAX #9), so that a name cannot
/// disguise itself.
#[must_use]
pub fn without_reordering(text: &str) -> String {
    text.chars().filter(|c| !matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn identifiers_come_out_plain() {
        for (typed, plain) in [
            (" user@contoso.example ", "user@contoso.example"),
            ("ｕｓｅｒ＠ｃｏｎｔｏｓｏ．ｅｘａｍｐｌｅ", "user@contoso.example"),
            ("user@contoso。example", "user@contoso.example"),
            ("us\u{200B}er@contoso.example\u{FEFF}", "user@contoso.example"),
            ("\u{202E}user@contoso.example", "user@contoso.example"),
            ("first−last@contoso.example", "first-last@contoso.example"),
            ("firstーlast@contoso.example", "first-last@contoso.example"),
            ("ユーザー", "ユーザー"),
            ("User@Contoso.example", "User@Contoso.example"),
        ] {
            assert_eq!(identifier(typed), plain, "{typed:?}");
        }
    }

    #[test]
    fn codes_come_out_as_ascii_digits() {
        for typed in [
            "123456",
            "123 456",
            "123-456",
            "１２３４５６",
            "١٢٣٤٥٦",
            "۱۲۳۴۵۶",
            "१२३४५६",
            " 12\u{200B}3456\u{3000}",
            "123−456",
        ] {
            assert_eq!(code(typed), "123456", "{typed:?}");
        }
        assert_eq!(code("①²"), "①²", "circled and raised digits are not what the message said");
    }

    #[test]
    fn reordering_marks_are_taken_out() {
        assert_eq!(without_reordering("a\u{202E}b\u{2066}c"), "abc");
    }

    proptest! {
        #[test]
        fn normalising_twice_changes_nothing(typed in any::<String>()) {
            let once = identifier(&typed);
            prop_assert_eq!(identifier(&once), once.clone());
            let once = code(&typed);
            prop_assert_eq!(code(&once), once.clone());
        }

        #[test]
        fn plain_ascii_addresses_stay_as_they_are(typed in "[a-zA-Z0-9!#^~'_][a-zA-Z0-9!#^~'._-]{0,40}@[a-z0-9-]{1,20}\\.[a-z]{2,10}") {
            prop_assert_eq!(identifier(&typed), typed);
        }
    }
}
