// The calls as cards. Every text from outside goes in as text, never as markup.
import { short, spoken } from "./clock.js";

const SVG = "http://www.w3.org/2000/svg";
const SECTIONS = ["urgent", "mine", "waiting", "others"];
const STEPS = { claim: "I’ll take it", coming: "I’m on my way", resolve: "Done", release: "Hand back" };
const RINGING = { department: "Ringing again", lead: "Ringing the floor lead", everyone: "Ringing everyone" };
// A second tap that was meant for the button before must not hit the one that has just come in its place.
const SETTLES_MS = 400;
const CLOSED_SHOWN_S = 600;

function make(tag, className, text) {
  const node = document.createElement(tag);
  if (className) node.className = className;
  if (text !== undefined) node.textContent = text;
  return node;
}

function icon(name) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("class", "icon");
  svg.setAttribute("aria-hidden", "true");
  const use = document.createElementNS(SVG, "use");
  use.setAttribute("href", `#i-${name}`);
  svg.append(use);
  return svg;
}

function language(code) {
  try {
    return new Intl.DisplayNames(["en"], { type: "language" }).of(code);
  } catch {
    return code;
  }
}

function money(minor, currency) {
  try {
    return new Intl.NumberFormat("en-US", { style: "currency", currency }).format(minor / 100);
  } catch {
    return `${(minor / 100).toFixed(2)} ${currency}`;
  }
}

function sectionOf(call) {
  if (call.state === "called") return call.urgent ? "urgent" : "waiting";
  return call.mine ? "mine" : "others";
}

function tags(call) {
  const list = [];
  if (call.urgent && call.state !== "called") list.push(["alarm", "Urgent"]);
  if (call.state === "called" && call.step > 0) list.push(["loud", RINGING[call.audience]]);
  if (call.mine) list.push(["own", call.state === "coming" ? "You are on your way" : "You took it"]);
  if (call.department) list.push(["", call.department]);
  if (call.language && !call.language.startsWith("en")) list.push(["", `Speaks ${language(call.language)}`]);
  return list;
}

function stock(count) {
  if (count === null || count === undefined) return "";
  return count > 0 ? `${count} in stock` : "Out of stock";
}

function product(item) {
  const box = make("div", "product");
  const text = make("div");
  const place = [["Aisle", item.aisle], ["Bay", item.bay], ["Shelf", item.shelf]].filter(([, value]) => value);
  const facts = make("p", "facts", [stock(item.stock), money(item.price, item.currency)].filter(Boolean).join(" · "));
  if (item.min_age) facts.append(" · ", make("span", "age", `Check age: ${item.min_age}+`));
  text.append(
    make("p", "name", [item.name, item.size].filter(Boolean).join(", ")),
    make("p", "where", place.map((pair) => pair.join(" ")).join(" · ")),
    facts,
  );
  box.append(icon("shelf"), text);
  return box;
}

function closedHow(call, seconds) {
  const ago = seconds < 60 ? "just now" : `${spoken(seconds)} ago`;
  if (call.state === "resolved") return `Done by ${call.mine ? "you" : call.claimed_by} · ${ago}`;
  if (call.state === "cancelled") return `Help no longer needed · ${ago}`;
  return `Too old, closed · ${ago}`;
}

export class Cards {
  #clock;
  #take;
  #known = new Map();
  #closed = [];
  #allowed = false;
  #first = true;

