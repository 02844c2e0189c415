//! Draws the pictures of the harbour story, which is invented as its people are: `cargo run -p fact-cards-picture --example harbour`
//! writes them into `tests/stories/harbour/pictures`. Each is of another type, or says something else that photographs say of
//! themselves.

#![allow(
    missing_docs,
    clippy::format_collect,
    clippy::indexing_slicing,
    clippy::needless_raw_string_hashes,
    clippy::redundant_closure_for_method_calls,
    clippy::unwrap_used,
    reason = "a program that draws for tests stops at the first mistake"
)]
#![allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "what is drawn is small")]

use std::{env, fs, path::Path};

use jpeg_encoder::{ColorType, Encoder};
use qcms::{DataType, Intent, Profile, Transform};
use resvg::{
    tiny_skia::{Pixmap, Transform as Placed},
    usvg::{Options, Tree},
};

/// A drawing: its size and four bytes a pixel, red, green, blue and alpha.
struct Drawn {
    width: u32,
    height: u32,
    pixels: Vec<u8>,
}

fn drawn(width: u32, height: u32, inside: &str) -> Drawn {
    let svg =
        format!(r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}">{GRADIENTS}{inside}</svg>"#);
    let tree = Tree::from_str(&svg, &Options::default()).unwrap();
    let mut pixmap = Pixmap::new(width, height).unwrap();
    resvg::render(&tree, Placed::identity(), &mut pixmap.as_mut());
    let pixels = pixmap.pixels().iter().map(|pixel| pixel.demultiply());
    let pixels = pixels.flat_map(|pixel| [pixel.red(), pixel.green(), pixel.blue(), pixel.alpha()]);
    Drawn { width, height, pixels: pixels.collect() }
}

const GRADIENTS: &str = r##"<defs>
<linearGradient id="dawn" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#1f3c5f"/><stop offset=".55" stop-color="#d98a5b"/><stop offset="1" stop-color="#f3d9a4"/></linearGradient>
<linearGradient id="day" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#4f8fbf"/><stop offset="1" stop-color="#dbe9ef"/></linearGradient>
<linearGradient id="storm" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#22282f"/><stop offset="1" stop-color="#7b8790"/></linearGradient>
<linearGradient id="sea" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#3f6f7f"/><stop offset="1" stop-color="#12303f"/></linearGradient>
<radialGradient id="skin" cx=".4" cy=".35" r=".8"><stop offset="0" stop-color="#e9c29b"/><stop offset="1" stop-color="#a8734c"/></radialGradient>
<radialGradient id="tan" cx=".4" cy=".35" r=".8"><stop offset="0" stop-color="#c08a5c"/><stop offset="1" stop-color="#6f4527"/></radialGradient>
</defs>"##;

/// Head and shoulders, with a cap or hair.
fn portrait(wall: &str, skin: &str, coat: &str, hair: &str) -> String {
    format!(
        r##"{wall}<path d="M90 480c0-120 60-170 150-170s150 50 150 170v200H90z" fill="{coat}"/>
<path d="M195 300h90v50c0 30-90 30-90 0z" fill="url(#{skin})"/>
<ellipse cx="240" cy="215" rx="88" ry="112" fill="url(#{skin})"/>{hair}
<ellipse cx="207" cy="210" rx="9" ry="7" fill="#22180f"/><ellipse cx="273" cy="210" rx="9" ry="7" fill="#22180f"/>
<path d="M232 214l-6 38h22" fill="none" stroke="#7a4a2c" stroke-width="4"/>
<path d="M210 276c20 14 40 14 60 0" fill="none" stroke="#7d2f2a" stroke-width="6" stroke-linecap="round"/>"##
    )
}

const CAP: &str = r##"<path d="M150 165c0-80 180-80 180 0l16 14H134z" fill="#16283c"/><path d="M134 178h212v14H134z" fill="#0c1826"/><circle cx="240" cy="135" r="13" fill="#d8b04c"/>"##;
const HAIR: &str = r##"<path d="M146 260c-22-190 210-190 188 0-8-60-20-90-44-108-50 26-90 20-116 4-18 22-24 60-28 104z" fill="#3a2418"/>"##;
const SCARF: &str = r##"<path d="M138 330c-30-260 234-260 204 0-10 10-22 14-30 12 26-230-170-230-144 0-10 2-22-4-30-12z" fill="#7d3b53"/>"##;

fn landscape(sky: &str, inside: &str, width: u32, height: u32) -> String {
    let horizon = height * 3 / 5;
    format!(
        r##"<rect width="{width}" height="{height}" fill="url(#{sky})"/><rect y="{horizon}" width="{width}" height="{height}" fill="url(#sea)"/>{inside}"##
    )
}

