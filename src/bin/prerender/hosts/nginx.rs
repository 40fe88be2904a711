//! `nginx.conf`: everything that nginx has to do to serve the folder, for the inside of a server block.
//!
//! The rest of that block is the operator's: name, certificate and place. So the file can be written anew at any time.

use std::fmt::Write;

use super::{CHANGE_PASSWORD, FOR_HOSTS_ONLY, Header};
use crate::headers::{ASK_AGAIN, ASSETS, FOR_EVER};

/// The types of all files that a site may hold. nginx's own list has no `wasm` in older versions, another type for
/// JavaScript (RFC 9239), and no character set, which it would not add to compressed copies.
const TYPES: [(&str, &str); 12] = [
    ("application/json", "json"),
    ("application/manifest+json", "webmanifest"),
    ("application/wasm", "wasm"),
    ("image/png", "png"),
    ("image/svg+xml", "svg"),
    ("image/webp", "webp"),
    ("image/x-icon", "ico"),
    ("text/css; charset=utf-8", "css"),
    ("text/html; charset=utf-8", "html"),
    ("text/javascript; charset=utf-8", "js"),
    ("text/plain; charset=utf-8", "txt"),
    ("text/xml; charset=utf-8", "xml"),
];

/// The whole file.
pub(super) fn rules(headers: &[Header], change_password: &str) -> String {
    let types = lines(TYPES.map(|(kind, extension)| format!("    \"{kind}\" {extension};")));
    let headers = lines(headers.iter().map(|(name, value)| format!("add_header {name} \"{value}\" always;")));
    let for_hosts = FOR_HOSTS_ONLY.map(|name| name.replace('.', "\\.")).join("|");
    format!(
        r#"# How nginx serves this folder. Made from config.json by `make configure`: change that, and nothing here.
# It is the inside of a server block. What is yours stands around it, with your names (docs/deploying.md):
#
#     server {{
#         listen 443 ssl http2;
#         server_name <the site's host>;
#         ssl_certificate <its certificate>;
#         ssl_certificate_key <the key of it>;
#         root <this folder>;
#         include <this folder>/nginx.conf;
#     }}
#     server {{
#         listen 80;
#         server_name <the site's host>;
#         return 301 https://$host$request_uri;
#     }}

ssl_protocols TLSv1.2 TLSv1.3;
ssl_session_tickets off;
server_tokens off;

types {{
{types}}}
default_type application/octet-stream;

# The smaller copies beside the files. Without the module libnginx-mod-http-brotli-static, take out the first line.
brotli_static on;
gzip_static on;
gzip_vary on;

# On every answer, errors and redirects too. A location with an `add_header` of its own would lose all of these, hence
# what differs is in a variable. It is set again before an error page is served: a missing asset is not kept.
{headers}add_header Cache-Control $caching always;
set $caching "{ASK_AGAIN}";
location ^~ {ASSETS} {{
    set $caching "{FOR_EVER}";
}}

# Addresses are those of files. A folder's ends with a slash; the way there stays on this host and repeats no query.
index index.html;
autoindex off;
absolute_redirect off;
if (-d $request_filename) {{
    rewrite [^/]$ $uri/? permanent;
}}
error_page 403 404 =404 /404.html;

location = {CHANGE_PASSWORD} {{
    return 303 {change_password};
}}

# What only hosts read.
location ~ ^/({for_hosts})$ {{
    return 404;
}}
"#
    )
}

fn lines(lines: impl IntoIterator<Item = String>) -> String {
    lines.into_iter().fold(String::new(), |mut all, line| {
        // Writing to a string cannot fail.
        let _ = writeln!(all, "{line}");
        all
    })
}

#[cfg(test)]
mod tests {
    use crate::hosts::over_tls;

    /// In quotes, these would mean something to nginx.
    #[test]
    fn the_values_mean_nothing_to_nginx() {
        for (name, value) in over_tls("https://api.contoso.example") {
            assert!(!value.contains(['"', '$', '\\']), "{name}: {value}");
        }
    }
}
