# The English catalogue, which the other languages follow: the same messages, the same values.
#
# One message is one whole thing to say: never a fragment. Messages are named after the screen and the role they have
# there. Comments tell translators what the text cannot. The words are bound by docs/content.md.

## The language itself

# Its own name, as its speakers write it.
language-name = English
# ltr or rtl
language-direction = ltr

## On every page

skip-to-content = Skip to the main content
language-menu = Language
footer-help = Help
footer-support = Contact support
# The title of the window. $page is the heading of the page.
window-title = { $page } – { $product }
window-title-problem = Problem: { $page } – { $product }
# A date and a time, in the way of the language.
moment = { $at }
# Where one is in a journey.
place = Step { $step } of { $steps }
next = Next
back = Back
start-again = Start again
try-again = Try again
working = One moment. We are working on it.
problem-summary = There is a problem
# What support can look up. $reference is a row of letters and digits.
problem-reference = If you contact support, give this reference: { $reference }
choose-one = Choose one of the answers.

## Problems that can happen anywhere

problem-offline = You are offline. Nothing was sent. Check your connection, then try again.
problem-unreachable = We could not reach the service. Check your connection, then try again. If you are in a company network, a proxy may be in the way.
problem-timed-out = The service took too long to answer. Try again in a moment.
problem-unavailable = The service cannot answer right now. Nothing is wrong with your account. Try again in a few minutes.
problem-unreadable = The service gave an answer that we do not understand. Try again. If it happens again, contact support.
problem-unexpected = The service did not accept this, and did not say why. Try again. If it happens again, contact support.
problem-invalid-request = The service did not accept what you entered. Check it, then try again.
# Followed by the time to wait.
problem-too-many-requests = There were too many tries. Wait { $time }, then try again.
problem-too-many-requests-over = There were too many tries, but you can go on now. Try again.
problem-sign-in-failed = This user ID and this password do not go together. Check both, then try again. If you are not sure, choose “Can’t access your account?”.
problem-password-expired = This password can no longer be used. Choose “Can’t access your account?” to set a new one.
problem-another-page = This account cannot sign in on this page. Choose the way on below.
problem-session-required = You are no longer signed in. Sign in again to go on.

## Sign in: the user ID, then the password

sign-in-title = Sign in
sign-in-lead = Use the account that your company gave you for { $product }.
user-id-label = User ID
user-id-hint = This is usually your work email address.
user-id-missing = Enter your user ID.
user-id-too-long = Enter a shorter user ID. It can have { $most } characters at the most.
cannot-access = Can’t access your account?
password-title = Enter your password
password-for = User ID: { $user }
another-user-id = Use another user ID
password-label = Password
password-missing = Enter your password.
show-password = Show password
hide-password = Hide password
password-shown = Your password is visible.
password-hidden = Your password is hidden.
sign-in-submit = Sign in
sign-in-notice-signed-out = You are signed out.
sign-in-notice-recovered = Sign in with your new password.

## A page that does not exist

not-found-title = There is no such page
not-found = The address may have a slip, or the page has moved. You can go on from the sign-in page.

### Later: from here on, texts that come with the code of the pages that say them. What the sign-in page says stands above.

## Problems that only some pages have

problem-captcha-incorrect = The check did not succeed. We have made a new one for you. Everything else that you entered is still here.
problem-captcha-expired = The check was too old. We have made a new one for you. Everything else that you entered is still here.
problem-code-incorrect = This is not the right code. Look at the newest message and enter the code again.
problem-code-incorrect-left = { $count ->
    [one] This is not the right code. Look at the newest message. You can try { $count } more time.
   *[other] This is not the right code. Look at the newest message. You can try { $count } more times.
}
problem-code-expired = This code is too old. Ask for another code below.
problem-delivery-failed = The code could not be sent there. Choose another way to get it, or try again later.
problem-password-rejected = Choose another password. This one was not accepted.
problem-reset-failed = The new password could not be set. Your old password still holds. Try again.
problem-admin-required = Only a Global admin of your company can do this. Ask one, or sign in with another account.
problem-user-not-found = This user is no longer there. Search again.
problem-reset-not-allowed = The password of this user cannot be reset here. Choose another user, or contact support.
problem-service-request-not-found = There is no request with this number and this access code. Check both, then try again.
problem-idempotency-conflict = Your request changed after it was sent. Check your answers, then send it once more.
problem-recovery-ended = This can no longer go on. Start again.

