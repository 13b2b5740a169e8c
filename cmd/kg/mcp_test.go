package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/modelcontextprotocol/go-sdk/mcp"

	"kg/graph/postgres/postgrestest"
)

// database makes an empty store's name, nil for a folder's.
var database func() string

// agentOf starts kg mcp on a store of sample articles, as an agent's program does.
func agentOf(t *testing.T, args ...string) *mcp.ClientSession {
	t.Helper()
	db := filepath.Join(t.TempDir(), "kg.db")
	if database != nil {
		db = database()
	}
	kg := program(t)
	store(t, kg, db, "../../data/articles/us-ukraine-agreement.txt")
	return agentOver(t, kg, db, args...)
}

// program is a link to this very program under which it is kg: testscript runs the command that the name says.
func program(t *testing.T) string {
	t.Helper()
	exe, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	kg := filepath.Join(t.TempDir(), "kg")
	if err := os.Symlink(exe, kg); err != nil {
		t.Skip(err)
	}
	return kg
}

func store(t *testing.T, kg, db, article string) {
	t.Helper()
	if out, err := exec.Command(kg, "ingest", "--db", db, article).CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
}

// agentOver starts kg mcp on a store.
func agentOver(t *testing.T, kg, db string, args ...string) *mcp.ClientSession {
	t.Helper()
	client := mcp.NewClient(&mcp.Implementation{Name: "test", Version: "1"}, nil)
	s, err := client.Connect(t.Context(), &mcp.CommandTransport{Command: exec.Command(kg, append([]string{"mcp", "--db", db}, args...)...)}, nil)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

// toldAgent calls a tool and returns its text.
func toldAgent(t *testing.T, s *mcp.ClientSession, tool string, args map[string]any) (string, bool) {
	t.Helper()
	r, err := s.CallTool(t.Context(), &mcp.CallToolParams{Name: tool, Arguments: args})
	if err != nil {
		t.Fatalf("%s: %v", tool, err)
	}
	text := ""
	for _, c := range r.Content {
		text += c.(*mcp.TextContent).Text
	}
	if len(text) > 6000 { // 2,000 tokens of three bytes
		t.Errorf("%s %v: %d bytes", tool, args, len(text))
	}
	return text, r.IsError
}

func TestAgent(t *testing.T) {
	s := agentOf(t)
	tools, err := s.ListTools(t.Context(), nil)
	if err != nil {
		t.Fatal(err)
	}
	names := map[string]bool{}
	for _, x := range tools.Tools {
		names[x.Name] = true
		if !x.Annotations.ReadOnlyHint || x.Description == "" {
			t.Errorf("%s: not marked as reading, or without a description", x.Name)
		}
	}
	for _, n := range []string{"search_entities", "entity", "relations", "evidence", "path", "timeline", "ask", "stats"} {
		if !names[n] {
			t.Errorf("no tool %s", n)
		}
	}
	if names["ingest"] {
		t.Error("ingest without --allow-write")
	}
	for _, c := range []struct {
		tool string
		args map[string]any
		want []string
	}{
		{"search_entities", map[string]any{"query": "ukr"}, []string{"e/ukraine", "Ukraine"}},
		{"entity", map[string]any{"entity": "Ukraine"}, []string{"asserted", "f/"}},
		{"relations", map[string]any{"entity": "Ukraine", "relation": "sign"}, []string{"s/", "“", "d/us-ukraine-agreement"}},
		{"relations", map[string]any{"entity": "Ukraine", "status": "doubted"}, []string{"doubted"}},
		{"path", map[string]any{"from": "Joe Biden", "to": "Japan"}, []string{"→", "“"}},
		{"timeline", map[string]any{"entity": "Ukraine"}, []string{"2024-"}},
		{"ask", map[string]any{"question": "Who signed an agreement with Ukraine?"}, []string{"e/", "s/", "“", "d/us-ukraine-agreement"}},
		{"stats", nil, []string{"1 documents"}},
	} {
		text, failed := toldAgent(t, s, c.tool, c.args)
		for _, w := range c.want {
			if failed || !strings.Contains(text, w) {
				t.Errorf("%s %v: no %q in:\n%s", c.tool, c.args, w, text)
			}
		}
	}
	for tool, args := range map[string]map[string]any{"entity": {"entity": "Nobody Atall"}, "evidence": {"id": "f/nothing"},
		"relations": {"entity": "Ukraine", "cursor": "nonsense"}, "timeline": {"entity": "Ukraine", "from": "yesterday"}} {
		if text, failed := toldAgent(t, s, tool, args); !failed {
			t.Errorf("%s %v: no error: %s", tool, args, text)
		}
	}
}

// TestAgentPages reads a listing to its end by cursors: each statement once.
func TestAgentPages(t *testing.T) {
	s := agentOf(t)
	id, next := regexp.MustCompile(`(?m)^- (s/\w+)`), regexp.MustCompile(`next: (\S+)`)
	seen := map[string]bool{}
	total, pages, cursor := "", 0, ""
	for {
		text, failed := toldAgent(t, s, "relations", map[string]any{"entity": "Ukraine", "cursor": cursor, "limit": 100})
		if failed {
			t.Fatal(text)
		}
		total = regexp.MustCompile(`(\d+) statements`).FindStringSubmatch(text)[1]
		for _, m := range id.FindAllStringSubmatch(text, -1) {
			if seen[m[1]] {
				t.Errorf("%s twice", m[1])
			}
			seen[m[1]] = true
		}
		pages++
		m := next.FindStringSubmatch(text)
		if m == nil {
			break
		}
		cursor = m[1]
	}
	if want := len(seen); total == "0" || total != strconv.Itoa(want) {
		t.Errorf("%d statements read of %s, on %d pages", want, total, pages)
	}
	for x := range seen {
		if text, failed := toldAgent(t, s, "evidence", map[string]any{"id": x}); failed || !strings.Contains(text, "“") {
			t.Errorf("%s: %s", x, text)
		}
		break
	}
	r, err := s.ReadResource(t.Context(), &mcp.ReadResourceParams{URI: "kg://document/d/us-ukraine-agreement"})
	if err != nil || len(r.Contents) != 1 || !strings.Contains(r.Contents[0].Text, "Biden") {
		t.Errorf("document: %v %v", r, err)
	}
	if _, err := s.ReadResource(t.Context(), &mcp.ReadResourceParams{URI: "kg://document/d/../../etc/passwd"}); err == nil {
		t.Error("a document that is not there can be read")
	}
}

func TestAgentWrites(t *testing.T) {
	s := agentOf(t, "--allow-write")
	text, failed := toldAgent(t, s, "ingest", map[string]any{"text": "Ada Moreno met Tom Bell in Porto on Monday.", "title": "A meeting", "date": "2024-06-12"})
	if failed || !strings.Contains(text, "stored") {
		t.Fatal(text)
	}
	if text, failed := toldAgent(t, s, "entity", map[string]any{"entity": "Ada Moreno"}); failed || !strings.Contains(text, "meet") {
		t.Error(text)
	}
	if text, failed := toldAgent(t, s, "search_entities", map[string]any{"query": "moreno"}); failed || !strings.Contains(text, "Ada Moreno") {
		t.Error(text)
	}
	if text, failed := toldAgent(t, s, "ingest", map[string]any{"text": " "}); !failed {
		t.Error(text)
	}
}

// TestPostgresAgent runs the tests of kg mcp over a database, where others may write beside it.
func TestPostgresAgent(t *testing.T) {
	server := postgrestest.Start(t)
	database = func() string { return server.URL(t) }
	defer func() { database = nil }()
	t.Run("Tools", TestAgent)
	t.Run("Pages", TestAgentPages)
	t.Run("Writes", TestAgentWrites)
	t.Run("Beside", func(t *testing.T) {
		kg, db := program(t), database()
		store(t, kg, db, "../../data/articles/us-ukraine-agreement.txt")
		one, two := agentOver(t, kg, db), agentOver(t, kg, db, "--allow-write")
		if text, failed := toldAgent(t, one, "entity", map[string]any{"entity": "Ada Moreno"}); !failed {
			t.Fatal(text)
		}
		article := filepath.Join(t.TempDir(), "meeting.txt")
		if err := os.WriteFile(article, []byte("Ada Moreno met Tom Bell in Porto on Monday.\n"), 0o644); err != nil {
			t.Fatal(err)
		}
		store(t, kg, db, article)
		if text, failed := toldAgent(t, two, "ingest", map[string]any{"text": "Ada Moreno praised Lena Ortiz on Friday.", "date": "2024-06-12"}); failed {
			t.Fatal(text)
		}
		for _, agent := range []*mcp.ClientSession{one, two} {
			text, failed := toldAgent(t, agent, "relations", map[string]any{"entity": "Ada Moreno"})
			if failed || !strings.Contains(text, "meet") || !strings.Contains(text, "praise") {
				t.Errorf("what others wrote is not seen:\n%s", text)
			}
			if text, failed := toldAgent(t, agent, "search_entities", map[string]any{"query": "ortiz"}); failed || !strings.Contains(text, "Lena Ortiz") {
				t.Errorf("what others wrote is not found:\n%s", text)
			}
			if text, failed := toldAgent(t, agent, "stats", nil); failed || !strings.Contains(text, "3 documents") {
				t.Errorf("what others wrote is not counted:\n%s", text)
			}
		}
	})
}
