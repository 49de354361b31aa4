import type { AssignmentPage, AssignmentReport } from "@highwater/shared/assignments/contract";
import type { Candidate } from "@highwater/shared/candidates/contract";
import type { CandidateReviews } from "@highwater/shared/reviews/contract";
import type { Team } from "@highwater/shared/team/contract";
import type { Client } from "../../../test/client.js";
import { expectStatus } from "../../../test/furniture.js";
import { type House, openHouse } from "../../../test/house.js";
import { makeReviewable, sign } from "../../../test/make.js";

let house: House;
let id: string;
beforeAll(async () => {
  house = await openHouse();
});
/** Three have signed, of whom two were assigned; one who was assigned has not. */
beforeEach(async () => {
  id = (await makeReviewable(house.owner)).id;
  const { second, reviewer, third } = house;
  await assign([second, reviewer, third]);
  for (const member of [second, reviewer, house.owner]) await sign(member, id, fine);
  expect(await revealed()).toBe(false);
});
afterAll(() => house.close());

const fine = [3, 3, 3, 3, 3];
const assign = async (members: Client[]) =>
  expectStatus(
    await house.admin.post<AssignmentReport>("/assignments", {
      candidateIds: [id],
      memberIds: members.map(({ memberId }) => memberId),
    }),
    201,
  );
async function revealed() {
  const { body } = await house.admin.get<Candidate>(`/candidates/${id}`);
  expect(body.stage).toBe(body.revealedAt === null ? "review" : "discussion");
  return body.revealedAt !== null;
}
const abstain = (by: Client) =>
  by.put(`/candidates/${id}/set-aside`, { kind: "abstain", reason: "Not my field." });
const assignmentOf = async (member: Client) => {
  const { body } = await house.admin.get<AssignmentPage>(`/assignments?candidateId=${id}`);
  return body.items.find((one) => one.member.id === member.memberId)?.id;
};
const setMember = (member: Client, column: string, to: string) =>
  house.sql(`update "Member" set "${column}" = ${to} where id = $1`, [member.memberId]);
async function settings(patch: Partial<Team>) {
  const { body } = await house.owner.get<{ team: Team }[]>("/teams");
  const path = `/teams/${body[0]?.team.id}`;
  const { etag } = await house.owner.get(path);
  expectStatus(await house.owner.patch(path, patch, { "if-match": etag }), 200);
}

describe("the last assigned reviewer completes the reviews", () => {
  test("by signing", async () => {
    await sign(house.third, id, fine);
    expect(await revealed()).toBe(true);
  });

  test("by recusing themselves", async () => {
    expectStatus(await house.third.post(`/candidates/${id}/recusal`, {}), 200);
    expect(await revealed()).toBe(true);
  });

  test("by abstaining; a skip for later completes nothing", async () => {
    expectStatus(await house.third.put(`/candidates/${id}/set-aside`, { kind: "skip" }), 200);
    expect(await revealed()).toBe(false);
    expectStatus(await abstain(house.third), 200);
    expect(await revealed()).toBe(true);
  });

  test("by losing the assignment", async () => {
    const gone = await house.admin.delete(`/assignments/${await assignmentOf(house.third)}`);
    expect(gone.status).toBe(204);
    expect(await revealed()).toBe(true);
  });

  test("by the undo of the act that assigned them", async () => {
    const { id: act } = await assign([house.admin]);
    await house.third.post(`/candidates/${id}/recusal`, {});
    expect(await revealed()).toBe(false);
    expectStatus(await house.admin.post(`/assignments/${act}/undo`), 200);
    expect(await revealed()).toBe(true);
  });

  test("by becoming a viewer", async () => {
    const role = (to: string) =>
      house.owner.patch(`/members/${house.third.memberId}`, { role: to });
    expectStatus(await role("viewer"), 200);
    expect(await revealed()).toBe(true);
    expectStatus(await role("reviewer"), 200);
  });

  test.each(["suspendedAt", "removedAt"])(
    "once %s is set, nobody waits for them",
    async (column) => {
      await assign([house.admin]);
      await setMember(house.third, column, "now()");
      expectStatus(await abstain(house.admin), 200);
      expect(await revealed()).toBe(true);
      await setMember(house.third, column, "null");
    },
  );
});

