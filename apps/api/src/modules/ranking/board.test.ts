import { type RankingBoard, readBoard } from "@highwater/shared/ranking/board";
import { scoreColumns } from "@highwater/shared/ranking/columns";
import type { RankingPage } from "@highwater/shared/ranking/contract";
import { orderOf } from "@highwater/shared/ranking/order";
import type { Team } from "@highwater/shared/team/contract";
import type { Client } from "../../../test/client.js";
import { expectStatus } from "../../../test/furniture.js";
import { type House, openHouse, replicaOf } from "../../../test/house.js";
import { makeReviewable, saveDraft, seeded, sign } from "../../../test/make.js";

let house: House;
beforeAll(async () => {
  house = await openHouse({ sample: true });
  const { body } = await house.owner.get<{ team: Team }[]>("/teams");
  const path = `/teams/${body[0]?.team.id}`;
  const { etag } = await house.owner.get(path);
  await house.owner.patch(path, { minReviews: 1 }, { "if-match": etag });
});
afterAll(() => house.close());

const boardOf = async (by: Client, query = "") =>
  expectStatus(await by.get<RankingBoard>(`/ranking/board${query}`), 200);
const pageOf = async (by: Client, query: string) =>
  expectStatus(await by.get<RankingPage>(`/ranking?limit=200&${query}`), 200);

/** What a browser makes of a board. */
function rankedBy(board: RankingBoard, weights: readonly number[]) {
  const read = readBoard(board);
  const totals = scoreColumns(read.columns, weights);
  const { order, ranks } = orderOf(totals);
  return [...order].map((row) => ({
    id: read.idOf(row),
    name: read.names[row],
    total: Number.isNaN(totals[row]) ? null : totals[row],
    rank: ranks[row] || null,
    stage: read.stageOf(row),
    vertical: read.verticalOf(row),
    reviews: read.reviews[row],
  }));
}

const served = ({ items }: RankingPage) =>
  items.map(({ id, name, total, rank, stage, vertical, reviews }) => ({
    ...{ id, name, total, rank, stage, vertical, reviews },
  }));

test("under fifty random weightings the browser and the server give the same order to the last tie", async () => {
  const board = await boardOf(house.viewer);
  expect(board.size).toBe(16);
  const chance = seeded(1);
  for (let round = 0; round < 50; round += 1) {
    const weights = board.criteria.map(() => Math.floor(chance() * 4) * 10);
    if (weights.every((weight) => weight === 0)) continue;
    const page = await pageOf(house.viewer, `weights=${weights}`);
    expect(rankedBy(board, weights)).toEqual(served(page));
  }
});

test("Mine by columns: one's own drafts too, and nobody else's", async () => {
  const { id } = await makeReviewable(house.owner, { name: "Own marks" });
  await saveDraft(house.reviewer, id, { scores: { habit: { score: 4 }, overrun: { score: 2 } } });
  const weights = [20, 20, 15, 20, 25];
  const page = await pageOf(house.reviewer, "scope=mine&preset=balanced");
  const mine = rankedBy(await boardOf(house.reviewer, "?scope=mine"), weights);
  expect(mine.filter(({ rank }) => rank !== null)).toEqual(
    served(page).filter(({ rank }) => rank !== null),
  );
  expect(mine.find((row) => row.id === id)).toMatchObject({ rank: 1, reviews: 1 });
  const others = rankedBy(await boardOf(house.second, "?scope=mine"), weights);
  expect(others.find((row) => row.id === id)).toMatchObject({ rank: null, reviews: 0 });
});

test("a recused viewer gets no figure of the candidate, and keeps the others' order", async () => {
  const { items } = await pageOf(house.third, "preset=balanced");
  const id = items[2]?.id ?? "";
  expectStatus(await house.third.post(`/candidates/${id}/recusal`, {}), 200);
  const board = await boardOf(house.third);
  const read = readBoard(board);
  const row = board.recused[0] ?? -1;
  expect(board.recused).toHaveLength(1);
  expect(read.idOf(row)).toBe(id);
  expect(read.counted.map(({ n, sum, squares }) => [n[row], sum[row], squares[row]])).toEqual(
    board.criteria.map(() => [0, 0, 0]),
  );
  const seen = await pageOf(house.third, "preset=balanced");
  const theirs = rankedBy(board, [20, 20, 15, 20, 25]);
  expect(theirs.map((one) => one.id)).toEqual(seen.items.map((one) => one.id));
  expect(seen.items.at(-1)).toMatchObject({ id, rank: null, total: null, flags: ["recused"] });
  const others = items.filter((one) => one.id !== id).map((one) => [one.id, one.rank, one.total]);
  expect(seen.items.slice(0, -1).map((one) => [one.id, one.rank, one.total])).toEqual(others);
  expect((await boardOf(house.second)).recused).toEqual([]);
});

