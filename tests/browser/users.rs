//! A Global admin resets the password of a colleague, who signs in with the temporary one and chooses another.

use crate::harness::{ADMIN, COLLEAGUE, Language, NEW_PASSWORD, Person, Visit, visit};
use crate::stand_in::sentinels::{PASSWORD, TABLE};
use partner_recovery::i18n::text;
use partner_recovery::route::Route;

/// Reads the temporary password, copies it and prints it; in the end it is handed over, and gone.
async fn hands_over(person: &Person) -> String {
    let password = person.resets_the_password_of(COLLEAGUE).await;
    person.sees(&text::TEMPORARY_PASSWORD_ONCE).await;
    person.presses(&text::TEMPORARY_PASSWORD_COPY).await;
    person.sees(&text::COPIED).await;
    assert_eq!(person.clipboard().await, password);
    person.presses(&text::CLEAR_CLIPBOARD).await;
    person.sees(&text::CLIPBOARD_CLEARED).await;
    assert_eq!(person.clipboard().await, "");

    person.prints_with(async || person.presses(&text::TEMPORARY_PASSWORD_PRINT).await).await;
    let paper = person.paper().await;
    let address = format!("{}/{}/", person.site.origin, person.language().tag());
    for part in [COLLEAGUE, &password, &address] {
        assert!(paper.contains(part), "{part} is not on the sheet: {paper}");
    }
    for message in [&text::HAND_OVER_STEP_SIGN_IN, &text::HAND_OVER_STEP_CHOOSE] {
        assert!(paper.contains(&person.reads(message)), "{paper}");
    }
    for message in [&text::TEMPORARY_PASSWORD_COPY, &text::FOOTER_HELP, &text::TEMPORARY_PASSWORD_HANDED_OVER] {
        assert!(!paper.contains(&person.reads(message)), "only the sheet is printed: {paper}");
    }

    person.presses(&text::TEMPORARY_PASSWORD_HANDED_OVER).await;
    person.is_at(&text::USERS_TITLE).await;
    person.sees(&text::USERS_NOTICE_HANDED_OVER).await;
    person.has_no_trace_of(&password).await;
    password
}

async fn a_colleague_is_let_in(language: Language) {
    Visit::in_language(language)
        .take(async |person| {
            person.reaches_the_users().await;
            let temporary = hands_over(person).await;
            person.signs_out().await;
            person.has_no_trace_of(&temporary).await;

            person.signs_in(COLLEAGUE, PASSWORD).await;
            person.sees_problem(&text::PROBLEM_SIGN_IN_FAILED).await;
            person.answers("password", &temporary).await;
            person.is_at(&text::CHANGE_PASSWORD_TITLE).await;
            // There is no way around it.
            person.opens("account/").await;
            person.is_at(&text::CHANGE_PASSWORD_TITLE).await;
            person.changes_the_temporary_password(&temporary, NEW_PASSWORD).await;
            person.presses(&text::SIGN_OUT).await;
            person.signs_in(COLLEAGUE, NEW_PASSWORD).await;
            person.is_at(&text::ACCOUNT_TITLE).await;
        })
        .await;
}

#[tokio::test]
async fn a_colleague_is_let_in_in_english() {
    a_colleague_is_let_in(Language::English).await;
}

#[tokio::test]
async fn a_colleague_is_let_in_in_japanese() {
    a_colleague_is_let_in(Language::Japanese).await;
}

#[tokio::test]
async fn the_list_is_shown_page_by_page() {
    visit(async |person| {
        person.reaches_the_users().await;
        let all = u32::try_from(TABLE.len()).unwrap();
        let mut shown = 10;
        while shown < all {
            person.sees(&text::users_found_more(shown.into())).await;
            person.presses(&text::USERS_MORE).await;
            // The reading goes on with the first one that was added.
            person.has_focus_on(&format!("user-{shown}")).await;
            shown += 10;
        }
        person.sees(&text::users_found(all.into())).await;
        person.sees_no_longer(&text::USERS_MORE).await;
        let count = person.script("return document.querySelectorAll('main button.user').length").await;
        assert_eq!(count, all);
    })
    .await;
}

