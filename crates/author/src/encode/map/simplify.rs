use super::point::Point;

/// A ring with fewer points, none of its old ones farther than `tolerance` from it. After Douglas and Peucker.
pub fn simplify(ring: &[Point], tolerance: f64) -> Vec<Point> {
    // Two far points stay; between them both ways are lines. The first comes once more to end the second.
    let mut line = ring.to_vec();
    line.extend(ring.first());
    let mut kept = vec![false; line.len()];
    let last = line.len().saturating_sub(1);
    let far = farthest(&line, 0, last).map_or(0, |(far, _)| far);
    let mut parts = vec![(0, far), (far, last)];
    for end in [0, far] {
        if let Some(kept) = kept.get_mut(end) {
            *kept = true;
        }
    }
    while let Some((from, to)) = parts.pop() {
        if let Some((far, distance)) = farthest(&line, from, to)
            && distance > tolerance * tolerance
            && let Some(kept) = kept.get_mut(far)
        {
            *kept = true;
            parts.extend([(from, far), (far, to)]);
        }
    }
    ring.iter().zip(kept).filter_map(|(point, kept)| kept.then_some(*point)).collect()
}

/// The point between two that is farthest from the line between them, and the square of how far it is.
fn farthest(line: &[Point], from: usize, to: usize) -> Option<(usize, f64)> {
    let (start, end) = (*line.get(from)?, *line.get(to)?);
    let (along, above) = (end.x - start.x, end.y - start.y);
    let square = start.square_to(end);
    let mut farthest = None;
    let mut most = -1.0;
    for (point, at) in line.get(from + 1..to)?.iter().zip(from + 1..) {
        let share = (point.x - start.x) * along + (point.y - start.y) * above;
        let distance = if share <= 0.0 {
            point.square_to(start)
        } else if share >= square {
            point.square_to(end)
        } else {
            let aside = (point.x - start.x) * above - (point.y - start.y) * along;
            aside * aside / square
        };
        if distance > most {
            (most, farthest) = (distance, Some((at, distance)));
        }
    }
    farthest
}

#[cfg(test)]
mod tests {
    use super::*;

    fn simplified(ring: &[(f64, f64)], tolerance: f64) -> Vec<(f64, f64)> {
        let ring: Vec<_> = ring.iter().map(|(x, y)| Point { x: *x, y: *y }).collect();
        simplify(&ring, tolerance).iter().map(|point| (point.x, point.y)).collect()
    }

    #[test]
    fn points_within_the_tolerance_are_dropped_and_others_kept() {
        let square = [(0.0, 0.0), (5.0, 0.4), (10.0, 0.0), (10.0, 5.0), (10.0, 10.0), (4.0, 9.2), (0.0, 10.0)];
        assert_eq!(simplified(&square, 0.5), [(0.0, 0.0), (10.0, 0.0), (10.0, 10.0), (4.0, 9.2), (0.0, 10.0)]);
        assert_eq!(simplified(&square, 1.0), [(0.0, 0.0), (10.0, 0.0), (10.0, 10.0), (0.0, 10.0)]);
    }

    #[test]
    fn rings_of_few_points_are_handled() {
        assert!(simplified(&[], 1.0).is_empty());
        assert_eq!(simplified(&[(1.0, 1.0)], 1.0), [(1.0, 1.0)]);
        assert_eq!(simplified(&[(1.0, 1.0), (1.0, 1.0)], 1.0).len(), 2);
    }
}
