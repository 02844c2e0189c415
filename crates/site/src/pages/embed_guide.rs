//! The embed guide: shows each way to embed the cards live, and with its code. It is for editors and web developers, so it is in
//! English, whatever the story's languages are.

use std::{fmt::Write as _, rc::Rc};

use fact_cards_story::edition::Edition;
use serde_json::json;

use crate::{
    base_url::BaseUrl,
    escape::escaped,
    pages::{
        document::{Document, direction},
        frame::{HEIGHT, frame},
        line::{line, link_to_card, room, script},
        parts::Parts,
    },
    publish::home::{Addresses, DATA, Home},
};

/// The path of the page from the top of the site.
pub(crate) const PATH: &str = "embed/";

/// The sizes of an edition's files in bytes.
pub(crate) struct Sizes {
    pub snippet: usize,
    /// That of the short one, where there is one.
    pub short: Option<usize>,
    pub standalone: usize,
}

/// The page's own files, by their addresses from the top, and the version of the site.
pub(crate) struct Own<'o> {
    pub styles: &'o str,
    pub script: &'o str,
    pub version: &'o str,
}

/// The values for the page's script: the address of the story, and its languages with how high the cards are.
pub(crate) fn build(editions: &[Rc<Edition>], sizes: &[Sizes], home: &Home) -> String {
    let editions = editions.iter().zip(sizes).map(|(edition, sizes)| {
        json!({
            "language": edition.language,
            "folder": edition.path,
            "title": edition.title.shown(),
            "room": room(edition),
            "sizes": { "snippet": kilobytes(sizes.snippet), "short": sizes.short.map(kilobytes), "standalone": kilobytes(sizes.standalone) },
        })
    });
    let data = home.versioned_data().map(|_| DATA);
    let base = home.story().map(BaseUrl::to_string);
    json!({ "base": base, "up": home.up(), "data": data, "editions": editions.collect::<Vec<_>>() }).to_string()
}

fn kilobytes(bytes: usize) -> String {
    format!("{} KB", bytes.div_ceil(1000))
}

/// The page, with the codes for the story's first language and no other option.
pub(crate) fn embed_guide(editions: &[Rc<Edition>], sizes: &[Sizes], parts: &Parts, own: &Own) -> String {
    let (Some(edition), Some(sizes)) = (editions.first(), sizes.first()) else { return String::new() };
    let Parts { styles, icons, home, .. } = parts;
    let (base, top, addresses) = (home.story(), home.up(), home.addresses());
    let Own { styles: own_styles, script, version } = own;
    let canonical = base
        .map_or_else(String::new, |base| format!("<link rel=\"canonical\" href=\"{}\">\n", escaped(&base.join(PATH))));
    let head = format!(
        r#"<meta name="description" content="Each way to put these cards on a page: live, with code to copy.">
<meta name="color-scheme" content="light dark">
{canonical}<link rel="icon" href="../{top}{icon}">
<link rel="stylesheet" href="../{top}{styles}">
<link rel="stylesheet" href="../{top}{own_styles}">
<script type="module" src="../{top}fact-cards.js?{version}"></script>
<script type="module" src="../{script}"></script>
<script async src="../{top}fact-cards-frame.js"></script>
"#,
        icon = icons.svg,
    );
    let story = title(edition);
    let options = options(editions);
    let without_script = without_script(base);
    let sections = [
        one_line(edition, &addresses, home),
        html(edition, sizes),
        sentence(edition, &addresses, home),
        in_a_frame(edition, &addresses),
        address(edition, base),
        one_file(edition, sizes),
    ]
    .concat();
    let body = format!(
        r##"<main>
<header>
<p class="story"><a href="../">{story}</a></p>
<h1>Put these cards on your page</h1>
<p class="about">Each way stands here with its code, and as it looks: what you see below are the real cards.</p>
{without_script}<nav aria-labelledby="may"><h2 id="may">What may you paste?</h2><ol>
<li><a href="#address"><b>An address</b> WordPress as an author, and whatever makes the rest of a link</a></li>
<li><a href="#frame"><b>A frame</b> systems that allow <code>&lt;iframe&gt;</code> and nothing else</a></li>
<li><a href="#line"><b>A script</b> one line, wherever you can write HTML</a></li>
<li><a href="#html"><b>HTML</b> with all the facts, where they must stand in the article itself</a></li>
<li><a href="#sentence"><b>A link</b> a card in a sentence, beside the words that need it</a></li>
<li><a href="#file"><b>None of these</b> newsletters, apps, mail: a file or a link</a></li>
</ol><p class="all-ways"><a href="#may">Show every way</a></p></nav>
</header>
{options}
<div class="embed-guide">
{sections}</div>
</main>"##
    );
    let title = format!("{} – put these cards on your page", edition.title.shown());
    Document {
        locale: "en",
        direction: "ltr",
        title: &title,
        head: &head,
        class: "fact-cards-page embed-guide-page",
        body: &body,
    }
    .html()
}

