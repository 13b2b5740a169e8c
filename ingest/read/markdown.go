package read

import (
	"io"
	"regexp"
	"strings"
)

var (
	mdHeading  = regexp.MustCompile(`^#{1,6}\s+(.*?)\s*#*$`)
	mdUnder    = regexp.MustCompile(`^(=+|-{2,})\s*$`)
	mdImage    = regexp.MustCompile(`!\[[^\]]*\]\([^)]*\)`)
	mdLink     = regexp.MustCompile(`\[([^\]]*)\](?:\([^)]*\)|\[[^\]]*\])`)
	mdAuto     = regexp.MustCompile(`<https?://[^>]*>`)
	mdTag      = regexp.MustCompile(`</?[A-Za-z][^<>]*>|<!--.*?-->`)
	mdStrong   = regexp.MustCompile(`(\*\*|__)(\S(?:.*?\S)?)(\*\*|__)`)
	mdEmphasis = regexp.MustCompile(`(^|[^\p{L}\d*_])[*_](\S(?:.*?\S)?)[*_]($|[^\p{L}\d*_])`)
	mdBlock    = regexp.MustCompile(`^(?:\s*>\s?)+|^\s*(?:[-*+]|\d{1,3}[.)])\s+`)
	mdFence    = regexp.MustCompile("^\\s*(```|~~~)")
	mdMeta     = regexp.MustCompile(`^(title|date):\s*["']?(.*?)["']?\s*$`)
)

// readMarkdown reads Markdown as far as articles use it: front matter's title and date, headings, paragraphs, lists and
// quotations without their marks, links by their text. Code, tables and pictures are left out.
func readMarkdown(s *source, r io.Reader, opts Options, yield yield) bool {
	t, err := s.plain(r, opts)
	if err != nil {
		return yield(nil, err)
	}
	lines, title, when := markdown(t)
	d, err := s.article(lines)
	if err != nil {
		return yield(nil, err)
	}
	if title != "" {
		d.Title = title
	}
	if t, err := parseDate(when); err == nil {
		d.Date = t
	}
	return yield(d, nil)
}

// markdown returns the paragraphs, the headline where the marks give it, and the front matter's date.
func markdown(t string) (out []line, title, date string) {
	var par []string
	start := 0
	flush := func() {
		if len(par) > 0 {
			if l := tidy(inline(strings.Join(par, " "))); l != "" {
				out = append(out, line{l, start})
			}
			par = par[:0]
		}
	}
	head := func(l string) {
		l = tidy(inline(l))
		if title == "" && l != "" {
			title = l
			out = append([]line{{l, start}}, out...)
		} // later headings say nothing of their own
	}
	fence, meta := "", strings.HasPrefix(t, "---\n")
	no := 0
	for raw := range strings.Lines(t) {
		no++
		l := strings.TrimRight(raw, " \t\n")
		if meta {
			if m := mdMeta.FindStringSubmatch(strings.TrimSpace(l)); m != nil {
				if m[1] == "date" {
					date = m[2]
				} else {
					start = no
					head(m[2])
				}
			}
			meta = no == 1 || l != "---"
			continue
		}
		if m := mdFence.FindStringSubmatch(l); m != nil && (fence == "" || fence == m[1]) {
			flush()
			if fence == "" {
				fence = m[1]
			} else {
				fence = ""
			}
			continue
		}
		switch {
		case fence != "", strings.HasPrefix(l, "|"):
		case strings.TrimSpace(l) == "":
			flush()
		case mdHeading.MatchString(l):
			flush()
			start = no
			head(mdHeading.FindStringSubmatch(l)[1])
		case mdUnder.MatchString(l):
			if len(par) == 1 {
				head(par[0])
				par = par[:0]
			}
			flush()
		default:
			if body := mdBlock.ReplaceAllString(l, ""); body != l {
				if !strings.HasPrefix(strings.TrimSpace(l), ">") {
					flush()
				}
				l = body
			}
			if len(par) == 0 {
				start = no
			}
			par = append(par, l)
		}
	}
	flush()
	return out, title, date
}

// inline removes the marks within a paragraph.
func inline(l string) string {
	l = mdImage.ReplaceAllString(l, "")
	l = mdLink.ReplaceAllString(l, "$1")
	l = mdAuto.ReplaceAllString(l, "")
	l = mdTag.ReplaceAllString(l, "")
	l = mdStrong.ReplaceAllString(l, "$2")
	l = mdEmphasis.ReplaceAllString(l, "$1$2$3")
	return strings.NewReplacer("`", "", `\*`, "*", `\_`, "_", `\#`, "#").Replace(l)
}
