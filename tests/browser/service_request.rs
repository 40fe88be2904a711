//! Asking support for help, from the reason to being let back in.

use crate::harness::{Language, Person, REQUESTER, Visit, Way, visit};
use partner_recovery::i18n::text;
use serde_json::Value;

/// The only request that support has.
async fn the_request(person: &Person) -> Value {
    let requests = person.site.api.service_requests().await;
    let [request] = requests.as_slice() else { panic!("{} requests", requests.len()) };
    request.clone()
}

/// From the first question to the receipt, and what support has then.
async fn asks_support(language: Language, way: Way) {
    Visit::in_language(language)
        .take(async |person| {
            person.reaches_situation().await;
            person.chooses(&text::SITUATION_ADMIN_HAS_LEFT).await;
            person.is_at(&text::ADVICE_ADMIN_LEFT_TITLE).await;
            person.presses(&text::ASK_SUPPORT).await;
            // The reason is known already.
            person.is_at(&text::CONTACT_TITLE).await;
            person.tells_who_they_are().await;
            person.is_at(&text::COMPANY_TITLE).await;
            person.tells_of_the_company().await;
            person.is_at(&text::CHECK_ANSWERS_TITLE).await;
            for said in ["山田 花子", REQUESTER, "Contoso K.K.", "contoso.example"] {
                person.sees_text(said).await;
            }
            person.sees(&text::SITUATION_ADMIN_HAS_LEFT).await;
            person.shows_to_be_a_person(way).await;
            person.presses(&text::SEND_REQUEST).await;
            person.is_at(&text::SENT_TITLE).await;
            let (number, _) = person.reads_the_receipt().await;
            let request = the_request(person).await;
            assert_eq!(request["number"], number);
            assert_eq!(request["status"], "received");
        })
        .await;
}

#[tokio::test]
async fn support_is_asked_with_the_picture() {
    asks_support(Language::English, Way::Picture).await;
}

#[tokio::test]
async fn support_is_asked_with_the_calculation_in_japanese() {
    asks_support(Language::Japanese, Way::Work).await;
}

#[tokio::test]
async fn what_is_missing_is_said_at_its_field() {
    visit(async |person| {
        person.opens("request/").await;
        person.submits().await;
        person.sees_problem(&text::CHOOSE_ONE).await;
        person.chooses(&text::REASON_OTHER).await;
        person.sees_problem(&text::DETAILS_MISSING).await;
        person.answers("details", "My phone fell into the sea.").await;
        person.is_at(&text::CONTACT_TITLE).await;
        person.submits().await;
        person.sees_problem(&text::NAME_MISSING).await;
        person.types_into("name", "A").await;
        person.answers("email", "not an address").await;
        person.sees_problem(&text::EMAIL_WRONG).await;
        person.answers("email", REQUESTER).await;
        person.is_at(&text::COMPANY_TITLE).await;
        person.submits().await;
        person.sees_problem(&text::LEGAL_NAME_MISSING).await;
        person.sees_problem(&text::ADDRESS_MISSING).await;
        person.types_into("domain", "user@contoso.example").await;
        person.submits().await;
        person.sees_problem(&text::DOMAIN_WRONG).await;
        assert_eq!(person.typed("domain").await, "user@contoso.example", "nothing is lost");
        assert_eq!(person.site.api.service_requests().await.len(), 0);
    })
    .await;
}

