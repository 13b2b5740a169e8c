package queries

import (
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
	exact      bool // the statement has the question's verb
}

// A Reply is what the store has to say to a question.
type Reply struct {
	Pattern    graph.Pattern
	Answers    []Answer
	More       bool              // there may be more answers
	Unknown    []string          // names of the question that the store does not know
	Candidates []graph.Candidate // what an ambiguous name may mean; then there is no answer
	Near       []string          // without an answer: relations that the question's things have, the most frequent first
	Script     string            // Gizmo that gives the same statements
}

// mostRead bounds the statements that a question reads at a time, so that it is answered within a tenth of a second; after
// half as many again it is not asked in other words.
const mostRead = 200

// mostOf bounds the statements that are read of more than mostRead, where they are no more likely to answer than others.
const mostOf = 60

// Ask answers a question from the statements of the store: at most limit answers, 0 for all. It gives no answer rather
// than one whose statement lacks a part of the question.
func Ask(s *graph.Store, p graph.Pattern, limit int) (Reply, error) {
	r := Reply{Pattern: p}
	q := newAsked(s, &p)
	err := q.run(&r, (*asked).resolved, (*asked).loosely)
	if err != nil {
		return r, err
	}
	if len(r.Candidates) > 0 && q.mixed(&r) {
		r.Answers = nil
	}
	if p.Ask == graph.AskQuantity {
		r.Answers = slices.DeleteFunc(r.Answers, func(a Answer) bool { return !numbered(a.Name) })
	}
	r.Answers = slices.DeleteFunc(r.Answers, func(a Answer) bool { return q.mistaken(&a) })
	if must := needed(&p); must != nil {
		r.Answers = slices.DeleteFunc(r.Answers, func(a Answer) bool {
			return len(a.Statements) > 0 && !slices.ContainsFunc(a.Statements[0].Sources, func(src graph.Source) bool {
				return slices.ContainsFunc(must, func(w string) bool { return holds(strings.ToLower(src.Quote), w) })
			})
		})
	}
	r.More = q.cut && len(r.Answers) > 0
	if limit > 0 && len(r.Answers) > limit {
		r.Answers, r.More = r.Answers[:limit], true
	}
	for i := range r.Answers {
		if p.Ask == graph.AskQuantity || p.Ask == graph.AskIdentity || p.Ask == graph.AskArgument {
			q.former(&r.Answers[i])
		}
		q.describe(&r.Answers[i])
	}
	r.Script = q.script(r.Answers)
	if len(r.Answers) == 0 {
		err = q.near(&r)
	}
	return r, err
}

// needed are words of which the sentence of an answer must hold one: who came to the surface need not have come first, and a minister is
// not the deputy minister; nil where there are none.
func needed(p *graph.Pattern) []string {
	if p.Ask != graph.AskArgument {
		return nil
	}
	if p.Verb != "be" && strings.HasSuffix(p.Text, " first?") {
		return []string{"first", "earliest"}
	}
	for _, s := range p.Slots {
		if p.Verb == "be" && s.Role == "object" && !s.Wanted && slices.ContainsFunc(s.Words, func(w string) bool { return deputies[w] }) {
			return []string{"deputy", "vice", "assistant", "associate", "sub", "deputises", "number two"}
		}
	}
	return nil
}

func newAsked(s *graph.Store, p *graph.Pattern) *asked {
	return &asked{s: s, p: p, texts: s.Reader(), said: map[graph.ID]graph.Statement{}, docs: map[graph.ID]graph.Document{}, lower: map[graph.ID]string{}, told: map[graph.ID][]graph.Statement{}, is: map[graph.ID][]string{}, lex: s.Lexicon(), means: map[string][]graph.ID{}}
}

// run looks for answers: to the question as it is, in other words, and at last in other ways.
func (q *asked) run(r *Reply, last ...func(*asked, *Reply) error) error {
	p := q.p
	q.phrasal()
	q.mutual()
	q.owning()
	if err := q.names(r); err != nil {
		return err
	}
	if p.Ask == graph.AskPath {
		return q.path(r)
	}
	if err := q.read(q.relations()); err != nil {
		return err
	}
	if x := q.predecessor(); x != nil {
		q.p = x
		if err := q.read(q.relations()); err != nil {
			return err
		}
		if q.answer(r); len(r.Answers) > 0 {
			q.p = p
		} else {
			p = x // who it is says nothing of who it was
		}
	}
	if len(r.Answers) == 0 {
		q.answer(r)
	}
	for _, try := range append([]func(*asked, *Reply) error{(*asked).again}, last...) {
		if len(r.Answers) > 0 || len(r.Unknown) > 0 || q.whom {
			return nil
		}
		if err := try(q, r); err != nil {
			return err
		}
		q.p = p
	}
	return nil
}

