package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func write(t *testing.T, path, s string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(s), 0o644); err != nil {
		t.Fatal(err)
	}
}

func TestEvalGold(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "gold [1]*")
	write(t, dir+"/a.txt", "The minister signed the treaty on Monday. The mayor did not sign it.\n")
	write(t, dir+"/a.jsonl", `{"subject":"minister","predicate":"sign","object":"treaty","polarity":"positive","certainty":"certain","tense":"past","time":"on Monday"}
{"subject":"mayor","predicate":"sign","object":"treaty","object_alt":["it"],"polarity":"negative","certainty":"certain","tense":"past"}
`)
	write(t, dir+"/b.txt", "It rained.\n")
	write(t, dir+"/b.jsonl", `{"subject":"it","predicate":"rain","object":null,"required":false}`)
	write(t, dir+"/own/a.jsonl", `{"subject":"The minister","predicate":"signed","object":"a treaty","tense":"past"}`)
	for _, c := range []struct {
		args           []string
		status         int
		stdout, stderr string
	}{
		{[]string{dir}, 0, "\nF1 1.000 full 1.000 ", ""},
		{[]string{dir, dir + "/own"}, 0, "\nF1 0.667 full 0.667 recall 0.50 precision 1.00 ", "b: no predictions, counted as empty"},
		{[]string{"--fields", dir, dir + "/own"}, 0, "\ntime      given   1 right   0   0.0%  none    0 invented   0   0.0%\n", ""},
		{[]string{"gold", "--show", dir, dir + "/own"}, 0, "MISS  mayor · sign · treaty [negative; past]\n", ""},
		{[]string{dir + "/own", dir}, 0, "required 1 hit 1 ", ""},
		{[]string{dir + "/own"}, 1, "", "a.txt"},
		{[]string{dir + "/none"}, 1, "", "none: no NAME.jsonl"},
		{nil, 2, "", "needs the folder"},
		{[]string{"a", "b", "c"}, 2, "", "needs the folder"},
	} {
		var out, err strings.Builder
		got := run(append([]string{"kg", "eval"}, c.args...), strings.NewReader(""), &out, &err)
		if got != c.status || !strings.Contains(out.String(), c.stdout) || !strings.Contains(err.String(), c.stderr) {
			t.Errorf("kg eval %q: status %d, want %d\n%s%s", c.args, got, c.status, out.String(), err.String())
		}
	}
}
