import { useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import { useEffect, useSyncExternalStore } from "react";
import type { DraftSaver } from "./draft-saver";
import { draftQuery } from "./queries";

/** The saver of one's own draft of a candidate; it flushes when the page hides or is left. */
export function useDraft(memberId: string, candidateId: string): DraftSaver {
  const client = useQueryClient();
  const { data: saver } = useSuspenseQuery(draftQuery(client, memberId, candidateId));
  useEffect(() => {
    const flush = () => void saver.flush();
    const hidden = () => document.visibilityState === "hidden" && flush();
    flush();
    window.addEventListener("pagehide", flush);
    window.addEventListener("online", flush);
    document.addEventListener("visibilitychange", hidden);
    return () => {
      window.removeEventListener("pagehide", flush);
      window.removeEventListener("online", flush);
      document.removeEventListener("visibilitychange", hidden);
      flush();
    };
  }, [saver]);
  return saver;
}

export const useDraftState = (saver: DraftSaver) =>
  useSyncExternalStore(saver.subscribe, saver.state);
