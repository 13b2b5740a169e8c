package data

import _ "embed"

// FirstNames lists given names: lines of "male:" or "female:" with lower-case names divided by blanks, "#" comments.
//
//go:embed first_names.txt
var FirstNames string

// Nouns lists common nouns: lines of a class of mentions or a gender, a colon and lemmas divided by blanks, "#"
// comments.
//
//go:embed nouns.txt
var Nouns string

// CoreferenceModel is the ranker of antecedents, made by train/coref.
//
//go:embed coref.bin
var CoreferenceModel []byte

// Countries lists the names of countries, one a line, "#" comments.
//
//go:embed countries.txt
var Countries string

// Verbs lists the base forms of verbs: lines of words divided by blanks, or of one word, a colon and its irregular forms;
// "#" comments.
//
//go:embed verbs.txt
var Verbs string

// KnownNames lists names that most readers of news know: lines of a type (Organization, Place), a colon and names divided by
// ";"; "#" comments.
//
//go:embed known.txt
var KnownNames string
