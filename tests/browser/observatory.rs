//! What the MDN HTTP Observatory says of a site: its tests by their names, each with the points that it gives or takes
//! (version 1.6.3 of its scoring). It starts with 100; 100 and more is an A+.

use std::collections::{BTreeMap, BTreeSet};

/// What it looks at.
#[derive(Clone)]
pub struct Answers {
    /// The headers of the page, named in small letters.
    pub headers: BTreeMap<String, String>,
    pub html: String,
    /// Where the address without TLS leads to.
    pub redirect: String,
    /// The page's origin.
    pub origin: String,
}

/// What one test says.
#[derive(Debug)]
pub struct Verdict {
    pub test: &'static str,
    pub passes: bool,
    pub points: i32,
}

/// Half a year, in seconds.
const LONG_ENOUGH: u64 = 15_768_000;

/// All tests. What passes gives the second number, what does not takes the third.
pub fn verdicts(answers: &Answers) -> Vec<Verdict> {
    let header = |name: &str| answers.headers.get(name).map_or("", String::as_str);
    let policy = Policy::read(header("content-security-policy"));
    let tests = [
        ("content-security-policy", policy.as_ref().is_some_and(Policy::allows_nothing_unsafe), 10, -25),
        ("cookies", header("set-cookie").is_empty(), 0, -40),
        ("cross-origin-resource-sharing", header("access-control-allow-origin").is_empty(), 0, -50),
        ("redirection", leads_to_tls_first(answers), 0, -20),
        ("referrer-policy", is_private(header("referrer-policy")), 5, -5),
        ("strict-transport-security", lasts(header("strict-transport-security")), 0, -20),
        ("subresource-integrity", scripts_are_checked(&answers.html), 5, -5),
        ("x-content-type-options", header("x-content-type-options") == "nosniff", 0, -5),
        ("x-frame-options", policy.as_ref().is_some_and(Policy::cannot_be_framed), 5, -20),
        (
            "cross-origin-resource-policy",
            ["same-origin", "same-site"].contains(&header("cross-origin-resource-policy")),
            10,
            -5,
        ),
        (
            "cross-origin-embedder-policy",
            ["require-corp", "credentialless"].contains(&header("cross-origin-embedder-policy")),
            10,
            0,
        ),
        ("cross-origin-opener-policy", header("cross-origin-opener-policy") == "same-origin", 10, 0),
    ];
    let verdict = |(test, passes, gives, takes)| Verdict { test, passes, points: if passes { gives } else { takes } };
    tests.map(verdict).into()
}

/// What is given counts only if little is taken.
pub fn score(verdicts: &[Verdict]) -> i32 {
    let (given, taken): (Vec<_>, Vec<_>) =
        verdicts.iter().map(|verdict| verdict.points).partition(|points| *points > 0);
    let without = 100 + taken.iter().sum::<i32>();
    if without >= 90 { without + given.iter().sum::<i32>() } else { without }
}

/// A content security policy: the sources of each directive.
struct Policy<'a>(BTreeMap<&'a str, BTreeSet<&'a str>>);

impl<'a> Policy<'a> {
    /// `None` if there is none, or if it says something twice.
    fn read(header: &'a str) -> Option<Self> {
        let mut directives = BTreeMap::new();
        for directive in header.split(';') {
            let mut words = directive.split_whitespace();
            if directives.insert(words.next()?, words.collect()).is_some() {
                return None;
            }
        }
        Some(Self(directives))
    }

    fn sources(&self, directive: &str) -> Option<&BTreeSet<&'a str>> {
        self.0.get(directive)
    }

    /// Only what is listed is allowed, and nothing that is listed is code of somebody else's.
    fn allows_nothing_unsafe(&self) -> bool {
        let is_nothing = |directive| self.sources(directive).is_some_and(|sources| sources.iter().eq([&"'none'"]));
        let is_unsafe = |source: &&str| {
            [
                "'unsafe-inline'",
                "'unsafe-eval'",
                "'unsafe-hashes'",
                "'strict-dynamic'",
                "data:",
                "http:",
                "https:",
                "ftp:",
                "*",
            ]
            .contains(source)
                || source.starts_with("http://")
        };
        is_nothing("default-src")
            && is_nothing("base-uri")
            && is_nothing("form-action")
            && !self.0.values().flatten().any(is_unsafe)
    }

    fn cannot_be_framed(&self) -> bool {
        self.sources("frame-ancestors").is_some_and(|sources| sources.iter().eq([&"'none'"]))
    }
}

