//! What a person goes through who asks support for help.

use super::journey::Way;
use super::person::Person;
use partner_recovery::i18n::text;

/// The account that is to get back in.
pub const REQUESTER: &str = "user@contoso.example";

impl Person {
    pub async fn tells_who_they_are(&self) {
        self.tells_who_they_are_as(REQUESTER).await;
    }

    async fn tells_who_they_are_as(&self, user_id: &str) {
        self.types_into("name", "山田 花子").await;
        self.answers("email", user_id).await;
    }

    pub async fn tells_of_the_company(&self) {
        for (field, words) in [("legal-name", "Contoso K.K."), ("domain", "contoso.example"), ("country", "Japan")] {
            self.types_into(field, words).await;
        }
        self.answers("address", "1-2-3 Kita, Tokyo").await;
    }

    /// From nothing to the last look at the answers.
    pub async fn reaches_the_check_of_answers(&self) {
        self.reaches_the_check_of_answers_as(REQUESTER).await;
    }

    pub async fn reaches_the_check_of_answers_as(&self, user_id: &str) {
        self.opens("request/").await;
        self.is_at(&text::REASON_TITLE).await;
        self.chooses(&text::SITUATION_ONLY_ADMIN_LOCKED_OUT).await;
        self.is_at(&text::CONTACT_TITLE).await;
        self.tells_who_they_are_as(user_id).await;
        self.is_at(&text::COMPANY_TITLE).await;
        self.tells_of_the_company().await;
        self.is_at(&text::CHECK_ANSWERS_TITLE).await;
    }

    /// Shows to be a person, and sends the request.
    pub async fn sends_the_request(&self) {
        self.shows_to_be_a_person(Way::Picture).await;
        self.presses(&text::SEND_REQUEST).await;
        self.is_at(&text::SENT_TITLE).await;
    }

    pub async fn reaches_the_receipt(&self) {
        self.reaches_the_check_of_answers().await;
        self.sends_the_request().await;
    }

    /// Writes down the number and the access code.
    pub async fn reads_the_receipt(&self) -> (String, String) {
        let number = self.element("#sent-number").await.text().await.expect("it has a text");
        let access_code = self.element("#sent-access-code").await.text().await.expect("it has a text");
        assert!(!number.is_empty() && !access_code.is_empty());
        (number, access_code)
    }

    /// Opens a request with its number and access code.
    pub async fn looks_up(&self, number: &str, access_code: &str) {
        self.opens("request/status/").await;
        self.types_into("number", number).await;
        self.answers("access-code", access_code).await;
        self.is_at(&text::report_title(number.into())).await;
    }

    /// Nothing of a secret is in the page, its address, its history or its stores.
    pub async fn has_no_trace_of(&self, secret: &str) {
        let traces = self.traces().await;
        assert!(traces.contains("<html") && !traces.contains(secret), "{secret} is still there: {traces}");
    }
}
