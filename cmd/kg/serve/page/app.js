"use strict";
// The page: all text from the server enters by textContent, never as markup.

const main = document.getElementById("main");
const status = document.getElementById("status");
let facts = {}; // what the server allows and holds
let known = Promise.resolve(); // when facts are there: a large store is counted once after its server has started

// el makes an element; children that are null are left out.
function el(name, attrs, ...children) {
  const e = document.createElement(name);
  for (const [k, v] of Object.entries(attrs || {})) {
    if (k.startsWith("on")) e.addEventListener(k.slice(2), v);
    else if (v !== null && v !== false) e.setAttribute(k, v === true ? "" : v);
  }
  e.append(...children.flat().filter((c) => c !== null && c !== undefined));
  return e;
}

const count = (n, noun) => `${n.toLocaleString("en")} ${n === 1 ? noun : noun.endsWith("y") ? noun.slice(0, -1) + "ies" : noun + "s"}`;
const bare = (id) => id.replace(/^[a-z]+\//, "");
const entityLink = (id) => "#/e/" + encodeURIComponent(bare(id));

function token() {
  const given = new URLSearchParams(location.hash.split("?")[1] || "").get("token");
  if (given) {
    sessionStorage.setItem("token", given);
    history.replaceState(null, "", location.hash.split("?")[0]);
  }
  return sessionStorage.getItem("token");
}

async function api(path, params, options) {
  const q = new URLSearchParams();
  for (const [k, v] of Object.entries(params || {})) if (v) q.set(k, v);
  const headers = {Accept: "application/json", ...(options && options.headers)};
  if (token()) headers.Authorization = "Bearer " + token();
  const r = await fetch("/api/v1/" + path + (q.size ? "?" + q : ""), {...options, headers});
  const body = await r.json().catch(() => ({error: "the server's answer cannot be read"}));
  if (r.ok) return body;
  const err = new Error(body.error || r.statusText);
  err.status = r.status;
  err.candidates = body.candidates;
  throw err;
}

function failure(err) {
  if (err.status === 401) return askToken();
  return el("div", {class: "error", role: "alert"}, el("p", {}, err.message),
    err.candidates ? el("ul", {}, err.candidates.map((c) => el("li", {}, el("a", {href: entityLink(c.id)}, c.name), ` ${c.classes.join(", ")}`))) : null);
}

function askToken() {
  const input = el("input", {id: "token", type: "password", required: true});
  return el("form", {class: "error", onsubmit: (ev) => {
    ev.preventDefault();
    sessionStorage.setItem("token", input.value);
    begin();
  }}, el("p", {}, el("label", {for: "token"}, "This server wants its token: "), input, " ", el("button", {}, "Enter")));
}

const badge = (s) => el("span", {class: "badge " + s}, {asserted: "asserted", denied: "✕ denied", doubted: "? possible"}[s] || s);

function thing(t) {
  if (!t) return "—";
  return t.id ? el("a", {href: entityLink(t.id)}, t.name) : el("span", {}, t.name);
}

function details(s) {
  const out = [];
  for (const r of s.roles || []) out.push(el("span", {}, ` ${r.role} `, thing(r)));
  if (s.place) out.push(el("span", {}, " · in ", thing(s.place)));
  if (s.time) out.push(` · ${s.time}`);
  if (s.quantity) out.push(` · ${s.quantity}`);
  if (s.condition) out.push(` · if ${s.condition}`);
  if (s.tense === "future") out.push(" · future");
  if (s.by) out.push(el("span", {}, " · says ", thing(s.by)));
  return out;
}

function quotes(s) {
  return (s.sources || []).map((p) => el("blockquote", {}, `“${p.quote}” `,
    el("a", {href: `#/d/${encodeURIComponent(bare(p.document))}?s=${encodeURIComponent(s.id)}`, class: "source"},
      [p.publisher, p.title || bare(p.document), p.date].filter(Boolean).join(", "))));
}

function statement(s) {
  return el("li", {class: s.status}, badge(s.status), thing(s.subject), " ", el("strong", {}, s.relation), " ", s.object ? thing(s.object) : "",
    details(s), quotes(s));
}

function show(title, ...children) {
  const h = el("h1", {tabindex: "-1"}, title);
  document.title = title === "kg" ? "kg" : title + " — kg";
  main.replaceChildren(h, ...children.flat().filter(Boolean));
  if (moved) h.focus();
  moved = true;
  status.textContent = title + " loaded";
}
let moved = false;

// Pages.

async function start() {
  const top = await api("search", {limit: 24});
  const sub = el("p", {class: "sub"}, "…"), box = el("div", {});
  show("kg", sub, box,
    el("h2", {}, "Most spoken of"),
    el("ul", {class: "cards"}, top.hits.map((h) => el("li", {}, el("a", {href: entityLink(h.id)}, h.name), el("br"), el("span", {class: "quiet"}, h.classes.join(", "))))));
  await known;
  sub.textContent = facts.counting ? "How much there is is being counted." : `${count(facts.documents, "document")}, ${count(facts.statements, "statement")}, ${count(facts.entities, "entity")}: ` +
    `${facts.asserted.toLocaleString("en")} facts asserted, ${facts.denied.toLocaleString("en")} denied, ${facts.doubted.toLocaleString("en")} only possible.`;
  if (facts.ask) box.append(askBox(""));
}

async function entity(id) {
  const at = "entities/" + encodeURIComponent(id);
  const e = await api(at);
  const others = e.names.filter((n) => n !== e.name);
  const chosen = el("section", {"aria-live": "polite", id: "evidence"});
  show(e.name, el("p", {class: "sub"}, [e.classes.join(", "), others.length ? "also " + others.slice(0, 8).join("; ") + (others.length > 8 ? ` and ${others.length - 8} more` : "") : "",
    `${e.more ? "the first of more than " : ""}${count(e.statements, "statement")} in ${count(e.documents, "document")}`].filter(Boolean).join(" · ")),
    el("h2", {id: "drawn"}, "Neighbourhood"), neighbourhood(e, at, chosen), chosen,
    el("h2", {}, "Facts"), e.relations.map((g) => group(e, at, g)),
    el("h2", {}, "Timeline"), timeline(at),
    e.speakers.length ? [el("h2", {}, "Who speaks of it"), el("ul", {class: "cards"}, e.speakers.slice(0, 24).map((s) => el("li", {}, thing(s), el("br"), el("span", {class: "quiet"}, count(s.statements, "statement")))))] : null,
    e.said ? el("p", {}, `${e.name} is the source of ${count(e.said, "statement")}.`) : null);
}

function group(e, at, g) {
  const title = g.direction === "in" ? `… ${g.relation} ${e.name}` : g.direction === "out" ? g.relation : `${g.relation} (named beside)`;
  const list = el("ul", {class: "facts"}, g.facts.map((f) => fact(f)));
  const parts = [g.asserted ? `${g.asserted} asserted` : "", g.denied ? `${g.denied} denied` : "", g.doubted ? `${g.doubted} possible` : ""].filter(Boolean).join(", ");
  const rest = g.total - g.facts.length;
  return el("section", {}, el("h3", {}, title + " ", el("span", {class: "quiet"}, `(${parts})`)), list,
    rest > 0 ? el("button", {class: "more", onclick: async (ev) => {
      const b = ev.target;
      const all = await api(at, {facts: 500});
      const same = all.relations.find((x) => x.relation === g.relation && x.direction === g.direction);
      list.replaceChildren(...same.facts.map((f) => fact(f)));
      b.remove();
      list.querySelector("a")?.focus();
    }}, `${rest} more`) : null);
}

function fact(f) {
  const s = f.statement;
  return el("li", {class: f.status}, badge(f.status), thing(s.subject), " ", el("strong", {}, s.relation), " ", s.object ? thing(s.object) : "", details(s),
    f.statements > 1 ? el("span", {class: "quiet"}, ` · ${count(f.statements, "statement")}`) : null,
    f.by && f.by.some((b) => !s.by || b !== s.by.name) ? el("span", {class: "quiet"}, ` · according to ${f.by.join(", ")}`) : null, quotes(s));
}

function select(name, label, options, value) {
  return el("label", {}, label, el("select", {name}, el("option", {value: ""}, "all"), options.map((o) => {
    const [v, t] = Array.isArray(o) ? o : [o, o];
    return el("option", {value: v, selected: v === value}, t);
  })));
}

const narrow = window.matchMedia("(max-width: 40rem)"); // as in the style sheet

function neighbourhood(e, at, chosen) {
  const box = el("div", {class: "drawing", role: "region", "aria-label": "Drawing of the neighbourhood", tabindex: "0"});
  const table = el("details", {});
  const filters = el("form", {class: "filters", "aria-label": "What is drawn", onsubmit: (ev) => ev.preventDefault()});
  const note = el("p", {class: "legend", role: "status"});
  let most = 24, first = true;
  const draw = async () => {
    const f = Object.fromEntries(new FormData(filters));
    for (const k of ["from", "to"]) if (f[k] && !/^\d{4}-\d\d-\d\d$/.test(f[k])) delete f[k];
    let d;
    try {
      d = await api(at + "/neighbourhood", {...f, limit: most, shape: narrow.matches ? "tall" : ""});
    } catch (err) {
      box.replaceChildren(failure(err));
      return;
    }
    if (first) {
      first = false;
      filters.append(
        el("label", {}, "Steps", el("select", {name: "depth"}, el("option", {value: "1"}, "1"), el("option", {value: "2"}, "2"))),
        select("relation", "Relation", d.relations), select("class", "Class", d.classes),
        select("status", "Status", [["asserted", "asserted"], ["denied", "denied"], ["doubted", "possible"]]),
        el("label", {}, "From", el("input", {name: "from", type: "date"})), el("label", {}, "To", el("input", {name: "to", type: "date"})));
    }
    const names = new Map(d.nodes.map((n) => [n.id, n.name]));
    const choose = (edge) => evidence(chosen, edge, names);
    const svg = drawing(d, {open: (id) => { location.hash = entityLink(id); }, choose, more: () => { most = 80; draw(); }});
    box.replaceChildren(svg);
    const centre = d.nodes.find((n) => n.id === d.centre);
    box.scrollLeft = d.tall ? 0 : centre.x - box.clientWidth / 2;
    box.scrollTop = d.tall ? 0 : centre.y - box.clientHeight / 2;
    note.textContent = `${count(d.nodes.filter((n) => !n.hidden).length, "thing")} and ${count(d.edges.length, "link")} drawn` + (d.hidden ? `, ${count(d.hidden, "thing")} more not drawn` : "") + (d.more ? ", and more than can be counted here" : "") +
      ". Solid: asserted; dashed: denied; dotted: possible. A click on a link shows its sentences.";
    table.replaceChildren(el("summary", {}, "The same as a table"), el("table", {}, el("thead", {}, el("tr", {}, ["From", "Link", "To", "Status", "Statements"].map((h) => el("th", {scope: "col"}, h)))),
      el("tbody", {}, d.edges.map((x) => el("tr", {}, el("td", {}, names.get(x.from)), el("td", {}, el("button", {onclick: () => choose(x)}, x.label)), el("td", {}, names.get(x.to)), el("td", {}, badge(x.status)), el("td", {}, String(x.statements)))))));
  };
  filters.addEventListener("change", draw);
  narrow.onchange = draw;
  draw();
  return [filters, box, note, table];
}

async function evidence(where, edge, names) {
  try {
    const pages = await Promise.all(edge.facts.slice(0, 20).map((id) => api((id.startsWith("f/") ? "facts/" : "statements/") + encodeURIComponent(bare(id)))));
    const all = pages.flatMap((p) => p.statements || [p]);
    const h = el("h3", {tabindex: "-1"}, `${names.get(edge.from)} — ${edge.label} — ${names.get(edge.to)}`);
    where.replaceChildren(h, el("ul", {class: "facts"}, all.map(statement)), edge.facts.length > 20 ? el("p", {}, `and ${edge.facts.length - 20} facts more`) : "");
    h.focus();
    where.scrollIntoView({block: "nearest"});
  } catch (err) {
    where.replaceChildren(failure(err));
  }
}

function timeline(at) {
  const list = el("ol", {class: "timeline"});
  const box = el("div", {}, list);
  const load = async (cursor) => {
    const p = await api(at + "/timeline", {limit: 20, cursor});
    list.append(...p.statements.map((s) => el("li", {}, el("time", {datetime: s.start || null}, s.start || "undated"), badge(s.status), thing(s.subject), " ", el("strong", {}, s.relation), " ", s.object ? thing(s.object) : "", details(s), quotes(s))));
    if (p.next) box.append(el("button", {class: "more", onclick: (ev) => { ev.target.remove(); load(p.next); }}, `More of ${p.total}`));
  };
  load("").catch((err) => box.append(failure(err)));
  return box;
}

async function documentPage(id, chosen) {
  const d = await api("documents/" + encodeURIComponent(id));
  const said = new Map(d.statements.map((s) => [s.id, s]));
  let first = null;
  const text = el("article", {class: "text"}, d.pieces.map((p) => {
    if (!p.statements) return p.text;
    const mine = chosen && p.statements.includes(chosen);
    const m = el("mark", {class: mine ? "chosen" : "", title: p.statements.map((s) => line(said.get(s))).join("\n")}, p.text);
    if (mine && !first) {
      first = m;
      m.tabIndex = -1;
    }
    return m;
  }));
  show(d.title || d.name, el("p", {class: "sub"}, [d.publisher, d.date].filter(Boolean).join(", ") + " ", d.url ? el("a", {href: d.url, rel: "noreferrer noopener nofollow"}, d.url) : null),
    chosen && said.has(chosen) ? [el("h2", {}, "The statement"), el("ul", {class: "facts"}, statement(said.get(chosen)))] : null,
    el("h2", {}, "The article"), text,
    el("details", {}, el("summary", {}, `All ${count(d.statements.length, "statement")}`), el("ul", {class: "facts"}, d.statements.map(statement))));
  if (first) {
    first.scrollIntoView({block: "center"});
    first.focus({preventScroll: true});
  }
}

const line = (s) => `${s.subject ? s.subject.name : "—"} · ${s.relation} · ${s.object ? s.object.name : "—"} (${s.status})`;

async function documents(cursor) {
  const p = await api("documents", {cursor});
  show("Documents", el("p", {class: "sub"}, count(p.total, "document")),
    el("ul", {class: "cards"}, p.documents.map((d) => el("li", {}, el("a", {href: "#/d/" + encodeURIComponent(bare(d.id))}, d.title || d.name), el("br"), el("span", {class: "quiet"}, [d.publisher, d.date].filter(Boolean).join(", "))))),
    p.next ? el("p", {}, el("a", {href: "#/documents?cursor=" + p.next}, "More")) : null);
}

async function conflicts(cursor) {
  const p = await api("conflicts", {cursor});
  show("Conflicts", el("p", {class: "sub"}, p.total ? `${count(p.total, "fact")} that some assert and others deny for the same time` : "Nothing is both asserted and denied for the same time."),
    p.conflicts.map((c) => el("section", {}, el("h2", {}, line(c.asserted[0]).replace(/ \(.*\)$/, "")), el("ul", {class: "facts"}, c.asserted.map(statement), c.denied.map(statement)))),
    p.next ? el("p", {}, el("a", {href: "#/conflicts?cursor=" + p.next}, "More")) : null);
}

async function review() {
  const [p] = await Promise.all([api("review"), known]);
  show("Review", el("p", {class: "sub"}, p.total ? `${count(p.total, "doubtful link")} between names, the most doubtful first. What you settle stays settled.` : "No doubtful links."),
    el("ul", {class: "cards"}, p.doubts.map((d) => {
      const item = el("li", {}, el("p", {}, "“", el("strong", {}, d.b_name), d.linked ? "” is taken for " : "” is not taken for ", el("a", {href: entityLink(d.a)}, d.a_name), ` in ${count(d.documents, "document")}`),
        el("p", {class: "quiet"}, `${d.reason} (${d.score})`), [d.b_quote, d.a_quote].filter(Boolean).map((q) => el("blockquote", {}, q.text, " ", el("a", {href: "#/d/" + encodeURIComponent(bare(q.document))}, bare(q.document)))));
      const settle = (same) => async () => {
        try {
          await api("review", {}, {method: "POST", headers: {"Content-Type": "application/json"}, body: JSON.stringify({a: d.a, b: d.b, name: d.b_name, same})});
          item.replaceChildren(el("p", {role: "status"}, `${d.b_name} and ${d.a_name}: settled as ${same ? "one" : "two"}`));
        } catch (err) {
          item.append(failure(err));
        }
      };
      if (facts.write) item.append(el("button", {onclick: settle(true)}, "The same"), " ", el("button", {onclick: settle(false)}, "Not the same"));
      return item;
    })), facts.write || !p.doubts.length ? null : el("p", {}, "This server only reads: kg review settles them, or kg serve --write."));
}

function askBox(q) {
  const input = el("input", {id: "question", type: "text", value: q, maxlength: 500, placeholder: "Who signed agreements with Ukraine?"});
  return el("form", {class: "ask", onsubmit: (ev) => {
    ev.preventDefault();
    if (input.value.trim()) location.hash = "#/ask?q=" + encodeURIComponent(input.value.trim());
  }}, el("label", {class: "quiet", for: "question"}, "A question in English"), input, el("button", {}, "Ask"));
}

async function ask(q) {
  const answer = q ? await api("ask", {q}) : null;
  show("Ask", askBox(q || ""), answer ? el("section", {id: "answer", "aria-live": "polite"}, el("p", {}, answer.note || ""),
    el("ul", {class: "facts"}, (answer.answers || []).map((a) => el("li", {class: a.status || "asserted"}, a.id ? el("strong", {}, el("a", {href: entityLink(a.id)}, a.text)) : el("strong", {}, a.text),
      el("ul", {class: "facts"}, (a.statements || []).map(statement)))))) : el("p", {class: "sub"}, "Answers are found in what is stored, each with its sentence."));
}

async function way(a, b) {
  const p = await api("path", {a, b});
  show(`${a} to ${b}`, p.steps.length ? el("ul", {class: "facts"}, p.steps.map((s) => statement(s.statement))) : el("p", {}, "No way in four steps."));
}

// route shows the page that the address names.
async function route() {
  token();
  const [path, query] = location.hash.slice(1).split("?");
  const q = new URLSearchParams(query);
  const part = path.split("/").map((p) => { try { return decodeURIComponent(p); } catch { return p; } });
  for (const a of document.querySelectorAll("nav a")) {
    if (a.hash === "#" + path) a.setAttribute("aria-current", "page");
    else a.removeAttribute("aria-current");
  }
  try {
    switch (part[1] || "") {
      case "": await start(); break;
      case "e": await entity(part[2]); break;
      case "d": await documentPage(part.slice(2).join("/"), q.get("s")); break;
      case "documents": await documents(q.get("cursor")); break;
      case "conflicts": await conflicts(q.get("cursor")); break;
      case "review": await review(); break;
      case "ask": await ask(q.get("q")); break;
      case "path": await way(q.get("a"), q.get("b")); break;
      default: show("Not found", el("p", {}, "There is no such page."));
    }
  } catch (err) {
    show("Sorry", failure(err));
  }
}

// Search with suggestions: a combobox after the WAI-ARIA pattern.

function search() {
  const form = document.getElementById("search"), input = document.getElementById("q"), list = document.getElementById("suggestions");
  let hits = [], at = -1, asked = 0, timer = 0;
  const close = () => {
    list.hidden = true;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
    at = -1;
  };
  const choose = (i) => {
    at = i;
    [...list.children].forEach((li, j) => li.setAttribute("aria-selected", String(j === i)));
    if (i >= 0) input.setAttribute("aria-activedescendant", "hit" + i);
    else input.removeAttribute("aria-activedescendant");
    list.children[i]?.scrollIntoView({block: "nearest"});
  };
  const open = (h) => {
    close();
    input.value = h.name;
    location.hash = entityLink(h.id);
  };
  const suggest = async () => {
    const n = ++asked, q = input.value.trim();
    if (!q) return close();
    let found;
    try {
      found = await api("search", {q, limit: 8});
    } catch {
      return close();
    }
    if (n !== asked) return;
    hits = found.hits;
    list.replaceChildren(...hits.map((h, i) => el("li", {role: "option", id: "hit" + i, "aria-selected": "false", onmousedown: (ev) => { ev.preventDefault(); open(h); }},
      h.name, el("span", {class: "quiet"}, ` ${h.classes.join(", ")}${h.also ? " · " + h.also : ""}`))));
    at = -1;
    list.hidden = !hits.length;
    input.setAttribute("aria-expanded", String(hits.length > 0));
    status.textContent = `${count(found.total, "suggestion")}`;
  };
  input.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(suggest, 80); });
  input.addEventListener("keydown", (ev) => {
    if (ev.key === "ArrowDown" || ev.key === "ArrowUp") {
      if (list.hidden) return;
      ev.preventDefault();
      const n = hits.length, step = ev.key === "ArrowDown" ? 1 : -1;
      choose(at < 0 ? (step > 0 ? 0 : n - 1) : (at + step + n) % n);
    } else if (ev.key === "Escape") close();
  });
  input.addEventListener("blur", close);
  form.addEventListener("submit", async (ev) => {
    ev.preventDefault();
    const q = input.value.trim();
    if (!q) return;
    if (at >= 0) return open(hits[at]);
    asked++;
    const found = await api("search", {q, limit: 8}).catch(() => ({hits: []}));
    if (found.hits.length) open(found.hits[0]);
    else location.hash = entityLink(q);
  });
}

async function begin() {
  known = api("stats").then((f) => { facts = f; });
  known.catch(() => {}); // the page's own request fails the same way
  await route();
}

document.querySelector(".skip").addEventListener("click", (ev) => { ev.preventDefault(); main.focus(); });
window.addEventListener("hashchange", route);
search();
begin();
