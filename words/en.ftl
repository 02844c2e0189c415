# The words of the interface in English. In braces stands what is filled in.
# A message with { $count } is chosen for every number that can occur when a story is built.

comma = ,

kind = Kind
all = All
members = Members
operations = Operations
venues = Venues
member = Member
operation = Operation
venue = Venue
kicker = { $kind } · { $type }

filters = Filters
card-type = Type
source = Source
topic = Topic
place = Place
year = Year
speaker = Who says so
search = Search the facts
clear = Clear all
chosen = { $count } chosen
remove = Remove the filter { $what }
close = Close
open-all = Open all
close-all = Close all
show-fewer = Show fewer
fact-menu = Source, link and citation
show-cards = { $count ->
    [one] Show { $count } card
   *[other] Show { $count } cards
}
show-all = { $count ->
    [one] Show { $count } card
   *[other] Show all { $count } cards
}

more-values = With fewer cards, not listed: { $number }

sort = Order
sort-story = As told
sort-name = By name
sort-date = Latest first

pages = Pages
previous-page = Previous
next-page = Next

view = View
view-cards = Cards
view-timeline = Timeline
view-map = Map
view-figures = Figures
view-sources = Sources
nothing-dated = Nothing of what is shown has a date.
nothing-placed = Nothing of what is shown has a place.
nothing-counted = Nothing of what is shown is counted.
nothing-reported = No single fact matches.
undated = { $facts } without a date
unplaced = { $facts } without a place
not-on-map = Not on the map: { $places }
about-figures = Bars that stand together share one scale, which begins at 0. An arrow means “more than”.
said-then = said
in-several = Reported by more than one article
written-differently = Written differently

copy-link = Link
cite = Cite
share-picture = Picture (PNG)
embed-card = Embed this card
copied = Copied
copy-by-hand = To be copied by hand:
download = Save what is shown

cards = { $count ->
    [one] { $count } card
   *[other] { $count } cards
}
facts = { $count ->
    [one] { $count } fact
   *[other] { $count } facts
}
articles = { $count ->
    [one] { $count } article
   *[other] { $count } articles
}
extent = { $facts } from { $articles }
status = { $cards }, { $facts } from { $articles }
nothing-found = No card matches { $what }.
applied-search = “{ $text }”
showing-results-for = Showing results for “{ $text }”.

also-written = also written
more-facts = { $count ->
    [one] { $count } more fact
   *[other] { $count } more facts
}
related = Related
two-steps = Two steps away
via = via { $card }
in-both = in both articles
in-articles = in { $count } articles

source-marker = { $article } ¶{ $paragraph }
paragraph = paragraph { $paragraph } of { $paragraphs }
published = published { $date }
date-not-given = date of publication not given
read-article = Read the article

relaxed-filters = Filters and search were cleared to show { $card }.
put-back = Put them back

more-than = { $number }+
from-to = { $from } → { $to }
more-than-spoken = more than { $number }
from-to-spoken = from { $from } to { $to }
period = { $from }–{ $to }

years = { $count ->
    [one] { $count } year
   *[other] { $count } years
}
months = { $count ->
    [one] { $count } month
   *[other] { $count } months
}
days = { $count ->
    [one] { $count } day
   *[other] { $count } days
}

changes = Corrections and changes
withdrawn = Withdrawn
revised-on = Changed on { $date }:
corrected-on = Corrected on { $date }:
withdrawn-on = Withdrawn on { $date }:
fact-left-out-on = A fact was withdrawn on { $date }:
card-left-out-on = A card was withdrawn on { $date }:
earlier-changes = { $count ->
    [one] { $count } earlier change is told only where it was made.
   *[other] { $count } earlier changes are told only where they were made.
}

languages = Language
this-language = English
embed-link = Put these cards on your page

cannot-start = Search and most filters do not work right now. All facts can still be read.

# The pages of single cards and facts, and the feed of changes.
on-card = On the card
also-on = Also on
in-story = Open it in the story
card-gone = This card is no longer part of the story.
fact-gone = This fact is no longer part of the story.
feed-link = Follow the changes in a feed reader
added-on = Added on { $date }:
