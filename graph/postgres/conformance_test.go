package postgres

import (
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	cayley "github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/cayley/graph/graphtest"

	"kg/graph/postgres/postgrestest"
)

// TestConformance runs Cayley's own suite for backends.
func TestConformance(t *testing.T) {
	server := postgrestest.Start(t)
	dir, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", "github.com/cayleygraph/cayley").Output()
	if err != nil {
		t.Skip("the suite reads data from Cayley's sources, and there is no go command to find them:", err)
	}
	t.Chdir(filepath.Join(strings.TrimSpace(string(dir)), "data"))
	Register()
	graphtest.TestAll(t, func(t testing.TB) (cayley.QuadStore, cayley.Options) {
		url := server.URL(t)
		if err := cayley.InitQuadStore(Name, url, nil); err != nil {
			t.Fatal(err)
		}
		qs, err := cayley.NewQuadStore(Name, url, nil)
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() {
			if err := qs.Close(); err != nil {
				t.Error(err)
			}
		})
		return qs, nil
	}, &graphtest.Config{})
}
