//! A page that stays open for a whole day: what it holds in memory does not grow with what is done in it.

use crate::harness::{Footprint, visit};

/// After so many rounds everything has been needed that is kept for the next time.
const FIRST_ROUNDS: usize = 3;
const ROUNDS: usize = 10;

#[tokio::test]
async fn nothing_is_left_behind_by_a_journey() {
    visit(async |person| {
        Footprint::watch(&person.driver).await;
        person.opens("").await;
        let mut after_the_first = None;
        for round in 1..=ROUNDS {
            person.comes_back_in_by_script("user@fabrikam.example", &format!("a quiet walk by lake {round}")).await;
            if round == FIRST_ROUNDS {
                after_the_first = Some(Footprint::of(&person.driver).await);
            }
        }
        let before = after_the_first.expect("there were so many");
        let after = Footprint::of(&person.driver).await;
        assert!(before.nodes > 50 && before.listeners > 5 && before.wasm_bytes > 0, "this is no page: {before:?}");
        assert!(
            after.nodes <= before.nodes && after.listeners <= before.listeners && after.wasm_bytes <= before.wasm_bytes,
            "after {FIRST_ROUNDS} rounds: {before:?}, after {ROUNDS}: {after:?}"
        );
    })
    .await;
}
