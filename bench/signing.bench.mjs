import { once } from "node:events";
import { Worker } from "node:worker_threads";
import pg from "pg";
import { openHouse } from "./house.mjs";
import { line, rate, send, sizesOf, together } from "./load.mjs";
import { candidateId, chanceOf, reviewerId, reviewers, seed, tokenOf } from "./portfolio.mjs";

/**
 * Signing reviews over HTTP, by eight clients over two processes of the API, against a bare Fastify that does the same
 * transaction, and one after the other; then the stored counts against a recount of all: `--sizes 1k,10k`,
 * `SIGNATURES=10000` for how many are signed.
 */
const lanes = 8;
const signatures = Number(process.env.SIGNATURES ?? 800);
const house = await openHouse();
const other = await house.replica();
const urls = [house.url, other.url];
const client = new pg.Client(process.env.BENCH_ADMIN_URL);
await client.connect();
const chance = chanceOf(7);

/** @typedef {[reviewer: number, candidate: number]} Place */

/** Drafts that wait for their signature, which nobody measures. */
async function draft(/** @type {string} */ teamId, /** @type {Place[]} */ places) {
  const pairs = [
    teamId,
    places.map(([, candidate]) => candidateId(candidate)),
    places.map(([by]) => reviewerId(by)),
  ];
  const pair = `select p.candidate, p.member from unnest($2::uuid[], $3::uuid[]) as p(candidate, member)`;
  await client.query(
    `insert into "Review" ("teamId", id, "candidateId", "memberId")
     select $1, gen_random_uuid(), candidate, member from (${pair}) p on conflict do nothing`,
    pairs,
  );
  await client.query(
    `with rubric as (select id from "Rubric" where "teamId" = $1 order by version desc limit 1),
     version as (
       insert into "ReviewVersion" ("teamId", id, "reviewId", number, "rubricId", summary)
       select $1, gen_random_uuid(), r.id, 1 + coalesce((select max(v.number) from "ReviewVersion" v
                where v."teamId" = $1 and v."reviewId" = r.id), 0), (select id from rubric), 'Bench'
         from (${pair}) p
         join "Review" r on r."teamId" = $1 and r."candidateId" = p.candidate and r."memberId" = p.member
       returning id)
     insert into "Score" ("teamId", "versionId", "revisionId", value, reason)
     select $1, v.id, c."revisionId", floor(random() * 6), 'because'
       from version v cross join "RubricCriterion" c
      where c."teamId" = $1 and c."rubricId" = (select id from rubric)`,
    pairs,
  );
}

/**
 * So many signatures a second, of that many, in rounds in which nobody signs the same review twice.
 * @param {string} teamId
 * @param {Place[]} places
 * @param {(place: Place) => Promise<unknown>} sign
 */
async function signed(teamId, places, sign, at = lanes) {
  let [taken, from] = [0, 0];
  while (from < places.length) {
    const round = new Map();
    while (from < places.length && !round.has(places[from].join()))
      round.set(places[from].join(), places[from++]);
    const ready = [...round.values()];
    await draft(teamId, ready);
    taken += ready.length / (await together(at, ready.length, (n) => sign(ready[n])));
  }
  return places.length / taken;
}

/** @param {string} teamId */
const overHttp =
  (teamId) =>
  async (/** @type {Place} */ [by, candidate]) => {
    const url = urls[Math.floor(chance() * urls.length)];
    const answer = await send(
      `${url}/api/v1/candidates/${candidateId(candidate)}/reviews/mine/sign`,
      {
        method: "POST",
        headers: { authorization: `Bearer ${tokenOf(teamId, by)}` },
      },
    );
    if (answer.status !== 200) throw new Error(`${answer.status} ${answer.text}`);
  };

/** @param {string} teamId */
async function openFloor(teamId) {
  const worker = new Worker(new URL("./signing.floor.mjs", import.meta.url), {
    workerData: { teamId, databaseUrl: process.env.BENCH_ADMIN_URL },
  });
  const [port] = await once(worker, "message");
  const sign = async (/** @type {Place} */ [by, candidate]) => {
    const answer = await send(`http://127.0.0.1:${port}/sign`, {
      method: "POST",
      body: { memberId: reviewerId(by), candidateId: candidateId(candidate) },
    });
    if (answer.status !== 200) throw new Error(answer.text);
  };
  return { sign, close: () => worker.terminate() };
}

/** @param {number} count @param {(at: number) => Place} place */
const placesOf = (count, place) => Array.from({ length: count }, (_, at) => place(at));

