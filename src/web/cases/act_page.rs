//! The page of one small act: what it means, its fields, the way back.

use super::{
    acts::{Act, ActForm, Problems},
    loading::Seen,
};
use crate::{
    domain::{
        cases::{CaseStage, Move},
        followups::FollowUpState,
        text::Note,
    },
    i18n::Texts,
    store::bodies::Body,
    web::{
        components::{
            as_written,
            button::{Weight, link, submit},
            choices::{Choice, radios, select},
            errors::error_summary,
            field::{Field, Kind, text_area, text_field},
            form_id,
        },
        layout::{Crumb, Frame, page_with_crumbs},
        urls,
    },
};
use maud::{Markup, html};

/// The page of an act, empty or sent back with what is wrong.
pub struct ActPage<'a> {
    pub seen: &'a Seen,
    pub act: Act,
    pub form: &'a ActForm,
    pub problems: &'a Problems,
    /// The bodies to choose from; only for [`Act::Route`].
    pub bodies: &'a [Body],
}

/// Title, what the act means, and the words of its button.
fn says(t: &Texts, act: Act, stage: &CaseStage) -> (String, String, String) {
    let is_new = matches!(stage, CaseStage::Received);
    match act {
        Act::Number if is_new => (
            t.case_act_register(),
            t.case_act_register_means(),
            t.case_act_register_button(),
        ),
        Act::Number => (
            t.case_act_number(),
            t.case_act_number_means(),
            t.case_act_number_button(),
        ),
        Act::Agenda if matches!(stage, CaseStage::OnAgenda { .. }) => (
            t.case_act_agenda_again(),
            t.case_act_agenda_means(),
            t.case_act_agenda_button(),
        ),
        Act::Agenda => (
            t.case_act_agenda(),
            t.case_act_agenda_means(),
            t.case_act_agenda_button(),
        ),
        Act::Move => (
            t.case_act_move(),
            t.case_act_move_means(),
            t.case_act_move_button(),
        ),
        Act::FollowUp => (
            t.case_act_follow_up(),
            t.case_act_follow_up_means(),
            t.case_act_follow_up_button(),
        ),
        Act::Close => (
            t.case_act_close(),
            t.case_act_close_means(),
            t.case_act_close_button(),
        ),
        Act::NotOurs => (
            t.case_act_not_ours(),
            t.case_act_not_ours_means(),
            t.case_act_not_ours_button(),
        ),
        Act::Route => (
            t.case_act_route(),
            t.case_act_route_means(),
            t.case_act_route_button(),
        ),
    }
}

/// The name of an act, for links to it.
pub fn act_name(t: &Texts, act: Act, stage: &CaseStage) -> String {
    says(t, act, stage).0
}

