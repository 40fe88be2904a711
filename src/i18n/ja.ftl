# 日本語のメッセージ集。en.ftl と同じメッセージ、同じ値を持つ。
#
# 一つのメッセージで一つのことを言い切る。文の断片は置かない。用語は docs/content.md に従う。

## 言語そのもの

language-name = 日本語
language-direction = ltr

## すべてのページ

skip-to-content = 本文へ移動
language-menu = 言語
footer-help = ヘルプ
footer-support = サポートへの問い合わせ
window-title = { $page } – { $product }
window-title-problem = 確認が必要です: { $page } – { $product }
moment = { $at }
place = 手順 { $step } / { $steps }
next = 次へ
back = 戻る
start-again = 最初からやり直す
try-again = もう一度試す
working = 処理しています。しばらくお待ちください。
problem-summary = 確認が必要な点があります
problem-reference = サポートに問い合わせるときは、この番号をお伝えください: { $reference }
choose-one = いずれかを選んでください。

## どこでも起こりうる問題

problem-offline = インターネットに接続していないため、何も送信していません。接続を確認してから、もう一度試してください。
problem-unreachable = サービスに接続できませんでした。接続を確認してから、もう一度試してください。社内ネットワークでは、プロキシが原因のこともあります。
problem-timed-out = サービスからの応答に時間がかかりすぎました。少し待ってから、もう一度試してください。
problem-unavailable = サービスが一時的に応答できません。アカウントに問題はありません。数分待ってから、もう一度試してください。
problem-unreadable = サービスからの応答を読み取れませんでした。もう一度試してください。繰り返し起きるときは、サポートに問い合わせてください。
problem-unexpected = サービスに受け付けられませんでした。理由は示されていません。もう一度試してください。繰り返し起きるときは、サポートに問い合わせてください。
problem-invalid-request = 入力した内容が受け付けられませんでした。内容を確かめてから、もう一度試してください。
problem-too-many-requests = 試した回数が多すぎます。{ $time }待ってから、もう一度試してください。
problem-too-many-requests-over = 試した回数が上限に達していましたが、今は続けられます。もう一度試してください。
problem-sign-in-failed = ユーザー ID とパスワードの組み合わせが違います。両方を確かめてから、もう一度試してください。わからないときは「アカウントにアクセスできない場合」を選んでください。
problem-password-expired = このパスワードは使えなくなりました。「アカウントにアクセスできない場合」を選んで、新しいパスワードを設定してください。
problem-another-page = このアカウントは、このページではサインインできません。下のボタンから続けてください。
problem-session-required = サインインの有効期限が切れました。続けるには、もう一度サインインしてください。

## サインイン

sign-in-title = サインイン
sign-in-lead = { $product } を利用するために会社から受け取ったアカウントを使ってください。
user-id-label = ユーザー ID
user-id-hint = 通常は、会社のメールアドレスです。
user-id-missing = ユーザー ID を入力してください。
user-id-too-long = ユーザー ID が長すぎます。{ $most } 文字以内で入力してください。
cannot-access = アカウントにアクセスできない場合
password-title = パスワードの入力
password-for = ユーザー ID: { $user }
another-user-id = 別のユーザー ID を使う
password-label = パスワード
password-missing = パスワードを入力してください。
show-password = パスワードを表示する
hide-password = パスワードを隠す
password-shown = パスワードが表示されています。
password-hidden = パスワードは隠されています。
sign-in-submit = サインイン
sign-in-notice-signed-out = サインアウトしました。
sign-in-notice-recovered = 新しいパスワードでサインインしてください。

## 存在しないページ

not-found-title = ページが見つかりません
not-found = アドレスに誤りがあるか、ページが移動したのかもしれません。サインインのページから続けられます。

### これより下は、必要なページを開いたときに読み込むテキストです。サインインの画面に出るものは上に置きます。

## 一部のページだけで起こる問題