/// The story's title, in a language of its own.
fn title(edition: &Edition) -> String {
    let (locale, title) = (escaped(&edition.locale), escaped(edition.title.shown()));
    format!(r#"<bdi lang="{locale}" dir="{}">{title}</bdi>"#, direction(edition))
}

/// The note for browsers without scripts: options cannot be chosen then.
fn without_script(base: Option<&BaseUrl>) -> String {
    let address = if base.is_some() {
        ""
    } else {
        " The site was built without <code>--base-url</code>, so write its address in place of <code>../</code>."
    };
    format!(
        r#"<p class="about without-script">Without JavaScript nothing can be chosen here: these are the codes as most take them.{address}</p>
"#
    )
}

/// The form with the options. Those that are left out of a code have an empty value.
fn options(editions: &[Rc<Edition>]) -> String {
    let mut languages = String::new();
    if editions.len() > 1 {
        for edition in editions {
            let (language, locale) = (escaped(&edition.language), escaped(&edition.locale));
            // Writing to a String does not fail.
            let _ = write!(languages, r#"<option value="{language}" lang="{locale}">{locale}</option>"#);
        }
        languages = format!(
            r#"<p><label for="lang">Language</label><select id="lang" name="lang">{languages}</select></p>
"#
        );
    }
    let only = only(editions);
    format!(
        r#"<form class="options scripted" autocomplete="off" aria-labelledby="options">
<h2 id="options">Options</h2>
<p class="hint">Every code and every view follows at once.</p>
{languages}<p><label for="kind">Kind of card</label><select id="kind" name="kind"><option value="">All</option><option value="member">Members</option><option value="operation">Operations</option><option value="venue">Venues</option></select></p>
<p><label for="view">View</label><select id="view" name="view"><option value="">Cards</option><option value="timeline">Timeline</option><option value="map">Map</option><option value="figures">Figures</option><option value="sources">Sources</option></select></p>
<p><label for="q">Search</label><input id="q" name="q" type="search" enterkeyhint="done"></p>
<p><label for="theme">Colours</label><select id="theme" name="theme"><option value="">As your page</option><option value="light">Light</option><option value="dark">Dark</option></select></p>
<p><label for="heading-level">Level of the title</label><select id="heading-level" name="heading-level"><option value="1">1</option><option value="" selected>2</option><option value="3">3</option><option value="4">4</option><option value="5">5</option></select></p>
<p class="switch"><input id="sync-url" name="sync-url" type="checkbox"><label for="sync-url">Keep the view in the page’s address</label></p>
<p class="hint">For one element of a page. A frame has no address that a reader sees.</p>
{only}<p><button type="reset">Start over</button></p>
</form>"#
    )
}

/// The choice of cards that stand by themselves, by their ids. A story of several pages has too many to list.
fn only(editions: &[Rc<Edition>]) -> String {
    let mut cards = String::new();
    for card in editions.iter().take(1).filter(|edition| !edition.is_large()).flat_map(|edition| &edition.cards) {
        let (id, name) = (escaped(&card.id), escaped(card.name.shown()));
        // Writing to a String does not fail.
        let _ = write!(cards, r#"<option value="{id}">{name}</option>"#);
    }
    format!(
        r#"<p><label for="only">Only the card</label><input id="only" name="only" list="cards" spellcheck="false" autocapitalize="none"><datalist id="cards">{cards}</datalist></p>
<p class="hint">By its id, or several with commas: without controls, as between two paragraphs.</p>
<p class="switch"><input id="open" name="open" type="checkbox"><label for="open">Cards stand open</label></p>
"#
    )
}

/// The card in a sentence, with the code for the story's first card.
fn sentence(edition: &Edition, addresses: &Addresses, home: &Home) -> String {
    let Some(card) = edition.cards.get(0) else { return String::new() };
    let (id, name, language) = (escaped(&card.id), card.name.shown(), escaped(&edition.language));
    let link = link_to_card(edition, card, addresses, home.story().is_some());
    let source = addresses.data.as_ref().map_or_else(String::new, |data| format!(r#" src="{}""#, escaped(data)));
    let text = format!(
        "… <a data-fact-card=\"{id}\" {link} …\n\n{script}<fact-cards hidden{source} lang=\"{language}\"></fact-cards>",
        script = script(addresses),
    );
    let code = code("the sentence", &text);
    let [locale, direction] = [escaped(&edition.locale), direction(edition).to_owned()];
    let section = way(
        "sentence",
        "A card in a sentence",
        "Take it where a name in your text needs an explanation: a press opens the card beside the words, and the article stays where it is. Without JavaScript the words are a link. The second part stands once on the page, anywhere; any other cards on the page do as well.",
        &format!(
            r#"{code}
<figure><figcaption>Live</figcaption>
<p class="live"><a data-fact-card="{id}" href="../" lang="{locale}" dir="{direction}">{name}</a></p></figure>"#,
            name = escaped(name),
        ),
    );
    section.replacen("<section ", &format!("<section data-card=\"{id}\" "), 1)
}

/// A section: the name of the way, when to choose it and what it needs, and its live view.
fn way(id: &str, name: &str, words: &str, shown: &str) -> String {
    format!(
        r#"<section id="{id}" aria-labelledby="{id}-name">
<h2 id="{id}-name">{name}</h2>
<p>{words}</p>
{shown}
</section>
"#
    )
}

/// A code to copy. `what` is its name.
fn code(what: &str, code: &str) -> String {
    let code = escaped(code);
    format!(
        r#"<div class="code"><pre><code>{code}</code></pre>
<p class="copy scripted"><button type="button">Copy {what}</button> <span role="status"></span></p></div>"#
    )
}

fn one_line(edition: &Edition, addresses: &Addresses, home: &Home) -> String {
    let code = code("the line", &line(edition, addresses));
    let data = home.versioned_data().map_or_else(String::new, |data| format!(r#" src="../{data}""#));
    let (language, title) = (escaped(&edition.language), escaped(edition.title.shown()));
    way(
        "line",
        "One line",
        "Take it wherever you can write HTML. The cards come from this site, so a correction here shows there too. It needs JavaScript: until the cards have come, and where they cannot come, its link shows.",
        &format!(
            r#"{code}
<figure><figcaption>Live</figcaption>
<div class="live" role="region" aria-label="The line, live" tabindex="0"><fact-cards lang="{language}"{data}><a href="../">{title}</a></fact-cards></div></figure>"#
        ),
    )
}

fn html(edition: &Edition, sizes: &Sizes) -> String {
    let language = escaped(&edition.language);
    let size = kilobytes(sizes.snippet);
    let short = sizes.short.map_or_else(String::new, |short| {
        let short = kilobytes(short);
        format!(
            r#"
<div class="short"><p>For a system that takes at most 50,000 characters, as Webflow does, there is a short form with every card: the facts of the last ones are a link away, or come with the script.</p>
<p class="copy"><a data-file="short" href="../snippet/{language}.short.html" download>Download the short form (<span data-size="short">{short}</span>)</a></p></div>"#
        )
    });
    way(
        "html",
        "HTML with all the facts in it",
        "Take it when the facts must stand in the article itself: they can be read without JavaScript, and nothing moves when the script comes. It needs a system that leaves the HTML as it is, and it is to be copied again when the story changes.",
        &format!(
            r#"<div class="code whole"><pre class="scripted" role="region" aria-label="The HTML" tabindex="0"><code></code></pre>
<p class="copy"><button class="scripted" type="button" disabled>Copy the HTML</button> <a data-file="snippet" href="../snippet/{language}.html" download>Download it with no option set (<span data-size="snippet">{size}</span>)</a> <span role="status"></span></p></div>{short}
<figure><figcaption>Live</figcaption>
<iframe class="live" src="../snippet/{language}.html" title="The HTML, live" loading="lazy"></iframe></figure>"#
        ),
    )
}

fn in_a_frame(edition: &Edition, addresses: &Addresses) -> String {
    let code = code("the frame", &frame(edition, addresses));
    let (language, title) = (escaped(&edition.language), escaped(edition.title.shown()));
    way(
        "frame",
        "A frame",
        "Take it when your system accepts frames only, or when no script of another site may touch your page. Its second part is a small script that gives the frame the height of its cards; without it the frame scrolls.",
        &format!(
            r#"{code}
<figure><figcaption>Live</figcaption>
<div class="live" role="region" aria-label="The frame, live" tabindex="0"><iframe data-fact-cards src="../embed/{language}.html" title="{title}" loading="lazy" height="{HEIGHT}"></iframe></div></figure>"#
        ),
    )
}

fn address(edition: &Edition, base: Option<&BaseUrl>) -> String {
    let Some(base) = base else {
        return way(
            "address",
            "An address to paste",
            "Systems that know oEmbed make the frame from the page’s address alone. This site cannot tell its own: it was built without <code>--base-url</code>.",
            "",
        );
    };
    let code = code("the address", &base.join(&edition.path));
    way(
        "address",
        "An address to paste",
        "Take it when your system asks for a link and makes the rest of it itself, as WordPress does for authors who may write no HTML. It needs to know oEmbed. Each language and each view has its address; the page of each card is one too. For other options take a frame.",
        &format!(
            r#"{code}
<p><a data-file="oembed" href="../oembed.json">What such a system is told</a></p>"#
        ),
    )
}

fn one_file(edition: &Edition, sizes: &Sizes) -> String {
    let language = escaped(&edition.language);
    let size = kilobytes(sizes.standalone);
    way(
        "file",
        "One file",
        "Take it to send the cards by mail, to keep them, or to show them where there is no network. It needs a browser and nothing else: it opens from the disk and asks no server for anything. Options are not in it.",
        &format!(
            r#"<p class="copy"><a class="download" data-file="standalone" href="../standalone/{language}.html" download>Download the file (<span data-size="standalone">{size}</span>)</a> <a data-file="standalone" href="../standalone/{language}.html">Open it here</a></p>"#
        ),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::manifest::Icons;

    fn page(languages: &[&str], base: Option<&str>) -> String {
        let base = base.and_then(|base| base.parse().ok());
        let icons = Icons::of_a_test();
        let parts = Parts::of_a_test(base.as_ref(), &icons);
        let edition = |language: &&str| {
            let right_to_left = *language == "ar";
            let (language, locale, title) = ((*language).into(), format!("{language}-XX"), "\"Facts\" & more".into());
            Rc::new(Edition { language, locale, title, right_to_left, ..Edition::default() })
        };
        let editions: Vec<Rc<Edition>> = languages.iter().map(edition).collect();
        let sizes: Vec<Sizes> =
            languages.iter().map(|_| Sizes { snippet: 126_001, short: Some(49_001), standalone: 500_000 }).collect();
        embed_guide(&editions, &sizes, &parts, &Own { styles: "assets/w.css", script: "assets/w.js", version: "7" })
    }

    #[test]
    fn the_code_has_the_address_of_the_site() {
        let page = page(&["en"], Some("https://a.example/cards"));
        for code in [
            "src=&quot;https://a.example/cards/fact-cards.js&quot;",
            "href=&quot;https://a.example/cards/&quot;",
            "src=&quot;https://a.example/cards/embed/en.html&quot;",
            "<code>https://a.example/cards/</code>",
        ] {
            assert!(page.contains(code), "{code} in {page}");
        }
        assert!(page.contains(r#"<link rel="canonical" href="https://a.example/cards/embed/">"#), "{page}");
    }

    #[test]
    fn without_an_address_the_code_works_on_the_site_itself_and_the_page_says_what_is_missing() {
        let page = page(&["en"], None);
        assert!(page.contains("src=&quot;../fact-cards.js&quot;"), "{page}");
        assert!(page.contains("it was built without <code>--base-url</code>"), "{page}");
        assert!(!page.contains("oembed.json") && !page.contains("canonical"), "{page}");
    }

    #[test]
    fn a_language_can_be_chosen_where_there_are_several() {
        assert!(!page(&["en"], None).contains("name=\"lang\""));
        let several = page(&["ar", "en"], None);
        assert!(several.contains(r#"<option value="ar" lang="ar-XX">ar-XX</option><option value="en""#), "{several}");
    }

    #[test]
    fn the_page_is_english_and_the_title_has_its_own_language() {
        let page = page(&["ar"], None);
        assert!(page.contains(r#"<html lang="en" dir="ltr">"#), "{page}");
        assert!(page.contains(r#"<bdi lang="ar-XX" dir="rtl">&quot;Facts&quot; &amp; more</bdi>"#), "{page}");
    }

    #[test]
    fn sizes_are_given_in_whole_kilobytes() {
        let page = page(&["en"], None);
        assert!(page.contains(">127 KB<") && page.contains(">500 KB<"), "{page}");
    }
}
