//! Where one chooses which test person to be; plainly not a part of the site.

use super::{PATH, protocol::Asked};
use crate::{
    domain::{
        demo_people::{DEMO_PEOPLE, DemoPerson, Part},
        permissions::Role,
    },
    i18n::{Locale, Texts},
    web::{
        assets::{Asset, url},
        components::button::{Weight, submit_named},
    },
};
use maud::{DOCTYPE, Markup, html};

/// Who do you want to be?
pub struct ChoosePage {
    /// What the site asked.
    pub asked: Asked,
}

impl ChoosePage {
    /// The whole page, without the site's frame: a provider is another site.
    pub fn render(&self, locale: Locale) -> Markup {
        let t = locale.texts();
        let staff = |person: &&DemoPerson| matches!(person.part, Part::Staff(..));
        let residents: Vec<_> = DEMO_PEOPLE.iter().filter(|person| !staff(person)).collect();
        html! {
            (DOCTYPE)
            html lang=(locale.code()) dir=(locale.dir()) {
                head {
                    meta charset="utf-8";
                    title { (t.idp_title()) }
                    meta name="viewport" content="width=device-width, initial-scale=1";
                    meta name="color-scheme" content="light dark";
                    link rel="stylesheet" href=(url(Asset::Style));
                }
                body {
                    main class="wrap" {
                        h1 { (t.idp_title()) }
                        p class="lead" { (t.idp_lead()) }
                        form method="post" action={ (PATH) "/authorize" } {
                            (self.hidden())
                            h2 { (t.idp_residents()) }
                            (choices(t, &residents))
                            h2 { (t.idp_staff()) }
                            (choices(t, &DEMO_PEOPLE.iter().filter(staff).collect::<Vec<_>>()))
                            p { (submit_named(Weight::Quiet, &t.idp_cancel(), "person", "")) }
                        }
                    }
                }
            }
        }
    }

    fn hidden(&self) -> Markup {
        let asked = &self.asked;
        let fields = [
            ("response_type", &asked.response_type),
            ("client_id", &asked.client_id),
            ("redirect_uri", &asked.redirect_uri),
            ("state", &asked.state),
            ("nonce", &asked.nonce),
            ("code_challenge", &asked.code_challenge),
            ("code_challenge_method", &asked.code_challenge_method),
        ];
        html! {
            @for (name, value) in fields { input type="hidden" name=(name) value=(value); }
        }
    }
}

fn choices(t: &Texts, people: &[&DemoPerson]) -> Markup {
    html! {
        ul class="plain cards" {
            @for person in people {
                li { (submit_named(Weight::Secondary, &label(t, person), "person", &person.number.to_string())) }
            }
        }
    }
}

fn label(t: &Texts, person: &DemoPerson) -> String {
    let number = person.number.to_string();
    let part = match person.part {
        Part::Resident => t.idp_part_resident(),
        Part::Minor => t.idp_part_minor(),
        Part::Coordination => t.idp_part_coordination(),
        Part::Weak => t.idp_part_weak(),
        Part::Staff(Role::Moderator, _) => t.idp_part_moderator(),
        Part::Staff(Role::Coordinator, _) => t.idp_part_coordinator(),
        Part::Staff(Role::Handlaggare, Some("stadsmiljonamnden")) => t.idp_part_stadsmiljo(),
        Part::Staff(Role::Handlaggare, _) => t.idp_part_idrott(),
        Part::Staff(Role::Analyst, _) => t.idp_part_analyst(),
        Part::Staff(Role::Administrator, _) => t.idp_part_administrator(),
    };
    t.idp_person(number, part)
}
