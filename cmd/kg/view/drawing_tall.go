package view

import (
	"fmt"
	"sort"

	"kg/graph"
)

// Sizes of a tall drawing, in its own units: pixels of a phone.
const (
	tallWidth = 360
	tallEdge  = 10 // of the drawing, left and right
	tallStep  = 30 // to the right for each step from the centre
	tallNode  = 28
	tallLine  = 22 // a link's label above the node that it leads to
	tallGap   = 12
)

// placeTall puts the nodes below one another, each under the one that it hangs on, a step to the right; X is the left end
// of a node. Its links to that one are lines of their own above it; other links are arcs at the right, without labels.
func (d *Drawing) placeTall(nodes map[graph.ID]*Node) {
	d.Tall, d.Width = true, tallWidth
	between := map[[2]graph.ID][]*Edge{}
	weight := map[[2]graph.ID]int{}
	for i := range d.Edges {
		e := &d.Edges[i]
		pair := [2]graph.ID{min(e.From, e.To), max(e.From, e.To)}
		between[pair] = append(between[pair], e)
		weight[pair] += e.Statements
	}
	tied := func(a, b graph.ID) [2]graph.ID { return [2]graph.ID{min(a, b), max(a, b)} }
	under := map[graph.ID][]*Node{}
	for _, n := range nodes {
		if n.Level == 0 {
			continue
		}
		on := graph.ID("")
		for _, m := range nodes { // the inner one that it is tied to most; the map's order does not show
			w, best := weight[tied(n.ID, m.ID)], weight[tied(n.ID, on)]
			if n.ID == "more:"+m.ID {
				on = m.ID
				break
			}
			if abs(m.Level) == abs(n.Level)-1 && w > 0 && (on == "" || w > best || w == best && m.ID < on) {
				on = m.ID
			}
		}
		under[on] = append(under[on], n)
	}
	y := 0.0
	arcs := map[*Edge]bool{}
	for i := range d.Edges {
		arcs[&d.Edges[i]] = true
	}
	var place func(n *Node, on *Node, depth int)
	place = func(n, on *Node, depth int) {
		n.X = tallEdge + float64(depth)*tallStep
		var links []*Edge
		if on != nil {
			links = between[tied(n.ID, on.ID)]
		}
		y += tallGap
		for _, e := range links {
			y += tallLine
			e.X, e.Y = n.X+2, y-tallLine/2
		}
		y += tallNode
		n.Y = y - tallNode/2
		for i, e := range links {
			delete(arcs, e)
			x := on.X + 10 + float64(i)*4
			e.Path = fmt.Sprintf("M%.0f %.0fL%.0f %.0fL%.0f %.0f", x, on.Y+tallNode/2, x, n.Y-2+float64(i)*4, n.X, n.Y-2+float64(i)*4)
		}
		d.Nodes = append(d.Nodes, *n)
		all := under[n.ID]
		sort.Slice(all, func(i, j int) bool {
			a, b := all[i], all[j]
			x, z := weight[tied(a.ID, n.ID)], weight[tied(b.ID, n.ID)]
			switch {
			case (a.Hidden > 0) != (b.Hidden > 0):
				return b.Hidden > 0
			case x != z:
				return x > z
			}
			return a.ID < b.ID
		})
		for _, m := range all {
			place(m, n, depth+1)
		}
	}
	place(nodes[d.Centre], nil, 0)
	d.Height = y + tallGap
	for i := range d.Edges {
		if e := &d.Edges[i]; arcs[e] {
			a, b := nodes[e.From], nodes[e.To]
			e.Path = fmt.Sprintf("M%d %.0fC%d %.0f %d %.0f %d %.0f", tallWidth-40, a.Y, tallWidth+5, a.Y, tallWidth+5, b.Y, tallWidth-40, b.Y)
			e.X, e.Y, e.Label = tallWidth, (a.Y+b.Y)/2, ""
		}
	}
}
