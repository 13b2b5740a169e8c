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
		{`^whose successors? (is|was|are|were) (.+)$`, `Whom did $2 succeed`},
		{`^whose predecessors? (is|was|are|were) (.+)$`, `Who succeeded $2`},
		{`^whose (?:post|job|office|position|place|seat|role|chair) did (.+?) (?:take over|take|get|inherit|assume|fill|occupy)$`, `Whom did $1 replace`},
		{`^whose (?:post|job|office|position|place|seat|role|chair) has (.+?) (?:taken over|taken|got|inherited|assumed|filled)$`, `Whom has $1 replaced`},
		{`^whose (?:post|job|office|position|place|seat|role|chair) (?:will|is) (.+?) (?:take over|take|get|inherit|assume|fill|going to take|taking over|taking)$`, `Whom will $1 replace`},
		{`^why (is|was|are|were) (.+?) absent$`, `Why did $2 not come`},
		{`^why (is|was|are|were) (.+?) (?:absent from|missing from) (.+)$`, `Why did $2 not come to $3`},
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
		// work
		{`^(?:what|which) (?:sort|kind|type|line) of (?:work|job|business) (?:does|did) (\p{Lu}.+?) do$`, `What is the profession of $1`},
		{`^(?:what|which) (?:line|field) of work (?:is|was) (\p{Lu}.+?) in$`, `What is the profession of $1`},
		{`^how (?:does|did) (\p{Lu}.+?) (?:earn|make) (?:his|her|a|their) living$`, `What is the profession of $1`},
		{`^what (?:does|do|did) (.+?) do for a living$`, `What is the profession of $1`},
		{`^what (is|was) (.+?['’]s?) (?:post|line of work)$`, `What $1 $2 job`},
		{`\b(?:handed in|given in) (?:his|her|their) (?:resignation|notice)\b`, `resigned`},
		{`\b(?:hand in|give in) (?:his|her|their) (?:resignation|notice)\b`, `resign`},
		{`\b(?:gave up|given up|relinquished|left) (?:his|her|their) (?:post|job|office|seat|position)\b`, `resigned`},
		{`^(who|which \S+) acts for\b`, `$1 represents`},
		{`^(who|which \S+) acted for\b`, `$1 represented`},
		{`\btake the oath of office\b`, `be sworn in`},
		{`\btook the oath of office\b`, `was sworn in`},
		// names of persons
		{`^what (is|was|are|were) the (?:full |real )?names? of ((?:the |an? )?(?:[\p{L}-]+ |\p{Lu}\S*['’]s? |\S+['’]s? )*(?:minister|president|ambassador|mayor|governor|director|chief executive|chairman|chairwoman|judge|captain|coach|trainer|lawyer|spokesman|spokeswoman|spokesperson|deputy|owner|manager|editor|author|engineer|doctor|surgeon|pilot|driver|farmer|teacher|officer|detective|prosecutor|mediator|negotiator|bishop|king|queen|prince|princess|general|colonel|senator|secretary|commissioner|chancellor|envoy|treasurer|founder|winner|victim|suspect|survivor|successor|predecessor|wife|husband|son|daughter|brother|sister|mother|father|widow|agent|adviser|architect|composer|conductor|singer|actor|actress|painter|sculptor|boxer|runner|scientist|biologist|professor|historian|analyst)(?: (?:of|in|at|for|who) .+)?)$`, `Who $1 $2`},
		{`^when (?:did|does) (.+?) come into (?:being|existence)$`, `When was $1 founded`},
		{`^at (?:what|which) depth (was|were|is|are|did|does|do)\b`, `How deep $1`},
		{`^at (?:what|which) height (was|were|is|are|did|does|do)\b`, `How high $1`},
		{`^for when (is|was|are|were)\b`, `When $1`},
		{`^of what (do|does|did|has|have) (.+?) (accuse|accused|suspect|suspected) (\S.*)$`, `What $1 $2 $3 $4 of`},
		{`^for what (was|were|is|are) (.+)$`, `What $1 $2 for`},
		{`^what did (.+?) do to (?:be|get) (\p{Ll}+ed|sent|shot|hit|fined)\b`, `Why was $1 $2`},
		{`^(?:(what|which \S+|whom|where)) (?:is) (.+?) (?:planning|intending|hoping|aiming|proposing) to (\p{Ll}+)`, `$1 does $2 intend to $3`},
		{`^(?:(what|which \S+|whom|where)) (?:are) (.+?) (?:planning|intending|hoping|aiming|proposing) to (\p{Ll}+)`, `$1 do $2 intend to $3`},
		{`^what (did|does|has|will) (.+?) (?:tell|told|advise|advised|urge|urged|recommend|counsel) (.+?) to do$`, `What advice $1 $2 give $3`},
		{`\b(will|would) (.+?) (?:remain|stay|still be|continue to be) (?:on sale|available|on the market)\b`, `$1 $2 still be sold`},
		{`\b(make|made|making) (?:any )?money$`, `$1 a profit`},
		{`\b(keep)(s?) (?:on )?(?:running|going|operating)\b`, `continue$2`},
		{`^who (?:is|was) (?:held )?(?:to blame|responsible|at fault) (?:for (.+?))?,? according to (.+)$`, `Whom did $2 blame for $1`},
		{`^how (?:expensive|costly|dear) (is|was|were|are) (.+)$`, `How much $1 the cost of $2`},
		{`^(?:at|on) whom did (.+?) (?:point the finger|lay the blame|pin the blame)$`, `Whom did $1 blame`},
		{`\bwas shot dead\b`, `was killed`},
		{`^(?:by profession, )?what (?:is|was) (\p{Lu}.+?) by (?:profession|trade|occupation)$`, `What is the profession of $1`},
		{`^by (?:profession|trade|occupation),? what (?:is|was) (\p{Lu}.+)$`, `What is the profession of $1`},
		{`^as what (?:does|did) (\p{Lu}.+?) work$`, `What is the profession of $1`},
		{`^where (?:is|are) (\p{Lu}.+?) employed$`, `Where does $1 work`},
		{`^where (?:was|were) (\p{Lu}.+?) employed$`, `Where did $1 work`},
		{`^since when (?:has|have) (.+?) been in (?:office|power|charge|the job|(?:his|her) (?:post|job))$`, `When did $1 take over`},
		{`^who gave (.+?) (?:his|her|their) (?:post|job|office|position)$`, `Who appointed $1`},
		{`^who made (\p{Lu}.+?) (?:an? |the )?(judge|minister|director|chairman|chairwoman|president|ambassador|captain|bishop|coach|manager|commissioner|governor)$`, `Who appointed $1`},
		// ages, areas, room
		{`^(?:what|which) age (is|was|are|were)\b`, `How old $1`},
		{`^(?:what|which) area (?:does|do|did) (.+?) (?:cover|occupy|span|take up)$`, `How large is $1`},
		{`^how many (\S+) could (.+?) (hold|seat|carry|accommodate|transport|house|store)$`, `How many $1 did $2 $3`},
		{`^how many (\S+) can (.+?) (hold|seat|carry|accommodate|transport|house|store)$`, `How many $1 does $2 $3`},
		// who has it, who got it
		{`^(which \S+|what \S+) (?:was|were) (.+?) sold to$`, `$1 bought $2`},
		{`^to (which \S+|what \S+) (?:was|were) (.+?) sold$`, `$1 bought $2`},
		{`^for how much (?:money )?(?:was|were) (.+?) sold to (.+)$`, `How much did $2 pay for $1`},
		{`^what (did|must|will|does) (.+?) pay for (.+)$`, `How much $1 $2 pay for $3`},
		{`^whose (?:is|was) (the .+)$`, `Who owns $1`},
		{`^from whom did (.+?) (?:receive|get) congratulations$`, `Who congratulated $1`},
		{`^who (?:is|was|were) interested in buying\b`, `Who wanted to buy`},
		{`^who tried to buy\b`, `Who wanted to buy`},
		{`^how much debt (does|do|did) (.+?) have$`, `How much $1 $2 owe`},
		{`\b(?:bore|met|covered|shouldered|carried) the (?:costs?|expenses|bill) (?:of|for)\b`, `paid for`},
		{`^how (?:expensive|costly|dear) (would|will) (.+?) be$`, `How much $1 $2 cost`},
		{`\b(?:was|were) destroyed by (?:a |the )?fire\b`, `burned down`},
		{`^what (?:is) (.+?) calling for$`, `What does $1 call for`},
		{`^what (?:are) (.+?) calling for$`, `What do $1 call for`},
		{`^what (?:was|were) (.+?) calling for$`, `What did $1 call for`},
		{`^when (was|were) (.+?) (?:due|scheduled|supposed|set|meant) to (\p{Ll}+)$`, `When $1 $2 going to $3`},
		{`^who is (?:considering|contemplating|weighing|mulling|thinking about) (?:an |lodging an |filing an )?appeal\b`, `Who might appeal`},
		// money
		{`^(?:what|how much|which) (?:ransom|bail|deposit|bonus|bounty|reward|premium|severance|royalties|commission|toll|alimony|settlement)(?: money)? (?P<aux>did|does|do|has|have|will|would|must|is|was)\b`, `How much money $aux`},
		{`^how (?:big|large|high|great|much of) an? loan (did|does|do|will|has|is|was|would) (.+?) (agree to |promise to |have to |want to )?(?:give|grant|provide|offer|make|granted|given|provided)\b`, `How much $1 $2 ${3}lend`},
		{`^how (?:big|large|high|great|much of) an? loan (did|does|do|will|has|is|was|would) (.+?) (?:get|receive|take out|obtain|take)\b`, `How much $1 $2 borrow`},
		{`^where (?:did|does|has|will) (?:the |all the )?(?:money|funding|funds|cash|finance|financing) (?:for|behind) (.+) (?:come|came) from$`, `Who paid for $1`},
		{`^(who|which \S+) (?:put up|provided|supplied|came up with) (?:the )?(?:money|funding|funds|cash) for\b`, `$1 paid for`},
		// under way, in the progressive
		{`^((?:what|which|how (?:many|much)) \p{Ll}+) is (.+?) (offer|demand|seek|build|develop|sell|buy|pay|consider|carry|transport|threaten|request|claim|hold|fund|send|test)ing\b`, `$1 does $2 $3`},
		{`^((?:what|which|how (?:many|much)) \p{Ll}+) is (.+?) (fac|propos|investigat|produc|us|mak|financ)ing\b`, `$1 does $2 ${3}e`},
		// how many there were
		{`^how many deaths (?:were|have|had|are) there(?: been)?$`, `How many people died`},
		{`^how many (\p{Ll}+) deaths (?:were|have|had|are) there(?: been)?$`, `How many people died of $1`},
		{`^how many injuries (?:were|have|had|are) there(?: been)?$`, `How many people were injured`},
		{`^how many arrests (?:were|have|had|are) there(?: been)?$`, `How many people were arrested`},
		{`^how many (?:seconds|minutes|hours|days|weeks|months|years) ((?:did|does|do|will|has|have|had|was|is|would) .+ (?:last|lasted|take|taken|wait|waited|stay|stayed|remain|go on|gone on|run|hold|hold out|live|lived|work|worked))$`, `How long $1`},
		// kin
		{`^(what) (is|was) (.+?['’]s? (?:\p{Ll}+ ){0,2}(?:brother|sister|son|daughter|husband|wife|father|mother|uncle|aunt|cousin|nephew|niece|grandson|granddaughter|partner|child|fiancée?|coach|lawyer|agent|boss|deputy|owner|leader|spokesman|spokeswoman|trainer|manager)) (?:called|named)$`, `Who $2 $3`},
		// at what place
		{`^(?:at|in|on) (?:what|which) (?:place|location|spot|site|venue) (is|are|was|were|did|do|does|will|has|have|would|could|can)\b`, `Where $1`},
		{`\bbe on (?:show|display|exhibition)\b`, `be exhibited`},
		{`^(.+?)\b(is|are|was|were) (.+ )?on (?:show|display|exhibition)\b`, `$1$2 ${3}exhibited`},
		// behind it
		{`^what (is|was|are|were|lies|lay) behind (.+?['’]s? .+|the .+)$`, `What $1 the reason for $2`},
		{`^what (?:is|are|was|were) (?:causing|driving|forcing|leading|prompting) (.+?) to (\p{Ll}+)(.*)$`, `Why does $1 $2$3`},
		{`^what (?:is|was) the (?:main |real |official )?reason (?:that |why |for which )(.+)$`, `Why $1`},
		{`^(who|which \S+|what) (?:is|are|was|were) (?:thought|believed|suspected|said|assumed|considered|presumed|supposed|alleged) to (?:be|have been) (?:responsible for|behind|the (?:culprit|perpetrator|mastermind)s? (?:of|behind)) `, `$1 is believed to be behind `},
		{`^(who|which \S+|what) (is|are|was|were) under suspicion\b`, `$1 $2 suspected`},
		// wishes
		{`^(what|which \S+|whom|who|where) would (.+?) (?:like|love|prefer) to (\w+)`, `$1 does $2 want to $3`},
		{`^(who|which \S+) would (?:like|love|prefer) to (\w+)`, `$1 wants to $2`},
		{`^would (.+?) (?:like|love|prefer) to (\w+)`, `Does $1 want to $2`},
		{`^((?:what|which|whom|who)(?: \S+)?) (?:was|were) (.+?) (?:trying|hoping|attempting|seeking|aiming|wanting) to (\w+)`, `$1 did $2 want to $3`},
		{`^who (?:will|would|is to|is going to) (?:.+?) (?:instead|in place) of (\p{Lu}.*)$`, `Who replaces $1`},
		{`^what (?:word|term|name|expression|label|epithet)s? (did|does|has) (.+?) (?:use|used) (?:for|to describe|about|of) (.+)$`, `What $1 $2 call $3`},
		{`^what (is|was|are|were) the (?:cargo|load|freight|payload) of (.+)$`, `What $1 $2 carrying`},
		{`^whose (brother|sister|son|daughter|husband|wife|father|mother|uncle|aunt|cousin|child|children|parents|partner|friend) (?:died|was killed|were killed|drowned|perished)\b`, `Who lost a $1`},
		{`\b(?:finished|was placed|were placed|ended up|ranked|came home|came in) second\b`, `came second`},
		{`\b(?:took|claimed|secured|captured|won|got) (?:the )?(?:second place|silver(?: medal)?)\b`, `came second`},
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
