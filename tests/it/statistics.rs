//! What is counted adds up, is told alike as page and as file, and never tells about fewer than five people.

use crate::support::{TestApp, both_engines, page::Page};
use std::collections::HashMap;
use torget::{
    domain::{
        ids::{BodyId, CaseId, ProposalId},
        permissions::Role,
        statistics::Filter,
        time::{Day, Timestamp},
    },
    i18n::Locale,
    store::statistics,
    usecases::imports,
    web::{layout::Frame, statistics::report::Report},
};

both_engines!(
    the_citys_figures_add_up,
    the_years_are_those_of_the_source,
    a_choice_is_kept_in_the_address,
    nothing_to_count_helps_onward,
    what_was_made_for_the_demo_is_left_out,
    small_counts_of_people_are_hidden_also_against_subtraction,
    signers_are_told_when_their_quarter_is_over,
    a_quarter_waits_for_its_last_closing,
    the_time_to_a_decision_counts_cases_made_here,
    words_of_others_are_no_formulas,
    the_report_is_for_those_who_read_figures,
    the_report_of_an_imported_year_says_what_is_missing,
    the_report_tells_of_proposers_when_the_year_is_over,
);

const CLOSE: &str = "
    UPDATE proposals SET stage = 'closed_reached', shown_stage = 'at_body', closed_at = $2, reached_at = $2
    WHERE id = $1";
const TALLY: &str = "
    INSERT INTO signature_tallies (proposal_id, signed_on, residence, level, count)
    VALUES ($1, '2026-08-01', $2, 'email', $3)";
const MAKE_DEMO: &str = "UPDATE proposals SET origin = 'demo' WHERE id = $1";
const ADD_RECIPIENT: &str = "
    INSERT INTO proposal_bodies (proposal_id, position, body_id, name_as_written, is_coordinating)
    VALUES ($1, 0, $2, $3, FALSE)";
const ADD_CASE: &str = "
    INSERT INTO cases (id, proposal_id, body_id, is_coordinating, stage, version, received_on, first_outcome,
        first_decided_on, final_outcome, final_decided_on, created_at, changed_at)
    VALUES ($1, $2, $3, TRUE, 'decided', 1, $4, $5, $6, $7, $8, 0, 0)";

const DESCRIBE_AUTHOR: &str = "
    UPDATE proposals SET author_residence = $2, author_age_band = $3, author_gender = 'woman' WHERE id = $1";

async fn city(app: &TestApp) {
    imports::import_city_data(&app.env)
        .await
        .expect("the city's data");
}

async fn show(app: &TestApp, query: &str) -> Page {
    let page = app.browser().get(&format!("/sv/statistik{query}")).await;
    page.assert_ok()
}

/// The rows of a file, without its heading; fails unless it is what Swedish Excel opens.
async fn file(app: &TestApp, name: &str, query: &str) -> Vec<Vec<String>> {
    let address = format!("/sv/statistik/{name}.csv{query}");
    let page = app.browser().get(&address).await.assert_ok();
    assert_eq!(
        page.header("content-type"),
        Some("text/csv; charset=utf-8; header=present")
    );
    let disposition = format!("attachment; filename=\"torget-{name}.csv\"");
    assert_eq!(page.header("content-disposition"), Some(&*disposition));
    let text = page.html().strip_prefix('\u{feff}').expect("a mark");
    text.split_terminator("\r\n")
        .skip(1)
        .map(|row| row.split(';').map(str::to_owned).collect())
        .collect()
}

async fn run(app: &TestApp, sql: &'static str, id: ProposalId) {
    let mut tx = app.env.db.begin().await.unwrap();
    tx.query(sql).bind(id).execute().await.unwrap();
    tx.commit().await.unwrap();
}

fn at(text: &str) -> Timestamp {
    Timestamp::parse(text).expect("an instant")
}

/// A proposal that was closed at an instant, with signers by residence.
async fn closed(app: &TestApp, number: i64, when: &str, signers: &[(&str, i64)]) -> ProposalId {
    let id = app.open_proposal(number).await;
    let mut tx = app.env.db.begin().await.unwrap();
    let close = tx.query(CLOSE).bind(id).bind(at(when));
    close.execute().await.unwrap();
    for (residence, count) in signers {
        let tally = tx.query(TALLY).bind(id).bind((*residence).to_owned());
        tally.bind(*count).execute().await.unwrap();
    }
    tx.commit().await.unwrap();
    id
}

