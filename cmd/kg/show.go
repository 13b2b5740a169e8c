package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"sort"
	"strings"
	"time"

	"github.com/urfave/cli/v2"

	"kg/graph"
	"kg/ingest/extract"
	"kg/ingest/read"
)

var showCommand = &cli.Command{
	Name:      "show",
	Usage:     "what is known of a person, place, organization or thing",
	ArgsUsage: "ENTITY",
	Description: "ENTITY is a name, the beginning of one, or an id.\n" +
		"Example: kg show Zelenskyy\n" +
		"         kg show --sentences --limit 3 Ukraine",
	Flags: []cli.Flag{
		dbFlag, jsonFlag,
		&cli.IntFlag{Name: "limit", Value: 100, Usage: "statements at most, 0 for all"},
		&cli.BoolFlag{Name: "sentences", Usage: "show each statement's sentence"},
	},
	Action: func(c *cli.Context) error {
		if c.NArg() == 0 {
			return usagef("show: no name given")
		}
		return withStore(c, func(s *graph.Store) error { return showNamed(c, s, strings.Join(c.Args().Slice(), " ")) })
	},
}

// showNamed prints what is known of what a name means.
func showNamed(c *cli.Context, s *graph.Store, name string) error {
	ent, err := resolve(c, s, name)
	if err != nil {
		return err
	}
	most := 0 // all, where all are shown
	if c.Int("limit") > 0 && !c.Bool("json") {
		most = max(mostRead, c.Int("limit"))
	}
	sts, err := s.Statements(graph.Find{Entity: ent.ID, Most: most})
	if err != nil {
		return err
	}
	if c.Bool("json") {
		return showJSON(c, s, ent, sts)
	}
	if err := show(c, s, ent, sts); err != nil {
		return err
	}
	derived, err := s.Infer(ent.ID)
	if err != nil || len(derived) == 0 {
		return err
	}
	slices.SortStableFunc(derived, func(a, b graph.Derived) int { // what is only told from the other end comes last
		switch {
		case a.Converse == b.Converse:
			return 0
		case b.Converse:
			return -1
		}
		return 1
	})
	all := len(derived)
	if c.Int("limit") > 0 {
		derived = derived[:min(all, c.Int("limit"), mostDerived)]
	}
	fmt.Fprintln(c.App.Writer, "\nderived")
	if err := printDerived(c, c.App.Writer, s, derived); err != nil {
		return err
	}
	if all > len(derived) {
		fmt.Fprintf(c.App.Writer, "  … and %d more: kg infer %s\n", all-len(derived), ent.ID)
	}
	return nil
}

// mostDerived is the number of derived edges that show prints; --limit 0 prints all.
const mostDerived = 20

// mostRead bounds the statements that show reads of an entity named in very many; --limit 0 reads all.
const mostRead = 150

