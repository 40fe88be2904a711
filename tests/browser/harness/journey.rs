//! The ways that a person goes again and again, in the order of the screens.

use super::person::Person;
use partner_recovery::i18n::text;

/// A password that every sample account takes.
pub const NEW_PASSWORD: &str = "a quiet walk by the lake";

/// How a person shows that they are one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    Picture,
    Audio,
    Work,
}

/// The challenge of the newest picture that was loaded.
const CHALLENGE: &str = r"
    const seen = performance.getEntriesByType('resource').map(entry => entry.name.match(/captchas\/([^/]+)\//)?.[1]);
    return seen.filter(Boolean).at(-1)";

impl Person {
    /// From nothing to the question for the password.
    pub async fn reaches_the_password(&self) {
        self.opens("").await;
        self.answers("user-id", "user@contoso.example").await;
        self.is_at(&text::PASSWORD_TITLE).await;
    }

    /// From nothing to the question for the situation.
    pub async fn reaches_situation(&self) {
        self.opens("recover/").await;
        self.is_at(&text::SITUATION_TITLE).await;
    }

    pub async fn reaches_account_type(&self) {
        self.reaches_situation().await;
        self.chooses(&text::SITUATION_FORGOT_PASSWORD).await;
        self.is_at(&text::ACCOUNT_TYPE_TITLE).await;
    }

    pub async fn reaches_identify(&self) {
        self.reaches_account_type().await;
        self.chooses(&text::ACCOUNT_TYPE_WORK).await;
        self.is_at(&text::IDENTIFY_TITLE).await;
    }

    /// Gives the user ID and the right answer. What comes then depends on the account.
    pub async fn identifies_as(&self, user_id: &str) {
        self.types_into("user-id", user_id).await;
        self.shows_to_be_a_person(Way::Picture).await;
        self.submits().await;
    }

    pub async fn reaches_code(&self, user_id: &str) {
        self.reaches_identify().await;
        self.identifies_as(user_id).await;
        self.is_at(&text::ENTER_CODE_TITLE).await;
    }

    /// Chooses the way to get the code that stands at this place of the list, from 0.
    pub async fn chooses_the_way_at(&self, place: usize) {
        let answer = if place == 0 { "#method".to_owned() } else { format!("#method-{place}") };
        self.element(&answer).await.click().await.expect("it can be chosen");
        self.submits().await;
    }

    /// Gives the newest code that was sent to an address with this ending.
    pub async fn enters_the_code_for(&self, ending: &str) {
        let code = self.site.api.code_sent_to(ending).await;
        self.answers("code", &code).await;
    }

    pub async fn reaches_new_password(&self, user_id: &str) {
        self.reaches_code(user_id).await;
        self.enters_the_code_for(user_id).await;
        self.is_at(&text::SET_PASSWORD_TITLE).await;
    }

    pub async fn reaches_the_end(&self, user_id: &str) {
        self.reaches_new_password(user_id).await;
        self.answers("new-password", NEW_PASSWORD).await;
        self.is_at(&text::DONE_TITLE).await;
    }

    /// Gives user ID and password on the two screens for it.
    pub async fn signs_in(&self, user_id: &str, password: &str) {
        self.is_at(&text::SIGN_IN_TITLE).await;
        self.answers("user-id", user_id).await;
        self.is_at(&text::PASSWORD_TITLE).await;
        self.answers("password", password).await;
    }

    /// Does what a challenge asks for, without sending it.
    pub async fn shows_to_be_a_person(&self, way: Way) {
        match way {
            Way::Picture => {
                let answer = self.reads_the_picture().await;
                self.types_into("captcha-answer", &answer).await;
            }
            Way::Audio => {
                // The same characters are in both.
                let answer = self.reads_the_picture().await;
                self.presses(&text::CAPTCHA_AUDIO).await;
                self.presses(&text::CAPTCHA_PLAY).await;
                self.until("the recording was loaded", async || {
                    let requests = self.journal.requests().await;
                    requests.iter().any(|request| request.url.contains("/audio")).then_some(())
                })
                .await;
                self.sees_no_longer(&text::CAPTCHA_LOADING).await;
                let shown = self.shown().await;
                assert!(!shown.contains(&self.reads(&text::CAPTCHA_MEDIA_FAILED)), "{shown}");
                self.types_into("captcha-answer", &answer).await;
            }
            Way::Work => {
                self.presses(&text::CAPTCHA_WORK).await;
                self.presses(&text::CAPTCHA_WORK_START).await;
                self.sees(&text::CAPTCHA_WORK_DONE).await;
            }
        }
    }

    /// Waits for the picture and makes out its characters.
    pub async fn reads_the_picture(&self) -> String {
        self.until("a picture with characters is there", async || {
            let is_shown = "const picture = document.querySelector('.captcha img'); return !!picture?.naturalWidth";
            let answer = self.site.api.solution(&self.script_text(CHALLENGE).await).await;
            if self.script(is_shown).await == true { answer } else { None }
        })
        .await
    }
}
