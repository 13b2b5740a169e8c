package main

import (
	"io"
	"os"
)

// Colours of terminals (ECMA-48, select graphic rendition).
const (
	bold   = "1"
	faint  = "2"
	red    = "31"
	green  = "32"
	yellow = "33"
)

// painter returns what colours a text for w: nothing, unless w is a terminal that shows colours and NO_COLOR
// (no-color.org) is not set.
func painter(w io.Writer) func(color, text string) string {
	if !terminal(w) || os.Getenv("NO_COLOR") != "" || os.Getenv("TERM") == "dumb" {
		return func(_, text string) string { return text }
	}
	return func(color, text string) string { return "\x1b[" + color + "m" + text + "\x1b[0m" }
}
