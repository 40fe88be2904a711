//! How nothing that people read may sound or look, in each language: the catalogues and the help articles alike.

/// English words that blame, beg or jest.
const UNKIND_ENGLISH: [&str; 8] = ["invalid", "illegal", "forbidden", "please", "oops", "sorry", "whoops", "uh"];

/// Japanese that asks for a width of characters (no width matters here), blames, or sounds like a machine: an honorific
/// upon an honorific, or a permission that nobody asked for.
const UNKIND_JAPANESE: [&str; 14] = [
    "半角",
    "全角",
    "無効な",
    "不正な",
    "エラー",
    "させていただ",
    "なられ",
    "お客様",
    "ご確認して",
    "ご入力して",
    "ご連絡して",
    "おっしゃられ",
    "くださいませ",
    "いただきますよう",
];

/// Whether an English text blames, begs or jests.
pub fn is_unkind_english(text: &str) -> bool {
    let mut words = text.split(|c: char| !c.is_alphabetic()).map(str::to_lowercase);
    words.any(|word| UNKIND_ENGLISH.contains(&word.as_str()))
}

/// Whether a Japanese text asks for a width, blames, or sounds like a machine.
pub fn is_unkind_japanese(text: &str) -> bool {
    UNKIND_JAPANESE.iter().any(|phrase| text.contains(phrase))
}

/// Whether quotes or dots are those of a typewriter.
pub fn is_typewritten(text: &str) -> bool {
    text.contains(['"', '\'', '`']) || text.contains("...")
}

/// Whether letters or digits stand in their wide forms, or kana in their narrow ones.
pub fn has_odd_widths(text: &str) -> bool {
    text.contains(|c: char| matches!(c, '\u{FF10}'..='\u{FF19}' | '\u{FF21}'..='\u{FF3A}' | '\u{FF41}'..='\u{FF5A}' | '\u{FF65}'..='\u{FF9F}'))
}

/// Whether there is nothing to complain about; otherwise all complaints at once.
pub fn expect_none(complaints: impl IntoIterator<Item = String>, what_to_do: &str) {
    let complaints: Vec<_> = complaints.into_iter().collect();
    assert!(complaints.is_empty(), "{what_to_do}:\n{}", complaints.join("\n"));
}
