import type { ItemState, Meeting, Round, RoundInput } from "@highwater/shared/rounds/contract";
import type { Client } from "./client.js";
import { expectStatus } from "./furniture.js";

/** A round with these candidates on its agenda, made by an admin who hosts it. */
export const makeRound = async (by: Client, ids: string[], facts: Partial<RoundInput> = {}) =>
  expectStatus(
    await by.post<Round>("/rounds", {
      ...{ name: "Tuesday", on: "2026-11-24", candidateIds: ids },
      ...facts,
    }),
    201,
  );

export const meetingOf = async (by: Client, id: string) =>
  expectStatus(await by.get<Meeting>(`/rounds/${id}/live`), 200);

/** A meeting with its first item taken up. */
export async function startMeeting(host: Client, ids: string[], facts: Partial<RoundInput> = {}) {
  const round = await makeRound(host, ids, facts);
  expectStatus(await host.post(`/rounds/${round.id}/start`), 200);
  const items = round.items.map((item) => item.id);
  await takeUp(host, round.id, items[0] ?? "");
  return { id: round.id, items };
}

export async function takeUp(host: Client, id: string, iid: string) {
  const { round, current } = await meetingOf(host, id);
  const from = round.items.find((item) => item.id === iid)?.state;
  const seen = { from, current: current?.id ?? null };
  return expectStatus(await host.post<Meeting>(`/rounds/${id}/items/${iid}/open`, seen), 200);
}

export const deed = (by: Client, [id, iid]: [string, string], name: string, from: ItemState) =>
  by.post<Meeting>(`/rounds/${id}/items/${iid}/${name}`, { from });

export const vote = (by: Client, [id, iid]: [string, string], outcome: string, reason?: string) =>
  by.put<Meeting>(`/rounds/${id}/items/${iid}/vote`, { outcome, reason: reason ?? null });

export const decideOn = (by: Client, [id, iid]: [string, string], input: object) =>
  by.post<Meeting>(`/rounds/${id}/items/${iid}/decision`, {
    ...{ outcome: "watch", reason: "Too early." },
    ...input,
  });
