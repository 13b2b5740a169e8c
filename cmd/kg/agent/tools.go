package agent

import (
	"context"
	"fmt"
	"strings"

	"kg/cmd/kg/view"
	"kg/graph"
)

type searchIn struct {
	Query  string `json:"query" jsonschema:"what a word of the name begins with"`
	Class  string `json:"class,omitempty" jsonschema:"Person, Organization, Place, Event, Work, Group or Thing"`
	Limit  int    `json:"limit,omitempty" jsonschema:"how many at most (20)"`
	Cursor string `json:"cursor,omitempty" jsonschema:"the next of the answer before"`
}

func (d *door) search(ctx context.Context, in searchIn) (string, error) {
	hits, total, more, err := d.Search(ctx, in.Query, in.Class, 1000)
	if err != nil {
		return "", err
	}
	return list(fmt.Sprintf("%s entities\n", number(total, more)), len(hits), in.Cursor, in.Limit, func(i int) (string, error) {
		h := hits[i]
		also := ""
		if h.Also != "" {
			also = ", also “" + view.Short(h.Also, 80) + "”"
		}
		return fmt.Sprintf("- %s %s (%s%s)\n", h.ID, view.Short(h.Name, 80), strings.Join(h.Classes, ", "), also), nil
	})
}

// number writes a count, with a sign where there are more.
func number(n int, more bool) string {
	if more {
		return fmt.Sprintf("more than %d", n)
	}
	return fmt.Sprint(n)
}

type entityIn struct {
	Entity string `json:"entity" jsonschema:"an id (e/…) or a name"`
	Limit  int    `json:"limit,omitempty" jsonschema:"facts at most (20)"`
	Cursor string `json:"cursor,omitempty" jsonschema:"the next of the answer before"`
}

// resolve returns the entity that a name or id means, with a remark where it may mean something else.
func (d *door) resolve(name string) (graph.Candidate, string, error) {
	c, err := d.Resolve(name)
	note := c.Note(name)
	if note != "" {
		note += "\n"
	}
	return c, note, err
}

func (d *door) entity(_ context.Context, in entityIn) (string, error) {
	c, note, err := d.resolve(in.Entity)
	if err != nil {
		return "", err
	}
	e, err := d.Entity(c.ID, 3)
	if err != nil {
		return "", err
	}
	var b strings.Builder
	fmt.Fprintf(&b, "%s%s %s (%s)\n", note, e.ID, e.Name, strings.Join(e.Classes, ", "))
	if len(e.Names) > 1 {
		fmt.Fprintf(&b, "names: %s\n", view.Short(strings.Join(e.Names, "; "), 300))
	}
	fmt.Fprintf(&b, "%s statements in %d documents; source of %d\n", number(e.Statements, e.More), e.Documents, e.Said)
	var speakers []string
	for _, s := range e.Speakers[:min(5, len(e.Speakers))] {
		speakers = append(speakers, s.Name)
	}
	if len(speakers) > 0 {
		fmt.Fprintf(&b, "spoken of by: %s\n", view.Short(strings.Join(speakers, "; "), 200))
	}
	return list(b.String(), len(e.Relations), in.Cursor, in.Limit, func(i int) (string, error) {
		g := e.Relations[i]
		text := fmt.Sprintf("%s (%s): %d asserted, %d denied, %d doubted\n", g.Relation, g.Direction, g.Asserted, g.Denied, g.Doubted)
		for _, f := range g.Facts {
			id := f.ID
			if id == "" {
				id = f.First.ID
			}
			text += fmt.Sprintf("- %s %s\n", id, f.First.Line())
		}
		if n := g.Total - len(g.Facts); n > 0 {
			text += fmt.Sprintf("  %d more: relations with relation=%q\n", n, g.Relation)
		}
		return text, nil
	})
}

type relationsIn struct {
	Entity   string `json:"entity" jsonschema:"an id (e/…) or a name"`
	Relation string `json:"relation,omitempty" jsonschema:"only this relation: sign"`
	Status   string `json:"status,omitempty" jsonschema:"asserted, denied or doubted"`
	Class    string `json:"class,omitempty" jsonschema:"only with a thing of this class"`
	From     string `json:"from,omitempty" jsonschema:"not before this day, YYYY-MM-DD"`
	To       string `json:"to,omitempty" jsonschema:"not after this day, YYYY-MM-DD"`
	Limit    int    `json:"limit,omitempty" jsonschema:"statements at most (20)"`
	Cursor   string `json:"cursor,omitempty" jsonschema:"the next of the answer before"`
}

