import type { CandidateReviews, MyReview } from "@highwater/shared/reviews/contract";
import { type House, openHouse, replicaOf } from "../../../test/house.js";
import { makeReviewable, mineOf, review, saveDraft, seeded, sign } from "../../../test/make.js";

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

/** The stored counts, those made anew of the current scores, and those of the latest signed versions. */
const stored = () =>
  house.sql(`select "candidateId" c, "revisionId" r, n0, n1, n2, n3, n4, n5 from "TeamScore"
              where n0 + n1 + n2 + n3 + n4 + n5 > 0 order by 1, 2`);
const levels = [0, 1, 2, 3, 4, 5]
  .map((level) => `(count(*) filter (where s.value = ${level}))::int n${level}`)
  .join(", ");
const recounted = (which: string) =>
  house.sql(`select w."candidateId" c, s."revisionId" r, ${levels}
               from "Review" w
               join "ReviewVersion" v on v."reviewId" = w.id and v."signedAt" is not null
               join "Score" s on s."versionId" = v.id
              where w."withdrawnAt" is null and s.value is not null and ${which}
              group by 1, 2 order by 1, 2`);
const current = "s.current";
const latest = `v.number = (select max(x.number) from "ReviewVersion" x
                             where x."reviewId" = w.id and x."signedAt" is not null)`;

async function expectExactCounts() {
  const counts = await stored();
  expect(counts.length).toBeGreaterThan(0);
  expect(await recounted(current)).toEqual(counts);
  expect(await recounted(latest)).toEqual(counts);
  await expectExactStandings();
}

/** What the database wrote down last of each revealed candidate is what it holds. */
async function expectExactStandings() {
  const [{ revealed, strays } = {}] = await house.sql(`
    select count(*)::int as revealed, count(*) filter (where last.counts is distinct from coalesce(now_.counts, '{}')
             or last.reviews <> now_.reviews or last.name <> c.name or last.ranked <> (c."archivedAt" is null))::int as strays
      from "Candidate" c
      left join lateral (select * from "Standing" s where s."candidateId" = c.id order by s.id desc limit 1) last on true
      cross join lateral (
        select (select jsonb_object_agg(t."revisionId", jsonb_build_array(t.n0, t.n1, t.n2, t.n3, t.n4, t.n5)) from "TeamScore" t
                 where t."candidateId" = c.id and t.n0 + t.n1 + t.n2 + t.n3 + t.n4 + t.n5 > 0) as counts,
               (select count(*)::int from "Review" r where r."candidateId" = c.id and r."signedAt" is not null
                   and r."withdrawnAt" is null) as reviews) now_
     where c."revealedAt" is not null`);
  expect(revealed).toBeGreaterThan(0);
  expect(strays).toBe(0);
}

test("the stored counts equal a recount after sixty random deeds over two processes, four at a time", async () => {
  const other = await replicaOf(house);
  const chance = seeded(42);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(chance() * list.length)] as T;
  const ids: string[] = [];
  for (let n = 0; n < 4; n += 1) ids.push((await makeReviewable(house.owner)).id);
  const who = ["owner", "admin", "reviewer", "second", "third"] as const;
  const members = who.flatMap((name) => [house[name], other.as(name)]);
  const deed = async () => {
    const [id, member, kind] = [pick(ids), pick(members), chance()];
    const marks = Array.from({ length: 5 }, () => pick([0, 1, 2, 3, 4, 5, null]));
    if (kind < 0.06) return (await member.post(`/candidates/${id}/recusal`, {})).status;
    const { status, etag } = await member.get(mineOf(id));
    const match: Record<string, string> = status === 200 ? { "if-match": etag } : {};
    const saved = await member.put(mineOf(id), review(marks), match);
    return saved.status === 200 ? (await member.post(`${mineOf(id)}/sign`)).status : saved.status;
  };
  const statuses: number[] = [];
  for (let round = 0; round < 15; round += 1)
    statuses.push(...(await Promise.all([deed(), deed(), deed(), deed()])));
  await other.close();
  expect(statuses.filter((status) => status >= 500)).toEqual([]);
  expect(statuses.filter((status) => status === 200).length).toBeGreaterThan(30);
  await expectExactCounts();
});

test("a save that races with a signature writes nothing into what was signed", async () => {
  const { id } = await makeReviewable(house.owner);
  await sign(house.reviewer, id, [3, 3, 3, 3, 3]);
  for (let n = 0; n < 10; n += 1) {
    await saveDraft(house.reviewer, id, review([2, 2, 2, 2, 2], `Meant ${n}.`));
    const { etag } = await house.reviewer.get(mineOf(id));
    const [signed, saved] = await Promise.all([
      house.reviewer.post<MyReview>(`${mineOf(id)}/sign`),
      house.reviewer.put(mineOf(id), review([4, 4, 4, 4, 4], "Later."), { "if-match": etag }),
    ]);
    expect(signed.status).toBe(200);
    expect([200, 412]).toContain(saved.status);
    const { reviews } = (await house.reviewer.get<CandidateReviews>(`/candidates/${id}/reviews`))
      .body;
    expect(reviews[0]).toMatchObject({
      version: signed.body.version,
      summary: signed.body.summary,
      scores: signed.body.scores,
    });
    await house.reviewer.delete(mineOf(id));
  }
  await expectExactCounts();
});
