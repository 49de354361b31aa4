import type { Candidate, CandidatePage, Duplicates } from "@highwater/shared/candidates/contract";
import type { ProblemBody } from "@highwater/shared/kernel/contract";
import type { Merge, Merges } from "@highwater/shared/merges/contract";
import type { CandidateReviews } from "@highwater/shared/reviews/contract";
import type { Reliance } from "@highwater/shared/tide/reliance";
import type { Client } from "../../../test/client.js";
import { type House, openHouse } from "../../../test/house.js";
import { makeCandidate, makeReviewable, mineOf, saveDraft, sign } from "../../../test/make.js";

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const mergeInto = (from: { id: string }, into: { id: string }, facts = {}, by?: Client) =>
  (by ?? house.reviewer).post<Merge>(`/candidates/${from.id}/merge`, { into: into.id, facts });
const undo = (id: string) => house.reviewer.post<Merge>(`/merges/${id}/undo`);
const factsOf = async ({ id }: { id: string }) =>
  (await house.viewer.get<Candidate>(`/candidates/${id}`)).body;
const reviewsOf = async (by: Client, { id }: { id: string }) =>
  (await by.get<CandidateReviews>(`/candidates/${id}/reviews`)).body;
const reveal = ({ id }: { id: string }) => house.owner.post(`/candidates/${id}/reveal`);
const count = async (path: string) =>
  (await house.viewer.get<{ items: unknown[] }>(path)).body.items.length;

async function twins(name: string) {
  const from = await makeReviewable(house.owner, {
    name: `${name} AI`,
    website: `https://${name}.example`,
    tags: ["b"],
    thesis: "From",
  });
  const into = await makeReviewable(house.owner, { name, tags: ["a"], thesis: "Into" });
  return { from, into };
}

test("facts chosen, evidence and trials joined; the other is gone and says where to", async () => {
  const { from, into } = await twins("kestrel");
  const trial = { task: "Try", grade: 40, on: "2026-03-01" };
  await house.reviewer.post(`/candidates/${from.id}/trials`, trial);
  await house.reviewer.post(`/candidates/${into.id}/trials`, trial);
  const link = { kind: "link", url: "https://a.example", status: "public" };
  expect((await house.reviewer.post(`/candidates/${from.id}/evidence`, link)).status).toBe(201);
  const merged = await mergeInto(from, into, { website: from.website, tags: ["a", "b"] });
  expect(merged).toMatchObject({
    status: 201,
    body: {
      fromName: "kestrel AI",
      undoneAt: null,
      moved: { evidence: 1, trials: 1, reviews: 0 },
    },
  });
  expect(await factsOf(into)).toMatchObject({
    ...{ name: "kestrel", website: from.website, tags: ["a", "b"], thesis: "Into" },
  });
  expect(await count(`/candidates/${into.id}/trials`)).toBe(2);
  expect(await count(`/candidates/${into.id}/evidence`)).toBe(1);
  for (const path of ["", "/trials", "/reviews", "/evidence", "/explanation"])
    expect(await house.viewer.get(`/candidates/${from.id}${path}`)).toMatchObject({
      status: 410,
      body: { code: "merges.merged_away", current: { intoId: into.id } },
    });
  for (const archived of ["true", "false"]) {
    const { items } = (
      await house.viewer.get<CandidatePage>(`/candidates?archived=${archived}&q=kestrel`)
    ).body;
    expect(items.map(({ id }) => id)).not.toContain(from.id);
  }
  const alike = await house.viewer.get<Duplicates>("/candidates/duplicates?name=kestrel%20AI");
  expect(alike.body.items.map(({ id }) => id)).toEqual([into.id]);
  const list = (await house.viewer.get<Merges>(`/candidates/${into.id}/merges`)).body.items;
  expect(list).toEqual([merged.body]);
});

