package view

import (
	"fmt"
	"math"
	"sort"
	"strings"

	"kg/graph"
)

// Node is an entity in a drawing, or a group of those that were left out at one place. X and Y are its centre.
type Node struct {
	ID     graph.ID `json:"id"` // of a group: "more:" and the id of what it hangs on
	Name   string   `json:"name"`
	Class  string   `json:"class,omitempty"`
	Level  int      `json:"level"` // steps from the centre, less than 0 to the left of it
	X      float64  `json:"x"`
	Y      float64  `json:"y"`
	Hidden int      `json:"hidden,omitempty"` // of a group: how many things it stands for
}

// Edge joins two nodes; all facts of one direction and status between them are one edge.
type Edge struct {
	ID         string     `json:"id"`
	From       graph.ID   `json:"from"`
	To         graph.ID   `json:"to"`
	Status     string     `json:"status"`
	Label      string     `json:"label"`
	Facts      []graph.ID `json:"facts"` // ids of facts, or of statements that make none
	Statements int        `json:"statements"`
	Path       string     `json:"path"` // of an SVG path
	X          float64    `json:"x"`    // of the label's middle
	Y          float64    `json:"y"`
}

// Drawing is the neighbourhood of an entity, laid out: who acts on it to the left, what it acts on to the right.
type Drawing struct {
	Centre graph.ID `json:"centre"`
	Width  float64  `json:"width"`
	Height float64  `json:"height"`
	Nodes  []Node   `json:"nodes"`
	Edges  []Edge   `json:"edges"`
	Hidden int      `json:"hidden"`         // things that are not drawn for want of room
	More   bool     `json:"more,omitempty"` // there is more than was read and counted
	Tall   bool     `json:"tall,omitempty"` // things stand below one another, X is their left end
	// What the filters can be set to: the relations and classes around the centre, most frequent first.
	Relations []string `json:"relations"`
	Classes   []string `json:"classes"`
}

// Sizes of a drawing, in its own units.
const (
	columnWidth = 340
	rowHeight   = 46
	margin      = 180 // half of it is room for long names
)

// mostRing is how many statements are read at least of each thing around the centre to draw a second step.
const mostRing = 12

// tie is what joins two entities.
type tie struct {
	from, to         graph.Value
	label            string
	status           string
	fact             graph.ID
	relation         string
	statement        graph.ID
	fromName, toName string
}

// ties returns what a statement says of pairs of entities.
func (r *reader) ties(st *graph.Statement) []tie {
	t := tie{status: r.Status(*st).String(), relation: st.Relation.Lemma, fact: st.ID, statement: st.ID}
	if st.Subject.ID != "" && !st.Object.None() {
		t.fact = r.Fact(st)
	}
	var out []tie
	add := func(a, b graph.Value, label string) {
		if a.ID == "" || b.ID == "" || a.ID == b.ID {
			return
		}
		x := t
		x.from, x.to, x.label = a, b, label
		out = append(out, x)
	}
	add(st.Subject, st.Object, st.Relation.Lemma)
	from := st.Subject
	if from.ID == "" {
		from = st.Object
	}
	for _, role := range st.Roles {
		add(from, role.Value, st.Relation.Lemma+" "+role.Name)
	}
	add(from, st.Place, st.Relation.Lemma+" in")
	return out
}

