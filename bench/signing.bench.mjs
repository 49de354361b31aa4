import { once } from "node:events";
import { Worker } from "node:worker_threads";
import pg from "pg";
import { Prepared } from "../apps/api/dist/prepared.js";
import { draft, plant } from "./drafts.mjs";
import { openHouse } from "./house.mjs";
import { line, rate, send, sizesOf, together } from "./load.mjs";
import { candidateId, chanceOf, reviewerId, reviewers, tokenOf } from "./portfolio.mjs";
import { signature } from "./signature.mjs";

/**
 * Signing reviews over HTTP, by eight clients over two processes of the API, against a bare Fastify that does the same
 * transaction, and one after the other; the transaction alone against a plain upsert; then the stored counts against a recount of all: `--sizes 1k,10k`,
 * `SIGNATURES=10000` for how many are signed.
 */
const lanes = 8;
const signatures = Number(process.env.SIGNATURES ?? 800);
/** Those on one candidate wait for each other. */
const crowd = Math.min(400, signatures);
const house = await openHouse();
const other = await house.replica();
const urls = [house.url, other.url];
const client = new pg.Client(process.env.BENCH_ADMIN_URL);
await client.connect();
const chance = chanceOf(7);
const prepared = new Prepared({ databaseUrl: process.env.DATABASE_URL });

/** @typedef {import("./drafts.mjs").Place} Place */

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
    await draft(client, teamId, ready);
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
  const sign = async (/** @type {Place} */ place) => {
    const answer = await send(`http://127.0.0.1:${port}/sign`, { method: "POST", body: { place } });
    if (answer.status !== 200) throw new Error(answer.text);
  };
  return { sign, close: () => worker.terminate() };
}

/**
 * The least that a signature could be to a database: one row a time, inserted or else updated.
 * @param {string} teamId
 */
async function openUpsert(teamId) {
  await client.query(
    `create table if not exists upsert ("teamId" uuid, "candidateId" uuid, "memberId" uuid, scores int[], "signedAt" timestamptz,
       primary key ("teamId", "candidateId", "memberId"))`,
  );
  const pool = new pg.Pool({ connectionString: process.env.BENCH_ADMIN_URL, max: lanes });
  const sign = (/** @type {Place} */ [by, candidate]) =>
    pool.query({
      name: "upsert",
      text: `insert into upsert values ($1, $2, $3, '{1,2,3,4,5}', now())
             on conflict ("teamId", "candidateId", "memberId")
             do update set scores = excluded.scores, "signedAt" = excluded."signedAt"`,
      values: [teamId, candidateId(candidate), reviewerId(by)],
    });
  return { sign, close: () => pool.end() };
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
  const teamId = await plant(client, `signing-${name}`, size);
  const spread = (/** @type {number} */ at) => [at % reviewers, Math.floor(chance() * size)];
  const one = (/** @type {number} */ at) => [at % reviewers, 0];
  const floor = await openFloor(teamId);
  await signed(teamId, placesOf(100, spread), floor.sign);
  await signed(teamId, placesOf(100, spread), overHttp(teamId));
  const bare = await signed(teamId, placesOf(signatures, spread), floor.sign);
  const ours = await signed(teamId, placesOf(signatures, spread), overHttp(teamId));
  const upsert = await openUpsert(teamId);
  const few = Math.min(2000, signatures);
  const upserted = placesOf(few, spread);
  const plain = await together(lanes, few, (at) => upsert.sign(upserted[at]));
  const direct = await signed(teamId, placesOf(few, spread), signature(prepared, teamId));
  await upsert.close();
  line(
    "W2a its transaction alone, of a plain upsert",
    name,
    rate(plain),
    rate(direct),
    direct / plain,
    "≥ 0.65 ×",
    direct >= 0.65 * plain,
  );
  line(
    "W2a sign, spread, 8 clients, 2 processes",
    name,
    rate(bare),
    rate(ours),
    ours / bare,
    "≥ 0.5 ×",
    ours >= 0.5 * bare,
  );
  const alone = await signed(teamId, placesOf(crowd, one), overHttp(teamId), 1);
  const crowded = await signed(teamId, placesOf(crowd, one), overHttp(teamId));
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
    `${2 * signatures + few + 2 * crowd + 200} signatures: ${counts} stored counts and ${standings} standings differ from a recount`,
  );
  if (counts + standings > 0) process.exitCode = 1;
}
await prepared.onApplicationShutdown();
await client.end();
await other.close();
await house.close();