fn waves(width: u32, from: u32, to: u32) -> String {
    let wave = |y: u32| {
        let x = y * 37 % 90;
        format!(
            r##"<path d="M{x} {y}h{}" stroke="#b8d0d6" stroke-opacity=".35" stroke-width="3" stroke-dasharray="{} {}"/>"##,
            width,
            30 + y % 50,
            40 + y * 7 % 60
        )
    };
    (from..to).step_by(17).map(wave).collect()
}

fn jpeg(drawn: &Drawn, quality: u8, progressive: bool, also: impl FnOnce(&mut Encoder<&mut Vec<u8>>)) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = Encoder::new(&mut bytes, quality);
    encoder.set_progressive(progressive);
    encoder.set_optimized_huffman_tables(true);
    also(&mut encoder);
    encoder.encode(&drawn.pixels, drawn.width as u16, drawn.height as u16, ColorType::Rgba).unwrap();
    bytes
}

fn png(width: u32, height: u32, colour: png::ColorType, pixels: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, width, height);
    encoder.set_color(colour);
    encoder.set_compression(png::Compression::High);
    encoder.write_header().unwrap().write_image_data(pixels).unwrap();
    bytes
}

/// Stored on its side, as a phone that is held upright does: Exif says how it is turned.
fn on_its_side(drawn: &Drawn) -> Drawn {
    let (width, height) = (drawn.height, drawn.width);
    let mut pixels = Vec::new();
    for y in 0..height {
        for x in 0..width {
            // What is stored at the left was above.
            let (from_x, from_y) = (drawn.width - 1 - y, x);
            let at = ((from_y * drawn.width + from_x) * 4) as usize;
            pixels.extend_from_slice(drawn.pixels.get(at..at + 4).unwrap());
        }
    }
    Drawn { width, height, pixels }
}

/// The orientation 6, and where it was taken: nobody is to find that on the site.
fn exif() -> Vec<u8> {
    let entry = |tag: u16, kind: u16, count: u32, value: [u8; 4]| {
        [&tag.to_le_bytes()[..], &kind.to_le_bytes(), &count.to_le_bytes(), &value].concat()
    };
    let mut exif = b"II*\0\x08\0\0\0\x03\0".to_vec();
    exif.extend(entry(0x0112, 3, 1, [6, 0, 0, 0]));
    exif.extend(entry(0x010f, 2, 12, 50_u32.to_le_bytes()));
    exif.extend(entry(0x0131, 2, 4, *b"abc\0"));
    exif.extend([0; 4]);
    exif.extend(b"SECRET-PLACE\0");
    exif
}

/// A profile with the primaries of Adobe RGB and a plain power: as small as a profile can be.
fn wide_profile() -> Vec<u8> {
    let fixed = |value: f64| ((value * 65536.0).round() as i32).to_be_bytes();
    let xyz = |of: [f64; 3]| [b"XYZ \0\0\0\0".to_vec(), of.into_iter().flat_map(fixed).collect()].concat();
    let curve = [&b"curv\0\0\0\0\0\0\0\x01"[..], &563_u16.to_be_bytes(), &[0, 0]].concat();
    let text = b"desc\0\0\0\0\0\0\0\x05wide\0\0\0\0\0\0\0\0\0\0\0".iter().copied().chain([0; 68]).collect::<Vec<u8>>();
    let tags: [(&[u8; 4], Vec<u8>); 8] = [
        (b"desc", text),
        (b"wtpt", xyz([0.9642, 1.0, 0.8249])),
        (b"rXYZ", xyz([0.60974, 0.31111, 0.01947])),
        (b"gXYZ", xyz([0.20528, 0.62567, 0.06087])),
        (b"bXYZ", xyz([0.14919, 0.06322, 0.74457])),
        (b"rTRC", curve.clone()),
        (b"gTRC", curve.clone()),
        (b"bTRC", curve),
    ];
    let mut table = (tags.len() as u32).to_be_bytes().to_vec();
    let mut data = Vec::new();
    let begin = 128 + 4 + 12 * tags.len();
    for (name, content) in &tags {
        table.extend_from_slice(*name);
        table.extend(((begin + data.len()) as u32).to_be_bytes());
        table.extend((content.len() as u32).to_be_bytes());
        data.extend(content);
        data.resize(data.len().next_multiple_of(4), 0);
    }
    let mut header = vec![0; 128];
    header.splice(0..4, ((begin + data.len()) as u32).to_be_bytes());
    header.splice(8..12, [2, 0x20, 0, 0]);
    header.splice(12..24, *b"mntrRGB XYZ ");
    header.splice(36..40, *b"acsp");
    header.splice(68..80, [0.9642, 1.0, 0.8249].into_iter().flat_map(fixed));
    [header, table, data].concat()
}

