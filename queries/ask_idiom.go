package queries

import (
	"slices"
	"strings"

	"kg/graph"
	"kg/schema"
)

// idiom is a verb that says something else with its noun: "went on strike" for "struck".
type idiom struct {
	verb, role string
	nouns      map[string]bool
	means      string
	passive    bool // its subject is who it is done to
}

var idioms = func() []idiom {
	var out []idiom
	for _, line := range []string{
		"slap,impose,levy object fine,penalty fine", "pay as,in fine,penalty fine -", "pay object fine,penalty fine -", "file,lodge,launch object appeal appeal", "lodge,submit object complaint complain", "file,bring object lawsuit,suit sue", "take object part participate", "put,lay object blame blame", "face object charge,accusation charge -", "be under arrest arrest -", "be under siege besiege -",
		"be under attack,fire attack -", "be under construction build -", "be at war fight", "go to war fight", "hold,have object talk,meeting,discussion meet", "hold,have object talk,discussion negotiate", "make object debut debut", "turn,post,report object profit earn",
		"post,report,record,suffer object loss lose", "come under criticism criticise -", "take object refuge,shelter shelter", "take to street protest", "take to street march", "take,rush,bring,admit to hospital hospitalise", "bring,pull,lead,carry,lift,take to safety,surface rescue", "take object command take_over", "assume object office,power,control,post,command take_over",
		"assume object office start", "take object oath swear_in -", "take object prisoner seize", "take,hold as prisoner seize", "throw into,in jail,prison jail", "land,end_up in jail,prison jail -", "serve object sentence,term jail -", "receive object sentence sentence -", "get,receive,obtain object compensation compensate -",
		"put to death execute", "hand_down,pass object sentence sentence", "put to sea sail", "put to use use", "put on market launch", "put into orbit launch", "go into orbit orbit", "go into exile flee", "go into hiding hide", "go into liquidation,administration,bankruptcy,receivership collapse",
		"file for bankruptcy,insolvency collapse", "declare object bankruptcy collapse", "file for divorce divorce", "go on air broadcast -", "go,come under hammer sell -", "go,return to poll,ballot,urn vote", "go_up,burst,erupt in,into flame burn", "lose object job dismiss -", "lose object home displace -",
		"lose object consciousness faint", "set object fire burn", "set object sail depart", "set in motion start", "open object fire shoot", "lay object siege besiege", "lay to rest bury", "give,grant object permission,approval,consent,go-ahead,nod,blessing approve", "give,grant object permission,consent,go-ahead allow",
		"give,deliver,hold object speech,address speak", "express,voice object concern,fear,worry fear", "express object regret regret", "offer,make object apology apologise", "undergo object treatment,surgery,therapy treat -", "undergo object repair,renovation,restoration repair -", "undergo object test test -",
		"win object election elect -", "win object approval approve -", "win object freedom,release release -", "receive,sustain object injury,wound,burn injure -", "find,meet object death die", "commit object suicide die", "cause object death kill", "cause,do,inflict object damage,harm,havoc damage", "cause object injury injure",
		"inflict object defeat defeat", "suffer object defeat defeat -", "suffer,sustain object damage damage -", "put object end end", "put object stop stop", "bring to halt,standstill,stop stop", "come,grind to halt,standstill,stop stop", "draw,come to close end", "call,stage object strike,walkout strike",
		"stage,hold object protest,rally,demonstration protest", "hold object vote,ballot,referendum vote", "enter into force start", "enter object service start", "exchange object fire fight", "exchange object vow,ring marry", "sign object contract join", "break object silence speak", "break object ground build",
		"earn,obtain,get object degree,doctorate,diploma graduate", "raise,sound object alarm warn", "reach,draw object conclusion conclude", "come to conclusion conclude", "come to blow fight", "come to rescue,aid help", "be at helm lead", "be on run escape", "take object revenge avenge", "be under way happen", "get,come under way start",
		"give object evidence,testimony testify", "lose object life die", "claim,cost object life kill", "hand_in,submit,tender object resignation resign", "go,walk_out on strike strike",
		"go,return to prison,jail,gaol sentence -", "send to prison,jail,gaol sentence", "put in,behind prison,jail,bar jail", "stand,face object trial try -", "go on trial try -", "put on trial try", "catch object fire burn", "go in flame burn",
		"take into custody arrest", "place under arrest arrest", "bring,press,file object charge charge", "cast object vote vote", "change object hand sell -", "come to end end", "bring to end end", "take object control take_over",
		"take object power take_over", "take object office start", "take over,object helm take_over", "pay object tribute praise", "pay object visit visit", "cut object tie break", "set on fire burn", "take object life kill", "go to court sue",
		"take to court sue", "run object risk risk", "tie object knot marry", "come into force start", "take,come into,object effect start", "go,come into force,effect start", "put up,for sale sell", "go on sale sell -", "be on sale sell -",
		"take on board hire", "give object birth bear", "stop,down object work,tool strike", "start,begin object work,operation open", "be among dead,victim,casualty,fatality die", "be among injured,wounded injure -", "come to power take_over", "come into power take_over", "come to light reveal -", "bring to light reveal", "go on display show -", "put on display show", "be on display show -", "suffer object injury injure -", "make object profit earn", "pose object threat threaten", "take object blame admit",
		"be against,object object,- oppose", "be in favour,favor support", "be for - support", "be at odds quarrel", "be on strike strike", "be in charge lead", "have object charge lead", "be under investigation investigate -", "be on trial try -",
		"come under attack,fire attack -", "go object missing vanish", "be object missing vanish", "take as hostage seize", "take object hostage seize",
	} {
		f := strings.Fields(line)
		w := func(s string) string { return strings.ReplaceAll(s, "_", " ") }
		for _, v := range strings.Split(f[0], ",") {
			for _, role := range strings.Split(f[1], ",") {
				out = append(out, idiom{w(v), role, set(strings.ReplaceAll(f[2], ",", " ")), w(f[3]), len(f) > 4})
			}
		}
	}
	return out
}()

