// The server's time on this phone, whose own clock may be wrong.
export class Clock {
  #ahead = 0;

  set(now) { this.#ahead = Date.parse(now) - Date.now(); }

  now() { return Date.now() + this.#ahead; }

  since(moment) { return Math.max(0, Math.floor((this.now() - Date.parse(moment)) / 1000)); }
}
