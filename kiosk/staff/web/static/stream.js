// The live stream: connects, notices silence, connects again, and says so.
const RETRY_MS = 1500;

export function follow(path, silenceMs, { board, lost, signedOut }) {
  let source = null;
  let watchdog = 0;
  let retry = 0;

  function alive() {
    clearTimeout(watchdog);
    watchdog = setTimeout(broken, silenceMs);
  }

  function open() {
    source?.close();
    clearTimeout(retry);
    source = new EventSource(path);
    alive();
    source.addEventListener("board", (event) => { alive(); board(JSON.parse(event.data)); });
    source.addEventListener("beat", alive);
    source.addEventListener("signed-out", () => { source.close(); signedOut(); });
    source.addEventListener("error", broken);
  }

  function broken() {
    source.close();
    clearTimeout(watchdog);
    clearTimeout(retry);
    lost();
    retry = setTimeout(again, RETRY_MS);
  }

  async function again() {
    try {
      const answer = await fetch("/", { headers: { accept: "application/json" } });
      if (answer.status === 401) return signedOut();
      open();
    } catch {
      retry = setTimeout(again, RETRY_MS);
    }
  }

  // A phone that was asleep may hold a dead connection for minutes: look at once.
  document.addEventListener("visibilitychange", () => { if (!document.hidden) open(); });
  globalThis.addEventListener("online", open);
  open();
}
