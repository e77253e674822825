//! A light Swedish stemmer: it takes off inflection (number, definiteness, genitive, the commonest verb and adjective
//! endings) and never derivation, so that *lekplats* finds *lekplatsernas* but *park* does not find *parkering*.
//!
//! It was tuned against `inflections.txt`; words that must stay apart are in `apart.txt`. A stem is nearly always a
//! beginning of the word, so that prefix search for the stem still finds compounds.

/// Words whose forms no rule gives, whole words only.
const WORDS: &[(&str, &str)] = &[
    ("ön", "ö"),
    ("öar", "ö"),
    ("öarna", "ö"),
    ("ån", "å"),
    ("åar", "å"),
    ("stort", "stor"),
    ("större", "stor"),
    ("störst", "stor"),
    ("grönt", "grön"),
    ("nya", "ny"),
    ("nytt", "ny"),
    ("fria", "fri"),
    ("fritt", "fri"),
    ("största", "stor"),
    ("bättre", "bra"),
    ("bästa", "bra"),
    ("gamla", "gammal"),
    ("gammalt", "gammal"),
    ("lilla", "lit"),
    ("villa", "villa"),
    ("villan", "villa"),
    ("villor", "villa"),
    ("villorna", "villa"),
    ("majorna", "majorn"),
    ("majornas", "majorn"),
    ("förena", "fören"),
    ("nära", "nära"),
    ("åter", "åter"),
    ("vidare", "vidare"),
    ("bäst", "bra"),
    ("fler", "fler"),
    ("flera", "fler"),
    ("säkert", "säk"),
    ("osäkert", "osäk"),
    ("vackert", "vack"),
    ("rött", "röd"),
    ("barns", "barn"),
    ("privata", "priv"),
    ("skor", "sko"),
    ("skorna", "sko"),
    ("skon", "sko"),
    ("träet", "trä"),
];

/// Endings with a changed vowel or a lost one, also at the end of compounds (*innerstäder*, *badstränder*).
const HEADS: &[(&str, &str)] = &[
    ("städerna", "stad"),
    ("städer", "stad"),
    ("stränderna", "strand"),
    ("stränder", "strand"),
    ("länderna", "land"),
    ("länder", "land"),
    ("tänderna", "tand"),
    ("tänder", "tand"),
    ("händerna", "hand"),
    ("händer", "hand"),
    ("böckerna", "bok"),
    ("böcker", "bok"),
    ("rötterna", "rot"),
    ("rötter", "rot"),
    ("nätterna", "natt"),
    ("nätter", "natt"),
    ("fötterna", "fot"),
    ("fötter", "fot"),
    ("ledamöterna", "ledamot"),
    ("ledamöter", "ledamot"),
    ("männen", "man"),
    ("somrarna", "sommar"),
    ("somrar", "sommar"),
    ("sommaren", "sommar"),
    ("sommar", "sommar"),
    ("bron", "bro"),
    ("sjön", "sjö"),
    ("byn", "by"),
    ("eån", "eå"),
    ("sån", "så"),
    ("menyn", "meny"),
    ("statyn", "staty"),
    ("miljön", "miljö"),
    ("bastun", "bastu"),
    ("museum", "muse"),
    ("museet", "muse"),
    ("museer", "muse"),
    ("museerna", "muse"),
    ("barnen", "barn"),
    ("arena", "aren"),
    ("centrum", "cent"),
];

/// What taking off an ending says about the word that is left.
#[derive(Clone, Copy, PartialEq)]
enum Left {
    /// A base form ending in a consonant, which may itself look inflected (*budget-en*, *kontor-et*).
    Base,
    /// A base form that took -ar: words in -er and -ar lose their vowel there, so only -et may be left to take.
    Plural,
    /// The bare stem of a word in -a or -e, or of a verb: nothing more to take off.
    Stem,
}

/// Endings, the longest first; each with the fewest letters that must be left.
const ENDINGS: &[(&str, usize, Left)] = &[
    ("arnas", 2, Left::Plural),
    ("ornas", 3, Left::Stem),
    ("ernas", 2, Left::Base),
    ("arens", 3, Left::Stem),
    ("arna", 2, Left::Plural),
    ("orna", 3, Left::Stem),
    ("erna", 2, Left::Base),
    ("aren", 3, Left::Stem),
    ("ares", 3, Left::Stem),
    ("ades", 3, Left::Stem),
    ("ens", 3, Left::Base),
    ("ets", 3, Left::Base),
    ("ena", 3, Left::Stem),
    ("are", 3, Left::Stem),
    ("ade", 3, Left::Stem),
    ("ans", 3, Left::Stem),
    ("ors", 3, Left::Stem),
    ("ern", 3, Left::Stem),
    ("orn", 3, Left::Stem),
    ("as", 4, Left::Stem),
    ("an", 3, Left::Stem),
    ("or", 3, Left::Stem),
    ("ar", 2, Left::Plural),
    ("er", 2, Left::Base),
    ("en", 3, Left::Base),
    ("et", 3, Left::Base),
    ("at", 4, Left::Stem),
    ("a", 3, Left::Stem),
    ("e", 3, Left::Stem),
];

