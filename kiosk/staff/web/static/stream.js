// The live stream: connects, notices silence, connects again, and says so.
const RETRY_MS = 1500;

export function follow(path, silenceMs, { board, news, beat, lost, signedOut }) {
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
    const own = source = new EventSource(path);
    const on = (name, take) => own.addEventListener(name, (event) => {
      if (own !== source) return;
      alive();
      take(JSON.parse(event.data));
    });
    alive();
    on("board", board);
    on("news", news);
    on("beat", beat);
    on("signed-out", () => { own.close(); clearTimeout(watchdog); signedOut(); });
    own.addEventListener("error", () => { if (own === source) broken(); });
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
  globalThis.addEventListener("offline", broken);
  open();
}