/// The same colours, in numbers of that profile.
fn in_profile(drawn: &Drawn, profile: &[u8]) -> Drawn {
    let mut to = Profile::new_from_slice(profile, false).unwrap();
    to.precache_output_transform();
    let transform = Transform::new(&Profile::new_sRGB(), &to, DataType::RGBA8, Intent::Perceptual).unwrap();
    let mut pixels = drawn.pixels.clone();
    transform.apply(&mut pixels);
    Drawn { pixels, ..*drawn }
}

fn main() {
    let folder = Path::new(&env::var_os("CARGO_MANIFEST_DIR").unwrap()).join("../../tests/stories/harbour/pictures");
    fs::create_dir_all(&folder).unwrap();
    let write = |name: &str, bytes: &[u8]| {
        println!("{name}: {} bytes", bytes.len());
        fs::write(folder.join(name), bytes).unwrap();
    };

    let wall = r##"<rect width="480" height="640" fill="url(#day)"/><path d="M0 470h480v170H0z" fill="#456a72"/><path d="M0 90l60-20v420H0z" fill="#8a4b3a"/>"##;
    let pilot = drawn(480, 640, &portrait(wall, "skin", "#23405c", CAP));
    let stored = on_its_side(&pilot);
    write("pilot.jpg", &jpeg(&stored, 82, false, |encoder| encoder.add_exif_metadata(&exif()).unwrap()));

    let master = drawn(480, 560, &portrait("", "tan", "#6b2f2a", SCARF));
    write("harbour-master.png", &png(480, 560, png::ColorType::Rgba, &master.pixels));

    let wall = r##"<rect width="480" height="600" fill="#dccfb8"/><path d="M40 60h110v150H40z" fill="#8fb0ba"/>"##;
    let engineer = drawn(480, 600, &portrait(wall, "tan", "#d0822e", HAIR));
    let mut bytes = Vec::new();
    image_webp::WebPEncoder::new(&mut bytes).encode(&engineer.pixels, 480, 600, image_webp::ColorType::Rgba8).unwrap();
    write("engineer.webp", &bytes);

    let blocks: String = (0..14)
        .map(|at| {
            format!(
                r##"<path d="M{} {}l60-30 50 26-4 50-66 18z" fill="#{}"/>"##,
                at * 88 - 20,
                560 + at % 3 * 26,
                ["6d6a63", "8a867c", "57544f"][at as usize % 3]
            )
        })
        .collect();
    let inside = format!(r##"<circle cx="880" cy="360" r="70" fill="#ffe9b8"/>{}{blocks}"##, waves(1200, 500, 800));
    let breakwater = drawn(1200, 800, &landscape("dawn", &inside, 1200, 800));
    let profile = wide_profile();
    let wide = in_profile(&breakwater, &profile);
    write("breakwater.jpg", &jpeg(&wide, 78, true, |encoder| encoder.add_icc_profile(&profile).unwrap()));

    let houses: String = (0..9)
        .map(|at| {
            format!(
                r##"<path d="M{x} {y}h70v{h}h-70zM{x} {y}l35-34 35 34z" fill="#{}"/>"##,
                ["b9b2a4", "d8d2c6", "8f887b"][at as usize % 3],
                x = 30 + at * 82,
                y = 190 - at % 4 * 18,
                h = 90 + at % 4 * 18
            )
        })
        .collect();
    let quay = drawn(800, 450, &landscape("day", &format!("{houses}{}", waves(800, 300, 450)), 800, 450));
    let grey: Vec<u8> = quay
        .pixels
        .chunks(4)
        .map(|pixel| pixel.iter().zip([3_u32, 6, 1]).map(|(step, by)| u32::from(*step) * by).sum::<u32>() / 10)
        .map(|grey| grey as u8 & 0xfc)
        .collect();
    write("old-quay.png", &png(800, 450, png::ColorType::Grayscale, &grey));

    let ship = r##"<path d="M520 330h260l-40 74H560z" fill="#7c2f27"/><path d="M600 250h90v80h-90z" fill="#e2ded2"/><path d="M640 170h26v80h-26z" fill="#20262c"/><path d="M180 60l-40 120h34l-20 90 70-120h-36l30-90z" fill="#f4f0c8"/>"##;
    let storm = drawn(1000, 500, &landscape("storm", &format!("{ship}{}", waves(1000, 310, 500)), 1000, 500));
    write("storm.jpg", &jpeg(&storm, 78, false, |_| {}));

    // Higher than wide: what is very high is as narrow as it takes.
    let tower = r##"<path d="M90 200l20-90h80l20 90 20 700H70z" fill="#e8e3d8"/><path d="M84 380h132l6 120H78zM74 640h152l6 120H68z" fill="#a33b30"/><path d="M108 110h84v-50h-84z" fill="#2b3238"/><path d="M100 60h100l-50-46z" fill="#a33b30"/>"##;
    let tower = drawn(300, 900, &landscape("day", tower, 300, 900));
    write("lighthouse.jpg", &jpeg(&tower, 80, true, |_| {}));
}
