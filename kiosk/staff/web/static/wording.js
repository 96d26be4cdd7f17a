// What a call is about and how it stands, in words.
import { agoTime, languageName, money, number } from "./format.js";
import { language, t } from "./texts.js";

// A call of no department and an urgent one have rung everybody from the start.
function ringing(call) {
  if (!call.department || call.urgent || call.step < 2) return "ringing_again";
  return call.step === 2 ? "ringing_lead" : "ringing_everyone";
}

export const reason = (call) => t(`board.reason.${call.reason === "other" ? "something_else" : call.reason}`);

export const place = (call) => [call.kiosk, call.place].filter(Boolean).join(" · ");

// The name on the signs where the store tells it, else the department's id made readable.
export function department(id, store) {
  const words = id.replace(/[-_]/g, " ");
  return store.departments?.[id]?.name ?? words.charAt(0).toUpperCase() + words.slice(1);
}

// [kind, words] of each label on a card.
export function tags(call, calls, store) {
  const list = [];
  const mine = calls.mine(call);
  if (call.urgent && call.state !== "called") list.push(["alarm", t("board.urgent")]);
  if (call.state === "called") {
    if (call.only) list.push(["own", call.only === calls.me.name ? t("board.for_you") : t("board.for_person", { name: call.only })]);
    else if ((call.step > 0 && !call.urgent) || call.round > 0) list.push(["loud", t(`board.${ringing(call)}`)]);
  }
  if (mine) list.push(["own", t(call.state === "coming" ? "board.you_coming" : "board.you_have")]);
  if (call.callers > 1) list.push(["loud", t("board.callers", { n: call.callers, count: number(call.callers) })]);
  if (call.department) list.push(["", department(call.department, store)]);
  if (call.language && call.language.split("-")[0] !== language) list.push(["", t("board.speaks", { language: languageName(call.language) })]);
  return list;
}

export function shelf(item) {
  const parts = [["aisle", item.aisle], ["bay", item.bay], ["shelf", item.shelf]].filter(([, value]) => value);
  return parts.map(([name, value]) => t(`board.${name}`, { value })).join(" · ");
}

export function facts(item) {
  const parts = [];
  if (item.stock !== null && item.stock !== undefined) {
    parts.push(item.stock > 0 ? t("board.in_stock", { n: item.stock, count: number(item.stock) }) : t("board.out_of_stock"));
  }
  parts.push(money(item.price, item.currency));
  return parts.join(" · ");
}

export function holder(call) {
  return t(call.state === "coming" ? "board.is_coming" : "board.has_it", { name: call.claimed_by });
}

export function told(call) {
  return call.message_code ? t(`board.say.${call.message_code}`) : call.message;
}

export function ending(call, mine, seconds) {
  return `${ended(call, mine)} · ${agoTime(seconds)}`;
}

function ended(call, mine) {
  if (call.state === "cancelled") return t("board.no_longer");
  if (call.state === "expired") return t("board.too_old");
  if (call.outcome === "no_such_thing" || call.outcome === "nobody_there") {
    return mine ? t(`board.ended.${call.outcome}_you`) : t(`board.ended.${call.outcome}`, { name: call.claimed_by });
  }
  return mine ? t("board.ended.you") : t("board.ended.done", { name: call.claimed_by });
}

// Why a step did not fit, by how the call stands.
export function refusal(call, me) {
  if (!call) return t("board.not_there");
  if (call.state === "cancelled") return t("board.shopper_gone");
  if (call.state === "expired") return t("board.too_old");
  if (call.state === "resolved" && call.claimed_by !== me) return t("board.ended.done", { name: call.claimed_by });
  if (call.claimed_by && call.claimed_by !== me) return t("board.quicker", { name: call.claimed_by });
  return t("board.did_not_work");
}

// A part of the kiosk, by the name that the engine has for it.
export function part(name) {
  if (name.startsWith("kiosk ")) return name.slice("kiosk ".length);
  if (name.startsWith("hook gateway ")) return t("part.gateway", { name: name.slice("hook gateway ".length) });
  const key = `part.${name.replaceAll(" ", "_")}`;
  const words = t(key);
  return words === key ? name : words;
}
