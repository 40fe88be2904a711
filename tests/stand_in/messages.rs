//! What the messages say, in each language. Glossary: user ID = ユーザー ID, code = コード, password = パスワード,
//! temporary password = 一時パスワード, service request = 依頼, access code = アクセスコード.

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

/// The notice that an admin reset the password. The temporary one is never in a message: the admin hands it over.
pub fn password_reset_by_admin(language: Language, user_id: &str) -> Wording {
    match language {
        Language::English => Wording {
            subject: "A Global admin reset your password",
            text: format!(
                "A Global admin of your company reset the password for this user ID:\n\
                 {user_id}\n\n\
                 The old password no longer works, and you were signed out everywhere. The Global admin gives you a temporary \
                 password, which works for 24 hours. After signing in with it you choose a password of your own.\n\n\
                 If you did not ask for this, tell the Global admin of your company, or support, at once.\n"
            ),
        },
        Language::Japanese => Wording {
            subject: "グローバル管理者がパスワードをリセットしました",
            text: format!(
                "会社のグローバル管理者が、次のユーザー ID のパスワードをリセットしました。\n\
                 {user_id}\n\n\
                 これまでのパスワードは使えません。すべての場所でサインアウトされています。\n\
                 グローバル管理者から一時パスワードを受け取り、24 時間以内にサインインしてください。\
                 サインインすると、自分で決めたパスワードに変更できます。\n\n\
                 お心当たりがない場合は、すぐに会社のグローバル管理者またはサポートに連絡してください。\n"
            ),
        },
    }
}

/// What happens next with a service request. The access code is never in a message.
pub fn request_received(language: Language, number: &str) -> Wording {
    match language {
        Language::English => Wording {
            subject: "Support has your request",
            text: format!(
                "Support has your request. Its number:\n\
                 {number}\n\n\
                 Someone from support reads it now. If there is a question, we write to this address. To see how far the request is, \
                 open the status page and enter this number and the access code, which was shown when the request was sent.\n\n\
                 If it was not you, there is nothing you need to do. Keep the access code to yourself: nobody from us asks for it, \
                 neither by phone nor by e-mail.\n"
            ),
        },
        Language::Japanese => Wording {
            subject: "サポートへの依頼を受け付けました",
            text: format!(
                "サポートへの依頼を受け付けました。番号は次のとおりです。\n\
                 {number}\n\n\
                 これからサポートの担当者が内容を確認します。質問があるときは、このアドレスにメールでお知らせします。\n\
                 依頼の状況は、状況を確認するページに、この番号と、送信したときに表示されたアクセスコードを入力すると確認できます。\n\n\
                 お心当たりがない場合は、何もする必要はありません。アクセスコードはほかの人に知らせないでください。\
                 電話やメールでアクセスコードをおたずねすることはありません。\n"
            ),
        },
    }
}

/// Support has a question. What it asks is behind the access code.
pub fn question_asked(language: Language, number: &str) -> Wording {
    match language {
        Language::English => Wording {
            subject: "Support has a question about your request",
            text: format!(
                "Support has a question about this request:\n\
                 {number}\n\n\
                 Open the status page, enter the number and the access code, and answer the question there. Then the request goes \
                 on. An answer to this e-mail does not reach support.\n"
            ),
        },
        Language::Japanese => Wording {
            subject: "依頼についてサポートから質問があります",
            text: format!(
                "次の番号の依頼について、サポートから質問があります。\n\
                 {number}\n\n\
                 状況を確認するページに番号とアクセスコードを入力し、そのページで質問に答えてください。\
                 回答が届くと、手続きが先に進みます。このメールに返信しても、サポートには届きません。\n"
            ),
        },
    }
}

/// The account is a Global admin now.
pub fn request_approved(language: Language, number: &str, user_id: &str) -> Wording {
    match language {
        Language::English => Wording {
            subject: "Your request was approved",
            text: format!(
                "Support approved the request {number}. The account with this user ID is a Global admin now:\n\
                 {user_id}\n\n\
                 If you do not know its password, set a new one: choose “Can’t access your account?” on the sign-in page.\n\n\
                 If it was not you who asked for this, tell support at once.\n"
            ),
        },
        Language::Japanese => Wording {
            subject: "依頼が承認されました",
            text: format!(
                "サポートが依頼 {number} を承認しました。次のユーザー ID のアカウントは、グローバル管理者になりました。\n\
                 {user_id}\n\n\
                 パスワードがわからない場合は、サインインのページで「アカウントにアクセスできない場合」を選び、\
                 新しいパスワードを設定してください。\n\n\
                 お心当たりがない場合は、すぐにサポートに連絡してください。\n"
            ),
        },
    }
}

/// Support said no. The reason is behind the access code.
pub fn request_declined(language: Language, number: &str) -> Wording {
    match language {
        Language::English => Wording {
            subject: "Your request was declined",
            text: format!(
                "Support declined this request, and nothing was changed:\n\
                 {number}\n\n\
                 Open the status page and enter the number and the access code: if support gave a reason, it is there. If something \
                 was missing, send a new request with it.\n"
            ),
        },
        Language::Japanese => Wording {
            subject: "依頼は承認されませんでした",
            text: format!(
                "次の番号の依頼は承認されませんでした。アカウントは変更されていません。\n\
                 {number}\n\n\
                 サポートが理由を書いた場合は、状況を確認するページに番号とアクセスコードを入力すると読めます。\
                 足りないものがあった場合は、それを加えて新しい依頼を送ってください。\n"
            ),
        },
    }
}

/// Finds out whether somebody reads what is sent to the primary contact of a company.
pub fn email_ownership(language: Language, domain: &str) -> Wording {
    match language {
        Language::English => Wording {
            subject: "Verify your e-mail address",
            text: format!(
                "Your company, {domain}, is being verified. You are its primary contact, so we have to know that somebody reads \
                 what is sent to this address.\n\n\
                 Open this page within 7 days:\n\
                 https://sign-in.contoso.example/verify-address\n"
            ),
        },
        Language::Japanese => Wording {
            subject: "メールアドレスの確認",
            text: format!(
                "あなたの会社 ({domain}) の確認を進めています。あなたは会社の主な連絡先になっています。\
                 このアドレスに届いたメールが読まれていることを確認する必要があります。\n\n\
                 7 日以内に次のページを開いてください。\n\
                 https://sign-in.contoso.example/verify-address\n"
            ),
        },
    }
}
