package extract

import (
	"math"
	"math/rand/v2"
	"sort"

	"kg/ingest/text"
)

// Answers are a document's right antecedents, for training.
type Answers struct {
	Doc *text.Document // with trees and Mentions
	// Same gives the thing that each mention stands for by any numbering; -1 where it is alone in its chain or nothing.
	Same []int
	// Choice says that Only is the one pronoun to learn from, with the chain of 1 against that of 2 and all names of
	// others; what else there is is not annotated (GAP's texts).
	Choice bool
	Only   int
}

// Training are the settings of TrainRanker.
type Training struct {
	Hidden, Epochs, LeastDocs int
	Nets                      int // networks of different seeds that are joined to one
	Rate, Decay               float64
	FalseLink, FalseNew       float64 // costs that the softmax-margin adds to a wrong link of a fresh mention, and to a missed one
	GAPWeight                 float64 // of an example with Choice
	Log                       func(epoch int, loss float64)
}

// option is a candidate's features and regarded weights.
type option struct {
	features []feature
	regarded []uint8
}

type example struct {
	options [][]int32 // rows of the features; the first option is "none"
	regard  [][]uint8 // the regarded weights of each, nil for none
	right   []bool
	fresh   bool
	none    bool // whether the first option is "none"
	weight  float64
}

// TrainRanker learns the ranker from documents and returns it in the form that data/coref.bin has. The same documents
// and settings give the same bytes.
func TrainRanker(docs []Answers, set Training) []byte {
	seen := map[feature]int{}
	lastDoc := map[feature]int{}
	for d := range docs {
		eachExample(&docs[d], func(options []option, right []bool, fresh bool) {
			for _, o := range options {
				for _, f := range o.features {
					if lastDoc[f] != d+1 {
						lastDoc[f] = d + 1
						seen[f]++
					}
				}
			}
		})
	}
	var keys []feature
	for f, n := range seen {
		if n >= set.LeastDocs {
			keys = append(keys, f)
		}
	}
	sort.Slice(keys, func(i, j int) bool { return keys[i] < keys[j] })
	m := &ranker{row: newRowTable(len(keys))}
	for i, k := range keys {
		m.row.set(k, int32(i))
	}
	var all []example
	dense := 0
	for d := range docs {
		w := 1.0
		if docs[d].Choice {
			w = set.GAPWeight
		}
		eachExample(&docs[d], func(options []option, right []bool, fresh bool) {
			e := example{right: append([]bool(nil), right...), fresh: fresh, none: !docs[d].Choice, weight: w}
			for _, o := range options {
				rows := make([]int32, 0, len(o.features))
				for _, f := range o.features {
					if i, ok := m.row.get(f); ok {
						rows = append(rows, i)
					}
				}
				e.options = append(e.options, rows)
				e.regard = append(e.regard, o.regarded)
				dense = max(dense, len(o.regarded))
			}
			all = append(all, e)
		})
	}
	var nets []*ranker
	for n := range set.Nets {
		nets = append(nets, trainNet(m.row, len(keys), dense, all, set, uint64(n)))
	}
	return joined(nets).write()
}

// trainNet learns one network from the examples.
func trainNet(table rowTable, features, dense int, all []example, set Training, seed uint64) *ranker {
	rnd := rand.New(rand.NewPCG(7, 11+seed))
	m := &ranker{hidden: set.Hidden, row: table, rows: make([]float32, features*(set.Hidden+1)),
		bias: make([]float32, set.Hidden), out: make([]float32, set.Hidden), dense: make([]float32, dense*(set.Hidden+1))}
	for i := range m.rows {
		if i%(set.Hidden+1) < set.Hidden {
			m.rows[i] = float32(rnd.NormFloat64() * 0.08)
		}
	}
	for i := range m.out {
		m.out[i] = float32(rnd.NormFloat64() * 0.3)
		m.bias[i] = 0.05
	}
	t := newTrainer(m, set)
	order := make([]int, len(all))
	for i := range order {
		order[i] = i
	}
	for epoch := range set.Epochs {
		rnd.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		t.rate = set.Rate * (1 - float64(epoch)/float64(set.Epochs))
		loss := 0.0
		for _, i := range order {
			loss += t.step(&all[i])
		}
		if set.Log != nil {
			set.Log(epoch, loss/float64(max(len(all), 1)))
		}
	}
	return m
}

