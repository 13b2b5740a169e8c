package graph

import (
	"bufio"
	"encoding/json"

	"github.com/google/uuid"
)

// ftmSchema gives the FollowTheMoney schema for a class.
var ftmSchema = map[string]string{
	"Person": "Person", "Organization": "Organization", "Place": "Address", "Event": "Event", "Work": "Document", "Group": "LegalEntity", "Thing": "Asset",
}

// ftmEntity is one line of FollowTheMoney's JSON.
type ftmEntity struct {
	ID         string              `json:"id"`
	Schema     string              `json:"schema"`
	Properties map[string][]string `json:"properties"`
}

// ftmID makes an id of the letters that FollowTheMoney takes: a name-based UUID (RFC 9562, version 5), the same in every
// store.
func ftmID(id ID) string { return uuid.NewSHA1(uuid.NameSpaceURL, []byte("urn:kg:"+id)).String() }

// writeFTM writes FollowTheMoney entities (followthemoney.tech), one a line: things, and an UnknownLink for each
// statement between two of them.
func writeFTM(w *bufio.Writer, s *selection, plain bool) error {
	out := json.NewEncoder(w)
	out.SetEscapeHTML(false)
	err := s.eachNode(func(n Node) error {
		e := ftmEntity{ftmID(n.ID), ftmSchema[n.class()], map[string][]string{"name": {n.Name}}}
		for _, x := range n.Names {
			if x != n.Name {
				e.Properties["alias"] = append(e.Properties["alias"], x)
			}
		}
		if e.Schema == "Address" {
			e.Properties["full"] = e.Properties["name"]
		}
		return out.Encode(e)
	})
	if err != nil {
		return err
	}
	return s.eachEdge(func(r record) error {
		e := ftmEntity{ftmID(r.ID), "UnknownLink", map[string][]string{
			"subject": {ftmID(r.Subject.ID)}, "object": {ftmID(r.Object.ID)}, "role": {r.label()}, "status": {r.status.String()},
		}}
		put := func(name, value string) {
			if value != "" {
				e.Properties[name] = []string{value}
			}
		}
		if !plain {
			put("date", isoDay(r.doc.Date))
			put("startDate", isoDay(r.Time.Start))
			put("publisher", r.doc.Publisher)
			put("sourceUrl", r.doc.URL)
			put("recordId", string(r.ID))
			if len(r.Sources) > 0 {
				put("summary", r.Sources[0].Quote)
			}
			if !r.By.None() {
				put("description", "according to "+r.By.Name)
			}
		}
		return out.Encode(e)
	})
}
