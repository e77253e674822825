//! Tells one story: moves the past's clock to each step and acts as the one whose step it is.

use super::{
    DemoError,
    cast::{self, Cast},
    stories::{Step, Story},
};
use crate::{
    domain::{
        calendar::next_working_day,
        cases::Move,
        decisions::{Minutes, Paragraph},
        diarienummer::Diarienummer,
        email::Email,
        followups::FollowUp,
        identity::{Age, AreaCode, Gender, Residence, TrustLevel},
        ids::{FormId, ProposalId, ProposalNumber},
        permissions::Powers,
        proposals::Origin,
        reviews::ReturnReason,
        routing::Routing,
        submissions::{About, Idea, PlaceMeant, Submission},
        text::{Body, Country, Note, Ort, PersonName, PostalAddress, Reason, Title},
        time::Day,
    },
    store::{cases as case_rows, decisions::Decided, proposals, reviews as review_rows},
    usecases::{
        cases::{self, Handling, Official},
        closing, decisions, demo,
        env::Env,
        follow_ups,
        reviews::{Publication, Refusal, Return, Task, claim, publish, refuse, return_to_author},
        submissions::{self, Author},
    },
};

/// A day in a story begins at ten in the morning, in office hours.
const MORNING: i64 = 10 * 3600;

/// Where one story has come to.
struct Telling<'a> {
    env: &'a Env,
    cast: &'a Cast,
    story: &'a Story,
    /// Its place in the list, so that each has its own author and its own part of the crowd.
    index: usize,
    number: ProposalNumber,
    id: ProposalId,
    day: Day,
    meeting: Day,
    signed: usize,
}

/// Tells a story from its first day to where it stands today.
///
/// # Errors
/// Why one of its acts was refused.
pub async fn tell(
    env: &Env,
    today: Day,
    cast: &Cast,
    index: usize,
    story: &Story,
) -> Result<(), DemoError> {
    let day = today.plus_days(-story.days_ago);
    move_to(env, day);
    let number = send_in(env, index, story).await?;
    let mut tx = env.db.begin_read().await?;
    let proposal = proposals::find_by_number(&mut tx, number).await?;
    drop(tx);
    let id = proposal.ok_or_else(|| fault("the proposal is gone"))?.id;
    let mut telling = Telling {
        env,
        cast,
        story,
        index,
        number,
        id,
        day,
        meeting: day,
        signed: 0,
    };
    for step in story.steps {
        telling.take(step).await?;
    }
    Ok(())
}

fn move_to(env: &Env, day: Day) {
    let wanted = day.start().plus_seconds(MORNING);
    env.clock.shift(wanted.seconds_since(env.now()));
}

fn fault(what: &str) -> DemoError {
    DemoError::Story(what.to_owned())
}

/// Content of the stories that the rules refuse is a mistake in the story.
fn fits<T, E: std::fmt::Debug>(parsed: Result<T, E>) -> Result<T, DemoError> {
    parsed.map_err(|problem| DemoError::Story(format!("{problem:?}")))
}

async fn send_in(env: &Env, index: usize, story: &Story) -> Result<ProposalNumber, DemoError> {
    let person = cast::author(env, index).await?;
    let name = PersonName::parse("Testperson", &cast::author_number(index).to_string());
    let submission = Submission {
        idea: Idea {
            title: fits(Title::parse(story.title))?,
            text: fits(Body::parse(story.text))?,
            topic: story.topic,
        },
        place: PlaceMeant {
            area: story.area.and_then(AreaCode::parse),
            text: None,
            point: None,
        },
        about: About {
            name: fits(name)?,
            address: fits(PostalAddress::parse("Exempelgatan 1"))?,
            postal_code: None,
            town: fits(Ort::parse("Göteborg"))?,
            country: fits(Country::parse("Sverige"))?,
            age: Age::new(40).ok_or_else(|| fault("age"))?,
            gender: Gender::WillNotSay,
            email: fits(Email::parse(&cast::author_email(index)))?,
            residence: Residence::NotStated,
            consents_to_name: index.is_multiple_of(2),
        },
    };
    let author = Author {
        person,
        level: TrustLevel::Eid,
        locale: "sv".to_owned(),
        origin: Origin::Demo,
    };
    Ok(submissions::submit_finished(env, &author, &submission)
        .await?
        .number)
}

