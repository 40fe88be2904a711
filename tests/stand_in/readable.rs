//! Random characters that people read, write down and type: codes, access codes, temporary passwords.

use unicode_normalization::UnicodeNormalization;

pub const DIGITS: &[u8] = b"0123456789";
/// Without characters that look alike.
pub const LETTERS_AND_DIGITS: &[u8] = b"ABCDEFGHJKMNPQRTUVWXY346789";

/// So many characters stand together.
const GROUP: usize = 4;

/// So many random characters of the alphabet.
pub fn random(alphabet: &[u8], length: usize) -> String {
    (0..length)
        .filter_map(|_| alphabet.get(rand::random_range(0..alphabet.len())))
        .map(|&character| char::from(character))
        .collect()
}

/// The characters in groups, with hyphens between them.
pub fn grouped(characters: &str) -> String {
    let characters: Vec<char> = characters.chars().collect();
    let groups: Vec<String> = characters.chunks(GROUP).map(|group| group.iter().collect()).collect();
    groups.join("-")
}

/// What was meant: spaces, hyphens (also the Japanese ー), case and full-width forms do not matter.
pub fn normal(typed: &str) -> String {
    typed.nfkc().filter(char::is_ascii_alphanumeric).map(|character| character.to_ascii_uppercase()).collect()
}
