//! Back, Forward, loading again, deep links, and the other language at every step.

use crate::harness::{
    NEW_PASSWORD, Person, tour_of_stops, tour_of_support, tour_of_the_account, tour_of_the_way, visit,
};
use partner_recovery::i18n::text;

const CHOICE: &str = "two-methods@contoso.example";

/// What the API is asked when somebody asks for a challenge.
const BEGIN: &str = "POST /v1/recoveries";

/// How many requests changed something at the API. Giving a recovery up changes nothing for the person.
async fn writes(person: &Person) -> usize {
    let requests = person.journal.requests().await;
    requests.iter().filter(|request| ["POST", "PUT"].contains(&request.method.as_str())).count()
}

#[tokio::test]
async fn back_goes_one_step_and_keeps_the_user_id() {
    visit(async |person| {
        person.opens("").await;
        person.types_into("user-id", CHOICE).await;
        person.presses(&text::CANNOT_ACCESS).await;
        person.is_at(&text::SITUATION_TITLE).await;
        person.chooses(&text::SITUATION_FORGOT_PASSWORD).await;
        person.is_at(&text::ACCOUNT_TYPE_TITLE).await;
        person.chooses(&text::ACCOUNT_TYPE_WORK).await;
        person.is_at(&text::IDENTIFY_TITLE).await;
        person.identifies_as(CHOICE).await;
        person.is_at(&text::CHOOSE_METHOD_TITLE).await;
        person.chooses_the_way_at(0).await;
        person.is_at(&text::ENTER_CODE_TITLE).await;
        person.enters_the_code_for(CHOICE).await;
        person.is_at(&text::SET_PASSWORD_TITLE).await;
        let (sent, begun) = (writes(person).await, person.journal.count(BEGIN).await);

        person.goes_back().await;
        person.is_at(&text::IDENTIFY_TITLE).await;
        person.sees(&text::NOTICE_CHECKED_AGAIN).await;
        assert_eq!(person.typed("user-id").await, CHOICE);
        person.reads_the_picture().await;
        assert_eq!(person.journal.count(BEGIN).await, begun + 1, "the new check that was announced");
        assert_eq!(writes(person).await, sent + 1, "and nothing else");

        person.goes_back().await;
        person.is_at(&text::ACCOUNT_TYPE_TITLE).await;
        person.goes_back().await;
        person.is_at(&text::SITUATION_TITLE).await;
        person.goes_back().await;
        person.is_at(&text::SIGN_IN_TITLE).await;
        assert_eq!(person.typed("user-id").await, CHOICE);
        assert_eq!(writes(person).await, sent + 1);
    })
    .await;
}

#[tokio::test]
async fn from_the_code_back_leads_to_the_choice() {
    visit(async |person| {
        person.reaches_identify().await;
        person.identifies_as(CHOICE).await;
        person.is_at(&text::CHOOSE_METHOD_TITLE).await;
        person.chooses_the_way_at(0).await;
        person.is_at(&text::ENTER_CODE_TITLE).await;
        let sent = writes(person).await;
        person.presses(&text::BACK).await;
        person.is_at(&text::CHOOSE_METHOD_TITLE).await;
        assert_eq!(writes(person).await, sent);
        person.goes_forward().await;
        person.is_at(&text::CHOOSE_METHOD_TITLE).await;
        assert_eq!(writes(person).await, sent, "a code is sent when somebody asks for it");
        person.goes_back().await;
        person.is_at(&text::IDENTIFY_TITLE).await;
        assert_eq!(person.typed("user-id").await, CHOICE);
    })
    .await;
}

#[tokio::test]
async fn back_and_forward_between_the_pages() {
    visit(async |person| {
        person.opens("").await;
        person.answers("user-id", "user@contoso.example").await;
        person.is_at(&text::PASSWORD_TITLE).await;
        person.goes_back().await;
        person.is_at(&text::SIGN_IN_TITLE).await;
        assert_eq!(person.typed("user-id").await, "user@contoso.example");
        person.presses(&text::CANNOT_ACCESS).await;
        person.is_at(&text::SITUATION_TITLE).await;
        assert_eq!(person.path().await, "/en/recover/");
        person.goes_back().await;
        person.is_at(&text::SIGN_IN_TITLE).await;
        assert_eq!(person.path().await, "/en/");
        person.goes_forward().await;
        person.is_at(&text::SITUATION_TITLE).await;
        person.chooses(&text::SITUATION_TEMPORARY_PASSWORD).await;
        person.is_at(&text::ADVICE_TEMPORARY_TITLE).await;
        person.goes_back().await;
        person.is_at(&text::SITUATION_TITLE).await;
        assert_eq!(writes(person).await, 0);
    })
    .await;
}

#[tokio::test]
async fn after_the_end_back_leads_to_signing_in() {
    visit(async |person| {
        person.reaches_the_end("user@contoso.example").await;
        let sent = writes(person).await;
        person.goes_back().await;
        person.is_at(&text::SIGN_IN_TITLE).await;
        person.sees(&text::SIGN_IN_NOTICE_RECOVERED).await;
        assert_eq!(writes(person).await, sent);
        person.signs_in("user@contoso.example", NEW_PASSWORD).await;
        person.is_at(&text::ACCOUNT_TITLE).await;
    })
    .await;
}

