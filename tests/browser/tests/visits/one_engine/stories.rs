//! The content of the two stories.

use fact_cards_browser_tests::{Visit, site_folder};

#[tokio::test]
async fn every_figure_and_name_of_the_two_articles_is_shown() {
    Visit::to("seeds")
        .and(async |page| {
            page.open("").await;
            let names: Vec<String> = page.value("[...document.querySelectorAll('.name')].map(name => name.innerText)").await;
            for name in [
                "Morocco",
                "INTERPOL",
                "INTERPOL's General Secretariat",
                "INTERPOL's Executive Committee",
                "DGSN",
                "Rabat national central office",
                "Mohammed Dkhissi",
                "Abdellatif Hammouchi",
                "King Mohammed VI",
                "Ahmed Nasser Al Raisi",
                "Bouabid Sebki",
                "Operation NEPTUNE",
                "I-24/7",
                "Networks of police and experts",
                "INTERPOL's modernisation",
                "Glasgow, Scotland",
                "Marrakech",
                "Ifrane",
                "Rabat",
            ] {
                assert!(names.iter().any(|shown| shown == name), "{name} is not among {names:?}");
            }
            let figures: Vec<String> = page
                .value("[...document.querySelectorAll('.figure')].map(figure => figure.querySelector('b').innerText + ' ' + figure.lastChild.textContent.trim())")
                .await;
            for figure in [
                "135 wanted people arrested",
                "325 international fugitives identified",
                "104 → 140+ countries with seconded officers",
                "300+ official visits",
                "196 member countries",
                "1923 founded",
            ] {
                assert!(figures.iter().any(|shown| shown == figure), "{figure} is not among {figures:?}");
            }
            page.open_card("[data-card=mohammed-dkhissi]").await;
            assert!(page.text("[data-card=mohammed-dkhissi]").await.contains("also written Mohamed Dkhissi (Marrakech ¶7)"));
        })
        .await;
}

#[tokio::test]
async fn another_story_shows_its_own_cards_and_no_trace_of_the_first() {
    Visit::to("lighthouse")
        .and(async |page| {
            page.open("").await;
            assert!(!page.cards().await.is_empty());
            let page_text: String = page.value("document.documentElement.outerHTML").await;
            for trace in ["INTERPOL", "Morocco", "NEPTUNE", "Marrakech", "Glasgow"] {
                assert!(!page_text.contains(trace), "the page holds {trace}");
            }
        })
        .await;

    let mut folders = vec![site_folder("lighthouse")];
    let mut files = 0;
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            files += 1;
            let bytes = std::fs::read(&path).unwrap();
            for trace in ["INTERPOL", "Morocco", "NEPTUNE"] {
                let found = bytes.windows(trace.len()).any(|window| window.eq_ignore_ascii_case(trace.as_bytes()));
                assert!(!found, "{} holds {trace}", path.display());
            }
        }
    }
    assert!(files > 4, "the site has pages, scripts, styles and the engine");
}
