// Package schema says what can be said: classes, relations and their IRIs, the predicate lexicon, the JSON-LD context.
package schema