// again looks for what is said by a noun: with the question in other words, then in statements whose verb carries a noun.
func (q *asked) again(r *Reply) error {
	if len(r.Unknown) > 0 {
		return nil
	}
	if q.p.Ask > graph.AskQuantity && q.p.Ask != graph.AskIdentity && q.p.Ask != graph.AskCause {
		return nil
	}
	p := q.p
	if p.Verb == "be" && slices.ContainsFunc(p.Slots, func(s graph.Slot) bool { return !s.Proper && measures[s.Head] }) { // its amount says more than what is done
		if err := q.readAbout(); err != nil {
			return err
		}
		if q.measured(r); r.sure() {
			return nil
		}
	}
	for _, x := range q.otherwise() {
		if len(q.said) > mostRead*3/2 {
			break
		}
		q.p = &x
		if err := q.read(q.relations()); err != nil {
			return err
		}
		if q.answer(r); len(r.Answers) > 0 {
			return nil
		}
		if x.Ask == graph.AskQuantity && x.Verb == "be" && (p.Ask != graph.AskQuantity || p.Verb != "be") {
			if err := q.readAbout(); err != nil {
				return err
			}
			if q.measured(r); r.sure() {
				return nil
			}
		}
	}
	q.p = p
	if err := q.readAbout(); err != nil {
		return err
	}
	for _, try := range []func(*Reply){q.measured, q.located, q.answer} {
		if try(r); r.sure() {
			return nil
		}
	}
	if p.Verb == "be" || p.Verb == "" || len(q.said) > mostRead*3/2 {
		return nil
	}
	if err := q.read(carriers()); err != nil {
		return err
	}
	if q.answer(r); r.sure() || !slices.ContainsFunc(q.ids, func(ids []graph.ID) bool { return len(ids) > 0 }) {
		return nil
	}
	if err := q.read(nil); err != nil { // "Delfin's offer of 4,000 dollars"
		return err
	}
	q.owned = true
	q.answer(r)
	r.sure()
	return nil
}

// leastSure is the score that an answer needs that stands on what is not of the question's own predicate.
const leastSure = 0.5

// sure drops the answers with less, and all of them where they stand on several articles, each of which may speak of
// something else. It reports whether any are left.
func (r *Reply) sure() bool {
	r.Answers = slices.DeleteFunc(r.Answers, func(a Answer) bool { return a.score < leastSure })
	docs := map[graph.ID]bool{}
	for _, a := range r.Answers {
		for _, src := range a.Statements[0].Sources {
			docs[src.Doc] = true
		}
	}
	if len(r.Answers) > 1 && len(docs) > 1 {
		r.Answers = nil
	}
	return len(r.Answers) > 0
}

// mutual makes the second subject of "when did Keane and Farrell meet" the object.
func (q *asked) mutual() {
	last, n := -1, 0
	for i := range q.p.Slots {
		switch s := &q.p.Slots[i]; {
		case s.Role == "object":
			return
		case s.Role == "subject" && !s.Wanted:
			last, n = i, n+1
		}
	}
	if n == 2 && mutual[q.p.Verb] {
		q.p.Slots = slices.Clone(q.p.Slots)
		q.p.Slots[last].Role = "object"
	}
}

// owning asks for the owner where the question asks to whom something belongs.
func (q *asked) owning() {
	to, s := q.p.Wanted(), q.slot("subject")
	if q.p.Verb != "belong" || to == nil || to.Role != "to" || to.Head != "" && (kinds[to.Head] != "Organization" || to.Head == "party") || s == nil || s.Class == "Person" || len(q.p.Slots) != 2 {
		return
	}
	q.p.Verb, q.p.Slots = "own", []graph.Slot{withRole(*to, "subject"), withRole(*s, "object")}
}