test("a smaller number of reviews reveals what it completes, and leaves what still waits", async () => {
  await settings({ minReviews: 4 });
  await abstain(house.third);
  expect(await revealed()).toBe(false);
  const waiting = (await makeReviewable(house.owner)).id;
  for (const member of [house.second, house.reviewer, house.owner])
    await sign(member, waiting, fine);
  await house.admin.post("/assignments", {
    candidateIds: [waiting],
    memberIds: [house.third.memberId],
  });
  await settings({ minReviews: 3 });
  expect(await revealed()).toBe(true);
  const left = await house.admin.get<Candidate>(`/candidates/${waiting}`);
  expect(left.body.revealedAt).toBeNull();
});

test("nobody pending is not enough: k must have signed", async () => {
  const bare = (await makeReviewable(house.owner)).id;
  await house.admin.post("/assignments", {
    candidateIds: [bare],
    memberIds: [house.third.memberId],
  });
  await sign(house.second, bare, fine);
  await house.third.post(`/candidates/${bare}/recusal`, {});
  expect((await house.admin.get<Candidate>(`/candidates/${bare}`)).body.revealedAt).toBeNull();
});

test("the reveal is logged once, by whoever completed it, however many come at once", async () => {
  await Promise.all([
    abstain(house.third),
    house.admin.delete(`/assignments/${await assignmentOf(house.third)}`),
  ]);
  expect(await revealed()).toBe(true);
  const logged = await house.sql(
    `select count(*)::int as n from "Activity" where "candidateId" = $1 and verb = 'reviews.revealed'`,
    [id],
  );
  expect(logged).toEqual([{ n: 1 }]);
});

describe("an abstention", () => {
  const reviewsFor = async (by: Client) =>
    (await by.get<CandidateReviews>(`/candidates/${id}/reviews`)).body;

  test("needs a reason, shows to those who see the reviews, and ends with a signature", async () => {
    await assign([house.admin]);
    const bare = await house.third.put(`/candidates/${id}/set-aside`, { kind: "abstain" });
    expect(bare).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: "#/reason", code: "reviews.abstain_reason" }] },
    });
    expectStatus(await abstain(house.third), 200);
    expect((await reviewsFor(house.third)).setAside).toMatchObject({ reason: "Not my field." });
    expect((await reviewsFor(house.second)).abstentions).toMatchObject([
      { member: { name: "Tao Third" }, reason: "Not my field." },
    ]);
    expect(await reviewsFor(house.admin)).toMatchObject({ abstentions: [], setAside: null });
    await sign(house.third, id, fine);
    expect(await reviewsFor(house.third)).toMatchObject({ abstentions: [], setAside: null });
    expect((await abstain(house.third)).status).toBe(409);
  });

  test("is taken back by its author, and of it the blind hear nothing", async () => {
    await assign([house.admin]);
    const heard = await house.sql(
      "select count(*)::int as n from \"Activity\" where audience = 'team'",
    );
    expectStatus(await abstain(house.third), 200);
    expect((await house.third.delete(`/candidates/${id}/set-aside`)).status).toBe(204);
    expect((await house.third.delete(`/candidates/${id}/set-aside`)).status).toBe(404);
    expect(await reviewsFor(house.second)).toMatchObject({ abstentions: [] });
    expect(
      await house.sql("select count(*)::int as n from \"Activity\" where audience = 'team'"),
    ).toEqual(heard);
  });

  test("of eight at once is one, and never a fault of ours", async () => {
    await assign([house.admin]);
    const answers = await Promise.all(Array.from({ length: 8 }, () => abstain(house.third)));
    expect(answers.map(({ status }) => status)).toEqual(Array(8).fill(200));
  });
});
