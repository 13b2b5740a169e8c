package queries

import (
	"slices"
	"strings"

	"kg/graph"
	"kg/schema"
)

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
	for _, p := range []string{"across", "behind", "inside", "outside", "under", "near"} {
		add(graph.RelationID(v + " from " + p))
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
	for i := range q.p.Slots {
		if x := q.phrased(&q.p.Slots[i]); x != "" {
			add(graph.RelationID(x))
		}
	}
	if q.p.Ask == graph.AskTruth {
		add(graph.RelationID("deny"))
	}
	kin := q.kin(v)
	if pair, ok := converse[v]; ok {
		kin = append(kin, pair)
	}
	for _, k := range kin {
		for _, p := range preps {
			add(graph.RelationID(k + p))
			for _, r := range q.lex.Lookup(k + p) {
				add(graph.ID("p/" + r.Slug()))
			}
		}
	}
	if q.slot("subject") == nil { // "be stranded at"
		for _, p := range preps {
			add(graph.RelationID("be " + participle(v) + p))
		}
	}
	if w := q.p.Wanted(); q.agentive() || w != nil && w.Role == "subject" && len(v) > 3 {
		add("p/be") // "the coordinator, Ann Lee"
	}
	if verdicts[v] || v == "be" {
		add("p/be")
		if v == "be" {
			add("p/become")
		}
		if q.p.Ask == graph.AskIdentity { // "be ceo of"
			for _, r := range q.lex.Relations {
				if strings.HasPrefix(r.Name, "be ") && strings.HasSuffix(r.Name, " of") {
					add(graph.ID("p/" + r.Slug()))
				}
			}
		}
	}
	return out
}

// read gathers the statements that may answer: of the question's relations, with its entities where there are many.
func (q *asked) read(rel []graph.ID) error {
	q.found, q.cut = nil, false
	if q.p.Ask == graph.AskSpeech || q.p.Ask == graph.AskSpeaker || q.p.Ask == graph.AskEvents {
		rel = nil
	}
	any := q.things()
	var ids []graph.ID
	var err error
	if (pledges[q.p.Verb] || charges[q.p.Verb]) && len(any) > 0 || q.wishing() {
		rel = nil // what is promised or asked for is said by other verbs
	}
	switch {
	case rel != nil:
		ids, err = q.texts.Pick(nil, rel, mostRead)
		if err == nil && len(ids) > mostRead && len(any) > 0 {
			ids, err = q.pick(any, rel)
		}
	case len(any) > 0:
		if ids, err = q.anyOf(any); err == nil && (len(any) == len(q.states) || q.p.Ask == graph.AskSpeech && q.slot("subject") != nil && !q.slot("subject").Proper) { // "the Polish government" may be called so; "the port of Selmar"
			var more []graph.ID
			more, err = q.headed()
			ids = slices.Compact(slices.Sorted(slices.Values(append(ids, more...))))
		}
	case q.p.Ask == graph.AskSpeaker:
		rel = []graph.ID{graph.RelationID(q.p.Verb), "p/say", "p/announce", "p/tell", "p/warn", "p/accuse"}
		for _, w := range q.p.Content { // "who said that the firm had delayed it"
			rel = append(rel, graph.RelationID(w))
		}
		ids, err = q.texts.Pick(nil, rel, mostRead)
	default:
		ids, err = q.headed()
	}
	if err != nil {
		return err
	}
	return q.take(ids)
}

// pick finds the statements about the entities with one of the relations, a part of those that say what they are, unless
// that is asked for.
func (q *asked) pick(any, rel []graph.ID) ([]graph.ID, error) {
	if q.p.Verb == "be" || !slices.Contains(rel, "p/be") {
		return q.texts.Pick(any, rel, mostRead)
	}
	ids, err := q.texts.Pick(any, slices.DeleteFunc(slices.Clone(rel), func(id graph.ID) bool { return id == "p/be" }), mostRead)
	if err != nil {
		return nil, err
	}
	being, err := q.texts.Pick(any, []graph.ID{"p/be"}, mostOf)
	return slices.Compact(slices.Sorted(slices.Values(append(ids, being[:min(len(being), mostOf)]...)))), err
}

// anyOf finds the statements about the entities; where there are many, a part of them.
func (q *asked) anyOf(any []graph.ID) ([]graph.ID, error) {
	ids, err := q.texts.Pick(any, nil, mostRead)
	if len(ids) > mostRead && q.p.Ask < graph.AskSpeech {
		ids = ids[:mostOf]
	}
	return ids, err
}

// readAbout gathers the statements about the question's entities and about its nouns, whatever they say.
func (q *asked) readAbout() error {
	q.found, q.cut = nil, false
	any := q.things()
	var ids []graph.ID
	var err error
	if len(any) > 0 {
		if ids, err = q.anyOf(any); err != nil {
			return err
		}
	}
	more, err := q.headed()
	if err != nil {
		return err
	}
	if len(more) > mostRead {
		more = more[:mostOf]
	}
	for _, id := range more {
		if !slices.Contains(ids, id) {
			ids = append(ids, id)
		}
	}
	return q.take(ids)
}

