// What stands for a product: the drawing of its kind, as on the kiosk.
import { glyph as kind } from "./glyphs.mjs";
import { make } from "./made.js";

export function picture(item, departments) {
  const tile = make("span", "glyph");
  tile.setAttribute("aria-hidden", "true");
  tile.style.setProperty("--drawing", `url("/icons/${kind(item, departments)}.svg")`);
  return tile;
}
