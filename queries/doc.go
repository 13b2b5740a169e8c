// Package queries holds the saved Gizmo queries and runs them.
package queries
