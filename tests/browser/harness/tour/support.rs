//! The way to support, and what becomes of it.

use super::Stop;
use crate::harness::person::Person;
use partner_recovery::help::start::Start;
use partner_recovery::i18n::text;

pub async fn request(person: &Person, stop: &impl AsyncFn(Stop)) {
    person.opens("").await;
    person.presses(&text::FOOTER_HELP).await;
    let start = format!("article a[data-start={}]", Start::ServiceRequest.name());
    person.element(&start).await.click().await.expect("it can be pressed");
    person.is_at(&text::REASON_TITLE).await;
    person.presses(&text::REASON_OTHER).await;
    stop(Stop::at(text::REASON_TITLE)).await;
    person.submits().await;
    stop(Stop::at(text::REASON_TITLE).with_a_problem()).await;
    person.types_into("details", "half a sent").await;
    stop(Stop::at(text::REASON_TITLE).with_a_problem().with("details", "half a sent")).await;
    person.submits().await;
    stop(Stop::at(text::CONTACT_TITLE)).await;
    person.submits().await;
    stop(Stop::at(text::CONTACT_TITLE).with_a_problem()).await;
    person.tells_who_they_are().await;
    stop(Stop::at(text::COMPANY_TITLE)).await;
    person.types_into("domain", "half@").await;
    person.submits().await;
    stop(Stop::at(text::COMPANY_TITLE).with_a_problem().with("domain", "half@")).await;
    person.tells_of_the_company().await;
    person.is_at(&text::CHECK_ANSWERS_TITLE).await;
    person.reads_the_picture().await;
    stop(Stop::at(text::CHECK_ANSWERS_TITLE)).await;
    person.presses(&text::SEND_REQUEST).await;
    stop(Stop::at(text::CHECK_ANSWERS_TITLE).with_a_problem()).await;
    person.sends_the_request().await;
}

pub async fn status(person: &Person, stop: &impl AsyncFn(Stop)) {
    let (number, access_code) = person.reads_the_receipt().await;
    stop(Stop::at(text::SENT_TITLE)).await;
    assert_eq!(person.reads_the_receipt().await, (number.clone(), access_code.clone()), "it is still the same");
    person.presses(&text::LOOK_UP_TITLE).await;
    stop(Stop::at(text::LOOK_UP_TITLE)).await;
    person.submits().await;
    stop(Stop::at(text::LOOK_UP_TITLE).with_a_problem()).await;
    person.answers("access-code", &access_code).await;
    let report = || Stop::at(text::report_title(number.as_str().into()));
    stop(report()).await;
    person.site.api.support_does(&number, "ask", "Who signed the contract?").await;
    person.presses(&text::REPORT_REFRESH).await;
    person.sees(&text::STATUS_INFORMATION_NEEDED).await;
    person.submits().await;
    stop(report().with_a_problem()).await;
    person.types_into("reply", "half an ans").await;
    stop(report().with_a_problem().with("reply", "half an ans")).await;
    person.submits().await;
    person.sees(&text::STATUS_IN_REVIEW).await;
    stop(report()).await;
    person.site.api.support_does(&number, "decline", "The name differs.").await;
    person.presses(&text::REPORT_REFRESH).await;
    person.sees(&text::STATUS_DECLINED).await;
    stop(report()).await;
}
