package ingest

import (
	_ "embed"
	"regexp"
	"slices"
	"strings"
	"sync"
)

//go:embed phrases.txt
var phraseText string

// phrases are verbs of several words, in each of their forms, with the form of the one that says the same.
var phrases = sync.OnceValue(func() (out []rewording) {
	for line := range strings.Lines(phraseText) {
		phrase, plain, ok := strings.Cut(strings.TrimSpace(line), " > ")
		if !ok || strings.HasPrefix(line, "#") {
			continue
		}
		first, rest, _ := strings.Cut(phrase, " ")
		verb, behind, _ := strings.Cut(plain, " ")
		said, forms := inflected(first), inflected(verb)
		for i, form := range said {
			if slices.Contains(said[:i], form) {
				continue // "put": the first form stands for all
			}
			out = append(out, rewording{regexp.MustCompile(`(?i)\b` + regexp.QuoteMeta(form+" "+rest) + `\b`), strings.TrimSpace(forms[i] + " " + behind)})
		}
	}
	return out
})

// irregular are the past and the participle of verbs.
var irregular = map[string][2]string{"get": {"got", "gotten"}, "do": {"did", "done"}, "hold": {"held", "held"}, "hang": {"hung", "hung"}, "keep": {"kept", "kept"}, "take": {"took", "taken"}, "stand": {"stood", "stood"}, "give": {"gave", "given"},
	"put": {"put", "put"}, "bring": {"brought", "brought"}, "make": {"made", "made"}, "pay": {"paid", "paid"}, "come": {"came", "come"}, "speak": {"spoke", "spoken"}, "throw": {"threw", "thrown"}, "find": {"found", "found"}, "catch": {"caught", "caught"},
	"set": {"set", "set"}, "lay": {"laid", "laid"}, "run": {"ran", "run"}, "cast": {"cast", "cast"}, "fall": {"fell", "fallen"}, "go": {"went", "gone"}, "lose": {"lost", "lost"}, "see": {"saw", "seen"}, "break": {"broke", "broken"}, "steal": {"stole", "stolen"},
	"leave": {"left", "left"}, "withdraw": {"withdrew", "withdrawn"}, "flee": {"fled", "fled"}, "tie": {"tied", "tied"}, "stop": {"stopped", "stopped"}, "drop": {"dropped", "dropped"}, "expel": {"expelled", "expelled"}, "opt": {"opted", "opted"},
	"step": {"stepped", "stepped"}, "try": {"tried", "tried"}, "quarrel": {"quarrelled", "quarrelled"}, "begin": {"began", "begun"}, "become": {"became", "become"}, "win": {"won", "won"}, "drive": {"drove", "driven"}, "ride": {"rode", "ridden"}, "split": {"split", "split"}, "hit": {"hit", "hit"}}

// inflected are a verb's infinitive, past, participle, third person and gerund.
func inflected(verb string) []string {
	past := verb + "ed"
	if strings.HasSuffix(verb, "e") {
		past = verb + "d"
	}
	forms, ok := irregular[verb]
	if !ok {
		forms = [2]string{past, past}
	}
	third, gerund := verb+"s", verb+"ing"
	switch {
	case strings.HasSuffix(verb, "y") && !strings.ContainsAny(verb[len(verb)-2:len(verb)-1], "aeo"):
		third = strings.TrimSuffix(verb, "y") + "ies"
	case strings.HasSuffix(verb, "ch"), strings.HasSuffix(verb, "sh"), strings.HasSuffix(verb, "ss"), strings.HasSuffix(verb, "o"):
		third = verb + "es"
	}
	switch {
	case strings.HasSuffix(verb, "ee"):
	case verb == "tie":
		gerund = "tying"
	case strings.HasSuffix(verb, "e"):
		gerund = strings.TrimSuffix(verb, "e") + "ing"
	case slices.Contains([]string{"get", "put", "run", "set", "stop", "drop", "step", "win", "begin", "split", "hit"}, verb):
		gerund = verb + verb[len(verb)-1:] + "ing"
	}
	return []string{verb, forms[0], forms[1], third, gerund}
}
