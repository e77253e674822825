//! The city's data come in whole, once, and as they stand.

use super::support::{TestApp, both_engines};
use torget::{
    domain::{
        display::DisplayStage, events::EventKind, ids::ProposalNumber, imports::RowReason,
        time::Day,
    },
    store::{bodies, events, imported_decisions, page_versions, proposals},
    usecases::imports::{self, CITY, ImportError, Remark, Report},
};

both_engines!(
    the_city_is_taken_in_as_it_stands,
    the_same_data_twice_change_nothing,
    what_the_data_lack_stays_unknown,
    minutes_become_events,
    a_corrected_row_is_written_and_the_rest_left,
    a_bad_row_is_named_and_nothing_is_taken_in,
    a_number_that_is_taken_is_refused,
);

const ALL: &str = "SELECT CAST(COUNT(*) AS BIGINT) FROM proposals";
const REACHED: &str = "SELECT CAST(COUNT(*) AS BIGINT) FROM proposals WHERE import_reached";
const SIGNATURES: &str = "SELECT CAST(SUM(total_count) AS BIGINT) FROM proposal_counts";
const YEAR: &str = "
    SELECT CAST(COUNT(*) AS BIGINT), CAST(COALESCE(SUM(c.total_count), 0) AS BIGINT),
        CAST(COUNT(*) FILTER (WHERE import_reached) AS BIGINT)
    FROM proposals p LEFT JOIN proposal_counts c ON c.proposal_id = p.id
    WHERE substr(p.submitted_on, 1, 4) = $1";
const VERSIONS: &str = "SELECT CAST(SUM(version) AS BIGINT) FROM proposals";
const NOTES: &str = "SELECT CAST(COUNT(*) AS BIGINT) FROM audit_entries WHERE act LIKE 'import.%'";

async fn number(app: &TestApp, sql: &'static str) -> i64 {
    let mut tx = app.env.db.begin_read().await.unwrap();
    let (number,): (i64,) = tx.query(sql).one().await.unwrap();
    number
}

async fn find(app: &TestApp, number: i64) -> proposals::Proposal {
    let mut tx = app.env.db.begin_read().await.unwrap();
    let found = proposals::find_by_number(&mut tx, ProposalNumber(number)).await;
    found.unwrap().expect("a proposal")
}

async fn city(app: &TestApp) -> Report {
    imports::import_city_data(&app.env)
        .await
        .expect("the city's data")
}

async fn the_city_is_taken_in_as_it_stands(app: TestApp) {
    let report = city(&app).await;
    assert_eq!(report.written, report.read - left_out(&report));
    assert_eq!(
        (
            number(&app, ALL).await,
            number(&app, REACHED).await,
            number(&app, SIGNATURES).await
        ),
        (1_209, 269, 105_308)
    );
    let mut tx = app.env.db.begin_read().await.unwrap();
    for (year, expected) in [
        ("2017", (449, 27_263, 60)),
        ("2018", (110, 13_916, 41)),
        ("2019", (172, 15_272, 36)),
        ("2020", (174, 18_352, 46)),
        ("2021", (179, 20_106, 53)),
        ("2022", (114, 10_399, 22)),
    ] {
        let found: (i64, i64, i64) = tx.query(YEAR).bind(year.to_owned()).one().await.unwrap();
        assert_eq!(found, expected, "{year}");
    }
    assert_eq!(bodies::list_bodies(&mut tx).await.unwrap().len(), 51);
    drop(tx);
    let most = find(&app, 839).await;
    assert_eq!(most.count, Some(1_410));
    assert!(report.remarks.iter().any(|remark| matches!(
        remark,
        Remark::Contradiction(found) if found.number == ProposalNumber(12_641)
    )));
}

/// Rows about proposals that the data do not hold.
fn left_out(report: &Report) -> usize {
    let is_left_out = |remark: &&Remark| matches!(remark, Remark::WithoutProposal { .. });
    report.remarks.iter().filter(is_left_out).count()
}

async fn the_same_data_twice_change_nothing(app: TestApp) {
    city(&app).await;
    let before = (
        number(&app, VERSIONS).await,
        number(&app, NOTES).await,
        newest(&app).await,
    );
    app.pass_days(1);
    let again = city(&app).await;
    assert_eq!(again.written, 0);
    assert_eq!(
        imports::import_proposals(&app.env, CITY.proposals)
            .await
            .unwrap()
            .written,
        0
    );
    let after = (
        number(&app, VERSIONS).await,
        number(&app, NOTES).await,
        newest(&app).await,
    );
    assert_eq!(after, before);
}

async fn newest(app: &TestApp) -> i64 {
    let mut tx = app.env.db.begin_read().await.unwrap();
    page_versions::newest(&mut tx).await.unwrap()
}

