package graph

// Ask is what a question wants to know; the zero value asks for an argument: who, what, which.
type Ask int

const (
	AskArgument Ask = iota
	AskTruth        // whether it is so
	AskTime
	AskPlace
	AskQuantity // how many or how much of the wanted argument
	AskSpeech   // what somebody said
	AskSpeaker  // who said so
	AskIdentity // who or what something is
	AskEvents   // what is said of something
	AskPath     // how two things hang together
	AskCause    // why it is so
)

var askNames = []string{"argument", "truth", "time", "place", "quantity", "speech", "speaker", "identity", "events", "path", "cause"}

func (a Ask) String() string { return name(askNames, int(a)) }

// A Slot is an argument of a Pattern.
type Slot struct {
	Role    string   // "subject", "object", a preposition, or "of" for what owns or governs the role that is asked for
	Name    string   // as a statement's argument would be named; "" where it may be anything
	Proper  bool     // Name is a name
	Head    string   // lemma of the head noun
	Words   []string // lemmas of the modifiers; of a name, nouns beside it: "boxer" of "the boxer Dario Kolar"
	Class   string   // of the thing, "" for any
	Wanted  bool     // this is what is asked for; Head and Words then say of what kind it must be
	Counted bool     // its number is asked for
	Named   bool     // its name is asked for
	State   string   // whose government it names, as "Poland" of "the Polish government" and of "Warsaw"; "" for none
	Within  []Slot   // what its phrase ties to it: "with Ukraine" of "an agreement with Ukraine"
}

// Pattern is a question turned into what statements must say to answer it.
type Pattern struct {
	Text     string // the question
	Ask      Ask
	Verb     string // lemma with particle, without preposition; "be" for a copula; "" for any
	Slots    []Slot
	Negative bool
	Tenses   []Tense  // those that the statements may have; nil for any
	Modal    bool     // asks for what may be as well: "might", "could"
	Time     Time     // the statements' time must lie in it; where only the text is known, it must be named
	Side     string   // of Time: "" in it, "before", "after"
	Content  []string // of what is said: lemmas that the clause must hold ("that the toll would rise")
	Rest     []string // lemmas of the question's further words, which the statements' sentences must hold
}

// Wanted returns the slot that is asked for, nil where there is none.
func (p *Pattern) Wanted() *Slot {
	for i := range p.Slots {
		if p.Slots[i].Wanted {
			return &p.Slots[i]
		}
		for j := range p.Slots[i].Within {
			if p.Slots[i].Within[j].Wanted {
				return &p.Slots[i].Within[j]
			}
		}
	}
	return nil
}