const levels = [0, 1, 2, 3, 4, 5];

/** How many of the stored counts differ from a recount of the latest signed scores. */
async function drift(/** @type {string} */ teamId) {
  const { rows } = await client.query(
    `with recount as (
       select w."candidateId" c, s."revisionId" r, ${levels.map((n) => `(count(*) filter (where s.value = ${n}))::int n${n}`).join()}
         from "Review" w join "ReviewVersion" v on v."teamId" = w."teamId" and v."reviewId" = w.id and v."signedAt" is not null
         join "Score" s on s."teamId" = v."teamId" and s."versionId" = v.id
        where w."teamId" = $1 and w."withdrawnAt" is null and s.value is not null
          and v.number = (select max(x.number) from "ReviewVersion" x
                           where x."teamId" = w."teamId" and x."reviewId" = w.id and x."signedAt" is not null)
        group by 1, 2),
     stored as (select "candidateId" c, "revisionId" r, n0, n1, n2, n3, n4, n5 from "TeamScore"
                 where "teamId" = $1 and n0 + n1 + n2 + n3 + n4 + n5 > 0),
     stood as (select distinct on ("candidateId") "candidateId" c, counts from "Standing" where "teamId" = $1 order by 1, id desc)
     select (select count(*)::int from ((table recount except table stored) union all (table stored except table recount)) x) as counts,
            (select count(*)::int from stored s join stood t on t.c = s.c
              where t.counts -> s.r::text is distinct from jsonb_build_array(s.n0, s.n1, s.n2, s.n3, s.n4, s.n5)) as standings`,
    [teamId],
  );
  return rows[0];
}

for (const { name, size } of sizesOf(process.argv.slice(2))) {
  const { rows } = await client.query(
    `insert into "Team" (id, slug, name) select gen_random_uuid(), $1, $1 returning id`,
    [`signing-${name}`.toLowerCase()],
  );
  const teamId = rows[0].id;
  await plant(teamId);
  await seed(client, teamId, size);
  await client.query(`update "Candidate" set stage = 'discussion' where "teamId" = $1`, [teamId]);
  const spread = (/** @type {number} */ at) => [at % reviewers, Math.floor(chance() * size)];
  const one = (/** @type {number} */ at) => [at % reviewers, 0];
  const few = Math.min(400, signatures);
  const floor = await openFloor(teamId);
  await signed(teamId, placesOf(100, spread), floor.sign);
  await signed(teamId, placesOf(100, spread), overHttp(teamId));
  const bare = await signed(teamId, placesOf(signatures, spread), floor.sign);
  const ours = await signed(teamId, placesOf(signatures, spread), overHttp(teamId));
  line(
    "W2a sign, spread, 8 clients, 2 processes",
    name,
    rate(bare),
    rate(ours),
    ours / bare,
    "≥ 0.5 ×",
    ours >= 0.5 * bare,
  );
  const alone = await signed(teamId, placesOf(few, one), overHttp(teamId), 1);
  const crowded = await signed(teamId, placesOf(few, one), overHttp(teamId));
  line(
    "W2b sign, all on one candidate, of serial",
    name,
    rate(alone),
    rate(crowded),
    crowded / alone,
    "≥ 0.9 ×",
    crowded >= 0.9 * alone,
  );
  await floor.close();
  const { counts, standings } = await drift(teamId);
  console.log(
    `${2 * signatures + 2 * few + 200} signatures: ${counts} stored counts and ${standings} standings differ from a recount`,
  );
  if (counts + standings > 0) process.exitCode = 1;
}
await client.end();
await other.close();
await house.close();

/** The rubric of the first team, for another. */
async function plant(/** @type {string} */ teamId) {
  await client.query(
    `with old as (select * from "Rubric" where "teamId" <> $1 order by "publishedAt" limit 1),
       rubric as (insert into "Rubric" ("teamId", id, version, name, source, presets, gates)
                  select $1, id, version, name, source, presets, gates from old returning id),
       revisions as (insert into "CriterionRevision" ("teamId", id, key, number, inverted, content)
                     select $1, r.id, key, number, inverted, content
                       from "CriterionRevision" r, old where r."teamId" = old."teamId" returning id)
     insert into "RubricCriterion" ("teamId", "rubricId", "revisionId", position, weight)
     select $1, c."rubricId", c."revisionId", c.position, c.weight
       from "RubricCriterion" c, old where c."teamId" = old."teamId" and c."rubricId" = old.id`,
    [teamId],
  );
}