  // `take(id, step)` carries out a step and tells the associate if it did not work.
  constructor(clock, take) {
    this.#clock = clock;
    this.#take = take;
    setInterval(() => this.#tick(), 1000);
  }

  // Brings the page in line with a board; returns the calls that were not there before.
  show(board) {
    const focused = document.activeElement?.closest?.(".card");
    const arrived = [];
    const gone = new Set(this.#known.keys());
    const sections = Object.fromEntries(SECTIONS.map((name) => [name, []]));
    for (const call of board.calls) {
      gone.delete(call.id);
      let card = this.#known.get(call.id);
      if (!card) {
        card = { node: make("article", "card"), drawn: "" };
        card.node.dataset.call = call.id;
        this.#known.set(call.id, card);
        if (!this.#first) card.node.classList.add("fresh");
        if (call.state === "called") arrived.push(call);
      }
      this.#draw(card, call);
      sections[sectionOf(call)].push(card);
    }
    for (const id of gone) {
      this.#known.get(id).node.remove();
      this.#known.delete(id);
    }
    for (const name of SECTIONS) this.#place(document.getElementById(name), sections[name]);
    const empty = document.getElementById("empty");
    if (empty.hidden && board.calls.length === 0) scrollTo({ top: 0 });
    empty.hidden = board.calls.length > 0;
    this.#closed = board.closed;
    this.#showClosed();
    this.#showDown(board.down);
    if (focused?.isConnected && !focused.contains(document.activeElement)) {
      focused.querySelector("button")?.focus({ preventScroll: true });
      focused.scrollIntoView({ block: "nearest" });
    }
    this.#tick();
    this.#first = false;
    return arrived;
  }

  // Steps can be taken only while what is shown is current.
  allow(allowed) {
    this.#allowed = allowed;
    for (const button of document.querySelectorAll(".steps button")) button.disabled = !allowed;
  }

  #place(section, cards) {
    const list = section.querySelector(".cards");
    cards.forEach((card, index) => {
      if (list.children[index] !== card.node) list.insertBefore(card.node, list.children[index] ?? null);
    });
    section.hidden = cards.length === 0;
  }

  #draw(card, call) {
    card.call = call;
    const drawn = JSON.stringify(call);
    if (drawn === card.drawn) return;
    card.drawn = drawn;
    const { node } = card;
    node.classList.toggle("urgent", call.urgent);
    node.classList.toggle("rings", call.rings);
    node.classList.remove("busy");

    const top = make("div", "top");
    const title = make("h3", "", call.reason);
    title.id = `t-${call.id}`;
    node.setAttribute("aria-labelledby", title.id);
    card.waited = make("p", "waited");
    card.waited.setAttribute("role", "timer");
    top.append(title, card.waited);

    const place = make("p", "place");
    place.append(icon("pin"), make("span", "", [call.kiosk, call.place].filter(Boolean).join(" · ")));
    const parts = [top, place];

    const labels = tags(call);
    if (labels.length) {
      const row = make("div", "tags");
      row.append(...labels.map(([kind, text]) => make("span", `tag ${kind}`.trim(), text)));
      parts.push(row);
    }
    if (call.product) parts.push(product(call.product));
    if (call.words) {
      const words = make("blockquote", "words", call.words);
      words.dir = "auto";
      parts.push(words);
    }
    if (call.said) {
      const answer = make("p", "answer");
      answer.append(make("b", "", "The kiosk said: "), call.said);
      parts.push(answer);
    }
    if (call.claimed_by && !call.mine) {
      const who = make("p", "who");
      const initial = make("span", "avatar", [...call.claimed_by][0].toUpperCase());
      initial.setAttribute("aria-hidden", "true");
      who.append(initial, make("span", "", call.state === "coming" ? `${call.claimed_by} is on the way` : `${call.claimed_by} took it`));
      parts.push(who);
    }
    if (call.steps.length) parts.push(this.#steps(card, call, title.id));
    node.replaceChildren(...parts);
  }

  #steps(card, call, titleId) {
    const row = make("div", "steps");
    call.steps.forEach((step, index) => {
      const button = make("button", index === 0 ? "button primary" : "button", STEPS[step]);
      if (index > 0 && call.steps.length === 2) button.classList.add("only");
      button.type = "button";
      button.dataset.step = step;
      button.setAttribute("aria-describedby", titleId);
      button.disabled = !this.#allowed;
      button.setAttribute("aria-disabled", "true");
      setTimeout(() => button.removeAttribute("aria-disabled"), SETTLES_MS);
      button.addEventListener("click", async () => {
        if (button.ariaDisabled === "true" || card.node.classList.contains("busy")) return;
        card.node.classList.add("busy");
        await this.#take(call.id, step);
        card.node.classList.remove("busy");
      });
      row.append(button);
    });
    return row;
  }

  #tick() {
    for (const { call, waited } of this.#known.values()) {
      const seconds = this.#clock.since(call.created_at);
      waited.textContent = short(seconds);
      waited.setAttribute("aria-label", `Waiting ${spoken(seconds)}`);
    }
    this.#showClosed();
  }

  #showClosed() {
    const section = document.getElementById("closed");
    const recent = this.#closed.map((call) => [call, this.#clock.since(call.closed_at)]).filter(([, s]) => s < CLOSED_SHOWN_S);
    const key = JSON.stringify(recent.map(([call, s]) => [call.id, Math.floor(s / 60)]));
    if (section.dataset.drawn === key) return;
    section.dataset.drawn = key;
    section.hidden = recent.length === 0;
    section.querySelector("ul").replaceChildren(...recent.map(([call, seconds]) => {
      const line = make("li", call.mine && call.state !== "resolved" ? "mine" : "");
      line.append(
        make("p", "what", [call.reason, call.kiosk].filter(Boolean).join(" · ")),
        make("p", "how", closedHow(call, seconds)),
      );
      return line;
    }));
  }

  #showDown(parts) {
    const section = document.getElementById("down");
    section.hidden = parts.length === 0;
    section.querySelector("ul").replaceChildren(...parts.map((part) => {
      const line = make("li");
      line.append(make("p", "what", `${part.name} is not working`), make("p", "how", part.detail));
      return line;
    }));
  }
}
