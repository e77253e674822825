//! Living material for the demo: invented proposals, each led to its own stage through the real acts.
//!
//! They are content, written as residents and officials would write them, and marked as examples by their titles.

use crate::domain::{
    decisions::{FinalOutcome, FirstOutcome},
    followups::FollowUpState,
    proposals::Topic,
    reviews::RefusalReason,
};

/// One example and its way.
pub struct Story {
    /// The title, beginning with "Exempel:".
    pub title: &'static str,
    /// The proposal's text.
    pub text: &'static str,
    /// What it is about.
    pub topic: Topic,
    /// The mellanområde it is about; `None`: the whole city.
    pub area: Option<&'static str>,
    /// Who has to answer.
    pub body: &'static str,
    /// How many days ago it was sent in.
    pub days_ago: i64,
    /// What happened since.
    pub steps: &'static [Step],
}

/// What happens to an example. Days are counted from the step before.
pub enum Step {
    /// A moderator asks a question.
    Return { after: i64, question: &'static str },
    /// A moderator refuses.
    Refuse {
        after: i64,
        reason: RefusalReason,
        note: &'static str,
    },
    /// A moderator publishes.
    Publish { after: i64 },
    /// So many test persons sign, spread over so many days.
    Sign { count: usize, over: i64 },
    /// The days until the close, and the closing.
    Close,
    /// The handläggare registers the case.
    Register { after: i64, dnr: &'static str },
    /// A meeting in so many days.
    Agenda { after: i64, meeting_in: i64 },
    /// The nämnd postpones at the meeting.
    Postpone {
        meeting_in: i64,
        reason: &'static str,
    },
    /// The first decision, at the meeting.
    Decide {
        outcome: FirstOutcome,
        paragraph: &'static str,
        reason: &'static str,
    },
    /// The final decision after an investigation.
    DecideFinally {
        after: i64,
        outcome: FinalOutcome,
        paragraph: &'static str,
        reason: &'static str,
    },
    /// How it is carried out.
    FollowUp {
        after: i64,
        state: FollowUpState,
        note: &'static str,
    },
}

use Step::{
    Agenda, Close, Decide, DecideFinally, FollowUp, Postpone, Publish, Refuse, Register, Return,
    Sign,
};

const STADSMILJO: &str = "Stadsmiljönämnden";
const IDROTT: &str = "Idrotts- och föreningsnämnden";

/// All examples, in the order they are made.
pub const STORIES: &[Story] = &[
    Story {
        title: "Exempel: Fler bänkar längs promenaden vid Säveån",
        text: "Längs promenaden vid Säveån är det långt mellan bänkarna. Många äldre i området går där varje dag och behöver kunna vila.\n\nJag föreslår att staden sätter upp fem nya bänkar med ryggstöd och armstöd, gärna i skuggan av träden.",
        topic: Topic::StreetsParks,
        area: Some("12"),
        body: STADSMILJO,
        days_ago: 2,
        steps: &[],
    },
    Story {
        title: "Exempel: Längre öppettider på biblioteket på söndagar",
        text: "På söndagar stänger biblioteket redan klockan tre. Då är det många som är lediga och vill läsa, låna böcker eller göra läxor.\n\nHåll öppet till klockan sex på söndagar under vinterhalvåret och se hur många som kommer.",
        topic: Topic::CultureLeisure,
        area: None,
        body: "Kulturnämnden",
        days_ago: 9,
        steps: &[],
    },
    Story {
        title: "Exempel: Gör om korsningen och bygg en lekplats och fixa belysningen",
        text: "Korsningen vid skolan är farlig. Dessutom saknas en lekplats i kvarteret, och belysningen på gångvägen är trasig sedan länge. Staden borde göra något åt allt det här på en gång.",
        topic: Topic::StreetsParks,
        area: Some("30"),
        body: STADSMILJO,
        days_ago: 8,
        steps: &[Return {
            after: 3,
            question: "Ditt förslag handlar om tre saker: korsningen, lekplatsen och belysningen. Välj den som är viktigast för dig och skriv mer om den. De andra två kan du lämna som egna förslag.",
        }],
    },
    Story {
        title: "Exempel: Sänk priset på månadskortet",
        text: "Det har blivit för dyrt att åka spårvagn och buss. Sänk priset på månadskortet så att fler låter bilen stå hemma.",
        topic: Topic::Transport,
        area: None,
        body: STADSMILJO,
        days_ago: 12,
        steps: &[Refuse {
            after: 4,
            reason: RefusalReason::NotMunicipal,
            note: "Priset på biljetter bestäms av Västra Götalandsregionen och Västtrafik. Lämna gärna dina synpunkter till Västtrafiks kundservice.",
        }],
    },
    Story {
        title: "Exempel: Cykelställ vid alla spårvagnshållplatser",
        text: "Det ska vara lätt att cykla till spårvagnen. I dag saknas cykelställ vid många hållplatser, och cyklar låses fast i räcken och stolpar.\n\nSätt upp cykelställ med tak vid alla hållplatser där det finns plats.",
        topic: Topic::Transport,
        area: None,
        body: STADSMILJO,
        days_ago: 20,
        steps: &[
            Publish { after: 3 },
            Sign {
                count: 148,
                over: 15,
            },
        ],
    },
    Story {
        title: "Exempel: Utegym för alla åldrar i Slottsskogen",
        text: "Bygg ett utegym där både barn, vuxna och äldre kan träna tillsammans. Välj redskap som fungerar även för den som sitter i rullstol.",
        topic: Topic::CultureLeisure,
        area: Some("34"),
        body: IDROTT,
        days_ago: 6,
        steps: &[Publish { after: 2 }, Sign { count: 12, over: 3 }],
    },
    Story {
        title: "Exempel: Hundrastgård vid Bältesspännarparken",
        text: "Det bor många hundar i centrum men det finns ingen plats där de får springa fritt. Inhägna en bit av gräsytan och sätt upp en bänk och en vattenpost.",
        topic: Topic::StreetsParks,
        area: Some("37"),
        body: STADSMILJO,
        days_ago: 90,
        steps: &[
            Publish { after: 4 },
            Sign {
                count: 199,
                over: 80,
            },
        ],
    },
    Story {
        title: "Exempel: Plantera fler träd på skolgårdarna",
        text: "På många skolgårdar finns bara asfalt. På sommaren blir det så varmt att barnen söker sig in. Träd ger skugga, och barnen får klättra och leka i naturen.",
        topic: Topic::School,
        area: None,
        body: "Grundskolenämnden",
        days_ago: 55,
        steps: &[
            Publish { after: 5 },
            Sign {
                count: 231,
                over: 45,
            },
        ],
    },
    Story {
        title: "Exempel: Öppna toaletter i parkerna även på vintern",
        text: "På vintern är toaletterna i parkerna stängda. Det gör att barnfamiljer och äldre inte kan vara ute så länge som de vill. Håll minst en toalett öppen i varje stor park året om.",
        topic: Topic::StreetsParks,
        area: None,
        body: STADSMILJO,
        days_ago: 34,
        steps: &[
            Publish { after: 2 },
            Sign {
                count: 47,
                over: 28,
            },
        ],
    },
    Story {
        title: "Exempel: Vattenlek på Kviberg",
        text: "Barnen i nordöstra Göteborg har långt till närmaste badplats. Bygg en enkel vattenlek vid Kviberg som kan vara öppen hela sommaren.",
        topic: Topic::CultureLeisure,
        area: Some("12"),
        body: IDROTT,
        days_ago: 110,
        steps: &[
            Publish { after: 4 },
            Sign {
                count: 63,
                over: 60,
            },
            Close,
        ],
    },
    Story {
        title: "Exempel: Trygg gångväg mellan Hjällbo och Hammarkullen",
        text: "Gångvägen mellan Hjällbo och Hammarkullen är mörk och omgiven av täta buskar. Sätt upp fler lampor och röj buskarna så att man ser vem man möter.",
        topic: Topic::Safety,
        area: Some("14"),
        body: STADSMILJO,
        days_ago: 97,
        steps: &[
            Publish { after: 3 },
            Sign {
                count: 226,
                over: 70,
            },
            Close,
        ],
    },
    Story {
        title: "Exempel: Papperskorgar för pant i hela centrum",
        text: "Sätt upp ett rör för pantburkar på alla papperskorgar i centrum. Då slipper de som samlar pant leta bland skräpet, och mindre hamnar på marken.",
        topic: Topic::EnvironmentHealth,
        area: Some("37"),
        body: STADSMILJO,
        days_ago: 130,
        steps: &[
            Publish { after: 2 },
            Sign {
                count: 244,
                over: 85,
            },
            Close,
            Register {
                after: 5,
                dnr: "SMF-2026-00871",
            },
            Agenda {
                after: 3,
                meeting_in: 45,
            },
        ],
    },
    Story {
        title: "Exempel: Bastu vid havet i Askim",
        text: "Många badar året om. En liten bastu nära badplatsen skulle ge fler möjlighet att njuta av havet också på vintern.",
        topic: Topic::CultureLeisure,
        area: Some("51"),
        body: IDROTT,
        days_ago: 160,
        steps: &[
            Publish { after: 3 },
            Sign {
                count: 238,
                over: 80,
            },
            Close,
            Register {
                after: 6,
                dnr: "IFF-2026-00142",
            },
            Agenda {
                after: 2,
                meeting_in: 25,
            },
            Postpone {
                meeting_in: 50,
                reason: "Nämnden vill veta vad det kostar att sköta bastun innan den tar ställning.",
            },
        ],
    },
    Story {
        title: "Exempel: Skatepark under Götaälvbrons fäste",
        text: "Under brofästet finns en stor yta som inte används. Den är skyddad mot regn och passar bra för en skatepark. Låt ungdomar vara med och rita.",
        topic: Topic::CultureLeisure,
        area: Some("74"),
        body: IDROTT,
        days_ago: 230,
        steps: &[
            Publish { after: 4 },
            Sign {
                count: 312,
                over: 80,
            },
            Close,
            Register {
                after: 4,
                dnr: "IFF-2026-00057",
            },
            Agenda {
                after: 3,
                meeting_in: 30,
            },
            Decide {
                outcome: FirstOutcome::Investigate,
                paragraph: "87",
                reason: "Platsen är intressant, men vi vet inte om marken håller och vem som ska sköta den. Förvaltningen får i uppdrag att ta reda på det och komma tillbaka inom ett halvår.",
            },
        ],
    },
    Story {
        title: "Exempel: Övergångsställe vid förskolan på Hisingen",
        text: "Många barn går över gatan vid förskolan varje morgon. Bilarna kör fort och det finns inget övergångsställe. Bygg ett upphöjt övergångsställe med belysning.",
        topic: Topic::Transport,
        area: Some("72"),
        body: STADSMILJO,
        days_ago: 240,
        steps: &[
            Publish { after: 2 },
            Sign {
                count: 287,
                over: 75,
            },
            Close,
            Register {
                after: 3,
                dnr: "SMF-2026-00410",
            },
            Agenda {
                after: 2,
                meeting_in: 20,
            },
            Decide {
                outcome: FirstOutcome::CarryOut,
                paragraph: "112",
                reason: "Nämnden håller med om att gatan behöver bli säkrare. Övergångsstället byggs i samband med att gatan får ny beläggning.",
            },
            FollowUp {
                after: 20,
                state: FollowUpState::Planned,
                note: "Arbetet ligger i planen för våren.",
            },
        ],
    },
    Story {
        title: "Exempel: Sommarblommor på Hjalmar Brantingsplatsen",
        text: "Hjalmar Brantingsplatsen är grå och tråkig. Plantera sommarblommor i stora lådor och ställ dit några stolar.",
        topic: Topic::StreetsParks,
        area: Some("73"),
        body: STADSMILJO,
        days_ago: 300,
        steps: &[
            Publish { after: 3 },
            Sign {
                count: 205,
                over: 85,
            },
            Close,
            Register {
                after: 5,
                dnr: "SMF-2026-00199",
            },
            Agenda {
                after: 4,
                meeting_in: 25,
            },
            Decide {
                outcome: FirstOutcome::CarryOut,
                paragraph: "64",
                reason: "Förslaget är enkelt att genomföra och gör torget trevligare. Lådorna ställs ut när frosten har gått ur marken.",
            },
            FollowUp {
                after: 10,
                state: FollowUpState::Planned,
                note: "Lådorna är beställda.",
            },
            FollowUp {
                after: 40,
                state: FollowUpState::UnderWay,
                note: "Lådorna är på plats. Blommorna planteras i nästa vecka.",
            },
            FollowUp {
                after: 10,
                state: FollowUpState::Done,
                note: "Blommorna är planterade och stolarna är utställda.",
            },
        ],
    },
    Story {
        title: "Exempel: Gratis odlingslådor i Bergsjön",
        text: "Låt de som bor i Bergsjön låna odlingslådor gratis. Det ger gemenskap, och barnen får se hur mat växer.",
        topic: Topic::EnvironmentHealth,
        area: Some("11"),
        body: STADSMILJO,
        days_ago: 280,
        steps: &[
            Publish { after: 5 },
            Sign {
                count: 219,
                over: 80,
            },
            Close,
            Register {
                after: 3,
                dnr: "SMF-2026-00233",
            },
            Agenda {
                after: 3,
                meeting_in: 30,
            },
            Decide {
                outcome: FirstOutcome::CarryOut,
                paragraph: "71",
                reason: "Nämnden vill pröva förslaget på två platser under ett år.",
            },
            FollowUp {
                after: 30,
                state: FollowUpState::UnderWay,
                note: "Tjugo lådor är byggda. Kön för att låna en är öppen.",
            },
        ],
    },
    Story {
        title: "Exempel: Linbana över älven",
        text: "Bygg en linbana över älven så att gående och cyklister kommer över snabbt. Det avlastar båtarna och blir en sevärdhet.",
        topic: Topic::Transport,
        area: None,
        body: "Stadsbyggnadsnämnden",
        days_ago: 320,
        steps: &[
            Publish { after: 4 },
            Sign {
                count: 401,
                over: 85,
            },
            Close,
            Register {
                after: 6,
                dnr: "SBF-2026-00077",
            },
            Agenda {
                after: 2,
                meeting_in: 30,
            },
            Decide {
                outcome: FirstOutcome::NotCarryOut,
                paragraph: "39",
                reason: "En linbana har utretts tidigare och blev för dyr. Nämnden satsar i stället på fler turer med båt.",
            },
        ],
    },
    Story {
        title: "Exempel: Konstgräsplan i Gårdsten",
        text: "Fotbollsplanen i Gårdsten är en lerpöl halva året. Lägg konstgräs av miljövänligt material så att barnen kan spela året om.",
        topic: Topic::CultureLeisure,
        area: Some("14"),
        body: IDROTT,
        days_ago: 390,
        steps: &[
            Publish { after: 3 },
            Sign {
                count: 256,
                over: 80,
            },
            Close,
            Register {
                after: 4,
                dnr: "IFF-2025-00311",
            },
            Agenda {
                after: 3,
                meeting_in: 25,
            },
            Decide {
                outcome: FirstOutcome::Investigate,
                paragraph: "18",
                reason: "Förvaltningen ska räkna på kostnaden och undersöka vilka material som är skonsamma mot miljön.",
            },
            DecideFinally {
                after: 120,
                outcome: FinalOutcome::NotNow,
                paragraph: "95",
                reason: "Planen behöver rustas, men pengarna räcker inte i år. Förslaget tas med som underlag när nämnden planerar budgeten för nästa år.",
            },
        ],
    },
    Story {
        title: "Exempel: Flytbryggor för kajak vid Röda Sten",
        text: "Lägg ut en låg flytbrygga vid Röda Sten så att fler kan paddla. I dag är kajen för hög.",
        topic: Topic::CultureLeisure,
        area: Some("36"),
        body: IDROTT,
        days_ago: 360,
        steps: &[
            Publish { after: 3 },
            Sign {
                count: 211,
                over: 80,
            },
            Close,
            Register {
                after: 4,
                dnr: "IFF-2025-00355",
            },
            Agenda {
                after: 3,
                meeting_in: 25,
            },
            Decide {
                outcome: FirstOutcome::CarryOut,
                paragraph: "23",
                reason: "Nämnden vill göra det lättare att ta sig ut på vattnet och avsätter pengar för en brygga.",
            },
            FollowUp {
                after: 30,
                state: FollowUpState::Planned,
                note: "Bryggan är upphandlad.",
            },
            FollowUp {
                after: 60,
                state: FollowUpState::Stopped,
                note: "Hamnen har sagt nej av säkerhetsskäl: fartygen går för nära. Vi letar efter en annan plats.",
            },
        ],
    },
];
