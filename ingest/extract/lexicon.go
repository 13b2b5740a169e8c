package extract

import "strings"

// set makes a word list from a string of words divided by blanks.
func set(s string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(s) {
		m[w] = true
	}
	return m
}

// speechVerbs take what was said as a clause or quotation; their subject is its source.
var speechVerbs = set(`say tell announce state add explain report reveal emphasize emphasise stress note claim argue warn
insist admit confirm declare comment remark reply respond write mention assert allege deny acknowledge concede boast
contend maintain observe predict pledge promise vow recall reiterate repeat suggest testify urge caution complain conclude
continue quote read recount relate retort shout signal specify tweet post estimate disclose indicate clarify complain
describe propose ask demand proclaim affirm reassure inform advise accuse swear threaten agree answer believe think fear
hope feel consider suspect doubt assume expect know show find`)

// opinionVerbs are those of speechVerbs that report a thought or a finding rather than words.
var opinionVerbs = set(`believe think fear hope feel consider suspect doubt assume expect know show find indicate suggest`)

// factive verbs take their clause for granted: its source stays the author's.
var factive = set(`know realize realise regret discover learn see notice forget remember understand mean show find ensure
ignore recognize recognise`)

// frame is what a governing word does to the predicate under it.
type frame struct {
	certainty int  // 0 leaves it, 1 probable, 2 possible, 3 unknown
	future    bool // the embedded event is still to come
	negative  bool // the embedded event does not take place
	drop      bool // the governing word gives no statement of its own
	unnamed   bool // the content is attributed to unnamed sources
}

const (
	leave = iota
	probable
	possible
	unknown
)

// subjectFrames are verbs and adjectives whose infinitive or gerund is done by their own subject; objectFrames make, let
// or ask their object to do something and keep a statement of their own; passiveFrames are "is expected to", "is said to".
var subjectFrames, objectFrames, passiveFrames = lexicon()

func frames(m map[string]frame, f frame, words string) map[string]frame {
	for _, w := range strings.Fields(words) {
		m[w] = f
	}
	return m
}

func lexicon() (subject, object, passive map[string]frame) {
	s, o, p := map[string]frame{}, map[string]frame{}, map[string]frame{}
	frames(s, frame{drop: true, future: true, certainty: probable}, `plan intend set expect prepare schedule poise due likely
		decide about mean ready slate destine bind arrange resolve determine go-ahead gear move proceed-with expected scheduled
		supposed project`)
	frames(s, frame{drop: true, future: true, certainty: possible}, `want wish hope try attempt seek ask offer threaten aim
		consider strive desire propose struggle long eager keen willing request plot volunteer dare fight contemplate need
		unlikely-not prefer like love hate hesitate reluctant afraid aspire endeavor endeavour beg tempt`)
	frames(s, frame{drop: true, future: true}, `promise agree pledge vow commit undertake swear go guarantee consent opt choose`)
	frames(s, frame{drop: true, negative: true}, `fail refuse decline neglect forget avoid unable unwilling omit resist`)
	frames(s, frame{drop: true}, `stop quit cease halt`)
	frames(s, frame{drop: true, future: true, negative: true, certainty: probable}, `unlikely`)
	frames(s, frame{drop: true}, `manage continue begin start keep tend come happen get proceed able have use rush help
		remain turn serve succeed finish afford resume bother hasten learn live grow bound sure certain free quick first last`)
	frames(s, frame{drop: true, certainty: probable}, `seem appear look claim profess pretend`)
	frames(o, frame{}, `cause lead make force help get compel drive push prompt require oblige see hear watch find leave keep
		bring motivate inspire trick persuade convince`)
	frames(o, frame{future: true, certainty: possible}, `ask urge tell order allow enable permit let encourage advise invite
		call want wish beg request instruct authorize authorise recommend empower entitle challenge warn press pressure direct
		need like prefer trust push appeal plead prevail signal shout lobby`)
	frames(o, frame{future: true, certainty: probable, drop: true}, `expect`)
	frames(o, frame{future: true, negative: true}, `forbid`)
	frames(p, frame{drop: true, future: true, certainty: probable, unnamed: true}, `expect anticipate project forecast predict`)
	frames(p, frame{drop: true, unnamed: true}, `say believe report think understand allege rumor rumour claim know find see
		consider deem assume suppose estimate`)
	frames(p, frame{drop: true, future: true, certainty: probable}, `plan schedule set intend mean design slate poise prepare
		bind destine determine`)
	return s, o, p
}

// subjectControl: with an object, the infinitive is still the subject's ("promised him to come").
var subjectControl = set(`promise threaten vow pledge swear use spend take serve waste`)