impl ActPage<'_> {
    /// The page.
    pub fn render(&self, frame: &Frame) -> Markup {
        let (title, means, button) = says(frame.t, self.act, &self.seen.case.stage);
        let back = urls::case(frame.locale, self.seen.case.id);
        let errors: Vec<(&str, String)> = self.problems.clone();
        let main = html! {
            (error_summary(frame, &errors))
            h1 { (title) }
            p class="soft" { (as_written(&self.seen.proposal.title)) }
            p { (means) }
            form method="post" action=(urls::case_act(frame.locale, self.seen.case.id, self.act.as_str())) {
                (form_id(&self.form.form_id))
                input type="hidden" name="version" value=(self.form.version);
                (self.fields(frame))
                div class="buttons" {
                    (submit(Weight::Primary, &button))
                    (link(Weight::Quiet, &back, &frame.t.case_back()))
                }
            }
        };
        page_with_crumbs(frame, &title, &crumbs(frame, self.seen), main)
    }

    fn fields(&self, frame: &Frame) -> Markup {
        let t = frame.t;
        match self.act {
            Act::Number => self.number(frame),
            Act::Agenda => self.day(frame, &t.case_field_meeting(), None),
            Act::Move => html! {
                (self.moves(frame))
                (self.day(frame, &t.case_field_new_meeting(), None))
                (self.text(frame, &t.case_field_remark(), &t.case_field_remark_hint(), false))
            },
            Act::FollowUp => html! {
                (self.states(frame))
                (self.day(frame, &t.case_field_follow_up_day(), Some(&t.case_field_follow_up_day_hint())))
                (self.text(frame, &t.case_field_follow_up_text(), &t.case_field_follow_up_text_hint(), true))
            },
            Act::Close => html! {},
            Act::NotOurs => self.text(
                frame,
                &t.case_field_not_ours(),
                &t.case_field_not_ours_hint(),
                true,
            ),
            Act::Route => html! {
                (self.route(frame))
                (self.text(frame, &t.case_field_route(), &t.case_field_route_hint(), true))
            },
        }
    }

    fn error(&self, field: &str) -> Option<&str> {
        self.problems
            .iter()
            .find(|(name, _)| *name == field)
            .map(|(_, message)| message.as_str())
    }

    fn number(&self, frame: &Frame) -> Markup {
        let (label, hint) = (
            frame.t.case_field_number(),
            frame.t.case_field_number_hint(),
        );
        let field = Field {
            hint: Some(&hint),
            value: &self.form.dnr,
            error: self.error("dnr"),
            ..Field::new("dnr", &label)
        };
        text_field(frame, Kind::Text, &field)
    }

    fn day(&self, frame: &Frame, label: &str, hint: Option<&str>) -> Markup {
        let field = Field {
            hint,
            value: &self.form.dag,
            error: self.error("dag"),
            ..Field::new("dag", label)
        };
        text_field(frame, Kind::Date, &field)
    }

    fn text(&self, frame: &Frame, label: &str, hint: &str, required: bool) -> Markup {
        let field = Field {
            hint: Some(hint),
            value: &self.form.text,
            error: self.error("text"),
            required,
            ..Field::new("text", label)
        };
        text_area(frame, &field, 5, Note::MAX)
    }

    fn moves(&self, frame: &Frame) -> Markup {
        let t = frame.t;
        let words = [
            (t.case_move_postponed(), t.case_move_postponed_hint()),
            (t.case_move_referred(), t.case_move_referred_hint()),
        ];
        let choices: Vec<Choice> = Move::ALL
            .iter()
            .zip(&words)
            .map(|(why, (label, hint))| Choice {
                hint: Some(hint),
                ..Choice::new(why.as_str(), label, self.form.skal == why.as_str())
            })
            .collect();
        let label = t.case_field_move();
        let field = Field {
            error: self.error("skal"),
            ..Field::new("skal", &label)
        };
        radios(frame, &field, &choices)
    }

    fn states(&self, frame: &Frame) -> Markup {
        let latest = self.seen.case.follow_up.map(|(state, _)| state);
        let names: Vec<(FollowUpState, String)> = FollowUpState::ALL
            .iter()
            .filter(|state| state.may_follow(latest))
            .map(|state| (*state, crate::web::words::follow_up(frame.t, *state)))
            .collect();
        let choices: Vec<Choice> = names
            .iter()
            .map(|(state, name)| {
                Choice::new(state.as_str(), name, self.form.lage == state.as_str())
            })
            .collect();
        let label = frame.t.case_field_state();
        let field = Field {
            error: self.error("lage"),
            ..Field::new("lage", &label)
        };
        radios(frame, &field, &choices)
    }

    fn route(&self, frame: &Frame) -> Markup {
        let ids: Vec<String> = self.bodies.iter().map(|body| body.id.to_string()).collect();
        let choices: Vec<Choice> = self
            .bodies
            .iter()
            .zip(&ids)
            .map(|(body, id)| Choice::new(id, &body.name, *id == self.form.mottagare))
            .collect();
        let (label, hint) = (frame.t.case_field_body(), frame.t.case_field_body_hint());
        let field = Field {
            hint: Some(&hint),
            error: self.error("mottagare"),
            ..Field::new("mottagare", &label)
        };
        select(frame, &field, &choices)
    }
}

/// The way from the staff site to the work list.
pub fn work_list_crumbs(frame: &Frame) -> [Crumb; 2] {
    let t = frame.t;
    [
        Crumb {
            label: t.site_nav_staff(),
            href: urls::staff(frame.locale),
        },
        Crumb {
            label: t.case_list_title(),
            href: urls::cases(frame.locale),
        },
    ]
}

/// The way from the staff site to a page about a case.
pub fn crumbs(frame: &Frame, seen: &Seen) -> [Crumb; 3] {
    let [staff, list] = work_list_crumbs(frame);
    let case = Crumb {
        label: frame.t.case_crumb(seen.proposal.number.to_string()),
        href: urls::case(frame.locale, seen.case.id),
    };
    [staff, list, case]
}
