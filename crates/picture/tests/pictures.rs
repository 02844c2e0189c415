//! What becomes of photographs, and of what is none.

#![allow(
    clippy::unwrap_used,
    clippy::cast_possible_truncation,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test stops at the first thing that is not as it should be"
)]

use std::{env, fs, path::Path, sync::OnceLock};

use fact_cards_picture::{Focus, Form, LEAST_SIDE, MOST_BYTES, PictureError, Seen, Size, forms};
use jpeg_decoder::Decoder;

/// A picture of the harbour story.
fn harbour(name: &str) -> Vec<u8> {
    let crate_folder = env::var_os("CARGO_MANIFEST_DIR").unwrap();
    fs::read(Path::new(&crate_folder).join("../../tests/stories/harbour/pictures").join(name)).unwrap()
}

const NAMES: [&str; 7] = [
    "breakwater.jpg",
    "engineer.webp",
    "harbour-master.png",
    "lighthouse.jpg",
    "old-quay.png",
    "pilot.jpg",
    "storm.jpg",
];

/// A picture by its name, with its bytes and its forms.
type Made = (&'static str, Vec<u8>, Vec<Form>);

/// The pictures of the harbour story with their forms.
fn all() -> &'static [Made] {
    static ALL: OnceLock<Vec<Made>> = OnceLock::new();
    ALL.get_or_init(|| {
        let made = |name| {
            let bytes = harbour(name);
            let forms = forms(&bytes, Focus::MIDDLE).unwrap_or_else(|error| panic!("{name}: {error}"));
            (name, bytes, forms)
        };
        NAMES.map(made).into()
    })
}

fn forms_of(name: &str) -> &'static [Form] {
    &all().iter().find(|(known, ..)| *known == name).unwrap().2
}

/// The pixels of a form.
fn pixels(form: &Form) -> Vec<[u8; 3]> {
    let mut decoder = Decoder::new(form.bytes.as_slice());
    let pixels = decoder.decode().unwrap();
    let info = decoder.info().unwrap();
    assert_eq!((u32::from(info.width), u32::from(info.height)), (form.size.width, form.size.height), "{}", form.key);
    pixels.chunks(3).map(|pixel| pixel.try_into().unwrap()).collect()
}

/// The pixel at parts of the width and the height.
fn at(form: &Form, x: f64, y: f64) -> [u8; 3] {
    #[allow(clippy::cast_sign_loss, reason = "a part of a side")]
    let part = |part: f64, side: u32| (part * f64::from(side - 1)).round() as usize;
    pixels(form)[part(y, form.size.height) * form.size.width as usize + part(x, form.size.width)]
}

fn is_near(found: [u8; 3], expected: [u8; 3]) -> bool {
    found.iter().zip(expected).all(|(found, expected)| found.abs_diff(expected) <= 12)
}

/// By how many steps of 256 two pictures of one size differ on average.
fn difference(one: &[[u8; 3]], other: &[[u8; 3]]) -> f64 {
    assert_eq!(one.len(), other.len());
    let steps = one.iter().flatten().zip(other.iter().flatten()).map(|(one, other)| f64::from(one.abs_diff(*other)));
    #[allow(clippy::cast_precision_loss, reason = "a picture has not so many pixels")]
    let count = (one.len() * 3) as f64;
    steps.sum::<f64>() / count
}

/// A PNG without alpha.
fn png(width: u32, height: u32, pixels: &[u8], profile: Option<&[u8]>) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut info = png::Info::with_size(width, height);
    info.color_type = png::ColorType::Rgb;
    info.bit_depth = png::BitDepth::Eight;
    info.icc_profile = profile.map(|profile| profile.to_vec().into());
    let encoder = png::Encoder::with_info(&mut bytes, info).unwrap();
    encoder.write_header().unwrap().write_image_data(pixels).unwrap();
    bytes
}

fn flat(width: u32, height: u32, colour: [u8; 3]) -> Vec<u8> {
    colour.repeat((width * height) as usize)
}

/// Pixels that nothing can be said about: the worst that a photograph could be.
fn noise(width: u32, height: u32) -> Vec<u8> {
    let mut state = 1_u32;
    let mut next = || {
        state ^= state << 13;
        state ^= state >> 17;
        state ^= state << 5;
        state.to_le_bytes()[1]
    };
    (0..width * height * 3).map(|_| next()).collect()
}

