// Package schema says what can be said: classes, relations and their IRIs, the terms of the JSON-LD context.
package schema