## Copying a secret

clear-clipboard = Clear the clipboard
copied = It is copied. Paste it where it is needed, then clear the clipboard.
not-copied = Your browser did not copy it. Select the text and copy it yourself, or write it down.
clipboard-cleared = The clipboard is empty now. If your device keeps a history of what was copied, clear that too.
clipboard-not-cleared = Your browser did not clear the clipboard. Copy any other text instead.

## While the app is loading, and when it cannot

without-script = This page needs JavaScript. Turn it on in your browser and load the page again, or contact support.
failure-load-title = The page could not be loaded
failure-load = Check your connection, then load the page again. If it still does not work, contact support.
failure-browser-title = This browser cannot show the page
failure-browser = The page needs WebAssembly, which is missing or turned off here. Use another browser, or contact support.
failure-slow-title = This takes longer than it should
failure-slow = Your connection may be slow. You can go on waiting, or load the page again.
failure-crash-title = Something went wrong on this page
failure-crash = Load the page again to start over. If it happens again, contact support.
reload = Load the page again
choose-language = Choose your language

## Recovery: which situation is yours?

situation-title = Which situation is yours?
situation-lead = Your answer leads you the shortest way back in.
situation-forgot-password = I forgot my password
situation-only-admin-locked-out = I am the only Global admin, and I am locked out
situation-admin-has-left = Our Global admin has left the company
situation-colleague-locked-out = I can sign in, but a colleague cannot
situation-temporary-password = Somebody gave me a temporary password
notice-started-again = The page was loaded again, so we start from the beginning. For your safety, nothing that you typed is stored.

## Recovery: what to do in the other situations

advice-only-admin-title = Ask support to let you back in
advice-only-admin = First try to reset the password yourself: go back and choose “I forgot my password”. If that does not work, send support a request. Support checks who you are and which company you work for. Then you get the role of Global admin again and can reset your password.
advice-admin-left-title = Ask support for a new Global admin
advice-admin-left = Support can make you the Global admin of your company. For that, support needs to know who you are, and needs some facts about your company. After that, you can reset your password.
advice-colleague-title = A Global admin can help your colleague
advice-colleague = If you are a Global admin, sign in to { $product } and reset your colleague’s password here. Your colleague gets a temporary password from you. If you are not a Global admin, ask one in your company.
# Where a password of a colleague cannot be reset here.
advice-colleague-elsewhere = Your colleague can choose “I forgot my password” on this page. If that does not work, ask a Global admin of your company, or contact support.
advice-temporary-title = Sign in with the temporary password
advice-temporary = Enter your user ID and the temporary password. Right after that, you choose a password of your own.
go-to-sign-in = Go to sign in
reset-colleague = Reset a colleague’s password

## Recovery: which type of account

account-type-title = Which type of account is it?
account-type-work = Work or school account
account-type-work-hint = Your company or school gave it to you.
account-type-personal = Personal account
account-type-personal-hint = You made it yourself.

## Recovery: the user ID, and that a person is there