#[tokio::test]
async fn a_search_finds_by_name_and_by_user_id() {
    visit(async |person| {
        person.reaches_the_users().await;
        for words in ["TWO METHODS", "two-methods@"] {
            person.answers("query", words).await;
            person.sees(&text::users_found(1.into())).await;
            person.sees_text(COLLEAGUE).await;
        }
        person.answers("query", "nobody at all").await;
        person.sees(&text::USERS_NONE).await;
        person.answers("query", "").await;
        person.sees(&text::users_found_more(10.into())).await;
    })
    .await;
}

#[tokio::test]
async fn going_back_from_the_confirmation_resets_nothing_and_keeps_the_list() {
    visit(async |person| {
        person.reaches_the_users().await;
        person.chooses_the_user(COLLEAGUE).await;
        person.presses(&text::BACK).await;
        person.is_at(&text::USERS_TITLE).await;
        person.sees(&text::users_found(1.into())).await;
        assert_eq!(person.typed("query").await, COLLEAGUE);
        person.presses_the_user(COLLEAGUE).await;
        person.is_at(&text::CONFIRM_RESET_TITLE).await;
        person.goes_back().await;
        person.is_at(&text::USERS_TITLE).await;
        assert_eq!(person.journal.count("POST temporary-password").await, 0);
    })
    .await;
}

#[tokio::test]
async fn some_passwords_are_not_reset_here() {
    visit(async |person| {
        person.reaches_the_users().await;
        for user_id in ["protected@contoso.example", ADMIN] {
            person.chooses_the_user(user_id).await;
            person.presses(&text::CONFIRM_RESET_SUBMIT).await;
            person.sees_problem(&text::PROBLEM_RESET_NOT_ALLOWED).await;
            person.is_still_at(&text::CONFIRM_RESET_TITLE).await;
            person.presses(&text::BACK).await;
            person.is_at(&text::USERS_TITLE).await;
        }
    })
    .await;
}

/// After leaving, Back, loading again, and when the browser shows the page again as it was.
#[tokio::test]
async fn the_temporary_password_is_shown_once() {
    visit(async |person| {
        let is_gone = async |password: &str| {
            person.is_at(&text::USERS_TITLE).await;
            person.has_no_trace_of(password).await;
        };
        person.reaches_the_users().await;

        let password = person.resets_the_password_of(COLLEAGUE).await;
        person.presses(&text::FOOTER_HELP).await;
        person.has_left(&text::TEMPORARY_PASSWORD_TITLE).await;
        person.has_no_trace_of(&password).await;
        person.goes_back().await;
        is_gone(&password).await;
        person.sees(&text::USERS_NOTICE_PASSWORD_GONE).await;

        let password = person.resets_the_password_of(COLLEAGUE).await;
        person.goes_back().await;
        is_gone(&password).await;
        person.sees(&text::USERS_NOTICE_PASSWORD_GONE).await;
        person.goes_forward().await;
        person.has_no_trace_of(&password).await;

        person.opens("account/users/").await;
        let password = person.resets_the_password_of(COLLEAGUE).await;
        person.loads_the_page_again().await;
        is_gone(&password).await;

        let password = person.resets_the_password_of(COLLEAGUE).await;
        person.script("addEventListener('pageshow', event => window.wasKept = event.persisted)").await;
        person.visits("/404.html").await;
        person.goes_back().await;
        is_gone(&password).await;
        person.sees(&text::USERS_NOTICE_PASSWORD_GONE).await;
        assert_eq!(person.script("return window.wasKept").await, true, "the browser keeps it: this tests something");
    })
    .await;
}

#[tokio::test]
async fn whoever_is_no_admin_is_told_whom_to_ask() {
    for language in Language::ALL {
        Visit::in_language(language)
            .take(async |person| {
                person.reaches_the_account_of(COLLEAGUE).await;
                let shown = person.shown().await;
                assert!(!shown.contains(&person.reads(&text::USERS_TITLE)), "it is not even offered: {shown}");
                person.opens("account/users/").await;
                person.is_at(&text::ADMINS_ONLY_TITLE).await;
                person.sees(&text::ADMINS_ONLY_ASK).await;
                assert_eq!(person.journal.count("POST /v1/users/search").await, 0);
                person.presses(&Route::ServiceRequest.title()).await;
                person.is_at(&text::REASON_TITLE).await;
                person.goes_back().await;
                person.is_at(&text::ADMINS_ONLY_TITLE).await;
                person.presses(&text::ACCOUNT_TITLE).await;
                person.is_at(&text::ACCOUNT_TITLE).await;
            })
            .await;
    }
}
