// Times, money and names as the associate's language writes them.
import { language } from "./texts.js";

const two = new Intl.NumberFormat(language, { minimumIntegerDigits: 2 });
const whole = new Intl.NumberFormat(language, { useGrouping: false });
const minutes = new Intl.NumberFormat(language, { style: "unit", unit: "minute", unitDisplay: "long" });
const seconds = new Intl.NumberFormat(language, { style: "unit", unit: "second", unitDisplay: "long" });
const hours = new Intl.NumberFormat(language, { style: "unit", unit: "hour", unitDisplay: "narrow" });
const ago = new Intl.RelativeTimeFormat(language, { numeric: "auto" });
const clock = new Intl.DateTimeFormat(language, { hour: "numeric", minute: "2-digit" });
const languages = new Intl.DisplayNames([language], { type: "language" });

// 42 -> "0:42", 4000 -> "1h 06"
export function shortTime(seconds) {
  const minutes = Math.floor(seconds / 60);
  if (minutes >= 60) return `${hours.format(Math.floor(minutes / 60))} ${two.format(minutes % 60)}`;
  return `${whole.format(minutes)}:${two.format(seconds % 60)}`;
}

// 42 -> "42 seconds", 130 -> "2 minutes"
export const longTime = (s) => s < 60 ? seconds.format(s) : minutes.format(Math.floor(s / 60));

export const agoTime = (s) => s < 60 ? ago.format(0, "second") : ago.format(-Math.floor(s / 60), "minute");

export const clockTime = (moment) => clock.format(new Date(moment));

export const number = (n) => whole.format(n);

export function money(minor, currency) {
  try {
    const format = new Intl.NumberFormat(language, { style: "currency", currency });
    return format.format(minor / 10 ** format.resolvedOptions().maximumFractionDigits);
  } catch {
    return `${(minor / 100).toFixed(2)} ${currency}`;
  }
}

export function languageName(code) {
  try {
    return languages.of(code);
  } catch {
    return code;
  }
}
