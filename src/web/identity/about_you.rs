//! Name, ort and mellanområde: asked once after the first sign-in, changed on My pages with the same form.

use super::{
    forms::{DetailsForm, DetailsProblems},
    pages::errand_fields,
};
use crate::{
    domain::{
        identity::{AreaCode, Residence},
        people::Profile,
        text::{Ort, PersonName, TextProblem},
    },
    store::{db::Tx, people},
    web::{
        components::{
            boxes::details,
            button::{Weight, submit},
            choices::{Choice, select},
            errors::error_summary,
            field::{Field, Kind, text_field},
        },
        error::WebError,
        extract::{Ctx, Session},
        layout::{Frame, page},
        urls,
    },
};
use maud::{Markup, html};

/// A mellanområde to choose.
pub struct HomeArea {
    /// Its code.
    pub code: String,
    /// Its name.
    pub name: String,
}

/// The city's mellanområden in Swedish order.
///
/// # Errors
/// When the database is away.
pub async fn list_home_areas(tx: &mut Tx) -> Result<Vec<HomeArea>, WebError> {
    let rows = people::list_home_areas(tx).await?;
    let areas = rows.into_iter().map(|(code, name)| HomeArea { code, name });
    Ok(areas.collect())
}

/// Whether a code is among them.
pub fn is_home_area(areas: &[HomeArea], code: &AreaCode) -> bool {
    areas.iter().any(|area| area.code == code.as_str())
}

/// The form as it stands for a person who has told something already, or nothing yet.
pub fn filled_in(session: &Session) -> DetailsForm {
    let profile = session.profile.as_ref();
    let text = |get: fn(&Profile) -> &String| profile.map(get).cloned().unwrap_or_default();
    let omrade = match Residence::parse(&session.residence) {
        None | Some(Residence::NotStated) => String::new(),
        Some(residence) => residence.as_str().to_owned(),
    };
    DetailsForm {
        fornamn: text(|profile| &profile.first_name),
        efternamn: text(|profile| &profile.last_name),
        ort: text(|profile| &profile.ort),
        omrade,
        ..DetailsForm::default()
    }
}

/// The page a new person meets.
pub struct AboutYouPage {
    /// What is entered.
    pub form: DetailsForm,
    /// What is wrong with it.
    pub problems: DetailsProblems,
    /// The areas to choose from.
    pub areas: Vec<HomeArea>,
    /// Where the form is posted.
    pub action: String,
    /// The heading.
    pub title: String,
    /// What stands under it.
    pub lead: String,
    /// What the button says.
    pub button: String,
}

impl AboutYouPage {
    /// The page on which a person changes what she has told.
    pub fn to_change(
        ctx: &Ctx,
        form: DetailsForm,
        problems: DetailsProblems,
        areas: Vec<HomeArea>,
    ) -> Self {
        let t = ctx.t();
        AboutYouPage {
            form,
            problems,
            areas,
            action: urls::my_details(ctx.locale),
            title: t.my_edit_title(),
            lead: t.my_edit_lead(),
            button: t.my_edit_button(),
        }
    }

    /// The whole page.
    pub fn render(&self, frame: &Frame) -> Markup {
        let t = frame.t;
        let errors = self.errors(frame);
        let error = |name: &str| {
            let found = errors.iter().find(|(field, _)| *field == name);
            found.map(|(_, message)| message.as_str())
        };
        let main = html! {
            (error_summary(frame, &errors))
            h1 { (self.title) }
            p class="lead" { (self.lead) }
            form method="post" action=(self.action) novalidate {
                (errand_fields(&self.form.errand().wish()))
                (name_field(frame, "fornamn", &t.about_you_first(), &self.form.fornamn, error("fornamn"), "given-name"))
                (name_field(frame, "efternamn", &t.about_you_last(), &self.form.efternamn, error("efternamn"), "family-name"))
                (name_field(frame, "ort", &t.about_you_ort(), &self.form.ort, error("ort"), "address-level2"))
                (self.area_field(frame, error("omrade")))
                (details(&t.about_you_why_title(), html! { p { (t.about_you_why()) } }))
                (submit(Weight::Primary, &self.button))
            }
        };
        page(frame, &self.title, main)
    }

    fn area_field(&self, frame: &Frame, error: Option<&str>) -> Markup {
        let t = frame.t;
        let (label, hint) = (t.about_you_area(), t.about_you_area_hint());
        let field = Field {
            hint: Some(&hint),
            required: false,
            error,
            ..Field::new("omrade", &label)
        };
        let (outside, silent) = (t.about_you_area_outside(), t.about_you_area_silent());
        let chosen = self.form.omrade.as_str();
        let mut choices: Vec<Choice> = self
            .areas
            .iter()
            .map(|area| Choice::new(&area.code, &area.name, chosen == area.code))
            .collect();
        let answers = [
            (Residence::NotInGoteborg, &outside),
            (Residence::WillNotSay, &silent),
        ];
        for (residence, label) in &answers {
            let code = residence.as_str();
            choices.push(Choice::new(code, label, chosen == code));
        }
        select(frame, &field, &choices)
    }

    fn errors(&self, frame: &Frame) -> Vec<(&'static str, String)> {
        let t = frame.t;
        let DetailsProblems {
            first,
            last,
            ort,
            area,
        } = &self.problems;
        let told = [
            (
                "fornamn",
                first,
                t.about_you_first_missing(),
                PersonName::MAX,
            ),
            (
                "efternamn",
                last,
                t.about_you_last_missing(),
                PersonName::MAX,
            ),
            ("ort", ort, t.about_you_ort_missing(), Ort::MAX),
        ];
        let mut errors: Vec<_> = told
            .into_iter()
            .filter_map(|(field, problem, missing, max)| {
                Some((field, message(frame, problem.as_ref()?, missing, max)))
            })
            .collect();
        if *area {
            errors.push(("omrade", t.about_you_area_unknown()));
        }
        errors
    }
}

fn message(frame: &Frame, problem: &TextProblem, missing: String, max: usize) -> String {
    match problem {
        TextProblem::TooLong { .. } => {
            let max = i64::try_from(max).unwrap_or(i64::MAX);
            frame.t.about_you_too_long(frame.locale.number(max))
        }
        TextProblem::BadCharacter => frame.t.about_you_bad_character(),
        TextProblem::Missing | TextProblem::TooShort { .. } | TextProblem::NotAnEmail => missing,
    }
}

fn name_field(
    frame: &Frame,
    name: &str,
    label: &str,
    value: &str,
    error: Option<&str>,
    autocomplete: &str,
) -> Markup {
    let field = Field {
        value,
        error,
        autocomplete: Some(autocomplete),
        ..Field::new(name, label)
    };
    text_field(frame, Kind::Text, &field)
}
