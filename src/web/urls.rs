//! Every address of the site, made here and nowhere else. Path words are Swedish in every language, after the language's code.

mod mine;
mod staff;

pub use mine::*;
pub use staff::*;

use crate::{
    domain::{
        drafts::Step,
        ids::{DocumentId, DraftId, EventId, ProposalNumber, SignInId},
        news::own_page,
        sign_in::{Intent, Wish},
    },
    i18n::Locale,
};

/// The same page in another language, from its path without language (`/forslag/839`).
pub fn in_language(locale: Locale, path: &str) -> String {
    format!("/{}{path}", locale.code())
}

/// The start page.
pub fn start(locale: Locale) -> String {
    in_language(locale, "/")
}

/// The list of proposals, unfiltered.
pub fn proposals(locale: Locale) -> String {
    in_language(locale, "/forslag")
}

/// One proposal.
pub fn proposal(locale: Locale, number: ProposalNumber) -> String {
    in_language(locale, &format!("/forslag/{number}"))
}

/// One proposal, in the language of whoever follows the link: for mail, feeds and paper.
pub fn proposal_in_any_language(number: ProposalNumber) -> String {
    format!("/forslag/{number}")
}

/// One event in the timeline of a proposal.
pub fn event(locale: Locale, number: ProposalNumber, event: EventId) -> String {
    format!("{}#{}", proposal(locale, number), event_anchor(event))
}

/// The id of an event's element on the proposal's page.
pub fn event_anchor(event: EventId) -> String {
    format!("handelse-{event}")
}

/// Where a signature is posted; read, it is the page that explains what signing means.
pub fn sign(locale: Locale, number: ProposalNumber) -> String {
    in_language(locale, &format!("/forslag/{number}/skriv-under"))
}

/// The page after signing, and whenever the person comes back to her signature.
pub fn signed(locale: Locale, number: ProposalNumber) -> String {
    in_language(locale, &format!("/forslag/{number}/underskrift"))
}

/// The same right after signing: which in the order she was.
pub fn signed_as(locale: Locale, number: ProposalNumber, place: i64) -> String {
    format!("{}?{PLACE}{place}", signed(locale, number))
}

const PLACE: &str = "nummer=";

/// Which in the order, from the query that [`signed_as`] wrote.
pub fn place_of(query: &str) -> Option<i64> {
    query.strip_prefix(PLACE)?.parse().ok()
}

/// The query that says a signature has just been taken back.
pub const TAKEN_BACK: &str = "borttagen";

/// Where one lands after taking a signature back: where it can be given again.
pub fn taken_back(locale: Locale, number: ProposalNumber) -> String {
    format!("{}?{TAKEN_BACK}", sign(locale, number))
}

/// Where a signature is taken back.
pub fn unsign(locale: Locale, number: ProposalNumber) -> String {
    in_language(locale, &format!("/forslag/{number}/ta-tillbaka"))
}

/// Where a proposal is followed without signing.
pub fn follow(locale: Locale, number: ProposalNumber) -> String {
    in_language(locale, &format!("/forslag/{number}/folj"))
}

/// Where following a proposal ends.
pub fn unfollow(locale: Locale, number: ProposalNumber) -> String {
    in_language(locale, &format!("/forslag/{number}/sluta-folja"))
}

/// The query that says following has just ended.
pub const UNFOLLOWED: &str = "slutat";

/// Where one lands after following has ended.
pub fn unfollowed(locale: Locale, number: ProposalNumber) -> String {
    format!("{}?{UNFOLLOWED}", follow(locale, number))
}

/// The first page of the wizard: begins a new draft.
pub fn new_proposal(locale: Locale) -> String {
    in_language(locale, "/forslag/nytt")
}

/// One step of the wizard for a draft; `step` is the word of the step.
pub fn draft_step(locale: Locale, draft: DraftId, step: &str) -> String {
    in_language(locale, &format!("/forslag/nytt/{draft}/{step}"))
}

/// Where the page for one draft lies that is no step: how to go on later, throwing it away.
pub fn draft_saved(locale: Locale, draft: DraftId) -> String {
    draft_step(locale, draft, "sparat")
}

/// Where a draft is thrown away.
pub fn draft_discard(locale: Locale, draft: DraftId) -> String {
    draft_step(locale, draft, "ta-bort")
}

/// The proposals like one that is being written, as a piece of a page.
pub fn similar_proposals(locale: Locale) -> String {
    in_language(locale, "/forslag/liknande")
}

/// An author's own view of her proposal, in any stage.
pub fn own_proposal(locale: Locale, number: ProposalNumber) -> String {
    in_language(locale, &own_page(number))
}

/// Where one lands when a proposal has been sent.
pub fn proposal_sent(locale: Locale, number: ProposalNumber) -> String {
    format!("{}/skickat", own_proposal(locale, number))
}

/// Where an author takes her proposal back.
pub fn withdraw_proposal(locale: Locale, number: ProposalNumber) -> String {
    format!("{}/ta-tillbaka", own_proposal(locale, number))
}

/// The sign-in page.
pub fn sign_in(locale: Locale) -> String {
    in_language(locale, "/logga-in")
}

