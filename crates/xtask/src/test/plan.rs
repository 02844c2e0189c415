//! Decides which visits run in which browser.

use anyhow::Result;

use super::{
    binary::Binary,
    fonts::Fonts,
    outcome::{Outcome, in_group},
    requested::{Browser, FRAMEWORKS, NO_FRAMEWORKS, NO_TRUNK, ONE_ENGINE, Requested, TRUNK},
    stage::Stage,
};
use crate::{error::message, setup};

/// The test programs: visits for all browsers, and tests of serving and of the plugin for WordPress for one.
const VISITS: &str = "browser/visits";
const SERVING: &str = "browser/serving";
const WORDPRESS: &str = "browser/wordpress";
pub const PROGRAMS: [&str; 3] = [VISITS, SERVING, WORDPRESS];

/// How many visits run at a time in a browser.
const AT_A_TIME: usize = 3;

/// How many apps of frameworks are built at a time: their builds run on every core themselves.
const BUILDS_AT_A_TIME: usize = 1;

/// Visits that run in one go.
pub struct Plan {
    kind: Kind,
    browser: Browser,
    binary: Binary,
    tests: Vec<String>,
    /// How many are left out, and why.
    left_out: (usize, &'static str),
}

/// What is visited, and how.
#[derive(Clone, Copy, PartialEq)]
enum Kind {
    /// The sites, with these fonts.
    Sites(Fonts),
    /// What is served and packed.
    Serving,
    /// The package in apps of frameworks.
    Frameworks,
    /// The plugin in WordPress.
    WordPress,
    /// The build of plain Trunk.
    Trunk,
}

/// Makes the plans for the selected tests.
///
/// # Errors
/// When a test program cannot list its tests.
pub fn plans(requested: &Requested, binaries: &[Binary]) -> Result<Vec<Plan>> {
    let mut plans = Vec::new();
    for binary in binaries {
        let tests: Vec<String> = binary.tests()?.into_iter().filter(|test| requested.has(test)).collect();
        let planned = |kind, browser, tests, left_out| Plan { kind, browser, binary: binary.clone(), tests, left_out };
        match binary.name.as_str() {
            VISITS if requested.wants("browser") => {
                let (of_trunk, tests): (Vec<String>, Vec<String>) =
                    tests.into_iter().partition(|test| test.contains(TRUNK));
                for browser in requested.browsers() {
                    for fonts in [Fonts::Usual, Fonts::Unusual] {
                        let made: Vec<String> =
                            tests.iter().filter(|test| requested.makes(test, browser, fonts)).cloned().collect();
                        // With other fonts nothing is left out that was not made with the usual ones.
                        let left_out = if fonts == Fonts::Usual { tests.len() - made.len() } else { 0 };
                        plans.push(planned(Kind::Sites(fonts), browser, made, (left_out, ONE_ENGINE)));
                    }
                    let of_trunk: Vec<String> =
                        of_trunk.iter().filter(|test| requested.makes(test, browser, Fonts::Usual)).cloned().collect();
                    let (left_out, made) =
                        if requested.tries_trunk() { (0, of_trunk) } else { (of_trunk.len(), Vec::new()) };
                    plans.push(planned(Kind::Trunk, browser, made, (left_out, NO_TRUNK)));
                }
            }
            SERVING if requested.wants("browser") && requested.browsers().contains(&Browser::Chromium) => {
                let (mut of_frameworks, tests): (Vec<String>, Vec<String>) =
                    tests.into_iter().partition(|test| FRAMEWORKS.iter().any(|folder| test.starts_with(folder)));
                let mut left_out = 0;
                if !requested.tries_frameworks() {
                    (left_out, of_frameworks) = (of_frameworks.len(), Vec::new());
                }
                plans.push(planned(Kind::Serving, Browser::Chromium, tests, (left_out, NO_FRAMEWORKS)));
                plans.push(planned(Kind::Frameworks, Browser::Chromium, of_frameworks, (0, NO_FRAMEWORKS)));
            }
            WORDPRESS if requested.wants("wordpress") && requested.browsers().contains(&Browser::Chromium) => {
                plans.push(planned(Kind::WordPress, Browser::Chromium, tests, (0, ONE_ENGINE)));
            }
            _ => {}
        }
    }
    plans.retain(|plan| !plan.tests.is_empty() || plan.kind == Kind::Trunk && plan.left_out.0 > 0);
    // Trunk last: it may have to be compiled.
    plans.sort_by_key(|plan| plan.kind == Kind::Trunk);
    Ok(plans)
}

/// Carries out all plans, one after the other: parallel visits already keep the processor busy, and with two browsers at a time
/// each visit only takes longer, some too long.
pub fn carry_out(plans: &[Plan], stage: &Stage) -> Vec<Outcome> {
    plans.iter().map(|plan| plan.carry_out(stage)).collect()
}

impl Plan {
    fn group(&self) -> String {
        let browser = self.browser.title();
        match self.kind {
            Kind::Sites(Fonts::Usual) => format!("visits in {browser}"),
            Kind::Sites(Fonts::Unusual) => format!("sizes with other fonts in {browser}"),
            Kind::Serving => format!("serving, in {browser}"),
            Kind::Frameworks => format!("frameworks, in {browser}"),
            Kind::WordPress => format!("WordPress, in {browser}"),
            Kind::Trunk => format!("plain Trunk in {browser}"),
        }
    }

    fn carry_out(&self, stage: &Stage) -> Outcome {
        println!("{}: {}.", self.group(), self.tests.len());
        in_group(&self.group(), |outcome| {
            outcome.leave_out(self.left_out.0, self.left_out.1);
            if self.tests.is_empty() {
                return Ok(());
            }
            let fonts = if let Kind::Sites(fonts) = self.kind { fonts } else { Fonts::Usual };
            let mut variables = stage.variables(self.browser, fonts)?;
            if self.kind == Kind::Trunk {
                variables.push(("FACT_CARDS_TRUNK_PATH", stage.build_plain()?));
            }
            if self.kind == Kind::Frameworks {
                variables.push(("FACT_CARDS_FRAMEWORKS", setup::frameworks()?.into()));
            }
            if self.kind == Kind::WordPress {
                match setup::wordpress() {
                    Ok(folder) => variables.push(("FACT_CARDS_WORDPRESS", folder.into())),
                    // Not every system has it: what cannot be tried here is told, and is no fault of the plugin's.
                    Err(error) => {
                        outcome.leave_out(self.tests.len(), message(&error));
                        return Ok(());
                    }
                }
            }
            let at_a_time = if self.kind == Kind::Frameworks { BUILDS_AT_A_TIME } else { AT_A_TIME };
            self.binary.run(&self.tests, at_a_time, &variables, outcome);
            Ok(())
        })
    }
}