identify-title = Enter your user ID
captcha-legend = Show that you are a person
captcha-choice = Choose the way that suits you.
captcha-picture = Picture
captcha-audio = Audio
captcha-work = Without picture or sound
captcha-picture-description = Picture with the characters to type. You can also choose the audio, or the way without picture or sound.
captcha-picture-label = Characters in the picture
captcha-audio-label = Characters in the recording
captcha-answer-hint = Capital or small letters and spaces do not matter.
captcha-picture-missing = Enter the characters in the picture.
captcha-audio-missing = Enter the characters in the recording.
# $language is the name of a language.
captcha-audio-language = The recording is in this language: { $language }.
captcha-play = Play
captcha-play-slowly = Play slowly
captcha-stop = Stop
captcha-volume = Volume
captcha-new = Get new characters
captcha-loading = The characters are loading.
captcha-media-failed = It could not be loaded. Get new characters, or choose another way.
captcha-waiting = A new check is being prepared.
captcha-work-lead = Your device does a calculation that takes a few seconds. You do not have to read or hear anything.
captcha-work-start = Start the calculation
captcha-work-running = The calculation is running.
captcha-work-progress = Progress of the calculation
captcha-work-cancel = Stop the calculation
captcha-work-done = The calculation is done. You can go on.
captcha-work-failed = The calculation did not work on this device. Choose another way, or contact support.
captcha-work-missing = Start the calculation, and wait until it is done.
captcha-person = If none of these ways works for you, a person can help:
notice-new-challenge = There are new characters.
notice-checked-again = You went back, so we ask again. Your user ID is still here.

## Recovery: how to get the code

choose-method-title = How do you want to get the code?
method-email = Email
method-email-to = Email to { $hint }
method-sms = Text message
method-sms-to = Text message to { $hint }
method-call = Phone call
method-call-to = Phone call to { $hint }
method-app = Authenticator app

## Recovery: the code

enter-code-title = Enter the code
# The conditional matters: the same text is shown whether the account exists or not.
code-sent-email = If there is an account with this user ID, a code is on its way by email.
code-sent-email-to = If there is an account with this user ID, a code is on its way by email to { $hint }.
code-sent-sms = If there is an account with this user ID, a code is on its way by text message.
code-sent-sms-to = If there is an account with this user ID, a code is on its way by text message to { $hint }.
code-sent-call = If there is an account with this user ID, a phone call with a code is on its way.
code-sent-call-to = If there is an account with this user ID, a phone call with a code is on its way to { $hint }.
code-from-app = Open your authenticator app and enter the code that it shows.
code-for-user = User ID: { $user }
code-label = Code
code-hint-digits = { $length ->
    [one] { $length } digit. Spaces do not matter.
   *[other] { $length } digits. Spaces do not matter.
}
code-hint-characters = { $length ->
    [one] { $length } letter or digit. Spaces do not matter.
   *[other] { $length } letters and digits. Spaces do not matter.
}
code-life = The code can be used for { $time }.
code-missing = Enter the code.
code-too-short = Enter the whole code. It has { $length } characters.
code-too-long = Enter the code only. It has { $length } characters.
code-other-characters-digits = Enter digits only. The code has no other characters.
code-other-characters = Enter letters and digits only. The code has no other characters.
code-resend = Send another code
code-resend-wait = You can ask for another code in { $time }.
code-nothing-came = Nothing came?
code-nothing-came-help = A message can take a minute or two. Look into your junk folder. Go back to check your user ID for a slip. If nothing helps, contact support.
notice-code-sent-again = If there is an account with this user ID, another code is on its way. The code before no longer works.

## Recovery: the new password

set-password-title = Choose a new password
password-rules = The new password must have:
policy-length = { $min ->
    [one] at least { $min } character
   *[other] at least { $min } characters
}
policy-length-most = { $max ->
    [one] { $max } character at the most
   *[other] { $max } characters at the most
}
policy-classes = { $count ->
    [one] at least { $count } of these: small letters, capital letters, digits, other characters
   *[other] at least { $count } of these: small letters, capital letters, digits, other characters
}
policy-ascii = only letters from A to Z, digits, spaces and the signs on a US keyboard
policy-tip = Several words in a row are easy to remember and hard to guess. Spaces are welcome.
set-password-time = You have { $time } for this.
new-password-label = New password
new-password-missing = Enter a new password.
new-password-unusual = Your password has characters that not every keyboard can type. That is fine if you can type them wherever you sign in.
rejection-too-short = { $min ->
    [one] Enter a longer password. It needs at least { $min } character.
   *[other] Enter a longer password. It needs at least { $min } characters.
}
rejection-too-long = { $max ->
    [one] Enter a shorter password. It can have { $max } character at the most.
   *[other] Enter a shorter password. It can have { $max } characters at the most.
}
rejection-too-few-classes = Mix more kinds of characters: small letters, capital letters, digits, other characters.
rejection-invalid-characters = Use only letters from A to Z, digits, spaces and the signs on a US keyboard.
rejection-too-common = Choose a password that is harder to guess. Many people use this one.
rejection-breached = Choose another password. This one was found in data that was stolen elsewhere.
rejection-contains-user-id = Choose a password that does not contain your user ID.
rejection-recently-used = Choose a password that you have not used lately.
set-password-submit = Set the new password

