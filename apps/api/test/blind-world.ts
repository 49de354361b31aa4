import type { Candidate } from "@highwater/shared/candidates/contract";
import type { RankingPage } from "@highwater/shared/ranking/contract";
import type { Me } from "@highwater/shared/team/contract";
import { RemindersService } from "../src/modules/assignments/reminders.service.js";
import { Client } from "./client.js";
import { planter } from "./foreign.js";
import { emailOf, expectStatus, invite, signIn } from "./furniture.js";
import type { House, Twin } from "./house.js";
import { begin } from "./import.js";
import { makeReviewable, review, saveDraft } from "./make.js";
import { makeRound, startMeeting } from "./meeting.js";
import type { Subjects, Values } from "./walk.js";

/** Words that only hidden reviews say, in one world and in the other. */
export const secrets = ["Zanzibar", "Marmalade"] as const;

/**
 * A team with the sample and one candidate of which nobody has signed a review yet, with one of everything that an
 * address may name beside it; and everybody who is blind to it, with two who are not.
 */
export async function blindWorld(house: House) {
  const hidden = await makeReviewable(house.owner, {
    ...{ name: "Hidden harbour", vertical: "writing", tags: ["harbour"] },
    website: "https://harbour.example",
  });
  const { items } = (await house.owner.get<RankingPage>("/ranking?limit=1")).body;
  const ranked = items[0]?.id ?? "";
  const recused = await newcomer(house, "recused");
  const opener = await newcomer(house, "opener");
  expectStatus(await recused.post(`/candidates/${hidden.id}/recusal`, { reason: "Kin." }), 200);
  expectStatus(await opener.post(`/candidates/${hidden.id}/open`), 200);
  for (const member of [house.owner, house.reviewer])
    await saveDraft(member, hidden.id, review([1, 2, 3, 4, 5], "So far."));
  const token = expectStatus(
    await house.owner.post<{ token: string }>("/tokens", { name: "Reads", readOnly: true }),
    201,
  );
  const rounds = await makeThings(house, hidden, ranked);
  await assign(house, hidden, recused);
  await house.app.get(RemindersService).remind();
  await standStill(house);
  const subjects = await subjectsOf(house, { candidates: [hidden.id, ranked], rounds });
  const keys = { recused, opener };
  return { hidden, ranked, rounds, subjects, values: await valuesOf(house, hidden), token, keys };
}
export type World = Awaited<ReturnType<typeof blindWorld>>;

/** Roles take no part in the rule: whoever has not signed is blind, and whoever is recused. */
export const theBlind = ({ token, keys }: World, house: Twin): Record<string, Client> => ({
  reviewer: house.reviewer,
  owner: house.owner,
  admin: house.admin,
  viewer: house.viewer,
  recused: new Client(house.url, keys.recused),
  "owner's reading token": house.anonymous.with({ authorization: `Bearer ${token.token}` }),
});

async function newcomer(house: House, who: string) {
  await invite(house.owner, { role: "reviewer", name: `${who} one`, email: emailOf(who) });
  return signIn(house.url, emailOf(who));
}

/** Comments, a trial, evidence, a file, a field, claims, views, an import, a champion, a merge and two rounds. */
async function makeThings({ owner, admin, third, url }: House, hidden: Candidate, ranked: string) {
  const made = async (path: string, body: unknown, status = 201) =>
    expectStatus(await owner.post(path, body), status);
  const at = `/candidates/${hidden.id}`;
  await made(`${at}/evidence`, { kind: "link", url: "https://harbour.example/a", title: "About" });
  await made(`${at}/trials`, { task: "Moor", grade: 60, on: "2026-01-01" });
  await made(`/candidates/${ranked}/comments`, { text: "A pier stands here." });
  await made(`/candidates/${ranked}/champion`, { reason: "Against the tide." }, 200);
  await made("/fields", { name: "Pier", type: "text" });
  const { items } = (await made("/claims/start", {}, 200)) as { items: { id: string }[] };
  expectStatus(await third.put(`/claims/${items[0]?.id}/forecast`, { probability: 0.8 }), 200);
  await begin(owner, "harbours.csv", "name\nHidden harbour\nOpen harbour\n");
  await fetch(`${url}/api/v1/files?name=pier.txt`, {
    method: "POST",
    headers: { cookie: owner.cookie, "content-type": "application/octet-stream" },
    body: "A pier.",
  });
  const twin = await makeReviewable(third, { name: "Harbour, again" });
  expectStatus(
    await owner.post(`/candidates/${twin.id}/merge`, { into: hidden.id, facts: {} }),
    201,
  );
  await makeViews(owner);
  const live = await startMeeting(owner, [hidden.id]);
  const planned = await makeRound(admin, [ranked, hidden.id], { name: "Later" });
  return [live.id, planned.id];
}

