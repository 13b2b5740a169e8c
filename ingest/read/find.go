package read

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"unicode"
)

// find lists the files that paths name, folders opened, each file once, and gives each its id.
func find(paths []string) (sources []source, errs []error) {
	w := walk{seen: map[string]bool{}}
	for _, p := range paths {
		n, e := len(w.sources), len(w.errs)
		if p == "-" {
			w.add(source{path: p, format: formats[0]}, p)
			continue
		}
		if isURL(p) {
			w.add(source{path: p, format: format{many: true}}, p)
			continue
		}
		info, err := os.Stat(p)
		switch {
		case errors.Is(err, fs.ErrNotExist):
			w.errs = append(w.errs, (&source{path: p}).missing())
		case err != nil:
			w.errs = append(w.errs, &Error{Path: p, What: cause(err).Error()})
		case info.IsDir():
			known := len(w.seen)
			w.folder(p)
			if len(w.sources) == n && len(w.errs) == e && len(w.seen) <= known+1 {
				w.errs = append(w.errs, &Error{Path: p, What: "no articles in this folder", Hint: readable})
			}
		default:
			w.file(p, true)
		}
	}
	name(w.sources)
	return w.sources, w.errs
}

// readable says in hints what can be read.
const readable = "kg reads text, Markdown, HTML, feeds, WARC and JSON lines, also with .gz, and folders of them"

type walk struct {
	seen    map[string]bool // real paths of files and folders
	sources []source
	errs    []error
}

// add takes s unless its real path was taken before.
func (w *walk) add(s source, real string) {
	if !w.seen[real] {
		w.seen[real] = true
		w.sources = append(w.sources, s)
	}
}

// about lists names of files, without their suffix, that tell of the other files in a folder: no articles.
var about = map[string]bool{
	"README": true, "Readme": true, "readme": true, "LICENSE": true, "LICENCE": true, "COPYING": true, "COPYRIGHT": true, "NOTICE": true, "SOURCES": true,
	"AUTHORS": true, "CONTRIBUTING": true, "CHANGELOG": true, "CHANGES": true, "INSTALL": true, "MANIFEST": true,
}

// folder adds the articles under dir. Links are followed, and a folder that was seen already is passed over, so that a
// loop of links ends.
func (w *walk) folder(dir string) {
	real, err := filepath.EvalSymlinks(dir)
	if err == nil {
		real, err = filepath.Abs(real)
	}
	if err != nil {
		w.errs = append(w.errs, &Error{Path: dir, What: cause(err).Error()})
		return
	}
	if w.seen[real] {
		return
	}
	w.seen[real] = true
	entries, err := os.ReadDir(dir)
	if err != nil {
		w.errs = append(w.errs, &Error{Path: dir, What: cause(err).Error()})
	}
	for _, e := range entries {
		if strings.HasPrefix(e.Name(), ".") || about[strings.TrimSuffix(e.Name(), filepath.Ext(e.Name()))] {
			continue
		}
		path := filepath.Join(dir, e.Name())
		kind := e.Type()
		if kind&fs.ModeSymlink != 0 {
			info, err := os.Stat(path)
			if err != nil {
				w.errs = append(w.errs, &Error{Path: path, What: "a link that leads nowhere"})
				continue
			}
			kind = info.Mode().Type()
		}
		switch {
		case kind.IsDir():
			w.folder(path)
		case kind.IsRegular():
			w.file(path, false)
		}
	}
}

// file adds path: of a known format, or any where the user named it.
func (w *walk) file(path string, named bool) {
	f, ok := match(path)
	if !ok {
		if !named {
			return
		}
		f = formats[0]
	}
	real, err := filepath.EvalSymlinks(path)
	if err == nil {
		real, err = filepath.Abs(real)
	}
	if err != nil {
		w.errs = append(w.errs, &Error{Path: path, What: cause(err).Error()})
		return
	}
	w.add(source{path: path, format: f}, real)
}

// name gives each source the slug of its file's name. Where several have the same, the suffix tells files of one folder
// apart, and as much of the folders' names as is needed the others. The ids depend neither on the order of the sources
// nor on their content.
func name(sources []source) {
	parts := make([][]string, len(sources))
	depth := make([]int, len(sources))
	beside := map[string]int{}
	for i, s := range sources {
		parts[i], depth[i] = slugs(s.path), 1
		if !s.format.many {
			beside[strings.Join(parts[i], "/")]++
		}
	}
	for i, s := range sources {
		if beside[strings.Join(parts[i], "/")] > 1 {
			parts[i][len(parts[i])-1] = slug(filepath.Base(s.path))
		}
	}
	for again := true; again; {
		again = false
		taken := map[string]int{}
		for i := range sources {
			if isURL(sources[i].path) {
				sources[i].id = urlID(sources[i].path)
				continue
			}
			sources[i].id = strings.Join(parts[i][len(parts[i])-depth[i]:], "-")
			if !sources[i].format.many {
				taken[sources[i].id]++
			}
		}
		for i := range sources {
			if !sources[i].format.many && taken[sources[i].id] > 1 && depth[i] < len(parts[i]) {
				depth[i]++
				again = true
			}
		}
	}
}

// slugs returns the parts of a path as slugs, the file's name last and without its suffixes.
func slugs(path string) []string {
	path = strings.TrimSuffix(path, ".gz")
	if _, ok := match(path); ok {
		path = strings.TrimSuffix(path, filepath.Ext(path))
	}
	var out []string
	for _, p := range strings.Split(filepath.ToSlash(filepath.Clean(path)), "/") {
		if s := slug(p); s != "" {
			out = append(out, s)
		}
	}
	if len(out) == 0 {
		return []string{"article"}
	}
	return out
}

// slug returns s in lower case with each run of other characters than letters and digits as one hyphen.
func slug(s string) string {
	var b strings.Builder
	gap := false
	for _, r := range strings.ToLower(s) {
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			gap = true
			continue
		}
		if gap && b.Len() > 0 {
			b.WriteByte('-')
		}
		gap = false
		b.WriteRune(r)
	}
	return b.String()
}