## Recovery: waiting, done

wait-title = Your new password is being set
wait-lead = This can take a minute. Leave this page open. It goes on by itself.
done-title = You have a new password
done-lead = Sign in with your new password now.
done-notice = We have sent you a message that your password was changed.

## Recovery: why it does not go on here

stop-not-offered-title = Your company does not offer this
stop-not-offered = Your company has not turned on password reset for its people. Ask a Global admin of your company for a temporary password. If you cannot reach one, ask support for help.
stop-locked-title = Password reset is locked for now
stop-locked = There were too many wrong codes, or the account is locked. Ask support for help, or try again later.
stop-expired-title = The time is over
stop-expired = For your safety, there is a limited time to reset a password. Start again. Your user ID is still here.
stop-personal-title = Personal accounts are reset elsewhere
stop-personal = Your company did not give you this account, so we cannot reset it here. Go on at the place where you made it.
stop-personal-link = Reset a personal account
stop-another-page-title = Go on at another page
stop-another-page = The password of this account is reset at another page.
stop-another-page-link = Go to the other page
stop-waited-title = It takes longer than expected
stop-waited = Your new password may still be set in the next minutes. Try to sign in with it a little later. If that does not work, start again.
stop-unknown-title = We do not know whether your password was changed
stop-unknown = No clear answer came while your new password was being set. Try to sign in with the new password. If that does not work, start again.

## Service request: why, who, which company, check, sent

ask-support = Ask support for help
reason-title = Why do you need support?
reason-lead = Support can make you Global admin of your company, so that you can reset your password yourself. For that, support needs to know who you are and which company you work for. This takes about five minutes.
reason-self-service-not-offered = My company does not let me reset my password myself
reason-other = Something else
details-label = What happened?
details-hint = Needed if you chose “Something else”. Never write a password here.
details-missing = Describe what happened.
contact-title = Who are you?
contact-lead = Support uses this to check who you are, and to write to you.
name-label = Full name
name-missing = Enter your full name.
email-label = Work email address
email-hint = Your user ID. If support agrees, this account becomes Global admin.
email-missing = Enter your work email address.
email-wrong = Enter the whole address, with an @ and the domain of your company.
phone-label = Phone number (optional)
phone-hint = With the country code. Support may call you to check who you are.
job-title-label = Job title (optional)
company-title = Which company is it?
company-lead = Enter it exactly as it stands in the official register, without abbreviations.
legal-name-label = Legal name of the company
legal-name-missing = Enter the legal name of the company.
domain-label = Domain of the company
domain-hint = The part of your work email address after the @.
domain-missing = Enter the domain of the company.
domain-wrong = Enter the domain only. It has a dot in it, and no @.
country-label = Country or region
country-missing = Enter the country or region.
address-label = Registered address
address-missing = Enter the registered address.
partner-id-label = Partner ID (optional)
registration-number-label = Registration or tax number (optional)
field-too-long = Enter a shorter text here. It can have { $most } characters at the most.
check-answers-title = Check your answers
check-answers-lead = This is what support gets. Change what is not right, then send it.
check-answers-reason = Why
check-answers-contact = You
check-answers-company = Your company
check-answers-nothing = Nothing entered
change-reason = Change the reason
change-contact = Change what you said about yourself
change-company = Change what you said about the company
send-request = Send the request
discard-request = Delete my answers
request-kept = What you entered before is still here.
request-discarded = Your answers are deleted.
# Sending the same request again does no harm: the service knows it.
request-outcome-unknown = We do not know whether your request arrived. Send it again. It will not be created twice.
sent-title = Your request was sent
sent-lead = Write both of these down now, or copy or print them. For your safety, the access code is shown only once.
sent-number = Reference number
sent-access-code = Access code
sent-next = Support looks at your request and writes to you by email. With the reference number and the access code you can see here how it is going, and answer questions.
sent-copy = Copy the reference number and the access code
sent-print = Print this sheet
# What follows stands on the sheet.
sent-sheet-title = Your request to the support of { $product }
# Followed by an address.
sent-sheet-place = See here how it is going:

