//! Examples that wait for review, collect signatures or have just closed.

use super::{
    IDROTT, STADSMILJO,
    Step::{Close, Publish, Refuse, Return, Sign},
    Story,
};
use crate::domain::{proposals::Topic, reviews::RefusalReason};

/// In the order they are made.
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
];
