package graph

import "sort"

// positions converts between bytes of a text and code points, which Web Annotation and RFC 5147 count in. It keeps one
// number for each block of bytes.
type positions struct {
	text   string
	before []int // code points that begin before each block
}

const positionBlock = 1 << 10

func newPositions(text string) positions {
	p := positions{text: text}
	n := 0
	for i := 0; i < len(text); i++ {
		if i%positionBlock == 0 {
			p.before = append(p.before, n)
		}
		if text[i]&0xC0 != 0x80 {
			n++
		}
	}
	p.before = append(p.before, n)
	return p
}

// points returns the number of code points that begin before byte b.
func (p positions) points(b int) int {
	b = min(b, len(p.text))
	block := min(b/positionBlock, len(p.before)-1)
	n := p.before[block]
	for i := block * positionBlock; i < b; i++ {
		if p.text[i]&0xC0 != 0x80 {
			n++
		}
	}
	return n
}

// bytes returns the byte at which code point n begins, the length of the text where it has no more than n.
func (p positions) bytes(n int) int {
	block := max(sort.SearchInts(p.before, n+1)-1, 0)
	c := p.before[block]
	for i := block * positionBlock; i < len(p.text); i++ {
		if p.text[i]&0xC0 != 0x80 {
			if c == n {
				return i
			}
			c++
		}
	}
	return len(p.text)
}
