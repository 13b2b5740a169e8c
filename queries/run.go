package queries

import (
	"context"
	"errors"
	"fmt"
	"regexp"
	"sort"
	"strconv"
	"strings"
	"time"

	cayley "github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/cayley/query"
	"github.com/cayleygraph/cayley/query/gizmo"
	"github.com/cayleygraph/quad"

	"kg/graph"
	"kg/schema"
)

// Errors of running a script; wrapped.
var (
	ErrScript  = errors.New("Gizmo")
	ErrTimeout = errors.New("stopped")
)

// Limits bound a run; zero is no limit. Rows are counted here, whatever limits the script sets. Time stops loops and
// paths, but not a regular expression that runs on nor memory: run scripts of strangers in a process of their own.
type Limits struct {
	Rows int
	Time time.Duration
}

// bound returns a context that ends when the time is over, if there is a limit.
func (l Limits) bound(ctx context.Context) (context.Context, context.CancelFunc) {
	if l.Time > 0 {
		return context.WithTimeout(ctx, l.Time)
	}
	return context.WithCancel(ctx)
}

// A Row maps columns to values: graph.ID for what is under the store's base, quad.IRI for other IRIs, string, float64,
// int64, bool, time.Time, nil, []any and map[string]any of these.
type Row map[string]any

// Result is what a script gave.
type Result struct {
	Rows []Row
	More bool   // the limit cut rows off
	Note string // why there may be less than expected, "" for none
}

// Run runs a Gizmo script after the prelude. vars become variables of the script: graph.ID an IRI, nil null, else a
// string. Rows of paths are sorted, rows of statements alone are put in the order of the texts, other rows that the
// script emits keep its order. After an error that wraps ErrTimeout the script may still hold the store: do not close it.
func Run(ctx context.Context, s *graph.Store, script string, vars map[string]any, limits Limits) (Result, error) {
	head, err := prelude(s, script, vars)
	if err != nil {
		return Result{}, err
	}
	ctx, cancel := limits.bound(ctx)
	defer cancel()
	var res Result
	err = s.View(func(qs cayley.QuadStore) (err error) {
		in := spare.Get().(*session)
		in.on(qs)
		var whole bool
		res, whole, err = execute(ctx, s, qs, in.Session, head+script, strings.Count(head, "\n"), limits)
		if whole && len(vars) == 0 && changesNothing(script) {
			in.on(nil)
			spare.Put(in)
		}
		return err
	})
	if err == nil {
		err = orderStatements(s, res.Rows)
	}
	return res, err
}

// execute runs a script that has before lines of prelude in a session on qs; s tells which IRIs are ids. The session can be
// used again where it ran to its end, whole.
func execute(ctx context.Context, s *graph.Store, qs cayley.QuadStore, in *gizmo.Session, script string, before int, limits Limits) (res Result, whole bool, err error) {
	it, err := in.Execute(ctx, script, query.Options{Collation: query.Raw})
	if err != nil {
		return res, false, scriptError(err, before)
	}
	defer func() {
		if !whole {
			it.Close() // which interrupts the session for good
		}
	}()
	sorted := true
	for it.Next(ctx) {
		r, ok := it.Result().(*gizmo.Result)
		if !ok || r.Meta {
			if ok && strings.Contains(fmt.Sprintf("%T", r.Val), "pathObject") {
				res.Note = "the script ends in a path that was not asked for rows; end it with .all()"
			}
			continue
		}
		if limits.Rows > 0 && len(res.Rows) == limits.Rows {
			res.More = true
			break
		}
		row, err := newRow(s, qs, r)
		if err != nil {
			return res, false, err
		}
		sorted = sorted && r.Tags != nil
		res.Rows = append(res.Rows, row)
	}
	if err := it.Err(); errors.Is(err, context.DeadlineExceeded) {
		return res, false, fmt.Errorf("%w after %v with %d rows; ask for less, or give more time with --timeout", ErrTimeout, limits.Time, len(res.Rows))
	} else if err != nil {
		return res, false, scriptError(err, before)
	}
	if sorted {
		sortRows(res.Rows)
	}
	if len(res.Rows) > 0 {
		res.Note = ""
	}
	return res, !res.More, nil
}

// orderStatements puts rows that are nothing but statements in the order of their documents.
func orderStatements(s *graph.Store, rows []Row) error {
	ids := make([]graph.ID, len(rows))
	for i, r := range rows {
		id, ok := r["statement"].(graph.ID)
		if !ok || len(r) != 1 {
			return nil
		}
		ids[i] = id
	}
	if err := s.InOrder(ids); errors.Is(err, graph.ErrNotFound) {
		return nil // a script that calls something else a statement
	} else if err != nil {
		return err
	}
	for i, id := range ids {
		rows[i] = Row{"statement": id}
	}
	return nil
}

