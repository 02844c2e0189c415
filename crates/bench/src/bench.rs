use anyhow::Result;

use crate::{
    browser::Browser,
    machine::{Machine, Versions, load_average},
    measure::{build, load, mounts, search, start, touch, usage, wire},
    options::{Options, ReportPart},
    report::{self, Report},
    sites::Sites,
    wasm,
};

/// Builds everything, measures everything, and writes the report.
pub fn bench(options: &Options) -> Result<()> {
    let peers = options.peers();
    let before = load_average();
    let mut launched = Browser::launch(&options.folder())?;
    let browser = &mut launched;
    let versions = Versions::installed(browser.version(), &peers)?;
    let mut report = Report::new(options.quick, Machine::this(), versions);

    let needs_seeds = [
        ReportPart::Wire,
        ReportPart::Load,
        ReportPart::Start,
        ReportPart::Search,
        ReportPart::Build,
        ReportPart::Wasm,
        ReportPart::Mounts,
        ReportPart::Touch,
    ];
    if needs_seeds.into_iter().any(|part| options.has(part)) {
        let seeds = Sites::of_story(options, &peers, "seeds", &options.project.join("seeds"))?;
        if options.has(ReportPart::Wire) {
            println!("Measuring what comes over the wire.");
            report.wire = Some(wire::measure(&seeds, browser)?);
        }
        if options.has(ReportPart::Load) {
            println!("Measuring loading.");
            let mut loads = load::measure(options, "the real story, 22 cards", &seeds, browser)?;
            if !options.quick {
                let large = Sites::of_size(options, &peers, 1000)?;
                loads.extend(load::measure(options, "1,000 cards", &large, browser)?);
            }
            report.load = Some(loads);
        }
        if options.has(ReportPart::Start) {
            println!("Measuring the start of ours.");
            report.start = start::measure(options, &seeds, browser)?;
        }
        if options.has(ReportPart::Search) {
            println!("Measuring the search.");
            let mut found = search::measure(options, "seeds", &seeds, browser)?;
            if !options.quick {
                let scripts = options.project.join("tests/stories/scripts");
                let scripts = Sites::of_story(options, &peers, "scripts", &scripts)?;
                found.extend(search::measure(options, "scripts", &scripts, browser)?);
            }
            report.search = Some(found);
        }
        if options.has(ReportPart::Touch) {
            println!("Measuring touches.");
            report.touch = Some(touch::measure(options, &seeds, &peers, browser)?);
        }
        if options.has(ReportPart::Mounts) {
            println!("Measuring a thousand times there and gone.");
            report.mounts = Some(mounts::measure(options, &seeds, browser)?);
        }
        if options.has(ReportPart::Wasm) {
            println!("Attributing the WebAssembly.");
            report.wasm = Some(wasm::measure(options)?);
        }
        if options.has(ReportPart::Build) {
            println!("Measuring the build.");
            report.build = build::measure(options, &seeds.story, browser)?;
        }
    }
    if options.has(ReportPart::Use) {
        println!("Measuring keys, filters, orders and views.");
        report.usage = Some(usage::measure(options, &peers, browser)?);
    }
    report.load_average = [before, load_average()];
    report::write(&report, &options.folder())
}
