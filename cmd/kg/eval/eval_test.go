package eval

import (
	"bytes"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"
)

func read(t *testing.T, path string) (gold []*Gold, rows []*Row, want string) {
	t.Helper()
	a, err := txtar.ParseFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range a.Files {
		switch f.Name {
		case "gold.jsonl":
			gold, err = ReadGold(f.Name, bytes.NewReader(f.Data))
		case "predicted.jsonl":
			rows, err = ReadRows(f.Name, bytes.NewReader(f.Data))
		case "score":
			want = strings.TrimSpace(string(f.Data))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	return gold, rows, want
}

// TestScore compares with the score lines of the reference scorer, which is written in Python.
func TestScore(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) < 6 {
		t.Fatalf("%d cases, %v", len(files), err)
	}
	for _, path := range files {
		gold, rows, want := read(t, path)
		if got := Score(gold, rows).String(); got != want {
			t.Errorf("%s:\n got %s\nwant %s", path, got, want)
		}
		if got := Score(gold, rows).String(); got != want {
			t.Errorf("%s: scored again: %s", path, got)
		}
	}
}

// TestOrder checks that the order of the predictions does not change what is found.
func TestOrder(t *testing.T) {
	for _, name := range []string{"attributes", "nulls", "disturbed-andean-ceasefire"} {
		gold, rows, _ := read(t, "testdata/"+name+".txtar")
		a := Score(gold, rows)
		for range len(rows) {
			rows = append(rows[1:], rows[0])
			b := Score(gold, rows)
			if b.Hit != a.Hit || b.Full != a.Full || b.Wrong != a.Wrong {
				t.Fatalf("%s: hit %d full %d wrong %d, in another order %d %d %d", name, a.Hit, a.Full, a.Wrong, b.Hit, b.Full, b.Wrong)
			}
		}
	}
}

func TestSum(t *testing.T) {
	gold, rows, _ := read(t, "testdata/attributes.txtar")
	a := Score(gold, rows)
	sum := a
	sum.Add(a)
	if sum.Hit != 2*a.Hit || sum.Given != [8]int{12, 12, 12, 8, 2, 0, 2, 2} || harmonic(1, 0) != 0 {
		t.Errorf("sum of two: %v, given %v", sum, sum.Given)
	}
}

func TestFields(t *testing.T) {
	c := Counts{Hit: 20}
	c.Given[5], c.GivenOK[5], c.Right[5] = 4, 3, 18 // one of four wrong, one of sixteen made up
	c.Right[6] = 20
	c.Given[7], c.Right[7] = 2, 18
	want := "time      given   4 right   3  75.0%  none   16 invented   1   6.2%\n" +
		"place     given   0 right   0   0.0%  none   20 invented   0   0.0%\n" +
		"quantity  given   2 right   0   0.0%  none   18 invented   0   0.0%\n" +
		"all       given   6 right   3  50.0%  none   54 invented   1   1.9%\n"
	if got := c.Fields(); got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
}

func TestShow(t *testing.T) {
	gold, rows, want := read(t, "testdata/nulls.txtar")
	var b strings.Builder
	if got := Show(&b, gold, rows).String(); got != want {
		t.Errorf("got %s\nwant %s", got, want)
	}
	for _, line := range []string{"MISS  _ · close · port [past]", "HIT   ministry · open · April 2 [past]", "AGAIN snow · fall · _",
		"WRONG mayor · wait · bus [past]", "BONUS ministry · say · the port was closed"} {
		if !strings.Contains(b.String(), line) {
			t.Errorf("no line %q in\n%s", line, b.String())
		}
	}
}

func TestReadFaults(t *testing.T) {
	if _, err := ReadRows("p.jsonl", strings.NewReader("{}\n\n[1]\n")); err == nil || !strings.HasPrefix(err.Error(), "p.jsonl:3: ") {
		t.Errorf("a list for a statement: %v", err)
	}
	if _, err := ReadGold("g.jsonl", strings.NewReader(`{"subject": 3}`)); err == nil || !strings.HasPrefix(err.Error(), "g.jsonl:1: ") {
		t.Errorf("a number for a gold subject: %v", err)
	}
}

func FuzzReadRows(f *testing.F) {
	f.Add([]byte(`{"subject":{"name":"A","value":[1,{"text":"x"}]},"predicate":{"lemma":"do"},"object":"U.S.'s 1,000%"}`))
	f.Fuzz(func(t *testing.T, b []byte) {
		rows, err := ReadRows("f", bytes.NewReader(b))
		if err != nil {
			return
		}
		gold, err := ReadGold("g", strings.NewReader(`{"subject":null,"predicate":"be","object":"x"}`))
		if err != nil {
			t.Fatal(err)
		}
		if c := Score(gold, rows); c.Hit+c.Bonus+c.Wrong > c.Predicted || c.Hit > 1 {
			t.Errorf("%+v", c)
		}
	})
}
