import type { ProblemBody } from "@highwater/shared/kernel/contract";
import type { CandidateReviews, MyReview } from "@highwater/shared/reviews/contract";
import { type House, openHouse } from "../../../test/house.js";
import { makeReviewable, mineOf, moveTo, review, saveDraft, sign } from "../../../test/make.js";

let house: House;
let id: string;
beforeAll(async () => {
  house = await openHouse();
});
beforeEach(async () => {
  id = (await makeReviewable(house.owner)).id;
});
afterAll(() => house.close());

const marks = [4, 3, 2, 3, 2];
const signMine = (headers = {}) =>
  house.reviewer.post<MyReview & Omit<ProblemBody, "status">>(
    `${mineOf(id)}/sign`,
    undefined,
    headers,
  );
const reviewsFor = async (by: House["owner"]) =>
  (await by.get<CandidateReviews>(`/candidates/${id}/reviews`)).body;
const pointers = async () => {
  const { status, body } = await signMine();
  expect({ status, code: body.code }).toEqual({ status: 422, code: "reviews.incomplete" });
  return body.errors?.map(({ pointer }) => pointer);
};

describe("what stands between a draft and its signature", () => {
  test("nothing saved: there is nothing to sign", async () => {
    expect((await signMine()).status).toBe(404);
  });

  test("every missing score and the summary are pointed at, in the rubric's order", async () => {
    await saveDraft(house.reviewer, id, { scores: { pain: { score: 3 } } });
    expect(await pointers()).toEqual([
      "#/scores/habit",
      "#/scores/assistant",
      "#/scores/flywheel",
      "#/scores/overrun",
      "#/summary",
    ]);
    expect((await reviewsFor(house.owner)).signed).toBe(0);
  });

  test.each([0, 1, 5, null])("a score of %p needs its reason", async (score) => {
    const input = review([3, 3, 3, 3, 3]);
    await saveDraft(house.reviewer, id, {
      ...input,
      scores: { ...input.scores, flywheel: { score } },
    });
    expect(await pointers()).toEqual(["#/scores/flywheel/reason"]);
  });

  test.each([2, 3, 4])("a score of %p needs none", async (score) => {
    const scores = Object.fromEntries(
      Object.keys(review(marks).scores).map((key) => [key, { score }]),
    );
    await saveDraft(house.reviewer, id, { summary: "Fine.", scores });
    expect((await signMine()).status).toBe(200);
  });
});

describe("signing", () => {
  test("makes the review count, shows its author the others', and can't be done twice", async () => {
    await sign(house.second, id, [1, 1, 1, 1, 1]);
    expect(await reviewsFor(house.reviewer)).toMatchObject({ sight: "hidden", reviews: [] });
    await saveDraft(house.reviewer, id, review(marks));
    const signed = await signMine();
    expect(signed).toMatchObject({
      status: 200,
      body: { status: "signed", version: 1, notBlind: false, signedAt: expect.any(String) },
    });
    const seen = await reviewsFor(house.reviewer);
    expect(seen).toMatchObject({ sight: "signed", signed: 2, needed: 3, mine: "signed" });
    expect(seen.reviews.map(({ reviewer, mine }) => [reviewer.name, mine])).toEqual([
      ["Sven Second", false],
      ["Rosa Reviewer", true],
    ]);
    expect(seen.teamScores?.["habit"]).toEqual({
      mean: 2.5,
      median: 2.5,
      spread: 3,
      deviation: Math.sqrt(4.5),
      n: 2,
      counts: [0, 1, 0, 0, 1, 0],
    });
    expect(await signMine()).toMatchObject({
      status: 409,
      body: { code: "reviews.nothing_to_sign" },
    });
  });

  test("what isn't assessed is left out of the team score, not counted as 0", async () => {
    await sign(house.reviewer, id, [null, 0, 3, 3, 3]);
    const { teamScores } = await reviewsFor(house.reviewer);
    expect(teamScores?.["habit"]).toBeUndefined();
    expect(teamScores?.["pain"]).toMatchObject({ mean: 0, n: 1, deviation: null });
  });

  test("may insist on the version that was read", async () => {
    await saveDraft(house.reviewer, id, review(marks));
    expect((await signMine({ "if-match": '"old"' })).status).toBe(412);
    const { etag } = await house.reviewer.get(mineOf(id));
    expect((await signMine({ "if-match": etag })).status).toBe(200);
  });

  test("by the same member eight times at once counts once", async () => {
    await saveDraft(house.reviewer, id, review(marks));
    const answers = await Promise.all(Array.from({ length: 8 }, () => signMine()));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array(7).fill(409)]);
    expect((await reviewsFor(house.reviewer)).teamScores?.["habit"]?.n).toBe(1);
  });

  test("by five members at once counts five, and reveals once", async () => {
    const all = [house.owner, house.admin, house.reviewer, house.second, house.third];
    for (const [n, member] of all.entries()) await saveDraft(member, id, review([n, 2, 2, 2, 2]));
    const answers = await Promise.all(all.map((member) => member.post(`${mineOf(id)}/sign`)));
    expect(answers.map(({ status }) => status)).toEqual(Array(5).fill(200));
    const { teamScores, signed, sight } = await reviewsFor(house.viewer);
    expect({ signed, sight }).toEqual({ signed: 5, sight: "revealed" });
    expect(teamScores?.["habit"]).toMatchObject({ n: 5, mean: 2, counts: [1, 1, 1, 1, 1, 0] });
    const reveals = await house.sql(
      'select 1 from "Activity" where "candidateId" = $1 and verb = \'reviews.revealed\'',
      [id],
    );
    expect(reveals).toHaveLength(1);
  });

  test("is one entry in the journal, without a score in it", async () => {
    await sign(house.reviewer, id, marks, "secret words");
    const entries = await house.sql(
      'select verb, before, after from "Activity" where "candidateId" = $1 and verb like \'reviews.%\'',
      [id],
    );
    expect(entries).toEqual([{ verb: "reviews.signed", before: null, after: null }]);
  });
});