async fn the_citys_figures_add_up(app: TestApp) {
    city(&app).await;
    let mut tx = app.env.db.begin_read().await.unwrap();
    let summary = statistics::summary(&mut tx).await.unwrap();
    drop(tx);
    assert_eq!(
        (
            summary.proposals,
            summary.reached_threshold,
            summary.signatures
        ),
        (1_209, 269, 105_308)
    );
    let page = show(&app, "").await;
    let figures = page.select(".figures dd.figure");
    assert_eq!(
        figures,
        ["1\u{a0}209", "269", "105\u{a0}308", "225"].map(|shown| shown.replace('\u{a0}', " "))
    );
    page.assert_says("11 förslag saknar datum i källan");
    for name in ["ar", "amnen"] {
        let rows = file(&app, name, "").await;
        let last = rows.last().expect("rows");
        assert_eq!(last[..3], ["Alla", "1209", "269"], "{name}");
        let sum = |column: usize| -> i64 {
            let cells = rows[..rows.len() - 1].iter().map(|row| &row[column]);
            cells.map(|cell| cell.parse::<i64>().unwrap_or(0)).sum()
        };
        assert_eq!((sum(1), sum(2), sum(4)), (1_209, 269, 105_308), "{name}");
    }
}

async fn the_years_are_those_of_the_source(app: TestApp) {
    city(&app).await;
    let rows = file(&app, "ar", "").await;
    let expected = [
        ["2017", "449", "60", "27263"],
        ["2018", "110", "41", "13916"],
        ["2019", "172", "36", "15272"],
        ["2020", "174", "46", "18352"],
        ["2021", "179", "53", "20106"],
        ["2022", "114", "22", "10399"],
        ["Utan år", "11", "11", "0"],
    ];
    let found: Vec<[&str; 4]> = rows[..rows.len() - 1]
        .iter()
        .map(|row| [&*row[0], &*row[1], &*row[2], &*row[4]])
        .collect();
    assert_eq!(found, expected);
    let answers = file(&app, "utfall", "?ar=2017").await;
    assert_eq!(answers[0][..5], ["2017", "5", "15", "35", "5"]);
    imports::import_city_data(&app.env).await.expect("again");
    assert_eq!(file(&app, "ar", "").await, rows);
}

async fn a_choice_is_kept_in_the_address(app: TestApp) {
    city(&app).await;
    let page = show(&app, "?ar=2019&amne=school").await;
    assert_eq!(
        page.select("option[selected]"),
        ["2019", "Skola och utbildning"]
    );
    let form = page.form("form.filter-row");
    let again = app.browser().send(&form).await.assert_ok();
    assert_eq!(
        again.select("option[selected]"),
        ["2019", "Skola och utbildning"]
    );
    let link = page.attribute("#per-amne ~ p a[download]", "href");
    let link = link.expect("a file");
    assert_eq!(link, "/sv/statistik/amnen.csv?ar=2019&amne=school");
    let rows = file(&app, "amnen", "?ar=2019&amne=school").await;
    let shown = page.select(".figures dd.figure");
    assert_eq!(rows.last().unwrap()[1], shown[0]);
    assert_eq!(rows.len(), 2, "one topic and all");
    assert_eq!(
        show(&app, "?ar=x&amne=x")
            .await
            .select(".figures dd.figure")[1],
        "269"
    );
}

async fn nothing_to_count_helps_onward(app: TestApp) {
    let page = show(&app, "?ar=1999").await;
    let page = page.assert_says("Inga förslag passar");
    assert_eq!(page.link("Visa alla förslag"), "/sv/statistik");
    app.browser()
        .get("/sv/statistik/x.csv")
        .await
        .assert_not_found();
    app.browser().get("/en/statistik").await.assert_ok();
}

async fn what_was_made_for_the_demo_is_left_out(app: TestApp) {
    app.open_proposal_with(20_001, 7).await;
    let demo = app.open_proposal_with(90_001, 100).await;
    run(&app, MAKE_DEMO, demo).await;
    for query in ["", "?exempel=1"] {
        let shown = show(&app, query).await.select(".figures dd.figure");
        assert_eq!(shown[..3], ["1", "0", "7"], "{query}: not the demo");
    }
    let mut tx = app.env.db.begin_read().await.unwrap();
    let facts = statistics::list_facts(&mut tx, true).await.unwrap();
    let count: i64 = facts.iter().map(|fact| fact.totals.signatures).sum();
    assert_eq!(count, 107, "the demo counts them when asked");
    assert_eq!(statistics::summary(&mut tx).await.unwrap().proposals, 1);
}

