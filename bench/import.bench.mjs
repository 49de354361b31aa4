import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import pg from "pg";
import { from } from "pg-copy-streams";
import { openHouse } from "./house.mjs";
import { productsCsv } from "./products.mjs";

/**
 * CSVs of products through upload, check and commit, one after the other into a pipeline that grows, against
 * PostgreSQL's own COPY of such a file into a bare, logged table of texts, sent by the same client to the same server.
 * What the candidates' indexes and foreign keys cost stands apart as well; so does the memory of the API's process.
 * Medians of three, up to 200,000 rows; of more, one file. Rows: the argument, or 100,000.
 */
const rows = Number(process.argv[2] ?? 100_000);
const rounds = rows > 200_000 ? 1 : 3;
const csv = productsCsv(rows);

/** @param {number[]} times */
const median = (times) => times.sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;

/** @param {() => Promise<unknown>} work */
async function timed(work) {
  const started = performance.now();
  await work();
  return (performance.now() - started) / 1000;
}

async function floor() {
  const client = new pg.Client(process.env.BENCH_ADMIN_URL);
  await client.connect();
  const columns = csv.subarray(0, csv.indexOf("\n")).toString().split(",");
  const copy = async () => {
    await client.query("drop table if exists bare");
    await client.query(`create table bare (${columns.map((name) => `"${name}" text`).join(", ")})`);
    return timed(() =>
      pipeline(
        Readable.from(pieces()),
        client.query(from("copy bare from stdin with (format csv, header true)")),
      ),
    );
  };
  const time = median([await copy(), await copy(), await copy()]);
  await client.query("drop table bare");
  await client.end();
  return time;
}

/** The same rows once more into a copy of the candidates' table, with its indexes and foreign keys and without. */
async function upkeep() {
  const client = new pg.Client(process.env.BENCH_ADMIN_URL);
  await client.connect();
  const filled = async (/** @type {string} */ including, /** @type {string[]} */ keys) => {
    await client.query(`create table again (like "Candidate" including ${including})`);
    for (const key of keys) await client.query(`alter table again add ${key}`);
    const time = await timed(() =>
      client.query(`insert into again select * from "Candidate" order by id limit ${rows}`),
    );
    await client.query("drop table again");
    return time;
  };
  const found = await client.query(
    `select pg_get_constraintdef(oid) as key from pg_constraint where conrelid = '"Candidate"'::regclass and contype = 'f'`,
  );
  const bare = median([await filled("defaults", []), await filled("defaults", [])]);
  const indexed = await filled("all", []);
  const whole = await filled(
    "all",
    found.rows.map(({ key }) => key),
  );
  await client.end();
  return { indexes: indexed - bare, keys: whole - indexed };
}

function* pieces() {
  for (let at = 0; at < csv.length; at += 65_536) yield csv.subarray(at, at + 65_536);
}

const house = await openHouse();
let most = 0;
const watch = setInterval(() => {
  most = Math.max(most, house.memory());
}, 100);

/** @param {string} id */
async function settled(id) {
  for (;;) {
    const one = await house.send("GET", `/imports/${id}`);
    if (!["checking", "committing", "undoing"].includes(one.state)) return one;
    await new Promise((wake) => setTimeout(wake, 25));
  }
}

/** @param {Buffer} file */
async function imported(file) {
  let one;
  const upload = await timed(async () => {
    one = await house.send("POST", "/imports?name=products.csv", file);
  });
  const mapping = one.shape.columns.map(({ proposal, looksLike, header }) =>
    proposal === "skip" ? `new:${looksLike}:${header}` : proposal,
  );
  const check = await timed(async () => {
    await house.send("POST", `/imports/${one.id}/check`, { mapping });
    one = await settled(one.id);
  });
  const commit = await timed(async () => {
    await house.send("POST", `/imports/${one.id}/commit`, { duplicates: "keep" });
    one = await settled(one.id);
  });
  if (one.report?.added !== rows) throw new Error(JSON.stringify({ ...one, shape: undefined }));
  return { upload, check, commit };
}

/** The search's index is brought up to date by a job of its own, after the rows are in. */
async function indexed(/** @type {number} */ names) {
  const client = new pg.Client(process.env.BENCH_ADMIN_URL);
  await client.connect();
  const time = await timed(async () => {
    for (;;) {
      const { rows: found } = await client.query(`select count(*)::int as n from "CandidateName"`);
      if (found[0].n >= names) return;
      await new Promise((wake) => setTimeout(wake, 50));
    }
  });
  await client.end();
  return time;
}

const idle = house.memory();

const bare = await floor();
const times = [];
let index = 0;
for (let round = 0; round < rounds; round++) {
  times.push(await imported(round === 0 ? csv : productsCsv(rows, round * rows)));
  index = await indexed((round + 1) * rows);
}
clearInterval(watch);
await house.close();
const { indexes, keys } = await upkeep();
const [upload, check, commit, all] = [
  median(times.map((one) => one.upload)),
  median(times.map((one) => one.check)),
  median(times.map((one) => one.commit)),
  median(times.map((one) => one.upload + one.check + one.commit)),
];

const ratio = (/** @type {number} */ time) =>
  `${time.toFixed(2)} s`.padStart(9) + `${(time / bare).toFixed(1)} ×`.padStart(9);
console.log(
  `import of ${rows.toLocaleString("en")} rows, ${(csv.length / 1024 ** 2).toFixed(1)} MiB`,
);
console.log(`  COPY, bare table  ${ratio(bare)}`);
console.log(`  upload            ${ratio(upload)}`);
console.log(`  check             ${ratio(check)}`);
console.log(`  commit            ${ratio(commit)}`);
console.log(`  all three         ${ratio(all)}`);
console.log(`  of the commit     ${ratio(indexes)}   for six indexes`);
console.log(`                    ${ratio(keys)}   for three foreign keys`);
console.log(`  names' index      ${ratio(index)}   afterwards, by a job of its own`);
console.log(`  memory            ${idle.toFixed(0)} MiB idle, ${most.toFixed(0)} MiB at most`);
