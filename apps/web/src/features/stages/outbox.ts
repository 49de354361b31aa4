import { Candidate } from "@highwater/shared/candidates/contract";
import { z } from "zod";
import { api, currentTeam } from "../../lib/api";
import { isProblem } from "../../lib/api-problem";
import { keepSession, readSession } from "./session-copy";

const Write = z.object({
  /** Its Idempotency-Key: however often it is sent, it happens once. */
  key: z.string(),
  id: z.string(),
  method: z.enum(["post", "delete"]),
  path: z.string(),
  body: z.record(z.string(), z.unknown()).optional(),
  tried: z.boolean(),
});
type Write = z.infer<typeof Write>;
export type Deed = Omit<Write, "key" | "tried">;

type Refused = (id: string, error: unknown) => void;

const enough = 6;
const newKey = () =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, "0"),
  ).join("");

/** A lost network is waited for; a server in trouble is asked a few times. */
function worthAnother(error: unknown, tries: number) {
  if (!isProblem(error)) return false;
  if (error.code === "offline") return true;
  const busy = error.status >= 500 || error.status === 429;
  return (busy || error.code === "idempotency.concurrent") && tries < enough;
}

const send = ({ key, method, path, body }: Write) =>
  api[method](path, body, Candidate, { idempotencyKey: key, keepalive: true });

/**
 * Moves and decisions on their way to the server, in order, behind the back of whoever screens.
 * They survive a reload, and outlive the page that made them.
 */
function createOutbox(team: string, kept: string) {
  let writes: readonly Write[] = readSession(kept, z.array(Write)) ?? [];
  let running = false;
  let onRefused: Refused = () => {};
  const listeners = new Set<() => void>();

  function set(next: readonly Write[]) {
    writes = next;
    keepSession(kept, writes.length > 0 ? writes : null);
    for (const listener of listeners) listener();
  }

  async function deliver(write: Write): Promise<void> {
    for (let tries = 1; ; tries++) {
      try {
        if (currentTeam() === team) return void (await send(write));
      } catch (error) {
        if (!worthAnother(error, tries)) throw error;
      }
      await new Promise((wake) => setTimeout(wake, Math.min(250 * 2 ** tries, 5_000)));
    }
  }

  async function run() {
    if (running) return;
    running = true;
    for (let write = writes[0]; write; write = writes[0]) {
      const { key, id } = write;
      set(writes.map((one) => (one.key === key ? { ...one, tried: true } : one)));
      try {
        await deliver(write);
        set(writes.filter((one) => one.key !== key));
      } catch (error) {
        set(writes.filter((one) => one.id !== id));
        onRefused(id, error);
      }
    }
    running = false;
  }

  return {
    size: () => writes.length,
    subscribe(listener: () => void) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    /** Whoever is told of refusals. */
    attend(refused: Refused) {
      onRefused = refused;
      void run();
    },
    add(deed: Deed) {
      set([...writes, { ...deed, key: newKey(), tried: false }]);
      void run();
    },
    /** True if the last deed on it was still here: it never happened. */
    recall(id: string): boolean {
      const last = writes.findLast((one) => one.id === id);
      if (!last || last.tried) return false;
      set(writes.filter((one) => one.key !== last.key));
      return true;
    },
    /** The page is closing: what is left goes out at once, the first of each candidate. */
    flush() {
      const firsts = new Map(writes.toReversed().map((one) => [one.id, one]));
      for (const write of firsts.values()) if (!write.tried) send(write).catch(() => {});
    },
    /** When everything has arrived. */
    async idle() {
      while (writes.length > 0)
        await new Promise<void>((wake) => {
          const listener = () => {
            listeners.delete(listener);
            wake();
          };
          listeners.add(listener);
        });
    },
  };
}
export type Outbox = ReturnType<typeof createOutbox>;

const outboxes = new Map<string, Outbox>();

/** One a member and team, whatever page is open. */
export function outboxOf(team: string, memberId: string): Outbox {
  const kept = `hw-outbox:${team}:${memberId}`;
  const outbox = outboxes.get(kept) ?? createOutbox(team, kept);
  outboxes.set(kept, outbox);
  return outbox;
}
