//! The coasts of the earth: Natural Earth 1:50m, public domain. `land/README.md` says how the file was made.

use std::{iter, sync::OnceLock};

use super::point::Point;
use fact_cards_story::leb128;

static FILE: &[u8] = include_bytes!("../../../land/land-50m.bin");

/// The grid that the file's numbers count on.
const STEPS: f64 = 99_999.0;
const DEGREES_EAST: f64 = 360.0 / STEPS;
const DEGREES_NORTH: f64 = 173.598_609_375 / STEPS;
const WEST_END: f64 = -180.0;
const SOUTH_END: f64 = -89.999;

/// The map of the earth goes on to both sides; a map may show land at so many degrees east of where it is here.
pub const TURNS: [f64; 5] = [-720.0, -360.0, 0.0, 360.0, 720.0];

/// A closed line with land on one side, on the map of the earth. The last point is not the first once more.
#[derive(Debug)]
pub struct Ring {
    pub points: Vec<Point>,
    /// Its ends on each side.
    pub west: f64,
    pub north: f64,
    pub east: f64,
    pub south: f64,
}

/// Every coast. Read once; after that it is there.
pub fn rings() -> &'static [Ring] {
    static RINGS: OnceLock<Vec<Ring>> = OnceLock::new();
    RINGS.get_or_init(|| read(FILE))
}

fn read(file: &[u8]) -> Vec<Ring> {
    let mut numbers = Numbers(file);
    let (mut x, mut y) = (0, 0);
    iter::from_fn(|| {
        let length = numbers.next()?;
        let mut ring = Ring::empty();
        for _ in 0..length {
            x += numbers.signed()?;
            y += numbers.signed()?;
            ring.add(on_earth(x, y));
        }
        Some(if ring.east - ring.west > 359.0 { around_the_pole(&ring.points) } else { ring })
    })
    .collect()
}

fn on_earth(x: i32, y: i32) -> Point {
    Point::on_earth((SOUTH_END + DEGREES_NORTH * f64::from(y), WEST_END + DEGREES_EAST * f64::from(x)))
}

/// Antarctica: its coast again and again from west to east, so that no map shows a seam, and closed at the pole.
fn around_the_pole(coast: &[Point]) -> Ring {
    let mut ring = Ring::empty();
    for turn in TURNS {
        for point in coast {
            ring.add(Point { x: point.x + turn, ..*point });
        }
    }
    let (west, east, south) = (ring.west, ring.east, on_earth(0, 0).y);
    ring.add(Point { x: east, y: south });
    ring.add(Point { x: west, y: south });
    ring
}

impl Ring {
    /// Whether it already is on the map wherever the map may go on around the earth.
    pub fn goes_around(&self) -> bool {
        self.east - self.west > 360.0
    }

    fn empty() -> Self {
        let (least, most) = (f64::NEG_INFINITY, f64::INFINITY);
        Self { points: Vec::new(), west: most, north: most, east: least, south: least }
    }

    fn add(&mut self, point: Point) {
        self.west = self.west.min(point.x);
        self.east = self.east.max(point.x);
        self.north = self.north.min(point.y);
        self.south = self.south.max(point.y);
        self.points.push(point);
    }
}

/// The numbers of the file, one after the other.
struct Numbers<'f>(&'f [u8]);

impl Numbers<'_> {
    fn next(&mut self) -> Option<u32> {
        leb128::read(&mut self.0).ok()
    }

    /// A difference: 0, -1, 1, -2 and so on are written 0, 1, 2, 3.
    fn signed(&mut self) -> Option<i32> {
        let number = self.next()?;
        let half = i32::try_from(number / 2).ok()?;
        Some(if number % 2 == 0 { half } else { -1 - half })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_has_every_ring_and_every_point_of_its_source() {
        // The numbers for land-50m.json, minus the repeated last points and the hole at the South Pole.
        const POINTS: usize = 58_952;
        let points = rings().iter().map(|ring| match ring.points.len() {
            antarctica if ring.goes_around() => (antarctica - 2) / TURNS.len(),
            other => other,
        });
        assert_eq!(rings().len(), 1420);
        assert_eq!(points.sum::<usize>(), POINTS);
    }

    #[test]
    fn no_ring_jumps_across_the_earth() {
        for ring in rings() {
            for (from, to) in ring.points.iter().zip(ring.points.iter().skip(1)) {
                let along_the_pole = ring.goes_around() && from.y.max(to.y) >= ring.south;
                assert!((from.x - to.x).abs() < 20.0 || along_the_pole, "{from:?} {to:?}");
            }
        }
    }

    #[test]
    fn a_truncated_file_is_read_as_far_as_it_goes() {
        let whole = read(FILE).len();
        assert_eq!(whole, rings().len());
        let (_, short) = FILE.split_last().unwrap_or((&0, &[]));
        assert_eq!(read(short).len(), whole - 1);
        assert!(read(&[]).is_empty() && read(&[0xFF; 9]).is_empty());
    }
}
