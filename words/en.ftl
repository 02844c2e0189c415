# The words of the interface in English. In braces stands what is filled in.
# A message with { $count } is chosen for every number that can occur when a story is built.

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
source = Source
topic = Topic
place = Place
search = Search the facts
clear = Clear all
chosen = { $count } chosen

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
asked-text = “{ $text }”
showing-results-for = Showing results for “{ $text }”.

also-written = also written
more-facts = { $count ->
    [one] { $count } more fact
   *[other] { $count } more facts
}
related = Related
in-both = in both articles
in-articles = in { $count } articles

source-marker = { $article } ¶{ $paragraph }
paragraph = paragraph { $paragraph } of { $paragraphs }
published = published { $date }
date-not-given = date of publication not given
read-article = Read the article

gave-way = Filters and search were cleared to show { $card }.
put-back = Put them back

more-than = { $number }+
from-to = { $from } → { $to }
more-than-spoken = more than { $number }
from-to-spoken = from { $from } to { $to }
period = { $from }–{ $to }

embed-link = Put these cards on your page

cannot-start = Search and most filters do not work right now. All facts can still be read.
