package queries

import (
	"errors"
	"slices"
	"sort"
	"strings"
	"time"

	"kg/graph"
	"kg/schema"
)

// An Answer is one thing that answers a question, with the statements that say so.
type Answer struct {
	Name       string            // the answer in words; "yes", "no" or "possible" for a question of truth
	ID         graph.ID          // of the entity, "" for words, numbers and times
	Value      string            // of a time: EDTF
	Statements []graph.Statement // the best first
	Status     string            // "asserted", "reported", "planned", "possible" or "denied"
	Date       time.Time         // of the latest document that says so
	score      float64
}

// A Reply is what the store has to say to a question.
type Reply struct {
	Pattern    graph.Pattern
	Answers    []Answer
	More       bool              // the limit cut answers off
	Unknown    []string          // names of the question that the store does not know
	Candidates []graph.Candidate // what an ambiguous name may mean; then there is no answer
	Near       []string          // without an answer: relations that the question's things have, the most frequent first
	Script     string            // Gizmo that gives the same statements
}

// mostRead bounds the statements that one question reads.
const mostRead = 3000

// Ask answers a question from the statements of the store: at most limit answers, 0 for all. It gives no answer rather
// than one whose statement lacks a part of the question.
func Ask(s *graph.Store, p graph.Pattern, limit int) (Reply, error) {
	q := &asked{s: s, p: &p, docs: map[graph.ID]graph.Document{}, lex: s.Lexicon()}
	r := Reply{Pattern: p}
	if err := q.names(&r); err != nil {
		return r, err
	}
	var err error
	if p.Ask == graph.AskPath {
		err = q.path(&r)
	} else if err = q.read(); err == nil {
		q.answer(&r)
	}
	if err != nil {
		return r, err
	}
	if limit > 0 && len(r.Answers) > limit {
		r.Answers, r.More = r.Answers[:limit], true
	}
	for i := range r.Answers {
		q.describe(&r.Answers[i])
	}
	r.Script = q.script(r.Answers)
	if len(r.Answers) == 0 {
		err = q.near(&r)
	}
	return r, err
}

// asked is a question while it is being answered.
type asked struct {
	s     *graph.Store
	p     *graph.Pattern
	lex   *schema.Lexicon
	ids   [][]graph.ID // of the proper names, one list for each
	found []graph.Statement
	docs  map[graph.ID]graph.Document
	nouns map[naming][]string // what documents say that the question's entities are
}

// naming is a name of the question in a document, "" for all.
type naming struct {
	name string
	doc  graph.ID
}

// proper lists the slots with proper names, those within others too.
func proper(slots []graph.Slot) []graph.Slot {
	var out []graph.Slot
	for _, s := range slots {
		if s.Proper {
			out = append(out, s)
		}
		out = append(out, proper(s.Within)...)
	}
	return out
}

// names looks up the names of the question.
func (q *asked) names(r *Reply) error {
	for _, slot := range proper(q.p.Slots) {
		var ids []graph.ID
		c, err := q.s.Resolve(slot.Name)
		var several *graph.AmbiguousError
		switch {
		case err == nil:
			ids = append(ids, c.ID)
			for _, x := range c.Rivals {
				ids = append(ids, x.ID)
			}
		case errors.As(err, &several):
			for _, x := range several.Candidates {
				ids = append(ids, x.ID)
			}
			if distinct(several.Candidates) {
				r.Candidates = several.Candidates
			}
		case errors.Is(err, graph.ErrNotFound):
			r.Unknown = append(r.Unknown, slot.Name)
		default:
			return err
		}
		q.ids = append(q.ids, ids)
	}
	return nil
}

// distinct reports whether candidates are different things rather than longer and shorter names of one.
func distinct(cs []graph.Candidate) bool {
	for _, a := range cs {
		for _, b := range cs {
			if !sameName(a.Name, b.Name) && !sameName(b.Name, a.Name) {
				return true
			}
		}
	}
	return false
}

