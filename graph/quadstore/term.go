package quadstore

import (
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"math"
	"strings"
	"time"

	"github.com/cayleygraph/quad"
)

// The first byte of an encoded term is its kind; the rest gives back exactly the value that was stored.
const (
	kindIRI    = '<'
	kindBlank  = '_'
	kindString = '"'
	kindLang   = '@' // language, a zero byte, text
	kindTyped  = '^' // length of the datatype, datatype, text
	kindInt    = 'i'
	kindFloat  = 'f'
	kindBool   = 'b'
	kindTime   = 't'
)

// AppendTerm appends the encoding of a value.
func AppendTerm(b []byte, v quad.Value) ([]byte, error) {
	switch v := v.(type) {
	case quad.IRI:
		return append(append(b, kindIRI), v...), nil
	case quad.BNode:
		return append(append(b, kindBlank), v...), nil
	case quad.String:
		return append(append(b, kindString), v...), nil
	case quad.LangString:
		if strings.IndexByte(v.Lang, 0) >= 0 {
			return nil, fmt.Errorf("%q: a language with a zero byte", v.Lang)
		}
		b = append(append(b, kindLang), v.Lang...)
		return append(append(b, 0), v.Value...), nil
	case quad.TypedString:
		b = binary.AppendUvarint(append(b, kindTyped), uint64(len(v.Type)))
		return append(append(b, v.Type...), v.Value...), nil
	case quad.Int:
		return binary.BigEndian.AppendUint64(append(b, kindInt), uint64(v)), nil
	case quad.Float:
		return binary.BigEndian.AppendUint64(append(b, kindFloat), math.Float64bits(float64(v))), nil
	case quad.Bool:
		if v {
			return append(b, kindBool, 1), nil
		}
		return append(b, kindBool, 0), nil
	case quad.Time:
		bin, err := time.Time(v).MarshalBinary()
		return append(append(b, kindTime), bin...), err
	}
	return nil, fmt.Errorf("%T: not a kind of term that can be stored", v)
}

// ReadTerm undoes AppendTerm.
func ReadTerm(b []byte) (quad.Value, error) {
	if len(b) > 0 {
		kind, s := b[0], string(b[1:])
		switch kind {
		case kindIRI:
			return quad.IRI(s), nil
		case kindBlank:
			return quad.BNode(s), nil
		case kindString:
			return quad.String(s), nil
		case kindLang:
			if lang, text, ok := strings.Cut(s, "\x00"); ok {
				return quad.LangString{Value: quad.String(text), Lang: lang}, nil
			}
		case kindTyped:
			if n, k := binary.Uvarint(b[1:]); k > 0 && n <= uint64(len(s)-k) {
				return quad.TypedString{Type: quad.IRI(s[k : k+int(n)]), Value: quad.String(s[k+int(n):])}, nil
			}
		case kindInt:
			if len(s) == 8 {
				return quad.Int(binary.BigEndian.Uint64(b[1:])), nil
			}
		case kindFloat:
			if len(s) == 8 {
				return quad.Float(math.Float64frombits(binary.BigEndian.Uint64(b[1:]))), nil
			}
		case kindBool:
			if s == "\x00" || s == "\x01" {
				return quad.Bool(s == "\x01"), nil
			}
		case kindTime:
			var t time.Time
			if err := t.UnmarshalBinary(b[1:]); err == nil {
				return quad.Time(t), nil
			}
		}
	}
	return nil, fmt.Errorf("%w: %q is no term", ErrCorrupt, b)
}

// Terms longer than longTerm lie under their first headLength bytes and a hash, which makes a key that is one byte
// longer than that of any other term.
const (
	longTerm   = 128
	headLength = longTerm + 1 - sha256.Size
)

// Abridge returns what stands for an encoded term where the length of keys is bounded: the term itself, or, where it is
// longer than 128 bytes, its beginning and a hash of it, 129 bytes together.
func Abridge(term []byte) []byte { return appendIDKey(nil, term)[1:] }

// idKey returns the key under which the id of an encoded term lies.
func idKey(term []byte) []byte { return appendIDKey(nil, term) }

func appendIDKey(b, term []byte) []byte {
	b = append(b, tagID)
	if len(term) <= longTerm {
		return append(b, term...)
	}
	sum := sha256.Sum256(term)
	return append(append(b, term[:headLength]...), sum[:]...)
}
