//! Anything that a person may do and an API may answer, at random.

use super::super::super::samples::*;
use super::super::super::walk::*;
use super::super::super::*;
use crate::domain::account::AccountType;
use crate::domain::moment::Seconds;
use crate::domain::problem::Fault;
use crate::domain::ticket::Ticket;
use proptest::prelude::*;

/// Something that happens.
#[derive(Clone, Debug)]
pub(super) enum Happening {
    /// The person does what the screen asks for.
    Fitting,
    /// The person does something, whether or not the screen has it: two screens can be open at once.
    Person(Doing),
    Answer {
        which_ticket: Which,
        next: Next,
    },
    Failure {
        which_ticket: Which,
        fault: Fault,
    },
    TimerEnds(Which),
    TimePasses(Seconds),
    Back,
    Again,
}

#[derive(Clone, Copy, Debug)]
pub(super) enum Doing {
    ChooseSituation(Situation),
    ChooseType(AccountType),
    Identify,
    AskForChallenge,
    ChooseMethod,
    EnterCode,
    AskForCode,
    ChoosePassword,
    Enter(Entrance),
    TypeUserId,
}

#[derive(Clone, Debug)]
pub(super) enum Which {
    Newest,
    Any(prop::sample::Index),
}

fn doing() -> impl Strategy<Value = Doing> {
    prop_oneof![
        2 => Just(Doing::ChooseSituation(Situation::ForgotPassword)),
        1 => prop::sample::select(&Situation::ALL[..]).prop_map(Doing::ChooseSituation),
        2 => Just(Doing::ChooseType(AccountType::WorkOrSchool)),
        1 => Just(Doing::ChooseType(AccountType::Personal)),
        2 => Just(Doing::Identify),
        1 => Just(Doing::AskForChallenge),
        2 => Just(Doing::ChooseMethod),
        2 => Just(Doing::EnterCode),
        1 => Just(Doing::AskForCode),
        2 => Just(Doing::ChoosePassword),
        1 => prop::sample::select(&Entrance::ALL[..]).prop_map(Doing::Enter),
        1 => Just(Doing::TypeUserId),
    ]
}

fn which() -> impl Strategy<Value = Which> {
    prop_oneof![4 => Just(Which::Newest), 1 => any::<prop::sample::Index>().prop_map(Which::Any)]
}

pub(super) fn next() -> impl Strategy<Value = Next> {
    let mut nexts: Vec<Next> = every_next().into_iter().map(|(_, next, _)| next).collect();
    nexts.extend(empty_nexts());
    nexts.extend([one_method(), identify(&[AccountType::Personal])]);
    prop::sample::select(nexts)
}

pub(super) fn fault() -> impl Strategy<Value = Fault> {
    let retry_after = prop::option::of((0..400_u64).prop_map(Seconds::clamped));
    (prop::sample::select(every_problem()), prop::option::of(next()), retry_after)
        .prop_map(|(problem, next, retry_after)| Fault { next: next.map(Box::new), retry_after, ..problem.into() })
}

pub(super) fn happening() -> impl Strategy<Value = Happening> {
    prop_oneof![
        10 => Just(Happening::Fitting),
        4 => doing().prop_map(Happening::Person),
        8 => (which(), next()).prop_map(|(which_ticket, next)| Happening::Answer { which_ticket, next }),
        3 => (which(), fault()).prop_map(|(which_ticket, fault)| Happening::Failure { which_ticket, fault }),
        3 => which().prop_map(Happening::TimerEnds),
        3 => (0..120_u64).prop_map(|seconds| Happening::TimePasses(Seconds::clamped(seconds))),
        1 => Just(Happening::Back),
        1 => Just(Happening::Again),
    ]
}

fn event(doing: Doing) -> Event {
    match doing {
        Doing::ChooseSituation(situation) => Event::SituationChosen(situation),
        Doing::ChooseType(account_type) => Event::AccountTypeChosen(account_type),
        Doing::Identify => identified(),
        Doing::AskForChallenge => new_challenge_asked(),
        Doing::ChooseMethod => method_chosen(),
        Doing::EnterCode => Event::CodeEntered(secret()),
        Doing::AskForCode => Event::ResendAsked,
        Doing::ChoosePassword => Event::PasswordChosen(secret()),
        Doing::Enter(entrance) => entered(entrance),
        Doing::TypeUserId => user_id_typed(),
    }
}

/// What the screen asks for. Where a recovery has ended, that is another one.
fn fitting(walk: &Walk) -> Event {
    match walk.screen() {
        Screen::Situation => forgot_password(),
        Screen::AccountType => event(Doing::ChooseType(AccountType::WorkOrSchool)),
        Screen::Identify => identified(),
        Screen::ChooseMethod => method_chosen(),
        Screen::EnterCode => event(Doing::EnterCode),
        Screen::SetPassword => event(Doing::ChoosePassword),
        Screen::Wait => Event::PollDue(walk.newest_ticket()),
        Screen::Advice(_) | Screen::Done | Screen::Stopped => Event::StartedAgain,
    }
}

fn ticket(walk: &Walk, which: &Which) -> Option<Ticket> {
    match which {
        Which::Newest => walk.tickets.last().copied(),
        Which::Any(index) => (!walk.tickets.is_empty()).then(|| *index.get(&walk.tickets)),
    }
}

/// Lets `happening` happen and says what was to be done for it.
pub(super) fn live(walk: &mut Walk, happening: Happening) -> Vec<String> {
    let event = match happening {
        Happening::Fitting => Some(fitting(walk)),
        Happening::Person(doing) => Some(event(doing)),
        Happening::Answer { which_ticket, next } => {
            ticket(walk, &which_ticket).map(|ticket| Event::Answered(ticket, Ok(next)))
        }
        Happening::Failure { which_ticket, fault } => {
            ticket(walk, &which_ticket).map(|ticket| Event::Answered(ticket, Err(fault)))
        }
        Happening::TimerEnds(which_ticket) => ticket(walk, &which_ticket).map(Event::PollDue),
        Happening::TimePasses(seconds) => {
            walk.passes(seconds);
            None
        }
        Happening::Back => Some(Event::WentBack),
        Happening::Again => Some(Event::StartedAgain),
    };
    event.map_or_else(Vec::new, |event| walk.does(event))
}

pub(super) fn lived() -> impl Strategy<Value = Walk> {
    prop::collection::vec(happening(), 0..60).prop_map(|happenings| {
        let mut walk = Walk::at_situation();
        for happening in happenings {
            live(&mut walk, happening);
        }
        walk
    })
}

/// A journey that waits for an answer.
pub(super) fn awaiting() -> impl Strategy<Value = Walk> {
    let somewhere: Vec<Walk> = Walk::every_awaited().into_iter().map(|(_, walk)| walk).collect();
    let after_a_life = lived().prop_map(|mut walk| {
        if !walk.journey.is_waiting() {
            walk.does(Event::StartedAgain);
            walk.passes(Seconds::LONGEST);
            walk.does(forgot_password());
        }
        walk
    });
    prop_oneof![prop::sample::select(somewhere), after_a_life]
}