problem-captcha-incorrect = 確認できませんでした。新しい確認を用意しました。ほかに入力した内容は、そのまま残っています。
problem-captcha-expired = 確認の有効期限が過ぎました。新しい確認を用意しました。ほかに入力した内容は、そのまま残っています。
problem-code-incorrect = コードが違います。いちばん新しいメッセージを見て、もう一度入力してください。
problem-code-incorrect-left = { $count ->
   *[other] コードが違います。いちばん新しいメッセージを確認してください。あと { $count } 回入力できます。
}
problem-code-expired = このコードは有効期限が過ぎています。下のボタンで新しいコードを受け取ってください。
problem-delivery-failed = そこへはコードを送れませんでした。別の受け取り方を選ぶか、しばらくしてからもう一度試してください。
problem-password-rejected = このパスワードは使えません。別のパスワードを選んでください。
problem-reset-failed = 新しいパスワードを設定できませんでした。これまでのパスワードがそのまま有効です。もう一度試してください。
problem-admin-required = この操作ができるのは、会社のグローバル管理者だけです。グローバル管理者に依頼するか、別のアカウントでサインインしてください。
problem-user-not-found = このユーザーは見つかりませんでした。もう一度検索してください。
problem-reset-not-allowed = このユーザーのパスワードは、ここではリセットできません。別のユーザーを選ぶか、サポートに問い合わせてください。
problem-service-request-not-found = この番号とアクセスコードに合う依頼は見つかりませんでした。両方を確かめてから、もう一度試してください。
problem-idempotency-conflict = 送信したあとに依頼の内容が変わりました。内容を確認してから、もう一度送信してください。
problem-recovery-ended = この手続きは続けられません。最初からやり直してください。

## パスワードなどのコピー

clear-clipboard = クリップボードを消去する
copied = コピーしました。必要な場所に貼り付けたら、クリップボードを消去してください。
not-copied = ブラウザーでコピーできませんでした。文字を選択してコピーするか、書き留めてください。
clipboard-cleared = クリップボードを消去しました。コピーの履歴が端末に残る場合は、履歴も消去してください。
clipboard-not-cleared = ブラウザーでクリップボードを消去できませんでした。代わりに、ほかの文字をコピーしてください。

## 読み込み中と、読み込めないとき

without-script = このページを使うには JavaScript が必要です。ブラウザーで有効にしてからページを読み込み直すか、サポートに問い合わせてください。
failure-load-title = ページを読み込めませんでした
failure-load = 接続を確認してから、ページを読み込み直してください。それでも表示されないときは、サポートに問い合わせてください。
failure-browser-title = このブラウザーではページを表示できません
failure-browser = このページに必要な WebAssembly が使えないか、無効になっています。別のブラウザーを使うか、サポートに問い合わせてください。
failure-slow-title = 読み込みに時間がかかっています
failure-slow = 接続が遅いのかもしれません。このまま待つか、ページを読み込み直してください。
failure-crash-title = このページで問題が起きました
failure-crash = ページを読み込み直して、最初からやり直してください。繰り返し起きるときは、サポートに問い合わせてください。
reload = ページを読み込み直す
choose-language = 言語を選んでください

## 回復: 状況の選択

situation-title = どのような状況ですか
situation-lead = 状況に合わせて、いちばん早い方法をご案内します。
situation-forgot-password = パスワードを忘れた
situation-only-admin-locked-out = 自分が唯一のグローバル管理者で、サインインできない
situation-admin-has-left = 会社のグローバル管理者が退職した
situation-colleague-locked-out = 自分はサインインできるが、同僚ができない
situation-temporary-password = 一時パスワードを受け取った
notice-started-again = ページが読み込み直されたため、最初から始めます。安全のため、入力した内容は保存していません。

## 回復: ほかの状況での案内

advice-only-admin-title = サポートに回復を依頼してください
advice-only-admin = まず、ご自分でパスワードをリセットできるか試してください。前の画面に戻って「パスワードを忘れた」を選びます。できなかったときは、サポートに依頼してください。ご本人と会社について確認できると、もう一度グローバル管理者になり、パスワードをリセットできます。
advice-admin-left-title = サポートに新しいグローバル管理者を依頼してください
advice-admin-left = サポートは、あなたを会社のグローバル管理者にすることができます。そのために、ご本人についての情報と、会社についての情報が必要です。そのあと、パスワードをリセットできます。
advice-colleague-title = グローバル管理者が同僚のパスワードをリセットできます
advice-colleague = あなたがグローバル管理者なら、{ $product } にサインインして、ここで同僚の方のパスワードをリセットできます。表示された一時パスワードを同僚の方に伝えてください。グローバル管理者でない場合は、社内のグローバル管理者に依頼してください。
advice-colleague-elsewhere = 同僚の方は、このページで「パスワードを忘れた」を選べます。できなかったときは、社内のグローバル管理者かサポートに相談してください。
advice-temporary-title = 一時パスワードでサインインしてください
advice-temporary = ユーザー ID と一時パスワードを入力してください。そのすぐあとに、ご自分のパスワードを決めます。
go-to-sign-in = サインインへ進む
reset-colleague = 同僚のパスワードをリセットする

