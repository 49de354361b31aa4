import type { RankingItem, RankingPage } from "@highwater/shared/ranking/contract";
import type { Team } from "@highwater/shared/team/contract";
import { expectStatus } from "../../../test/furniture.js";
import { type House, openHouse } from "../../../test/house.js";
import { makeReviewable, seeded, sign } from "../../../test/make.js";

let house: House;
beforeAll(async () => {
  house = await openHouse();
  const { body } = await house.owner.get<{ team: Team }[]>("/teams");
  const path = `/teams/${body[0]?.team.id}`;
  const { etag } = await house.owner.get(path);
  await house.owner.patch(path, { minReviews: 2 }, { "if-match": etag });
});
afterAll(() => house.close());

const pageOf = async (query: string) =>
  expectStatus(await house.viewer.get<RankingPage>(`/ranking?limit=200&${query}`), 200);

/** The database's clock, a moment after what was done and before what comes. */
async function moment(): Promise<string> {
  const pause = () => new Promise((wake) => setTimeout(wake, 5));
  await pause();
  const [row] = await house.sql(
    `select to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as now`,
  );
  await pause();
  return String(row?.now);
}

/** What is kept of a ranking: the facts beside it are today's. */
const kept = ({ items }: RankingPage) =>
  items.map(({ id, name, rank, total, coverage, reviews, criteria }) => ({
    ...{ id, name, rank, total, coverage, reviews, criteria },
  }));

const chance = seeded(77);
const marks = () => Array.from({ length: 5 }, () => Math.floor(chance() * 6));

test("the ranking as of any moment is the one that was served then, whatever happened since", async () => {
  const members = [house.owner, house.admin, house.reviewer, house.second, house.third];
  const ids: string[] = [];
  const seen: { at: string; balanced: unknown; own: unknown }[] = [];
  const look = async () => {
    const at = await moment();
    const [balanced, own] = [await pageOf(""), await pageOf("weights=1,0,3,0,7")];
    seen.push({ at, balanced: kept(balanced), own: kept(own) });
  };
  await look();
  for (let round = 0; round < 12; round += 1) {
    const { id } = await makeReviewable(house.owner, { name: `Candidate ${round % 4}` });
    ids.push(id);
    await Promise.all(members.slice(0, 2 + (round % 3)).map((member) => sign(member, id, marks())));
    const other = ids[Math.floor(chance() * ids.length)] ?? id;
    if (round % 3 === 0) await sign(house.owner, id, marks(), `Round ${round}.`);
    if (round % 4 === 1) await house.owner.delete(`/candidates/${other}`);
    if (round % 4 === 2) await house.owner.post(`/candidates/${ids[round - 1]}/restore`);
    if (round % 5 === 3) {
      const { etag } = await house.owner.get(`/candidates/${id}`);
      expectStatus(
        await house.owner.patch(`/candidates/${id}`, { name: `A ${round}` }, { "if-match": etag }),
        200,
      );
    }
    if (round === 7) expectStatus(await house.second.post(`/candidates/${id}/recusal`, {}), 200);
    await look();
  }
  for (const { at, balanced, own } of seen) {
    expect(kept(await pageOf(`asOf=${at}`))).toEqual(balanced);
    expect(kept(await pageOf(`asOf=${at}&weights=1,0,3,0,7`))).toEqual(own);
  }
  expect(kept(await pageOf("asOf=2020-01-01"))).toEqual([]);
  expect(kept(await pageOf("asOf=2100-01-01"))).toEqual(kept(await pageOf("")));
});

const sumOf = ({ change }: RankingItem) =>
  (change?.causes ?? []).reduce((sum, { effect }) => sum + (effect ?? 0), 0);

