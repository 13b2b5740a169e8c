package graph

import (
	"encoding/binary"
	"hash/fnv"
	"math"
	"strings"
	"unicode"
)

// Two texts are near-copies where they share a band: six of the minima of a MinHash (Broder 1997) over the runs of five
// words. With sixteen bands, texts that have nine tenths of their runs in common are near-copies in 10,000 of 10,000
// cases, eight tenths in 9,924, seven tenths in 8,650, half in 2,230, a third in 220.
const (
	bands       = 16
	bandRows    = 6
	shingle     = 5  // words
	leastCopied = 32 // runs of words; shorter texts are no copies of one another
)

// sketch returns the bands of a text, nil where it is too short.
func sketch(text string) []uint64 {
	words := strings.FieldsFunc(text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	if len(words) < leastCopied+shingle-1 {
		return nil
	}
	hashes := make([]uint64, len(words))
	for i, w := range words {
		h := fnv.New64a()
		h.Write([]byte(strings.ToLower(w)))
		hashes[i] = h.Sum64()
	}
	var minima [bands * bandRows]uint64
	for i := range minima {
		minima[i] = math.MaxUint64
	}
	for i := range len(hashes) - shingle + 1 {
		var run uint64
		for _, h := range hashes[i : i+shingle] {
			run = mixed(run ^ h)
		}
		for k := range minima {
			minima[k] = min(minima[k], run*factors[k])
		}
	}
	out := make([]uint64, bands)
	for b := range out {
		h := uint64(b + 1)
		for _, m := range minima[b*bandRows : (b+1)*bandRows] {
			h = mixed(h ^ m)
		}
		out[b] = h
	}
	return out
}

// factors are odd, so that multiplying by one permutes all hashes.
var factors = func() (out [bands * bandRows]uint64) {
	for i := range out {
		out[i] = mixed(uint64(i+1)*0x9E3779B97F4A7C15) | 1
	}
	return out
}()

// mixed spreads bits as SplitMix64 does (Steele et al. 2014).
func mixed(x uint64) uint64 {
	x += 0x9E3779B97F4A7C15
	x = (x ^ x>>30) * 0xBF58476D1CE4E5B9
	x = (x ^ x>>27) * 0x94D049BB133111EB
	return x ^ x>>31
}

// sketchBytes and readSketch are how a sketch is kept.
func sketchBytes(sketch []uint64) []byte {
	var out []byte
	for _, b := range sketch {
		out = binary.BigEndian.AppendUint64(out, b)
	}
	return out
}

func readSketch(b []byte) (out []uint64) {
	for ; len(b) >= 8; b = b[8:] {
		out = append(out, binary.BigEndian.Uint64(b))
	}
	return out
}
