import pg from "pg";
import { readBoard } from "../packages/shared/dist/ranking/board.js";
import { scoreColumns } from "../packages/shared/dist/ranking/columns.js";
import { Confidence } from "../packages/shared/dist/ranking/confidence.js";
import { orderOf, topColumns } from "../packages/shared/dist/ranking/order.js";
import { openFloor } from "./floor.mjs";
import { openHouse } from "./house.mjs";
import { get, line, median, ms, rate, send, serial, sizesOf, together } from "./load.mjs";
import { candidateId, chanceOf, searches, seed } from "./portfolio.mjs";

/**
 * Reading the ranking, over HTTP and by columns, each against its floor in this very run: `--sizes 1k,10k,100k`.
 * The floor of a page is a bare Fastify that reads 50 rows which know their own total and JSON out of an index in
 * order; that of arbitrary weights is PostgreSQL computing them; that of the browser one loop over typed arrays.
 */
const house = await openHouse();
const client = new pg.Client(process.env.BENCH_ADMIN_URL);
await client.connect();
const chance = chanceOf(1);
const W = [20, 20, 15, 20, 25];

/** @param {string} name */
async function teamOf(name) {
  const made = await send(`${house.url}/api/v1/teams`, {
    method: "POST",
    headers: house.headers,
    body: { name: `Bench ${name}` },
  });
  if (made.status !== 201) throw new Error(made.text);
  const { rows } = await client.query(`select id, slug from "Team" where name = $1`, [
    `Bench ${name}`,
  ]);
  return rows[0];
}

/** Weights that nobody has asked for yet. */
const anyWeights = () => W.map(() => (1 + Math.floor(chance() * 10_000)) / 100);

const onTheFly = (/** @type {string} */ teamId) => ({
  name: `on the fly ${teamId}`,
  text: `select t."candidateId", 100 * sum(w * case when i then 1 - m / 5 else m / 5 end) / sum(w) as total
           from (select t."candidateId", t."revisionId", (n1 + 2 * n2 + 3 * n3 + 4 * n4 + 5 * n5)::float8 / (n0 + n1 + n2 + n3 + n4 + n5) as m
                   from "TeamScore" t where t."teamId" = '${teamId}' and n0 + n1 + n2 + n3 + n4 + n5 > 0) t
           join (select r.id, r.inverted as i, ($1::float8[])[c.position + 1] as w
                   from "RubricCriterion" c join "CriterionRevision" r on r."teamId" = c."teamId" and r.id = c."revisionId"
                  where c."teamId" = '${teamId}') k on k.id = t."revisionId"
          group by 1 order by 2 desc limit 50`,
});

/** @param {string} name @param {number} size */
async function measure(name, size) {
  const team = await teamOf(name);
  const started = performance.now();
  await seed(client, team.id, size);
  console.log(
    `\n${name}: ${size.toLocaleString("en")} candidates seeded in ${((performance.now() - started) / 1000).toFixed(1)} s`,
  );
  const headers = { ...house.headers, "x-highwater-team": team.slug };
  const page = (/** @type {string} */ query) =>
    get(`${house.url}/api/v1/ranking?limit=50${query}`, headers);
  const cold = performance.now();
  await page("");
  console.log(`first page of all, everything read: ${ms(performance.now() - cold)}`);
  const renewed = [];
  for (let at = 0; at < 20; at++) {
    await client.query(
      `update "Candidate" set vertical = vertical where "teamId" = $1 and id = $2`,
      [team.id, candidateId(Math.floor(chance() * size))],
    );
    await client.query(`update "Pulse" set beats = beats + 1 where "teamId" = $1`, [team.id]);
    const began = performance.now();
    await page("");
    renewed.push(performance.now() - began);
  }
  console.log(`first page after a change: ${ms(median(renewed))}`);
  const floor = await openFloor({ url: house.url, headers }, size);
  const times = 150;
  // Both have been running for a while where they are used.
  for (let at = 0; at < 300; at++) {
    await get(at % 2 ? floor.url : `${floor.url}?vertical=legal`, {});
    await page(at % 2 ? "" : `&vertical=legal&minTotal=${1 + at / 1e6}`);
  }

  const bare = await serial(times, () => get(floor.url, {}));
  const firstPage = await serial(times, () => page(""));
  line(
    "W1a first page, default weights",
    name,
    ms(bare),
    ms(firstPage),
    firstPage / bare,
    "≤ 1.5 ×",
    firstPage <= 1.5 * bare,
  );
  for (const [filter, value] of [
    ["vertical", "legal"],
    ["stage", "discussion"],
    ["tag", "hot"],
    ["minTotal", "60"],
  ]) {
    const least = await serial(times, () => get(`${floor.url}?${filter}=${value}`, {}));
    // Another least total each time, else the bytes are kept already.
    const ours = await serial(times, (at) =>
      page(
        filter === "minTotal"
          ? `&minTotal=${Number(value) + at / 1e6}`
          : `&${filter}=${value}&minTotal=${at / 1e6}`,
      ),
    );
    line(
      `W1a ${filter}, first read`,
      name,
      ms(least),
      ms(ours),
      ours / least,
      "≤ 1.5 ×",
      ours <= 1.5 * least,
    );
  }
  const second = JSON.parse(await page("")).nextCursor;
  const keyset = await serial(times, () => page(`&cursor=${second}`));
  line(
    "W1a second page, keyset",
    name,
    ms(bare),
    ms(keyset),
    keyset / bare,
    "≤ 1.5 ×",
    keyset <= 1.5 * bare,
  );

  const lanes = 16;
  const most = await together(lanes, 20 * times, () => get(floor.url, {}));
  const fresh = await together(lanes, 4 * times, (at) => page(`&minTotal=${(at + 1) / 1e6}`));
  // As a browser asks again: with the tag of what it has.
  const { etag = "" } = (await send(`${house.url}/api/v1/ranking?limit=50`, { headers })).headers;
  const held = { ...headers, "if-none-match": etag };
  const again = await together(lanes, 20 * times, async () => {
    const { status } = await send(`${house.url}/api/v1/ranking?limit=50`, { headers: held });
    if (status !== 304) throw new Error(`${status} instead of 304`);
  });
  line(
    "W1b 16 connections, first reads",
    name,
    rate(most),
    rate(fresh),
    fresh / most,
    "≥ 1.0 ×",
    fresh >= most,
  );
  line(
    "W1b 16 connections, read again",
    name,
    rate(most),
    rate(again),
    again / most,
    "≥ 5 ×",
    again >= 5 * most,
  );

  const deep = floor.cursors.filter(Boolean).slice(0, 250).at(-1);
  if (deep) {
    const far = JSON.parse(
      await get(`${house.url}/api/v1/ranking?limit=200&cursor=${deep}`, headers),
    );
    const depth = await serial(times, () => page(`&cursor=${far.nextCursor ?? deep}`));
    line(
      `W1c page ${Math.min(1000, Math.floor(size / 50))} deep`,
      name,
      ms(firstPage),
      ms(depth),
      depth / firstPage,
      "≤ 2 ×",
      depth <= 2 * firstPage,
    );
  }
  for (const [what, word] of Object.entries(searches)) {
    const goal = what === "rare" || what === "pair" ? 3 : 20;
    const taken = await serial(Math.min(20, times), (at) =>
      get(`${house.url}/api/v1/ranking?limit=${51 + at}&q=${encodeURIComponent(word)}`, headers),
    );
    line(
      `W1d ${what} (${word})`,
      name,
      ms(firstPage),
      ms(taken),
      taken / firstPage,
      `≤ ${goal} ×`,
      taken <= goal * firstPage,
    );
  }

  const computed = await serial(12, () =>
    client.query({ ...onTheFly(team.id), values: [anyWeights()] }),
  );
  const weighed = await serial(40, () => page(`&weights=${anyWeights()}`));
  line(
    "W3a any weights, top 50, server",
    name,
    ms(computed),
    ms(weighed),
    computed / weighed,
    "≥ 20 ×",
    computed >= 20 * weighed,
  );
  await inColumns(name, await get(`${house.url}/api/v1/ranking/board`, headers));
  await floor.close();
  console.log(`memory of the API: ${house.memory().toFixed(0)} MiB`);
}

