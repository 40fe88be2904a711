//! A person with the app's state machines. What they ask for is carried out as the app does it, in test time.

use crate::surroundings::Surroundings;
use altcha::{SolveChallengeOptions, solve_challenge};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use partner_recovery::api::{SessionRequest, SharedApi};
use partner_recovery::domain::account::{AccountType, UserId};
use partner_recovery::domain::captcha::{AnswerKind, CaptchaAnswer, Challenge, hexadecimal, read_characters};
use partner_recovery::domain::code::Alphabet;
use partner_recovery::domain::moment::{Moment, Seconds};
use partner_recovery::domain::problem::Problem;
use partner_recovery::domain::recovery::{
    Captcha, CodeSent, Command, Event, Identify, Journey, Method, NewPassword, Screen, Situation, Step,
};
use partner_recovery::domain::secret::Secret;
use partner_recovery::domain::sign_in::{self, Page, SignIn};
use partner_recovery::domain::ticket::Ticket;
use partner_recovery::domain::users::{self, Users};
use partner_recovery::domain::verification::{self, Verification};
use pbkdf2::pbkdf2_hmac;
use sha2::Sha256;
use std::collections::VecDeque;

pub const USER: &str = "user@contoso.example";
pub const PASSWORD: &str = crate::stand_in::sentinels::PASSWORD;
/// One that every API takes.
pub const NEW_PASSWORD: &str = "A quiet walk by the lake";

/// Somebody in front of the app.
pub struct Person<'a> {
    pub journey: Journey,
    pub sign_in: SignIn,
    pub users: Users,
    pub verification: Verification,
    /// The page that the sign-in led to last.
    pub page: Option<Page>,
    pub now: Moment,
    api: SharedApi,
    surroundings: &'a Surroundings,
}

impl<'a> Person<'a> {
    pub fn new(api: SharedApi, surroundings: &'a Surroundings) -> Self {
        let now = Moment::default();
        Self {
            journey: Journey::default(),
            sign_in: SignIn::default(),
            users: Users::default(),
            verification: Verification::default(),
            page: None,
            now,
            api,
            surroundings,
        }
    }

    /// A person of whom the user ID is asked, together with the answer to a challenge where the API has one.
    pub async fn at_identify(api: SharedApi, surroundings: &'a Surroundings) -> Self {
        let mut person = Self::new(api, surroundings);
        person.does(Event::SituationChosen(Situation::ForgotPassword)).await;
        if person.screen() == Screen::AccountType {
            person.does(Event::AccountTypeChosen(AccountType::WorkOrSchool)).await;
        }
        assert_eq!((person.screen(), person.problem()), (Screen::Identify, None));
        person
    }

    /// A person who gave this user ID and the right answer to the challenge.
    pub async fn identified(api: SharedApi, surroundings: &'a Surroundings, user_id: &str) -> Self {
        let mut person = Self::at_identify(api, surroundings).await;
        person.identifies(user_id).await;
        person
    }

    /// A person of whom the new password is asked.
    pub async fn at_set_password(api: SharedApi, surroundings: &'a Surroundings, user_id: &str) -> Self {
        let mut person = Self::identified(api, surroundings, user_id).await;
        person.enters_sent_code().await;
        assert_eq!((person.screen(), person.problem()), (Screen::SetPassword, None));
        person
    }

    /// Tells the journey what happened, and carries out what it asks for until it asks for nothing more.
    pub async fn does(&mut self, event: Event) {
        let mut asked = VecDeque::from(self.journey.apply(event, self.now));
        while let Some(command) = asked.pop_front() {
            let event = match command {
                Command::Begin(ticket) => Event::Answered(ticket, self.api.begin().await),
                Command::Submit(ticket, input) => Event::Answered(ticket, self.api.submit(input).await),
                Command::PollAfter(ticket, delay) => self.waits_to_poll(ticket, delay).await,
                Command::Cancel => {
                    // Nobody waits for the answer.
                    let _ = self.api.cancel().await;
                    continue;
                }
                Command::ShowSignIn => continue,
            };
            asked.extend(self.journey.apply(event, self.now));
        }
        assert!(!self.journey.is_waiting(), "an answer got lost");
    }

