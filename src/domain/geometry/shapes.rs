//! The polygons of areas, read from GeoJSON (RFC 7946).

use super::metres_from;
use serde_json::Value;

/// A point in WGS84 degrees.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Point {
    /// Degrees east.
    pub longitude: f64,
    /// Degrees north.
    pub latitude: f64,
}

impl Point {
    /// Whether both numbers are degrees of a place on Earth; NaN is not.
    pub fn is_on_earth(self) -> bool {
        self.longitude.abs() <= 180.0 && self.latitude.abs() <= 90.0
    }
}

/// A closed line: the last point repeats the first.
type Ring = Vec<Point>;

/// An area: its code, name and polygons. The first ring of a polygon is its border, the others are holes.
#[derive(Debug, Clone, PartialEq)]
pub struct AreaShape {
    /// The city's code, such as `116`.
    pub code: String,
    /// The name, such as `Inom Vallgraven`.
    pub name: String,
    /// The code of the area one level up; `None` for a stadsområde.
    pub parent: Option<String>,
    polygons: Vec<Vec<Ring>>,
    south_west: Point,
    north_east: Point,
}

/// Why a text gives no shapes.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ShapeFault {
    /// No JSON, at this line and column.
    #[error("no JSON at line {line}, column {column}")]
    NotJson {
        /// The line, from 1.
        line: usize,
        /// The column, from 1.
        column: usize,
    },
    /// No GeoJSON FeatureCollection.
    #[error("no FeatureCollection")]
    NotFeatures,
    /// A feature without code or name, or with a geometry that is no polygon; features are counted from 1.
    #[error("feature {0} is no area")]
    NotAnArea(usize),
}

/// Reads a FeatureCollection whose features have `code`, `name` and, one level up, `mo` (mellanområde) or `so`
/// (stadsområde).
pub fn parse_shapes(geojson: &[u8]) -> Result<Vec<AreaShape>, ShapeFault> {
    let value: Value = serde_json::from_slice(geojson).map_err(|e| ShapeFault::NotJson {
        line: e.line(),
        column: e.column(),
    })?;
    let features = value["features"]
        .as_array()
        .ok_or(ShapeFault::NotFeatures)?;
    features
        .iter()
        .enumerate()
        .map(|(at, feature)| parse_area(feature).ok_or(ShapeFault::NotAnArea(at + 1)))
        .collect()
}

fn parse_area(feature: &Value) -> Option<AreaShape> {
    let property = |name: &str| Some(feature["properties"][name].as_str()?.to_owned());
    let geometry = &feature["geometry"];
    AreaShape::new(
        property("code")?,
        property("name")?,
        property("mo").or_else(|| property("so")),
        parse_geometry(geometry)?,
    )
}

fn parse_geometry(geometry: &Value) -> Option<Vec<Vec<Ring>>> {
    let coordinates = &geometry["coordinates"];
    match geometry["type"].as_str()? {
        "Polygon" => Some(vec![parse_polygon(coordinates)?]),
        "MultiPolygon" => coordinates.as_array()?.iter().map(parse_polygon).collect(),
        _ => None,
    }
}

fn parse_polygon(rings: &Value) -> Option<Vec<Ring>> {
    rings.as_array()?.iter().map(parse_ring).collect()
}

fn parse_ring(points: &Value) -> Option<Ring> {
    let ring: Ring = points
        .as_array()?
        .iter()
        .map(parse_point)
        .collect::<Option<_>>()?;
    (ring.len() >= 4 && ring.first() == ring.last()).then_some(ring)
}

fn parse_point(pair: &Value) -> Option<Point> {
    let point = Point {
        longitude: pair[0].as_f64()?,
        latitude: pair[1].as_f64()?,
    };
    point.is_on_earth().then_some(point)
}

impl AreaShape {
    fn new(
        code: String,
        name: String,
        parent: Option<String>,
        polygons: Vec<Vec<Ring>>,
    ) -> Option<Self> {
        let mut points = polygons.iter().flatten().flatten();
        let first = *points.next()?;
        let (mut south_west, mut north_east) = (first, first);
        for point in points {
            south_west.longitude = south_west.longitude.min(point.longitude);
            south_west.latitude = south_west.latitude.min(point.latitude);
            north_east.longitude = north_east.longitude.max(point.longitude);
            north_east.latitude = north_east.latitude.max(point.latitude);
        }
        Some(AreaShape {
            code,
            name,
            parent,
            polygons,
            south_west,
            north_east,
        })
    }

    /// The area with polygons as [`AreaShape::geometry`] wrote them; `None` for any other text.
    pub fn from_geometry(
        code: String,
        name: String,
        parent: Option<String>,
        geometry: &str,
    ) -> Option<Self> {
        let geometry: Value = serde_json::from_str(geometry).ok()?;
        AreaShape::new(code, name, parent, parse_geometry(&geometry)?)
    }

    /// The polygons as a GeoJSON MultiPolygon.
    pub fn geometry(&self) -> String {
        let coordinates: Vec<Vec<Vec<[f64; 2]>>> = self
            .polygons
            .iter()
            .map(|rings| {
                rings
                    .iter()
                    .map(|ring| ring.iter().map(|p| [p.longitude, p.latitude]).collect())
                    .collect()
            })
            .collect();
        serde_json::json!({ "type": "MultiPolygon", "coordinates": coordinates }).to_string()
    }

    /// Whether the point lies inside, by counting the borders east of it: an odd number is inside, so a hole is outside.
    pub fn contains(&self, point: Point) -> bool {
        self.is_near(point, 0.0)
            && self
                .segments()
                .filter(|(a, b)| crosses_east_of(point, *a, *b))
                .count()
                % 2
                == 1
    }

    /// Metres from the point to the nearest border.
    pub fn metres_to_border(&self, point: Point) -> f64 {
        self.segments()
            .map(|(a, b)| metres_to_segment(metres_from(point, a), metres_from(point, b)))
            .fold(f64::INFINITY, f64::min)
    }

    /// Whether the point lies in the box around the area, widened by so many metres.
    pub(super) fn is_near(&self, point: Point, metres: f64) -> bool {
        let (west, south) = metres_from(point, self.south_west);
        let (east, north) = metres_from(point, self.north_east);
        west <= metres && south <= metres && east >= -metres && north >= -metres
    }

    /// The box around the area: its south-western and north-eastern corners.
    pub fn bounds(&self) -> (Point, Point) {
        (self.south_west, self.north_east)
    }

    pub(super) fn rings(&self) -> impl Iterator<Item = &[Point]> {
        self.polygons.iter().flatten().map(Vec::as_slice)
    }

    fn segments(&self) -> impl Iterator<Item = (Point, Point)> {
        self.rings()
            .flat_map(|ring| ring.windows(2).map(|pair| (pair[0], pair[1])))
    }
}

fn crosses_east_of(point: Point, a: Point, b: Point) -> bool {
    if (a.latitude > point.latitude) == (b.latitude > point.latitude) {
        return false;
    }
    let share = (point.latitude - a.latitude) / (b.latitude - a.latitude);
    point.longitude < a.longitude + share * (b.longitude - a.longitude)
}

/// The distance from the origin of the plane to a segment.
fn metres_to_segment((ax, ay): (f64, f64), (bx, by): (f64, f64)) -> f64 {
    let (dx, dy) = (bx - ax, by - ay);
    let length = dx * dx + dy * dy;
    let share = if length == 0.0 {
        0.0
    } else {
        (-(ax * dx + ay * dy) / length).clamp(0.0, 1.0)
    };
    (ax + share * dx).hypot(ay + share * dy)
}
