package read

import (
	"testing"
	"time"
)

func TestParseDate(t *testing.T) {
	for in, want := range map[string]string{
		"2024-06-13": "2024-06-13", "2024-06-13T08:00": "2024-06-13", "13-02-2009": "2009-02-13", "2/13/2009": "2009-02-13", "05.05.2009": "2009-05-05",
		"20240613": "2024-06-13", "2024/06/13": "2024-06-13", "13-Jun-2024": "2024-06-13", " June 13, 2024": "2024-06-13",
		"03-02-2009": "may be 3 February or 2 March 2009", "31/31/2009": "is not understood", "soon": "is not understood",
	} {
		d, err := parseDate(in)
		got := d.Format(time.DateOnly)
		if err != nil {
			got = err.Error()
		}
		if got != want {
			t.Errorf("%q: %s, want %s", in, got, want)
		}
	}
}

// TestDoubtfulDate checks that a date which cannot be read costs the date, not the article.
func TestDoubtfulDate(t *testing.T) {
	files(t, map[string]string{
		"a.jsonl":          `{"text": "The river rose in the night.", "date": "03-02-2009"}` + "\n" + `{"text": "The lake fell in the day.", "date": "13-02-2009"}`,
		"news/SOURCES.txt": "Taken from the archive.", "news/README.md": "About these files.", "news/story.txt": "The town slept.",
	})
	docs, errs := collect(Options{}, "a.jsonl")
	if len(docs) != 2 || errs != nil || len(docs[0].Remarks) != 1 || !docs[0].Date.IsZero() || docs[1].Remarks != nil || docs[1].Date.Format(time.DateOnly) != "2009-02-13" {
		t.Fatalf("%+v %q", docs, errs)
	}
	if want := `a.jsonl:1: date "03-02-2009" may be 3 February or 2 March 2009: left out (write it as 2024-06-13)`; docs[0].Remarks[0] != want {
		t.Errorf("remark %q, want %q", docs[0].Remarks[0], want)
	}
	if docs, errs := collect(Options{}, "news"); ids(docs) != "story" || errs != nil {
		t.Errorf("beside README and SOURCES: %s %q", ids(docs), errs)
	}
	if docs, _ := collect(Options{}, "news/README.md"); len(docs) != 1 {
		t.Error("a README that the user names is not read")
	}
}
