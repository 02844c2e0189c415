//! The land of a map, with as much detail as can be seen of it.

use std::fmt::Write;

use super::{
    clip::clip,
    frame::Frame,
    land::{self, Ring},
    point::Point,
    simplify::simplify,
};
use fact_cards_story::edition::Map;

/// The land as rings on the drawing.
#[derive(Debug, Default)]
pub struct Outline {
    rings: Vec<Vec<Point>>,
    /// The `d` of an SVG path, in units.
    pub path: String,
}

impl Outline {
    /// How far a line may leave its coast, in CSS pixels. The first that makes the path short enough is taken.
    const TOLERANCES: [f64; 7] = [0.6, 0.8, 1.1, 1.5, 2.0, 3.0, 4.0];
    /// The land is cut so far beyond the edges that no simplified line comes back to them.
    const BEYOND: f64 = 8.0;
    /// An island with a pin counts from so near, in CSS pixels.
    const BELOW_PIN: f64 = 3.0;

    /// The land in a frame. Small islands are left out, but not those with one of the places.
    /// The path has at most so many bytes.
    pub fn new(frame: &Frame, places: &[Point], most_bytes: usize) -> Self {
        let tips: Vec<_> = places.iter().map(|place| frame.point(*place)).collect();
        let clipped = in_frame(frame);
        for tolerance in Self::TOLERANCES {
            let rings: Vec<_> = clipped.iter().filter_map(|ring| simplified(ring, tolerance, &tips)).collect();
            let path = path(&rings);
            if path.len() <= most_bytes {
                return Self { rings, path };
            }
        }
        // Nothing on earth is that ragged.
        Self::default()
    }

    /// Whether readers can tell by the coasts what they see: there are some, and more than a corner is sea.
    pub fn has_coast(&self, frame: &Frame) -> bool {
        const MOST_LAND: f64 = 0.9;
        let (least, most) = (Point { x: 0.0, y: 0.0 }, Point { x: frame.width, y: frame.height });
        // What lies beyond the edges nobody sees. On a face that is more than half of it.
        let land: f64 = self.rings.iter().map(|ring| area(&clip(ring, least, most))).sum();
        land < MOST_LAND * frame.width * frame.height && self.rings.iter().flatten().any(|point| frame.shows(*point))
    }
}

/// The `d` of an SVG path for these rings: whole units, and only the spaces that part numbers.
fn path(rings: &[Vec<Point>]) -> String {
    let mut path = String::new();
    // After `z` the pen is back where the ring began.
    let mut pen = (0, 0);
    for ring in rings {
        let mut corners: Vec<_> = ring.iter().map(|point| units(*point)).collect();
        corners.dedup();
        if corners.len() < 3 {
            continue;
        }
        path.push('m');
        let mut at = pen;
        pen = corners.first().copied().unwrap_or(pen);
        for (x, y) in corners {
            // What follows the first pair of an `m` are lines.
            for number in [x - at.0, y - at.1] {
                // A minus parts numbers as well.
                let space = if number < 0 || path.ends_with('m') { "" } else { " " };
                write!(path, "{space}{number}").unwrap_or_default();
            }
            at = (x, y);
        }
        path.push('z');
    }
    path
}

/// Every ring that reaches into the frame, as it is drawn there and cut beyond its edges.
fn in_frame(frame: &Frame) -> Vec<Vec<Point>> {
    let (upper_left, lower_right) = frame.corners(Outline::BEYOND);
    let mut clipped = Vec::new();
    for turn in land::TURNS {
        let least = Point { x: upper_left.x - turn, ..upper_left };
        let most = Point { x: lower_right.x - turn, ..lower_right };
        let reaches =
            |ring: &&Ring| ring.east > least.x && ring.west < most.x && ring.south > least.y && ring.north < most.y;
        let again = |ring: &&Ring| turn == 0.0 || !ring.goes_around();
        for ring in land::rings().iter().filter(again).filter(reaches) {
            let part = clip(&ring.points, least, most);
            let drawn = part.iter().map(|point| frame.point(Point { x: point.x + turn, ..*point }));
            clipped.push(thinned(drawn));
        }
    }
    clipped
}

/// The points less those that nobody could tell from the one before: of a map of the world, most.
fn thinned(points: impl Iterator<Item = Point>) -> Vec<Point> {
    const SAME: f64 = 0.2;
    let mut kept: Vec<Point> = Vec::new();
    for point in points {
        if kept.last().is_none_or(|last| last.square_to(point) > SAME * SAME) {
            kept.push(point);
        }
    }
    kept
}

/// A ring with less detail, or None where nothing of it could be seen and no pin stands on it.
fn simplified(ring: &[Point], tolerance: f64, tips: &[Point]) -> Option<Vec<Point>> {
    let simple = simplify(ring, tolerance);
    let least_area = 8.0 * tolerance * tolerance;
    if area(&simple).abs() >= least_area {
        return Some(simple);
    }
    let has_pin = tips.iter().any(|tip| ring.iter().any(|point| point.distance(*tip) < Outline::BELOW_PIN));
    let detailed = if has_pin { simplify(ring, 0.25) } else { Vec::new() };
    (area(&detailed).abs() > 0.25).then_some(detailed)
}

/// What a ring encloses, in square pixels: less than nothing for a sea in the middle of land.
fn area(ring: &[Point]) -> f64 {
    let next = ring.iter().skip(1).chain(ring.first());
    ring.iter().zip(next).map(|(from, to)| from.x * to.y - to.x * from.y).sum::<f64>() / 2.0
}

#[allow(clippy::cast_possible_truncation, reason = "the land is cut near the edges of the drawing")]
fn units(point: Point) -> (i32, i32) {
    let units = |pixels: f64| (pixels * f64::from(Map::UNITS_PER_PIXEL)).round() as i32;
    (units(point.x), units(point.y))
}
