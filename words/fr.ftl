# The words of the interface in French. In braces stands what is filled in.
# A message with { $count } is chosen for every number that can occur when a story is built.

comma = ,

kind = Catégorie
all = Tout
members = Membres
operations = Opérations
venues = Lieux
member = Membre
operation = Opération
venue = Lieu
kicker = { $kind } · { $type }

filters = Filtres
card-type = Type
source = Source
topic = Thème
place = Lieu
year = Année
speaker = Qui le dit
search = Rechercher dans les faits
clear = Tout effacer
chosen = { $count ->
    [one] { $count } choisi
   *[other] { $count } choisis
}
remove = Retirer le filtre { $what }
close = Fermer
open-all = Tout ouvrir
close-all = Tout fermer
show-fewer = En afficher moins
fact-menu = Source, lien et citation
show-cards = { $count ->
    [one] Afficher { $count } fiche
   *[other] Afficher { $count } fiches
}
show-all = { $count ->
    [one] Afficher { $count } fiche
   *[other] Afficher les { $count } fiches
}

more-values = Avec moins de fiches, hors de cette liste : { $number }

sort = Ordre
sort-story = Ordre du récit
sort-name = Par nom
sort-date = Plus récentes d’abord

pages = Pages
previous-page = Précédente
next-page = Suivante

view = Vue
view-cards = Fiches
view-timeline = Chronologie
view-map = Carte
view-figures = Chiffres
view-sources = Sources
nothing-dated = Rien de ce qui est affiché n’a de date.
nothing-placed = Rien de ce qui est affiché n’a de lieu.
nothing-counted = Rien de ce qui est affiché n’est chiffré.
nothing-reported = Aucun fait en particulier ne correspond.
undated = { $facts } sans date
unplaced = { $facts } sans lieu
not-on-map = Hors de la carte : { $places }
about-figures = Les barres groupées partagent une même échelle, qui commence à 0. Une flèche signifie « plus de ».
said-then = déclaré
in-several = Rapporté par plus d’un article
written-differently = Graphies différentes

copy-link = Lien
cite = Citer
share-picture = Image (PNG)
embed-card = Intégrer cette fiche
copied = Copié
copy-by-hand = À copier à la main :
download = Télécharger ces fiches

cards = { $count ->
    [one] { $count } fiche
   *[other] { $count } fiches
}
facts = { $count ->
    [one] { $count } fait
   *[other] { $count } faits
}
articles = { $count ->
    [one] { $count } article
   *[other] { $count } articles
}
extent = { $facts } d’après { $articles }
status = { $cards }, { $facts } d’après { $articles }
nothing-found = Aucune fiche pour { $what }.
applied-search = « { $text } »
showing-results-for = Résultats pour « { $text } ».

also-written = aussi écrit
more-facts = { $count ->
    [one] { $count } autre fait
   *[other] { $count } autres faits
}
related = Fiches liées
two-steps = Liens indirects
via = via { $card }
in-both = dans les deux articles
in-articles = { $count ->
    [one] dans { $count } article
   *[other] dans { $count } articles
}

source-marker = { $article } ¶{ $paragraph }
paragraph = paragraphe { $paragraph } sur { $paragraphs }
published = date de publication : { $date }
date-not-given = date de publication non indiquée
read-article = Lire l’article

relaxed-filters = Filtres et recherche ont été effacés pour afficher la fiche « { $card } ».
put-back = Rétablir

more-than = { $number }+
from-to = { $from } → { $to }
more-than-spoken = plus de { $number }
from-to-spoken = de { $from } à { $to }
period = { $from }–{ $to }

years = { $count ->
    [one] { $count } an
   *[other] { $count } ans
}
months = { $count ->
    [one] { $count } mois
   *[other] { $count } mois
}
days = { $count ->
    [one] { $count } jour
   *[other] { $count } jours
}

changes = Corrections et modifications
withdrawn = Retiré
revised-on = Modification du { $date } :
corrected-on = Correction du { $date } :
withdrawn-on = Retrait du { $date } :
fact-left-out-on = Un fait a été retiré le { $date } :
card-left-out-on = Une fiche a été retirée le { $date } :
earlier-changes = { $count ->
    [one] { $count } changement plus ancien n’est signalé qu’à l’endroit concerné.
   *[other] { $count } changements plus anciens ne sont signalés qu’aux endroits concernés.
}

languages = Langue
this-language = Français
embed-link = Intégrer ces fiches à votre page

cannot-start = La recherche et la plupart des filtres ne fonctionnent pas pour le moment. Tous les faits restent lisibles.

# The pages of single cards and facts, and the feed of changes.
on-card = Sur la fiche
also-on = Aussi sur
in-story = Ouvrir dans le dossier
card-gone = Cette fiche ne fait plus partie de ce dossier.
fact-gone = Ce fait ne fait plus partie de ce dossier.
feed-link = Suivre les modifications dans un lecteur de flux
added-on = Ajout du { $date } :