func (d *door) list(in relationsIn, byTime bool) (string, error) {
	c, note, err := d.resolve(in.Entity)
	if err != nil {
		return "", err
	}
	f := view.Filter{Entity: c.ID, Relation: in.Relation, Status: in.Status, Class: in.Class, From: in.From, To: in.To}
	if err := f.Check(); err != nil {
		return "", err
	}
	p, err := d.List(f, byTime, in.Cursor, limit(in.Limit))
	if err != nil {
		return "", err
	}
	head := fmt.Sprintf("%s%s %s: %s statements\n", note, c.ID, c.Name, number(p.Total, p.More))
	return page(head, p, in.Cursor, in.Limit, byTime)
}

func (d *door) relations(_ context.Context, in relationsIn) (string, error) { return d.list(in, false) }

func (d *door) timeline(_ context.Context, in relationsIn) (string, error) { return d.list(in, true) }

type evidenceIn struct {
	ID     string `json:"id" jsonschema:"of a fact (f/…) or a statement (s/…)"`
	Limit  int    `json:"limit,omitempty" jsonschema:"statements at most (20)"`
	Cursor string `json:"cursor,omitempty" jsonschema:"the next of the answer before"`
}

func (d *door) evidence(_ context.Context, in evidenceIn) (string, error) {
	p, err := d.Evidence(graph.ID(in.ID), in.Cursor, limit(in.Limit))
	if err != nil {
		return "", err
	}
	return page(fmt.Sprintf("%s statements\n", number(p.Total, p.More)), p, in.Cursor, in.Limit, false)
}

type pathIn struct {
	From string `json:"from" jsonschema:"an id (e/…) or a name"`
	To   string `json:"to" jsonschema:"an id (e/…) or a name"`
	All  bool   `json:"all,omitempty" jsonschema:"use what is denied or doubted too"`
}

func (d *door) path(_ context.Context, in pathIn) (string, error) {
	a, note, err := d.resolve(in.From)
	if err != nil {
		return "", err
	}
	b, other, err := d.resolve(in.To)
	if err != nil {
		return "", err
	}
	statuses := []graph.Status{graph.Asserted}
	if in.All {
		statuses = append(statuses, graph.Denied, graph.Doubted)
	}
	steps, more, err := d.Path(a.ID, b.ID, statuses, 5)
	if err != nil {
		return "", err
	}
	if more {
		return fmt.Sprintf("%s%sno way from %s to %s among the statements nearest to both; there are others\n", note, other, a.Name, b.Name), nil
	}
	if len(steps) == 0 {
		return fmt.Sprintf("%s%sno way from %s to %s in 5 steps\n", note, other, a.Name, b.Name), nil
	}
	return list(note+other, len(steps), "", 20, func(i int) (string, error) {
		return fmt.Sprintf("%s → %s\n%s", steps[i].From.Name, steps[i].To.Name, said(&steps[i].Statement)), nil
	})
}

type statsIn struct{}

func (d *door) stats(ctx context.Context, _ statsIn) (string, error) {
	st, err := d.Counts(ctx)
	return fmt.Sprintf("%d documents, %d statements, %d entities, %d relations, %d facts: %d asserted, %d denied, %d doubted\n",
		st.Documents, st.Statements, st.Entities, st.Relations, st.Facts, st.Asserted, st.Denied, st.Doubted), err
}

type askIn struct {
	Question string `json:"question" jsonschema:"in English"`
	Limit    int    `json:"limit,omitempty" jsonschema:"answers at most (20)"`
	Cursor   string `json:"cursor,omitempty" jsonschema:"the next of the answer before"`
}

func (d *door) ask(ctx context.Context, in askIn) (string, error) {
	if len(in.Question) > 500 {
		return "", fmt.Errorf("question: longer than 500 bytes")
	}
	a, err := d.Ask(ctx, d.Graph, in.Question)
	if err != nil {
		return "", err
	}
	head := fmt.Sprintf("%d answers\n", len(a.Answers))
	if a.Note != "" {
		head += a.Note + "\n"
	}
	return list(head, len(a.Answers), in.Cursor, in.Limit, func(i int) (string, error) {
		x := a.Answers[i]
		text := x.Text
		if x.ID != "" {
			text += " (" + string(x.ID) + ")"
		}
		text += "\n"
		for j := range x.Statements[:min(2, len(x.Statements))] {
			text += said(&x.Statements[j])
		}
		return text, nil
	})
}

func (d *door) ingest(ctx context.Context, a view.Article) (string, error) {
	if strings.TrimSpace(a.Text) == "" {
		return "", fmt.Errorf("text: missing")
	}
	id, err := d.Ingest(ctx, a)
	if err != nil {
		return "", err
	}
	sts, err := d.Statements(graph.Find{Doc: id})
	return fmt.Sprintf("%s stored, %d statements\n", id, len(sts)), err
}
