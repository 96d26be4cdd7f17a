// What stands for a product: the drawing of its kind.
import { icon, make } from "./made.js";

export function glyph(item) {
  const tile = make("span", "glyph");
  tile.setAttribute("aria-hidden", "true");
  tile.append(icon("shelf"));
  return tile;
}
