//! Whole journeys of the domain's state machines, through each driver and over real HTTP, against the stand-in of its API.
//!
//! A scenario takes a [`SharedApi`](partner_recovery::api::SharedApi), so that every driver goes through the same ones.
#![expect(
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    unreachable_pub,
    reason = "a test stops at the first thing that is not as expected; its modules are its own"
)]

#[path = "allauth_server/server.rs"]
mod allauth_server;
#[path = "drivers/allauth_settings.rs"]
mod allauth_settings;
#[path = "drivers/broken.rs"]
mod broken;
#[path = "drivers/captcha.rs"]
mod captcha;
#[path = "drivers/code.rs"]
mod code;
#[path = "drivers/entra/broken.rs"]
mod entra_broken;
#[path = "drivers/entra/code.rs"]
mod entra_code;
#[path = "drivers/entra/gaps.rs"]
mod entra_gaps;
#[path = "drivers/entra/password.rs"]
mod entra_password;
#[path = "drivers/entra/session.rs"]
mod entra_session;
#[path = "entra_stand_in/server.rs"]
mod entra_stand_in;
#[path = "drivers/every_driver.rs"]
mod every_driver;
#[path = "drivers/native_transport.rs"]
mod native_transport;
#[path = "drivers/password.rs"]
mod password;
#[path = "drivers/person.rs"]
mod person;
#[path = "drivers/request_status.rs"]
mod request_status;
#[path = "drivers/requester.rs"]
mod requester;
#[path = "drivers/service_request.rs"]
mod service_request;
#[path = "drivers/session.rs"]
mod session;
#[path = "stand_in/server.rs"]
mod stand_in;
#[path = "drivers/strange_api.rs"]
mod strange_api;
#[path = "drivers/surroundings.rs"]
mod surroundings;
#[path = "drivers/users.rs"]
mod users;
#[path = "drivers/verification.rs"]
mod verification;

/// Makes a test of each scenario for one driver.
macro_rules! scenarios {
    ($driver:expr => $($module:ident { $($name:ident),* $(,)? })*) => {
        $(mod $module {
            $(#[tokio::test] async fn $name() {
                let surroundings = crate::surroundings::Surroundings::start($driver).await;
                crate::$module::$name(surroundings.connect(), &surroundings).await;
            })*
        })*
    };
}

/// Makes the tests that every driver passes.
macro_rules! every_scenario {
    ($driver:expr) => {
        scenarios! { $driver => every_driver {
            a_forgotten_password_is_set_anew,
            after_a_wrong_code_the_right_one_is_good,
            too_many_wrong_codes_end_the_recovery,
            an_old_code_is_no_code,
            another_code_takes_the_place_of_the_first,
            an_unknown_account_looks_like_a_known_one,
            a_weak_password_says_why,
            whoever_goes_back_to_the_user_id_can_go_on,
            a_wrong_password_lets_nobody_in,
            signing_out_ends_the_session,
            whoever_signs_in_last_is_signed_in,
            the_own_password_is_changed_where_that_is_offered,
            too_many_tries_wait,
            what_is_not_offered_is_refused,
            what_the_steps_ask_for_is_offered,
            an_answer_of_something_else_is_no_success,
            nobody_answers,
        } }
    };
}

/// django-allauth itself, of the version in allauth_server/requirements.txt.
mod allauth {
    every_scenario! { partner_recovery::api::drivers::DriverKind::Allauth }
}

/// The stand-in for Microsoft Entra External ID, which Microsoft's own client has tried (tests/entra_msal.rs).
mod entra {
    every_scenario! { partner_recovery::api::drivers::DriverKind::Entra }

