package graph

import (
	"bufio"
	"encoding/csv"
	"errors"
	"fmt"
	"strings"

	"kg/schema"
)

// relationship is the label as Neo4j names relationships: "NOT_TAKE_PLACE_IN".
func (r record) relationship() string {
	return strings.ToUpper(strings.ReplaceAll(schema.Slug(r.label()), "-", "_"))
}

func writeNodesCSV(w *bufio.Writer, s *selection, plain bool) error {
	out := csv.NewWriter(w)
	if err := out.Write([]string{"id:ID", "name", "names:string[]", ":LABEL"}); err != nil {
		return err
	}
	err := s.eachNode(func(n Node) error {
		names := make([]string, len(n.Names))
		for i, x := range n.Names {
			names[i] = strings.ReplaceAll(x, ";", ",")
		}
		return out.Write([]string{string(n.ID), n.Name, strings.Join(names, ";"), strings.Join(append([]string{"Entity"}, n.Classes...), ";")})
	})
	out.Flush()
	return errors.Join(err, out.Error())
}

func writeEdgesCSV(w *bufio.Writer, s *selection, plain bool) error {
	out := csv.NewWriter(w)
	row := []string{":START_ID", ":END_ID", ":TYPE", "id"}
	for _, c := range columnsFor(plain) {
		name := c.name
		if c.kind != "string" {
			name += ":" + c.kind
		}
		row = append(row, name)
	}
	if err := out.Write(row); err != nil {
		return err
	}
	err := s.eachEdge(func(r record) error {
		row = append(row[:0], string(r.Subject.ID), string(r.Object.ID), r.relationship(), string(r.ID))
		for _, c := range columnsFor(plain) {
			row = append(row, c.get(r))
		}
		return out.Write(row)
	})
	out.Flush()
	return errors.Join(err, out.Error())
}

var cypherEscaper = strings.NewReplacer(`\`, `\\`, `'`, `\'`, "\n", `\n`, "\r", `\r`, "\t", `\t`, "\x00", "")

func cypherText(s string) string { return "'" + cypherEscaper.Replace(s) + "'" }

// writeCypher writes openCypher statements that can be run again without making anything twice.
func writeCypher(w *bufio.Writer, s *selection, plain bool) error {
	w.WriteString("CREATE CONSTRAINT entity_id IF NOT EXISTS FOR (n:Entity) REQUIRE n.id IS UNIQUE;\n")
	err := s.eachNode(func(n Node) error {
		names := make([]string, len(n.Names))
		for i, x := range n.Names {
			names[i] = cypherText(x)
		}
		_, err := fmt.Fprintf(w, "MERGE (n:Entity {id: %s}) SET n:%s, n.name = %s, n.names = [%s];\n",
			cypherText(string(n.ID)), strings.Join(append([]string{n.class()}, n.Classes[min(1, len(n.Classes)):]...), ":"), cypherText(n.Name), strings.Join(names, ", "))
		return err
	})
	if err != nil {
		return err
	}
	return s.eachEdge(func(r record) error {
		fmt.Fprintf(w, "MATCH (a:Entity {id: %s}), (b:Entity {id: %s}) MERGE (a)-[r:`%s` {id: %s}]->(b) SET ",
			cypherText(string(r.Subject.ID)), cypherText(string(r.Object.ID)), r.relationship(), cypherText(string(r.ID)))
		comma := ""
		for _, c := range columnsFor(plain) {
			v := c.get(r)
			if v == "" {
				continue
			}
			if c.kind == "string" {
				v = cypherText(v)
			}
			fmt.Fprintf(w, "%sr.%s = %s", comma, c.name, v)
			comma = ", "
		}
		_, err := w.WriteString(";\n")
		return err
	})
}
