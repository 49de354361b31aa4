import pg from "pg";
import { openHouse } from "./house.mjs";
import { productsCsv } from "./products.mjs";

/**
 * `kill -9` of the API at a random moment of a commit, as often as the argument says (50 times unless told): after
 * the next start each import is whole or absent, and its job has resumed or says why not.
 */
const times = Number(process.argv[2] ?? 50);
const rows = 5_000;
const csv = productsCsv(rows);

const house = await openHouse();
const client = new pg.Client(process.env.BENCH_ADMIN_URL);
await client.connect();

const pause = (/** @type {number} */ ms) => new Promise((wake) => setTimeout(wake, ms));

/** @param {string} id */
async function settled(id) {
  for (;;) {
    const one = await house.send("GET", `/imports/${id}`);
    if (!["checking", "committing", "undoing"].includes(one.state)) return one;
    await pause(25);
  }
}

async function standing() {
  const { rows: found } = await client.query(
    `select count(*)::int as n from "Candidate" where "archivedAt" is null`,
  );
  return found[0].n;
}

async function checked() {
  const one = await house.send("POST", "/imports?name=products.csv", csv);
  const mapping = one.shape.columns.map(({ proposal }) => proposal);
  await house.send("POST", `/imports/${one.id}/check`, { mapping });
  return settled(one.id);
}

/** How long a commit takes when nobody kills it: the moments are drawn from this span. */
async function span() {
  const { id } = await checked();
  const started = performance.now();
  await house.send("POST", `/imports/${id}/commit`, { duplicates: "keep" });
  await settled(id);
  const taken = performance.now() - started;
  await house.send("POST", `/imports/${id}/undo`);
  await settled(id);
  return taken;
}

const taken = await span();
const seen = { "killed before it was whole": 0, resumed: 0, "whole already": 0, torn: 0 };
let slowest = 0;
for (let round = 0; round < times; round++) {
  const before = await standing();
  const { id } = await checked();
  await house.send("POST", `/imports/${id}/commit`, { duplicates: "keep" });
  await pause((taken * (round + 0.5)) / times);
  await house.kill();
  const left = (await standing()) - before;
  if (left !== 0 && left !== rows) seen.torn += 1;
  seen[left === rows ? "whole already" : "killed before it was whole"] += 1;
  const started = performance.now();
  await house.restart();
  const one = await settled(id);
  slowest = Math.max(slowest, performance.now() - started);
  const after = (await standing()) - before;
  if (one.state !== "committed" || after !== rows) {
    seen.torn += 1;
    console.log(`round ${round}: ${one.state}, ${after} candidates, ${one.problem?.detail ?? ""}`);
  } else if (left === 0) seen.resumed += 1;
  await house.send("POST", `/imports/${id}/undo`);
  await settled(id);
}
await client.end();
await house.close();

console.log(`kill -9 during the commit of ${rows.toLocaleString("en")} rows, ${times} times`);
for (const [what, count] of Object.entries(seen)) console.log(`  ${what.padEnd(28)}${count}`);
console.log(`  a commit alone              ${(taken / 1000).toFixed(2)} s`);
console.log(`  slowest start and resume    ${(slowest / 1000).toFixed(2)} s`);
if (seen.torn > 0) process.exitCode = 1;
