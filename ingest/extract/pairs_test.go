package extract_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"kg/graph"
	"kg/ingest"
	"kg/ingest/extract"
	"kg/ingest/text"
)

var update = flag.Bool("update", false, "drop the repaired cases from testdata/pairs/known.txt")

const knownFailures = "testdata/pairs/known.txt"

// pair is one sentence of a group of minimal pairs, with the statements that it must give.
type pair struct {
	place, sentence string
	want            []wanted
}

// wanted is an expected statement in the compact form of extract.Line; "a / b" gives alternatives, "_" is no argument.
// Polarity, certainty, tense, source and condition must be as given (none: the defaults), "by=*" lets any source pass;
// time must be right where it is given.
type wanted struct {
	line                       string
	subject, relation, object  []string
	polarity, certainty, tense []string
	by, condition, time        []string
}

// TestPairs takes each sentence through the whole analysis by itself. Every wanted statement must be found, and no
// statement may say of the same things the opposite, or say for certain what the sentence leaves open. What fails today
// is listed in known.txt; a repaired case fails until its line goes (-update takes it out).
func TestPairs(t *testing.T) {
	pairs := readPairs(t)
	if len(pairs) < 300 {
		t.Fatalf("only %d cases", len(pairs))
	}
	known := map[string]bool{}
	b, err := os.ReadFile(knownFailures)
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(b)) {
		known[strings.TrimSpace(line)] = true
	}
	p, err := ingest.New()
	if err != nil {
		t.Fatal(err)
	}
	docs := func(yield func(*text.Document, error) bool) {
		for _, c := range pairs {
			if !yield(&text.Document{ID: "pair", Text: c.sentence}, nil) {
				return
			}
		}
	}
	var still []string
	i := 0
	for r := range p.All(t.Context(), docs) {
		c := pairs[i]
		i++
		wrong := c.check(r.Statements)
		switch {
		case wrong == "" && known[c.place]:
			if !*update {
				t.Errorf("%s: repaired: run with -update, or take it out of %s", c.place, knownFailures)
			}
		case wrong != "" && known[c.place]:
			still = append(still, c.place+"\n")
		case wrong != "":
			t.Errorf("%s\n%s", c.place, wrong)
		}
		delete(known, c.place)
	}
	delete(known, "")
	for place := range known {
		t.Errorf("%s: listed in %s, but there is no such case", place, knownFailures)
	}
	t.Logf("%d cases, %d known failures", len(pairs), len(still))
	if *update {
		if err := os.WriteFile(knownFailures, []byte(strings.Join(still, "")), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// check says what is wrong with the statements found, "" where nothing is.
func (c pair) check(found []graph.Statement) string {
	var wrong []string
	for _, w := range c.want {
		if !slices.ContainsFunc(found, func(s graph.Statement) bool { return w.about(&s) && w.status(&s) }) {
			wrong = append(wrong, "no      "+w.line)
		}
	}
	for _, s := range found {
		about := slices.DeleteFunc(slices.Clone(c.want), func(w wanted) bool { return !w.about(&s) })
		agrees := func(w wanted) bool {
			return slices.Contains(w.polarity, polarities[s.Polarity]) && (s.Certainty != graph.Certain || slices.Contains(w.certainty, "certain"))
		}
		if len(about) > 0 && !slices.ContainsFunc(about, agrees) {
			wrong = append(wrong, "against "+extract.Line(&s))
		}
	}
	if wrong == nil {
		return ""
	}
	for _, s := range found {
		wrong = append(wrong, "found   "+extract.Line(&s))
	}
	return "\t" + strings.Join(wrong, "\n\t")
}

var (
	polarities  = [...]string{"positive", "negative"}
	certainties = [...]string{"certain", "probable", "possible", "unknown"}
	tenses      = [...]string{"past", "present", "future"}
)

// about reports whether s relates the things that w does.
func (w wanted) about(s *graph.Statement) bool {
	lemma := s.Relation.Lemma
	if slices.Contains(w.relation, lemma) {
		return argumentIs(s.Subject, w.subject) && argumentIs(s.Object, w.object)
	}
	return false
}

// status reports whether s holds as w says.
func (w wanted) status(s *graph.Statement) bool {
	return slices.Contains(w.polarity, polarities[s.Polarity]) && slices.Contains(w.certainty, certainties[s.Certainty]) &&
		slices.Contains(w.tense, tenses[s.Tense]) && (w.by[0] == "*" || slices.ContainsFunc(w.by, same(s.By.Name))) &&
		slices.ContainsFunc(w.condition, same(s.Condition)) && (w.time[0] == "" || slices.ContainsFunc(w.time, same(s.Time.Text)))
}

func same(a string) func(string) bool {
	a = strings.Trim(strings.TrimPrefix(strings.ToLower(a), "the "), " ,.")
	return func(b string) bool { return a == strings.ToLower(b) }
}

// argumentIs compares an argument's name or wording, or its head, with the alternatives.
func argumentIs(v graph.Value, want []string) bool {
	return slices.ContainsFunc(want, func(w string) bool {
		if w == "_" || v.None() {
			return w == "_" && v.None()
		}
		return same(v.Name)(w) || same(v.Text)(w) || same(headOf(v.Name))(w)
	})
}

// headOf returns the last word before a preposition, a relative or a comma.
func headOf(s string) string {
	h := ""
	for w := range strings.FieldsSeq(strings.ToLower(s)) {
		if slices.Contains([]string{"of", "in", "by", "for", "from", "that", "which", "who", "to"}, w) {
			break
		}
		h = strings.Trim(w, ",")
		if h != w {
			break
		}
	}
	return h
}

func readPairs(t *testing.T) []pair {
	t.Helper()
	files, err := filepath.Glob("testdata/pairs/*.txtar")
	if err != nil {
		t.Fatal(err)
	}
	var out []pair
	seen := map[string]bool{}
	for _, path := range files {
		a, err := txtar.ParseFile(path)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range a.Files {
			for line := range strings.Lines(string(f.Data)) {
				line = strings.TrimRight(line, "\n")
				if !strings.HasPrefix(line, "\t") {
					place := fmt.Sprintf("%s: %s: %s", filepath.Base(path), f.Name, line)
					if seen[place] {
						t.Errorf("%s: twice", place)
					}
					seen[place] = true
					out = append(out, pair{place: place, sentence: line})
					continue
				}
				w, ok := readWanted(strings.TrimSpace(line))
				if !ok || len(out) == 0 {
					t.Fatalf("%s: %s: %q is not subject · relation · object [attributes]", path, f.Name, line)
				}
				c := &out[len(out)-1]
				c.want = append(c.want, w)
			}
		}
	}
	for _, c := range out {
		if len(c.want) == 0 {
			t.Errorf("%s: nothing wanted", c.place)
		}
	}
	return out
}

func readWanted(line string) (wanted, bool) {
	triple, rest, ok := strings.Cut(strings.TrimSuffix(line, "]"), " [")
	part := strings.Split(triple, " · ")
	if !ok || len(part) != 3 {
		return wanted{}, false
	}
	or := func(s string) []string { return strings.Split(s, " / ") }
	w := wanted{line: line, subject: or(part[0]), relation: or(part[1]), object: or(part[2]), polarity: or("positive"),
		certainty: or("certain"), by: or(""), condition: or(""), time: or("")}
	for at := range strings.SplitSeq(rest, ", ") {
		k, v, given := strings.Cut(at, "=")
		first := or(at)[0]
		switch {
		case given && k == "by":
			w.by = or(v)
		case given && k == "if":
			w.condition = or(v)
		case given && k == "time":
			w.time = or(v)
		case slices.Contains(polarities[:], first):
			w.polarity = or(at)
		case slices.Contains(certainties[:], first):
			w.certainty = or(at)
		case slices.Contains(tenses[:], first):
			w.tense = or(at)
		default:
			return w, false
		}
	}
	return w, w.tense != nil
}
