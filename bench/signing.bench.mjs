import { randomUUID } from "node:crypto";
import { fastify } from "fastify";
import pg from "pg";
import { openHouse } from "./house.mjs";
import { line, rate, send, sizesOf, together } from "./load.mjs";
import { candidateId, chanceOf, reviewers, seed, tokenOf } from "./portfolio.mjs";

/**
 * Signing reviews over HTTP, by eight clients over two processes of the API, against a bare Fastify that does the same
 * transaction, and against a plain upsert; then the stored counts against a recount of all: `--sizes 1k,10k`,
 * `SIGNATURES=10000` for how many are signed.
 */
const lanes = 8;
const signatures = Number(process.env.SIGNATURES ?? 800);
const keys = ["habit", "pain", "assistant", "flywheel", "overrun"];
const house = await openHouse();
const other = await house.replica();
const urls = [house.url, other.url];
const client = new pg.Client(process.env.BENCH_ADMIN_URL);
await client.connect();
const chance = chanceOf(7);

/** @param {string} teamId */
function signers(teamId) {
  const etags = new Map();
  const call = async (
    /** @type {number} */ by,
    /** @type {string} */ method,
    /** @type {string} */ at,
    /** @type {unknown} */ body,
    /** @type {Record<string, string>} */ more = {},
  ) => {
    const url = `${urls[Math.floor(chance() * urls.length)]}/api/v1${at}`;
    const answer = await send(url, {
      method,
      body,
      headers: { authorization: `Bearer ${tokenOf(teamId, by)}`, ...more },
    });
    if (answer.status >= 400 && answer.status !== 404)
      throw new Error(`${answer.status} ${answer.text}`);
    return answer;
  };
  return {
    /** A draft that differs from whatever the member has signed there. */
    async draft(/** @type {number} */ by, /** @type {number} */ candidate) {
      const at = `/candidates/${candidateId(candidate)}/reviews/mine`;
      const place = `${by} ${candidate}`;
      const known = etags.get(place) ?? (await call(by, "GET", at, undefined)).headers;
      const match =
        known.etag && known["content-type"]?.includes("problem") !== true
          ? { "if-match": known.etag }
          : {};
      const scores = Object.fromEntries(
        keys.map((key) => [
          key,
          { score: chance() < 0.05 ? null : Math.floor(chance() * 6), reason: `${chance()}` },
        ]),
      );
      await call(by, "PUT", at, { summary: `${chance()}`, scores }, match);
      return async () => {
        etags.set(place, (await call(by, "POST", `${at}/sign`, undefined)).headers);
      };
    },
  };
}

/** Drafts first, which nobody measures; then so many signatures a second. */
async function signed(teamId, count, place) {
  const { draft } = signers(teamId);
  const jobs = Array.from({ length: count }, (_, at) => place(at));
  let taken = 0;
  let done = 0;
  // In rounds in which nobody signs the same review twice.
  for (let from = 0; from < jobs.length; ) {
    const round = new Map();
    while (from < jobs.length && !round.has(jobs[from].join()))
      round.set(jobs[from].join(), jobs[from++]);
    const ready = [...round.values()];
    const signs = new Array(ready.length);
    await together(lanes, ready.length, async (at) => {
      signs[at] = await draft(ready[at][0], ready[at][1]);
    });
    const each = await together(lanes, signs.length, (at) => signs[at]());
    taken += signs.length / each;
    done += signs.length;
  }
  return done / taken;
}

/** The statements of a signature in one transaction, by hand. */
async function floor(teamId, count, place) {
  const pool = new pg.Pool({ connectionString: process.env.BENCH_ADMIN_URL, max: lanes });
  await pool.query(
    `create table if not exists sheet (id uuid primary key, candidate uuid, member int, at timestamptz)`,
  );
  await pool.query(
    `create table if not exists mark (sheet uuid, criterion int, value int, primary key (sheet, criterion))`,
  );
  await pool.query(
    `create table if not exists tally (candidate uuid, criterion int, n int, total int, primary key (candidate, criterion))`,
  );
  const app = fastify();
  app.post("/sign", async (request) => {
    const { by, candidate } = /** @type {{ by: number, candidate: string }} */ (request.body);
    const db = await pool.connect();
    try {
      await db.query("begin");
      await db.query({
        name: "lock",
        text: `select 1 from "Candidate" where "teamId" = $1 and id = $2 for update`,
        values: [teamId, candidate],
      });
      const id = randomUUID();
      await db.query({
        name: "sheet",
        text: "insert into sheet values ($1, $2, $3, now())",
        values: [id, candidate, by],
      });
      await db.query({
        name: "marks",
        text: "insert into mark select $1, c, 3 from generate_series(1, 5) c",
        values: [id],
      });
      await db.query({
        name: "tally",
        text: "insert into tally select $1, c, 1, 3 from generate_series(1, 5) c on conflict (candidate, criterion) do update set n = tally.n + 1, total = tally.total + 3",
        values: [candidate],
      });
      await db.query({
        name: "entry",
        text: `insert into "Activity" ("teamId", id, "actorId", verb, "candidateId") values ($1, $2, $2, 'bench.signed', $3)`,
        values: [teamId, randomUUID(), candidate],
      });
      await db.query("commit");
      return { id };
    } finally {
      db.release();
    }
  });
  await app.listen({ port: 0, host: "127.0.0.1" });
  const url = `http://127.0.0.1:${app.server.address().port}/sign`;
  const each = await together(lanes, count, async (at) => {
    const [by, candidate] = place(at);
    const answer = await send(url, {
      method: "POST",
      body: { by, candidate: candidateId(candidate) },
    });
    if (answer.status !== 200) throw new Error(answer.text);
  });
  await app.close();
  await pool.end();
  return each;
}

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
  const spread = (/** @type {number} */ at) => [at % reviewers, Math.floor(chance() * size)];
  const one = (/** @type {number} */ at) => [at % reviewers, 0];
  const bare = await floor(teamId, signatures, spread);
  const ours = await signed(teamId, signatures, spread);
  line(
    "W2a sign, spread, 8 clients, 2 processes",
    name,
    rate(bare),
    rate(ours),
    ours / bare,
    "≥ 0.5 ×",
    ours >= 0.5 * bare,
  );
  const bareOne = await floor(teamId, Math.min(400, signatures), one);
  const oursOne = await signed(teamId, Math.min(400, signatures), one);
  line(
    "W2b sign, all on one candidate",
    name,
    rate(bareOne),
    rate(oursOne),
    oursOne / bareOne,
    "≥ 0.5 ×",
    oursOne >= 0.5 * bareOne,
  );
  const { counts, standings } = await drift(teamId);
  console.log(
    `${signatures + Math.min(400, signatures)} signatures: ${counts} stored counts and ${standings} standings differ from a recount`,
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
