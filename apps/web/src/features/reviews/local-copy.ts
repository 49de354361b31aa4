import { del, get, set } from "idb-keyval";
import { LocalCopy } from "./draft-state";

const keyOf = (memberId: string, candidateId: string) => `hw-review:${memberId}:${candidateId}`;

/** A browser that forbids storage still reviews; it only can't survive a reload offline. */
const forgive = () => undefined;

export async function readCopy(memberId: string, candidateId: string): Promise<LocalCopy | null> {
  const stored: unknown = await get(keyOf(memberId, candidateId)).catch(forgive);
  const parsed = LocalCopy.safeParse(stored);
  return parsed.success ? parsed.data : null;
}

export function keepCopy(memberId: string, candidateId: string, copy: LocalCopy | null) {
  const key = keyOf(memberId, candidateId);
  void (copy ? set(key, copy) : del(key)).catch(forgive);
}
