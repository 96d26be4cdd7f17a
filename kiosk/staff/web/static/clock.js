// The server's time on this phone, whose own clock may be wrong, and waiting times in words.
export class Clock {
  #ahead = 0;

  set(now) { this.#ahead = Date.parse(now) - Date.now(); }

  since(moment) { return Math.max(0, Math.floor((Date.now() + this.#ahead - Date.parse(moment)) / 1000)); }
}

// 42 -> "0:42", 4000 -> "1 h 06"
export function short(seconds) {
  const minutes = Math.floor(seconds / 60);
  if (minutes >= 60) return `${Math.floor(minutes / 60)} h ${String(minutes % 60).padStart(2, "0")}`;
  return `${minutes}:${String(seconds % 60).padStart(2, "0")}`;
}

export function spoken(seconds) {
  const minutes = Math.floor(seconds / 60);
  if (minutes < 1) return "less than a minute";
  return minutes === 1 ? "1 minute" : `${minutes} minutes`;
}