// joined is a network whose score is the mean of the nets' scores.
func joined(nets []*ranker) *ranker {
	one, share := nets[0], 1/float32(len(nets))
	h := one.hidden
	m := &ranker{hidden: h * len(nets), row: one.row}
	for _, n := range nets {
		m.bias = append(m.bias, n.bias...)
		for _, w := range n.out {
			m.out = append(m.out, w*share)
		}
	}
	// a table's rows hold the weights into each hidden unit, then the linear one
	join := func(table func(*ranker) []float32) (out []float32) {
		for at := 0; at < len(table(one)); at += h + 1 {
			var linear float32
			for _, n := range nets {
				out = append(out, table(n)[at:at+h]...)
				linear += table(n)[at+h] * share
			}
			out = append(out, linear)
		}
		return out
	}
	m.rows = join(func(n *ranker) []float32 { return n.rows })
	m.dense = join(func(n *ranker) []float32 { return n.dense })
	return m
}

// eachExample calls f with the options of every anaphor of a document: none, then its candidates.
func eachExample(a *Answers, f func(options []option, right []bool, fresh bool)) {
	r := newResolver(a.Doc)
	r.joinNames()
	r.places()
	r.count()
	if a.Choice {
		r.choice(a, f)
		return
	}
	for i := range r.refs {
		r.known(i, a.Same, f)
		r.pass(i)
	}
}

// known makes the example of mention i of an annotated text and joins it with its right antecedent.
func (r *resolver) known(i int, same []int, f func(options []option, right []bool, fresh bool)) {
	m := r.refs[i]
	if m.Form == "group" {
		r.joinGroup(i)
	}
	if !r.ranked(i) || r.of[i] >= 0 || r.speakerFrame(i) || r.byRule(i) {
		return
	}
	antecedent := -1
	if cands := r.candidates(i); len(cands) > 0 {
		options := []option{{features: r.ctx.fresh(nil, i, len(cands), r.bestMatch(i, cands))}}
		right := []bool{true}
		for rank, c := range cands {
			ok := same[i] >= 0 && same[i] == same[c]
			if ok {
				right[0] = false
				if antecedent < 0 {
					antecedent = c
				}
			}
			options = append(options, option{r.pair(nil, i, c, rank), r.regarded(i, c, nil)})
			right = append(right, ok)
		}
		f(options, right, right[0])
	}
	switch {
	case antecedent >= 0 && r.fits(i, antecedent):
		r.join(i, antecedent)
	case m.Form != "pronoun" || m.person == 3 && m.sex&neuter == 0:
		r.clusters[r.start(i)].orphan = m.Form == "pronoun"
	}
}

// choice makes the one example of a text of which only a pronoun and two names are annotated.
func (r *resolver) choice(a *Answers, f func(options []option, right []bool, fresh bool)) {
	i := a.Only
	if !r.ranked(i) {
		return
	}
	w := r.work
	for k := range i {
		r.step(k, w)
	}
	label := map[int]int{} // of clusters
	for k, s := range a.Same {
		if s > 0 && r.of[k] >= 0 && k != i {
			label[r.of[k]] = s
		}
	}
	var options []option
	var right []bool
	some := 0
	for rank, c := range r.candidates(i) {
		s := a.Same[c]
		if r.of[c] >= 0 {
			s = label[r.of[c]]
		} else if d := r.described(c); d != c && r.of[d] >= 0 {
			s = label[r.of[d]]
		}
		if o := r.refs[c]; s <= 0 && o.Form != "name" {
			continue
		}
		options = append(options, option{r.pair(nil, i, c, rank), r.regarded(i, c, nil)})
		right = append(right, s == 1)
		if s == 1 {
			some++
		}
	}
	if some > 0 && some < len(options) {
		f(options, right, false)
	}
}

