use serde::{Deserialize, Serialize};

/// A text that holds a number, for every number that can occur. Plurals were chosen when the story was encoded.
#[derive(Clone, Debug, Default, Deserialize, Eq, PartialEq, Serialize)]
pub struct Counted {
    /// The different texts, with `{count}` where the number stands.
    pub patterns: Vec<String>,
    /// For each number from 0 on, which pattern it takes.
    pub by_count: Vec<u8>,
}

impl Counted {
    /// The text for `count`.
    #[must_use]
    pub fn of(&self, count: usize) -> String {
        let pattern = self.by_count.get(count).or(self.by_count.last()).copied().unwrap_or_default();
        let pattern = self.patterns.get(usize::from(pattern)).map_or("{count}", String::as_str);
        pattern.replace("{count}", &count.to_string())
    }
}

/// Declares [`Words`] and its counterpart for reading them, so that a message is named in one place only.
macro_rules! words {
    (plain { $($(#[$plain_doc:meta])* $plain:ident,)* } counted { $($(#[$counted_doc:meta])* $counted:ident,)* }) => {
        /// The words of the interface in one language. What stands in braces is replaced when it is shown.
        #[derive(Clone, Debug, Default, Deserialize, Eq, PartialEq, Serialize)]
        pub struct Words {
            $($(#[$plain_doc])* pub $plain: String,)*
            $($(#[$counted_doc])* pub $counted: Counted,)*
        }

        #[cfg(feature = "author")]
        impl Words {
            /// Fills every field from the message that bears its name, with hyphens for underscores.
            pub(crate) fn from_messages(
                mut plain: impl FnMut(&'static str) -> String,
                mut counted: impl FnMut(&'static str) -> Counted,
            ) -> Self {
                Self {
                    $($plain: plain(stringify!($plain)),)*
                    $($counted: counted(stringify!($counted)),)*
                }
            }
        }
    };
}

words! {
    plain {
        /// Name of the kind filter.
        kind,
        /// Choice of the kind filter: every kind.
        all,
        /// Choice of the kind filter.
        members,
        /// Choice of the kind filter.
        operations,
        /// Choice of the kind filter.
        venues,
        /// Kind of one card.
        member,
        /// Kind of one card.
        operation,
        /// Kind of one card.
        venue,
        /// Name of the filter for articles.
        source,
        /// Name of the filter for topics.
        topic,
        /// Name of the filter for places.
        place,
        /// Name of the search field.
        search,
        /// Takes every filter and the search back.
        clear,
        /// What is shown: `{cards}`, `{facts}`, `{articles}`.
        status,
        /// What the story holds: `{facts}`, `{articles}`.
        extent,
        /// Before a name's other spellings: `{spellings}`.
        also_written,
        /// Where another spelling stands: `{spelling}`, `{source}`.
        spelling_in,
        /// At a fact that each of two articles reports.
        in_both,
        /// A source: `{article}`, `{paragraph}`.
        source_marker,
        /// Where in an article: `{paragraph}`, `{paragraphs}`.
        paragraph,
        /// When an article was published: `{date}`.
        published,
        /// In place of the date of an article that gives none.
        date_not_given,
        /// Goes to the article on its own site.
        read_article,
        /// Heading of a card's links.
        related,
        /// Nothing is found; then comes what was asked.
        nothing_found,
        /// What was asked, in words: the text.
        asked_text,
        /// Between two things that were asked for.
        asked_and,
        /// The filters gave way to a link: `{card}`.
        gave_way,
        /// Takes back what the filters gave up.
        put_back,
        /// A number that is at least that: `{number}`.
        more_than,
        /// A number that grew: `{from}`, `{to}`.
        from_to,
        /// The same for a screen reader: `{number}`.
        more_than_spoken,
        /// The same for a screen reader: `{from}`, `{to}`.
        from_to_spoken,
        /// A period: `{from}`, `{to}`.
        period,
        /// The widget cannot start; the reason stands in the console.
        cannot_start,
    }
    counted {
        /// So many cards.
        cards,
        /// So many facts.
        facts,
        /// So many articles.
        articles,
        /// Opens the facts of a card that are folded away.
        more_facts,
        /// At a fact that several articles report, where there are more than two.
        in_articles,
        /// How many values of a filter are chosen.
        chosen,
    }
}
