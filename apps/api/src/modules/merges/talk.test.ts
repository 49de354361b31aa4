import type { AssignmentPage } from "@highwater/shared/assignments/contract";
import type { Comments, Disagreements } from "@highwater/shared/discussion/contract";
import type { Merge } from "@highwater/shared/merges/contract";
import type { NotificationPage } from "@highwater/shared/notifications/contract";
import type { CandidateReviews } from "@highwater/shared/reviews/contract";
import type { Round } from "@highwater/shared/rounds/contract";
import type { Champions } from "@highwater/shared/stages/contract";
import type { Client } from "../../../test/client.js";
import { expectStatus } from "../../../test/furniture.js";
import { type House, openHouse } from "../../../test/house.js";
import { makeReviewable, sign } from "../../../test/make.js";
import { makeRound } from "../../../test/meeting.js";

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const say = (by: Client, id: string, text: string) =>
  by.post(`/candidates/${id}/comments`, { text });
const heard = async (by: Client, id: string) =>
  (await by.get<Comments>(`/candidates/${id}/comments`)).body.items.map(({ text }) => text);
const champions = async (id: string) =>
  (await house.viewer.get<Champions>(`/candidates/${id}/champion`)).body.items.map(
    ({ reason }) => reason,
  );
const merge = async (from: string, into: string) =>
  expectStatus(await house.reviewer.post<Merge>(`/candidates/${from}/merge`, { into }), 201);

test("of two revealed ones comments and champions go along, disagree anew, and go back", async () => {
  const [from, into] = [await makeReviewable(house.owner), await makeReviewable(house.owner)];
  await sign(house.reviewer, from.id, [5, 3, 3, 3, 3]);
  await sign(house.second, into.id, [1, 3, 3, 3, 3]);
  for (const { id } of [from, into]) {
    await house.owner.post(`/candidates/${id}/reveal`);
    await house.third.post(`/candidates/${id}/champion`, { reason: `Tao for ${id}` });
  }
  await house.second.post(`/candidates/${from.id}/champion`, { reason: "Sven" });
  await say(house.reviewer, from.id, "Of the one");
  await say(house.reviewer, into.id, "Of the other");
  const { id } = await merge(from.id, into.id);
  expect(await heard(house.viewer, into.id)).toEqual(["Of the one", "Of the other"]);
  expect(await champions(into.id)).toEqual([`Tao for ${into.id}`, "Sven"]);
  expect(await disputes(into.id)).toMatchObject([{ criterion: "habit", spread: 4 }]);
  expectStatus(await house.reviewer.post(`/merges/${id}/undo`), 200);
  expect(await heard(house.viewer, from.id)).toEqual(["Of the one"]);
  expect(await heard(house.viewer, into.id)).toEqual(["Of the other"]);
  expect(await champions(from.id)).toEqual([`Tao for ${from.id}`, "Sven"]);
  expect(await disputes(into.id)).toEqual([]);
});

const disputes = async (id: string) =>
  (await house.viewer.get<Disagreements>(`/candidates/${id}/disagreements`)).body.items;
const settle = async (id: string, note: string) => {
  const [open] = await disputes(id);
  expectStatus(
    await house.owner.post(`/candidates/${id}/disagreements/${open?.id}/settle`, { note }),
    200,
  );
};

test("what was settled goes along, is open again where the joined scores differ, and comes back settled", async () => {
  const [from, into] = [await makeReviewable(house.owner), await makeReviewable(house.owner)];
  await sign(house.reviewer, from.id, [5, 3, 3, 3, 3]);
  await sign(house.second, from.id, [1, 3, 3, 3, 3]);
  await sign(house.reviewer, into.id, [3, 5, 3, 3, 3]);
  await sign(house.third, into.id, [3, 1, 3, 3, 3]);
  for (const { id } of [from, into]) await house.owner.post(`/candidates/${id}/reveal`);
  await settle(from.id, "Habit is fine.");
  await settle(into.id, "Pain is real.");
  const before = [await disputes(from.id), await disputes(into.id)];
  const { id } = await merge(from.id, into.id);
  expect(await disputes(into.id)).toMatchObject([
    { criterion: "habit", note: "Habit is fine." },
    { criterion: "pain", note: "Pain is real.", settledAt: null },
  ]);
  expectStatus(await house.reviewer.post(`/merges/${id}/undo`), 200);
  expect([await disputes(from.id), await disputes(into.id)]).toEqual(before);
});

