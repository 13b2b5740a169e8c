package ingest

import (
	"regexp"
	"sync"
)

// states are questions that ask with a noun or an adjective for what a verb says: "what is Ann afraid of". Each is applied once, in
// turn.
var states = sync.OnceValue(func() (out []rewording) {
	const (
		wh     = `(?P<wh>who|whom|what|which(?: \p{L}+){1,3}|what(?: \p{Ll}+){1,2})`
		scared = `(?:afraid|scared|frightened|fearful|terrified|worried|concerned|anxious|nervous|apprehensive|alarmed|wary)`
		leave  = `(?:approval|consent|permission|blessing|authorisation|authorization|clearance|go-ahead|green light|agreement|assent|okay)`
		part   = `(?:percentage|proportion|share|fraction|portion|part|stake|slice)`
		fell   = `(?:fall|drop|decline|decrease|slump|plunge|dip|slide|tumble)`
		rose   = `(?:rise|increase|jump|growth|gain|surge|climb|leap)`
		office = `((?:the |an? )?(?:new |next |acting |interim |deputy |vice |temporary |permanent )*(?:[\p{L}-]+ ){0,2}?(?:minister|president|chairman|chairwoman|chair|chief|chief executive|director|manager|head|leader|captain|coach|mayor|governor|ambassador|envoy|secretary|spokesman|spokeswoman|commander|bishop|editor|judge|premier|chancellor|commissioner|treasurer|conductor|trainer|partner|speaker)(?: of .+)?)`
		sums   = `(?:\p{Ll}+ )?(?:reward|fine|penalty|ransom|price|fee|fees|sum|bribe|bonus|salary|rent|deposit|damages|compensation|loan|grant|prize|bail|toll|rise|wage|wages|subsidy|donation|bid|offer)`
		paid   = `(offer|demand|request|award|grant|collect|earn|claim|borrow|order|obtain|accept|reject)`
		seated = `(?:mps|members of (?:the )?parliament|deputies|lawmakers|legislators|parliamentarians|senators|councillors|assembly members)`
		bad    = `(?:bribes|kickbacks|fines|taxes|damages|compensation|aid|rent|fees|wages|tips|donations|interest|royalties|subsidies|debts)`
	)
	for _, x := range [][2]string{
		// acronyms that are read as other words
		{`\bthe (?-i:WHO)\b`, `the World Health Organization`},
		{`\b(been|was|were|is|are|be) shut(?: down)?\b`, `$1 closed`},
		{`^for how many (?:seconds|minutes|hours|days|weeks|months|years) (did|does|do|has|have|had|will|was|were|is|are)\b`, `How long $1`},
		{`^how long did (.+ (?:truce|ceasefire|armistice|peace|accord|agreement|deal|marriage|alliance|lull)) (?:hold|survive|stand)$`, `How long did $1 last`},
		{`^what (?:quantity|amount|volume) of (\p{L}+) (did|does|do|has|have|had|will|was|were|is|are)\b`, `How much $1 $2`},
		{`^what number of (\p{L}+) (did|does|do|has|have|had|will|was|were|is|are)\b`, `How many $1 $2`},
		{`^how many (?:fatalities|deaths|dead|casualties) (?:were|are|was) (?:there|reported|recorded|registered)((?: in| at| on| during| aboard| after| near) .+)?$`, `How many people died$1`},
		{`^how many (?:injuries|injured|wounded) (?:were|are|was) (?:there|reported|recorded|registered)((?: in| at| on| during| aboard| after| near) .+)?$`, `How many people were injured$1`},
		{`^how many arrests (?:were|are|was) (?:there|made|reported|recorded|registered|carried out)((?: in| at| on| during| aboard| after| near) .+)?$`, `How many people were arrested$1`},
		{`^how (?:high|big|large|much) (?:was|is) the (` + sums + `) ` + paid + `ed by (.+)$`, `What $1 did $3 $2`},
		{`^how (?:high|big|large|much) (?:was|is) the (` + sums + `) (?:that |which )?((?-i:\p{Lu}).*|the .+) ` + paid + `ed$`, `What $1 did $2 $3`},
		{`^how (?:high|big|large|much) (?:was|is) the (` + sums + `) paid by (.+)$`, `What $1 did $2 pay`},
		{`^how (?:high|big|large|much) (?:was|is) the (` + sums + `) (?:that |which )?((?-i:\p{Lu}).*|the .+) paid$`, `What $1 did $2 pay`},
		{`\b(will|would|may|might|could|can) be (?:forced|obliged|compelled|required) to\b`, `$1 have to`},
		{`\b(?:was|were) (?:forced|obliged|compelled|required) to\b`, `had to`},
		{`^(who|which \S+) (?:acted|acts|served|serves|functioned|is acting|is serving) as (?:the |an? )?([\p{Ll}-]+)( (?:in|at|of|between|during|for) .+)?$`, `Who was the $2$3`},
		{`\b(?:the )?head of state of\b`, `the president of`},
		{`(['’]s) head of state\b`, `$1 president`},
		{`\b(?:the )?head of government of\b`, `the prime minister of`},
		{`(['’]s) head of government\b`, `$1 prime minister`},
		{`^who (?:is|was) (?:thought|believed|suspected|alleged|said|held) (?:to be )?(?:responsible for|behind) (.+)$`, `Who is behind $1`},
		{`^name (?:the|one|an?) `, `Who is the `},
		{`\b(has|have) been (?:in charge|at the head|at the helm) of\b`, `$1 led`},
		// what became of it, what made it
		{`^what (?:became|has become) of\b`, `What happened to`},
		{`^what (?:was|is) the fate of\b`, `What happened to`},
		{`^what (?:made|let) (.+?) (` + infinitives + `)\b(.*)$`, `Why did $1 $2$3`},
		{`^what (?:caused|led|prompted|drove|forced|induced|moved|persuaded|got|brought|pushed) (.+?) to (` + infinitives + `)\b(.*)$`, `Why did $1 $2$3`},
		{`^(?:from|since) (?:what|which) (?:year|period|century|decade|time|date) (do|does) (.+) date$`, `When was $2 built`},
		{`^(?:what|which) (?:year|period|century|decade|time|date) (?:do|does) (.+) date (?:back )?(?:from|to)$`, `When was $1 built`},
		{`^(?:when|how far) (?:do|does) (.+) date(?: back)?(?: from| to)?$`, `When was $1 built`},
		// adjectives for what one does
		{`^` + wh + ` (?:is|has) (.+?) (?:\p{L}+ly |most |so |still |now )?(?:been )?` + scared + ` (?:of|about|by|over|at|for)$`, `$wh does $2 fear`},
		{`^` + wh + ` are (.+?) (?:\p{L}+ly |most |so |still |now )?` + scared + ` (?:of|about|by|over|at|for)$`, `$wh do $2 fear`},
		{`^` + wh + ` (?:was|were) (.+?) (?:\p{L}+ly |most |so |still |now )?` + scared + ` (?:of|about|by|over|at|for)$`, `$wh did $2 fear`},
		{`^` + wh + ` (?:is|are) (?:\p{L}+ly )?` + scared + ` (?:of|about|by|over) (.+)$`, `$wh fears $2`},
		{`^` + wh + ` (?:is|are) (?:\p{L}+ly )?` + scared + ` that\b`, `$wh fears that`},
		{`^` + wh + ` (?:is|are) (.+?) (?:currently |now |presently |today )?(?:in charge|at the head|at the helm) of( .*)?$`, `$wh does $2 lead$3`},
		{`^` + wh + ` (?:was|were) (.+?) (?:in charge|at the head|at the helm) of( .*)?$`, `$wh did $2 lead$3`},
		{`^(is|are) (.+) free to\b`, `May $2`},
		{`^(was|were) (.+) free to\b`, `Was $2 allowed to`},
		// approvals
		{`^whose ` + leave + ` (?:do|does|did|will|would|must) (.+?) (?:still |also |first )?(?:need|require|have to (?:get|obtain|have))(?: .*)?$`, `Who must approve $1`},
		{`^whose ` + leave + ` (?:is|was|are|will be) (?:still |also )?(?:needed|required|necessary|missing|outstanding)(?: for (.+))?$`, `Who must approve $1`},
		{`^(?:who|whom) (?:do|does|did|will|would|must) (.+?) (?:still |also |first )?(?:need|require|have to (?:get|obtain)) (?:the )?` + leave + ` (?:of|from)$`, `Who must approve $1`},
		{`^(?:from whom|who) (?:do|does|did|will|would|must) (.+?) (?:still |also |first )?(?:need|require) ` + leave + `(?: from)?$`, `Who must approve $1`},
		// parts and sums
		{`^(?:what|which|how (?:big|large|great|much) an?) ` + part + ` (?:of|in) (.+) (?:do|does) (.+?) (?:now |currently |still )?(?:hold|own|have|control|possess)(?: now)?$`, `How large is $2's stake in $1`},
		{`^(?:what|which|how (?:big|large|great|much) an?) ` + part + ` (?:of|in) (.+) did (.+?) (buy|acquire|sell|purchase|take)$`, `How large a stake did $2 $3 in $1`},
		{`^(?:what|which|how long (?:of )?a|how (?:heavy|stiff|severe|harsh) a) (?:kind of |sort of )?(?:prison |jail |gaol )?(?:sentence|term|punishment|jail time|prison time) (?:did|has|was|were|have|had) (.+?) (?:get|got|receive|received|given|handed|be given|face|serve|been given|been handed)((?: by| from| in| for| at| on| after) .+)?$`, `What was $1 sentenced to$2`},
		{`^(?:what|which) (?:prison |jail )?(?:sentence|term|punishment) was (?:imposed|passed|handed down) on (.+)$`, `What was $1 sentenced to`},
		{`^(?:what|how (?:big|high|large|heavy|stiff) an?|how much of a) (?:fine|penalty) (?:was|were|has been) (?:imposed|slapped|levied) on (.+)$`, `How much was $1 fined`},
		{`^(?:what|how (?:big|high|large|heavy|stiff) an?|how much of a) (?:fine|penalty) (?:did|must|does|will|was|has) (.+?) (?:get|receive|received|have to pay|pay|given|be given|been given|face)((?: by| from| in| for| at| on| after) .+)?$`, `How much was $1 fined$2`},
		{`^(?:how much|what (?:sum|amount))(?: of money| money)? (did|has|have|had|does|will) (.+) (take|taken|accept|accepted|receive|received|pay|paid|get|got|earn|earned|collect|collected|raise|raised) in ` + bad + `$`, `How much money $1 $2 $3`},
		{`^what (do|does|did|will|would|has|have) (.+?) cost\b`, `How much $1 $2 cost`},
		{`^what (is|are) (.+?) (likely|expected|estimated|due) to cost\b`, `How much $1 $2 $3 to cost`},
		{`^how much time\b`, `How long`},
		{`^what (?:was|is) the ` + fell + ` in (.+)$`, `By how much did $1 fall`},
		{`^what (?:was|is) the ` + rose + ` in (.+)$`, `By how much did $1 rise`},
		{`^how (?:big|large|great|steep|sharp|high|much|deep|heavy|severe) (?:was|is|were) (?:the |that |an? )?` + fell + ` (?:in|of) (.+)$`, `By how much did $1 fall`},
		{`^how (?:big|large|great|steep|sharp|high|much|strong|fast) (?:was|is|were) (?:the |that |an? )?` + rose + ` (?:in|of) (.+)$`, `By how much did $1 rise`},
		{`^(by how much did .+?)['’]s? (?:share|stock) prices? (fall|rise)\b`, `$1's shares $2`},
		{`^how many ` + seated + ` (?:belong to|are from|come from|represent|sit for|are members of) (.+)$`, `How many seats does $1 have`},
		{`^how many ` + seated + ` (?:do|does) (.+) have$`, `How many seats does $1 have`},
		{`^how many (crew|staff|board|team|committee|jury|panel) members (?:do|does) (.+) have$`, `How large is $2's $1`},
		{`\baccepting (bribes|kickbacks|backhanders)\b`, `taking $1`},
		{`\baccept (bribes|kickbacks|backhanders)\b`, `take $1`},
		{`\baccepted (bribes|kickbacks|backhanders)\b`, `took $1`},
		{`^(?:which|what) judge (?:presided over|heard|tried|is hearing|is trying|handled|is handling) (.+)$`, `Who was the judge in $1`},
		// offices
		{`\b(was|were|been|be) (?:made|picked (?:to be|as)|chosen (?:to be|as)|selected (?:to be|as)|tapped (?:to be|as)|named) ` + office + `$`, `$1 appointed as $2`},
		{`^(was|were|is|are) (\p{Lu}\S*(?: \p{Lu}\S*)*) (?:made|picked (?:to be|as)|chosen (?:to be|as)|selected (?:to be|as)|named) ` + office + `$`, `$1 $2 appointed as $3`},
		{`^(who|whom|which \S+) (was|were|has been) (?:picked|chosen|selected|named|appointed|nominated|tapped) by (.+) (?:to be|to become|to serve as|as|for) (.+)$`, `Whom did $3 appoint as $4`},
		{`\b(start|begin)(s|ed)? (?:work |working )?as ` + office + `$`, `become$2 $3`},
		{`\b(?:started|began) (?:work |working )?as ` + office + `$`, `became $1`},
		{`^when (is|are) (.+?) (?:due|expected) (?:in|at) (.+)$`, `When will $2 visit $3`},
		{`^(who|which \S+(?: \S+)?) (?:says|said|claims|claimed|insists|insisted|maintains|maintained|states|stated) that (?:no|there (?:are|were|is|was|have been|has been) no) (.+?) (?:have|has) (been \p{L}+|taken place|happened)(.*)$`, `$1 denies that $2 have $3$4`},
		{`^what (?:was|were) (?:on board|aboard) (.+?)(?: (?:that|which) .+)?$`, `What did $1 carry`},
		{`^(?:for )?how long was (.+?) (?:aboard|on board) (.+)$`, `How long did $1 stay on $2`},
		{`\b(members of staff|staff members)\b`, `employees`},
		{`\bwho was an? (?:key |main |chief |important |crown |prosecution )?witness (against|for)\b`, `Who testified $1`},
		{`\bcharacteri[sz]e\b`, `describe`},
		{`\bcharacteri[sz]ed\b`, `described`},
	} {
		out = append(out, rewording{regexp.MustCompile(`(?i)` + x[0]), x[1]})
	}
	for form, lasting := range map[string]string{"living": "lived", "working": "worked", "leading": "led", "running": "run", "heading": "headed", "managing": "managed", "playing": "played", "serving": "served", "teaching": "taught", "studying": "studied",
		"coaching": "coached", "training": "trained", "governing": "governed", "ruling": "ruled", "fighting": "fought", "holding": "held", "using": "used", "making": "made", "producing": "produced", "building": "built", "protesting": "protested", "striking": "struck", "operating": "operated"} {
		out = append(out, rewording{regexp.MustCompile(`(?i)^((?:since when|how long|for how long|who|which \S+) (?:has|have) (?:.+ )?)been ` + form + `\b`), `${1}` + lasting})
	}
	return out
})

// infinitives are the verbs of what something makes somebody do, or happen.
const infinitives = `resign|leave|quit|go|stop|close|flee|sell|burst|collapse|crash|explode|blow up|sink|break(?: down| apart| out)?|fail|fall|burn|rise|drop|die|withdraw|cancel|change(?: its| his| her| their)? minds?|cut|act|strike|protest|move|return|refuse|reject|abandon|suspend|postpone|delay|decide|close down|shut(?: down)?|` +
	`pull out|step down|back down|come back|turn(?: back| round| around)?|capsize|derail|overturn|leak|crack|catch fire|catch light|give way|give up|come down|flood|spill|land|ban|sue|apologise|apologize|walk out|go on strike|run|escape|lose|spread|split|melt|slow|shake|tilt|swerve|retire|join|accept|agree|call off|drop out|raise|reduce|stay away`
