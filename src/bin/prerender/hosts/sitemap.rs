//! `sitemap.xml`: the pages that are for everybody, each in every language (sitemaps.org; `hreflang` as search engines
//! read it).

use std::fmt::Write;

use partner_recovery::domain::capabilities::Capabilities;
use partner_recovery::i18n::packs::PACKS;
use partner_recovery::route::Route;

/// The file of a site at `origin`, whose API can do this.
pub(super) fn text(origin: &str, api: Capabilities) -> String {
    let mut file = String::from(concat!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n",
        "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n"
    ));
    for route in Route::ALL.into_iter().filter(|route| is_for_everybody(*route) && route.is_offered_by(api)) {
        for pack in PACKS {
            // Writing to a string cannot fail.
            let _ = writeln!(file, "<url><loc>{origin}{}</loc>", route.href(pack.tag));
            for other in PACKS {
                let (tag, href) = (other.tag, route.href(other.tag));
                let _ = writeln!(file, "<xhtml:link rel=\"alternate\" hreflang=\"{tag}\" href=\"{origin}{href}\"/>");
            }
            file.push_str("</url>\n");
        }
    }
    file.push_str("</urlset>\n");
    file
}

/// Whether there is something to find for somebody who is not signed in.
fn is_for_everybody(route: Route) -> bool {
    match route {
        Route::SignIn | Route::Recover | Route::ServiceRequest | Route::RequestStatus | Route::Help(_) => true,
        Route::Account | Route::ChangePassword | Route::Users | Route::Verification | Route::NotFound => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_page_for_everybody_is_there_in_every_language() {
        let file = text("https://account.contoso.example", Capabilities::ALL);
        let pages = Route::ALL.into_iter().filter(|route| is_for_everybody(*route)).count();
        assert_eq!(file.matches("<loc>").count(), pages * PACKS.len());
        assert_eq!(file.matches("hreflang").count(), pages * PACKS.len() * PACKS.len());
        assert!(!file.contains("/account/"), "{file}");
        assert!(file.contains("<url><loc>https://account.contoso.example/ja/recover/</loc>"), "{file}");
    }

    #[test]
    fn what_the_api_cannot_do_is_not_there() {
        let file = text("https://account.contoso.example", Capabilities::of(&[]));
        assert!(file.contains("/en/recover/") && !file.contains("/request/"), "{file}");
    }
}
