//! The pages of signing in.

use super::forms::Errand;
use crate::{
    domain::{
        ids::SignInId,
        sign_in::{Intent, Wish},
    },
    web::{
        components::{
            boxes::details,
            button::{self, Weight, submit},
            errors::error_summary,
            field::{Field, Kind, text_field},
            form_id,
        },
        layout::{Frame, page},
        urls,
    },
};
use maud::{Markup, html};

/// A provider of e-legitimations, as the choice shows it.
pub struct ProviderChoice {
    /// The word in the address.
    pub code: String,
    /// Its name in the reader's language.
    pub label: String,
}

/// Two large choices that say what differs.
pub struct SignInPage {
    /// What the person was about to do.
    pub wish: Wish,
    /// The address as typed.
    pub email: String,
    /// What is wrong with it, or why no code is sent.
    pub error: Option<String>,
    /// The e-legitimations to choose from.
    pub providers: Vec<ProviderChoice>,
    /// The hidden id of the form.
    pub form_id: String,
}

impl SignInPage {
    /// The whole page.
    pub fn render(&self, frame: &Frame) -> Markup {
        let t = frame.t;
        let lead = match self.wish.intent {
            Intent::Nothing => t.signin_lead(),
            Intent::Sign(_) => t.signin_lead_sign(),
            Intent::Follow(_) => t.signin_lead_follow(),
            Intent::SendDraft(_) => t.signin_lead_send(),
        };
        let errors: Vec<_> = self.error.iter().map(|e| ("epost", e.clone())).collect();
        let main = html! {
            (error_summary(frame, &errors))
            h1 { (t.signin_title()) }
            p class="lead" { (lead) }
            ul class="plain cards" {
                li { section class="ds-card stack" { (self.by_eid(frame)) } }
                li { section class="ds-card stack" { (self.by_mail(frame)) } }
            }
        };
        page(frame, &t.signin_title(), main)
    }

    fn by_eid(&self, frame: &Frame) -> Markup {
        let t = frame.t;
        html! {
            h2 { (t.signin_eid_title()) }
            p { (t.signin_eid_text()) }
            @for provider in &self.providers {
                p { (button::link(
                    Weight::Secondary,
                    &urls::sign_in_by_eid(frame.locale, &provider.code, &self.wish),
                    &t.signin_eid_button(provider.label.as_str()),
                )) }
            }
            @if self.providers.is_empty() { p class="soft" { (t.signin_eid_none()) } }
        }
    }

    fn by_mail(&self, frame: &Frame) -> Markup {
        let t = frame.t;
        let label = t.signin_mail_label();
        let field = Field {
            value: &self.email,
            error: self.error.as_deref(),
            autocomplete: Some("email"),
            ..Field::new("epost", &label)
        };
        html! {
            h2 { (t.signin_mail_title()) }
            p { (t.signin_mail_text()) }
            form method="post" action=(urls::sign_in_by_mail(frame.locale)) novalidate {
                (form_id(&self.form_id))
                (errand_fields(&self.wish))
                (text_field(frame, Kind::Email, &field))
                (submit(Weight::Primary, &t.signin_mail_button()))
            }
        }
    }
}

/// Carries the errand through a form.
pub fn errand_fields(wish: &Wish) -> Markup {
    let errand = Errand::of(wish);
    html! {
        input type="hidden" name="till" value=(errand.till);
        input type="hidden" name="avsikt" value=(errand.avsikt);
    }
}

/// Where the code is typed in.
pub struct CodePage {
    /// The sign-in.
    pub id: SignInId,
    /// Where the code was sent.
    pub address: String,
    /// What the person was about to do, for the way back to a new code.
    pub wish: Wish,
    /// Whether the address is to be added to the account of the one who is signed in.
    pub is_adding: bool,
    /// Why the code does not open.
    pub error: Option<String>,
}

impl CodePage {
    /// The whole page.
    pub fn render(&self, frame: &Frame) -> Markup {
        let t = frame.t;
        let (label, hint) = (t.signin_code_label(), t.signin_code_hint());
        let field = Field {
            hint: Some(&hint),
            error: self.error.as_deref(),
            autocomplete: Some("one-time-code"),
            ..Field::new("kod", &label)
        };
        let errors: Vec<_> = self.error.iter().map(|e| ("kod", e.clone())).collect();
        let main = html! {
            (error_summary(frame, &errors))
            h1 { (t.signin_code_title()) }
            p class="lead" { (t.signin_code_sent(self.address.as_str())) }
            p { (t.signin_code_where()) }
            form method="post" action=(urls::sign_in_code(frame.locale, self.id)) novalidate {
                (text_field(frame, Kind::Digits, &field))
                (submit(Weight::Primary, &self.button(frame)))
            }
            (details(&t.signin_code_help_title(), html! {
                p { (t.signin_code_help()) }
                p { a href=(self.again(frame)) { (t.signin_code_again()) } }
            }))
        };
        page(frame, &t.signin_code_title(), main)
    }

