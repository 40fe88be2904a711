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
#[path = "contract/messages.rs"]
mod messages;
#[path = "contract/neutrality.rs"]
mod neutrality;
#[path = "contract/password.rs"]
mod password;
#[path = "contract/person.rs"]
mod person;
#[path = "contract/requests.rs"]
mod requests;
#[path = "contract/session.rs"]
mod session;
#[path = "contract/specification.rs"]
mod specification;
#[path = "stand_in/server.rs"]
mod stand_in;
#[path = "contract/token.rs"]
mod token;

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
            a_session_ends_by_itself,
        }
        neutrality {
            known_and_unknown_ids_are_answered_alike,
            an_unknown_id_never_gets_past_the_code,
            sign_in_fails_in_one_way_only,
            identities_are_limited_known_or_not,
        }
        cross_origin {
            only_the_listed_origin_is_let_in,
        }
        messages {
            messages_speak_the_language_of_the_person,
            no_secret_is_in_the_database,
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
