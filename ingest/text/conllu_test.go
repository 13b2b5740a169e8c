package text

import (
	"bytes"
	"reflect"
	"strings"
	"testing"
)

const conlluSample = `# newdoc id = a
# newpar
# sent_id = 1
1-2	won't	_	_	_	_	_	_	_	SpaceAfter=No
1	wo	will	AUX	MD	VerbForm=Fin	3	aux	_	_
2	n't	not	PART	RB	Polarity=Neg	3	advmod	_	_
3	Go	go	VERB	VB	_	0	root	_	NER=B-Person|Kind=person
3.1	it	_	_	_	_	_	_	_	_
4	.	.	PUNCT	.	_	3	punct	_	Score=0.50

# newpar
1	Yes	yes	INTJ	UH	_	0	root	_	_

# newdoc id = b
1	No	no	INTJ	UH	_	0	root	_	SpaceAfter=No
2	!	!	PUNCT	.	_	1	punct	_	_
`

func TestReadConllu(t *testing.T) {
	docs, err := ReadConllu("x", strings.NewReader(conlluSample))
	if err != nil {
		t.Fatal(err)
	}
	if len(docs) != 2 || docs[0].ID != "a" || docs[1].ID != "b" {
		t.Fatalf("documents %v", docs)
	}
	if got, want := docs[0].Text, "won'tGo .\n\nYes"; got != want {
		t.Errorf("text %q, want %q", got, want)
	}
	if got, want := docs[1].Text, "No!"; got != want {
		t.Errorf("text %q, want %q", got, want)
	}
	for _, d := range docs {
		for _, s := range d.Sentences {
			for _, x := range s.Tokens {
				if d.At(x.Span) != x.Text {
					t.Errorf("%v: %q, token %q", x.Span, d.At(x.Span), x.Text)
				}
			}
		}
	}
	if x := docs[0].Sentences[0].Tokens[2]; x.Name != "B-Person" || x.Kind != "person" || x.Head != -1 {
		t.Errorf("token %+v", x)
	}
}

func TestConlluErrors(t *testing.T) {
	row := func(cols ...string) string {
		out := strings.Split("1\tA\ta\tX\tX\t_\t0\troot\t_\t_", "\t")
		copy(out, cols)
		return strings.Join(out, "\t")
	}
	for _, c := range []struct{ in, want string }{
		{"1\tA\n", "f:1: 2 columns"},
		{row("2") + "\n", `f:1: token "2", want 1`},
		{row("1", "") + "\n", "f:1: token 1 has no form"},
		{row("1", "A", "a", "X", "X", "_", "9") + "\n", `f:1: token 1 of the sentence that begins here: head "9"`},
		{row("1", "A", "a", "X", "X", "_", "1") + "\n\n", `head "1"`},
		{row("1-3") + "\n" + row() + "\n\n", "f:3: the sentence ends within a multiword token"},
		{row("2-3") + "\n", `f:1: multiword token "2-3"`},
	} {
		_, err := ReadConllu("f", strings.NewReader(c.in))
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%q: error %v, want %s", c.in, err, c.want)
		}
	}
}

// What is written reads back the same.
func FuzzConllu(f *testing.F) {
	f.Add(conlluSample)
	f.Add("1\tä b\t_\tX\tX\t_\t0\troot\t_\tSpaceAfter=No\n2\t_\t_\tX\tX\t_\t1\tdep\t_\t_\n\n")
	f.Fuzz(func(t *testing.T, s string) {
		docs, err := ReadConllu("a", strings.NewReader(s))
		if err != nil {
			return
		}
		for _, d := range docs {
			for _, s := range d.Sentences {
				for _, x := range s.Tokens {
					if x.Start < 0 || x.End > len(d.Text) || x.Start > x.End {
						t.Fatalf("span %v of %d bytes", x.Span, len(d.Text))
					}
				}
			}
			var first, second bytes.Buffer
			if err := WriteConllu(&first, d); err != nil {
				t.Fatal(err)
			}
			again, err := ReadConllu("a", bytes.NewReader(first.Bytes()))
			if err != nil {
				t.Fatalf("%v in\n%s", err, first.String())
			}
			if err := WriteConllu(&second, again[0]); err != nil {
				t.Fatal(err)
			}
			if len(again) != 1 || len(again[0].Sentences) != len(d.Sentences) {
				t.Fatalf("%d documents, %d sentences, want %d", len(again), len(again[0].Sentences), len(d.Sentences))
			}
			for i := range d.Sentences {
				for j := range d.Sentences[i].Tokens {
					a, b := d.Sentences[i].Tokens[j], again[0].Sentences[i].Tokens[j]
					a.Span, b.Span, a.Score, b.Score = Span{}, Span{}, 0, 0
					if !reflect.DeepEqual(a, b) {
						t.Fatalf("%+v read back as %+v", a, b)
					}
				}
			}
		}
	})
}
