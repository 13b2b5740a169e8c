package schema

import (
	"testing"
)

func TestDefaultLexicon(t *testing.T) {
	l, err := Read("lexicon.txt", lexiconText)
	if err != nil {
		t.Fatal(err)
	}
	t.Logf("%d relations, %d rules", len(l.Relations), len(l.Rules))
}
