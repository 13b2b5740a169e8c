package ingest

import (
	"regexp"
	"strings"
	"sync"
)

// A rewording says in the plain form of a question what another form asks.
type rewording struct {
	asked *regexp.Regexp
	plain string
}

// forms are what is only said to somebody, before a question, "Could you tell me who …", and other forms of questions.
// Each is applied once, in turn.
var forms = sync.OnceValues(func() (openers, rewordings []rewording) {
	const (
		wh     = `(?:who|whom|whose|what|which|when|where|why|how|whether|if)`
		be     = `(?P<be>is|are)`
		months = `((?-i:January|February|March|April|May|June|July|August|September|October|November|December))`
		days   = `((?-i:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday))`
		event  = `(congress|conference|elections?|votes?|meetings?|summit|talks|hearing|trial|fight|match|race|attacks?|bombings?|fire|crash|floods?|earthquake|quake|storm|strikes?|protests?|rally|deal|agreement|accord|ceasefire|truce|referendum|poll|ballot|debate|session|convention|festival|concert|tournament|final|launch|auction|sale|verdict|ruling|report|explosion|shooting|raids?|robbery|accident|collision|landslide|eruption|hurricane|typhoon|outbreak|coup|demonstration|ceremony|game|visit|trip|speech)`
		period = `(?:year|month|day|date|week|time|hour|decade|century)`
	)
	read := func(list [][2]string) (out []rewording) {
		for _, x := range list {
			out = append(out, rewording{regexp.MustCompile(`(?i)` + x[0]), x[1]})
		}
		return out
	}
	openers = read([][2]string{
		{`^(?:and|so|but|well|hi|hello|ok|okay|please)\b,? *`, ``},
		{`^(?:please )?(?:(?:can|could|would|will) (?:you|anyone|anybody|someone|somebody) (?:please |kindly )?)?(?:tell|say|explain|show|remind|inform|find out|let)(?: (?:me|us))?(?: know)?(?: please)?,? (?:of |exactly )?(` + wh + `)\b`, `$1`},
		{`^(?:do|does|did) (?:you|we|anyone|anybody|the (?:articles?|reports?|texts?|news|documents?)) (?:happen to )?(?:know|say|tell|mention|report|remember)(?: us| me)? (?:exactly )?(` + wh + `)\b`, `$1`},
		{`^(?:i|we)(?:'d| would|’d)? (?:like|want|need|wish|wanted|was hoping|am trying) to (?:know|learn|find out|understand|ask)(?: you)? (?:exactly )?(` + wh + `)\b`, `$1`},
		{`^(?:i|we) (?:wonder|am wondering|was wondering|ask|'m wondering) (` + wh + `)\b`, `$1`},
		{`^(?:is|was) (?:it|there) (?:known|clear|any word|any news|any information|reported|said) (?:on |about |of )?(` + wh + `)\b`, `$1`},
		{`^(?:any idea|any word on|any news on|do you have any idea) (` + wh + `)\b`, `$1`},
	})
	rewordings = read([][2]string{
		{`^(?:please )?(?:(?:can|could|would|will) you (?:please )?)?(?:tell|give|name|state|list|show|find)(?: (?:me|us))?(?: please)? (the|all|every|any|an?) (names? of (?:the )?)?`, `What is $1 $2`},
		{`^what is (?:all|every|any) (?:the |of the )?`, `What are the `},
		// what comes first: "According to Ann, who …", "In 2014, which …"
		{`^((?:according to|in|on|after|before|since|during|at|by|until|for|from|under|with) [^,?]+), ((?:who|whom|whose|what|which|when|where|why|how|did|does|do|was|were|is|are|has|have|will|would|could|can|may|might)\b.*)$`, `$2 $1`},
		{`\b(the|an?|its|his|her|their) ` + months + ` ` + event + `\b`, `$1 $3 in $2`}, // "the January congress"
		{`\b(the|an?|its|his|her|their) ` + days + ` ` + event + `\b`, `$1 $3 on $2`},
		// times: "In which year did …", "By what date …", "What year was …"
		{`^(?:in|on|at|during|around|about|from|since|until|till|by) (?:what|which) (?:exact )?` + period + `(?: of (?:the )?(?:year|month|week|day))? (is|are|was|were|do|does|did|has|have|had|will|would|can|could|may|might|must|should|shall)\b`, `When $1`},
		{`^(?:what|which) (?:exact )?` + period + ` (do|does|did|has|have|had|will|would|can|could|may|might|must|should|shall)\b`, `When $1`},
		{`^(?:what|which) (?:exact )?(?:year|month|day|date) (was|were) (\p{Lu}\S*|the|an?|its|his|her|their)\b`, `When $1 $2`},
		{`^how soon\b`, `When`},
		{`^(?:from|as of|as from|starting|effective) (?:when|what|which) (?:on )?(will|would|is|are|was|were|did|does|do|can|could|may|might)\b`, `When $1`},
		{`^(?:for )?how many (?:more )?(?:years|months|weeks|days|hours|minutes|decades|seasons|nights|centuries) (will|would|did|does|do|has|have|had|is|are|was|were|can|could|may|might|must|should) (.+?) (last|be|been|stay|stayed|remain|remained|run|continue|apply|hold|rule|govern|ruled|governed|open|closed)\b`, `How long $1 $2 $3`},
		{`^for how long `, `How long `},
		{`^for how many (?:more )?(?:years|months|weeks|days|hours|minutes|decades|seasons|nights|centuries) `, `How long `},
		{`^(how long (?:will|would|did|does|do|has|have|had|can|could|may|might|must|should) .+) (?:be|been|stay|remain|continue) (?:in (?:force|effect|operation)|valid|effective|binding)\b`, `$1 run`},
		{`^(how long) (?:is|are) (.+) (?:in (?:force|effect)|valid|effective|binding)$`, `$1 does $2 run`},
		// reasons: "What was the reason that the talks failed", "What was behind the crash"
		{`^what (?:is|was|were|are) (?:the|one|a) (?:(?:main|real|chief|principal|key|only|official|stated|given|actual|primary) )?(?:reasons?|causes?|motives?) (?:that|why|for which|because of which) `, `Why `},
		{`^(?:for|on) (?:what|which) (?:reasons?|grounds?)\b`, `Why`},
		{`^how (?:often|frequently)\b`, `How many times`},
		{`^on how many occasions\b`, `How many times`},
		{`^what (?:is|was) the (?:total |overall |exact )?(?:number|total|count) of (\p{Ll}\S*s)(?: at| in| of| on| aboard| among)? (that|who|which) `, `How many $1 `},
		// parties: "Between which countries was an accord signed"
		{`^between (?:which|what) (\S+) (was|were|is|are|has|have|will)\b`, `By which $1 $2`},
		{`^between whom\b`, `By whom`},
		{`^(?:who|whom) (?:all|else|exactly|precisely)\b`, `Who`},
		// what is to come: "Is Estonia going to claim …", "Who is going to sign", "Who is going to Paris"
		{`^` + be + ` (.+?) going to ((?-i:\p{Lu}\S*)|the|an?)(?: |$)`, `Will $2 go to $3`},
		{`^((?:who|what|which(?: \S+)?|whom)) ` + be + ` going to ((?-i:\p{Lu}\S*)|the|an?)(?: |$)`, `$1 will go to $3`},
		{`^` + be + ` (.+?) (?:going|set|about|due|scheduled|slated) to (\w+)`, `Will $2 $3`},
		{`^((?:who|what|which(?: \S+)?|whom)) ` + be + ` (?:going|set|about|due|scheduled|slated) to (\w+)`, `$1 will $3`},
		{`^((?:who|whom|what|when|where|which \S+|what \S+|how many \S+|how much)) ` + be + ` (.+?) (?:going|about|due|scheduled|slated) to (\w+)`, `$1 will $3 $4`},
		{`^` + be + ` (.+?) likely to (\w+)`, `Could $2 $3`},
		{`^((?:who|what|which(?: \S+)?)) ` + be + ` (?:most )?likely to (\w+)`, `$1 could $3`},
		{`^((?:who|what|which(?: \S+)?)) (might|may|could|will|would) be the (?:next|first|last)(?: one| person| company| country| state)? to (\w+)`, `$1 $2 $3`},
		// what is told of by a clause: "What is the name of the party that won …"
		{`^(?:who|what|which) (?:is|was|are|were) (?:the names? of )?(?:the|those) (\p{L}+(?: \p{L}+)?) (?:who|that|which) (is|was|are|were|has|have|had|will|would|can|could|may|might|\p{L}+(?:ed|s|t)|won|led|held|sold|lost|took|made|gave|left|paid|sent|drove|flew|ran|broke|stole|wrote|said)\b`, `Which $1 $2`},
		{`^who (?:is|was) (?:it|the (?:one|person|man|woman)) (?:who|that) `, `Who `},
		{`^(what|whom|when|where) ` + be + ` ((?-i:\p{Lu}\S*(?: \p{Lu}\S*)*)|the (?:rebels|soldiers|troops|workers|miners|farmers|owners|members|players|parties|two sides|company|firm|government|bank|club|union|ministry|police|army)) to ((?-i:\p{Ll}+))\b`, `$1 will $3 $4`},
		// offices: "Since when has Ann been chairwoman", "Who is Chile's current president"
		{`^since when (?:has|have) (.+?) been ((?:an? |the )?(?:[\p{L}-]+ ){0,2}?[\p{L}-]*(?:er|or|man|woman|ent|ive|ief|ead|ain|ary|king|queen|coach|bishop))\b`, `When did $1 become $2`},
		{`^who ` + be + ` (.+?['’]s) (?:current|present|incumbent) (\p{L}+)\b`, `Who $be $2 $3`},
		{`^who ` + be + ` the (?:current|present|incumbent) (\p{L}+)\b`, `Who $be the $2`},
		{`^what (is|was) (.+?['’]s) (?:role|function|position|post)$`, `What $1 $2 job`},
		{`^what (is|was) (.+?['’]s) (?:role|function|capacity|position|job|post) (?:in|at|with|within) (.+)$`, `What $1 $2 job in $3`},
		// sums: "At what price did Ann buy the site"
		{`^(?:at|for) (?:what|which) (?:price|sum|amount)(?: of money)? `, `For how much `},
	})
	return openers, rewordings
})

// plain puts a question, of which the first letter is a capital, in its plain form.
func plain(question string) string {
	openers, rewordings := forms()
	bare := reword(question, openers)
	for _, word := range []string{"Whether or not ", "Whether ", "If "} {
		if rest, ok := strings.CutPrefix(bare, word); ok && bare != question {
			bare = upper(rest) // "whether Ann left"
			break
		}
	}
	return reword(reword(reword(reword(reword(bare, rewordings), states()), nouns()), verbs()), phrases())
}

func reword(question string, list []rewording) string {
	for _, r := range list {
		if at := r.asked.FindStringSubmatchIndex(question); at != nil {
			asked := question[:at[0]] + strings.TrimSpace(string(r.asked.ExpandString(nil, r.plain, question, at)))
			rest := question[at[1]:]
			if at[0] == 0 {
				rest = " " + strings.TrimSpace(rest)
			}
			question = upper(strings.TrimSpace(asked + rest))
		}
	}
	return question
}

func upper(s string) string {
	if s == "" {
		return s
	}
	return strings.ToUpper(s[:1]) + s[1:]
}
