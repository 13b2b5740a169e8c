package queries

import (
	"context"
	"strings"
	"testing"
)

// TestPrelude runs scripts that reach definitions by name, through others, and without naming them.
func TestPrelude(t *testing.T) {
	s := fixture(t)
	all, err := definitions()
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range all { // each alone: what it needs comes with it
		res, err := Run(context.Background(), s, "g.emit(typeof "+d.name+")", nil, Limits{})
		if err != nil || len(res.Rows) != 1 || res.Rows[0]["value"] == "undefined" {
			t.Errorf("%s: %v (%v)", d.name, res.Rows, err)
		}
	}
	if len(all) < 20 {
		t.Errorf("%d definitions", len(all))
	}
	for script, want := range map[string]string{
		`r("x")`:                                   "<urn:kg:r/x>!",
		`typeof naming(e("ida-stone"))`:            "object!",
		`this["r" + "df"]("x")`:                    "<http://www.w3.org/1999/02/22-rdf-syntax-ns#x>!",
		`eval("rd" + "f('x')")`:                    "<http://www.w3.org/1999/02/22-rdf-syntax-ns#x>!",
		`Function("return k" + "g")()("x")`:        "<urn:kg:v/x>!",
		`\u006bg("x")`:                             "<urn:kg:v/x>!",
		`(id = function (n) { return n }, r("x"))`: "r/x!",
	} {
		res, err := Run(context.Background(), s, "g.emit("+script+` + "!")`, nil, Limits{})
		if err != nil || len(res.Rows) != 1 || res.Rows[0]["value"] != want {
			t.Errorf("%s: %v (%v), want %s", script, res.Rows, err, want)
		}
	}
	head, err := prelude(s, `g.V().out(schema("name")).all()`, nil)
	if err != nil || strings.Count(head, "var ") != 2 {
		t.Errorf("a script that names one definition comes with\n%s", head)
	}
}
