//! What a person goes through who is signed in.

use super::person::Person;
use crate::stand_in::sentinels::PASSWORD;
use partner_recovery::i18n::text;
use serde_json::json;

/// A Global admin.
pub const ADMIN: &str = "admin@contoso.example";
/// Somebody at the same company.
pub const COLLEAGUE: &str = "two-methods@contoso.example";

/// The user in the list who has this user ID.
const LISTED: &str = "
    const [id] = arguments;
    return [...document.querySelectorAll('main button.user')].find(user => user.textContent.includes(id)) ?? null";

impl Person {
    /// Signs in with the password of the samples.
    pub async fn reaches_the_account_of(&self, user_id: &str) {
        self.opens("").await;
        self.signs_in(user_id, PASSWORD).await;
        self.is_at(&text::ACCOUNT_TITLE).await;
    }

    pub async fn reaches_the_users(&self) {
        self.reaches_the_account_of(ADMIN).await;
        self.presses(&text::USERS_TITLE).await;
        self.is_at(&text::USERS_TITLE).await;
    }

    /// Searches for a user and chooses them.
    pub async fn chooses_the_user(&self, user_id: &str) {
        self.answers("query", user_id).await;
        self.sees(&text::users_found(1.into())).await;
        self.presses_the_user(user_id).await;
        self.is_at(&text::CONFIRM_RESET_TITLE).await;
        self.sees_text(user_id).await;
    }

    /// Chooses a user who is in the list.
    pub async fn presses_the_user(&self, user_id: &str) {
        let user = self
            .until(&format!("{user_id} is listed"), async || {
                self.driver.execute(LISTED, vec![json!(user_id)]).await.ok()?.element().ok()
            })
            .await;
        user.click().await.expect("it can be pressed");
    }

    /// Resets the password of a user, from the list of users, and reads the temporary one.
    pub async fn resets_the_password_of(&self, user_id: &str) -> String {
        self.chooses_the_user(user_id).await;
        self.presses(&text::CONFIRM_RESET_SUBMIT).await;
        self.is_at(&text::TEMPORARY_PASSWORD_TITLE).await;
        self.reads_the_temporary_password().await
    }

    pub async fn reads_the_temporary_password(&self) -> String {
        let password = self.element(".temporary-password").await.text().await.expect("it has a text");
        assert!(password.len() > 8, "{password}");
        password
    }

    /// From the users, by way of the account.
    pub async fn signs_out(&self) {
        self.presses(&text::ACCOUNT_TITLE).await;
        self.is_at(&text::ACCOUNT_TITLE).await;
        self.presses(&text::SIGN_OUT).await;
        self.is_at(&text::SIGN_IN_TITLE).await;
        self.sees(&text::SIGN_IN_NOTICE_SIGNED_OUT).await;
    }

    /// Is led to choosing a password of their own, and does so.
    pub async fn changes_the_temporary_password(&self, temporary: &str, new: &str) {
        self.is_at(&text::CHANGE_PASSWORD_TITLE).await;
        self.sees(&text::CHANGE_PASSWORD_FORCED).await;
        self.types_into("current-password", temporary).await;
        self.answers("new-password", new).await;
        self.is_at(&text::ACCOUNT_TITLE).await;
        self.sees(&text::ACCOUNT_NOTICE_PASSWORD_CHANGED).await;
    }
}