// trainer is Adagrad over the sparse rows.
type trainer struct {
	m                          *ranker
	set                        Training
	rate                       float64
	rowsG, biasG, outG, denseG []float32
	hid, pre                   [][]float32
	scores, aug, probs, target []float64
}

func newTrainer(m *ranker, set Training) *trainer {
	return &trainer{m: m, set: set, rowsG: make([]float32, len(m.rows)), biasG: make([]float32, len(m.bias)), outG: make([]float32, len(m.out)),
		denseG: make([]float32, len(m.dense))}
}

// step learns from one example and returns its loss.
func (t *trainer) step(e *example) float64 {
	m, n, h := t.m, len(e.options), t.m.hidden
	for len(t.hid) < n {
		t.hid = append(t.hid, make([]float32, h))
	}
	if cap(t.scores) < n {
		t.scores, t.probs, t.target = make([]float64, n), make([]float64, n), make([]float64, n)
	}
	s, p, q := t.scores[:n], t.probs[:n], t.target[:n]
	for i, o := range e.options {
		acc := t.hid[i]
		copy(acc, m.bias)
		var lin float32
		for _, f := range o {
			row := m.rows[int(f)*(h+1):][:h+1]
			for k := range acc {
				acc[k] += row[k]
			}
			lin += row[h]
		}
		for j, b := range e.regard[i] {
			x := float32(b) / 256
			row := m.dense[j*(h+1):][:h+1]
			for k := range acc {
				acc[k] += x * row[k]
			}
			lin += x * row[h]
		}
		for k, v := range acc {
			if v > 0 {
				lin += v * m.out[k]
			} else {
				acc[k] = 0
			}
		}
		s[i] = float64(lin)
		if !e.right[i] {
			switch {
			case e.fresh:
				s[i] += t.set.FalseLink
			case i == 0 && e.none:
				s[i] += t.set.FalseNew
			default:
				s[i]++
			}
		}
	}
	softmax(s, p, nil)
	softmax(s, q, e.right)
	loss := 0.0
	for i := range p {
		if e.right[i] {
			loss += p[i]
		}
	}
	loss = -math.Log(max(loss, 1e-12))
	if loss < 1e-4 {
		return loss
	}
	for i, o := range e.options {
		g := float32((p[i] - q[i]) * e.weight)
		if g < 1e-4 && g > -1e-4 {
			continue
		}
		for k, v := range t.hid[i] {
			if v <= 0 {
				continue
			}
			gk := g * m.out[k]
			t.update(&m.out[k], &t.outG[k], g*v)
			t.update(&m.bias[k], &t.biasG[k], gk)
			for _, f := range o {
				at := int(f)*(h+1) + k
				t.update(&m.rows[at], &t.rowsG[at], gk)
			}
			for j, b := range e.regard[i] {
				at := j*(h+1) + k
				t.update(&m.dense[at], &t.denseG[at], gk*float32(b)/256)
			}
		}
		for _, f := range o {
			at := int(f)*(h+1) + h
			t.update(&m.rows[at], &t.rowsG[at], g)
		}
		for j, b := range e.regard[i] {
			at := j*(h+1) + h
			t.update(&m.dense[at], &t.denseG[at], g*float32(b)/256)
		}
	}
	return loss
}

func (t *trainer) update(w, sum *float32, g float32) {
	g += float32(t.set.Decay) * *w
	*sum += g * g
	*w -= float32(t.rate) * g / (float32(math.Sqrt(float64(*sum))) + 0.1)
}

func softmax(s, p []float64, only []bool) {
	top := math.Inf(-1)
	for i, v := range s {
		if only == nil || only[i] {
			top = max(top, v)
		}
	}
	sum := 0.0
	for i, v := range s {
		p[i] = 0
		if only == nil || only[i] {
			p[i] = math.Exp(v - top)
			sum += p[i]
		}
	}
	for i := range p {
		p[i] /= sum
	}
}
