package serve

import (
	"embed"
	"net/http"
)

//go:embed page
var pageFiles embed.FS

// pages are the files of the page with their types, by path.
var pages = map[string][2]string{
	"/":          {"page/index.html", "text/html; charset=utf-8"},
	"/style.css": {"page/style.css", "text/css; charset=utf-8"},
	"/app.js":    {"page/app.js", "text/javascript; charset=utf-8"},
	"/draw.js":   {"page/draw.js", "text/javascript; charset=utf-8"},
	"/icon.svg":  {"page/icon.svg", "image/svg+xml"},
}

func servePage(w http.ResponseWriter, r *http.Request) {
	file, ok := pages[r.URL.Path]
	if !ok {
		fail(w, http.StatusNotFound, "%s: no such page", r.URL.Path)
		return
	}
	b, err := pageFiles.ReadFile(file[0])
	if err != nil {
		fail(w, http.StatusInternalServerError, "%s: not in this build", r.URL.Path)
		return
	}
	w.Header().Set("Content-Type", file[1])
	w.Write(b)
}