/// Which counts are told of a stadsområde and its mellanområden.
fn told(rows: &[Vec<String>], stad: &str) -> HashMap<String, Option<i64>> {
    let own = rows.iter().filter(|row| row[0] == stad);
    own.map(|row| (row[1].clone(), row[2].parse().ok()))
        .collect()
}

async fn small_counts_of_people_are_hidden_also_against_subtraction(app: TestApp) {
    city(&app).await;
    let signers = [
        ("10", 40),
        ("11", 3),
        ("50", 50),
        ("30", 60),
        ("31", 22),
        ("not_stated", 17),
        ("will_not_say", 2),
        ("not_in_goteborg", 9),
    ];
    closed(&app, 20_001, "2026-08-15T22:00:00Z", &signers).await;
    let rows = file(&app, "underskrifter", "").await;
    let total: i64 = signers.iter().map(|(_, count)| count).sum();
    assert_eq!(rows.last().unwrap()[2], total.to_string());
    let counts: Vec<&str> = rows.iter().map(|row| &*row[2]).collect();
    for small in ["0", "1", "2", "3", "4"] {
        assert!(!counts.contains(&small), "{small} in {counts:?}");
    }
    let elsewhere = ["Ej angivet", "Vill inte svara", "Bor inte i Göteborg"];
    for word in elsewhere {
        assert!(
            rows.iter().any(|row| row[0] == word),
            "{word} is always there"
        );
    }
    assert_eq!(told(&rows, "Vill inte svara")[""], None);
    // Whatever is summed up from what is told, what remains is never one cell nor fewer than five.
    let wholes: Vec<(&str, Option<i64>)> = rows
        .iter()
        .filter(|row| row[1] == "Hela stadsområdet" || elsewhere.contains(&&*row[0]))
        .map(|row| (&*row[0], row[2].parse().ok()))
        .collect();
    assert_eq!(wholes.len(), 7);
    assert_remainder(total, wholes.iter().map(|(_, count)| *count));
    for (stad, whole) in wholes {
        let mut parts = told(&rows, stad);
        parts.remove("Hela stadsområdet");
        match whole {
            Some(whole) if !elsewhere.contains(&stad) => {
                assert_remainder(whole, parts.into_values());
            }
            Some(_) => {}
            None => assert!(parts.into_values().all(|part| part.is_none()), "{stad}"),
        }
    }
    let page = show(&app, "").await;
    let cells = page.select("#underskrifter tbody tr");
    assert_eq!(cells.len(), rows.len());
    for (cells, row) in cells.iter().zip(&rows) {
        assert_eq!(
            cells.contains("visas inte"),
            row[2] == "visas inte",
            "{cells}"
        );
    }
    let narrowed = file(&app, "underskrifter", "?ar=2026&amne=school").await;
    assert_eq!(narrowed, rows, "a narrower table could be subtracted");
}

fn assert_remainder(total: i64, cells: impl Iterator<Item = Option<i64>>) {
    let cells: Vec<Option<i64>> = cells.collect();
    let hidden = cells.iter().filter(|cell| cell.is_none()).count();
    let shown: i64 = cells.iter().flatten().sum();
    assert!(
        hidden == 0 && shown == total || hidden >= 2 && total - shown >= 5,
        "{total}: {cells:?}"
    );
}

async fn signers_are_told_when_their_quarter_is_over(app: TestApp) {
    city(&app).await;
    closed(
        &app,
        20_001,
        "2026-11-20T23:00:00Z",
        &[("10", 30), ("50", 12)],
    )
    .await;
    let page = show(&app, "").await;
    page.assert_says("Det här kvartalets siffror kommer när det är slut, 1 januari 2027.");
    assert!(file(&app, "underskrifter", "").await.is_empty());
    app.pass_days(41);
    let rows = file(&app, "underskrifter", "").await;
    assert_eq!(rows.last().unwrap()[2], "42");
    closed(&app, 20_002, "2027-01-02T23:00:00Z", &[("10", 9)]).await;
    assert_eq!(
        file(&app, "underskrifter", "").await,
        rows,
        "no table grows"
    );
    assert_eq!(file(&app, "underskrifter", "?kvartal=2026-4").await, rows);
    assert!(
        file(&app, "underskrifter", "?kvartal=2027-1")
            .await
            .is_empty()
    );
}

