package parse

import (
	"encoding/binary"
	"encoding/json"
	"hash/crc32"
	"math"
	"strings"
	"testing"

	"kg/data"
	"kg/ingest/text"
)

// frame puts a model file together as train/export.py does.
func frame(header string, body []byte) string {
	b := binary.LittleEndian.AppendUint32(nil, uint32(len(header)))
	b = append(b, header...)
	for (16+len(b))%64 != 0 {
		b = append(b, 0)
	}
	b = append(b, body...)
	out := binary.LittleEndian.AppendUint32([]byte(magic), version)
	out = binary.LittleEndian.AppendUint32(out, crc32.Checksum(b, crc32.MakeTable(crc32.Castagnoli)))
	return string(append(out, b...))
}

// tiny returns the header and the parts of a model of one narrow layer.
func tiny(t testing.TB) (string, []byte) {
	parts, body := map[string]part{}, []byte{}
	add := func(name, kind string, blob []byte, shape ...int) {
		parts[name] = part{Kind: kind, Shape: shape, At: len(body), Bytes: len(blob)}
		body = append(body, blob...)
	}
	text := func(name string, lines ...string) {
		add(name, "text", []byte(strings.Join(lines, "\n")+"\n"), len(lines))
	}
	floats := func(name string, shape ...int) {
		n := 1
		for _, s := range shape {
			n *= s
		}
		var b []byte
		for i := range n {
			b = binary.LittleEndian.AppendUint32(b, math.Float32bits(float32(i%7)/7+0.01))
		}
		add(name, "f32", b, shape...)
	}
	small := func(name string, rows, width int) {
		b := make([]byte, rows*width)
		for i := range b {
			b[i] = byte(int8(i%127 - 63))
		}
		add(name, "i8", b, rows, width)
	}
	table := func(name string, rows, width int) {
		small(name, rows, width)
		floats(name+".scale", rows)
	}
	matrix := func(name string, out, in int) {
		out = (out + block - 1) / block * block
		small(name, out, in)
		floats(name+".scale", out)
		floats(name+".bias", out)
		add(name+".sum", "i32", make([]byte, 4*out), out)
	}
	text("pieces", "[PAD]", "[UNK]", "[CLS]", "[SEP]", "a", "##b")
	table("piece", 6, 32)
	table("position", maxPieces, 32)
	for _, k := range []string{"shape", "prefix", "suffix"} {
		text("vocab."+k, "x", "xx")
		table("form."+k, 3, 32)
	}
	floats("norm", 2, 32)
	for _, k := range []struct {
		name    string
		out, in int
	}{{"qkv", 96, 32}, {"out", 32, 32}, {"up", 64, 32}, {"down", 32, 64}} {
		matrix("layer0."+k.name, k.out, k.in)
	}
	floats("layer0.norm1", 2, 32)
	floats("layer0.norm2", 2, 32)
	for _, k := range taskNames {
		text("vocab."+k, "O", "L|0|")
	}
	parts["vocab.lemma"] = parts["vocab.upos"]
	text("vocab.lemma", "L|0|", "=be")
	text("vocab.rel", "root", "obj")
	matrix("heads", 2*int(tasks)+4*32, 32)
	matrix("arc", 32, 32)
	matrix("rel.dep", 2*8, 32)
	matrix("rel.head", 2*8, 32)
	floats("rel.u", 32, 8)
	floats("rel.v", 32, 8)
	floats("rel.c", 8)
	text("lemmas", "mice\tNNS\tmouse")
	header, err := json.Marshal(map[string]any{
		"config": config{Layers: 1, Width: 32, Heads: 1, Arc: 32, Label: 32, Rank: 2, Tags: taskNames[:]},
		"parts":  parts,
	})
	if err != nil {
		t.Fatal(err)
	}
	return string(header), body
}

