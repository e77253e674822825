//! Swedish order: å, ä and ö after z.

use icu_collator::{Collator, CollatorBorrowed, options::CollatorOptions};
use icu_locale_core::locale;
use std::sync::LazyLock;

static SWEDISH: LazyLock<CollatorBorrowed<'static>> = LazyLock::new(|| {
    Collator::try_new(locale!("sv").into(), CollatorOptions::default())
        .expect("the Swedish collation is compiled into the binary")
});

/// A key whose bytes sort as Swedish words do: store it beside the text and `ORDER BY` it on both engines.
pub fn collation_key(text: &str) -> Vec<u8> {
    let mut key = Vec::with_capacity(text.len() + 8);
    // Writing to a Vec cannot fail.
    let Ok(()) = SWEDISH.write_sort_key_to(text, &mut key);
    key
}
