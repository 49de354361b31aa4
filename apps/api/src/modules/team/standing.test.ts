import type { CreatedToken, Member } from "@highwater/shared/team/contract";
import { Client } from "../../../test/client.js";
import { emailOf, expectStatus, invite, signIn } from "../../../test/furniture.js";
import { type House, openHouse, replicaOf } from "../../../test/house.js";
import {
  makeCandidate,
  makeReviewable,
  mineOf,
  review,
  saveDraft,
  sign,
} from "../../../test/make.js";
import { listenTo } from "../../../test/stream.js";

let house: House;
let replica: Awaited<ReturnType<typeof replicaOf>>;
beforeAll(async () => {
  house = await openHouse();
  replica = await replicaOf(house);
});
afterAll(async () => {
  await replica.close();
  await house.close();
});

const change = (by: Client, id: string, patch: object) => by.patch<Member>(`/members/${id}`, patch);
const role = (by: Client, id: string, to: string) => change(by, id, { role: to });
const memberOf = async (id: string) =>
  (await house.owner.get<{ items: Member[] }>("/members")).body.items.find((one) => one.id === id);

/** Somebody new, who may come and go without being missed by another test. */
async function newcomer(name: string, to: "reviewer" | "admin" | "owner" = "reviewer") {
  const email = emailOf(name);
  await invite(house.owner, { role: to, name, email });
  return signIn(house.url, email);
}

describe("roles", () => {
  test("the last owner can't go, until somebody else is one", async () => {
    const { memberId } = house.owner;
    expect(await role(house.owner, memberId, "admin")).toMatchObject({
      status: 409,
      body: { code: "team.last_owner" },
    });
    expect(await house.owner.delete(`/members/${memberId}`)).toMatchObject({
      status: 409,
      body: { code: "team.last_owner" },
    });
    expect((await role(house.owner, house.admin.memberId, "owner")).status).toBe(200);
    expect((await role(house.owner, memberId, "admin")).status).toBe(200);
    expect((await role(house.owner, memberId, "owner")).status).toBe(403);
    expect((await role(house.admin, memberId, "owner")).status).toBe(200);
    expect((await role(house.owner, house.admin.memberId, "admin")).status).toBe(200);
  });

  test("a suspended owner doesn't keep the last one from being the last", async () => {
    const { memberId } = await newcomer("idle-owner", "owner");
    expect((await change(house.owner, memberId, { suspended: true })).status).toBe(200);
    expect(await role(house.owner, house.owner.memberId, "viewer")).toMatchObject({
      status: 409,
      body: { code: "team.last_owner" },
    });
    expect((await role(house.owner, memberId, "viewer")).status).toBe(200);
  });

  test("an admin manages everybody but owners, and makes none", async () => {
    const { owner, third, admin } = house;
    expect((await role(admin, owner.memberId, "viewer")).status).toBe(403);
    expect((await change(admin, owner.memberId, { suspended: true })).status).toBe(403);
    expect((await admin.delete(`/members/${owner.memberId}`)).status).toBe(403);
    expect((await role(admin, third.memberId, "owner")).status).toBe(403);
    expect(await role(admin, third.memberId, "viewer")).toMatchObject({
      status: 200,
      body: { id: third.memberId, role: "viewer" },
    });
  });

  test("a change of role holds from the very next request", async () => {
    expect((await house.third.post("/candidates", { name: "Too late" })).status).toBe(403);
    await role(house.owner, house.third.memberId, "reviewer");
    expect((await house.third.post("/candidates", { name: "In time" })).status).toBe(201);
  });

  test("an unknown member, an unknown role and nothing at all are told apart", async () => {
    expect((await role(house.owner, crypto.randomUUID(), "viewer")).status).toBe(404);
    expect(await role(house.owner, house.third.memberId, "god")).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: "#/role" }] },
    });
    expect(await change(house.owner, house.third.memberId, {})).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: "#/role", code: "team.nothing_to_change" }] },
    });
  });
});

