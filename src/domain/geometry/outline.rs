//! Outlines of areas as SVG paths: simplified, and neighbours still share the same line.

use super::shapes::{AreaShape, Point};
use std::collections::{HashMap, HashSet};
use std::fmt::Write;

/// A map of areas in a box of its own units.
#[derive(Debug, Clone, PartialEq)]
pub struct OutlineMap {
    /// The width of the view box, as asked for.
    pub width: u32,
    /// The height that keeps the city's proportions.
    pub height: u32,
    /// One outline per area, in the order given.
    pub outlines: Vec<Outline>,
    /// The place of the view box's beginning.
    pub north_west: Point,
    /// Units to a degree, eastward and southward.
    pub per_degree: (f64, f64),
}

/// One area's outline.
#[derive(Debug, Clone, PartialEq)]
pub struct Outline {
    /// The area's code.
    pub code: String,
    /// The area's name.
    pub name: String,
    /// The `d` of an SVG path, to be drawn with `fill-rule="evenodd"`.
    pub path: String,
    /// Where a label or a number may stand: the middle of the largest ring's points.
    pub label: (f64, f64),
}

/// A place on the map in whole units, so that equal places are equal.
type Spot = (i32, i32);

/// Draws areas into a box so many units wide, north up, east and north equally long. Lines are simplified so that they
/// move by at most `tolerance` units, and spots are whole units: 1 000 wide with a tolerance of 1.5 suits a page.
pub fn outlines(shapes: &[AreaShape], width: u32, tolerance: f64) -> OutlineMap {
    let Some(frame) = Frame::around(shapes, width) else {
        return OutlineMap {
            width,
            height: 0,
            outlines: Vec::new(),
            north_west: Point {
                longitude: 0.0,
                latitude: 0.0,
            },
            per_degree: (0.0, 0.0),
        };
    };
    let areas: Vec<Vec<Vec<Spot>>> = shapes
        .iter()
        .map(|shape| shape.rings().map(|ring| frame.spots(ring)).collect())
        .collect();
    let corners = corners(areas.iter().flatten());
    let outlines = shapes
        .iter()
        .zip(&areas)
        .map(|(shape, rings)| {
            let rings: Vec<Vec<Spot>> = rings
                .iter()
                .map(|ring| simplify_ring(ring, &corners, tolerance))
                .collect();
            Outline {
                code: shape.code.clone(),
                name: shape.name.clone(),
                path: path(&rings),
                label: label(&rings),
            }
        })
        .collect();
    OutlineMap {
        width,
        height: frame.height,
        outlines,
        north_west: frame.north_west,
        per_degree: (frame.east, frame.north),
    }
}

/// Equirectangular, scaled by the cosine of the middle latitude.
struct Frame {
    north_west: Point,
    east: f64,
    north: f64,
    height: u32,
}

impl Frame {
    fn around(shapes: &[AreaShape], width: u32) -> Option<Self> {
        let boxes: Vec<(Point, Point)> = shapes.iter().map(AreaShape::bounds).collect();
        let least = |get: fn(&(Point, Point)) -> f64| boxes.iter().map(get).reduce(f64::min);
        let most = |get: fn(&(Point, Point)) -> f64| boxes.iter().map(get).reduce(f64::max);
        let (west, south) = (least(|b| b.0.longitude)?, least(|b| b.0.latitude)?);
        let (east, north) = (most(|b| b.1.longitude)?, most(|b| b.1.latitude)?);
        let shrink = ((south + north) / 2.0).to_radians().cos();
        let per_degree = f64::from(width) / (east - west).max(f64::EPSILON);
        Some(Frame {
            north_west: Point {
                longitude: west,
                latitude: north,
            },
            east: per_degree,
            north: per_degree / shrink,
            height: ((north - south) * per_degree / shrink).ceil() as u32,
        })
    }

    /// A ring as spots, without the repeated last one and without standing still.
    fn spots(&self, ring: &[Point]) -> Vec<Spot> {
        let mut spots: Vec<Spot> = ring
            .iter()
            .map(|point| {
                let x = (point.longitude - self.north_west.longitude) * self.east;
                let y = (self.north_west.latitude - point.latitude) * self.north;
                (x.round() as i32, y.round() as i32)
            })
            .collect();
        spots.dedup();
        if spots.len() > 1 && spots.first() == spots.last() {
            spots.pop();
        }
        spots
    }
}

