// Package extract turns trees into mentions, coreference, clauses, qualifiers, times and quantities, and these into
// statements.
package extract
