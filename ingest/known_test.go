package ingest

import (
	"strings"
	"testing"

	"kg/data"
	"kg/schema"
)

func TestGazetteer(t *testing.T) {
	seen := map[string]bool{}
	for i, line := range strings.Split(data.Gazetteer, "\n") {
		if line == "" || line[0] == '#' {
			continue
		}
		f := strings.Split(line, "|")
		if code := len(f[0]) == 2 && f[0] == strings.ToUpper(f[0]); len(f) != 4 || !code && !strings.Contains("state org place people seat", f[0]) || f[1] == "" {
			t.Errorf("gazetteer.txt:%d: %q: want class|name|names|id", i+1, line)
			continue
		}
		if key := f[0] + "|" + f[1]; seen[key] {
			t.Errorf("gazetteer.txt:%d: %s stands there twice", i+1, key)
		} else {
			seen[key] = true
		}
		if id := f[3]; id != "" && (id[0] != 'Q' || strings.Trim(id[1:], "0123456789") != "" || seen[id]) {
			t.Errorf("gazetteer.txt:%d: %q: no id of Wikidata, or one that another line has", i+1, id)
		} else if id != "" {
			seen[id] = true
		}
	}
	g := NewGazetteer()
	for name, want := range map[string]string{
		"U.S.": "United States", "the United States": "United States", "UK": "United Kingdom", "Britain": "United Kingdom", "Kiev": "Kyiv",
		"France": "France", "Ivory Coast": "Côte d’Ivoire", "EU": "European Union", "UN": "United Nations", "Burma": "Myanmar", "Republic of Ireland": "Ireland", "Hong Kong": "Hong Kong",
		"Bosnia": "Bosnia and Herzegovina", "Czech Republic": "Czechia", "AFP": "Agence France-Presse", "Ohio": "Ohio", "Turkey": "Turkey",
	} {
		if k := g.byName[schema.Slug(name)]; k == nil || k.Name != want {
			t.Errorf("%s: %+v, want %s", name, k, want)
		}
	}
}

func TestOwnGazetteer(t *testing.T) {
	for _, in := range []string{
		"id,name,aliases,class,sameAs\nhttps://corvane.example/#it,Corvane Mining,Corvane;CVM,Organization,\n,Paris,,Person,\n",
		`{"name": "Corvane Mining", "aliases": ["Corvane", "CVM"], "class": "Organization", "sameAs": ["https://corvane.example/#it"]}` + "\n" +
			`{"name": "Paris", "class": "Person"}` + "\n",
	} {
		g := NewGazetteer()
		before := g.Digest()
		if err := g.Add("own", strings.NewReader(in)); err != nil {
			t.Fatal(err)
		}
		k := g.byName["cvm"]
		if k == nil || k.Name != "Corvane Mining" || k.Class != "Organization" || len(k.SameAs) != 1 || k.SameAs[0] != "https://corvane.example/#it" {
			t.Errorf("%q: %+v", in, k)
		}
		if p := g.byName["paris"]; p == nil || p.Class != "Person" || g.Digest() == before {
			t.Errorf("%q: Paris is %+v", in, p)
		}
	}
	for in, want := range map[string]string{
		"id,class\n1,Person\n":                         `own:1: no column "name"`,
		"name,class\nA,Person\nB,Amount\n":             `own:3: "Amount" is no class`,
		"name,sameAs\nA,nowhere\n":                     `own:2: sameAs "nowhere"`,
		"{\"name\": \"A\"}\n{\"name\": 3}\n":           "own:2: ",
		"{\"name\": \" \"}\n":                          "own:1: a thing without a name",
		"name,class\n\"A,Person\n":                     "own: ",
		"{\"name\": \"A\", \"sameAs\": [\"a b:c\"]}\n": "own:1: sameAs",
	} {
		if err := NewGazetteer().Add("own", strings.NewReader(in)); err == nil || !strings.HasPrefix(err.Error(), want) {
			t.Errorf("%q: %v, want %s…", in, err, want)
		}
	}
}
