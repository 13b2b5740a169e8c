package extract

import "strings"

// Clause is a predicate with its arguments, for showing.
type Clause struct {
	Sentence int    // index into Document.Sentences
	Text     string // "(if) thinks: subject Putin, content outlast"
}

var linkNames = [...]string{top: "main", conjunct: "coordinated", complement: "complement", content: "content", adverbial: "adverbial",
	relative: "relative", participial: "participial", purpose: "purpose", aside: "parataxis", subject: "subject", inside: "embedded"}

// shown draws the clause in one line: how it hangs from the clause above, its predicate, its arguments' heads.
func (c *clause) shown() Clause {
	word := func(i int) string { return c.t.toks[i].Text }
	var b strings.Builder
	b.WriteString(linkNames[c.link])
	if c.mark != "" {
		b.WriteString(" (" + c.mark + ")")
	}
	if c.up != nil {
		b.WriteString(" of " + word(c.up.head))
	}
	b.WriteString(": ")
	if c.cop >= 0 {
		b.WriteString(word(c.cop) + " ")
	}
	b.WriteString(word(c.head))
	for _, arg := range []struct {
		name  string
		heads []int
	}{{"subject", c.subj}, {"agent", c.agent}, {"object", c.obj}, {"indirect object", c.iobj}, {"oblique", c.obl}} {
		for _, i := range arg.heads {
			b.WriteString(", " + arg.name + " ")
			if p := c.t.prep(i); p != "" && arg.name == "oblique" {
				b.WriteString(p + " ")
			}
			b.WriteString(word(i))
		}
	}
	return Clause{c.t.n, b.String()}
}