test("what is kept is as good as the last change, on every replica at once", async () => {
  const replica = await replicaOf(house);
  try {
    const { id } = await makeReviewable(house.owner, { name: "Fresh" });
    await sign(house.reviewer, id, [3, 3, 3, 3, 3]);
    for (let level = 0; level <= 5; level += 1) {
      const before = await replica.as("viewer").get("/ranking?limit=200");
      await sign(house.second, id, [level, level, 5 - level, level, 5 - level], `Level ${level}.`);
      const after = await replica.as("viewer").get<RankingPage>("/ranking?limit=200");
      expect(after.etag).not.toBe(before.etag);
      expect(after.text).toBe((await house.viewer.get("/ranking?limit=200")).text);
      const own = after.body.items.find((item) => item.id === id);
      expect(own?.criteria["pain"]).toMatchObject({ mean: (3 + level) / 2, n: 2 });
      const board = rankedBy(await boardOf(replica.as("viewer")), [20, 20, 15, 20, 25]);
      expect(board.find((row) => row.id === id)?.total).toBe(own?.total);
    }
    const { etag } = await house.owner.get(`/candidates/${id}`);
    expectStatus(
      await house.owner.patch(`/candidates/${id}`, { name: "Renamed" }, { "if-match": etag }),
      200,
    );
    expect(
      (await pageOf(replica.as("viewer"), "")).items.find((item) => item.id === id)?.name,
    ).toBe("Renamed");
  } finally {
    await replica.close();
  }
});

test("the same bytes again are not sent again, and are the same for every member", async () => {
  for (const path of ["/ranking?preset=short", "/ranking/board"]) {
    const first = await house.viewer.get(path);
    const again = await house.second.get(path, { "if-none-match": first.etag });
    expect({ status: again.status, text: again.text }).toEqual({ status: 304, text: "" });
    expect((await house.owner.get(path)).text).toBe(first.text);
    expect(first.headers.get("content-type")).toBe("application/json; charset=utf-8");
  }
});

test.each([
  ["/ranking?weights=-1,1,1,1,1", "#/weights"],
  ["/ranking?weights=NaN,1,1,1,1", "#/weights"],
  ["/ranking?weights=0,0,0,0,0", "#/weights"],
  [`/ranking?weights=${"1,".repeat(1000)}1`, "#/weights"],
  ["/ranking?sort=-nothing", "#/sort"],
  ["/ranking?q=tag:%22open", "#/q"],
  ["/ranking?q=total:many", "#/q"],
  ["/ranking?asOf=yesterday", "#/asOf"],
  ["/ranking?since=2026-13-01", "#/since"],
  ["/ranking?since=00000000-0000-4000-8000-000000000000", "#/since"],
  ["/ranking?scope=mine&since=2026-01-01", "#/since"],
  ["/ranking?scope=mine&asOf=2026-01-01", "#/asOf"],
  ["/ranking/board?scope=all", "#/scope"],
  ["/ranking/board?colour=red", "#/colour"],
])("%s is refused at %s in words", async (path, pointer) => {
  const { status, body } = await house.viewer.get<{
    errors: { pointer: string; message: string }[];
  }>(path);
  expect({ status, pointer: body.errors[0]?.pointer }).toEqual({ status: 422, pointer });
  expect(body.errors[0]?.message.length).toBeGreaterThan(10);
});

test("ten thousand weights are more than an address holds, which is said in words", async () => {
  const weights = "1,".repeat(10_000);
  const answer = await house.viewer.get<{ detail: string }>(`/ranking?weights=${weights}1`);
  expect(answer.status).toBe(431);
  expect(answer.headers.get("content-type")).toBe("application/problem+json");
  expect(answer.body.detail).toContain("too long");
});

test("a cursor of another search is refused", async () => {
  const { nextCursor } = await pageOf(house.viewer, "q=a");
  const first = expectStatus(await house.viewer.get<RankingPage>("/ranking?limit=3"), 200);
  expect(nextCursor).toBeNull();
  const cursor = encodeURIComponent(first.nextCursor ?? "");
  expectStatus(await house.viewer.get(`/ranking?limit=5&cursor=${cursor}`), 200);
  for (const query of ["q=a", "stage=discussion", "minTotal=10", "asOf=2030-01-01", "sort=name"])
    expect(await house.viewer.get(`/ranking?${query}&cursor=${cursor}`)).toMatchObject({
      ...{ status: 422, body: { errors: [{ pointer: "#/cursor" }] } },
    });
});
