import type { ProblemBody } from "@highwater/shared/kernel/contract";
import type { MyReview } from "@highwater/shared/reviews/contract";
import { type House, openHouse } from "../../../test/house.js";
import { makeReviewable, mineOf, review, saveDraft, sign } from "../../../test/make.js";

let house: House;
let id: string;
beforeAll(async () => {
  house = await openHouse();
});
beforeEach(async () => {
  id = (await makeReviewable(house.owner)).id;
});
afterAll(() => house.close());

const put = (input: unknown, etag?: string) =>
  house.reviewer.put<MyReview>(mineOf(id), input, etag ? { "if-match": etag } : {});
const mine = () => house.reviewer.get<MyReview>(mineOf(id));
const marks = [4, 3, 2, 3, 2];

describe("a draft", () => {
  test("comes back as it was saved, incomplete as it may be", async () => {
    expect((await mine()).status).toBe(404);
    const input = {
      summary: "  半个 review\n",
      scores: { habit: { score: 5 }, pain: { score: null, reason: "没看到" } },
    };
    const saved = await put(input);
    expect(saved.status).toBe(200);
    expect(saved.body).toMatchObject({
      status: "draft",
      version: 0,
      summary: input.summary,
      notBlind: false,
      signedAt: null,
      rubricVersion: 1,
    });
    expect(saved.body.scores).toEqual({
      habit: { score: 5, reason: null },
      pain: { score: null, reason: "没看到" },
    });
    expect((await mine()).text).toBe(saved.text);
  });

  test("tells a criterion left out from one not assessed", async () => {
    await put({ scores: { pain: { score: null } } });
    const { scores } = (await mine()).body;
    expect("habit" in scores).toBe(false);
    expect(scores["pain"]).toEqual({ score: null, reason: null });
  });

  test("is replaced as a whole by the next save", async () => {
    await put(review(marks));
    await saveDraft(house.reviewer, id, { scores: { habit: { score: 1 } } });
    const { body } = await mine();
    expect(body).toMatchObject({ summary: null, scores: { habit: { score: 1, reason: null } } });
    expect(Object.keys(body.scores)).toEqual(["habit"]);
  });

  test("leaves no activity", async () => {
    await put(review(marks));
    const entries = await house.sql(
      'select verb from "Activity" where "candidateId" = $1 and verb like \'reviews.%\'',
      [id],
    );
    expect(entries).toEqual([]);
  });

  test("is its author's alone", async () => {
    await put(review(marks));
    for (const other of [house.owner, house.admin, house.second]) {
      expect((await other.get(mineOf(id))).status).toBe(404);
      expect((await other.get(`/candidates/${id}/reviews`)).body).toMatchObject({
        signed: 0,
        mine: "none",
        reviews: [],
      });
    }
  });
});

describe("saving from what one has seen", () => {
  test("the first save needs no If-Match; of two first saves the second is told to look", async () => {
    const answers = await Promise.all([put(review(marks)), put(review([1, 1, 1, 1, 1]))]);
    const statuses = answers.map(({ status }) => status).sort();
    expect(statuses[0]).toBe(200);
    expect([409, 428]).toContain(statuses[1]);
  });

  test("an If-Match for a draft that is gone is stale", async () => {
    const { etag } = await put(review(marks));
    await house.reviewer.delete(mineOf(id));
    expect(await put(review(marks), etag)).toMatchObject({ status: 412, body: { current: null } });
    expect((await mine()).status).toBe(404);
  });

  test("428 without, 412 when stale with the current draft, and the chain goes on", async () => {
    const first = await put(review(marks));
    expect((await put(review(marks))).status).toBe(428);
    const second = await put(review([3, 3, 3, 3, 3]), first.etag);
    expect(second.status).toBe(200);
    expect(await put(review([2, 2, 2, 2, 2]), first.etag)).toMatchObject({
      status: 412,
      body: { current: second.body },
    });
    expect((await put(review([2, 2, 2, 2, 2]), second.etag)).status).toBe(200);
    expect((await mine()).body.scores["habit"]?.score).toBe(2);
  });

  test("of eight saves at once from one version exactly one wins", async () => {
    const { etag } = await put(review(marks));
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, n) => put(review([n % 6, 1, 1, 1, 1]), etag)),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array(7).fill(412)]);
  });
});

describe("a score that is none is refused where it stands", () => {
  test.each<[string, unknown, string]>([
    ["6", { habit: { score: 6 } }, "#/scores/habit/score"],
    ["-1", { habit: { score: -1 } }, "#/scores/habit/score"],
    ["2.5", { habit: { score: 2.5 } }, "#/scores/habit/score"],
    ['"4"', { habit: { score: "4" } }, "#/scores/habit/score"],
    ["true", { habit: { score: true } }, "#/scores/habit/score"],
    ["none", { habit: {} }, "#/scores/habit/score"],
    ["a bare number", { habit: 4 }, "#/scores/habit"],
    ["a reason of spaces", { habit: { score: 4, reason: "  " } }, "#/scores/habit/reason"],
    ["an unknown criterion", { charm: { score: 4 } }, "#/scores/charm"],
    ["an unknown property", { habit: { score: 4, weight: 9 } }, "#/scores/habit/weight"],
    ["a NUL", { habit: { score: 4, reason: "\u0000" } }, "#/scores/habit/reason"],
  ])("%s", async (_, scores, pointer) => {
    const answer = await house.reviewer.put<ProblemBody>(mineOf(id), { scores });
    expect(answer.status).toBe(422);
    expect(answer.body.errors?.map((error) => error.pointer)).toContain(pointer);
    expect((await mine()).status).toBe(404);
  });

  test("prototype names are criteria no more than any other", async () => {
    for (const key of ["__proto__", "constructor", "toString"]) {
      const body = `{"scores":{"${key}":{"score":4}}}`;
      expect((await house.reviewer.put(mineOf(id), body)).status).toBeLessThan(500);
      expect((await mine()).body).not.toMatchObject({ scores: { habit: expect.anything() } });
    }
  });
});

describe("discarding", () => {
  test("a draft never signed leaves nothing behind", async () => {
    await put(review(marks));
    expect((await house.reviewer.delete(mineOf(id))).status).toBe(204);
    expect((await mine()).status).toBe(404);
    expect((await house.reviewer.delete(mineOf(id))).status).toBe(404);
    expect((await put(review(marks))).status).toBe(200);
  });

  test("changes to a signed review brings back what was signed", async () => {
    await sign(house.reviewer, id, marks);
    const signed = await mine();
    await saveDraft(house.reviewer, id, review([1, 1, 1, 1, 1]));
    expect((await mine()).body.status).toBe("amending");
    await house.reviewer.delete(mineOf(id));
    expect((await mine()).text).toBe(signed.text);
  });
});