// relations are the ids that statements of the question's predicate may have.
func (q *asked) relations() []graph.ID {
	seen := map[graph.ID]bool{}
	var out []graph.ID
	add := func(id graph.ID) {
		if !seen[id] {
			seen[id] = true
			out = append(out, id)
		}
	}
	v := q.p.Verb
	if v == "" {
		return nil
	}
	preps := []string{""}
	for _, p := range prepositions {
		preps = append(preps, " "+p)
	}
	for _, p := range preps {
		add(graph.RelationID(v + p))
		for _, r := range q.lex.Lookup(v + p) {
			add(graph.ID("p/" + r.Slug()))
			if i := q.lex.Named(r.Inverse); i != nil {
				add(graph.ID("p/" + i.Slug()))
			}
		}
	}
	if pair, ok := converse[v]; ok {
		for _, p := range preps {
			add(graph.RelationID(pair + p))
		}
		for _, r := range q.lex.Lookup(pair) {
			add(graph.ID("p/" + r.Slug()))
		}
	}
	if verdicts[v] || v == "be" {
		add("p/be")
		if v == "be" {
			add("p/become")
		}
	}
	return out
}

// read gathers the statements that may answer: of the question's relations, with its entities where there are many.
func (q *asked) read() error {
	rel := q.relations()
	if q.p.Ask == graph.AskSpeech || q.p.Ask == graph.AskSpeaker || q.p.Ask == graph.AskEvents {
		rel = nil
	}
	var any []graph.ID
	for _, ids := range q.ids {
		any = append(any, ids...)
	}
	var ids []graph.ID
	var err error
	switch {
	case rel != nil:
		ids, err = q.s.Pick(nil, rel, mostRead)
		if err == nil && len(ids) > mostRead {
			ids, err = q.s.Pick(any, rel, mostRead)
		}
	case len(any) > 0:
		ids, err = q.s.Pick(any, nil, mostRead)
	case q.p.Ask == graph.AskSpeaker:
		ids, err = q.s.Pick(nil, []graph.ID{graph.RelationID(q.p.Verb), "p/say", "p/announce", "p/tell", "p/warn"}, mostRead)
	default:
		ids, err = q.headed()
	}
	if err != nil {
		return err
	}
	if len(ids) > mostRead {
		ids = ids[:mostRead]
	}
	for _, id := range ids {
		st, err := q.s.Statement(id)
		if err != nil {
			return err
		}
		q.found = append(q.found, st)
	}
	graph.SortStatements(q.found)
	return q.describes()
}

// describes gathers the nouns that stand for the question's entities.
func (q *asked) describes() error {
	q.nouns = map[naming][]string{}
	for i, slot := range proper(q.p.Slots) {
		if len(q.ids[i]) == 0 {
			continue
		}
		ids, err := q.s.Pick(q.ids[i], []graph.ID{"p/be"}, 100)
		if err != nil {
			return err
		}
		for _, id := range ids {
			st, err := q.s.Statement(id)
			if err != nil {
				return err
			}
			if st.Polarity == graph.Negative || st.Certainty > graph.Probable || len(st.Sources) == 0 {
				continue
			}
			noun := ""
			switch {
			case slices.Contains(q.ids[i], st.Subject.ID) && !properLike(st.Object.Name):
				noun = schema.Head(st.Object.Name)
			case slices.Contains(q.ids[i], st.Object.ID) && !properLike(st.Subject.Name):
				noun = schema.Head(st.Subject.Name)
			}
			if noun != "" {
				for _, d := range []graph.ID{"", st.Sources[0].Doc} {
					q.nouns[naming{slot.Name, d}] = append(q.nouns[naming{slot.Name, d}], noun)
				}
			}
		}
	}
	return nil
}

// described reports whether a definite noun stands for the slot's entity, as its document describes it: "the company",
// once it has said that Norrline is a shipping company, or after its name where another document has said so.
func (q *asked) described(s *graph.Slot, v graph.Value, r *reading) bool {
	text := strings.ToLower(v.Text)
	if properLike(v.Name) || !strings.HasPrefix(text, "the ") && !pronouns[text] || v.Class == "Clause" {
		return false
	}
	return q.noun(s, r, func(n string) bool { return sameNoun(n, schema.Head(v.Name)) })
}

