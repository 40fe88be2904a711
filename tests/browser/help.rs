//! The help: one link away from every screen, without loss for what is under way, and readable when the app is not there.

use crate::harness::{Language, Person, Visit, visit};
use partner_recovery::help::Topic;
use partner_recovery::help::start::Start;
use partner_recovery::i18n::{Message, text};
use partner_recovery::route::Route;

/// What stands only in the article.
const ARTICLE: &str = "return document.querySelector('article')?.innerText ?? ''";

/// The path of a help page below its language, as [`Person::opens`] takes it.
fn path(topic: Topic) -> String {
    Route::Help(topic).href("en").trim_start_matches("/en/").to_owned()
}

async fn starts(person: &Person, start: Start) {
    let button = person.element(&format!("article a[data-start={}]", start.name())).await;
    button.click().await.expect("it can be pressed");
}

/// Reads the help about the recovery that is under way.
async fn looks_into_the_help(person: &Person) {
    person.presses(&text::FOOTER_HELP).await;
    person.is_at(&Topic::ResetMyPassword.title()).await;
    person.sees(&text::HELP_RECOVERY_OPEN).await;
}

#[tokio::test]
async fn reading_loses_nothing_of_a_recovery() {
    visit(async |person| {
        let is_as_it_was = async || {
            person.is_at(&text::IDENTIFY_TITLE).await;
            assert_eq!(person.typed("user-id").await, "half@cont");
        };
        person.reaches_identify().await;
        person.types_into("user-id", "half@cont").await;
        looks_into_the_help(person).await;
        person.presses(&text::HELP_GO_ON).await;
        is_as_it_was().await;
        looks_into_the_help(person).await;
        person.goes_back().await;
        is_as_it_was().await;

        person.identifies_as("user@contoso.example").await;
        person.is_at(&text::ENTER_CODE_TITLE).await;
        looks_into_the_help(person).await;
        // What is under way goes on, whatever is started.
        starts(person, Start::Recovery).await;
        person.is_at(&text::ENTER_CODE_TITLE).await;
        person.enters_the_code_for("user@contoso.example").await;
        person.is_at(&text::SET_PASSWORD_TITLE).await;
    })
    .await;
}

#[tokio::test]
async fn the_user_id_goes_along_from_signing_in_through_the_help_to_the_recovery() {
    visit(async |person| {
        person.opens("").await;
        person.types_into("user-id", "user@contoso.example").await;
        person.presses(&text::FOOTER_HELP).await;
        person.is_at(&Topic::CannotSignIn.title()).await;
        person.sees_no_longer(&text::HELP_RECOVERY_OPEN).await;
        starts(person, Start::Identify).await;
        person.is_at(&text::IDENTIFY_TITLE).await;
        assert_eq!(person.typed("user-id").await, "user@contoso.example");
        person.identifies_as("user@contoso.example").await;
        person.is_at(&text::ENTER_CODE_TITLE).await;
    })
    .await;
}

/// Where each action leads that needs nobody to be signed in, from an article that offers it.
const STARTS: [(Topic, Start, Message); 7] = [
    (Topic::ResetMyPassword, Start::Recovery, text::SITUATION_TITLE),
    (Topic::ResetMyPassword, Start::AccountType, text::ACCOUNT_TYPE_TITLE),
    (Topic::ResetMyPassword, Start::Identify, text::IDENTIFY_TITLE),
    (Topic::ResetMyPassword, Start::NewPassword, text::IDENTIFY_TITLE),
    (Topic::CannotSignIn, Start::ServiceRequest, text::REASON_TITLE),
    (Topic::CannotSignIn, Start::RequestStatus, text::LOOK_UP_TITLE),
    (Topic::CannotSignIn, Start::SignIn, text::SIGN_IN_TITLE),
];

#[tokio::test]
async fn every_step_starts_what_it_describes() {
    for language in Language::ALL {
        Visit::in_language(language)
            .take(async |person| {
                for (topic, start, heading) in STARTS {
                    person.opens(&path(topic)).await;
                    starts(person, start).await;
                    person.is_at(&heading).await;
                    person.goes_back().await;
                    if matches!(start, Start::AccountType | Start::Identify | Start::NewPassword) {
                        // The steps before it can be answered differently.
                        person
                            .until("an earlier step is shown", async || {
                                (person.heading().await != person.reads(&heading)).then_some(())
                            })
                            .await;
                    } else {
                        person.is_at(&topic.title()).await;
                    }
                }
            })
            .await;
    }
}

#[tokio::test]
async fn the_articles_lead_to_each_other_and_speak_both_languages() {
    visit(async |person| {
        person.opens(&path(Topic::CannotSignIn)).await;
        person.is_at(&Topic::CannotSignIn.title()).await;
        for topic in [Topic::VerifyAccount, Topic::ResetMyPassword, Topic::ResetUserPassword, Topic::CannotSignIn] {
            let before = person.script_text(ARTICLE).await;
            person.presses(&topic.title()).await;
            person.is_at(&topic.title()).await;
            person
                .until("another article is there", async || {
                    let now = person.script_text(ARTICLE).await;
                    (!now.is_empty() && now != before).then_some(())
                })
                .await;
        }
        person.switches_the_language().await;
        person.is_at(&Topic::CannotSignIn.title()).await;
        person
            .waits_until("the article is in Japanese", "return document.querySelector('article').lang === 'ja'")
            .await;
        assert_eq!(person.path().await, Route::Help(Topic::CannotSignIn).href("ja"));
    })
    .await;
}

#[tokio::test]
async fn an_article_can_be_read_without_the_app() {
    for language in Language::ALL {
        let visit = Visit { console_may_say: &["integrity"], may_fall_back: true, ..Visit::in_language(language) };
        visit
            .take(async |person| {
                person.site.lose_the_app();
                for topic in Topic::ALL {
                    person.visits(&Route::Help(topic).href(language.tag())).await;
                    let is_told = "return document.activeElement?.matches('#app .failure') ?? false";
                    person.waits_until("it is said that the app is missing", is_told).await;
                    let article = person.script_text(ARTICLE).await;
                    assert!(article.chars().count() > 300, "{article}");
                    let title = "return document.getElementById('heading')?.innerText";
                    assert_eq!(person.script_text(title).await, person.reads(&topic.title()));
                }
            })
            .await;
    }
}

#[tokio::test]
async fn an_article_that_cannot_be_had_is_tried_again() {
    visit(async |person| {
        person.opens("").await;
        let address =
            "return document.getElementById('more-files').content.querySelector('link[data-help=cannot-sign-in][hreflang=en]').getAttribute('href')";
        let file = person.script_text(address).await.trim_start_matches('/').to_owned();
        let article = person.site.file(&file);
        person.site.lose_assets(file.trim_start_matches("assets/"));
        person.presses(&text::FOOTER_HELP).await;
        person.sees(&text::HELP_UNREACHABLE).await;
        person.site.write(&file, &article);
        person.presses(&text::TRY_AGAIN).await;
        person.waits_until("the article is there", "return document.querySelector('article') !== null").await;
        person.sees_no_longer(&text::HELP_UNREACHABLE).await;
    })
    .await;
}