## 回復: アカウントの種類

account-type-title = どの種類のアカウントですか
account-type-work = 職場または学校アカウント
account-type-work-hint = 会社や学校から受け取ったアカウントです。
account-type-personal = 個人用アカウント
account-type-personal-hint = ご自分で作ったアカウントです。

## 回復: ユーザー ID と、人であることの確認

identify-title = ユーザー ID の入力
captcha-legend = 人であることの確認
captcha-choice = 使いやすい方法を選んでください。
captcha-picture = 画像
captcha-audio = 音声
captcha-work = 画像も音声も使わない
captcha-picture-description = 入力する文字の画像です。音声や、画像も音声も使わない方法も選べます。
captcha-picture-label = 画像の文字
captcha-audio-label = 音声の文字
captcha-answer-hint = 大文字と小文字は区別しません。空白が入ってもかまいません。
captcha-picture-missing = 画像の文字を入力してください。
captcha-audio-missing = 音声の文字を入力してください。
captcha-audio-language = 音声の言語は{ $language }です。
captcha-play = 再生
captcha-play-slowly = ゆっくり再生
captcha-stop = 停止
captcha-volume = 音量
captcha-new = 別の文字にする
captcha-loading = 文字を読み込んでいます。
captcha-media-failed = 読み込めませんでした。別の文字にするか、別の方法を選んでください。
captcha-waiting = 新しい確認を用意しています。
captcha-work-lead = お使いの機器が数秒間の計算をします。読んだり聞いたりする必要はありません。
captcha-work-start = 計算を始める
captcha-work-running = 計算しています。
captcha-work-progress = 計算の進み具合
captcha-work-cancel = 計算をやめる
captcha-work-done = 計算が終わりました。次へ進めます。
captcha-work-failed = この機器では計算できませんでした。別の方法を選ぶか、サポートに問い合わせてください。
captcha-work-missing = 計算を始めて、終わるまで待ってください。
captcha-person = どの方法も使えないときは、担当者がお手伝いします。
notice-new-challenge = 新しい文字になりました。
notice-checked-again = 前の画面に戻ったため、もう一度確認します。ユーザー ID はそのまま残っています。

## 回復: コードの受け取り方

choose-method-title = コードをどのように受け取りますか
method-email = メール
method-email-to = メール（{ $hint }）
method-sms = SMS
method-sms-to = SMS（{ $hint }）
method-call = 電話
method-call-to = 電話（{ $hint }）
method-app = 認証アプリ

## 回復: コード

enter-code-title = コードの入力
code-sent-email = このユーザー ID のアカウントがある場合は、コードをメールでお送りしています。
code-sent-email-to = このユーザー ID のアカウントがある場合は、コードを { $hint } にメールでお送りしています。
code-sent-sms = このユーザー ID のアカウントがある場合は、コードを SMS でお送りしています。
code-sent-sms-to = このユーザー ID のアカウントがある場合は、コードを { $hint } に SMS でお送りしています。
code-sent-call = このユーザー ID のアカウントがある場合は、電話でコードをお知らせします。
code-sent-call-to = このユーザー ID のアカウントがある場合は、{ $hint } に電話でコードをお知らせします。
code-from-app = 認証アプリを開き、表示されたコードを入力してください。
code-for-user = ユーザー ID: { $user }
code-label = コード
code-hint-digits = { $length ->
   *[other] 数字 { $length } 桁です。空白が入ってもかまいません。
}
code-hint-characters = { $length ->
   *[other] 英字と数字で { $length } 文字です。空白が入ってもかまいません。
}
code-life = コードの有効期間は{ $time }です。
code-missing = コードを入力してください。
code-too-short = コードを最後まで入力してください。コードは { $length } 文字です。
code-too-long = コードだけを入力してください。コードは { $length } 文字です。
code-other-characters-digits = 数字だけを入力してください。コードにほかの文字はありません。
code-other-characters = 英字と数字だけを入力してください。コードにほかの文字はありません。
code-resend = 別のコードを送る
code-resend-wait = { $time }後に、別のコードを受け取れます。
code-nothing-came = 届かない場合
code-nothing-came-help = 届くまでに 1、2 分かかることがあります。迷惑メールのフォルダーを確認してください。前の画面に戻って、ユーザー ID に誤りがないか確かめてください。それでも届かないときは、サポートに問い合わせてください。
notice-code-sent-again = このユーザー ID のアカウントがある場合は、別のコードをお送りしています。前のコードは使えなくなりました。

