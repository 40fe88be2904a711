//! Joins the spoken characters of a challenge into one sound.

use captcha::Captcha;
use hound::{SampleFormat, WavReader, WavSpec, WavWriter};
use std::io::Cursor;

/// How fast the characters are spoken.
#[derive(Clone, Copy)]
pub enum Rate {
    Normal,
    Slow,
}

impl Rate {
    /// Samples per second. The recordings have 22,050; fewer play them more slowly.
    const fn sample_rate(self) -> u32 {
        match self {
            Self::Normal => 22_050,
            Self::Slow => 16_500,
        }
    }

    /// The silence after each character, in milliseconds.
    const fn pause_ms(self) -> u32 {
        match self {
            Self::Normal => 400,
            Self::Slow => 1_200,
        }
    }
}

/// A WAV file in which the characters of the picture are spoken one after another.
pub fn spoken(characters: &Captcha, rate: Rate) -> Vec<u8> {
    let spec =
        WavSpec { channels: 1, sample_rate: rate.sample_rate(), bits_per_sample: 16, sample_format: SampleFormat::Int };
    let silent_samples = rate.sample_rate() * rate.pause_ms() / 1000;
    let mut file = Cursor::new(Vec::new());
    let mut joined = WavWriter::new(&mut file, spec).expect("memory can be written to");
    for recording in characters.as_wav() {
        let recording = recording.expect("every character of the alphabet has been recorded");
        let mut recording = WavReader::new(recording.as_slice()).expect("the recording is a WAV");
        for sample in recording.samples::<i16>() {
            joined.write_sample(sample.expect("the recording is whole")).expect("memory can be written to");
        }
        for _ in 0..silent_samples {
            joined.write_sample(0_i16).expect("memory can be written to");
        }
    }
    joined.finalize().expect("memory can be written to");
    file.into_inner()
}
