//! Bytes that are almost a story's. They are mutated where it matters: numbers become large, texts change places, parts
//! are cut and repeated, while the lengths before them stay as they were.

use fact_cards_story::{leb128, wire::Writer};

/// A seeded random number generator.
pub struct Random(u64);

impl Random {
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// A number below a limit, by `SplitMix64`.
    pub fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((mixed ^ (mixed >> 31)) % u64::try_from(limit.max(1)).unwrap()).unwrap()
    }

    fn byte(&mut self) -> u8 {
        u8::try_from(self.below(256)).unwrap()
    }
}

/// Numbers at and beyond the limits of the format.
const TELLING: [u32; 14] = [0, 1, 2, 3, 50, 127, 128, 200, 201, 255, 0xffff, 0x1_0000, 0x7fff_ffff, u32::MAX];

/// The bytes of an edition after some mutations. Parts of `other` may be spliced in.
pub fn mutated(edition: &[u8], other: &[u8], random: &mut Random) -> Vec<u8> {
    let (mut parts, others) = (parts(edition), parts(other));
    // After a single mutation it is usually still a story.
    let changes = [1, 1, 1, 1, 2, 4][random.below(6)];
    for _ in 0..changes {
        let at = random.below(4);
        let part = &mut parts[at];
        // Of the four parts, the first and third hold numbers, the others texts.
        if at.is_multiple_of(2) && random.below(4) > 0 {
            change_number(part, random);
        } else {
            change_bytes(part, &others[at], random);
        }
    }
    let mut bytes = joined(&parts);
    if random.below(8) == 0 {
        change_bytes(&mut bytes, other, random);
    }
    bytes
}

/// The bytes of a story with one edition, which has these bytes.
pub fn story_of(edition: &[u8]) -> Vec<u8> {
    let mut writer = Writer::default();
    writer.count(1);
    writer.text("en");
    writer.bytes(edition);
    writer.into_bytes()
}

fn change_number(part: &mut Vec<u8>, random: &mut Random) {
    let from = random.below(part.len());
    let Some(start) = (from..part.len()).find(|at| *at == 0 || part[at - 1] & 0x80 == 0) else { return };
    let Some(length) = part[start..].iter().position(|byte| byte & 0x80 == 0) else { return };
    let number = match random.below(3) {
        0 => TELLING[random.below(TELLING.len())],
        _ => u32::try_from(random.below(300)).unwrap(),
    };
    let end = match random.below(8) {
        // One more number, or one in place of several.
        0 => start,
        1 => (start + 1 + random.below(8)).min(part.len()),
        _ => start + length + 1,
    };
    part.splice(start..end, written(number));
}

fn change_bytes(part: &mut Vec<u8>, other: &[u8], random: &mut Random) {
    let start = random.below(part.len() + 1);
    let end = (start + random.below(40)).min(part.len());
    match random.below(6) {
        0 | 1 => part[start..end].iter_mut().take(1).for_each(|byte| *byte ^= 1 << random.below(7)),
        2 => part[start..end].iter_mut().take(3).for_each(|byte| *byte = random.byte()),
        4 => drop(part.drain(start..end)),
        3 => {
            let repeated = part[start..end].repeat(1 + random.below(300));
            part.splice(start..start, repeated);
        }
        _ => {
            let from = random.below(other.len() + 1);
            let to = (from + random.below(200)).min(other.len());
            part.splice(start..end, other[from..to].iter().copied());
        }
    }
}

/// The four parts that a `Writer` writes.
fn parts(bytes: &[u8]) -> [Vec<u8>; 4] {
    let mut rest = bytes;
    let mut number = || usize::try_from(leb128::read(&mut rest).unwrap()).unwrap();
    let lengths = [number(), number(), number()];
    let mut parts = lengths.map(|length| {
        let (part, behind) = rest.split_at(length);
        rest = behind;
        part.to_vec()
    });
    let [shared_numbers, shared_texts, numbers] = parts.each_mut().map(std::mem::take);
    [shared_numbers, shared_texts, numbers, rest.to_vec()]
}

fn joined(parts: &[Vec<u8>; 4]) -> Vec<u8> {
    let lengths = parts.iter().take(3).flat_map(|part| written(u32::try_from(part.len()).unwrap()));
    lengths.chain(parts.iter().flatten().copied()).collect()
}

fn written(number: u32) -> Vec<u8> {
    let mut bytes = Vec::new();
    leb128::write(&mut bytes, number);
    bytes
}
