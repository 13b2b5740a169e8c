package graph

import (
	"bufio"
	"encoding/csv"
	"strconv"
	"strings"
	"time"

	"github.com/cayleygraph/quad"

	"kg/schema"
)

// csvColumns are the columns of a table of statements.
var csvColumns = []string{
	"id", "subject", "relation", "object", "status", "polarity", "certainty", "tense", "source", "cue", "condition", "time", "time_value",
	"place", "quantity", "roles", "subject_id", "object_id", "document", "date", "publisher", "url", "sentence", "confidence",
}

// cell keeps a spreadsheet from taking text for a formula.
func cell(s string) string {
	if s != "" && strings.ContainsRune("=+-@\t\r", rune(s[0])) {
		return "'" + s
	}
	return s
}

// writeCSV writes one line a statement, document by document (RFC 4180). It is the same with and without plain.
func writeCSV(w *bufio.Writer, s *Store, _ bool) error {
	out := csv.NewWriter(w)
	if err := out.Write(csvColumns); err != nil {
		return err
	}
	docs, err := s.having(schema.Type, quad.IRI(schema.Article))
	if err != nil {
		return err
	}
	for _, id := range docs {
		own, err := s.owned(id)
		if err != nil {
			return err
		}
		doc, sts, err := s.decode(id, own)
		if err != nil {
			return err
		}
		date := ""
		if !doc.Date.IsZero() {
			date = doc.Date.Format(time.DateOnly)
		}
		for _, st := range sts {
			var roles, quotes []string
			for _, r := range st.Roles {
				roles = append(roles, r.Name+" "+r.Value.Name)
			}
			for i, src := range st.Sources {
				if i == 0 || src.Quote != st.Sources[i-1].Quote {
					quotes = append(quotes, src.Quote)
				}
			}
			row := []string{
				string(st.ID), st.Subject.Name, st.Relation.Lemma, st.Object.Name, s.policy.Status(st).String(), st.Polarity.String(),
				st.Certainty.String(), st.Tense.String(), st.By.Name, st.Cue, st.Condition, st.Time.Text, st.Time.Value, st.Place.Name,
				st.Quantity.Text, strings.Join(roles, "; "), string(st.Subject.ID), string(st.Object.ID), DocName(id), date, doc.Publisher,
				doc.URL, strings.Join(quotes, "\n"), strconv.FormatFloat(st.Confidence, 'g', -1, 64),
			}
			for i := range row {
				row[i] = cell(row[i])
			}
			if err := out.Write(row); err != nil {
				return err
			}
		}
	}
	out.Flush()
	return out.Error()
}
