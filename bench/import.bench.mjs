import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import pg from "pg";
import { from } from "pg-copy-streams";
import { openHouse } from "./house.mjs";
import { productsCsv } from "./products.mjs";

/**
 * A CSV of products through upload, check and commit, against PostgreSQL's own COPY of the same file into a bare
 * table of texts. Reports the memory of the API's process as well. Rows: the argument, or 100,000.
 */
const rows = Number(process.argv[2] ?? 100_000);
const csv = productsCsv(rows);

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
  const times = [await copy(), await copy(), await copy()].sort((a, b) => a - b);
  await client.query("drop table bare");
  await client.end();
  return times[1] ?? 0;
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

async function imported() {
  let one;
  const upload = await timed(async () => {
    one = await house.send("POST", "/imports?name=products.csv", csv);
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
async function indexed() {
  const client = new pg.Client(process.env.BENCH_ADMIN_URL);
  await client.connect();
  const time = await timed(async () => {
    for (;;) {
      const { rows: found } = await client.query(`select count(*)::int as n from "CandidateName"`);
      if (found[0].n >= rows) return;
      await new Promise((wake) => setTimeout(wake, 50));
    }
  });
  await client.end();
  return time;
}

const idle = house.memory();

const bare = await floor();
const { upload, check, commit } = await imported();
const index = await indexed();
clearInterval(watch);
await house.close();

const ratio = (/** @type {number} */ time) =>
  `${time.toFixed(2)} s`.padStart(9) + `${(time / bare).toFixed(1)} ×`.padStart(9);
console.log(
  `import of ${rows.toLocaleString("en")} rows, ${(csv.length / 1024 ** 2).toFixed(1)} MiB`,
);
console.log(`  COPY, bare table  ${ratio(bare)}`);
console.log(`  upload            ${ratio(upload)}`);
console.log(`  check             ${ratio(check)}`);
console.log(`  commit            ${ratio(commit)}`);
console.log(`  all three         ${ratio(upload + check + commit)}`);
console.log(`  names' index      ${ratio(index)}   afterwards, by a job of its own`);
console.log(`  memory            ${idle.toFixed(0)} MiB idle, ${most.toFixed(0)} MiB at most`);
