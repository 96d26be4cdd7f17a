// Small parts that pages are made of. Every text from outside goes in as text, never as markup.
const SVG = "http://www.w3.org/2000/svg";

export function make(tag, className, text) {
  const node = document.createElement(tag);
  if (className) node.className = className;
  if (text !== undefined) node.textContent = text;
  return node;
}

export function draw(tag, attributes = {}) {
  const node = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  return node;
}

export function icon(name) {
  const svg = draw("svg", { class: "icon", "aria-hidden": "true" });
  svg.append(draw("use", { href: `#i-${name}` }));
  return svg;
}

export function button(label, className, iconName) {
  const node = make("button", className);
  node.type = "button";
  if (iconName) node.append(icon(iconName));
  node.append(make("span", "", label));
  return node;
}