## 回復: 新しいパスワード

set-password-title = 新しいパスワードの設定
password-rules = 新しいパスワードの条件:
policy-length = { $min ->
   *[other] { $min } 文字以上
}
policy-length-most = { $max ->
   *[other] { $max } 文字以内
}
policy-classes = { $count ->
   *[other] 英小文字、英大文字、数字、そのほかの文字のうち { $count } 種類以上
}
policy-ascii = A から Z までの英字、数字、空白、US キーボードにある記号だけ
policy-tip = いくつかの言葉を並べると、覚えやすく、推測されにくくなります。空白も使えます。
set-password-time = この手順の制限時間は{ $time }です。
new-password-label = 新しいパスワード
new-password-missing = 新しいパスワードを入力してください。
new-password-unusual = キーボードによっては入力できない文字が含まれています。サインインする機器で入力できるなら、そのまま使えます。
rejection-too-short = { $min ->
   *[other] もっと長いパスワードを入力してください。{ $min } 文字以上が必要です。
}
rejection-too-long = { $max ->
   *[other] もっと短いパスワードを入力してください。{ $max } 文字以内です。
}
rejection-too-few-classes = 文字の種類を増やしてください。英小文字、英大文字、数字、そのほかの文字が使えます。
rejection-invalid-characters = A から Z までの英字、数字、空白、US キーボードにある記号だけを使ってください。
rejection-too-common = もっと推測されにくいパスワードを選んでください。これは多くの人が使っています。
rejection-breached = 別のパスワードを選んでください。これは、ほかで盗まれたデータの中に見つかっています。
rejection-contains-user-id = ユーザー ID を含まないパスワードを選んでください。
rejection-recently-used = 最近使っていないパスワードを選んでください。
set-password-submit = 新しいパスワードを設定する

## 回復: 待機と完了

wait-title = 新しいパスワードを設定しています
wait-lead = 1 分ほどかかることがあります。このページを開いたままお待ちください。終わると自動で次へ進みます。
done-title = パスワードが新しくなりました
done-lead = 新しいパスワードでサインインしてください。
done-notice = パスワードを変更したことをお知らせするメッセージをお送りしました。

## 回復: ここでは続けられない理由

stop-not-offered-title = お勤めの会社では、この機能を利用できません
stop-not-offered = お勤めの会社では、ご自分でのパスワードのリセットが有効になっていません。社内のグローバル管理者に、一時パスワードの発行を依頼してください。連絡がつかないときは、サポートに依頼してください。
stop-locked-title = パスワードのリセットは一時的に止められています
stop-locked = コードの間違いが続いたか、アカウントがロックされています。サポートに依頼するか、しばらくしてからもう一度試してください。
stop-expired-title = 制限時間が過ぎました
stop-expired = 安全のため、パスワードのリセットには制限時間があります。最初からやり直してください。ユーザー ID はそのまま残っています。
stop-personal-title = 個人用アカウントは別の場所でリセットします
stop-personal = このアカウントは会社から受け取ったものではないため、ここではリセットできません。アカウントを作った場所で続けてください。
stop-personal-link = 個人用アカウントをリセットする
stop-another-page-title = 別のページで続けてください
stop-another-page = このアカウントのパスワードは、別のページでリセットします。
stop-another-page-link = 別のページへ進む
stop-waited-title = 予定より時間がかかっています
stop-waited = 新しいパスワードは、数分のうちに設定されるかもしれません。少し待ってから、新しいパスワードでサインインしてみてください。できないときは、最初からやり直してください。
stop-unknown-title = パスワードが変更されたかどうか確認できません
stop-unknown = 新しいパスワードの設定中に、結果を確認できなくなりました。新しいパスワードでサインインしてみてください。できないときは、最初からやり直してください。

