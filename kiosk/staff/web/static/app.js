// Puts the page together: the live stream feeds the cards, the sound and the banner.
import { Cards } from "./cards.js";
import { Clock } from "./clock.js";
import { Sound } from "./sound.js";
import { follow } from "./stream.js";

const byId = (id) => document.getElementById(id);
const formToken = document.body.dataset.formToken;
const silence = Number(document.body.dataset.silenceMs);
const TOAST_MS = 5000;

const clock = new Clock();
const sound = new Sound(byId("sound"), byId("empty-sound"));
const cards = new Cards(clock, takeStep);
let connected = false;
let toastEnds = 0;
let ended = new Set();
let seenOne = false;

async function takeStep(id, step) {
  let words = "No connection. Please try again.";
  try {
    const path = `/calls/${encodeURIComponent(id)}/${step}`;
    const answer = await fetch(path, { method: "POST", headers: { "x-form-token": formToken, accept: "application/json" } });
    if (answer.ok) return;
    if (answer.status === 401) location.assign("/login");
    words = (await answer.json()).error;
  } catch {
    // The words above say it.
  }
  toast(words);
}

function toast(words) {
  byId("toast").textContent = words;
  byId("toast").hidden = false;
  clearTimeout(toastEnds);
  toastEnds = setTimeout(() => { byId("toast").hidden = true; }, TOAST_MS);
}

function showLive(engine) {
  const live = connected && engine;
  const pill = byId("live");
  pill.className = live ? "live" : "live lost";
  byId("live-words").textContent = live ? "Live" : "Not live";
  const banner = byId("not-live");
  const words = connected
    ? "Not live: the kiosk is not connected. New calls cannot show up here. Trying again…"
    : "Not live: no connection to the store network. New calls cannot show up here. Trying again…";
  banner.hidden = live;
  if (!live && banner.textContent !== words) banner.textContent = words;
  if (live) banner.textContent = "";
  document.body.classList.toggle("stale", !live);
  cards.allow(live);
}

// Whoever was on the way has to know that the call ended without them.
function tellEnded(closed) {
  const own = closed.filter((call) => call.mine && call.state !== "resolved");
  const news = own.filter((call) => !ended.has(call.id));
  ended = new Set(own.map((call) => call.id));
  if (news.length && seenOne) toast(`${news[0].reason}, ${news[0].kiosk}: help is no longer needed.`);
  seenOne = true;
}

function showBoard(board) {
  connected = true;
  clock.set(board.now);
  byId("store").textContent = board.store;
  const arrived = cards.show(board);
  showLive(board.live);
  tellEnded(board.closed);
  if (arrived.length) byId("said").textContent = arrived.map((call) => `New call: ${call.reason}, ${call.kiosk} ${call.place}`).join(". ");
  const waiting = board.calls.filter((call) => call.state === "called");
  document.title = `${waiting.length ? `(${waiting.length}) ` : ""}Calls · ${board.store}`;
  const count = byId("count");
  count.textContent = waiting.length;
  count.setAttribute("aria-label", `${waiting.length} waiting`);
  count.hidden = waiting.length === 0;
  count.classList.toggle("alarm", waiting.some((call) => call.urgent));
  sound.ringing(board.live ? board.calls.filter((call) => call.rings) : []);
}

follow("/events", silence, {
  board: showBoard,
  lost() {
    connected = false;
    showLive(false);
    sound.ringing([]);
  },
  signedOut() { location.assign("/login"); },
});