#[tokio::test]
async fn back_while_an_answer_is_awaited_gives_it_up() {
    visit(async |person| {
        person.reaches_identify().await;
        person.identifies_as("silent@contoso.example").await;
        person.sees(&text::WORKING).await;
        person.goes_back().await;
        person.is_at(&text::ACCOUNT_TYPE_TITLE).await;
        person.chooses(&text::ACCOUNT_TYPE_WORK).await;
        person.is_at(&text::IDENTIFY_TITLE).await;
        person.identifies_as("user@contoso.example").await;
        person.is_at(&text::ENTER_CODE_TITLE).await;
    })
    .await;
}

/// Wherever the page is loaded again, it begins again, says why, and works.
#[tokio::test]
async fn loading_again_starts_again_and_says_why() {
    visit(async |person| {
        let starts_again = async || {
            person.loads_the_page_again().await;
            person.is_at(&text::SITUATION_TITLE).await;
            person.sees(&text::NOTICE_STARTED_AGAIN).await;
        };
        person.reaches_account_type().await;
        starts_again().await;
        person.reaches_identify().await;
        person.types_into("user-id", "user@contoso.example").await;
        starts_again().await;
        person.reaches_identify().await;
        person.identifies_as(CHOICE).await;
        person.is_at(&text::CHOOSE_METHOD_TITLE).await;
        starts_again().await;
        person.reaches_code("user@contoso.example").await;
        starts_again().await;
        person.reaches_new_password("user@contoso.example").await;
        starts_again().await;
        person.reaches_the_end("user@contoso.example").await;
        person.loads_the_page_again().await;
        person.is_at(&text::SITUATION_TITLE).await;
        // Nothing was lost.
        person.sees_no_longer(&text::NOTICE_STARTED_AGAIN).await;
        person.reaches_new_password("never@contoso.example").await;
        person.answers("new-password", NEW_PASSWORD).await;
        person.is_at(&text::WAIT_TITLE).await;
        starts_again().await;
        person.reaches_situation().await;
        person.chooses(&text::SITUATION_ADMIN_HAS_LEFT).await;
        person.is_at(&text::ADVICE_ADMIN_LEFT_TITLE).await;
        starts_again().await;
        // A second time there is nothing to say any more.
        person.loads_the_page_again().await;
        person.sees_no_longer(&text::NOTICE_STARTED_AGAIN).await;
    })
    .await;
}

#[tokio::test]
async fn deep_links_lead_to_their_pages() {
    visit(async |person| {
        for (path, heading) in [("", text::SIGN_IN_TITLE), ("recover/", text::SITUATION_TITLE)] {
            person.opens(path).await;
            person.is_at(&heading).await;
        }
        for path in ["account/", "account/password/", "account/users/", "account/verification/"] {
            person.opens(path).await;
            person.sees_problem(&text::PROBLEM_SESSION_REQUIRED).await;
            person.is_still_at(&text::SIGN_IN_TITLE).await;
        }
        person.opens("").await;
        person.signs_in("user@contoso.example", crate::stand_in::sentinels::PASSWORD).await;
        person.is_at(&text::ACCOUNT_TITLE).await;
        // The session is the browser's cookie: it outlives the page.
        for (path, heading) in [("account/", text::ACCOUNT_TITLE), ("account/password/", text::CHANGE_PASSWORD_TITLE)] {
            person.opens(path).await;
            person.is_at(&heading).await;
        }
    })
    .await;
}

/// There and back again, with the step, what was typed and what is wrong.
async fn speaks_the_other_language(person: &Person, stop: crate::harness::Stop) {
    let sent = writes(person).await;
    for _ in 0..2 {
        person.switches_the_language().await;
        person.sees(&stop.heading).await;
        if stop.has_problem {
            person.sees(&text::PROBLEM_SUMMARY).await;
        } else {
            person.is_at(&stop.heading).await;
        }
        if let Some((field, typed)) = stop.typed {
            assert_eq!(person.typed(field).await, typed);
        }
        assert!(person.path().await.starts_with(&format!("/{}/", person.language().tag())));
    }
    assert_eq!(writes(person).await, sent);
}

#[tokio::test]
async fn the_language_can_be_switched_anywhere_on_the_way() {
    visit(async |person| tour_of_the_way(person, speaks_the_other_language).await).await;
}

#[tokio::test]
async fn the_language_can_be_switched_at_every_stop() {
    visit(async |person| tour_of_stops(person, speaks_the_other_language).await).await;
}

#[tokio::test]
async fn the_language_can_be_switched_anywhere_in_the_account() {
    visit(async |person| tour_of_the_account(person, speaks_the_other_language).await).await;
}

#[tokio::test]
async fn the_language_can_be_switched_anywhere_on_the_way_to_support() {
    visit(async |person| tour_of_support(person, speaks_the_other_language).await).await;
}

/// The API answers, and writes, in the language that is read.
#[tokio::test]
async fn back_after_a_switch_stays_in_the_language() {
    visit(async |person| {
        person.reaches_account_type().await;
        person.switches_the_language().await;
        person.goes_back().await;
        person.is_at(&text::SITUATION_TITLE).await;
        assert_eq!(person.path().await, "/ja/recover/");
    })
    .await;
}