// take reads the statements.
func (q *asked) take(ids []graph.ID) error {
	if len(ids) > mostRead {
		ids, q.cut = ids[:mostRead], true
	}
	sts, err := q.statementsOf(ids)
	if err != nil {
		return err
	}
	q.found = append(q.found, sts...)
	graph.SortStatements(q.found)
	return q.describes()
}

// describes gathers the nouns that stand for the question's entities.
func (q *asked) describes() error {
	if q.nouns != nil { // the same however it is asked
		return nil
	}
	q.nouns = map[naming][]string{}
	for i, slot := range proper(q.p.Slots) {
		if len(q.ids[i]) == 0 {
			continue
		}
		sts, err := q.beings(q.ids[i], mostOf)
		if err != nil {
			return err
		}
		for _, st := range sts {
			noun := ""
			switch {
			case slices.Contains(q.ids[i], st.Subject.ID) && !nameLike(st.Object.Name):
				noun = schema.Head(st.Object.Name)
			case slices.Contains(q.ids[i], st.Object.ID) && !nameLike(st.Subject.Name):
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

// beings reads statements that say what the entities, or what else, are, and are sure of it, most+1 at most.
func (q *asked) beings(ids []graph.ID, most int) ([]graph.Statement, error) {
	found, err := q.texts.Pick(ids, []graph.ID{"p/be"}, most)
	if err != nil {
		return nil, err
	}
	sts, err := q.statementsOf(found)
	return slices.DeleteFunc(sts, func(st graph.Statement) bool {
		return st.Polarity != graph.Positive || st.Certainty > graph.Probable || len(st.Sources) == 0
	}), err
}

// contrasting are words by which one thing is told from another of its kind, of which an article has spoken.
var contrasting = set("other special second third fourth smaller larger separate rival junior")

// described reports whether a definite noun stands for the slot's entity, as its document describes it: "the company",
// once it has said that Norrline is a shipping company, or after its name where another document has said so.
func (q *asked) described(s *graph.Slot, v graph.Value, r *reading) bool {
	text := strings.ToLower(v.Text)
	if words := strings.Fields(text); properLike(v.Name) || !strings.HasPrefix(text, "the ") && !pronouns[text] || v.Class == "Clause" || len(words) > 1 && (pairings[words[1]] || contrasting[words[1]] && !slices.Contains(s.Words, words[1])) {
		return false
	}
	if len(strings.Fields(text)) > 2 && (strings.Contains(text, "' ") || strings.Contains(text, "'s ")) {
		return false // "the fruit growers' association" is not any
	}
	if s.Proper && holds(r.all, s.Name) && slices.Contains(s.Words, schema.Head(v.Name)) {
		return true
	}
	return q.noun(s, r, func(n string) bool {
		return sameNoun(n, schema.Head(v.Name)) || slices.Contains(akin.under[schema.Head(v.Name)], n)
	})
}

// spoken reports whether the statement's sentence speaks of the slot's entity by such a noun.
func (q *asked) spoken(s *graph.Slot, r *reading) bool {
	return q.noun(s, r, func(n string) bool {
		if strings.Contains(r.text, "the "+n) {
			return true
		}
		for _, w := range fellows(akin, n) {
			if strings.Contains(r.text, "the "+w) {
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
	if s.Class != "Person" && holds(r.near, s.Name) && slices.ContainsFunc(implied(s.Name), f) {
		return true
	}
	return holds(r.near, s.Name) && slices.ContainsFunc(q.nouns[naming{s.Name, ""}], f)
}

// parties are the last words of the names of parties.
var parties = set("party league union front movement alliance bloc democrats liberals greens socialists conservatives communists republicans")

// implied are the nouns that stand for a thing by its name alone: "the institute" for the Pasteur Institute.
func implied(name string) []string {
	words := strings.Fields(strings.ToLower(name))
	if len(words) < 2 {
		return nil
	}
	last := words[len(words)-1]
	if parties[last] {
		return []string{last, "party"}
	}
	if kind := landmarks[words[0]]; kind != nil {
		return kind // "the mountain" for Mount Sorak
	}
	return []string{last}
}

// landmarks are the nouns for what a name's first word says that it is.
var landmarks = map[string][]string{"mount": {"mountain", "volcano", "peak"}, "lake": {"lake"}, "cape": {"cape", "headland"}, "river": {"river"}, "fort": {"fort", "fortress"}}

// headed finds the statements about the common nouns of the question.
func (q *asked) headed() ([]graph.ID, error) {
	var things []graph.ID
	slots := slices.Clone(q.p.Slots)
	for _, s := range q.p.Slots {
		if s.Head == "name" || q.p.Verb == "cost" {
			slots = append(slots, s.Within...) // "the name of the mine", "a dose of the vaccine"
		}
	}
	for _, s := range slots {
		for _, name := range append([]string{s.Name, s.Head}, akin.covered(s.Head)...) {
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
	return q.texts.Pick(things, nil, mostRead)
}