test("what was said to lean on a capability goes along, unless the other has its own", async () => {
  const relyOn = ({ id }: { id: string }, share: number) =>
    house.reviewer.put(`/candidates/${id}/reliance`, {
      items: [{ capability: "text-generation", share }],
    });
  const shareOf = async ({ id }: { id: string }) => {
    const { body } = await house.viewer.get<Reliance>(`/candidates/${id}/reliance`);
    return body.proposed ? null : body.items.map(({ share }) => share);
  };
  const { from, into } = await twins("petrel");
  expect((await relyOn(from, 0.4)).status).toBe(200);
  const { body: merged } = await mergeInto(from, into);
  expect(await shareOf(into)).toEqual([0.4]);
  await undo(merged.id);
  expect([await shareOf(from), await shareOf(into)]).toEqual([[0.4], null]);
  await relyOn(into, 0.7);
  const { body: again } = await mergeInto(from, into);
  expect(await shareOf(into)).toEqual([0.7]);
  await undo(again.id);
  expect([await shareOf(from), await shareOf(into)]).toEqual([[0.4], [0.7]]);
});

test("of one reviewer's two reviews the newer is current, the older history; undone whole", async () => {
  const { from, into } = await twins("heron");
  await sign(house.second, from.id, [5, 5, 5, 5, 0], "older");
  await sign(house.third, from.id, [1, 1, 1, 1, 1], "only there");
  await sign(house.second, into.id, [2, 2, 2, 2, 2], "newer");
  await reveal(from);
  await reveal(into);
  const before = [await factsOf(from), await factsOf(into)];
  const seen = [await reviewsOf(house.owner, from), await reviewsOf(house.owner, into)];
  const merged = (await mergeInto(from, into, { thesis: "From" })).body;
  expect(merged.moved.reviews).toBe(2);
  const joined = await reviewsOf(house.owner, into);
  expect(joined.signed).toBe(2);
  expect(
    joined.reviews.find(({ reviewer }) => reviewer.id === house.second.memberId),
  ).toMatchObject({ version: 2, summary: "newer" });
  expect(joined.teamScores?.["habit"]).toMatchObject({
    n: 2,
    mean: 1.5,
    counts: [0, 1, 1, 0, 0, 0],
  });
  const undone = await undo(merged.id);
  expect(undone.body).toMatchObject({ kept: [], undoneAt: expect.any(String) });
  const same = ({ updatedAt: _, ...facts }: Candidate) => facts;
  expect([await factsOf(from), await factsOf(into)].map(same)).toEqual(before.map(same));
  expect([await reviewsOf(house.owner, from), await reviewsOf(house.owner, into)]).toEqual(seen);
  expect((await undo(merged.id)).body).toMatchObject({ code: "merges.undone" });
});

test("the older review goes into history also when it stood on the one that stays", async () => {
  const { from, into } = await twins("plover");
  await sign(house.second, into.id, [5, 5, 5, 5, 0], "older");
  await sign(house.second, from.id, [2, 2, 2, 2, 2], "newer");
  await reveal(from);
  await reveal(into);
  await mergeInto(from, into);
  expect((await reviewsOf(house.owner, into)).reviews).toMatchObject([
    { version: 2, summary: "newer", scores: { habit: { score: 2 } } },
  ]);
});

test("facts edited since stay and are named; what was signed since stays too", async () => {
  const { from, into } = await twins("dunlin");
  await sign(house.second, from.id, [4, 4, 4, 4, 2]);
  const merged = (await mergeInto(from, into, { thesis: "From", tags: ["b"] })).body;
  expect(await reviewsOf(house.third, into)).toMatchObject({ sight: "hidden", signed: 1 });
  await sign(house.third, into.id, [3, 3, 3, 3, 3]);
  const { etag } = await house.owner.get(`/candidates/${into.id}`);
  await house.owner.patch(`/candidates/${into.id}`, { thesis: "Edited" }, { "if-match": etag });
  expect((await undo(merged.id)).body.kept).toEqual(["thesis"]);
  expect(await factsOf(into)).toMatchObject({ thesis: "Edited", tags: ["a"] });
  expect(await reviewsOf(house.viewer, from)).toMatchObject({ signed: 1, sight: "hidden" });
  expect(await reviewsOf(house.third, into)).toMatchObject({ signed: 1, sight: "signed" });
  // Having seen the others' reviews, they don't pass for blind where those went back to.
  expect((await sign(house.third, from.id, [3, 3, 3, 3, 3])).notBlind).toBe(true);
});

