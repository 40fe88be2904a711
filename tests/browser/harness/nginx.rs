//! A real nginx with the site's own nginx.conf, as an operator sets it up, and with the API behind a host of its own.

use super::certificate::CERTIFICATE;
use super::lifeline::{Lifeline, program};
use std::env;
use std::fs;
use std::io::{BufRead, BufReader};
use std::net::TcpListener;
use std::path::Path;
use std::thread;
use tempfile::TempDir;

/// Where Debian puts what is not compiled in, if `NGINX_BROTLI` names no other place.
const BROTLI: &str = "/usr/lib/nginx/modules/ngx_http_brotli_static_module.so";

/// The ports on 127.0.0.1 that one nginx takes.
pub struct Ports {
    /// The site, over TLS.
    pub site: u16,
    /// The API, over TLS: with it the session's cookie is one of the same site, as it has to be in a deployment.
    pub api: u16,
    /// The site without TLS, which leads to the one with it.
    pub plain: u16,
}

impl Ports {
    /// Three that are free now.
    pub fn free() -> Self {
        let listeners = [(); 3].map(|()| TcpListener::bind("127.0.0.1:0").expect("there is a free port"));
        let [site, api, plain] = listeners.each_ref().map(|own| own.local_addr().expect("it has an address").port());
        Self { site, api, plain }
    }

    pub fn site_origin(&self) -> String {
        format!("https://127.0.0.1:{}", self.site)
    }

    pub fn api_origin(&self) -> String {
        format!("https://127.0.0.1:{}", self.api)
    }

    pub fn plain_origin(&self) -> String {
        format!("http://127.0.0.1:{}", self.plain)
    }
}

/// An nginx that runs until this is dropped.
pub struct Nginx {
    _lifeline: Lifeline,
    _folder: TempDir,
}

impl Nginx {
    /// Starts it for the `site` in this folder and for the API that answers on `api_port`. `None` if somebody has taken
    /// one of the ports meanwhile.
    pub fn start(ports: &Ports, site: &Path, api_port: u16) -> Option<Self> {
        let folder = TempDir::new().unwrap();
        let write = |name: &str, content: &str| fs::write(folder.path().join(name), content).unwrap();
        write("certificate.pem", &CERTIFICATE.pem);
        write("key.pem", &CERTIFICATE.key_pem);
        write("main.conf", &configuration(ports, folder.path(), site, api_port));

        let main = folder.path().join("main.conf");
        let arguments = ["-c", main.to_str().expect("it is text"), "-e", "stderr"];
        let mut lifeline = Lifeline::start(&program("NGINX_PROGRAM", "nginx"), &arguments);
        let (_, stderr) = lifeline.output();
        let mut lines = BufReader::new(stderr).lines().map_while(Result::ok);
        let news = lines.find(|line| line.contains("start worker process ") || line.contains("[emerg]"));
        match news {
            Some(line) if line.contains("Address already in use") => return None,
            Some(line) if line.contains("[emerg]") => panic!("nginx does not start: {line}"),
            Some(_) => (),
            None => panic!("nginx does not start"),
        }
        // What it goes on to say must not fill the pipe.
        thread::spawn(move || lines.for_each(drop));
        Some(Self { _lifeline: lifeline, _folder: folder })
    }
}

/// What the operator writes. The rules for the site are its own file's. An API that is gone is gone for the page too:
/// without an answer from it, the connection ends.
fn configuration(ports: &Ports, own: &Path, site: &Path, api_port: u16) -> String {
    let (own, root) = (own.display(), site.display());
    let Ports { site, api, plain } = ports;
    let brotli = env::var("NGINX_BROTLI").unwrap_or_else(|_| BROTLI.to_owned());
    format!(
        "load_module {brotli};
daemon off;
user root;
worker_processes 1;
pid {own}/nginx.pid;
error_log stderr notice;
events {{ worker_connections 512; }}
http {{
    access_log off;
    client_body_temp_path {own}/body;
    proxy_temp_path {own}/proxy;
    fastcgi_temp_path {own}/fastcgi;
    uwsgi_temp_path {own}/uwsgi;
    scgi_temp_path {own}/scgi;
    ssl_certificate {own}/certificate.pem;
    ssl_certificate_key {own}/key.pem;
    server {{
        listen 127.0.0.1:{site} ssl http2;
        root {root};
        include {root}/nginx.conf;
    }}
    server {{
        listen 127.0.0.1:{plain};
        return 301 https://$host:{site}$request_uri;
    }}
    server {{
        listen 127.0.0.1:{api} ssl http2;
        location / {{
            proxy_pass http://127.0.0.1:{api_port};
            proxy_http_version 1.1;
            proxy_buffering off;
            error_page 502 504 = @gone;
        }}
        location @gone {{ return 444; }}
    }}
}}
"
    )
}