## サービス要求: 理由、ご本人、会社、確認、送信

ask-support = サポートに依頼する
reason-title = サポートが必要な理由
reason-lead = サポートは、あなたを会社のグローバル管理者にすることができます。そうすると、ご自分でパスワードをリセットできます。そのために、ご本人と会社についての情報が必要です。入力には 5 分ほどかかります。
reason-self-service-not-offered = 会社で、自分でのパスワードのリセットが有効になっていない
reason-other = そのほか
details-label = 状況の説明
details-hint = 「そのほか」を選んだ場合は必要です。パスワードは書かないでください。
details-missing = 状況を説明してください。
contact-title = ご本人について
contact-lead = ご本人の確認と、連絡のために使います。
name-label = 氏名
name-missing = 氏名を入力してください。
email-label = 会社のメールアドレス
email-hint = ユーザー ID です。サポートが承認すると、このアカウントがグローバル管理者になります。
email-missing = 会社のメールアドレスを入力してください。
email-wrong = @ と会社のドメインを含めて、アドレス全体を入力してください。
phone-label = 電話番号（任意）
phone-hint = 国番号から入力してください。ご本人の確認のために、お電話することがあります。
job-title-label = 役職（任意）
company-title = 会社について
company-lead = 公式の登録のとおりに、略さずに入力してください。
legal-name-label = 会社の正式名称
legal-name-missing = 会社の正式名称を入力してください。
domain-label = 会社のドメイン
domain-hint = 会社のメールアドレスの @ より後ろの部分です。
domain-missing = 会社のドメインを入力してください。
domain-wrong = ドメインだけを入力してください。ドメインには「.」があり、@ はありません。
country-label = 国または地域
country-missing = 国または地域を入力してください。
address-label = 登録されている所在地
address-missing = 登録されている所在地を入力してください。
partner-id-label = パートナー ID（任意）
registration-number-label = 登録番号または納税者番号（任意）
field-too-long = もっと短く入力してください。{ $most } 文字以内です。
check-answers-title = 内容の確認
check-answers-lead = サポートには次の内容が届きます。必要なところを直してから送信してください。
check-answers-reason = 理由
check-answers-contact = ご本人
check-answers-company = 会社
check-answers-nothing = 入力なし
change-reason = 理由を変更する
change-contact = ご本人についての内容を変更する
change-company = 会社についての内容を変更する
send-request = 依頼を送信する
discard-request = 入力した内容を削除する
request-kept = 前に入力した内容が残っています。
request-discarded = 入力した内容を削除しました。
request-outcome-unknown = 依頼が届いたかどうか確認できません。もう一度送信してください。依頼が二重になることはありません。
sent-title = 依頼を送信しました
sent-lead = 今、次の二つを書き留めるか、コピーまたは印刷してください。安全のため、アクセスコードは一度しか表示しません。
sent-number = 受付番号
sent-access-code = アクセスコード
sent-next = サポートが内容を確認し、メールでご連絡します。受付番号とアクセスコードがあれば、ここで状況を確認し、質問に答えることができます。
sent-copy = 受付番号とアクセスコードをコピーする
sent-print = この用紙を印刷する
sent-sheet-title = { $product } のサポートへの依頼
sent-sheet-place = 状況は次のページで確認できます:

## サービス要求: 状況の確認