async fn a_quarter_waits_for_its_last_closing(app: TestApp) {
    city(&app).await;
    app.open_proposal(20_002).await;
    closed(
        &app,
        20_001,
        "2026-11-20T23:00:00Z",
        &[("10", 30), ("50", 12)],
    )
    .await;
    app.pass_days(140);
    let rows = file(&app, "underskrifter", "").await;
    assert_eq!(
        rows.last().map(|row| &*row[2]),
        Some("42"),
        "what closes later belongs to a later quarter"
    );
    assert!(
        file(&app, "underskrifter", "?kvartal=2027-1")
            .await
            .is_empty()
    );
}

async fn the_time_to_a_decision_counts_cases_made_here(app: TestApp) {
    city(&app).await;
    let body = app.body("Provnämnden").await;
    let decided = [
        ("2026-01-10", Some(("carry_out", "2026-01-20")), None),
        (
            "2026-01-10",
            Some(("investigate", "2026-01-20")),
            Some("2026-03-01"),
        ),
        ("2026-01-10", Some(("investigate", "2026-01-20")), None),
        ("2026-11-01", None, None),
    ];
    for (number, (received, first, last)) in (20_001..).zip(decided) {
        let id = closed(&app, number, "2026-01-09T23:00:00Z", &[]).await;
        add_case(&app, id, body, received, first, last).await;
    }
    let page = show(&app, "").await;
    page.assert_says("Hälften av svaren kom inom 30 dagar från att nämnden fick förslaget (2 avgjorda ärenden). 2 väntar.");
    let rows = file(&app, "namnder", "").await;
    let own = rows
        .iter()
        .find(|row| row[0] == "Provnämnden")
        .expect("a row");
    assert_eq!(own[3..], ["4", "2", "2", "30", "315"]);
    let imported = rows
        .iter()
        .find(|row| row[0] == "Stadsmiljönämnden")
        .expect("a row");
    assert_eq!(
        imported[3..],
        ["", "", "", "", ""],
        "imported rows have no clock"
    );
    let of_2017 = file(&app, "namnder", "?ar=2017").await;
    assert!(of_2017.iter().all(|row| row[0] != "Provnämnden"));
}

async fn add_case(
    app: &TestApp,
    proposal: ProposalId,
    body: BodyId,
    received: &str,
    first: Option<(&str, &str)>,
    last: Option<&str>,
) {
    let day = |text: &str| Day::parse(text).expect("a day");
    let mut tx = app.env.db.begin().await.unwrap();
    let recipient = tx.query(ADD_RECIPIENT).bind(proposal).bind(body);
    recipient
        .bind("Provnämnden".to_owned())
        .execute()
        .await
        .unwrap();
    tx.query(ADD_CASE)
        .bind(CaseId(app.env.ids.uuid()))
        .bind(proposal)
        .bind(body)
        .bind(day(received))
        .bind(first.map(|(outcome, _)| outcome.to_owned()))
        .bind(first.map(|(_, on)| day(on)))
        .bind(last.map(|_| "not_now".to_owned()))
        .bind(last.map(day))
        .execute()
        .await
        .unwrap();
    tx.commit().await.unwrap();
}

async fn words_of_others_are_no_formulas(app: TestApp) {
    let id = app.open_proposal(20_001).await;
    let mut tx = app.env.db.begin().await.unwrap();
    let recipient = tx.query(ADD_RECIPIENT).bind(id).bind(None::<BodyId>);
    recipient
        .bind("=HYPERLINK(A1)".to_owned())
        .execute()
        .await
        .unwrap();
    tx.commit().await.unwrap();
    let rows = file(&app, "namnder", "").await;
    assert_eq!(rows[0][0], "'=HYPERLINK(A1) (finns inte längre)");
    let mut tx = app.env.db.begin_read().await.unwrap();
    let received = statistics::list_received(&mut tx, Filter::default()).await;
    assert_eq!(received.unwrap()[0].proposals, 1);
}

