package read

import (
	"regexp"
	"strings"

	"kg/ingest/text"
)

// furniture lists what stands around articles: lines that match are left out of the text. A pattern is matched against
// the whole line, whatever its case, without the punctuation and symbols at its ends.
var furniture = []struct {
	reason string
	line   *regexp.Regexp
}{
	{"advertisement", whole(`(paid |sponsored )?(advertisements?|ads?|content|post)( feedback)?|advertisement( continue reading.*| scroll.*)?|(story|article) continues below( advertisement)?|sponsored( by .{1,60})?|promoted( content| by .{1,60})?|paid (for )?by .{1,60}`)},
	{"share buttons", whole(`(share|print|e-?mail|tweet|pin|save|copy link|bookmark|gift|listen|facebook|twitter|x|linkedin|whatsapp|reddit|telegram|flipboard|pinterest|messenger)([ ,|/•·]+(and |or |this |via |on |by |to |the |with |an? )*(share|print|e-?mail|tweet|pin|save|link|copy link|facebook|twitter|x|linkedin|whatsapp|reddit|telegram|flipboard|pinterest|messenger|article|story|page|post|friends?))*|share (this|on|via|with)( \S+){0,4}|\d+ shares?|copy link|link copied!?`)},
	{"list of other articles", whole(`(most|more) (commented|read|popular|viewed|shared|watched|discussed|stories|news|headlines|on this story|from .{1,40}|in .{1,30}|like this)( (stories|articles|news|now))?|trending( now| stories| topics)?|popular( now| stories)?|related( (articles?|stories|story|topics?|news|content|coverage|reading|links?|posts?))?|(read|see|watch|more)( more| also| next| on)?:.{0,200}|(read|see|watch) (more|also|next)|you (might|may) (also )?(like|be interested in)|recommended( for you| stories| reading)?|editors?['’]?s?['’]? (picks?|choice)|(top|latest|other|more|breaking|today's|today’s) (stories|news|headlines)|up next|what to read next|don['’]t miss|in case you missed it|related:.{0,200}|(see|read) (also|more)( (about|on|at|from|in|here)\b.{0,100})?|(previous|next) (article|story|post)(:.{0,150})?`)},
	{"newsletter", whole(`(sign up|subscribe|register|log in|sign in)( (now|here|today|free|for free))*|(sign up|subscribe|register) (for|to|here|now|today|at)\b.{0,160}|(sign up|subscribe|register) and .{1,60}|(get|receive) .{1,100}(newsletter|inbox|alerts?|app)\b.{0,60}|.{0,60}\b(our|free|daily|weekly|the) newsletters?\b.{0,60}(here|inbox|now|today)|newsletters?|already (a|have a) .{1,40}(log|sign) in.{0,20}|download (our|the) .{0,40}app\b.{0,60}|follow (us|me|him|her|them|@\w+) (on|at)\b.{0,100}|follow @\w+.{0,60}|like us on .{1,60}|join (our|the) .{0,40}(channel|community|conversation|newsletter)\b.{0,80}|click here .{1,120}|(support|donate to) (us|our .{1,40}|independent journalism.{0,40})`)},
	{"comments", whole(`(\d+ )?comments?( \(\d+\))?|(leave|post|add|write|view|show|read|see|hide)( a| your| all| the| \d+)* (comments?|reply|replies)( \(\d+\)| below)?|(log|sign) in to (comment|reply).{0,40}|comments? (are|is) (closed|off|disabled).{0,60}|have your say.{0,60}|reply|report (this )?comment`)},
	{"picture credit", whole(`(file |stock )?(photo|photograph|photography|image|picture|video|illustration|graphic|map|pic)s? ((credit|courtesy|source|copyright)s?\b|by\b).{0,60}|(file |stock )?(photo|photograph|photography|image|picture|video|illustration|graphic|pic)s? ?: ?.{1,100}|.{1,60}/ ?(getty( images)?|reuters|afp|ap|epa|ap photo|shutterstock|alamy|bloomberg|anadolu|pa|tass)( via .{1,40})?|getty images|file photo|credit: ?.{1,80}|\(?(ap|reuters|afp) photo\b.{0,60}`)},
	{"copyright", whole(`copyright( |$)(©|\(c\)|by |\d{4}|$).{0,160}|(©|&copy;).{0,160}|\(c\) ?\d{4}.{0,160}|(.{0,100}\b)?all rights reserved.{0,160}|.{0,60}\bterms of (use|service)\b.{0,80}|(privacy|cookie) (policy|settings|notice).{0,80}|this (material|article|story|content) (may not be|was (originally|first) (published|posted)|has been republished|is republished)\b.{0,160}|our standards: .{0,80}|.{0,20}\bthomson reuters trust principles.{0,20}`)},
	{"byline", whole(`(reporting|writing|additional reporting|editing|compiled|edited|written|reported|posted|published|words|text) by:? .{1,200}|(by|from) (staff|our|the)( own| [A-Za-z]+)? (writers?|reporters?|correspondents?|staff|agenc(y|ies)|desk|newsroom)( .{0,40})?|with (agency|wire) reports?.{0,30}|(the )?(associated press|reuters|agence france-presse|afp|staff writer|staff reporter|senior reporter|news desk|political correspondent|foreign correspondent)|.{0,60}\bcontributed to this (report|article|story)\b.{0,20}|(email|contact|reach)( .{1,60})?( at)?:? ?\S+@\S+\.\w+.{0,40}|.{1,60} (is|can be reached) (at|on) \S*@\S+`)},
	{"page furniture", whole(`skip to (main )?(content|navigation)|(back|return|scroll) to (top|homepage|home)|(main )?menu|home|search|navigation|(show|load|see|view|read) (more|less|all|full article|full story)|continue reading.{0,60}|continued (below|on).{0,40}|toggle .{1,40}|close|loading( .{0,20})?|\d+ ?(min|mins|minute|minutes)( read)?|(reading|read) time:? .{1,20}|(listen to|play) (this )?(article|story|audio|video).{0,20}|(tags?|topics?|filed under|categories|category|keywords|sections?|explore more on these topics)(:.{0,160})?|breaking( news)?|live( updates?)?|exclusive|opinion|analysis|subscriber[- ]only.{0,20}|we use cookies.{0,200}|accept( all)?( cookies)?|this (page|site|website) (uses|requires) (cookies|javascript).{0,120}|(please )?enable javascript.{0,100}|page \d+( of \d+)?|\[\d+\]`)},
	{"address", whole(`(https?://|www\.)\S+|@\w{1,30}|\S+@\S+\.\w{2,10}`)},
	{"date line", whole(`((first )?(published|posted|updated|last (updated|modified)|modified|issued|date)( on| at)?:? ?)+.{0,60}\d{1,4}.{0,40}|\d+ (minutes?|hours?|days?|weeks?|months?) ago|(mon|tues|wednes|thurs|fri|satur|sun)day`)},
}

