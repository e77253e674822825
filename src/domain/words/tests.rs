use super::*;
use proptest::prelude::*;

fn stem_of(word: &str) -> String {
    analyse(word).remove(0)
}

fn lines(table: &'static str) -> impl Iterator<Item = Vec<&'static str>> {
    table
        .lines()
        .filter(|line| !line.starts_with('#') && !line.is_empty())
        .map(|line| line.split(' ').collect())
}

#[test]
fn nearly_all_forms_of_a_word_share_its_stem() {
    let mut pairs = 0;
    let mut missed = Vec::new();
    for family in lines(include_str!("inflections.txt")) {
        let base = stem_of(family[0]);
        for form in &family[1..] {
            pairs += 1;
            let stem = stem_of(form);
            if stem != base {
                missed.push(format!("{}→{base} {form}→{stem}", family[0]));
            }
        }
    }
    assert!(pairs >= 200, "only {pairs} pairs");
    let share = 1.0 - missed.len() as f64 / f64::from(pairs);
    println!(
        "{pairs} pairs, {:.1} % share a stem; missed: {missed:#?}",
        share * 100.0
    );
    assert!(share >= 0.95, "{share}: {missed:#?}");
}

#[test]
fn words_that_mean_different_things_stay_apart() {
    let merged: Vec<_> = lines(include_str!("apart.txt"))
        .filter(|pair| stem_of(pair[0]) == stem_of(pair[1]))
        .collect();
    assert!(merged.is_empty(), "{merged:?}");
}

/// Titles as [`index_text`] gives them, with what is about them, and the decision texts: the city's real data.
fn real_documents() -> Vec<[String; 3]> {
    let rows = |csv: &'static [u8]| {
        let mut reader = csv::Reader::from_reader(csv);
        reader.records().map(Result::unwrap).collect::<Vec<_>>()
    };
    let decisions: std::collections::HashMap<String, String> = rows(include_bytes!(
        "../../../assets/data/proposals/real_decisions.csv"
    ))
    .into_iter()
    .map(|row| (row[0].to_owned(), index_text(&[&row[4]])))
    .collect();
    rows(include_bytes!(
        "../../../assets/data/proposals/real_titles.csv"
    ))
    .into_iter()
    .map(|row| {
        [
            index_text(&[&row[1]]),
            index_text(&[&row[2], &row[8]]),
            decisions.get(&row[0]).cloned().unwrap_or_default(),
        ]
    })
    .collect()
}

fn document(fields: &[String; 3]) -> Document<'_> {
    Document {
        title: &fields[0],
        about: &fields[1],
        decision: &fields[2],
    }
}

#[test]
fn case_accents_and_scripts_are_folded_the_same_way() {
    assert_eq!(
        analyse("FLER Lekplatser, i Majorna-Linné!"),
        analyse("fler lekplats i majorna linné")
    );
    assert_eq!(
        index_text(&["Ga\u{308}rdet", "30-skyltar"]),
        "gärd 30 skylt"
    );
    assert_ne!(stem_of("ån"), stem_of("an"));
    assert_eq!(index_text(&["حديقة"]), "u62du62fu64au642u629");
    assert_eq!(index_text(&["Sköld\u{ad}s", "\0"]), "sköld");
}

#[test]
fn queries_leave_stop_words_out_unless_nothing_else_is_asked() {
    assert_eq!(
        query_terms("fler bänkar i parken, och bänkar"),
        ["fler", "bänk", "park"]
    );
    assert_eq!(query_terms("vad är det"), ["vad", "är", "det"]);
    assert!(query_terms(" –! ").is_empty());
}

#[test]
fn the_title_outranks_the_rest_and_a_whole_word_a_part() {
    let order = |query: &str, documents: &[[&str; 3]]| {
        let query = Query::new(query);
        let scores: Vec<f64> = documents
            .iter()
            .map(|fields| rank(&query, &document(&fields.map(|field| index_text(&[field])))))
            .collect();
        assert!(scores.is_sorted_by(|a, b| a > b), "{scores:?}");
        scores
    };
    let scores = order(
        "lekplatser",
        &[
            ["Lekplatsen i Gottsunda", "", ""],
            ["Lekplatsutrustning i Gottsunda", "", ""],
            ["Vattenlekplats i Gottsunda", "", ""],
            ["Något i Gottsunda", "Gata, park och lekplatser", ""],
            ["Något i Gottsunda", "", "Nämnden bygger en lekplats"],
            ["Lekpalts i Gottsunda", "", ""],
            ["Spårvagn till Backa", "", ""],
        ],
    );
    assert!(scores[5] > 0.0);
    assert_eq!(scores[6], 0.0);
    order(
        "cykelväg Hisingen",
        &[
            ["Cykelväg på Hisingen", "", ""],
            ["Cykelväg och cykelbana", "", "cykelväg"],
        ],
    );
}

