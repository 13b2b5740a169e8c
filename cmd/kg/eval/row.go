package eval

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"
)

// Text is a value that may be written in several ways: a JSON string, number or list, null, or an object whose name,
// value or clause holds the normal form and whose mention or text holds the wording.
type Text struct {
	Names    []string // normal forms
	Mentions []string // wordings
}

// UnmarshalJSON reads any of the forms of a Text.
func (t *Text) UnmarshalJSON(b []byte) error {
	*t = Text{}
	d := json.NewDecoder(bytes.NewReader(b))
	d.UseNumber()
	var v any
	if err := d.Decode(&v); err != nil {
		return err
	}
	switch v := v.(type) {
	case nil:
	case map[string]any:
		for _, k := range []string{"name", "value", "clause"} {
			s := plain(v[k])
			if s == "" {
				continue
			}
			t.Names = append(t.Names, s)
			if u := plain(v["unit"]); k == "value" && u != "" {
				t.Names = append(t.Names, s+" "+u)
			}
		}
		for _, k := range []string{"mention", "text"} {
			if s := plain(v[k]); s != "" {
				t.Mentions = append(t.Mentions, s)
			}
		}
	default:
		if s := plain(v); s != "" {
			t.Names = []string{s}
		}
	}
	return nil
}

// plain returns a JSON value as one string, "" for null.
func plain(v any) string {
	switch v := v.(type) {
	case nil:
		return ""
	case string:
		return v
	case []any:
		var parts []string
		for _, x := range v {
			parts = append(parts, plain(x))
		}
		return strings.Join(parts, ", ")
	case map[string]any:
		if s := plain(v["text"]); s != "" {
			return s
		}
		return plain(v["name"])
	}
	return fmt.Sprint(v)
}

func (t Text) all() []string { return slices.Concat(t.Names, t.Mentions) }

func (t Text) none() bool { return len(t.Names) == 0 && len(t.Mentions) == 0 }

// Row is a predicted statement: a line of `kg extract --format jsonl`.
type Row struct {
	Sentence  Text   `json:"sentence"`
	Subject   Text   `json:"subject"`
	Predicate Pred   `json:"predicate"`
	Object    Text   `json:"object"`
	Polarity  string `json:"polarity"`
	Certainty string `json:"certainty"`
	Tense     string `json:"tense"`
	Source    Text   `json:"source"`
	Condition Text   `json:"condition"`
	Time      Text   `json:"time"`
	Place     Text   `json:"place"`
	Quantity  Text   `json:"quantity"`

	variants [][]string // stem sequences that the predicate stands for
	joint    wordSet    // variants with the object's stems behind them
}

// Pred is a predicate: a JSON string, or an object with a lemma, text, name or mention.
type Pred []string

// UnmarshalJSON reads either form.
func (p *Pred) UnmarshalJSON(b []byte) error {
	*p = nil
	var v any
	if err := json.Unmarshal(b, &v); err != nil {
		return err
	}
	if m, ok := v.(map[string]any); ok {
		for _, k := range []string{"lemma", "text", "name", "mention"} {
			if s := plain(m[k]); s != "" {
				*p = append(*p, s)
			}
		}
	} else if s := plain(v); s != "" {
		*p = Pred{s}
	}
	return nil
}

// Gold is a statement of a gold file. A nil alternative stands for "no argument".
type Gold struct {
	Sentence     Text      `json:"sentence"`
	Subject      *string   `json:"subject"`
	SubjectAlt   []*string `json:"subject_alt"`
	Predicate    *string   `json:"predicate"`
	PredicateAlt []*string `json:"predicate_alt"`
	Object       *string   `json:"object"`
	ObjectAlt    []*string `json:"object_alt"`
	ObjectType   string    `json:"object_type"`
	SubjectType  string    `json:"subject_type"`
	Polarity     string    `json:"polarity"`
	Certainty    string    `json:"certainty"`
	Tense        string    `json:"tense"`
	Source       string    `json:"source"`
	Condition    Text      `json:"condition"`
	Time         Text      `json:"time"`
	Place        Text      `json:"place"`
	Quantity     Text      `json:"quantity"`
	Required     *bool     `json:"required"` // nil is true

	subjects, objects []*string // the string and its alternatives
	variants          [][]string
	joint             wordSet
}

func (g *Gold) required() bool { return g.Required == nil || *g.Required }

// ReadRows reads predicted statements, one JSON object a line.
func ReadRows(name string, r io.Reader) ([]*Row, error) { return readLines[Row](name, r) }

// ReadGold reads gold statements, one JSON object a line.
func ReadGold(name string, r io.Reader) ([]*Gold, error) { return readLines[Gold](name, r) }

func readLines[T any](name string, r io.Reader) ([]*T, error) {
	var out []*T
	in := bufio.NewReader(r)
	for n := 1; ; n++ {
		line, err := in.ReadBytes('\n')
		if line = bytes.TrimSpace(line); len(line) > 0 {
			v := new(T)
			if err := json.Unmarshal(line, v); err != nil {
				return nil, fmt.Errorf("%s:%d: not a statement: %w; each line is one JSON object", name, n, err)
			}
			out = append(out, v)
		}
		if err == io.EOF {
			return out, nil
		}
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
	}
}
