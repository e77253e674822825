//! Which news a person wants by mail. About her own proposal, and what she asks for, she is always told.

use super::{
    codes::text_enum,
    news::{MailRole, NewsKind},
};

text_enum! {
    /// News that one who signed or follows may do without.
    pub enum MailTopic {
        /// The threshold is passed; the time is over.
        Signatures => "signatures",
        /// The case is on an agenda, postponed or referred back.
        Meetings => "meetings",
        /// What was decided.
        Decisions => "decisions",
        /// How it is carried out.
        FollowUps => "follow_ups",
    }
}

impl MailTopic {
    /// The topic of a mail to someone in this role; `None`: she cannot do without it.
    pub fn of(kind: NewsKind, role: MailRole) -> Option<Self> {
        if matches!(role, MailRole::Author | MailRole::Oneself) {
            return None;
        }
        match kind {
            NewsKind::Reached | NewsKind::ClosedBelow | NewsKind::ClosedReached => {
                Some(MailTopic::Signatures)
            }
            NewsKind::OnAgenda | NewsKind::Postponed => Some(MailTopic::Meetings),
            NewsKind::Decided | NewsKind::FinallyDecided => Some(MailTopic::Decisions),
            NewsKind::FollowedUp => Some(MailTopic::FollowUps),
            NewsKind::SignInCode
            | NewsKind::Received
            | NewsKind::Returned
            | NewsKind::Refused
            | NewsKind::Reopened
            | NewsKind::Lapsed
            | NewsKind::Published
            | NewsKind::Rerouted
            | NewsKind::Removed => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_author_hears_all_and_others_may_do_without_most() {
        for kind in NewsKind::ALL {
            assert_eq!(MailTopic::of(*kind, MailRole::Author), None, "{kind}");
        }
        let signer = |kind| MailTopic::of(kind, MailRole::Signer);
        assert_eq!(signer(NewsKind::Decided), Some(MailTopic::Decisions));
        assert_eq!(signer(NewsKind::Removed), None);
        assert_eq!(signer(NewsKind::SignInCode), None);
    }
}
