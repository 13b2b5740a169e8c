package parse

import (
	"fmt"
	"strings"
	"sync"

	"kg/data"
)

// headWidth is the width of one attention head.
const headWidth = 32

// tasks are the tagging heads, in the order of the model's outputs (train/train.py, TAGS).
const (
	taskUPOS = iota
	taskXPOS
	taskFeats
	taskLemma
	taskMention
	taskName
	taskNews
	tasks
)

var taskNames = [tasks]string{"upos", "xpos", "feats", "lemma", "mention", "name", "news"}

// Model is the trained analyser. It never changes after loading; any number of goroutines may use it at once.
type Model struct {
	config
	inner              int // the most that a layer's feed-forward part has
	splitter           *splitter
	lexicon            *lexicon
	pieces             *pieces
	piece, position    table
	forms              [3]formTable // shape, prefix, suffix
	norm               layerNorm
	layers             []layer
	heads              matrix // all tags, then the four inputs of the biaffines
	labels             [tasks][]string
	start              [tasks + 1]int // where each tag's outputs begin in heads
	arc                matrix
	relDep, relHead    matrix // for each of the rank, all labels
	relU, relV, relC   []float32
	rels               []string
	relWide, rootRel   int
	scripts            []script
	lemmas             map[wordTag]string
	nameTags, newsTags []nameTag
	scratch            sync.Pool // *workspace
}

type layerNorm struct{ gain, bias []float32 }

type layer struct {
	qkv, out, up, down matrix
	norm1, norm2       layerNorm
}

type formTable struct {
	table
	index map[string]int
	of    func(string) string
}

var embedded = sync.OnceValues(func() (*Model, error) { return Read("data/model.kgm", data.Model) })

// Load returns the model that is built in. It is read once; later calls return the same.
func Load() (*Model, error) { return embedded() }

// Read reads a model file (the format is train/export.py's); name stands in errors, which name the part that is wrong.
// The model keeps using s.
func Read(name, s string) (*Model, error) {
	f, err := open(name, s)
	if err != nil {
		return nil, err
	}
	c := f.config
	if err := c.check(); err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	m := &Model{config: c}
	if got := strings.Join(c.Tags, " "); got != strings.Join(taskNames[:], " ") {
		return nil, fmt.Errorf("%s: config tags: %q, want %q", name, got, strings.Join(taskNames[:], " "))
	}
	words := f.text("pieces")
	m.piece = f.table("piece", len(words), c.Width)
	m.position = f.table("position", -1, c.Width)
	if f.err == nil && len(m.position.scale) < maxPieces {
		f.fail("position", "%d positions, want at least %d", len(m.position.scale), maxPieces)
	}
	for i, k := range []struct {
		name string
		of   func(string) string
	}{{"shape", shape}, {"prefix", prefix}, {"suffix", suffix}} {
		list := f.text("vocab." + k.name)
		t := formTable{table: f.table("form."+k.name, len(list)+1, c.Width), of: k.of, index: make(map[string]int, len(list))}
		for j, w := range list {
			t.index[w] = j + 1
		}
		m.forms[i] = t
	}
	m.norm = f.norm("norm", c.Width)
	for i := 0; i < c.Layers && f.err == nil; i++ {
		p := fmt.Sprintf("layer%d.", i)
		inner := f.inner(p + "up")
		m.inner = max(m.inner, inner)
		m.layers = append(m.layers, layer{
			qkv: f.matrix(p+"qkv", 3*c.Width, c.Width), out: f.matrix(p+"out", c.Width, c.Width),
			up: f.matrix(p+"up", inner, c.Width), down: f.matrix(p+"down", c.Width, inner),
			norm1: f.norm(p+"norm1", c.Width), norm2: f.norm(p+"norm2", c.Width),
		})
	}
	for i, k := range taskNames {
		m.labels[i] = f.text("vocab." + k)
		m.start[i+1] = m.start[i] + len(m.labels[i])
	}
	m.rels = f.text("vocab.rel")
	m.relWide = (len(m.rels) + 7) / 8 * 8
	m.heads = f.matrix("heads", m.start[tasks]+2*c.Arc+2*c.Label, c.Width)
	m.arc = f.matrix("arc", c.Arc, c.Arc)
	m.relDep, m.relHead = f.matrix("rel.dep", c.Rank*m.relWide, c.Label), f.matrix("rel.head", c.Rank*m.relWide, c.Label)
	m.relU, m.relV, m.relC = f.floats("rel.u", c.Label, m.relWide), f.floats("rel.v", c.Label, m.relWide), f.floats("rel.c", m.relWide)
	lemmas := f.text("lemmas")
	if f.err != nil {
		return nil, f.err
	}
	m.rootRel = -1
	for i, r := range m.rels {
		if r == "root" {
			m.rootRel = i
		}
	}
	if m.rootRel < 0 || len(m.rels) < 2 {
		return nil, fmt.Errorf("%s: part %q: no relation %q beside others", name, "vocab.rel", "root")
	}
	if m.pieces, err = newPieces(words); err != nil {
		return nil, fmt.Errorf("%s: part %q: %w", name, "pieces", err)
	}
	if m.scripts, err = readScripts(m.labels[taskLemma]); err != nil {
		return nil, fmt.Errorf("%s: part %q: %w", name, "vocab.lemma", err)
	}
	if m.lemmas, err = readLemmas(lemmas); err != nil {
		return nil, fmt.Errorf("%s: part %q: %w", name, "lemmas", err)
	}
	m.nameTags, m.newsTags = readNameTags(m.labels[taskName]), readNameTags(m.labels[taskNews])
	if m.splitter, err = embeddedSplitter(); err != nil {
		return nil, err
	}
	if m.lexicon, err = embeddedLexicon(); err != nil {
		return nil, err
	}
	m.scratch.New = func() any { return newWorkspace() }
	return m, nil
}

func (f *file) norm(name string, width int) layerNorm {
	x := f.floats(name, 2, width)
	if f.err != nil {
		return layerNorm{}
	}
	return layerNorm{x[:width], x[width:]}
}
