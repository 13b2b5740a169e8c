package eval

import "strings"

// The word lists of the matching rules. They are part of the measure: a change in one changes every score.
var (
	determiners  = set("a an the this that these those its his her their our my your whose some any")
	prepositions = set(`of in on at to for from with by about against into onto over under between during after before
		since until till through throughout near as than like within without among around across behind beyond above
		below toward towards upon off out up down away back along amid despite per via including following according
		aboard outside inside ahead`)
	relatives = set("who which that whose where when whom")
	ordinals  = set(`first second third fourth fifth sixth seventh eighth ninth tenth last next former latter
		north south east west northern southern eastern western`)
	titles = set(`president prime minister senator governor judge professor dr mr mrs ms general captain king queen
		prince secretary chancellor chairman director mayor sir former chief ceo administrator major lord lady spokesman
		spokeswoman spokesperson mp coach us uk`)
	modals  = set("will would shall should can could may might must to cannot ca wo ll d")
	adverbs = set(`not n't nt never also already still just only even again now then more most very so nearly almost
		yet ever no longer soon later once twice often instead however far well together too both quite rather currently`)
	endsInLy    = set("apply supply rely reply ally fly multiply comply imply assembly family rally bully italy july")
	negators    = set("no not n't never without neither nor none")
	speechVerbs = stems(`say tell announce state add explain report reveal emphasize stress note claim argue warn insist
		admit confirm declare comment remark reply respond ask speak write mention`)
	lightVerbs = stems("be have do make take give hold put get go come play")
	relators   = union(prepositions, stems(strings.Join(sorted(prepositions), " "))) // prepositions, stemmed and not
	numbers    = map[string]string{"zero": "0", "one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6",
		"seven": "7", "eight": "8", "nine": "9", "ten": "10", "eleven": "11", "twelve": "12"}
)

// baseForm maps the forms of irregular verbs to their base, the bases to themselves.
var baseForm = irregular(`
arise arose arisen; be am is are was were been being 's 're; bear bore born borne; beat beaten; become became;
begin began begun; bet; bid; bind bound; blow blew blown; break broke broken; bring brought; build built; buy bought;
catch caught; choose chose chosen; come came; cost; cut; deal dealt; die died dying dies; dig dug; do does did done doing;
draw drew drawn; drink drank drunk; drive drove driven; eat ate eaten; fall fell fallen; feed fed; feel felt; fight fought;
find found; flee fled; fly flew flown; forbid forbade forbidden; forget forgot forgotten; freeze froze frozen; get got gotten;
give gave given; go goes went gone; grow grew grown; hang hung; have has had having 've; hear heard; hide hid hidden; hit;
hold held; hurt; keep kept; know knew known; lay laid; lead led; leave left; lend lent; lie lain lied lying; lose lost;
make made; mean meant; meet met; overcome overcame; pay paid; put; quit; read; ride rode ridden; rise rose risen; run ran;
say said; see saw seen; seek sought; sell sold; send sent; set; shake shook shaken; shed; shoot shot; show shown showed;
shrink shrank shrunk; shut; sing sang sung; sink sank sunk; sit sat; sleep slept; slide slid; speak spoke spoken; spend spent;
split; spread; spring sprang sprung; stand stood; steal stole stolen; stick stuck; strike struck stricken; swear swore sworn;
sweep swept; swim swam swum; swing swung; take took taken; teach taught; tear tore torn; tell told; think thought;
throw threw thrown; tie tied tying ties; undergo underwent undergone; understand understood; undertake undertook undertaken;
wake woke woken; wear wore worn; win won; wind wound; withdraw withdrew withdrawn; write wrote written`)

func irregular(s string) map[string]string {
	m := map[string]string{}
	for verb := range strings.SplitSeq(s, ";") {
		forms := strings.Fields(verb)
		for _, f := range forms {
			m[f] = forms[0]
		}
	}
	return m
}

// base returns the base of an irregular verb's form, any other word as it is.
func base(w string) string {
	if b, ok := baseForm[w]; ok {
		return b
	}
	return w
}

// stem returns one form for the inflections of a word; it need not be a word itself.
func stem(w string) string {
	w = base(w)
	switch w {
	case "be", "have", "do", "tie", "die", "lie":
		return w
	}
	w = strings.ReplaceAll(w, "isation", "ization")
	for _, end := range []string{"e", "ed", "es", "ing"} {
		if s, ok := strings.CutSuffix(w, "is"+end); ok {
			w = s + "iz" + end
			break
		}
	}
	w = singular(w)
	r := []rune(w)
	switch n := len(r); {
	case n > 4 && strings.HasSuffix(w, "ied"):
		r = append(r[:n-3], 'y')
	case n > 4 && strings.HasSuffix(w, "ed") && !strings.HasSuffix(w, "eed"):
		r = r[:n-2]
	case n > 5 && strings.HasSuffix(w, "ing"):
		r = r[:n-3]
	}
	if n := len(r); n > 3 && r[n-1] == r[n-2] && !strings.ContainsRune("aeiou", r[n-1]) {
		r = r[:n-1]
	}
	if n := len(r); n > 2 && r[n-1] == 'e' {
		r = r[:n-1]
	}
	if n := len(r); n > 2 && r[n-1] == 'y' {
		r[n-1] = 'i'
	}
	return string(r)
}

// singular drops the -s of plurals and of verbs.
func singular(w string) string {
	r := []rune(w)
	n := len(r)
	switch {
	case n > 4 && strings.HasSuffix(w, "ies"):
		return string(r[:n-3]) + "y"
	case n > 4 && hasAnySuffix(w, "sses", "shes", "ches", "xes", "zes"):
		return string(r[:n-2])
	case n > 3 && r[n-1] == 's' && !strings.ContainsRune("sui", r[n-2]):
		return string(r[:n-1])
	}
	return w
}

func hasAnySuffix(w string, ends ...string) bool {
	for _, e := range ends {
		if strings.HasSuffix(w, e) {
			return true
		}
	}
	return false
}
