import type { Candidate } from "@highwater/shared/candidates/contract";
import type { RankingPage } from "@highwater/shared/ranking/contract";
import { expectStatus } from "../../../test/furniture.js";
import { type House, openHouse, replicaOf } from "../../../test/house.js";
import { makeReviewable, moveTo, seeded, sign } from "../../../test/make.js";

let house: House;
let ids: string[];
beforeAll(async () => {
  house = await openHouse({ sample: true });
  const { items } = expectStatus(await house.owner.get<RankingPage>("/ranking?limit=200"), 200);
  ids = items.map(({ id }) => id);
});
afterAll(() => house.close());

const chance = seeded(20261127);
const pick = <T>(list: readonly T[]): T => list[Math.floor(chance() * list.length)] as T;
const names = ["Otter", "otter", "灯塔", "灯塔 2", "Émile", "-", "Zebra", "10", "9", "ａ"];
const marks = () => Array.from({ length: 5 }, () => pick([0, 1, 2, 3, 4, 5, null]));
const who = ["owner", "admin", "reviewer", "second", "third"] as const;

async function edit(id: string, facts: object) {
  const { etag } = await house.owner.get<Candidate>(`/candidates/${id}`);
  expectStatus(await house.owner.patch(`/candidates/${id}`, facts, { "if-match": etag }), 200);
}

/** What moves rows, takes them out, brings them in, or changes what a page says of them. */
const deeds: Record<string, () => Promise<unknown>> = {
  sign: () => sign(house[pick(who)], pick(ids), marks()),
  rename: () => edit(pick(ids), { name: `${pick(names)} ${Math.floor(chance() * 3)}` }),
  describe: () =>
    edit(pick(ids), {
      vertical: pick(["legal", "hr"]),
      tags: [pick(["hot", "new"])],
      thesis: "Anew",
    }),
  move: () => moveTo(house.owner, pick(ids), pick(["review", "discussion"])),
  try: () =>
    house.second.post(`/candidates/${pick(ids)}/trials`, {
      task: "One",
      grade: 60,
      on: "2026-03-02",
    }),
  back: () => house[pick(who)].post(`/candidates/${pick(ids)}/champion`, { reason: "Yes" }),
  archive: async () => {
    const id = pick(ids);
    await house.owner.delete(`/candidates/${id}`);
    if (chance() < 0.5) await house.owner.post(`/candidates/${id}/restore`);
    else ids = ids.filter((one) => one !== id);
  },
  reveal: async () => {
    const { id } = await makeReviewable(house.owner, { name: pick(names) });
    for (const one of ["reviewer", "second", "third"] as const) await sign(house[one], id, marks());
    ids.push(id);
  },
  several: () =>
    Promise.all(
      ["reviewer", "second"].map((one) => sign(house[one as "second"], pick(ids), marks())),
    ),
};

const paths = [
  "/ranking/board",
  ...[
    "",
    "&sort=name",
    "&sort=-champions",
    "&sort=pain",
    "&vertical=legal",
    "&weights=0,0,0,0,1",
  ].map((query) => `/ranking?limit=200${query}`),
];

test("whatever happens, a ranking that was kept up to date is to the byte one that was read whole", async () => {
  for (let round = 0; round < 6; round += 1) {
    for (const deed of Object.values(deeds)) {
      await deed();
      // It is brought up to date deed by deed, and pages are kept of each.
      expectStatus(await house.viewer.get(pick(paths)), 200);
    }
    const fresh = await replicaOf(house);
    for (const path of paths)
      expect((await house.viewer.get(path)).text).toBe((await fresh.as("viewer").get(path)).text);
    await fresh.close();
  }
});

test("it is brought up to date by what was stirred, and read whole no more", async () => {
  await house.sql(`delete from "Stirred"`);
  const total = async (id: string) =>
    expectStatus(await house.viewer.get<RankingPage>("/ranking?limit=200"), 200).items.find(
      (item) => item.id === id,
    )?.total;
  const [id = ""] = ids;
  const before = await total(id);
  // Past every trigger: what nobody was told of is not read again.
  await house.sql(`set session_replication_role = replica;
    update "TeamScore" set n0 = 0, n1 = 0, n2 = 0, n3 = 0, n4 = 0, n5 = 3 where "candidateId" = '${id}';
    update "Pulse" set beats = beats + 1;
    set session_replication_role = origin`);
  expect(await total(id)).toBe(before);
  await house.sql(`update "TeamScore" set n5 = 3 where "candidateId" = '${id}';
    update "Pulse" set beats = beats + 1`);
  expect(await total(id)).not.toBe(before);
});
