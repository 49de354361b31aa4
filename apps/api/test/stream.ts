import type { LiveChange } from "@highwater/shared/kernel/live";
import type { Client } from "./client.js";

interface Told {
  id: string;
  change: LiveChange;
}

/** An open event stream of one member: what it has been told so far. */
export async function listenTo(by: Client, headers: Record<string, string> = {}) {
  const abort = new AbortController();
  const answer = await fetch(`${by.url}/api/v1/events`, {
    headers: { ...by.sent, ...headers },
    signal: abort.signal,
  });
  const told: Told[] = [];
  let text = "";
  let open = true;
  const read = async () => {
    const decoder = new TextDecoder();
    for await (const piece of answer.body ?? []) {
      text += decoder.decode(piece, { stream: true });
      const events = text.split("\n\n");
      text = events.pop() ?? "";
      for (const event of events) {
        const line = (name: string) => new RegExp(`^${name}: (.*)$`, "m").exec(event)?.[1];
        const data = line("data");
        if (data) told.push({ id: line("id") ?? "", change: JSON.parse(data) as LiveChange });
      }
    }
  };
  const ended = read()
    .catch(() => {})
    .finally(() => {
      open = false;
    });
  return {
    status: answer.status,
    told,
    isOpen: () => open,
    ended,
    async close() {
      abort.abort();
      await ended;
    },
    topics: () => told.flatMap(({ change }) => change.topics),
  };
}
