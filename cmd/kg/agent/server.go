// Package agent is kg's door for agents: an MCP server whose tools give small answers with quotes and ids.
package agent

import (
	"context"
	"fmt"
	"strings"

	"github.com/modelcontextprotocol/go-sdk/mcp"

	"kg/cmd/kg/view"
	"kg/graph"
)

// Options say what agents may do. Functions that are nil make no tool.
type Options struct {
	Ask    func(ctx context.Context, g *view.Graph, question string) (*view.Answer, error)
	Ingest func(ctx context.Context, a view.Article) (graph.ID, error)
}

// room is the number of bytes that an answer takes at most, unless one item alone is longer: fewer than 2,000 tokens,
// a token of English with names and ids being more than three bytes.
const room = 5600

// longestQuote bounds a quoted sentence, in characters.
const longestQuote = 300

// door answers the calls of tools.
type door struct {
	Options
	*view.Graph
}

// New returns an MCP server of a graph.
func New(g *view.Graph, o Options) *mcp.Server {
	d := &door{o, g}
	s := mcp.NewServer(&mcp.Implementation{Name: "kg", Title: "knowledge graph of news articles", Version: "1"}, &mcp.ServerOptions{
		Instructions: "A graph of who did what to whom, when, how sure and according to whom. Each statement has an id (s/…) and its sentence. " +
			"A statement marked denied or doubted is not a fact. Begin with search_entities or ask; evidence gives the sentences of a fact (f/…) or statement (s/…); " +
			"documents are resources kg://document/ID. A line \"next: CURSOR\" means that there is more.",
		Capabilities: &mcp.ServerCapabilities{},
	})
	add(s, "search_entities", "Find people, places, organizations and things by the beginning of a word of their name.", true, d.search)
	add(s, "entity", "What is known of an entity: names, classes, and its facts by relation with counts.", true, d.entity)
	add(s, "relations", "Statements about an entity, filtered by relation, status, class of the other thing, and time; each with its sentence.", true, d.relations)
	add(s, "evidence", "The sentences that a fact (f/…) or statement (s/…) stands on, with document, date and speaker.", true, d.evidence)
	add(s, "path", "A shortest way between two entities over statements, with their sentences.", true, d.path)
	add(s, "timeline", "What happened with an entity, in order of time.", true, d.timeline)
	add(s, "stats", "How much the graph holds.", true, d.stats)
	if o.Ask != nil {
		add(s, "ask", "Answer a question in English from the graph, with sentences: \"Who signed agreements with Ukraine?\"", true, d.ask)
	}
	if o.Ingest != nil {
		add(s, "ingest", "Read an article's text and store what it says.", false, d.ingest)
	}
	s.AddResourceTemplate(&mcp.ResourceTemplate{Name: "document", Title: "an article", URITemplate: "kg://document/{+id}", MIMEType: "text/plain",
		Description: "The text of an article by its id (d/…)."}, d.document)
	return s
}

// add adds a tool whose answer is text.
func add[In any](s *mcp.Server, name, doc string, reads bool, run func(context.Context, In) (string, error)) {
	no := false
	mcp.AddTool(s, &mcp.Tool{Name: name, Description: doc, Annotations: &mcp.ToolAnnotations{ReadOnlyHint: reads, DestructiveHint: &no, OpenWorldHint: &no, IdempotentHint: true}},
		func(ctx context.Context, _ *mcp.CallToolRequest, in In) (*mcp.CallToolResult, any, error) {
			text, err := run(ctx, in)
			if err != nil {
				return nil, nil, err
			}
			return &mcp.CallToolResult{Content: []mcp.Content{&mcp.TextContent{Text: text}}}, nil, nil
		})
}

func (d *door) document(_ context.Context, r *mcp.ReadResourceRequest) (*mcp.ReadResourceResult, error) {
	id := strings.TrimPrefix(r.Params.URI, "kg://document/")
	doc, err := d.Store.Document(graph.ID("d/" + strings.TrimPrefix(id, "d/")))
	if err != nil {
		return nil, mcp.ResourceNotFoundError(r.Params.URI)
	}
	head := doc.Title
	if !doc.Date.IsZero() {
		head += doc.Date.Format(" (2006-01-02)")
	}
	return &mcp.ReadResourceResult{Contents: []*mcp.ResourceContents{{URI: r.Params.URI, MIMEType: "text/plain", Text: strings.TrimSpace(head + "\n\n" + doc.Text)}}}, nil
}

// list writes a head and items from the cursor on, as many as the caller wants and the room allows, and the cursor of the next.
func list(head string, n int, cursor string, most int, item func(i int) (string, error)) (string, error) {
	from, to, _, err := view.Window(n, cursor, limit(most))
	if err != nil {
		return "", err
	}
	var b strings.Builder
	b.WriteString(head)
	for i := from; i < to; i++ {
		text, err := item(i)
		if err != nil {
			return "", err
		}
		if i > from && b.Len()+len(text) > room {
			to = i
			break
		}
		b.WriteString(text)
	}
	if to < n {
		fmt.Fprintf(&b, "%d of %d shown. next: %s\n", to-from, n, view.Cursor(to))
	}
	return b.String(), nil
}

// said writes a statement with its sentences.
func said(st *view.Statement) string {
	var b strings.Builder
	fmt.Fprintf(&b, "- %s %s\n", st.ID, st.Line())
	for i, src := range st.Sources {
		if i == 3 {
			fmt.Fprintf(&b, "  and %d passages more\n", len(st.Sources)-i)
			break
		}
		where := string(src.Document)
		if src.Publisher != "" {
			where += ", " + src.Publisher
		}
		if src.Date != "" {
			where += ", " + src.Date
		}
		fmt.Fprintf(&b, "  “%s” (%s)\n", view.Short(src.Quote, longestQuote), view.Short(where, 120))
	}
	return b.String()
}

// page writes a page of statements that begins at the cursor.
func page(head string, p *view.Page, cursor string, most int, byTime bool) (string, error) {
	at, err := view.At(cursor)
	if err != nil {
		return "", err
	}
	return list(head, p.Total, cursor, most, func(i int) (string, error) {
		st := &p.Statements[i-at]
		if byTime {
			return strings.Replace(said(st), "- ", "- "+st.Start+" ", 1), nil
		}
		return said(st), nil
	})
}

// limit is how many items an answer has at most.
func limit(asked int) int {
	if asked < 1 || asked > 100 {
		return 20
	}
	return asked
}
