// Package ingest lists the stages that turn an article into statements.
package ingest