// Draw lays out the neighbourhood of an entity: depth 1 or 2, at most so many nodes; f says which statements count, tall
// that it is for a narrow screen.
func (g *Graph) Draw(f Filter, depth, most int, tall bool) (*Drawing, error) {
	centre, err := g.Node(f.Entity)
	if err != nil {
		return nil, err
	}
	r := g.reader()
	out := &Drawing{Centre: f.Entity, Nodes: []Node{}, Edges: []Edge{}}
	nodes := map[graph.ID]*Node{f.Entity: {ID: f.Entity, Name: centre.Name}}
	if len(centre.Classes) > 0 {
		nodes[f.Entity].Class = centre.Classes[0]
	}
	edges := map[string]*Edge{}
	labels := map[string]map[string]int{}
	seenIn := map[string]map[graph.ID]bool{}
	relations, classes := map[string]int{}, map[string]int{}
	expand := func(id graph.ID, level, room, read int) error {
		sts, more, err := r.about(id, read)
		if err != nil {
			return err
		}
		out.More = out.More || more
		type around struct {
			graph.Value
			weight, in int
			ties       []tie
		}
		near := map[graph.ID]*around{}
		for i := range sts {
			wanted := f
			wanted.Entity, wanted.Class = id, ""
			all := r.ties(&sts[i])
			if id == f.Entity {
				for _, t := range all {
					if t.from.ID == id || t.to.ID == id {
						relations[t.relation]++
						break
					}
				}
			}
			ok, err := r.keep(wanted, &sts[i])
			if err != nil {
				return err
			}
			for _, t := range all {
				other, in := t.to, 0
				if t.to.ID == id {
					other, in = t.from, 1
				} else if t.from.ID != id {
					continue
				}
				if id == f.Entity {
					classes[other.Class]++
				}
				if !ok || f.Class != "" && !strings.EqualFold(other.Class, f.Class) {
					continue
				}
				a := near[other.ID]
				if a == nil {
					a = &around{Value: other}
					near[other.ID] = a
				}
				a.weight++
				a.in += in
				a.ties = append(a.ties, t)
			}
		}
		var order []*around
		for _, a := range near {
			order = append(order, a)
		}
		sort.Slice(order, func(i, j int) bool {
			a, b := order[i], order[j]
			if _, known := nodes[a.ID]; known {
				if _, both := nodes[b.ID]; !both {
					return true
				}
			} else if _, known := nodes[b.ID]; known {
				return false
			}
			return a.weight > b.weight || a.weight == b.weight && a.ID < b.ID
		})
		hidden, side := 0, nodes[id].Level
		for _, a := range order {
			n := nodes[a.ID]
			if n == nil {
				if room <= 0 {
					hidden++
					continue
				}
				room--
				n = &Node{ID: a.ID, Name: a.Name, Class: a.Class, Level: level}
				if side < 0 || side == 0 && 2*a.in > a.weight {
					n.Level = -level
				}
				if full, err := g.Node(a.ID); err == nil {
					n.Name = full.Name
				}
				nodes[a.ID] = n
			}
			for _, t := range a.ties {
				k := string(t.from.ID) + "|" + string(t.to.ID) + "|" + t.status
				e := edges[k]
				if e == nil {
					e = &Edge{ID: k, From: t.from.ID, To: t.to.ID, Status: t.status}
					edges[k], labels[k], seenIn[k] = e, map[string]int{}, map[graph.ID]bool{}
				}
				if !seenIn[k][t.statement] {
					seenIn[k][t.statement] = true
					e.Statements++
					labels[k][t.label]++
					if !seenIn[k][t.fact] || t.fact == t.statement {
						seenIn[k][t.fact] = true
						e.Facts = append(e.Facts, t.fact)
					}
				}
			}
		}
		if hidden > 0 {
			out.Hidden += hidden
			l := level
			if side < 0 {
				l = -level
			}
			nodes["more:"+id] = &Node{ID: "more:" + id, Name: fmt.Sprintf("%d more", hidden), Level: l, Hidden: hidden}
		}
		return nil
	}
	first := most - 1
	if depth > 1 {
		first = (most - 1) * 2 / 3
	}
	if err := expand(f.Entity, 1, first, mostRead); err != nil {
		return nil, err
	}
	if depth > 1 {
		var ring []*Node
		for _, n := range nodes {
			if n.ID != f.Entity && n.Hidden == 0 {
				ring = append(ring, n)
			}
		}
		sort.Slice(ring, func(i, j int) bool { return ring[i].ID < ring[j].ID })
		for i, n := range ring {
			room := max(0, most-len(nodes)) / (len(ring) - i)
			if err := expand(n.ID, 2, room, max(mostRing, mostRead/len(ring))); err != nil {
				return nil, err
			}
		}
	}
	out.Relations, out.Classes = byCount(relations), byCount(classes)
	for k, e := range edges {
		names := byCount(labels[k])
		e.Label = strings.Join(names[:min(2, len(names))], ", ")
		if len(names) > 2 {
			e.Label += fmt.Sprintf(" +%d", len(names)-2)
		}
		e.Label = Short(e.Label, 30)
		switch e.Status {
		case "denied":
			e.Label = "not " + e.Label
		case "doubted":
			e.Label = "maybe " + e.Label
		}
		sort.Slice(e.Facts, func(i, j int) bool { return e.Facts[i] < e.Facts[j] })
		out.Edges = append(out.Edges, *e)
	}
	sort.Slice(out.Edges, func(i, j int) bool { return out.Edges[i].ID < out.Edges[j].ID })
	if tall {
		out.placeTall(nodes)
	} else {
		out.place(nodes)
	}
	return out, nil
}

