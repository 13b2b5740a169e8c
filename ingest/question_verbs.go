package ingest

import "regexp"

// verbs are other ways to say a verb of a question: "went to see" for "visited". Each is applied once, in turn.
var verbs = func() (out []rewording) {
	const (
		past = `(?:\w+ed|hurt|hit|shot|sold|paid|caught|sent|built|stolen|beaten|chosen|taken|given|cut|shut|hired|bought|thrown|sunk|burnt|put|held|found)`
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
		{`\b(?:is|are) (?:strongly |firmly |bitterly )?opposed to\b`, `opposes`},
		{`\b(?:was|were) (?:strongly |firmly |bitterly )?opposed to\b`, `opposed`},
		{`\b(g)(ave|ive|iven) (?:its|his|her|their) (?:full |final |formal )?(?:approval|consent|blessing|assent) (?:to|for)\b`, `$1$2 the go-ahead to`},
		{`\b(?:gave) (?:its|his|her|their) (?:full )?(?:backing|support) to\b`, `supported`},
		{`\bgive (?:its|his|her|their) (?:full )?(?:backing|support) to\b`, `support`},
		{`\b(?P<aux>will|would|may|might|could|can) (?:stay|keep|remain) away from\b`, `$aux not attend`},
		{`\b(?P<aux>has|have|had) (?:stayed|kept|remained) away from\b`, `$aux not attended`},
		{`\b(?:stayed|kept|remained) away from\b`, `did not attend`},
		{`\b(?P<aux>will|would|may|might|could|can) (?:stay|keep|remain) (?:out of|outside)\b`, `$aux not join`},
		{`\b(?P<aux>has|have|had) (?:stayed|kept|remained) (?:out of|outside)\b`, `$aux not joined`},
		{`\b(?:stayed|kept|remained) (?:out of|outside)\b`, `did not join`},
		{`\b(?:was|were) (?:absent|missing) from\b`, `did not attend`},
		{`\b(?:is|are) at the (?:head|helm) of\b`, `leads`},
		{`\b(?:was|were) at the (?:head|helm) of\b`, `led`},
		{`\b(?:stayed|remained) neutral\b`, `did not take sides`},
		{`\btake (.{2,40})['’]s place\b`, `replace $1`},
		{`\btook (.{2,40})['’]s place\b`, `replaced $1`},
		{`\btake (.{2,40}) off the market\b`, `withdraw $1`},
		{`\btook (.{2,40}) off the market\b`, `withdrew $1`},
		{`\btook over (as .{2,60}) from (.+)$`, `succeeded $2 $1`},
		{`\btake over (as .{2,60}) from (.+)$`, `succeed $2 $1`},
		{`^to whom (?:was|were) (.+) sold\b`, `Who bought $1`},
		{`^to whom (?:was|were) (.+) (?:given|handed|awarded|granted|presented|paid|handed over|delivered)\b`, `Who received $1`},
		{`^who (?:was|were) (.+) sold to\b`, `Who bought $1`},
		{`^what (?:price|sum|amount)(?: of money)? (?P<aux>did|does|do|has|have|will|would|must|is|was)\b`, `How much $aux`},
		{`^what (?P<what>profits?|loss(?:es)?|salary|fine|compensation|rent|aid|debts?) (?P<aux>did|does|do|has|have|will|would|must)\b`, `How much $what $aux`},
		{`^(?:was|were) (.+) in debt$`, `Did $1 have debts`},
		{`^(?:is|are) (.+) in debt$`, `Does $1 have debts`},
		{`^(who|what|which \S+) (?:currently|presently|now) (is|are|has|have|holds?)\b`, `$1 $2 currently`},
		{`\bmade redundant\b`, `dismissed`},
		{`^did (.+?) get (` + past + `)\b`, `Was $1 $2`},
		{`^` + who + ` (?:got|have got|has got) (` + past + `)\b`, `$1 was $2`},
		{`^(how many \S+) (?:got|have got) (` + past + `)\b`, `$1 were $2`},
	} {
		out = append(out, rewording{regexp.MustCompile(`(?i)` + x[0]), x[1]})
	}
	return out
}()
