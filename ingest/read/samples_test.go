package read

import (
	"strings"
	"testing"
)

// TestSamples checks that the sample articles come out with their headline, date and body, without what stands around.
func TestSamples(t *testing.T) {
	n := 0
	for d, err := range Paths([]string{"../../data/articles"}, Options{}) {
		if err != nil {
			t.Fatal(err)
		}
		n++
		if d.Title == "" || d.Date.IsZero() || !strings.HasPrefix(d.Text, d.Title+"\n") {
			t.Errorf("%s: title %q, date %v", d.ID, d.Title, d.Date)
		}
		for l := range strings.SplitSeq(strings.TrimPrefix(d.Text, d.Title+"\n"), "\n") {
			if !closed(l) {
				t.Errorf("%s: not the article's: %q", d.ID, l)
			}
		}
		if w := len(strings.Fields(d.Text)); w < 250 || w > 450 {
			t.Errorf("%s: %d words, want 250 to 450", d.ID, w)
		}
		if d.Skipped[len(d.Skipped)-1].Reason != "newsletter" && d.ID == "us-ukraine-agreement" {
			t.Errorf("%s: the furniture below is still there: %v", d.ID, d.Skipped)
		}
	}
	if n < 6 {
		t.Errorf("%d sample articles, want at least six", n)
	}
}
