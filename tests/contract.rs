//! The stand-in keeps to docs/api/openapi.yaml, call by call and problem by problem, and so does every request that is made here.
#![expect(
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    unreachable_pub,
    reason = "a test stops at the first thing that is not as expected; its modules are its own"
)]

#[path = "contract/answer.rs"]
mod answer;
#[path = "contract/broken.rs"]
mod broken;
#[path = "contract/call.rs"]
mod call;
#[path = "contract/captcha.rs"]
mod captcha;
#[path = "contract/client.rs"]
mod client;
#[path = "contract/code.rs"]
mod code;
#[path = "contract/cross_origin.rs"]
mod cross_origin;
#[path = "contract/desk.rs"]
mod desk;
#[path = "contract/messages.rs"]
mod messages;
#[path = "contract/neutrality.rs"]
mod neutrality;
#[path = "contract/password.rs"]
mod password;
#[path = "contract/person.rs"]
mod person;
#[path = "contract/request_status.rs"]
mod request_status;
#[path = "contract/requester.rs"]
mod requester;
#[path = "contract/requests.rs"]
mod requests;
#[path = "contract/service_request.rs"]
mod service_request;
#[path = "contract/session.rs"]
mod session;
#[path = "contract/specification.rs"]
mod specification;
#[path = "stand_in/server.rs"]
mod stand_in;
#[path = "contract/temporary_password.rs"]
mod temporary_password;
#[path = "contract/token.rs"]
mod token;
#[path = "contract/users.rs"]
mod users;
#[path = "contract/verification.rs"]
mod verification;

/// Makes a test of each scenario, and one more that runs them all and looks at what they covered.
macro_rules! scenarios {
    ($($module:ident { $($name:ident),* $(,)? })*) => {
        $(mod $module {
            $(#[tokio::test] async fn $name() { crate::$module::$name().await; })*
        })*

        #[tokio::test(flavor = "multi_thread")]
        async fn every_answer_and_every_problem_of_the_contract_is_covered() {
            let mut running = tokio::task::JoinSet::new();
            $($(running.spawn(crate::$module::$name());)*)*
            running.join_all().await;
            let seen = crate::client::SEEN.lock().expect("no test panics here").clone();
            let missed: Vec<_> = crate::specification::CONTRACT.places().difference(&seen).cloned().collect();
            assert!(missed.is_empty(), "never answered: {missed:#?}");
            let seen = crate::client::SEEN_PROBLEMS.lock().expect("no test panics here").clone();
            let missed: Vec<_> = crate::specification::CONTRACT.problem_names().difference(&seen).cloned().collect();
            assert!(missed.is_empty(), "never a problem: {missed:?}");
        }
    };
}

mod tests {
    scenarios! {
        token {
            a_recovery_from_start_to_end,
            each_success_kills_the_token_before,
            a_token_lives_fifteen_minutes,
            a_cancelled_recovery_is_gone,
            a_recovery_can_expire_after_the_user_id,
            the_same_key_gives_the_same_answer,
        }
        requests {
            a_write_without_the_header_is_refused,
            a_body_that_is_no_json_is_refused,
            a_call_outside_its_step_says_the_step,
            wrong_fields_are_named_together,
            unknown_paths_and_methods_are_problems,
        }
        captcha {
            the_picture_is_a_png,
            the_sound_is_a_wav_and_slow_is_longer,
            case_width_and_spaces_do_not_matter,
            a_wrong_answer_gives_a_new_challenge,
            a_challenge_works_once_and_not_for_ever,
            a_solved_proof_of_work_is_an_answer,
            a_challenge_outside_of_a_recovery_has_its_media_and_its_time,
            another_challenge_replaces_the_first,
        }
        code {
            five_wrong_codes_lock_the_recovery,
            a_code_expires_and_another_one_works,
            another_code_can_be_sent_after_a_while,
            every_channel_brings_a_code,
            whoever_went_back_may_choose_again,
            a_second_proof_goes_another_way,
            letters_and_full_width_forms_are_understood,
            where_one_way_fails_another_one_works,
            the_account_is_looked_at_after_the_code_only,
            the_way_may_lead_elsewhere,
        }
        password {
            every_rule_is_said,
            the_password_before_is_used_up,
            a_slow_change_is_waited_for,
            a_slow_change_may_be_rejected,
            a_change_may_never_come_or_fail,
        }
        session {
            signing_in_and_out,
            a_temporary_password_is_changed,
            too_many_failures_lock_known_and_unknown_out,
            a_reset_ends_every_session,
            every_session_can_be_ended_for_a_test,
            a_session_ends_by_itself,
        }
        neutrality {
            known_and_unknown_ids_are_answered_alike,
            an_unknown_id_never_gets_past_the_code,
            sign_in_fails_in_one_way_only,
            an_unknown_number_is_answered_like_a_wrong_access_code,
            a_request_says_nothing_about_its_account,
            identities_are_limited_known_or_not,
        }
        service_request {
            a_request_reaches_support,
            what_may_be_left_out_is_left_out,
            wrong_fields_are_named_together_and_cost_no_challenge,
            a_right_answer_to_a_challenge_is_needed,
            one_key_makes_one_request,
            a_key_is_needed,
            one_contact_may_ask_five_times_in_an_hour,
        }
        request_status {
            whoever_has_the_access_code_sees_the_request,
            numbers_and_access_codes_are_understood_as_typed,
            failures_are_limited_whether_the_number_is_known_or_not,
            a_question_is_answered_once,
        }
        desk {
            an_approved_account_is_a_global_admin,
            a_missing_account_is_added_and_recovered,
            a_request_is_declined_with_or_without_a_reason_and_closed,
            support_does_only_what_fits,
            the_requester_hears_of_it_in_the_own_language,
            the_newest_request_comes_first,
            markup_is_shown_as_text,
        }
        users {
            pages_have_everybody_once,
            a_part_of_the_name_or_of_the_user_id_is_enough,
            another_company_has_other_people,
            only_a_global_admin_finds_people,
        }
        temporary_password {
            it_lets_the_person_in_and_has_to_be_changed,
            it_works_for_a_day,
            a_reset_by_an_admin_ends_sessions_and_recoveries,
            it_keeps_the_policy_of_the_account,
            not_everybody_can_be_reset,
        }
        verification {
            everybody_of_the_company_sees_it,
            the_mail_is_sent_again_after_a_while,
            a_new_company_waits_for_everything,
        }
        cross_origin {
            only_the_listed_origin_is_let_in,
        }
        messages {
            messages_speak_the_language_of_the_person,
            no_secret_is_in_the_database,
            a_service_request_outlives_a_restart,
            a_database_file_of_another_version_is_refused,
            pages_say_what_they_are,
            nothing_is_left_after_the_end,
        }
        broken {
            broken_answers_differ_from_the_contract,
            markup_comes_in_every_text,
            silence_lasts,
        }
    }
}