async fn the_report_is_for_those_who_read_figures(app: TestApp) {
    let body = app.body("Provnämnden").await;
    let address = "/sv/personal/rapport";
    for (number, role, at) in [
        (1, Role::Moderator, None),
        (2, Role::Handlaggare, Some(body)),
        (3, Role::Administrator, None),
    ] {
        let mut browser = app.staff(number, role, at).await;
        browser.get(address).await.assert_not_found();
    }
    let mut analyst = app.staff(4, Role::Analyst, None).await;
    let page = analyst.get(address).await.assert_ok();
    assert_eq!(page.heading(), "Göteborgsförslaget 2026");
    assert_eq!(page.select("#antal tbody tr")[0], "Nya konton 4");
    let page =
        page.assert_says("Året är inte slut. Siffrorna gäller till och med 21 november 2026.");
    page.assert_says("visas när året är slut, från 1 januari 2027");
    let mut coordinator = app.staff(5, Role::Coordinator, None).await;
    let start = coordinator.get("/sv/personal").await.assert_ok();
    let of_year = |year| format!("{address}?ar={year}");
    assert_eq!(start.link("Rapporten för 2025"), of_year(2025));
    assert_eq!(start.link("2026 så här långt"), of_year(2026));
    let file = coordinator.get("/sv/personal/rapport.csv?ar=2026").await;
    assert_eq!(
        file.header("content-disposition"),
        Some("attachment; filename=\"torget-rapport-2026.csv\"")
    );
    assert!(file.text().contains("Nya konton;5"), "{}", file.text());
    let mut moderator = app.staff(6, Role::Moderator, None).await;
    moderator
        .get("/sv/personal/rapport.csv")
        .await
        .assert_not_found();
    coordinator
        .get("/sv/personal/rapport?ar=1700")
        .await
        .assert_says("Det finns inga uppgifter");
}

async fn text_of(app: &TestApp, year: i16) -> String {
    let mut tx = app.env.db.begin_read().await.unwrap();
    let report = Report::read(&mut tx, year, false, app.env.now()).await;
    let report = report.unwrap().expect("a year");
    report.text(&Frame::new(Locale::Sv, "/personal/rapport", app.env.now()))
}

/// The number at the end of the line that begins with these words.
#[track_caller]
fn line(text: &str, words: &str) -> String {
    let wanted = format!("{words}  ");
    let found = text.lines().find(|line| line.starts_with(&wanted));
    let found = found.unwrap_or_else(|| panic!("no line {words:?} in {text}"));
    found
        .split_whitespace()
        .last()
        .unwrap_or_default()
        .to_owned()
}

async fn the_report_of_an_imported_year_says_what_is_missing(app: TestApp) {
    city(&app).await;
    let text = text_of(&app, 2019).await;
    assert!(text.contains("stadens öppna data, som slutar 21 november 2022"));
    for (words, number) in [
        ("Nya konton", "–"),
        ("Inkomna förslag", "–"),
        ("Publicerade förslag", "172"),
        ("Nådde gränsen", "36"),
        ("Genomförs inte", "30"),
    ] {
        assert_eq!(line(&text, words), number, "{words}");
    }
    assert!(text.contains("Det finns inga uppgifter om dem som lämnade årets förslag."));
    let most = text.split("Flest underskrifter").nth(1).expect("the list");
    assert_eq!(
        most.lines()
            .take_while(|line| !line.starts_with("Vilka"))
            .filter(|line| line.contains("  "))
            .count(),
        11
    );
    let empty = text_of(&app, 2024).await;
    assert!(empty.contains("Det finns inga uppgifter om förslag från 2024."));
    assert!(
        empty.contains("protokoll visar dessutom"),
        "decisions of 2024: {empty}"
    );
}

async fn the_report_tells_of_proposers_when_the_year_is_over(app: TestApp) {
    city(&app).await;
    let authors = [
        ("10", "19_65", 12),
        ("11", "0_18", 2),
        ("50", "66_plus", 7),
        ("not_stated", "19_65", 9),
    ];
    let mut number = 20_000;
    for (residence, age, count) in authors {
        for _ in 0..count {
            number += 1;
            let id = app.open_proposal(number).await;
            let mut tx = app.env.db.begin().await.unwrap();
            let author = tx
                .query(DESCRIBE_AUTHOR)
                .bind(id)
                .bind(residence.to_owned());
            author.bind(age.to_owned()).execute().await.unwrap();
            tx.commit().await.unwrap();
        }
    }
    let people = "Årets förslag efter ålder";
    assert!(!text_of(&app, 2026).await.contains(people));
    app.pass_days(41);
    let text = text_of(&app, 2026).await;
    assert_eq!(line(&text, "Inkomna förslag"), "30");
    let ages = text.split(people).nth(1).expect("ages");
    let ages = ages
        .split("Årets förslag efter kön")
        .next()
        .expect("before genders");
    assert!(ages.contains("19–65 år") && ages.contains("21"), "{ages}");
    assert!(
        !ages.contains(" 2 ") && !ages.contains(" 7 "),
        "9 less 7 would tell the 2: {ages}"
    );
    let places = text
        .split("efter var den som lämnade dem bor")
        .nth(1)
        .expect("places");
    let places = places.split(people).next().expect("before ages");
    for small in ["  2\n", "  0\n"] {
        assert!(!places.contains(small), "{places}");
    }
}