test("since a moment: each row's rank and total differ by what its causes sum to", async () => {
  const { id } = await makeReviewable(house.owner, { name: "Moves" });
  await sign(house.reviewer, id, [3, 3, 3, 3, 3]);
  await sign(house.second, id, [3, 3, 3, 3, 3]);
  const before = await pageOf("");
  const at = await moment();
  expect((await pageOf(`since=${at}`)).items.flatMap(({ change }) => change?.causes ?? [])).toEqual(
    [],
  );
  await sign(house.third, id, [5, 5, 5, 5, 0]);
  await sign(house.third, id, [5, 5, 5, 5, 5], "Less safe.");
  const late = await makeReviewable(house.owner, { name: "New" });
  await sign(house.reviewer, late.id, [1, 2, 1, 2, 5]);
  await sign(house.second, late.id, [1, 2, 1, 2, 5]);
  const page = await pageOf(`since=${at}`);
  expect(page.since).toBe(at);
  for (const item of page.items) {
    const was = before.items.find((one) => one.id === item.id);
    expect(item.change).toMatchObject({
      rankBefore: was?.rank ?? null,
      totalBefore: was?.total ?? null,
    });
    if (was?.total === undefined || was.total === null) continue;
    expect(item.change?.total).toBeCloseTo((item.total ?? 0) - was.total);
    expect(Math.abs(sumOf(item) - (item.change?.total ?? 0))).toBeLessThan(0.05);
    expect(item.change?.rank).toBe((was.rank ?? 0) - (item.rank ?? 0));
  }
  const moved = page.items.find((item) => item.id === id);
  expect(moved?.change?.causes.map(({ kind }) => kind)).toEqual(["signed", "amended"]);
  const entered = page.items.find((item) => item.id === late.id);
  expect(entered?.change).toMatchObject({
    rank: null,
    total: null,
    causes: [{ kind: "revealed", effect: null }],
  });
});

test("new weights of the team are a cause with their version, and their day keeps its own", async () => {
  const at = await moment();
  const before = kept(await pageOf(""));
  await house.sql(`
    with old as (select * from "Rubric" order by version desc limit 1),
    made as (insert into "Rubric" ("teamId", id, version, name, source, presets, gates)
             select "teamId", gen_random_uuid(), version + 1, name, source, presets, gates from old returning *)
    insert into "RubricCriterion" ("teamId", "rubricId", "revisionId", position, weight)
    select c."teamId", made.id, c."revisionId", c.position, 10 * (1 + c.position)
      from "RubricCriterion" c, made, old where c."rubricId" = old.id`);
  await house.sql(`update "Pulse" set beats = beats + 1`);
  const page = await pageOf(`since=${at}`);
  expect(page.rubricVersion).toBe(2);
  const moved = page.items.filter(({ change }) => change?.total !== 0);
  expect(moved.length).toBeGreaterThan(2);
  for (const { change, total } of moved) {
    expect(change?.causes).toMatchObject([{ kind: "rubric", version: 2 }]);
    expect(change?.total).toBeCloseTo((total ?? 0) - (change?.totalBefore ?? 0));
  }
  expect(kept(await pageOf(`asOf=${at}`))).toEqual(before);
  const chosen = await pageOf(`since=${at}&preset=long`);
  expect(chosen.items.flatMap(({ change }) => change?.causes ?? [])).toEqual([]);
});

test("a closed round is a moment", async () => {
  const round = expectStatus(
    await house.owner.post<{ id: string }>("/rounds", { name: "First", on: "2026-11-24" }),
    201,
  );
  expect(await house.viewer.get(`/ranking?since=${round.id}`)).toMatchObject({
    ...{ status: 422, body: { errors: [{ code: "ranking.round_open" }] } },
  });
  await house.sql(`update "Round" set state = 'closed', "closedAt" = now() where id = $1`, [
    round.id,
  ]);
  const page = await pageOf(`since=${round.id}`);
  expect(page.since).not.toBeNull();
  expect(page.items.every(({ change }) => change?.causes.length === 0)).toBe(true);
});

test("what a member is recused from has no history for them either", async () => {
  const { items } = await pageOf("");
  const id = items[0]?.id ?? "";
  expectStatus(await house.third.post(`/candidates/${id}/recusal`, {}), 200);
  const own = await house.third.get<RankingPage>("/ranking?limit=200&since=2026-01-01");
  expect(own.body.items.find((item) => item.id === id)).toMatchObject({
    change: null,
    total: null,
  });
  const then = await house.third.get<RankingPage>("/ranking?limit=200&asOf=2100-01-01");
  expect(then.body.items.find((item) => item.id === id)).toMatchObject({ total: null, rank: null });
});
