//! What staff may do: rights are grants, an act asks for one, and involvement takes them away.

use super::codes::text_enum;
use super::ids::{BodyId, PersonId};

text_enum! {
    /// A kind of right.
    pub enum Role {
        /// Reviews proposals at demokrati och medborgarservice.
        Moderator => "moderator",
        /// Names coordinating and informed bodies; takes over and undoes reviews.
        Coordinator => "coordinator",
        /// Handles the cases of one nämnd or bolag.
        Handlaggare => "handlaggare",
        /// Reads figures for staff.
        Analyst => "analyst",
        /// Sets rules and rights. Handles no proposal.
        Administrator => "administrator",
    }
}

/// One right: this person, in this role, at this body. `body` is required for a handläggare, may limit an analyst,
/// and has no meaning for the other roles.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Grant {
    /// Who has the right.
    pub person: PersonId,
    /// What it allows.
    pub role: Role,
    /// Where it allows it.
    pub body: Option<BodyId>,
}

impl Grant {
    /// Whether role and body go together; a grant that is not well formed gives nothing and is refused when made.
    pub fn is_well_formed(&self) -> bool {
        match self.role {
            Role::Handlaggare => self.body.is_some(),
            Role::Analyst => true,
            Role::Moderator | Role::Coordinator | Role::Administrator => self.body.is_none(),
        }
    }
}

/// How an official is personally part of a proposal (jäv, kommunallagen 6 kap. 28 §, förvaltningslagen 16 §).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Involvement {
    /// Not at all.
    None,
    /// Wrote it, alone or with others.
    Author,
    /// Signed it and has not taken the signature back.
    Signer,
}

/// The rights a person can use now. Made once per request from her grants.
#[derive(Debug, Clone, Copy)]
pub struct Powers<'a> {
    grants: &'a [Grant],
}

impl<'a> Powers<'a> {
    /// All rights of one person.
    pub fn of(grants: &'a [Grant]) -> Self {
        Powers { grants }
    }

    /// The rights left on one proposal: none for an official who wrote or signed it.
    pub fn on_proposal(self, involvement: Involvement) -> Self {
        match involvement {
            Involvement::None => self,
            Involvement::Author | Involvement::Signer => Powers { grants: &[] },
        }
    }

    fn has(self, role: Role) -> bool {
        self.grants
            .iter()
            .any(|grant| grant.role == role && grant.is_well_formed())
    }

    fn has_at(self, role: Role, body: BodyId) -> bool {
        self.grants
            .iter()
            .any(|grant| grant.role == role && grant.body == Some(body))
    }

    /// Any right at all: may see the staff site.
    pub fn is_staff(self) -> bool {
        self.grants.iter().any(Grant::is_well_formed)
    }

    /// See the review queue; claim, publish, return, refuse.
    pub fn may_review(self) -> bool {
        self.has(Role::Moderator) || self.has(Role::Coordinator)
    }

    /// Take over a colleague's review and undo a refusal of any age.
    pub fn may_oversee_reviews(self) -> bool {
        self.has(Role::Coordinator)
    }

    /// Pause, resume or remove a published proposal.
    pub fn may_stop(self) -> bool {
        self.has(Role::Moderator) || self.has(Role::Coordinator)
    }

    /// Name the coordinating body and those that are informed (riktlinje § 91: the duty of DoM).
    pub fn may_route(self) -> bool {
        self.has(Role::Coordinator)
    }

    /// See a body's cases, also those it is only informed of. A coordinator sees all.
    pub fn may_see_cases(self, body: BodyId) -> bool {
        self.has_at(Role::Handlaggare, body) || self.has(Role::Coordinator)
    }

    /// See the work list of cases: the own bodies', or all for those who route.
    pub fn may_handle_any(self) -> bool {
        self.may_route() || self.bodies().next().is_some()
    }

    /// Register, put on an agenda, decide, follow up: only the body's own handläggare.
    pub fn may_handle_cases(self, body: BodyId) -> bool {
        self.has_at(Role::Handlaggare, body)
    }

    /// Open the list of names the body gets with a case (riktlinje § 91). Each opening is logged.
    pub fn may_open_name_list(self, body: BodyId) -> bool {
        self.has_at(Role::Handlaggare, body)
    }

