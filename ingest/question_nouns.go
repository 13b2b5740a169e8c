package ingest

import (
	"regexp"
	"sync"
)

// nouns are questions that ask with a noun or an adjective what a verb asks: "whose consent does the sale need", "what is she afraid
// of", "what kind of action did he threaten". Each is applied once, in turn, before the verbs.
var nouns = sync.OnceValue(func() (out []rewording) {
	const (
		consent = `(?:approval|consent|permission|blessing|agreement|authorisation|authorization|go-ahead|assent|sign-off|endorsement|backing)`
		aux     = `(?P<aux>do|does|did|has|have|had|will|would|can|could|may|might|must|should)`
		intends = `(?:plan|plans|intend|intends|want|wants|hope|hopes|propose|proposes|expect|expects|aim|aims|mean|means)`
		post    = `(?:post|job|role|position|office|function|title|seat|place)`
		harm    = `(?:punish(?P<ment>ment)|penalt|sanction)`
		offence = `(?:any |a |an |further |criminal |all |serious |the )*`
		people  = `(?:doctor|scientist|scholar|engineer|artist|sportsman|sportswoman|sportsperson|athlete|lawyer|musician|writer|author|worker|teacher|soldier|officer|expert|specialist|physician|researcher|academic|professor|politician|official|craftsman|performer|entertainer|manager)`
	)
	for _, x := range [][2]string{
		// of what kind
		{`^(?:what|which) (?:kind|sort|type) of ` + people + ` (is|was) (\p{Lu}\S*)`, `What $1 the profession of $2`},
		{`^(?:what|which) (?:kinds?|sorts?|types?|forms?) of (?:action|thing|step|measure|move|help|aid|assistance|behaviour|behavior|response)s? ` + aux + `\b`, `What $aux`},
		{`^(?:what|which) (?:kinds?|sorts?|types?|forms?) of (\p{L}+) (is|was|are|were|do|does|did|has|have|had|will|would|can|could|may|might|must|should)\b`, `What $1 $2`},
		// numbers
		{`^(?:what|which) (?:total |exact |overall )?number of (\p{Ll}\S*)`, `How many $1`},
		{`^(?:what|which) (?:total |exact |overall )?(?:quantity|amount|volume) of (\p{Ll}\S*)`, `How much $1`},
		{`^what (?:is|was) the (?:total |overall |exact |current )?(?:number|total|count) of ((?:[\p{L}-]+ ){0,3}(?:\p{Ll}\S*s|people|men|women|children))(?: at| in| of| on| aboard| among)? (?:that|who|which) `, `How many $1 `},
		{`^(?:what|how (?:high|great|large|big)) (is|was) (?:the )?(?:total |estimated |approximate )?(?:value|worth) of (.+)$`, `How much $1 $2 worth`},
		// whose
		{`^whose ` + consent + ` (?:do|does|will|would|did) (.+?) (?:still )?(?:depend on|hang on|hinge on)$`, `Who must approve $1`},
		{`^whose ` + consent + ` (?:is|are) (?:still )?(?:needed|required|necessary) (?:for|by) (.+)$`, `Who must approve $1`},
		{`^whose (?:resignation|departure|removal|dismissal) (did|does|do|has|have) (.+?) (demand|call for|want|request|demanded|called for|requested|urge)$`, `Who $1 $2 want to resign`},
		// posts to come
		{`^(?:what|which) (?:new )?` + post + ` (will|would|did) (.+?) (?:take(?: up| on| over)?|assume|get|land|accept|fill|occupy|be given|be offered|have|hold|receive|move into|move to|start in)(?:$| (as|in|at|with|within|from|on) (.+)$)`, `What $1 $2 become $3 $4`},
		// what somebody is, with a preposition: "what are the workers afraid of"
		{`^(what|whom|who|which \S+) is (.+?) (?:opposed to|against)$`, `$1 does $2 oppose`},
		{`^(what|whom|who|which \S+) are (.+?) (?:opposed to|against)$`, `$1 do $2 oppose`},
		{`^(what|whom|who|which \S+) (?:was|were) (.+?) (?:opposed to|against)$`, `$1 did $2 oppose`},
		{`^(what|whom|who|which \S+) (?:is|are|was|were) (.+?) critical of$`, `$1 did $2 criticise`},
		{`^(who|which \S+|what) (?:is|are) (?:\S+ly )?(?:sceptical|skeptical|doubtful|unsure|unconvinced|dubious) (that|whether|if) `, `$1 doubts $2 `},
		{`^(who|which \S+|what) (?:was|were) (?:\S+ly )?(?:sceptical|skeptical|doubtful|unsure|unconvinced|dubious) (that|whether|if) `, `$1 doubted $2 `},
		{`^(who|which \S+|what) (?:is|are) (?:\S+ly )?(?:afraid|worried|concerned|fearful|anxious|nervous) that `, `$1 fears that `},
		{`^(who|which \S+|what) (?:was|were) (?:\S+ly )?(?:afraid|worried|concerned|fearful|anxious|nervous) that `, `$1 feared that `},
		{`^(who|which \S+|what) (?:is|are) (?:\S+ly )?(?:convinced|certain|sure|confident|of the opinion|of the view) that `, `$1 believes that `},
		{`^(who|which \S+|what) (?:is|are) (?:\S+ly )?(?:hopeful|optimistic) that `, `$1 hopes that `},
		{`^(who|which \S+|what) (?:is|are) (?:\S+ly )?(?:adamant) that `, `$1 insists that `},
		{`\bable to (?:pay for|pay)\b`, `able to afford`},
		// saying nothing
		{`^(did|has|have|will) (.+?) (?:say|said|have|had) (?:anything|something|a word)(?: to say)? (?:about|on|regarding|concerning) `, `$1 $2 comment on `},
		{`^(did) (.+?) (?:say|utter) (?:anything|something|a word) (at|in|during|to|before|when|after) `, `$1 $2 speak $3 `},
		{`^(did) (.+?) (?:say|utter) (?:anything|something|a word)$`, `$1 $2 comment`},
		// getting off
		{`^(who|which \S+|what) (?:escaped|avoided|evaded|(?:was|were) spared|got off without|got away without|went without) ` + offence + harm + `(?:s|y|ies)?\b`, `$1 was not punished`},
		{`^(who|which \S+|what) (?:went|got away|got off|remained) (?:un(?P<kind>punished|harmed|hurt|scathed))`, `$1 was un$kind`},
		{`^(who|which \S+|what) (?:was|were) unpunished\b`, `$1 was not punished`},
		{`^(who|which \S+|what) (?:escaped|avoided|evaded|(?:was|were) spared) ` + offence + `(?:injury|injuries|harm)\b`, `$1 was not hurt`},
		{`^(who|which \S+|what) (?:escaped|avoided|evaded|(?:was|were) spared) ` + offence + `(?:arrest)\b`, `$1 was not arrested`},
		{`^(who|which \S+|what) (?:escaped|avoided|evaded|(?:was|were) spared) ` + offence + `(?:damage|destruction)\b`, `$1 was not damaged`},
		{`^(who|which \S+|what) (?:escaped|avoided|evaded|(?:was|were) spared) ` + offence + `(?:prosecution|charges?)\b`, `$1 was not charged`},
		// not being able
		{`\b(will|would) (.{2,40}?) be (?:unable to|prevented from|kept from|barred from) (?:attend|attending|compete in|competing in|competing at|compete at|take part in|taking part in|participate in|participating in|play in|playing in|run in|running in|come to|coming to)\b`, `$1 $2 miss`},
		{`^(who|which \S+) (?P<aux>will|would) be (?:unable to|prevented from|kept from|barred from) (?:attend|attending|compete in|competing in|competing at|compete at|take part in|taking part in|participate in|participating in|play in|playing in|run in|running in|come to|coming to)\b`, `$1 $aux miss`},
		// where and when of somebody
		{`^what (is|was) (.+?['’]s?) place of birth\b`, `What $1 $2 birthplace`},
		{`^what (is|was) the place of birth of (.+)$`, `Where was $2 born`},
		{`^what (?:is|was) (.+?)['’]s? (?:date|day|year) of birth\b`, `When was $1 born`},
		{`^what (?:is|was) (.+?)['’]s? (?:date|day|year) of death\b`, `When did $1 die`},
		{`^what (?:is|was) (.+?)['’]s? place of death\b`, `Where did $1 die`},
		{`^what (?:is|was) (.+?)['’]s? (?:place of residence|place of abode)\b`, `Where does $1 live`},
		{`^what (?:is|was) (.+?)['’]s? (?:place of work|workplace)\b`, `Where does $1 work`},
		{`^what (?:is|was) (.+?)['’]s? (?:country|place|city|town) of origin\b`, `Where does $1 come from`},
		// parts of something
		{`^(?:of|in|to) (?:which|what) (\S+) (?:is|are) (.+?) (?:a |an |the )?(?:members?|part)$`, `Which $1 does $2 belong to`},
		{`^(?:of|in|to) (?:which|what) (\S+) (?:was|were) (.+?) (?:a |an |the )?(?:members?|part)$`, `Which $1 did $2 belong to`},
		// plans
		{`^(is|are) (?:it true that )?(.+?) (?:planning|intending|proposing|aiming|looking|preparing) to (\w+)`, `Will $2 $3`},
		{`^(against|with|for|from|to|about|on|by) (whom|what|which \S+) (?:do|does|is|are) (.+?) (?:` + intends + `|planning|intending|hoping|going) to (\w+)`, `$1 $2 will $3 $4`},
		{`^(what) (?:has|have|did|does|do|had|is|are) (.+?) (?:pledge|pledged|promise|promised|vow|vowed|pledging|promising|vowing) to do\b`, `$1 did $2 promise`},
		{`^(what) (?:has|have|did|does|do|had|is|are) (.+?) (?:threaten|threatened|threatening) to do\b`, `$1 did $2 threaten`},
		// work on something
		{`^(when|where) (was|were) (?:the )?(?:construction|building) (?:work )?(?:of|on) (.+?) (finished|completed|ended|over|done)\b`, `$1 $2 $3 finished`},
		{`^when did (?:the )?(?:construction|building)(?: work)? (?:of|on) (.+?) (?:finish|end)\b`, `When was $1 finished`},
		// what somebody was given
		{`\b(?:was|were|got) (?:given|handed|issued with|served with|slapped with|hit with) (an? |the )?((?:[\p{L}\d-]+ ){0,2}(?:ban|suspension|fine|penalty|sentence|warning|pardon|prison term|jail term))\b`, `received $1$2`},
		{`\b(has|have|had) been (?:given|handed|issued with|served with|slapped with|hit with) (an? |the )?((?:[\p{L}\d-]+ ){0,2}(?:ban|suspension|fine|penalty|sentence|warning|pardon|prison term|jail term))\b`, `$1 received $2$3`},
		// without a home
		{`\b(?:(was|were|been|be|being)) (?:left|made|rendered) homeless\b`, `$1 displaced`},
		{`\b(?:became|become|are|were) homeless\b`, `were displaced`},
		{`^(how many \S+) (did|has|have|will|could) (.+?) (?:leave|left|make|made|render|rendered) homeless\b`, `$1 $2 $3 displace`},
	} {
		out = append(out, rewording{regexp.MustCompile(`(?i)` + x[0]), x[1]})
	}
	return out
})
