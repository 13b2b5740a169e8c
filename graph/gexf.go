package graph

import (
	"bufio"
	"encoding/xml"
	"fmt"
	"strings"
)

// writeGEXF writes GEXF 1.2 (gexf.net) with dates for Gephi's timeline: the statement's own time, else its document's.
func writeGEXF(w *bufio.Writer, s *selection, plain bool) error {
	w.WriteString(xml.Header + `<gexf xmlns="http://www.gexf.net/1.2draft" version="1.2"><graph mode="dynamic" timeformat="date" defaultedgetype="directed">` + "\n")
	w.WriteString(`<attributes class="node"><attribute id="class" title="class" type="string"/><attribute id="names" title="names" type="string"/></attributes>` + "\n")
	w.WriteString(`<attributes class="edge">`)
	for _, c := range columnsFor(plain) {
		fmt.Fprintf(w, `<attribute id="%s" title="%s" type="%s"/>`, c.name, c.name, c.kind)
	}
	w.WriteString("</attributes>\n<nodes>\n")
	err := s.eachNode(func(n Node) error {
		_, err := fmt.Fprintf(w, `<node id="%s" label="%s"><attvalues><attvalue for="class" value="%s"/><attvalue for="names" value="%s"/></attvalues></node>`+"\n",
			xmlText(string(n.ID)), xmlText(n.Name), n.class(), xmlText(strings.Join(n.Names, "; ")))
		return err
	})
	if err != nil {
		return err
	}
	w.WriteString("</nodes>\n<edges>\n")
	err = s.eachEdge(func(r record) error {
		fmt.Fprintf(w, `<edge id="%s" source="%s" target="%s" label="%s"`, r.ID, xmlText(string(r.Subject.ID)), xmlText(string(r.Object.ID)), xmlText(r.label()))
		start, end := isoDay(r.Time.Start), ""
		if !r.Time.End.IsZero() {
			end = isoDay(r.Time.End.AddDate(0, 0, -1)) // Time.End is the first day after
		}
		if start == "" {
			start = isoDay(r.doc.Date)
			end = start
		}
		if start != "" {
			fmt.Fprintf(w, ` start="%s"`, start)
		}
		if end >= start && end != "" {
			fmt.Fprintf(w, ` end="%s"`, end)
		}
		w.WriteString("><attvalues>")
		for _, c := range columnsFor(plain) {
			if v := c.get(r); v != "" {
				fmt.Fprintf(w, `<attvalue for="%s" value="%s"/>`, c.name, xmlText(v))
			}
		}
		_, err := w.WriteString("</attvalues></edge>\n")
		return err
	})
	w.WriteString("</edges>\n</graph></gexf>\n")
	return err
}
