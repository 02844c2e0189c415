use serde::Serialize;

use super::TraceEvent;

/// What the main thread of a page has done, in milliseconds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
pub struct Work {
    pub script: f64,
    pub style: f64,
    pub layout: f64,
    pub paint: f64,
}

impl Work {
    /// All of it.
    pub fn sum(&self) -> f64 {
        self.script + self.style + self.layout + self.paint
    }
}

/// What followed an input, in milliseconds.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Response {
    pub work: Work,
    /// From the input to the end of the first frame that has its outcome.
    pub painted: f64,
}

#[derive(Clone, Copy, PartialEq)]
enum WorkKind {
    Script,
    Style,
    Layout,
    Paint,
}

/// The part of the work that an event of that name begins. All others belong to the one that they happen in.
fn part(name: &str) -> Option<WorkKind> {
    Some(match name {
        "EventDispatch"
        | "FunctionCall"
        | "EvaluateScript"
        | "TimerFire"
        | "FireAnimationFrame"
        | "FireIdleCallback"
        | "RunMicrotasks"
        | "v8.callFunction"
        | "v8.run"
        | "v8.compile"
        | "MinorGC"
        | "MajorGC"
        | "V8.GCScavenger"
        | "V8.GCFinalizeMC"
        | "V8.GCIncrementalMarking"
        | "BlinkGC.AtomicPhase"
        | "HitTest"
        | "ParseHTML"
        | "XHRReadyStateChange"
        | "XHRLoad"
        | "HandlePostMessage" => WorkKind::Script,
        "UpdateLayoutTree" | "RecalculateStyles" | "ScheduleStyleRecalculation" => WorkKind::Style,
        "Layout" | "IntersectionObserverController::computeIntersections" => WorkKind::Layout,
        "PrePaint" | "Paint" | "PaintImage" | "Layerize" | "UpdateLayer" | "UpdateLayerTree" | "CompositeLayers"
        | "Commit" => WorkKind::Paint,
        _ => return None,
    })
}

/// The work between the marks `bench-input` and `bench-settled` on the thread that set them, and when it was painted. None
/// where a mark or the frame is missing.
pub fn response(events: &[TraceEvent]) -> Option<Response> {
    let mark = |name: &str| events.iter().find(|event| event.name == name);
    let (input, done, settled) = (mark("bench-input")?, mark("bench-done")?, mark("bench-settled")?);
    let mut here: Vec<&TraceEvent> = events
        .iter()
        .filter(|event| (event.pid, event.tid) == (done.pid, done.tid))
        .filter(|event| event.ph == "X" && event.ts >= input.ts && event.ts < settled.ts)
        .collect();
    // What holds others comes before them.
    here.sort_by(|a, b| a.ts.total_cmp(&b.ts).then(b.dur.total_cmp(&a.dur)));
    let painted = here.iter().find(|event| event.name == "Commit" && event.ts >= done.ts)?;
    let painted = painted.ts + painted.dur - input.ts;
    Some(Response { work: work(&here), painted: painted / 1000.0 })
}

/// Sums events that may hold one another, sorted so: the time of each without what it holds goes to its part.
fn work(sorted: &[&TraceEvent]) -> Work {
    let mut work = Work::default();
    let mut open: Vec<Open> = Vec::new();
    for event in sorted {
        while let Some(last) = open.pop_if(|last| last.end <= event.ts) {
            last.close(&mut work);
        }
        let around = open.last_mut();
        let inherited = around.as_ref().and_then(|around| around.part);
        if let Some(around) = around {
            around.own -= event.dur;
        }
        open.push(Open { end: event.ts + event.dur, own: event.dur, part: part(&event.name).or(inherited) });
    }
    for last in open {
        last.close(&mut work);
    }
    work
}

/// An event whose end has not come yet.
struct Open {
    end: f64,
    /// Its time without what it holds.
    own: f64,
    part: Option<WorkKind>,
}

impl Open {
    fn close(&self, work: &mut Work) {
        let sum = match self.part {
            Some(WorkKind::Script) => &mut work.script,
            Some(WorkKind::Style) => &mut work.style,
            Some(WorkKind::Layout) => &mut work.layout,
            Some(WorkKind::Paint) => &mut work.paint,
            None => return,
        };
        *sum += self.own.max(0.0) / 1000.0;
    }
}

#[cfg(test)]
mod tests {
    use super::{Response, TraceEvent, Work, response};

    fn event(name: &str, tid: i64, ts: f64, dur: f64) -> TraceEvent {
        let ph = if dur > 0.0 { "X" } else { "I" };
        TraceEvent { name: name.to_owned(), ph: ph.to_owned(), ts, dur, pid: 1, tid }
    }

    fn marked(events: Vec<TraceEvent>) -> Vec<TraceEvent> {
        let marks = [("bench-input", 1000.0), ("bench-done", 5000.0), ("bench-settled", 90_000.0)];
        marks.map(|(name, ts)| event(name, 7, ts, 0.0)).into_iter().chain(events).collect()
    }

    #[test]
    fn nested_events_are_not_counted_twice() {
        let events = marked(vec![
            event("EventDispatch", 7, 2000.0, 4000.0),
            event("FunctionCall", 7, 2500.0, 3000.0),
            event("UpdateLayoutTree", 7, 3000.0, 1000.0),
            event("Commit", 7, 20_000.0, 2000.0),
        ]);
        let work = Work { script: 3.0, style: 1.0, layout: 0.0, paint: 2.0 };
        assert_eq!(response(&events), Some(Response { work, painted: 21.0 }));
    }

    #[test]
    fn an_event_without_a_category_belongs_to_the_one_around_it() {
        let events = marked(vec![
            event("Layout", 7, 2000.0, 2000.0),
            event("Something", 7, 2500.0, 1000.0),
            event("Something", 7, 6000.0, 1000.0),
            event("Commit", 7, 20_000.0, 1000.0),
        ]);
        let work = response(&events).map(|response| response.work);
        assert_eq!(work, Some(Work { layout: 2.0, paint: 1.0, ..Work::default() }));
    }

    #[test]
    fn other_threads_and_events_outside_the_marks_do_not_count() {
        let events = marked(vec![
            event("Layout", 8, 2000.0, 2000.0),
            event("Layout", 7, 500.0, 200.0),
            event("Layout", 7, 95_000.0, 200.0),
            event("Commit", 7, 20_000.0, 1000.0),
        ]);
        let work = response(&events).map(|response| response.work);
        assert_eq!(work, Some(Work { paint: 1.0, ..Work::default() }));
    }

    #[test]
    fn the_frame_is_the_first_one_after_the_outcome() {
        let commits = [3000.0, 20_000.0, 40_000.0].map(|ts| event("Commit", 7, ts, 1000.0));
        let painted = response(&marked(commits.to_vec())).map(|response| response.painted);
        assert_eq!(painted, Some(20.0));
    }

    #[test]
    fn a_trace_without_its_marks_gives_nothing() {
        assert_eq!(response(&[event("Layout", 7, 2000.0, 2000.0)]), None);
    }
}
