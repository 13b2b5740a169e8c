package main

import (
	"bytes"
	"encoding/json"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/piprate/json-gold/ld"
)

// kg runs a command and returns what it prints; it must end with status 0.
func kg(t *testing.T, args ...string) string {
	t.Helper()
	var out, errs bytes.Buffer
	if status := run(append([]string{"kg"}, args...), strings.NewReader(""), &out, &errs); status != 0 {
		t.Fatalf("kg %s: status %d: %s", strings.Join(args, " "), status, &errs)
	}
	return out.String()
}

// canonical sorts N-Quads, written with or without xsd:string and with either case of escapes.
func canonical(nquads string) string {
	escape := regexp.MustCompile(`\\u[0-9a-fA-F]{4}`)
	lines := strings.Split(strings.TrimSpace(nquads), "\n")
	for i, l := range lines {
		l = strings.ReplaceAll(l, "^^<http://www.w3.org/2001/XMLSchema#string>", "")
		lines[i] = escape.ReplaceAllStringFunc(l, strings.ToUpper)
	}
	slices.Sort(lines)
	return strings.Join(slices.Compact(lines), "\n")
}

// TestSampleArticles takes the sample articles the whole way: the graph is sound, does not depend on the order of
// reading, and its JSON-LD holds every quad and none more for an implementation that is not ours.
func TestSampleArticles(t *testing.T) {
	files, err := filepath.Glob("../../data/articles/*.txt")
	if err != nil || len(files) < 4 {
		t.Fatalf("%d sample articles (%v)", len(files), err)
	}
	dir := t.TempDir()
	one, two := filepath.Join(dir, "one.db"), filepath.Join(dir, "two.db")
	kg(t, append([]string{"ingest", "--db", one}, files...)...)
	slices.Reverse(files)
	for _, f := range files {
		kg(t, "ingest", "--db", two, f)
	}
	nquads := kg(t, "export", "--db", one, "--format", "nquads")
	if nquads != kg(t, "export", "--db", two, "--format", "nquads") {
		t.Error("the order of reading changes the graph")
	}
	kg(t, "check", "--db", one)
	kg(t, "check", "--db", two)
	for _, plain := range []string{"--plain=false", "--plain=true"} {
		want := kg(t, "export", "--db", one, "--format", "nquads", plain)
		var doc any
		if err := json.Unmarshal([]byte(kg(t, "export", "--db", one, "--format", "jsonld", plain)), &doc); err != nil {
			t.Fatal(err)
		}
		opts := ld.NewJsonLdOptions("")
		opts.Format = "application/n-quads"
		got, err := ld.NewJsonLdProcessor().ToRDF(doc, opts)
		if err != nil {
			t.Fatal(err)
		}
		if canonical(got.(string)) != canonical(want) {
			t.Errorf("%s: JSON-LD gives %d lines, N-Quads %d, or they differ", plain, strings.Count(canonical(got.(string)), "\n"), strings.Count(canonical(want), "\n"))
		}
	}
	if out := kg(t, "query", "--db", one, "signed-with", "Ukraine"); !strings.Contains(out, "Joe Biden · sign · ") {
		t.Errorf("who signed with Ukraine:\n%s", out)
	}
}
