package serve

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"kg/cmd/kg/view"
)

// browser starts a headless Chromium.
func browser(t *testing.T) context.Context {
	t.Helper()
	path := ""
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome"} {
		if p, err := exec.LookPath(name); err == nil && path == "" {
			path = p
		}
	}
	if path == "" {
		t.Skip("no chromium on this machine (Debian: apt-get install chromium)")
	}
	o := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(path), chromedp.NoSandbox, chromedp.DisableGPU, chromedp.WSURLReadTimeout(time.Minute))
	ctx, cancel := context.WithTimeout(t.Context(), 4*time.Minute)
	t.Cleanup(cancel)
	ctx, cancel = chromedp.NewExecAllocator(ctx, o...)
	t.Cleanup(cancel)
	ctx, cancel = chromedp.NewContext(ctx, chromedp.WithErrorf(t.Logf))
	t.Cleanup(cancel)
	if err := chromedp.Run(ctx); err != nil { // the browser lives as long as the context of the first run
		t.Fatal(err)
	}
	return ctx
}

// do runs steps in the browser, each with a name for its failure.
func do(t *testing.T, ctx context.Context, what string, steps ...chromedp.Action) {
	t.Helper()
	ctx, cancel := context.WithTimeout(ctx, 45*time.Second)
	defer cancel()
	if err := chromedp.Run(ctx, steps...); err != nil {
		t.Fatalf("%s: %v", what, err)
	}
}

// wait waits until a JavaScript expression is true.
func wait(expr string) chromedp.Action {
	return chromedp.Poll(expr, nil, chromedp.WithPollingInterval(30*time.Millisecond), chromedp.WithPollingTimeout(40*time.Second))
}

// check fails unless an expression is true.
func check(t *testing.T, ctx context.Context, what, expr string) {
	t.Helper()
	ok := false
	do(t, ctx, what, chromedp.Evaluate(expr, &ok))
	if !ok {
		t.Errorf("%s: not so: %s", what, expr)
	}
}

// shot keeps a picture of the page where KG_SHOTS names a folder, to be looked at.
func shot(t *testing.T, ctx context.Context, name string) {
	t.Helper()
	dir := os.Getenv("KG_SHOTS")
	if dir == "" {
		return
	}
	var b []byte
	do(t, ctx, "picture", chromedp.FullScreenshot(&b, 100))
	if err := os.WriteFile(filepath.Join(dir, name+".png"), b, 0o644); err != nil {
		t.Fatal(err)
	}
}

