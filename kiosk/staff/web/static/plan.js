// The shop from above, its front at the lower edge, with the kiosk and the product's bay. Left is left in every language.
import { draw } from "./made.js";

const plainName = (text) => text.toLowerCase().normalize("NFKD").replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-|-$/g, "");

// Where a call comes from: the fixture that is called like the kiosk or its place; for the kiosk that this page belongs to
// any kiosk of the plan, as on its own screen. Nothing rather than a wrong place.
export function spot(store, call) {
  const names = new Set([plainName(call.kiosk), plainName(call.place)].filter(Boolean));
  const named = store.fixtures.find((f) => names.has(plainName(f.id)) || (f.kind !== "shelf" && names.has(plainName(f.label))));
  if (named) return named;
  return call.kiosk === store.kiosk ? store.fixtures.find((f) => f.kind === "kiosk") ?? null : null;
}

// Where its product lies: its bay, else anything of its aisle.
export function bay(store, item) {
  if (!item?.aisle) return null;
  const aisle = store.fixtures.filter((f) => f.kind === "shelf" && f.aisle === item.aisle);
  return aisle.find((f) => f.bay === item.bay) ?? aisle[0] ?? null;
}

// The plan as a picture; `large` has names on it. Nothing if there is nothing to show on it.
export function plan(store, call, large) {
  if (!store.fixtures?.length) return null;
  const from = spot(store, call);
  const to = bay(store, call.product);
  if (!from && !to) return null;
  const { width, depth } = store;
  const unit = width / (large ? 90 : 30);
  const svg = draw("svg", { viewBox: `0 0 ${width} ${depth}`, class: "plan", "aria-hidden": "true" });
  svg.append(draw("rect", { class: "p-floor", x: 0, y: 0, width, height: depth, rx: unit }));
  for (const kind of ["wall", "service", "restroom", "checkout", "entrance", "shelf"]) {
    const d = store.fixtures.filter((f) => f.kind === kind).map((f) => outline(f, depth)).join("");
    if (d) svg.append(draw("path", { class: `p-${kind}`, d }));
  }
  if (large) svg.append(...signs(store, unit), ...names(store, unit));
  if (to) svg.append(...pin(to, depth, unit));
  if (from) {
    const at = centre(from, depth);
    svg.append(draw("circle", { class: "p-halo", ...at, r: 2.6 * unit }), draw("circle", { class: "p-kiosk", ...at, r: 1.5 * unit }));
  }
  return svg;
}

const outline = (f, depth) => `M${f.x} ${depth - f.y - f.height}h${f.width}v${f.height}h${-f.width}z`;

const centre = (f, depth) => ({ cx: f.x + f.width / 2, cy: depth - f.y - f.height / 2 });

function pin(f, depth, unit) {
  const { cx, cy } = centre(f, depth);
  const r = 1.7 * unit;
  const tip = `M${cx} ${cy}C${cx - r} ${cy - 1.6 * r} ${cx - 1.35 * r} ${cy - 2.2 * r} ${cx - 1.35 * r} ${cy - 3 * r}a${1.35 * r} ${1.35 * r} 0 0 1 ${2.7 * r} 0C${cx + 1.35 * r} ${cy - 2.2 * r} ${cx + r} ${cy - 1.6 * r} ${cx} ${cy}z`;
  return [draw("path", { class: "p-bay", d: outline(f, depth) }), draw("path", { class: "p-pin", d: tip }), draw("circle", { class: "p-eye", cx, cy: cy - 3 * r, r: 0.5 * r })];
}

// One number an aisle, in the walkway before its front end.
function signs(store, unit) {
  const found = new Map();
  for (const f of store.fixtures) {
    if (f.kind !== "shelf" || !f.aisle) continue;
    const box = found.get(f.aisle) ?? { left: f.x, right: f.x + f.width, front: f.y };
    found.set(f.aisle, { left: Math.min(box.left, f.x), right: Math.max(box.right, f.x + f.width), front: Math.min(box.front, f.y) });
  }
  return [...found].map(([aisle, box]) => label(aisle, (box.left + box.right) / 2, store.depth - box.front + 2.6 * unit, 2.2 * unit));
}

function names(store, unit) {
  return store.fixtures.filter((f) => ["service", "restroom"].includes(f.kind) && f.width > f.label.length * unit).map((f) => {
    const { cx, cy } = centre(f, store.depth);
    return label(f.label, cx, cy + 0.6 * unit, 1.7 * unit);
  });
}

function label(text, x, y, size) {
  const node = draw("text", { class: "p-name", x, y, "font-size": size, "text-anchor": "middle" });
  node.textContent = text;
  return node;
}
