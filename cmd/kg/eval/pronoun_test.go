package eval

import (
	"strings"
	"testing"

	"kg/ingest/text"
)

func TestPronounCases(t *testing.T) {
	doc := &text.Document{Text: "Ann Lee came. She sang. It was sung by her."}
	word := func(start, end int, lemma, tag string, head int, rel string) text.Token {
		return text.Token{Span: text.Span{Start: start, End: end}, Text: doc.Text[start:end], Lemma: lemma, Tag: tag, Head: head, Rel: rel}
	}
	doc.Sentences = []text.Sentence{
		{Span: text.Span{Start: 0, End: 13}},
		{Span: text.Span{Start: 14, End: 23}, Tokens: []text.Token{word(14, 17, "she", "PRON", 1, "nsubj"), word(18, 22, "sing", "VERB", -1, "root")}},
		{Span: text.Span{Start: 24, End: 43}, Tokens: []text.Token{word(24, 26, "it", "PRON", 1, "nsubj:pass"), word(31, 35, "sing", "VERB", -1, "root")}},
	}
	doc.Entities = []text.Entity{{Name: "Ann Lee"}, {Name: "Bob"}, {Name: "they", Members: []int{0, 1}}}
	doc.Mentions = []text.Mention{{Span: text.Span{Start: 14, End: 17}, Entity: 0}}
	gold, err := ReadResolved("x", strings.NewReader(`{"sentence":"She sang.","subject":"Ann Lee","subject_alt":[null,"She"],"predicate":"sing","object":null}
{"sentence":"It was sung by her.","subject":"Ann Lee","predicate":"sing","object":"the song","object_alt":["anthem"]}
{"sentence":"Nowhere.","subject":"Bob","predicate":"sing","object":null}
`))
	if err != nil {
		t.Fatal(err)
	}
	cases := PronounCases(doc, gold)
	if len(cases) != 2 || strings.Join(cases[0].Names, ";") != "Ann Lee" || strings.Join(cases[1].Names, ";") != "the song;anthem" {
		t.Fatalf("%+v", cases)
	}
	if c := cases[0]; !c.Right(doc, Referent(doc, c.Span)) || c.Right(doc, 1) || !c.Right(doc, 2) || c.Right(doc, -1) {
		t.Error("She is Ann Lee, and among them, and not Bob")
	}
	if Referent(doc, cases[1].Span) != -1 {
		t.Error("It has no mention")
	}
	if _, err := ReadResolved("x", strings.NewReader("{}\n{\n")); err == nil || !strings.HasPrefix(err.Error(), "x:2:") {
		t.Error(err)
	}
}
