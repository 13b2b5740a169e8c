package eval

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"sort"
	"strings"

	"kg/ingest/text"
)

// Resolved is what pronoun cases are made from: a gold statement's sentence with the names of its arguments.
type Resolved struct {
	Sentence          string
	Subject, Object   *string
	SubjectAlt        []*string `json:"subject_alt"`
	ObjectAlt         []*string `json:"object_alt"`
	Predicate         string
	PredicateAlt      []string `json:"predicate_alt"`
	subjects, objects []string
	predicates        []string
}

// ReadResolved reads gold statements, one JSON object a line.
func ReadResolved(path string, r io.Reader) ([]Resolved, error) {
	var out []Resolved
	in := bufio.NewScanner(r)
	in.Buffer(nil, 1<<20)
	for n := 1; in.Scan(); n++ {
		if strings.TrimSpace(in.Text()) == "" {
			continue
		}
		var g Resolved
		if err := json.Unmarshal(in.Bytes(), &g); err != nil {
			return nil, fmt.Errorf("%s:%d: %w", path, n, err)
		}
		names := func(first *string, alt []*string) (out []string) {
			for _, s := range append([]*string{first}, alt...) {
				if s != nil && *s != "" && !personal[strings.ToLower(*s)] {
					out = append(out, *s)
				}
			}
			return out
		}
		g.subjects, g.objects = names(g.Subject, g.SubjectAlt), names(g.Object, g.ObjectAlt)
		for _, p := range append([]string{g.Predicate}, g.PredicateAlt...) {
			verb, _, _ := strings.Cut(p, " ")
			g.predicates = append(g.predicates, verb)
		}
		out = append(out, g)
	}
	return out, in.Err()
}

// personal are the pronouns that cases are made of.
var personal = map[string]bool{
	"he": true, "she": true, "it": true, "they": true, "we": true, "i": true,
	"him": true, "her": true, "them": true, "us": true, "me": true, "himself": true, "herself": true, "themselves": true,
}

// PronounCase is a pronoun that a gold statement's argument stands for.
type PronounCase struct {
	text.Span
	Names []string // the names that gold gives the argument
}

// PronounCases finds, in an analysed document, the pronouns that are the subject or object of the predicate of a gold
// statement in its sentence; their names are those of all statements that have them. A passive's subject is gold's object.
func PronounCases(doc *text.Document, gold []Resolved) []PronounCase {
	names := map[text.Span][]string{}
	for _, g := range gold {
		at := strings.Index(doc.Text, g.Sentence)
		if at < 0 || g.Sentence == "" {
			continue
		}
		for si := range doc.Sentences {
			s := &doc.Sentences[si]
			if s.Start >= at+len(g.Sentence) || s.End <= at {
				continue
			}
			for _, t := range s.Tokens {
				if t.Tag != "PRON" || !personal[strings.ToLower(t.Text)] || t.Head < 0 || !holdsVerb(g.predicates, s.Tokens[t.Head].Lemma) {
					continue
				}
				var as []string
				switch t.Rel {
				case "nsubj":
					as = g.subjects
				case "nsubj:pass", "obj", "iobj":
					as = g.objects
				}
				if len(as) > 0 && !spoken(g, t.Text) {
					names[t.Span] = append(names[t.Span], as...)
				}
			}
		}
	}
	var out []PronounCase
	for span, n := range names {
		out = append(out, PronounCase{span, n})
	}
	sort.Slice(out, func(i, j int) bool { return out[i].Start < out[j].Start })
	return out
}

// spoken reports whether the pronoun's sentence also has the name itself as the argument of such a predicate, so that the
// statement may be about that one.
func spoken(g Resolved, pronoun string) bool {
	n := 0
	for _, w := range plainWords(g.Sentence) {
		if w == strings.ToLower(pronoun) {
			n++
		}
	}
	return n > 1 && len(g.subjects) > 0 && strings.Contains(g.Sentence, g.subjects[0])
}

func holdsVerb(verbs []string, lemma string) bool {
	for _, v := range verbs {
		if strings.EqualFold(v, lemma) {
			return true
		}
	}
	return false
}

// Right reports whether an entity of the document is what the pronoun stands for: one of its names, or of its members',
// fits one of the case's.
func (c PronounCase) Right(doc *text.Document, entity int) bool {
	if entity < 0 || entity >= len(doc.Entities) {
		return false
	}
	e := &doc.Entities[entity]
	for _, own := range append([]string{e.Name}, e.Aliases...) {
		if personal[strings.ToLower(own)] {
			continue
		}
		for _, n := range c.Names {
			if Fits(own, n) || Fits(n, own) {
				return true
			}
		}
	}
	for _, m := range e.Members {
		if m != entity && c.Right(doc, m) {
			return true
		}
	}
	return false
}

// Referent returns the entity of the mention with that span, -1 for none.
func Referent(doc *text.Document, span text.Span) int {
	for _, m := range doc.Mentions {
		if m.Span == span {
			return m.Entity
		}
	}
	return -1
}
