//! What the messages say, in each language. Glossary: user ID = ユーザー ID, code = コード, password = パスワード.

use super::language::Language;
use super::outbox::Message;

/// Subject and text of a message.
pub struct Wording {
    subject: &'static str,
    text: String,
}

impl Wording {
    /// The message with these words. `code` is the one in the text, `sent_at` in seconds since 1970.
    pub fn to(self, address: String, code: Option<String>, sent_at: i64) -> Message {
        Message { to: address, subject: self.subject, text: self.text, code, sent_at }
    }
}

/// The e-mail with a code.
pub fn code_by_mail(language: Language, user_id: &str, code: &str) -> Wording {
    match language {
        Language::English => Wording {
            subject: "Your code to get back into your account",
            text: format!(
                "Someone, most likely you, asked to get back into the account with this user ID:\n\
                 {user_id}\n\n\
                 Code: {code}\n\n\
                 Enter it on the page where you asked for it. It works once, and for 10 minutes.\n\n\
                 If it was not you, there is nothing you need to do. Keep the code to yourself: nobody from us asks for it, \
                 neither by phone nor by e-mail.\n"
            ),
        },
        Language::Japanese => Wording {
            subject: "アカウントに戻るためのコード",
            text: format!(
                "次のユーザー ID のアカウントに戻る手続きを受け付けました。\n\
                 {user_id}\n\n\
                 コード: {code}\n\n\
                 手続き中のページに入力してください。このコードは 10 分間、1 回だけ使えます。\n\n\
                 お心当たりがない場合は、何もする必要はありません。コードはほかの人に知らせないでください。\
                 電話やメールでコードをおたずねすることはありません。\n"
            ),
        },
    }
}

/// The code as a text message, as a call or in an app: one line.
pub fn code_in_short(language: Language, code: &str) -> Wording {
    match language {
        Language::English => {
            Wording { subject: "Code", text: format!("Code: {code}. It works for 10 minutes. Keep it to yourself.\n") }
        }
        Language::Japanese => Wording {
            subject: "コード",
            text: format!("コード: {code}。10 分間使えます。ほかの人に知らせないでください。\n"),
        },
    }
}

/// The notice that the password is another one now.
pub fn password_changed(language: Language, user_id: &str) -> Wording {
    match language {
        Language::English => Wording {
            subject: "Your password was changed",
            text: format!(
                "The password for this user ID was changed just now:\n\
                 {user_id}\n\n\
                 Sign in with the new password from now on. Everywhere else you were signed out.\n\n\
                 If it was not you, tell the Global admin of your company, or support, at once.\n"
            ),
        },
        Language::Japanese => Wording {
            subject: "パスワードが変更されました",
            text: format!(
                "次のユーザー ID のパスワードが変更されました。\n\
                 {user_id}\n\n\
                 これからは新しいパスワードでサインインしてください。ほかの場所ではサインアウトされています。\n\n\
                 お心当たりがない場合は、すぐに会社のグローバル管理者またはサポートに連絡してください。\n"
            ),
        },
    }
}
