use crate::wire::wire;

/// A text that holds a number, for every number that can occur. Plurals were chosen when the story was encoded.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Counted {
    /// The different texts, with `{count}` where the number stands.
    pub patterns: Vec<String>,
    /// For each number from 0 on, which pattern it takes.
    pub by_count: Vec<u8>,
    /// The digits from 0 to 9; nothing where they are 0 to 9.
    pub digits: Vec<char>,
}

wire!(struct Counted { patterns, by_count, digits });

impl Counted {
    /// The text for `count`.
    #[must_use]
    pub fn for_count(&self, count: usize) -> String {
        let pattern = self.by_count.get(count).or(self.by_count.last()).copied().unwrap_or_default();
        let pattern = self.patterns.get(usize::from(pattern)).map_or("{count}", String::as_str);
        let digit = |digit: char| {
            let own = digit.to_digit(10).and_then(|digit| self.digits.get(usize::try_from(digit).ok()?));
            own.copied().unwrap_or(digit)
        };
        pattern.replace("{count}", &count.to_string().chars().map(digit).collect::<String>())
    }
}

/// Declares a struct of messages and how it is filled, so that a message is named in one place only. In brackets stands
/// what is filled in when it is shown; a counted message has its number. What is `wired` goes into the browser.
#[doc(hidden)]
#[macro_export]
macro_rules! messages {
    (
        wired
        $(#[$doc:meta])* $name:ident
        plain { $($(#[$plain_doc:meta])* $plain:ident($($filled:tt),*),)* }
        counted { $($(#[$counted_doc:meta])* $counted:ident,)* }
    ) => {
        $crate::messages! {
            $(#[$doc])* $name
            plain { $($(#[$plain_doc])* $plain($($filled),*),)* }
            counted { $($(#[$counted_doc])* $counted,)* }
        }

        $crate::wire::wire!(struct $name { $($plain,)* $($counted,)* });
    };
    (
        $(#[$doc:meta])* $name:ident
        plain { $($(#[$plain_doc:meta])* $plain:ident($($filled:tt),*),)* }
        counted { $($(#[$counted_doc:meta])* $counted:ident,)* }
    ) => {
        $(#[$doc])*
        pub struct $name {
            $($(#[$plain_doc])* pub $plain: String,)*
            $($(#[$counted_doc])* pub $counted: $crate::Counted,)*
        }

        impl $name {
            /// Fills every field from the message that bears its name.
            pub fn from_messages(messages: &mut impl $crate::Messages) -> Self {
                Self {
                    $($plain: messages.plain(stringify!($plain), &[$(stringify!($filled)),*]),)*
                    $($counted: messages.counted(stringify!($counted)),)*
                }
            }
        }
    };
}

/// Where messages come from. A field's message has hyphens for its underscores.
pub trait Messages {
    /// A message without a number, in which these are filled in.
    fn plain(&mut self, field: &'static str, filled: &[&'static str]) -> String;
    /// A message for every number.
    fn counted(&mut self, field: &'static str) -> Counted;
}

messages! {
    wired
    /// The words of the interface in one language. What stands in braces is replaced when it is shown.
    #[derive(Clone, Debug, Default, Eq, PartialEq)]
    Words
    plain {
        /// Between two things that are named one after the other.
        comma(),
        /// Name of the kind filter.
        kind(),
        /// Choice of the kind filter: every kind.
        all(),
        /// Choice of the kind filter.
        members(),
        /// Choice of the kind filter.
        operations(),
        /// Choice of the kind filter.
        venues(),
        /// Opens the filters for source, topic and place.
        filters(),
        /// Name of the filter for types of card.
        card_type(),
        /// Name of the filter for articles.
        source(),
        /// Name of the filter for topics.
        topic(),
        /// Name of the filter for places.
        place(),
        /// Name of the filter for years.
        year(),
        /// Name of the filter for those who say something.
        speaker(),
        /// Name of the search field.
        search(),
        /// Takes every filter and the search back.
        clear(),
        /// Takes back a value of a filter.
        remove(what),
        /// Closes what has opened.
        close(),
        /// Venues that the map cannot show.
        not_on_map(places),
        /// Opens every card.
        open_all(),
        /// Closes every card.
        close_all(),
        /// Shows no more than the first cards.
        show_fewer(),
        /// Tells more of a fact: where it is reported, its link and citation.
        fact_menu(),
        /// How many values of a filter are not offered.
        more_values(number),
        /// Name of the choice of an order.
        sort(),
        /// The editor's order, or what answers a search best first.
        sort_story(),
        /// Cards by name.
        sort_name(),
        /// Cards by date, the last first.
        sort_date(),
        /// Name of the links to the pages of what is shown.
        pages(),
        /// Leads to the page before.
        previous_page(),
        /// Leads to the page after.
        next_page(),
        /// Name of the choice of a view.
        view(),
        /// A view.
        view_cards(),
        /// A view.
        view_timeline(),
        /// A view.
        view_map(),
        /// A view.
        view_figures(),
        /// A view.
        view_sources(),
        /// In place of the timeline.
        nothing_dated(),
        /// In place of the map.
        nothing_placed(),
        /// In place of the figures.
        nothing_counted(),
        /// In place of the articles.
        nothing_reported(),
        /// What has no place on the timeline.
        undated(facts),
        /// What has no place on the map.
        unplaced(facts),
        /// How to read the figures.
        about_figures(),
        /// At a fact that stands on the timeline when it was said.
        said_then(),
        /// Heading of what several articles report.
        in_several(),
        /// Heading of names that are written in several ways.
        written_differently(),
        /// Copies or shares a link to a card or fact.
        copy_link(),
        /// Copies a fact with its sources.
        cite(),
        /// Saves the picture that the page of a card or fact is shared with.
        share_picture(),
        /// Leads to the code that puts a card on another page.
        embed_card(),
        /// After something was copied.
        copied(),
        /// Where copying was refused, before what is to be copied.
        copy_by_hand(),
        /// Before the formats in which what is shown can be saved.
        download(),
        /// Opens what the related cards of a card are related to.
        two_steps(),
        /// The card between two that are two steps apart.
        via(card),
        /// What is shown.
        status(cards, facts, articles),
        /// What the story holds.
        extent(facts, articles),
        /// Before a name's other spellings.
        also_written(),
        /// Goes to the article on its own site.
        read_article(),
        /// Heading of a card's links.
        related(),
        /// Nothing is found; then come the applied filters.
        nothing_found(what),
        /// The search, among the applied filters.
        applied_search(text),
        /// Something mistyped was taken for this.
        showing_results_for(text),
        /// The filters were relaxed for a link target.
        relaxed_filters(card),
        /// Restores the relaxed filters.
        put_back(),
        /// Name of the choice of a language.
        languages(),
        /// How the language calls itself.
        this_language(),
        /// Goes to the page that shows how the cards are put on another page.
        embed_link(),
        /// The widget cannot start.
        cannot_start(),
    }
    counted {
        /// So many cards.
        cards,
        /// So many facts.
        facts,
        /// So many articles.
        articles,
        /// Closes the filters, to see the cards that they leave.
        show_cards,
        /// Shows all cards, where only the first ones are shown.
        show_all,
        /// Opens the facts of a card that are folded away.
        more_facts,
        /// How many values of a filter are chosen.
        chosen,
    }
}

messages! {
    /// The words of the pages that a card or a fact has of its own, and of the feed of changes. No engine shows them.
    #[derive(Clone, Debug, Default, Eq, PartialEq)]
    PageWords
    plain {
        /// Before the name of the card that a fact belongs to.
        on_card(),
        /// Before the names of the other cards on which it stands.
        also_on(),
        /// Leads to the card or fact in the story.
        in_story(),
        /// In place of a card that is not there any more.
        card_gone(),
        /// In place of a fact that is not there any more.
        fact_gone(),
        /// Leads to the feed of changes.
        feed_link(),
        /// What the feed has.
        changes(),
        /// Before what was added on a day.
        added_on(date),
    }
    counted {}
}
