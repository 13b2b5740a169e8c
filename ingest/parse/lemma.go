package parse

import (
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"
)

// script makes a lemma of a word (Chrupała 2006): lower it, cut runes off its end, add a string; or it is the lemma
// as a whole. Its text form is train/data.py's.
type script struct {
	whole, lower bool
	cut          int
	add          string
}

func readScripts(lines []string) ([]script, error) {
	out := make([]script, len(lines))
	for i, l := range lines {
		if rest, ok := strings.CutPrefix(l, "="); ok {
			out[i] = script{whole: true, add: rest}
			continue
		}
		f := strings.SplitN(l, "|", 3)
		if len(f) != 3 || f[0] != "L" && f[0] != "K" {
			return nil, fmt.Errorf("entry %d: %q is no lemma script", i, l)
		}
		cut, err := strconv.Atoi(f[1])
		if err != nil || cut < 0 {
			return nil, fmt.Errorf("entry %d: %q is no lemma script: bad number %q", i, l, f[1])
		}
		out[i] = script{lower: f[0] == "L", cut: cut, add: f[2]}
	}
	return out, nil
}

// apply returns the lemma; a word too short for the cut stays as it is.
func (s *script) apply(word string) string {
	if s.whole {
		return s.add
	}
	base := word
	if s.lower {
		base = strings.ToLower(word)
	}
	end := len(base)
	for i := 0; i < s.cut; i++ {
		if end == 0 {
			return base
		}
		_, size := utf8.DecodeLastRuneInString(base[:end])
		end -= size
	}
	if end == 0 && s.add == "" {
		return base
	}
	if s.add == "" {
		return base[:end]
	}
	return base[:end] + s.add
}

// wordTag is a word as written and its XPOS.
type wordTag struct{ word, tag string }

// readLemmas reads lines of word, tag and lemma.
func readLemmas(lines []string) (map[wordTag]string, error) {
	out := make(map[wordTag]string, len(lines))
	for i, l := range lines {
		f := strings.Split(l, "\t")
		if len(f) != 3 || f[2] == "" {
			return nil, fmt.Errorf("entry %d: %q is not word, tag and lemma", i, l)
		}
		out[wordTag{f[0], f[1]}] = f[2]
	}
	return out, nil
}

// lemma returns a word's lemma: what the treebanks have for it and its tag, else an irregular verb's, else what the
// network's script makes of it. A form that is then no known word gives way to a regular one that is.
func (m *Model) lemma(word, tag string, s *script) string {
	if l, ok := m.lemmas[wordTag{word, tag}]; ok {
		return l
	}
	got := s.apply(word)
	var ends []string
	switch tag {
	case "CD":
		return strings.ReplaceAll(got, ",", "")
	case "VBD", "VBN":
		if l, ok := irregular[strings.ToLower(word)]; ok {
			return l
		}
		ends = []string{"ed"}
	case "VB":
		if low := strings.ToLower(word); irregular[low] != "" {
			return low // "to found", "to grind" but "to ground": an infinitive is no other verb's past
		}
		return got
	case "VBG":
		ends = []string{"ing"}
	case "VBZ":
		ends = []string{"s", "es"}
	case "JJR", "RBR":
		ends = []string{"er"}
	case "JJS", "RBS":
		ends = []string{"est"}
	default:
		return got
	}
	if m.pieces.known(got) || len(word) > 32 {
		return got
	}
	low := strings.ToLower(word)
	for i, end := range ends {
		stem, ok := strings.CutSuffix(low, end)
		n := len(stem)
		if !ok || n < 3 {
			continue
		}
		double := stem[n-1] == stem[n-2]
		if double && strings.IndexByte("szf", stem[n-1]) >= 0 && m.pieces.known(stem) {
			return stem // "buzzing", "stuffed"
		}
		if double && m.pieces.known(stem[:n-1]) {
			return stem[:n-1]
		}
		if stem[n-1] == 'i' && m.pieces.known(stem[:n-1]+"y") {
			return stem[:n-1] + "y"
		}
		for _, l := range []string{stem + "e", stem} {
			if m.pieces.known(l) {
				return l
			}
		}
		// No form is known: what English spelling allows.
		if i+1 < len(ends) || tag == "VBZ" {
			continue
		}
		switch {
		case double && strings.IndexByte("lsz", stem[n-1]) < 0:
			return stem[:n-1]
		case mute[stem[n-2:]]:
			return stem + "e"
		case !vowel(stem[n-1]) && !vowel(stem[n-2]):
			return stem
		}
	}
	return got
}

