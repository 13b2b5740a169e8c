package main

import (
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/urfave/cli/v2"

	"kg/schema"
)

// ownSchema reads the vocabulary that --schema names, "" where it is not given.
func ownSchema(c *cli.Context) (string, error) {
	path := c.String("schema")
	if path == "" {
		return "", nil
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return "", err
	}
	if _, err := schema.ReadOwn(path, string(data)); err != nil {
		return "", err
	}
	if strings.TrimSpace(string(data)) == "" {
		return "", fmt.Errorf("%s: an empty vocabulary (want relations, or \"include kg\" to begin with the program's)", path)
	}
	return string(data), nil
}

var schemaCommand = &cli.Command{
	Name:      "schema",
	Usage:     "print the vocabulary: classes and relations, or the relations that a phrase may stand for",
	ArgsUsage: "[PHRASE…]",
	Description: "The text is in the form that the vocabulary is read in. A relation that is not in it keeps its lemma.\n" +
		"Example: kg schema ink \"take part in\"",
	Action: func(c *cli.Context) error {
		l := schema.Default()
		if !c.Args().Present() {
			_, err := io.WriteString(c.App.Writer, l.Write())
			return err
		}
		for _, phrase := range c.Args().Slice() {
			found := l.Lookup(strings.ToLower(phrase))
			if len(found) == 0 {
				return fmt.Errorf("%s: stands for no relation of the vocabulary; it keeps its lemma (kg schema lists the relations)", phrase)
			}
			for _, r := range found {
				fmt.Fprintln(c.App.Writer, r)
			}
		}
		return nil
	},
}
