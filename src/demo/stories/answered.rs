//! Examples that a nämnd has before it or has answered.

use super::{
    IDROTT, STADSMILJO,
    Step::{Agenda, Close, Decide, DecideFinally, FollowUp, Postpone, Publish, Register, Sign},
    Story,
};
use crate::domain::{
    decisions::{FinalOutcome, FirstOutcome},
    followups::FollowUpState,
    proposals::Topic,
};

/// In the order they are made.
pub const STORIES: &[Story] = &[
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
