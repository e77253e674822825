//! A letter before it is sent: built once, written as plain text and as HTML with the same words.

use crate::i18n::Locale;
use maud::{DOCTYPE, Markup, html};

/// A letter in one language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Letter {
    /// The language it is written in.
    pub locale: Locale,
    /// The subject: says the news.
    pub subject: String,
    blocks: Vec<Block>,
    why: String,
    way_out: Option<(String, String)>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Block {
    Paragraph(String),
    Quote(String),
    Code(String),
    Action { label: String, url: String },
}

impl Letter {
    /// A letter whose first line repeats the subject.
    pub fn new(locale: Locale, subject: String, first_line: String) -> Self {
        Letter {
            locale,
            subject,
            blocks: vec![Block::Paragraph(first_line)],
            why: String::new(),
            way_out: None,
        }
    }

    /// Adds a paragraph.
    pub fn paragraph(mut self, text: String) -> Self {
        self.blocks.push(Block::Paragraph(text));
        self
    }

    /// Adds what someone else wrote; nothing when it is absent or empty.
    pub fn quote(mut self, text: Option<&str>) -> Self {
        if let Some(text) = text.filter(|text| !text.trim().is_empty()) {
            self.blocks.push(Block::Quote(text.to_owned()));
        }
        self
    }

    /// Adds a code to type in, on a line of its own.
    pub fn code(mut self, code: &str) -> Self {
        self.blocks.push(Block::Code(code.to_owned()));
        self
    }

    /// Adds the letter's one action.
    pub fn action(mut self, label: String, url: String) -> Self {
        self.blocks.push(Block::Action { label, url });
        self
    }

    /// Says why the person gets it.
    pub fn because(mut self, why: String) -> Self {
        self.why = why;
        self
    }

    /// Says how to get no more of them: words and address.
    pub fn way_out(mut self, way_out: Option<(String, String)>) -> Self {
        self.way_out = way_out;
        self
    }

    /// The address under which the person gets no more of these, for the `List-Unsubscribe` header (RFC 8058).
    pub fn way_out_url(&self) -> Option<&str> {
        self.way_out.as_ref().map(|(_, url)| url.as_str())
    }

    /// The letter as plain text (RFC 3676 without flowing: one line for each paragraph).
    pub fn text(&self) -> String {
        let mut text = String::new();
        for block in &self.blocks {
            match block {
                Block::Paragraph(words) | Block::Code(words) => text.push_str(words),
                Block::Quote(words) => {
                    let quoted: Vec<_> = words.lines().map(|line| format!("> {line}")).collect();
                    text.push_str(&quoted.join("\n"));
                }
                Block::Action { label, url } => text.push_str(&format!("{label}:\n{url}")),
            }
            text.push_str("\n\n");
        }
        text.push_str("-- \n");
        text.push_str(&self.why);
        if let Some((words, url)) = &self.way_out {
            text.push_str(&format!("\n{words}: {url}"));
        }
        text.push('\n');
        text
    }

    /// The letter as HTML without styles: every reader's own settings hold.
    pub fn html(&self) -> String {
        let page: Markup = html! {
            (DOCTYPE)
            html lang=(self.locale.code()) dir=(self.locale.dir()) {
                head { meta charset="utf-8"; title { (self.subject) } }
                body {
                    @for block in &self.blocks {
                        @match block {
                            Block::Paragraph(words) => { p { (words) } }
                            Block::Quote(words) => { blockquote { @for line in words.lines() { p { (line) } } } }
                            Block::Code(code) => { p { strong { (code) } } }
                            Block::Action { label, url } => { p { a href=(url) { (label) } } }
                        }
                    }
                    hr;
                    p { small { (self.why) } }
                    @if let Some((words, url)) = &self.way_out { p { small { a href=(url) { (words) } } } }
                }
            }
        };
        page.into_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn letter() -> Letter {
        Letter::new(Locale::Sv, "Ämne".to_owned(), "Första raden <b>".to_owned())
            .quote(Some("En rad\nEn till"))
            .quote(Some("  "))
            .action(
                "Läs".to_owned(),
                "https://torget.example/forslag/1".to_owned(),
            )
            .because("Du följer förslaget.".to_owned())
            .way_out(Some((
                "Sluta".to_owned(),
                "https://torget.example/ut".to_owned(),
            )))
    }

    #[test]
    fn both_forms_hold_the_same_words() {
        let (text, html) = (letter().text(), letter().html());
        for words in [
            "En till",
            "https://torget.example/forslag/1",
            "Du följer förslaget.",
            "https://torget.example/ut",
        ] {
            assert!(text.contains(words), "{words}");
            assert!(html.contains(words), "{words}");
        }
        assert!(text.contains("> En rad\n> En till"));
    }

    #[test]
    fn what_people_write_is_text_in_html() {
        assert!(letter().html().contains("Första raden &lt;b&gt;"));
    }
}
