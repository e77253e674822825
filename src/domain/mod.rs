//! RULES. No I/O, no async, no SQL, no HTTP, no clock reading: time and ids come in as parameters.
//!
//! In reading order. Where a rule is the city's, its doc comment names the source.

/// Identifiers: each kind of thing has its own type.
pub mod ids;

/// One instant type and one day type.
pub mod time;

/// Public holidays and working days.
pub mod calendar;

/// Enums that are stored as short texts.
pub mod codes;

/// The city's rules as settings with history.
pub mod settings;

/// Texts that people write, parsed once.
pub mod text;

/// E-mail addresses.
pub mod email;

/// How strongly someone is known, and what she tells about herself.
pub mod identity;

/// Which levels of e-legitimations are strong enough.
pub mod levels;

/// Name, ort and e-mail, sealed wherever they are stored.
pub mod people;

/// What people are told by mail.
pub mod mail_choices;
pub mod news;

/// Personnummer and samordningsnummer, checked and never shown.
pub mod personnummer;

/// The identifier of a foreign person.
pub mod prid;

/// What staff may do.
pub mod permissions;

/// Keys for finding, pseudonyms and seals.
pub mod keys;

/// The key our own tokens are signed with.
pub mod signing_keys;

/// A proposal's fixed facts: origin, topic, what an import knows.
pub mod proposals;

/// The facts of a proposal that collects signatures.
pub mod collecting;

/// The stages of a proposal.
pub mod stages;

/// A stage as flat facts, the way a row holds it.
pub mod stage_facts;

/// What a person has written before it is sent, and the steps it is asked in.
pub mod drafts;

/// What is sent in, every part checked.
pub mod submissions;

/// The review before publication.
pub mod reviews;

/// Help for whoever reviews a text.
pub mod review_aids;

/// Who may sign, and what the count means.
pub mod sign_in;
pub mod signatures;

/// What a body can decide.
pub mod decisions;

/// A case's number in the diary.
pub mod demo_people;
pub mod diarienummer;

/// Which bodies a proposal goes to.
pub mod routing;

/// The stages of a case at one body.
pub mod cases;

/// Correcting a decision that was published wrong.
pub mod case_corrections;

/// A case's stage as flat facts.
pub mod case_facts;

/// How long a case has waited, and what comes next.
pub mod case_clock;

/// Files kept with a decision.
pub mod documents;

/// How a decision is carried out.
pub mod followups;

/// What people see of a proposal's state.
pub mod display;

/// What happened to a proposal.
pub mod events;
/// Hiding small counts of people.
pub mod suppression;

/// All public proposals in memory: searched, filtered, in order.
pub mod catalogue;

/// Figures: what is counted and how it is grouped.
pub mod statistics;

/// The hash chain of the audit log.
pub mod audit;

/// Where a point lies in the city, and outlines for maps.
pub mod geometry;

/// The city's open data, read all or not at all.
pub mod imports;

/// Swedish words: forms, folding, order.
pub mod words;
