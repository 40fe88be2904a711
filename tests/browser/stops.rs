//! Where it does not go on: each time it is said why, nothing is lost that was typed, and there is a way on.

mod codes;
mod connection;
mod ends;
mod passwords;
mod too_many;
mod typed;
mod ways_on;
