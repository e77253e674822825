//! Everyone presses every button twice: each act is done once, and the second press leads where the first one did.
//!
//! The journeys of the other files are walked once more, by people who press twice; what they count there is counted here.

use super::support::{TestApp, both_engines};
use super::{cases, propose, review_pages, signature_pages};

/// A journey, walked by people who press twice.
macro_rules! pressed_twice {
    ($($name:ident: $journey:path),+ $(,)?) => {
        both_engines!($($name),+);
        $(
            async fn $name(app: TestApp) {
                $journey(app.pressing_twice()).await;
            }
        )+
    };
}

pressed_twice!(
    registering_meeting_postponing_deciding_following_up_closing: cases::a_case_goes_the_whole_way,
    deciding_at_once: cases::a_first_decision_settles_a_case,
    handing_over_and_rerouting: cases::a_body_says_not_ours_and_the_coordinator_reroutes,
    correcting_a_decision: cases::a_published_decision_is_corrected_and_told_as_a_correction,
    claiming_publishing_and_undoing: review_pages::a_moderator_publishes_and_the_next_one_follows,
    returning_with_a_question: review_pages::what_is_missing_is_told_beside_the_field,
    refusing: review_pages::a_refused_text_is_hidden_where_its_ground_says_so,
    removing: review_pages::two_people_remove_a_proposal_through_the_pages,
    signing: signature_pages::one_press_signs_and_says_what_happens_next,
    taking_a_signature_back: signature_pages::a_signature_is_taken_back_after_a_question,
    following: signature_pages::following_is_not_signing,
    writing_and_sending: propose::pages::one_who_is_signed_in_walks_all_steps,
    answering_a_question: propose::pages::an_author_answers_on_her_page,
    taking_a_proposal_back: propose::pages::an_author_takes_back_on_her_page,
);
