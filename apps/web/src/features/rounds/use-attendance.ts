import { Presence } from "@highwater/shared/rounds/contract";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { z } from "zod";
import { api } from "../../lib/api";
import { isProblem } from "../../lib/api-problem";
import { meetingQuery } from "./queries";

const beat = 6_000;
/** While the line is down it is tried more often. */
const retry = 1_500;

const isLost = (error: unknown) => isProblem(error) && (error.status === 0 || error.status >= 500);

/** Says every few seconds that I am here, and hears who is. Tells whether the line is down. */
export function useAttendance(id: string, enabled: boolean): boolean {
  const client = useQueryClient();
  const [lost, setLost] = useState(false);
  useEffect(() => {
    if (!enabled) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let over = false;
    let down = false;
    const { queryKey } = meetingQuery(id);
    const back = () => {
      if (!down) return;
      down = false;
      setLost(false);
      void client.invalidateQueries({ queryKey: ["rounds", id] });
    };
    async function say() {
      clearTimeout(timer);
      try {
        const { present } = await api.post(`/rounds/${id}/attend`, undefined, Presence);
        if (over) return;
        client.setQueryData(queryKey, (known) => known && { ...known, present });
        back();
      } catch (error) {
        if (over) return;
        down = isLost(error);
        setLost(down);
        if (!down) void client.invalidateQueries({ queryKey });
      }
      timer = setTimeout(() => void say(), down ? retry : beat);
    }
    const leave = () =>
      void api
        .delete(`/rounds/${id}/attend`, undefined, z.unknown(), { keepalive: true })
        .catch(() => {});
    const wake = () => document.visibilityState === "visible" && void say();
    void say();
    window.addEventListener("pagehide", leave);
    window.addEventListener("online", wake);
    document.addEventListener("visibilitychange", wake);
    return () => {
      over = true;
      clearTimeout(timer);
      window.removeEventListener("pagehide", leave);
      window.removeEventListener("online", wake);
      document.removeEventListener("visibilitychange", wake);
      leave();
    };
  }, [client, id, enabled]);
  return lost;
}
