package eval

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// TestGoldForm holds data/gold to the form that its README describes.
func TestGoldForm(t *testing.T) {
	classes := []string{"", "Person", "Organization", "Place", "Event", "Work", "Date", "Quantity", "Group", "Thing", "Clause"}
	words := map[string][]string{
		"polarity":     {"positive", "negative"},
		"certainty":    {"certain", "probable", "possible", "unknown"},
		"tense":        {"past", "present", "future"},
		"kind":         {"relation", "attribute", "membership", "speech"},
		"subject_type": classes,
		"object_type":  classes,
	}
	for _, half := range []string{"dev", "held"} {
		files, err := filepath.Glob("../../../data/gold/" + half + "/*.jsonl")
		if err != nil || len(files) != 10 {
			t.Fatalf("%s: %d articles, %v", half, len(files), err)
		}
		for _, path := range files {
			article, err := os.ReadFile(strings.TrimSuffix(path, ".jsonl") + ".txt")
			if err != nil {
				t.Fatal(err)
			}
			b, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			at := 0
			for i, line := range bytes.Split(bytes.TrimSpace(b), []byte("\n")) {
				var r map[string]any
				if err := json.Unmarshal(line, &r); err != nil {
					t.Fatalf("%s:%d: %v", path, i+1, err)
				}
				for field, allowed := range words {
					if v, _ := r[field].(string); !slices.Contains(allowed, v) {
						t.Errorf("%s:%d: %s is %q", path, i+1, field, v)
					}
				}
				for _, field := range []string{"condition", "time", "place", "quantity"} {
					if v, _ := r[field].(string); !strings.Contains(strings.ToLower(string(article)), strings.ToLower(v)) {
						t.Errorf("%s:%d: %s %q does not stand in the article", path, i+1, field, v)
					}
				}
				sentence, _ := r["sentence"].(string)
				next := bytes.Index(article[at:], []byte(sentence))
				if sentence == "" || next < 0 {
					t.Errorf("%s:%d: sentence is not in the article, or stands before the one of the line above: %q", path, i+1, sentence)
				} else {
					at += next
				}
			}
			gold, err := ReadGold(path, bytes.NewReader(b))
			if err != nil {
				t.Fatal(err)
			}
			rows, err := ReadRows(path, bytes.NewReader(b))
			if err != nil {
				t.Fatal(err)
			}
			if c := Score(gold, rows); c.Required < 15 || c.Full != c.Required || c.Wrong != 0 {
				t.Errorf("%s: against itself: %v", path, c)
			}
		}
	}
}