describe("amending", () => {
  test("keeps both versions; the latest counts, and until it is signed the former does", async () => {
    await sign(house.reviewer, id, [4, 4, 4, 4, 4], "First view.");
    const before = await reviewsFor(house.reviewer);
    await saveDraft(house.reviewer, id, review([2, 2, 2, 2, 2], "Second view."));
    const pending = await reviewsFor(house.reviewer);
    expect(pending).toEqual({ ...before, mine: "amending" });
    expect((await signMine()).body).toMatchObject({ status: "signed", version: 2 });
    const after = await reviewsFor(house.reviewer);
    expect(after.signed).toBe(1);
    expect(after.reviews).toMatchObject([{ version: 2, summary: "Second view." }]);
    expect(after.teamScores?.["habit"]).toMatchObject({
      n: 1,
      mean: 2,
      counts: [0, 0, 1, 0, 0, 0],
    });
    const kept = await house.sql(
      `select v.number, v.summary from "ReviewVersion" v join "Review" r on r.id = v."reviewId"
        where r."candidateId" = $1 order by 1`,
      [id],
    );
    expect(kept).toEqual([
      { number: 1, summary: "First view." },
      { number: 2, summary: "Second view." },
    ]);
  });

  test('to "not assessed" takes the former score out of the count', async () => {
    await sign(house.reviewer, id, [4, 4, 4, 4, 4]);
    await sign(house.reviewer, id, [null, 4, 4, 4, 4]);
    const { teamScores } = await reviewsFor(house.reviewer);
    expect(teamScores?.["habit"]).toBeUndefined();
    expect(teamScores?.["pain"]).toMatchObject({ n: 1 });
  });
});

describe("who may review what", () => {
  test("nobody an archived candidate: neither save nor sign", async () => {
    await saveDraft(house.reviewer, id, review(marks));
    await house.owner.delete(`/candidates/${id}`);
    const closed = { status: 403, body: { code: "reviews.closed" } };
    expect(await signMine()).toMatchObject(closed);
    expect(await house.second.put(mineOf(id), review(marks))).toMatchObject(closed);
    await house.owner.post(`/candidates/${id}/restore`);
    expect((await signMine()).status).toBe(200);
  });

  test("a viewer none, not even with a draft from better days", async () => {
    await saveDraft(house.third, id, review(marks));
    const path = `/members/${house.third.memberId}`;
    await house.owner.patch(path, { role: "viewer" });
    expect((await house.third.post(`${mineOf(id)}/sign`)).status).toBe(403);
    expect((await house.third.get(mineOf(id))).status).toBe(403);
    await house.owner.patch(path, { role: "reviewer" });
    expect((await house.third.post(`${mineOf(id)}/sign`)).status).toBe(200);
  });

  test("a reviewer one that stands in Inbox too: no stage but decided looks at reviews", async () => {
    await moveTo(house.owner, id, "inbox");
    await sign(house.reviewer, id, marks);
    expect((await reviewsFor(house.owner)).signed).toBe(1);
  });
});
