//! Secrets cannot reach a log or a page by accident.

use partner_recovery::api::http::Request;
use partner_recovery::domain::secret::Secret;
use std::fmt::{Debug, Display};

/// Whether a type implements a trait: the inherent constant exists only if it does, and comes before the trait's own.
macro_rules! implements {
    ($type:ty: $trait:path) => {{
        #[allow(dead_code, reason = "one of the two is never used")]
        trait Otherwise {
            const ANSWER: bool = false;
        }
        impl<T> Otherwise for Probe<T> {}
        struct Probe<T>(std::marker::PhantomData<T>);
        #[allow(dead_code, reason = "one of the two is never used")]
        impl<T: $trait> Probe<T> {
            const ANSWER: bool = true;
        }
        Probe::<$type>::ANSWER
    }};
}

#[test]
fn a_secret_can_be_neither_printed_nor_copied_nor_stored() {
    let abilities = [
        ("Debug", implements!(Secret: Debug)),
        ("Display", implements!(Secret: Display)),
        ("Clone", implements!(Secret: Clone)),
        ("Serialize", implements!(Secret: serde::Serialize)),
        ("PartialEq", implements!(Secret: PartialEq)),
        ("AsRef<str>", implements!(Secret: AsRef<str>)),
        ("Into<String>", implements!(Secret: Into<String>)),
    ];
    for (name, is_there) in abilities {
        assert!(
            !is_there,
            "take {name} away from Secret; whoever needs the text calls `expose`, which can be searched for"
        );
    }
    assert!(implements!(String: Debug) && implements!(String: serde::Serialize), "the question itself works");
}

#[test]
fn a_request_cannot_be_printed() {
    assert!(!implements!(Request: Debug), "take Debug away from Request: its headers and its body hold secrets");
}
