package queries

import (
	"slices"
	"strings"

	"kg/graph"
	"kg/schema"
)

// gone drops those who hold an office by an older article and have left it by a later one.
func (q *asked) gone(found []Answer) []Answer {
	w := q.p.Wanted()
	if w == nil || w.Role != "subject" || w.Class != "Person" && w.Head == "" || !(offices[q.p.Verb] && q.lately()) && !(q.p.Verb == "be" && q.held()) || len(q.p.Tenses) > 0 || q.p.Time.Text != "" && !q.lately() {
		return found
	}
	return slices.DeleteFunc(found, func(a Answer) bool {
		if a.ID == "" || !nameLike(a.Name) {
			return false
		}
		since := latest(q, []Answer{a})
		ids, err := q.texts.Pick([]graph.ID{a.ID}, leaving, mostOf)
		if err != nil {
			return false
		}
		sts, err := q.statementsOf(ids)
		if err != nil {
			return false
		}
		return slices.ContainsFunc(sts, func(st graph.Statement) bool {
			who := st.Subject
			if st.Relation.ID == "p/dismiss" || st.Relation.ID == "p/succeed" || st.Relation.ID == "p/replace" {
				who = st.Object
			}
			return who.ID == a.ID && st.Polarity == graph.Positive && st.Certainty == graph.Certain && st.Tense == graph.Past && st.Condition == "" &&
				latest(q, []Answer{{Statements: []graph.Statement{st}}}) > since
		})
	})
}

// leaving are the relations by which somebody holds an office no more.
var leaving = []graph.ID{"p/resign", "p/dismiss", "p/succeed", "p/replace", "p/die"}

// held reports whether the question asks for who is what of something: "the director of the bank".
func (q *asked) held() bool {
	o := q.slot("object")
	return o != nil && !o.Proper && len(o.Within) > 0
}

// rebuffs are verbs by which somebody says that what was said of him is not so, or that he won't do it.
var rebuffs = set("deny reject dispute dismiss refute rebut")

// rebuffed is what denies, in the next sentence, what a statement has on somebody's word: "the paper reported that she wanted to lead
// it. She denied it."; nil where nothing does.
func (q *asked) rebuffed(st *graph.Statement) *graph.Statement {
	if st.By.None() || st.Polarity == graph.Negative || len(st.Sources) == 0 {
		return nil
	}
	src := st.Sources[0]
	told, _ := q.statements(src.Doc)
	next := -1
	for i := range told {
		if len(told[i].Sources) > 0 && told[i].Sources[0].Start > src.Start && (next < 0 || told[i].Sources[0].Start < next) {
			next = told[i].Sources[0].Start
		}
	}
	for i := range told {
		x := &told[i]
		if len(x.Sources) == 0 || x.Sources[0].Start != next || !rebuffs[x.Relation.Lemma] || x.Polarity == graph.Negative || x.Certainty > graph.Probable || x.Subject.None() || x.Subject.ID == st.By.ID {
			continue
		}
		head := schema.Head(x.Object.Name)
		switch demanded := demands[st.Cue]; {
		case demanded && x.Relation.Lemma != "deny" && slices.Contains([]string{"demand", "call", "request", "appeal"}, head),
			!demanded && (slices.Contains([]string{"it", "that", "this"}, strings.ToLower(x.Object.Text)) || slices.Contains([]string{"accusation", "allegation", "charge", "claim", "report", "rumour", "rumor", "suspicion"}, head)):
			return x
		}
	}
	return nil
}

// demands are verbs of speech that say what somebody is to do.
var demands = set("demand ask urge call request order tell want")
