//! Ours put into a page and taken out of it a thousand times: nothing may be left behind.

use anyhow::Result;
use serde::Serialize;

use crate::{
    browser::Browser,
    options::Options,
    page::{Held, Page},
    server::Sending,
    sites::{Sites, path_of},
    way::{SEARCH, Way},
};

/// What the page holds after so many times.
#[derive(Debug, Serialize)]
pub struct Mounted {
    pub times: usize,
    pub held: Held,
}

/// Mounts and unmounts.
pub fn measure(options: &Options, sites: &Sites, browser: &mut Browser) -> Result<Vec<Mounted>> {
    let server = sites.serve(Way::Ours, Sending::AsTheyAre)?;
    let language = &sites.first()?.language;
    let mut page = Page::new(browser, "an article")?;
    page.open(&server.at(&path_of(0, language, true)))?;
    page.until("bench.readable !== null")?;
    page.click(SEARCH)?;
    page.until("bench.ready !== null")?;
    // A search needs the engine at once.
    let mount = format!(
        "for (let time = 0; time < times; time += 1) {{
           const element = document.createElement('fact-cards');
           element.lang = '{language}';
           element.setAttribute('q', 'm');
           const ready = new Promise((done) => element.addEventListener('fact-cards-ready', done));
           document.body.append(element);
           await ready;
           await bench.frame();
           element.remove();
         }}"
    );
    let (step, last) = if options.quick { (10, 100) } else { (50, 1000) };
    let mut mounted = Vec::new();
    let mut times = 0;
    while times < last {
        let next = if times == 0 {
            10
        } else if times == 10 {
            step.max(20)
        } else {
            times + step
        };
        page.run(&format!("(async (times) => {{ {mount} }})({})", next - times))?;
        times = next;
        mounted.push(Mounted { times, held: page.held()? });
    }
    page.close()?;
    Ok(mounted)
}