test("a merge that brings no score leaves what is settled alone", async () => {
  const [from, into] = [await makeReviewable(house.owner), await makeReviewable(house.owner)];
  await sign(house.reviewer, into.id, [5, 3, 3, 3, 3]);
  await sign(house.second, into.id, [1, 3, 3, 3, 3]);
  await house.owner.post(`/candidates/${into.id}/reveal`);
  await settle(into.id, "Settled.");
  const before = await disputes(into.id);
  await merge(from.id, into.id);
  expect(await disputes(into.id)).toEqual(before);
});

const assigned = async (id: string) => {
  const { items } = (await house.admin.get<AssignmentPage>(`/assignments?candidateId=${id}`)).body;
  return items.map(({ member, dueOn }) => `${member.name} ${dueOn}`).sort();
};
const assign = async (id: string, members: Client[], dueOn: string) =>
  expectStatus(
    await house.admin.post("/assignments", {
      ...{ candidateIds: [id], dueOn },
      memberIds: members.map(({ memberId }) => memberId),
    }),
    201,
  );
const abstain = async (by: Client, id: string, reason: string) =>
  expectStatus(await by.put(`/candidates/${id}/set-aside`, { kind: "abstain", reason }), 200);
const asideOf = async (by: Client, id: string) =>
  (await by.get<CandidateReviews>(`/candidates/${id}/reviews`)).body.setAside?.reason;
const onAgenda = async (id: string) =>
  (await house.viewer.get<Round>(`/rounds/${id}`)).body.items.map(({ candidateId }) => candidateId);

test("assignments, abstentions and places on agendas go along, and come back", async () => {
  const [from, into] = [await makeReviewable(house.owner), await makeReviewable(house.owner)];
  await assign(from.id, [house.second, house.third], "2030-01-01");
  await assign(into.id, [house.third], "2031-01-01");
  await abstain(house.second, from.id, "Kin.");
  await abstain(house.third, from.id, "One.");
  await abstain(house.third, into.id, "Other.");
  const alone = await makeRound(house.admin, [from.id]);
  const both = await makeRound(house.admin, [from.id, into.id]);
  const { id } = await merge(from.id, into.id);
  expect(await assigned(into.id)).toEqual(["Sven Second 2030-01-01", "Tao Third 2031-01-01"]);
  expect(await asideOf(house.second, into.id)).toBe("Kin.");
  expect(await asideOf(house.third, into.id)).toBe("Other.");
  expect(await onAgenda(alone.id)).toEqual([into.id]);
  expect(await onAgenda(both.id)).toEqual([into.id]);
  const told = (await house.second.get<NotificationPage>("/notifications")).body.items;
  expect(told[0]).toMatchObject({ kind: "assigned", activity: { candidate: { id: from.id } } });
  expectStatus(await house.reviewer.post(`/merges/${id}/undo`), 200);
  expect(await assigned(from.id)).toEqual(["Sven Second 2030-01-01", "Tao Third 2030-01-01"]);
  expect(await assigned(into.id)).toEqual(["Tao Third 2031-01-01"]);
  expect(await asideOf(house.second, from.id)).toBe("Kin.");
  expect(await asideOf(house.third, from.id)).toBe("One.");
  expect(await onAgenda(alone.id)).toEqual([from.id]);
  expect(await onAgenda(both.id)).toEqual([from.id, into.id]);
});

test("a merge that leaves nobody to wait for reveals", async () => {
  const [from, into] = [await makeReviewable(house.owner), await makeReviewable(house.owner)];
  const signing = [house.reviewer, house.second, house.owner];
  await assign(into.id, [...signing, house.third], "2030-01-01");
  for (const member of signing) await sign(member, into.id, [3, 3, 3, 3, 3]);
  await abstain(house.third, from.id, "Kin.");
  const sight = async () =>
    (await house.viewer.get<CandidateReviews>(`/candidates/${into.id}/reviews`)).body.sight;
  expect(await sight()).toBe("hidden");
  await merge(from.id, into.id);
  expect(await sight()).toBe("revealed");
});

test("comments that a merge would show to somebody new stay behind, and are back with its undo", async () => {
  const [from, into] = [await makeReviewable(house.owner), await makeReviewable(house.owner)];
  await house.reviewer.post(`/candidates/${from.id}/open`);
  await say(house.reviewer, from.id, "Not for Sven");
  await house.second.post(`/candidates/${into.id}/open`);
  const { id } = await merge(from.id, into.id);
  expect(await heard(house.second, into.id)).toEqual([]);
  await house.reviewer.post(`/merges/${id}/undo`);
  expect(await heard(house.reviewer, from.id)).toEqual(["Not for Sven"]);
  expect(await heard(house.second, from.id)).toEqual([]);
});
