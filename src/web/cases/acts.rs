//! The small acts on a case: one form each, read and carried out the same way.

use crate::{
    domain::{
        cases::{CaseStage, Move, NotAllowed},
        codes::text_enum,
        decisions::FinalOutcome,
        diarienummer::{Diarienummer, NotADiarienummer},
        followups::{self, FollowUp, FollowUpState},
        ids::BodyId,
        text::{Note, TextProblem},
        time::Day,
    },
    i18n::Texts,
    usecases::{
        cases::{self, CaseError, Handling, Official},
        env::Env,
        follow_ups, routing,
    },
    web::layout::Frame,
};
use serde::Deserialize;

text_enum! {
    /// An act with a page of its own; the code is its word in addresses.
    pub enum Act {
        /// Enter the case in the diary, or correct the number.
        Number => "diarienummer",
        /// Put it on the agenda of a meeting, or correct the day.
        Agenda => "mote",
        /// Note that it was postponed or sent back.
        Move => "nytt-mote",
        /// Tell how a decision is carried out.
        FollowUp => "uppfoljning",
        /// Close it.
        Close => "avsluta",
        /// Say that the matter is another body's.
        NotOurs => "inte-vart",
        /// Name the body that answers.
        Route => "namnd",
    }
}

impl Act {
    /// Whether the act fits the stage.
    pub fn fits(self, stage: &CaseStage) -> bool {
        match self {
            Act::Number => !matches!(stage, CaseStage::Closed { .. }),
            Act::Agenda => matches!(
                stage,
                CaseStage::Registered { .. }
                    | CaseStage::OnAgenda { .. }
                    | CaseStage::Investigating { .. }
            ),
            Act::Move => matches!(stage, CaseStage::OnAgenda { .. }),
            Act::FollowUp => matches!(stage, CaseStage::Decided(settled)
                if settled.outcome != FinalOutcome::NotCarryOut),
            Act::Close => matches!(stage, CaseStage::Decided(_)),
            Act::NotOurs | Act::Route => stage.may_be_rerouted(),
        }
    }
}

/// What the form of any act posts.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct ActForm {
    /// The hidden id of the form.
    pub form_id: String,
    /// The version of the case that was seen.
    pub version: String,
    /// A number in the diary.
    pub dnr: String,
    /// A day.
    pub dag: String,
    /// Postponed or referred back.
    pub skal: String,
    /// How far a measure has come.
    pub lage: String,
    /// A remark.
    pub text: String,
    /// A body.
    pub mottagare: String,
}

/// What an act wants, once its form is read.
#[derive(Debug)]
pub enum Command {
    /// Enter in the diary.
    Register(Diarienummer),
    /// Correct the number.
    CorrectNumber(Diarienummer),
    /// Put on the agenda.
    Agenda(Day),
    /// Postpone or refer back.
    Move(Move, Day, Option<Note>),
    /// Follow up.
    FollowUp(FollowUp),
    /// Close.
    Close,
    /// Say that it is another's.
    NotOurs(Note),
    /// Name the body.
    Route(BodyId, Note),
}

