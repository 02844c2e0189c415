use fact_cards_story::edition::Map;

/// A point of a flat map: on the map of the earth, or on the drawing.
///
/// **On the map of the earth** both axes are in degrees, x to the east, y to the south. It is Mercator's, because that
/// keeps shapes: a coast looks right in Lapland as at the equator, for a city as for a continent. What it is blamed for,
/// large polar lands, only shows on maps that go from pole to pole. Its edges are upright and level, so that it is cut
/// by comparing numbers, and it is what readers know from other maps.
///
/// **On the drawing** both are in CSS pixels where it has its least width, from its upper left corner.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Point {
    pub x: f64,
    pub y: f64,
}

impl Point {
    /// The point of the map of the earth at a latitude and a longitude in degrees. The poles are very far away.
    pub fn on_earth((latitude, longitude): (f64, f64)) -> Self {
        Self { x: longitude, y: -latitude.to_radians().tan().asinh().to_degrees() }
    }

    /// The point where a venue at a latitude and a longitude is shown, no nearer to a pole than 85°.
    ///
    /// All land but Antarctica ends at 83.6°, so that a pin for the North Pole stands north of everything.
    pub fn of_venue((latitude, longitude): (f64, f64)) -> Self {
        Self::on_earth((latitude.clamp(-85.0, 85.0), longitude))
    }

    /// How much larger than at the equator everything is drawn here.
    pub fn enlargement(self) -> f64 {
        self.y.to_radians().cosh()
    }

    /// The nearest point of the drawing that has whole units.
    pub fn on_grid(self) -> Self {
        let units = f64::from(Map::UNITS_PER_PIXEL);
        Self { x: (self.x * units).round() / units, y: (self.y * units).round() / units }
    }

    pub fn distance(self, other: Self) -> f64 {
        self.square_to(other).sqrt()
    }

    /// The square of the distance: without a root it is sooner known.
    pub fn square_to(self, other: Self) -> f64 {
        let (across, down) = (other.x - self.x, other.y - self.y);
        across * across + down * down
    }
}