// spoken reports whether the statement's sentence speaks of the slot's entity by such a noun.
func (q *asked) spoken(s *graph.Slot, r *reading) bool {
	return q.noun(s, r, func(n string) bool {
		if strings.Contains(r.text, "the "+n) {
			return true
		}
		for w, i := range akin {
			if i == akin[n] && i != 0 && strings.Contains(r.text, "the "+w) {
				return true
			}
		}
		return false
	})
}

// noun reports whether f holds of a noun that describes the slot's entity in the statement's document, or elsewhere where
// the sentence follows its name.
func (q *asked) noun(s *graph.Slot, r *reading, f func(string) bool) bool {
	if len(r.st.Sources) == 0 {
		return false
	}
	if slices.ContainsFunc(q.nouns[naming{s.Name, r.st.Sources[0].Doc}], f) {
		return true
	}
	return holds(r.near, s.Name) && slices.ContainsFunc(q.nouns[naming{s.Name, ""}], f)
}

// headed finds the statements about the common nouns of the question.
func (q *asked) headed() ([]graph.ID, error) {
	var things []graph.ID
	for _, s := range q.p.Slots {
		for _, name := range []string{s.Name, s.Head} {
			if name == "" {
				continue
			}
			for _, c := range schema.Classes {
				if !c.Literal {
					things = append(things, graph.Link(name, c.Name))
				}
			}
		}
	}
	if len(things) == 0 {
		return nil, nil
	}
	return q.s.Pick(things, nil, mostRead)
}

func (q *asked) doc(id graph.ID) graph.Document {
	d, ok := q.docs[id]
	if !ok {
		d, _ = q.s.Document(id)
		q.docs[id] = d
	}
	return d
}

// describe sets what holds of an answer as a whole.
func (q *asked) describe(a *Answer) {
	for i, st := range a.Statements {
		for _, src := range st.Sources {
			if d := q.doc(src.Doc).Date; d.After(a.Date) {
				a.Date = d
			}
		}
		if i == 0 {
			a.Status = standing(&st)
		}
	}
}

// standing is the word for how a statement holds.
func standing(st *graph.Statement) string {
	switch {
	case st.Certainty == graph.Possible || st.Certainty == graph.Unknown || st.Condition != "":
		return "possible"
	case st.Polarity == graph.Negative:
		return "denied"
	case st.Tense == graph.Future:
		return "planned"
	case !st.By.None():
		return "reported"
	}
	return "asserted"
}

// near says what the store has on the question's things where it has no answer.
func (q *asked) near(r *Reply) error {
	var any []graph.ID
	for _, ids := range q.ids {
		any = append(any, ids...)
	}
	if len(any) == 0 {
		return nil
	}
	ids, err := q.s.Pick(any, nil, 300)
	if err != nil {
		return err
	}
	count := map[string]int{}
	for _, id := range ids[:min(len(ids), 300)] {
		st, err := q.s.Statement(id)
		if err != nil {
			return err
		}
		count[st.Relation.Lemma]++
	}
	for l := range count {
		r.Near = append(r.Near, l)
	}
	sort.Slice(r.Near, func(i, j int) bool {
		a, b := r.Near[i], r.Near[j]
		x, y := schema.Distance(a, q.p.Verb, 3) < 3, schema.Distance(b, q.p.Verb, 3) < 3
		switch {
		case x != y:
			return x
		case count[a] != count[b]:
			return count[a] > count[b]
		}
		return a < b
	})
	r.Near = r.Near[:min(len(r.Near), 8)]
	return nil
}

// sameName reports whether a name is another, or a shorter form of it: its first words or its last.
func sameName(short, long string) bool {
	a, b := schema.Slug(short), schema.Slug(long)
	return a == b || strings.HasPrefix(b, a+"-") && !strings.Contains(long, "'s ") && !strings.Contains(long, "’s ") && !strings.Contains(long, " of ") || strings.HasSuffix(b, "-"+a) && strings.Count(b, "-") < 4 && !strings.Contains(long, " of ") && !strings.Contains(long, "'s ")
}
