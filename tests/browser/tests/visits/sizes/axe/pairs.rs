//! Pairwise testing: few combinations of several factors in which every two values of different factors still occur
//! together, since most faults come from the combination of two things.

use std::collections::BTreeSet;

/// A value of one factor and a value of another, each as the index of the factor and of the value.
type Pair = [(usize, usize); 2];

/// The combinations for factors with that many values each, in order. They are the same each time.
pub fn all_pairs<const FACTORS: usize>(values: [usize; FACTORS]) -> Vec<[usize; FACTORS]> {
    let every = every_combination(values);
    let mut missing: BTreeSet<Pair> = every.iter().flat_map(pairs_of).collect();
    let mut chosen = Vec::new();
    while !missing.is_empty() {
        let brings =
            |combination: &&[usize; FACTORS]| pairs_of(combination).filter(|pair| missing.contains(pair)).count();
        let Some(best) = every.iter().max_by_key(brings) else { break };
        missing.retain(|missing| !pairs_of(best).any(|pair| pair == *missing));
        chosen.push(*best);
    }
    chosen.sort_unstable();
    chosen
}

fn every_combination<const FACTORS: usize>(values: [usize; FACTORS]) -> Vec<[usize; FACTORS]> {
    let mut every = vec![[0; FACTORS]];
    for (factor, count) in values.into_iter().enumerate() {
        let with_each = |combination: [usize; FACTORS]| {
            (0..count).map(move |value| {
                let mut combination = combination;
                combination[factor] = value;
                combination
            })
        };
        every = every.into_iter().flat_map(with_each).collect();
    }
    every
}

fn pairs_of<const FACTORS: usize>(combination: &[usize; FACTORS]) -> impl Iterator<Item = Pair> {
    (0..FACTORS).flat_map(move |one| {
        (one + 1..FACTORS).map(move |other| [(one, combination[one]), (other, combination[other])])
    })
}

#[test]
fn every_pair_of_values_of_two_factors_occurs() {
    let values = [4, 3, 2, 5, 1, 2];
    let chosen = all_pairs(values);
    for (one, ones) in values.into_iter().enumerate() {
        for (other, others) in values.into_iter().enumerate().skip(one + 1) {
            for (this, that) in (0..ones).flat_map(|this| (0..others).map(move |that| (this, that))) {
                let meet = chosen.iter().any(|combination| combination[one] == this && combination[other] == that);
                assert!(meet, "value {this} of factor {one} and value {that} of factor {other}");
            }
        }
    }
}

#[test]
fn there_are_hardly_more_combinations_than_the_two_largest_factors_need() {
    let chosen = all_pairs([4, 3, 2, 5, 5, 2]);
    assert!((25..=30).contains(&chosen.len()), "{}", chosen.len());
    assert_eq!(chosen, all_pairs([4, 3, 2, 5, 5, 2]), "they are the same ones each time");
}
