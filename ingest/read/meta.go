package read

import (
	"encoding/json"
	"regexp"
	"strings"
	"time"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// meta is what a page says about its article.
type meta struct {
	title, publisher, url string
	date                  time.Time
}

// The names under which pages give these, the most trustworthy first. Those of JSON-LD are written "ld:…".
var (
	titleNames     = []string{"ld:headline", "og:title", "headline", "parsely-title", "twitter:title", "dc.title", "title"}
	publisherNames = []string{"og:site_name", "ld:publisher", "publisher", "dc.publisher", "application-name"}
	urlNames       = []string{"canonical", "og:url", "ld:url"}
	dateNames      = []string{"ld:datepublished", "article:published_time", "article:published", "og:published_time", "datepublished", "parsely-pub-date",
		"publish-date", "publish_date", "pubdate", "published", "date", "dc.date.issued", "dc.date", "dcterms.created", "dcterms.date", "sailthru.date",
		"article.published", "datecreated", "ld:datecreated", "time"}
)

// metadata reads meta elements, JSON-LD, microdata and, failing these, what the page shows.
func metadata(page *html.Node) meta {
	found := map[string]string{}
	put := func(key, value string) {
		key = strings.ToLower(strings.TrimSpace(key))
		if value = tidy(value); key != "" && value != "" && found[key] == "" {
			found[key] = value
		}
	}
	var h1s, shown []string
	each(page, func(n *html.Node) bool {
		if n.Type != html.ElementNode {
			return true
		}
		if p := attr(n, "itemprop"); p != "" {
			put(p, first(attr(n, "content"), attr(n, "datetime"), content(n)))
		}
		switch n.DataAtom {
		case atom.Meta:
			put(first(attr(n, "property"), attr(n, "name")), attr(n, "content"))
		case atom.Link:
			put(attr(n, "rel"), attr(n, "href"))
		case atom.Script:
			if strings.EqualFold(attr(n, "type"), "application/ld+json") && n.FirstChild != nil {
				var v any
				if json.Unmarshal([]byte(n.FirstChild.Data), &v) == nil {
					linked(v, put)
				}
			}
		case atom.Title:
			if n.Namespace == "" {
				put("title", content(n))
			}
		case atom.H1:
			h1s = append(h1s, tidy(content(n)))
		case atom.Time:
			put("time", first(attr(n, "datetime"), content(n)))
		case atom.Abbr:
			put("time", attr(n, "title"))
		}
		if n.FirstChild != nil && n.FirstChild.Type == html.TextNode && len(shown) < 100 {
			shown = append(shown, tidy(n.FirstChild.Data))
		}
		return n.DataAtom != atom.Script && n.DataAtom != atom.Style
	})
	get := func(names []string) string {
		for _, n := range names {
			if v := found[n]; v != "" {
				return v
			}
		}
		return ""
	}
	m := meta{publisher: get(publisherNames), url: get(urlNames)}
	if !strings.HasPrefix(m.url, "http://") && !strings.HasPrefix(m.url, "https://") {
		m.url = ""
	}
	m.title = pageTitle(get(titleNames), m.publisher, append(h1s, shown...))
	for _, n := range dateNames {
		if t, err := parseDate(found[n]); err == nil {
			m.date = t
			break
		}
		if t, _ := day(found[n]); !t.IsZero() {
			m.date = t
			break
		}
	}
	for _, l := range shown {
		if m.date.IsZero() {
			if t, _ := day(l); !t.IsZero() && len(l) < 80 {
				m.date = t
			}
		}
	}
	if m.date.IsZero() {
		if p := urlDate.FindStringSubmatch(m.url); p != nil {
			m.date, _ = time.Parse(time.DateOnly, p[1]+"-"+p[2]+"-"+p[3])
		}
	}
	return m
}

var urlDate = regexp.MustCompile(`/(\d{4})[/-](\d{2})[/-](\d{2})(?:/|-|$)`)

func first(s ...string) string {
	for _, x := range s {
		if strings.TrimSpace(x) != "" {
			return x
		}
	}
	return ""
}

// content is the text below n.
func content(n *html.Node) string {
	var b strings.Builder
	each(n, func(n *html.Node) bool {
		if n.Type == html.TextNode && b.Len() < 1000 {
			b.WriteString(n.Data)
		}
		return true
	})
	return b.String()
}

// linked puts the fields of the article in JSON-LD v, which may be a list or a graph.
func linked(v any, put func(key, value string)) {
	switch v := v.(type) {
	case []any:
		for _, x := range v {
			linked(x, put)
		}
	case map[string]any:
		if _, ok := v["headline"]; ok {
			for _, key := range []string{"headline", "datePublished", "dateCreated", "url"} {
				if s, ok := v[key].(string); ok {
					put("ld:"+key, s)
				}
			}
			if p, ok := v["publisher"].(map[string]any); ok {
				if s, ok := p["name"].(string); ok {
					put("ld:publisher", s)
				}
			}
		}
		linked(v["@graph"], put)
	}
}

// divider is what stands between a headline and the site's name.
var divider = regexp.MustCompile(`\s+(?:[|–—»·•]|-|::|<|/)\s+|: `)

// pageTitle takes the site's name off a title: a text that the page shows and that is the title's beginning or end is
// the headline (the longest of them); else what is the publisher's name goes.
func pageTitle(title, publisher string, shown []string) string {
	cuts := divider.FindAllStringIndex(title, -1)
	if len(cuts) == 0 {
		return title
	}
	longest := ""
	for _, s := range shown {
		for _, c := range cuts {
			if len(s) > len(longest) && len(strings.Fields(s)) >= 3 && (s == title[:c[0]] || s == title[c[1]:]) {
				longest = s
			}
		}
	}
	if longest != "" {
		return longest
	}
	for _, c := range cuts {
		switch {
		case publisher != "" && strings.EqualFold(title[c[1]:], publisher):
			return title[:c[0]]
		case publisher != "" && strings.EqualFold(title[:c[0]], publisher):
			return title[c[1]:]
		}
	}
	return title
}