// mute has the ends of stems that want an e: "violat".
var mute = set("at iz ys uc ov iv lv rv rg dg nc rc lg ag ak ok ik uk ur ir ut ib ub uid ap yp bl pl tl gl dl fl cl zl kl ns rs")

func vowel(c byte) bool { return strings.IndexByte("aeiouy", c) >= 0 }

// irregular has the past forms and participles of irregular verbs.
var irregular = pastForms(`arise arose arisen, awake awoke awoken, bear bore borne, beat beat beaten, become became become,
	begin began begun, bend bent, bet bet, bid bid, bind bound, bite bit bitten, bleed bled, blow blew blown, break broke
	broken, breed bred, bring brought, broadcast broadcast, build built, burn burnt, burst burst, buy bought, cast cast,
	catch caught, choose chose chosen, cling clung, come came come, cost cost, creep crept, cut cut, deal dealt, dig dug,
	do did done, draw drew drawn, dream dreamt, drink drank drunk, drive drove driven, eat ate eaten, fall fell fallen,
	feed fed, feel felt, fight fought, find found, flee fled, fling flung, fly flew flown, forbid forbade forbidden,
	forecast forecast, foresee foresaw foreseen, forget forgot forgotten, forgive forgave forgiven, freeze froze frozen,
	get got gotten, give gave given, go went gone, grind ground, grow grew grown, hang hung, have had, hear heard, hide hid
	hidden, hit hit, hold held, hurt hurt, keep kept, kneel knelt, know knew known, lay laid, lead led, leap leapt, learn
	learnt, leave left, lend lent, let let, light lit, lose lost, make made, mean meant, meet met, mislead misled, mistake
	mistook mistaken, outdo outdid outdone, overcome overcame, oversee oversaw overseen, overtake overtook overtaken,
	overthrow overthrew overthrown, pay paid, prove proven, put put, quit quit, read read, rebuild rebuilt, rewrite rewrote
	rewritten, ride rode ridden, ring rang rung, rise rose risen, run ran, say said, see saw seen, seek sought, sell sold,
	send sent, set set, shake shook shaken, shed shed, shine shone, shoot shot, show shown, shrink shrank shrunk, shut shut,
	sing sang sung, sink sank sunk, sit sat, slay slew slain, sleep slept, slide slid, speak spoke spoken, speed sped, spend
	spent, spin spun, split split, spread spread, spring sprang sprung, stand stood, steal stole stolen, stick stuck, sting
	stung, strike struck stricken, strive strove striven, swear swore sworn, sweep swept, swell swollen, swim swam swum,
	swing swung, take took taken, teach taught, tear tore torn, tell told, think thought, throw threw thrown, thrust thrust,
	tread trod trodden, undergo underwent undergone, understand understood, undertake undertook undertaken, uphold upheld,
	upset upset, wake woke woken, wear wore worn, weave wove woven, weep wept, win won, withdraw withdrew withdrawn, withhold
	withheld, withstand withstood, write wrote written`)

func pastForms(verbs string) map[string]string {
	out := map[string]string{}
	for _, v := range strings.Split(verbs, ",") {
		f := strings.Fields(v)
		for _, form := range f[1:] {
			out[form] = f[0]
		}
	}
	return out
}
