//! Languages of the interface: which one a visitor reads, and how texts, numbers and dates are written in it.
//!
//! The texts live in `locales/<language>/<capability>.ftl`; the build turns every message into a function of [`Texts`],
//! so a message that some language lacks, or a wrong argument, stops the build.

mod formats;
mod texts {
    #![expect(
        dead_code,
        clippy::all,
        reason = "generated: helpers for languages loaded while running are not used"
    )]
    include!(concat!(env!("OUT_DIR"), "/texts.rs"));
}

use std::sync::LazyLock;

/// All messages in one language, one function each, named as the key with `_` for `-`.
pub type Texts = texts::L10nLanguage;

/// A language of the interface.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Locale {
    /// Swedish, the default.
    Sv,
    /// English.
    En,
}

impl Locale {
    /// Every language, in the order of the language switch.
    pub const ALL: [Locale; 2] = [Locale::Sv, Locale::En];

    /// The language of those who state none.
    pub const DEFAULT: Locale = Locale::Sv;

    /// The cookie that remembers a chosen language; its value is a [`code`](Locale::code).
    pub const COOKIE: &str = "language";

    /// The first segment of an address and the BCP 47 tag: `sv`, `en`.
    pub const fn code(self) -> &'static str {
        match self {
            Locale::Sv => "sv",
            Locale::En => "en",
        }
    }

    /// The direction of writing, for the attribute `dir`.
    pub const fn dir(self) -> &'static str {
        match self {
            Locale::Sv | Locale::En => "ltr",
        }
    }

    /// The language's name in the language itself.
    pub const fn own_name(self) -> &'static str {
        match self {
            Locale::Sv => "Svenska",
            Locale::En => "English",
        }
    }

    /// The language with this code; `None` for any other text.
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|locale| locale.code() == code)
    }

    /// The language to answer in when the address names none: the remembered one, else the best of `Accept-Language`
    /// (RFC 9110 §12.5.4), else Swedish.
    pub fn negotiate(cookie: Option<&str>, accept_language: Option<&str>) -> Self {
        cookie
            .and_then(Self::parse)
            .or_else(|| accept_language.and_then(Self::best_accepted))
            .unwrap_or(Self::DEFAULT)
    }

    /// All messages in this language.
    pub fn texts(self) -> &'static Texts {
        static LOADED: LazyLock<[Texts; Locale::ALL.len()]> =
            LazyLock::new(|| Locale::ALL.map(|locale| locale.generated().load()));
        let [sv, en] = &*LOADED;
        match self {
            Locale::Sv => sv,
            Locale::En => en,
        }
    }

    const fn generated(self) -> texts::L10n {
        match self {
            Locale::Sv => texts::L10n::Sv,
            Locale::En => texts::L10n::En,
        }
    }

    fn best_accepted(header: &str) -> Option<Self> {
        let mut best = None;
        let mut best_weight = 0.0;
        for range in header.split(',') {
            let mut parts = range.split(';').map(str::trim);
            let language = parts.next().and_then(|tag| tag.split('-').next());
            let Some(locale) = language.and_then(|tag| Self::parse(&tag.to_ascii_lowercase()))
            else {
                continue;
            };
            let weight = parts
                .find_map(|part| part.strip_prefix("q="))
                .map_or(1.0, |weight| weight.parse::<f32>().unwrap_or(0.0));
            if weight > best_weight {
                best = Some(locale);
                best_weight = weight;
            }
        }
        best
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_remembered_language_wins_over_the_browser() {
        assert_eq!(Locale::negotiate(Some("en"), Some("sv")), Locale::En);
        assert_eq!(Locale::negotiate(Some("xx"), Some("en")), Locale::En);
    }

    #[test]
    fn the_browser_weighs_its_languages() {
        let negotiate = |header| Locale::negotiate(None, Some(header));
        assert_eq!(negotiate("en-GB,en;q=0.8,sv;q=0.5"), Locale::En);
        assert_eq!(negotiate("en;q=0.3, sv-SE;q=0.9"), Locale::Sv);
        assert_eq!(negotiate("so, en;q=0.1"), Locale::En);
        assert_eq!(negotiate("en;q=0"), Locale::Sv);
        assert_eq!(negotiate("so"), Locale::Sv);
        assert_eq!(Locale::negotiate(None, None), Locale::Sv);
    }

    #[test]
    fn texts_are_loaded_and_shared_between_threads() {
        fn shared<T: Send + Sync>(_: &T) {}
        shared(Locale::Sv.texts());
        assert_eq!(Locale::Sv.texts().site_nav_proposals(), "Förslag");
        assert_eq!(Locale::En.texts().site_nav_proposals(), "Proposals");
    }
}