async fn what_the_data_lack_stays_unknown(app: TestApp) {
    city(&app).await;
    let unknown = find(&app, 12_879).await;
    assert_eq!(
        (
            unknown.submitted_on,
            unknown.published_on,
            unknown.closes_at,
            unknown.count,
            unknown.topic
        ),
        (None, None, None, None, None)
    );
    assert_eq!(unknown.text, None);
    assert_eq!(unknown.imported.reached, Some(true));
    let contradictory = find(&app, 12_641).await;
    assert_eq!(contradictory.count, Some(205));
    assert_eq!(
        contradictory.imported.result.as_deref(),
        Some("För få underskrifter")
    );
    let mut tx = app.env.db.begin_read().await.unwrap();
    let second = find(&app, 2).await;
    let recipients = proposals::list_recipients(&mut tx, second.id)
        .await
        .unwrap();
    assert_eq!(recipients[0].name_as_written, "Trafiknämnden");
    assert_eq!(recipients[0].name.as_deref(), Some("Stadsmiljönämnden"));
    let decision = imported_decisions::find_decision(&mut tx, second.id)
        .await
        .unwrap();
    assert!(
        decision
            .expect("a decision")
            .text
            .contains("tillskriva Västtrafik")
    );
}

async fn minutes_become_events(app: TestApp) {
    city(&app).await;
    let toys = find(&app, 12_879).await;
    let mut tx = app.env.db.begin_read().await.unwrap();
    let events = events::list_events(&mut tx, toys.id).await.unwrap();
    let kinds: Vec<EventKind> = events.iter().map(|event| event.kind).collect();
    assert_eq!(kinds[..4], [EventKind::Postponed; 4]);
    assert_eq!(kinds[4..], [EventKind::ImportedDecision; 2]);
    assert_eq!(events[0].facts.day, Day::parse("2024-04-10"));
    assert_eq!(events[5].facts.paragraph.as_deref(), Some("256"));
    assert_eq!(toys.decided_on, Day::parse("2025-03-26"));
}

const HEADER: &str = "id,title,topic,submitted,voting_ends,votes,reached_200,status,recipient,recipient_today,result,result_code,primaromrade,stadsomrade,source\n";
const ROW: &str = "7,Titel,Bygga och bo,2020-01-01,2020-04-01,5,0,Samlar underskrifter,Trafiknämnden; Okända nämnden,,,,,,export 2022-11-21\n";

async fn a_corrected_row_is_written_and_the_rest_left(app: TestApp) {
    imports::import_bodies(&app.env, CITY.bodies).await.unwrap();
    let other = ROW.replacen('7', "8", 1);
    let file = |row: &str| format!("{HEADER}{row}{other}");
    let first = imports::import_proposals(&app.env, file(ROW).as_bytes())
        .await
        .unwrap();
    assert_eq!((first.read, first.written), (2, 2));
    assert!(first.remarks.contains(&Remark::NoBodyToday {
        name: "Okända nämnden".to_owned()
    }));
    let corrected = file(&ROW.replacen(",5,", ",6,", 1));
    let second = imports::import_proposals(&app.env, corrected.as_bytes())
        .await
        .unwrap();
    assert_eq!((second.read, second.written), (2, 1));
    let (seven, eight) = (find(&app, 7).await, find(&app, 8).await);
    assert_eq!((seven.count, seven.version), (Some(6), 2));
    assert_eq!((eight.count, eight.version), (Some(5), 1));
    assert_eq!(seven.imported.seen_on, Day::parse("2022-11-21"));
    assert_eq!(number(&app, NOTES).await, 3);
    let mut tx = app.env.db.begin_read().await.unwrap();
    let shown: (DisplayStage,) = tx.query(SHOWN).one().await.unwrap();
    assert_eq!(shown.0, DisplayStage::LastKnownCollecting);
}

const SHOWN: &str = "SELECT shown_stage FROM proposals WHERE number = 7";

async fn a_bad_row_is_named_and_nothing_is_taken_in(app: TestApp) {
    let bad = format!(
        "{HEADER}{ROW}{}",
        ROW.replacen("7,", "9,", 1)
            .replacen("2020-04-01", "i våras", 1)
    );
    let Err(ImportError::Rows(rows)) = imports::import_proposals(&app.env, bad.as_bytes()).await
    else {
        panic!("a bad row was taken in");
    };
    assert_eq!(
        (rows[0].line, rows[0].column.as_str(), rows[0].reason),
        (3, "voting_ends", RowReason::NotADay)
    );
    assert_eq!(number(&app, ALL).await, 0);
}

const TAKE: &str = "UPDATE proposals SET origin = 'own' WHERE number = 7";

async fn a_number_that_is_taken_is_refused(app: TestApp) {
    let file = format!("{HEADER}{ROW}");
    imports::import_proposals(&app.env, file.as_bytes())
        .await
        .unwrap();
    let mut tx = app.env.db.begin().await.unwrap();
    tx.query(TAKE).execute().await.unwrap();
    tx.commit().await.unwrap();
    let two = format!("{file}{}", ROW.replacen('7', "8", 1));
    let refused = imports::import_proposals(&app.env, two.as_bytes()).await;
    assert!(matches!(refused, Err(ImportError::Taken(taken)) if taken == [ProposalNumber(7)]));
    assert_eq!(number(&app, ALL).await, 1);
}
