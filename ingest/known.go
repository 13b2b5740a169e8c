package ingest

import (
	"bufio"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"

	"kg/data"
	"kg/graph"
	"kg/ingest/text"
	"kg/schema"
)

// A Known is a thing of common knowledge, or of the user's own list.
type Known struct {
	Name    string   `json:"name"`
	Aliases []string `json:"aliases"`
	Class   string   `json:"class"`  // as of graph.Entity
	SameAs  []string `json:"sameAs"` // absolute IRIs
}

// Gazetteer finds known things by their names.
type Gazetteer struct {
	byName  map[string]*Known // by slug; nil for a name that several have
	things  []*Known
	regions map[string]string // by slug: states by themselves, their parts as "Canada/Ontario"
	peoples map[string]string // "kenyan" → "Kenya"
	seats   map[string]string // "nairobi" → "Kenya"
}

// wikidata is where Wikidata's ids are IRIs.
const wikidata = "http://www.wikidata.org/entity/"

// NewGazetteer returns the built-in gazetteer: states and territories from CLDR, and data.Gazetteer.
func NewGazetteer() *Gazetteer {
	g := &Gazetteer{byName: map[string]*Known{}, regions: map[string]string{}, peoples: map[string]string{}, seats: map[string]string{}}
	states := map[string]*Known{}
	taken := map[string]bool{}
	names := display.English.Regions()
	for a := 'A'; a <= 'Z'; a++ {
		for b := 'A'; b <= 'Z'; b++ {
			code := string([]rune{a, b})
			r, err := language.ParseRegion(code)
			if err != nil || !r.IsCountry() || r.String() != code || r.Canonicalize() != r {
				continue
			}
			k := &Known{Name: names.Name(r), Class: "Place"}
			full := strings.ReplaceAll(k.Name, "&", "and")
			if k.Name, _, _ = strings.Cut(full, " ("); k.Name != full { // "Myanmar (Burma)"
				k.Aliases = append(k.Aliases, full)
			}
			if short, ok := strings.CutSuffix(k.Name, " SAR China"); ok {
				k.Name = short
			}
			k.Name = strings.Replace(k.Name, "St. ", "Saint ", 1)
			if code == "CD" || code == "CG" || code == "GE" { // told apart by data.Gazetteer, or not at all
				k.Name = map[string]string{"CD": "Democratic Republic of the Congo", "CG": "Republic of the Congo", "GE": "Georgia"}[code]
			}
			if k.Name != "" && k.Name != "Unknown Region" && !taken[k.Name] { // France is FR and FX
				taken[k.Name] = true
				states[code] = k
				g.things = append(g.things, k)
			}
		}
	}
	for _, line := range strings.Split(data.Gazetteer, "\n") {
		f := strings.Split(line, "|")
		if len(f) != 4 {
			continue // comments; a test holds that there is nothing else
		}
		var k *Known
		switch f[0] {
		case "state":
			if k = states[f[1]]; k == nil {
				continue
			}
		case "org":
			k = &Known{Name: f[1], Class: "Organization"}
		case "place":
			k = &Known{Name: f[1], Class: "Place"}
		case "people", "seat":
			names := g.peoples
			if f[0] == "seat" {
				names = g.seats
			}
			if k := states[f[1]]; k != nil {
				for _, p := range strings.Split(f[2], ";") {
					names[schema.Slug(p)] = k.Name
				}
			}
			continue
		default:
			in := states[f[0]]
			if in == nil {
				continue
			}
			k = &Known{Name: f[1], Class: "Place"}
			short, _, _ := strings.Cut(f[1], " (")
			g.regions[schema.Slug(short)] = in.Name + "/" + short
		}
		if f[0] != "state" {
			g.things = append(g.things, k)
		}
		if f[2] != "" {
			k.Aliases = append(k.Aliases, strings.Split(f[2], ";")...)
		}
		if f[3] != "" {
			k.SameAs = []string{wikidata + f[3]}
		}
	}
	for _, k := range g.things {
		g.index(k)
	}
	for code, k := range states {
		for _, form := range []string{"Republic of ", "Kingdom of "} {
			if slug := schema.Slug(form + k.Name); code != "CN" && g.byName[slug] == nil { // the Republic of China is Taiwan
				g.byName[slug] = k
			}
		}
	}
	for _, k := range states {
		for _, n := range append([]string{k.Name}, k.Aliases...) {
			if slug := schema.Slug(n); g.regions[slug] == "" {
				g.regions[slug] = k.Name
			}
		}
	}
	return g
}