    async fn waits_to_poll(&mut self, ticket: Ticket, delay: Seconds) -> Event {
        self.waits(delay).await;
        Event::PollDue(ticket)
    }

    /// Tells the sign-in what happened, and carries out what it asks for.
    pub async fn does_at_sign_in(&mut self, event: sign_in::Event) {
        let mut asked = VecDeque::from(self.sign_in.apply(event, self.now));
        while let Some(command) = asked.pop_front() {
            let (ticket, request) = match command {
                sign_in::Command::SignIn(ticket, user_id, password) => {
                    (ticket, SessionRequest::SignIn(user_id, password))
                }
                sign_in::Command::LoadSession(ticket) => (ticket, SessionRequest::Load),
                sign_in::Command::ChangePassword(ticket, current, new) => {
                    (ticket, SessionRequest::ChangePassword(current, new))
                }
                sign_in::Command::SignOut(ticket) => (ticket, SessionRequest::SignOut),
                sign_in::Command::Show(page) => {
                    self.page = Some(page);
                    continue;
                }
                sign_in::Command::Begin | sign_in::Command::Leave(_) => continue,
            };
            let answer = self.api.session(request).await;
            asked.extend(self.sign_in.apply(sign_in::Event::Answered(ticket, answer), self.now));
        }
        assert!(!self.sign_in.exchange().is_waiting(), "an answer got lost");
    }

    /// Tells the users what happened, and carries out what they ask for.
    pub async fn does_with_users(&mut self, event: users::Event) {
        let mut asked = VecDeque::from(self.users.apply(event, self.now));
        while let Some(command) = asked.pop_front() {
            match command {
                users::Command::Ask(ticket, request) => {
                    let answer = self.api.users(request).await;
                    asked.extend(self.users.apply(users::Event::Answered(ticket, answer), self.now));
                }
                users::Command::SignInAgain => {
                    self.does_at_sign_in(sign_in::Event::SessionEnded(Page::Users)).await;
                }
            }
        }
        assert!(!self.users.exchange().is_waiting(), "an answer got lost");
    }

    /// Opens the page of the users, signed in.
    pub async fn opens_users(&mut self) {
        let session = self.sign_in.session().expect("somebody is signed in").clone();
        self.does_with_users(users::Event::Opened(session)).await;
    }

    /// Tells the verification what happened, and carries out what it asks for.
    pub async fn does_with_verification(&mut self, event: verification::Event) {
        let mut asked = VecDeque::from(self.verification.apply(event, self.now));
        while let Some(command) = asked.pop_front() {
            match command {
                verification::Command::Ask(ticket, request) => {
                    let answer = self.api.verification(request).await;
                    asked.extend(self.verification.apply(verification::Event::Answered(ticket, answer), self.now));
                }
                verification::Command::SignInAgain => {
                    self.does_at_sign_in(sign_in::Event::SessionEnded(Page::Verification)).await;
                }
            }
        }
        assert!(!self.verification.exchange().is_waiting(), "an answer got lost");
    }

    /// The time passes, here and for the API.
    pub async fn waits(&mut self, time: Seconds) {
        self.now = self.now.after(time);
        self.surroundings.pass(time).await;
    }

    /// Gives the user ID, with the characters of the challenge if there is one.
    pub async fn identifies(&mut self, user_id: &str) {
        if let Step::Identify(Identify { captcha: Captcha::NotAsked, .. }) = self.journey.step() {
            let user_id = UserId::parse(user_id).expect("it is a user ID");
            return self.does(Event::Identified(user_id, None)).await;
        }
        let characters = self.surroundings.characters(&self.challenge().id).await;
        self.identifies_with_characters(user_id, &characters).await;
    }

    pub async fn identifies_with_characters(&mut self, user_id: &str, characters: &str) {
        let characters = read_characters(characters).expect("something was typed");
        self.identifies_with(user_id, AnswerKind::Characters(characters)).await;
    }