// byCount returns the keys of a count, most frequent first.
func byCount(counts map[string]int) []string {
	out := []string{}
	for k := range counts {
		if k != "" {
			out = append(out, k)
		}
	}
	sort.Slice(out, func(i, j int) bool {
		a, b := out[i], out[j]
		return counts[a] > counts[b] || counts[a] == counts[b] && a < b
	})
	return out
}

// place puts the nodes in columns by level, each column ordered by what its nodes hang on, and draws the edges.
func (d *Drawing) place(nodes map[graph.ID]*Node) {
	columns := map[int][]*Node{}
	lo, hi := 0, 0
	for _, n := range nodes {
		columns[n.Level] = append(columns[n.Level], n)
		lo, hi = min(lo, n.Level), max(hi, n.Level)
	}
	rows := 1
	for _, c := range columns {
		rows = max(rows, len(c))
	}
	d.Width, d.Height = float64(hi-lo)*columnWidth+2*margin, float64(rows)*rowHeight+rowHeight
	weight := map[[2]graph.ID]int{}
	for _, e := range d.Edges {
		weight[[2]graph.ID{e.From, e.To}] += e.Statements
		weight[[2]graph.ID{e.To, e.From}] += e.Statements
	}
	for _, level := range []int{0, -1, 1, -2, 2} {
		c := columns[level]
		inner := columns[level-sign(level)]
		key := map[graph.ID]float64{}
		for _, n := range c {
			sum, total := 0.0, 0.0
			for _, m := range inner {
				w := float64(weight[[2]graph.ID{n.ID, m.ID}])
				if n.ID == "more:"+m.ID {
					w = 1
				}
				sum, total = sum+w*m.Y, total+w
			}
			if total > 0 {
				key[n.ID] = sum / total
			}
		}
		sort.Slice(c, func(i, j int) bool {
			a, b := c[i], c[j]
			switch {
			case math.Abs(key[a.ID]-key[b.ID]) > 1e-9:
				return key[a.ID] < key[b.ID]
			case (a.Hidden > 0) != (b.Hidden > 0):
				return b.Hidden > 0
			}
			return a.ID < b.ID
		})
		for i, n := range c {
			n.X = float64(level-lo)*columnWidth + margin
			n.Y = d.Height/2 + (float64(i)-float64(len(c)-1)/2)*rowHeight*spread(len(c), rows)
			d.Nodes = append(d.Nodes, *n)
		}
	}
	drawn := map[[2]graph.ID]int{} // edges between a pair so far
	for i := range d.Edges {
		e := &d.Edges[i]
		a, b := nodes[e.From], nodes[e.To]
		pair := [2]graph.ID{min(e.From, e.To), max(e.From, e.To)}
		shift := float64(drawn[pair]) * 15
		drawn[pair]++
		bend := 0.0
		if a.Level == b.Level { // beside their column, on its outer side
			bend = 70 + math.Abs(a.Y-b.Y)/6
			if a.Level < 0 {
				bend = -bend
			}
		} else if abs(a.Level-b.Level) > 1 {
			shift += 22 // past the column between them
		}
		mid := (a.X + b.X) / 2
		c1, c2 := mid+bend, mid+bend
		e.Path = fmt.Sprintf("M%.0f %.0fC%.0f %.0f %.0f %.0f %.0f %.0f", a.X, a.Y, c1, a.Y+shift*1.3, c2, b.Y+shift*1.3, b.X, b.Y)
		// Labels stand near the outer end, where the lines are apart.
		t := 0.5
		switch {
		case abs(a.Level) > abs(b.Level):
			t = 0.38
		case abs(a.Level) < abs(b.Level):
			t = 0.62
		}
		e.X, e.Y = bezier(t, a.X, c1, c2, b.X), bezier(t, a.Y, a.Y+shift*1.3, b.Y+shift*1.3, b.Y)
		e.X, e.Y = math.Round(e.X), math.Round(e.Y)
	}
}

func bezier(t, a, b, c, d float64) float64 {
	u := 1 - t
	return u*u*u*a + 3*u*u*t*b + 3*u*t*t*c + t*t*t*d
}

// spread draws the rows of a short column apart.
func spread(n, rows int) float64 {
	if n < 2 {
		return 1
	}
	return min(2, float64(rows)/float64(n))
}

func sign(n int) int {
	switch {
	case n < 0:
		return -1
	case n > 0:
		return 1
	}
	return 0
}

func abs(n int) int { return max(n, -n) }
