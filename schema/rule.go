package schema

import "strings"

// A Rule derives an edge: where all its premises hold, with one thing for each variable, its conclusion holds.
type Rule struct {
	Premises   []Pattern
	Conclusion Pattern
	Line       int // of its file
}

// A Pattern is an edge between two variables.
type Pattern struct {
	Subject  string // a variable: one capital letter
	Relation string // the relation's name
	Object   string
}

// String is the rule in its text form.
func (r Rule) String() string {
	var in []string
	for _, p := range r.Premises {
		in = append(in, p.String())
	}
	return strings.Join(in, ", ") + " => " + r.Conclusion.String()
}

func (p Pattern) String() string { return p.Subject + " " + p.Relation + " " + p.Object }

// rule reads "X acquire Y, Y own Z => X own Z".
func (r *reader) rule(w word) {
	left, right, ok := w.cut("=>")
	if !ok {
		r.fail(w.col, "want \"rule X relation Y, Y relation Z => X relation Z\"")
		return
	}
	rule := Rule{Line: r.line}
	bound := map[string]bool{}
	for _, part := range left.list() {
		p, ok := r.pattern(part)
		if !ok {
			return
		}
		bound[p.Subject], bound[p.Object] = true, true
		rule.Premises = append(rule.Premises, p)
	}
	p, ok := r.pattern(right)
	if !ok {
		return
	}
	for _, v := range []string{p.Subject, p.Object} {
		if !bound[v] {
			r.fail(right.col, "%s stands in no premise", v)
			return
		}
	}
	rule.Conclusion = p
	r.Rules = append(r.Rules, rule)
}

func (r *reader) pattern(w word) (p Pattern, ok bool) {
	f := strings.Fields(w.text)
	if len(f) < 3 || !variable(f[0]) || !variable(f[len(f)-1]) {
		r.fail(w.col, "%q: want \"X relation Y\", each variable one capital letter", w.text)
		return p, false
	}
	return Pattern{f[0], strings.Join(f[1:len(f)-1], " "), f[len(f)-1]}, true
}

func variable(s string) bool { return len(s) == 1 && s[0] >= 'A' && s[0] <= 'Z' }

// checkRules reports relations that rules name and the file does not have.
func (r *reader) checkRules() {
	for _, rule := range r.Rules {
		for _, p := range append(rule.Premises[:len(rule.Premises):len(rule.Premises)], rule.Conclusion) {
			if r.named[p.Relation] == nil {
				r.failAt(placeInFile{rule.Line, 1}, "rule: %q: no such relation%s", p.Relation, meant(p.Relation, r.names()))
			}
		}
	}
}

// Closure returns all rules of the lexicon: those of its inverse, symmetric and transitive relations, then its own.
func (l *Lexicon) Closure() []Rule {
	var out []Rule
	for _, r := range l.Relations {
		xy := Pattern{"X", r.Name, "Y"}
		if r.Inverse != "" {
			out = append(out, Rule{[]Pattern{xy}, Pattern{"Y", r.Inverse, "X"}, r.Line})
		}
		if r.Symmetric {
			out = append(out, Rule{[]Pattern{xy}, Pattern{"Y", r.Name, "X"}, r.Line})
		}
		if r.Transitive {
			out = append(out, Rule{[]Pattern{xy, {"Y", r.Name, "Z"}}, Pattern{"X", r.Name, "Z"}, r.Line})
		}
	}
	return append(out, l.Rules...)
}
