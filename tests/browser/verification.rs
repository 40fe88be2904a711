//! What is verified of the company, and what to do about it.

use crate::harness::{ADMIN, Language, Person, Visit, visit};
use partner_recovery::domain::verification::{Kind, Status};
use partner_recovery::i18n::{text, wording};

async fn reaches_the_verification(person: &Person, user_id: &str) {
    person.reaches_the_account_of(user_id).await;
    person.presses(&text::VERIFICATION_TITLE).await;
    person.is_at(&text::VERIFICATION_TITLE).await;
}

/// Reads of each kind how far it is, and what to do.
async fn reads(person: &Person, checks: [(Kind, Status); 3]) {
    for (kind, status) in checks {
        person.sees(&wording::account::kind(kind)).await;
        person.sees(&wording::account::status(status)).await;
        person.sees(&wording::account::advice(kind, status)).await;
    }
}

/// The mails that ask the company to confirm its address.
async fn mails(person: &Person) -> usize {
    person.site.api.mails_to(ADMIN).await
}

#[tokio::test]
async fn each_state_says_what_to_do() {
    for language in Language::ALL {
        Visit::in_language(language)
            .take(async |person| {
                reaches_the_verification(person, ADMIN).await;
                reads(
                    person,
                    [
                        (Kind::EmailOwnership, Status::Pending),
                        (Kind::Employment, Status::Authorized),
                        (Kind::Business, Status::Rejected),
                    ],
                )
                .await;
                let support = "return document.querySelector('main .checks a[href^=\"mailto:\"]') !== null";
                assert_eq!(person.script(support).await, true, "support is there where something was rejected");
            })
            .await;
    }
}

#[tokio::test]
async fn where_everything_is_verified_nothing_is_to_do() {
    visit(async |person| {
        reaches_the_verification(person, "user@fabrikam.example").await;
        let all = [Kind::EmailOwnership, Kind::Employment, Kind::Business];
        reads(person, all.map(|kind| (kind, Status::Authorized))).await;
        person.sees_no_longer(&text::VERIFICATION_RESEND).await;
    })
    .await;
}

#[tokio::test]
async fn the_mail_is_sent_again_but_not_at_once_again() {
    for language in Language::ALL {
        Visit::in_language(language)
            .take(async |person| {
                reaches_the_verification(person, ADMIN).await;
                let before = mails(person).await;
                person.presses(&text::VERIFICATION_RESEND).await;
                person.sees(&text::VERIFICATION_NOTICE_SENT_AGAIN).await;
                assert_eq!(mails(person).await, before + 1);
                person.presses(&text::VERIFICATION_RESEND).await;
                person.sees(&text::PROBLEM_SUMMARY).await;
                assert_eq!(mails(person).await, before + 1);
                person.sees(&text::VERIFICATION_TITLE).await;
            })
            .await;
    }
}

#[tokio::test]
async fn one_can_look_again() {
    visit(async |person| {
        reaches_the_verification(person, ADMIN).await;
        person.presses(&text::VERIFICATION_RELOAD).await;
        person.sees(&text::VERIFICATION_NOTICE_LOADED_AGAIN).await;
        person.presses(&text::ACCOUNT_TITLE).await;
        person.is_at(&text::ACCOUNT_TITLE).await;
    })
    .await;
}