/// The spots where borders meet or part: those with other than two neighbours. They stay when lines are simplified, so
/// each stretch between two of them is the same for the areas on both sides.
fn corners<'a>(rings: impl Iterator<Item = &'a Vec<Spot>>) -> HashSet<Spot> {
    let mut neighbours: HashMap<Spot, HashSet<Spot>> = HashMap::new();
    for ring in rings {
        for at in 0..ring.len() {
            let next = ring[(at + 1) % ring.len()];
            neighbours.entry(ring[at]).or_default().insert(next);
            neighbours.entry(next).or_default().insert(ring[at]);
        }
    }
    neighbours
        .into_iter()
        .filter(|(_, around)| around.len() != 2)
        .map(|(spot, _)| spot)
        .collect()
}

fn simplify_ring(ring: &[Spot], corners: &HashSet<Spot>, tolerance: f64) -> Vec<Spot> {
    if ring.len() < 3 {
        return Vec::new();
    }
    // A ring without corners begins at its least spot, whichever way round it was written.
    let start = (0..ring.len())
        .find(|at| corners.contains(&ring[*at]))
        .or_else(|| (0..ring.len()).min_by_key(|at| ring[*at]))
        .unwrap_or(0);
    let mut kept = Vec::new();
    let mut stretch = vec![ring[start]];
    for step in 1..=ring.len() {
        let spot = ring[(start + step) % ring.len()];
        stretch.push(spot);
        if step == ring.len() || corners.contains(&spot) {
            let simple = simplify_stretch(&stretch, tolerance);
            kept.extend_from_slice(&simple[..simple.len() - 1]);
            stretch.clear();
            stretch.push(spot);
        }
    }
    if kept.len() < 3 { Vec::new() } else { kept }
}

/// Simplifies in one direction whichever side asks, so that both neighbours get the same line.
fn simplify_stretch(stretch: &[Spot], tolerance: f64) -> Vec<Spot> {
    let mut line = stretch.to_vec();
    let is_backward = line.iter().rev().lt(line.iter());
    if is_backward {
        line.reverse();
    }
    let mut keep = vec![false; line.len()];
    keep[0] = true;
    keep[line.len() - 1] = true;
    mark_far(&line, 0, line.len() - 1, tolerance, &mut keep);
    let mut simple: Vec<Spot> = line
        .into_iter()
        .zip(keep)
        .filter_map(|(spot, kept)| kept.then_some(spot))
        .collect();
    if is_backward {
        simple.reverse();
    }
    simple
}

/// Douglas and Peucker: keeps the spot farthest from the straight line, and so on for both halves.
fn mark_far(line: &[Spot], first: usize, last: usize, tolerance: f64, keep: &mut [bool]) {
    let mut open = vec![(first, last)];
    while let Some((first, last)) = open.pop() {
        let farthest = (first + 1..last)
            .map(|at| (at, distance(line[at], line[first], line[last])))
            .max_by(|a, b| a.1.total_cmp(&b.1));
        if let Some((at, distance)) = farthest
            && distance > tolerance
        {
            keep[at] = true;
            open.push((first, at));
            open.push((at, last));
        }
    }
}

fn distance(spot: Spot, a: Spot, b: Spot) -> f64 {
    let (dx, dy) = (f64::from(b.0 - a.0), f64::from(b.1 - a.1));
    let (px, py) = (f64::from(spot.0 - a.0), f64::from(spot.1 - a.1));
    let length = dx.hypot(dy);
    if length == 0.0 {
        px.hypot(py)
    } else {
        (px * dy - py * dx).abs() / length
    }
}

fn path(rings: &[Vec<Spot>]) -> String {
    let mut path = String::new();
    for ring in rings.iter().filter(|ring| !ring.is_empty()) {
        let mut from = (0, 0);
        for (at, spot) in ring.iter().enumerate() {
            let step = (spot.0 - from.0, spot.1 - from.1);
            path.push_str(match at {
                0 => "M",
                1 => "l",
                _ if step.0 < 0 => "",
                _ => " ",
            });
            let gap = if step.1 < 0 { "" } else { " " };
            // Writing to a String cannot fail.
            let _ = write!(path, "{}{gap}{}", step.0, step.1);
            from = *spot;
        }
        path.push('z');
    }
    path
}

fn label(rings: &[Vec<Spot>]) -> (f64, f64) {
    let Some(largest) = rings.iter().max_by_key(|ring| twice_the_size(ring)) else {
        return (0.0, 0.0);
    };
    let count = largest.len().max(1) as f64;
    let sum = largest.iter().fold((0.0, 0.0), |sum, spot| {
        (sum.0 + f64::from(spot.0), sum.1 + f64::from(spot.1))
    });
    (sum.0 / count, sum.1 / count)
}

fn twice_the_size(ring: &[Spot]) -> i64 {
    let cross =
        |a: Spot, b: Spot| i64::from(a.0) * i64::from(b.1) - i64::from(b.0) * i64::from(a.1);
    (0..ring.len())
        .map(|at| cross(ring[at], ring[(at + 1) % ring.len()]))
        .sum::<i64>()
        .abs()
}
