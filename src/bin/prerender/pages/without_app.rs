//! The pages that the app does not take over: the choice of a language at `/`, and `404.html`.

use maud::{Markup, html};
use partner_recovery::i18n::packs::{PACKS, Pack};
use partner_recovery::i18n::text;
use partner_recovery::route::Route;

use super::{alternates, document};
use crate::assets::Assets;

/// The page at `/`. A script goes on to the best language; without JavaScript one chooses.
pub(super) fn choice_of_language(assets: &Assets, default: &Pack) -> Markup {
    let head = html! {
        // The script goes on to one of these addresses, wherever the site is.
        (alternates(assets, Route::SignIn, ""))
        script type="module" src=(assets.choose_language.url) integrity=(assets.choose_language.integrity) {}
    };
    let body = html! {
        main .page {
            @for pack in PACKS {
                p lang=(pack.tag) dir=(pack.text(&text::LANGUAGE_DIRECTION)) { (pack.text(&text::CHOOSE_LANGUAGE)) }
            }
            ul {
                @for pack in PACKS {
                    li {
                        a href=(Route::SignIn.href(pack.tag)) lang=(pack.tag) dir=(pack.text(&text::LANGUAGE_DIRECTION)) hreflang=(pack.tag) {
                            (pack.text(&text::LANGUAGE_NAME))
                        }
                    }
                }
            }
        }
    };
    document(assets, default, default.text(&text::CHOOSE_LANGUAGE), &head, &body)
}

/// The page for addresses that do not exist. Nobody knows its reader's language, so it speaks all of them.
pub(super) fn not_found(assets: &Assets, default: &Pack) -> Markup {
    let body = html! {
        main .page {
            @for pack in PACKS {
                section lang=(pack.tag) dir=(pack.text(&text::LANGUAGE_DIRECTION)) {
                    h1 { (pack.text(&text::NOT_FOUND_TITLE)) }
                    p { (pack.text(&text::NOT_FOUND)) }
                    p { a href=(Route::SignIn.href(pack.tag)) { (pack.text(&text::GO_TO_SIGN_IN)) } }
                }
            }
        }
    };
    document(assets, default, default.text(&text::NOT_FOUND_TITLE), &html! {}, &body)
}