#[tokio::test]
async fn what_was_entered_survives_a_reload_at_every_step() {
    visit(async |person| {
        person.opens("request/").await;
        person.presses(&text::REASON_OTHER).await;
        person.types_into("details", "half a sent").await;
        person.loads_the_page_again().await;
        person.is_at(&text::REASON_TITLE).await;
        person.sees(&text::REQUEST_KEPT).await;
        assert_eq!(person.typed("details").await, "half a sent");
        person.submits().await;
        person.is_at(&text::CONTACT_TITLE).await;
        person.types_into("name", "山田 花").await;
        person.loads_the_page_again().await;
        person.is_at(&text::CONTACT_TITLE).await;
        assert_eq!(person.typed("name").await, "山田 花");
        person.tells_who_they_are().await;
        person.is_at(&text::COMPANY_TITLE).await;
        person.tells_of_the_company().await;
        person.is_at(&text::CHECK_ANSWERS_TITLE).await;
        person.loads_the_page_again().await;
        person.is_at(&text::CHECK_ANSWERS_TITLE).await;
        person.sees_text("half a sent").await;
        // Back still goes one step back.
        person.goes_back().await;
        person.is_at(&text::COMPANY_TITLE).await;
        assert_eq!(person.typed("legal-name").await, "Contoso K.K.");
        person.presses(&text::DISCARD_REQUEST).await;
        person.is_at(&text::REASON_TITLE).await;
        person.sees(&text::REQUEST_DISCARDED).await;
        person.loads_the_page_again().await;
        assert_eq!(person.typed("details").await, "");
        assert_eq!(person.script("return sessionStorage.length").await, 0);
    })
    .await;
}

#[tokio::test]
async fn an_answer_can_be_changed_before_it_is_sent() {
    visit(async |person| {
        person.reaches_the_check_of_answers().await;
        person.presses(&text::CHANGE_CONTACT).await;
        person.is_at(&text::CONTACT_TITLE).await;
        person.answers("name", "山田 次郎").await;
        person.is_at(&text::CHECK_ANSWERS_TITLE).await;
        person.sees_text("山田 次郎").await;
        person.sends_the_request().await;
        assert_eq!(the_request(person).await["contact"]["name"], "山田 次郎");
    })
    .await;
}

#[tokio::test]
async fn a_wrong_answer_to_the_check_loses_nothing() {
    visit(async |person| {
        person.reaches_the_check_of_answers().await;
        person.reads_the_picture().await;
        person.types_into("captcha-answer", "wrong").await;
        person.presses(&text::SEND_REQUEST).await;
        person.sees_problem(&text::PROBLEM_CAPTCHA_INCORRECT).await;
        person.sends_the_request().await;
        assert_eq!(person.site.api.service_requests().await.len(), 1);
    })
    .await;
}

/// However often it is sent, it is there once: the answer is lost, the page is loaded again, and it is sent again.
#[tokio::test]
async fn a_request_whose_answer_got_lost_is_sent_again_and_is_there_once() {
    visit(async |person| {
        person.reaches_the_check_of_answers_as("silent@contoso.example").await;
        person.shows_to_be_a_person(Way::Picture).await;
        person.presses(&text::SEND_REQUEST).await;
        person
            .until("support has it", async || (person.site.api.service_requests().await.len() == 1).then_some(()))
            .await;
        person.loads_the_page_again().await;
        person.is_at(&text::CHECK_ANSWERS_TITLE).await;
        person.sends_the_request().await;
        let (number, _) = person.reads_the_receipt().await;
        assert_eq!(the_request(person).await["number"], number);
    })
    .await;
}

#[tokio::test]
async fn without_an_answer_it_is_said_that_nobody_knows() {
    let visit = Visit { config: |config| config["api"]["timeout_seconds"] = 2.into(), ..Visit::default() };
    visit
        .take(async |person| {
            person.reaches_the_check_of_answers_as("silent@contoso.example").await;
            person.shows_to_be_a_person(Way::Picture).await;
            person.presses(&text::SEND_REQUEST).await;
            person.sees_problem(&text::REQUEST_OUTCOME_UNKNOWN).await;
            person.sends_the_request().await;
            assert_eq!(person.site.api.service_requests().await.len(), 1);
        })
        .await;
}

#[tokio::test]
async fn the_receipt_can_be_copied_and_printed() {
    for language in Language::ALL {
        Visit::in_language(language)
            .take(async |person| {
                person.reaches_the_receipt().await;
                let (number, access_code) = person.reads_the_receipt().await;
                person.presses(&text::SENT_COPY).await;
                person.sees(&text::COPIED).await;
                assert_eq!(person.clipboard().await, format!("{number}\n{access_code}"));
                person.presses(&text::CLEAR_CLIPBOARD).await;
                person.sees(&text::CLIPBOARD_CLEARED).await;
                assert_eq!(person.clipboard().await, "");

                person.prints_with(async || person.presses(&text::SENT_PRINT).await).await;
                let paper = person.paper().await;
                let address = format!("{}/{}/request/status/", person.site.origin, language.tag());
                for part in [&number, &access_code, &address] {
                    assert!(paper.contains(part), "{part} is not on the sheet: {paper}");
                }
                for message in [&text::SENT_COPY, &text::FOOTER_HELP, &text::LOOK_UP_TITLE] {
                    assert!(!paper.contains(&person.reads(message)), "only the sheet is printed: {paper}");
                }
            })
            .await;
    }
}

