//! The map in the place step. It is drawn here and stays hidden until the script that lets one choose on it runs.

use crate::{
    domain::geometry::Outline,
    usecases::city::{CityOutline, outline},
    web::{
        assets::{Asset, url},
        layout::Frame,
    },
};
use maud::{Markup, html};

/// Room around the city, in units of the map.
const MARGIN: u32 = 20;

/// The map with what the script needs to know: the degrees of its corner, units to a degree, and what it may say.
pub fn point_map(frame: &Frame) -> Markup {
    let t = frame.t;
    let Some(city) = outline() else {
        return html! {};
    };
    let (corner, (east, south)) = (city.drawn.north_west, city.drawn.per_degree);
    html! {
        div class="point-map" data-point-map hidden
            data-west=(corner.longitude) data-north=(corner.latitude) data-east=(east) data-south=(south)
            data-chosen=(t.propose_map_chosen("{area}", "{lat}", "{lon}"))
            data-outside=(t.propose_map_outside()) data-removed=(t.propose_map_removed())
            data-over=(t.propose_map_over("{area}")) data-over-none=(t.propose_map_over_none())
            data-asking=(t.propose_map_asking()) data-unknown=(t.propose_map_unknown()) {
            p class="hint" id="karta-hjalp" { (t.propose_map_help()) }
            div class="frame" role="application" tabindex="0" aria-label=(t.propose_map_label())
                aria-describedby="karta-hjalp" { (drawing(city)) }
            p role="status" {}
            (buttons(frame))
        }
        script type="module" src=(url(Asset::MapScript)) {}
    }
}

fn drawing(city: &CityOutline) -> Markup {
    let (parts, wholes) = city.drawn.outlines.split_at(city.parts);
    let (width, height) = (city.drawn.width, city.drawn.height);
    let view = format!(
        "-{MARGIN} -{MARGIN} {} {}",
        width + 2 * MARGIN,
        height + 2 * MARGIN
    );
    html! {
        svg viewBox=(view) aria-hidden="true" focusable="false" {
            @for area in parts {
                path class="area" data-name=(area.name) fill-rule="evenodd" d=(area.path) {}
            }
            @for area in wholes { path class="whole" d=(area.path) {} }
            g data-names="far" { @for area in wholes { (name(area)) } }
            g data-names="near" { @for area in parts { (name(area)) } }
            g data-cross hidden { path d="M-16 0H16M0 -16V16" {} }
            g data-marker hidden { path d="M0 0C-4 -10 -13 -15 -13 -26A13 13 0 1 1 13 -26C13 -15 4 -10 0 0Z" {} circle cy="-26" r="5" {} }
        }
    }
}

fn name(area: &Outline) -> Markup {
    let (x, y) = (area.label.0.round(), area.label.1.round());
    html! {
        text data-x=(x) data-y=(y) transform={ "translate(" (x) " " (y) ")" } text-anchor="middle"
            dominant-baseline="central" { (area.name) }
    }
}

fn buttons(frame: &Frame) -> Markup {
    let t = frame.t;
    let presses = [
        ("in", t.propose_map_in()),
        ("out", t.propose_map_out()),
        ("here", t.propose_map_here()),
        ("remove", t.propose_map_remove()),
    ];
    html! {
        div class="buttons" {
            @for (press, label) in presses {
                button type="button" class="ds-button" data-variant="secondary" data-press=(press) { (label) }
            }
        }
    }
}
