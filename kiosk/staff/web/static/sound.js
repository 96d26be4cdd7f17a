// Rings and vibrates for new calls, once the associate has allowed it with a tap.
const KEY = "staff-sound";
const AGAIN_MS = 20000;

export class Sound {
  #button;
  #note;
  #audio = null;
  #wanted = localStorage.getItem(KEY) === "on";
  #ringing = new Map();

  constructor(button, note) {
    this.#button = button;
    this.#note = note;
    button.addEventListener("click", () => this.#toggle());
    document.addEventListener("pointerdown", () => { if (this.#wanted) this.#start(); });
    setInterval(() => { if (this.#ringing.size) this.#ring(); }, AGAIN_MS);
    this.#show();
  }

  // What rings this phone now; anything new in it, or on a higher rung, rings at once.
  ringing(calls) {
    const before = this.#ringing;
    this.#ringing = new Map(calls.map((call) => [call.id, call]));
    if (calls.some((call) => !before.has(call.id) || before.get(call.id).step < call.step)) this.#ring();
  }

  get #on() { return this.#wanted && this.#audio?.state === "running"; }

  #toggle() {
    this.#wanted = !this.#on;
    localStorage.setItem(KEY, this.#wanted ? "on" : "off");
    if (this.#wanted) {
      this.#start().then(() => this.#ring());
    } else {
      this.#show();
    }
  }

  async #start() {
    this.#audio ??= new AudioContext();
    await this.#audio.resume();
    this.#show();
  }

  #show() {
    const on = this.#on;
    this.#button.setAttribute("aria-pressed", String(on));
    this.#button.querySelector("use").setAttribute("href", on ? "#i-bell" : "#i-bell-off");
    this.#button.querySelector("span").textContent = on ? "Sound on" : "Turn on sound";
    this.#note.textContent = on ? " and rings" : "";
  }

  #ring() {
    if (!this.#on) return;
    const urgent = [...this.#ringing.values()].some((call) => call.urgent);
    navigator.vibrate?.(urgent ? [400, 120, 400, 120, 400] : [220, 120, 220]);
    const strikes = urgent ? [0, 0.22, 0.44, 1.0, 1.22, 1.44] : [0, 0.28];
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
