//! What the journey promises, by what a person would notice.

#![allow(clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

mod coming_in;
mod going_back;
mod going_on;
mod polling;
mod problems;
mod properties;
