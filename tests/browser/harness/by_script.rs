//! What a person does, done by a script in the page. WebDriver keeps every element that it has found, with all of its screen,
//! until the page is left: where one looks at what stays behind, it must not find any.

use super::person::Person;
use partner_recovery::i18n::{Message, text};
use serde_json::json;

const PRESS: &str = "
    const [label] = arguments;
    const things = [...document.querySelectorAll('a[href], button, summary, label')];
    const thing = things.find(thing => thing.textContent.trim() === label && thing.checkVisibility({ visibilityProperty: true }));
    thing?.click();
    return thing !== undefined";

const FILL_IN: &str = "
    const [id, words] = arguments;
    const field = document.getElementById(id);
    if (field === null) return false;
    field.value = words;
    field.dispatchEvent(new Event('input', { bubbles: true }));
    return true";

const SEND: &str = "
    const button = document.querySelector('main form button[type=submit]:not([aria-disabled])');
    button?.click();
    return button !== null";

impl Person {
    /// From the sign-in page through a whole recovery with the calculation into the account and out again, without loading
    /// a page.
    pub async fn comes_back_in_by_script(&self, user_id: &str, new_password: &str) {
        self.is_at(&text::SIGN_IN_TITLE).await;
        self.does(PRESS, &[&self.reads(&text::CANNOT_ACCESS)]).await;
        self.answers_by_script(&text::SITUATION_TITLE, Answer::Choice(&text::SITUATION_FORGOT_PASSWORD)).await;
        self.answers_by_script(&text::ACCOUNT_TYPE_TITLE, Answer::Choice(&text::ACCOUNT_TYPE_WORK)).await;
        self.is_at(&text::IDENTIFY_TITLE).await;
        self.does(PRESS, &[&self.reads(&text::CAPTCHA_WORK)]).await;
        self.does(PRESS, &[&self.reads(&text::CAPTCHA_WORK_START)]).await;
        self.sees(&text::CAPTCHA_WORK_DONE).await;
        self.answers_by_script(&text::IDENTIFY_TITLE, Answer::Words("user-id", user_id)).await;
        self.is_at(&text::ENTER_CODE_TITLE).await;
        let code = self.site.api.code_sent_to(user_id).await;
        self.answers_by_script(&text::ENTER_CODE_TITLE, Answer::Words("code", &code)).await;
        self.answers_by_script(&text::SET_PASSWORD_TITLE, Answer::Words("new-password", new_password)).await;
        self.is_at(&text::DONE_TITLE).await;
        self.does(PRESS, &[&self.reads(&text::GO_TO_SIGN_IN)]).await;
        self.answers_by_script(&text::SIGN_IN_TITLE, Answer::Words("user-id", user_id)).await;
        self.answers_by_script(&text::PASSWORD_TITLE, Answer::Words("password", new_password)).await;
        self.is_at(&text::ACCOUNT_TITLE).await;
        self.does(PRESS, &[&self.reads(&text::SIGN_OUT)]).await;
        self.sees(&text::SIGN_IN_NOTICE_SIGNED_OUT).await;
    }

    async fn answers_by_script(&self, heading: &Message, answer: Answer<'_>) {
        self.is_at(heading).await;
        match answer {
            Answer::Choice(label) => self.does(PRESS, &[&self.reads(label)]).await,
            Answer::Words(id, words) => self.does(FILL_IN, &[id, words]).await,
        }
        self.does(SEND, &[]).await;
    }

    /// Runs a script until it says that it could do it.
    async fn does(&self, script: &str, arguments: &[&str]) {
        let arguments: Vec<_> = arguments.iter().map(|argument| json!(argument)).collect();
        self.until(&format!("this can be done: {script} {arguments:?}"), async || {
            (self.script_with(script, arguments.clone()).await == true).then_some(())
        })
        .await;
    }
}

/// What is answered on a screen.
enum Answer<'a> {
    /// The answer with this label.
    Choice(&'a Message),
    /// These words in the field with this id.
    Words(&'a str, &'a str),
}
