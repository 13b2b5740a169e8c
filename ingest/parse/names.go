package parse

// nameTag is one label of a name head: outside names, or beginning or going on with one of a type.
type nameTag struct {
	kind  string
	begin bool
}

func readNameTags(labels []string) []nameTag {
	out := make([]nameTag, len(labels))
	for i, l := range labels {
		if len(l) > 2 && l[1] == '-' && l != "B-O" {
			out[i] = nameTag{kind: l[2:], begin: l[0] == 'B'}
		}
	}
	return out
}

// may says whether b can follow a: a name goes on only after its own type.
func (b nameTag) may(a nameTag) bool { return b.kind == "" || b.begin || a.kind == b.kind }

// viterbi returns the best legal sequence of tags for rows of scores.
func viterbi(tags []nameTag, rows [][]float32) []int {
	if len(rows) == 0 {
		return nil
	}
	n := len(tags)
	back := make([]int, len(rows)*n)
	best, next := make([]float32, n), make([]float32, n)
	for j, t := range tags {
		best[j] = rows[0][j]
		if !t.may(nameTag{}) {
			best[j] -= 1e6
		}
	}
	for i := 1; i < len(rows); i++ {
		for j, t := range tags {
			at := -1
			for k, p := range tags {
				if t.may(p) && (at < 0 || best[k] > best[at]) {
					at = k
				}
			}
			next[j] = best[at] + rows[i][j]
			back[i*n+j] = at
		}
		best, next = next, best
	}
	out := make([]int, len(rows))
	at := argmax(best)
	for i := len(rows) - 1; i >= 0; i-- {
		out[i] = at
		at = back[i*n+at]
	}
	return out
}

var kinds = map[string]string{"PER": "Person", "ORG": "Organization", "LOC": "Gpe"}

// names sets the tokens' Name from the name heads' rows of scores.
func (m *Model) names(name, news [][]float32) []string {
	out := make([]string, len(name))
	for i, j := range viterbi(m.nameTags, name) {
		if t := m.nameTags[j]; t.kind != "" {
			if t.begin {
				out[i] = "B-" + kinds[t.kind]
			} else {
				out[i] = "I-" + kinds[t.kind]
			}
		}
	}
	return out
}