## Service request: what has become of it

look-up-title = See how your request is going
look-up-lead = Enter what you were given when you sent the request.
number-label = Reference number
number-missing = Enter the reference number.
access-code-label = Access code
access-code-hint = Capital or small letters, spaces and hyphens do not matter.
access-code-missing = Enter the access code.
look-up-submit = Show the request
look-up-lost = You no longer have them?
look-up-lost-help = For your safety, nobody can show the access code again. Send a new request, or contact support.
report-title = Request { $number }
status-received = Your request has arrived. Support will look at it and write to you by email.
status-in-review = Support is looking at your request. There is nothing you need to do now.
status-information-needed = Support has a question. Answer it here.
status-approved = You are Global admin now. Reset your password to get back in.
status-declined = Support cannot do this for you. If you have more to say, send a new request or contact support.
status-closed = This request is closed. If you still need help, send a new request.
report-history = What happened so far
entry-received = Your request arrived
entry-in-review = Support began to look at it
entry-question = Support asked
entry-answer = You answered
entry-approved = Support made you Global admin
entry-declined = Support declined
entry-closed = The request was closed
reply-question = Question from support
reply-label = Your answer
reply-hint = Never write a password or a code here.
reply-missing = Enter your answer.
reply-too-long = Enter a shorter answer. It can have { $most } characters at the most.
reply-submit = Send the answer
report-refresh = Look for news
report-another = Leave this request
report-reset = Reset my password
notice-replied = Your answer has arrived.
notice-refreshed = This is the newest state.
new-request = Send a new request

## Help

help-cannot-sign-in-title = If you cannot sign in
help-verify-account-title = Verify your account information
help-reset-my-password-title = Reset my password
help-reset-user-password-title = Reset a user password
# Above the list of the headings of the page.
help-contents = On this page
help-recovery-open = Your password reset is still open. Nothing of it is lost while you read.
help-go-on = Go on with the password reset
help-loading = The page is loading.
help-unreachable = This help page could not be loaded. Check your connection, then try again.

## The account

account-title = Your account
account-name = Name
account-user-id = User ID
account-roles = Roles
role-global-admin = Global admin
account-no-roles = No roles
account-change-password = Change my password
account-portal = Go to { $product }
sign-out = Sign out
account-notice-password-changed = Your password is changed.
change-password-title = Change your password
change-password-forced = You signed in with a temporary password. Choose a password of your own before you go on.
current-password-label = Current password
temporary-password-label = Temporary password
current-password-missing = Enter the password that you signed in with.
problem-current-password = The current password is not right. Enter the one that you signed in with.
change-password-submit = Change the password

## Users: reset the password of a colleague

users-title = Reset a user password
users-lead = Choose the user who needs a new password.
users-query-label = Search for a user
users-query-hint = Enter a part of the name or of the user ID. Without any, you see all users.
users-search = Search
users-found = { $count ->
    [one] { $count } user found.
   *[other] { $count } users found.
}
# There are more than those that are counted.
users-found-more = { $count ->
    [one] { $count } user is shown. There are more.
   *[other] { $count } users are shown. There are more.
}
users-none = Nobody was found. Check the spelling, or enter a shorter part of the name or of the user ID.
users-more = Show more users
users-notice-handed-over = The user can sign in with the temporary password now, and chooses a new one right after that.
users-notice-password-gone = The temporary password is no longer shown. If you have not handed it over, reset the password again.
users-notice-outcome-unknown = We do not know whether the password was reset. The old password may no longer work. Choose the user and reset it again.

