package read

import (
	"bytes"
	"io"
	"net/url"
	"regexp"
	"strings"

	"codeberg.org/readeck/go-readability/v2"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
	"golang.org/x/net/html/charset"

	"kg/ingest/text"
)

func readHTML(s *source, r io.Reader, opts Options, yield yield) bool {
	data, err := s.all(r, opts)
	if err != nil {
		return yield(nil, err)
	}
	d, err := s.html(data, "", opts)
	return yield(d, err)
}

// html makes a document of a page. The content type may name the character set; otherwise the page's own meta element
// does, or its bytes.
func (s *source) html(data []byte, contentType string, opts Options) (*text.Document, error) {
	if len(bytes.TrimSpace(data)) == 0 {
		return nil, s.errorf(0, "", "the file is empty")
	}
	enc, name, _ := charset.DetermineEncoding(data[:min(len(data), 1024)], contentType)
	if name != "utf-8" {
		decoded, err := enc.NewDecoder().Bytes(data)
		if err != nil {
			return nil, s.errorf(0, "", "not in the character set %s that it names: %v", name, err)
		}
		data = decoded
	}
	if bytes.IndexByte(data[:min(len(data), 1024)], 0) >= 0 {
		return nil, s.errorf(0, readable, "a binary file, not HTML")
	}
	page, err := html.Parse(strings.NewReader(strings.ToValidUTF8(string(data), "\uFFFD")))
	if err != nil {
		return nil, s.errorf(0, "", "HTML that cannot be read: %v", err)
	}
	m := metadata(page)
	prune(page)
	lines, dropped := blocks(mainText(page, m.url), m.title)
	d, err := s.article(withTitle(lines, m.title))
	if err != nil {
		return nil, err
	}
	if m.title != "" {
		d.Title = m.title
	}
	if !m.date.IsZero() {
		d.Date = m.date
	}
	d.Publisher, d.URL = m.publisher, m.url
	d.Skipped = append(d.Skipped, dropped...)
	return d, nil
}

// withTitle puts the headline first, and once. Between it and the first sentence stand names, dates and pictures' lines.
func withTitle(lines []line, title string) []line {
	if title == "" {
		return lines
	}
	for i, l := range lines {
		if closed(l.text) && len(strings.Fields(l.text)) >= 6 {
			lines = lines[i:]
			break
		}
	}
	out := []line{{title, 1}}
	for _, l := range lines {
		if !strings.EqualFold(l.text, title) {
			out = append(out, l)
		}
	}
	return out
}

// mainText returns the part of the page that holds the article: what readability finds, or the whole body where that is
// nothing or next to nothing.
func mainText(page *html.Node, address string) *html.Node {
	base, err := url.Parse(address)
	if err != nil {
		base = nil
	}
	body := page
	each(page, func(n *html.Node) bool {
		if n.DataAtom == atom.Body {
			body = n
		}
		return body == page
	})
	all := length(body)
	p := readability.NewParser()
	p.DisableJSONLD = true
	a, err := p.ParseDocument(page, base) // works on a copy
	if err != nil || a.Node == nil || length(a.Node)*5 < all && length(a.Node) < 500 {
		return body
	}
	return a.Node
}

// each calls f on n and all below it; f returns false to pass over what is below.
func each(n *html.Node, f func(*html.Node) bool) {
	for at := n; at != nil; {
		if f(at) && at.FirstChild != nil {
			at = at.FirstChild
			continue
		}
		for at != n && at.NextSibling == nil {
			at = at.Parent
		}
		if at == n {
			return
		}
		at = at.NextSibling
	}
}

// length is the number of bytes of text in and below n.
func length(n *html.Node) int {
	sum := 0
	each(n, func(n *html.Node) bool {
		if n.Type == html.TextNode {
			sum += len(strings.TrimSpace(n.Data))
		}
		return true
	})
	return sum
}

func attr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

// never lists elements that hold nothing of an article's text.
var never = map[string]bool{
	"script": true, "style": true, "noscript": true, "template": true, "iframe": true, "svg": true, "math": true, "form": true, "button": true,
	"nav": true, "aside": true, "footer": true, "figure": true, "figcaption": true, "object": true, "embed": true, "audio": true, "video": true,
	"canvas": true, "select": true, "dialog": true, "menu": true, "amp-ad": true, "amp-sidebar": true, "amp-img": true, "amp-embed": true,
}

