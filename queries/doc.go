// Package queries holds the saved Gizmo queries and runs them. A saved query is one .js file; its header names it, says
// the question that it answers and its parameters, and gives an example:
//
//	// signed-with: who signed, or is to sign, agreements with X?
//	// param x: entity
//	// example: kg query signed-with Ukraine
//
// A parameter's kind is entity, relation or text; "?" after the kind makes it optional. Its value is a variable of its
// name in the script: the entity's or relation's IRI, a string, or null. A row with a column "statement" is shown with
// what it says and its sentence.
package queries