// promising verbs take an infinitive as their complement wherever it stands: "promised during the campaign to raise".
var promising = set(`promise pledge vow threaten agree decide plan intend refuse decline want hope seek offer fail try attempt continue`)

// preventing verbs: the deed after "from" does not take place.
var preventing = set(`prevent stop ban bar block keep prohibit discourage stop hinder dissuade deter exclude forbid`)

// invariant verbs have the same form in the past.
var invariant = set(`cut hit put set let shut hurt cost cast burst bet quit split spread shed thrust upset rid beat read`)

// clearing verbs: the deed after "of" did not happen, in law.
var clearing = set(`acquit clear absolve exonerate exculpate`)

// phases end an action and keep its name: "stop using" is the predicate.
var phases = set(`stop quit cease halt`)

// stative verbs say how things are; in a condition they speak of the present.
var stative = set(`be have think believe know want need like love own exist feel mean deserve understand doubt contain belong depend
seem appear remain live`)

// accusing verbs: the deed after "of" or "with" is alleged.
var accusing = set(`accuse charge suspect convict indict blame prosecute sue`)

// judging verbs: the deed after "for" is their object's.
var judging = set(`sentence jail fine convict punish criticise criticize praise thank blame reward honour honor arrest detain fire
	sack dismiss suspend expel condemn censure reprimand imprison commend applaud fault rebuke attack scold prosecute sue try`)

// idioms are verb and object that are one predicate; the next prepositional argument is what they relate to.
var idioms = map[string]bool{"take place": true, "take part": true, "say goodbye": true, "take care": true,
	"take advantage": true, "pay attention": true, "make use": true, "take hold": true, "take effect": true, "give birth": true,
	"lose touch": true, "keep track": true, "take over": true, "give way": true, "make way": true, "take office": true,
	"take aim": true, "take shape": true, "get rid": true, "set fire": true, "open fire": true, "have access": true,
	"gain access": true, "play host": true, "take issue": true, "pay tribute": true, "lay claim": true}

// touch are verb and prepositional noun that are one predicate: "get in touch (with)", "come to power".
var touch = set(`in/touch in/contact into/force into/effect to/conclusion to/power to/terms to/end in/charge on/strike on/trial
in/place at/risk in/line at/odds in/talks under/fire in/danger to/court in/favor in/favour on/board`)

// monthsDays are nouns that make a phrase a time.
var timeNouns = set(`january february march april may june july august september october november december jan feb mar apr jun
jul aug sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun today
yesterday tomorrow tonight morning afternoon evening night noon midnight day week weekend month year decade century hour
minute second moment time season quarter semester spring summer autumn fall winter ago now age era period century dawn dusk
anniversary deadline christmas easter`)

// adverbials are phrases of a preposition and a bare noun that say nothing of what somebody does something with or to.
var adverbials = func() map[string]bool {
	m := map[string]bool{}
	for prep, nouns := range map[string]string{"above": "all", "after": "all", "at": "all last first once least most best worst random will length",
		"for": "example instance good certain sure now short once", "of": "course", "on": "average purpose balance aggregate paper",
		"in": "all fact turn general particular short part principle practice theory effect addition total essence reality",
		"by": "far chance accident mistake definition", "to": "date"} {
		for n := range strings.FieldsSeq(nouns) {
			m[prep+" "+n] = true
		}
	}
	return m
}()

// timePreps introduce times before events: "during the summit", "after the vote".
var timePreps = set(`during after before since until till following amid by throughout`)

var placePreps = set(`in at near inside outside on off across around above below beneath beside behind within throughout along`)

var titleWords = set(`president prime minister chancellor king queen prince princess senator governor mayor judge justice general
colonel captain major lieutenant sergeant admiral professor doctor dr mr mrs ms sir lord lady pope bishop archbishop cardinal
secretary chairman chairwoman chair director ceo chief premier congressman congresswoman representative rep. sen. gov. gen. col.
lt. capt. ambassador spokesman spokeswoman spokesperson coach commissioner attorney officer detective inspector minister
vice deputy sheikh emperor leader speaker treasurer sheriff founder owner manager striker goalkeeper midfielder actor actress
singer author writer`)

// empty titles are forms of address that say nothing about the person.
var address = set(`mr mrs ms miss dr sir mr. mrs. ms. dr. madam`)

func negator(w string) bool {
	switch w {
	case "not", "n't", "n’t", "never", "hardly", "scarcely", "barely", "seldom", "rarely", "nor", "neither", "nt":
		return true
	}
	return false
}
