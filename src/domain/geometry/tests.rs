use super::*;

fn read(name: &str) -> Vec<AreaShape> {
    let bytes: &[u8] = match name {
        "primar" => include_bytes!("../../../assets/data/geo/primaromraden.geojson"),
        "mellan" => include_bytes!("../../../assets/data/geo/mellanomraden.geojson"),
        _ => include_bytes!("../../../assets/data/geo/stadsomraden.geojson"),
    };
    parse_shapes(bytes).unwrap()
}

fn goteborg() -> Geography {
    Geography {
        primaromraden: read("primar"),
        mellanomraden: read("mellan"),
        stadsomraden: read("stad"),
    }
}

#[test]
fn the_city_has_its_areas_and_every_parent() {
    let city = goteborg();
    assert_eq!(
        (
            city.primaromraden.len(),
            city.mellanomraden.len(),
            city.stadsomraden.len()
        ),
        (96, 36, 4)
    );
    let has = |areas: &[AreaShape], parent: &Option<String>| {
        areas.iter().any(|area| Some(&area.code) == parent.as_ref())
    };
    assert!(
        city.primaromraden
            .iter()
            .all(|area| has(&city.mellanomraden, &area.parent))
    );
    assert!(
        city.mellanomraden
            .iter()
            .all(|area| has(&city.stadsomraden, &area.parent))
    );
    assert!(city.stadsomraden.iter().all(|area| area.parent.is_none()));
}

#[test]
fn known_places_fall_in_the_right_area() {
    let city = goteborg();
    for (place, latitude, longitude, primar, stad) in [
        ("Gustaf Adolfs torg", 57.7070, 11.9668, "116", "02"),
        ("Frölunda torg", 57.6524, 11.9107, "517", "03"),
        ("Angered centrum", 57.7966, 12.0500, "604", "01"),
        ("Styrsö", 57.6140, 11.7850, "505", "03"),
        ("Hjalmar Brantingsplatsen", 57.7205, 11.9540, "402", "04"),
    ] {
        let found = city.locate(latitude, longitude).unwrap();
        assert_eq!(
            (found.primaromrade.as_str(), found.stadsomrade.as_str()),
            (primar, stad),
            "{place}"
        );
        assert!(!found.is_fallback, "{place}");
    }
}

#[test]
fn a_point_in_the_river_takes_the_nearest_area_and_says_so() {
    let city = goteborg();
    let river = city.locate(57.7030, 11.9430).unwrap();
    assert!(river.is_fallback, "{river:?}");
    assert!(
        ["02", "04"].contains(&river.stadsomrade.as_str()),
        "{river:?}"
    );
}

#[test]
fn places_outside_the_city_have_no_area() {
    let city = goteborg();
    for (latitude, longitude) in [
        (57.6554, 12.0138 + 0.2),
        (59.33, 18.07),
        (0.0, 0.0),
        (f64::NAN, 11.9),
        (91.0, 400.0),
    ] {
        assert_eq!(
            city.locate(latitude, longitude),
            None,
            "{latitude} {longitude}"
        );
    }
}

#[test]
fn a_hole_is_outside() {
    let ring = |low: f64, high: f64| {
        format!("[[{low},{low}],[{high},{low}],[{high},{high}],[{low},{high}],[{low},{low}]]")
    };
    let json = format!(
        r#"{{"type":"FeatureCollection","features":[{{"properties":{{"code":"1","name":"Ö"}},
        "geometry":{{"type":"Polygon","coordinates":[{},{}]}}}}]}}"#,
        ring(0.0, 10.0),
        ring(4.0, 6.0)
    );
    let area = &parse_shapes(json.as_bytes()).unwrap()[0];
    let at = |degrees| {
        area.contains(Point {
            longitude: degrees,
            latitude: degrees,
        })
    };
    assert_eq!(
        (at(2.0), at(5.0), at(8.0), at(11.0)),
        (true, false, true, false)
    );
}

#[test]
fn what_is_no_geojson_is_told_apart() {
    assert_eq!(
        parse_shapes(b"{"),
        Err(ShapeFault::NotJson { line: 1, column: 1 })
    );
    assert_eq!(parse_shapes(b"{}"), Err(ShapeFault::NotFeatures));
    let feature = br#"{"features":[{"properties":{"code":"1","name":"a"},"geometry":{"type":"Point","coordinates":[1,2]}}]}"#;
    assert_eq!(parse_shapes(feature), Err(ShapeFault::NotAnArea(1)));
}

#[test]
fn shapes_survive_being_stored() {
    for shape in read("mellan") {
        let stored = shape.geometry();
        let again = AreaShape::from_geometry(
            shape.code.clone(),
            shape.name.clone(),
            shape.parent.clone(),
            &stored,
        );
        assert_eq!(again.as_ref(), Some(&shape));
    }
}

#[test]
fn a_degree_of_latitude_is_as_long_as_known() {
    let at = |latitude| Point {
        longitude: 11.97,
        latitude,
    };
    assert!((haversine(at(57.0), at(58.0)) - 111_195.0).abs() < 10.0);
    assert_eq!(haversine(at(57.0), at(57.0)), 0.0);
}

#[test]
fn outlines_fit_their_box_are_small_and_share_borders() {
    let shapes = read("mellan");
    let map = outlines(&shapes, 1000, 1.5);
    assert_eq!(map.outlines.len(), 36);
    let bytes: usize = map.outlines.iter().map(|outline| outline.path.len()).sum();
    println!("36 outlines, {bytes} bytes, {} × {}", map.width, map.height);
    assert!(bytes < 16_000, "{bytes}");
    let mut sides = std::collections::HashMap::new();
    for outline in &map.outlines {
        assert!(!outline.path.is_empty(), "{}", outline.name);
        assert!((0.0..=1000.0).contains(&outline.label.0));
        for ring in outline.path.split('M').skip(1) {
            let mut spots = absolute(ring);
            for (x, y) in &spots {
                assert!((0..=1000).contains(x) && (0..=i64::from(map.height)).contains(y));
            }
            spots.push(spots[0]);
            for pair in spots.windows(2) {
                *sides
                    .entry((pair[0].min(pair[1]), pair[0].max(pair[1])))
                    .or_insert(0) += 1;
            }
        }
    }
    // Most sides are coast. Were each area simplified alone, next to none would be the same on both sides.
    let shared = sides.values().filter(|count| **count == 2).count();
    assert!(shared > 500, "{shared} of {} sides are shared", sides.len());
}

/// The spots of one ring of a path.
fn absolute(ring: &str) -> Vec<(i64, i64)> {
    let text = ring
        .trim_end_matches('z')
        .replace('l', " ")
        .replace('-', " -");
    let numbers: Vec<i64> = text
        .split_whitespace()
        .map(|number| number.parse().unwrap())
        .collect();
    let mut at = (0, 0);
    numbers
        .chunks(2)
        .map(|step| {
            at = (at.0 + step[0], at.1 + step[1]);
            at
        })
        .collect()
}
