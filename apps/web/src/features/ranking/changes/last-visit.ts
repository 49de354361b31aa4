import { z } from "zod";
import { recall, remember } from "../../../lib/remembered";

const Visits = z.object({ last: z.number().nullable(), current: z.number() });

/** Whoever comes back within it has not been away. */
const pause = 30 * 60_000;

/** When this browser was here before; null on the first visit. `now` in ms. */
export function lastVisit(team: string, now: number): Date | null {
  const key = `hw-visits-${team}`;
  const known = Visits.safeParse(parsed(recall(key)));
  const before = known.success ? known.data : null;
  const last = before && now - before.current > pause ? before.current : (before?.last ?? null);
  remember(key, JSON.stringify({ last, current: now }));
  return last === null ? null : new Date(last);
}

function parsed(text: string | null): unknown {
  try {
    return JSON.parse(text ?? "null");
  } catch {
    return null;
  }
}
