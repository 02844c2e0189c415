//! All ways in turn, in stories of increasing size, for as long as what they do does not take too long.

use std::{
    collections::{BTreeMap, BTreeSet},
    time::{Duration, Instant},
};

use anyhow::{Error, Result};
use serde::Serialize;

use crate::{
    act::{Act, Group},
    browser::TooLong,
    page::Page,
    stats::Summary,
    way::Way,
};

/// Acts whose median so far is above this, in milliseconds, are not measured in further rounds or larger stories.
const TOO_LONG: f64 = 2000.0;

/// Ways whose page takes longer than this to start are not measured in that story or larger ones.
const TOO_LONG_TO_OPEN: Duration = Duration::from_secs(30);

/// A measurement that is skipped from a size on, since it takes too long.
#[derive(Debug, PartialEq, Serialize)]
pub struct LeftOut {
    pub way: Way,
    /// The group; none means all, since the page takes too long to start.
    pub group: Option<Group>,
    /// The size of the first story in which it is skipped.
    pub cards: usize,
}

/// What followed an act.
pub trait Painted {
    /// From the input to the painted outcome, in milliseconds.
    fn painted(&self) -> f64;
}

/// What a visit to a page came to.
pub struct Visit<R> {
    done: Vec<(Act, R)>,
    /// Whether the page worked soon enough.
    is_open: bool,
    /// What did not come to an end.
    endless: Option<Group>,
}

/// What is to be done with a story.
pub struct Rounds {
    pub cards: usize,
    /// How many there are.
    pub times: usize,
    /// The size of the next larger story.
    pub next: Option<usize>,
}

/// The groups of acts that each way still does, and those that were left out.
pub struct Turns {
    left: BTreeMap<Way, BTreeSet<Group>>,
    pub left_out: Vec<LeftOut>,
}

impl Turns {
    /// All ways do all of these acts that there are in their page.
    pub fn new(acts: &[Act]) -> Self {
        let groups = |way| acts.iter().filter(|act| act.is_in(way)).map(|act| act.group()).collect();
        Self { left: Way::ALL.into_iter().map(|way| (way, groups(way))).collect(), left_out: Vec::new() }
    }

    /// Lets each way visit a story in each round. Returns what followed each act.
    pub fn measure<R: Painted>(
        &mut self,
        Rounds { cards, times, next }: Rounds,
        mut visit: impl FnMut(Way, &BTreeSet<Group>) -> Result<Visit<R>>,
    ) -> Result<BTreeMap<(Way, Act), Vec<R>>> {
        let mut responses: BTreeMap<(Way, Act), Vec<R>> = BTreeMap::new();
        for round in 1..=times {
            self.left.retain(|_, groups| !groups.is_empty());
            for (way, groups) in self.left.clone() {
                println!("  {cards} cards, round {round} of {times}: {}", way.name());
                let Visit { done, is_open, endless } = visit(way, &groups)?;
                for (act, response) in done {
                    let so_far = responses.entry((way, act)).or_default();
                    so_far.push(response);
                    // Further rounds of a measurement that takes minutes would add nothing.
                    if is_too_long(so_far) && self.left.get_mut(&way).is_some_and(|groups| groups.remove(&act.group()))
                    {
                        self.left_out.extend(next.map(|cards| LeftOut { way, group: Some(act.group()), cards }));
                    }
                }
                if let Some(group) = endless {
                    self.left.entry(way).or_default().remove(&group);
                }
                if !is_open {
                    self.left.remove(&way);
                }
                if endless.is_some() || !is_open {
                    self.left_out.push(LeftOut { way, group: endless, cards });
                }
            }
        }
        Ok(responses)
    }
}