// beside matches classes and ids of what stands beside an article.
var beside = regexp.MustCompile(`(?i)(^|[\s_-])(related(-?(posts?|links?|articles?|stories|content))?|jp-relatedposts|newsletter|signup|sign-up|subscribe|share(daddy|-?(bar|buttons?|tools|links?))?|sharing|social(-?(links?|share|media))?|comments?(-?(list|section|area))?|disqus(_thread)?|respond|promo|advert(isement)?|ads?(-?(slot|box|unit|container))?|sponsor(ed)?|cookies?|consent|breadcrumbs?|sidebar|widget|most-?(read|viewed|popular|commented)|trending|recommend(ed|ations)?|rec|teasers?|pull-?quote|caption|cap|gallery|video|tags|topics|menu|navigation|nav|post-footer|credits)($|[\s_-])`)

// prune takes out of the page what is no part of its article.
func prune(page *html.Node) {
	all := length(page)
	var out []*html.Node
	each(page, func(n *html.Node) bool {
		switch n.Type {
		case html.CommentNode:
			out = append(out, n)
			return false
		case html.ElementNode:
		default:
			return true
		}
		gone := never[n.Data]
		switch attr(n, "role") {
		case "navigation", "complementary", "banner", "contentinfo", "search", "dialog":
			gone = true
		}
		if attr(n, "aria-hidden") == "true" || strings.Contains(strings.ReplaceAll(attr(n, "style"), " ", ""), "display:none") {
			gone = true
		}
		if n.DataAtom != atom.Html && n.DataAtom != atom.Body && (beside.MatchString(attr(n, "class")) || beside.MatchString(attr(n, "id"))) {
			gone = true
		}
		if !gone && headed(n) {
			for c := n.NextSibling; c != nil && !(c.Type == html.ElementNode && c.DataAtom == n.DataAtom && n.DataAtom != atom.P); c = c.NextSibling {
				if n.DataAtom == atom.P && c.Type == html.ElementNode && c.DataAtom != atom.Ul && c.DataAtom != atom.Ol {
					break
				}
				if 2*length(c) < all {
					out = append(out, c)
				}
			}
			out = append(out, n)
			return false
		}
		if gone && (never[n.Data] && n.DataAtom != atom.Form || 2*length(n) < all) {
			out = append(out, n)
			return false
		}
		return true
	})
	for _, n := range out {
		if n.Parent != nil {
			n.Parent.RemoveChild(n)
		}
	}
}

// headed reports whether n is a heading, or a paragraph, that says that other articles, comments or the like follow.
func headed(n *html.Node) bool {
	switch n.DataAtom {
	case atom.H2, atom.H3, atom.H4, atom.H5, atom.H6, atom.P:
		switch reason(tidy(content(n))) {
		case lists, "newsletter", "comments", "share buttons":
			return true
		}
	}
	return false
}

// block lists the elements that begin and end a paragraph.
var block = map[string]bool{
	"address": true, "article": true, "blockquote": true, "body": true, "br": true, "center": true, "dd": true, "div": true, "dl": true, "dt": true,
	"h1": true, "h2": true, "h3": true, "h4": true, "h5": true, "h6": true, "header": true, "hr": true, "li": true, "main": true, "ol": true, "p": true,
	"pre": true, "section": true, "summary": true, "details": true, "table": true, "tbody": true, "td": true, "th": true, "tr": true, "ul": true, "title": true,
}

// blocks divides the text below n into paragraphs. Left out are headings within the article and paragraphs that are one
// link, or a few words and links: other articles' headlines.
func blocks(n *html.Node, title string) (lines []line, dropped []text.Skip) {
	var all, linked strings.Builder
	heading := false
	flush := func() {
		l, links := tidy(all.String()), tidy(linked.String())
		all.Reset()
		linked.Reset()
		switch {
		case l == "":
		case heading && !strings.EqualFold(l, title):
			dropped = append(dropped, text.Skip{Text: l, Reason: "heading"})
		case links == l && !closed(l), len(links)*4 > len(l)*3 && len(l) < 300 && !closed(l), links == l && len(l) < 150 && !strings.EqualFold(l, title):
			dropped = append(dropped, text.Skip{Text: l, Reason: "link"})
		default:
			lines = append(lines, line{l, 0})
		}
	}
	var visit func(n *html.Node, link bool)
	visit = func(n *html.Node, link bool) { // the parser bounds the depth
		switch n.Type {
		case html.TextNode:
			all.WriteString(n.Data)
			if link {
				linked.WriteString(n.Data)
			}
			return
		case html.ElementNode:
			if n.Data == "head" || never[n.Data] {
				return
			}
		}
		isBlock := n.Type == html.ElementNode && block[n.Data]
		if isBlock {
			flush()
		}
		was := heading
		if len(n.Data) == 2 && n.Data[0] == 'h' && n.Data[1] >= '2' && n.Data[1] <= '6' {
			heading = true
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			visit(c, link || n.DataAtom == atom.A)
		}
		if isBlock {
			flush()
		}
		heading = was
	}
	visit(n, false)
	flush()
	return lines, dropped
}
