package main

import (
	"fmt"
	"io"
	"strings"

	"kg/ingest/text"
)

// coarse maps the types of the gold data and our own to those that are scored. GMB's gpe are mostly demonyms.
var coarse = map[string]string{
	"PER": "person", "per": "person", "Person": "person",
	"ORG": "organization", "org": "organization", "Organization": "organization",
	"LOC": "place", "geo": "place", "gpe": "place", "Gpe": "place", "Location": "place", "Facility": "place",
}

// titles stand before persons' names; GMB has them inside, UNER outside, so they are left out on both sides.
var titles = wordSet(`mr. mrs. ms. dr. president vice prime minister ministers foreign defense interior
	finance secretary general state senator chancellor king queen prince princess pope judge justice gen. sen. rep.
	gov. lt. col. governor ambassador former first chief envoy spokesman mayor chairman presidents premier leader
	acting deputy u.s. u.n. of attorney ayatollah sheikh cardinal captain colonel`)

func wordSet(words string) map[string]bool {
	out := map[string]bool{}
	for _, w := range strings.Fields(words) {
		out[w] = true
	}
	return out
}

type namedSpan struct {
	from, to int
	kind     string
}

// namedSpans returns the names of the scored types among tokens. With gpe, demonyms are places.
func namedSpans(tokens []text.Token, gpe bool) map[namedSpan]bool {
	out := map[namedSpan]bool{}
	for i := 0; i < len(tokens); {
		tag := tokens[i].Name
		i++
		if len(tag) < 3 {
			continue
		}
		from := i - 1
		for i < len(tokens) && tokens[i].Name == "I-"+tag[2:] {
			i++
		}
		kind := coarse[tag[2:]]
		if tag[2:] == "Norp" && gpe {
			kind = "place"
		}
		if kind == "person" {
			for from < i && titles[strings.ToLower(tokens[from].Text)] {
				from++
			}
		}
		if kind != "" && from < i {
			out[namedSpan{from, i, kind}] = true
		}
	}
	return out
}

func scoreNames(w io.Writer, gold, own []text.Sentence) {
	gpe := false
	for _, s := range gold {
		for _, t := range s.Tokens {
			gpe = gpe || strings.HasSuffix(t.Name, "-gpe")
		}
	}
	var n [4][3]int // all, person, organization, place: right, own, gold
	kinds := []string{"all", "person", "organization", "place"}
	for i := range gold {
		g, o := namedSpans(gold[i].Tokens, gpe), namedSpans(own[i].Tokens, gpe)
		for k, kind := range kinds {
			count := func(at int, in map[namedSpan]bool, both map[namedSpan]bool) {
				for s := range in {
					if (k == 0 || s.kind == kind) && (both == nil || both[s]) {
						n[k][at]++
					}
				}
			}
			count(0, o, g)
			count(1, o, nil)
			count(2, g, nil)
		}
	}
	fmt.Fprintf(w, "%-14s%10s%10s%10s%8s\n", "", "precision", "recall", "F1", "gold")
	for k, kind := range kinds {
		fmt.Fprintf(w, "%-14s%10.2f%10.2f%10.2f%8d\n", kind, percent(n[k][0], n[k][1]), percent(n[k][0], n[k][2]),
			percent(2*n[k][0], n[k][1]+n[k][2]), n[k][2])
	}
}

func percent(a, b int) float64 {
	if b == 0 {
		return 0
	}
	return 100 * float64(a) / float64(b)
}
