//! The site before a real server of django-allauth: the same build, another name in `config.json`.

use crate::harness::{Language, NEW_PASSWORD, Person, Server, Visit};
use crate::stand_in::sentinels::PASSWORD;
use partner_recovery::domain::moment::Seconds;
use partner_recovery::i18n::text;

const USER: &str = "user@contoso.example";
const NOBODY: &str = "nobody@contoso.example";
const SERVER: Server = Server::Allauth(&[USER]);

async fn visit(story: impl AsyncFnOnce(&Person)) {
    Visit { server: SERVER, ..Visit::default() }.take(story).await;
}

async fn reaches_identify(person: &Person) {
    person.reaches_situation().await;
    person.chooses(&text::SITUATION_FORGOT_PASSWORD).await;
    person.is_at(&text::IDENTIFY_TITLE).await;
}

async fn reaches_code(person: &Person, user_id: &str) {
    reaches_identify(person).await;
    person.answers("user-id", user_id).await;
    person.is_at(&text::ENTER_CODE_TITLE).await;
}

/// From a wrong password to the account.
async fn back_in(language: Language, words_of_the_mail: &'static str) {
    Visit { server: SERVER, ..Visit::in_language(language) }
        .take(async |person| {
            person.opens("").await;
            person.signs_in(USER, "a wrong password").await;
            person.sees_problem(&text::PROBLEM_SIGN_IN_FAILED).await;
            person.presses(&text::CANNOT_ACCESS).await;
            person.is_at(&text::SITUATION_TITLE).await;
            person.sees(&text::place(1.into(), 4.into())).await;
            person.chooses(&text::SITUATION_FORGOT_PASSWORD).await;
            person.is_at(&text::IDENTIFY_TITLE).await;
            assert_eq!(person.typed("user-id").await, USER, "nobody has to type it twice");
            assert!(!person.shown().await.contains(&person.reads(&text::CAPTCHA_LEGEND)));
            person.submits().await;

            person.is_at(&text::ENTER_CODE_TITLE).await;
            let mail = person.site.api.mails().remove(0);
            assert!(mail.contains(words_of_the_mail), "the mail is in the language of the page: {mail}");
            person.enters_the_code_for(USER).await;
            person.is_at(&text::SET_PASSWORD_TITLE).await;
            person.answers("new-password", "123456789").await;
            person.sees_problem(&text::REJECTION_TOO_COMMON).await;
            person.answers("new-password", NEW_PASSWORD).await;
            person.is_at(&text::DONE_TITLE).await;

            person.presses(&text::GO_TO_SIGN_IN).await;
            person.signs_in(USER, PASSWORD).await;
            person.sees_problem(&text::PROBLEM_SIGN_IN_FAILED).await;
            person.answers("password", NEW_PASSWORD).await;
            person.is_at(&text::ACCOUNT_TITLE).await;
            person.sees_text(USER).await;
            changes_the_password_and_signs_out(person).await;
        })
        .await;
}

async fn changes_the_password_and_signs_out(person: &Person) {
    let shown = person.shown().await;
    for missing in [text::VERIFICATION_TITLE, text::USERS_TITLE, text::ACCOUNT_ROLES] {
        assert!(!shown.contains(&person.reads(&missing)), "{shown}");
    }
    person.presses(&text::ACCOUNT_CHANGE_PASSWORD).await;
    person.is_at(&text::CHANGE_PASSWORD_TITLE).await;
    person.types_into("current-password", "not this one").await;
    person.answers("new-password", "another walk by the sea").await;
    person.sees_problem(&text::PROBLEM_CURRENT_PASSWORD).await;
    person.types_into("current-password", NEW_PASSWORD).await;
    person.answers("new-password", "another walk by the sea").await;
    person.is_at(&text::ACCOUNT_TITLE).await;
    person.presses(&text::SIGN_OUT).await;
    person.is_at(&text::SIGN_IN_TITLE).await;
    // The session is over for the server too.
    person.opens("account/").await;
    person.sees_problem(&text::PROBLEM_SESSION_REQUIRED).await;
}

#[tokio::test]
async fn back_in_with_the_code_from_the_mail() {
    back_in(Language::English, "Your password reset code").await;
}

#[tokio::test]
async fn back_in_with_the_code_from_the_mail_in_japanese() {
    back_in(Language::Japanese, "パスワード再設定コード").await;
}

