// What the phone itself does for calls, as far as it is able: stays awake, counts on the icon, notifies in the background.
import { t } from "./texts.js";
import { place, reason } from "./wording.js";

export class Phone {
  #lock = null;
  #wantsLock = false;
  #worker = null;
  #told = new Map();

  constructor() {
    document.addEventListener("visibilitychange", () => {
      if (document.hidden) return;
      this.#clear();
      if (this.#wantsLock) this.#stayAwake();
    });
    this.#install();
  }

  // `waiting`: how many calls nobody has; `ringing`: those that ring this phone.
  show(waiting, ringing) {
    if (waiting) navigator.setAppBadge?.(waiting).catch(() => {});
    else navigator.clearAppBadge?.().catch(() => {});
    if (ringing.length && !this.#wantsLock) this.#stayAwake();
    if (!ringing.length && this.#wantsLock) this.#sleep();
    this.#notify(ringing);
  }

  async #install() {
    if (!("serviceWorker" in navigator)) return;
    // The policy of this page lets no plain text through as a script's address.
    const policy = globalThis.trustedTypes?.createPolicy("service-worker", { createScriptURL: () => "/sw.js" });
    try {
      this.#worker = await navigator.serviceWorker.register(policy?.createScriptURL("") ?? "/sw.js");
    } catch {
      // Without it the page works all the same, only not from the home screen without a network.
    }
  }

  async #stayAwake() {
    this.#wantsLock = true;
    try {
      this.#lock = await navigator.wakeLock?.request("screen") ?? null;
      if (!this.#wantsLock) this.#sleep();
    } catch {
      // A phone that is short of power says no.
    }
  }

  #sleep() {
    this.#wantsLock = false;
    this.#lock?.release().catch(() => {});
    this.#lock = null;
  }

  // In the background each ring of a call is a notification of its own; it goes when the call no longer rings.
  #notify(ringing) {
    const now = new Map(ringing.map((call) => [call.id, `${call.round}.${call.step}`]));
    for (const id of this.#told.keys()) if (!now.has(id)) this.#close(id);
    if (!document.hidden || globalThis.Notification?.permission !== "granted" || !this.#worker) return;
    for (const call of ringing) {
      if (this.#told.get(call.id) === now.get(call.id)) continue;
      this.#told.set(call.id, now.get(call.id));
      this.#worker.showNotification(call.urgent ? `${t("board.urgent")}: ${reason(call)}` : reason(call), {
        body: [place(call), call.product?.name].filter(Boolean).join("\n"),
        tag: call.id,
        renotify: true,
        requireInteraction: call.urgent,
        vibrate: call.urgent ? [400, 120, 400, 120, 400] : [220, 120, 220],
        icon: "/static/icon-192.png",
        lang: document.documentElement.lang,
        dir: document.documentElement.dir,
      }).catch(() => {});
    }
  }

  #clear() { for (const id of this.#told.keys()) this.#close(id); }

  async #close(id) {
    this.#told.delete(id);
    for (const shown of await this.#worker?.getNotifications({ tag: id }) ?? []) shown.close();
  }
}
