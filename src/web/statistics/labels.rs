//! The words of rows and columns.

use crate::{
    domain::{
        identity::{AgeBand, Gender, Residence},
        proposals::Topic,
        statistics::Answer,
        time::Day,
    },
    i18n::Texts,
    web::{layout::Frame, words},
};

/// A topic, or that the source has none.
pub fn topic(t: &Texts, topic: Option<Topic>) -> String {
    topic.map_or_else(|| t.statistics_no_topic(), |topic| words::topic(t, topic))
}

/// What became of a proposal. `imported_on` is the day that imported facts were last known to hold.
pub fn answer(frame: &Frame, answer: Answer, imported_on: Option<Day>) -> String {
    let t = frame.t;
    let last_known = || imported_on.map_or_else(String::new, |day| frame.locale.date(day));
    match answer {
        Answer::Yes => t.statistics_answer_yes(),
        Answer::Partly => t.statistics_answer_partly(),
        Answer::Later => t.statistics_answer_later(),
        Answer::Already => t.statistics_answer_already(),
        Answer::No => t.statistics_answer_no(),
        Answer::Waiting => t.statistics_answer_waiting(),
        Answer::LastKnownWaiting => t.statistics_answer_last_known_waiting(last_known()),
        Answer::Collecting => t.statistics_answer_collecting(),
        Answer::LastKnownCollecting => t.statistics_answer_last_known_collecting(last_known()),
        Answer::TooFew => t.statistics_answer_too_few(),
        Answer::NotCompliant => t.statistics_answer_not_compliant(),
        Answer::Unknown => t.statistics_answer_unknown(),
    }
}

/// Where someone says they live, when that is no area.
pub fn residence(t: &Texts, residence: &Residence) -> String {
    match residence {
        Residence::Area(code) => code.to_string(),
        Residence::NotInGoteborg => t.statistics_not_in_goteborg(),
        Residence::WillNotSay => t.statistics_will_not_say(),
        Residence::NotStated => t.statistics_not_stated(),
    }
}

/// An age band; `None`: not stated.
pub fn age(t: &Texts, band: Option<AgeBand>) -> String {
    match band {
        Some(AgeBand::Young) => t.report_age_young(),
        Some(AgeBand::Middle) => t.report_age_middle(),
        Some(AgeBand::Old) => t.report_age_old(),
        None => t.statistics_not_stated(),
    }
}

/// A gender; `None`: not stated.
pub fn gender(t: &Texts, gender: Option<Gender>) -> String {
    match gender {
        Some(Gender::Woman) => t.report_gender_woman(),
        Some(Gender::Man) => t.report_gender_man(),
        Some(Gender::Other) => t.report_gender_other(),
        Some(Gender::WillNotSay) => t.statistics_will_not_say(),
        None => t.statistics_not_stated(),
    }
}
