import type { QueueMode, QueuePage } from "@highwater/shared/reviews/contract";
import type { Client } from "../../../test/client.js";
import { expectStatus } from "../../../test/furniture.js";
import { type House, openHouse } from "../../../test/house.js";
import { makeCandidate, makeReviewable, review, saveDraft, sign } from "../../../test/make.js";

let house: House;
const ids: Record<string, string> = {};
const nameOf = (id: string) => Object.keys(ids).find((name) => ids[name] === id) ?? id;

beforeAll(async () => {
  house = await openHouse();
  for (const [name, vertical] of [
    ["ant", "writing"],
    ["bee", "legal"],
    ["cat", "writing"],
    ["dog", "legal"],
    ["eel", null],
  ] as const)
    ids[name] = (await makeReviewable(house.owner, { name, vertical })).id;
  ids["fox"] = (await makeCandidate(house.owner, { name: "fox" })).id;
});
afterAll(() => house.close());

const queue = async (by: Client, mode: QueueMode = "assigned", query = "") =>
  expectStatus(await by.get<QueuePage>(`/reviews/queue?limit=200&mode=${mode}${query}`), 200);
const names = async (by: Client, mode?: QueueMode) =>
  (await queue(by, mode)).items.map(({ id }) => nameOf(id));
const assign = (to: Client, name: string, dueOn: string | null = null) =>
  house.admin.post("/assignments", {
    candidateIds: [ids[name]],
    memberIds: [to.memberId],
    dueOn,
  });
const aside = (by: Client, name: string, kind: string, reason?: string) =>
  by.put(`/candidates/${ids[name]}/set-aside`, { kind, ...(reason ? { reason } : {}) });
const fine = [3, 3, 3, 3, 3];

test("holds all in Review, and what is assigned wherever it stands, by due date", async () => {
  expect(await names(house.second)).toEqual(["ant", "bee", "cat", "dog", "eel"]);
  await assign(house.second, "eel");
  await assign(house.second, "cat", "2099-05-01");
  await assign(house.second, "fox", "2020-01-01");
  expect(await names(house.second)).toEqual(["fox", "cat", "eel", "ant", "bee", "dog"]);
  expect((await queue(house.second)).items).toMatchObject([
    { assigned: true, dueOn: "2020-01-01", overdue: true, stage: "inbox" },
    { assigned: true, dueOn: "2099-05-01", overdue: false },
    { assigned: true, dueOn: null },
    { assigned: false, dueOn: null, overdue: false },
    {},
    {},
  ]);
  expect(await names(house.third)).toEqual(["ant", "bee", "cat", "dog", "eel"]);
});

test("by fewest signed reviews, or one vertical after the other", async () => {
  await sign(house.owner, ids["ant"] ?? "", fine);
  await sign(house.owner, ids["bee"] ?? "", fine);
  await sign(house.admin, ids["bee"] ?? "", fine);
  expect(await names(house.third, "fewest")).toEqual(["cat", "dog", "eel", "ant", "bee"]);
  expect(await names(house.third, "vertical")).toEqual(["bee", "dog", "ant", "cat", "eel"]);
  await saveDraft(house.third, ids["dog"] ?? "", review(fine));
  expect(await names(house.third, "vertical")).toEqual(["dog", "bee", "ant", "cat", "eel"]);
});

test("what is skipped comes last, the longest put off first, and still counts as waiting", async () => {
  await aside(house.third, "ant", "skip");
  await aside(house.third, "bee", "skip");
  for (const mode of ["assigned", "fewest", "vertical"] as const)
    expect((await names(house.third, mode)).slice(-2)).toEqual(["ant", "bee"]);
  await aside(house.third, "ant", "skip");
  const page = await queue(house.third);
  expect(page.items.slice(-2)).toMatchObject([{ name: "bee", skipped: true }, { name: "ant" }]);
  expect(page.total).toBe(5);
  expect((await house.third.delete(`/candidates/${ids["ant"]}/set-aside`)).status).toBe(204);
  expect((await names(house.third)).at(-1)).toBe("bee");
});

test("what one abstains from is neither waiting nor done, and stands apart with its reason", async () => {
  expectStatus(await aside(house.third, "eel", "abstain", "My brother runs it."), 200);
  expect(await queue(house.third)).toMatchObject({
    total: 4,
    done: 0,
    abstained: [{ id: ids["eel"], name: "eel", reason: "My brother runs it." }],
  });
  await sign(house.third, ids["cat"] ?? "", fine);
  expect(await queue(house.third)).toMatchObject({ total: 3, done: 1 });
  expect(await queue(house.second)).toMatchObject({ abstained: [] });
});

test("home's number is the queue's total in every mode; pages visit each once in each", async () => {
  for (const mode of ["assigned", "fewest", "vertical"] as const) {
    const whole = await queue(house.second, mode);
    const seen: string[] = [];
    for (let cursor = ""; ; ) {
      const { body } = await house.second.get<QueuePage>(
        `/reviews/queue?limit=1&mode=${mode}${cursor}`,
      );
      expect(body.total).toBe(whole.total);
      seen.push(...body.items.map(({ id }) => id));
      if (body.nextCursor === null) break;
      cursor = `&cursor=${encodeURIComponent(body.nextCursor)}`;
    }
    expect(seen).toEqual(whole.items.map(({ id }) => id));
    expect(seen).toHaveLength(whole.total);
  }
  const first = await house.second.get<QueuePage>("/reviews/queue?limit=1&mode=fewest");
  const cursor = encodeURIComponent(first.body.nextCursor ?? "");
  expect((await house.second.get(`/reviews/queue?mode=vertical&cursor=${cursor}`)).status).toBe(
    422,
  );
});

test("somebody recused or a viewer sets nothing aside", async () => {
  await house.second.post(`/candidates/${ids["ant"]}/recusal`, {});
  expect((await aside(house.second, "ant", "skip")).status).toBe(403);
  expect((await aside(house.viewer, "bee", "skip")).status).toBe(403);
  expect((await aside(house.second, "bee", "later")).status).toBe(422);
});
