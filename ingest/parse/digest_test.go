package parse

import (
	"crypto/sha256"
	"flag"
	"fmt"
	"math"
	"os"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "take over the digest of a new model's results")

// The results have the same bits on every machine: those of the machine that wrote testdata/digest.txt.
func TestDigest(t *testing.T) {
	m := load(t)
	sentences := m.Segment(sample(t))[:30]
	m.Analyse(sentences)
	h := sha256.New()
	for _, s := range sentences {
		for _, x := range s.Tokens {
			fmt.Fprintln(h, x.Text, x.Lemma, x.Tag, x.XTag, x.Feats, x.Head, x.Rel, x.Name, x.Kind, math.Float32bits(x.Score))
		}
	}
	got := fmt.Sprintf("%x", h.Sum(nil))
	const file = "testdata/digest.txt"
	if *update {
		if err := os.WriteFile(file, []byte(got+"\n"), 0o666); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if got != strings.TrimSpace(string(want)) {
		t.Errorf("digest of the results %s, want %s (new model: go test ./ingest/parse -run Digest -update)", got, want)
	}
}