## Users: what will happen

confirm-reset-title = Reset the password of this user?
confirm-reset-lead = This is what will happen:
confirm-reset-old = The password that the user has now no longer works.
confirm-reset-new = You get a temporary password. You see it only once, and hand it over to the user.
confirm-reset-user = The user signs in with it and chooses a new password right away.
confirm-reset-submit = Reset the password
confirm-reset-in-doubt = No clear answer came, so we do not know whether the password was reset. The old password may no longer work. Reset it again.

## Users: the temporary password, shown once

temporary-password-title = Hand over the temporary password
temporary-password-once = You see this password only now. It is gone as soon as you leave this page.
temporary-password-expires = The temporary password can be used until { $time }.
temporary-password-copy = Copy the temporary password
temporary-password-print = Print this sheet for the user
temporary-password-handed-over = I have handed it over
# What follows stands on the sheet, for the user who gets it.
hand-over-title = Your access to { $product }
hand-over-lead = Do this next:
# Followed by an address.
hand-over-step-open = Open this page:
hand-over-step-sign-in = Sign in with the user ID and the temporary password.
hand-over-step-choose = Choose a password of your own, which only you know.

## Users: for those who are no Global admin

admins-only-title = Only a Global admin can reset the password of a user
admins-only-ask = Ask a Global admin of your company. If you are one with another account, sign out and sign in with that account.
admins-only-nobody = If your company has no Global admin, or none who can sign in, support can help.

## What is verified of the company

verification-title = Verification of your company
verification-lead = Three things are verified. Usually this takes 3 to 5 business days. If it takes longer, contact support.
verification-email = Email ownership
verification-employment = Employment
verification-business = Business
verification-pending = Pending
verification-authorized = Authorized
verification-rejected = Rejected
verification-since = Since { $time }
verification-nothing-to-do = There is nothing more to do.
verification-email-pending = The primary contact gets a mail. Open it and follow the link in it. If it has not come after one business day, look into the junk folder, then send the mail again.
verification-email-rejected = The primary contact needs a work address that can receive mail and that somebody reads. Ask support to change the address.
verification-employment-pending = It is being checked that the primary contact works for your company. You do not have to do anything now.
verification-employment-rejected = Give support a document or a web page which shows that your company owns the domain of the primary contact’s address.
verification-business-pending = The name and the address of your company are being checked. You do not have to do anything now.
verification-business-rejected = Compare the name and the address of your company with the official registration. They must be exactly the same, without abbreviations. Then give support a copy of the registration or of a tax certificate.
verification-resend = Send the mail again
verification-reload = Look again
verification-notice-sent-again = The mail is on its way again. It can take a few minutes. Look into the junk folder too.
verification-notice-loaded-again = This is how it is now.
verification-not-resent = The mail cannot be sent again now. Look again to see how it is.

## A page for something that this site does not offer

not-offered-title = This is not offered here
not-offered = Support can tell you what to do instead. You can also go on from the sign-in page.

## The app cannot start

configuration-title = This page is not set up correctly
configuration-problem = Tell the people who run this page that config.json needs a correction. The entry is: { $field }
must-be-json = The file has to be JSON, with braces around its entries.
must-be-group = It has to be there, with braces around its entries.
must-be-driver = It has to be one of these: recovery-v1, allauth, entra.
must-be-api-address = It has to be an address that starts with https:// and has no query in it.
must-be-client-id = It has to be the name under which the API knows this page. The driver entra needs it.
must-be-timeout = It has to be a whole number from 1 to 120.
must-be-name = It has to be a text that is not empty.
must-be-contact = It has to be an address that starts with https://, mailto: or tel:.
must-be-page = It has to be an address that starts with https://, with the host in small letters.
must-be-prefixes = It has to be a list of addresses that start with https:// and have a slash after the host, without a query.