// phrasal makes "go" with "bankrupt" and "take" with "to court" one verb, where the lists know it.
func (q *asked) phrasal() {
	if text := strings.ToLower(strings.TrimRight(q.p.Text, "? ")); q.p.Verb == "blame" && (strings.HasSuffix(text, " to blame") || strings.Contains(text, " to blame for ")) {
		p := *q.p
		p.Verb, p.Tenses = "be to blame", nil
		q.p = &p
		return
	}
	for i, w := range q.p.Rest {
		for _, prep := range []string{" ", " to ", " on ", " in ", " into "} {
			if v := q.p.Verb + prep + w; len(near.of[v]) > 0 {
				q.p.Verb, q.p.Rest = v, slices.Delete(slices.Clone(q.p.Rest), i, i+1)
				return
			}
		}
	}
	for i, s := range q.p.Slots {
		if v := q.p.Verb + " " + s.Role + " " + s.Head; !s.Wanted && !s.Proper && len(s.Words) == 0 && len(near.of[v]) > 0 {
			q.p.Verb, q.p.Slots = v, slices.Delete(slices.Clone(q.p.Slots), i, i+1)
			return
		}
	}
}

// asked is a question while it is being answered.
type asked struct {
	s      *graph.Store
	p      *graph.Pattern
	lex    *schema.Lexicon
	texts  *graph.Reader
	said   map[graph.ID]graph.Statement // read so far
	ids    [][]graph.ID                 // of the proper names, one list for each
	means  map[string][]graph.ID        // the same by the names
	states []graph.ID                   // whose governments it names
	found  []graph.Statement
	cut    bool                // there were more
	topic  bool                // what is asked for is what somebody speaks of
	whom   bool                // those are known whom it calls by an office
	owned  bool                // nouns with their owners are read as what these do
	lower  map[graph.ID]string // texts in lower case
	docs   map[graph.ID]graph.Document
	told   map[graph.ID][]graph.Statement // by documents, those read whole
	is     map[graph.ID][]string          // what entities are said to be
	nouns  map[naming][]string            // what documents say that the question's entities are

	saying   []*idiom // the idioms for the verb idiomsOf
	framed   []*frame // the frames for the verb framesOf
	idiomsOf string
	framesOf string
}

// naming is a name of the question in a document, "" for all.
type naming struct {
	name string
	doc  graph.ID
}

// statement reads a statement, once for the question.
func (q *asked) statement(id graph.ID) (graph.Statement, error) {
	st, ok := q.said[id]
	if ok {
		return st, nil
	}
	st, err := q.texts.Statement(id)
	if err == nil {
		q.said[id] = st
	}
	return st, err
}

// statementsOf reads statements, each once for the question, in the order of the ids.
func (q *asked) statementsOf(ids []graph.ID) ([]graph.Statement, error) {
	fresh := slices.DeleteFunc(slices.Clone(ids), func(id graph.ID) bool { _, ok := q.said[id]; return ok })
	sts, err := q.texts.InTurn(fresh)
	if err != nil {
		return nil, err
	}
	for i := range sts {
		q.said[fresh[i]] = sts[i]
	}
	out := make([]graph.Statement, len(ids))
	for i, id := range ids {
		out[i] = q.said[id]
	}
	return out, nil
}

func (q *asked) doc(id graph.ID) graph.Document {
	d, ok := q.docs[id]
	if !ok {
		d, _ = q.texts.Document(id)
		q.docs[id], q.lower[id] = d, strings.ToLower(d.Text)
	}
	return d
}

// statements are those of a document, read once for the question.
func (q *asked) statements(doc graph.ID) ([]graph.Statement, error) {
	sts, ok := q.told[doc]
	if !ok {
		ids, err := q.texts.Drawn(doc)
		if err == nil {
			sts, err = q.texts.Statements(ids)
		}
		if err != nil {
			return nil, err
		}
		q.told[doc] = sts
	}
	return sts, nil
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
	any := q.things()
	if len(any) == 0 {
		return nil
	}
	ids, err := q.texts.Pick(any, nil, 100)
	if err != nil {
		return err
	}
	count := map[string]int{}
	sts, err := q.statementsOf(ids[:min(len(ids), 100)])
	if err != nil {
		return err
	}
	for i := range sts {
		count[sts[i].Relation.Lemma]++
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
