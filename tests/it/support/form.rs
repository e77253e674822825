//! A form as a page shows it: hidden fields and entered values included, so that a test fills in only what a person would.

use super::page::words;
use axum::http::Method;
use scraper::{ElementRef, Selector};

/// A form ready to be filled in and sent.
#[derive(Debug, Clone)]
pub struct Form {
    /// Where it is sent.
    pub action: String,
    /// GET or POST.
    pub method: Method,
    /// Names and values in page order.
    pub fields: Vec<(String, String)>,
}

impl Form {
    pub(super) fn read(form: ElementRef<'_>, page: &str) -> Self {
        let attribute = |name: &str| form.value().attr(name).map(str::to_owned);
        let is_post = attribute("method").is_some_and(|method| method.eq_ignore_ascii_case("post"));
        let fields = Selector::parse("input[name], textarea[name], select[name]").expect("css");
        Form {
            action: attribute("action").unwrap_or_else(|| page.to_owned()),
            method: if is_post { Method::POST } else { Method::GET },
            fields: form.select(&fields).filter_map(successful).collect(),
        }
    }

    /// Writes into a field, or adds it: a radio button, a box that is ticked, the button that is pressed.
    pub fn fill(mut self, name: &str, value: &str) -> Self {
        match self.fields.iter_mut().find(|(field, _)| field == name) {
            Some((_, old)) => value.clone_into(old),
            None => self.fields.push((name.to_owned(), value.to_owned())),
        }
        self
    }

    /// Ticks one more box of the same name.
    pub fn tick(mut self, name: &str, value: &str) -> Self {
        self.fields.push((name.to_owned(), value.to_owned()));
        self
    }

    /// Takes a field away: a box that is unticked.
    pub fn without(mut self, name: &str) -> Self {
        self.fields.retain(|(field, _)| field != name);
        self
    }

    /// The value of a field.
    pub fn value(&self, name: &str) -> Option<&str> {
        let found = self.fields.iter().find(|(field, _)| field == name);
        found.map(|(_, value)| value.as_str())
    }
}

/// Name and value of a control that would be sent as the page stands (HTML, form submission).
fn successful(control: ElementRef<'_>) -> Option<(String, String)> {
    let element = control.value();
    if element.attr("disabled").is_some() {
        return None;
    }
    let value = match (element.name(), element.attr("type").unwrap_or("text")) {
        ("textarea", _) => {
            let text: String = control.text().collect();
            text.strip_prefix('\n').unwrap_or(&text).to_owned()
        }
        ("select", _) => chosen(control)?,
        (_, "submit" | "button" | "image" | "reset" | "file") => return None,
        (_, "checkbox" | "radio") => {
            element.attr("checked")?;
            element.attr("value").unwrap_or("on").to_owned()
        }
        _ => element.attr("value").unwrap_or_default().to_owned(),
    };
    Some((element.attr("name")?.to_owned(), value))
}

fn chosen(select: ElementRef<'_>) -> Option<String> {
    let options = Selector::parse("option").expect("css");
    let all: Vec<ElementRef<'_>> = select.select(&options).collect();
    let chosen = all
        .iter()
        .find(|option| option.value().attr("selected").is_some())
        .or(all.first())?;
    let value = chosen.value().attr("value").map(str::to_owned);
    Some(value.unwrap_or_else(|| words(*chosen)))
}