func (g *Gazetteer) index(k *Known) {
	for _, n := range append([]string{k.Name}, k.Aliases...) {
		slug := schema.Slug(n)
		if was, ok := g.byName[slug]; ok && was != k {
			g.byName[slug] = nil
			continue
		}
		g.byName[slug] = k
	}
}

// Add reads things of the user's own from CSV, with a heading (name, class, aliases and sameAs divided by ";", an id is
// taken for an IRI where it is one), or from JSON lines of the same fields. Their names go before the built-in ones.
// Errors begin with the file's name and the line.
func (g *Gazetteer) Add(name string, r io.Reader) error {
	var own []*Known
	add := func(line int, k *Known, id string) error {
		if strings.Contains(id, "://") {
			k.SameAs = append(k.SameAs, id)
		}
		if k.Class == "" {
			k.Class = "Thing"
		}
		switch c := schema.ClassOf(k.Class); {
		case strings.TrimSpace(k.Name) == "":
			return fmt.Errorf("%s:%d: a thing without a name", name, line)
		case c.Literal || c.Name != k.Class:
			return fmt.Errorf("%s:%d: %q is no class of things; one of Person, Organization, Place, Event, Work, Group, Thing", name, line, k.Class)
		}
		for _, iri := range k.SameAs {
			if !strings.Contains(iri, ":") || strings.ContainsAny(iri, " <>\"{}|\\^`") {
				return fmt.Errorf("%s:%d: sameAs %q is no absolute IRI", name, line, iri)
			}
		}
		own = append(own, k)
		return nil
	}
	in := bufio.NewReader(r)
	first, err := in.Peek(1)
	if err != nil && err != io.EOF {
		return fmt.Errorf("%s: %w", name, err)
	}
	if len(first) > 0 && first[0] == '{' {
		lines := bufio.NewScanner(in)
		lines.Buffer(nil, 1<<20)
		for n := 1; lines.Scan(); n++ {
			if strings.TrimSpace(lines.Text()) == "" {
				continue
			}
			var k struct {
				Known
				ID string `json:"id"`
			}
			if err := json.Unmarshal(lines.Bytes(), &k); err != nil {
				return fmt.Errorf("%s:%d: %v; want {\"name\": …, \"class\": …, \"aliases\": […], \"sameAs\": […]}", name, n, err)
			}
			if err := add(n, &k.Known, k.ID); err != nil {
				return err
			}
		}
		if err := lines.Err(); err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
	} else if err := readTable(name, in, add); err != nil {
		return err
	}
	mine := map[string]bool{}
	for _, k := range own {
		g.things = append(g.things, k)
		for _, n := range append([]string{k.Name}, k.Aliases...) {
			if slug := schema.Slug(n); !mine[slug] {
				delete(g.byName, slug)
				mine[slug] = true
			}
		}
	}
	for _, k := range own {
		g.index(k)
	}
	return nil
}

