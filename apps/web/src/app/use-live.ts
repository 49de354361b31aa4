import { echoes, LiveChange, type Topic } from "@highwater/shared/kernel/live";
import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";

const pause = 100;

/** Every module that shows something of what changed; what happened is news for the feed and the bell as well. */
const touched = ({ topics }: LiveChange): Topic[] => [
  ...topics.flatMap((topic) => [topic, ...(echoes[topic] ?? [])]),
  "activity",
  "notifications",
];

/** Changes of one moment are asked for once. */
function gatherer(client: QueryClient) {
  const waiting = new Set<Topic>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const ask = () => {
    timer = undefined;
    for (const topic of waiting) void client.invalidateQueries({ queryKey: [topic] });
    waiting.clear();
  };
  return {
    add(change: LiveChange) {
      for (const topic of touched(change)) waiting.add(topic);
      timer ??= setTimeout(ask, pause);
    },
    stop: () => clearTimeout(timer),
  };
}

/** What others do shows here: an event names what has changed, and what is on screen is asked again. */
export function useLive(team: string) {
  const client = useQueryClient();
  useEffect(() => {
    if (typeof EventSource === "undefined") return;
    const source = new EventSource(`/api/v1/events?team=${encodeURIComponent(team)}`);
    const { add, stop } = gatherer(client);
    source.addEventListener("changed", ({ data }) => add(LiveChange.parse(JSON.parse(data))));
    return () => {
      source.close();
      stop();
    };
  }, [client, team]);
}
