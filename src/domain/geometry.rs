//! Where a point on the map lies in the city, and the outlines of the areas for small maps.
//!
//! Coordinates are WGS84 degrees. The city is small enough for a flat plane around the point: over 50 km the error is far
//! below the 12 m by which the borders themselves are simplified.

mod outline;
mod shapes;

pub use outline::{Outline, OutlineMap, outlines};
pub use shapes::{AreaShape, Point, ShapeFault, parse_shapes};

/// Mean radius of the Earth (IUGG), in metres.
const EARTH_RADIUS: f64 = 6_371_008.8;

/// How far from land a point may lie and still belong to the nearest area, in metres: the polygons leave out water, jetties
/// and small skerries.
pub const FALLBACK_METRES: f64 = 1_000.0;

/// The areas a point belongs to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Located {
    /// Code of the primärområde, such as `116`.
    pub primaromrade: String,
    /// Code of the mellanområde, such as `37`.
    pub mellanomrade: String,
    /// Code of the stadsområde, such as `02`.
    pub stadsomrade: String,
    /// Whether the point lies outside every polygon and the nearest was taken.
    pub is_fallback: bool,
}

/// The city's three levels of areas.
#[derive(Debug, Clone)]
pub struct Geography {
    /// 96 primärområden; the parent is a mellanområde.
    pub primaromraden: Vec<AreaShape>,
    /// 36 mellanområden; the parent is a stadsområde.
    pub mellanomraden: Vec<AreaShape>,
    /// 4 stadsområden.
    pub stadsomraden: Vec<AreaShape>,
}

impl Geography {
    /// The areas of a point: the polygon that holds it, or the nearest within [`FALLBACK_METRES`]. `None` outside the
    /// city.
    pub fn locate(&self, latitude: f64, longitude: f64) -> Option<Located> {
        let point = Point {
            longitude,
            latitude,
        };
        if !point.is_on_earth() {
            return None;
        }
        if let Some(area) = self.primaromraden.iter().find(|area| area.contains(point)) {
            return self.located(area, false);
        }
        let (area, metres) = self
            .primaromraden
            .iter()
            .filter(|area| area.is_near(point, FALLBACK_METRES))
            .map(|area| (area, area.metres_to_border(point)))
            .min_by(|a, b| a.1.total_cmp(&b.1))?;
        if metres > FALLBACK_METRES {
            return None;
        }
        self.located(area, true)
    }

    fn located(&self, area: &AreaShape, is_fallback: bool) -> Option<Located> {
        let mellanomrade = area.parent.clone()?;
        let parent = self
            .mellanomraden
            .iter()
            .find(|shape| shape.code == mellanomrade)?;
        Some(Located {
            primaromrade: area.code.clone(),
            stadsomrade: parent.parent.clone()?,
            mellanomrade,
            is_fallback,
        })
    }
}

/// The distance between two points along the surface, in metres (haversine).
pub fn haversine(a: Point, b: Point) -> f64 {
    let (phi_a, phi_b) = (a.latitude.to_radians(), b.latitude.to_radians());
    let half_phi = (phi_b - phi_a) / 2.0;
    let half_lambda = (b.longitude - a.longitude).to_radians() / 2.0;
    let h = half_phi.sin().powi(2) + phi_a.cos() * phi_b.cos() * half_lambda.sin().powi(2);
    2.0 * EARTH_RADIUS * h.sqrt().min(1.0).asin()
}

/// Metres east and north of `origin`, on the plane that touches the Earth there.
fn metres_from(origin: Point, point: Point) -> (f64, f64) {
    let east =
        (point.longitude - origin.longitude).to_radians() * origin.latitude.to_radians().cos();
    let north = (point.latitude - origin.latitude).to_radians();
    (east * EARTH_RADIUS, north * EARTH_RADIUS)
}

#[cfg(test)]
mod tests;
