//! Which part of the earth a map shows.

use super::point::Point;
use fact_cards_story::edition::Map;

/// A part of the map of the earth, and how it is drawn. Lengths are in CSS pixels where the drawing is narrowest.
#[derive(Debug)]
pub struct Frame {
    /// Its upper left corner, on the map of the earth.
    corner: Point,
    /// Pixels to a degree of that map.
    scale: f64,
    pub width: f64,
    pub height: f64,
}

impl Frame {
    pub const WIDTH: f64 = Map::LEAST_WIDTH as f64;
    /// No wider than 3:2.
    const LEAST_HEIGHT: f64 = Self::WIDTH / 1.5;
    /// No taller than 5:4, so that no screen is lower than the map: places that lie north and south of each other have the land beside
    /// them instead.
    const MOST_HEIGHT: f64 = Self::WIDTH / 1.25;
    /// How far the tip of a pin stays from the edges, so that there is room for the pin and for a line above or below.
    const SIDE: f64 = 28.0;
    const ABOVE: f64 = 48.0;
    const BELOW: f64 = 24.0;

    /// How many degrees a map shows at least from west to east, as long as they are at the equator: 8° are 890 km. The
    /// greater ones are for places far from any coast.
    pub const LEAST_DEGREES: [f64; 7] = [8.0, 12.0, 18.0, 27.0, 40.0, 60.0, 90.0];
    /// Near the poles less than that is once around the earth.
    const MOST_DEGREES: f64 = 240.0;

    /// The part around these points of the map of the earth. None for no points.
    pub fn around(points: &[Point], least_degrees: f64) -> Option<Self> {
        let middle = |ends: (f64, f64)| f64::midpoint(ends.0, ends.1);
        let (across, down) = (ends(points.iter().map(|point| point.x))?, ends(points.iter().map(|point| point.y))?);
        let centre = Point { x: middle(across), y: middle(down) };
        let least = (least_degrees * centre.enlargement()).min(Self::MOST_DEGREES);
        // A length of none gives an infinite scale here, which is not the least.
        let scale = ((Self::WIDTH - 2.0 * Self::SIDE) / (across.1 - across.0))
            .min((Self::MOST_HEIGHT - Self::ABOVE - Self::BELOW) / (down.1 - down.0))
            .min(Self::WIDTH / least);
        let height = (down.1 - down.0) * scale + Self::ABOVE + Self::BELOW;
        let height = height.round().clamp(Self::LEAST_HEIGHT, Self::MOST_HEIGHT);
        let above_centre = f64::midpoint(height, Self::ABOVE - Self::BELOW);
        let corner = Point { x: centre.x - Self::WIDTH / 2.0 / scale, y: centre.y - above_centre / scale };
        Some(Self { corner, scale, width: Self::WIDTH, height })
    }

    /// A square with a point of the map of the earth in its middle.
    pub fn square(centre: Point, side: f64, least_degrees: f64) -> Self {
        let degrees = (least_degrees * centre.enlargement()).min(Self::MOST_DEGREES);
        let corner = Point { x: centre.x - degrees / 2.0, y: centre.y - degrees / 2.0 };
        Self { corner, scale: side / degrees, width: side, height: side }
    }

    /// Where a point of the map of the earth is drawn.
    pub fn point(&self, place: Point) -> Point {
        Point { x: (place.x - self.corner.x) * self.scale, y: (place.y - self.corner.y) * self.scale }
    }

    /// The upper left and the lower right corner of what is drawn with so many pixels around it, on the map of the earth.
    pub fn corners(&self, around: f64) -> (Point, Point) {
        let degrees = |right: f64, down: f64| Point {
            x: self.corner.x + right / self.scale,
            y: self.corner.y + down / self.scale,
        };
        (degrees(-around, -around), degrees(self.width + around, self.height + around))
    }

    /// Whether a point of the drawing is so far inside that readers see it, and something on both sides of it.
    pub fn shows(&self, point: Point) -> bool {
        let edge = self.width / 18.0;
        (edge..self.width - edge).contains(&point.x) && (edge..self.height - edge).contains(&point.y)
    }
}

/// The least and the greatest.
fn ends(values: impl Iterator<Item = f64>) -> Option<(f64, f64)> {
    values.map(|value| (value, value)).reduce(|(least, most), (value, _)| (least.min(value), most.max(value)))
}

/// Counts longitudes on beyond 180°, so that all of them lie in the shortest part of the earth's circle that has all.
pub fn unroll(points: &mut [Point]) {
    for point in &mut *points {
        point.x = (point.x + 180.0).rem_euclid(360.0) - 180.0;
    }
    let mut sorted: Vec<f64> = points.iter().map(|point| point.x).collect();
    sorted.sort_by(f64::total_cmp);
    let Some(first) = sorted.first() else { return };
    // What follows the widest gap is the western end.
    let next = sorted.iter().skip(1).copied().chain([first + 360.0]);
    let gaps = sorted.iter().zip(next).map(|(from, to)| (to - from, to));
    let widest = gaps.reduce(|widest, gap| if gap.0 > widest.0 { gap } else { widest });
    let west = widest.map_or(*first, |(_, west)| west);
    for point in points.iter_mut().filter(|point| point.x < west && west < 180.0) {
        point.x += 360.0;
    }
}
