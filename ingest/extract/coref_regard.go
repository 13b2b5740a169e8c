package extract

import (
	"sort"

	"kg/ingest/text"
)

// regarded finds how the analyser's network looks from a pronoun to a candidate: for each weight of text.Regarded the
// most that a word of the candidate's name has. It is nil where nothing is known, and stands in buf.
func (r *resolver) regarded(a, c int, buf []uint8) []uint8 {
	m, o := r.refs[a], r.refs[c]
	if m.Form != "pronoun" {
		return nil
	}
	g := sort.Search(len(r.doc.Regards), func(i int) bool {
		g := &r.doc.Regards[i]
		return g.Sentence > m.Sentence || g.Sentence == m.Sentence && g.Token >= m.Head
	})
	if g == len(r.doc.Regards) || r.doc.Regards[g].Sentence != m.Sentence || r.doc.Regards[g].Token != m.Head {
		return nil
	}
	words := r.doc.Regards[g].Words
	first, last := o.Head, o.Head
	if o.name != nil {
		first, last = o.name.first, o.name.last
	}
	k := sort.Search(len(words), func(i int) bool { return !before(&words[i], o.Sentence, first) })
	var out []uint8
	for ; k < len(words) && words[k].Sentence == o.Sentence && words[k].Token <= last; k++ {
		if out == nil {
			out = append(buf[:0], words[k].Weights...)
			continue
		}
		for i, w := range words[k].Weights {
			out[i] = max(out[i], w)
		}
	}
	return out
}

func before(w *text.Regarded, sentence, token int) bool {
	return w.Sentence < sentence || w.Sentence == sentence && w.Token < token
}