// byline matches an author's line; only between the headline and the first sentence, where it can be nothing else.
var byline = regexp.MustCompile(`^(?i:by|from|words by|story by)[: ].{1,120}$`)

func whole(alternatives string) *regexp.Regexp {
	return regexp.MustCompile(`^(?i:` + alternatives + `)$`)
}

// lists are the headings that other articles' headlines follow.
const lists = "list of other articles"

// reason says why a line is no part of an article, "" where it is.
func reason(l string) string {
	if len(l) > 300 {
		return ""
	}
	bare := strings.TrimFunc(l, func(r rune) bool { return !wordy(r) && !strings.ContainsRune("©@()", r) })
	if bare == "" {
		return "no words"
	}
	for _, f := range furniture {
		if f.line.MatchString(bare) {
			return f.reason
		}
	}
	return ""
}

// clean fills the document's Text with the lines that are part of the article, its Skipped with the others, and its Date
// where a line of its own gives it.
func clean(d *text.Document, lines []line) {
	var kept []string
	seen := map[string]bool{}
	skip := func(l line, why string) {
		d.Skipped = append(d.Skipped, text.Skip{Line: l.no, Text: l.text, Reason: why})
	}
	inList, prose := false, false
	for _, l := range lines {
		sentence := closed(l.text) && len(strings.Fields(l.text)) >= 6
		if day, ok := dateLine(l.text); ok {
			if d.Date.IsZero() {
				d.Date = day
			}
			skip(l, "date line")
			continue
		}
		if why := reason(l.text); why != "" && l.text != d.Title {
			inList = why == lists
			skip(l, why)
			continue
		}
		switch {
		case inList && !sentence:
			skip(l, lists)
			continue
		case seen[l.text]:
			skip(l, "said before")
			continue
		case !prose && l.text != d.Title && byline.MatchString(l.text) && !closed(l.text):
			skip(l, "byline")
			continue
		}
		inList = false
		seen[l.text] = true
		if sentence && l.text != d.Title {
			prose = true
			if rest, place, day := dateline(l.text); place != "" {
				skip(line{place, l.no}, "dateline")
				if d.Date.IsZero() {
					d.Date = day
				}
				l.text = rest
			}
		}
		kept = append(kept, l.text)
	}
	d.Text = strings.Join(kept, "\n")
}