test("a draft goes along and comes back", async () => {
  const { from, into } = await twins("avocet");
  await saveDraft(house.second, from.id, { scores: { habit: { score: 3 } } });
  const { body } = await mergeInto(from, into);
  const there = await house.second.get(mineOf(into.id));
  expect(there.body).toMatchObject({ status: "draft", scores: { habit: { score: 3 } } });
  await undo(body.id);
  expect((await house.second.get(mineOf(into.id))).status).toBe(404);
  expect((await house.second.get(mineOf(from.id))).body).toMatchObject({ status: "draft" });
});

describe("the blind rule", () => {
  const refused = { status: 409, body: { code: "merges.hidden_reviews" } };

  test("hidden signed reviews join neither signed ones nor a revealed candidate", async () => {
    const { from, into } = await twins("curlew");
    await sign(house.second, from.id, [4, 4, 4, 4, 2]);
    await sign(house.third, into.id, [4, 4, 4, 4, 2]);
    expect(await mergeInto(from, into)).toMatchObject(refused);
    await reveal(into);
    expect(await mergeInto(from, into)).toMatchObject(refused);
    expect(await mergeInto(into, from)).toMatchObject(refused);
    await reveal(from);
    expect((await mergeInto(from, into)).status).toBe(201);
  });

  test("nobody who opened an empty candidate sees what is merged into it", async () => {
    const { from, into } = await twins("godwit");
    await sign(house.second, from.id, [4, 4, 4, 4, 2]);
    await house.third.post(`/candidates/${into.id}/open`);
    expect((await mergeInto(from, into)).body).toMatchObject({ code: "merges.opened" });
    expect((await mergeInto(into, from)).status).toBe(201);
    expect((await reviewsOf(house.third, from)).sight).toBe("hidden");
  });

  test("recused from one is recused from what it becomes, until the undo", async () => {
    const { from, into } = await twins("turnstone");
    await sign(house.second, into.id, [4, 4, 4, 4, 2]);
    await house.second.post(`/candidates/${from.id}/recusal`, {});
    const { body } = await mergeInto(from, into);
    expect(await reviewsOf(house.second, into)).toMatchObject({ sight: "recused", signed: 0 });
    await undo(body.id);
    expect(await reviewsOf(house.second, into)).toMatchObject({ sight: "signed", signed: 1 });
  });

  test("what a revealed candidate comes into is revealed; the undo hides only what was empty", async () => {
    const { from, into } = await twins("sanderling");
    await sign(house.second, from.id, [4, 4, 4, 4, 2]);
    await reveal(from);
    const { body } = await mergeInto(from, into);
    expect(await factsOf(into)).toMatchObject({
      stage: "discussion",
      revealedAt: expect.any(String),
    });
    await undo(body.id);
    expect(await factsOf(into)).toMatchObject({ stage: "review", revealedAt: null });
    expect((await factsOf(from)).revealedAt).not.toBeNull();
  });
});

test("refused: viewers, itself, strangers, what is archived or merged, stale facts", async () => {
  const { from, into } = await twins("whimbrel");
  const pointed = (code: string) => ({
    status: 422,
    body: { errors: [{ pointer: "#/into", code }] },
  });
  expect((await mergeInto(from, into, {}, house.viewer)).status).toBe(403);
  expect(await mergeInto(from, from)).toMatchObject(pointed("merges.itself"));
  const nobody = { id: "00000000-0000-7000-8000-000000000000" };
  expect(await mergeInto(from, nobody)).toMatchObject(pointed("merges.into_missing"));
  expect((await mergeInto(nobody, into)).status).toBe(404);
  const stale = await house.reviewer.post<ProblemBody>(
    `/candidates/${from.id}/merge`,
    { into: into.id },
    { "if-match": '"old"' },
  );
  expect(stale.status).toBe(412);
  const third = await makeCandidate(house.owner);
  const first = (await mergeInto(from, into)).body;
  expect(await mergeInto(from, third)).toMatchObject({ status: 410 });
  expect(await mergeInto(third, from)).toMatchObject(pointed("merges.into_archived"));
  const later = (await mergeInto(into, third)).body;
  expect((await house.viewer.get(`/candidates/${from.id}`)).body).toMatchObject({
    current: { intoId: third.id },
  });
  expect((await undo(first.id)).body).toMatchObject({ code: "merges.merged_again" });
  await undo(later.id);
  expect((await undo(first.id)).status).toBe(200);
  expect((await factsOf(from)).archivedAt).toBeNull();
});