/// The sign-in page, returning to `path` (with its language) afterwards.
pub fn sign_in_and_return(locale: Locale, path: &str) -> String {
    let path = percent_encoding::utf8_percent_encode(path, percent_encoding::NON_ALPHANUMERIC);
    format!("{}?till={path}", sign_in(locale))
}

/// The sign-in page for one who wants to do something: the wish survives, and she lands where it is one press away.
pub fn sign_in_to(locale: Locale, wish: &Wish) -> String {
    format!("{}?{}", sign_in(locale), errand(wish))
}

/// Where the form that asks for a code is posted.
pub fn sign_in_by_mail(locale: Locale) -> String {
    in_language(locale, "/logga-in/e-post")
}

/// Where the code of a sign-in is typed in.
pub fn sign_in_code(locale: Locale, id: SignInId) -> String {
    in_language(locale, &format!("/logga-in/kod/{id}"))
}

/// The link of the mail, for a token; with an empty one, what stands before it.
pub fn sign_in_link(locale: Locale, token: &str) -> String {
    in_language(locale, &format!("/logga-in/lank/{token}"))
}

/// Where signing in by e-legitimation begins.
pub fn sign_in_by_eid(locale: Locale, provider: &str, wish: &Wish) -> String {
    let path = format!("/logga-in/e-legitimation/{provider}?{}", errand(wish));
    in_language(locale, &path)
}

/// Where every provider of e-legitimations sends people back to; registered with it, so it has no language.
pub const EID_ANSWER: &str = "/e-legitimation/svar";

/// Where providers of e-legitimations read our public keys.
pub const OUR_KEYS: &str = "/.well-known/jwks.json";

/// Where a new person tells name and ort before she goes on with her errand.
pub fn about_you(locale: Locale, wish: &Wish) -> String {
    in_language(locale, &format!("/logga-in/om-dig?{}", errand(wish)))
}

/// Where a signed-in person is taken to do what she came for.
pub fn go_on(locale: Locale, wish: &Wish) -> String {
    match (wish.intent, &wish.back) {
        (Intent::Sign(number), _) => sign(locale, number),
        (Intent::Follow(number), _) => follow(locale, number),
        (Intent::SendDraft(draft), _) => draft_step(locale, draft, Step::Send.as_str()),
        (Intent::Nothing, Some(back)) => back.as_str().to_owned(),
        (Intent::Nothing, None) => my_pages(locale),
    }
}

fn errand(wish: &Wish) -> String {
    let encode = |text: &str| {
        percent_encoding::utf8_percent_encode(text, percent_encoding::NON_ALPHANUMERIC).to_string()
    };
    let back = wish.back.as_ref().map_or("", |back| back.as_str());
    format!("till={}&avsikt={}", encode(back), wish.intent.as_word())
}

/// Where signing out is posted.
pub fn sign_out(locale: Locale) -> String {
    in_language(locale, "/logga-ut")
}

/// Where signing out on every device is posted.
pub fn sign_out_everywhere(locale: Locale) -> String {
    in_language(locale, "/logga-ut/overallt")
}

/// A file published with a decision; the name is for people, the id finds it.
pub fn document(locale: Locale, file: DocumentId, name: &str) -> String {
    let name = percent_encoding::utf8_percent_encode(name, percent_encoding::NON_ALPHANUMERIC);
    in_language(locale, &format!("/dokument/{file}/{name}"))
}

/// New proposals and decisions, as an Atom feed.
pub fn feed(locale: Locale) -> String {
    in_language(locale, "/forslag.atom")
}

/// The list of proposals in the API.
pub fn api_proposals() -> &'static str {
    "/api/v1/proposals"
}

/// One proposal in the API.
pub fn api_proposal(number: ProposalNumber) -> String {
    format!("/api/v1/proposals/{number}")
}

/// Statistics.
pub fn statistics(locale: Locale) -> String {
    in_language(locale, "/statistik")
}

/// Statistics of a choice: `query` with its `?`, or empty.
pub fn statistics_of(locale: Locale, query: &str) -> String {
    format!("{}{query}", statistics(locale))
}

/// A table of the statistics as CSV, with the same choice.
pub fn statistics_file(locale: Locale, name: &str, query: &str) -> String {
    in_language(locale, &format!("/statistik/{name}.csv{query}"))
}

/// How proposals travel, in five steps.
pub fn how_it_works(locale: Locale) -> String {
    in_language(locale, "/sa-fungerar-det")
}

/// What this site is and who runs it.
pub fn about(locale: Locale) -> String {
    in_language(locale, "/om")
}

/// The rules of the riktlinje in plain words.
pub fn rules(locale: Locale) -> String {
    in_language(locale, "/regler")
}

/// The accessibility statement.
pub fn accessibility(locale: Locale) -> String {
    in_language(locale, "/tillganglighet")
}

/// How personal data are handled.
pub fn privacy(locale: Locale) -> String {
    in_language(locale, "/personuppgifter")
}

/// How to reach the city.
pub fn contact(locale: Locale) -> String {
    in_language(locale, "/kontakt")
}

/// Every part in every state.
pub fn style_guide(locale: Locale) -> String {
    in_language(locale, "/stil")
}

/// A page of the demo: `""` for its controls, `/post`, `/klocka`, `/skriv-under`.
pub fn demo(locale: Locale, page: &str) -> String {
    in_language(locale, &format!("/demo{page}"))
}
