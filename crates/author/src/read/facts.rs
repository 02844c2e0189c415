use super::{entry::Entry, life::life};
use crate::{
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
    entry.need_with("said", "speaker", Problem::SaidWithoutSpeaker);
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
    entry.need_one_of(&[&["value"], &["year"], &["from", "to"]], &Problem::FigureShape);
    let more_than = entry.flag("more-than");
    entry.never_with("year", "more-than", Problem::MoreThanYear);
    entry.need_or("unit", Problem::FigureWithoutUnit);
    let unit = entry.localised("unit");
    let scale = entry.text("scale");
    let place = entry.place_of("scale");
    entry.never_with("year", "scale", Problem::YearOnScale);
    entry.finish();

    let quantity = match (value, year, from.zip(to)) {
        (Some(value), ..) => Quantity::Value(value),
        (_, Some(year), _) => Quantity::Year(year),
        (.., Some((from, to))) => Quantity::Change { from, to },
        _ => return None,
    };
    Some(Figure { quantity, more_than, unit: unit?, scale, place })
}
