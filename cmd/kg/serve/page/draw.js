"use strict";
// Draws a neighbourhood that the server has laid out. Nothing here knows where things go.

const SVG = "http://www.w3.org/2000/svg";

function shape(name, attrs, ...children) {
  const e = document.createElementNS(SVG, name);
  for (const [k, v] of Object.entries(attrs)) e.setAttribute(k, v);
  e.append(...children);
  return e;
}

function cut(s, n) {
  const all = [...s];
  return all.length > n ? all.slice(0, n - 1).join("") + "…" : s;
}

function pressable(e, f) {
  e.addEventListener("click", f);
  e.addEventListener("keydown", (ev) => {
    if (ev.key === "Enter" || ev.key === " ") { ev.preventDefault(); f(); }
  });
}

// drawing returns the SVG of d; open(id) is called for a node, choose(edge) for an edge, more(id) for a group.
function drawing(d, {open, choose, more}) {
  const names = new Map(d.nodes.map((n) => [n.id, n.name]));
  const svg = shape("svg", {viewBox: `0 0 ${d.width} ${d.height}`, width: d.width, height: d.height, role: "group",
    "aria-label": `Neighbourhood of ${names.get(d.centre)}: ${d.nodes.length} things, ${d.edges.length} links. The table below lists the same.`});
  if (d.tall) svg.classList.add("tall");
  const edges = shape("g", {}), nodes = shape("g", {});
  for (const e of d.edges) {
    const what = `${names.get(e.from)} ${e.label} ${names.get(e.to)}, ${e.status}, ${e.statements} ${e.statements === 1 ? "statement" : "statements"}`;
    const g = shape("g", {class: "edge " + e.status, tabindex: "0", role: "button", "aria-label": what, "data-edge": e.id},
      shape("title", {}, what), shape("path", {d: e.path}), shape("path", {d: e.path, class: "hit"}));
    const [left, right] = d.nodes.filter((n) => n.id === e.from || n.id === e.to).map((n) => n.x).sort((a, b) => a - b);
    const from = d.nodes.find((n) => n.id === e.from);
    let arrow = left === right ? "" : from.x === left ? " →" : "← ";
    if (d.tall) arrow = from.x === left ? "→ " : "← "; // it stands before what the link leads to
    const label = d.tall || arrow.startsWith("←") ? arrow + e.label : e.label + arrow;
    if (e.label) g.append(shape("text", {x: e.x, y: d.tall ? e.y : e.y - 4}, label + (e.statements > 1 ? ` (${e.statements})` : "")));
    pressable(g, () => {
      for (const x of edges.children) x.classList.toggle("chosen", x === g);
      choose(e);
    });
    edges.append(g);
  }
  for (const n of d.nodes) {
    const name = cut(n.name, d.tall ? Math.floor((d.width - n.x - 30) / 7.4) : 24), width = Math.max(60, [...name].length * 7.4 + 22);
    const kind = n.hidden ? " group" : n.id === d.centre ? " centre" : "";
    // Beside the centre, names begin or end at one line, so that links have room.
    const left = d.tall ? 0 : n.level < 0 ? 40 - width : n.level > 0 ? -40 : -width / 2;
    const g = shape("g", {class: "node" + kind, tabindex: "0", role: n.hidden ? "button" : "link", transform: `translate(${n.x} ${n.y})`, "data-node": n.id,
      "aria-label": n.hidden ? `${n.hidden} more things: show them` : n.name + (n.class ? ", " + n.class : "")},
      shape("title", {}, n.name + (n.class ? " — " + n.class : "")),
      shape("rect", {x: left, y: -14, width, height: 28, rx: 14}), shape("text", {x: left + width / 2}, name));
    pressable(g, () => (n.hidden ? more(n.id) : open(n.id)));
    nodes.append(g);
  }
  svg.append(edges, nodes);
  return svg;
}
