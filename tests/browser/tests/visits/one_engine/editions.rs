//! Stories whose fingerprints collide.

use std::{collections::HashMap, fs};

use fact_cards_browser_tests::{Folder, Visit, site_folder};
use fact_cards_story::section::{HEADER_LENGTH, fingerprint, sealed};

use crate::{
    articles::article,
    several::{arrive_at_both, cards},
};

/// The offset basis and the prime of FNV-1a; a fingerprint is the lowest 32 bits of the hash.
const START: u32 = 0x8422_2325;
const PRIME: u32 = 0x01b3;

/// The inverse of the prime, to undo a step.
const INVERSE: u32 = {
    let mut inverse = PRIME;
    let mut step = 0;
    while step < 5 {
        inverse = inverse.wrapping_mul(2_u32.wrapping_sub(PRIME.wrapping_mul(inverse)));
        step += 1;
    }
    inverse
};

fn forwards(hash: u32, bytes: &[u8]) -> u32 {
    bytes.iter().fold(hash, |hash, byte| (hash ^ u32::from(*byte)).wrapping_mul(PRIME))
}

fn backwards(hash: u32, bytes: &[u8]) -> u32 {
    bytes.iter().rev().fold(hash, |hash, byte| hash.wrapping_mul(INVERSE) ^ u32::from(*byte))
}

/// All words of four lower-case letters.
fn words() -> impl Iterator<Item = [u8; 4]> {
    let letters = || b'a'..=b'z';
    letters().flat_map(move |a| {
        letters().flat_map(move |b| letters().flat_map(move |c| letters().map(move |d| [a, b, c, d])))
    })
}

/// A story with eight other letters in place of the given ones, so that it has the wanted fingerprint. They are found
/// by meeting in the middle: four from the start, four from the end.
fn forged(story: &[u8], letters: [u8; 8], wanted: u32) -> Vec<u8> {
    let header = usize::try_from(HEADER_LENGTH).unwrap();
    let mut written = story[header..].to_vec();
    let at = written.windows(8).position(|window| *window == letters).expect("the story has these letters");
    let (before, after) = (forwards(START, &written[..at]), backwards(wanted, &written[at + 8..]));
    let first: HashMap<u32, [u8; 4]> = words().map(|word| (forwards(before, &word), word)).collect();
    let found = words().find_map(|last| Some((*first.get(&backwards(after, &last))?, last)));
    let (first, last) = found.expect("456,976 words meet as many in 2^32 places");
    written[at..at + 8].copy_from_slice(&[first, last].concat());
    sealed(&written)
}

#[tokio::test]
async fn two_stories_with_the_same_fingerprint_are_not_confused() {
    let folder = Folder::copy_of(&site_folder("stories"), "editions");
    let trusted = fs::read(folder.path().join("seeds/story.bin")).unwrap();
    let path = folder.path().join("lighthouse/story.bin");
    let forged = forged(&fs::read(&path).unwrap(), *b"The last", fingerprint(&trusted).unwrap());
    assert_eq!(fingerprint(&forged), fingerprint(&trusted));
    assert_ne!(forged, trusted);
    fs::write(path, forged).unwrap();

    let elements = ["a", "b"].map(|id| {
        let story = if id == "a" { "lighthouse" } else { "seeds" };
        format!(r#"<fact-cards id="{id}" lang="en" src="{{site}}/{story}/story.bin"></fact-cards>"#)
    });
    let page = format!(r#"<script type="module" src="{{site}}/fact-cards.js"></script>{}"#, elements.concat());
    Visit::to_folder(folder.path().to_owned())
        .embedded_in(&article("", &page))
        .and(async |page| {
            arrive_at_both(page).await;
            let (lighthouse, seeds): (usize, usize) = (page.value(&cards("a")).await, page.value(&cards("b")).await);
            assert!(seeds > lighthouse && lighthouse > 2, "{lighthouse} cards and {seeds}");
            for (id, kind, found) in [("a", "venue", "gull-field"), ("b", "venue", "glasgow")] {
                page.click(&format!("#{id} >>> label[for=kind-{kind}]")).await;
                let card = format!("document.getElementById('{id}').shadowRoot.querySelector('[data-card={found}]')");
                page.until(&format!("heard.some(([event, , id]) => event === 'ready' && id === '{id}') && {card}"))
                    .await;
            }
        })
        .await;
}
