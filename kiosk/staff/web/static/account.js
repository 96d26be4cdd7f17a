// The sheet behind the associate's name: do not disturb, language, what those in charge look at, signing out.
import { clockTime } from "./format.js";
import { button, icon, make } from "./made.js";
import { closeSheet, openSheet } from "./sheet.js";
import { language, t } from "./texts.js";

const QUIET_MINUTES = [15, 30, 60];
const LANGUAGES = { en: "English", es: "Español", fr: "Français", de: "Deutsch", ar: "العربية" };

// `tell(words)` says what went wrong.
export function openAccount(me, token, tell) {
  openSheet(me.name, [quiet(me, token, tell), languages(), links(me.in_charge), signOut(token)]);
}

function quiet(me, token, tell) {
  const box = make("section", "");
  const heading = make("h3", "", t("board.do_not_disturb"));
  const about = make("p", "about", me.quiet_until ? t("board.quiet_until", { time: clockTime(me.quiet_until) }) : t("board.do_not_disturb_about"));
  const choices = make("div", "choices three");
  const choice = (words, minutes, className = "button") => {
    const node = button(words, className);
    node.addEventListener("click", async () => {
      closeSheet();
      try {
        const answer = await fetch("/quiet", {
          method: "POST",
          headers: { "x-form-token": token, accept: "application/json" },
          body: new URLSearchParams({ minutes }),
          signal: AbortSignal.timeout(8000),
        });
        if (answer.status === 401) return location.assign("/login");
        if (!answer.ok) tell((await answer.json()).error);
      } catch {
        tell(t("board.not_sent"));
      }
    });
    choices.append(node);
  };
  for (const minutes of QUIET_MINUTES) choice(t("board.minutes", { n: minutes }), minutes);
  if (me.quiet_until) choice(t("board.quiet_end"), 0, "button wide");
  box.append(heading, about, choices);
  return box;
}

function languages() {
  const box = make("section", "");
  const label = make("label", "heading", t("board.language"));
  const choice = make("select", "button");
  choice.id = label.htmlFor = "language";
  for (const [code, name] of Object.entries(LANGUAGES)) {
    const option = make("option", "", name);
    Object.assign(option, { value: code, lang: code, selected: code === language });
    choice.append(option);
  }
  choice.addEventListener("change", () => location.assign(`/?lang=${choice.value}`));
  box.append(label, choice);
  return box;
}

function links(inCharge) {
  const box = make("nav", "choices");
  box.setAttribute("aria-label", t(inCharge ? "board.for_leads" : "board.phones"));
  const pages = [["/phones", t("board.phones"), "phone"]];
  if (inCharge) pages.unshift(["/report", t("board.report"), "chart"]);
  for (const [path, words, name] of pages) {
    const link = make("a", "button entry");
    link.href = path;
    link.append(icon(name), make("span", "", words));
    box.append(link);
  }
  return box;
}

function signOut(token) {
  const form = make("form", "");
  Object.assign(form, { method: "post", action: "/logout" });
  const field = make("input");
  Object.assign(field, { type: "hidden", name: "form_token", value: token });
  const out = button(t("board.sign_out"), "button entry", "out");
  out.type = "submit";
  form.append(field, out);
  return form;
}
