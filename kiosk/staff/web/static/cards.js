// The calls as cards. A card is drawn anew only when something on it changed, and keeps its focus.
import { agoTime, longTime, number, shortTime } from "./format.js";
import { button, icon, make } from "./made.js";
import { picture } from "./picture.js";
import { plan } from "./plan.js";
import { openSheet } from "./sheet.js";
import { t } from "./texts.js";
import { ending, facts, holder, place, reason, shelf, tags, told } from "./wording.js";

const SECTIONS = ["urgent", "mine", "waiting", "others"];
// A tap that was meant for what stood here before must not hit what has just come in its place.
const SETTLES_MS = 400;
const MOVED_PX = 8;
// Who has a call is reminded so many seconds before it rings anew.
const REMIND_S = 60;

export class Cards {
  #calls;
  #clock;
  #steps;
  #store;
  #known = new Map();
  #allowed = false;
  #first = true;

  constructor({ calls, clock, steps, store }) {
    this.#calls = calls;
    this.#clock = clock;
    this.#steps = steps;
    this.#store = store;
    setInterval(() => this.#tick(), 1000);
  }

  // Brings the page in line with the calls; returns those that wait and were not there before.
  show() {
    const focused = document.activeElement?.closest?.(".card");
    const key = document.activeElement?.dataset?.key;
    const before = new Map([...this.#known.values()].map((card) => [card, card.node.getBoundingClientRect().top]));
    const arrived = [];
    const open = this.#calls.open;
    const gone = new Set(this.#known.keys());
    const sections = Object.fromEntries(SECTIONS.map((name) => [name, []]));
    for (const call of open) {
      gone.delete(call.id);
      if (!this.#known.has(call.id)) {
        this.#known.set(call.id, this.#new(call));
        if (call.state === "called") arrived.push(call);
      }
      const card = this.#known.get(call.id);
      this.#draw(card, call);
      sections[this.#section(call)].push(card);
    }
    for (const id of gone) {
      this.#known.get(id).node.remove();
      this.#known.delete(id);
    }
    for (const name of SECTIONS) arrange(document.getElementById(name), sections[name]);
    document.getElementById("empty").hidden = open.length > 0;
    for (const [card, top] of before) {
      if (card.node.isConnected && Math.abs(card.node.getBoundingClientRect().top - top) > MOVED_PX) settle(card.node);
    }
    this.#showClosed();
    if (focused?.isConnected && !focused.contains(document.activeElement)) {
      (focused.querySelector(`[data-key="${key}"]`) ?? focused.querySelector("button"))?.focus({ preventScroll: true });
      focused.scrollIntoView({ block: "nearest" });
    }
    this.#tick();
    this.#first = false;
    return arrived;
  }

  // Draws all cards anew: what they are made of besides the calls is there now.
  again() {
    for (const card of this.#known.values()) card.drawn = "";
    this.show();
  }

  // Steps can be taken only while what is shown is current.
  allow(allowed) {
    this.#allowed = allowed;
    for (const node of document.querySelectorAll(".steps button")) node.disabled = !allowed;
  }

  #section(call) {
    if (call.state === "called") return call.urgent ? "urgent" : "waiting";
    return this.#calls.mine(call) ? "mine" : "others";
  }

  #new(call) {
    const node = make("article", "card");
    node.dataset.call = call.id;
    if (!this.#first) node.classList.add("fresh");
    return { node, drawn: "", call };
  }

  #draw(card, call) {
    card.call = call;
    const buttons = this.#steps.of(call);
    const lapses = this.#calls.mine(call) && Boolean(call.lapses_at) && this.#clock.until(call.lapses_at) < REMIND_S;
    const said = buttons.map(([key, words]) => [key, words]);
    const drawn = JSON.stringify([call, this.#calls.rings(call), this.#calls.me.name, lapses, said]);
    if (drawn === card.drawn) return;
    card.drawn = drawn;
    const { node } = card;
    node.classList.toggle("urgent", call.urgent);
    node.classList.toggle("rings", this.#calls.rings(call));
    node.classList.remove("busy");
    const title = make("h3", "", reason(call));
    title.id = `t-${call.id}`;
    node.setAttribute("aria-labelledby", title.id);
    card.waited = make("p", "waited");
    card.waited.setAttribute("role", "timer");
    card.sent = null;
    const parts = [this.#head(call, title, card.waited)];
    if (call.product) parts.push(product(call.product, this.#store().departments ?? {}));
    if (call.words) parts.push(words(call));
    if (call.said) parts.push(answer(call));
    if (call.message_at) {
      card.sent = make("span", "when");
      parts.push(message(call, this.#calls.me.name, card.sent));
    }
    if (call.claimed_by && !this.#calls.mine(call)) parts.push(who(call));
    if (lapses) {
      const reminder = make("p", "lapses", t("board.lapses"));
      reminder.setAttribute("role", "status");
      parts.push(reminder);
    }
    if (buttons.length) parts.push(this.#buttons(card, buttons, title.id));
    node.replaceChildren(...parts);
  }

  #head(call, title, waited) {
    const head = make("div", "head");
    const text = make("div", "what");
    const where = make("p", "place");
    where.append(icon("pin"), make("span", "", place(call)));
    text.append(title, where);
    const labels = tags(call, this.#calls, this.#store());
    if (labels.length) {
      const row = make("div", "tags");
      row.append(...labels.map(([kind, said]) => make("span", `tag ${kind}`.trim(), said)));
      text.append(row);
    }
    const side = make("div", "side");
    side.append(waited);
    const map = plan(this.#store(), call, false);
    if (map) {
      const look = make("button", "map");
      look.type = "button";
      look.dataset.key = "map";
      look.setAttribute("aria-label", t("board.show_map"));
      look.append(map);
      look.addEventListener("click", () => this.#map(call));
      side.append(look);
    }
    head.append(text, side);
    return head;
  }

  #map(call) {
    const figure = make("figure", "large-plan");
    const key = make("figcaption");
    const line = (kind, said) => {
      const entry = make("p", `key ${kind}`);
      entry.append(make("span", "mark"), make("span", "", said));
      return entry;
    };
    key.append(line("kiosk", t("board.map_shopper", { place: place(call) })));
    if (call.product?.aisle) key.append(line("bay", `${call.product.name}: ${shelf(call.product)}`));
    figure.append(plan(this.#store(), call, true), key);
    openSheet(t("board.map"), [figure]);
  }

  #buttons(card, buttons, titleId) {
    const row = make("div", "steps");
    buttons.forEach(([key, said, tapped], index) => {
      const node = button(said, index === 0 ? "button primary" : "button");
      node.dataset.key = node.dataset.step = key;
      node.setAttribute("aria-describedby", titleId);
      node.disabled = !this.#allowed;
      node.addEventListener("click", async () => {
        if (node.ariaDisabled === "true" || card.node.classList.contains("busy")) return;
        card.node.classList.add("busy");
        await tapped();
        card.node.classList.remove("busy");
      });
      row.append(node);
    });
    settle(row);
    return row;
  }

  #tick() {
    for (const card of this.#known.values()) {
      const { call, waited, sent } = card;
      const seconds = this.#clock.since(call.created_at);
      waited.textContent = shortTime(seconds);
      waited.setAttribute("aria-label", t("board.waits", { time: longTime(seconds) }));
      if (sent) sent.textContent = agoTime(this.#clock.since(call.message_at));
      this.#draw(card, call);
    }
    this.#showClosed();
  }

  #showClosed() {
    const section = document.getElementById("closed");
    const lines = this.#calls.closed.map((call) => {
      const mine = this.#calls.mine(call);
      return [[reason(call), call.kiosk].filter(Boolean).join(" · "), ending(call, mine, this.#clock.since(call.changed_at))];
    });
    const drawn = JSON.stringify(lines);
    if (section.dataset.drawn === drawn) return;
    section.dataset.drawn = drawn;
    section.hidden = lines.length === 0;
    section.querySelector(".number").textContent = number(lines.length);
    section.querySelector("ul").replaceChildren(...lines.map(([what, how]) => {
      const line = make("li");
      line.append(make("p", "what", what), make("p", "how", how));
      return line;
    }));
  }
}

function arrange(section, cards) {
  const list = section.querySelector(".cards");
  cards.forEach((card, index) => {
    if (list.children[index] !== card.node) list.insertBefore(card.node, list.children[index] ?? null);
  });
  section.hidden = cards.length === 0;
}

// The buttons inside take no tap for a moment.
function settle(node) {
  for (const one of node.querySelectorAll(".steps button, button[data-step]")) {
    one.setAttribute("aria-disabled", "true");
    clearTimeout(one.settles);
    one.settles = setTimeout(() => one.removeAttribute("aria-disabled"), SETTLES_MS);
  }
}

function product(item, departments) {
  const box = make("div", "product");
  const text = make("div");
  const line = make("p", "facts", facts(item));
  text.append(make("p", "name", [item.name, item.size].filter(Boolean).join(", ")), make("p", "where", shelf(item)), line);
  if (item.min_age) text.append(make("p", "age", t("board.check_age", { age: number(item.min_age) })));
  box.append(picture(item, departments), text);
  return box;
}

function words(call) {
  const quote = make("blockquote", "words", call.words);
  quote.dir = "auto";
  quote.lang = call.language;
  return quote;
}

function answer(call) {
  const line = make("p", "answer");
  const said = make("bdi", "", call.said);
  said.lang = call.language;
  line.append(make("b", "", t("board.kiosk_said")), " ", said);
  return line;
}

function message(call, me, sent) {
  const line = make("p", "answer");
  const by = call.message_by === me ? t("board.you_told") : t("board.told", { name: call.message_by });
  line.append(make("b", "", by), " ", make("bdi", "", told(call)), " · ", sent);
  return line;
}

function who(call) {
  const line = make("p", "who");
  const initial = make("span", "avatar", [...call.claimed_by][0].toUpperCase());
  initial.setAttribute("aria-hidden", "true");
  line.append(initial, make("span", "", holder(call)));
  return line;
}
