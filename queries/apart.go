package queries

import (
	"bytes"
	"context"
	"encoding/gob"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"runtime/debug"
	"runtime/metrics"
	"strings"
	"time"

	cayley "github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/cayley/graph/iterator"
	"github.com/cayleygraph/cayley/graph/refs"
	"github.com/cayleygraph/cayley/query/gizmo"
	"github.com/cayleygraph/quad"

	"kg/graph"
)

// Memory is what a script in a process of its own may use, in bytes.
const Memory = 256 << 20

// job is what the process of a script is given.
type job struct {
	Script   string // with its prelude
	Before   int    // lines of the prelude
	Limits   Limits
	Settings graph.Settings
}

// registerRows tells gob what stands in rows.
func registerRows() {
	for _, v := range []any{graph.ID(""), quad.IRI(""), "", float64(0), int64(0), false, time.Time{}, []any{}, map[string]any{}} {
		gob.Register(v)
	}
}

// RunApart is Run in a process of its own, for scripts of strangers: command is the program and the arguments that make
// it call RunLent. The process has no environment, opens no file and no connection, gets quads over a pipe, and is killed
// when the time is over or the memory that it uses exceeds Memory.
func RunApart(ctx context.Context, s *graph.Store, command []string, script string, vars map[string]any, limits Limits) (Result, error) {
	registerRows()
	head, err := prelude(s, script, vars)
	if err != nil {
		return Result{}, err
	}
	ctx, cancel := limits.bound(ctx)
	defer cancel()
	cmd := exec.CommandContext(ctx, command[0], command[1:]...)
	cmd.Env = []string{"GOMAXPROCS=2", "GOTRACEBACK=none"}
	cmd.WaitDelay = time.Second
	alone(cmd)
	var said limited
	cmd.Stderr = &said
	in, err := cmd.StdinPipe()
	if err != nil {
		return Result{}, err
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		return Result{}, err
	}
	if err := cmd.Start(); err != nil {
		return Result{}, fmt.Errorf("process of a script: %w", err)
	}
	to := gob.NewEncoder(in)
	var done *outcome
	err = s.View(func(qs cayley.QuadStore) error {
		if err := to.Encode(job{head + script, strings.Count(head, "\n"), limits, s.Settings}); err != nil {
			return err
		}
		l := &lender{qs: qs, scans: map[int]iterator.Scanner{}, nodes: map[int]bool{}}
		defer l.close()
		var err error
		done, err = l.serve(ctx, io.LimitReader(out, 1<<30), to)
		return err
	})
	in.Close()
	if done == nil { // what it says after that does not matter
		cmd.Process.Kill()
	}
	ended := cmd.Wait()
	switch {
	case done != nil && done.Timeout:
		return done.Result, fmt.Errorf("%w %s", ErrTimeout, done.Err)
	case done != nil && done.Err != "":
		return done.Result, remoteError(done.Err)
	case done != nil:
		return done.Result, orderStatements(s, done.Result.Rows)
	case errors.Is(ctx.Err(), context.DeadlineExceeded):
		return Result{}, fmt.Errorf("%w after %v; the script was killed", ErrTimeout, limits.Time)
	case ctx.Err() != nil:
		return Result{}, ctx.Err()
	}
	return Result{}, fmt.Errorf("%w: %s", ErrScript, said.reason(ended))
}

// remoteError is a script's error again: "LINE:COLUMN: Gizmo: what".
func remoteError(text string) error {
	place, what, ok := strings.Cut(text, ErrScript.Error()+": ")
	if !ok {
		return fmt.Errorf("%w: %s", ErrScript, text)
	}
	return fmt.Errorf("%s%w: %s", place, ErrScript, what)
}

// limited keeps the beginning of what a process says on standard error.
type limited struct{ bytes.Buffer }

func (l *limited) Write(b []byte) (int, error) {
	if room := 4096 - l.Len(); room > 0 {
		l.Buffer.Write(b[:min(room, len(b))])
	}
	return len(b), nil
}

// outOfMemory is the exit status of a process that finds itself over its memory.
const outOfMemory = 77

// reason says why a process ended without an answer.
func (l *limited) reason(err error) string {
	text := l.String()
	var exit *exec.ExitError
	switch {
	case errors.As(err, &exit) && exit.ExitCode() == outOfMemory, strings.Contains(text, "out of memory"), strings.Contains(text, "cannot allocate memory"):
		return fmt.Sprintf("the script uses more than %d MB of memory", Memory>>20)
	case strings.Contains(text, "stack exceeds"), strings.Contains(text, "stack overflow"):
		return "the script calls itself too deep"
	case strings.Contains(text, "panic: "):
		_, text, _ = strings.Cut(text, "panic: ")
		text, _, _ = strings.Cut(text, "\n")
		return "the script crashed: " + text
	}
	return fmt.Sprintf("the script's process ended: %v", err)
}

// RunLent is the other side of RunApart: it reads a script from in, runs it on quads that it asks for over out, and
// returns when it is done. It gives up, for the rest of the process, the right to open files and to use more memory.
func RunLent(in io.Reader, out io.Writer) error {
	registerRows()
	debug.SetMemoryLimit(Memory * 3 / 4)
	debug.SetMaxStack(64 << 20)
	go watch()
	time.Sleep(time.Millisecond) // starts what the runtime opens for timers
	if err := confine(); err != nil {
		return err
	}
	r := &remote{in: gob.NewDecoder(in), out: gob.NewEncoder(out), sizes: map[quad.Quad]refs.Size{}}
	var j job
	if err := r.in.Decode(&j); err != nil {
		return err
	}
	s, err := graph.Memory(j.Settings)
	if err != nil {
		return err
	}
	ctx := context.Background()
	if j.Limits.Time > 0 {
		var cancel context.CancelFunc
		ctx, cancel = context.WithTimeout(ctx, j.Limits.Time)
		defer cancel()
	}
	var o outcome
	o.Result, _, err = execute(ctx, s, r, gizmo.NewSession(r), j.Script, j.Before, j.Limits)
	for _, row := range o.Result.Rows {
		for k, v := range row {
			row[k] = plain(v)
		}
	}
	if errors.Is(err, ErrTimeout) {
		o.Timeout, o.Err = true, strings.TrimPrefix(err.Error(), ErrTimeout.Error()+" ")
	} else if err != nil {
		o.Err = err.Error()
	}
	return r.out.Encode(wish{Op: "done", Outcome: &o})
}

// plain makes of v what gob knows; nil in lists and objects becomes "".
func plain(v any) any {
	switch v := v.(type) {
	case nil:
		return ""
	case graph.ID, quad.IRI, string, float64, int64, bool, time.Time:
		return v
	case int:
		return int64(v)
	case []any:
		out := make([]any, len(v))
		for i := range v {
			out[i] = plain(v[i])
		}
		return out
	case map[string]any:
		out := map[string]any{}
		for k, x := range v {
			out[k] = plain(x)
		}
		return out
	}
	return fmt.Sprint(v)
}

// watch ends the process when it uses more memory than it may.
func watch() {
	sample := []metrics.Sample{{Name: "/memory/classes/total:bytes"}, {Name: "/memory/classes/heap/released:bytes"}}
	for range time.Tick(10 * time.Millisecond) {
		metrics.Read(sample)
		if sample[0].Value.Uint64()-sample[1].Value.Uint64() > Memory {
			os.Exit(outOfMemory)
		}
	}
}
