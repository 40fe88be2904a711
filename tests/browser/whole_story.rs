//! From the only Global admin who cannot sign in to a colleague who can again, in one story.

use crate::harness::{COLLEAGUE, Language, NEW_PASSWORD, REQUESTER, Visit, Way};
use crate::stand_in::sentinels::PASSWORD;
use partner_recovery::help::Topic;
use partner_recovery::help::start::Start;
use partner_recovery::i18n::text;

/// What support wants to know, and what it is told.
const QUESTION: &str = "Who signed the contract?";
const ANSWER: &str = "My predecessor did.";
/// What the colleague chooses in the end.
const OWN_PASSWORD: &str = "another walk by the sea";

async fn the_whole_story(language: Language, way: Way) {
    Visit::in_language(language)
        .take(async |person| {
            // Nothing works, and the help says what to do.
            person.opens("").await;
            person.signs_in(REQUESTER, "a forgotten password").await;
            person.sees_problem(&text::PROBLEM_SIGN_IN_FAILED).await;
            person.presses(&text::FOOTER_HELP).await;
            person.is_at(&Topic::CannotSignIn.title()).await;
            let start = format!("article a[data-start={}]", Start::ServiceRequest.name());
            person.element(&start).await.click().await.expect("it can be pressed");

            // Support is asked.
            person.is_at(&text::REASON_TITLE).await;
            person.chooses(&text::SITUATION_ONLY_ADMIN_LOCKED_OUT).await;
            person.is_at(&text::CONTACT_TITLE).await;
            person.tells_who_they_are().await;
            person.is_at(&text::COMPANY_TITLE).await;
            person.tells_of_the_company().await;
            person.is_at(&text::CHECK_ANSWERS_TITLE).await;
            person.shows_to_be_a_person(way).await;
            person.presses(&text::SEND_REQUEST).await;
            person.is_at(&text::SENT_TITLE).await;
            let (number, access_code) = person.reads_the_receipt().await;

            // Support has a question, which is answered, and then agrees.
            person.site.api.support_does(&number, "ask", QUESTION).await;
            person.presses(&text::LOOK_UP_TITLE).await;
            person.is_at(&text::LOOK_UP_TITLE).await;
            assert_eq!(person.typed("number").await, number);
            person.answers("access-code", &access_code).await;
            person.is_at(&text::report_title(number.as_str().into())).await;
            person.sees(&text::STATUS_INFORMATION_NEEDED).await;
            person.sees_text(QUESTION).await;
            person.answers("reply", ANSWER).await;
            person.sees(&text::STATUS_IN_REVIEW).await;
            person.sees_text(ANSWER).await;
            person.site.api.support_does(&number, "approve", "").await;
            person.presses(&text::REPORT_REFRESH).await;
            person.sees(&text::STATUS_APPROVED).await;

            // The new Global admin gets back in.
            person.presses(&text::REPORT_RESET).await;
            person.is_at(&text::ACCOUNT_TYPE_TITLE).await;
            person.chooses(&text::ACCOUNT_TYPE_WORK).await;
            person.is_at(&text::IDENTIFY_TITLE).await;
            assert_eq!(person.typed("user-id").await, REQUESTER, "nobody has to type it twice");
            person.shows_to_be_a_person(way).await;
            person.submits().await;
            person.is_at(&text::ENTER_CODE_TITLE).await;
            person.enters_the_code_for(REQUESTER).await;
            person.is_at(&text::SET_PASSWORD_TITLE).await;
            person.answers("new-password", NEW_PASSWORD).await;
            person.is_at(&text::DONE_TITLE).await;
            person.presses(&text::GO_TO_SIGN_IN).await;
            person.signs_in(REQUESTER, NEW_PASSWORD).await;
            person.is_at(&text::ACCOUNT_TITLE).await;
            person.sees(&text::ROLE_GLOBAL_ADMIN).await;

            // And lets a colleague in.
            person.presses(&text::USERS_TITLE).await;
            person.is_at(&text::USERS_TITLE).await;
            let temporary = person.resets_the_password_of(COLLEAGUE).await;
            person.presses(&text::TEMPORARY_PASSWORD_HANDED_OVER).await;
            person.is_at(&text::USERS_TITLE).await;
            person.signs_out().await;
            person.signs_in(COLLEAGUE, PASSWORD).await;
            person.sees_problem(&text::PROBLEM_SIGN_IN_FAILED).await;
            person.answers("password", &temporary).await;
            person.changes_the_temporary_password(&temporary, OWN_PASSWORD).await;
            for secret in [&access_code, &temporary] {
                person.has_no_trace_of(secret).await;
            }
        })
        .await;
}

#[tokio::test]
async fn the_only_admin_gets_back_in_and_lets_a_colleague_in() {
    the_whole_story(Language::English, Way::Picture).await;
}

#[tokio::test]
async fn the_only_admin_gets_back_in_and_lets_a_colleague_in_in_japanese() {
    the_whole_story(Language::Japanese, Way::Work).await;
}
