package parse

import (
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"
)

func TestSegment(t *testing.T) {
	cases, err := txtar.ParseFile("testdata/segment.txtar")
	if err != nil {
		t.Fatal(err)
	}
	m := load(t)
	for _, c := range cases.Files {
		t.Run(c.Name, func(t *testing.T) {
			in, want, ok := strings.Cut(string(c.Data), "\n--\n")
			if !ok {
				t.Fatal(`no line "--"`)
			}
			var got strings.Builder
			for _, s := range m.Segment(in) {
				for i, x := range s.Tokens {
					if i > 0 {
						got.WriteByte(' ')
					}
					got.WriteString(x.Text)
				}
				got.WriteByte('\n')
			}
			if got.String() != want {
				t.Errorf("got\n%swant\n%s", got.String(), want)
			}
		})
	}
}

// The assembly is what its generator writes. It needs avo, which is no dependency of kg: without it the test is skipped.
func TestAssemblyFresh(t *testing.T) {
	if runtime.GOARCH != "amd64" {
		t.Skip("the assembly is amd64's")
	}
	dir := t.TempDir()
	asm, stubs := filepath.Join(dir, "kernel_amd64.s"), filepath.Join(dir, "stubs_amd64.go")
	gen := exec.Command("go", "run", "-C", "gen", ".", "-out", asm, "-stubs", stubs, "-pkg", "parse")
	gen.Env = append(gen.Environ(), "GOPROXY=off", "GOFLAGS=-mod=mod")
	if out, err := gen.CombinedOutput(); err != nil {
		t.Skipf("the generator does not run here: %v\n%s", err, out)
	}
	for _, f := range []string{asm, stubs} {
		want, got := code(t, f), code(t, filepath.Base(f))
		if got != want {
			t.Errorf("%s is not what gen writes: run go generate", filepath.Base(f))
		}
	}
}

// code is a file without its first line, which holds the command that made it.
func code(t *testing.T, path string) string {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	_, rest, _ := strings.Cut(string(b), "\n")
	return rest
}
