// The server's time on this phone, whose own clock may be wrong.
export class Clock {
  #ahead = 0;

  set(now) { this.#ahead = Date.parse(now) - Date.now(); }

  now() { return Date.now() + this.#ahead; }

  // Seconds until then; less than nothing when it has passed.
  until(moment) { return (Date.parse(moment) - this.now()) / 1000; }

  since(moment) { return Math.max(0, Math.floor((this.now() - Date.parse(moment)) / 1000)); }
}