/** What a browser does with the board, in this process. */
async function inColumns(/** @type {string} */ name, /** @type {string} */ text) {
  const started = performance.now();
  const board = readBoard(JSON.parse(text));
  console.log(
    `board: ${(text.length / 1024).toFixed(0)} KiB, read in ${ms(performance.now() - started)}`,
  );
  const into = new Float64Array(board.size);
  const loop = await serial(60, () => {
    const w = anyWeights();
    const [a, b, c, d, e] = board.columns.values;
    for (let row = 0; row < board.size; row++)
      into[row] = w[0] * a[row] + w[1] * b[row] + w[2] * c[row] + w[3] * d[row] + w[4] * e[row];
  });
  const scored = await serial(60, () => scoreColumns(board.columns, anyWeights(), into));
  const top = await serial(60, () => topColumns(board.columns, anyWeights(), 50, into));
  const full = await serial(20, () => orderOf(scoreColumns(board.columns, anyWeights(), into)));
  line(
    "W3b any weights, totals",
    name,
    ms(loop),
    ms(scored),
    scored / loop,
    "≤ 2.5 ×",
    scored <= 2.5 * loop,
  );
  line(
    "W3b any weights, top 50",
    name,
    ms(loop),
    ms(top),
    top / loop,
    "≤ 1 ms",
    top <= (board.size > 2e5 ? 8 : 1),
  );
  line(
    "W3b any weights, all ranks",
    name,
    ms(loop),
    ms(full),
    full / loop,
    "one frame",
    full <= 16,
  );
  const { order, ranked } = orderOf(scoreColumns(board.columns, W));
  const asked = { columns: board.columns, weights: W, reviews: board.reviews, seed: 1, top: 100 };
  for (const [what, doubt, most] of /** @type {const} */ ([
    ["± 30 %", { kind: "box", share: 0.3 }, 100],
    ["any mix", { kind: "any" }, 1000],
  ])) {
    const targets = order.subarray(0, Math.min(100, ranked));
    const begun = performance.now();
    const whole = new Confidence({ ...asked, doubt, targets, whole: true }).run(1000).result();
    const scan = performance.now() - begun;
    const runs = [];
    let same = true;
    for (let run = 0; run < 3; run++) {
      const began = performance.now();
      const result = new Confidence({ ...asked, doubt, targets }).run(1000).result();
      runs.push(performance.now() - began);
      same &&= JSON.stringify(result) === JSON.stringify(whole);
    }
    if (!same) throw new Error("The pruned result differs from the full scan's.");
    const taken = median(runs);
    line(
      `W3c confidence, top 100, weights ${what}, same`,
      name,
      ms(scan),
      ms(taken),
      scan / taken,
      `≤ ${most} ms`,
      taken <= most,
    );
  }
}

console.log(
  `${"".padEnd(44)}${"size".padStart(6)}${"floor".padStart(13)}${"Highwater".padStart(13)}${"ratio".padStart(11)}  goal`,
);
for (const { name, size } of sizesOf(process.argv.slice(2))) await measure(name, size);
await client.end();
await house.close();