func TestBrowser(t *testing.T) {
	ctx := browser(t)
	h, _ := start(t, Options{Ask: func(_ context.Context, _ *view.Graph, q string) (*view.Answer, error) {
		return &view.Answer{Question: q, Answers: []view.AnswerThing{{ID: "e/tom-bell", Text: "Tom Bell", Statements: []view.Statement{}}}}, nil
	}})
	do(t, ctx, "start", chromedp.EmulateViewport(1280, 900), chromedp.Navigate(h.URL+"/"), chromedp.WaitVisible(".cards a"))
	audit(t, ctx, "start")
	// Search by keyboard alone: type, down, enter.
	do(t, ctx, "suggestions", chromedp.SendKeys("#q", "more"), chromedp.WaitVisible("#suggestions [role=option]"), chromedp.SendKeys("#q", kb.ArrowDown))
	check(t, ctx, "suggestion chosen", `document.getElementById("q").getAttribute("aria-activedescendant") === "hit0" && document.querySelector("#hit0").getAttribute("aria-selected") === "true"`)
	do(t, ctx, "open", chromedp.SendKeys("#q", kb.Enter), wait(`document.title === "Ada Moreno — kg"`), chromedp.WaitVisible(".drawing svg .edge"))
	check(t, ctx, "focus is on the heading", `document.activeElement.tagName === "H1"`)
	check(t, ctx, "denied told apart", `[...document.querySelectorAll("ul.facts > li.denied .badge")].some((b) => b.textContent.includes("denied"))`)
	audit(t, ctx, "entity")
	shot(t, ctx, "entity-light")
	// An edge by keyboard, its sentence, and the sentence in the article.
	do(t, ctx, "edge", chromedp.Focus(`.edge[data-edge="e/ada-moreno|e/tom-bell|asserted"]`), chromedp.KeyEvent(kb.Enter), chromedp.WaitVisible("#evidence blockquote a"))
	check(t, ctx, "the edge's sentence", `document.querySelector("#evidence blockquote").textContent.includes("Ada Moreno met Tom Bell in Porto.")`)
	do(t, ctx, "article", chromedp.Click("#evidence blockquote a"), chromedp.WaitVisible("mark.chosen"))
	check(t, ctx, "the sentence is marked", `document.querySelector("mark.chosen").textContent === "Ada Moreno met Tom Bell in Porto." && document.querySelectorAll("mark.chosen").length === 1`)
	audit(t, ctx, "article")
	// Filters.
	do(t, ctx, "back", chromedp.Navigate(h.URL+"/#/e/ada-moreno"), wait(`document.querySelectorAll(".edge").length > 2`))
	do(t, ctx, "filter", chromedp.SetValue("select[name=status]", "denied"), chromedp.Evaluate(`document.querySelector("form.filters").dispatchEvent(new Event("change"))`, nil), wait(`document.querySelectorAll(".edge").length === 1`))
	check(t, ctx, "the denied edge", `document.querySelector(".edge text").textContent.includes("not sign")`)
	do(t, ctx, "two steps", chromedp.SetValue("select[name=status]", ""), chromedp.SetValue("select[name=depth]", "2"),
		chromedp.Evaluate(`document.querySelector("form.filters").dispatchEvent(new Event("change"))`, nil), wait(`document.querySelector('[data-node="e/harbour-union.org"]') !== null`))
	check(t, ctx, "no two names overlap", `(() => { const r = [...document.querySelectorAll(".node rect")].map((x) => x.getBoundingClientRect());
		return r.every((a, i) => r.every((b, j) => i === j || a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top)); })()`)
	// Ask, conflicts, review.
	do(t, ctx, "ask", chromedp.Navigate(h.URL+"/#/ask"), chromedp.WaitVisible("#question"), chromedp.SendKeys("#question", "Who met Ada?"+kb.Enter), chromedp.WaitVisible("#answer a"))
	check(t, ctx, "answer", `document.querySelector("#answer").textContent.includes("Tom Bell")`)
	audit(t, ctx, "ask")
	do(t, ctx, "conflicts", chromedp.Navigate(h.URL+"/#/conflicts"), chromedp.WaitVisible("li.denied"))
	audit(t, ctx, "conflicts")
	do(t, ctx, "review", chromedp.Navigate(h.URL+"/#/review"), wait(`document.title.startsWith("Review")`))
	do(t, ctx, "documents", chromedp.Navigate(h.URL+"/#/documents"), chromedp.WaitVisible(".cards a"))
	audit(t, ctx, "documents")
}

// TestBrowserReview settles a doubtful link by the page.
func TestBrowserReview(t *testing.T) {
	ctx := browser(t)
	h := doubtful(t)
	do(t, ctx, "review", chromedp.Navigate(h.URL+"/#/review"), chromedp.WaitVisible(".cards button"))
	check(t, ctx, "both sentences", `document.querySelectorAll(".cards blockquote").length === 2 && document.querySelector(".cards").textContent.includes("A. Moreno opened a ferry.")`)
	audit(t, ctx, "review")
	shot(t, ctx, "review-light")
	do(t, ctx, "settle", chromedp.Click(`//button[text()="Not the same"]`), wait(`document.querySelector(".cards").textContent.includes("settled as two")`))
	if is := opener(t, h); is != "e/a-moreno" {
		t.Errorf("the ferry's opener is %s", is)
	}
}