    /// Read the figures for staff of one body, or of the whole city (`None`).
    pub fn may_read_figures(self, body: Option<BodyId>) -> bool {
        self.has(Role::Coordinator)
            || self
                .grants
                .iter()
                .any(|grant| match (grant.role, grant.body, body) {
                    (Role::Analyst, None, _) => true,
                    (Role::Analyst | Role::Handlaggare, Some(own), Some(asked)) => own == asked,
                    _ => false,
                })
    }

    /// Change rules and grants, see failed jobs, verify the log.
    pub fn may_administer(self) -> bool {
        self.has(Role::Administrator)
    }

    /// The bodies whose cases this person handles.
    pub fn bodies(self) -> impl Iterator<Item = BodyId> + 'a {
        self.grants
            .iter()
            .filter(|grant| grant.role == Role::Handlaggare)
            .filter_map(|grant| grant.body)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    fn body(n: u128) -> BodyId {
        BodyId(Uuid::from_u128(n))
    }

    fn grant(role: Role, body: Option<BodyId>) -> [Grant; 1] {
        [Grant {
            person: PersonId(Uuid::from_u128(1)),
            role,
            body,
        }]
    }

    #[test]
    fn a_handlaggare_acts_only_for_the_own_body() {
        let grants = grant(Role::Handlaggare, Some(body(1)));
        let powers = Powers::of(&grants);
        assert!(
            powers.may_handle_cases(body(1))
                && powers.may_see_cases(body(1))
                && powers.may_open_name_list(body(1))
        );
        assert!(
            !powers.may_handle_cases(body(2))
                && !powers.may_see_cases(body(2))
                && !powers.may_open_name_list(body(2))
        );
        assert!(powers.may_read_figures(Some(body(1))));
        assert!(!powers.may_read_figures(Some(body(2))) && !powers.may_read_figures(None));
        assert!(!powers.may_review() && !powers.may_route() && !powers.may_administer());
        assert_eq!(powers.bodies().collect::<Vec<_>>(), [body(1)]);
    }

    #[test]
    fn an_official_who_wrote_or_signed_has_no_power_over_that_proposal() {
        for role in Role::ALL {
            let grants = grant(*role, (*role == Role::Handlaggare).then(|| body(1)));
            let powers = Powers::of(&grants);
            assert!(powers.on_proposal(Involvement::None).is_staff());
            for involvement in [Involvement::Author, Involvement::Signer] {
                let left = powers.on_proposal(involvement);
                assert!(
                    !left.is_staff()
                        && !left.may_review()
                        && !left.may_handle_cases(body(1))
                        && !left.may_route()
                );
            }
        }
    }

    #[test]
    fn coordinators_route_and_see_but_do_not_decide_for_a_body() {
        let grants = grant(Role::Coordinator, None);
        let powers = Powers::of(&grants);
        assert!(
            powers.may_route()
                && powers.may_review()
                && powers.may_oversee_reviews()
                && powers.may_see_cases(body(9))
        );
        assert!(
            !powers.may_handle_cases(body(9))
                && !powers.may_open_name_list(body(9))
                && !powers.may_administer()
        );
    }

    #[test]
    fn moderators_and_administrators_stay_in_their_own_field() {
        let moderator = grant(Role::Moderator, None);
        let moderator = Powers::of(&moderator);
        assert!(moderator.may_review() && moderator.may_stop());
        assert!(
            !moderator.may_oversee_reviews()
                && !moderator.may_route()
                && !moderator.may_see_cases(body(1))
        );
        let administrator = grant(Role::Administrator, None);
        let administrator = Powers::of(&administrator);
        assert!(administrator.may_administer());
        assert!(
            !administrator.may_review()
                && !administrator.may_stop()
                && !administrator.may_handle_cases(body(1))
        );
    }

    #[test]
    fn a_grant_that_is_not_well_formed_gives_nothing() {
        let without_body = grant(Role::Handlaggare, None);
        assert!(!Powers::of(&without_body).is_staff());
        let with_body = grant(Role::Moderator, Some(body(1)));
        assert!(!Powers::of(&with_body).may_review());
        assert!(!Powers::of(&[]).is_staff());
    }

    #[test]
    fn an_analyst_without_a_body_reads_all_figures() {
        let all = grant(Role::Analyst, None);
        assert!(
            Powers::of(&all).may_read_figures(None)
                && Powers::of(&all).may_read_figures(Some(body(1)))
        );
        let one = grant(Role::Analyst, Some(body(1)));
        assert!(
            !Powers::of(&one).may_read_figures(None)
                && Powers::of(&one).may_read_figures(Some(body(1)))
        );
    }
}
