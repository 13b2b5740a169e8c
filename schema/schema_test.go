package schema

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func TestSlug(t *testing.T) {
	for _, c := range []struct{ name, want string }{
		{"Joe Biden", "joe-biden"},
		{"JOE  BIDEN ", "joe-biden"},
		{"the White House", "white-house"},
		{"The", "the"},
		{"U.S.", "us"},
		{"U.S. elections", "us-elections"},
		{"Zelenskýy", "zelenskyy"},
		{"Łódź", "lodz"},
		{"O’Neill", "oneill"},
		{"C++", "c-plus-plus"},
		{"C", "c"},
		{"AT&T", "at-and-t"},
		{"amazon.com", "amazon-com"},
		{"15 countries", "15-countries"},
		{"東京", "東京"},
		{"दिल्ली", "दिल्ली"},
		{"Київ", "київ"},
	} {
		if got := Slug(c.name); got != c.want {
			t.Errorf("Slug(%q) = %q, want %q", c.name, got, c.want)
		}
	}
	if a, b := Slug("!!!"), Slug("???"); a == b || a == "" {
		t.Errorf("names without letters: %q and %q must differ", a, b)
	}
	long := strings.Repeat("very long name of a treaty ", 20)
	if a, b := Slug(long+"one"), Slug(long+"two"); a == b || len(a) > maxSlug {
		t.Errorf("long names: %q, %q", a, b)
	}
}

func FuzzSlug(f *testing.F) {
	f.Add("Joe Biden")
	f.Add("\xff ... U.S.")
	f.Fuzz(func(t *testing.T, s string) {
		got := Slug(s)
		if got == "" || len(got) > maxSlug+8 || !utf8.ValidString(got) {
			t.Fatalf("Slug(%q) = %q", s, got)
		}
		if Escape(got) != got {
			t.Fatalf("Slug(%q) = %q needs escaping", s, got)
		}
		if again := Slug(got); len(got) < maxSlug/2 && !strings.HasPrefix(got, "the") && again != got {
			t.Fatalf("Slug(%q) = %q, and again %q", s, got, again)
		}
	})
}

func FuzzEscape(f *testing.F) {
	f.Add("news/2024 06#13?%20.txt")
	f.Add("\xff\u200e\U0010FFFF 東京")
	f.Fuzz(func(t *testing.T, s string) {
		got := Escape(s)
		if strings.ContainsAny(got, " <>\"{}|\\^`#?\n\t") || !utf8.ValidString(got) {
			t.Fatalf("Escape(%q) = %q", s, got)
		}
		if back := Unescape(got); back != s {
			t.Fatalf("Escape(%q) = %q, back %q", s, got, back)
		}
	})
}

func TestHashKeepsPartsApart(t *testing.T) {
	seen := map[string]string{}
	for _, parts := range [][]string{{"a", "b"}, {"ab"}, {"ab", ""}, {"", "ab"}, {"a\x00", "b"}, {"a", "\x00b"}, {"a\x00\x00b"}} {
		h := Hash(parts...)
		if was, ok := seen[h]; ok {
			t.Errorf("%q and %s have one hash", parts, was)
		}
		seen[h] = strings.Join(parts, "|")
	}
}

func TestDistance(t *testing.T) {
	for _, c := range []struct {
		a, b    string
		most, d int
	}{
		{"", "", 3, 0}, {"kitten", "sitting", 3, 3}, {"kitten", "sitting", 2, 3}, {"zelenskyy", "zelensky", 3, 1},
		{"é", "e", 3, 1}, {"abc", "", 5, 3}, {"abc", "", 1, 2}, {"shwo", "show", 1, 1}, {"ab", "ba", 3, 1}, {"abcd", "badc", 1, 2},
	} {
		if got := Distance(c.a, c.b, c.most); got != c.d {
			t.Errorf("Distance(%q, %q, %d) = %d, want %d", c.a, c.b, c.most, got, c.d)
		}
	}
	if got := Nearest("relatse", []string{"denied", "relates", "sources"}); len(got) != 1 || got[0] != "relates" {
		t.Errorf("Nearest: %q", got)
	}
	if got := Nearest("xyz", []string{"denied", "relates"}); got != nil {
		t.Errorf("Nearest of nothing near: %q", got)
	}
}

func TestGeneration(t *testing.T) {
	for name, want := range map[string]string{"Ann Reed": "", "Walter Finch Jr.": "jr", "Walter Finch, Sr": "sr", "Walter Finch III": "iii", "Malcolm X": "",
		"Pliny the Elder": "elder", "Larry Elder": "", "": "", "II": "ii"} {
		if got, n := Generation(strings.Fields(name)); got != want || (got == "") != (n == 0) {
			t.Errorf("%q: %q, %d words; want %q", name, got, n, want)
		}
	}
}
