// Looks every few seconds whether the store can be reached again.
const AGAIN_MS = 3000;

async function look() {
  try {
    if ((await fetch("/healthz", { signal: AbortSignal.timeout(AGAIN_MS) })).ok) location.reload();
  } catch {
    // Still away.
  }
}

setInterval(look, AGAIN_MS);
document.getElementById("again").addEventListener("click", look);