look-up-title = 依頼の状況を確認する
look-up-lead = 依頼を送信したときに表示されたものを入力してください。
number-label = 受付番号
number-missing = 受付番号を入力してください。
access-code-label = アクセスコード
access-code-hint = 大文字と小文字は区別しません。空白やハイフンはあってもなくてもかまいません。
access-code-missing = アクセスコードを入力してください。
look-up-submit = 依頼を表示する
look-up-lost = 手元にない場合
look-up-lost-help = 安全のため、アクセスコードをもう一度お見せすることはできません。新しく依頼するか、サポートに問い合わせてください。
report-title = 依頼 { $number }
status-received = 依頼が届きました。サポートが内容を確認し、メールでご連絡します。
status-in-review = サポートが内容を確認しています。今、していただくことはありません。
status-information-needed = サポートから質問があります。ここで答えてください。
status-approved = あなたはグローバル管理者になりました。パスワードをリセットすると、サインインできます。
status-declined = この依頼にはお応えできませんでした。伝えたいことがほかにある場合は、新しく依頼するか、サポートに問い合わせてください。
status-closed = この依頼は終了しました。まだお困りの場合は、新しく依頼してください。
report-history = これまでの経過
entry-received = 依頼が届きました
entry-in-review = サポートが確認を始めました
entry-question = サポートからの質問
entry-answer = あなたの回答
entry-approved = サポートがあなたをグローバル管理者にしました
entry-declined = サポートはお応えできませんでした
entry-closed = 依頼が終了しました
reply-question = サポートからの質問
reply-label = 回答
reply-hint = パスワードやコードは書かないでください。
reply-missing = 回答を入力してください。
reply-too-long = もっと短く入力してください。{ $most } 文字以内です。
reply-submit = 回答を送信する
report-refresh = 新しい状況を確認する
report-another = この依頼を閉じる
report-reset = パスワードをリセットする
notice-replied = 回答が届きました。
notice-refreshed = これが最新の状況です。
new-request = 新しく依頼する

## ヘルプ

help-cannot-sign-in-title = サインインできない場合
help-verify-account-title = アカウント情報の確認
help-reset-my-password-title = 自分のパスワードのリセット
help-reset-user-password-title = ユーザーのパスワードのリセット
# ページの見出しの一覧の上に置く。
help-contents = このページの内容
help-recovery-open = パスワードのリセットは途中のままです。ヘルプを読んでいる間も、内容は失われません。
help-go-on = パスワードのリセットを続ける
help-loading = ページを読み込んでいます。
help-unreachable = このヘルプのページを読み込めませんでした。接続を確認してから、もう一度試してください。

## アカウント

account-title = アカウント
account-name = 名前
account-user-id = ユーザー ID
account-roles = 役割
role-global-admin = グローバル管理者
account-no-roles = 役割はありません
account-change-password = パスワードを変更する
account-portal = { $product } へ進む
sign-out = サインアウト
account-notice-password-changed = パスワードを変更しました。
change-password-title = パスワードの変更
change-password-forced = 一時パスワードでサインインしました。先へ進む前に、ご自分のパスワードを決めてください。
current-password-label = 現在のパスワード
temporary-password-label = 一時パスワード
current-password-missing = サインインに使ったパスワードを入力してください。
problem-current-password = 現在のパスワードが違います。サインインに使ったパスワードを入力してください。
change-password-submit = パスワードを変更する

## ユーザー: 同僚のパスワードのリセット

users-title = ユーザーのパスワードをリセットする
users-lead = 新しいパスワードが必要なユーザーを選んでください。
users-query-label = ユーザーの検索
users-query-hint = 名前またはユーザー ID の一部を入力してください。空のまま検索すると、すべてのユーザーが表示されます。
users-search = 検索する
users-found = { $count ->
   *[other] { $count } 人のユーザーが見つかりました。
}
users-found-more = { $count ->
   *[other] { $count } 人のユーザーを表示しています。続きがあります。
}
users-none = 当てはまるユーザーは見つかりませんでした。つづりを確かめるか、名前やユーザー ID のもっと短い一部を入力してください。
users-more = ユーザーをさらに表示する
users-notice-handed-over = ユーザーは一時パスワードでサインインできます。サインインするとすぐに、新しいパスワードを決めます。
users-notice-password-gone = 一時パスワードの表示は終わりました。まだ渡していないときは、もう一度パスワードをリセットしてください。
users-notice-outcome-unknown = パスワードがリセットされたかどうか確認できません。これまでのパスワードは使えなくなっているかもしれません。ユーザーを選んで、もう一度リセットしてください。

## ユーザー: これから起こること

confirm-reset-title = このユーザーのパスワードをリセットしますか？
confirm-reset-lead = リセットすると、次のようになります:
confirm-reset-old = ユーザーの現在のパスワードは使えなくなります。
confirm-reset-new = 一時パスワードが一度だけ表示されます。それをユーザーに渡してください。
confirm-reset-user = ユーザーは一時パスワードでサインインし、すぐに新しいパスワードを決めます。
confirm-reset-submit = パスワードをリセットする
confirm-reset-in-doubt = 結果を確認できなかったため、パスワードがリセットされたかどうかわかりません。これまでのパスワードは使えなくなっているかもしれません。もう一度リセットしてください。