describe("two owners at once, on two replicas, twenty times over", () => {
  const standingOwners = () =>
    house.sql(
      `select id from "Member" where role = 'owner' and "suspendedAt" is null and "removedAt" is null`,
    );

  test.each([
    ["demote each other", (by: Client, id: string) => role(by, id, "viewer")],
    ["suspend each other", (by: Client, id: string) => change(by, id, { suspended: true })],
    ["remove each other", (by: Client, id: string) => by.delete(`/members/${id}`)],
  ])("who %s leave one owner", async (_, deed) => {
    const name = `co-${crypto.randomUUID().slice(0, 8)}`;
    const other = await newcomer(name, "owner");
    for (let round = 0; round < 20; round += 1) {
      const [here, there] = round % 2 ? [house, replica] : [replica, house];
      const answers = await Promise.all([
        deed(new Client(here.url, house.owner), other.memberId),
        deed(new Client(there.url, other), house.owner.memberId),
      ]);
      expect(await standingOwners()).toHaveLength(1);
      const statuses = answers.map(({ status }) => status).sort();
      expect([200, 204]).toContain(statuses[0]);
      expect([403, 404, 409]).toContain(statuses[1]);
      await house.sql(
        `update "Member" m set role = 'owner', "suspendedAt" = null, "removedAt" = null, name = null,
                "userId" = u.id from "User" u
          where (m.id = $1 and u.email = $2) or (m.id = $3 and u.email = $4)`,
        [house.owner.memberId, house.owner.email, other.memberId, other.email],
      );
    }
    await house.owner.delete(`/members/${other.memberId}`);
  });

  test("who resign both leave one owner", async () => {
    const co = await newcomer("resigning", "owner");
    for (let round = 0; round < 20; round += 1) {
      await Promise.all([
        role(replica.as("owner"), house.owner.memberId, "viewer"),
        co.delete(`/members/${co.memberId}`),
      ]);
      expect(await standingOwners()).toHaveLength(1);
      await house.sql(
        `update "Member" m set role = 'owner', "removedAt" = null, name = null, "userId" = u.id from "User" u
          where (m.id = $1 and u.email = $2) or (m.id = $3 and u.email = $4)`,
        [house.owner.memberId, house.owner.email, co.memberId, co.email],
      );
    }
    await house.owner.delete(`/members/${co.memberId}`);
  });
});

describe("a suspended member", () => {
  test("is refused by the next request on every replica, loses the stream, and may be restored", async () => {
    const { memberId } = house.second;
    const { token } = expectStatus(
      await house.second.post<CreatedToken>("/tokens", { name: "script" }),
      201,
    );
    const bearer = house.anonymous.with({ authorization: `Bearer ${token}` });
    const stream = await listenTo(replica.as("second"));
    const begun = Date.now();
    expect(await change(house.admin, memberId, { suspended: true })).toMatchObject({
      status: 200,
      body: { suspendedAt: expect.any(String), removedAt: null, role: "reviewer" },
    });
    for (const refused of [replica.as("second"), house.second, bearer])
      expect(await refused.get("/candidates")).toMatchObject({
        status: 403,
        body: { code: "team.suspended" },
      });
    await stream.ended;
    expect(Date.now() - begun).toBeLessThan(1_000);
    expect((await house.second.get("/me")).body).toMatchObject({
      memberships: [{ suspended: true }],
    });
    await change(house.admin, memberId, { suspended: false });
    expect((await replica.as("second").get("/candidates")).status).toBe(200);
    expect((await bearer.get("/candidates")).status).toBe(200);
  });

  test("is never oneself, and suspending twice keeps the first time", async () => {
    expect(await change(house.owner, house.owner.memberId, { suspended: true })).toMatchObject({
      status: 403,
      body: { code: "team.suspend_self" },
    });
    const { memberId } = house.viewer;
    const first = await change(house.owner, memberId, { suspended: true });
    const again = await change(house.owner, memberId, { suspended: true });
    expect(again.body.suspendedAt).toBe(first.body.suspendedAt);
    await change(house.owner, memberId, { suspended: false });
  });

  test("is asked for no review, and is nobody's choice as owner", async () => {
    const lone = expectStatus(
      await house.reviewer.post<{ slug: string }>("/teams", { name: "Duo" }),
      201,
    );
    const solo = house.reviewer.with({ "x-highwater-team": lone.slug });
    await invite(solo, { role: "reviewer", name: "Duo Two", email: emailOf("duo") });
    const { items } = (await solo.get<{ items: Member[] }>("/members")).body;
    const duo = items.find(({ email }) => email === emailOf("duo")) as Member;
    const early = await makeReviewable(solo);
    await sign(solo, early.id, [3, 3, 3, 3, 3]);
    expect((await solo.get(`/candidates/${early.id}`)).body).toMatchObject({ stage: "review" });
    await change(solo, duo.id, { suspended: true });
    expect(await solo.post("/candidates", { name: "Owned", ownerId: duo.id })).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: "#/ownerId" }] },
    });
    const { id } = await makeReviewable(solo);
    await sign(solo, id, [3, 3, 3, 3, 3]);
    expect((await solo.get(`/candidates/${id}`)).body).toMatchObject({ stage: "discussion" });
  });
});