// states are adjectives that say with their preposition what a verb says: "responsible for the programme".
var states = map[string]string{"responsible for": "lead", "opposed to": "oppose", "critical of": "criticise", "afraid of": "fear", "worried about": "fear", "supportive of": "support", "guilty of": "convict", "aware of": "know",
	"interested in": "want", "keen on": "want", "capable of": "can", "dependent on": "depend", "home to": "house", "hostile to": "oppose", "married to": "marry", "engaged to": "engage", "absent from": "miss", "present at": "attend", "due to": "expect",
	"concerned about": "fear", "alarmed by": "fear", "fearful of": "fear", "reliant on": "depend", "full of": "contain", "rich in": "contain", "involved in": "participate", "unhappy with": "criticise", "loyal to": "support", "part of": "belong",
	"infected with": "contract", "ill with": "contract", "sick with": "contract", "victorious in": "win", "made of": "consist", "fond of": "like", "pleased with": "welcome", "certain of": "believe", "convinced of": "believe", "known as": "call", "profitable ": "earn"}

// borne are states of which the subject is who the verb is done to.
var borne = phrases("guilty of,known as,due to,engaged to,made of")

// idiomatic are other patterns for a question that says with a noun what a verb says: "who gave evidence", "who is against it".
func (q *asked) idiomatic(add func(verb string, change func(p *graph.Pattern))) {
	p := q.p
	for n := range p.Slots {
		s := &p.Slots[n]
		if s.Wanted && s.Head == "" || s.Proper && p.Verb != "be" {
			continue
		}
		if v := states[s.Head+" "+q.role()]; v != "" && p.Verb == "be" && s.Role == "object" {
			add(v, func(x *graph.Pattern) {
				x.Slots = slices.Delete(x.Slots, n, n+1)
				for i := range x.Slots {
					if r := x.Slots[i].Role; r != "subject" && r != "object" {
						x.Slots[i].Role = "object"
						break
					}
				}
			})
		}
		for _, d := range idioms {
			bare := d.nouns["-"]
			if bare && q.slot("object") != nil {
				continue
			}
			if d.verb != p.Verb || d.role != s.Role || bare == d.nouns[s.Head] || bare && d.role == "object" {
				continue
			}
			add(d.means, func(x *graph.Pattern) {
				x.Rest = slices.DeleteFunc(slices.Clone(x.Rest), func(w string) bool { return w == s.Head })
				switch {
				case bare:
					x.Slots[n].Role = "object"
					return
				case d.role == "object" && p.Verb == "be":
					return
				}
				x.Slots = slices.Delete(x.Slots, n, n+1)
				if s.Counted {
					x.Ask = graph.AskQuantity
				}
				for i := range x.Slots {
					if d.passive && x.Slots[i].Role == "subject" {
						x.Slots[i].Role = "object"
					}
				}
				for _, w := range s.Within {
					if (w.Name != "" || w.Head != "") && w.Role != "of" || w.Proper {
						if w.Role == "of" {
							w.Role = "object"
						}
						x.Slots = append(x.Slots, w)
					}
				}
			})
		}
	}
}