/// What is wrong with a form: the field and the message.
pub type Problems = Vec<(&'static str, String)>;

/// A meeting further ahead than this is a slip of the pen.
const MOST_YEARS_AHEAD: i16 = 3;

impl ActForm {
    /// What the official wants.
    ///
    /// # Errors
    /// Every field that can not be read, with the message for it.
    pub fn parse(&self, act: Act, stage: &CaseStage, frame: &Frame) -> Result<Command, Problems> {
        let t = frame.t;
        let mut problems = Problems::new();
        let command = match act {
            Act::Number => self.number(t, &mut problems).map(|dnr| match stage {
                CaseStage::Received => Command::Register(dnr),
                _ => Command::CorrectNumber(dnr),
            }),
            Act::Agenda => self.meeting(frame, &mut problems).map(Command::Agenda),
            Act::Move => self.moved(frame, &mut problems),
            Act::FollowUp => self.follow_up(frame, &mut problems),
            Act::Close => Some(Command::Close),
            Act::NotOurs => self.note(frame, &mut problems).map(Command::NotOurs),
            Act::Route => self.route(frame, &mut problems),
        };
        command.filter(|_| problems.is_empty()).ok_or(problems)
    }

    fn number(&self, t: &Texts, problems: &mut Problems) -> Option<Diarienummer> {
        let message = match Diarienummer::parse(&self.dnr) {
            Ok(dnr) => return Some(dnr),
            Err(NotADiarienummer::Missing) => t.case_error_number_missing(),
            Err(NotADiarienummer::UnknownFormat) => t.case_error_number_format(),
            Err(NotADiarienummer::Year) => t.case_error_number_year(),
        };
        problems.push(("dnr", message));
        None
    }

    fn day(&self, frame: &Frame, problems: &mut Problems) -> Option<Day> {
        let day = parse_day(&self.dag);
        if day.is_none() {
            problems.push(("dag", day_message(frame.t, &self.dag)));
        }
        day
    }

    fn meeting(&self, frame: &Frame, problems: &mut Problems) -> Option<Day> {
        let latest = frame.now.day().year() + MOST_YEARS_AHEAD;
        let day = self.day(frame, problems)?;
        if day.year() > latest {
            problems.push(("dag", frame.t.case_error_day_far()));
            return None;
        }
        Some(day)
    }

    fn moved(&self, frame: &Frame, problems: &mut Problems) -> Option<Command> {
        let why = Move::parse(&self.skal);
        if why.is_none() {
            problems.push(("skal", frame.t.case_error_choose()));
        }
        let day = self.meeting(frame, problems);
        let remark = match self.text.trim().is_empty() {
            true => None,
            false => Some(self.note(frame, problems)?),
        };
        Some(Command::Move(why?, day?, remark))
    }

    fn follow_up(&self, frame: &Frame, problems: &mut Problems) -> Option<Command> {
        let state = FollowUpState::parse(&self.lage);
        if state.is_none() {
            problems.push(("lage", frame.t.case_error_choose()));
        }
        let on = self.day(frame, problems);
        let note = self.note(frame, problems);
        Some(Command::FollowUp(FollowUp {
            state: state?,
            on: on?,
            note: note?,
        }))
    }

    fn route(&self, frame: &Frame, problems: &mut Problems) -> Option<Command> {
        let body = self.mottagare.parse::<BodyId>().ok();
        if body.is_none() {
            problems.push(("mottagare", frame.t.case_error_choose()));
        }
        let note = self.note(frame, problems);
        Some(Command::Route(body?, note?))
    }

    fn note(&self, frame: &Frame, problems: &mut Problems) -> Option<Note> {
        match Note::parse(&self.text) {
            Ok(note) => Some(note),
            Err(problem) => {
                problems.push(("text", text_message(frame, problem)));
                None
            }
        }
    }
}

/// A day as browsers post it: `2026-11-21`.
pub fn parse_day(raw: &str) -> Option<Day> {
    let raw = raw.trim();
    Day::parse(raw).filter(|_| raw.len() == 10)
}

/// Why a day can not be read.
pub fn day_message(t: &Texts, raw: &str) -> String {
    if raw.trim().is_empty() {
        t.case_error_day_missing()
    } else {
        t.case_error_day_format()
    }
}

/// Why a text can not be taken.
pub fn text_message(frame: &Frame, problem: TextProblem) -> String {
    let shown = |n: usize| frame.locale.number(i64::try_from(n).unwrap_or(i64::MAX));
    match problem {
        TextProblem::TooShort { min, .. } => frame.t.case_error_text_short(shown(min)),
        TextProblem::TooLong { max, found } => {
            frame.t.case_error_text_long(shown(max), shown(found))
        }
        TextProblem::BadCharacter => frame.t.case_error_text_character(),
        TextProblem::Missing | TextProblem::NotAnEmail => frame.t.case_error_text_missing(),
    }
}

/// Carries out what the official wants; gives where it leads.
///
/// # Errors
/// [`CaseError`].
pub async fn perform(
    env: &Env,
    official: &Official<'_>,
    handling: &Handling,
    command: Command,
) -> Result<String, CaseError> {
    match command {
        Command::Register(dnr) => cases::register(env, official, handling, dnr).await,
        Command::CorrectNumber(dnr) => cases::correct_number(env, official, handling, dnr).await,
        Command::Agenda(day) => cases::put_on_agenda(env, official, handling, day).await,
        Command::Move(why, day, remark) => {
            cases::move_meeting(env, official, handling, why, day, remark).await
        }
        Command::FollowUp(new) => follow_ups::record(env, official, handling, new).await,
        Command::Close => cases::close_case(env, official, handling).await,
        Command::NotOurs(note) => routing::say_not_ours(env, official, handling, note).await,
        Command::Route(to, note) => routing::reroute(env, official, handling, to, note).await,
    }
}

/// The message beside the field, where an act was refused for what was written; `None`: for where the case stands.
pub fn refusal(act: Act, error: &CaseError, t: &Texts) -> Option<Problems> {
    let (field, message) = match (act, error) {
        (Act::Agenda, CaseError::NotAllowed(NotAllowed::Day)) => ("dag", t.case_error_day_early()),
        (Act::Move, CaseError::NotAllowed(NotAllowed::Day)) => {
            ("dag", t.case_error_day_not_later())
        }
        (_, CaseError::FollowUp(followups::NotAllowed::Day)) => {
            ("dag", t.case_error_day_follow_up())
        }
        (_, CaseError::FollowUp(followups::NotAllowed::Move { .. })) => {
            ("lage", t.case_error_state())
        }
        _ => return None,
    };
    Some(vec![(field, message)])
}
