import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useState, useSyncExternalStore } from "react";
import { notify } from "../../ui/notify";
import { outboxOf } from "./outbox";
import { createScreening } from "./screening-store";
import type { ScreenSearch } from "./search";
import { stale } from "./stale";

/** One sitting a pile. Whatever else shows candidates asks again once all is written. */
export function useScreening(team: string, memberId: string, search: ScreenSearch) {
  const client = useQueryClient();
  const [{ outbox, store }] = useState(() => {
    const outbox = outboxOf(team, memberId);
    const kept = `hw-screening:${team}:${memberId}:${JSON.stringify(search)}`;
    return {
      outbox,
      store: createScreening({ search, kept, outbox, onRefused: notify.failedAbout }),
    };
  });
  useEffect(() => {
    const leave = store.begin();
    return () => {
      leave();
      void outbox.idle().then(() => stale(client));
    };
  }, [client, outbox, store]);
  return { store, sitting: useSyncExternalStore(store.subscribe, store.state) };
}
