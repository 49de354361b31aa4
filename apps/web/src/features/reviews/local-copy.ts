import { del, get, set } from "idb-keyval";
import { LocalCopy } from "./draft-state";

const keyOf = (memberId: string, candidateId: string) => `hw-review:${memberId}:${candidateId}`;

/** A browser that forbids storage still reviews; it only can't survive a reload while offline. */
async function forgiving(work: () => Promise<unknown>): Promise<unknown> {
  try {
    return await work();
  } catch {
    return undefined;
  }
}

export async function readCopy(memberId: string, candidateId: string): Promise<LocalCopy | null> {
  const parsed = LocalCopy.safeParse(await forgiving(() => get(keyOf(memberId, candidateId))));
  return parsed.success ? parsed.data : null;
}

export function keepCopy(memberId: string, candidateId: string, copy: LocalCopy | null) {
  const key = keyOf(memberId, candidateId);
  void forgiving(() => (copy ? set(key, copy) : del(key)));
}