    /// Lets the device calculate.
    pub async fn identifies_by_calculation(&mut self, user_id: &str) {
        let challenge = self.challenge();
        let task = challenge.proof_of_work.as_ref().expect("the challenge offers it");
        let known = serde_json::from_str(&task.challenge_json).expect("it is a challenge of ALTCHA");
        let solution = solve_challenge(SolveChallengeOptions::new(&known))
            .expect("the challenge is valid")
            .expect("the solution is found in time");
        // The app's own attempt with the same counter, calculated as a browser does.
        let mut key = vec![0; task.key_length as usize];
        pbkdf2_hmac::<Sha256>(&task.password(solution.counter), &task.salt, task.cost, &mut key);
        assert_eq!(hexadecimal(&key), solution.derived_key);
        assert!(task.is_solved_by(&key));
        let proof = Secret::new(STANDARD.encode(task.payload(solution.counter, &key)));
        self.identifies_with(user_id, AnswerKind::Proof(proof)).await;
    }

    async fn identifies_with(&mut self, user_id: &str, kind: AnswerKind) {
        let user_id = UserId::parse(user_id).expect("it is a user ID");
        let answer = CaptchaAnswer { challenge: self.challenge().id, kind };
        self.does(Event::Identified(user_id, Some(answer))).await;
    }

    /// Chooses the method with this number.
    pub async fn chooses(&mut self, index: usize) {
        let id = self.methods()[index].id.clone();
        self.does(Event::MethodChosen(id)).await;
    }

    /// Enters a code as it was typed.
    pub async fn enters_code(&mut self, typed: &str) {
        let code = self.code_sent().form.read(typed).expect("the code has the form that was announced");
        self.does(Event::CodeEntered(code)).await;
    }

    pub async fn enters_sent_code(&mut self) {
        let code = self.surroundings.last_code().await;
        self.enters_code(&code).await;
    }

    pub async fn enters_wrong_code(&mut self) {
        let form = self.code_sent().form;
        let one = match form.alphabet {
            Alphabet::Digits => "0".repeat(form.length.unwrap_or(6).into()),
            Alphabet::LettersAndDigits => "AAAA-AAAA".to_owned(),
        };
        let is_right = self.surroundings.newest_code().await.as_ref() == Some(&one);
        let other = one.replace('0', "1").replace('A', "B");
        self.enters_code(if is_right { &other } else { &one }).await;
    }

    pub async fn sets_password(&mut self, password: &str) {
        self.does(Event::PasswordChosen(Secret::new(password.to_owned()))).await;
    }

    /// Enters the user ID and then the password.
    pub async fn signs_in(&mut self, user_id: &str, password: &str) {
        let user_id = UserId::parse(user_id).expect("it is a user ID");
        self.does_at_sign_in(sign_in::Event::UserIdEntered(user_id)).await;
        self.does_at_sign_in(sign_in::Event::PasswordEntered(Secret::new(password.to_owned()))).await;
    }

    pub fn screen(&self) -> Screen {
        self.journey.step().screen()
    }

    /// What the recovery says went wrong.
    pub fn problem(&self) -> Option<Problem> {
        self.journey.trouble().map(|trouble| trouble.problem.clone())
    }

    /// What the sign-in says went wrong.
    pub fn sign_in_problem(&self) -> Option<Problem> {
        self.sign_in.exchange().trouble().map(|trouble| trouble.problem.clone())
    }

    pub fn challenge(&self) -> Challenge {
        match self.journey.step() {
            Step::Identify(identify) => match &identify.captcha {
                Captcha::Ready(challenge) => challenge.clone(),
                other => panic!("there is no challenge but {other:?}"),
            },
            other => panic!("no user ID is asked for at {other:?}"),
        }
    }

    pub fn methods(&self) -> &[Method] {
        match self.journey.step() {
            Step::ChooseMethod(methods) => methods,
            other => panic!("there is nothing to choose at {other:?}"),
        }
    }

    pub fn code_sent(&self) -> &CodeSent {
        match self.journey.step() {
            Step::EnterCode(sent) => sent,
            other => panic!("no code is asked for at {other:?}"),
        }
    }

    pub fn password_asked(&self) -> &NewPassword {
        match self.journey.step() {
            Step::SetPassword(asked) => asked,
            other => panic!("no password is asked for at {other:?}"),
        }
    }
}