describe("a removed member", () => {
  test("is gone at once, and what they signed stays, counts, and bears their name", async () => {
    const leaver = await newcomer("leaver", "admin");
    const [signed, drafted] = [await makeReviewable(leaver), await makeReviewable(leaver)];
    await sign(leaver, signed.id, [5, 4, 3, 2, 1], "Leaving words");
    await saveDraft(leaver, signed.id, review([0, 0, 0, 0, 0], "Unsigned amendment"));
    await saveDraft(leaver, drafted.id, review([1, 1, 1, 1, 1], "Unsigned words"));
    const { token } = expectStatus(await leaver.post<CreatedToken>("/tokens", { name: "n" }), 201);
    const link = expectStatus(await leaver.post<{ token: string }>("/invitations", {}), 201);
    const stream = await listenTo(leaver);
    expect((await house.admin.delete(`/members/${leaver.memberId}`)).status).toBe(204);
    await stream.ended;

    expect((await leaver.get("/candidates")).status).toBe(404);
    expect((await leaver.get("/me")).body).toMatchObject({ memberships: [] });
    const bearer = house.anonymous.with({ authorization: `Bearer ${token}` });
    expect((await bearer.get("/candidates")).status).toBe(401);
    expect((await house.anonymous.get(`/invitations/preview?token=${link.token}`)).status).toBe(
      404,
    );
    expect(await memberOf(leaver.memberId)).toMatchObject({
      name: "leaver",
      email: null,
      removedAt: expect.any(String),
    });
    await house.owner.post(`/candidates/${signed.id}/reveal`);
    expect((await house.owner.get(`/candidates/${signed.id}/reviews`)).body).toMatchObject({
      signed: 1,
      teamScores: { habit: { n: 1, mean: 5 }, overrun: { mean: 1 } },
      reviews: [{ reviewer: { name: "leaver" }, summary: "Leaving words" }],
    });
    expect(
      await house.sql(
        `select 1 from "ReviewVersion" v join "Review" r on r.id = v."reviewId"
          where r."memberId" = $1 and v."signedAt" is null`,
        [leaver.memberId],
      ),
    ).toEqual([]);
    expect(
      await house.owner.post("/candidates", { name: "X", ownerId: leaver.memberId }),
    ).toMatchObject({ status: 422 });
  });

  test("is managed no more, and an edit that leaves them as owner of a candidate is fine", async () => {
    const leaver = await newcomer("owner-of-one");
    const made = await makeCandidate(leaver, { ownerId: leaver.memberId });
    await house.owner.delete(`/members/${leaver.memberId}`);
    expect((await role(house.owner, leaver.memberId, "viewer")).status).toBe(404);
    expect((await house.owner.delete(`/members/${leaver.memberId}`)).status).toBe(404);
    const { etag } = await house.owner.get(`/candidates/${made.id}`);
    const patch = { ownerId: leaver.memberId, thesis: "Still theirs" };
    expect(
      (await house.owner.patch(`/candidates/${made.id}`, patch, { "if-match": etag })).status,
    ).toBe(200);
  });

  test("may leave by themselves, whatever their role; nobody below an admin removes another", async () => {
    const leaver = await newcomer("by-oneself");
    expect((await leaver.delete(`/members/${house.viewer.memberId}`)).status).toBe(403);
    expect((await leaver.delete(`/members/${leaver.memberId}`)).status).toBe(204);
    expect((await leaver.get("/candidates")).status).toBe(404);
  });

  test("who is invited anew is the same member: their review, their recusal, no second voice", async () => {
    const back = await newcomer("comes-back");
    const [signed, recused] = [await makeReviewable(back), await makeReviewable(back)];
    await sign(back, signed.id, [5, 5, 5, 5, 5]);
    expectStatus(await back.post(`/candidates/${recused.id}/recusal`, {}), 200);
    await house.owner.delete(`/members/${back.memberId}`);
    const { token } = expectStatus(
      await house.owner.post<{ token: string }>("/invitations", { role: "viewer" }),
      201,
    );
    expect(await back.post("/invitations/accept", { token })).toMatchObject({
      status: 201,
      body: { memberId: back.memberId, role: "viewer" },
    });
    expect(await memberOf(back.memberId)).toMatchObject({
      role: "viewer",
      removedAt: null,
      email: back.email,
    });
    expect((await back.get(`/candidates/${recused.id}/reviews`)).body).toMatchObject({
      sight: "recused",
    });
    await role(house.owner, back.memberId, "reviewer");
    expect((await back.get(mineOf(signed.id))).body).toMatchObject({ status: "signed" });
  });
});
