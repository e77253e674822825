//! Files with something wrong in them.

use super::*;

/// A small file with the real header, then these rows.
fn titles(rows: &str) -> Vec<u8> {
    let header = TITLES.split(|byte| *byte == b'\n').next().unwrap();
    [header, b"\n", rows.as_bytes()].concat()
}

fn faults(bytes: &[u8]) -> Vec<(u64, String, RowReason)> {
    let found = parse_proposals(bytes).expect_err("nothing was found wrong");
    found
        .into_iter()
        .map(|fault| (fault.line, fault.column, fault.reason))
        .collect()
}

const ROW: &str = "7,Titel,Bygga och bo,2020-01-01,2020-04-01,5,0,Godkänd arkiverad,,,För få underskrifter,below_threshold,,,källa\n";

#[test]
fn every_fault_of_a_file_is_told_with_line_and_column() {
    let bad = "x,,Bygge,2020-13-01,1/4 2020,-5,ja,Öppen,,,?,won,1,abc,\n";
    let found = faults(&titles(&format!("{ROW}{bad}")));
    let columns: Vec<_> = found
        .iter()
        .map(|(line, column, reason)| {
            assert_eq!(*line, 3);
            (column.as_str(), *reason)
        })
        .collect();
    for expected in [
        ("id", RowReason::NotANumber),
        ("title", RowReason::Empty),
        ("topic", RowReason::UnknownWord),
        ("submitted", RowReason::NotADay),
        ("voting_ends", RowReason::NotADay),
        ("votes", RowReason::NotANumber),
        ("reached_200", RowReason::UnknownWord),
        ("status", RowReason::UnknownWord),
        ("result_code", RowReason::UnknownWord),
        ("primaromrade", RowReason::UnknownWord),
        ("stadsomrade", RowReason::UnknownWord),
        ("source", RowReason::Empty),
    ] {
        assert!(columns.contains(&expected), "{expected:?} in {columns:?}");
    }
}

#[test]
fn each_fault_is_told_once() {
    let found = faults(&titles(&format!("{ROW}{}", ROW.replacen('7', "x", 1))));
    assert_eq!(found, [(3, "id".to_owned(), RowReason::NotANumber)]);
    assert_eq!(
        faults(&titles(&format!("{ROW}{ROW}"))),
        [(3, "id".to_owned(), RowReason::Duplicate)]
    );
}

#[test]
fn spreadsheets_marks_and_line_ends_do_not_matter() {
    let plain = parse_proposals(&titles(ROW)).unwrap();
    let text = String::from_utf8(titles(ROW)).unwrap();
    let windows = format!("\u{feff}{}", text.replace('\n', "\r\n"));
    assert_eq!(parse_proposals(windows.as_bytes()).unwrap(), plain);
    let reordered = "source,id,title,topic,submitted,voting_ends,votes,reached_200,status,recipient,result,result_code,primaromrade,stadsomrade\nkälla,7,Titel,Bygga och bo,2020-01-01,2020-04-01,5,0,Godkänd arkiverad,,För få underskrifter,below_threshold,,";
    assert_eq!(parse_proposals(reordered.as_bytes()).unwrap(), plain);
}

#[test]
fn files_that_are_no_such_table_are_refused() {
    assert_eq!(faults(&titles("")), [(1, String::new(), RowReason::NoRows)]);
    assert_eq!(faults(b"").len(), 14);
    let header = faults(b"id;title;topic\n1;a;b\n");
    assert!(
        header
            .iter()
            .all(|(line, _, reason)| (*line, *reason) == (1, RowReason::ColumnMissing))
    );
    let twice = String::from_utf8(titles(ROW))
        .unwrap()
        .replacen("recipient_today", "id", 1);
    assert_eq!(
        faults(twice.as_bytes()),
        [(1, "id".to_owned(), RowReason::ColumnTwice)]
    );
    assert_eq!(
        faults(&titles(&format!("{ROW}8,Kort\n"))),
        [(3, String::new(), RowReason::FieldCount)]
    );
    let open = format!("{ROW}8,\"Titel,Bygga och bo\n{ROW}");
    assert_eq!(
        faults(&titles(&open)),
        [(3, String::new(), RowReason::UnclosedQuote)]
    );
    let nul = ROW.replacen("Titel", "Ti\0tel", 1);
    assert_eq!(
        faults(&titles(&nul)),
        [(2, "title".to_owned(), RowReason::ControlCharacter)]
    );
    let mut latin = titles(ROW);
    let at = latin
        .windows(5)
        .position(|bytes| bytes == b"Titel")
        .unwrap();
    latin[at] = 0xe5;
    assert_eq!(
        faults(&latin),
        [(2, "title".to_owned(), RowReason::NotUtf8)]
    );
    assert!(
        faults(b"\xff\xfei\0d\0")
            .iter()
            .any(|fault| fault.2 == RowReason::NotUtf8)
    );
}

#[test]
fn neither_blank_lines_nor_lines_inside_quotation_marks_shift_the_line_numbers() {
    let two_lines = ROW.replacen("Titel", "\"Ti\ntel\"", 1);
    let found = faults(&titles(&format!(
        "{two_lines}{}",
        ROW.replacen('7', "0", 1)
    )));
    assert_eq!(found, [(4, "id".to_owned(), RowReason::NotANumber)]);
    for end in ["\n", "\r\n", "\r"] {
        let text = String::from_utf8(titles(&format!("\n{ROW}\n\n0{ROW}"))).unwrap();
        let found = faults(text.replace("07,", "0,").replace('\n', end).as_bytes());
        assert_eq!(
            found,
            [(6, "id".to_owned(), RowReason::NotANumber)],
            "{end:?}"
        );
    }
}

proptest! {
    #[test]
    fn any_bytes_give_rows_or_faults_and_never_both(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        if let Err(found) = parse_proposals(&bytes) {
            prop_assert!(!found.is_empty());
        }
    }
}
