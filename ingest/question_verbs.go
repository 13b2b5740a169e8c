package ingest

import (
	"regexp"
	"sync"
)

// verbs are other ways to say a verb of a question: "went to see" for "visited". Each is applied once, in turn.
var verbs = sync.OnceValue(func() (out []rewording) {
	const (
		past  = `(?:\w+ed|hurt|hit|shot|sold|paid|caught|sent|built|stolen|beaten|chosen|taken|given|cut|shut|hired|bought|thrown|sunk|burnt|put|held|found)`
		who   = `(who|which \S+|what)`
		spell = `(?:(?:more than|over|nearly|almost|about|around|only|just|at least) )?(?:\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|\w+ty|several|a few) (?:seconds?|minutes?|hours?|days?|weeks?|months?|years?)`
		curb  = `((?:\w+ )?(?:sanctions|tariffs?|dut(?:y|ies)|tax(?:es)?|fines?|penalt(?:y|ies)|bans?|embargo(?:es)?|restrictions|curbs|curfews?|quotas?))`
		spilt = `(?:tonnes?|tons?|litres?|liters?|barrels?|gallons?|kilos?|kilograms?|cubic metres?|oil|sewage|fuel|water|gas|waste|acid)`
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
		{`^(who|which \S+|what \S+) (?:has |have |had )?withh(?:eld|olds) (?:its|his|her|their) signatures? (?:from|to|for)\b`, `$1 did not sign`},
		{`^(who|which \S+|what \S+) (?:has |have |had )?withh(?:eld|olds) (?:its|his|her|their) (?:approval|consent|assent|blessing) (?:from|to|for|of)\b`, `$1 did not approve`},
		{`^(who|which \S+|what \S+) (?:has |have |had )?withh(?:eld|olds) (?:its|his|her|their) (?:support|backing|endorsement) (?:from|to|for)\b`, `$1 did not support`},
		{`\b(?:declined|refused) to (?:put|set|add|lend|give) (?:its|his|her|their) (?:name|signature) to\b`, `refused to sign`},
		{`^what (?:words?|terms?|expressions?|phrases?|labels?|language|metaphor|image|comparison|epithet)(?: exactly)? did (.+?) (?:use|choose|apply|find) (?:for|about|of|to|(?:to|when|in|while) (?:describ|characteris|characteriz|label|speak|sum|talk)(?:e|ing)?(?: of| about| up)?) (.+)$`, `What did $1 call $2`},
		{`^in (?:what|which) (?:words?|terms) did (.+?) (?:describe|characterise|characterize) (.+)$`, `How did $1 describe $2`},
		{`\b(?P<be>is|are|was|were) (?:thought|believed|said|reported|understood|feared|suspected|estimated|alleged|assumed|presumed|rumoured|rumored|claimed) to (?P<inf>have|be)\b`, `may $inf`},
		{`^(?:which|what) (\S+) (will|would|may|might|could) be (?:hit|affected|targeted|struck|punished|covered) by ((?:\w+ )?(?:sanctions|tariffs?|duties|penalties|bans?|embargo))\b`, `On which $1 $2 $3 be imposed`},
		{`^(?:which|what) (\S+) (was|were|is|are) (?:hit|affected|targeted|struck|punished|covered) by ((?:\w+ )?(?:sanctions|tariffs?|duties|penalties|bans?|embargo))\b`, `On which $1 $2 $3 imposed`},
		{`^to whom (?:was|were) (.+) sold\b`, `Who bought $1`},
		{`^to whom (?:was|were) (.+) (?:given|handed|awarded|granted|presented|paid|handed over|delivered)\b`, `Who received $1`},
		{`^who (?:was|were) (.+) sold to\b`, `Who bought $1`},
		{`^what (?:price|sum|amount)(?: of money)? (?P<aux>did|does|do|has|have|will|would|must|is|was)\b`, `How much $aux`},
		{`^what (?P<what>profits?|loss(?:es)?|salary|fine|ransom|compensation|rent|debts?) (?P<aux>did|does|do|has|have|will|would|must)\b`, `How much $what $aux`},
		{`^(?:was|were) (.+) in debt$`, `Did $1 have debts`},
		{`^(?:is|are) (.+) in debt$`, `Does $1 have debts`},
		{`^(who|what|which \S+) (?:currently|presently|now) (is|are|has|have|holds?)\b`, `$1 $2 currently`},
		{`^did it take (.+?) (` + spell + `) (?:before .+|to (?:raise|sound|respond|react|reply|answer|act|call|warn|inform|notify|report|alert|tell|apologise|admit|publish) ?.*)$`, `Did $1 wait $2`},
		{`^(?:which|what) (?:possibility|option|prospect|explanation|scenario) (did|does|do) (.+) (?:leave|keep) open$`, `What $1 $2 not rule out`},
		{`^(?:which|what) (?:possibility|option|prospect|explanation|scenario) (has|have|had) (.+) (?:left|kept) open$`, `What $1 $2 not ruled out`},
		{`^(ha(?:s|ve|d)) (.+) (?:received|got|had|obtained) an apology from (.+)$`, `Has $3 apologised to $2`},
		{`^did (.+) (?:receive|get|obtain) an apology from (.+)$`, `Did $2 apologise to $1`},
		{`^from whom did (.+) (?:receive|get|obtain) an apology$`, `Who apologised to $1`},
		{`^who (?:received|got|obtained) an apology from (.+)$`, `To whom did $1 apologise`},
		{`^(when|why|where) (?:was|were) (.+) (?:hit|slapped|punished|targeted|struck) with (?:the |new |an? )?` + curb + ` by (.+)$`, `$1 did $4 impose $3 on $2`},
		{`^who (?:has |had )?(?:hit|slapped|punished|targeted|struck) (.+) with (?:the |new |an? )?` + curb + `$`, `Who imposed $2 on $1`},
		{`^did (.+) (?:hit|slap|punish|target|strike) (.+) with (?:the |new |an? )?` + curb + `$`, `Did $1 impose $3 on $2`},
		{`\b(might|could|may|will|would|can) (?:outbid|top|trump|better) (?:.+?) for (\p{Lu})`, `$1 make a higher offer for $2`},
		{`^(who|which \S+|what) outbid (?:.+?) for (\p{Lu})`, `$1 made a higher offer for $2`},
		{`^(how (?:many|much) ` + spilt + `(?: of \p{L}+)?) (?:got|went|escaped|ended up|poured|flowed|gushed|ran|seeped|made (?:its|their) way) in(?:to)?\b`, `$1 leaked into`},
		{`^how many (passengers|people|travellers|commuters|tourists|customers|riders) (?:travel|fly|ride|sail|go) (?:with|on|by) (.+?)( (?:every|each|a|per) \w+)?$`, `How many $1 does $2 carry$3`},
		{`^how many (passengers|people|travellers|commuters|tourists|customers|riders) (?:travelled|flew|rode|sailed|went) (?:with|on|by) (.+?)( (?:every|each|a|per) \w+)?$`, `How many $1 did $2 carry$3`},
		{`^(how (?:many|much) .+) (?:every|each|per) (day|week|month|year|hour)$`, `$1 a $2`},
		{`\b(was|were) in the chair (?:at|of|for|during)\b`, `chaired`},
		{`\b(will|would|may|might|could) be in the chair (?:at|of|for)\b`, `$1 chair`},
		{`\b(pledg|promis)(e|ed) (?:an end to|to put an end to)\b`, `$1$2 to end`},
		{`\bvow(ed)? an end to\b`, `vow$1 to end`},
		{`\bno longer be (?:a |an )?(?:part|member|party|signatory) (?:of|to)\b`, `leave`},
		{`\b(?:want|demand) ((?:its|his|her|their) money(?: back)?)\b`, `ask for $1`},
		{`\b(?:wants|demands) ((?:its|his|her|their) money(?: back)?)\b`, `asks for $1`},
		{`\b(?:wanted|demanded) ((?:its|his|her|their) money(?: back)?)\b`, `asked for $1`},
		{`\bparted with ((?-i:\p{Lu}))`, `left $1`},
		{`\bpart with ((?-i:\p{Lu}))`, `leave $1`},
		{`^who (was|is) (?:supposed|due|scheduled|meant|set|expected) to be (.+?)['’]s? (?:next )?(?:opponent|adversary)\b`, `Whom $1 $2 to fight`},
		{`^who will be (.+?)['’]s? (?:next )?(?:opponent|adversary)\b`, `Whom is $1 to fight`},
		{`^what (might|may|could|will|would|can) happen to (.+?),? according to (.+)$`, `What did $3 say $1 happen to $2`},
		{`^what (?:is|was) the (?:total |overall |exact )?(?:number|total|count) of (\p{Ll}+s|people|men|women|children) (` + past + `)\b`, `How many $1 were $2`},
		{`^(who|what|which (?:\S+ )?\S+) (?:is|are) (?:\S+ly )?against\b`, `$1 opposes`},
		{`\b(m)a(ke|kes|de|king) (.{2,60}?) public\b`, `${1}a${2} public ${3}`},
		{`\bCEO\b`, `chief executive`},
		{`^(?:what|how (?:high|big|large)) were (.+?)['’]s? (?:total )?(?:earnings|winnings|takings) (from|for|at)\b`, `How much did $1 earn $2`},
		{`\bmade redundant\b`, `dismissed`},
		{`^did (.+?) get (` + past + `)\b`, `Was $1 $2`},
		{`^` + who + ` (?:got|have got|has got) (` + past + `)\b`, `$1 was $2`},
		{`^(how many \S+) (?:got|have got) (` + past + `)\b`, `$1 were $2`},
	} {
		out = append(out, rewording{regexp.MustCompile(`(?i)` + x[0]), x[1]})
	}
	return out
})
