package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/urfave/cli/v2"
)

// examples returns the command lines that a command's help gives as examples.
func examples(c *cli.Command) (out []string) {
	on := false
	for line := range strings.Lines(c.Description) {
		line, begins := strings.CutPrefix(strings.TrimSpace(line), "Example: ")
		if on = begins || on && strings.HasPrefix(line, "kg "); on {
			out = append(out, line)
		}
	}
	return out
}

// split divides a command line at blanks outside of quotes.
func split(line string) (out []string) {
	word, quote, open := "", rune(0), false
	for _, r := range line + " " {
		switch {
		case quote == 0 && (r == '\'' || r == '"'):
			quote, open = r, true
		case r == quote:
			quote = 0
		case quote == 0 && r == ' ':
			if word != "" || open {
				out = append(out, word)
			}
			word, open = "", false
		default:
			word += string(r)
		}
	}
	return out
}

// unaided lists commands whose examples need what a test has not: gold data, a network, a client.
var unaided = map[string]bool{"eval": true, "serve": true, "mcp": true, "import": true}

// TestExamples runs the examples of each command's help over the sample article, and asks that each has one.
func TestExamples(t *testing.T) {
	article, err := os.ReadFile("../../data/articles/us-ukraine-agreement.txt")
	if err != nil {
		t.Fatal(err)
	}
	t.Chdir(t.TempDir())
	for _, name := range []string{"article.txt", "articles/us-ukraine-agreement.txt"} {
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, article, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	kg(t, "ingest", "articles")
	kg(t, "ingest", "--db", "yesterday.db", "articles")
	for _, c := range commands {
		if c.Hidden || unaided[c.Name] || c.Name == "remove" {
			continue
		}
		found := examples(c)
		if len(found) == 0 {
			t.Errorf("kg %s --help: no example", c.Name)
		}
		for _, line := range found {
			var out, errs bytes.Buffer
			if status := run(split(line), strings.NewReader(""), &out, &errs); status != 0 {
				t.Errorf("%s: status %d: %s", line, status, &errs)
			} else if out.Len() == 0 && errs.Len() == 0 && !strings.Contains(line, " -o ") && c.Name != "compact" {
				t.Errorf("%s: prints nothing", line)
			}
		}
	}
}

// TestManual checks that the manual page and the completions tell of every command and its flags.
func TestManual(t *testing.T) {
	page := strings.ReplaceAll(kg(t, "man"), `\-`, "-")
	offered := kg(t, "complete", "--", "")
	for _, c := range commands {
		if c.Hidden {
			continue
		}
		if !strings.Contains(page, ".SH "+c.Name+"\n") {
			t.Errorf("the manual page has no %s", c.Name)
		}
		if !strings.Contains(offered, c.Name+"\n") {
			t.Errorf("no completion for %s in %q", c.Name, offered)
		}
		flags := kg(t, "complete", "--", c.Name, "--")
		for _, f := range c.Flags {
			if n := f.Names()[0]; len(n) > 1 && len(c.Subcommands) == 0 && !strings.Contains(flags, "--"+n+"\n") {
				t.Errorf("no completion for kg %s --%s", c.Name, n)
			}
		}
	}
	if got := kg(t, "complete", "--", "export", "--format", "g"); got != "graphml\ngexf\n" {
		t.Errorf("formats that begin with g: %q", got)
	}
}