func TestReadErrors(t *testing.T) {
	header, body := tiny(t)
	good := frame(header, body)
	if _, err := Read("tiny", good); err != nil {
		t.Fatal(err)
	}
	change := func(old, new string) string {
		t.Helper()
		if !strings.Contains(header, old) {
			t.Fatalf("header has no %q", old)
		}
		return frame(strings.Replace(header, old, new, 1), body)
	}
	for _, c := range []struct{ name, file, want string }{
		{"empty", "", "x.kgm: length: 0 bytes"},
		{"magic", "NOTMODEL" + good[8:], `x.kgm: magic: "NOTMODEL"`},
		{"version", good[:8] + "\x09" + good[9:], "x.kgm: version: 9"},
		{"cut off", good[:len(good)-1], "x.kgm: checksum"},
		{"flipped", good[:200] + "\x00" + good[201:], "x.kgm: checksum"},
		{"header", frame(header[:30], body), "x.kgm: header: "},
		{"layers", change(`"layers":1`, `"layers":1000000`), "x.kgm: config layers: 1000000"},
		{"width", change(`"width":32`, `"width":-32`), "x.kgm: config width: -32"},
		{"heads", change(`"heads":1`, `"heads":2`), "x.kgm: config heads: 2"},
		{"tags", change(`"tags":["upos"`, `"tags":["pos"`), "x.kgm: config tags"},
		{"missing", change(`"rel.u"`, `"rel.w"`), `x.kgm: part "rel.u": missing`},
		{"kind", change(`"rel.c":{"kind":"f32"`, `"rel.c":{"kind":"i8"`), `x.kgm: part "rel.c": kind "i8"`},
		{"shape", change(`"shape":[2,32]`, `"shape":[2,33]`), "x.kgm: part"},
		{"huge", change(`"shape":[6,32]`, `"shape":[4611686018427387904,32]`), `x.kgm: part "piece": shape`},
		{"outside", change(`"rel.c":{"kind":"f32","shape":[8],"at":`, `"rel.c":{"kind":"f32","shape":[8],"at":9`), `x.kgm: part "rel.c": bytes`},
		{"inner", change(`"layer0.up":{"kind":"i8","shape":[64,32]`, `"layer0.up":{"kind":"i8","shape":[65,32]`), `x.kgm: part "layer0.up": shape [65 32]`},
		{"fewer parts", frame(header, body[:100]), "x.kgm: part"},
	} {
		m, err := Read("x.kgm", c.file)
		if err == nil || m != nil {
			t.Errorf("%s: no error", c.name)
		} else if !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v, want %s", c.name, err, c.want)
		}
	}
}

// Whatever a model file's header says, reading it gives a model that works or an error.
func FuzzRead(f *testing.F) {
	header, body := tiny(f)
	f.Add(header, uint16(0), byte('a'))
	f.Add(strings.Replace(header, "32", "64", 3), uint16(1000), byte(0))
	f.Add(strings.Replace(header, `"at":`, `"at":1`, 2), uint16(60000), byte(255))
	f.Fuzz(func(t *testing.T, header string, at uint16, value byte) {
		body := append([]byte(nil), body...)
		body[int(at)%len(body)] = value
		m, err := Read("fuzzed", frame(header, body))
		if err != nil {
			return
		}
		m.Parse(&text.Document{Text: "a ab x."})
	})
}

// The kernels' saturating products stay exact only for weights of seven bits.
func TestModelWeights(t *testing.T) {
	f, err := open("data/model.kgm", data.Model)
	if err != nil {
		t.Fatal(err)
	}
	matrices := 0
	for name, p := range f.parts {
		if _, ok := f.parts[name+".sum"]; !ok {
			continue
		}
		matrices++
		for i, w := range f.small(name, p.Shape...) {
			if w < -63 || w > 63 {
				t.Fatalf("%s: weight %d is %d, outside ±63", name, i, w)
			}
		}
	}
	if matrices < 7 {
		t.Errorf("%d matrices", matrices)
	}
}
