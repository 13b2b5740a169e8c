package read

import (
	"bytes"
	"compress/gzip"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"golang.org/x/tools/txtar"

	"kg/ingest/text"
)

var update = flag.Bool("update", false, "rewrite the expected documents in testdata")

// files writes a tree of files and makes it the working folder.
func files(t *testing.T, tree map[string]string) {
	t.Helper()
	t.Chdir(t.TempDir())
	for name, content := range tree {
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// collect reads paths and returns the documents and the errors' texts.
func collect(opts Options, paths ...string) (docs []*text.Document, errs []string) {
	for d, err := range Paths(paths, opts) {
		if err != nil {
			errs = append(errs, err.Error())
		} else {
			docs = append(docs, d)
		}
	}
	return docs, errs
}

func ids(docs []*text.Document) string {
	var out []string
	for _, d := range docs {
		out = append(out, d.ID)
	}
	return strings.Join(out, " ")
}

func show(b *strings.Builder, d *text.Document, err error) {
	if err != nil {
		fmt.Fprintf(b, "! %v\n", err)
		return
	}
	fmt.Fprintf(b, "id %s\n", d.ID)
	if d.Title != "" {
		fmt.Fprintf(b, "title %s\n", d.Title)
	}
	if !d.Date.IsZero() {
		fmt.Fprintf(b, "date %s\n", d.Date.Format(time.DateOnly))
	}
	for l := range strings.Lines(d.Text) {
		fmt.Fprintf(b, "| %s\n", strings.TrimSuffix(l, "\n"))
	}
	for _, s := range d.Skipped {
		fmt.Fprintf(b, "- %d %s: %s\n", s.Line, s.Reason, s.Text)
	}
}

func TestGolden(t *testing.T) {
	cases, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(cases) == 0 {
		t.Fatal("no cases", err)
	}
	for _, path := range cases {
		path, err := filepath.Abs(path)
		if err != nil {
			t.Fatal(err)
		}
		ar, err := txtar.ParseFile(path)
		if err != nil {
			t.Fatal(err)
		}
		tree, want := map[string]string{}, map[string]*txtar.File{}
		var order []string
		for i, f := range ar.Files {
			if name, ok := strings.CutSuffix(f.Name, ".want"); ok {
				want[name] = &ar.Files[i]
			} else {
				tree[f.Name] = string(f.Data)
				order = append(order, f.Name)
			}
		}
		t.Run(filepath.Base(path), func(t *testing.T) {
			files(t, tree)
			for _, name := range order {
				var b strings.Builder
				for d, err := range Paths([]string{name}, Options{}) {
					show(&b, d, err)
				}
				w := want[name]
				if w == nil {
					t.Errorf("%s: no %s.want", name, name)
					continue
				}
				if got := b.String(); got != string(w.Data) && !*update {
					t.Errorf("%s:\ngot\n%swant\n%s", name, got, w.Data)
				}
				w.Data = []byte(b.String())
			}
		})
		if *update {
			if err := os.WriteFile(path, txtar.Format(ar), 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
}

func TestFolders(t *testing.T) {
	files(t, map[string]string{
		"news/b.txt": "B is here.", "news/a.md": "A is here.", "news/sub/c.txt": "C is here.",
		"news/.hidden.txt": "Not read.", "news/picture.png": "\x89PNG\x00", "news/data.csv": "1,2",
		"empty/readme.pdf": "%PDF", "two/b.txt": "Another B.", "two/c.md": "C again.",
	})
	for link, to := range map[string]string{"news/sub/loop": "..", "news/z.txt": "b.txt", "news/gone.txt": "nowhere.txt"} {
		if err := os.Symlink(to, link); err != nil {
			t.Skip(err)
		}
	}
	docs, errs := collect(Options{}, "news", "./news/b.txt", "two")
	if got, want := ids(docs), "a news-b sub-c two-b two-c"; got != want {
		t.Errorf("ids %q, want %q", got, want)
	}
	if got, want := strings.Join(errs, "\n"), "news/gone.txt: a link that leads nowhere"; got != want {
		t.Errorf("errors %q, want %q", got, want)
	}
	docs, _ = collect(Options{}, "two", "news")
	if got, want := ids(docs), "two-b two-c a news-b sub-c"; got != want {
		t.Errorf("in another order: ids %q, want %q", got, want)
	}
	if _, errs := collect(Options{}, "empty", "two/b.txt"); len(errs) != 1 || !strings.HasPrefix(errs[0], "empty: no articles in this folder (kg reads text") {
		t.Errorf("folder without articles: %q", errs)
	}
}

func zipped(t testing.TB, s string) string {
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	if _, err := z.Write([]byte(s)); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestDecoding(t *testing.T) {
	long := strings.Repeat("A sentence of words. ", 200)
	gz := zipped(t, long)
	for _, c := range []struct{ name, data, text, err string }{
		{"bom.txt", "\xef\xbb\xbfA storm came.\r\nIt went.\r\n", "A storm came.\nIt went.", ""},
		{"mac.txt", "A storm came.\rIt went.", "A storm came.\nIt went.", ""},
		{"utf16.txt", "\xff\xfeO\x00K\x00.\x00\x19\x20", "OK.’", ""},
		{"utf16be.txt", "\xfe\xff\x00O\x00K\x00.", "OK.", ""},
		{"blanks.txt", "A\u00a0storm \t came.\u200b", "A storm came.", ""},
		{"story.txt.gz", zipped(t, "A storm came."), "A storm came.", ""},
		{"noname", "A storm came.", "A storm came.", ""},
		{"latin.txt", "A storm came.\nTo a caf\xe9 in town.", "", "latin.txt:2: not UTF-8: byte 0xE9 at offset 22 (convert the file first, for example: iconv -f WINDOWS-1252 -t UTF-8)"},
		{"binary.txt", "\x7fELF\x02\x01\x00\x00", "", "binary.txt: a binary file, not text: byte 0 at offset 6 (" + readable + ")"},
		{"picture.txt", "\xff\xd8\xff\xe1\x10\x03\x02\x01", "", "picture.txt: a binary file, not text (" + readable + ")"},
		{"empty.txt", "", "", "empty.txt: the file is empty"},
		{"blank.txt", " \n\r\n\t", "", "blank.txt: the file is empty"},
		{"empty.jsonl", "\n", "", "empty.jsonl: the file is empty"},
		{"large.txt", long, "", "large.txt: larger than 0 MiB (divide it into articles, one a file, or one a line of a .jsonl file)"},
		{"bomb.txt.gz", gz, "", "bomb.txt.gz: larger than 0 MiB (divide it into articles, one a file, or one a line of a .jsonl file)"},
		{"cut.txt.gz", gz[:len(gz)-9], "", "cut.txt.gz: damaged gzip data: unexpected EOF (is the file complete?)"},
		{"bad.txt.gz", "\x1f\x8bno", "", "bad.txt.gz: not a gzip file: unexpected EOF (is the file complete?)"},
	} {
		files(t, map[string]string{c.name: c.data, "good.txt": "All is well."})
		opts := Options{MaxBytes: 1000}
		if c.name == "cut.txt.gz" {
			opts.MaxBytes = 0
		}
		docs, errs := collect(opts, c.name, "good.txt")
		if len(docs) == 0 || docs[len(docs)-1].Text != "All is well." {
			t.Errorf("%s: the next file was not read", c.name)
			continue
		}
		if c.err == "" && (len(errs) != 0 || len(docs) != 2 || docs[0].Text != c.text) {
			t.Errorf("%s: got %q, %q, want %q", c.name, docs[0].Text, errs, c.text)
		}
		if c.err != "" && (len(errs) != 1 || errs[0] != c.err || len(docs) != 1) {
			t.Errorf("%s: got errors %q, want %q", c.name, errs, c.err)
		}
	}
	if _, errs := collect(Options{}, "nowhere/x.txt"); len(errs) != 1 || errs[0] != "nowhere/x.txt: no such file or folder (is the path right?)" {
		t.Errorf("missing file: %q", errs)
	}
}

func TestStdinAndDate(t *testing.T) {
	day := time.Date(2024, 6, 13, 0, 0, 0, 0, time.UTC)
	read := func(s string) *text.Document {
		docs, errs := collect(Options{Date: day, Stdin: strings.NewReader(s)}, "-")
		if len(docs) != 1 || errs != nil {
			t.Fatal(docs, errs)
		}
		return docs[0]
	}
	a, b, dated := read("A storm came."), read("A storm went."), read("A storm\nJune 1, 2020\nIt came in the night and it went.")
	if a.ID == b.ID || a.ID != read("A storm came.\n").ID || !strings.HasPrefix(a.ID, "stdin-") {
		t.Errorf("ids %q %q: want one of each text", a.ID, b.ID)
	}
	if !a.Date.Equal(day) || dated.Date.Format(time.DateOnly) != "2020-06-01" {
		t.Errorf("dates %v %v", a.Date, dated.Date)
	}
}

// FuzzPlain checks what later stages rely on: the text is UTF-8 in one form, no line of it is empty or furniture, and
// reading the text again gives the same text.
func FuzzPlain(f *testing.F) {
	f.Add([]byte("Title here\nBy Jo Roe\n\nPARIS (AP) — It rained.\nShare this\n"))
	f.Add([]byte("\xff\xfea\x00\n\x00"))
	f.Add([]byte("Most read\nOther things\nA sentence of at least six words."))
	f.Fuzz(func(t *testing.T, data []byte) {
		s := &source{path: "f.txt", id: "f", format: formats[0]}
		readPlain(s, bytes.NewReader(data), Options{MaxBytes: 1 << 16}, func(d *text.Document, err error) bool {
			if err != nil {
				return true
			}
			if !utf8.ValidString(d.Text) {
				t.Errorf("not UTF-8: %q", d.Text)
			}
			for l := range strings.SplitSeq(d.Text, "\n") {
				if tidy(l) != l || l == "" {
					t.Errorf("untidy line %q", l)
				}
			}
			return true
		})
	})
}

func FuzzJSONL(f *testing.F) {
	f.Add([]byte(`{"text":"a b.","id":1}` + "\n[\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		s := &source{path: "f.jsonl", id: "f", format: formats[2]}
		lines := bytes.Count(data, []byte("\n")) + 1
		n := 0
		readJSONL(s, bytes.NewReader(data), Options{MaxBytes: 1 << 16}, func(d *text.Document, err error) bool {
			if n++; n > lines+1 {
				t.Fatalf("more than one result a line: %v %v", d, err)
			}
			if err == nil && (d.ID == "" || d.Text == "" || !utf8.ValidString(d.Text)) {
				t.Errorf("bad document %+v", d)
			}
			return true
		})
	})
}

func FuzzMarkdown(f *testing.F) {
	f.Add("---\ntitle: x\n---\n# A\n> b\n* *c*\n```\nd\n")
	f.Fuzz(func(t *testing.T, s string) {
		for _, l := range must(markdown(s)) {
			if l.text == "" || l.no < 0 || l.no > strings.Count(s, "\n")+1 {
				t.Errorf("bad line %+v", l)
			}
		}
	})
}

func must(lines []line, _, _ string) []line { return lines }
