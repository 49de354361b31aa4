import type { Candidate } from "@highwater/shared/candidates/contract";
import type { CandidateReviews, QueuePage } from "@highwater/shared/reviews/contract";
import type { Team } from "@highwater/shared/team/contract";
import { expectStatus } from "../../../test/furniture.js";
import { type House, openHouse } from "../../../test/house.js";
import { makeCandidate, makeReviewable, review, saveDraft, sign } from "../../../test/make.js";

let house: House;
let id: string;
beforeEach(async () => {
  house ??= await openHouse();
  id = (await makeReviewable(house.owner)).id;
});
afterAll(() => house.close());

const fine = [3, 3, 3, 3, 3];
const reviewsFor = async (by: House["owner"]) =>
  (await by.get<CandidateReviews>(`/candidates/${id}/reviews`)).body;
const candidate = async () => (await house.viewer.get<Candidate>(`/candidates/${id}`)).body;
const open = (by: House["owner"]) => by.post<CandidateReviews>(`/candidates/${id}/open`);
const reveal = (by: House["owner"]) => by.post<CandidateReviews>(`/candidates/${id}/reveal`);

async function settings(patch: Partial<Team>) {
  const { body } = await house.owner.get<{ team: Team }[]>("/teams");
  const path = `/teams/${body[0]?.team.id}`;
  const { etag } = await house.owner.get(path);
  return expectStatus(await house.owner.patch<Team>(path, patch, { "if-match": etag }), 200);
}

describe("the reveal by itself", () => {
  test("comes with the third signature, not the second, and moves to Discussion", async () => {
    await sign(house.owner, id, fine);
    await sign(house.second, id, fine);
    expect(await candidate()).toMatchObject({ revealedAt: null, stage: "review" });
    expect(await reviewsFor(house.viewer)).toMatchObject({ sight: "hidden", teamScores: null });
    await sign(house.third, id, fine);
    expect(await candidate()).toMatchObject({
      revealedAt: expect.any(String),
      stage: "discussion",
    });
    const seen = await reviewsFor(house.viewer);
    expect(seen).toMatchObject({ sight: "revealed", signed: 3, mayReveal: false });
    expect(seen.reviews).toHaveLength(3);
  });

  test("counts neither drafts nor amendments", async () => {
    await sign(house.owner, id, fine);
    await sign(house.owner, id, [2, 2, 2, 2, 2]);
    await sign(house.owner, id, [3, 2, 2, 2, 2]);
    await saveDraft(house.second, id, review(fine));
    await saveDraft(house.third, id, review(fine));
    expect(await candidate()).toMatchObject({ revealedAt: null });
  });

  test("follows the team's own number", async () => {
    await settings({ minReviews: 2 });
    await sign(house.owner, id, fine);
    await sign(house.second, id, fine);
    expect(await candidate()).toMatchObject({ stage: "discussion" });
    await settings({ minReviews: 3 });
  });

  test("is for ever: moving the stage back hides nothing, nor does a new revealing", async () => {
    for (const member of [house.owner, house.second, house.third]) await sign(member, id, fine);
    const { revealedAt } = await candidate();
    await house.owner.post(`/candidates/${id}/stage`, { stage: "review" });
    expect(await candidate()).toMatchObject({ revealedAt, stage: "review" });
    expect(await reviewsFor(house.viewer)).toMatchObject({ sight: "revealed" });
    expect(await reveal(house.owner)).toMatchObject({
      status: 409,
      body: { code: "reviews.revealed" },
    });
    await sign(house.owner, id, [2, 2, 2, 2, 2]);
    expect((await candidate()).revealedAt).toBe(revealedAt);
  });

  test("a review signed after it is marked not blind", async () => {
    for (const member of [house.owner, house.second, house.third]) await sign(member, id, fine);
    expect(await sign(house.reviewer, id, fine)).toMatchObject({ notBlind: true });
    const { reviews } = await reviewsFor(house.viewer);
    expect(reviews.map(({ notBlind }) => notBlind)).toEqual([false, false, false, true]);
  });

  test("needs one signature where one member alone can review", async () => {
    const { slug } = expectStatus(await house.owner.post<Team>("/teams", { name: "Alone" }), 201);
    const alone = house.owner.with({ "x-highwater-team": slug });
    const { id: own } = await makeReviewable(alone);
    await sign(alone, own, fine);
    expect((await alone.get(`/candidates/${own}`)).body).toMatchObject({ stage: "discussion" });
    house = { ...house, owner: house.owner.with({ "x-highwater-team": "tide-watch" }) };
  });
});

