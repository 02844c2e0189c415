use super::{entry::Entry, life::life};
use crate::author::{
    problem::Problem,
    story::{Fact, Figure, Quantity, Source},
};

/// One `[[fact]]`.
pub(super) fn fact(entry: &mut Entry) -> Option<Fact> {
    let id = entry.id();
    entry.need("card", "`card = \"operation-neptune\"`");
    let card = entry.reference("card");
    let about = entry.references("about");
    let statement = entry.needed_localised("statement", "`statement.en = \"…\"`");
    let date = entry.period("date");
    let speaker = entry.reference("speaker");
    let said = entry.period("said");
    if said.is_some() {
        let place = entry.place_of("said");
        entry.need_at(place, "speaker", Problem::SaidWithoutSpeaker);
    }
    let topics = entry.references("topics");
    let location = entry.reference("place");
    let figure = entry.inner("figure", "figure").and_then(figure);

    entry.need_some("sources", Problem::NoSource);
    let sources = entry
        .list("sources", "source")
        .into_iter()
        .filter_map(|mut entry| {
            let read = source(&mut entry);
            entry.finish();
            read
        })
        .collect();
    let life = life(entry);

    Some(Fact {
        id: id?,
        card: card?,
        about,
        statement: statement?,
        date,
        speaker,
        said,
        topics,
        location,
        figure,
        sources,
        life,
    })
}

/// The fields `article` and `paragraph`.
pub(super) fn source(entry: &mut Entry) -> Option<Source> {
    entry.need("article", "`article = \"election-2024\"`");
    let article = entry.reference("article");
    entry.need("paragraph", "`paragraph = 3`");
    let paragraph = entry.whole("paragraph", 1, u16::MAX);
    let place = entry.place_of("paragraph");
    Some(Source { article: article?, paragraph: paragraph?, place })
}

fn figure(mut entry: Entry) -> Option<Figure> {
    let value = entry.number("value");
    let year = entry.whole("year", 1, 9999);
    let from = entry.number("from");
    let to = entry.number("to");
    match ["value", "year", "from", "to"].map(|field| entry.has(field)) {
        [true, false, false, false] | [false, true, false, false] | [false, false, true, true] => {}
        [false, false, false, false] => entry.need_or("value", Problem::FigureShape),
        [false, false, false, true] => entry.need_or("from", Problem::FigureShape),
        [false, false, true, false] => entry.need_or("to", Problem::FigureShape),
        _ => entry.report_here(Problem::FigureShape),
    }
    let more_than = entry.flag("more-than");
    if more_than && entry.has("year") {
        let place = entry.place_of("more-than");
        entry.report_at(&place, Problem::MoreThanYear);
    }
    entry.need_or("unit", Problem::FigureWithoutUnit);
    let unit = entry.localised("unit");
    let scale = entry.text("scale");
    let place = entry.place_of("scale");
    if scale.is_some() && entry.has("year") {
        entry.report_at(&place, Problem::YearOnScale);
    }
    entry.finish();

    let quantity = match (value, year, from.zip(to)) {
        (Some(value), ..) => Quantity::Value(value),
        (_, Some(year), _) => Quantity::Year(year),
        (.., Some((from, to))) => Quantity::Change { from, to },
        _ => return None,
    };
    Some(Figure { quantity, more_than, unit: unit?, scale, place })
}