// TestBrowserHostile opens everything that holds the hostile article: nothing of it runs, nothing of it is markup.
func TestBrowserHostile(t *testing.T) {
	ctx := browser(t)
	h, s := start(t, Options{})
	docs, _, _, err := s.graph.Documents("", 10)
	if err != nil {
		t.Fatal(err)
	}
	pages := []string{"/#/", "/#/e/ada-moreno", "/#/documents", "/#/conflicts", "/#/e/" + hostile, "/#/path?a=" + hostile + "&b=x"}
	for _, d := range docs {
		pages = append(pages, "/#/d/"+strings.ReplaceAll(strings.TrimPrefix(string(d.ID), "d/"), "%", "%25"))
	}
	for i, p := range pages {
		do(t, ctx, p, chromedp.Navigate("about:blank"), chromedp.Navigate(h.URL+p), chromedp.WaitVisible("h1"), chromedp.Sleep(300*time.Millisecond))
		check(t, ctx, p, `!document.title.includes("owned") || document.title.includes("<script>")`)
		check(t, ctx, p, `document.querySelectorAll("main script, main img, main [onload], main [onerror], a[href^='javascript']").length === 0 && document.querySelectorAll("script").length === 2`)
		if i == 1 {
			check(t, ctx, p, `document.body.textContent.includes("<script>")`) // it is shown, as text
		}
	}
}

// TestBrowserDarkAndPhone looks at the pages in the dark and on a phone: contrast holds, nothing is wider than the screen.
func TestBrowserDarkAndPhone(t *testing.T) {
	ctx := browser(t)
	h, _ := start(t, Options{})
	dark := emulation.SetEmulatedMedia().WithFeatures([]*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: "dark"}})
	do(t, ctx, "dark", chromedp.EmulateViewport(1280, 900), dark, chromedp.Navigate(h.URL+"/#/e/ada-moreno"), chromedp.WaitVisible(".drawing svg .edge"))
	check(t, ctx, "it is dark", `getComputedStyle(document.body).backgroundColor === "rgb(22, 23, 25)"`)
	audit(t, ctx, "entity in the dark")
	shot(t, ctx, "entity-dark")
	for _, p := range []string{"/#/", "/#/e/ada-moreno", "/#/d/pact", "/#/conflicts", "/#/documents"} {
		do(t, ctx, "phone", chromedp.EmulateViewport(390, 844, chromedp.EmulateMobile), chromedp.Navigate("about:blank"), chromedp.Navigate(h.URL+p), chromedp.WaitVisible("h1"), chromedp.Sleep(300*time.Millisecond))
		audit(t, ctx, "phone "+p)
		if strings.Contains(p, "/e/") {
			phoneDrawing(t, ctx)
		}
		check(t, ctx, "phone "+p, `document.documentElement.scrollWidth <= 391`)
		shot(t, ctx, fmt.Sprintf("phone%s", strings.NewReplacer("/", "-", "#", "").Replace(p)))
	}
}

// phoneDrawing checks that the drawing can be read and used on a phone, in both schemes of colour.
func phoneDrawing(t *testing.T, ctx context.Context) {
	t.Helper()
	do(t, ctx, "phone's drawing", chromedp.WaitVisible(".drawing svg.tall .edge"), chromedp.SetValue("select[name=depth]", "2"),
		chromedp.Evaluate(`document.querySelector("form.filters").dispatchEvent(new Event("change"))`, nil), wait(`document.querySelector('[data-node="e/harbour-union.org"]') !== null`))
	check(t, ctx, "nothing beside the screen", `document.querySelector(".drawing").scrollWidth <= document.querySelector(".drawing").clientWidth`)
	check(t, ctx, "letters of 11 pixels", `(() => { const svg = document.querySelector(".drawing svg"); return parseFloat(getComputedStyle(svg).fontSize) * svg.getBoundingClientRect().width / svg.viewBox.baseVal.width >= 11; })()`)
	check(t, ctx, "nothing on anything", `(() => { const r = [...document.querySelectorAll(".drawing .node rect, .drawing .edge text")].map((x) => x.getBoundingClientRect());
		return r.every((a, i) => a.left >= 0 && a.right <= innerWidth && r.every((b, j) => i === j || a.right <= b.left || b.right <= a.left || a.bottom <= b.top + 1 || b.bottom <= a.top + 1)); })()`)
	shot(t, ctx, "phone-drawing")
	do(t, ctx, "a tap on a link", chromedp.Click(`.edge[data-edge="e/ada-moreno|e/tom-bell|asserted"] text`), chromedp.WaitVisible("#evidence blockquote a"))
	check(t, ctx, "its sentence", `document.querySelector("#evidence blockquote").textContent.includes("Ada Moreno met Tom Bell in Porto.")`)
	light := emulation.SetEmulatedMedia().WithFeatures([]*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: "light"}})
	do(t, ctx, "light", light)
	audit(t, ctx, "phone in the light")
	shot(t, ctx, "phone-drawing-light")
	do(t, ctx, "dark", emulation.SetEmulatedMedia().WithFeatures([]*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: "dark"}}))
}

