// The one sheet that comes up from below; it holds whatever was asked for, until it is closed or no longer true.
import { button, make } from "./made.js";
import { t } from "./texts.js";

const dialog = document.getElementById("sheet");
let about = null;
let came = null;

dialog.addEventListener("click", (event) => { if (event.target === dialog) dialog.close(); });
dialog.addEventListener("close", () => {
  about = null;
  dialog.replaceChildren();
  (came?.node.isConnected ? came.node : standIn())?.focus({ preventScroll: true });
});

// Shows parts under a title. `call` is the id of the call it is about, if it is about one.
export function openSheet(title, parts, call = null) {
  const heading = make("h2", "", title);
  heading.id = "sheet-title";
  const close = button(t("board.close"), "button close", "close");
  close.addEventListener("click", () => dialog.close());
  const body = make("div", "body");
  body.append(...parts);
  dialog.replaceChildren(heading, body, close);
  about = call;
  if (!dialog.open) {
    const node = document.activeElement;
    came = { node, key: node.dataset?.key, call: node.closest?.(".card")?.dataset.call };
    dialog.showModal();
  }
  dialog.scrollTop = 0;
  (body.querySelector("[autofocus]") ?? close).focus({ preventScroll: true });
}

export function closeSheet() { if (dialog.open) dialog.close(); }

// The call that the open sheet is about.
export const sheetCall = () => about;

// What stands now where the focus came from: a card that was drawn anew has other buttons.
function standIn() {
  const card = [...document.querySelectorAll(".card")].find((node) => node.dataset.call === came?.call);
  return card?.querySelector(`[data-key="${came.key}"]`) ?? card?.querySelector("button");
}
