package data

import (
	"crypto/sha256"
	"fmt"
	"os"
	"strings"
	"testing"
)

// The card tells the checksum of each file that training made.
func TestCardChecksums(t *testing.T) {
	card, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	size := 0
	for name, file := range map[string]string{"model.kgm": Model, "sentences.kgm": Sentences, "names.kgm": Names} {
		size += len(file)
		sum := fmt.Sprintf("%x", sha256.Sum256([]byte(file)))
		if !strings.Contains(string(card), sum) {
			t.Errorf("README.md: no checksum %s of %s: remake the card with train/export.py --card, or sha256sum data/*.kgm", sum, name)
		}
	}
	if size > 40<<20 {
		t.Errorf("the models have %d bytes, more than 40 MB", size)
	}
}