var (
	syntaxPlace  = regexp.MustCompile(`^SyntaxError: \(anonymous\): Line (\d+):(\d+) `)
	runtimePlace = regexp.MustCompile(`(?: at \S*)? at (?:\S+ \()?<eval>:(\d+):(\d+)\(\d+\)\)?`)
	moreErrors   = regexp.MustCompile(` \(and \d+ more errors\)$`)
)

// scriptError makes one line "LINE:COLUMN: what" of an error of Gizmo, the place counted in the script alone.
func scriptError(err error, before int) error {
	text := moreErrors.ReplaceAllString(err.Error(), "")
	place := func(m []string) string {
		line, _ := strconv.Atoi(m[1])
		if line <= before {
			return ""
		}
		return fmt.Sprintf("%d:%s: ", line-before, m[2])
	}
	if m := syntaxPlace.FindStringSubmatch(text); m != nil {
		return fmt.Errorf("%s%w: syntax error: %s", place(m), ErrScript, text[len(m[0]):])
	}
	at := ""
	for _, m := range runtimePlace.FindAllStringSubmatch(text, -1) { // the innermost place that is in the script
		if at == "" {
			at = place(m)
		}
	}
	if i := runtimePlace.FindStringIndex(text); i != nil {
		text = text[:i[0]]
	}
	text, _, _ = strings.Cut(strings.TrimSpace(text), "\n")
	return fmt.Errorf("%s%w: %s", at, ErrScript, text)
}

// newRow reads one result.
func newRow(s *graph.Store, qs cayley.QuadStore, r *gizmo.Result) (Row, error) {
	row := Row{}
	if r.Tags == nil {
		m, ok := r.Val.(map[string]any)
		if !ok {
			m = map[string]any{"value": r.Val}
		}
		for k, v := range m {
			row[k] = cell(s, v)
		}
		return row, nil
	}
	for tag, ref := range r.Tags {
		v, err := qs.NameOf(ref)
		if err != nil {
			return nil, err
		}
		if v != nil {
			row[tag] = cell(s, v)
		}
	}
	return row, nil
}

// cell turns a value of Gizmo or JavaScript into one of a Row.
func cell(s *graph.Store, v any) any {
	switch v := v.(type) {
	case quad.IRI:
		if id, ok := s.ID(string(v)); ok && !strings.HasPrefix(string(v), schema.Vocab) {
			return id
		}
		return v
	case quad.TypedString:
		return string(v.Value)
	case quad.Value:
		if n := v.Native(); n != nil {
			if _, same := n.(quad.Value); !same {
				return cell(s, n)
			}
		}
		return v.String()
	case string:
		if len(v) > 2 && v[0] == '<' && v[len(v)-1] == '>' && !strings.ContainsAny(v, " \n\"") {
			return cell(s, quad.IRI(v[1:len(v)-1]))
		}
		return v
	case []any:
		out := make([]any, len(v))
		for i := range v {
			out[i] = cell(s, v[i])
		}
		return out
	case map[string]any:
		out := map[string]any{}
		for k, x := range v {
			out[k] = cell(s, x)
		}
		return out
	}
	return v
}

// sortRows orders rows by their columns in the order of the columns' names.
func sortRows(rows []Row) {
	keys := make([]string, len(rows))
	order := make([]int, len(rows))
	for i, r := range rows {
		keys[i] = literal(r) // the columns sorted by name
		order[i] = i
	}
	sort.SliceStable(order, func(i, j int) bool { return keys[order[i]] < keys[order[j]] })
	out := make([]Row, len(rows))
	for i, o := range order {
		out[i] = rows[o]
	}
	copy(rows, out)
}

// Bind resolves the arguments of a saved query to its variables. Errors name the parameter; notes say which name was
// taken for the likeliest of several things.
func (q Query) Bind(s *graph.Store, args []string) (vars map[string]any, notes []string, err error) {
	vars = map[string]any{}
	if len(args) > len(q.Params) {
		return nil, nil, fmt.Errorf("%w: %d arguments, want: kg query %s", ErrArguments, len(args), q.Usage())
	}
	for i, p := range q.Params {
		switch {
		case i >= len(args) && p.Optional:
			vars[p.Name] = nil
		case i >= len(args):
			return nil, nil, fmt.Errorf("%w: %s is missing; want: kg query %s", ErrArguments, strings.ToUpper(p.Name), q.Usage())
		case p.Kind == "entity":
			c, err := s.Resolve(args[i])
			if err != nil {
				return nil, nil, err
			}
			if n := c.Note(args[i]); n != "" {
				notes = append(notes, n)
			}
			vars[p.Name] = c.ID
		case p.Kind == "relation":
			vars[p.Name] = s.Relation(args[i])
		default:
			vars[p.Name] = args[i]
		}
	}
	return vars, notes, nil
}

// ErrArguments says that a saved query was given too many or too few arguments.
var ErrArguments = errors.New("wrong arguments")
