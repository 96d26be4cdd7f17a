// The calls as this phone knows them. A call is never replaced by an older state of itself: every state has a number.
const OPEN = new Set(["called", "claimed", "coming"]);
const CLOSED_SHOWN_S = 600;

export class Calls {
  #clock;
  #calls = new Map();
  #epoch = "";
  #rings = new Set();
  me = { name: "", in_charge: false, quiet_until: null };
  people = [];
  departments = [];
  down = [];
  store = "";
  live = false;

  constructor(clock) { this.#clock = clock; }

  // Everything, as the store has it now.
  whole(board) {
    const epoch = board.stamp.split(".")[0];
    const known = this.#epoch === epoch ? this.#calls : new Map();
    this.#epoch = epoch;
    this.#calls = new Map([...known].filter(([, call]) => call.v > board.v));
    const { me, people, departments, down, store, live } = board;
    Object.assign(this, { me, people, departments, down, store, live });
    this.news(board);
  }

  // What changed.
  news({ now, calls, closed, rings }) {
    this.#clock.set(now);
    for (const call of [...closed, ...calls]) this.one(call);
    if (rings) this.#rings = new Set(rings);
  }

  // One call, from the stream or from the answer to a step, whichever comes first.
  one(call) {
    const known = this.#calls.get(call.id);
    if (!known || known.v < call.v) this.#calls.set(call.id, call);
  }

  // Urgent ones first, then who has waited longest.
  get open() {
    const open = [...this.#calls.values()].filter((call) => OPEN.has(call.state));
    return open.sort((a, b) => Number(b.urgent) - Number(a.urgent) || Date.parse(a.created_at) - Date.parse(b.created_at));
  }

  // The last one first.
  get closed() {
    const recent = [...this.#calls.values()].filter((call) => !OPEN.has(call.state) && this.#clock.since(call.changed_at) < CLOSED_SHOWN_S);
    return recent.sort((a, b) => Date.parse(b.changed_at) - Date.parse(a.changed_at));
  }

  get ringing() { return this.open.filter((call) => this.rings(call)); }

  get(id) { return this.#calls.get(id); }

  rings(call) { return this.live && call.state === "called" && this.#rings.has(call.id); }

  mine(call) { return call.claimed_by === this.me.name; }
}

export const isOpen = (call) => OPEN.has(call.state);