func show(c *cli.Context, s *graph.Store, ent graph.Candidate, sts []graph.Statement) error {
	w := c.App.Writer
	docs := map[graph.ID]graph.Document{}
	for _, st := range sts {
		for _, src := range st.Sources {
			if _, err := document(s, src.Doc, docs); err != nil {
				return err
			}
		}
	}
	paint := painter(w)
	fmt.Fprintf(w, "%s — %s, %s\n", paint(bold, ent.Name), strings.Join(append([]string{strings.ToLower(strings.Join(ent.Classes, ", "))}, ent.Finer...), ", "), ent.ID)
	if others := ent.OtherNames(); len(others) > 0 {
		fmt.Fprintf(w, "also: %s\n", strings.Join(others, "; "))
	}
	for _, iri := range ent.SameAs {
		fmt.Fprintf(w, "same as: %s\n", iri)
	}
	originals, copies, err := copiesOf(s, docs)
	if err != nil {
		return err
	}
	if ent.Statements > len(sts) && len(sts) >= mostRead {
		fmt.Fprintf(w, "%d statements; the last %d of them, ", ent.Statements, len(sts))
	} else {
		fmt.Fprintf(w, "%s ", counted(len(sts), "statement"))
	}
	fmt.Fprintf(w, "in %s", counted(len(docs), "document"))
	if len(copies) < len(docs) {
		fmt.Fprintf(w, " from %s: the others are near-copies", counted(len(copies), "source"))
	}
	fmt.Fprintln(w)
	why, err := s.Reasons(ent.ID)
	if err != nil {
		return err
	}
	for _, r := range why {
		fmt.Fprintf(w, "linked: %s, by %s (%.2f), in %s\n", r.Name, strings.Join(r.Evidence, " and "), r.Score, counted(len(r.Docs), "document"))
	}
	if roles := rolesOf(ent.ID, sts, docs); len(roles) > 0 {
		fmt.Fprintf(w, "\n%s\n", paint(bold, "roles"))
		for _, r := range roles {
			fmt.Fprintf(w, "  %s%s\n", r.Name, paint(faint, r.when()))
		}
	}
	groups, order := map[string][]graph.Statement{}, []string(nil)
	for _, st := range sts {
		name := strings.ReplaceAll(strings.TrimPrefix(string(st.Relation.ID), "p/"), "-", " ")
		if groups[name] == nil {
			order = append(order, name)
		}
		groups[name] = append(groups[name], st)
	}
	sort.SliceStable(order, func(i, j int) bool { return len(groups[order[i]]) > len(groups[order[j]]) })
	left := c.Int("limit")
	printed := map[string]bool{} // one line for what a document and its near-copies say twice in the same words
	for _, name := range order {
		fmt.Fprintf(w, "\n%s\n", name)
		for i := range groups[name] {
			if left--; left < 0 && c.Int("limit") > 0 {
				fmt.Fprintln(c.App.ErrWriter, "kg: more with --limit")
				return nil
			}
			st := &groups[name][i]
			if c.Bool("sentences") {
				if err := printStatement(w, s, st, nil, docs); err != nil {
					return err
				}
				continue
			}
			var where []string
			for _, src := range st.Sources {
				if name := citation(docs[src.Doc]); len(where) == 0 || where[len(where)-1] != name {
					where = append(where, name)
				}
			}
			if key := extract.Line(st) + string(originals[st.Sources[0].Doc]); printed[key] {
				left++
				continue
			} else {
				printed[key] = true
			}
			fmt.Fprintf(w, "  %s  %s\n", statusPaint(paint, s.Status(*st), extract.Line(st)), paint(faint, "("+strings.Join(where, "; ")+")"))
		}
	}
	fmt.Fprintf(w, "\n%s\n", paint(bold, "sources"))
	n := 0
	for _, d := range sourcesOf(docs) {
		same := copies[originals[d.ID]]
		if same[0].ID != d.ID {
			continue // said with the first of them
		}
		if n++; n > mostSources {
			fmt.Fprintf(w, "  … and %d more\n", len(copies)-mostSources)
			break
		}
		line := citation(d)
		if d.Title != "" {
			line += ": " + d.Title
		}
		if len(same) > 1 {
			var others []string
			for _, d := range same[1:] {
				others = append(others, citation(d))
			}
			line += " (the same in " + strings.Join(others, "; ") + ")"
		}
		fmt.Fprintln(w, " ", line)
	}
	return nil
}

// copiesOf returns what each document is a near-copy of, and the documents by that, in the order of sourcesOf.
func copiesOf(s *graph.Store, docs map[graph.ID]graph.Document) (originals map[graph.ID]graph.ID, copies map[graph.ID][]graph.Document, err error) {
	originals, copies = map[graph.ID]graph.ID{}, map[graph.ID][]graph.Document{}
	for _, d := range sourcesOf(docs) {
		id, err := s.Original(d.ID)
		if err != nil {
			return nil, nil, err
		}
		originals[d.ID] = id
		copies[id] = append(copies[id], d)
	}
	return originals, copies, nil
}

// mostSources is the number of documents that show lists.
const mostSources = 10

// sourcesOf sorts documents by date and id.
func sourcesOf(docs map[graph.ID]graph.Document) []graph.Document {
	var out []graph.Document
	for _, d := range docs {
		out = append(out, d)
	}
	sort.Slice(out, func(i, j int) bool {
		if !out[i].Date.Equal(out[j].Date) {
			return out[i].Date.Before(out[j].Date)
		}
		return out[i].ID < out[j].ID
	})
	return out
}