/// Opens a page and does groups of acts in it, up to one that takes too long. With ours nothing may.
pub fn visit<R>(
    mut page: Page,
    way: Way,
    groups: &BTreeSet<Group>,
    open: impl FnOnce(&mut Page) -> Result<()>,
    mut acts: impl FnMut(&mut Page, Group) -> Result<Vec<(Act, R)>>,
) -> Result<Visit<R>> {
    let began = Instant::now();
    let is_too_long = |error: &Error| way != Way::Ours && error.is::<TooLong>();
    let mut visit = Visit { done: Vec::new(), is_open: true, endless: None };
    match open(&mut page) {
        Ok(()) if began.elapsed() <= TOO_LONG_TO_OPEN => {
            for &group in groups {
                match acts(&mut page, group) {
                    Ok(done) => visit.done.extend(done),
                    Err(error) if is_too_long(&error) => {
                        // Nothing else can be done in a page that does not answer.
                        visit.endless = Some(group);
                        break;
                    }
                    Err(error) => return Err(error),
                }
            }
        }
        Err(error) if !is_too_long(&error) => return Err(error),
        _ => visit.is_open = false,
    }
    page.close()?;
    Ok(visit)
}

fn is_too_long(responses: &[impl Painted]) -> bool {
    summary(responses, Painted::painted).is_some_and(|painted| painted.median > TOO_LONG)
}

/// A summary of a number that each response has.
pub fn summary<R>(responses: &[R], number: impl Fn(&R) -> f64) -> Option<Summary> {
    Summary::new(&responses.iter().map(number).collect::<Vec<f64>>())
}

#[cfg(test)]
mod tests {
    use anyhow::Result;

    use super::{LeftOut, Painted, Rounds, Turns, Visit};
    use crate::{
        act::{Act, Group},
        way::Way,
    };

    struct After(f64);

    impl Painted for After {
        fn painted(&self) -> f64 {
            self.0
        }
    }

    const ACTS: [Act; 2] = [Act::Key, Act::Filter];

    /// How often each way did a key, in two rounds, if a key takes so long in that way.
    fn keys(turns: &mut Turns, cards: usize, next: Option<usize>, takes: fn(Way) -> f64) -> Result<[usize; 5]> {
        let responses = turns.measure(Rounds { cards, times: 2, next }, |way, groups| {
            let done = groups.iter().map(|group| match group {
                Group::Search => (Act::Key, After(takes(way))),
                _ => (Act::Filter, After(1.0)),
            });
            Ok(Visit { done: done.collect(), is_open: true, endless: None })
        })?;
        Ok(Way::ALL.map(|way| responses.get(&(way, Act::Key)).map_or(0, Vec::len)))
    }

    #[test]
    fn what_takes_too_long_is_left_out_of_further_rounds_and_larger_stories() -> Result<()> {
        let mut turns = Turns::new(&ACTS);
        let takes = |way| if way == Way::ListJs { 2001.0 } else { 2000.0 };
        assert_eq!(keys(&mut turns, 100, Some(1000), takes)?, [2, 2, 1, 2, 2]);
        assert_eq!(keys(&mut turns, 1000, None, takes)?, [2, 2, 0, 2, 2]);
        assert_eq!(turns.left_out, [LeftOut { way: Way::ListJs, group: Some(Group::Search), cards: 1000 }]);
        Ok(())
    }

    #[test]
    fn a_way_that_has_nothing_left_to_do_is_not_visited() -> Result<()> {
        let mut turns = Turns::new(&[Act::Key, Act::ViewTimeline]);
        keys(&mut turns, 100, Some(1000), |_| 2001.0)?;
        let mut visited = Vec::new();
        turns.measure(Rounds { cards: 1000, times: 1, next: None }, |way, groups| {
            visited.push((way, groups.clone()));
            Ok(Visit::<After> { done: Vec::new(), is_open: true, endless: None })
        })?;
        assert_eq!(visited, [(Way::Ours, [Group::View].into())]);
        Ok(())
    }

    #[test]
    fn a_way_whose_page_does_not_open_is_left_out_altogether() -> Result<()> {
        let mut turns = Turns::new(&ACTS);
        let mut visits = 0;
        turns.measure(Rounds { cards: 100, times: 3, next: None }, |way, _| {
            visits += usize::from(way == Way::Isotope);
            Ok(Visit::<After> { done: Vec::new(), is_open: way != Way::Isotope, endless: None })
        })?;
        assert_eq!(visits, 1);
        assert_eq!(turns.left_out, [LeftOut { way: Way::Isotope, group: None, cards: 100 }]);
        Ok(())
    }
}