impl Telling<'_> {
    fn pass(&mut self, days: i64) {
        self.day = self.day.plus_days(days);
        move_to(self.env, self.day);
    }

    async fn take(&mut self, step: &Step) -> Result<(), DemoError> {
        match *step {
            Step::Return { after, question } => self.send_back(after, question).await,
            Step::Refuse {
                after,
                reason,
                note,
            } => {
                self.pass(after);
                let note = Some(fits(Note::parse(note))?);
                let task = self.claimed().await?;
                let command = Refusal {
                    reasons: vec![reason],
                    note,
                };
                refuse(self.env, self.cast.moderator, &task, &command).await?;
                Ok(())
            }
            Step::Publish { after } => self.publish(after).await,
            Step::Sign { count, over } => self.sign(count, over).await,
            Step::Close => self.close().await,
            Step::Register { after, dnr } => {
                self.pass(after);
                let dnr = fits(Diarienummer::parse(dnr))?;
                let handling = self.handling().await?;
                self.as_official(async |env, who| cases::register(env, who, &handling, dnr).await)
                    .await
            }
            Step::Agenda { after, meeting_in } => {
                self.pass(after);
                self.meeting = next_working_day(self.day.plus_days(meeting_in));
                let handling = self.handling().await?;
                let day = self.meeting;
                self.as_official(async |env, who| {
                    cases::put_on_agenda(env, who, &handling, day).await
                })
                .await
            }
            Step::Postpone { meeting_in, reason } => self.postpone(meeting_in, reason).await,
            Step::Decide {
                outcome,
                paragraph,
                reason,
            } => {
                self.go_to_the_meeting();
                self.decide(Decided::First(outcome), paragraph, reason)
                    .await
            }
            Step::DecideFinally {
                after,
                outcome,
                paragraph,
                reason,
            } => {
                self.comes_back_in(after).await?;
                self.decide(Decided::Final(outcome), paragraph, reason)
                    .await
            }
            Step::FollowUp { after, state, note } => {
                self.pass(after);
                let new = FollowUp {
                    state,
                    on: self.day,
                    note: fits(Note::parse(note))?,
                };
                let handling = self.handling().await?;
                self.as_official(async |env, who| {
                    follow_ups::record(env, who, &handling, new).await
                })
                .await
            }
        }
    }

    async fn send_back(&mut self, after: i64, question: &str) -> Result<(), DemoError> {
        self.pass(after);
        let task = self.claimed().await?;
        let question = fits(Reason::parse(question))?;
        let command = Return {
            reasons: vec![ReturnReason::SeveralMatters],
            question,
        };
        return_to_author(self.env, self.cast.moderator, &task, &command).await?;
        Ok(())
    }

    async fn publish(&mut self, after: i64) -> Result<(), DemoError> {
        self.pass(after);
        let (body, _) = self.cast.official(self.story.body)?;
        let task = self.claimed().await?;
        let publication = Publication {
            topic: self.story.topic,
            routing: Routing::new(body, []),
            area: self.story.area.and_then(AreaCode::parse),
            note: None,
        };
        publish(self.env, self.cast.moderator, &task, &publication).await?;
        Ok(())
    }

    /// Signatures come in once a day, a little more on the first days than on the last.
    async fn sign(&mut self, count: usize, over: i64) -> Result<(), DemoError> {
        let first = self.index * 37;
        let crowd = demo::crowd(self.env, first, count).await?;
        let days = usize::try_from(over).unwrap_or(1).max(1);
        for day in 1..=days {
            self.pass(1);
            let share = count * day * (2 * days - day) / (days * days);
            let until = share.min(crowd.len());
            if let Some(todays) = crowd.get(self.signed..until) {
                demo::sign_all(self.env, self.number, todays).await?;
                self.signed = until;
            }
        }
        Ok(())
    }

    async fn close(&mut self) -> Result<(), DemoError> {
        let mut tx = self.env.db.begin_read().await?;
        let proposal = proposals::find_by_number(&mut tx, self.number).await?;
        drop(tx);
        let closes_at =
            proposal.and_then(|proposal| proposal.stage.collecting().map(|open| open.closes_at));
        self.day = closes_at
            .ok_or_else(|| fault("the proposal is not open"))?
            .day();
        move_to(self.env, self.day);
        closing::close_proposal(self.env, self.id).await?;
        Ok(())
    }

    async fn postpone(&mut self, meeting_in: i64, reason: &str) -> Result<(), DemoError> {
        self.go_to_the_meeting();
        let later = next_working_day(self.day.plus_days(meeting_in));
        let remark = Some(fits(Note::parse(reason))?);
        let handling = self.handling().await?;
        self.meeting = later;
        self.as_official(async |env, who| {
            cases::move_meeting(env, who, &handling, Move::Postponed, later, remark).await
        })
        .await
    }

    async fn decide(
        &mut self,
        decided: Decided,
        paragraph: &str,
        reason: &str,
    ) -> Result<(), DemoError> {
        let minutes = Minutes {
            on: self.day,
            paragraph: Paragraph::parse(paragraph),
            reason: fits(Reason::parse(reason))?,
        };
        let handling = self.handling().await?;
        self.as_official(async |env, who| {
            decisions::publish(env, who, &handling, decided, minutes).await
        })
        .await
    }

    /// The case comes back: it is put on the agenda two weeks ahead, and the meeting comes.
    async fn comes_back_in(&mut self, days: i64) -> Result<(), DemoError> {
        self.pass(days - 14);
        self.meeting = next_working_day(self.day.plus_days(14));
        let handling = self.handling().await?;
        let day = self.meeting;
        self.as_official(async |env, who| cases::put_on_agenda(env, who, &handling, day).await)
            .await?;
        self.go_to_the_meeting();
        Ok(())
    }

    fn go_to_the_meeting(&mut self) {
        self.day = self.meeting;
        move_to(self.env, self.day);
    }

    async fn claimed(&self) -> Result<Task, DemoError> {
        let task = self.task().await?;
        claim(self.env, self.cast.moderator, &task).await?;
        self.task().await
    }

    async fn task(&self) -> Result<Task, DemoError> {
        let mut tx = self.env.db.begin_read().await?;
        let review = review_rows::find_review(&mut tx, self.id).await?;
        let seen = review.ok_or_else(|| fault("there is no review"))?.version;
        let form = FormId(self.env.ids.uuid());
        Ok(Task {
            number: self.number,
            seen,
            form,
            leads_to: String::new(),
        })
    }

    async fn handling(&self) -> Result<Handling, DemoError> {
        let mut tx = self.env.db.begin_read().await?;
        let case = case_rows::find_coordinating(&mut tx, self.id).await?;
        let case = case.ok_or_else(|| fault("there is no case"))?;
        let form_id = FormId(self.env.ids.uuid());
        Ok(Handling {
            case: case.id,
            version: case.version,
            form_id,
            leads_to: String::new(),
        })
    }

    async fn as_official(
        &self,
        act: impl AsyncFnOnce(&Env, &Official<'_>) -> Result<String, cases::CaseError>,
    ) -> Result<(), DemoError> {
        let (_, grant) = self.cast.official(self.story.body)?;
        let grants = [grant];
        let who = Official {
            person: grant.person,
            powers: Powers::of(&grants),
        };
        act(self.env, &who).await?;
        Ok(())
    }
}
