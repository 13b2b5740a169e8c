package main

import (
	"fmt"
	"io"
	"strings"
	"unicode/utf8"
)

// printTable prints rows under their columns, aligned.
func printTable(w io.Writer, columns []string, rows [][]string) error {
	if len(rows) == 0 {
		return nil
	}
	width := make([]int, len(columns))
	for _, row := range append([][]string{columns}, rows...) {
		for i, s := range row {
			row[i] = strings.Join(strings.Fields(s), " ")
			width[i] = max(width[i], utf8.RuneCountInString(row[i]))
		}
	}
	for _, row := range append([][]string{columns}, rows...) {
		line := ""
		for i, s := range row {
			line += s + strings.Repeat(" ", width[i]-utf8.RuneCountInString(s)+2)
		}
		if _, err := fmt.Fprintln(w, strings.TrimRight(line, " ")); err != nil {
			return err
		}
	}
	return nil
}
