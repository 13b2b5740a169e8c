package queries

import (
	"context"
	"errors"
	"os"
	"reflect"
	"strings"
	"testing"
	"time"
)

// TestMain makes the test binary the program that runs scripts, as kg is.
func TestMain(m *testing.M) {
	if len(os.Args) == 2 && os.Args[1] == "run-lent" {
		if err := RunLent(os.Stdin, os.Stdout); err != nil {
			os.Exit(1)
		}
		return
	}
	os.Exit(m.Run())
}

// TestApart checks that scripts in a process of their own give what they give in this one.
func TestApart(t *testing.T) {
	s := fixture(t)
	exe, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	for _, script := range []string{
		`g.V().all()`,
		`g.V(e("ukraine.place")).in().all()`,
		`g.V().tag("s").out(p("sign")).tag("o").all()`,
		`g.V().has("<http://schema.org/name>").labels().all()`,
		`g.V().out(p("sign")).getLimit(2)`,
		`g.emit({a: 1, b: ["x", 2.5, true], c: null})`,
		`g.V().count()`,
		`g.V(`,
		`nothing.here()`,
	} {
		want, wantErr := Run(t.Context(), s, script, nil, Limits{Rows: 100, Time: 10 * time.Second})
		got, gotErr := RunApart(t.Context(), s, []string{exe, "run-lent"}, script, nil, Limits{Rows: 100, Time: 10 * time.Second})
		if (wantErr == nil) != (gotErr == nil) || wantErr != nil && wantErr.Error() != gotErr.Error() {
			t.Errorf("%s: %v, want %v", script, gotErr, wantErr)
		}
		for _, r := range append(want.Rows, got.Rows...) {
			for k, v := range r {
				r[k] = plain(v)
			}
		}
		if strings.Contains(script, "getLimit") { // any two
			want.Rows, got.Rows = want.Rows[:1:1], want.Rows[:min(1, len(got.Rows)-1):1]
		}
		if !reflect.DeepEqual(got.Rows, want.Rows) || got.More != want.More {
			t.Errorf("%s: %v, want %v", script, got, want)
		}
	}
}

// TestScriptsOfStrangers lists attacks with what becomes of them: each ends soon with an error, and the store answers on.
func TestScriptsOfStrangers(t *testing.T) {
	s := fixture(t)
	exe, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		what, script string
		want         error
		says         string // "any": time or memory, whichever is over first; "either": an error or none
	}{
		{"an endless loop", `while (true) {}`, ErrTimeout, ""},
		{"an endless loop that emits", `while (true) g.emit({a: 1})`, nil, ""},
		{"a giant string", `var s = "a"; while (true) s += s + s`, nil, "any"},
		{"a giant string at once", `"a".repeat(1 << 30).length; g.emit({n: "ab".repeat(1 << 29).split("a").length})`, nil, "any"},
		{"a giant list", `var a = []; while (true) a.push([a.length, {}])`, nil, "any"},
		{"a regexp that backtracks", `var x = /^(?=(a+)+$)(a+)+$/.test(new Array(60).join("a") + "!")`, ErrTimeout, ""},
		{"endless recursion", `function f(n) { return f(n + 1) + 1 } f(0)`, nil, "any"},
		{"endless recursion through JSON", `var o = {toJSON: function () { return JSON.stringify(o) }}; JSON.stringify(o)`, nil, "any"},
		{"upstream's panic", `g.V().labels().order().all()`, nil, "either"}, // hangs on the order of a map
		{"a process", `require("child_process").exec("id")`, ErrScript, "not defined"},
		{"a file", `new File("/etc/passwd")`, ErrScript, "not defined"},
		{"the network", `new XMLHttpRequest()`, ErrScript, "not defined"},
		{"the host", `g.emit({a: this.constructor.constructor("return process")()})`, ErrScript, "not defined"},
	} {
		begin, most := time.Now(), 2*time.Second
		if !errors.Is(c.want, ErrTimeout) && c.says != "any" && c.says != "either" {
			most = 30 * time.Second // it ends by itself, on a busy machine too
		}
		res, err := RunApart(t.Context(), s, []string{exe, "run-lent"}, c.script, nil, Limits{Rows: 50, Time: most})
		if c.says == "either" {
			if err != nil && !errors.Is(err, ErrScript) {
				t.Errorf("%s: %v", c.what, err)
			}
		} else if c.says == "any" {
			if !errors.Is(err, ErrTimeout) && !errors.Is(err, ErrScript) {
				t.Errorf("%s: %v", c.what, err)
			}
		} else if !errors.Is(err, c.want) || err != nil && !strings.Contains(err.Error(), c.says) || len(res.Rows) > 50 {
			t.Errorf("%s: %v, %d rows", c.what, err, len(res.Rows))
		}
		if took := time.Since(begin); took > time.Minute {
			t.Errorf("%s: took %v", c.what, took)
		}
		t.Logf("%s: %.2fs: %v", c.what, time.Since(begin).Seconds(), err)
		if res, err := Run(t.Context(), s, `g.V().getLimit(1)`, nil, Limits{}); err != nil || len(res.Rows) != 1 {
			t.Fatalf("after %s: %v %v", c.what, res, err)
		}
	}
	ctx, cancel := context.WithTimeout(t.Context(), 300*time.Millisecond)
	defer cancel()
	if _, err := RunApart(ctx, s, []string{exe, "run-lent"}, `while (true) {}`, nil, Limits{}); err == nil {
		t.Error("a script outlives its caller")
	}
}
