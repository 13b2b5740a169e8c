package ingest

import "regexp"

// verbs are other ways to say a verb of a question: "went to see" for "visited". Each is applied once, in turn.
var verbs = func() (out []rewording) {
	const (
		past = `(?:\w+ed|hurt|hit|shot|sold|paid|caught|sent|built|stolen|beaten|chosen|taken|given|cut|shut|hired|bought|thrown|sunk|burnt|put|held|found)`
		said = `(?:has|have|had|is|was|are|were|will|would|can|could|may|might|must|did|does|do|\w+ed|won|bought|sold|led|made|built|took|gave|lost|left|went|came|paid|found|held|ran|cut|hit|put|set|shut|sent|spoke|wrote|sank|fell|rose|caught|drew|met|brought|stole|broke|began|beat|kept|knew|wants|owns|runs|leads|makes)`
		who  = `(who|which \S+|what)`
	)
	for _, x := range [][2]string{
		{`\bwent to (?:see|visit) (?P<whom>\S)`, `visited $whom`},
		{`\bgo(?:ing)? to (?:see|visit) (?P<whom>\S)`, `visit $whom`},
		{`\bha(?:s|ve|d) (?:still )?yet to be\b`, `has not been`},
		{`\bha(?:s|ve|d) (?:still )?yet to (\w)`, `did not $1`},
		{`\b(?:is|are|was|were) (?:still )?yet to (\w)`, `did not $1`},
		{`\b(?:came|finished|were placed|was placed) (?:out )?(?:first|top|on top|in first place) (?:in|at|of)\b`, `won`},
		{`\b(?:come|finish) (?:out )?(?:first|top|on top|in first place) (?:in|at|of)\b`, `win`},
		{`\b(?:emerged|came out) (?:as )?(?:the )?(?:winners?|victors?|victorious)(?: of| in| from)?\b`, `won`},
		{`\bmade redundant\b`, `dismissed`},
		{`^who (?:is|was|are|were) (?:it|the (?:one|ones|person|people|man|woman|men|women)) (?:who|that) (` + said + `)\b`, `Who $1`},
		{`^(?:what|which|who) (?:is|was|are|were) the (\w+) (?:that|which|who) (` + said + `)\b`, `Which $1 $2`},
		{`^did (.+?) get (` + past + `)\b`, `Was $1 $2`},
		{`^` + who + ` (?:got|have got|has got) (` + past + `)\b`, `$1 was $2`},
		{`^(how many \S+) (?:got|have got) (` + past + `)\b`, `$1 were $2`},
	} {
		out = append(out, rewording{regexp.MustCompile(`(?i)` + x[0]), x[1]})
	}
	return out
}()
