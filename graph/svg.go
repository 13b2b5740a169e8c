package graph

import (
	"bufio"
	"fmt"
	"math"
	"slices"
	"sort"
	"strings"
)

// drawn is the number of entities in a picture: more are no longer told apart by eye.
const drawn = 120

// writeSVG draws the entities most linked and the edges between them: denied edges red, doubted ones dashed, broader the
// more statements bear them. It is the same with and without plain.
func writeSVG(w *bufio.Writer, s *selection, _ bool) error {
	degree := map[ID]int{}
	err := s.network(nil, func(l link) error {
		degree[ID(strings.Clone(string(l.Subject)))] += l.statements
		degree[ID(strings.Clone(string(l.Object)))] += l.statements
		return nil
	})
	if err != nil {
		return err
	}
	ids := make([]ID, 0, len(degree))
	for id := range degree {
		ids = append(ids, id)
	}
	sort.Slice(ids, func(i, j int) bool {
		if degree[ids[i]] != degree[ids[j]] {
			return degree[ids[i]] > degree[ids[j]]
		}
		return ids[i] < ids[j]
	})
	all := len(ids)
	ids = slices.Clone(ids[:min(all, drawn)])
	most := map[ID]int{}
	for _, id := range ids {
		most[id] = degree[id]
	}
	degree = nil // there may be a million entities
	at, names, classes := map[ID]int{}, map[ID]string{}, map[ID]string{}
	for i, id := range ids {
		n, err := s.node(id)
		if err != nil {
			return err
		}
		at[id], names[id], classes[id] = i, n.Name, n.class()
	}
	var inside []link
	var pairs [][2]int
	err = s.network(nil, func(l link) error {
		a, ok := at[l.Subject]
		b, ok2 := at[l.Object]
		if ok && ok2 && a != b {
			inside = append(inside, l)
			pairs = append(pairs, [2]int{a, b})
		}
		return nil
	})
	if err != nil {
		return err
	}
	side := 300 + 90*math.Sqrt(float64(len(ids)))
	x, y := spread(len(ids), pairs, side)
	fmt.Fprintf(w, `<svg xmlns="http://www.w3.org/2000/svg" viewBox="-120 -20 %.0f %.0f" font-family="sans-serif" font-size="11">`+"\n", side+240, side+40)
	fmt.Fprintf(w, "<title>%d of %d linked entities</title>\n", len(ids), all)
	w.WriteString(`<defs><marker id="to" viewBox="0 0 8 8" refX="14" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path d="M0 0L8 4L0 8z" fill="#888"/></marker></defs>` + "\n")
	for i, l := range inside {
		color, dash := "#999", ""
		switch l.Status {
		case Denied:
			color = "#c22"
		case Doubted:
			dash = ` stroke-dasharray="4 3"`
		}
		a, b := pairs[i][0], pairs[i][1]
		fmt.Fprintf(w, `<line x1="%.0f" y1="%.0f" x2="%.0f" y2="%.0f" stroke="%s" stroke-width="%d"%s marker-end="url(#to)"><title>%s</title></line>`+"\n",
			x[a], y[a], x[b], y[b], color, min(l.statements, 6), dash, xmlText(names[l.Subject]+" · "+string(l.Status)+"/"+lemmaOf(l.Relation)+" · "+names[l.Object]))
		if len(inside) <= drawn {
			fmt.Fprintf(w, `<text x="%.0f" y="%.0f" fill="%s" font-size="9" text-anchor="middle">%s</text>`+"\n", (x[a]+x[b])/2, (y[a]+y[b])/2, color, xmlText(lemmaOf(l.Relation)))
		}
	}
	for i, id := range ids {
		fmt.Fprintf(w, `<g><circle cx="%.0f" cy="%.0f" r="%.0f" fill="%s" stroke="#444"><title>%s</title></circle><text x="%.0f" y="%.0f" text-anchor="middle">%s</text></g>`+"\n",
			x[i], y[i], 4+2*math.Sqrt(float64(min(most[id], 100))), fills[classes[id]], xmlText(names[id]+", "+classes[id]), x[i], y[i]-9, xmlText(shortened(names[id])))
	}
	_, err = w.WriteString("</svg>\n")
	return err
}

// fills are the colours of classes.
var fills = map[string]string{
	"Person": "#f4b860", "Organization": "#7fb4e6", "Place": "#8fce8f", "Event": "#e58f8f", "Work": "#c5a3e0", "Group": "#f0d98c", "Thing": "#d0d0d0",
}

// shortened keeps labels from covering the picture.
func shortened(s string) string {
	if r := []rune(s); len(r) > 28 {
		return string(r[:27]) + "…"
	}
	return s
}

// spread lays nodes out in a square by forces after Fruchterman and Reingold (1991), from a spiral and without chance.
// The conversions keep processors from fusing operations, which would round otherwise.
func spread(n int, pairs [][2]int, side float64) (x, y []float64) {
	x, y = make([]float64, n), make([]float64, n)
	const golden = 2.399963229728653 // radians between leaves, so that no two nodes start in one place
	for i := range n {
		r := side / 2 * math.Sqrt((float64(i)+0.5)/float64(n))
		x[i], y[i] = side/2+float64(r*math.Cos(golden*float64(i))), side/2+float64(r*math.Sin(golden*float64(i)))
	}
	k := side / math.Sqrt(float64(max(n, 1)))
	dx, dy := make([]float64, n), make([]float64, n)
	const rounds = 150
	for round := range rounds {
		clear(dx)
		clear(dy)
		push := func(i, j int, force func(d float64) float64) {
			vx, vy := x[i]-x[j], y[i]-y[j]
			d := math.Max(math.Sqrt(float64(vx*vx)+float64(vy*vy)), 0.01)
			f := force(d) / d
			dx[i] += float64(vx * f)
			dy[i] += float64(vy * f)
			dx[j] -= float64(vx * f)
			dy[j] -= float64(vy * f)
		}
		for i := range n {
			for j := range i {
				push(i, j, func(d float64) float64 { return k * k / d })
			}
		}
		for _, p := range pairs {
			push(p[0], p[1], func(d float64) float64 { return -d * d / k })
		}
		heat := side / 10 * (1 - float64(round)/rounds)
		for i := range n {
			d := math.Max(math.Sqrt(float64(dx[i]*dx[i])+float64(dy[i]*dy[i])), 0.01)
			x[i] = math.Min(side, math.Max(0, x[i]+float64(dx[i]/d*math.Min(d, heat))))
			y[i] = math.Min(side, math.Max(0, y[i]+float64(dy[i]/d*math.Min(d, heat))))
		}
	}
	return x, y
}