// idiom adds the view of a statement that says with a noun what the question's verb says: "handed in his resignation".
func (q *asked) idiom(r *reading, add func(float64, graph.Statement)) {
	if q.p.Verb == "" || q.p.Verb == "be" {
		return
	}
	if state, ok := strings.CutPrefix(r.st.Relation.Lemma, "be "); ok && states[state] != "" && together(near, states[state], q.p.Verb) && !borne[state] {
		s := *r.st
		s.Relation.Lemma = q.p.Verb
		add(0.9, s)
		return
	}
	for _, d := range idioms {
		whole := d.verb == r.st.Relation.Lemma                                                                                                    // "hand in"
		if d.verb == "be" && together(near, d.means, q.p.Verb) && r.st.Relation.Lemma == "be "+d.role && d.nouns[schema.Head(r.st.Object.Name)] { // "is in charge of the programme"
			s := *r.st
			s.Relation.Lemma, s.Object = q.p.Verb, graph.Value{}
			if _, of, ok := strings.Cut(r.st.Object.Text, " of "); ok {
				s.Object = graph.Value{Name: strings.TrimPrefix(of, "the "), Text: of, Class: "Thing"}
			} else if d.role == "in" {
				continue
			}
			if d.passive {
				s.Subject, s.Object = graph.Value{}, r.st.Subject
			}
			add(0.9, s)
			return
		}
		verb := q.p.Verb
		if converse[verb] == d.means {
			verb = d.means // "claimed 90 lives": how many died
		}
		if d.verb == "be" || d.verb != r.verb && !whole || d.nouns["-"] || !together(near, d.means, verb) {
			continue
		}
		for _, a := range r.args {
			head := schema.Head(a.Name)
			if a.role != d.role && !(whole && d.role == "object" && a.Value == r.st.Object) || !d.nouns[head] && !d.nouns[strings.TrimSuffix(head, "s")] {
				continue
			}
			s := *r.st
			s.Relation.Lemma, s.Object, s.Roles = verb, graph.Value{}, nil
			for _, b := range r.args {
				switch {
				case b.role == "subject" || b == a:
				case b.role == "object", s.Object.None() && (b.role == "against" || b.role == "of") && d.means != "testify":
					s.Object = b.Value
				default:
					s.Roles = append(s.Roles, graph.Role{Name: b.role, Value: b.Value})
				}
			}
			switch {
			case d.passive:
				s.Object, s.Subject = s.Subject, graph.Value{}
			case d.means == "kill" && s.Object.None() && numbered(a.Text): // "claimed 23 lives"
				s.Object = graph.Value{Name: strings.Replace(a.Name, "lives", "people", 1), Text: strings.Replace(a.Text, "lives", "people", 1), Class: "Person"}
			}
			add(0.9, s)
			return
		}
	}
}

// idiomVerbs are the verbs whose nouns may say v.
func idiomVerbs(v string) []string {
	var out []string
	for _, d := range idioms {
		switch {
		case !together(near, d.means, v) && converse[v] != d.means:
		case d.verb != "be":
			out = append(out, d.verb)
		case d.role != "object":
			out = append(out, "be "+d.role)
		}
	}
	return out
}

// lifted reads "is considering a move", "ruled out dissolving parliament": a verb that carries a clause in the gerund.
func (q *asked) lifted(r *reading, add func(float64, graph.Statement)) {
	st, v := r.st, q.p.Verb
	if st.Object.Class != "Clause" || v == "" || v == "be" || r.verb == v {
		return
	}
	first, rest, _ := strings.Cut(st.Object.Text, " ")
	if !strings.HasSuffix(first, "ing") || stem(first) != stem(v) {
		return
	}
	s := *st
	s.Relation.Lemma, s.Object, s.Tense = v, graph.Value{}, graph.Future
	if rest = clauseOf(rest); rest != "" {
		words := strings.Fields(rest)
		end := len(words)
		for i, w := range words {
			if i > 0 && (slices.Contains(prepositions, w) || w == "before" || w == "after" || w == "until" || w == "next") {
				end = i
				break
			}
		}
		rest = strings.Join(words[:end], " ")
		s.Object = graph.Value{Name: rest, Text: rest, Class: "Thing"}
	}
	switch {
	case barring[r.verb] && st.Polarity == graph.Positive:
		s.Polarity = graph.Negative
	case planning[r.verb] || forecasting[r.verb]:
		s.Certainty = max(st.Certainty, graph.Probable)
	default:
		return
	}
	add(0.85, s)
}