#[test]
fn misspelt_searches_find_real_proposals() {
    let documents = real_documents();
    for (query, expected) in [
        ("hundrastgårdar", "hundrastgård"),
        ("hundrasgård", "hundrastgård"),
        ("spårvang", "spårvagn"),
        ("valhallabadet", "valhallabad"),
    ] {
        let query = Query::new(query);
        let best = documents
            .iter()
            .max_by(|a, b| rank(&query, &document(a)).total_cmp(&rank(&query, &document(b))))
            .unwrap();
        assert!(
            best[0].split(' ').any(|stem| stem.contains(expected)),
            "{expected}: {best:?}"
        );
    }
}

#[test]
fn rare_words_make_proposals_more_alike_than_common_ones() {
    let documents = real_documents();
    let mut frequencies = Frequencies::default();
    for fields in &documents {
        frequencies.add(fields[0].split(' '));
    }
    assert!(frequencies.weight("valhallabad") > 2.0 * frequencies.weight("i"));
    let likeness = |a, b| Profile::new(a).likeness(&Profile::new(b), &frequencies);
    let rare = likeness("Bevara Valhallabadet", "Rädda Valhallabadet");
    let common = likeness("Göteborg ska bli bättre", "Göteborg behöver spårvagnar");
    assert!(rare > 1.5 * common, "{rare} {common}");
    let same = likeness("Hundrastgård i Kviberg", "hundrastgården i KVIBERG");
    assert!(same > 0.85, "{same}");
}

#[test]
fn swedish_letters_sort_last() {
    let mut words = ["Öl", "Zebra", "Ärta", "ål", "apa", "Äpple", "Ö"];
    words.sort_by_key(|word| collation_key(word));
    assert_eq!(words, ["apa", "Zebra", "ål", "Äpple", "Ärta", "Ö", "Öl"]);
}

#[test]
fn trigrams_are_found_inside_compounds_and_misspellings() {
    assert_eq!(trigram_text(&["spårvagn"]), "spå pår årv rva vag agn");
    assert!(similarity("lekplats", "lekpalts") > similarity("lekplats", "badplats"));
    assert_eq!(similarity("", "–"), 0.0);
}

/// Prints what the real data cost; the figures depend on the machine, so nothing is asserted.
#[test]
fn print_the_cost_of_the_real_data() {
    let started = std::time::Instant::now();
    let documents = real_documents();
    println!(
        "analysing {} documents: {:?}",
        documents.len(),
        started.elapsed()
    );
    for text in [
        "lekplats",
        "hundrastgård i Majorna",
        "spårvang",
        "säker cykelväg till skolan",
    ] {
        let query = Query::new(text);
        let started = std::time::Instant::now();
        let found = (0..20)
            .map(|_| {
                documents
                    .iter()
                    .filter(|fields| rank(&query, &document(fields)) > 0.0)
                    .count()
            })
            .max();
        println!(
            "ranking all for {text:?}: {:?} each, {found:?} found",
            started.elapsed() / 20
        );
    }
}

proptest! {
    #[test]
    fn whatever_is_typed_is_safe_for_both_engines(text in ".{0,60}") {
        let indexed = index_text(&[&text]);
        prop_assert!(indexed.chars().all(|c| {
            c == ' ' || c.is_ascii_digit() || c.is_ascii_lowercase()
                || (matches!(c, 'ß'..='ÿ' | 'ā'..='ſ') && c.is_alphanumeric())
        }), "{indexed:?}");
        prop_assert_eq!(indexed.split(' ').filter(|stem| !stem.is_empty()).count(), analyse(&text).len());
        prop_assert!(analyse(&text).iter().all(|stem| !stem.is_empty()));
        let score = rank(&Query::new(&text), &Document { title: &indexed, ..Document::default() });
        prop_assert!(score.is_finite() && score >= 0.0);
        prop_assert!((0.0..=1.0).contains(&similarity(&text, "lekplats")));
    }

    #[test]
    fn stemming_letters_never_panics_or_empties(word in "[a-zåäöés]{1,14}") {
        let stems = analyse(&word);
        prop_assert_eq!(stems.len(), 1);
        prop_assert!(!stems[0].is_empty());
    }
}
