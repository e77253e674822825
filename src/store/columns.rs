//! How domain types lie in columns: ids as UUID, instants as BIGINT microseconds, days and codes as TEXT.

use crate::domain::{
    cases::CaseStageCode,
    decisions::{FinalOutcome, FirstOutcome, Outcome, Round},
    display::DisplayStage,
    documents::MediaType,
    events::EventKind,
    followups::FollowUpState,
    identity::{AgeBand, Gender, IdentityKind, Residence, TrustLevel},
    ids::*,
    mail_choices::MailTopic,
    news::{MailRole, NewsKind},
    permissions::Role,
    proposals::{ImportedStatus, Origin, Topic},
    reviews::ReviewStep,
    stages::StageCode,
    time::*,
};
use sqlx::{Database, Decode, Encode, Type, encode::IsNull, error::BoxDynError};
use uuid::Uuid;

/// Maps a type to a column type through two conversions that both engines share.
macro_rules! column {
    ($type:ty as $raw:ty, $to:expr, $from:expr) => {
        impl<DB: Database> Type<DB> for $type
        where
            $raw: Type<DB>,
        {
            fn type_info() -> DB::TypeInfo {
                <$raw as Type<DB>>::type_info()
            }
            fn compatible(info: &DB::TypeInfo) -> bool {
                <$raw as Type<DB>>::compatible(info)
            }
        }

        impl<'q, DB: Database> Encode<'q, DB> for $type
        where
            $raw: Encode<'q, DB>,
        {
            fn encode_by_ref(
                &self,
                buffer: &mut DB::ArgumentBuffer,
            ) -> Result<IsNull, BoxDynError> {
                let to: fn(&$type) -> $raw = $to;
                to(self).encode(buffer)
            }
        }

        impl<'r, DB: Database> Decode<'r, DB> for $type
        where
            $raw: Decode<'r, DB>,
        {
            fn decode(value: DB::ValueRef<'r>) -> Result<Self, BoxDynError> {
                let from: fn($raw) -> Result<$type, BoxDynError> = $from;
                from(<$raw as Decode<DB>>::decode(value)?)
            }
        }
    };
}

macro_rules! id_columns {
    ($($id:ident),+ $(,)?) => {
        $(column!($id as Uuid, |id| id.0, |raw| Ok($id(raw)));)+
    };
}

/// Codes made by `text_enum!` in the domain.
macro_rules! code_columns {
    ($($code:ty),+ $(,)?) => {
        $(column!($code as String, |code| code.as_str().to_owned(), |raw| {
            <$code>::parse(&raw)
                .ok_or_else(|| format!("unknown {}: {raw}", stringify!($code)).into())
        });)+
    };
}

id_columns!(
    PersonId, IdentityId, ProposalId, DraftId, EventId, BodyId, CaseId, DecisionId, DocumentId,
    FollowUpId, JobId, AuditId, ReviewId, SignInId, JoiningId, FormId, GrantId,
);
column!(ProposalNumber as i64, |number| number.0, |raw| Ok(
    ProposalNumber(raw)
));
column!(
    Residence as String,
    |residence| residence.as_str().to_owned(),
    |raw| { Residence::parse(&raw).ok_or_else(|| format!("not a residence: {raw}").into()) }
);
column!(Timestamp as i64, |at| at.micros(), |raw| Ok(
    Timestamp::from_micros(raw)
));
column!(Day as String, |day| day.to_string(), |raw| {
    Day::parse(&raw).ok_or_else(|| format!("not a day: {raw}").into())
});
code_columns!(
    TrustLevel,
    IdentityKind,
    Gender,
    AgeBand,
    Role,
    NewsKind,
    MailRole,
    MailTopic,
    Origin,
    Topic,
    StageCode,
    DisplayStage,
    EventKind,
    CaseStageCode,
    FirstOutcome,
    FinalOutcome,
    Round,
    MediaType,
    Outcome,
    FollowUpState,
    ImportedStatus,
    ReviewStep,
);
