use super::point::Point;

/// What of a ring lies in the box from one corner to the other: where it leaves the box it goes on along the edge.
///
/// After Sutherland and Hodgman, one edge after the other. A ring that enters several times stays one ring; what joins
/// its parts lies on the edges, without an area.
pub fn clip(ring: &[Point], least: Point, most: Point) -> Vec<Point> {
    let ring = cut(ring, |point| point.x - least.x);
    let ring = cut(&ring, |point| most.x - point.x);
    let ring = cut(&ring, |point| point.y - least.y);
    cut(&ring, |point| most.y - point.y)
}

/// What lies on one side of a line, where `inside` says how far.
fn cut(ring: &[Point], inside: impl Fn(Point) -> f64) -> Vec<Point> {
    let mut kept = Vec::new();
    let Some(last) = ring.last() else { return kept };
    let mut from = (*last, inside(*last));
    for point in ring {
        let to = (*point, inside(*point));
        if (from.1 >= 0.0) != (to.1 >= 0.0) {
            let share = from.1 / (from.1 - to.1);
            let between = |from: f64, to: f64| from + share * (to - from);
            kept.push(Point { x: between(from.0.x, to.0.x), y: between(from.0.y, to.0.y) });
        }
        if to.1 >= 0.0 {
            kept.push(to.0);
        }
        from = to;
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    const BOX: [Point; 2] = [Point { x: 0.0, y: 0.0 }, Point { x: 10.0, y: 10.0 }];

    fn clipped(ring: &[(f64, f64)]) -> Vec<(f64, f64)> {
        let ring: Vec<_> = ring.iter().map(|(x, y)| Point { x: *x, y: *y }).collect();
        clip(&ring, BOX[0], BOX[1]).iter().map(|point| (point.x, point.y)).collect()
    }

    #[test]
    fn a_ring_inside_stays_as_it_is() {
        let ring = [(1.0, 1.0), (9.0, 1.0), (5.0, 9.0)];
        assert_eq!(clipped(&ring), ring);
    }

    #[test]
    fn a_ring_outside_is_dropped() {
        assert!(clipped(&[(11.0, 1.0), (19.0, 1.0), (15.0, 9.0)]).is_empty());
        assert!(clipped(&[]).is_empty());
    }

    #[test]
    fn a_ring_around_the_box_becomes_the_box() {
        let mut corners = clipped(&[(-90.0, -90.0), (90.0, -90.0), (90.0, 90.0), (-90.0, 90.0)]);
        corners.sort_by(|one, other| one.0.total_cmp(&other.0).then(one.1.total_cmp(&other.1)));
        assert_eq!(corners, [(0.0, 0.0), (0.0, 10.0), (10.0, 0.0), (10.0, 10.0)]);
    }

    #[test]
    fn a_ring_across_an_edge_is_cut_there() {
        assert_eq!(clipped(&[(5.0, 2.0), (15.0, 2.0), (15.0, 8.0), (5.0, 8.0)]).len(), 4);
        assert!(clipped(&[(5.0, 2.0), (15.0, 2.0), (15.0, 8.0), (5.0, 8.0)]).contains(&(10.0, 8.0)));
    }
}