## ユーザー: 一度だけ表示する一時パスワード

temporary-password-title = 一時パスワードを渡してください
temporary-password-once = このパスワードを表示するのは今だけです。このページを離れると、二度と表示できません。
temporary-password-expires = 一時パスワードは{ $time }まで使えます。
temporary-password-copy = 一時パスワードをコピーする
temporary-password-print = ユーザーに渡す用紙を印刷する
temporary-password-handed-over = ユーザーに渡しました
hand-over-title = { $product } のご利用について
hand-over-lead = 次の手順で進めてください:
hand-over-step-open = このページを開きます:
hand-over-step-sign-in = ユーザー ID と一時パスワードでサインインします。
hand-over-step-choose = 自分だけが知っている新しいパスワードを決めます。

## ユーザー: グローバル管理者ではないとき

admins-only-title = ユーザーのパスワードをリセットできるのはグローバル管理者だけです
admins-only-ask = 社内のグローバル管理者に依頼してください。別のアカウントでグローバル管理者になっているときは、サインアウトして、そのアカウントでサインインしてください。
admins-only-nobody = 社内にグローバル管理者がいないときや、どのグローバル管理者もサインインできないときは、サポートが対応します。

## 会社の確認状況

verification-title = 会社の確認状況
verification-lead = 三つの項目を確認します。通常 3～5 営業日かかります。それより長くかかるときは、サポートに問い合わせてください。
verification-email = メールの所有権
verification-employment = 雇用
verification-business = 会社
verification-pending = 確認中
verification-authorized = 承認済み
verification-rejected = 却下
verification-since = { $time }から
verification-nothing-to-do = 手続きは完了しています。
verification-email-pending = 主要連絡先にメールをお送りしています。メールを開いて、リンクを選んでください。1 営業日たっても届かないときは、迷惑メールのフォルダーを確かめてから、メールをもう一度送ってください。
verification-email-rejected = 主要連絡先には、メールを受信できて、実際に読まれている会社のアドレスが必要です。サポートにアドレスの変更を依頼してください。
verification-employment-pending = 主要連絡先が会社に勤めていることを確認しています。今は何もする必要はありません。
verification-employment-rejected = 主要連絡先のアドレスのドメインを会社が所有していることがわかる書類か Web ページを、サポートに提出してください。
verification-business-pending = 会社の名称と所在地を確認しています。今は何もする必要はありません。
verification-business-rejected = 会社の名称と所在地を、公的な登録の内容と比べてください。略さずに、まったく同じである必要があります。そのうえで、登記事項証明書か納税証明書の写しをサポートに提出してください。
verification-resend = メールをもう一度送る
verification-reload = 最新の状況を見る
verification-notice-sent-again = メールをもう一度お送りしました。届くまでに数分かかることがあります。迷惑メールのフォルダーも確かめてください。
verification-notice-loaded-again = 最新の状況を表示しています。
verification-not-resent = 今はメールをもう一度送れません。最新の状況を確かめてください。

## このサイトで使えない機能のページ

not-offered-title = この機能はここでは使えません
not-offered = 代わりの方法は、サポートに問い合わせてください。サインインのページからも続けられます。

## アプリを始められないとき

configuration-title = このページは正しく設定されていません
configuration-problem = このページを運営している担当者に、config.json の修正が必要だとお伝えください。対象の項目: { $field }
must-be-json = このファイルは JSON 形式で、全体を波かっこで囲んで書く必要があります。
must-be-group = この項目は必須です。中身を波かっこで囲んで書いてください。
must-be-driver = recovery-v1、allauth、entra のいずれかを書く必要があります。
must-be-api-address = https:// で始まり、? を含まないアドレスにする必要があります。
must-be-client-id = API がこのページを識別する ID にする必要があります。ドライバーが entra のときは必須です。
must-be-timeout = 1 から 120 までの整数にする必要があります。
must-be-name = 空ではない文字列にする必要があります。
must-be-contact = https://、mailto:、tel: のいずれかで始まるアドレスにする必要があります。
must-be-page = https:// で始まり、ホスト名を小文字で書いたアドレスにする必要があります。
must-be-prefixes = https:// で始まり、ホスト名の後に / があるアドレスの一覧にする必要があります。? は使えません。