// A role is what an entity was said to be, with the first and the last day of that.
type role struct {
	Name  string `json:"name"`
	First string `json:"first,omitempty"`
	Last  string `json:"last,omitempty"`
	Times int    `json:"times"` // statements that say so
}

func (r role) when() string {
	out := ""
	if r.First != "" {
		out = "  " + r.First
	}
	if r.Last != r.First {
		out += " to " + r.Last
	}
	if r.Times > 1 {
		out += fmt.Sprintf("  (%d times)", r.Times)
	}
	return out
}

// rolesOf gathers the asserted attributes that articles give to an entity in their own voice ("president", "chairman of Gazprom") in the order of time: that of
// the statement, else of its document.
func rolesOf(id graph.ID, sts []graph.Statement, docs map[graph.ID]graph.Document) []role {
	at := map[string]int{}
	var out []role
	for i := range sts {
		st := &sts[i]
		if st.Subject.ID != id || st.Kind != graph.Attribute || st.Polarity != graph.Positive || st.Certainty > graph.Probable ||
			!st.By.None() || st.Object.None() || st.Object.Class == "Place" || st.Object.Class == "Clause" ||
			strings.Trim(st.Object.Name, "0123456789") == "" { // an age
			continue
		}
		day := ""
		if t := st.Time.Start; !t.IsZero() {
			day = t.Format(time.DateOnly)
		} else if d := docs[st.Sources[0].Doc]; !d.Date.IsZero() {
			day = d.Date.Format(time.DateOnly)
		}
		key := strings.ToLower(st.Object.Name)
		n, seen := at[key]
		if !seen {
			n = len(out)
			at[key] = n
			out = append(out, role{Name: st.Object.Name, First: day, Last: day})
		}
		r := &out[n]
		r.Times++
		if day != "" && (r.First == "" || day < r.First) {
			r.First = day
		}
		r.Last = max(r.Last, day)
	}
	sort.SliceStable(out, func(i, j int) bool { return out[i].First < out[j].First })
	return out
}

func showJSON(c *cli.Context, s *graph.Store, ent graph.Candidate, sts []graph.Statement) error {
	said := []any{}
	docs := map[graph.ID]graph.Document{}
	for i := range sts {
		b, err := extract.JSON(&sts[i])
		if err != nil {
			return err
		}
		for _, src := range sts[i].Sources {
			if _, err := document(s, src.Doc, docs); err != nil {
				return err
			}
		}
		said = append(said, map[string]any{"id": sts[i].ID, "status": s.Status(sts[i]).String(), "statement": json.RawMessage(b)})
	}
	sources := []any{}
	for _, d := range sourcesOf(docs) {
		src := map[string]any{"id": d.ID, "title": d.Title, "publisher": d.Publisher, "url": d.URL}
		if !d.Date.IsZero() {
			src["date"] = d.Date.Format(time.DateOnly)
		}
		sources = append(sources, src)
	}
	return printJSON(c, map[string]any{"id": ent.ID, "name": ent.Name, "names": ent.Names, "classes": ent.Classes, "finer": ent.Finer, "sameAs": ent.SameAs, "roles": rolesOf(ent.ID, sts, docs),
		"statements": said, "sources": sources})
}

// printJSON prints a value on one line.
func printJSON(c *cli.Context, v any) error {
	e := json.NewEncoder(c.App.Writer)
	e.SetEscapeHTML(false)
	return e.Encode(v)
}

// findDocument resolves a document's id, URL, or the file that it came from.
func findDocument(s *graph.Store, name string) (graph.ID, error) {
	id, err := s.FindDocument(name)
	if !errors.Is(err, graph.ErrNotFound) {
		return id, err
	}
	for doc, readErr := range read.Paths([]string{name}, read.Options{}) {
		if readErr != nil {
			break
		}
		if id, again := s.FindDocument(doc.ID); again == nil {
			return id, nil
		}
	}
	return "", err
}