    // What only this API has.
    scenarios! {
        partner_recovery::api::drivers::DriverKind::Entra =>
        entra_code {
            the_right_code_leads_to_the_new_password,
            wrong_codes_count_down_and_end_the_recovery,
            a_recovery_can_expire,
            an_unknown_user_id_is_answered_like_a_known_one,
            a_user_id_of_no_form_is_said_to_be_wrong,
            a_code_that_cannot_be_sent_is_said,
            the_way_may_lead_elsewhere,
        }
        entra_password {
            every_broken_rule_is_said,
            a_slow_change_is_waited_for,
            a_change_that_never_comes_is_given_up,
            a_change_that_fails_can_be_tried_again,
        }
        entra_session {
            a_session_ends_with_its_token,
            nobody_is_signed_in_on_another_page,
            a_password_that_has_had_its_day_is_said,
            signing_in_may_lead_elsewhere,
        }
        entra_broken {
            answers_that_make_no_sense_keep_the_step,
            a_service_that_is_down_is_no_fault_of_the_person,
            too_many_requests_block_for_as_long_as_the_api_says,
            silence_ends_with_the_time_out,
        }
        entra_gaps {
            what_entra_cannot_do_is_asked_of_nobody,
            no_request_is_one_that_browsers_would_ask_about_first,
            an_app_that_is_not_registered_is_refused,
        }
    }
}

mod recovery_v1 {
    every_scenario! { partner_recovery::api::drivers::DriverKind::RecoveryV1 }

    // What only this contract has.
    scenarios! {
        partner_recovery::api::drivers::DriverKind::RecoveryV1 =>
        captcha {
            characters_let_one_on,
            a_calculation_lets_one_on,
            a_wrong_answer_brings_a_new_challenge,
            another_challenge_can_be_asked_for,
            a_challenge_that_is_too_old_is_replaced,
            the_media_can_be_loaded,
        }
        code {
            the_right_code_leads_to_the_new_password,
            one_of_two_methods_is_chosen,
            whoever_goes_back_chooses_again,
            a_second_proof_goes_another_way,
            wrong_codes_count_down_and_lock,
            a_code_that_is_too_old_is_replaced,
            another_code_can_be_sent,
            letters_and_digits_are_read_as_typed,
            where_one_way_fails_another_one_works,
            the_account_is_looked_at_after_the_code_only,
            a_recovery_can_expire,
            an_unknown_user_id_is_answered_like_a_known_one,
            the_way_may_lead_elsewhere,
        }
        password {
            the_new_password_holds,
            every_broken_rule_is_said,
            a_strict_policy_is_announced,
            a_slow_change_is_waited_for,
            a_slow_change_may_be_rejected,
            a_change_that_never_comes_is_given_up,
            a_change_that_fails_can_be_tried_again,
        }
        session {
            the_right_password_lets_in_and_out,
            a_wrong_password_keeps_the_user_id,
            a_temporary_password_is_changed,
            a_session_that_has_ended_leads_to_sign_in,
            too_many_failures_block_for_a_while,
        }
        service_request {
            everything_that_was_told_reaches_support,
            a_wrong_answer_to_its_challenge_brings_a_new_one,
            a_request_whose_answer_got_lost_is_there_once,
            a_changed_request_is_another_one,
            too_many_requests_of_one_person_wait,
        }
        request_status {
            a_number_and_a_code_are_understood_as_typed,
            a_wrong_code_is_answered_like_an_unknown_number,
            too_many_wrong_codes_block_for_a_while,
            a_question_of_support_is_answered,
            an_answer_that_comes_too_late_is_not_lost,
            an_approved_request_leads_into_the_recovery,
            a_declined_request_says_why,
        }
        users {
            the_list_has_pages_and_a_search,
            a_colleague_gets_a_temporary_password_and_changes_it,
            a_temporary_password_expires,
            a_password_that_is_not_reset_here_stays,
            only_a_global_admin_is_answered,
            a_session_that_ends_loses_no_choice,
        }
        verification {
            what_is_verified_is_shown,
            the_mail_can_be_sent_again_after_a_while,
            a_mail_that_nobody_waits_for_is_not_sent,
            a_session_that_ends_leads_back_here,
        }
        broken {
            answers_that_make_no_sense_keep_the_step,
            answers_that_make_no_sense_let_nobody_in,
            a_service_that_is_down_is_no_fault_of_the_person,
            too_many_requests_block_for_as_long_as_the_api_says,
            silence_ends_with_the_time_out,
            markup_stays_text,
            nobody_answers,
        }
    }
}
