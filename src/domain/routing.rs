//! Which bodies a proposal goes to: one coordinates, the others are informed.

use super::cases::NotAllowed;
use super::codes::text_enum;
use super::ids::BodyId;

text_enum! {
    /// A body's part in a proposal.
    pub enum CaseRole {
        /// Leads, answers the proposer and decides.
        Coordinating => "coordinating",
        /// Is told.
        Informed => "informed",
    }
}

impl CaseRole {
    /// Whether this body may register, put on an agenda and decide.
    pub fn may_decide(self) -> Result<(), NotAllowed> {
        match self {
            CaseRole::Coordinating => Ok(()),
            CaseRole::Informed => Err(NotAllowed::OnlyCoordinating),
        }
    }
}

/// The bodies of a proposal: DoM names one that coordinates, the others are informed (riktlinje § 91).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Routing {
    coordinating: BodyId,
    informed: Vec<BodyId>,
}

impl Routing {
    /// Each informed body once, and never the coordinating one.
    pub fn new(coordinating: BodyId, informed: impl IntoIterator<Item = BodyId>) -> Self {
        let mut others: Vec<BodyId> = Vec::new();
        for body in informed {
            if body != coordinating && !others.contains(&body) {
                others.push(body);
            }
        }
        Routing {
            coordinating,
            informed: others,
        }
    }

    /// The body that decides.
    pub fn coordinating(&self) -> BodyId {
        self.coordinating
    }

    /// The bodies that are told, in the order named.
    pub fn informed(&self) -> &[BodyId] {
        &self.informed
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_body_has_one_part() {
        let body = |n| BodyId(uuid::Uuid::from_u128(n));
        let routing = Routing::new(body(1), [body(2), body(1), body(3), body(2)]);
        assert_eq!(
            (routing.coordinating(), routing.informed()),
            (body(1), [body(2), body(3)].as_slice())
        );
        assert_eq!(
            CaseRole::Informed.may_decide(),
            Err(NotAllowed::OnlyCoordinating)
        );
        assert_eq!(CaseRole::Coordinating.may_decide(), Ok(()));
    }
}
