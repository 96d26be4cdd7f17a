// Rings and vibrates for calls, once the associate has allowed it with a tap. Urgent ones ring louder and more often.
import { t } from "./texts.js";

const KEY = "staff-sound";
const AGAIN_MS = { normal: 20000, urgent: 8000 };
const BELL = { strikes: [0, 0.28], pattern: [220, 120, 220] };
const ALARM = { strikes: [0, 0.22, 0.44, 1.0, 1.22, 1.44], pattern: [400, 120, 400, 120, 400] };

export class Sound {
  #button;
  #audio = null;
  #wanted = localStorage.getItem(KEY) === "on";
  #ringing = [];
  #rung = new Set();
  #next = 0;
  #quiet = "";

  constructor(button) {
    this.#button = button;
    button.addEventListener("click", () => this.#toggle());
    document.addEventListener("pointerdown", () => { if (this.#wanted) this.#start(); });
    this.#show();
  }

  get on() { return this.#wanted && this.#audio?.state === "running"; }

  // What rings this phone now. Each ring of a call, named by round and step, sounds at once; then all of them again.
  ringing(calls) {
    const rings = calls.map((call) => `${call.id}.${call.round}.${call.step}`);
    const fresh = rings.some((ring) => !this.#rung.has(ring));
    this.#ringing = calls;
    this.#rung = new Set(rings);
    if (fresh) this.#ring();
    else if (!calls.length) clearTimeout(this.#next);
  }

  // `until`: the time in words until which only urgent calls ring; empty when all do.
  quiet(until) {
    if (until === this.#quiet) return;
    this.#quiet = until;
    this.#show();
  }

  #toggle() {
    this.#wanted = !this.on;
    localStorage.setItem(KEY, this.#wanted ? "on" : "off");
    if (this.#wanted) {
      if (globalThis.Notification?.permission === "default") Notification.requestPermission();
      this.#start().then(() => this.#ring());
    } else {
      clearTimeout(this.#next);
      this.#show();
    }
  }

  async #start() {
    this.#audio ??= new AudioContext();
    await this.#audio.resume();
    this.#show();
  }

  #show() {
    const on = this.on;
    const icon = !on ? "#i-bell-off" : this.#quiet ? "#i-moon" : "#i-bell";
    const words = !on ? t("board.sound_turn_on") : this.#quiet ? t("board.quiet_until", { time: this.#quiet }) : t("board.sound_on");
    this.#button.setAttribute("aria-pressed", String(on));
    this.#button.querySelector("use").setAttribute("href", icon);
    this.#button.querySelector("span").textContent = words;
  }

  #ring() {
    clearTimeout(this.#next);
    const urgent = this.#ringing.some((call) => call.urgent);
    if (this.#ringing.length) this.#next = setTimeout(() => this.#ring(), urgent ? AGAIN_MS.urgent : AGAIN_MS.normal);
    if (!this.on) return;
    const { strikes, pattern } = urgent ? ALARM : BELL;
    navigator.vibrate?.(pattern);
    strikes.forEach((after, index) => this.#strike(after, index % 2 ? 1175 : 880));
  }

  // One stroke of a bell: a tone and a weaker one above it, dying away.
  #strike(after, pitch) {
    for (const [factor, loud] of [[1, 0.35], [2.76, 0.08]]) {
      const tone = this.#audio.createOscillator();
      const volume = this.#audio.createGain();
      const begins = this.#audio.currentTime + after;
      tone.frequency.value = pitch * factor;
      volume.gain.setValueAtTime(loud, begins);
      volume.gain.exponentialRampToValueAtTime(0.001, begins + 0.7);
      tone.connect(volume).connect(this.#audio.destination);
      tone.start(begins);
      tone.stop(begins + 0.75);
    }
  }
}
