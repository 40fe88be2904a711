//! The headers of every answer: the one source of the hosts' files (`hosts`) and of the site server of `make run`.
//!
//! The API's origin is the only thing in them that varies. `docs/deploying.md` has them as a table.

/// The folder of the files that are named by their content.
pub(crate) const ASSETS: &str = "/assets/";

/// How these are cached: what changes has another name (RFC 8246).
pub(crate) const FOR_EVER: &str = "public, max-age=31536000, immutable";

/// How everything else is cached, errors and redirects included: it is asked for again each time, so that a deploy is
/// seen at once (RFC 9111, section 5.2.2.4). Nothing in it is secret, so that it may be kept (`no-store` would cost the
/// way back in the browser's history its speed).
pub(crate) const ASK_AGAIN: &str = "no-cache";

/// Never plain `http` again, for two years (OWASP ASVS 5.0, 3.4.1). It may be sent over TLS only (RFC 6797, section
/// 7.2). `preload` is not said: it is hard to take back, and it is for the owner of the domain to decide.
pub(crate) const STRICT_TRANSPORT_SECURITY: (&str, &str) =
    ("Strict-Transport-Security", "max-age=63072000; includeSubDomains");

/// What is the same on every answer, pages, assets, errors and redirects alike.
///
/// `api_origin` is the recovery API's, and nothing else than an origin: it is not escaped here.
pub(crate) fn of_every_answer(api_origin: &str) -> Vec<(&'static str, String)> {
    let policy = content_security_policy(api_origin);
    [
        ("Content-Security-Policy", policy.as_str()),
        // Files are what their type says, and nothing that a browser guesses (ASVS 3.4.4).
        ("X-Content-Type-Options", "nosniff"),
        // What `frame-ancestors` says, for browsers that do not know it (ASVS 3.4.6).
        ("X-Frame-Options", "DENY"),
        // Nobody learns where somebody comes from (ASVS 3.4.5).
        ("Referrer-Policy", "no-referrer"),
        // A page that opens this one has no hold on it (ASVS 3.4.8).
        ("Cross-Origin-Opener-Policy", "same-origin"),
        // Other sites cannot load its files.
        ("Cross-Origin-Resource-Policy", "same-origin"),
        // It loads nothing from others that they do not allow; the API allows it by CORS.
        ("Cross-Origin-Embedder-Policy", "require-corp"),
        ("Permissions-Policy", PERMISSIONS),
    ]
    .map(|(name, value)| (name, value.to_owned()))
    .into()
}

/// What the browser can do and this site does not: nobody who gets into it can either. The recording of a challenge is
/// played, and the temporary password can be copied. Only what Chromium knows is named: it complains of everything else.
const PERMISSIONS: &str = "accelerometer=(), autoplay=(self), camera=(), clipboard-read=(), clipboard-write=(self), \
    display-capture=(), encrypted-media=(), fullscreen=(), geolocation=(), gyroscope=(), hid=(), idle-detection=(), \
    magnetometer=(), microphone=(), midi=(), payment=(), publickey-credentials-create=(), \
    publickey-credentials-get=(), screen-wake-lock=(), serial=(), usb=(), xr-spatial-tracking=()";

/// What a page may load and do (Content Security Policy Level 3): nothing but what is listed.
///
/// - `wasm-unsafe-eval` lets the browser compile the app, and no JavaScript (section 6.1.11).
/// - `blob:` is the picture and the recording of a challenge: the app fetches both itself.
/// - Forms are sent by the app and never by the browser; nothing frames a page; no `<base>` leads its links away.
/// - The app makes elements and texts only, so no policy for Trusted Types exists.
///
/// `upgrade-insecure-requests` would have nothing to do: everything that is listed is `https` already.
fn content_security_policy(api_origin: &str) -> String {
    [
        "default-src 'none'",
        "script-src 'self' 'wasm-unsafe-eval'",
        "style-src 'self'",
        "img-src 'self' blob:",
        "media-src blob:",
        &format!("connect-src 'self' {api_origin}"),
        "manifest-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'",
        "require-trusted-types-for 'script'",
        "trusted-types 'none'",
    ]
    .join("; ")
}
