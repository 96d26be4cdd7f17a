// Puts the page together: the live stream feeds the calls, and they the cards, the sound and the phone.
import { openAccount } from "./account.js";
import { Calls } from "./calls.js";
import { Cards } from "./cards.js";
import { Clock } from "./clock.js";
import { clockTime, number } from "./format.js";
import { make } from "./made.js";
import { Phone } from "./phone.js";
import { closeSheet, sheetCall } from "./sheet.js";
import { Sound } from "./sound.js";
import { Steps } from "./steps.js";
import { follow } from "./stream.js";
import { t } from "./texts.js";
import { part as partName, place, reason } from "./wording.js";

const byId = (id) => document.getElementById(id);
const token = document.body.dataset.formToken;
const silence = Number(document.body.dataset.silenceMs);
const TOAST_MS = 6000;
const SAID_MS = 4000;

const clock = new Clock();
const calls = new Calls(clock);
let store = {};
const steps = new Steps({ calls, clock, store: () => store, token, tell: toast, changed: showCalls });
const cards = new Cards({ calls, clock, steps, store: () => store });
const sound = new Sound(byId("sound"));
const phone = new Phone();

let connected = false;
let since = null;
let heard = Date.now();
let toastEnds = 0;
let held = new Map();
let news = [];
let saying = 0;

byId("account").addEventListener("click", () => openAccount(calls.me, token, toast));

function toast(words) {
  byId("toast").hidden = false;
  byId("toast").firstElementChild.textContent = words;
  clearTimeout(toastEnds);
  toastEnds = setTimeout(() => {
    byId("toast").hidden = true;
    byId("toast").firstElementChild.textContent = "";
  }, TOAST_MS);
}

function showLive() {
  const live = connected && calls.live;
  byId("live").className = live ? "live" : "live lost";
  const words = t(live ? "board.live" : "board.not_live");
  if (byId("live-words").textContent !== words) byId("live-words").textContent = words;
  const banner = byId("not-live");
  since = live ? null : since ?? heard;
  banner.hidden = live;
  const told = live ? "" : t(connected ? "board.no_kiosk" : "board.no_network", { time: clockTime(since) });
  if (banner.textContent !== told) banner.textContent = told;
  document.body.classList.toggle("stale", !live);
  cards.allow(live);
  return live;
}

// Whoever had a call has to know that it went on without them.
function tellLost() {
  const now = new Map(calls.open.filter((call) => calls.mine(call)).map((call) => [call.id, call]));
  for (const id of held.keys()) {
    if (now.has(id)) continue;
    const call = calls.get(id);
    if (call?.state === "cancelled") toast(t("board.called_off", { reason: reason(call), place: place(call) }));
    else if (call?.state === "called" && !steps.letGo(id)) toast(t("board.rings_again", { reason: reason(call), place: place(call) }));
  }
  held = now;
}

// New calls are told to a screen reader together, not one over the other.
function sayNew(arrived) {
  news.push(...arrived);
  if (saying || !news.length) return;
  saying = setTimeout(() => {
    const told = news.filter((call) => calls.get(call.id)?.state === "called");
    const words = told.slice(0, 2).map((call) => t("board.new_call", { reason: reason(call), place: place(call) }));
    byId("said").textContent = told.length > 2 ? t("board.new_calls", { n: told.length, count: number(told.length) }) : words.join(" ");
    news = [];
    saying = 0;
  }, byId("said").textContent ? SAID_MS : 0);
}

function showCalls() {
  const arrived = cards.show();
  const live = showLive();
  if (sheetCall() !== null && !steps.still(calls.get(sheetCall()))) closeSheet();
  tellLost();
  sayNew(arrived);
  const waiting = calls.open.filter((call) => call.state === "called");
  showCount(waiting);
  const ringing = live ? calls.ringing : [];
  sound.quiet(calls.me.quiet_until ? clockTime(calls.me.quiet_until) : "");
  sound.ringing(ringing);
  phone.show(waiting.length, ringing);
}

function showCount(waiting) {
  document.title = `${waiting.length ? `(${number(waiting.length)}) ` : ""}${t("board.calls")} · ${calls.store}`;
  const count = byId("count");
  count.hidden = waiting.length === 0;
  count.classList.toggle("alarm", waiting.some((call) => call.urgent));
  const [seen, spoken] = count.children;
  seen.textContent = number(waiting.length);
  spoken.textContent = t("board.count_waiting", { n: waiting.length, count: number(waiting.length) });
}

function showDown() {
  byId("down").hidden = calls.down.length === 0;
  byId("down").querySelector("ul").replaceChildren(...calls.down.map((part) => {
    const line = make("li");
    const how = make("p", "how", part.detail);
    how.dir = "auto";
    line.append(make("p", "what", t("board.part_down", { part: partName(part.name) })), how);
    return line;
  }));
}

async function learnStore() {
  const answer = await fetch("/store.json", { headers: { accept: "application/json" } }).catch(() => null);
  if (!answer?.ok) return;
  store = await answer.json();
  cards.again();
}

follow("/events", silence, {
  board(board) {
    if (board.page !== document.body.dataset.version) return location.reload();
    connected = true;
    heard = Date.now();
    calls.whole(board);
    byId("store").textContent = calls.store;
    showDown();
    showCalls();
    if (calls.live && !store.fixtures) learnStore();
  },
  news(changes) {
    heard = Date.now();
    calls.news(changes);
    showCalls();
  },
  beat() { heard = Date.now(); },
  lost() {
    connected = false;
    showCalls();
  },
  signedOut() { location.assign("/login"); },
});