#[test]
fn every_type_gives_square_faces_and_large_forms_in_its_own_proportions() {
    let sizes = |name: &str| -> Vec<(&str, u32, u32)> {
        forms_of(name).iter().map(|form| (form.key, form.size.width, form.size.height)).collect()
    };
    let faces = [("64", 64, 64), ("128", 128, 128), ("192", 192, 192)];
    let with = |large: &[(&'static str, u32, u32)]| [&faces[..], large].concat();
    assert_eq!(sizes("breakwater.jpg"), with(&[("480", 480, 320), ("960", 960, 640)]));
    assert_eq!(sizes("storm.jpg"), with(&[("480", 480, 240), ("960", 960, 480)]));
    // Never enlarged: of less than twice the size, the large form is as large as the picture is.
    assert_eq!(
        sizes("old-quay.png"),
        with(&[("480", 480, 270), ("800", 800, 450)].map(|(_, w, h)| (if w == 480 { "480" } else { "960" }, w, h)))
    );
    assert_eq!(sizes("harbour-master.png"), with(&[("480", 480, 560)]));
    assert_eq!(sizes("engineer.webp"), with(&[("480", 480, 600)]));
    // What is very high is as narrow as it takes.
    assert_eq!(sizes("lighthouse.jpg"), with(&[("480", 240, 720), ("960", 300, 900)]));
    for (name, bytes, forms) in all() {
        let keys: Vec<&str> = forms.iter().map(|form| form.key).collect();
        assert_eq!(Seen::of(bytes).unwrap().keys(), keys, "{name}: known before they are made");
        for form in forms {
            pixels(form);
        }
    }
}

#[test]
fn a_face_weighs_no_more_than_four_kilobytes_at_twice_its_size_whatever_is_on_it() {
    let worst = png(400, 400, &noise(400, 400), None);
    let worst = forms(&worst, Focus::MIDDLE).unwrap();
    for forms in all().iter().map(|(.., forms)| forms).chain([&worst]) {
        for (form, most) in forms.iter().zip([2048, 4096, 8192]) {
            assert!(form.bytes.len() <= most, "{}: {}", form.key, form.bytes.len());
        }
    }
}

#[test]
fn a_picture_is_turned_as_exif_says() {
    assert_eq!(Seen::of(&harbour("pilot.jpg")).unwrap().size, Size { width: 480, height: 640 });
    let large = forms_of("pilot.jpg").last().unwrap();
    // A brick wall at the left, a coat below, the cap above the face.
    assert!(is_near(at(large, 0.04, 0.4), [138, 75, 58]), "{:?}", at(large, 0.04, 0.4));
    assert!(is_near(at(large, 0.5, 0.9), [35, 64, 92]), "{:?}", at(large, 0.5, 0.9));
    assert!(is_near(at(large, 0.4, 0.26), [22, 40, 60]), "{:?}", at(large, 0.4, 0.26));
}

#[test]
fn colours_of_a_wider_profile_are_those_of_a_screen() {
    let breakwater = harbour("breakwater.jpg");
    let mut decoder = Decoder::new(breakwater.as_slice());
    decoder.read_info().unwrap();
    let profile = decoder.icc_profile().unwrap();
    let green = flat(200, 200, [100, 150, 100]);
    let shown = |profile| at(&forms(&png(200, 200, &green, profile), Focus::MIDDLE).unwrap()[3], 0.5, 0.5);
    // Worked out by hand: to the light of the profile, through XYZ, to the steps of sRGB.
    let expected = [66, 151, 97];
    let found = shown(Some(&profile));
    assert!(found.iter().zip(expected).all(|(found, expected)| found.abs_diff(expected) <= 3), "{found:?}");
    assert!(is_near(shown(None), [100, 150, 100]));
    // A profile that says nothing is left aside.
    for broken in [&b"profile"[..], &profile[..60], &[profile.as_slice(), &[0; 9]].concat()[9..]] {
        assert!(is_near(shown(Some(broken)), [100, 150, 100]));
    }
}

#[test]
fn what_is_transparent_is_white() {
    let large = forms_of("harbour-master.png").last().unwrap();
    assert!(is_near(at(large, 0.02, 0.02), [255, 255, 255]));
    assert!(!is_near(at(large, 0.5, 0.4), [255, 255, 255]));
}

#[test]
fn nothing_that_a_photograph_says_of_itself_is_in_a_form() {
    assert!(harbour("pilot.jpg").windows(12).any(|part| part == b"SECRET-PLACE"));
    for (name, _, forms) in all() {
        for form in forms {
            for told in [&b"SECRET"[..], b"Exif", b"ICC_PROFILE", b"http"] {
                assert!(!form.bytes.windows(told.len()).any(|part| part == told), "{name}, {}", form.key);
            }
        }
    }
}

#[test]
fn a_form_looks_as_the_picture_does() {
    // A ramp: whatever a mean of it is called, the middle of the picture has the light of the middle.
    let ramp: Vec<u8> = (0..400_u32)
        .flat_map(|y| (0..400_u32).flat_map(move |x| [(x * 255 / 399) as u8, (y * 255 / 399) as u8, 128]))
        .collect();
    let made = forms(&png(400, 400, &ramp, None), Focus::MIDDLE).unwrap();
    for form in &made {
        let side = form.size.width;
        let expected: Vec<[u8; 3]> = (0..side)
            .flat_map(|y| (0..side).map(move |x| [x, y].map(|at| ((2 * at + 1) * 255 / (2 * side)) as u8)))
            .map(|[x, y]| [x, y, 128])
            .collect();
        let difference = difference(&pixels(form), &expected);
        assert!(difference < 2.5, "{}: {difference}", form.key);
    }
    // Of black and white lines half the light is left, which is more than half the steps.
    let lines: Vec<u8> = (0..400 * 400).flat_map(|at| [if at % 2 == 0 { 0 } else { 255 }; 3]).collect();
    let made = forms(&png(400, 400, &lines, None), Focus::MIDDLE).unwrap();
    assert!(is_near(at(&made[1], 0.5, 0.5), [188, 188, 188]), "{:?}", at(&made[1], 0.5, 0.5));
}

#[test]
fn a_face_is_cut_around_the_focus() {
    let picture = {
        let row = [flat(200, 1, [200, 0, 0]), flat(200, 1, [0, 200, 0]), flat(200, 1, [0, 0, 200])].concat();
        png(600, 200, &row.repeat(200), None)
    };
    for (x, colour) in [(0.0, [200, 0, 0]), (0.5, [0, 200, 0]), (1.0, [0, 0, 200])] {
        let made = forms(&picture, Focus::new(x, 0.5).unwrap()).unwrap();
        assert!(is_near(at(&made[2], 0.5, 0.5), colour), "{x}");
        assert_eq!(made[3].size, Size { width: 480, height: 160 }, "the large forms are not cut");
    }
}

#[test]
fn forms_are_named_by_the_picture_and_its_focus() {
    let name = |bytes: &[u8], x: f64| Seen::of(bytes).unwrap().name(Focus::new(x, 0.5).unwrap());
    let [pilot, storm] = ["pilot.jpg", "storm.jpg"].map(harbour);
    assert_eq!(name(&pilot, 0.5), name(&pilot, 0.5));
    assert_ne!(name(&pilot, 0.5), name(&storm, 0.5));
    assert_ne!(name(&pilot, 0.5), name(&pilot, 0.4));
    assert!(name(&pilot, 0.5).bytes().all(|letter| letter.is_ascii_hexdigit()));
}

/// A PNG that says it has that size, and ends there.
fn claims(width: u32, height: u32) -> Vec<u8> {
    let whole = png(1, 1, &[0; 3], None);
    let mut bytes = whole[..8].to_vec();
    let header = [&b"IHDR"[..], &width.to_be_bytes(), &height.to_be_bytes(), &whole[24..29]].concat();
    bytes.extend(13_u32.to_be_bytes());
    bytes.extend(&header);
    bytes.extend(crc(&header).to_be_bytes());
    bytes.extend(&whole[33..]);
    bytes
}

/// The sum at the end of a chunk of PNG.
fn crc(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(!0_u32, |sum, byte| {
        (0..8).fold(sum ^ u32::from(*byte), |sum, _| if sum & 1 == 1 { sum >> 1 ^ 0xedb8_8320 } else { sum >> 1 })
    })
}

#[test]
fn sizes_are_refused_before_anything_is_decoded() {
    let most = 20_000;
    assert_eq!(Seen::of(&claims(most, most)), Err(PictureError::TooManyPixels { width: most, height: most }));
    let least = LEAST_SIDE - 1;
    assert_eq!(Seen::of(&claims(900, least)), Err(PictureError::TooSmall { width: 900, height: least }));
    assert_eq!(
        forms(&claims(most, most), Focus::MIDDLE),
        Err(PictureError::TooManyPixels { width: most, height: most })
    );
    let mut large = harbour("storm.jpg");
    large.resize(usize::try_from(MOST_BYTES).unwrap() + 1, 0);
    assert_eq!(Seen::of(&large), Err(PictureError::TooLarge { bytes: MOST_BYTES + 1 }));
}

/// A picture that moves, or has the place to.
fn animated(frames: u32) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, 200, 200);
    encoder.set_color(png::ColorType::Grayscale);
    encoder.set_animated(frames, 0).unwrap();
    let mut writer = encoder.write_header().unwrap();
    for _ in 0..frames {
        writer.write_image_data(&vec![9; 40_000]).unwrap();
    }
    writer.finish().unwrap();
    bytes
}