#[tokio::test]
async fn after_three_wrong_codes_one_starts_again() {
    visit(async |person| {
        reaches_code(person, USER).await;
        let right = person.site.api.code_sent_to(USER).await;
        for wrong in ["AAAA-AAAA", "BBBB-BBBB", "CCCC-CCCC"] {
            person.answers("code", wrong).await;
            person.sees_problem(&text::PROBLEM_CODE_INCORRECT).await;
        }
        person.answers("code", &right).await;
        person.is_at(&text::STOP_EXPIRED_TITLE).await;
        person.presses(&text::START_AGAIN).await;
        person.is_at(&text::SITUATION_TITLE).await;
        person.chooses(&text::SITUATION_FORGOT_PASSWORD).await;
        person.is_at(&text::IDENTIFY_TITLE).await;
        assert_eq!(person.typed("user-id").await, USER);
        person.submits().await;
        person.is_at(&text::ENTER_CODE_TITLE).await;
        // Small letters without the hyphen are the same code.
        let code = person.site.api.code_sent_to(USER).await.replace('-', "").to_lowercase();
        person.answers("code", &code).await;
        person.is_at(&text::SET_PASSWORD_TITLE).await;
    })
    .await;
}

#[tokio::test]
async fn an_old_code_leads_to_a_new_start() {
    visit(async |person| {
        reaches_code(person, USER).await;
        person.site.api.advance(181).await;
        person.enters_the_code_for(USER).await;
        person.is_at(&text::STOP_EXPIRED_TITLE).await;
        reaches_code(person, USER).await;
        person.enters_the_code_for(USER).await;
        person.is_at(&text::SET_PASSWORD_TITLE).await;
        // The time for the new password is over too.
        person.site.api.advance(181).await;
        person.answers("new-password", NEW_PASSWORD).await;
        person.is_at(&text::STOP_EXPIRED_TITLE).await;
    })
    .await;
}

#[tokio::test]
async fn an_unknown_account_looks_the_same() {
    visit(async |person| {
        let mut seen = vec![];
        for user_id in [USER, NOBODY] {
            reaches_code(person, user_id).await;
            let mut shown = vec![];
            for wrong in ["AAAA-AAAA", "BBBB-BBBB", "CCCC-CCCC"] {
                person.answers("code", wrong).await;
                person.sees_problem(&text::PROBLEM_CODE_INCORRECT).await;
                shown.push(person.shown().await.replace(user_id, "…"));
            }
            person.answers("code", "DDDD-DDDD").await;
            person.is_at(&text::STOP_EXPIRED_TITLE).await;
            shown.push(person.shown().await);
            seen.push(shown);
        }
        assert_eq!(seen[0], seen[1]);
    })
    .await;
}

#[tokio::test]
async fn too_many_codes_wait() {
    visit(async |person| {
        reaches_code(person, USER).await;
        for _ in 0..4 {
            goes_back_to_the_user_id(person).await;
            person.submits().await;
            person.is_at(&text::ENTER_CODE_TITLE).await;
        }
        goes_back_to_the_user_id(person).await;
        let before = person.journal.count("POST /auth/password/request").await;
        person.submits().await;
        let a_minute = text::problem_too_many_requests(Seconds::clamped(60).into());
        person.sees_problem(&a_minute).await;
        assert_eq!(person.typed("user-id").await, USER);
        person.submits().await;
        person.sees_problem(&a_minute).await;
        assert_eq!(person.journal.count("POST /auth/password/request").await, before + 1, "nothing is sent meanwhile");
    })
    .await;
}

#[tokio::test]
async fn what_the_server_does_not_offer_leads_to_support() {
    visit(async |person| {
        for page in ["request/", "request/status/", "account/users/", "account/verification/"] {
            person.opens(page).await;
            person.is_at(&text::NOT_OFFERED_TITLE).await;
            assert_eq!(leads_to(person, "main a.button").await, "mailto:support@contoso.example", "{page}");
        }
        for situation in [
            text::SITUATION_ONLY_ADMIN_LOCKED_OUT,
            text::SITUATION_ADMIN_HAS_LEFT,
            text::SITUATION_COLLEAGUE_LOCKED_OUT,
        ] {
            person.reaches_situation().await;
            person.chooses(&situation).await;
            person.has_left(&text::SITUATION_TITLE).await;
            assert_eq!(leads_to(person, "main a.button").await, "mailto:support@contoso.example");
        }
        for page in ["help/", "help/verify-account/", "help/reset-user-password/"] {
            person.opens(page).await;
            let hrefs = person
                .script_text("return [...document.querySelectorAll('main .start a')].map(a => a.pathname).join()")
                .await;
            assert!(!hrefs.is_empty(), "{page} has buttons");
            for missing in ["/request", "/users", "/verification"] {
                assert!(!hrefs.contains(missing), "{page}: {hrefs}");
            }
        }
    })
    .await;
}

async fn goes_back_to_the_user_id(person: &Person) {
    person.presses(&text::BACK).await;
    person.is_at(&text::IDENTIFY_TITLE).await;
    let is_ready = "return !document.querySelector('main form button[type=submit][aria-disabled]')";
    person.waits_until("a recovery has begun again", is_ready).await;
}

/// The address of the first link that a selector finds.
async fn leads_to(person: &Person, selector: &str) -> String {
    person.element(selector).await.attr("href").await.expect("it is there").unwrap_or_default()
}
