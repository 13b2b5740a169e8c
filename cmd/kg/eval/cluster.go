package eval

import (
	"bufio"
	"fmt"
	"io"
	"sort"
	"strconv"
	"strings"
)

// Label says which entity a name in a document stands for.
type Label struct {
	Doc        string
	Start, End int // bytes of the document's text
	Class      string
	Entity     string
	Name       string
}

// ReadLabels reads lines of document, offset, length, class, entity and name, divided by tabs; "#" begins a remark.
func ReadLabels(path string, r io.Reader) ([]Label, error) {
	var out []Label
	in := bufio.NewScanner(r)
	for n := 1; in.Scan(); n++ {
		line := in.Text()
		if line == "" || line[0] == '#' {
			continue
		}
		col := strings.Split(line, "\t")
		if len(col) != 6 {
			return nil, fmt.Errorf("%s:%d: %d columns, want document, offset, length, class, entity, name", path, n, len(col))
		}
		start, err := strconv.Atoi(col[1])
		length, err2 := strconv.Atoi(col[2])
		if err != nil || err2 != nil || start < 0 || length <= 0 {
			return nil, fmt.Errorf("%s:%d: offset %q and length %q are no place in a text", path, n, col[1], col[2])
		}
		out = append(out, Label{col[0], start, start + length, col[3], col[4], col[5]})
	}
	return out, in.Err()
}

// Found is a mention that the program has linked: the span in the document's text, its words, class and entity.
type Found struct {
	Start, End int
	Text       string
	Class      string
	Entity     string
}

// Place returns the entity of the found mention that stands for the label's name, "" for none: one with its words, or
// the shortest of its class whose head, the part before "of" or a comma, holds them.
func (l Label) Place(found []Found) string {
	best, size := "", 0
	for _, f := range found {
		if f.Start > l.Start || f.End < l.End {
			continue
		}
		head := strings.TrimSuffix(strings.TrimSuffix(f.Text, "'s"), "’s")
		same := strings.TrimPrefix(strings.TrimPrefix(head, "the "), "The ") == l.Name
		for _, end := range []string{",", " (", " of ", " for ", " in ", " who", " which", " that "} {
			at := strings.Index(f.Text, end)
			if at > l.Start-f.Start && at < l.End-f.Start { // within the name: "Bank of Ireland"
				if next := strings.Index(f.Text[l.End-f.Start:], end); next >= 0 {
					at = l.End - f.Start + next
				} else {
					at = -1
				}
			}
			if at > 0 && at < len(head) {
				head = f.Text[:at]
			}
		}
		if !same && (f.Class != l.Class || f.Start+len(head) < l.End) {
			continue
		}
		if length := f.End - f.Start; best == "" || length < size {
			best, size = f.Entity, length
		}
	}
	return best
}

// Clusters compares labels with the entities given to them, pred[i] to labels[i], "" where the name was not found:
// such a name counts as an entity of its own.
type Clusters struct {
	Labels []Label
	Pred   []string
}

// BCubed returns B-cubed precision, recall and F1 (Bagga and Baldwin 1998) over the labels of a class, "" for all, their
// number and how many were found.
func (c Clusters) BCubed(class string) (p, r, f float64, n, found int) {
	gold, pred, both := map[string]int{}, map[string]int{}, map[[2]string]int{}
	name := func(i int) string {
		if c.Pred[i] == "" {
			return "?" + strconv.Itoa(i)
		}
		return c.Pred[i]
	}
	for i, l := range c.Labels {
		if class == "" || l.Class == class {
			gold[l.Entity]++
			pred[name(i)]++
			both[[2]string{l.Entity, name(i)}]++
		}
	}
	for i, l := range c.Labels {
		if class == "" || l.Class == class {
			x := float64(both[[2]string{l.Entity, name(i)}])
			p += x / float64(pred[name(i)])
			r += x / float64(gold[l.Entity])
			n++
			if c.Pred[i] != "" {
				found++
			}
		}
	}
	if n == 0 {
		return 0, 0, 0, 0, 0
	}
	p, r = p/float64(n), r/float64(n)
	return p, r, 2 * p * r / (p + r), n, found
}

// Frequent is one of the entities with most labels: its share of found names and the nodes that these are in.
type Frequent struct {
	Entity        string
	Labels, Found int
	Nodes         []string // more than one: split
	Merged        []string // other labelled entities in a node of it
}

// Top returns the n entities with most labels.
func (c Clusters) Top(n int) []Frequent {
	at := map[string]*Frequent{}
	in := map[string]map[string]bool{} // node → entities
	var out []*Frequent
	for i, l := range c.Labels {
		f := at[l.Entity]
		if f == nil {
			f = &Frequent{Entity: l.Entity}
			at[l.Entity] = f
			out = append(out, f)
		}
		f.Labels++
		node := c.Pred[i]
		if node == "" {
			continue
		}
		f.Found++
		if in[node] == nil {
			in[node] = map[string]bool{}
		}
		if !in[node][l.Entity] {
			f.Nodes = append(f.Nodes, node)
		}
		in[node][l.Entity] = true
	}
	sort.SliceStable(out, func(i, j int) bool {
		a, b := out[i], out[j]
		return a.Labels > b.Labels || a.Labels == b.Labels && a.Entity < b.Entity
	})
	var top []Frequent
	for _, f := range out[:min(n, len(out))] {
		others := map[string]bool{}
		for _, node := range f.Nodes {
			for e := range in[node] {
				if e != f.Entity {
					others[e] = true
				}
			}
		}
		for e := range others {
			f.Merged = append(f.Merged, e)
		}
		sort.Strings(f.Merged)
		sort.Strings(f.Nodes)
		top = append(top, *f)
	}
	return top
}