// audit checks what a screen reader and weak eyes need: one heading of the page, a name for each control, contrast of
// 4.5 to 1 (WCAG 2.2, 1.4.3), no id twice, targets of 24 pixels (2.5.8) for buttons and fields.
func audit(t *testing.T, ctx context.Context, what string) {
	t.Helper()
	var found []string
	do(t, ctx, "audit of "+what, chromedp.Evaluate(auditScript, &found))
	for _, f := range found {
		t.Errorf("%s: %s", what, f)
	}
}

const auditScript = `(() => {
const out = [];
if (document.querySelectorAll("h1").length !== 1) out.push("not one h1");
if (!document.documentElement.lang) out.push("no language");
if (document.querySelectorAll("main").length !== 1) out.push("not one main");
const ids = new Map();
for (const e of document.querySelectorAll("[id]")) ids.set(e.id, (ids.get(e.id) || 0) + 1);
for (const [id, n] of ids) if (n > 1) out.push("id " + id + " " + n + " times");
const named = (e) => (e.getAttribute("aria-label") || (e.labels && [...e.labels].map((l) => l.textContent).join("")) || e.textContent || "").trim();
for (const e of document.querySelectorAll("a, button, input, select, [role=button], [role=link], [role=region], nav, form[role]")) {
  if (e.offsetParent === null && !(e instanceof SVGElement)) continue;
  if (e.tagName !== "FORM" && !named(e)) out.push("no name: " + e.outerHTML.slice(0, 120));
  if (["BUTTON", "INPUT", "SELECT"].includes(e.tagName)) {
    const r = e.getBoundingClientRect();
    if (r.width < 24 || r.height < 24) out.push("small: " + e.outerHTML.slice(0, 120));
  }
}
let level = 0;
for (const h of document.querySelectorAll("h1, h2, h3, h4")) {
  const l = Number(h.tagName[1]);
  if (l > level + 1) out.push("heading " + h.textContent + " leaves a level out");
  level = l;
}
const parse = (c) => { const m = c.match(/[\d.]+/g).map(Number); return {r: m[0], g: m[1], b: m[2], a: m.length > 3 ? m[3] : 1}; };
const light = (c) => { const f = (v) => { v /= 255; return v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4; }; return 0.2126 * f(c.r) + 0.7152 * f(c.g) + 0.0722 * f(c.b); };
const behind = (e) => { for (; e; e = e.parentElement) { const s = getComputedStyle(e); const c = parse(e instanceof SVGElement ? "0,0,0,0" : s.backgroundColor); if (c.a === 1) return c; } return {r: 255, g: 255, b: 255}; };
const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
const seen = new Set();
while (walker.nextNode()) {
  const e = walker.currentNode.parentElement;
  if (!walker.currentNode.textContent.trim() || seen.has(e) || ["SCRIPT", "NOSCRIPT", "TITLE", "title", "OPTION"].includes(e.tagName)) continue;
  seen.add(e);
  const s = getComputedStyle(e);
  if (s.visibility === "hidden" || e.closest("[hidden], noscript, details:not([open])")) continue;
  const fore = parse(e instanceof SVGElement ? s.fill : s.color);
  let back = behind(e);
  const rect = e instanceof SVGElement && e.parentElement.querySelector("rect");
  if (rect) back = parse(getComputedStyle(rect).fill);
  const a = light(fore), b = light(back), ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  if (ratio < 4.5) out.push("contrast " + ratio.toFixed(2) + ": " + e.outerHTML.slice(0, 100));
}
return out;
})()`