    fn button(&self, frame: &Frame) -> String {
        match self.is_adding {
            true => frame.t.my_email_confirm(),
            false => frame.t.signin_code_button(),
        }
    }

    fn again(&self, frame: &Frame) -> String {
        match self.is_adding {
            true => urls::my_email(frame.locale),
            false => urls::sign_in_to(frame.locale, &self.wish),
        }
    }
}

/// Where the link of the mail leads: one button, since a mail scanner opens links too.
pub struct LinkPage {
    /// The token of the link.
    pub token: String,
    /// Where it was sent.
    pub address: String,
    /// Whether it is to be added to the account of the one who is signed in.
    pub is_adding: bool,
}

impl LinkPage {
    /// The whole page.
    pub fn render(&self, frame: &Frame) -> Markup {
        let t = frame.t;
        let action = urls::sign_in_link(frame.locale, &self.token);
        let address = self.address.as_str();
        let (title, text, press) = match self.is_adding {
            true => (
                t.my_email_title(),
                t.my_email_link(address),
                t.my_email_confirm(),
            ),
            false => (
                t.signin_link_title(),
                t.signin_link_text(address),
                t.signin_link_button(),
            ),
        };
        let main = html! {
            h1 { (title) }
            p class="lead" { (text) }
            (button::post(Weight::Primary, &action, &press, html! {}))
            p class="soft" { (t.signin_link_not_you()) }
        };
        page(frame, &title, main)
    }
}

/// One button that posts what we ask to the provider.
pub struct DeparturePage<'a> {
    /// Its name.
    pub provider: &'a str,
    /// Where the form goes.
    pub action: String,
    /// What it carries.
    pub fields: Vec<(&'static str, String)>,
    /// What the person was about to do.
    pub wish: Wish,
}

impl DeparturePage<'_> {
    /// The whole page.
    pub fn render(&self, frame: &Frame) -> Markup {
        let t = frame.t;
        let title = t.signin_eid_button(self.provider);
        let fields = html! {
            @for (name, value) in &self.fields { input type="hidden" name=(name) value=(value); }
        };
        let press = t.eid_go_button(self.provider);
        let main = html! {
            h1 { (title) }
            p class="lead" { (t.eid_go_text(self.provider)) }
            (button::post(Weight::Primary, &self.action, &press, fields))
            p { a href=(urls::sign_in_to(frame.locale, &self.wish)) { (t.eid_go_back()) } }
        };
        page(frame, &title, main)
    }
}

/// Why nobody was signed in, and the way to begin anew.
pub struct NotSignedInPage {
    /// What happened.
    pub title: String,
    /// What it means and what one can do.
    pub text: String,
    /// What the button says.
    pub button: String,
    /// What the person was about to do.
    pub wish: Wish,
}

impl NotSignedInPage {
    /// The whole page.
    pub fn render(&self, frame: &Frame) -> Markup {
        self.render_leading_to(frame, &urls::sign_in_to(frame.locale, &self.wish))
    }

    /// The whole page for one who is signed in: the button leads to this address.
    pub fn render_leading_to(&self, frame: &Frame, again: &str) -> Markup {
        let main = html! {
            h1 { (self.title) }
            p class="lead" { (self.text) }
            p { (button::link(Weight::Primary, again, &self.button)) }
        };
        page(frame, &self.title, main)
    }
}

/// For one who opened the address of signing out.
pub struct SignOutPage;

impl SignOutPage {
    /// The whole page.
    pub fn render(&self, frame: &Frame) -> Markup {
        let t = frame.t;
        let action = urls::sign_out(frame.locale);
        let main = html! {
            h1 { (t.signin_out_title()) }
            p { (t.signin_out_text()) }
            (button::post(Weight::Primary, &action, &t.site_sign_out(), html! {}))
        };
        page(frame, &t.signin_out_title(), main)
    }
}
