package extract

import (
	"encoding/json"
	"fmt"
	"strings"

	"kg/graph"
)

// record is a statement in the form of the annotation guidelines, with more beside it.
type record struct {
	Doc         string    `json:"doc"`
	Sentence    string    `json:"sentence"`
	Start       int       `json:"start"` // bytes of the sentence in the document
	End         int       `json:"end"`
	Subject     *argJSON  `json:"subject"`
	Predicate   relJSON   `json:"predicate"`
	Object      *argJSON  `json:"object"`
	Polarity    string    `json:"polarity"`
	Certainty   string    `json:"certainty"`
	Tense       string    `json:"tense"`
	Source      *string   `json:"source"`
	Cue         string    `json:"cue,omitempty"`
	Condition   *string   `json:"condition"`
	Time        *string   `json:"time"`
	TimeValue   string    `json:"time_value,omitempty"`
	Place       *string   `json:"place"`
	Quantity    *string   `json:"quantity"`
	SubjectType *string   `json:"subject_type"`
	ObjectType  *string   `json:"object_type"`
	Kind        string    `json:"kind"`
	Roles       []argJSON `json:"roles,omitempty"`
	Confidence  float64   `json:"confidence"`
	Extractor   string    `json:"extractor"`
}

type argJSON struct {
	Role    string `json:"role,omitempty"`
	Name    string `json:"name"`
	Mention string `json:"mention"`
}

type relJSON struct {
	Lemma string `json:"lemma"`
	Text  string `json:"text"`
}

// The words for a statement's attributes, by their values.
var (
	polarities  = [...]string{"positive", "negative"}
	certainties = [...]string{"certain", "probable", "possible", "unknown"}
	tenses      = [...]string{"past", "present", "future"}
	kinds       = [...]string{"relation", "attribute", "membership", "speech"}
)

// JSON gives s as one line of the annotation guidelines' JSONL, without a line end.
func JSON(s *graph.Statement) ([]byte, error) {
	r := record{Subject: arg(s.Subject), Object: arg(s.Object), Predicate: relJSON{s.Relation.Lemma, s.Relation.Text},
		Polarity: polarities[s.Polarity], Certainty: certainties[s.Certainty], Tense: tenses[s.Tense], Kind: kinds[s.Kind],
		Cue: s.Cue, TimeValue: s.Time.Value, Source: orNull(s.By.Name), Condition: orNull(s.Condition), Time: orNull(s.Time.Text),
		Place: orNull(s.Place.Name), Quantity: orNull(s.Quantity.Text), SubjectType: orNull(s.Subject.Class),
		ObjectType: orNull(s.Object.Class), Confidence: float64(int(s.Confidence*10000+0.5)) / 10000}
	for _, x := range s.Roles {
		r.Roles = append(r.Roles, argJSON{x.Name, x.Value.Name, x.Value.Text})
	}
	if len(s.Sources) > 0 {
		src := s.Sources[0]
		r.Doc, r.Sentence, r.Start, r.End, r.Extractor = string(src.Doc), src.Quote, src.Start, src.End, src.Extractor
	}
	var b strings.Builder
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(r); err != nil {
		return nil, err
	}
	return []byte(strings.TrimSuffix(b.String(), "\n")), nil
}

func orNull(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}

func arg(v graph.Value) *argJSON {
	if v.None() {
		return nil
	}
	return &argJSON{Name: v.Name, Mention: v.Text}
}

// Line gives s on one line: subject · relation · object [attributes that are not default].
func Line(s *graph.Statement) string {
	name := func(v graph.Value) string {
		if v.None() {
			return "_"
		}
		return v.Name
	}
	var at []string
	if s.Polarity != graph.Positive {
		at = append(at, polarities[s.Polarity])
	}
	if s.Certainty != graph.Certain {
		at = append(at, certainties[s.Certainty])
	}
	at = append(at, tenses[s.Tense])
	for _, x := range []struct{ k, v string }{{"by", s.By.Name}, {"if", s.Condition}, {"time", s.Time.Text}, {"place", s.Place.Name}, {"quantity", s.Quantity.Text}} {
		if x.v != "" {
			at = append(at, x.k+"="+x.v)
		}
	}
	return fmt.Sprintf("%s · %s · %s [%s]", name(s.Subject), s.Relation.Lemma, name(s.Object), strings.Join(at, ", "))
}