func readTable(name string, in io.Reader, add func(int, *Known, string) error) error {
	table := csv.NewReader(in)
	table.FieldsPerRecord = -1
	columns := map[string]int{}
	for n := 0; ; n++ {
		row, err := table.Read()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		if n == 0 {
			for i, c := range row {
				columns[strings.ToLower(strings.TrimSpace(strings.TrimPrefix(c, "\ufeff")))] = i
			}
			if _, ok := columns["name"]; !ok {
				return fmt.Errorf("%s:1: no column \"name\"; the heading wants name, and may have id, aliases, class, sameAs", name)
			}
			continue
		}
		get := func(c string) string {
			if i, ok := columns[c]; ok && i < len(row) {
				return strings.TrimSpace(row[i])
			}
			return ""
		}
		list := func(c string) (out []string) {
			for _, s := range strings.Split(get(c), ";") {
				if s = strings.TrimSpace(s); s != "" {
					out = append(out, s)
				}
			}
			return out
		}
		line, _ := table.FieldPos(0)
		if err := add(line, &Known{Name: get("name"), Class: get("class"), Aliases: list("aliases"), SameAs: list("sameas")}, get("id")); err != nil {
			return err
		}
	}
}

// Digest stands for all that the gazetteer knows.
func (g *Gazetteer) Digest() string {
	var parts []string
	for _, k := range g.things {
		parts = append(parts, k.Name, k.Class, strings.Join(k.Aliases, ";"), strings.Join(k.SameAs, " "))
	}
	return schema.Hash(parts...)
}

// mark adds to an entity's traits which known thing it is. A person is one only by its class, and no sure one is a
// place or an organization.
func (g *Gazetteer) mark(d *text.Document, e text.Entity, t *graph.Traits) {
	k := g.byName[schema.Slug(e.Name)]
	if k == nil || t.Sure && k.Class != e.Class || e.Class == "Group" && k.Class != "Group" || k.Class == "Person" && e.Class != "Person" {
		return
	}
	if k.Class == "Place" && (e.Class == "Person" && len(strings.Fields(e.Name)) > 1 || e.Class == "Organization" && schema.Slug(e.Name) == "washington") {
		return
	}
	switch schema.Slug(e.Name) {
	case "georgia":
		if other := g.byName["state-of-georgia"]; other != nil && american(d) {
			k = other
		}
	case "washington":
		if government(d, e) {
			k = g.byName["united-states"]
		}
	case "us", "who", "ap", "states", "fed":
		if e.Name == strings.ToLower(e.Name) {
			return
		}
	}
	if k != nil {
		t.Known, t.KnownClass, t.SameAs = k.Name, k.Class, strings.Join(k.SameAs, " ")
	}
}

// american reports whether a text that speaks of Georgia speaks of other American places more than of Georgia's
// neighbours.
func american(d *text.Document) bool {
	score := 0
	for _, w := range []string{"Atlanta", "Savannah", "Alabama", "Florida", "Tennessee", "Carolina", "Texas", "Senator", "Governor", "governor", "Republican", "Democrat", "Congress", "American"} {
		score += min(strings.Count(d.Text, w), 2)
	}
	for _, w := range []string{"Tbilisi", "Russia", "Abkhazia", "Ossetia", "Armenia", "Azerbaijan", "Caucasus", "Black Sea", "Georgian", "Moscow", "Ukraine", "European Union", "NATO"} {
		score -= min(strings.Count(d.Text, w), 2)
	}
	return score > 0
}

// government reports whether a text uses the name of a capital for the government there: it says, wants or does
// something, and nothing is in it.
func government(d *text.Document, e text.Entity) bool {
	acts, lies := 0, 0
	for si := range d.Sentences {
		toks := d.Sentences[si].Tokens
		for i, t := range toks {
			if t.Text != e.Name {
				continue
			}
			switch rel, _, _ := strings.Cut(t.Rel, ":"); rel {
			case "nsubj":
				if h := t.Head; h >= 0 && toks[h].Tag == "VERB" && t.Rel == "nsubj" {
					acts++
				}
			case "obl", "nmod":
				for _, k := range toks[:i] {
					if k.Head == i && k.Rel == "case" {
						switch strings.ToLower(k.Text) {
						case "in", "at", "near", "to", "from", "outside", "around":
							lies++
						case "with", "between", "by", "against":
							acts++
						}
					}
				}
			}
		}
	}
	return acts > lies
}
