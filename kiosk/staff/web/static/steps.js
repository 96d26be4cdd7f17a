// What an associate can do with a call: the buttons of a card, and the sheets behind two of them.
import { isOpen } from "./calls.js";
import { button, make } from "./made.js";
import { closeSheet, openSheet } from "./sheet.js";
import { t } from "./texts.js";
import { department, place, reason, refusal } from "./wording.js";

const PHRASES = ["on_my_way", "two_minutes", "five_minutes", "come_to_desk", "have_look", "none_left"];
const LONGEST = 200;
const STILL_AFTER_S = 60;
const ANSWER_MS = 8000;

export class Steps {
  #calls;
  #clock;
  #store;
  #token;
  #tell;
  #changed;
  #let = new Set();

  // `store()` gives what is known of the store, `tell(words)` says what went wrong, `changed()` shows the calls anew.
  constructor({ calls, clock, store, token, tell, changed }) {
    this.#calls = calls;
    this.#clock = clock;
    this.#store = store;
    this.#token = token;
    this.#tell = tell;
    this.#changed = changed;
  }

  // [key, words, what a tap does] of each button of a card, the usual next step first.
  of(call) {
    const step = (name, words, fields) => [name, t(`board.step.${words ?? name}`), () => this.#take(call, name, fields)];
    if (call.state === "called") return [step("claim")];
    if (!this.#calls.mine(call)) return [];
    const more = [
      ["message", t("board.step.message"), () => this.#message(call)],
      ["more", t("board.step.more"), () => this.#more(call)],
    ];
    if (call.state === "claimed") return [step("coming"), step("resolve"), ...more];
    const still = this.#clock.since(call.changed_at) >= STILL_AFTER_S ? [step("coming", "still")] : [];
    return [step("resolve"), ...still, ...more];
  }

  async #take(call, step, fields = {}) {
    closeSheet();
    if (step === "claim") this.#let.delete(call.id);
    else if (step !== "coming") this.#let.add(call.id);
    return this.#post(`/calls/${encodeURIComponent(call.id)}/${step}`, fields);
  }

  // Sends a step once. What could not be sent is never sent later by itself.
  async #post(path, fields) {
    let words = t("board.not_sent");
    try {
      const answer = await fetch(path, {
        method: "POST",
        headers: { "x-form-token": this.#token, accept: "application/json" },
        body: new URLSearchParams(fields),
        signal: AbortSignal.timeout(ANSWER_MS),
      });
      if (answer.status === 401) return location.assign("/login");
      const told = await answer.json();
      if (told.call) this.#calls.one(told.call);
      this.#changed();
      if (answer.ok) return true;
      words = "code" in told ? refusal(told.call, this.#calls.me.name) : told.error;
    } catch {
      // The words above say it.
    }
    this.#tell(words);
    return false;
  }

  #message(call) {
    const phrases = make("div", "choices two");
    for (const code of PHRASES) {
      const choice = button(t(`board.say.${code}`), "button");
      choice.dataset.code = code;
      choice.addEventListener("click", () => this.#send(call, { code, spoken: spoken.checked ? "yes" : "no" }));
      phrases.append(choice);
    }
    const form = make("form", "own");
    const label = make("label", "", t("board.own_words"));
    const text = make("textarea");
    Object.assign(text, { id: "own-words", maxLength: LONGEST, rows: 2, required: true, dir: "auto" });
    label.htmlFor = text.id;
    const left = make("p", "left");
    const count = () => { left.textContent = t("board.left", { n: LONGEST - text.value.length, count: LONGEST - text.value.length }); };
    text.addEventListener("input", count);
    count();
    const send = button(t("board.send"), "button primary");
    send.type = "submit";
    form.append(label, text, left, send);
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      if (text.value.trim()) this.#send(call, { text: text.value, spoken: spoken.checked ? "yes" : "no" });
    });
    const aloud = make("label", "check");
    const spoken = make("input");
    Object.assign(spoken, { type: "checkbox", checked: true, id: "spoken" });
    aloud.append(spoken, make("span", "", t("board.aloud")));
    openSheet(t("board.to_shopper"), [make("p", "about", t("board.to_shopper_about")), aloud, phrases, form], call.id);
  }

  async #send(call, fields) {
    closeSheet();
    if (await this.#post(`/calls/${encodeURIComponent(call.id)}/message`, fields)) this.#tell(t("board.sent"));
  }

  #more(call) {
    const ends = make("div", "choices");
    const entry = (key, iconName, step, fields, words = t(`board.step.${key}`)) => {
      const choice = button(words, "button entry", iconName);
      choice.dataset.step = key;
      choice.addEventListener("click", () => this.#take(call, step, fields));
      return choice;
    };
    ends.append(
      entry("no_such_thing", "none", "resolve", { outcome: "no_such_thing" }),
      entry("nobody_there", "gone", "resolve", { outcome: "nobody_there" }),
      entry("release", "back", "release", {}),
    );
    const parts = [make("p", "about", [reason(call), place(call)].join(" · ")), ends];
    const people = this.#calls.people;
    const departments = this.#calls.departments.filter((id) => id !== call.department);
    if (people.length || departments.length) {
      const others = make("div", "choices two");
      others.append(
        ...people.map((name) => entry("hand_over", "person", "hand_over", { to: `person:${name}` }, name)),
        ...departments.map((id) => entry("hand_over", "group", "hand_over", { to: `department:${id}` }, department(id, this.#store()))),
      );
      parts.push(make("h3", "", t("board.hand_over")), others);
    }
    openSheet(t("board.step.more"), parts, call.id);
  }

  // Whether the associate let this call go.
  letGo(id) { return this.#let.has(id); }

  // Whether a sheet about this call can still be used.
  still(call) { return call !== undefined && isOpen(call) && this.#calls.mine(call); }
}