/// Endings a base form may have that look like inflection; taken off in both, so that both agree.
const LOOKALIKES: &[(&str, usize)] = &[
    ("er", 3),
    ("ar", 3),
    ("or", 3),
    ("en", 3),
    ("et", 3),
    ("at", 4),
];

/// Shortens one lower-case word to its stem, in place.
pub fn stem(word: &mut String) {
    if word.len() < 3 || word.bytes().any(|b| b.is_ascii_digit()) {
        return;
    }
    if let Some((_, stem)) = WORDS.iter().find(|(form, _)| form == word) {
        word.clear();
        word.push_str(stem);
        return;
    }
    if replace_head(word) {
        return;
    }
    take_genitive(word);
    if replace_head(word) {
        return;
    }
    match take_ending(word) {
        Some(Left::Base) => take_lookalike(word, LOOKALIKES),
        Some(Left::Plural) => take_lookalike(word, &[("et", 3)]),
        Some(Left::Stem) | None => {}
    }
    tidy(word);
}

fn replace_head(word: &mut String) -> bool {
    let Some((form, stem)) = HEADS.iter().find(|(form, _)| word.ends_with(form)) else {
        return false;
    };
    word.truncate(word.len() - form.len());
    word.push_str(stem);
    true
}

/// Takes off the s of the genitive and of the passive (*göteborgs*, *byggs*), never after a vowel (*hus*, *gratis*).
fn take_genitive(word: &mut String) {
    let Some(rest) = word.strip_suffix('s') else {
        return;
    };
    if rest.ends_with(|c: char| "bcdfghjklmnprtvyé".contains(c)) && letters(rest) >= 4 {
        word.pop();
    }
}

fn take_ending(word: &mut String) -> Option<Left> {
    if is_protected(word) {
        return None;
    }
    // Loan words in a stressed vowel take a bare n: demokratin, idén.
    let bare_n = (word.ends_with("in") && letters(word) >= 7) || word.ends_with("én");
    if word.ends_with("ium") {
        word.truncate(word.len() - 2);
        return Some(Left::Stem);
    }
    if bare_n || word.ends_with("eln") {
        word.pop();
        return Some(Left::Stem);
    }
    for (ending, least, left) in ENDINGS {
        if let Some(rest) = word.strip_suffix(ending)
            && letters(rest) >= *least
            && has_vowel(rest)
        {
            let length = rest.len();
            word.truncate(length);
            return Some(*left);
        }
    }
    take_adjective_t(word);
    None
}

/// Nouns in -het and words that only look inflected.
fn is_protected(word: &str) -> bool {
    const WHOLE_ENDINGS: &[&str] = &[
        "glas", "kalas", "terras", "scen", "plan", "plat", "storn", "entorn", "horn", "korn",
        "tsten", "dsten", "ssten",
    ];
    (word.ends_with("het") && letters(word) >= 5)
        || WHOLE_ENDINGS.iter().any(|ending| word.ends_with(ending))
}

fn take_lookalike(word: &mut String, endings: &[(&str, usize)]) {
    if is_protected(word) {
        return;
    }
    if word.ends_with("in") && letters(word) >= 7 {
        word.pop();
        return;
    }
    for (ending, least) in endings {
        if let Some(rest) = word.strip_suffix(ending)
            && letters(rest) >= *least
            && has_vowel(rest)
        {
            let length = rest.len();
            word.truncate(length);
            return;
        }
    }
    take_adjective_t(word);
}

/// The t of the neuter, only where few nouns end so: *kommunalt*, *trygg*t*, *billigt*, *svenskt*.
fn take_adjective_t(word: &mut String) {
    const NEUTER: &[&str] = &["igt", "skt", "alt", "ggt", "ngt", "llt", "bbt", "elt"];
    if NEUTER.iter().any(|ending| word.ends_with(ending)) && letters(word) >= 5 {
        word.pop();
    }
}

/// Evens out what inflection does to the last consonants.
fn tidy(word: &mut String) {
    take_genitive(word);
    let mut end = word.chars().rev();
    let (last, before) = (end.next().unwrap_or(' '), end.next().unwrap_or(' '));
    match last {
        // rum, rummet; man, mannen: Swedish doubles m and n only between vowels.
        'm' | 'n' if before == last && letters(word) >= 4 => {
            word.pop();
        }
        // fönster, fönstret; säker, säkra: the e of -er comes and goes.
        'r' if "bdfgklmnptv".contains(before) && letters(word) >= 4 => {
            word.pop();
        }
        // vatten, vattnet; öppen, öppna; tecken, tecknet.
        'n' if letters(word) >= 4 && (before == 't' || before == 'p' || word.ends_with("ckn")) => {
            word.pop();
        }
        // cykel, cyklar: compounds are built on the long form.
        'l' if "bdfgkmnptv".contains(before) && letters(word) >= 4 => {
            word.pop();
            word.push_str("el");
        }
        // stänga, stängd, byggd.
        'd' if before == 'g' && (word.ends_with("ngd") || word.ends_with("ggd")) => {
            word.pop();
        }
        _ => {}
    }
}

fn letters(text: &str) -> usize {
    text.chars().count()
}

fn has_vowel(text: &str) -> bool {
    text.contains(|c: char| "aeiouyåäöéü".contains(c))
}
