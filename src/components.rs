//! The pieces that screens are made of, one per file. They know texts and the browser, but no API, no route and no journey.
//!
//! They are plain functions that return an [`element::Element`]: one type for every element of the app, so that another
//! screen costs the WASM a few hundred bytes instead of thousands (measured; see `docs/architecture.md`).

pub mod announcement;
pub mod button;
pub mod captcha;
pub mod copying;
pub mod details;
pub mod effect;
pub mod element;
pub mod error_summary;
pub mod fact_list;
pub mod form;
pub mod frame;
pub mod notice;
pub mod password_field;
pub mod printed_sheet;
pub mod radio_group;
pub mod screen;
pub mod site;
pub mod state;
pub mod text_field;