/** Shared ones, whose counts would move if they knew more than the viewer. */
async function makeViews(owner: Client) {
  const totals = [10, 30, 50, 70, 90].flatMap((least) =>
    ["team", "mine"].map((scope) => `minTotal=${least}&scope=${scope}&weights=0,1,0,0,1`),
  );
  for (const [page, queries] of [
    ["ranking", ["", "tag=harbour", "q=harbour&scope=mine", ...totals]],
    ["pipeline", ["q=Harbour", "stage=review", "stage=discussion", "vertical=writing"]],
  ] as const)
    for (const query of queries)
      expectStatus(
        await owner.post("/views", { name: query || "All", page, query, shared: true }),
        201,
      );
}

/** The hidden candidate, asked of some who sign it and some who don't, with a day that is past. */
async function assign(house: House, hidden: Candidate, recused: Client) {
  const memberIds = [house.second, house.third, house.reviewer].map(({ memberId }) => memberId);
  const body = { candidateIds: [hidden.id], memberIds, dueOn: "2020-01-01" };
  expectStatus(await house.owner.post("/assignments", body), 201);
  await house.owner.post("/assignments", { ...body, memberIds: [recused.memberId] });
}

/** When sessions and tokens were last used is kept to the minute: for an hour, nobody's use is news. */
async function standStill(house: House) {
  await house.sql(`update "Session" set "updatedAt" = now() + interval '1 hour'`);
  await house.sql(`update "ApiToken" set "lastUsedAt" = now() + interval '1 hour'`);
}

/** What was made, by the segment that names it; whatever else a route asks for is planted past the API. */
async function subjectsOf(house: House, known: Record<string, string[]>): Promise<Subjects> {
  const { user, memberships } = (await house.owner.get<Me>("/me")).body;
  const [mine] = memberships;
  const team = { id: mine?.team.id ?? "", memberId: mine?.memberId ?? "", userId: user.id };
  const about = new Map([["Candidate", known["candidates"]?.[0] ?? ""]]);
  const plant = await planter(house, team, about);
  const found: Record<string, Promise<string[]>> = {};
  const table = async (name: string) =>
    (await house.sql(`select id from "${name}" order by id`)).map(({ id }) => String(id));
  const own: Record<string, () => Promise<string[]>> = {
    teams: async () => [team.id],
    rows: async () => ["1"],
    evidence: async () => (await table("Evidence")).slice(-1),
    comments: () => table("Comment"),
    files: () => table("File"),
    fields: async () => (await table("Field")).slice(-1),
    views: async () => (await table("View")).slice(0, 2),
    imports: () => table("Import"),
    capabilities: async () => (await table("Capability")).slice(-1),
    releases: async () => (await table("Release")).slice(-1),
    scenarios: async () => (await table("Scenario")).slice(-1),
    claims: async () => (await table("Claim")).slice(0, 1),
    assignments: () => table("Assignment"),
  };
  return (segment) => {
    found[segment] ??= known[segment]
      ? Promise.resolve(known[segment])
      : (own[segment]?.() ?? plant(segment).then((id) => [id]));
    return found[segment];
  };
}

/** Plausible values of every parameter that a GET takes and that the document doesn't list. */
async function valuesOf(house: House, hidden: Candidate): Promise<Values> {
  const [done] = await house.sql('select id from "Import"');
  const columns = ["name", "createdAt", "updatedAt", "stage", "vertical", "owner", "fields.pier"];
  return {
    sort: columns.flatMap((column) => [column, `-${column}`]),
    weights: ["1,0,0,0,0", "0,1,0,0,0", "0,0,1,0,0", "0,0,0,0,1", "20,20,15,20,25"],
    q: ["harbour", ...secrets, "so far", "输入"],
    vertical: ["writing"],
    tag: ["harbour"],
    minTotal: Array.from({ length: 11 }, (_, n) => String(n * 10)),
    limit: ["1", "3", "200"],
    archived: ["true", "false"],
    owner: [house.owner.memberId],
    memberId: [house.second.memberId, house.third.memberId],
    candidateId: [hidden.id],
    except: [hidden.id],
    import: [String(done?.["id"])],
    fields: ["pier:Harbour"],
    columns: ["name,stage,fields.pier"],
    name: ["Hidden harbour"],
    website: ["harbour.example"],
    team: ["tide-watch"],
    token: ["x"],
    cursor: ["x"],
    after: ["0", "1"],
  };
}