describe("the early reveal", () => {
  test("is an admin's, and needs something to reveal", async () => {
    expect((await reveal(house.reviewer)).status).toBe(403);
    expect(await reveal(house.admin)).toMatchObject({
      status: 409,
      body: { code: "reviews.none_signed" },
    });
    await saveDraft(house.second, id, review(fine));
    expect((await reveal(house.admin)).status).toBe(409);
    await sign(house.second, id, fine);
    expect(await reviewsFor(house.admin)).toMatchObject({ sight: "hidden", mayReveal: true });
    expect(await reviewsFor(house.reviewer)).toMatchObject({ mayReveal: false });
    expect((await reveal(house.admin)).body).toMatchObject({ sight: "revealed", signed: 1 });
    expect(await candidate()).toMatchObject({ stage: "discussion" });
  });

  test("by eight clicks at once happens once", async () => {
    await sign(house.second, id, fine);
    const answers = await Promise.all(Array.from({ length: 8 }, () => reveal(house.admin)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array(7).fill(409)]);
  });
});

describe("opening without reviewing", () => {
  test("shows the reviews for ever, is logged, and marks a later review not blind", async () => {
    await sign(house.second, id, [5, 4, 3, 2, 1]);
    expect(await reviewsFor(house.reviewer)).toMatchObject({ sight: "hidden", mayOpen: true });
    const opened = await open(house.reviewer);
    expect(opened.body).toMatchObject({
      sight: "opened",
      mayOpen: false,
      reviews: [{ mine: false }],
    });
    expect((await open(house.reviewer)).status).toBe(409);
    const logged = await house.sql(
      'select "actorId" from "Activity" where "candidateId" = $1 and verb = \'reviews.opened\'',
      [id],
    );
    expect(logged).toEqual([{ actorId: house.reviewer.memberId }]);
    expect(await sign(house.reviewer, id, fine)).toMatchObject({ notBlind: true });
    expect(await reviewsFor(house.third)).toMatchObject({ sight: "hidden", reviews: [] });
  });

  test("is for viewers too, and not for those who see already", async () => {
    await sign(house.second, id, fine);
    expect((await open(house.viewer)).body).toMatchObject({ sight: "opened" });
    expect(await open(house.second)).toMatchObject({ status: 409 });
  });

  test("by eight clicks at once is one opening, and never a fault of ours", async () => {
    const answers = await Promise.all(Array.from({ length: 8 }, () => open(house.reviewer)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array(7).fill(409)]);
  });

  test("is refused where the team has switched it off, and then not offered", async () => {
    await settings({ openWithoutReviewing: false });
    expect(await reviewsFor(house.reviewer)).toMatchObject({ mayOpen: false });
    expect(await open(house.reviewer)).toMatchObject({
      status: 403,
      body: { code: "reviews.open_off" },
    });
    await settings({ openWithoutReviewing: true });
  });
});

describe("the queue", () => {
  const queue = async (by: House["owner"], query = "?limit=200") =>
    (await by.get<QueuePage>(`/reviews/queue${query}`)).body;
  const holds = async (by: House["owner"]) =>
    (await queue(by)).items.some((item) => item.id === id);

  test("holds what stands in Review until one has signed or recused oneself", async () => {
    expect(await holds(house.reviewer)).toBe(true);
    expect(await holds(house.second)).toBe(true);
    await sign(house.reviewer, id, fine);
    expect(await holds(house.reviewer)).toBe(false);
    await house.second.post(`/candidates/${id}/recusal`, {});
    expect(await holds(house.second)).toBe(false);
    expect(await holds(house.third)).toBe(true);
    await saveDraft(house.reviewer, id, review([2, 2, 2, 2, 2]));
    expect(await holds(house.reviewer)).toBe(false);
  });

  test("holds nothing of the Inbox, and nothing archived", async () => {
    const inbox = await makeCandidate(house.owner);
    await house.owner.delete(`/candidates/${id}`);
    const ids = (await queue(house.third)).items.map((item) => item.id);
    expect(ids).not.toContain(inbox.id);
    expect(ids).not.toContain(id);
  });

  test("begins with drafts, then the oldest; pages visit each once; the total is the whole", async () => {
    await saveDraft(house.third, id, review(fine));
    const whole = await queue(house.third);
    const drafts = whole.items.findIndex(({ draft }) => !draft);
    expect(whole.items.slice(0, drafts)).toContainEqual(expect.objectContaining({ id }));
    expect(whole.items.slice(drafts).some(({ draft }) => draft)).toBe(false);
    expect(whole.total).toBe(whole.items.length);
    expect(whole.total).toBeGreaterThan(4);
    const seen: string[] = [];
    for (let cursor = ""; ; ) {
      const page = await queue(house.third, `?limit=2${cursor}`);
      seen.push(...page.items.map((item) => item.id));
      expect(page.total).toBe(whole.total);
      if (page.nextCursor === null) break;
      cursor = `&cursor=${encodeURIComponent(page.nextCursor)}`;
    }
    expect(seen).toEqual(whole.items.map((item) => item.id));
  });

  test("tells how many have signed, and nothing of what they wrote", async () => {
    await sign(house.second, id, [5, 5, 5, 5, 0], "unmistakable");
    const { text } = await house.third.get("/reviews/queue?limit=200");
    expect(text).not.toContain("unmistakable");
    expect((await queue(house.third)).items.find((item) => item.id === id)).toMatchObject({
      signed: 1,
    });
  });
});
