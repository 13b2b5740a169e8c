package extract

import "testing"

func TestVerbLemma(t *testing.T) {
	for _, c := range [][3]string{
		{"expected", "expecte", "expect"}, {"resulted", "resulte", "result"}, {"clarified", "clarifie", "clarify"},
		{"becoming", "becom", "become"}, {"said", "say", "say"}, {"withdrew", "withdr", "withdraw"},
		{"planned", "plann", "plan"}, {"cooperated", "cooperat", "cooperate"}, {"overran", "overr", "overrun"},
		{"googled", "google", "google"}, {"founded", "found", "found"}, {"tied", "ty", "tie"},
		{"flown", "flow", "fly"}, {"drew", "dread", "draw"}, {"fined", "fin", "fine"}, {"bribing", "brib", "bribe"}, {"found", "find", "find"},
		{"annulled", "annull", "annul"}, {"lectured", "lectur", "lecture"}, {"decoded", "decod", "decode"}, {"freed", "fre", "free"}, {"capsize", "capsiz", "capsize"}, {"guaranteed", "guarante", "guarantee"},
	} {
		if got := verbLemma(c[0], c[1]); got != c[2] {
			t.Errorf("%s (%s): %s, want %s", c[0], c[1], got, c[2])
		}
	}
}