#[test]
fn what_moves_is_refused_and_one_frame_does_not() {
    assert_eq!(Seen::of(&animated(2)), Err(PictureError::Animated));
    assert!(forms(&animated(1), Focus::MIDDLE).is_ok());
    // The header of an extended WebP: animated, 200 × 200, with an animation that has no frame.
    let anim = [&b"ANIM\x06\0\0\0"[..], &[0; 6]].concat();
    let frame_data = [&b"VP8L"[..], &[0; 4]].concat();
    let mut frame = vec![0, 0, 0, 0, 0, 0, 199, 0, 0, 199, 0, 0, 40, 0, 0, 0];
    frame.extend(frame_data);
    let anmf = [&b"ANMF"[..], &u32::try_from(frame.len()).unwrap().to_le_bytes(), &frame].concat();
    let extended = [&b"WEBPVP8X\x0a\0\0\0\x02\0\0\0\xc7\0\0\xc7\0\0"[..], &anim, &anmf].concat();
    let webp = [&b"RIFF"[..], &u32::try_from(extended.len()).unwrap().to_le_bytes(), &extended].concat();
    assert_eq!(Seen::of(&webp), Err(PictureError::Animated));
}

#[test]
fn the_colours_of_a_printing_press_are_refused() {
    let mut bytes = Vec::new();
    let encoder = jpeg_encoder::Encoder::new(&mut bytes, 80);
    encoder.encode(&vec![9; 160_000], 200, 200, jpeg_encoder::ColorType::Cmyk).unwrap();
    assert_eq!(Seen::of(&bytes), Err(PictureError::Cmyk));
}

