// Says when each phone was used in words, and shows the list anew once a code has found its phone.
const LOOK_MS = 3000;
const UNITS = [["day", 86400], ["hour", 3600], ["minute", 60]];
const ago = new Intl.RelativeTimeFormat(document.documentElement.lang, { numeric: "auto" });

for (const time of document.querySelectorAll("time")) {
  const seconds = (new Date(time.dateTime) - Date.now()) / 1000;
  const [unit, length] = UNITS.find(([, length]) => -seconds >= length) ?? ["minute", 60];
  time.textContent = ago.format(Math.min(0, Math.round(seconds / length)), unit);
}

const lasts = document.getElementById("code-lasts");
if (lasts !== null) {
  const timer = setInterval(async () => {
    try {
      const answer = await fetch("/phones/code", { headers: { accept: "application/json" } });
      if (!answer.ok || (await answer.json()).waiting) return;
      clearInterval(timer);
      location.replace("/phones");
    } catch {
      // No network for a moment: the next look tells.
    }
  }, LOOK_MS);
}
