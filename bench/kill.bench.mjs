import pg from "pg";
import { openHouse } from "./house.mjs";
import { productsCsv } from "./products.mjs";

/**
 * `kill -9` of the API at a moment of a check and of a commit, each as often as the argument says (50 times unless
 * told), the moments spread over the time that it takes alone: after the next start each import is whole or absent,
 * and its job has resumed or says why not. `-- kill 50 commit` for one of the two.
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

async function mapped() {
  const one = await house.send("POST", "/imports?name=products.csv", csv);
  const mapping = one.shape.columns.map(({ proposal }) => proposal);
  return { id: one.id, check: () => house.send("POST", `/imports/${one.id}/check`, { mapping }) };
}

/** @param {string} id */
const commit = (id) => house.send("POST", `/imports/${id}/commit`, { duplicates: "keep" });

/** An import up to where the deed begins, and the deed. */
const deeds = {
  check: async () => {
    const { id, check } = await mapped();
    return { id, begin: check, ends: "checked" };
  },
  commit: async () => {
    const { id, check } = await mapped();
    await check();
    await settled(id);
    return { id, begin: () => commit(id), ends: "committed" };
  },
};

/** @param {string} id */
async function cleared(id) {
  const { state } = await settled(id);
  if (state !== "committed") return;
  await house.send("POST", `/imports/${id}/undo`);
  await settled(id);
  // Else every round's check compares the spelling of more names, which is not what is looked at here.
  await client.query(`delete from "CandidateName"`);
}

/** How long the deed takes when nobody kills it: the moments are drawn from this span. */
async function span(/** @type {keyof typeof deeds} */ deed) {
  const { id, begin } = await deeds[deed]();
  const started = performance.now();
  await begin();
  await settled(id);
  const taken = performance.now() - started;
  await cleared(id);
  return taken;
}

async function killed(/** @type {keyof typeof deeds} */ deed) {
  const taken = await span(deed);
  const seen = { "killed before it was whole": 0, resumed: 0, "whole already": 0, torn: 0 };
  let slowest = 0;
  for (let round = 0; round < times; round++) {
    const before = await standing();
    const { id, begin, ends } = await deeds[deed]();
    await begin();
    await pause((taken * (round + 0.5)) / times);
    await house.kill();
    const left = (await standing()) - before;
    const [state] = (await client.query(`select state from "Import" where id = $1`, [id])).rows;
    const whole = state.state === ends;
    if (left !== (whole && deed === "commit" ? rows : 0)) seen.torn += 1;
    seen[whole ? "whole already" : "killed before it was whole"] += 1;
    const started = performance.now();
    await house.restart();
    const one = await settled(id);
    slowest = Math.max(slowest, performance.now() - started);
    const after = (await standing()) - before;
    if (
      one.state !== ends ||
      after !== (deed === "commit" ? rows : 0) ||
      one.report.rows !== rows
    ) {
      seen.torn += 1;
      console.log(
        `round ${round}: ${one.state}, ${after} candidates, ${one.problem?.detail ?? ""}`,
      );
    } else if (!whole) seen.resumed += 1;
    await cleared(id);
  }
  console.log(`kill -9 during the ${deed} of ${rows.toLocaleString("en")} rows, ${times} times`);
  for (const [what, count] of Object.entries(seen)) console.log(`  ${what.padEnd(28)}${count}`);
  console.log(`  alone                       ${(taken / 1000).toFixed(2)} s`);
  console.log(`  slowest start and resume    ${(slowest / 1000).toFixed(2)} s`);
  if (seen.torn > 0) process.exitCode = 1;
}

const only = process.argv[3];
for (const deed of /** @type {const} */ (["check", "commit"]))
  if (only === undefined || only === deed) await killed(deed);
await client.end();
await house.close();