/// The receipt is gone after leaving, after Back and after loading again; the number is remembered, the code is not.
#[tokio::test]
async fn the_access_code_is_shown_once() {
    visit(async |person| {
        person.reaches_the_receipt().await;
        let (number, access_code) = person.reads_the_receipt().await;
        person.presses(&text::LOOK_UP_TITLE).await;
        person.is_at(&text::LOOK_UP_TITLE).await;
        assert_eq!(person.typed("number").await, number);
        person.goes_back().await;
        person.is_at(&text::REASON_TITLE).await;
        person.has_no_trace_of(&access_code).await;
        person.loads_the_page_again().await;
        person.has_no_trace_of(&access_code).await;
    })
    .await;
    visit(async |person| {
        person.reaches_the_receipt().await;
        let (_, access_code) = person.reads_the_receipt().await;
        person.goes_back().await;
        person.is_at(&text::REASON_TITLE).await;
        person.has_no_trace_of(&access_code).await;
        person.goes_forward().await;
        person.has_no_trace_of(&access_code).await;
    })
    .await;
}

#[tokio::test]
async fn an_unknown_number_and_a_wrong_code_are_told_the_same() {
    visit(async |person| {
        person.reaches_the_receipt().await;
        let (number, access_code) = person.reads_the_receipt().await;
        person.opens("request/status/").await;
        for (number, access_code) in [(number.as_str(), "K7QM-4RXT-9WPA"), ("SR-00000000", access_code.as_str())] {
            person.types_into("number", number).await;
            person.answers("access-code", access_code).await;
            person.sees_problem(&text::PROBLEM_SERVICE_REQUEST_NOT_FOUND).await;
            assert_eq!(person.typed("number").await, number);
        }
        // Upper or lower case, spaces and hyphens do not matter.
        person.types_into("number", &number.to_lowercase()).await;
        person.answers("access-code", &access_code.to_lowercase().replace('-', " ")).await;
        person.sees(&text::STATUS_RECEIVED).await;
    })
    .await;
}

#[tokio::test]
async fn a_declined_request_has_ways_on() {
    visit(async |person| {
        person.reaches_the_receipt().await;
        let (number, access_code) = person.reads_the_receipt().await;
        person.site.api.support_does(&number, "decline", "<b>The name differs.</b>").await;
        person.looks_up(&number, &access_code).await;
        person.sees(&text::STATUS_DECLINED).await;
        person.sees_text("<b>The name differs.</b>").await;
        person.presses(&text::NEW_REQUEST).await;
        person.is_at(&text::REASON_TITLE).await;
        person.goes_back().await;
        person.is_at(&text::LOOK_UP_TITLE).await;
        person.has_no_trace_of(&access_code).await;
    })
    .await;
}

#[tokio::test]
async fn an_answer_to_support_is_kept_until_it_has_arrived() {
    visit(async |person| {
        person.reaches_the_receipt().await;
        let (number, access_code) = person.reads_the_receipt().await;
        person.looks_up(&number, &access_code).await;
        person.sees(&text::STATUS_RECEIVED).await;
        person.site.api.support_does(&number, "ask", "Who signed the contract?").await;
        person.presses(&text::REPORT_REFRESH).await;
        person.sees_text("Who signed the contract?").await;
        person.submits().await;
        person.sees_problem(&text::REPLY_MISSING).await;
        person.types_into("reply", "My predecessor did.").await;
        person.switches_the_language().await;
        assert_eq!(person.typed("reply").await, "My predecessor did.");
        person.site.api.stops();
        person.submits().await;
        person.sees_problem(&text::PROBLEM_UNREACHABLE).await;
        assert_eq!(person.typed("reply").await, "My predecessor did.");
    })
    .await;
}
