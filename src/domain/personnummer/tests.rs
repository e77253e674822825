use super::*;

fn today() -> Day {
    Day::new(2026, 11, 21).unwrap()
}

fn read(text: &str) -> Result<Personnummer, PersonnummerFault> {
    Personnummer::parse(text, today())
}

/// The number's digits or the fault, which unlike the number can be shown.
fn shown(text: &str, today: Day) -> Result<String, PersonnummerFault> {
    Personnummer::parse(text, today).map(|n| String::from_utf8(n.reveal().to_vec()).unwrap())
}

/// Ten digits with the right check digit, for rules that no test number reaches.
fn checked(nine: &str) -> String {
    (0..10)
        .map(|check| format!("{nine}{check}"))
        .find(|ten| is_checked(ten.as_bytes()))
        .unwrap()
}

#[test]
fn all_official_test_numbers_are_accepted() {
    assert_eq!(test_numbers().count(), 2_938 + 2_264);
    for (at, number) in test_numbers().enumerate() {
        let read = read(number).unwrap_or_else(|fault| panic!("line {at}: {fault}"));
        assert_eq!(read.is_samordningsnummer(), at >= 2_938, "line {at}");
        assert!(read.is_test_number());
    }
}

#[test]
fn any_single_wrong_digit_among_the_last_ten_is_refused() {
    for number in test_numbers() {
        let mut digits = number.as_bytes().to_vec();
        for at in 2..12 {
            let right = digits[at];
            for wrong in (b'0'..=b'9').filter(|digit| *digit != right) {
                digits[at] = wrong;
                let text = std::str::from_utf8(&digits).unwrap();
                assert!(read(text).is_err(), "digit {at} may be changed");
            }
            digits[at] = right;
        }
    }
}

#[test]
fn unknown_month_and_day_are_for_samordningsnummer_only() {
    let open = test_numbers().filter(|n| &n[4..6] == "00" || &n[6..8] == "60");
    let read_open: Vec<Personnummer> = open
        .map(|n| read(n).unwrap_or_else(|f| panic!("{f}")))
        .collect();
    assert!(read_open.len() >= 132);
    assert!(
        read_open
            .iter()
            .all(|n| n.born_on().is_none() && n.age_on(today()).is_none())
    );
    for nine in [
        "850012123",
        "850400123",
        "850231123",
        "850631123",
        "851301123",
        "850432123",
        "850492123",
        "852001123",
    ] {
        assert_eq!(
            read(&checked(nine)).err(),
            Some(PersonnummerFault::Date),
            "{nine}"
        );
    }
}

#[test]
fn ten_digits_find_their_century() {
    let born = |text: &str| shown(text, today()).map(|digits| digits[..8].to_owned());
    let ten = checked("850412123");
    let (birth, last) = ten.split_at(6);
    for written in [
        ten.clone(),
        format!("{birth}-{last}"),
        format!("{birth} – {last}").replace(' ', ""),
    ] {
        assert_eq!(born(&written), Ok("19850412".into()), "{written}");
    }
    let born_then = |nine: &str, sign: &str| {
        let ten = checked(nine);
        born(&format!("{}{sign}{}", &ten[..6], &ten[6..]))
    };
    assert_eq!(born_then("261121123", "-"), Ok("20261121".into()));
    assert_eq!(born_then("261122123", "-"), Ok("19261122".into()));
    assert_eq!(born_then("261122123", "+"), Ok("19261122".into()));
    assert_eq!(born_then("200229123", "+"), Ok("19200229".into()));
    assert_eq!(born_then("990101123", "+"), Ok("18990101".into()));
}

#[test]
fn what_is_not_written_as_a_number_is_refused() {
    let number = test_numbers().next().unwrap();
    for text in [
        "",
        "-",
        "19",
        &number[1..],
        &format!("{number}1"),
        &format!("-{number}"),
        &format!("{}--{}", &number[..8], &number[8..]),
        &format!("{}-{}", &number[..7], &number[7..]),
        "8504TF1234",
        "１９８５０４１２１２３４",
    ] {
        assert_eq!(read(text).err(), Some(PersonnummerFault::Shape), "{text}");
    }
    let spaced = format!(" {} - {} ", &number[..8], &number[8..]);
    assert_eq!(read(&spaced).map(|n| n.is_test_number()), Ok(true));
}

#[test]
fn nobody_is_born_ahead_or_before_there_were_numbers() {
    let ten = checked("850412123");
    for century in ["20", "29", "17", "00"] {
        assert_eq!(
            read(&format!("{century}{ten}")).err(),
            Some(PersonnummerFault::Year),
            "{century}"
        );
    }
}

#[test]
fn age_changes_on_the_birthday() {
    let number = test_numbers().find(|n| &n[4..8] == "0228").unwrap();
    let person = read(number).unwrap_or_else(|fault| panic!("{fault}"));
    let born = person.born_on().unwrap();
    let on = |month, day| person.age_on(Day::new(born.year() + 18, month, day).unwrap());
    assert_eq!(
        (on(2, 27), on(2, 28), on(12, 31)),
        (Some(17), Some(18), Some(18))
    );
}

#[test]
fn the_next_to_last_digit_tells_the_legal_sex() {
    let sex = |nine: &str| read(&checked(nine)).map(|n| n.legal_sex());
    assert_eq!(sex("850412123"), Ok(LegalSex::Male));
    assert_eq!(sex("850412124"), Ok(LegalSex::Female));
}

#[test]
fn service_takes_real_numbers_and_the_demo_test_numbers() {
    let is_admitted = |text: &str, admitted| read(text).and_then(|n| n.admit(admitted)).map(|_| ());
    let listed = test_numbers().nth(1_000).unwrap();
    assert_eq!(
        is_admitted(listed, Admitted::Real),
        Err(PersonnummerFault::TestNumber)
    );
    assert_eq!(is_admitted(listed, Admitted::Test), Ok(()));
    let unlisted = (100..1_000)
        .map(|serial| checked(&format!("850412{serial}")))
        .find(|ten| read(ten).is_ok_and(|n| !n.is_test_number()))
        .unwrap();
    assert_eq!(is_admitted(&unlisted, Admitted::Real), Ok(()));
    assert_eq!(
        is_admitted(&unlisted, Admitted::Test),
        Err(PersonnummerFault::NotTestNumber)
    );
}
