package graph

import (
	"bufio"
	"encoding/csv"
	"errors"
	"slices"
	"strconv"
	"strings"
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
func writeCSV(w *bufio.Writer, s *selection, _ bool) error {
	out := csv.NewWriter(w)
	columns := csvColumns
	if s.derived != nil {
		columns = append(slices.Clone(columns), "rule", "premises")
	}
	if err := out.Write(columns); err != nil {
		return err
	}
	err := s.eachRecord(func(r record) error {
		st, doc := r.Statement, r.doc
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
			string(st.ID), st.Subject.Name, st.Relation.Lemma, st.Object.Name, r.status.String(), st.Polarity.String(),
			st.Certainty.String(), st.Tense.String(), st.By.Name, st.Cue, st.Condition, st.Time.Text, st.Time.Value, st.Place.Name,
			st.Quantity.Text, strings.Join(roles, "; "), string(st.Subject.ID), string(st.Object.ID), DocName(doc.ID), isoDay(doc.Date), doc.Publisher,
			doc.URL, strings.Join(quotes, "\n"), strconv.FormatFloat(st.Confidence, 'g', -1, 64),
		}
		for i := range row {
			row[i] = cell(row[i])
		}
		return out.Write(append(row, make([]string, len(columns)-len(row))...))
	})
	for _, d := range s.derived {
		from, err1 := s.node(d.Subject)
		to, err2 := s.node(d.Object)
		row := make([]string, len(columns))
		for i, c := range columns {
			row[i] = cell(map[string]string{"id": string(d.ID), "subject": from.Name, "relation": lemmaOf(d.Relation), "object": to.Name,
				"status": following.String(), "subject_id": string(d.Subject), "object_id": string(d.Object), "rule": d.Rule, "premises": joinIDs(d.Premises)}[c])
		}
		err = errors.Join(err, err1, err2, out.Write(row))
	}
	out.Flush()
	return errors.Join(err, out.Error())
}

func joinIDs(ids []ID) string {
	out := make([]string, len(ids))
	for i, id := range ids {
		out[i] = string(id)
	}
	return strings.Join(out, "; ")
}
