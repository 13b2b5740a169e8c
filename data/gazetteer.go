package data

import _ "embed"

// Gazetteer lists things of common knowledge, one a line: class ("state" with an ISO 3166 code for the name, "org",
// "place"), name, other names divided by ";", Wikidata id, these divided by "|"; "#" comments. A test in ingest checks
// its form.
//
//go:embed gazetteer.txt
var Gazetteer string
