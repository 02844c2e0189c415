#!/bin/sh
# Collects the words of the plugin and compiles their translations; to be run when a sentence has changed. Needs gettext.
set -eu
cd "$(dirname "$0")/fact-cards"
pot=languages/fact-cards.pot
xgettext --language=PHP --from-code=UTF-8 --keyword=__ --keyword=esc_html__ --keyword=esc_html_e --add-comments=translators \
  --no-location --sort-output --package-name='Fact cards' --output="$pot" fact-cards.php includes/*.php
# What WordPress takes from block.json and from the head of the plugin.
cat >> "$pot" <<'END'

msgctxt "block title"
msgid "Fact cards"
msgstr ""

msgctxt "block description"
msgid "Shows the fact cards of a site in the article."
msgstr ""

msgid "Puts the fact cards of a site made with fact-cards into articles: a block, a shortcode, or just its address."
msgstr ""
END
sed -i '/^"POT-Creation-Date:/d; /^"PO-Revision-Date:/d; /^"Last-Translator:/d; /^"Language-Team:/d; /^"Report-Msgid-Bugs-To:/d; /^#, fuzzy$/d; /^# \(SOME\|Copyright\|FIRST\|This file\)/d; s/CHARSET/UTF-8/' "$pot"
for po in languages/*.po; do
  msgmerge --quiet --update --no-fuzzy-matching --no-location --backup=none "$po" "$pot"
  msgfmt --check --statistics --output-file="${po%.po}.mo" "$po"
done