/// The first step is to TLS, on the same host.
fn leads_to_tls_first(answers: &Answers) -> bool {
    answers.origin.starts_with("https://") && answers.redirect.starts_with(&format!("{}/", answers.origin))
}

fn is_private(policy: &str) -> bool {
    ["no-referrer", "same-origin", "strict-origin", "strict-origin-when-cross-origin"].contains(&policy)
}

fn lasts(header: &str) -> bool {
    let age = header.split(';').find_map(|part| part.trim().strip_prefix("max-age=")?.parse::<u64>().ok());
    age.is_some_and(|age| age >= LONG_ENOUGH)
}

/// There are scripts, and each says what it has to contain.
fn scripts_are_checked(html: &str) -> bool {
    let scripts: Vec<_> =
        html.split("<script").skip(1).map(|rest| rest.split('>').next().unwrap_or_default()).collect();
    !scripts.is_empty() && scripts.iter().all(|tag| tag.contains(" src=\"/") && tag.contains(" integrity=\"sha"))
}

/// A site with nothing wrong about it.
fn exemplary() -> Answers {
    let policy = "default-src 'none'; script-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    let headers = [
        ("content-security-policy", policy),
        ("referrer-policy", "no-referrer"),
        ("strict-transport-security", "max-age=63072000; includeSubDomains"),
        ("x-content-type-options", "nosniff"),
        ("cross-origin-resource-policy", "same-origin"),
        ("cross-origin-embedder-policy", "require-corp"),
        ("cross-origin-opener-policy", "same-origin"),
    ];
    Answers {
        headers: headers.map(|(name, value)| (name.to_owned(), value.to_owned())).into(),
        html: r#"<script src="/a.js" integrity="sha256-x"></script>"#.to_owned(),
        redirect: "https://account.contoso.example/".to_owned(),
        origin: "https://account.contoso.example".to_owned(),
    }
}

#[test]
fn what_is_wrong_is_noticed() {
    let failing = |answers: &Answers| -> Vec<_> {
        verdicts(answers).iter().filter(|verdict| !verdict.passes).map(|verdict| verdict.test).collect()
    };
    assert!(failing(&exemplary()).is_empty());
    assert_eq!(score(&verdicts(&exemplary())), 155);

    let policy = exemplary().headers["content-security-policy"].clone();
    for (header, value, test) in [
        ("content-security-policy", policy.replace("'self'", "'self' 'unsafe-inline'"), "content-security-policy"),
        (
            "content-security-policy",
            policy.replace("default-src 'none'", "default-src 'self'"),
            "content-security-policy",
        ),
        ("content-security-policy", policy.replace("'self'", "https:"), "content-security-policy"),
        ("content-security-policy", policy.replace("; frame-ancestors 'none'", ""), "x-frame-options"),
        ("set-cookie", "a=b".to_owned(), "cookies"),
        ("access-control-allow-origin", "*".to_owned(), "cross-origin-resource-sharing"),
        ("referrer-policy", "unsafe-url".to_owned(), "referrer-policy"),
        ("strict-transport-security", "max-age=300".to_owned(), "strict-transport-security"),
        ("x-content-type-options", String::new(), "x-content-type-options"),
        ("cross-origin-resource-policy", "cross-origin".to_owned(), "cross-origin-resource-policy"),
        ("cross-origin-embedder-policy", "unsafe-none".to_owned(), "cross-origin-embedder-policy"),
        ("cross-origin-opener-policy", String::new(), "cross-origin-opener-policy"),
    ] {
        let mut answers = exemplary();
        answers.headers.insert(header.to_owned(), value.clone());
        assert_eq!(failing(&answers), [test], "{header}: {value}");
    }
    for html in ["", r#"<script src="/a.js"></script>"#, "<script>1</script>"] {
        assert_eq!(failing(&Answers { html: html.to_owned(), ..exemplary() }), ["subresource-integrity"], "{html}");
    }
    for redirect in ["", "http://account.contoso.example/", "https://contoso.example/"] {
        assert_eq!(failing(&Answers { redirect: redirect.to_owned(), ..exemplary() }), ["redirection"], "{redirect}");
    }
}