#[test]
fn a_grey_picture_and_one_of_sixteen_bits_are_read() {
    let large = forms_of("old-quay.png").last().unwrap();
    let [red, green, blue] = at(large, 0.5, 0.05);
    assert!(red.abs_diff(green) < 4 && green.abs_diff(blue) < 4 && red > 80, "{red} {green} {blue}");
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, 200, 200);
    encoder.set_color(png::ColorType::GrayscaleAlpha);
    encoder.set_depth(png::BitDepth::Sixteen);
    let pixel = [0x64, 0x12, 0xff, 0xff];
    encoder.write_header().unwrap().write_image_data(&pixel.repeat(40_000)).unwrap();
    assert!(is_near(at(&forms(&bytes, Focus::MIDDLE).unwrap()[0], 0.5, 0.5), [100, 100, 100]));
}

#[test]
fn a_large_photograph_is_decoded_smaller_and_looks_the_same() {
    // 4000 pixels wide: a ramp from the left to the right, in each of the ways in which scans are written.
    let ramp: Vec<u8> = (0..2000).flat_map(|_| (0..4000_u32).flat_map(|x| [(x * 255 / 3999) as u8; 3])).collect();
    for (progressive, optimised) in [(false, false), (false, true), (true, true)] {
        let mut bytes = Vec::new();
        let mut encoder = jpeg_encoder::Encoder::new(&mut bytes, 90);
        encoder.set_progressive(progressive);
        encoder.set_optimized_huffman_tables(optimised);
        encoder.set_sampling_factor(jpeg_encoder::SamplingFactor::R_4_2_0);
        encoder.encode(&ramp, 4000, 2000, jpeg_encoder::ColorType::Rgb).unwrap();
        assert_eq!(Seen::of(&bytes).unwrap().size, Size { width: 4000, height: 2000 });
        let made = forms(&bytes, Focus::MIDDLE).unwrap();
        let large = made.last().unwrap();
        assert_eq!(large.size, Size { width: 960, height: 480 });
        let expected: Vec<[u8; 3]> =
            (0..480).flat_map(|_| (0..960_u32).map(|x| [((2 * x + 1) * 255 / 1920) as u8; 3])).collect();
        let difference = difference(&pixels(large), &expected);
        assert!(difference < 1.5, "{progressive} {optimised}: {difference}");
    }
}

#[test]
fn a_picture_that_is_cut_short_is_a_mistake() {
    for (name, bytes, _) in all() {
        for part in [0.3, 0.6, 0.9, 0.99] {
            #[allow(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                clippy::cast_precision_loss,
                reason = "a part of it"
            )]
            let length = (bytes.len() as f64 * part) as usize;
            let cut = forms(&bytes[..length], Focus::MIDDLE);
            assert!(
                matches!(cut, Err(PictureError::Damaged { .. })),
                "{name}, {part}: {:?}",
                cut.map(|forms| forms.len())
            );
        }
    }
}

#[test]
fn a_picture_in_which_bits_have_turned_gives_forms_or_a_mistake() {
    for (name, bytes, _) in all().iter().filter(|(_, bytes, _)| bytes.len() < 26_000) {
        let mut outcomes = [0, 0];
        for number in 0..24_usize {
            let mut damaged = bytes.clone();
            // Many of them in what stands before the pixels.
            let at = if number % 2 == 0 { number * 13 % 600 } else { number * bytes.len() / 24 };
            damaged[at] ^= 1 << (number % 8);
            outcomes[usize::from(forms(&damaged, Focus::MIDDLE).is_ok())] += 1;
        }
        assert!(outcomes[0] > 0, "{name}: something is noticed");
    }
}
